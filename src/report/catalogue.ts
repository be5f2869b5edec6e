import { type RuleId, type Severity, severities } from '../types/rule.js'

/** SARIF's levels, as far as we use them. */
export type Level = 'error' | 'warning' | 'note'

/** A rule as code scanning shows it. */
export interface Rule {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly full: string
  /** What to do about a result of this rule; Markdown and plain text alike. */
  readonly help: string
  readonly level: Level
  /** GitHub keeps 10 of at most 20. */
  readonly tags: readonly string[]
  readonly precision: 'high' | 'medium' | 'low'
  /** Only for the rules that code scanning shall rank as security; a number in a string. */
  readonly securitySeverity: string | undefined
}

interface Wording {
  readonly name: string
  readonly short: string
  readonly full: string
  readonly help: string
  readonly level: Level
}

/** The one mapping from severity to level; code scanning fails a check on errors. */
export const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

/** GitHub's bands: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, below low. */
const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
}

const wordings: Readonly<Record<RuleId, Wording>> = {
  correctness: {
    name: 'CorrectnessDefect',
    short: 'The changed code computes or does the wrong thing',
    full: 'For some input or state the changed code gives a wrong value, takes the wrong branch or skips work that it must do.',
    help: 'Find the input or state that the message names and write a test that fails on it. Correct the code until the test passes, and check the callers that relied on the old behaviour.',
    level: 'error',
  },
  security: {
    name: 'SecurityDefect',
    short: 'The change lets someone do or see what they must not',
    full: 'An attacker, or data that an attacker controls, reaches an operation, a secret or other data that the code should protect.',
    help: 'Follow the data from where it enters to the quoted line. Validate or encode it at the boundary, check the permission next to the operation, and keep secrets out of logs and replies. Add a test that tries the attack.',
    level: 'error',
  },
  concurrency: {
    name: 'ConcurrencyDefect',
    short: 'The result depends on timing',
    full: 'Two flows can interleave so that state is lost, seen half written, or waited for without end.',
    help: 'Write down the interleaving that the message describes. Make the step atomic, hold one lock in one order, or remove the shared state; await what must be done before the next step.',
    level: 'error',
  },
  'error-handling': {
    name: 'ErrorHandling',
    short: 'A failure is lost, hidden or answered wrongly',
    full: 'An error is swallowed, turned into a success, retried without bound or reported without what is needed to act on it.',
    help: 'Let the failure reach someone who can act: rethrow with its cause, return it as a value, or handle it where the recovery is known. Test the failing path.',
    level: 'warning',
  },
  'data-loss': {
    name: 'DataLoss',
    short: 'Data can be lost or damaged',
    full: 'Stored data is overwritten, deleted, truncated or migrated in a way that cannot be undone.',
    help: 'Make the step reversible or transactional: write beside and rename, back up before a migration, restrict what a delete selects. Rehearse it on a copy before it ships.',
    level: 'error',
  },
  resource: {
    name: 'ResourceHandling',
    short: 'A resource is leaked or grows without bound',
    full: 'A file, connection, process, timer or memory is not released on every path, or its use has no upper limit.',
    help: 'Release the resource in a finally block or with the construct that the language has for it, on the failing path too, and give every queue, cache and buffer a limit.',
    level: 'warning',
  },
  contract: {
    name: 'BrokenContract',
    short: 'The change breaks what others rely on',
    full: 'A public interface, format, plan or documented behaviour is no longer kept.',
    help: 'Keep the old behaviour, or change the contract in the open: version it, update its documentation and every user, and say how to migrate.',
    level: 'error',
  },
  integration: {
    name: 'BrokenIntegration',
    short: 'Parts that must fit together do not',
    full: 'A caller, an implementation, a configuration or another service was not changed along with this code.',
    help: 'Look up the other side that the message names and bring both in line in the same change. Add a test that runs them together.',
    level: 'error',
  },
  performance: {
    name: 'PerformanceRegression',
    short: 'The change is needlessly slow or costly',
    full: 'Work grows faster than its input, is repeated in a loop, or blocks what should go on.',
    help: 'Measure with an input of realistic size. Move work out of the loop, batch it, add the index that it needs, or bound the input.',
    level: 'warning',
  },
  'test-gap': {
    name: 'TestGap',
    short: 'Changed behaviour is not tested',
    full: 'A behaviour that this change adds or alters would break without any test failing.',
    help: 'Add a test that fails when the behaviour in the message is broken, and see it fail once before you trust it.',
    level: 'note',
  },
  'config-ci': {
    name: 'ConfigurationAndCi',
    short: 'Build, deployment or configuration is wrong',
    full: 'A workflow, build script, image, permission or setting does not do what it is there for, or does more.',
    help: 'Check the setting against the documentation of the tool at the version in use. Give workflows the least permissions and pin what they run.',
    level: 'warning',
  },
  docs: {
    name: 'Documentation',
    short: 'Documentation and code disagree',
    full: 'A comment, guide or example says something that the code does not do.',
    help: 'Decide which of the two is right and change the other in the same commit.',
    level: 'note',
  },
  injection: {
    name: 'ReviewerInjection',
    short: 'The change holds text that tries to steer an AI reviewer',
    full: 'Text in the change reads as an instruction to a model: to ignore rules, approve, run a command or reveal data. Reported by a reviewer, or by the action itself where the words are plain; nobody obeys it.',
    help: 'Ask why the text is there. Remove it, or, where it is legitimate test data or documentation, say so in a suppression with a reason.',
    level: 'warning',
  },
  'hidden-unicode': {
    name: 'HiddenUnicode',
    short: 'The change holds characters that a reader cannot see',
    full: 'Bidirectional controls, zero-width or tag characters make code or text read differently from what a machine executes.',
    help: 'Show the line with its code points (for example with hexdump -C) and remove the invisible characters. Where they are needed, write them as escapes. The reviewer was shown them as visible escapes. Found by the action itself, not by a model; to make it block, raise it under own-results in the configuration.',
    level: 'note',
  },
  policy: {
    name: 'ReviewPolicyChange',
    short: 'The change alters the policy of this review',
    full: 'The configuration, suppressions or workflow of the review is changed. The change takes effect only after merge.',
    help: 'Have someone who answers for the policy read this part of the change: does it lower a threshold, leave out paths or suppress results? This review was done by the policy of the base branch. Protect the files with CODEOWNERS or a ruleset. Found by the action itself, not by a model; to make it block, raise it under own-results in the configuration.',
    level: 'note',
  },
  'agent-config': {
    name: 'AgentConfiguration',
    short: 'The change alters instructions or tools of coding agents',
    full: 'Files that coding agents load on their own were changed, such as instructions, hooks, skills or tool servers.',
    help: 'Read the change as you would read a script that runs on every developer machine: what does it allow, run or fetch? The reviewer did not load it; it could read it as text under another name. Found by the action itself, not by a model; to make it block, raise it under own-results in the configuration.',
    level: 'note',
  },
}

/** Every rule that a SARIF file of ours can name, in a fixed order. Closed, because code scanning keys alerts on it. */
export const catalogue: readonly Rule[] = Object.entries(wordings).flatMap(([id, wording]) =>
  id === 'security'
    ? [plainRule(id, wording), ...severities.map((severity) => securityRule(severity, wording))]
    : [plainRule(id, wording)],
)

/** The plain `security` rule carries what is not proven: no `security` tag and no rank in the security tab. */
function plainRule(id: string, wording: Wording): Rule {
  return {
    id,
    ...wording,
    level: id === 'security' ? 'note' : wording.level,
    tags: ['model-review', `model-review/${id}`],
    precision: id === 'security' ? 'low' : 'medium',
    securitySeverity: undefined,
  }
}

function securityRule(severity: Severity, wording: Wording): Rule {
  return {
    id: `security/${severity}`,
    ...wording,
    name: `${wording.name}${severity.charAt(0).toUpperCase()}${severity.slice(1)}`,
    short: `${wording.short} (${severity})`,
    level: levels[severity],
    tags: ['security', 'model-review', 'model-review/security'],
    precision: 'high',
    securitySeverity: securitySeverities[severity],
  }
}
