import { z } from 'zod'
import { GitHubError } from '../../errors.js'
import type { Change } from '../../types/change.js'
import type { GitHubApi, HeadState } from '../host.js'

const PullRequestHead = z.object({ head: z.object({ sha: z.string().max(64) }) })

/** Whether the pull request still stands at the commit that was reviewed. A failure to ask is an answer of its own. */
export async function readHead(change: Change, api: GitHubApi): Promise<HeadState> {
  const pull = change.pullRequest
  if (pull === undefined) return { kind: 'same' }
  try {
    const parsed = PullRequestHead.safeParse(await api.get(`/pulls/${pull.number}`))
    if (!parsed.success) return { kind: 'unknown', why: 'the API did not answer with a pull request' }
    const { sha } = parsed.data.head
    return sha === change.head ? { kind: 'same' } : { kind: 'moved', to: sha }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return { kind: 'unknown', why: error.message }
  }
}
