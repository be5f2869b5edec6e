import { commentSummaryModes, familyPolicies, reviewCommentModes, uploadSarifModes } from '../types/policy.js'
import { severities } from '../types/rule.js'
import {
  choice,
  type Parser,
  parseAuthorModel,
  parseBoolean,
  parseCategory,
  parseCliPaths,
  parseFallbackReviewers,
  parseFilePath,
  parseGlobs,
  parseMaxTokens,
  parseMinAgreement,
  parseMinutes,
  parseMode,
  parsePercent,
  parseRef,
  parseRepositoryPath,
  parseReviewers,
  parseSecret,
  parseUrl,
  prose,
} from './values.js'

/** What holds when nobody says anything: a value that could be written, or words for people. */
export type DocumentedDefault =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'none' }

/** One thing that a user may set. action.yml, flags, help, config keys and the README are held to this by tests. */
export interface Option<T> {
  readonly name: string
  /** One line for people, without a final default. */
  readonly description: string
  readonly parse: Parser<T>
  readonly default: DocumentedDefault
  /** A secret: never a flag, never shown. */
  readonly credential: boolean
  /** Whether the config file of the base branch may set it; then action.yml must not send a default. */
  readonly configurable: boolean
  /** What the help shows in place of a value. */
  readonly placeholder: string
  /** A flag that may be given more than once. */
  readonly list: boolean
}

const maximumFocusLength = 2_000
const maximumInstructionsLength = 20_000

/** All options of this version, in the order in which they are documented. */
export const options = {
  reviewers: option('reviewers', parseReviewers, {
    description:
      'Who reviews: auto, or a comma or newline list of codex, glm, claude, gemini, openai-api and anthropic-api, each also with a model, as in codex:model. All that are listed run.',
    default: value('auto'),
    configurable: true,
    placeholder: 'LIST',
    list: true,
  }),
  fallbackReviewers: option('fallback-reviewers', parseFallbackReviewers, {
    description:
      'Reviewers that may fill an empty seat, in order and under the same family policy, as a list like that of reviewers.',
    configurable: true,
    placeholder: 'LIST',
    list: true,
  }),
  mode: option('mode', parseMode, {
    description: 'What is done: review.',
    default: value('review'),
    placeholder: 'MODE',
  }),
  failOnSeverity: option('fail-on-severity', choice([...severities, 'never'] as const), {
    description: 'Lowest severity that fails the check: critical, high, medium, low, or never (report only).',
    default: value('high'),
    configurable: true,
    placeholder: 'SEVERITY',
  }),
  familyPolicy: option('family-policy', choice(familyPolicies), {
    description:
      'Who may review what another model wrote: strict (where the author is unknown, two reviewers of two families), require (every commit is reviewed by a family that is not known to have written it), prefer (the same family only as a last resort, stamped as a waiver), or off.',
    default: value('require'),
    configurable: true,
    placeholder: 'POLICY',
  }),
  authorModel: option('author-model', parseAuthorModel, {
    description:
      'Who wrote the change: auto (from the traces in commits and pull request), the families as a comma list, or human.',
    default: value('auto'),
    placeholder: 'FAMILIES',
    list: true,
  }),
  onNotEvaluated: option('on-not-evaluated', choice(['fail', 'warn-on-outage', 'warn'] as const), {
    description:
      'What happens when the change was not (fully) reviewed: fail, warn-on-outage (only a warning when the provider is down or out of quota), or warn (roll-out only).',
    default: value('fail'),
    configurable: true,
    placeholder: 'ACTION',
  }),
  minCoverage: option('min-coverage', parsePercent, {
    description: 'Percent of the reviewable changed lines that a completed review must have covered.',
    default: value('100'),
    configurable: true,
    placeholder: 'PERCENT',
  }),
  minAgreement: option('min-agreement', parseMinAgreement, {
    description: 'Reviewers that must support a result before it can block; more than there are seats is an error.',
    default: value('1'),
    configurable: true,
    placeholder: 'NUMBER',
  }),
  effort: option('effort', choice(['low', 'medium', 'high'] as const), {
    description: 'How hard the reviewer thinks: low, medium or high.',
    default: value('high'),
    configurable: true,
    placeholder: 'EFFORT',
  }),
  focus: option('focus', prose(maximumFocusLength), {
    description: 'What the reviewers weigh most.',
    configurable: true,
    placeholder: 'TEXT',
  }),
  baseRef: option('base-ref', parseRef, {
    description: 'The branch, tag or commit that the change goes into. Policy is read from its tip.',
    default: inWords('from the event; on the command line the merge base with the HEAD of origin'),
    placeholder: 'REF',
  }),
  headRef: option('head-ref', parseRef, {
    description: 'The branch, tag or commit under review.',
    default: inWords('from the event; on the command line HEAD'),
    placeholder: 'REF',
  }),
  baseline: option('baseline', parseFilePath, {
    description: 'Report file of an earlier run: what it lists is not new.',
    placeholder: 'FILE',
  }),
  configFile: option('config-file', parseRepositoryPath, {
    description: 'Path of the config file. It is read from the tip of the base branch, never from the change.',
    default: value('.github/model-stack.yml'),
    placeholder: 'PATH',
  }),
  instructions: option('instructions', prose(maximumInstructionsLength), {
    description: 'Extra instructions for the reviewers.',
    configurable: true,
    placeholder: 'TEXT',
  }),
  paths: option('paths', parseGlobs, {
    description: 'Globs, one a line or separated by commas: only these paths are reviewed. What is left out is listed.',
    default: inWords('all paths'),
    configurable: true,
    placeholder: 'GLOBS',
    list: true,
  }),
  pathsIgnore: option('paths-ignore', parseGlobs, {
    description: 'Globs of paths that are not reviewed, added to those of the config file. What is left out is listed.',
    configurable: true,
    placeholder: 'GLOBS',
    list: true,
  }),
  isolation: option('isolation', choice(['auto', 'sandbox', 'none'] as const), {
    description:
      'How the reviewer is isolated: auto (the strongest that the machine has, and at least a sandbox for a CLI), sandbox, or none (an opt-out that is stamped on every output and refused for forks).',
    default: value('auto'),
    configurable: true,
    placeholder: 'LEVEL',
  }),
  timeoutMinutes: option('timeout-minutes', parseMinutes, {
    description: 'Wall clock for the whole review, in minutes; fractions are allowed.',
    default: value('20'),
    placeholder: 'MINUTES',
  }),
  maxTokens: option('max-tokens', parseMaxTokens, {
    description:
      'Token budget of the run, cached tokens included: a whole number, or auto, which scales with the diff.',
    default: value('auto'),
    placeholder: 'TOKENS',
  }),
  sarifFile: option('sarif-file', parseFilePath, {
    description: 'Where the SARIF is written.',
    default: inWords('a file in the temporary folder of the runner, never inside the checkout'),
    placeholder: 'FILE',
  }),
  uploadSarif: option('upload-sarif', choice(uploadSarifModes), {
    description:
      'Whether the SARIF goes to code scanning: auto (tries, and says why not), required (a failure is one of the step), or never.',
    default: value('auto'),
    placeholder: 'WHEN',
  }),
  category: option('category', parseCategory, {
    description: 'Keeps the analyses of one commit apart in code scanning.',
    default: inWords('model-stack/ and the mode, such as model-stack/review'),
    placeholder: 'TEXT',
  }),
  annotations: option('annotations', parseBoolean, {
    description: 'Whether results are shown as annotations, within the limits of the platform: true or false.',
    default: value('true'),
    placeholder: 'BOOLEAN',
  }),
  commentSummaryInPr: option('comment-summary-in-pr', choice(commentSummaryModes), {
    description: 'Whether the pull request gets one comment, updated in place: never, on-failure or always.',
    default: value('never'),
    placeholder: 'WHEN',
  }),
  reviewComments: option('review-comments', choice(reviewCommentModes), {
    description: 'Which results become review comments on the lines of the diff: never, blocking or all.',
    default: value('never'),
    placeholder: 'WHICH',
  }),
  openaiApiKey: option('openai-api-key', parseSecret, {
    description: 'Key for the OpenAI API: codex and openai-api. The action reads keys from inputs only.',
    credential: true,
    placeholder: 'KEY',
  }),
  anthropicApiKey: option('anthropic-api-key', parseSecret, {
    description: 'Key for the Anthropic API: claude and anthropic-api.',
    credential: true,
    placeholder: 'KEY',
  }),
  zaiApiKey: option('zai-api-key', parseSecret, {
    description: 'Key for the Z.ai API: glm.',
    credential: true,
    placeholder: 'KEY',
  }),
  geminiApiKey: option('gemini-api-key', parseSecret, {
    description: 'Key for the Gemini API: gemini.',
    credential: true,
    placeholder: 'KEY',
  }),
  openaiBaseUrl: option('openai-base-url', parseUrl, {
    description: 'Endpoint or gateway that speaks the OpenAI API.',
    default: inWords('that of the vendor'),
    placeholder: 'URL',
  }),
  anthropicBaseUrl: option('anthropic-base-url', parseUrl, {
    description: 'Endpoint or gateway that speaks the Anthropic API.',
    default: inWords('that of the vendor'),
    placeholder: 'URL',
  }),
  zaiBaseUrl: option('zai-base-url', parseUrl, {
    description: 'Endpoint or gateway for glm, which speaks the Anthropic API.',
    default: inWords('that of the vendor'),
    placeholder: 'URL',
  }),
  geminiBaseUrl: option('gemini-base-url', parseUrl, {
    description: 'Endpoint or gateway that speaks the Gemini API.',
    default: inWords('that of the vendor'),
    placeholder: 'URL',
  }),
  cliPath: option('cli-path', parseCliPaths, {
    description:
      'Use an installed CLI instead of the pinned one: a comma or newline list of codex=/absolute/path, glm=/absolute/path and claude=/absolute/path.',
    placeholder: 'LIST',
    list: true,
  }),
  registry: option('registry', parseUrl, {
    description: 'npm-compatible registry for the tarball of the CLI. Its integrity is checked against our own pins.',
    default: inWords('the one that npm is configured with on the machine'),
    placeholder: 'URL',
  }),
  githubToken: option('github-token', parseSecret, {
    description: 'Token to ask GitHub about the pull request with.',
    default: value('$' + '{{ github.token }}'),
    credential: true,
    placeholder: 'TOKEN',
  }),
} as const

/** The same as a list. */
export const allOptions: readonly Option<unknown>[] = Object.values(options)

/** Inputs that the contract promises and this version does not have yet. */
export const laterOptions: readonly string[] = ['rounds', 'plan-file']

type Details = Pick<Option<unknown>, 'description' | 'placeholder'> &
  Partial<Pick<Option<unknown>, 'default' | 'credential' | 'configurable' | 'list'>>

function option<T>(name: string, parse: Parser<T>, details: Details): Option<T> {
  return { name, parse, default: { kind: 'none' }, credential: false, configurable: false, list: false, ...details }
}

function value(text: string): DocumentedDefault {
  return { kind: 'value', value: text }
}

function inWords(text: string): DocumentedDefault {
  return { kind: 'prose', text }
}
