import type { IncomingMessage } from 'node:http'
import type { Reservation, TokenBudget } from '../../review/budget.js'
import { estimateTokensOfBytes } from '../../review/request.js'
import type { ProviderFailure, WireFormat } from '../../types/egress.js'
import { presentsPlaceholder } from './credential.js'
import { describeFailure } from './failure-table.js'
import { parseJsonBody } from './json-body.js'
import type { LocalAnswer } from './local-answer.js'
import { checkBody } from './policy/check-body.js'
import type { CheckedBody } from './policy/policy.js'
import { findRoute, type Route } from './routes.js'

/** What holds for every request of a run. */
export interface Admission {
  readonly wire: WireFormat
  readonly model: string
  readonly placeholder: string
  readonly budget: TokenBudget
  readonly maxBodyBytes: number
}

/** A request that may be sent. */
export interface Admitted {
  readonly kind: 'admitted'
  readonly route: Route
  readonly body: Readonly<Record<string, unknown>>
  /** Exactly what was checked, written anew. */
  readonly bytes: Buffer
  readonly inputEstimate: number
  readonly reservation: Reservation
}

/** A request that the proxy answers itself. `reason` is one of a few words of ours, fit for the log. */
export interface Refused {
  readonly kind: 'refused'
  readonly reason: 'credential' | 'path' | 'form' | 'size' | 'body' | 'budget'
  readonly answer: LocalAnswer
  readonly failure: ProviderFailure | undefined
}

/** What an answer may have where the client sets no limit: the most that any model of the format writes. */
const MAX_OUTPUT: Readonly<Record<WireFormat, number>> = {
  responses: 128_000,
  chat: 128_000,
  messages: 128_000,
  gemini: 65_536,
}

/** Decides about a request before anything of it goes on: who asks, for what, in which words, at what price. */
export async function admit(request: IncomingMessage, admission: Admission): Promise<Admitted | Refused> {
  if (!presentsPlaceholder(request.headers, admission.placeholder)) {
    return refuse('credential', 401, 'The key proxy wants the key of this run')
  }
  const route = findRoute(admission.wire, { method: request.method, target: request.url }, admission.model)
  if (route === undefined) return refuse('path', 404, 'The key proxy serves only the requests of a review')
  const misfit = findMisfit(request)
  if (misfit !== undefined) return refuse('form', 415, misfit)
  const bytes = await readBody(request, admission.maxBodyBytes)
  if (bytes === undefined) return refuseSize(admission.maxBodyBytes)
  const parsed = parseJsonBody(bytes)
  if (parsed.kind === 'invalid') return refuse('body', 400, parsed.why)
  const decision = checkBody(parsed.value, { wire: admission.wire, route, model: admission.model })
  if (decision.kind === 'refused') return refuse('body', 400, decision.why)
  return afford(route, decision.checked, admission)
}

/** Nothing is kept of a request that does not fit the budget. */
function afford(route: Route, checked: CheckedBody, { wire, budget }: Admission): Admitted | Refused {
  const bytes = toBytes(checked.body)
  if (route.kind === 'count') {
    return { kind: 'admitted', route, body: checked.body, bytes, inputEstimate: 0, reservation: FREE }
  }
  const inputEstimate = estimateTokensOfBytes(bytes.length)
  const wanted = checked.outputLimit ?? MAX_OUTPUT[wire]
  const reservation = budget.reserve({ input: inputEstimate, output: wanted })
  if (reservation === undefined) return refuseBudget(inputEstimate, budget)
  const body = reservation.output < wanted ? checked.withOutputLimit(reservation.output) : checked.body
  const sent = body === checked.body ? bytes : toBytes(body)
  return { kind: 'admitted', route, body, bytes: sent, inputEstimate, reservation }
}

/** Counting tokens costs nothing. */
const FREE: Reservation = { output: 0, settle() {}, release() {} }

function refuse(reason: Refused['reason'], status: number, message: string): Refused {
  const isAsked = reason === 'body' || reason === 'form'
  const text = `The reviewer sent a request that no review needs. ${message}`
  const failure = isAsked ? ({ code: 'EXITED', status, message: text } as const) : undefined
  return { kind: 'refused', reason, answer: { status, message }, failure }
}

function refuseSize(maxBytes: number): Refused {
  const message = `The request is over ${maxBytes} bytes`
  const failure = describeFailure('CONTEXT_TOO_LONG', { status: 413, message })
  return { kind: 'refused', reason: 'size', answer: { status: 413, message }, failure }
}

function refuseBudget(needed: number, budget: TokenBudget): Refused {
  const message = `budget-exhausted: the request needs about ${needed} tokens, ${budget.spent()} of max-tokens ${budget.max} are spent; raise max-tokens, or review less`
  const failure = { code: 'BUDGET', status: 429, message } as const
  return { kind: 'refused', reason: 'budget', answer: { status: 429, message }, failure }
}

function findMisfit({ headers }: IncomingMessage): string | undefined {
  if (!/^application\/json(?:;|$)/i.test(headers['content-type'] ?? '')) return 'The body must be application/json'
  const encoding = headers['content-encoding'] ?? 'identity'
  return encoding === 'identity' ? undefined : 'The body must not be compressed'
}

/** Undefined: more than `maxBytes`. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined
  const chunks: Buffer[] = []
  let length = 0
  // Not destroyed on the way out: the client must still get its answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > maxBytes) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function toBytes(body: object): Buffer {
  return Buffer.from(JSON.stringify(body))
}
