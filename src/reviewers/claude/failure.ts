import { ReviewerError } from '../../errors.js'
import { type ExplainedCode, explanations } from '../cli/explanations.js'
import { toOneLine } from '../cli/run-cli.js'
import type { ResultEvent } from './events.js'

/** How a run ended that brought no answer. */
export interface FailedRun {
  readonly result: ResultEvent | undefined
  /** The CLI's word for the failure of the last request. */
  readonly errorKind: string | undefined
  /** What is said where there is no result. */
  readonly said: string
}

interface FailureRow {
  readonly code: ExplainedCode
  readonly kinds?: readonly string[]
  readonly statuses?: readonly number[]
  readonly reasons?: readonly string[]
  readonly subtypes?: readonly string[]
  readonly stops?: readonly string[]
  /** Start of what the CLI says in its own words; what follows could repeat anything, a pull request included. */
  readonly text?: RegExp
}

/** What Claude Code 2.1.329 says when a run fails, as measured; the first row that matches counts. */
const FAILURES: readonly FailureRow[] = [
  { code: 'REPLY_NOT_FINDINGS', subtypes: ['error_max_structured_output_retries'] },
  {
    code: 'CONTEXT_TOO_LONG',
    statuses: [413],
    reasons: ['prompt_too_long'],
    text: /^Prompt is too long\b/,
  },
  { code: 'REFUSED', stops: ['refusal'] },
  {
    // Before the kinds: the CLI calls these a server's error too.
    code: 'CONNECTION',
    text: /^API Error: (?:Connection (?:dropped|lost|refused|reset|closed|error)|The response stopped arriving|API returned an empty or malformed response|Request timed out|Can't reach the API server)/,
  },
  {
    code: 'QUOTA',
    kinds: ['billing_error'],
    statuses: [402],
    text: /^Credit balance is too low/,
  },
  { code: 'MODEL_NOT_FOUND', kinds: ['model_not_found'], statuses: [404] },
  { code: 'UNAUTHENTICATED', kinds: ['authentication_failed'], statuses: [401, 403] },
  { code: 'RATE_LIMITED', kinds: ['rate_limit'], statuses: [429] },
  { code: 'OVERLOADED', kinds: ['overloaded', 'server_error'], statuses: [529] },
  { code: 'NO_REPLY', kinds: ['max_output_tokens'] },
]

/** Why a run brought no answer. */
export function toReviewerError(run: FailedRun): ReviewerError {
  const { result } = run
  const said = toOneLine(result?.result ?? result?.errors?.join('; ') ?? run.said)
  const row = FAILURES.find((candidate) => matches(candidate, run))
  const status = result?.api_error_status ?? 0
  if (row !== undefined) return new ReviewerError(row.code, `${explanations[row.code]} Claude Code says: ${said}`)
  if (status >= 500) return new ReviewerError('OVERLOADED', `${explanations.OVERLOADED} Claude Code says: ${said}`)
  return new ReviewerError('EXITED', `Claude Code could not finish the review: ${said}`)
}

function matches(row: FailureRow, { result, errorKind }: FailedRun): boolean {
  const { api_error_status: status, terminal_reason: reason, subtype, stop_reason: stop, result: text } = result ?? {}
  return (
    (errorKind !== undefined && row.kinds?.includes(errorKind) === true) ||
    (status != null && row.statuses?.includes(status) === true) ||
    (reason !== undefined && row.reasons?.includes(reason) === true) ||
    (subtype !== undefined && row.subtypes?.includes(subtype) === true) ||
    (stop != null && row.stops?.includes(stop) === true) ||
    (text !== undefined && row.text?.test(text) === true)
  )
}
