import { z } from 'zod'
import { type Answer, type Call, created, invalid, notFound, numberParam, ok, page, type Routes } from '../answer.js'
import {
  type App,
  actionsApp,
  actionsBot,
  type Comment,
  type IssueEvent,
  type Person,
  type PullRequest,
  type World,
} from '../world.js'
import { userOf } from './people.js'

const base = '/repos/{owner}/{repo}/issues'
const read = ['issues: read', 'pull-requests: read']
const write = ['issues: write', 'pull-requests: write']

/** A pull request as the issue that it also is: comments, labels, and what happened. */
export const issueRoutes: Routes = {
  [`get ${base}/{issue_number}`]: { needs: read, answer: (call, world) => onIssue(call, world, issueOf) },
  [`get ${base}/{issue_number}/comments`]: { needs: read, answer: listComments },
  [`post ${base}/{issue_number}/comments`]: { needs: write, answer: createComment },
  [`get ${base}/comments/{comment_id}`]: { needs: read, answer: readComment },
  [`patch ${base}/comments/{comment_id}`]: { needs: write, answer: updateComment },
  [`delete ${base}/comments/{comment_id}`]: { needs: write, answer: deleteComment },
  [`get ${base}/{issue_number}/events`]: { needs: read, answer: listEvents },
  [`get ${base}/{issue_number}/labels`]: { needs: read, answer: (call, world) => onIssue(call, world, labelsOf) },
  [`get ${base}/{issue_number}/timeline`]: { needs: read, answer: listTimeline },
}

/** MySQL's limit, which GitHub's answer names. */
const BODY_CHARACTERS = 65_536
export const Body = z.object({ body: z.string() })

/** What is wrong with the text of a comment, as GitHub says it. */
export function bodyProblem(resource: string, body: string): Answer | undefined {
  if (body.trim() === '') return invalid(resource, 'body', "body can't be blank")
  if (body.length <= BODY_CHARACTERS) return undefined
  return invalid(resource, 'body', `body is too long (maximum is ${BODY_CHARACTERS} characters)`)
}

/** As the API tells an app. */
export function appOf(app: App): object {
  return { id: app.id, slug: app.slug, name: app.name }
}

/** Whose words a comment of the token is, and by which app. */
export function authorOf(call: Call): Pick<Comment, 'author' | 'app'> {
  return { author: call.token.actor, app: call.token.app }
}

/** Rank of somebody to the pull request, as comments tell it. */
export function associationOf(author: Person, world: World): string {
  const role = world.members.get(author.login.toLowerCase())?.role ?? 'none'
  return role === 'none' ? 'NONE' : 'COLLABORATOR'
}

/** Something happened to it. */
export function addEvent(
  world: World,
  issue: number,
  event: Pick<IssueEvent, 'event' | 'actor' | 'label' | 'commit'>,
): void {
  world.events.push({ id: world.nextId(), issue, createdAt: world.clock.stamp(), ...event })
}

function onIssue(call: Call, world: World, tell: (pull: PullRequest) => unknown): Answer {
  const pull = world.pullRequests.get(numberParam(call, 'issue_number'))
  return pull === undefined ? notFound : ok(tell(pull))
}

function issueOf(pull: PullRequest): object {
  const { number, title, body, state, author, createdAt } = pull
  return {
    number,
    title,
    body,
    state,
    user: userOf(author),
    labels: labelsOf(pull),
    created_at: createdAt,
    pull_request: {},
  }
}

export function labelsOf(pull: PullRequest): readonly object[] {
  return pull.labels.map(labelOf)
}

function labelOf(name: string): { readonly name: string; readonly color: string } {
  return { name, color: 'ededed' }
}

function listComments(call: Call, world: World): Answer {
  const issue = numberParam(call, 'issue_number')
  if (!world.pullRequests.has(issue)) return notFound
  const since = call.query.get('since') ?? ''
  const found = [...world.comments.values()].filter(
    (comment) => comment.issue === issue && Date.parse(comment.updatedAt) >= (Date.parse(since) || 0),
  )
  return page(
    call,
    found.map((comment) => commentOf(comment, world)),
  )
}

function createComment(call: Call, world: World): Answer {
  const issue = numberParam(call, 'issue_number')
  const { body } = Body.parse(call.body)
  const wrong = bodyProblem('IssueComment', body)
  if (!world.pullRequests.has(issue)) return notFound
  if (wrong !== undefined) return wrong
  return created(commentOf(addComment(world, issue, { ...authorOf(call), body }), world))
}

/** Writes a comment. */
export function addComment(world: World, issue: number, written: Pick<Comment, 'author' | 'app' | 'body'>): Comment {
  const createdAt = world.clock.stamp()
  const comment = { id: world.nextId(), issue, createdAt, updatedAt: createdAt, ...written }
  world.comments.set(comment.id, comment)
  return comment
}

function readComment(call: Call, world: World): Answer {
  const comment = world.comments.get(numberParam(call, 'comment_id'))
  return comment === undefined ? notFound : ok(commentOf(comment, world))
}

/** Whoever may write here may also change what others wrote. */
function updateComment(call: Call, world: World): Answer {
  const comment = world.comments.get(numberParam(call, 'comment_id'))
  if (comment === undefined) return notFound
  const { body } = Body.parse(call.body)
  const wrong = bodyProblem('IssueComment', body)
  if (wrong !== undefined) return wrong
  comment.body = body
  comment.updatedAt = world.clock.stamp()
  return ok(commentOf(comment, world))
}

function deleteComment(call: Call, world: World): Answer {
  return world.comments.delete(numberParam(call, 'comment_id')) ? { status: 204 } : notFound
}

function commentOf(comment: Comment, world: World): object {
  const { id, issue, author, app, body, createdAt, updatedAt } = comment
  return {
    id,
    body,
    user: userOf(author),
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: associationOf(author, world),
    issue_url: `/issues/${issue}`,
    html_url: `/pull/${issue}#issuecomment-${id}`,
    performed_via_github_app: app === null ? null : appOf(app),
  }
}

function listEvents(call: Call, world: World): Answer {
  const issue = numberParam(call, 'issue_number')
  if (!world.pullRequests.has(issue)) return notFound
  return page(call, world.events.filter((event) => event.issue === issue).map(eventOf))
}

function eventOf({ id, event, actor, createdAt, label, commit }: IssueEvent): object {
  return {
    id,
    event,
    actor: userOf(actor),
    created_at: createdAt,
    commit_id: commit ?? null,
    ...(label === undefined ? {} : { label: labelOf(label) }),
    performed_via_github_app: actor.login === actionsBot.login ? appOf(actionsApp) : null,
  }
}

/** Commits first, as nothing but their forgeable dates would order them; then events and comments by their time. */
function listTimeline(call: Call, world: World): Answer {
  const issue = numberParam(call, 'issue_number')
  const pull = world.pullRequests.get(issue)
  if (pull === undefined) return notFound
  const commits = pull.commits.map(({ sha, message, author }) => ({ event: 'committed', sha, message, author }))
  const events = world.events
    .filter((event) => event.issue === issue)
    .map((event) => ({ at: event.createdAt, entry: eventOf(event) }))
  const comments = [...world.comments.values()]
    .filter((comment) => comment.issue === issue)
    .map((comment) => ({
      at: comment.createdAt,
      entry: { event: 'commented', actor: userOf(comment.author), ...commentOf(comment, world) },
    }))
  const rest = [...events, ...comments].sort((a, b) => a.at.localeCompare(b.at)).map(({ entry }) => entry)
  return page(call, [...commits, ...rest])
}
