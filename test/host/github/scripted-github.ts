import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { GitHubError } from '../../../src/errors.js'
import { type GitHubClient, type GitHubClientOptions, makeGitHubApi } from '../../../src/host/github/client.js'
import { close, listen } from '../../support/registry-stand-in.js'

/** One answer, or something done to the connection instead of one. */
export type Step =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | ((response: ServerResponse, request: IncomingMessage) => void)

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface ScriptedGitHub {
  readonly url: string
  readonly requests: readonly SeenRequest[]
  close(): Promise<void>
}

/** A server on 127.0.0.1 that gives these answers one after the other, the last one for ever. */
export async function startScriptedGitHub(steps: readonly Step[]): Promise<ScriptedGitHub> {
  const requests: SeenRequest[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => '')
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, headers, body })
    const step = steps[Math.min(requests.length, steps.length) - 1]
    if (typeof step === 'function') step(response, request)
    else sendStep(response, step ?? { status: 404 })
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}`, requests, close: () => close(server) }
}

function sendStep(response: ServerResponse, { status, headers, body }: Exclude<Step, (...args: never) => void>): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body))
}

export const ok = (body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Step => ({
  status: 200,
  headers,
  body,
})

export const refusal = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Step => ({
  status,
  headers,
  body: { message, documentation_url: 'https://docs.example/rest' },
})

/** The connection breaks off without an answer. */
export const breaksOff: Step = (response) => response.destroy()

export const TOKEN = 'ghs_0123456789abcdefSECRET'
/** What the clock of the tests stands at. */
export const NOW = Date.parse('2026-11-21T12:00:00Z')

export interface Session {
  readonly api: GitHubClient
  readonly server: ScriptedGitHub
  /** The pauses that were asked for, in milliseconds; none is really waited for. */
  readonly waits: readonly number[]
  readonly lines: readonly string[]
}

const running: ScriptedGitHub[] = []

/** A client of `o/r` that speaks to a server with this script. */
export async function startSession(
  steps: readonly Step[],
  options: Partial<GitHubClientOptions> & { readonly prefix?: string } = {},
): Promise<Session> {
  const server = await startScriptedGitHub(steps)
  running.push(server)
  const waits: number[] = []
  const lines: string[] = []
  const note = (line: string) => void lines.push(line)
  const { prefix = '', ...given } = options
  const api = makeGitHubApi({
    apiUrl: `${server.url}${prefix}`,
    repository: 'o/r',
    token: TOKEN,
    signal: new AbortController().signal,
    now: () => NOW,
    wait: async (ms) => void waits.push(ms),
    log: { debug: note, info: note, warning: note, group: (_title, body) => body() },
    ...given,
  })
  return { api, server, waits, lines }
}

/** Ends the servers of a test. */
export async function endSessions(): Promise<void> {
  for (const server of running.splice(0)) await server.close()
}

/** The error with which a request was refused; fails the test when it was not. */
export async function errorOf(request: Promise<unknown>): Promise<GitHubError> {
  const outcome = await request.then(
    (value) => ({ value }),
    (error: GitHubError) => ({ error }),
  )
  if ('error' in outcome) return outcome.error
  throw new Error(`no error, but ${JSON.stringify(outcome.value)}`)
}
