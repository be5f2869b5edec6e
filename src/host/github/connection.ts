import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigurationError, GitHubError } from '../../errors.js'
import type { Log } from '../host.js'
import { type Answer, exchange, type Limits, type Method } from './exchange.js'
import { type Asked, shown } from './failure.js'
import { type ApiPlace, addressOf, apiPlace } from './location.js'
import { endedError, makeSender, type Sender } from './retry.js'

/** The version that every supported GHES knows too. */
const API_VERSION = '2022-11-28'
export const JSON_TYPE = 'application/vnd.github+json'
const defaultLimits: Limits = { timeoutMs: 20_000, maxBytes: 20 * 1024 * 1024 }

export interface GitHubClientOptions {
  /** GITHUB_API_URL: `https://api.github.com`, or `https://host/api/v3` on GHES. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly token: string | undefined
  readonly signal: AbortSignal
  readonly log?: Log
  readonly now?: () => number
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  readonly limits?: Partial<Limits>
}

/** What every request of a run shares: where to, as whom, and the time that may be spent on waiting. */
export interface Connection {
  readonly place: ApiPlace
  readonly token: string
  readonly send: Sender
  /** Rejects with GitHubError when the run ends meanwhile. */
  readonly wait: (ms: number) => Promise<void>
  readonly log: Log | undefined
}

/** Throws ConfigurationError for what is no address or token. */
export function connect(options: GitHubClientOptions): Connection {
  const { apiUrl, repository, token = '', log, signal } = options
  const limits = { ...defaultLimits, ...options.limits }
  const place = apiPlace(apiUrl, repository)
  if (place === undefined) {
    throw new ConfigurationError(
      `GITHUB_API_URL and GITHUB_REPOSITORY (${JSON.stringify(repository.slice(0, 200))}) do not name a repository; accepted are an http or https URL without credentials, and owner/name.`,
    )
  }
  // Anything else would end the header, and appear in an error about it.
  if (!/^[\x21-\x7e]{0,10000}$/.test(token)) {
    throw new ConfigurationError(
      'github-token holds spaces or characters that no token has; give it as GitHub shows it.',
    )
  }
  const now = options.now ?? Date.now
  const wait = pausing(options.wait ?? ((ms, ended) => sleep(ms, undefined, { signal: ended })), signal)
  const send = makeSender({ log, signal, now, wait, send: (request) => exchange(request, limits, signal) })
  return { place, token, log, wait, send }
}

function pausing(
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): (ms: number) => Promise<void> {
  return async (ms) => {
    try {
      await wait(ms, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    }
    if (signal.aborted) throw endedError(signal)
  }
}

export function headersOf({ token }: Connection, accept: string): Readonly<Record<string, string>> {
  return { accept, authorization: `Bearer ${token}`, 'x-github-api-version': API_VERSION }
}

/** A request as messages name it; throws where there is no token to make it with. */
export function askedFor({ token }: Connection, method: Method, path: string): Asked {
  const asked = { request: { method }, path, token: token === '' ? undefined : token }
  if (token !== '') return asked
  throw new GitHubError('forbidden', `${shown(asked)} needs a token, and github-token is empty.`)
}

/** The URL of a path below `root`, itself below the API. */
export function address({ place }: Connection, root: string, asked: Asked): URL {
  const url = addressOf(place, root, asked.path)
  if (url !== undefined) return url
  throw new GitHubError('invalid', `${shown(asked)} was not sent: the path is not one below GitHub's API.`)
}

/** The body as JSON; undefined when it is empty. */
export function parseJson({ body, status }: Answer, asked: Asked): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // No cause: the parser's words quote the answer, which may hold anything.
    throw new GitHubError('unavailable', `GitHub answered ${shown(asked)} with something that is not JSON.`, { status })
  }
}

/** An answer that GitHub should not have given. */
export function odd(asked: Asked, what: string): GitHubError {
  return new GitHubError('unavailable', `GitHub answered ${shown(asked)} with ${what}.`)
}
