import { z } from 'zod'
import { GitHubError } from '../errors.js'
import type { GitHubApi } from '../host/host.js'
import type { PullRequest, Sha } from '../types/change.js'

/** Milliseconds since the epoch, by GitHub's clock: dates in commits are whatever their author wrote. */
export type PushTime =
  | { readonly kind: 'known'; readonly at: number }
  | { readonly kind: 'unknown'; readonly why: string }

interface Head {
  readonly pullRequest: PullRequest
  readonly head: Sha
}

const Activity = z.object({ after: z.string(), timestamp: z.iso.datetime() })
const Run = z.object({
  head_sha: z.string(),
  head_branch: z.string().nullable(),
  event: z.string(),
  created_at: z.iso.datetime(),
})
const ForcePush = z.object({ event: z.literal('head_ref_force_pushed'), created_at: z.iso.datetime() })

/** When the head of the pull request last became what it is. */
export async function readPushTime(api: GitHubApi, head: Head): Promise<PushTime> {
  const byActivity = head.pullRequest.fork ? undefined : await tryTo(() => readActivity(api, head))
  if (byActivity !== undefined) return { kind: 'known', at: byActivity }
  const byRuns = await tryTo(() => readRuns(api, head))
  if (byRuns !== undefined) return { kind: 'known', at: byRuns }
  return {
    kind: 'unknown',
    why: 'neither the activity of its branch (contents: read) nor its workflow runs (actions: read) tell',
  }
}

/** What the branch says itself; the activity of a fork's branch is not ours to read. */
async function readActivity(api: GitHubApi, { pullRequest, head }: Head): Promise<number | undefined> {
  const ref = encodeURIComponent(`refs/heads/${pullRequest.headRef}`)
  const entries = await api.list(`/activity?ref=${ref}`, { maxPages: 1 })
  return latest(
    entries.flatMap((entry) => {
      const parsed = Activity.safeParse(entry)
      return parsed.success && parsed.data.after === head ? [Date.parse(parsed.data.timestamp)] : []
    }),
  )
}

/**
 * The first run for this commit on this branch since the branch was last forced back: a commit that was the head once
 * before, and is again, counts from the second time on.
 */
async function readRuns(api: GitHubApi, { pullRequest, head }: Head): Promise<number | undefined> {
  const events = await api.list(`/issues/${pullRequest.number}/events`)
  const forced = latest(
    events.flatMap((event) => {
      const parsed = ForcePush.safeParse(event)
      return parsed.success ? [Date.parse(parsed.data.created_at)] : []
    }),
  )
  const runs = await api.list(`/actions/runs?head_sha=${head}`, { key: 'workflow_runs', maxPages: 2 })
  const times = runs.flatMap((run) => {
    const parsed = Run.safeParse(run)
    if (!parsed.success || !parsed.data.event.startsWith('pull_request')) return []
    const { head_branch, head_sha, created_at } = parsed.data
    return head_branch === pullRequest.headRef && head_sha === head ? [Date.parse(created_at)] : []
  })
  const since = times.filter((time) => forced === undefined || time >= forced)
  return since.length === 0 ? undefined : Math.min(...since)
}

function latest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : Math.max(...times)
}

async function tryTo<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof GitHubError) return undefined
    throw error
  }
}
