import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { ConfigurationError } from '../errors.js'
import type { TokenBudget } from '../review/budget.js'
import type { HostTraffic, ProviderFailure, WireFormat } from '../types/egress.js'
import type { Endpoint, Usage } from '../types/reviewer.js'
import { whenAnyAborts } from './abort.js'
import type { Log } from './host.js'
import type { Refused } from './key-proxy/admit.js'
import { makePlaceholder } from './key-proxy/credential.js'
import { type ExchangeContext, exchange, type ProxyLimits } from './key-proxy/exchange.js'
import { type Ledger, makeLedger } from './key-proxy/ledger.js'
import { answerLocally } from './key-proxy/local-answer.js'
import { makeSentText, type SentText } from './key-proxy/sent-text.js'
import { connectUpstream } from './key-proxy/upstream.js'
import { createServer } from './node-http.js'

export interface KeyProxyOptions {
  readonly wire: WireFormat
  /** The real address of the provider and the real key. */
  readonly upstream: Endpoint
  /** Exactly this model may be asked. */
  readonly model: string
  /** Shared by all reviewers of the run. */
  readonly budget: TokenBudget
  /** `tcp`: a free port of 127.0.0.1. */
  readonly listen: { readonly kind: 'socket'; readonly path: string } | { readonly kind: 'tcp' }
  /** Of the job; only its proxy variables are looked at. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** The time of the run. */
  readonly signal: AbortSignal
  readonly log: Log
  /** Where it is remembered what was sent; other proxies may write into the same. */
  readonly sent?: SentText | undefined
  readonly limits?: Partial<ProxyLimits>
  /** PEM, instead of the authorities that node trusts; only tests need one. */
  readonly certificateAuthority?: string | undefined
}

/** Stands between a reviewer that holds nothing and its provider. */
export interface KeyProxy {
  /** What the reviewer is told, `origin` being where it reaches this proxy; the key is worthless elsewhere. */
  endpointAt(origin: string): Endpoint
  /** http://127.0.0.1:PORT with `tcp`. */
  readonly origin: string | undefined
  /** Once every exchange that its client has seen the end of is noted. */
  settled(): Promise<void>
  /** The last exchange that failed and was not followed by a completed one. */
  failure(): ProviderFailure | undefined
  /** As the provider counted, cached tokens included in the input. */
  usage(): Usage
  traffic(): HostTraffic
  /** Names of the models that the answers say answered. */
  readonly models: () => readonly string[]
  readonly sent: SentText
  /** Ends open exchanges and removes the socket. */
  close(): Promise<void>
}

/** Of a reviewer that is asked about one part of a change. */
export const MAX_REQUESTS = 500

const DEFAULT_LIMITS: ProxyLimits = {
  // A model that thinks before it streams has been seen to take minutes.
  headersTimeoutMs: 300_000,
  idleTimeoutMs: 300_000,
  // What the providers accept at most.
  maxBodyBytes: 32 * 1024 * 1024,
  maxAnswerBytes: 64 * 1024 * 1024,
  maxRequests: MAX_REQUESTS,
  maxOpen: 8,
}

/** Milliseconds from the break of an exchange, which the client may see first, until it has been noted. */
const SETTLE_MS = 2_000
/** A longer path cannot be bound. Bytes, of sockaddr_un on macOS, the shortest. */
const MAX_SOCKET_PATH = 103
const MODEL_IN_PATH = /^[A-Za-z0-9._-]{1,200}$/

/** Starts the key proxy of one reviewer. Throws ConfigurationError for a base URL or a model that cannot be asked. */
export async function startKeyProxy(options: KeyProxyOptions): Promise<KeyProxy> {
  const base = readBaseUrl(options.upstream.baseUrl)
  requireFitModel(options)
  const placeholder = makePlaceholder(options.wire)
  const ledger = makeLedger(base.host)
  const sent = options.sent ?? makeSentText()
  const closing = new AbortController()
  const upstream = connectUpstream(base, options)
  const context = makeContext(options, { ledger, sent, placeholder, upstream, closing: closing.signal })
  const exchanges = new Exchanges()
  const server = makeServer(context, options, exchanges)
  await listen(server, options.listen)
  const origin = originOf(server)
  return {
    endpointAt: (at) => ({ baseUrl: isOpenAiFormat(options.wire) ? `${at}/v1` : at, key: placeholder }),
    origin,
    settled: () => exchanges.settled(),
    failure: ledger.failure,
    usage: ledger.usage,
    traffic: ledger.traffic,
    models: ledger.models,
    sent,
    close: async () => {
      closing.abort()
      await close(server)
      upstream.close()
      options.log.debug(describeTraffic(ledger))
    },
  }
}

/** A base URL of OpenAI's formats ends in /v1 itself. */
function isOpenAiFormat(wire: WireFormat): boolean {
  return wire === 'responses' || wire === 'chat'
}

interface ProxyParts {
  readonly ledger: Ledger
  readonly sent: SentText
  readonly placeholder: string
  readonly upstream: ReturnType<typeof connectUpstream>
  readonly closing: AbortSignal
}

function makeContext(options: KeyProxyOptions, parts: ProxyParts): ExchangeContext {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const warnOnce = makeWarnOnce(options.log)
  return {
    admission: {
      wire: options.wire,
      model: options.model,
      placeholder: parts.placeholder,
      budget: options.budget,
      maxBodyBytes: limits.maxBodyBytes,
    },
    wire: options.wire,
    endpoint: options.upstream,
    upstream: parts.upstream,
    ledger: parts.ledger,
    sent: parts.sent,
    limits,
    signal: whenAnyAborts([options.signal, parts.closing]).signal,
    isClosing: () => parts.closing.aborted && !options.signal.aborted,
    onRefused: (refused) => {
      parts.ledger.countRefused()
      if (refused.failure !== undefined) parts.ledger.setFailure(refused.failure)
      warnOnce(refused.reason, refusalText(refused))
    },
    onExchange: ({ status, sent, received }) =>
      options.log.debug(`Key proxy: status ${status ?? 'none'}, ${sent} bytes sent, ${received} bytes received`),
    onKeyEcho: () =>
      warnOnce('key-echo', 'Key proxy: secret echoed: the provider repeated its key, which was taken out'),
  }
}

/** What is foreign in a refusal is not logged. */
function refusalText({ reason, answer }: Refused): string {
  if (reason === 'budget') return `Key proxy: ${answer.message}`
  return `Key proxy: refused a request of the reviewer because of its ${reason}`
}

/** A reviewer that asks in a loop must not fill the log. */
function makeWarnOnce(log: Log): (kind: Refused['reason'] | 'key-echo', text: string) => void {
  const said = new Set<string>()
  return (kind, text) => {
    if (said.has(kind)) return
    said.add(kind)
    log.warning(text)
  }
}

/** What is under way at the proxy. */
class Exchanges {
  readonly #open = new Set<Promise<void>>()

  get size(): number {
    return this.#open.size
  }

  add(exchanging: Promise<void>): void {
    const ended: Promise<void> = exchanging.finally(() => void this.#open.delete(ended))
    this.#open.add(ended)
  }

  /** Once all of it has been noted; not for long, as whoever asks is done with its requests. */
  async settled(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const longest = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, SETTLE_MS)
    })
    await Promise.race([Promise.allSettled(this.#open), longest])
    clearTimeout(timer)
  }
}

function makeServer(context: ExchangeContext, { signal }: KeyProxyOptions, exchanges: Exchanges): Server {
  const server = createServer({ requireHostHeader: true, insecureHTTPParser: false, maxHeaderSize: 16 * 1024 })
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  // A client that finds its connection closed between two turns would take that for a failure.
  server.keepAliveTimeout = 600_000
  server.maxConnections = 64
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const busy = findObstacle(context, { open: exchanges.size, isOver: signal.aborted })
    if (busy !== undefined) {
      refuseAtOnce(request, response, { context, refused: busy })
      return
    }
    // A broken request, or a bug of ours: never a crash of the action, never an answer.
    exchanges.add(exchange(request, response, context).catch(() => void response.destroy()))
  })
  refuseEverythingElse(server, context)
  return server
}

function refuseAtOnce(
  request: IncomingMessage,
  response: ServerResponse,
  { context, refused }: { readonly context: ExchangeContext; readonly refused: Refused },
): void {
  request.resume()
  context.onRefused(refused)
  answerLocally(response, context.wire, refused.answer)
}

/** Why no further request is taken, whatever it is. */
function findObstacle(
  { ledger, limits }: ExchangeContext,
  { open, isOver }: { readonly open: number; readonly isOver: boolean },
): Refused | undefined {
  if (isOver) return obstacle(503, 'The time of the run is over')
  if (open >= limits.maxOpen) return obstacle(503, `The key proxy takes ${limits.maxOpen} requests at a time`)
  const { requests } = ledger.traffic()
  if (requests < limits.maxRequests) return undefined
  const message = `budget-exhausted: the reviewer made ${requests} requests, which is the most in a run`
  return {
    kind: 'refused',
    reason: 'budget',
    answer: { status: 429, message },
    failure: { code: 'BUDGET', status: 429, message },
  }
}

function obstacle(status: number, message: string): Refused {
  return { kind: 'refused', reason: 'form', answer: { status, message }, failure: undefined }
}

const GONE: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'HPE_INVALID_EOF_STATE'])

/** CONNECT, Upgrade, Expect and what is no HTTP at all. */
function refuseEverythingElse(server: Server, context: ExchangeContext): void {
  const refuse = (socket: Duplex, status: string): void => {
    context.onRefused(obstacle(400, status))
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
    else socket.destroy()
  }
  server.on('connect', (_request, socket) => refuse(socket, '405 Method Not Allowed'))
  server.on('upgrade', (_request, socket) => refuse(socket, '400 Bad Request'))
  server.on('clientError', (error, socket) => {
    // A client that is gone has asked for nothing: the CLIs close their connections in the middle of things.
    if ('code' in error && GONE.has(error.code)) socket.destroy()
    else refuse(socket, '400 Bad Request')
  })
  const refuseExpectation = (request: IncomingMessage, response: ServerResponse): void =>
    refuseAtOnce(request, response, { context, refused: obstacle(417, 'Expect is not served') })
  server.on('checkContinue', refuseExpectation)
  server.on('checkExpectation', refuseExpectation)
}

function readBaseUrl(text: string): URL {
  const url = URL.parse(text)
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '') return url
  throw new ConfigurationError(
    'The base URL of the reviewer is not an address; an absolute http:// or https:// URL is accepted.',
  )
}

function requireFitModel({ wire, model }: KeyProxyOptions): void {
  if (wire !== 'gemini' || MODEL_IN_PATH.test(model)) return
  throw new ConfigurationError(
    `reviewers: the model ${JSON.stringify(model.slice(0, 100))} cannot be part of an address; letters, digits, dots, hyphens and underscores are accepted.`,
  )
}

function listen(server: Server, where: KeyProxyOptions['listen']): Promise<void> {
  if (where.kind === 'socket' && Buffer.byteLength(where.path) > MAX_SOCKET_PATH) {
    throw new Error(`The path of the key proxy's socket is over ${MAX_SOCKET_PATH} bytes: ${where.path}`)
  }
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', resolve)
    // Whoever reaches the directory may connect; the placeholder decides then.
    if (where.kind === 'socket') server.listen({ path: where.path, readableAll: true, writableAll: true })
    else server.listen(0, '127.0.0.1')
  })
}

function originOf(server: Server): string | undefined {
  const address = server.address()
  return address === null || typeof address === 'string' ? undefined : `http://127.0.0.1:${address.port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function describeTraffic(ledger: Ledger): string {
  const { host, requests, refused, bytesSent, bytesReceived } = ledger.traffic()
  const { inputTokens, cachedInputTokens, outputTokens } = ledger.usage()
  return `Key proxy: ${host}: ${requests} requests, ${refused} refused, ${bytesSent} bytes sent, ${bytesReceived} bytes received, ${inputTokens} tokens in (${cachedInputTokens} cached), ${outputTokens} out`
}
