import type { Agent as HttpAgent, IncomingMessage } from 'node:http'
import { readEventStream } from '../../host/key-proxy/event-stream.js'
import { parseJsonBody } from '../../host/key-proxy/json-body.js'
import { Agent, request } from '../../host/node-http.js'
import { brokenConnection } from './call-failure.js'

const BODYLESS = [204, 205, 304]
/** Where the key proxy listens. */
const LOOPBACK = '127.0.0.1'

/** What both SDKs and we ask with. */
export type LocalFetch = (target: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * `fetch` to the key proxy with these headers and no others: the SDK of Anthropic takes headers from the environment.
 * Over node's http, because the global one obeys proxy variables of the job (NODE_USE_ENV_PROXY) and gives up after five
 * minutes of its own.
 */
export function makeLocalFetch(credential: Readonly<Record<string, string>>): LocalFetch {
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    'user-agent': 'model-stack-action',
    ...credential,
  }
  // One of its own, without a proxy; a conversation keeps its connection, which does not keep the process.
  const agent = new Agent({ keepAlive: true })
  return async (target, init = {}) => {
    const url = new URL(target instanceof Request ? target.url : target)
    if (url.hostname !== LOOPBACK) throw new Error(`Only the key proxy on ${LOOPBACK} may be asked, not ${url.host}`)
    const body = typeof init.body === 'string' ? init.body : ''
    const message = await post(url, { agent, headers, body, signal: init.signal ?? undefined })
    const status = message.statusCode ?? 502
    // As a whole: nobody looks at a part, the key proxy watches over silence and length, and web streams are slow.
    const answer = Buffer.concat(await message.toArray())
    return new Response(BODYLESS.includes(status) ? null : answer, { status, headers: toHeaders(message) })
  }
}

interface Post {
  readonly agent: HttpAgent
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal | undefined
}

function post(url: URL, { agent, headers, body, signal }: Post): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(signal === undefined ? {} : { signal }),
    })
    outgoing.on('error', reject)
    outgoing.on('response', resolve)
    outgoing.end(body)
  })
}

function toHeaders(message: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/** Calls `onEvent` with every event of a stream, or once with a whole answer. Throws CallFailure. */
export async function readAnswer(response: Response, onEvent: (value: unknown) => void): Promise<void> {
  const answer = Buffer.from(await response.arrayBuffer())
  if (response.headers.get('content-type')?.toLowerCase().startsWith('text/event-stream') !== true) {
    const parsed = parseJsonBody(answer)
    if (parsed.kind === 'invalid') throw brokenConnection('The answer is not JSON.')
    onEvent(parsed.value)
    return
  }
  const events = readEventStream({ isWanted: (data) => data.includes('{'), onData: onEvent })
  events.add(answer)
  events.end()
}
