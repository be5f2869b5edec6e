import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readChangedFiles } from '../support/github/changed-files.js'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'
import { makeOrigin } from '../support/origin.js'
import { base, type Client, clientOf, clientWith, head, later, patch } from './client.js'

let github: GitHubStandIn
let client: Client
const files = [{ path: 'a.ts', status: 'modified', patch } as const]

beforeEach(async () => {
  github = await startGitHub()
  client = clientOf(github)
  github.addPullRequest({ number: 7, head, base, files })
})

afterEach(() => github.close())

describe('a pull request', () => {
  it('is told with its head, base, author and merge commit', async () => {
    github.addPerson('mona', { role: 'write' })
    github.addPullRequest({
      number: 8,
      head: later,
      base,
      author: 'mona',
      draft: 'draft',
      fork: 'mona/r',
      headRef: 'fix',
    })
    expect((await client.get('/pulls/8')).body).toMatchObject({
      number: 8,
      state: 'open',
      draft: true,
      merged: false,
      user: { login: 'mona', type: 'User' },
      head: { sha: later, ref: 'fix', label: 'mona:fix', repo: { full_name: 'mona/r', fork: true } },
      base: { sha: base, ref: 'main', repo: { full_name: 'o/r', fork: false } },
    })
    expect((await client.get('/git/ref/heads/fix')).status).toBe(404)
    expect((await client.get('/pulls/9')).status).toBe(404)
  })

  it('moves with a push, and keeps its ref pull/N/head', async () => {
    github.push(7, { head: later, mergeCommit: null })
    expect((await client.get('/pulls/7')).body).toMatchObject({ head: { sha: later }, mergeable: false, commits: 2 })
    expect((await client.get('/git/ref/pull/7/head')).body).toMatchObject({ object: { sha: later } })
    expect((await client.get('/git/ref/pull/7/merge')).status).toBe(404)
  })

  it('loses its earlier commits with a force-push, and an event says so', async () => {
    github.push(7, { head: later, how: 'force_push' })
    expect((await client.get('/pulls/7/commits')).body).toMatchObject([{ sha: later }])
    expect((await client.get('/issues/7/events')).body).toMatchObject([
      { event: 'head_ref_force_pushed', commit_id: later, created_at: expect.stringMatching(/Z$/) },
    ])
  })

  it('moves main when it is merged, and is found by its commits', async () => {
    github.merge(7, later)
    expect((await client.get('/pulls/7')).body).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: later,
    })
    expect((await client.get('/git/ref/heads/main')).body).toMatchObject({ object: { sha: later } })
    expect((await client.get(`/commits/${head}/pulls`)).body).toMatchObject([{ number: 7 }])
    expect((await client.get('/pulls')).body).toEqual([])
    expect((await client.get('/pulls?state=all')).body).toMatchObject([{ number: 7 }])
  })

  it('lists its files, in pages with links', async () => {
    const many = Array.from({ length: 5 }, (_, index) => ({ path: `f${index}`, status: 'added' as const }))
    github.push(7, { head: later, files: many })
    const first = await client.get('/pulls/7/files?per_page=2')
    expect(first.body).toMatchObject([{ filename: 'f0' }, { filename: 'f1' }])
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1]
    expect(next).toBe(`${github.apiUrl}/repos/o/r/pulls/7/files?per_page=2&page=2`)
    const last = await client.get('/pulls/7/files?per_page=2&page=3')
    expect(last.body).toMatchObject([{ filename: 'f4' }])
    expect(last.headers.get('link')).not.toContain('rel="next"')
  })

  it('tells who set and took away labels, and when', async () => {
    github.addPerson('mona', { role: 'maintain' })
    github.label(7, 'wip', 'mona')
    expect((await client.get('/issues/7/labels')).body).toMatchObject([{ name: 'wip' }])
    github.unlabel(7, 'wip')
    expect((await client.get('/issues/7/labels')).body).toEqual([])
    expect((await client.get('/issues/7/events')).body).toMatchObject([
      { event: 'labeled', actor: { login: 'mona', type: 'User' }, label: { name: 'wip' } },
      { event: 'unlabeled', actor: { login: 'octocat' }, label: { name: 'wip' } },
    ])
  })
})

describe('comments', () => {
  it('are written, changed and deleted, and tell which app wrote them', async () => {
    const written = await client.send('POST', '/issues/7/comments', { body: 'hello' })
    expect(written).toMatchObject({
      status: 201,
      body: {
        user: { login: 'github-actions[bot]', type: 'Bot' },
        performed_via_github_app: { slug: 'github-actions' },
        author_association: 'NONE',
      },
    })
    const [comment] = github.comments(7)
    await client.send('PATCH', `/issues/comments/${comment?.id}`, { body: 'changed' })
    expect((await client.get('/issues/7/comments')).body).toMatchObject([{ body: 'changed' }])
    expect((await client.send('DELETE', `/issues/comments/${comment?.id}`)).status).toBe(204)
    expect((await client.send('DELETE', `/issues/comments/${comment?.id}`)).status).toBe(404)
  })

  it('of people and other apps are theirs', async () => {
    const id = github.comment(7, 'mona', 'look-alike')
    await clientWith(github, github.token({ issues: 'write' }, { kind: 'app' })).send('POST', '/issues/7/comments', {
      body: 'x',
    })
    expect((await client.get('/issues/7/comments')).body).toMatchObject([
      { id, user: { login: 'mona' }, performed_via_github_app: null },
      { user: { login: 'some-other-app[bot]' }, performed_via_github_app: { slug: 'some-other-app' } },
    ])
  })

  it('since a time are those changed since', async () => {
    const old = github.comment(7, 'mona', 'old')
    github.comment(7, 'mona', 'older')
    github.advance(60_000)
    github.editComment(old, 'new')
    const since = github.comments(7)[0]?.updatedAt
    expect((await client.get(`/issues/7/comments?since=${since}`)).body).toMatchObject([{ id: old, body: 'new' }])
  })

  it.each([
    ['empty', ' '],
    ['too long', 'x'.repeat(65_537)],
  ])('that are %s are refused', async (_, body) => {
    expect((await client.send('POST', '/issues/7/comments', { body })).status).toBe(422)
    expect((await client.send('POST', '/issues/8/comments', { body: 'x' })).status).toBe(404)
    expect(github.comments(7)).toEqual([])
  })
})

describe('review comments', () => {
  const comment = { body: 'b', commit_id: head, path: 'a.ts', line: 3, side: 'RIGHT' }

  it.each([
    ['an added line', { line: 3 }],
    ['a line of the context', { line: 4 }],
    ['a removed line', { line: 2, side: 'LEFT' }],
    ['several lines', { start_line: 2, start_side: 'RIGHT', line: 3 }],
    ['the whole file', { subject_type: 'file', line: undefined, side: undefined }],
  ])('stand at %s of the diff', async (_, place) => {
    const { status, body } = await client.send('POST', '/pulls/7/comments', { ...comment, ...place })
    expect([status, body]).toEqual([201, expect.objectContaining({ path: 'a.ts', commit_id: head })])
    expect(github.reviewComments(7)).toHaveLength(1)
  })

  it.each([
    ['a line outside of it', { line: 40 }, 'line must be part of the diff'],
    ['the wrong side', { line: 4, side: 'LEFT' }, 'line must be part of the diff'],
    ['a file that it does not change', { path: 'b.ts' }, 'Path could not be resolved'],
    ['a start after the end', { start_line: 4, line: 3, start_side: 'RIGHT' }, 'must precede'],
    ['a commit of somebody else', { commit_id: later }, 'commit_id is not part'],
    ['no text', { body: '' }, "can't be blank"],
  ])('do not stand at %s', async (_, place, message) => {
    const refused = await client.send('POST', '/pulls/7/comments', { ...comment, ...place })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain(message)
    expect(github.reviewComments(7)).toEqual([])
  })

  it('of a review are all refused for one that cannot be placed', async () => {
    const good = { path: 'a.ts', line: 2, side: 'RIGHT', body: 'good' }
    const review = { commit_id: head, event: 'COMMENT', body: 'r', comments: [good, { ...good, line: 99 }] }
    const refused = await client.send('POST', '/pulls/7/reviews', review)
    expect(refused).toMatchObject({ status: 422, body: { errors: ['Line could not be resolved'] } })
    expect([github.reviewComments(7), github.reviews(7)]).toEqual([[], []])
    expect((await client.send('POST', '/pulls/7/reviews', { ...review, comments: [good] })).status).toBe(200)
    expect(github.reviews(7)).toMatchObject([{ state: 'COMMENTED', author: { login: 'github-actions[bot]' } }])
    expect((await client.get(`/pulls/7/reviews/${github.reviews(7)[0]?.id}/comments`)).body).toMatchObject([
      { line: 2 },
    ])
  })

  it('follow their line over a push, and are outdated when it goes', async () => {
    await client.send('POST', '/pulls/7/comments', { ...comment, line: 2 })
    await client.send('POST', '/pulls/7/comments', { ...comment, line: 3 })
    const moved = '@@ -1,3 +1,4 @@\n first\n-old second\n+new line\n+second\n last'
    github.push(7, { head: later, files: [{ path: 'a.ts', status: 'modified', patch: moved }] })
    expect((await client.get('/pulls/7/comments')).body).toMatchObject([
      { line: 3, original_line: 2, commit_id: later, original_commit_id: head },
      { line: null, original_line: 3, commit_id: head },
    ])
  })

  it('take replies, which belong to the first of the thread', async () => {
    const id = github.reviewComment(7, { by: 'mona', path: 'a.ts', line: 2, body: 'why?' })
    const reply = await client.send('POST', `/pulls/7/comments/${id}/replies`, { body: 'because' })
    expect(reply).toMatchObject({ status: 201, body: { in_reply_to_id: id, line: 2 } })
    expect((await client.send('POST', '/pulls/7/comments/1/replies', { body: 'x' })).status).toBe(404)
    expect((await client.send('PATCH', `/pulls/comments/${id}`, { body: 'answered' })).status).toBe(200)
    expect((await client.send('DELETE', '/pulls/comments/1')).status).toBe(404)
  })
})

describe('checks', () => {
  const run = { name: 'review', head_sha: head }
  const annotation = { path: 'a.ts', start_line: 2, end_line: 2, annotation_level: 'failure', message: 'm' }

  it('are made and finished, and annotations add up', async () => {
    const made = await client.send('POST', '/check-runs', { ...run, status: 'in_progress' })
    expect(made).toMatchObject({ status: 201, body: { status: 'in_progress', app: { slug: 'github-actions' } } })
    const id = github.checkRuns(head)[0]?.id
    const output = { title: 't', summary: 's', annotations: [annotation] }
    await client.send('PATCH', `/check-runs/${id}`, { output })
    await client.send('PATCH', `/check-runs/${id}`, { conclusion: 'failure', output })
    expect((await client.get(`/commits/${head}/check-runs?check_name=review`)).body).toMatchObject({
      check_runs: [{ status: 'completed', conclusion: 'failure', output: { annotations_count: 2 } }],
    })
    expect((await client.get(`/check-runs/${id}/annotations`)).body).toHaveLength(2)
    expect((await client.get(`/commits/${head}/check-runs?check_name=other`)).body).toMatchObject({ total_count: 0 })
  })

  it.each([
    ['completed without a conclusion', { status: 'completed' }],
    [
      'with columns over several lines',
      { output: { title: 't', summary: 's', annotations: [{ ...annotation, end_line: 3, start_column: 1 }] } },
    ],
    ['on a commit that is not there', { head_sha: later }],
  ])('are refused %s', async (_, change) => {
    expect((await client.send('POST', '/check-runs', { ...run, ...change })).status).toBe(422)
    expect(github.checkRuns(head)).toEqual([])
  })

  it('are for apps, each for its own', async () => {
    const person = clientWith(github, github.token({ checks: 'write' }, { kind: 'person' }))
    expect((await person.send('POST', '/check-runs', run)).status).toBe(403)
    await client.send('POST', '/check-runs', run)
    const other = clientWith(github, github.token({ checks: 'write' }, { kind: 'app' }))
    const id = github.checkRuns(head)[0]?.id
    expect((await other.send('PATCH', `/check-runs/${id}`, { conclusion: 'success' })).status).toBe(403)
  })

  it('are shown newest first, one of a name', async () => {
    await client.send('POST', '/check-runs', { ...run, conclusion: 'failure' })
    await client.send('POST', '/check-runs', { ...run, conclusion: 'success' })
    expect((await client.get(`/commits/${head}/check-runs`)).body).toMatchObject({
      total_count: 1,
      check_runs: [{ conclusion: 'success' }],
    })
    expect((await client.get(`/commits/${head}/check-runs?filter=all`)).body).toMatchObject({ total_count: 2 })
  })
})

it('reads the files of a change out of a real repository, as GitHub would tell them', () => {
  const directory = mkdtempSync(join(tmpdir(), 'stand-in-'))
  try {
    const text = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('')
    const origin = makeOrigin(directory, {
      base: { 'a.ts': 'one\ntwo\n', 'old.ts': text, 'gone.ts': 'x\n' },
      head: { 'a.ts': 'one\nthree\n', 'old.ts': null, 'new name.ts': `${text}more\n`, 'gone.ts': null, 'ü.ts': 'u\n' },
      later: { 'other.ts': 'main moved on\n' },
    })
    const files = readChangedFiles(origin.directory, origin.base, origin.head)
    expect(files).toMatchObject([
      { path: 'a.ts', status: 'modified', patch: '@@ -1,2 +1,2 @@\n one\n-two\n+three' },
      { path: 'gone.ts', status: 'removed', patch: '@@ -1 +0,0 @@\n-x' },
      { path: 'new name.ts', previousPath: 'old.ts', status: 'renamed', patch: expect.stringContaining('+more') },
      { path: 'ü.ts', status: 'added', patch: '@@ -0,0 +1 @@\n+u' },
    ])
  } finally {
    rmSync(directory, { recursive: true })
  }
})
