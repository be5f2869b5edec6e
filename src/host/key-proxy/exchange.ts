import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ProviderFailure, WireFormat } from '../../types/egress.js'
import type { Endpoint } from '../../types/reviewer.js'
import { whenAnyAborts } from '../abort.js'
import { type Admission, type Admitted, admit, type Refused } from './admit.js'
import { credentialHeaders } from './credential.js'
import { describeFailure } from './failure-table.js'
import { toRequestHeaders } from './headers.js'
import type { Ledger } from './ledger.js'
import { answerLocally } from './local-answer.js'
import { redactKey } from './redact-key.js'
import { isGood, type Relayed, relay } from './relay.js'
import { upstreamUrl } from './routes.js'
import type { SentText } from './sent-text.js'
import { type Upstream, UpstreamError } from './upstream.js'

/** Limits of a proxy; only tests need others than the proxy's own. */
export interface ProxyLimits {
  readonly headersTimeoutMs: number
  readonly idleTimeoutMs: number
  readonly maxBodyBytes: number
  readonly maxAnswerBytes: number
  readonly maxRequests: number
  /** Exchanges at a time. */
  readonly maxOpen: number
}

/** What all exchanges of a run share. */
export interface ExchangeContext {
  readonly admission: Admission
  readonly wire: WireFormat
  readonly endpoint: Endpoint
  readonly upstream: Upstream
  readonly ledger: Ledger
  readonly sent: SentText
  readonly limits: ProxyLimits
  /** Ends all exchanges: the time of the run is over, or the proxy is being closed. */
  readonly signal: AbortSignal
  /** An exchange that ends with the proxy has not failed. */
  isClosing(): boolean
  onRefused(refused: Refused): void
  onExchange(summary: { readonly status: number | undefined; readonly sent: number; readonly received: number }): void
  onKeyEcho(): void
}

/** Takes one request of the reviewer to its end. */
export async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  context: ExchangeContext,
): Promise<void> {
  const decision = await admit(request, context.admission)
  if (decision.kind === 'refused') {
    request.resume()
    context.onRefused(decision)
    answerLocally(response, context.wire, decision.answer)
    return
  }
  context.ledger.countRequest(decision.bytes.length)
  context.sent.add(decision.body)
  const aborted = abortOnLeave(response, context.signal)
  try {
    const message = await ask(request, decision, { ...context, signal: aborted })
    await passOn(message, response, { admitted: decision, context })
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    failUnanswered(error, response, { admitted: decision, context })
  } finally {
    // Whatever was not charged on the way, a bug of ours included, is charged as if it had been answered shortly.
    decision.reservation.settle({ input: decision.inputEstimate, output: 0 })
  }
}

function ask(request: IncomingMessage, admitted: Admitted, context: ExchangeContext): Promise<IncomingMessage> {
  const { wire, endpoint, limits, signal } = context
  const url = upstreamUrl(endpoint.baseUrl, admitted.route)
  const headers = {
    ...toRequestHeaders(wire, request.headers),
    ...credentialHeaders(wire, { host: url.hostname, key: endpoint.key }),
  }
  return context.upstream.post(url, {
    headers,
    body: admitted.bytes,
    headersTimeoutMs: limits.headersTimeoutMs,
    signal,
  })
}

interface Going {
  readonly admitted: Admitted
  readonly context: ExchangeContext
}

async function passOn(message: IncomingMessage, response: ServerResponse, going: Going): Promise<void> {
  const { context, admitted } = going
  const unfit = findUnfit(message)
  if (unfit !== undefined) {
    message.destroy()
    admitted.reservation.release()
    const failure = describeFailure('CONNECTION', { status: message.statusCode, message: unfit })
    note(failure, going)
    answerLocally(response, context.wire, { status: 502, message: unfit })
    return
  }
  const relayed = await relay(message, response, {
    wire: context.wire,
    key: context.endpoint.key,
    idleTimeoutMs: context.limits.idleTimeoutMs,
    maxBytes: context.limits.maxAnswerBytes,
    onBytes: context.ledger.countReceived,
  })
  if (relayed.keyEchoes > 0) context.onKeyEcho()
  charge(relayed, message, going)
  conclude(relayed, message, going)
  context.onExchange({ status: message.statusCode, sent: admitted.bytes.length, received: relayed.bytes })
}

/** Answers that are not passed on at all. */
function findUnfit(message: IncomingMessage): string | undefined {
  const status = message.statusCode ?? 0
  if (status >= 300 && status < 400) {
    return `The endpoint redirects (HTTP status ${status}), which is not followed; give its final address as base URL`
  }
  const encoding = message.headers['content-encoding'] ?? 'identity'
  return encoding === 'identity' ? undefined : 'The endpoint compresses its answer although it was told not to'
}

/** A stream wraps every token in an event of many bytes, so this errs on the safe side. */
const BYTES_PER_OUTPUT_TOKEN = 3

function charge(relayed: Relayed, message: IncomingMessage, { admitted }: Going): void {
  const { reservation, inputEstimate } = admitted
  const { usage } = relayed.facts
  const written = Math.ceil(relayed.bytes / BYTES_PER_OUTPUT_TOKEN)
  if (usage !== undefined) reservation.settle(usage)
  else if (!isGood(message)) reservation.release()
  else reservation.settle({ input: inputEstimate, output: Math.min(reservation.output, written) })
}

function conclude(relayed: Relayed, message: IncomingMessage, going: Going): void {
  const { ledger, signal } = going.context
  if (going.admitted.route.kind === 'count') return
  ledger.addAnswer(relayed.facts)
  const { outcome } = relayed.facts
  if (outcome === 'completed') ledger.setFailure(undefined)
  else if (outcome !== 'open') note(outcome, going)
  else if (signal.aborted) note(timeIsOver(), going)
  else if (relayed.broken?.kind !== 'client') note(describeBreak(relayed.broken, message.statusCode), going)
}

function describeBreak(broken: Relayed['broken'], status: number | undefined): ProviderFailure {
  const codes = { silent: 'STALLED', 'too-long': 'NO_REPLY', client: 'CONNECTION', provider: 'CONNECTION' } as const
  const message = broken?.message ?? 'the answer ended before it was complete'
  return describeFailure(broken === undefined ? 'CONNECTION' : codes[broken.kind], { status, message })
}

/** No answer came: where nothing was reached the client is told so, else its connection breaks like ours did. */
function failUnanswered(error: UpstreamError, response: ServerResponse, going: Going): void {
  const { context, admitted } = going
  if (error.kind === 'unreachable') admitted.reservation.release()
  if (context.signal.aborted) note(timeIsOver(), going)
  else if (!response.destroyed) {
    const code = error.kind === 'silent' ? 'STALLED' : 'CONNECTION'
    note(describeFailure(code, { status: undefined, message: error.message }), going)
  }
  context.onExchange({ status: undefined, sent: admitted.bytes.length, received: 0 })
  if (error.kind === 'broken') {
    response.destroy()
    return
  }
  const message = redactKey(`The provider could not be reached: ${error.message}`, context.endpoint.key)
  answerLocally(response, context.wire, { status: error.kind === 'silent' ? 504 : 502, message })
}

function note(failure: ProviderFailure, { admitted, context }: Going): void {
  if (admitted.route.kind === 'count' || context.isClosing()) return
  context.ledger.setFailure({ ...failure, message: redactKey(failure.message, context.endpoint.key) })
}

function timeIsOver(): ProviderFailure {
  return describeFailure('TIMED_OUT', { status: undefined, message: '' })
}

/** The provider is not asked on for a client that has gone. */
function abortOnLeave(response: ServerResponse, signal: AbortSignal): AbortSignal {
  const left = new AbortController()
  const controller = whenAnyAborts([signal], left.signal)
  response.on('close', () => {
    left.abort()
    // After a whole answer the connection is kept for the next request.
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
