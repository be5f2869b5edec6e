import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'
import { base, type Client, clientOf, clientWith, head, later } from './client.js'

let github: GitHubStandIn
let client: Client

beforeEach(async () => {
  github = await startGitHub()
  client = clientOf(github)
  github.addPullRequest({ number: 7, head, base })
})

afterEach(() => github.close())

describe('a planned fault', () => {
  it('meets the requests that are meant, as often as said, and no others', async () => {
    github.fault({ method: 'GET', path: /\/pulls\/7$/, times: 2, skip: 1 }, { kind: 'status', status: 503 })
    const statuses: number[] = []
    for (const path of ['/pulls/7', '/issues/7', '/pulls/7', '/pulls/7', '/pulls/7'])
      statuses.push((await client.get(path)).status)
    expect(statuses).toEqual([200, 200, 503, 503, 200])
    expect(github.requests.map(({ status }) => status)).toEqual(statuses)
  })

  it('does nothing of what was asked', async () => {
    github.fault({}, { kind: 'status', status: 500 })
    expect((await client.send('POST', '/issues/7/comments', { body: 'x' })).status).toBe(500)
    expect(github.comments(7)).toEqual([])
  })

  it('breaks the connection', async () => {
    github.fault({}, { kind: 'reset' })
    await expect(client.get('/pulls/7')).rejects.toThrow()
    expect((await client.get('/pulls/7')).status).toBe(200)
  })

  it('answers late, or never', async () => {
    github.fault({}, { kind: 'slow', milliseconds: 20 })
    expect((await client.get('/pulls/7')).status).toBe(200)
    github.fault({}, { kind: 'hang' })
    const asked = fetch(`${github.apiUrl}/repos/o/r/pulls/7`, { signal: AbortSignal.timeout(50) })
    await expect(asked).rejects.toThrow()
  })

  it('limits the hour’s requests, and requests at once', async () => {
    github.fault({}, { kind: 'rate-limit', resetInSeconds: 60 })
    const limited = await client.get('/pulls/7')
    expect(limited.status).toBe(403)
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(Number(limited.headers.get('x-ratelimit-reset'))).toBeGreaterThan(1_000_000_000)
    github.fault({}, { kind: 'secondary-limit', status: 429, retryAfterSeconds: 3 })
    const secondary = await client.get('/pulls/7')
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([429, '3'])
    expect(Number((await client.get('/pulls/7')).headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0)
  })

  it.each(['done-but-502', 'done-but-reset'] as const)('loses the answer to what was done: %s', async (kind) => {
    github.fault({ method: 'POST' }, { kind })
    const asked = client.send('POST', '/issues/7/comments', { body: 'x' })
    if (kind === 'done-but-502') expect((await asked).status).toBe(502)
    else await expect(asked).rejects.toThrow()
    expect(github.comments(7)).toHaveLength(1)
  })

  it('is a page of something in between', async () => {
    github.fault({}, { kind: 'html' })
    expect((await client.get('/pulls/7')).body).toContain('<html>')
  })
})

it('moves the head between two requests', async () => {
  github.after({ method: 'GET', path: /\/pulls\/7$/ }, () => github.push(7, { head: later }))
  expect((await client.get('/pulls/7')).body).toMatchObject({ head: { sha: head } })
  expect((await client.get('/pulls/7')).body).toMatchObject({ head: { sha: later } })
})

it('tells times that only grow, also over many things in one second', async () => {
  const ids = ['a', 'b', 'c'].map((text) => github.comment(7, 'mona', text))
  const times = github.comments(7).map(({ createdAt }) => createdAt)
  expect(ids).toHaveLength(3)
  expect(times).toEqual([...new Set(times)].toSorted())
  github.advance(3_600_000)
  github.comment(7, 'mona', 'd')
  const last = github.comments(7).at(-1)?.createdAt ?? ''
  expect(Date.parse(last) - Date.parse(times.at(-1) ?? '')).toBeGreaterThan(3_500_000)
})

it('is below /api/v3 on GHES and nowhere else', async () => {
  const ghes = await startGitHub({ edition: 'ghes' })
  ghes.addPullRequest({ number: 7, head, base })
  const token = ghes.token({ 'pull-requests': 'read' })
  expect(ghes.apiUrl).toMatch(/\/api\/v3$/)
  expect((await clientWith(ghes, token).get('/pulls/7')).status).toBe(200)
  const bare = await fetch(`${ghes.apiUrl.replace('/api/v3', '')}/repos/o/r/pulls/7`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(bare.status).toBe(404)
  expect(ghes.forgiveViolations()).toHaveLength(1)
  await ghes.close()
})
