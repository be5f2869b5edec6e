import type { GitHubApi } from '../host.js'
import { createOnce } from './create-once.js'
import { needing } from './needing.js'
import { Authored, type IsOurs, readOwnIdentity, sameAuthor } from './own-identity.js'

export interface SummaryComment {
  readonly pullRequest: number
  readonly body: string
  /** The first line of the body, by which an earlier one of the same kind is found. */
  readonly marker: string
  /** `if-there`: an earlier comment is brought up to date, but none is made. */
  readonly when: 'always' | 'if-there'
  readonly wait: (ms: number) => Promise<void>
}

/** Keeps one comment up to date: ours alone, whoever copies its marker. Rejects with GitHubError. */
export async function publishSummaryComment(
  github: GitHubApi,
  comment: SummaryComment,
): Promise<'created' | 'updated' | 'unchanged' | 'none'> {
  const api = needing('pull-requests: write', github)
  const isOurs = await readOwnIdentity(api)
  const earlier = await findOurs(api, comment, isOurs)
  if (earlier !== undefined) return update(api, earlier, comment)
  if (comment.when === 'if-there') return 'none'
  const made = Authored.parse(
    await createOnce<unknown>({
      create: () => api.send('POST', `/issues/${comment.pullRequest}/comments`, { body: comment.body }),
      find: () => findOurs(api, comment, isOurs),
      wait: comment.wait,
    }),
  )
  return isOurs(made) ? 'created' : foldIntoEarlier(api, made, comment)
}

/** The token is an app's of whose identity we only learn now: an earlier comment of the same app takes the new text. */
async function foldIntoEarlier(
  api: GitHubApi,
  made: Authored,
  comment: SummaryComment,
): Promise<'created' | 'updated' | 'unchanged'> {
  const isOurs = sameAuthor(made)
  const earlier = await findOurs(api, comment, (other) => isOurs(other) && other.id !== made.id)
  if (earlier === undefined) return 'created'
  const outcome = await update(api, earlier, comment)
  await api.send('DELETE', `/issues/comments/${made.id}`)
  return outcome
}

async function update(api: GitHubApi, earlier: Authored, { body }: SummaryComment): Promise<'updated' | 'unchanged'> {
  if (earlier.body === body) return 'unchanged'
  await api.send('PATCH', `/issues/comments/${earlier.id}`, { body })
  return 'updated'
}

async function findOurs(
  api: GitHubApi,
  { pullRequest, marker }: SummaryComment,
  isOurs: IsOurs,
): Promise<Authored | undefined> {
  for (const entry of await api.list(`/issues/${pullRequest}/comments`)) {
    const parsed = Authored.safeParse(entry)
    if (parsed.success && isOurs(parsed.data) && parsed.data.body.split(/\r?\n/)[0] === marker) return parsed.data
  }
  return undefined
}
