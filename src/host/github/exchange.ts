import { z } from 'zod'
import { whenAnyAborts } from '../abort.js'

const USER_AGENT = 'model-stack-action'
/** A slow line carries at least this much; a large body gets that much more time. */
const SLOWEST_BYTES_PER_MS = 500
const MARGIN_MS = 1_000
/** Codes of connections that were never made, so that no request was sent. */
const NOT_CONNECTED: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
/** GHES often has a certificate of the organisation's own authority. */
const CERTIFICATE_CODES = /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/

const CauseDetails = z.object({ message: z.string(), code: z.string() }).partial()

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface Request {
  readonly method: Method
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Where it is not the usual limit. */
  readonly maxBytes?: number
}

export interface Limits {
  /** For everything from the name look-up to the last byte. */
  readonly timeoutMs: number
  readonly maxBytes: number
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** No complete answer came. `delivery` says whether GitHub may have acted on the request all the same. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
  readonly delivery: 'not-sent' | 'unknown'

  constructor(message: string, delivery: 'not-sent' | 'unknown', options?: ErrorOptions) {
    super(message, options)
    this.delivery = delivery
  }
}

/** Sends one request through the job's proxy and reads the whole answer; rejects with NoAnswerError. */
export async function exchange(request: Request, limits: Limits, signal: AbortSignal): Promise<Answer> {
  // Loaded late: it drags undici along, which costs more than the rest of a start.
  const { HttpClient } = await import('@actions/http-client')
  const timeoutMs = limits.timeoutMs + Math.ceil((request.body?.length ?? 0) / SLOWEST_BYTES_PER_MS)
  // One client a request: disposing of it is the only way to end a request that waits for its answer.
  // Its own time-out is for what is left over behind a proxy; ours comes first, with words of its own.
  const client = new HttpClient(USER_AGENT, [], { allowRedirects: false, socketTimeout: timeoutMs + MARGIN_MS })
  const open = () => client.request(request.method, request.url.href, request.body ?? null, { ...request.headers })
  const released = new AbortController()
  const ended = whenAnyAborts([signal], released.signal)
  const over = () => ended.abort(new Error(`no complete answer within ${timeoutMs / 1000} s`))
  const timer = setTimeout(over, timeoutMs)
  try {
    return await unlessAborted(readAnswer(open, request.maxBytes ?? limits.maxBytes, ended.signal), ended.signal)
  } catch (error) {
    throw toNoAnswer(error)
  } finally {
    clearTimeout(timer)
    released.abort()
    client.dispose()
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject)
  })
}

type Opened = Awaited<ReturnType<InstanceType<typeof import('@actions/http-client').HttpClient>['request']>>

async function readAnswer(open: () => Promise<Opened>, maxBytes: number, signal: AbortSignal): Promise<Answer> {
  signal.throwIfAborted()
  const { message } = await open()
  // Behind a proxy, disposing of the client does not close the connection.
  const stop = () => void message.destroy(new Error('given up'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const body = await readBody(message, maxBytes)
    return { status: message.statusCode ?? 0, headers: message.headers, body }
  } finally {
    signal.removeEventListener('abort', stop)
    message.destroy()
  }
}

async function readBody(chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) throw new NoAnswerError(`the answer is larger than ${maxBytes} bytes`, 'unknown')
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function toNoAnswer(error: unknown): NoAnswerError {
  if (error instanceof NoAnswerError) return error
  // Of an AggregateError (both address families refused) only the code says something.
  const { message = '', code = '' } = CauseDetails.catch({}).parse(error)
  const delivery = NOT_CONNECTED.includes(code) ? 'not-sent' : 'unknown'
  const hint = CERTIFICATE_CODES.test(code) ? ' (NODE_EXTRA_CA_CERTS names the file of an authority of your own)' : ''
  return new NoAnswerError(`${message || code || 'unknown error'}${hint}`, delivery, { cause: error })
}
