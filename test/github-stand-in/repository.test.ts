import { readFileSync } from 'node:fs'
import { loadDescription } from '../support/github/description.js'
import { allRoutes } from '../support/github/routes.js'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'
import { base, type Client, clientOf, clientWith, head, later, patch } from './client.js'

let github: GitHubStandIn
let client: Client

beforeEach(async () => {
  github = await startGitHub()
  client = clientOf(github)
  github.addPullRequest({ number: 7, head, base, files: [{ path: 'a.ts', status: 'modified', patch }] })
})

afterEach(() => github.close())

describe('the description', () => {
  it('is small enough to keep, and the stand-in answers every operation of it', () => {
    const routes = Object.keys(allRoutes(() => '')).toSorted()
    expect([...loadDescription().operations].toSorted()).toEqual(routes)
    expect(readFileSync('test/fixtures/github-openapi.json').length).toBeLessThan(500_000)
  })

  it.each([
    ['a path that GitHub does not have', 'GET', '/pull/7', undefined, /has no such path/],
    ['a method that the path does not take', 'DELETE', '/pulls/7', undefined, /has no such path/],
    ['a query parameter that is not there', 'GET', '/pulls?stat=open', undefined, /additional properties \(stat\)/],
    ['a query parameter with a value that is none', 'GET', '/pulls?state=merged', undefined, /state must be equal/],
    ['a number that is none', 'GET', '/pulls/seven', undefined, /pull_number must be integer/],
    ['a body that misses a property', 'POST', '/issues/7/comments', {}, /must have required property 'body'/],
    ['a body with a property too many', 'POST', '/issues/7/comments', { body: 'x', tag: 1 }, /properties \(tag\)/],
    [
      'a property deep down that is misspelt',
      'POST',
      '/pulls/7/reviews',
      { comments: [{ path: 'a', body: 'b', lines: 1 }] },
      /properties \(lines\)/,
    ],
    ['no body where one is needed', 'POST', '/issues/7/comments', undefined, /no body/],
    [
      'more annotations than a request may hold',
      'POST',
      '/check-runs',
      {
        name: 'x',
        head_sha: head,
        output: {
          title: '',
          summary: '',
          annotations: Array(51).fill({
            path: 'a',
            start_line: 1,
            end_line: 1,
            annotation_level: 'notice',
            message: 'm',
          }),
        },
      },
      /must NOT have more than 50 items/,
    ],
  ])('refuses and records %s', async (_, method, path, body, violation) => {
    const { status } = await client.send(method, path, body)
    expect([404, 422]).toContain(status)
    expect(github.forgiveViolations()).toEqual([expect.stringMatching(violation)])
  })

  it('makes closing the stand-in fail, so that no violation stays unseen', async () => {
    const other = await startGitHub()
    await clientOf(other).get('/pull/7')
    await expect(other.close()).rejects.toThrow('GET /repos/o/r/pull/7')
  })

  it('refuses an API version that there is not', async () => {
    expect((await client.get('/pulls/7', { 'x-github-api-version': '2022-11-28' })).status).toBe(200)
    expect((await client.get('/pulls/7', { 'x-github-api-version': '2019-01-01' })).status).toBe(422)
    expect(github.forgiveViolations()).toHaveLength(1)
  })
})

describe('tokens', () => {
  it('are needed, and must be known', async () => {
    expect((await clientWith(github, undefined).get('/pulls/7')).status).toBe(401)
    expect(await clientWith(github, 'ghs_guessed').get('/pulls/7')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    })
  })

  it.each([
    ['GET', '/pulls/7', 'pull-requests', undefined],
    ['GET', '/code-scanning/alerts', 'security-events', undefined],
    ['GET', '/actions/artifacts', 'actions', undefined],
    ['POST', '/issues/7/comments', 'issues', { body: 'hello' }],
    ['POST', '/check-runs', 'checks', { name: 'x', head_sha: head }],
    ['POST', `/statuses/${head}`, 'statuses', { state: 'success' }],
  ] as const)('without the permission do not do %s %s, and the answer names it', async (method, path, name, body) => {
    const without = await clientOf(github, { contents: 'read' }).send(method, path, body)
    expect(without).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } })
    expect(without.headers.get('x-accepted-github-permissions')).toContain(name.replace('-', '_'))
    const allowed = await clientOf(github, { [name]: method === 'GET' ? 'read' : 'write' }).send(method, path, body)
    expect(allowed.status).not.toBe(403)
  })

  it('that may only read do not write', async () => {
    const { status } = await clientOf(github, { issues: 'read', 'pull-requests': 'read' }).send(
      'POST',
      '/issues/7/comments',
      { body: 'x' },
    )
    expect(status).toBe(403)
    expect(github.comments(7)).toEqual([])
  })

  it('read what is public without a permission, but no alerts', async () => {
    const open = await startGitHub({ visibility: 'public' })
    open.addPullRequest({ number: 7, head, base })
    const bare = clientOf(open, {})
    expect((await bare.get('/pulls/7')).status).toBe(200)
    expect((await bare.get('/code-scanning/alerts')).status).toBe(403)
    expect((await bare.send('POST', '/issues/7/comments', { body: 'x' })).status).toBe(403)
    await open.close()
  })

  it('of a job are nobody, those of a person are somebody', async () => {
    expect((await client.get('//user')).status).toBe(403)
    const person = clientWith(github, github.token({}, { kind: 'person' }))
    expect(await person.get('//user')).toMatchObject({ status: 200, body: { login: 'octocat' } })
    expect((await client.get('//app')).status).toBe(401)
  })
})

describe('the repository', () => {
  it('is told with its default branch, and no other repository is there', async () => {
    expect((await client.get('')).body).toMatchObject({ full_name: 'o/r', default_branch: 'main', private: true })
    expect((await client.get('//repos/o/other')).status).toBe(404)
  })

  it('takes no writes once archived', async () => {
    github.settings.archived = true
    expect(await client.send('POST', '/issues/7/comments', { body: 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Repository was archived so is read-only.' },
    })
    expect((await client.get('/pulls/7')).status).toBe(200)
  })

  it('knows its commits and refs, and no others', async () => {
    expect((await client.get(`/commits/${head}`)).body).toMatchObject({ sha: head })
    expect((await client.get('/commits/main')).body).toMatchObject({ sha: base })
    expect((await client.get('/commits/refs/pull/7/head')).body).toMatchObject({ sha: head })
    expect((await client.get('/git/ref/heads/pr')).body).toMatchObject({ ref: 'refs/heads/pr', object: { sha: head } })
    expect((await client.get(`/commits/${'d'.repeat(40)}`)).status).toBe(422)
    expect((await client.get('/git/ref/heads/nope')).status).toBe(404)
    expect((await client.get('/branches/nope')).status).toBe(404)
  })

  it('tells who pushed what when, by GitHub’s clock, newest first', async () => {
    github.push(7, { head: later, how: 'force_push' })
    const { body } = await client.get('/activity?ref=refs%2Fheads%2Fpr')
    expect(body).toMatchObject([
      { before: head, after: later, activity_type: 'force_push' },
      { after: head, activity_type: 'branch_creation' },
    ])
    expect((await client.get('/activity?ref=refs/heads/other')).body).toEqual([])
  })

  it('tells the runs of a head, and that of a fork as a fork’s', async () => {
    const { body } = await client.get(`/actions/runs?head_sha=${head}`)
    expect(body).toMatchObject({ total_count: 1, workflow_runs: [{ head_branch: 'pr', event: 'pull_request' }] })
    expect((await client.get(`/actions/runs?head_sha=${later}`)).body).toMatchObject({ total_count: 0 })
    expect((await client.get('/actions/runs/1')).status).toBe(404)
  })
})

describe('people', () => {
  it.each([
    ['admin', 'admin', true],
    ['maintain', 'write', true],
    ['write', 'write', false],
    ['triage', 'read', false],
    ['none', 'none', false],
  ] as const)('with the role %s have the permission %s', async (role, permission, maintain) => {
    github.addPerson('Mona', { role })
    expect((await client.get('/collaborators/mona/permission')).body).toMatchObject({
      permission,
      role_name: role,
      user: { login: 'Mona', permissions: { maintain } },
    })
  })

  it('who are not there have none', async () => {
    expect((await client.get('/collaborators/ghost/permission')).status).toBe(404)
  })

  it('are members of teams, which the token of a job may not read', async () => {
    github.addPerson('mona', { teams: ['org/leads'] })
    const path = '//orgs/org/teams/leads/memberships/mona'
    expect((await client.get(path)).status).toBe(403)
    const app = clientOf(github, { members: 'read' })
    expect((await app.get(path)).body).toMatchObject({ state: 'active' })
    expect((await app.get('//orgs/org/teams/leads/memberships/octocat')).status).toBe(404)
  })
})
