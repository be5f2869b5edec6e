import type { GitHubStandIn } from '../support/github/stand-in.js'
import { type Permissions, writeAll } from '../support/github/tokens.js'

/** An answer, with its body read. */
export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface Client {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Got>
  send(method: string, path: string, body?: unknown): Promise<Got>
}

/** Asks the stand-in's repository: `/pulls/7` is `/repos/o/r/pulls/7`; a path that starts with `//` is below the root. */
export function clientOf(github: GitHubStandIn, permissions: Permissions = writeAll): Client {
  return clientWith(github, github.token(permissions))
}

/** The same with a token that is there already; undefined: none is sent. */
export function clientWith(github: GitHubStandIn, token: string | undefined): Client {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const request = async (path: string, init: RequestInit): Promise<Got> => {
    const below = path.startsWith('//') ? path.slice(1) : `/repos/o/r${path}`
    const headers = { ...authorization, ...Object.fromEntries(new Headers(init.headers)) }
    const response = await fetch(`${github.apiUrl}${below}`, { redirect: 'manual', ...init, headers })
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) }
  }
  return {
    get: (path, headers = {}) => request(path, { headers }),
    send: (method, path, body) =>
      request(path, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const head = 'a'.repeat(40)
export const base = 'b'.repeat(40)
export const later = 'c'.repeat(40)

/** A diff that adds lines 2 and 3 of the file and removes what was line 2. */
export const patch = '@@ -1,3 +1,4 @@\n first\n-old second\n+second\n+third\n last'
