import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { ReviewerError, type ReviewerErrorCode } from '../../errors.js'
import type { Command, CommandOutput, ReviewerIO } from '../../types/reviewer.js'

interface FailureRow {
  readonly pattern: RegExp
  readonly code: ReviewerErrorCode
  readonly explanation: string
}

const badCredential = 'The provider does not accept the key; check the input that holds it and what the key may do.'
const noModel = 'The provider does not serve this model, or not to this key; name another one.'
const tooLong = 'The change is too large for this model.'
const noQuota = "The account's quota is used up; check plan and billing."
const tooFast = 'The provider limits the rate of requests; run again later.'
const overloaded = 'The provider is overloaded or broken; run again later.'
const noConnection = 'The provider could not be reached, or the connection broke; check the endpoint and run again.'
const cutOff = 'The answer was cut off at the output limit of the model.'
const refused = "The provider's content filter stopped the request or the answer."

/**
 * What Codex 0.169.0 prints when a turn fails, as measured; the first row that matches counts. Every pattern is anchored:
 * what follows the CLI's own words is text of a provider and could repeat anything, a pull request included.
 */
const FAILURES: readonly FailureRow[] = [
  { pattern: /^unexpected status 40[13]\b/, code: 'UNAUTHENTICATED', explanation: badCredential },
  { pattern: /^unexpected status 404\b/, code: 'MODEL_NOT_FOUND', explanation: noModel },
  { pattern: /^The model `[^`]*` does not exist/, code: 'MODEL_NOT_FOUND', explanation: noModel },
  { pattern: /^(?:unexpected status 413\b|Codex ran out of room)/, code: 'CONTEXT_TOO_LONG', explanation: tooLong },
  {
    pattern: /^\{"error":\{"message":"[^"]*\bmaximum context length\b/,
    code: 'CONTEXT_TOO_LONG',
    explanation: tooLong,
  },
  { pattern: /^Quota exceeded/, code: 'QUOTA', explanation: noQuota },
  { pattern: /^You've hit your usage limit/, code: 'QUOTA', explanation: noQuota },
  { pattern: /^exceeded retry limit, last status: 429\b/, code: 'RATE_LIMITED', explanation: tooFast },
  { pattern: /^(?:unexpected status 429\b|rate limit exceeded:)/, code: 'RATE_LIMITED', explanation: tooFast },
  { pattern: /^Selected model is at capacity/, code: 'OVERLOADED', explanation: overloaded },
  { pattern: /^We.re currently experiencing high demand/, code: 'OVERLOADED', explanation: overloaded },
  {
    pattern: /^(?:unexpected status|exceeded retry limit, last status:) 5\d\d\b/,
    code: 'OVERLOADED',
    explanation: overloaded,
  },
  {
    pattern: /^(?:stream disconnected before completion: )?Incomplete response returned, reason: max_output_tokens/,
    code: 'NO_REPLY',
    explanation: cutOff,
  },
  {
    pattern: /^(?:stream disconnected before completion: )?Incomplete response returned, reason: content_filter/,
    code: 'REFUSED',
    explanation: refused,
  },
  { pattern: /^This (?:prompt|content) was flagged\b/, code: 'REFUSED', explanation: refused },
  {
    // Any other text after these words is what the provider wrote into response.failed, and no broken connection.
    pattern:
      /^stream disconnected before completion: (?:error sending request|idle timeout|stream closed before|Transport error|error decoding response body)/,
    code: 'CONNECTION',
    explanation: noConnection,
  },
  { pattern: /^Connection failed:/, code: 'CONNECTION', explanation: noConnection },
]

/** Longest text of a provider or CLI that an error message repeats. */
const MAX_QUOTE_LENGTH = 300

/** Why a turn failed, from what the CLI said of it. */
export function toReviewerError(message: string): ReviewerError {
  const row = FAILURES.find(({ pattern }) => pattern.test(message))
  const quote = toOneLine(message)
  if (row === undefined) return new ReviewerError('EXITED', `The Codex CLI could not finish the review: ${quote}`)
  return new ReviewerError(row.code, `${row.explanation} Codex says: ${quote}`)
}

/** What node rejects with when a program cannot be started. */
const SpawnError = z.looseObject({ code: z.string(), syscall: z.string().startsWith('spawn') })

/** Runs the CLI; one that the system cannot start is a failure of the reviewer and not ours. */
export async function runCli(io: ReviewerIO, command: Command): Promise<CommandOutput> {
  try {
    return await io.run(command)
  } catch (error) {
    const failed = SpawnError.safeParse(error)
    if (!failed.success) throw error
    const remedy = 'It must be executable for the user that it runs as; as root that is an unprivileged one.'
    throw new ReviewerError('EXITED', `The Codex CLI cannot be started (${failed.data.code}). ${remedy}`, {
      cause: error,
    })
  }
}

/** Throws when the run was called off: at the wall clock of the review, or by the runner. */
export function requireUninterrupted(signal: AbortSignal): void {
  if (!signal.aborted) return
  const reason: unknown = signal.reason
  if (reason instanceof ReviewerError) throw reason
  throw new ReviewerError(
    'TIMED_OUT',
    reason instanceof Error ? toOneLine(reason.message) : 'The review ran out of time.',
  )
}

/** Foreign text as a short piece of one line, without control characters. */
export function toOneLine(text: string): string {
  const line = stripVTControlCharacters(text.slice(0, 64 * 1024))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return line.length > MAX_QUOTE_LENGTH ? `${line.slice(0, MAX_QUOTE_LENGTH - 1)}…` : line
}
