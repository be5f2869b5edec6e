import { z } from 'zod'
import type { Change } from '../types/change.js'
import type { HeadState } from './host.js'

export interface GitHubOptions {
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly token: string | undefined
}

const REQUEST_TIMEOUT_MS = 20_000
const TRIES = 3
const PullRequestHead = z.object({ head: z.object({ sha: z.string() }), state: z.string() })

/** Whether the pull request still stands at the commit that was reviewed. A failure to ask is an answer of its own. */
export async function readHead(change: Change, options: GitHubOptions): Promise<HeadState> {
  const pull = change.pullRequest
  if (pull === undefined) return { kind: 'same' }
  if (options.token === undefined) return { kind: 'unknown', why: 'github-token is empty' }
  try {
    const current = await getJson(`${options.apiUrl}/repos/${options.repository}/pulls/${pull.number}`, options.token)
    const parsed = PullRequestHead.safeParse(current)
    if (!parsed.success) return { kind: 'unknown', why: 'the API did not answer with a pull request' }
    return parsed.data.head.sha === change.head
      ? { kind: 'same' }
      : { kind: 'moved', to: parsed.data.head.sha.slice(0, 64) }
  } catch (error) {
    return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) }
  }
}

async function getJson(url: string, token: string): Promise<unknown> {
  const { HttpClient } = await import('@actions/http-client')
  const client = new HttpClient('model-stack-action', [], {
    allowRetries: true,
    maxRetries: TRIES - 1,
    socketTimeout: REQUEST_TIMEOUT_MS,
    allowRedirects: false,
  })
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  }
  const { result } = await client.getJson<unknown>(url, headers)
  return result
}
