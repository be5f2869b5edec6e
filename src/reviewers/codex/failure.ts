import { ReviewerError } from '../../errors.js'
import { type ExplainedCode, explanations } from '../cli/explanations.js'
import { toOneLine } from '../cli/run-cli.js'

interface FailureRow {
  readonly pattern: RegExp
  readonly code: ExplainedCode
}

/**
 * What Codex 0.169.0 prints when a turn fails, as measured; the first row that matches counts. Every pattern is anchored:
 * what follows the CLI's own words is text of a provider and could repeat anything, a pull request included.
 */
const FAILURES: readonly FailureRow[] = [
  { pattern: /^unexpected status 40[13]\b/, code: 'UNAUTHENTICATED' },
  { pattern: /^unexpected status 404\b/, code: 'MODEL_NOT_FOUND' },
  { pattern: /^The model `[^`]*` does not exist/, code: 'MODEL_NOT_FOUND' },
  { pattern: /^(?:unexpected status 413\b|Codex ran out of room)/, code: 'CONTEXT_TOO_LONG' },
  {
    pattern: /^\{"error":\{"message":"[^"]*\bmaximum context length\b/,
    code: 'CONTEXT_TOO_LONG',
  },
  { pattern: /^Quota exceeded/, code: 'QUOTA' },
  { pattern: /^You've hit your usage limit/, code: 'QUOTA' },
  { pattern: /^exceeded retry limit, last status: 429\b/, code: 'RATE_LIMITED' },
  { pattern: /^(?:unexpected status 429\b|rate limit exceeded:)/, code: 'RATE_LIMITED' },
  { pattern: /^Selected model is at capacity/, code: 'OVERLOADED' },
  { pattern: /^We.re currently experiencing high demand/, code: 'OVERLOADED' },
  {
    pattern: /^(?:unexpected status|exceeded retry limit, last status:) 5\d\d\b/,
    code: 'OVERLOADED',
  },
  {
    pattern: /^(?:stream disconnected before completion: )?Incomplete response returned, reason: max_output_tokens/,
    code: 'NO_REPLY',
  },
  {
    pattern: /^(?:stream disconnected before completion: )?Incomplete response returned, reason: content_filter/,
    code: 'REFUSED',
  },
  { pattern: /^This (?:prompt|content) was flagged\b/, code: 'REFUSED' },
  {
    // Any other text after these words is what the provider wrote into response.failed, and no broken connection.
    pattern:
      /^stream disconnected before completion: (?:error sending request|idle timeout|stream closed before|Transport error|error decoding response body)/,
    code: 'CONNECTION',
  },
  { pattern: /^Connection failed:/, code: 'CONNECTION' },
]

/** Why a turn failed, from what the CLI said of it. */
export function toReviewerError(message: string): ReviewerError {
  const row = FAILURES.find(({ pattern }) => pattern.test(message))
  const quote = toOneLine(message)
  if (row === undefined) return new ReviewerError('EXITED', `The Codex CLI could not finish the review: ${quote}`)
  return new ReviewerError(row.code, `${explanations[row.code]} Codex says: ${quote}`)
}
