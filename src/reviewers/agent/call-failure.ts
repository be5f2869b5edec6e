import { z } from 'zod'
import type { ReviewerErrorCode } from '../../errors.js'
import { readProviderError, toProviderFailure, toQuote } from '../../host/key-proxy/failure-table.js'

/** A request that brought no turn of the model. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly code: ReviewerErrorCode
  readonly status: number | undefined
  /** What the server said, as it said it. */
  readonly said: string
  readonly retry: Retry

  constructor(facts: Pick<CallFailure, 'code' | 'status' | 'said' | 'retry' | 'message'>, options?: ErrorOptions) {
    super(facts.message, options)
    this.code = facts.code
    this.status = facts.status
    this.said = facts.said
    this.retry = facts.retry
  }
}

/** Whether it makes sense to ask again; `afterMs` is what the server wants to be waited for. */
export type Retry = { readonly kind: 'never' } | { readonly kind: 'may'; readonly afterMs: number | undefined }

const PASSING: readonly ReviewerErrorCode[] = ['RATE_LIMITED', 'OVERLOADED', 'CONNECTION']

/** An answer whose status says that the request failed. */
export function failureOfStatus(status: number, body: unknown, headers: Headers): CallFailure {
  const said = readProviderError(body)
  const retryAfter = headers.get('retry-after') ?? undefined
  const { code, message } = toProviderFailure({ status, ...said, retryAfter })
  // The key proxy says so of whatever holds for the rest of the run, the budget among it.
  const isFinal = headers.get('x-should-retry') === 'false' || !PASSING.includes(code)
  const retry: Retry = isFinal ? { kind: 'never' } : { kind: 'may', afterMs: readRetryAfter(headers, Date.now()) }
  return new CallFailure({ code, status, message, said: `${said.kinds.join(' ')} ${said.message}`, retry })
}

/** An error inside an answer that began well. */
export function failureInStream(value: unknown): CallFailure {
  const said = readProviderError(value)
  const { code, message } = toProviderFailure({ status: undefined, ...said })
  const retry: Retry = PASSING.includes(code) ? { kind: 'may', afterMs: undefined } : { kind: 'never' }
  return new CallFailure({ code, status: undefined, message, said: said.message, retry })
}

/** No answer, or one that ended before it was complete. */
export function brokenConnection(why: string, cause?: unknown): CallFailure {
  const message = `The connection broke, or the answer was none; check the endpoint and run again. ${toQuote(why)}`
  const retry: Retry = { kind: 'may', afterMs: undefined }
  return new CallFailure({ code: 'CONNECTION', status: undefined, message, said: '', retry }, { cause })
}

/** What the errors of both SDKs hold; `status` is undefined where no answer came. */
const SdkError = z.looseObject({
  message: z.string().catch(''),
  status: z.number().optional(),
  headers: z.unknown(),
  error: z.unknown().optional(),
})

/** The failure that an SDK threw. */
export function failureOfSdk(error: unknown): CallFailure {
  const { message, status, headers: given, error: body } = SdkError.parse(error)
  // Asked for here: whoever names the class makes node load its whole client for HTTP.
  const headers = given instanceof Headers ? given : undefined
  if (status === undefined) return brokenConnection(message, error)
  return failureOfStatus(status, body ?? { message }, headers ?? new Headers())
}

/** Seconds or a date. Undefined: nothing usable is said. */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after') ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const at = /^\w{3}, /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
