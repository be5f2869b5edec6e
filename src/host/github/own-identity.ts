import { z } from 'zod'
import { GitHubError } from '../../errors.js'
import type { GitHubApi } from '../host.js'

/** Who wrote a comment, as GitHub tells it. */
export const Authored = z.object({
  id: z.int(),
  body: z.string(),
  user: z.object({ id: z.int(), login: z.string(), type: z.string() }).nullable(),
  performed_via_github_app: z.object({ slug: z.string().nullish() }).nullish(),
})
export type Authored = z.infer<typeof Authored>

/** Whether we, with the token of this run, wrote a comment. */
export type IsOurs = (comment: Authored) => boolean

const Account = z.object({ id: z.int() })
/** No person can have a login with brackets, so only the app itself writes under it. */
const ACTIONS_LOGIN = 'github-actions[bot]'
const ACTIONS_SLUG = 'github-actions'

/**
 * How our own comments are told from look-alikes: a personal token says whose it is; the token of a job may not ask, and
 * writes as the Actions app.
 */
export async function readOwnIdentity(api: GitHubApi): Promise<IsOurs> {
  const account = await readAccount(api)
  if (account !== undefined)
    return ({ user, performed_via_github_app }) => user?.id === account && !performed_via_github_app
  return ({ user, performed_via_github_app }) =>
    user?.type === 'Bot' &&
    user.login === ACTIONS_LOGIN &&
    (performed_via_github_app?.slug ?? ACTIONS_SLUG) === ACTIONS_SLUG
}

/** Whoever wrote this comment, which the token of this run has just made, is us. */
export function sameAuthor(made: Authored): IsOurs {
  const slug = (comment: Authored) => comment.performed_via_github_app?.slug ?? undefined
  return (comment) => made.user !== null && comment.user?.id === made.user.id && slug(comment) === slug(made)
}

async function readAccount(api: GitHubApi): Promise<number | undefined> {
  try {
    const parsed = Account.safeParse(await api.get('/user', { below: 'root' }))
    return parsed.success ? parsed.data.id : undefined
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'forbidden' || error.kind === 'not-found')) return undefined
    throw error
  }
}
