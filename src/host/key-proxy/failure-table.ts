import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import type { ReviewerErrorCode } from '../../errors.js'
import type { ProviderFailure } from '../../types/egress.js'

/** What a provider said when it failed. All text is foreign. */
export interface ProviderError {
  /** Undefined for an error inside a stream that began well. */
  readonly status: number | undefined
  /** The provider's own words for the kind of error, whichever of its fields holds them. */
  readonly kinds: readonly string[]
  readonly message: string
  /** Value of the header. */
  readonly retryAfter?: string | undefined
}

/** Longest text of a provider that a message repeats. */
const MAX_QUOTE_LENGTH = 300

const EXPLANATIONS = {
  UNAUTHENTICATED: 'The provider does not accept the key; check the input that holds it and what the key may do.',
  QUOTA: "The account's quota is used up; check plan and billing.",
  RATE_LIMITED: 'The provider limits the rate of requests; run again later.',
  OVERLOADED: 'The provider is overloaded or broken; run again later.',
  MODEL_NOT_FOUND: 'The provider does not serve this model, or not to this key; name another one.',
  CONTEXT_TOO_LONG: 'The request is too large for this model; split the change.',
  CONNECTION: 'The provider could not be reached, or the connection broke; check the endpoint and run again.',
  STALLED: 'The provider did not answer in time; run again.',
  NO_REPLY: 'The answer was cut off at the output limit of the model; run again, or name another model.',
  REFUSED: "The provider's content filter stopped the request or the answer.",
  TIMED_OUT: 'The time of the run was over; raise timeout-minutes.',
  EXITED: 'The provider refuses the request.',
} as const satisfies Partial<Record<ReviewerErrorCode, string>>

type FailureCode = keyof typeof EXPLANATIONS

interface FailureRow {
  readonly code: FailureCode
  readonly statuses?: readonly number[]
  readonly kinds?: readonly string[]
  /**
   * Start of the message, where nothing else tells the error from others. Never for what counts as an outage but by
   * fixed words of the provider: what follows could repeat text of a pull request.
   */
  readonly message?: RegExp
}

/** The first row that matches counts: what the provider names, before what its status says. */
const FAILURES: readonly FailureRow[] = [
  // 1113 and 1308 are Z.ai's: balance used up, plan used up.
  {
    code: 'QUOTA',
    kinds: ['insufficient_quota', 'billing_error', 'billing_hard_limit_reached', 'usage_limit_reached', '1113', '1308'],
    statuses: [402],
    message: /^Your credit balance is too low/,
  },
  {
    code: 'CONTEXT_TOO_LONG',
    kinds: ['context_length_exceeded', 'request_too_large', 'string_above_max_length', '1261'],
    statuses: [413],
    message:
      /^(?:prompt is too long|input length and `max_tokens` exceed|The input token count|This model's maximum context length|Your input exceeds the context window)/,
  },
  {
    code: 'MODEL_NOT_FOUND',
    kinds: ['model_not_found', 'not_found_error', 'NOT_FOUND', '1211'],
    statuses: [404],
  },
  {
    code: 'REFUSED',
    kinds: ['content_filter', 'content_policy_violation', 'invalid_prompt', 'cyber_policy_violation', '1301'],
  },
  { code: 'RATE_LIMITED', kinds: ['rate_limit_exceeded', 'rate_limit_error', 'RESOURCE_EXHAUSTED'], statuses: [429] },
  {
    code: 'UNAUTHENTICATED',
    kinds: ['authentication_error', 'permission_error', 'invalid_api_key', 'UNAUTHENTICATED', 'PERMISSION_DENIED'],
    statuses: [401, 403],
    message: /^API key (?:not valid|expired)/,
  },
  {
    code: 'OVERLOADED',
    kinds: ['overloaded_error', 'server_is_overloaded', 'slow_down', 'server_error', 'api_error', 'UNAVAILABLE'],
  },
  { code: 'CONNECTION', statuses: [301, 302, 303, 307, 308, 407, 408] },
]

/** Why an exchange failed, and what to do. */
export function toProviderFailure(error: ProviderError): ProviderFailure {
  const row = FAILURES.find((candidate) => matches(candidate, error))
  const isBroken = error.status !== undefined && error.status >= 500
  return describeFailure(row?.code ?? (isBroken ? 'OVERLOADED' : 'EXITED'), error)
}

/** A failure whose code is known, with the same explanation. */
export function describeFailure(
  code: FailureCode,
  {
    status,
    message,
    retryAfter,
  }: { readonly status: number | undefined; readonly message: string; readonly retryAfter?: string | undefined },
): ProviderFailure {
  const quote = toQuote(message)
  const facts = [
    ...(status === undefined ? [] : [`HTTP status ${status}`]),
    ...(retryAfter === undefined
      ? []
      : [`retry after ${toQuote(retryAfter).slice(0, 40)}${/^\d+$/.test(retryAfter) ? ' s' : ''}`]),
  ]
  const parts = [
    EXPLANATIONS[code],
    ...(facts.length === 0 ? [] : [`(${facts.join(', ')})`]),
    ...(quote === '' ? [] : [`It says: ${quote}`]),
  ]
  return { code, status, message: parts.join(' ') }
}

const Scalar = z.union([z.string(), z.number()]).nullish().catch(undefined)
const ErrorFields = z.looseObject({
  type: Scalar,
  code: Scalar,
  status: Scalar,
  message: z.string().nullish().catch(undefined),
})
const ErrorBody = z.looseObject({ error: z.union([ErrorFields, z.string()]) })

/** Kind and message of an error in any of the three formats: the body of an answer, or an event of a stream. */
export function readProviderError(value: unknown): Pick<ProviderError, 'kinds' | 'message'> {
  // Google wraps an error in a list when it was asked for a stream.
  const body = ErrorBody.safeParse(Array.isArray(value) ? value[0] : value)
  const found = body.success ? body.data.error : ErrorFields.catch({}).parse(value)
  if (typeof found === 'string') return { kinds: [], message: found }
  const kinds = [found.code, found.type, found.status].flatMap((kind) => (kind == null ? [] : [String(kind)]))
  return { kinds, message: found.message ?? '' }
}

/** Foreign text as a short piece of one line, without control characters. */
export function toQuote(text: string): string {
  const line = stripVTControlCharacters(text.slice(0, 64 * 1024))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return line.length > MAX_QUOTE_LENGTH ? `${line.slice(0, MAX_QUOTE_LENGTH - 1)}…` : line
}

function matches(row: FailureRow, { status, kinds, message }: ProviderError): boolean {
  return (
    (status !== undefined && row.statuses?.includes(status) === true) ||
    kinds.some((kind) => row.kinds?.includes(kind) === true) ||
    row.message?.test(message) === true
  )
}
