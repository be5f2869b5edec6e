import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Log } from '../../../src/host/host.js'
import { type KeyProxy, type KeyProxyOptions, startKeyProxy } from '../../../src/host/key-proxy.js'
import { makeTokenBudget } from '../../../src/review/budget.js'
import type { Endpoint } from '../../../src/types/reviewer.js'

/** The key that must never be seen anywhere but at the provider. */
export const KEY = 'sk-real-0123456789abcdefghijklmnop'
const fixtures = join('test', 'host', 'key-proxy', 'fixtures')
/** For provider.test, signed by itself. */
export const certificate = readFileSync(join(fixtures, 'provider.test-certificate.pem'), 'utf8')
const certificateKey = readFileSync(join(fixtures, 'provider.test-key.pem'), 'utf8')

export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface StandIn {
  readonly port: number
  readonly seen: Seen[]
}

const cleanups: (() => Promise<unknown> | unknown)[] = []

/** Stops everything that a test started, the last first. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
}

export function afterwards(cleanup: () => Promise<unknown> | unknown): void {
  cleanups.push(cleanup)
}

/** A provider that answers each request by `answer`, after it has read it. */
export function startProvider(answer: RequestListener, kind: 'plain' | 'tls' = 'plain'): Promise<StandIn> {
  const seen: Seen[] = []
  const listener: RequestListener = (incoming, response) => {
    readAll(incoming)
      .then((body) => {
        seen.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body })
        answer(incoming, response)
      })
      .catch(() => response.destroy())
  }
  const server =
    kind === 'plain' ? createServer(listener) : createSecureServer({ cert: certificate, key: certificateKey }, listener)
  return listen(server, seen)
}

/** A proxy that joins every CONNECT, and forwards every absolute address, to `port` of this machine. */
export function startJobProxy(port: number, status = 200): Promise<StandIn> {
  const seen: Seen[] = []
  const server = createServer((incoming, response) => {
    seen.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body: '' })
    const url = new URL(incoming.url ?? '')
    const onward = request({ port, host: '127.0.0.1', method: 'POST', path: url.pathname, headers: incoming.headers })
    onward.on('response', (message) => {
      response.writeHead(message.statusCode ?? 500, message.headers)
      message.pipe(response)
    })
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, client: Socket) => {
    seen.push({ method: 'CONNECT', url: incoming.url ?? '', headers: incoming.headers, body: '' })
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Refused\r\n\r\n`)
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(client).pipe(onward)
    })
    const end = (): void => {
      onward.destroy()
      client.destroy()
    }
    onward.on('error', end)
    client.on('error', end)
    afterwards(end)
  })
  return listen(server, seen)
}

export interface Logged {
  readonly log: Log
  readonly lines: string[]
}

/** A log that keeps what it is told. */
export function makeLog(): Logged {
  const lines: string[] = []
  const keep = (level: string) => (text: string) => void lines.push(`${level}: ${text}`)
  return {
    lines,
    log: { debug: keep('debug'), info: keep('info'), warning: keep('warning'), group: (_title, body) => body() },
  }
}

export interface Running {
  readonly proxy: KeyProxy
  readonly endpoint: Endpoint
  readonly logged: readonly string[]
}

/** A key proxy with defaults for what a test is not about. */
export async function startProxy(options: Partial<KeyProxyOptions> & { readonly baseUrl: string }): Promise<Running> {
  const { baseUrl, ...given } = options
  const { log, lines } = makeLog()
  const proxy = await startKeyProxy({
    wire: 'responses',
    upstream: { baseUrl, key: KEY },
    model: 'gpt-5.5',
    budget: makeTokenBudget(10_000_000),
    listen: { kind: 'tcp' },
    env: {},
    signal: new AbortController().signal,
    log,
    ...given,
  })
  afterwards(() => proxy.close())
  return { proxy, endpoint: proxy.endpointAt(proxy.origin ?? 'http://127.0.0.1:1'), logged: lines }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
  /** The answer broke off. */
  readonly broken: boolean
}

export interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A body that passes the Responses policy. */
export const asked = { model: 'gpt-5.5', stream: true, input: [{ role: 'user', content: 'Review this, please.' }] }

/** Asks the proxy as a client would. A string or a buffer is sent as it is. */
export function ask({ endpoint }: Running, given: Asked = {}): Promise<Answer> {
  const url = new URL(endpoint.baseUrl)
  const body = given.body ?? asked
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: url.hostname,
      port: url.port,
      method: given.method ?? 'POST',
      path: given.path ?? '/v1/responses',
      agent: false,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${endpoint.key}`, ...given.headers },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (message) => {
      readAll(message).then(
        (text) => resolve({ status: message.statusCode ?? 0, headers: message.headers, text, broken: false }),
        () => resolve({ status: message.statusCode ?? 0, headers: message.headers, text: '', broken: true }),
      )
    })
    if (given.method === 'GET' || given.method === 'DELETE') outgoing.end()
    else outgoing.end(bytes)
  })
}

/** Sends bytes and returns all that comes back until the other side closes. */
export function sendRaw(running: Running, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(running.endpoint.baseUrl).port), '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.setTimeout(3_000, () => socket.destroy())
    socket.write(text)
  })
}

/** The events of a completed answer of the Responses API. */
export function completedEvents(usage = { input_tokens: 100, output_tokens: 20, cached: 40 }): string {
  const response = {
    id: 'resp_1',
    model: 'gpt-5.5-2026-04-23',
    status: 'completed',
    usage: {
      input_tokens: usage.input_tokens,
      input_tokens_details: { cached_tokens: usage.cached },
      output_tokens: usage.output_tokens,
    },
  }
  return toEvents([
    { type: 'response.created', response: { id: 'resp_1', model: 'gpt-5.5-2026-04-23' } },
    { type: 'response.output_text.delta', delta: 'Nothing to say.' },
    { type: 'response.completed', response },
  ])
}

export function toEvents(events: readonly { readonly type: string; readonly [name: string]: unknown }[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('')
}

/** Answers with a stream of events. */
export function streams(text: string): RequestListener {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text)
  }
}

/** Answers with JSON. */
export function says(status: number, body: object, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
}

async function readAll(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server, seen: Seen[]): Promise<StandIn> {
  afterwards(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('not listening'))
      else resolve({ port: address.port, seen })
    })
  })
}
