import { GitHubError } from '../../errors.js'
import {
  type CommentPlan,
  type ExistingComment,
  type ReviewComment,
  reviewCommentKey,
} from '../../report/review-comments.js'
import type { GitHubApi } from '../host.js'
import { createOnce } from './create-once.js'
import { needing } from './needing.js'
import { Authored, type IsOurs, readOwnIdentity, sameAuthor } from './own-identity.js'

export interface ReviewComments {
  readonly pullRequest: number
  /** The commit whose lines the comments name. */
  readonly head: string
  /** Compares what is wanted with our own comments that stand there. */
  plan(existing: readonly ExistingComment[]): CommentPlan
  readonly wait: (ms: number) => Promise<void>
}

export interface PublishedComments {
  readonly created: number
  readonly updated: number
  /** Those that GitHub refused, each with its place and reason. */
  readonly refused: readonly string[]
}

/**
 * Brings the inline comments up to date: one by one, so that a line that GitHub refuses does not lose the others. They
 * are comments only; this never approves and never requests changes. Rejects with GitHubError when nothing can be written.
 */
export async function publishReviewComments(github: GitHubApi, comments: ReviewComments): Promise<PublishedComments> {
  const api = needing('pull-requests: write', github)
  return publishAs(api, comments, await readOwnIdentity(api))
}

async function publishAs(api: GitHubApi, comments: ReviewComments, isOurs: IsOurs): Promise<PublishedComments> {
  const { create, update } = comments.plan(await readOurs(api, comments.pullRequest, isOurs))
  for (const { id, body } of update) await api.send('PATCH', `/pulls/comments/${id}`, { body })
  const refused: string[] = []
  for (const comment of create) {
    const outcome = await createComment(api, comment, { ...comments, isOurs })
    if (typeof outcome === 'string') refused.push(`${comment.path}:${comment.line}: ${outcome}`)
    else if (!isOurs(outcome)) return startAgain(api, comments, outcome)
  }
  return { created: create.length - refused.length, updated: update.length, refused }
}

/** The token is an app's of whose identity we only learn now: what it wrote on earlier runs has to be looked at first. */
async function startAgain(api: GitHubApi, comments: ReviewComments, made: Authored): Promise<PublishedComments> {
  await api.send('DELETE', `/pulls/comments/${made.id}`)
  return publishAs(api, comments, sameAuthor(made))
}

async function readOurs(api: GitHubApi, pullRequest: number, isOurs: IsOurs): Promise<readonly Authored[]> {
  const all = await api.list(`/pulls/${pullRequest}/comments`)
  return all.flatMap((entry) => {
    const parsed = Authored.safeParse(entry)
    return parsed.success && isOurs(parsed.data) ? [parsed.data] : []
  })
}

/** The comment as it stands there, or why GitHub refused it. */
async function createComment(
  api: GitHubApi,
  comment: ReviewComment,
  { pullRequest, head, wait, isOurs }: ReviewComments & { readonly isOurs: IsOurs },
): Promise<Authored | string> {
  const { path, side, line, startLine, body } = comment
  const lines = startLine === undefined ? { line, side } : { line, side, start_line: startLine, start_side: side }
  try {
    const made = await createOnce<unknown>({
      create: () => api.send('POST', `/pulls/${pullRequest}/comments`, { commit_id: head, path, body, ...lines }),
      find: async () => {
        const ours = await readOurs(api, pullRequest, isOurs)
        return ours.find((one) => reviewCommentKey(one.body) === reviewCommentKey(comment.body))
      },
      wait,
    })
    return Authored.parse(made)
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'invalid') return error.message
    throw error
  }
}
