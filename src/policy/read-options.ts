import type { PolicyInputs, Settings } from '../types/policy.js'
import type { CredentialName } from '../types/reviewer.js'
import { type Option, options } from './options.js'

/** What the user wrote for an option, and how errors call the place where it was written. */
export interface Written {
  readonly text: string
  readonly label: string
}

/** By option name. Blank text counts as not set. */
export type WrittenOptions = ReadonlyMap<string, Written>

export const defaultConfigFile = '.github/model-stack.yml'
const defaultTimeoutMs = 20 * 60_000

/** Everything that the user set for this run, checked. */
export interface RunOptions {
  readonly inputs: PolicyInputs
  readonly settings: Settings
}

/** Parses every option that is set. Throws ConfigurationError at the first that is wrong. */
export function readOptions(written: WrittenOptions): RunOptions {
  const inputs = readPolicyInputs(written)
  return { inputs, settings: readSettings(written, inputs) }
}

/** The part that a config file may also set, and the mode. */
export function readPolicyInputs(written: WrittenOptions): PolicyInputs {
  return {
    mode: read(options.mode, written),
    reviewers: read(options.reviewers, written),
    failOnSeverity: read(options.failOnSeverity, written),
    onNotEvaluated: read(options.onNotEvaluated, written),
    minCoverage: read(options.minCoverage, written),
    effort: read(options.effort, written),
    focus: read(options.focus, written),
    instructions: read(options.instructions, written),
    paths: read(options.paths, written),
    pathsIgnore: read(options.pathsIgnore, written),
    isolation: read(options.isolation, written),
    fallbackReviewers: read(options.fallbackReviewers, written),
    familyPolicy: read(options.familyPolicy, written),
    minAgreement: read(options.minAgreement, written),
    authors: undefined,
    models: undefined,
    allowedFamilies: undefined,
    ownResults: undefined,
    rules: undefined,
    exempt: undefined,
    override: undefined,
    suggestions: undefined,
    suppressions: undefined,
  }
}

function readSettings(written: WrittenOptions, inputs: PolicyInputs): Settings {
  return {
    baseRef: read(options.baseRef, written),
    headRef: read(options.headRef, written),
    configFile: read(options.configFile, written) ?? defaultConfigFile,
    timeoutMs: read(options.timeoutMinutes, written) ?? defaultTimeoutMs,
    maxTokens: read(options.maxTokens, written) ?? 'auto',
    authorModel: read(options.authorModel, written) ?? 'auto',
    sarifFile: read(options.sarifFile, written),
    uploadSarif: read(options.uploadSarif, written) ?? 'auto',
    category: read(options.category, written) ?? `model-stack/${inputs.mode ?? 'review'}`,
    annotations: read(options.annotations, written) ?? true,
    commentSummary: read(options.commentSummaryInPr, written) ?? 'never',
    reviewComments: read(options.reviewComments, written) ?? 'never',
    baseline: read(options.baseline, written),
    credentials: readCredentials(written),
    baseUrls: readBaseUrls(written),
    cliPaths: read(options.cliPath, written) ?? {},
    registry: read(options.registry, written),
    githubToken: read(options.githubToken, written),
  }
}

function readCredentials(written: WrittenOptions): Settings['credentials'] {
  return onlySet({
    'openai-api-key': read(options.openaiApiKey, written),
    'anthropic-api-key': read(options.anthropicApiKey, written),
    'zai-api-key': read(options.zaiApiKey, written),
    'gemini-api-key': read(options.geminiApiKey, written),
  } satisfies Record<CredentialName, string | undefined>)
}

function readBaseUrls(written: WrittenOptions): Settings['baseUrls'] {
  return onlySet({
    'openai-base-url': read(options.openaiBaseUrl, written),
    'anthropic-base-url': read(options.anthropicBaseUrl, written),
    'zai-base-url': read(options.zaiBaseUrl, written),
    'gemini-base-url': read(options.geminiBaseUrl, written),
  })
}

function onlySet(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const set: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) set[name] = value
  return set
}

function read<T>(option: Option<T>, written: WrittenOptions): T | undefined {
  const found = written.get(option.name)
  const text = found?.text.trim() ?? ''
  return found === undefined || text === '' ? undefined : option.parse(text, found.label)
}
