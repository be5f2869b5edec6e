import type { IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { type Duplex, PassThrough } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import { z } from 'zod'
import { Agent as HttpAgent, request as requestHttp } from '../node-http.js'
import { findJobProxy, type ProxyVariables, proxyAuthorization } from './job-proxy.js'

/** The provider, at one address that never changes. */
export interface Upstream {
  /** Rejects with UpstreamError. */
  post(url: URL, request: UpstreamRequest): Promise<IncomingMessage>
  close(): void
}

export interface UpstreamRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Milliseconds until the answer must have begun. */
  readonly headersTimeoutMs: number
  /** Ends the request: the client left, or the time of the run is over. */
  readonly signal: AbortSignal
}

/** Why no answer came. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly kind: 'unreachable' | 'broken' | 'silent'

  constructor(kind: UpstreamError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/** What a proxy that does not answer may take. Milliseconds. */
const PROXY_TIMEOUT_MS = 30_000
const ErrorDetails = z.looseObject({ message: z.string().optional(), code: z.string().optional() }).catch({})

/**
 * Keeps connections open between requests. The way through a proxy is our own: the client of the Actions toolkit reads
 * the variables of the process and not the ones it is given, holds a body as one string, and cannot be interrupted while
 * it connects.
 */
export function connectUpstream(
  base: URL,
  settings: { readonly env: ProxyVariables; readonly certificateAuthority?: string | undefined },
): Upstream {
  const proxy = findJobProxy(base, settings.env)
  // Said in so many words: NODE_TLS_REJECT_UNAUTHORIZED of the job must not count.
  const tls = {
    rejectUnauthorized: true,
    ...(settings.certificateAuthority === undefined ? {} : { ca: settings.certificateAuthority }),
  }
  const isSecure = base.protocol === 'https:'
  const agent = isSecure ? new HttpsAgent({ keepAlive: true, ...tls }) : new HttpAgent({ keepAlive: true })
  if (isSecure && proxy !== undefined) {
    agent.createConnection = (_options, callback) => {
      openTunnel(proxy, base, tls).then(
        (socket) => callback?.(null, socket),
        // The type wants a stream along with the error; nobody looks at it.
        (error: Error) => callback?.(error, new PassThrough()),
      )
      return undefined
    }
  }
  return {
    post: (url, request) => {
      if (isSecure) return send(requestHttps, { ...toTarget(url), agent }, request)
      if (proxy === undefined) return send(requestHttp, { ...toTarget(url), agent }, request)
      return send(proxy.protocol === 'https:' ? requestHttps : requestHttp, throughProxy(proxy, url), request)
    },
    close: () => agent.destroy(),
  }
}

function toTarget(url: URL): RequestOptions {
  return { protocol: url.protocol, hostname: bare(url.hostname), port: url.port, path: url.pathname + url.search }
}

/** An unencrypted provider: the proxy is asked for the whole address. */
function throughProxy(proxy: URL, url: URL): RequestOptions {
  const headers = { host: url.host, ...proxyAuthorization(proxy) }
  return { protocol: proxy.protocol, hostname: bare(proxy.hostname), port: proxy.port, path: url.href, headers }
}

function send(
  request: typeof requestHttp,
  target: RequestOptions,
  { headers, body, headersTimeoutMs, signal }: UpstreamRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let connected = false
    const outgoing = request({
      ...target,
      method: 'POST',
      headers: { ...target.headers, ...headers, 'content-length': body.length },
      signal,
    })
    const timer = setTimeout(() => {
      outgoing.destroy(new UpstreamError('silent', `no answer for ${Math.round(headersTimeoutMs / 1000)} s`))
    }, headersTimeoutMs)
    outgoing.on('socket', (socket) => {
      connected = outgoing.reusedSocket
      if (connected) return
      socket.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    outgoing.on('close', () => clearTimeout(timer))
    outgoing.on('error', (error) => reject(toUpstreamError(error, connected ? 'broken' : 'unreachable')))
    outgoing.on('response', (message) => {
      clearTimeout(timer)
      resolve(message)
    })
    outgoing.end(body)
  })
}

/** A connection to the provider through CONNECT, encrypted from end to end. */
function openTunnel(
  proxy: URL,
  base: URL,
  tls: { readonly rejectUnauthorized: boolean; readonly ca?: string },
): Promise<Duplex> {
  const host = bare(base.hostname)
  const authority = `${base.hostname}:${base.port === '' ? '443' : base.port}`
  const request = proxy.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asking = request({
      method: 'CONNECT',
      hostname: bare(proxy.hostname),
      port: proxy.port,
      path: authority,
      headers: { host: authority, ...proxyAuthorization(proxy) },
      agent: false,
      timeout: PROXY_TIMEOUT_MS,
    })
    asking.on('timeout', () => asking.destroy(new Error("the job's proxy does not answer")))
    asking.on('error', reject)
    asking.on('response', (answer) => refuse(answer))
    asking.on('connect', (answer, socket) => {
      if (answer.statusCode !== 200) return refuse(answer)
      socket.setTimeout(0)
      const secured = connectTls({ socket, ...(isAddress(host) ? {} : { servername: host }), host, ...tls })
      secured.once('secureConnect', () => resolve(secured))
      secured.once('error', reject)
    })
    const refuse = (answer: IncomingMessage): void => {
      asking.destroy()
      reject(new Error(`the job's proxy answers CONNECT with HTTP status ${answer.statusCode ?? 'unknown'}`))
    }
    asking.end()
  })
}

function toUpstreamError(error: unknown, kind: 'broken' | 'unreachable'): UpstreamError {
  if (error instanceof UpstreamError) return error
  // Of an AggregateError (both address families refused) only the code says something.
  const { message, code } = ErrorDetails.parse(error)
  return new UpstreamError(kind, [message, code].filter((text) => text !== undefined && text !== '').join(', '), {
    cause: error,
  })
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':')
}
