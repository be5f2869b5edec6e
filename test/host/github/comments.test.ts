import { GitHubError } from '../../../src/errors.js'
import { publishReviewComments } from '../../../src/host/github/review-comments.js'
import { publishSummaryComment } from '../../../src/host/github/summary-comment.js'
import type { GitHubApi } from '../../../src/host/host.js'
import { planReviewComments, toReviewComments } from '../../../src/report/review-comments.js'
import type { Result } from '../../../src/types/result.js'
import { aFileDiff, aHunk } from '../../diff/builders.js'
import { aReport, aResult } from '../../support/builders.js'

const actions = { user: { id: 41898282, login: 'github-actions[bot]', type: 'Bot' }, app: { slug: 'github-actions' } }
const otherApp = { user: { id: 99, login: 'our-reviews[bot]', type: 'Bot' }, app: { slug: 'our-reviews' } }
const person = { user: { id: 5, login: 'someone', type: 'User' }, app: null }
type Writer = typeof actions | typeof otherApp | typeof person

interface StoredComment {
  readonly id: number
  body: string
  readonly user: Writer['user']
  readonly performed_via_github_app: Writer['app']
}

/** A pull request's comments in memory. */
class FakeGitHub implements GitHubApi {
  readonly comments: StoredComment[] = []
  readonly writes: string[] = []
  readonly #me: Writer
  /** What the next POST does besides its work. */
  nextPost: 'works' | 'works but answers 502' = 'works'
  refusedLines: readonly number[] = []

  constructor(me: Writer) {
    this.#me = me
  }

  put(body: string, by: Writer): StoredComment {
    const comment = { id: this.comments.length + 1, body, user: by.user, performed_via_github_app: by.app }
    this.comments.push(comment)
    return comment
  }

  async get(path: string): Promise<unknown> {
    if (path === '/user' && this.#me === person) return { id: person.user.id }
    throw new GitHubError('forbidden', 'Resource not accessible by integration', { status: 403 })
  }

  async list(): Promise<readonly unknown[]> {
    return this.comments
  }

  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    this.writes.push(`${method} ${path}`)
    const id = Number(path.split('/').at(-1))
    if (method === 'DELETE')
      return void this.comments.splice(
        this.comments.findIndex((one) => one.id === id),
        1,
      )
    const fields = Object(body)
    if (method === 'PATCH')
      return Object.assign(this.comments.find((one) => one.id === id) ?? {}, { body: fields.body })
    if (this.refusedLines.includes(fields.line)) throw new GitHubError('invalid', 'line must be part of the diff')
    const made = this.put(fields.body, this.#me)
    if (this.nextPost === 'works') return made
    this.nextPost = 'works'
    throw new GitHubError('unavailable', 'GitHub answered 502', { status: 502 })
  }
}

const wait = async () => {}
const marker = '[//]: # (model-stack-comment model-stack/review)'

function summarize(github: FakeGitHub, text: string, when: 'always' | 'if-there' = 'always') {
  return publishSummaryComment(github, { pullRequest: 7, body: `${marker}\n\n${text}`, marker, when, wait })
}

describe('the sticky comment on the pull request', () => {
  it.each([
    ['the token of the job', actions],
    ['a personal token', person],
    ['the token of another app', otherApp],
  ])('is one, brought up to date in place, with %s', async (_, me) => {
    const github = new FakeGitHub(me)
    expect(await summarize(github, 'first')).toBe('created')
    expect(await summarize(github, 'second')).toBe('updated')
    expect(await summarize(github, 'second')).toBe('unchanged')
    expect(github.comments.map(({ body }) => body)).toEqual([`${marker}\n\nsecond`])
  })

  it('leaves alone a look-alike by somebody else, also by another app and by a person who is called like the app', async () => {
    const github = new FakeGitHub(actions)
    const impostor: Writer = { user: { id: 6, login: 'github-actions', type: 'User' }, app: null }
    for (const by of [person, otherApp, impostor]) github.put(`${marker}\n\nlook-alike`, by)
    expect(await summarize(github, 'ours')).toBe('created')
    expect(github.comments.filter(({ body }) => body.endsWith('look-alike'))).toHaveLength(3)
    expect(github.writes).toEqual(['POST /issues/7/comments'])
  })

  it('does not take a comment that only quotes the mark for its own', async () => {
    const github = new FakeGitHub(actions)
    github.put(`Hello\n${marker}`, actions)
    expect(await summarize(github, 'ours')).toBe('created')
  })

  it('is not written twice when the answer to the first was lost', async () => {
    const github = new FakeGitHub(actions)
    github.nextPost = 'works but answers 502'
    await summarize(github, 'once')
    expect(github.comments).toHaveLength(1)
  })

  it('is only brought up to date where it is not wanted anew', async () => {
    const github = new FakeGitHub(actions)
    expect(await summarize(github, 'all well', 'if-there')).toBe('none')
    github.put(`${marker}\n\nfailed`, actions)
    expect(await summarize(github, 'all well', 'if-there')).toBe('updated')
  })
})

const files = [
  aFileDiff({ path: 'src/total.ts', hunks: [aHunk([' a', '+b', '+c', '+d'], { oldStart: 10, newStart: 10 })] }),
]
const results: readonly Result[] = [11, 12, 13].map((line) =>
  aResult({ fingerprint: `${'0'.repeat(30)}${line}:1`, blocking: true, region: { startLine: line, endLine: line } }),
)

function comment(github: FakeGitHub, reported: readonly Result[]) {
  const report = aReport({ conclusion: 'fail', results: [...reported] })
  const wanted = toReviewComments(report, { which: 'all', files, suggestions: 'off', category: 'model-stack/review' })
  return publishReviewComments(github, {
    ...{ pullRequest: 7, head: 'a'.repeat(40), wait },
    plan: (existing) => planReviewComments(report, wanted, existing),
  })
}

describe('review comments on the pull request', () => {
  it.each([
    ['the token of the job', actions],
    ['a personal token', person],
    ['the token of another app', otherApp],
  ])('are written once over many pushes with %s', async (_, me) => {
    const github = new FakeGitHub(me)
    await comment(github, results)
    await comment(github, results)
    expect(github.comments).toHaveLength(3)
  })

  it('are not lost because GitHub refuses the line of one of them', async () => {
    const github = new FakeGitHub(actions)
    github.refusedLines = [12]
    const outcome = await comment(github, results)
    expect(outcome).toEqual({ created: 2, updated: 0, refused: ['src/total.ts:12: line must be part of the diff'] })
    expect(github.comments).toHaveLength(2)
  })

  it('are not written twice when an answer was lost', async () => {
    const github = new FakeGitHub(actions)
    github.nextPost = 'works but answers 502'
    await comment(github, results)
    expect(github.comments).toHaveLength(3)
  })

  it('are marked when their result is reported no longer', async () => {
    const github = new FakeGitHub(actions)
    await comment(github, results)
    expect(await comment(github, results.slice(1))).toEqual({ created: 0, updated: 1, refused: [] })
    expect(github.comments.filter(({ body }) => body.startsWith('**Resolved:**'))).toHaveLength(1)
  })

  it('touch no comment of anybody else, whatever mark it carries', async () => {
    const github = new FakeGitHub(actions)
    await comment(github, results)
    const copied = github.comments[0]?.body ?? ''
    const fresh = new FakeGitHub(actions)
    const theirs = fresh.put(copied, person)
    await comment(fresh, [])
    expect(theirs.body).toBe(copied)
    expect(fresh.writes).toEqual([])
  })

  it('never vote', async () => {
    const github = new FakeGitHub(actions)
    await comment(github, results)
    expect(github.writes.filter((write) => write.includes('/reviews'))).toEqual([])
  })
})
