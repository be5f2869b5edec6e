import { z } from 'zod'
import {
  type Answer,
  type Call,
  created,
  invalid,
  notFound,
  numberParam,
  ok,
  page,
  problem,
  type Routes,
} from '../answer.js'
import type { PullRequest, Review, ReviewComment, World } from '../world.js'
import { associationOf, authorOf, Body, bodyProblem } from './issues.js'
import { userOf } from './people.js'
import { pullAt } from './pulls.js'

const base = '/repos/{owner}/{repo}/pulls'
const read = ['pull-requests: read']
const write = ['pull-requests: write']

/** Reviews and their comments on lines of the diff. */
export const reviewCommentRoutes: Routes = {
  [`get ${base}/{pull_number}/comments`]: { needs: read, answer: listComments },
  [`post ${base}/{pull_number}/comments`]: { needs: write, answer: createComment },
  [`post ${base}/{pull_number}/comments/{comment_id}/replies`]: { needs: write, answer: createReply },
  [`get ${base}/comments/{comment_id}`]: { needs: read, answer: readComment },
  [`patch ${base}/comments/{comment_id}`]: { needs: write, answer: updateComment },
  [`delete ${base}/comments/{comment_id}`]: { needs: write, answer: deleteComment },
  [`get ${base}/{pull_number}/reviews`]: { needs: read, answer: listReviews },
  [`post ${base}/{pull_number}/reviews`]: { needs: write, answer: createReview },
  [`get ${base}/{pull_number}/reviews/{review_id}`]: { needs: read, answer: readReview },
  [`get ${base}/{pull_number}/reviews/{review_id}/comments`]: { needs: read, answer: listReviewComments },
}

const Side = z.enum(['LEFT', 'RIGHT'])
const Place = z.object({
  path: z.string(),
  body: z.string(),
  line: z.int().optional(),
  side: Side.default('RIGHT'),
  start_line: z.int().optional(),
  start_side: Side.optional(),
  subject_type: z.enum(['line', 'file']).default('line'),
})
type Place = z.infer<typeof Place>
const NewComment = Place.extend({ commit_id: z.string(), in_reply_to: z.int().optional() })
const NewReview = z.object({
  commit_id: z.string().optional(),
  body: z.string().default(''),
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']).optional(),
  comments: z.array(Place).default([]),
})

/** Why a comment cannot stand where it should; undefined: it can. */
function placeProblem(
  pull: PullRequest,
  place: Place,
): { readonly field: string; readonly message: string } | undefined {
  const hunks = pull.hunks.get(place.path)
  if (hunks === undefined) return { field: 'pull_request_review_thread.path', message: 'Path could not be resolved' }
  if (place.subject_type === 'file') return undefined
  const lines = { LEFT: hunks.left, RIGHT: hunks.right }
  const end = place.line === undefined ? undefined : lines[place.side].get(place.line)
  if (end === undefined) return outside('line')
  if (place.start_line === undefined) return undefined
  const startSide = place.start_side ?? place.side
  const start = lines[startSide].get(place.start_line)
  if (start === undefined) return outside('start_line')
  if (startSide === place.side && place.start_line >= (place.line ?? 0))
    return { field: 'pull_request_review_thread.start_line', message: 'start_line must precede the end line.' }
  return start.hunk === end.hunk
    ? undefined
    : {
        field: 'pull_request_review_thread.start_line',
        message: 'start_line must be part of the same hunk as the line.',
      }
}

function outside(name: 'line' | 'start_line'): { readonly field: string; readonly message: string } {
  const field = `pull_request_review_thread.${name}`
  return { field, message: `${field} must be part of the diff` }
}

function createComment(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  if (pull === undefined) return notFound
  const comment = NewComment.parse(call.body)
  if (comment.in_reply_to !== undefined) return reply(call, world, { to: comment.in_reply_to, body: comment.body })
  const wrong = bodyProblem('PullRequestReviewComment', comment.body)
  if (wrong !== undefined) return wrong
  if (!isOwnCommit(pull, comment.commit_id))
    return invalid('PullRequestReviewComment', 'commit_id', 'commit_id is not part of the pull request')
  const misplaced = placeProblem(pull, comment)
  if (misplaced !== undefined) return invalid('PullRequestReviewComment', misplaced.field, misplaced.message)
  const written = addReviewComment(world, pull, {
    ...{ place: comment, ...authorOf(call), commit: comment.commit_id, review: null },
  })
  return created(reviewCommentOf(written, world))
}

function isOwnCommit(pull: PullRequest, sha: string): boolean {
  return sha === pull.head || pull.commits.some((commit) => commit.sha === sha)
}

interface Written extends Pick<ReviewComment, 'author' | 'app' | 'review'> {
  readonly place: Place
  readonly commit: string
}

/** Writes a comment at a place that was found good. */
export function addReviewComment(
  world: World,
  pull: PullRequest,
  { place, commit, ...written }: Written,
): ReviewComment {
  const at = world.clock.stamp()
  const hunks = pull.hunks.get(place.path)
  const line = place.line ?? null
  const entry = line === null ? undefined : (place.side === 'LEFT' ? hunks?.left : hunks?.right)?.get(line)
  const startLine = place.start_line ?? null
  const comment: ReviewComment = {
    ...written,
    ...{ id: world.nextId(), issue: pull.number, inReplyTo: null, body: place.body, createdAt: at, updatedAt: at },
    ...{ path: place.path, side: place.side, line, startLine, subject: place.subject_type, commit },
    startSide: startLine === null ? null : (place.start_side ?? place.side),
    ...{ originalCommit: commit, originalLine: line, originalStartLine: startLine, text: entry?.text ?? '' },
  }
  world.reviewComments.set(comment.id, comment)
  return comment
}

function createReply(call: Call, world: World): Answer {
  return reply(call, world, { to: numberParam(call, 'comment_id'), body: Body.parse(call.body).body })
}

function reply(call: Call, world: World, { to, body }: { readonly to: number; readonly body: string }): Answer {
  const parent = world.reviewComments.get(to)
  if (parent === undefined || parent.issue !== numberParam(call, 'pull_number')) return notFound
  const wrong = bodyProblem('PullRequestReviewComment', body)
  if (wrong !== undefined) return wrong
  const at = world.clock.stamp()
  const times = { createdAt: at, updatedAt: at }
  const answer = { ...parent, ...authorOf(call), id: world.nextId(), body, inReplyTo: parent.inReplyTo ?? to, ...times }
  world.reviewComments.set(answer.id, answer)
  return created(reviewCommentOf(answer, world))
}

/** After a push: a comment follows its line as long as the new diff still shows it, and is outdated otherwise. */
export function moveReviewComments(world: World, pull: PullRequest): void {
  for (const comment of world.reviewComments.values()) {
    if (comment.issue !== pull.number || comment.subject === 'file') continue
    const hunks = pull.hunks.get(comment.path)
    const lines = [...((comment.side === 'LEFT' ? hunks?.left : hunks?.right) ?? [])]
    const same = lines.filter(([, line]) => line.text === comment.text).map(([number]) => number)
    const line = nearest(same, comment.line ?? comment.originalLine ?? 0)
    const height = (comment.originalLine ?? 0) - (comment.originalStartLine ?? comment.originalLine ?? 0)
    comment.line = line
    comment.startLine = line === null || comment.originalStartLine === null ? null : line - height
    if (line !== null) comment.commit = pull.head
  }
}

function nearest(lines: readonly number[], to: number): number | null {
  return lines.reduce<number | null>(
    (best, line) => (best === null || Math.abs(line - to) < Math.abs(best - to) ? line : best),
    null,
  )
}

function listComments(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  if (pull === undefined) return notFound
  const found = [...world.reviewComments.values()].filter(({ issue }) => issue === pull.number)
  return page(
    call,
    found.map((comment) => reviewCommentOf(comment, world)),
  )
}

function readComment(call: Call, world: World): Answer {
  const comment = world.reviewComments.get(numberParam(call, 'comment_id'))
  return comment === undefined ? notFound : ok(reviewCommentOf(comment, world))
}

function updateComment(call: Call, world: World): Answer {
  const comment = world.reviewComments.get(numberParam(call, 'comment_id'))
  if (comment === undefined) return notFound
  const { body } = Body.parse(call.body)
  const wrong = bodyProblem('PullRequestReviewComment', body)
  if (wrong !== undefined) return wrong
  comment.body = body
  comment.updatedAt = world.clock.stamp()
  return ok(reviewCommentOf(comment, world))
}

function deleteComment(call: Call, world: World): Answer {
  return world.reviewComments.delete(numberParam(call, 'comment_id')) ? { status: 204 } : notFound
}

function reviewCommentOf(comment: ReviewComment, world: World): object {
  const { id, issue, author, body, createdAt, updatedAt, path, side } = comment
  return {
    id,
    pull_request_review_id: comment.review,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
    ...{ path, side, body, user: userOf(author), created_at: createdAt, updated_at: updatedAt },
    line: comment.line,
    original_line: comment.originalLine ?? 1,
    start_line: comment.startLine,
    original_start_line: comment.originalStartLine,
    start_side: comment.startSide,
    subject_type: comment.subject,
    commit_id: comment.commit,
    original_commit_id: comment.originalCommit,
    author_association: associationOf(author, world),
    html_url: `/pull/${issue}#discussion_r${id}`,
  }
}

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const

/** All or nothing: one comment that cannot be placed refuses the review. */
function createReview(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  if (pull === undefined) return notFound
  const review = NewReview.parse(call.body ?? {})
  const commit = review.commit_id ?? pull.head
  if (!isOwnCommit(pull, commit))
    return problem(422, 'Unprocessable Entity', ['The commit is not part of the pull request'])
  if (review.event !== 'APPROVE' && review.body === '' && review.comments.length === 0)
    return problem(422, 'Unprocessable Entity', ['Body or comments are required'])
  const wrong = review.comments.flatMap((place) => reviewProblem(pull, place))
  if (wrong.length > 0) return problem(422, 'Unprocessable Entity', wrong)
  const state = review.event === undefined ? 'PENDING' : states[review.event]
  const author = call.token.actor
  const submittedAt = world.clock.stamp()
  const written: Review = {
    id: world.nextId(),
    pullRequest: pull.number,
    author,
    body: review.body,
    state,
    commit,
    submittedAt,
  }
  world.reviews.set(written.id, written)
  for (const place of review.comments)
    addReviewComment(world, pull, { place, ...authorOf(call), commit, review: written.id })
  return ok(reviewOf(written))
}

function reviewProblem(pull: PullRequest, place: Place): readonly string[] {
  if (bodyProblem('PullRequestReviewComment', place.body) !== undefined) return ['Body is missing or too long']
  const misplaced = placeProblem(pull, place)
  if (misplaced === undefined) return []
  return [misplaced.message.endsWith('must be part of the diff') ? 'Line could not be resolved' : misplaced.message]
}

function listReviews(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  if (pull === undefined) return notFound
  return page(call, [...world.reviews.values()].filter((review) => review.pullRequest === pull.number).map(reviewOf))
}

function readReview(call: Call, world: World): Answer {
  const review = world.reviews.get(numberParam(call, 'review_id'))
  return review === undefined ? notFound : ok(reviewOf(review))
}

function listReviewComments(call: Call, world: World): Answer {
  const review = numberParam(call, 'review_id')
  if (!world.reviews.has(review)) return notFound
  const found = [...world.reviewComments.values()].filter((comment) => comment.review === review)
  return page(
    call,
    found.map((comment) => reviewCommentOf(comment, world)),
  )
}

function reviewOf({ id, author, body, state, commit, submittedAt }: Review): object {
  return { id, user: userOf(author), body, state, commit_id: commit, submitted_at: submittedAt }
}
