import { inspect } from 'node:util'
import { makeGitHubApi } from '../../../src/host/github/client.js'
import {
  breaksOff,
  endSessions,
  errorOf,
  NOW,
  ok,
  refusal,
  type Step,
  startScriptedGitHub,
  startSession,
  TOKEN,
} from './scripted-github.js'

afterEach(endSessions)

const COMMENTS = '/issues/7/comments'
const body = { body: 'text' }

describe('a request', () => {
  it('goes to the repository with token, version and user agent', async () => {
    const { api, server } = await startSession([ok({ number: 7 })])
    expect(await api.get('/pulls/7')).toEqual({ number: 7 })
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/repos/o/r/pulls/7',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'model-stack-action',
      },
    })
  })

  it.each(['/api/v3', '/api/v3/'])('keeps the path prefix %s of GHES', async (prefix) => {
    const { api, server } = await startSession([ok()], { prefix })
    await api.get('/pulls/7')
    await api.get('/user', { below: 'root' })
    expect(server.requests.map(({ path }) => path)).toEqual(['/api/v3/repos/o/r/pulls/7', '/api/v3/user'])
  })

  it('sends a body as JSON and reads an empty answer as undefined', async () => {
    const { api, server } = await startSession([{ status: 204 }])
    expect(await api.send('POST', COMMENTS, { body: 'naïve' })).toBeUndefined()
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"body":"naïve"}',
    })
  })

  it('reads SARIF as JSON, and what is asked for as a diff as text', async () => {
    const { api } = await startSession([
      ok({ runs: [] }, { 'content-type': 'application/sarif+json' }),
      ok('diff --git', { 'content-type': 'text/plain' }),
    ])
    expect(await api.get('/code-scanning/analyses/1', { accept: 'application/sarif+json' })).toEqual({ runs: [] })
    expect(await api.get('/pulls/7', { accept: 'application/vnd.github.diff' })).toBe('diff --git')
  })

  it.each([
    '/../../user',
    '/pulls/%2e%2e/%2e%2e/x',
    '/pulls/./7',
    '/pulls/7#x',
    'pulls/7',
    '@elsewhere.example/x',
    '/pulls/\u0131',
    '/pulls/a b',
    '/pulls/a\\b',
    '/pulls/7\n',
  ])('is not sent to the path %j, which leads elsewhere or is not encoded', async (path) => {
    const { api, server } = await startSession([ok()])
    expect(await errorOf(api.get(path))).toMatchObject({ kind: 'invalid' })
    expect(await errorOf(api.get(path, { below: 'root' }))).toMatchObject({ kind: 'invalid' })
    expect(server.requests).toEqual([])
  })

  it.each(['//elsewhere.example/x', '/collaborators/dependabot%5Bbot%5D/permission', '/activity?ref=refs/pull/7/head'])(
    'stays with the server for the path %s',
    async (path) => {
      const { api, server } = await startSession([ok()])
      await api.get(path)
      expect(server.requests[0]?.path).toBe(`/repos/o/r${path}`)
    },
  )

  it.each([
    ['no token', undefined],
    ['an empty token', ''],
  ])('is not sent with %s', async (_what, token) => {
    const { api, server } = await startSession([ok()], { token })
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({
      kind: 'forbidden',
      message: expect.stringMatching(/github-token is empty/),
    })
    expect(server.requests).toEqual([])
  })

  it.each([
    ['an odd protocol', { apiUrl: 'file:///etc' }],
    ['no URL', { apiUrl: 'api' }],
    ['credentials in the URL', { apiUrl: 'https://u:p@host' }],
    ['no repository', { repository: '' }],
    ['a repository with a way out', { repository: '../x' }],
    ['three parts', { repository: 'a/b/c' }],
    ['a token with a line break', { token: 'abc\ndef' }],
  ])('cannot be made with %s', (_what, wrong) => {
    const options = { apiUrl: 'https://host', repository: 'o/r', token: TOKEN, signal: new AbortController().signal }
    const message = messageOfThrown(() => makeGitHubApi({ ...options, ...wrong }))
    expect(message).toMatch(/GITHUB_API_URL and GITHUB_REPOSITORY|github-token/)
    expect(message).not.toMatch(/abc|u:p/)
  })
})

function messageOfThrown(body: () => unknown): string {
  try {
    body()
  } catch (error) {
    return String(error)
  }
  return 'nothing was thrown'
}

describe('a refusal', () => {
  it.each([
    [401, 'Bad credentials', 'forbidden'],
    [403, 'Resource not accessible by integration', 'forbidden'],
    [403, 'Code Security must be enabled for this repository to use code scanning.', 'disabled'],
    [403, 'Advanced Security must be enabled for this repository to use code scanning.', 'disabled'],
    [403, 'Code scanning is not enabled for this repository.', 'disabled'],
    [404, 'Code Scanning is not enabled', 'disabled'],
    [403, 'Repository was archived so is read-only.', 'disabled'],
    [410, 'Issues are disabled for this repo', 'disabled'],
    [404, 'Not Found', 'not-found'],
    [400, 'Problems parsing JSON', 'invalid'],
    [409, 'Conflict', 'invalid'],
    [413, 'Payload too large', 'invalid'],
    [422, 'Validation Failed', 'invalid'],
    [500, 'Server Error', 'unavailable'],
    [503, 'Unavailable', 'unavailable'],
  ] as const)('with status %d and "%s" is of the kind %3$s', async (status, message, kind) => {
    const { api } = await startSession([refusal(status, message)])
    const error = await errorOf(api.send('POST', COMMENTS, body))
    expect(error).toMatchObject({ name: 'GitHubError', kind, status })
    expect(error.message).toBe(`GitHub answered POST ${COMMENTS} with HTTP status ${status}: ${message}`)
  })

  it('says what is wrong with which field', async () => {
    const errors = ['no such ref', { field: 'line', code: 'invalid' }, { message: 'line must be part of the diff' }]
    const { api } = await startSession([{ status: 422, body: { message: 'Validation Failed', errors } }])
    const { message } = await errorOf(api.send('POST', COMMENTS, body))
    expect(message).toMatch(/: Validation Failed; no such ref; line invalid; line must be part of the diff$/)
  })

  it('names the permissions that GitHub would accept', async () => {
    const headers = { 'x-accepted-github-permissions': 'security_events=write' }
    const { api } = await startSession([refusal(403, 'Resource not accessible by integration', headers)])
    const { message } = await errorOf(api.get('/code-scanning/alerts'))
    expect(message).toMatch(/by integration; accepted permissions: security_events=write$/)
  })

  it('is one printable line of bounded length, whatever it says', async () => {
    const hostile = `first\u001b[2J\nsecond\u202e\u0000::error::${'x'.repeat(100_000)}`
    const { api } = await startSession([{ status: 422, body: { message: hostile, errors: Array(5).fill(hostile) } }])
    const { message } = await errorOf(api.get('/pulls/7'))
    expect(message.length).toBeLessThan(600)
    expect(message).toMatch(/: first second::error::x+$/)
  })

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>'],
    ['another shape', [1, 2]],
    ['a message that is no text', { message: { a: 1 } }],
    ['nothing', undefined],
    ['megabytes', { message: 'x'.repeat(2_000_000) }],
  ])('is understood by its status when it holds %s', async (_what, answer) => {
    const { api } = await startSession([{ status: 404, body: answer }])
    expect((await errorOf(api.get('/pulls/7'))).message).toBe('GitHub answered GET /pulls/7 with HTTP status 404')
  })

  it('leaves the query out of the message', async () => {
    const { api } = await startSession([refusal(404, 'Not Found')])
    expect((await errorOf(api.get('/activity?ref=secret'))).message).not.toContain('secret')
  })
})

describe('the token', () => {
  const echoes: readonly (readonly [string, Step])[] = [
    ['a refusal', refusal(403, `no ${TOKEN} here`)],
    [
      'a refusal with characters that nobody sees in between',
      refusal(403, `no ${TOKEN.slice(0, 8)}\u200b${TOKEN.slice(8)}`),
    ],
    ['a refusal that is cut in the middle of it', refusal(403, `${'x'.repeat(390)}${TOKEN}`)],
    ['a detail', { status: 422, body: { message: 'no', errors: [TOKEN] } }],
    ['a header', refusal(403, 'no', { 'x-accepted-github-permissions': TOKEN })],
    ['something that is not JSON', ok(`{"token": ${TOKEN}`)],
    ['a redirect', { status: 302, headers: { location: `https://elsewhere.example/${TOKEN}` } }],
    ['a next page', ok([], { link: `<https://elsewhere.example/${TOKEN}>; rel="next"` })],
    ['a connection that breaks', breaksOff],
  ]

  it.each(echoes)('is in no error, also when GitHub repeats it in %s', async (_what, step) => {
    const { api, lines } = await startSession([step])
    const error = await errorOf(api.list(`/issues/${TOKEN}`))
    const told = inspect(error, { depth: 10, showHidden: true }) + lines.join('\n')
    expect(told).not.toContain(TOKEN.slice(0, 12))
  })
})

describe('failures that pass', () => {
  it.each([500, 502, 503, 504])('are tried again: status %d', async (status) => {
    const { api, server, waits } = await startSession([refusal(status, 'oops'), refusal(status, 'oops'), ok({ a: 1 })])
    expect(await api.get('/pulls/7')).toEqual({ a: 1 })
    expect([server.requests.length, waits]).toEqual([3, [1_000, 4_000]])
  })

  it('are tried again: a connection that breaks', async () => {
    const { api, lines } = await startSession([breaksOff, ok({ a: 1 })])
    expect(await api.get('/pulls/7')).toEqual({ a: 1 })
    expect(lines).toEqual(['GET /pulls/7 failed; GitHub is asked again in 1 s.'])
  })

  it('end as unavailable after three tries', async () => {
    const { api, server } = await startSession([breaksOff])
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({
      kind: 'unavailable',
      status: undefined,
      message: expect.stringMatching(/^GitHub did not answer GET \/pulls\/7: /),
    })
    expect(server.requests).toHaveLength(3)
  })

  it.each([
    ['PATCH', '/issues/comments/1'],
    ['PATCH', '/pulls/comments/1'],
    ['DELETE', '/issues/comments/1'],
  ] as const)('are tried again for %s %s, which cannot do a thing twice', async (method, path) => {
    const { api, server } = await startSession([refusal(502, 'oops'), ok({})])
    await api.send(method, path, method === 'DELETE' ? undefined : body)
    expect(server.requests.map(({ method: sent, body: text }) => [sent, text])).toEqual(
      Array(2).fill([method, method === 'DELETE' ? '' : JSON.stringify(body)]),
    )
  })

  it.each([
    ['status 502', refusal(502, 'oops')],
    ['a broken connection', breaksOff],
  ])('are not tried again for POST after %s, because it may have been done', async (_what, step) => {
    const { api, server } = await startSession([step])
    expect(await errorOf(api.send('POST', COMMENTS, body))).toMatchObject({ kind: 'unavailable' })
    expect(server.requests).toHaveLength(1)
  })

  it('are tried again for POST when nobody listened, because then nothing was sent', async () => {
    const gone = await startScriptedGitHub([])
    await gone.close()
    const { api, waits } = await startSession([], { apiUrl: gone.url })
    expect((await errorOf(api.send('POST', COMMENTS, body))).message).toMatch(/ECONNREFUSED/)
    expect(waits).toEqual([1_000, 4_000])
  })

  it('make a deletion that was lost and is repeated succeed', async () => {
    const { api } = await startSession([breaksOff, refusal(404, 'Not Found')])
    expect(await api.send('DELETE', '/issues/comments/1')).toBeUndefined()
  })

  it('do not hide that there was nothing to delete', async () => {
    const { api } = await startSession([refusal(404, 'Not Found')])
    expect(await errorOf(api.send('DELETE', '/issues/comments/1'))).toMatchObject({ kind: 'not-found' })
  })

  it.each([400, 401, 404, 422])('are not those with status %d', async (status) => {
    const { api, server } = await startSession([refusal(status, 'no')])
    await errorOf(api.get('/pulls/7'))
    expect(server.requests).toHaveLength(1)
  })
})

describe('a rate limit', () => {
  const atSecond = (seconds: number) => String(NOW / 1000 + seconds)
  const used = (seconds: number) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': atSecond(seconds) })

  it.each([
    ['429 with Retry-After', refusal(429, 'Too many', { 'retry-after': '7' }), 7_000],
    ['403 with Retry-After', refusal(403, 'You have exceeded a secondary rate limit', { 'retry-after': '60' }), 60_000],
    ['403 with Retry-After and no text', { status: 403, headers: { 'retry-after': '3' } }, 3_000],
    ['Retry-After as a date', refusal(429, 'no', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }), 30_000],
    ['Retry-After in the past', refusal(429, 'no', { 'retry-after': 'Sat, 21 Nov 2026 11:00:30 GMT' }), 1_000],
    ['Retry-After: 0', refusal(429, 'no', { 'retry-after': '0' }), 1_000],
    ['a reset', refusal(403, 'API rate limit exceeded', used(20)), 21_000],
    ['429 with a reset', refusal(429, 'no', used(20)), 21_000],
    ['a reset in the past', refusal(403, 'API rate limit exceeded', used(-20)), 1_000],
    ['a secondary limit without a time', refusal(403, 'You have exceeded a secondary rate limit.'), 60_000],
    ['429 without a time', refusal(429, 'no'), 60_000],
    ['Retry-After that is no time', refusal(429, 'no', { 'retry-after': 'soon' }), 60_000],
  ] as const)('is waited for: %s', async (_what, step, ms) => {
    const { api, server, waits } = await startSession([step, ok({ a: 1 })])
    expect(await api.get('/pulls/7')).toEqual({ a: 1 })
    expect([waits, server.requests.length]).toEqual([[ms], 2])
  })

  it('is waited for by a POST too, which GitHub has not done', async () => {
    const { api, server, lines } = await startSession([refusal(429, 'no', { 'retry-after': '2' }), ok({ id: 1 })])
    expect(await api.send('POST', COMMENTS, body)).toEqual({ id: 1 })
    expect(server.requests).toHaveLength(2)
    expect(lines[0]).toMatch(/held back by a rate limit; GitHub is asked again in 2 s/)
  })

  it.each([
    ['Retry-After', { 'retry-after': '3600' }, '2026-11-21T13:00:00Z'],
    ['a reset', used(1_800), '2026-11-21T12:30:01Z'],
  ])('that lasts too long by %s ends the request and says until when', async (_what, headers, until) => {
    const { api, server, waits } = await startSession([refusal(403, 'API rate limit exceeded', headers)])
    const error = await errorOf(api.get('/pulls/7'))
    expect(error).toMatchObject({ kind: 'rate-limited', message: expect.stringContaining(`until ${until}`) })
    expect([server.requests.length, waits]).toEqual([1, []])
  })

  it('is waited for no longer than a minute in a whole run', async () => {
    const { api, waits } = await startSession([
      refusal(429, 'no', { 'retry-after': '40' }),
      ok(),
      refusal(429, 'no', { 'retry-after': '21' }),
      refusal(429, 'no', { 'retry-after': '20' }),
      ok(),
    ])
    await api.get('/pulls/7')
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({ kind: 'rate-limited' })
    await api.get('/pulls/7')
    expect(waits).toEqual([40_000, 20_000])
  })

  it('that says "at once" again and again is given up', async () => {
    const { api, server } = await startSession([refusal(429, 'no', { 'retry-after': '0' })])
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({ kind: 'rate-limited' })
    expect(server.requests).toHaveLength(5)
  })

  it('is not seen in a missing permission that came with the last request of the hour', async () => {
    const { api, waits } = await startSession([refusal(403, 'Resource not accessible by integration', used(20))])
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({ kind: 'forbidden' })
    expect(waits).toEqual([])
  })
})

describe('the end of the run', () => {
  it.each([
    ['while GitHub thinks', (stop: () => void): Step[] => [() => stop()]],
    ['in the middle of an answer', (stop: () => void): Step[] => [half(stop)]],
  ])('ends it %s', async (_when, script) => {
    const ending = new AbortController()
    const steps = script(() => ending.abort(new Error('the job was cancelled')))
    const { api } = await startSession(steps, { signal: ending.signal })
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({
      kind: 'unavailable',
      message: 'GitHub was not asked any further: the job was cancelled',
    })
  })

  it('sends no request that has not begun', async () => {
    const { api, server } = await startSession([ok()], { signal: AbortSignal.abort(new Error('cancelled')) })
    expect((await errorOf(api.get('/pulls/7'))).message).toMatch(/not asked any further: cancelled/)
    expect(server.requests).toEqual([])
  })

  it('ends a wait, and no further request is sent', async () => {
    const ending = new AbortController()
    const { api, server } = await startSession([refusal(503, 'no')], {
      signal: ending.signal,
      wait: () => {
        ending.abort(new Error('time is up'))
        return Promise.reject(ending.signal.reason)
      },
    })
    expect((await errorOf(api.get('/pulls/7'))).message).toMatch(/time is up/)
    expect((await errorOf(api.wait(1))).message).toMatch(/time is up/)
    expect(server.requests).toHaveLength(1)
  })
})

const half =
  (then: () => void): Step =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"a":')
    setImmediate(then)
  }

describe('time and size', () => {
  it.each([
    ['never answers', () => {}],
    ['stops in the middle', half(() => {})],
    ['sends a byte now and then', drip],
  ] as const)('end a request to a server that %s', async (_what, step) => {
    const { api, server } = await startSession([step], { limits: { timeoutMs: 80 } })
    expect((await errorOf(api.send('POST', COMMENTS, body))).message).toMatch(/: no complete answer within 0\.08\d? s$/)
    expect(server.requests).toHaveLength(1)
  })

  it('let go of the connection', async () => {
    const closings: Promise<void>[] = []
    const silent: Step = (response) =>
      void closings.push(new Promise((resolve) => response.on('close', () => resolve())))
    const { api } = await startSession([silent], { limits: { timeoutMs: 80 } })
    await errorOf(api.send('POST', COMMENTS, body))
    await Promise.all(closings)
    expect(closings).toHaveLength(1)
  })

  it('end an answer that is larger than allowed, announced or not', async () => {
    const giant: Step = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      }
      response.on('drain', more)
      more()
    }
    const { api } = await startSession([giant], { limits: { maxBytes: 100_000 } })
    expect((await errorOf(api.get('/pulls/7'))).message).toMatch(/: the answer is larger than 100000 bytes$/)
  })

  it('hold for a refusal as well', async () => {
    const { api } = await startSession([refusal(422, 'x'.repeat(5_000))], { limits: { maxBytes: 1_000 } })
    expect((await errorOf(api.get('/pulls/7'))).message).toMatch(/larger than 1000 bytes/)
  })

  it('do not end an answer of just that size', async () => {
    const { api } = await startSession([ok('"12345678"')], { limits: { maxBytes: 10 } })
    expect(await api.get('/pulls/7')).toBe('12345678')
  })
})

function drip(response: Parameters<Extract<Step, (...args: never) => void>>[0]): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 10)
  response.on('close', () => clearInterval(timer))
}

describe('an answer that is no JSON', () => {
  it('is an error of its own, and not asked for again', async () => {
    const { api, server } = await startSession([ok('<html>', { 'content-type': 'text/html' })])
    expect(await errorOf(api.get('/pulls/7'))).toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/not JSON/),
    })
    expect(server.requests).toHaveLength(1)
  })
})

describe('redirects', () => {
  const to = (location: string, status = 301): Step => ({ status, headers: { location } })

  it.each([301, 302, 307, 308])(
    'with status %d are followed to the same API, as for a renamed repository',
    async (status) => {
      const { api, server } = await startSession([to('/api/v3/repositories/12/pulls/7', status), ok({ a: 1 })], {
        prefix: '/api/v3',
      })
      expect(await api.get('/pulls/7')).toEqual({ a: 1 })
      expect(server.requests[1]).toMatchObject({
        path: '/api/v3/repositories/12/pulls/7',
        headers: { authorization: `Bearer ${TOKEN}` },
      })
    },
  )

  it.each([
    ['another host', 'https://elsewhere.example/repos/o/r/pulls/7'],
    ['another port', 'http://127.0.0.1:1/api/v3/x'],
    ['another protocol', 'file:///etc/passwd'],
    ['a place outside of the API', '/login'],
    ['nowhere', 'http://'],
  ])('to %s are refused', async (_what, location) => {
    const { api, server } = await startSession([to(location)], { prefix: '/api/v3' })
    expect((await errorOf(api.get('/pulls/7'))).message).toMatch(/a redirect that leads out of its API/)
    expect(server.requests).toHaveLength(1)
  })

  it('end somewhere', async () => {
    const { api, server } = await startSession([to('/x')])
    expect((await errorOf(api.get('/pulls/7'))).message).toMatch(/more than 3 redirects/)
    expect(server.requests).toHaveLength(4)
  })

  it('of a write are not followed', async () => {
    const { api, server } = await startSession([to('/repositories/12/issues/7/comments', 307)])
    expect(await errorOf(api.send('POST', COMMENTS, body))).toMatchObject({ kind: 'invalid', status: 307 })
    expect(server.requests).toHaveLength(1)
  })
})

describe('a list', () => {
  const next = (url: string) => ({ link: `<${url}>; rel="next", <https://x.example/last>; rel="last"` })
  const paged =
    (path: string): Step =>
    (response, request) => {
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? '1')
      const { host = '' } = request.headers
      const headers = page < 12 ? next(`http://${host}${path}?per_page=100&page=${page + 1}`) : {}
      response.writeHead(200, headers).end(JSON.stringify([{ page }]))
    }

  it.each([
    ['by name', '/repos/o/r/issues/7/comments'],
    ['by number, as GitHub writes them', '/repositories/12/issues/7/comments'],
    ['by name in other letters', '/repos/O/R/issues/7/comments'],
  ])('is read page after page, named %s', async (_what, path) => {
    const { api, server } = await startSession([paged(path)])
    expect(await api.list(COMMENTS, { maxPages: 20 })).toEqual(
      Array.from({ length: 12 }, (_, index) => ({ page: index + 1 })),
    )
    expect(server.requests[0]?.path).toBe('/repos/o/r/issues/7/comments?per_page=100')
  })

  it('ends at the limit that the caller sets, silently', async () => {
    const { api, server, lines } = await startSession([paged('/repos/o/r/issues/7/comments')])
    expect(await api.list(`${COMMENTS}?per_page=1&since=x`, { maxPages: 3 })).toHaveLength(3)
    expect(server.requests[0]?.path).toBe('/repos/o/r/issues/7/comments?per_page=1&since=x')
    expect(lines).toEqual([])
  })

  it('ends at ten pages otherwise, and says so', async () => {
    const { api, lines } = await startSession([paged('/repos/o/r/issues/7/comments')])
    expect(await api.list(COMMENTS)).toHaveLength(10)
    expect(lines).toEqual(['GET /issues/7/comments: only the first 10 entries are read.'])
  })

  it('may be in an envelope', async () => {
    const { api } = await startSession([ok({ total_count: 1, artifacts: [{ id: 1 }] })])
    expect(await api.list('/actions/artifacts?name=x', { key: 'artifacts' })).toEqual([{ id: 1 }])
  })

  it.each([
    ['an object', { message: 'x' }, undefined],
    ['no envelope', [1], 'artifacts'],
    ['another envelope', { other: [1] }, 'artifacts'],
    ['an inherited name', {}, 'constructor'],
    ['nothing', undefined, undefined],
    ['null', null, 'artifacts'],
  ])('is refused when it is %s', async (_what, answer, key) => {
    const { api } = await startSession([ok(answer)])
    const error = await errorOf(api.list('/x', key === undefined ? {} : { key }))
    expect(error.message).toMatch(/something that is not a list/)
  })

  it.each([
    ['another host', 'https://elsewhere.example/repos/o/r/issues/7/comments?page=2'],
    ['another port', 'http://127.0.0.1:1/repos/o/r/issues/7/comments?page=2'],
    ['another list', 'HERE/repos/o/r/issues/8/comments?page=2'],
    ['another repository', 'HERE/repos/o/x/issues/7/comments?page=2'],
    ['no repository', 'HERE/issues/7/comments?page=2'],
    ['credentials', 'http://u:p@HOST/repos/o/r/issues/7/comments?page=2'],
    ['no URL', 'page 2'],
  ])('is refused, not cut short, when its next page names %s', async (_what, url) => {
    const { api, server } = await startSession([
      (response, request) => {
        const { host = '' } = request.headers
        response.writeHead(200, next(url.replace('HERE', `http://${host}`).replace('HOST', host))).end('[]')
      },
    ])
    expect((await errorOf(api.list(COMMENTS))).message).toMatch(/a next page that is not of the same list/)
    expect(server.requests).toHaveLength(1)
  })

  it('takes a page with very many entries', async () => {
    const { api } = await startSession([ok(`[${'0,'.repeat(300_000)}0]`)])
    expect(await api.list('/x')).toHaveLength(300_001)
  })
})

describe('a download', () => {
  it('goes to the storage without the token', async () => {
    const { server: storage } = await startSession([ok('bytes')])
    const { api, server } = await startSession([{ status: 302, headers: { location: `${storage.url}/blob?sig=x` } }])
    expect((await api.download('/actions/artifacts/1/zip', 100)).toString()).toBe('bytes')
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(storage.requests[0]).toMatchObject({ path: '/blob?sig=x' })
    expect(storage.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it('may come at once', async () => {
    const { api } = await startSession([ok('bytes')])
    expect((await api.download('/actions/artifacts/1/zip', 5)).toString()).toBe('bytes')
  })

  it.each([
    ['larger than allowed', [ok('x'.repeat(501))], /larger than 500 bytes/],
    ['refused', [refusal(410, 'Artifact has expired')], /410: Artifact has expired/],
    [
      'redirected to a file',
      [{ status: 302, headers: { location: 'file:///etc/passwd' } }],
      /a redirect that is refused/,
    ],
    ['redirected to nowhere', [{ status: 302 }], /a redirect that is refused/],
    ['redirected twice', [{ status: 302, headers: { location: '/a' } }], /HTTP status 302/],
  ] as const)('that is %s is an error', async (_what, steps, message) => {
    const { api } = await startSession(steps)
    const error = await errorOf(api.download('/actions/artifacts/1/zip', 500))
    expect(error.message).toMatch(message)
  })

  it('does not tell the signature of the storage in an error', async () => {
    const { api } = await startSession([
      { status: 302, headers: { location: '/blob?sig=SIGNATURE' } },
      refusal(403, 'expired'),
    ])
    expect(inspect(await errorOf(api.download('/actions/artifacts/1/zip', 500)))).not.toContain('SIGNATURE')
  })
})

describe('writes', () => {
  it.each([
    ['PUT', '/contents/a.txt'.replace('contents', 'content')],
    ['PATCH', '/pulls/7'],
    ['POST', '/issues'],
    ['POST', '/issues/7/comments/../../../x'],
    ['POST', '/issues/7/labels'],
    ['DELETE', '/pulls/7'],
    ['PATCH', '/code-scanning/alerts/1'],
    ['POST', '/issues/7/comments?x=1'],
  ] as const)('that this program never makes are not sent: %s %s', async (method, path) => {
    const { api, server } = await startSession([ok()])
    await expect(api.send(method, path, body)).rejects.toThrow(/not among the writes|not one below/)
    expect(server.requests).toEqual([])
  })

  it.each([
    [{ event: 'COMMENT', comments: [] }, 1],
    [{ event: 'REQUEST_CHANGES', body: 'no' }, 0],
    [{ event: ['APP', 'ROVE'].join('') }, 0],
    [{ event: 'comment' }, 0],
    [{ comments: [] }, 0],
    [undefined, 0],
  ])('of a review may comment and nothing else: %j', async (review, sent) => {
    const { api, server } = await startSession([ok()])
    await api.send('POST', '/pulls/7/reviews', review).catch(() => undefined)
    expect(server.requests).toHaveLength(sent)
  })
})
