import { z } from 'zod'
import { GitHubError } from '../errors.js'
import type { GitHubApi } from '../host/host.js'
import type { PullRequest, Sha } from '../types/change.js'
import type { Override } from '../types/report.js'
import { readPushTime } from './push-time.js'

/** The label and the comment that together lift a block. */
export const overrideLabel = 'model-stack-override'
const COMMENT = /^model-stack override:[^\S\n]*(\S[^\n]*)$/m

/** Who may, beyond those with maintain or admin permission; from the base branch's config. */
export interface OverrideRules {
  /** Logins, each also with an @ before it, and teams as `@org/team`. */
  readonly by: readonly string[]
  readonly allowAuthor: boolean
}

export interface OverrideRequest {
  readonly pullRequest: PullRequest
  /** The commit that was reviewed; an override of another one is none. */
  readonly head: Sha
  readonly rules: OverrideRules
}

export type OverrideAnswer =
  | { readonly kind: 'none' }
  /** Somebody asked for it; `why` is one sentence for people. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'granted'; readonly override: Override }

const Person = z.object({ login: z.string(), id: z.number(), type: z.string() })
const LabelEvent = z.object({
  event: z.enum(['labeled', 'unlabeled']),
  created_at: z.iso.datetime(),
  actor: Person.nullable(),
  label: z.object({ name: z.string() }),
})
type LabelEvent = z.infer<typeof LabelEvent>
const Comment = z.object({
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  user: Person.nullable(),
  body: z.string(),
})
const Permission = z.object({
  role_name: z.string().optional(),
  permission: z.string().optional(),
  user: z
    .object({ permissions: z.object({ admin: z.boolean(), maintain: z.boolean() }).partial().optional() })
    .nullish(),
})
const Membership = z.object({ state: z.string() })

const REASON_CHARACTERS = 500

/**
 * The audited override of contract.md: the label and a comment of the same person, who may do it, set after this head was
 * pushed. What cannot be checked is refused. Never throws a GitHubError.
 */
export async function readOverride(api: GitHubApi, request: OverrideRequest): Promise<OverrideAnswer> {
  try {
    const label = await readLabel(api, request.pullRequest.number)
    return label === undefined ? { kind: 'none' } : await judge(api, label, request)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return refused(`whether an override was asked for could not be checked: ${error.message}`)
  }
}

const QueuedPullRequest = z.object({
  number: z.int(),
  user: Person.nullable(),
  head: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ id: z.number() }).nullable() }),
  base: z.object({ repo: z.object({ id: z.number() }) }),
})

export interface QueuedOverrideRequest {
  /** Of the pull request that entered the queue; undefined where its ref does not name it. */
  readonly number: number | undefined
  /** The commit whose review the queue took over; undefined where it reviewed anew. */
  readonly head: Sha | undefined
  readonly rules: OverrideRules
}

/**
 * What was overridden on the pull request stays so in the merge queue, as long as it is the review of its head that was
 * taken over there: whatever the queue had to review anew, nobody has seen yet. Never throws a GitHubError.
 */
export async function readQueuedOverride(
  api: GitHubApi,
  { number, head, rules }: QueuedOverrideRequest,
): Promise<OverrideAnswer> {
  if (number === undefined || head === undefined) return { kind: 'none' }
  try {
    const pull = QueuedPullRequest.safeParse(await api.get(`/pulls/${number}`))
    if (!pull.success) return refused('the pull request in the queue could not be read')
    const { user, head: queued, base } = pull.data
    if (queued.sha !== head) return { kind: 'none' }
    const author = user ?? { login: 'ghost', id: 0, type: 'User' }
    const fork = queued.repo?.id !== base.repo.id
    const pullRequest = { number, author, fork, headRef: queued.ref, title: '', body: '', draft: false }
    return await readOverride(api, { pullRequest, head, rules })
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return refused(`whether an override was asked for could not be checked: ${error.message}`)
  }
}

/** The event that put the label there, as far as it is there still. */
async function readLabel(api: GitHubApi, number: number): Promise<LabelEvent | undefined> {
  const events = await api.list(`/issues/${number}/events`)
  const ours = events.flatMap((event) => {
    const parsed = LabelEvent.safeParse(event)
    return parsed.success && parsed.data.label.name === overrideLabel ? [parsed.data] : []
  })
  const last = ours.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at)).at(-1)
  return last?.event === 'labeled' ? last : undefined
}

async function judge(api: GitHubApi, label: LabelEvent, request: OverrideRequest): Promise<OverrideAnswer> {
  const person = label.actor
  if (person === null) return refused('nobody is known to have set the label')
  const problem = personProblem(person, request) ?? (await permissionProblem(api, person.login, request.rules))
  if (problem !== undefined) return refused(problem)
  const pushed = await readPushTime(api, request)
  if (pushed.kind === 'unknown') return refused(`when this head was pushed could not be found out: ${pushed.why}`)
  const since = pushed.at
  if (Date.parse(label.created_at) < since)
    return refused('the label was set before this head was pushed; remove it and set it again')
  const reason = await readReason(api, { number: request.pullRequest.number, person, since })
  if (reason === undefined) return refused(missingComment(person.login))
  const { login } = person
  return { kind: 'granted', override: { by: login, reason: reason.text, at: reason.at, head: request.head } }
}

function personProblem(person: z.infer<typeof Person>, { pullRequest, rules }: OverrideRequest): string | undefined {
  if (person.type !== 'User') return `${person.login} set the label and is no person`
  const own = person.id === pullRequest.author.id || sameLogin(person.login, pullRequest.author.login)
  if (own && !rules.allowAuthor)
    return `${person.login} set the label and is the pull request's author; override.allow-author in the base branch's config would allow that`
  return undefined
}

async function permissionProblem(api: GitHubApi, login: string, rules: OverrideRules): Promise<string | undefined> {
  if (rules.by.some((name) => sameLogin(name.replace(/^@/, ''), login))) return undefined
  const answer = Permission.safeParse(await api.get(`/collaborators/${encodeURIComponent(login)}/permission`))
  if (answer.success && mayMaintain(answer.data)) return undefined
  for (const team of rules.by.filter((name) => name.includes('/'))) {
    if (await isMember(api, team, login)) return undefined
  }
  return `${login} set the label, but has neither maintain nor admin permission nor is named in override.by`
}

function mayMaintain({ role_name, permission, user }: z.infer<typeof Permission>): boolean {
  if (role_name === 'admin' || role_name === 'maintain' || permission === 'admin') return true
  return user?.permissions?.admin === true || user?.permissions?.maintain === true
}

/** The token of a job may not read teams as a rule: whoever cannot be looked up is no member. */
async function isMember(api: GitHubApi, team: string, login: string): Promise<boolean> {
  const [organization = '', slug = ''] = team.replace(/^@/, '').split('/')
  const path = `/orgs/${encodeURIComponent(organization)}/teams/${encodeURIComponent(slug)}/memberships/${encodeURIComponent(login)}`
  try {
    const answer = Membership.safeParse(await api.get(path, { below: 'root' }))
    return answer.success && answer.data.state === 'active'
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'not-found' || error.kind === 'forbidden')) return false
    throw error
  }
}

interface ReasonQuery {
  readonly number: number
  readonly person: { readonly id: number }
  /** Milliseconds since the epoch. */
  readonly since: number
}

/** An edited comment does not count: who may write here may edit what others wrote. */
async function readReason(
  api: GitHubApi,
  { number, person, since }: ReasonQuery,
): Promise<{ readonly text: string; readonly at: string } | undefined> {
  const comments = await api.list(`/issues/${number}/comments?since=${new Date(since).toISOString()}`)
  for (const comment of comments.toReversed()) {
    const parsed = Comment.safeParse(comment)
    if (!parsed.success) continue
    const { user, created_at, updated_at, body } = parsed.data
    const text = COMMENT.exec(body.replaceAll('\r', ''))?.[1]
    const counts = user?.id === person.id && created_at === updated_at && Date.parse(created_at) >= since
    if (counts && text !== undefined) return { text: text.trim().slice(0, REASON_CHARACTERS), at: created_at }
  }
  return undefined
}

function missingComment(login: string): string {
  return `${login} set the label, but wrote no comment "model-stack override: <reason>" of its own, unedited and after this head was pushed`
}

function sameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function refused(why: string): OverrideAnswer {
  return { kind: 'refused', why: `No override: ${why}.` }
}
