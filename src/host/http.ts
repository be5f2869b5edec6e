import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

/** No byte for so long means that the other side is gone. */
const idleTimeoutMs = 30_000
const maxRedirects = 3
const retryDelaysMs: readonly number[] = [500, 2_000]
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308]
/** Request Timeout and Too Many Requests; every 5xx is worth another try too. */
const transientStatuses: readonly number[] = [408, 429]

const CauseDetails = z.object({ message: z.string(), code: z.string() }).partial()

export interface DownloadOptions {
  /** Pauses before the second, third, … try; their number is the number of retries. */
  readonly retryDelaysMs?: readonly number[]
  readonly idleTimeoutMs?: number
  readonly signal?: AbortSignal | undefined
}

/** A download that failed; `status` is undefined where no complete answer came. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'
  readonly status: number | undefined
  readonly transient: boolean

  constructor(message: string, details: { status?: number; transient: boolean; cause?: unknown }) {
    super(message, { cause: details.cause })
    this.status = details.status
    this.transient = details.transient
  }
}

/**
 * Fetches `url` through the job's proxy (HTTPS_PROXY, HTTP_PROXY, NO_PROXY in either case) and hands the body to
 * `consume`. When the connection fails, also in the middle of the body, `consume` is called again with a new body.
 * Rejects with DownloadError, or with what `consume` threw.
 */
export async function download<T>(
  url: string,
  consume: (body: AsyncIterable<Buffer>, contentLength: number | undefined) => Promise<T>,
  options: DownloadOptions = {},
): Promise<T> {
  const delays = options.retryDelaysMs ?? retryDelaysMs
  for (let attempt = 0; ; attempt += 1) {
    options.signal?.throwIfAborted()
    try {
      return await downloadOnce(url, consume, options)
    } catch (error) {
      options.signal?.throwIfAborted()
      const delay = delays[attempt]
      if (!(error instanceof DownloadError) || !error.transient || delay === undefined) throw error
      await wait(delay, undefined, { signal: options.signal })
    }
  }
}

/** The address without query, fragment and credentials, fit for a message. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? 'an invalid URL' : `${parsed.protocol}//${parsed.host}${parsed.pathname}`.slice(0, 300)
}

async function downloadOnce<T>(
  url: string,
  consume: (body: AsyncIterable<Buffer>, contentLength: number | undefined) => Promise<T>,
  options: DownloadOptions,
): Promise<T> {
  const idle = options.idleTimeoutMs ?? idleTimeoutMs
  const message = await openUnlessAborted(openFollowingRedirects(url, idle), options.signal)
  const abort = (): void => void message.destroy(new Error('aborted'))
  options.signal?.addEventListener('abort', abort, { once: true })
  if (options.signal?.aborted === true) abort()
  message.setTimeout(idle, () => message.destroy(new Error(`no data for ${idle / 1000} s`)))
  try {
    return await consume(bodyOf(message, url), contentLengthOf(message))
  } finally {
    options.signal?.removeEventListener('abort', abort)
    message.destroy()
  }
}

/** The client cannot be interrupted while it waits for an answer: a late one is dropped. */
async function openUnlessAborted(
  opening: Promise<IncomingMessage>,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  if (signal === undefined) return opening
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason)
      opening.then((message) => message.destroy()).catch(() => {})
    }
    signal.addEventListener('abort', abort, { once: true })
    opening.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

async function openFollowingRedirects(url: string, idleMs: number): Promise<IncomingMessage> {
  // Loaded late: it drags undici along, which costs more than the rest of a start.
  const { HttpClient } = await import('@actions/http-client')
  // Redirects are followed here, because the client would go on to any protocol and up to any length.
  const client = new HttpClient('model-stack-action', [], { allowRedirects: false, socketTimeout: idleMs })
  let current = url
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const message = await open(client, current)
    const status = message.statusCode ?? 0
    if (status === 200) return message
    message.destroy()
    if (!redirectStatuses.includes(status)) throw statusError(current, status)
    current = redirectTarget(current, message.headers.location)
  }
  throw new DownloadError(`${shownUrl(url)} redirects more than ${maxRedirects} times`, { transient: false })
}

async function open(
  client: { get(url: string): Promise<{ message: IncomingMessage }> },
  url: string,
): Promise<IncomingMessage> {
  try {
    return (await client.get(url)).message
  } catch (cause) {
    throw new DownloadError(`${shownUrl(url)} cannot be reached: ${causeText(cause)}`, { transient: true, cause })
  }
}

function statusError(url: string, status: number): DownloadError {
  const transient = status >= 500 || transientStatuses.includes(status)
  return new DownloadError(`${shownUrl(url)} answered with HTTP status ${status}`, { status, transient })
}

function redirectTarget(from: string, location: string | undefined): string {
  const target = location === undefined ? null : URL.parse(location, from)
  if (target === null) {
    throw new DownloadError(`${shownUrl(from)} redirects without a valid location`, { transient: false })
  }
  if (!isSameOrSafer(from, target.href)) {
    throw new DownloadError(`${shownUrl(from)} redirects to ${target.protocol}, which is refused`, { transient: false })
  }
  return target.href
}

/** Whether going from one address to the other keeps to http(s) and does not give up encryption. */
export function isSameOrSafer(from: string, to: string): boolean {
  const protocol = URL.parse(to)?.protocol
  return protocol === 'https:' || (protocol === 'http:' && URL.parse(from)?.protocol === 'http:')
}

async function* bodyOf(message: IncomingMessage, url: string): AsyncGenerator<Buffer> {
  try {
    yield* message
  } catch (cause) {
    throw new DownloadError(`${shownUrl(url)} broke off: ${causeText(cause)}`, { transient: true, cause })
  }
}

function contentLengthOf(message: IncomingMessage): number | undefined {
  const length = Number(message.headers['content-length'])
  return Number.isSafeInteger(length) && length > 0 ? length : undefined
}

/** Of an AggregateError (both address families refused) only the code says something. */
function causeText(cause: unknown): string {
  const { message = '', code = '' } = CauseDetails.catch({}).parse(cause)
  return (message || code || 'unknown error').replace(/\s+/g, ' ').slice(0, 300)
}
