import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { type RequestListener, request, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startKeyProxy } from '../../src/host/key-proxy.js'
import { makeTokenBudget } from '../../src/review/budget.js'
import {
  afterwards,
  ask,
  asked,
  certificate,
  cleanUp,
  completedEvents,
  KEY,
  makeLog,
  says,
  sendRaw,
  startJobProxy,
  startProvider,
  startProxy,
  streams,
  toEvents,
} from './key-proxy/stand-ins.js'

afterEach(cleanUp)

const urlOf = ({ port }: { readonly port: number }) => `http://127.0.0.1:${port}/v1`
const ok = streams(completedEvents())

describe('a request of the reviewer', () => {
  it('leaves nothing behind on the connection that it shares with the others', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const warnings: string[] = []
    const note = (warning: Error): void => void warnings.push(warning.name)
    process.on('warning', note)
    afterwards(() => process.off('warning', note))
    // Node warns of the eleventh listener of one kind.
    for (let count = 0; count < 12; count += 1) expect((await ask(running)).status).toBe(200)
    expect(warnings).toEqual([])
  })

  it('reaches the provider with the real key and without anything else of the client', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = await ask(running, {
      headers: { cookie: 'a=b', 'x-forwarded-for': '1.2.3.4', 'openai-organization': 'org', originator: 'codex_exec' },
    })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(completedEvents())
    const [seen] = provider.seen
    expect(seen?.url).toBe('/v1/responses')
    expect(seen?.headers).toEqual({
      host: `127.0.0.1:${provider.port}`,
      connection: 'keep-alive',
      accept: 'application/json',
      'accept-encoding': 'identity',
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(seen?.body ?? '')),
      originator: 'codex_exec',
    })
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      ...asked,
      input: [{ type: 'message', role: 'user', content: 'Review this, please.' }],
      store: false,
    })
  })

  it.each([
    ['messages', '/v1/messages', { model: 'glm-5.3', max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }] }],
    [
      'messages',
      '/v1/messages?beta=true',
      { model: 'glm-5.3', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] },
    ],
    ['messages', '/v1/messages/count_tokens', { model: 'glm-5.3', messages: [{ role: 'user', content: 'Hi' }] }],
    ['gemini', '/v1beta/models/glm-5.3:generateContent', { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] }],
    [
      'gemini',
      '/v1beta/models/glm-5.3:streamGenerateContent?alt=sse',
      { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] },
    ],
    ['gemini', '/v1beta/models/glm-5.3:countTokens', { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] }],
  ] as const)('passes in the %s format at %s, under the path of the base URL', async (wire, path, body) => {
    const provider = await startProvider(says(200, {}))
    const running = await startProxy({ wire, model: 'glm-5.3', baseUrl: `http://127.0.0.1:${provider.port}/api/x/` })
    const header = wire === 'gemini' ? 'x-goog-api-key' : 'x-api-key'
    const answer = await ask(running, { path, body, headers: { authorization: `Bearer ${running.endpoint.key}` } })
    expect(answer.status).toBe(200)
    expect(provider.seen[0]?.url).toBe(`/api/x${path}`)
    expect(provider.seen[0]?.headers[header]).toBe(KEY)
    expect(JSON.stringify(provider.seen)).not.toContain(running.endpoint.key)
  })

  it('keeps the betas of Claude Code and drops those that let the provider act', async () => {
    const provider = await startProvider(says(200, {}))
    const running = await startProxy({ wire: 'messages', model: 'm', baseUrl: `http://127.0.0.1:${provider.port}` })
    await ask(running, {
      path: '/v1/messages',
      body: { model: 'm', max_tokens: 9, messages: [] },
      headers: { 'anthropic-beta': 'claude-code-20250219,interleaved-thinking-2025-05-14,mcp-client-2025-04-04' },
    })
    expect(provider.seen[0]?.headers['anthropic-beta']).toBe('claude-code-20250219,interleaved-thinking-2025-05-14')
    expect(provider.seen[0]?.headers['anthropic-version']).toBe('2023-06-01')
  })

  it('reaches a proxy that listens on a socket, which is gone afterwards', async () => {
    const provider = await startProvider(ok)
    const directory = await mkdtemp(join(tmpdir(), 'kp-'))
    afterwards(() => rm(directory, { recursive: true }))
    const path = join(directory, 's')
    const { proxy } = await startProxy({ baseUrl: urlOf(provider), listen: { kind: 'socket', path } })
    expect(proxy.origin).toBeUndefined()
    const { baseUrl, key } = proxy.endpointAt('http://127.0.0.1:8080')
    expect(baseUrl).toBe('http://127.0.0.1:8080/v1')
    const status = await new Promise((resolve) => {
      request(
        {
          socketPath: path,
          method: 'POST',
          path: '/v1/responses',
          agent: false,
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        },
        (message) => resolve(message.resume().statusCode),
      ).end(JSON.stringify(asked))
    })
    expect(status).toBe(200)
    await proxy.close()
    await expect(lstat(path)).rejects.toThrow('ENOENT')
  })
})

describe('what is refused and never sent on', () => {
  it.each([
    ['GET', '/v1/models'],
    ['GET', '/v1/responses'],
    ['PUT', '/v1/responses'],
    ['POST', '/v1/responses/'],
    ['POST', '/v1/responses?x=1'],
    ['POST', '/v1/responses/resp_1/cancel'],
    ['POST', '/v1/../v1/responses'],
    ['POST', '/v1/%72esponses'],
    ['POST', '//v1/responses'],
    ['POST', '/v1/files'],
    ['POST', '/v1/messages'],
    ['DELETE', '/v1/responses/resp_1'],
    ['POST', 'http://127.0.0.1/v1/responses'],
  ])('%s %s', async (method, path) => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = await ask(running, { method, path })
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.text)).toMatchObject({ error: { type: 'invalid_request_error' } })
    expect(provider.seen).toEqual([])
    expect(running.proxy.traffic()).toMatchObject({ requests: 0, refused: 1, bytesSent: 0 })
    expect(running.proxy.failure()).toBeUndefined()
  })

  it.each([
    ['no key', { authorization: '' }],
    ['a wrong key', { authorization: 'Bearer sk-proj-0' }],
    ['the real key', { authorization: `Bearer ${KEY}` }],
    ['another key beside the right one', { 'x-api-key': 'sk-other' }],
  ])('a request with %s', async (_what, headers) => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    expect((await ask(running, { headers })).status).toBe(401)
    expect(provider.seen).toEqual([])
  })

  it.each([
    ['another model', { ...asked, model: 'gpt-6' }, 'serves no model but gpt-5.5'],
    ['a tool of the provider', { ...asked, tools: [{ type: 'web_search' }] }, 'tools.0.type'],
    ['a body that is no JSON', '{"model":', 'not JSON'],
    ['a body that is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not JSON'],
    ['a body nested too deep', `${'['.repeat(65)}${']'.repeat(65)}`, 'more than 64 deep'],
    ['a body nested extremely deep', '['.repeat(1_000_000), 'more than 64 deep'],
  ])('%s', async (_what, body, why) => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = await ask(running, { body })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text).error.message).toContain(why)
    expect(provider.seen).toEqual([])
    expect(running.proxy.failure()).toMatchObject({ code: 'EXITED', status: 400 })
  })

  it('a body over the limit, also where its length is not said', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider), limits: { maxBodyBytes: 1_000 } })
    const body = { ...asked, instructions: 'x'.repeat(2_000) }
    const answers = [
      await ask(running, { body }),
      await ask(running, { body, headers: { 'transfer-encoding': 'chunked' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([413, 413])
    expect(running.proxy.failure()?.code).toBe('CONTEXT_TOO_LONG')
    expect(provider.seen).toEqual([])
  })

  it.each([
    ['compressed', { 'content-encoding': 'gzip' }, 415],
    ['not JSON by its type', { 'content-type': 'text/plain' }, 415],
    ['with an expectation', { expect: '100-continue' }, 417],
    ['with an unknown expectation', { expect: 'miracles' }, 417],
  ])('a body that is %s', async (_what, headers, status) => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    expect((await ask(running, { headers })).status).toBe(status)
    expect(provider.seen).toEqual([])
  })

  it.each([
    ['CONNECT', 'CONNECT evil.test:443 HTTP/1.1\r\nhost: evil.test\r\n\r\n'],
    [
      'an upgrade',
      'POST /v1/responses HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\ncontent-length: 0\r\n\r\n',
    ],
    ['two lengths', 'POST /v1/responses HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!'],
    [
      'a length and a transfer encoding',
      'POST /v1/responses HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
    ],
    ['a bare LF in a header', 'POST /v1/responses HTTP/1.1\r\nhost: a\nx-api-key: b\r\n\r\n'],
    ['a folded header', 'POST /v1/responses HTTP/1.1\r\nhost: a\r\n b\r\n\r\n'],
    ['no host', 'POST /v1/responses HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n'],
  ])('%s', async (_what, text) => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    expect(await sendRaw(running, text)).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(provider.seen).toEqual([])
    expect(running.proxy.traffic().requests).toBe(0)
  })

  it('more requests than a run may make', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider), limits: { maxRequests: 2 } })
    const answers = [await ask(running), await ask(running), await ask(running)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(running.proxy.failure()).toMatchObject({ code: 'BUDGET', status: 429 })
    expect(provider.seen.length).toBe(2)
  })
})

describe('the way to the provider', () => {
  it('ends at a redirect, which is a failure', async () => {
    const elsewhere = await startProvider(ok)
    const provider = await startProvider((_request, response) => {
      response.writeHead(307, { location: urlOf(elsewhere) }).end()
    })
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = await ask(running)
    expect(answer.status).toBe(502)
    expect(answer.headers.location).toBeUndefined()
    expect(elsewhere.seen).toEqual([])
    expect(running.proxy.failure()).toMatchObject({ code: 'CONNECTION', status: 307 })
  })

  it('refuses a certificate that nobody vouches for', async () => {
    const provider = await startProvider(ok, 'tls')
    const running = await startProxy({ baseUrl: `https://127.0.0.1:${provider.port}/v1` })
    expect((await ask(running)).status).toBe(502)
    expect(provider.seen).toEqual([])
    expect(running.proxy.failure()).toMatchObject({ code: 'CONNECTION' })
    expect(running.proxy.failure()?.message).toContain('self-signed certificate')
  })

  it('refuses a certificate of another host, also through a proxy', async () => {
    const provider = await startProvider(ok, 'tls')
    const job = await startJobProxy(provider.port)
    const running = await startProxy({
      baseUrl: 'https://other.test/v1',
      certificateAuthority: certificate,
      env: { HTTPS_PROXY: `http://127.0.0.1:${job.port}` },
    })
    expect((await ask(running)).status).toBe(502)
    expect(provider.seen).toEqual([])
    expect(running.proxy.failure()?.message).toContain("does not match certificate's altnames")
  })

  it.each([['HTTPS_PROXY'], ['https_proxy']])('leads through the tunnel of %s, with its credentials', async (name) => {
    const provider = await startProvider(ok, 'tls')
    const job = await startJobProxy(provider.port)
    const running = await startProxy({
      baseUrl: 'https://provider.test/v1',
      certificateAuthority: certificate,
      env: { [name]: `http://user:p%40ss@127.0.0.1:${job.port}` },
    })
    expect([await ask(running), await ask(running)].map(({ status }) => status)).toEqual([200, 200])
    expect(job.seen.map(({ method, url }) => [method, url])).toEqual([['CONNECT', 'provider.test:443']])
    expect(job.seen[0]?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`)
    expect(JSON.stringify(job.seen)).not.toContain(KEY)
    expect(provider.seen[0]?.headers['proxy-authorization']).toBeUndefined()
    expect(running.proxy.traffic().host).toBe('provider.test')
  })

  it('says that the proxy refused', async () => {
    const job = await startJobProxy(1, 407)
    const running = await startProxy({
      baseUrl: 'https://provider.test/v1',
      env: { HTTPS_PROXY: `http://127.0.0.1:${job.port}` },
    })
    expect((await ask(running)).status).toBe(502)
    expect(running.proxy.failure()?.message).toContain("the job's proxy answers CONNECT with HTTP status 407")
  })

  it.each([['HTTP_PROXY'], ['http_proxy']])('leads through the plain proxy of %s', async (name) => {
    const provider = await startProvider(ok)
    const job = await startJobProxy(provider.port)
    const running = await startProxy({
      baseUrl: 'http://provider.test/v1',
      env: { [name]: `127.0.0.1:${job.port}` },
    })
    expect((await ask(running)).status).toBe(200)
    expect(job.seen.map(({ url }) => url)).toEqual(['http://provider.test/v1/responses'])
    expect(provider.seen[0]?.headers.host).toBe('provider.test')
  })

  it.each([['NO_PROXY'], ['no_proxy']])('passes by the proxy where %s says so', async (name) => {
    const job = await startJobProxy(1)
    const running = await startProxy({
      baseUrl: 'http://provider.invalid/v1',
      env: { http_proxy: `http://127.0.0.1:${job.port}`, [name]: 'other.test, .invalid' },
    })
    expect((await ask(running)).status).toBe(502)
    expect(job.seen).toEqual([])
    expect(running.proxy.failure()?.code).toBe('CONNECTION')
  })

  it('fails where nothing listens', async () => {
    const running = await startProxy({ baseUrl: 'http://127.0.0.1:1/v1' })
    const answer = await ask(running)
    expect(answer.status).toBe(502)
    expect(running.proxy.failure()).toMatchObject({ code: 'CONNECTION', status: undefined })
    expect(running.proxy.failure()?.message).toContain('ECONNREFUSED')
  })

  it('breaks for the client as it breaks for the proxy', async () => {
    const drop: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(toEvents([{ type: 'response.created' }]), () => response.destroy())
    }
    const provider = await startProvider(drop)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    expect(await ask(running)).toMatchObject({ status: 200, broken: true })
    await running.proxy.settled()
    expect(running.proxy.failure()).toMatchObject({ code: 'CONNECTION' })

    const resetting = await startProvider((incoming) => incoming.socket.resetAndDestroy())
    const other = await startProxy({ baseUrl: urlOf(resetting) })
    await expect(ask(other)).rejects.toThrow()
    await other.proxy.settled()
    expect(other.proxy.failure()).toMatchObject({ code: 'CONNECTION', status: undefined })
  })

  it('is given up when no answer begins, or an answer falls silent', async () => {
    const silent = await startProvider(() => {})
    const first = await startProxy({ baseUrl: urlOf(silent), limits: { headersTimeoutMs: 50 } })
    expect((await ask(first)).status).toBe(504)
    await first.proxy.settled()
    expect(first.proxy.failure()?.code).toBe('STALLED')

    const stuck = await startProvider((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: response.created\n')
    })
    const second = await startProxy({ baseUrl: urlOf(stuck), limits: { idleTimeoutMs: 50 } })
    expect(await ask(second)).toMatchObject({ broken: true })
    await second.proxy.settled()
    expect(second.proxy.failure()?.code).toBe('STALLED')
  })

  it('ends with the time of the run', async () => {
    const time = new AbortController()
    const provider = await startProvider((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: response.created\n')
      setImmediate(() => time.abort())
    })
    const running = await startProxy({ baseUrl: urlOf(provider), signal: time.signal })
    const { broken } = await ask(running).catch(() => ({ broken: true }))
    expect(broken).toBe(true)
    expect(running.proxy.failure()?.code).toBe('TIMED_OUT')
    expect((await ask(running)).status).toBe(503)
  })

  it('ends with the proxy, which is no failure of the provider', async () => {
    let asking: (() => void) | undefined
    const reached = new Promise<void>((resolve) => {
      asking = resolve
    })
    const provider = await startProvider(() => asking?.())
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = ask(running).catch(() => 'broken')
    await reached
    await running.proxy.close()
    expect(await answer).toBe('broken')
    expect(running.proxy.failure()).toBeUndefined()
  })

  it('lets no answer grow without end', async () => {
    const endless: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const more = (): void => {
        while (!response.destroyed && response.write('data: {}\n\n'.repeat(1_000)));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    const provider = await startProvider(endless)
    const running = await startProxy({ baseUrl: urlOf(provider), limits: { maxAnswerBytes: 1_000_000 } })
    expect(await ask(running)).toMatchObject({ broken: true })
    expect(running.proxy.failure()?.code).toBe('NO_REPLY')
    expect(running.proxy.traffic().bytesReceived).toBeLessThan(1_200_000)
  })

  it('is as fast as the client reads', async () => {
    let upstream: ServerResponse | undefined
    let written = 0
    const flood: RequestListener = (_request, response) => {
      upstream = response
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const line = `data: ${'x'.repeat(64 * 1024)}\n`
      const more = (): void => {
        while (written < 48 * 1024 * 1024) {
          written += line.length
          if (!response.write(line)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    }
    const provider = await startProvider(flood)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const body = JSON.stringify(asked)
    const socket = connect(Number(new URL(running.endpoint.baseUrl).port), '127.0.0.1')
    afterwards(() => socket.destroy())
    socket.write(
      `POST /v1/responses HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${running.endpoint.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    // The client does not read: what stands between it and the provider fills up, and the provider has to wait.
    socket.pause()
    for (let last = -1; written === 0 || written !== last; ) {
      last = written
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(upstream?.writableNeedDrain).toBe(true)
    expect(written).toBeLessThan(24 * 1024 * 1024)
  })
})

describe('what is known of the answers', () => {
  it('is summed up as the provider counts it', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    await ask(running)
    await ask(running)
    expect(running.proxy.usage()).toEqual({ inputTokens: 200, cachedInputTokens: 80, outputTokens: 40, requests: 2 })
    expect(running.proxy.models()).toEqual(['gpt-5.5-2026-04-23'])
    expect(running.proxy.traffic()).toEqual({
      host: `127.0.0.1:${provider.port}`,
      requests: 2,
      refused: 0,
      bytesSent: 2 * Buffer.byteLength(provider.seen[0]?.body ?? ''),
      bytesReceived: 2 * completedEvents().length,
    })
  })

  it('includes the status and the time to wait, which the client gets too', async () => {
    const limited = says(
      429,
      { error: { type: 'tokens', code: 'rate_limit_exceeded', message: 'Slow\ndown' } },
      { 'retry-after': '45', 'set-cookie': 'a=b' },
    )
    const provider = await startProvider(limited)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = await ask(running)
    expect(answer.status).toBe(429)
    expect(answer.headers['retry-after']).toBe('45')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(JSON.parse(answer.text).error.code).toBe('rate_limit_exceeded')
    expect(running.proxy.failure()).toEqual({
      code: 'RATE_LIMITED',
      status: 429,
      message:
        'The provider limits the rate of requests; run again later. (HTTP status 429, retry after 45 s) It says: Slow down',
    })
  })

  it('forgets a failure that a completed answer follows, and no other', async () => {
    const answers = [says(500, {}), ok, says(503, {})]
    const provider = await startProvider((incoming, response) => answers.shift()?.(incoming, response))
    const { proxy, ...running } = await startProxy({ baseUrl: urlOf(provider) })
    const codes = []
    for (let turn = 0; turn < 3; turn += 1) {
      await ask({ proxy, ...running })
      codes.push(proxy.failure()?.status)
    }
    expect(codes).toEqual([500, undefined, 503])
  })

  it('does not count a client that is gone in the middle of a request as refused', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const socket = connect(Number(new URL(running.endpoint.baseUrl).port), '127.0.0.1')
    await new Promise((written) => socket.write('POST /v1/responses HTTP/1.1\r\n', written))
    socket.resetAndDestroy()
    expect(await ask(running)).toMatchObject({ status: 200 })
    expect(running.proxy.traffic()).toMatchObject({ requests: 1, refused: 0 })
  })

  it('is no failure of the provider when the client leaves, and the provider is let go', async () => {
    let left: (() => void) | undefined
    const gone = new Promise<void>((resolve) => {
      left = resolve
    })
    const provider = await startProvider((_request, response) => {
      response.on('close', () => left?.())
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: response.created\n')
    })
    const budget = makeTokenBudget(1_000_000)
    const running = await startProxy({ baseUrl: urlOf(provider), budget })
    const body = JSON.stringify(asked)
    const socket = connect(Number(new URL(running.endpoint.baseUrl).port), '127.0.0.1')
    socket.once('data', () => socket.destroy())
    socket.write(
      `POST /v1/responses HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${running.endpoint.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    await gone
    while (budget.spent() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(running.proxy.failure()).toBeUndefined()
  })

  it('calls an answer broken that ends before it is complete', async () => {
    const provider = await startProvider(streams(toEvents([{ type: 'response.created' }])))
    const running = await startProxy({ baseUrl: urlOf(provider) })
    await ask(running)
    expect(running.proxy.failure()).toMatchObject({ code: 'CONNECTION', status: 200 })
  })
})

describe('the token budget', () => {
  it('refuses what does not fit, says so once, and lets nothing go', async () => {
    const provider = await startProvider(
      streams(completedEvents({ input_tokens: 5_000, output_tokens: 100, cached: 4_900 })),
    )
    const budget = makeTokenBudget(6_000)
    const running = await startProxy({ baseUrl: urlOf(provider), budget })
    const answers = [await ask(running), await ask(running), await ask(running)]
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429])
    expect(JSON.parse(answers[1]?.text ?? '').error.message).toContain('budget-exhausted')
    expect(budget.spent()).toBe(5_100)
    expect(provider.seen.length).toBe(1)
    expect(running.proxy.failure()).toMatchObject({ code: 'BUDGET', status: 429 })
    expect(running.logged.filter((line) => line.includes('budget-exhausted')).length).toBe(1)
  })

  it.each([
    ['responses', '/v1/responses', asked, 'max_output_tokens'],
    ['messages', '/v1/messages', { model: 'gpt-5.5', max_tokens: 64_000, messages: [] }, 'max_tokens'],
  ] as const)('lowers what an answer in the %s format may have', async (wire, path, body, name) => {
    const provider = await startProvider(says(200, {}))
    const running = await startProxy({ wire, baseUrl: urlOf(provider), budget: makeTokenBudget(10_000) })
    await ask(running, { path, body })
    const limit = JSON.parse(provider.seen[0]?.body ?? '')[name]
    expect(limit).toBeGreaterThan(9_000)
    expect(limit).toBeLessThan(10_000)
  })

  it('leaves an answer alone that fits', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    await ask(running, { body: { ...asked, max_output_tokens: 5_000 } })
    await ask(running)
    expect(provider.seen.map(({ body }) => JSON.parse(body).max_output_tokens)).toEqual([5_000, undefined])
  })

  it('charges an answer that breaks off by its estimate, and a refused request nothing', async () => {
    const answers = [says(500, {}), streams('data: {}\n\n')]
    const provider = await startProvider((incoming, response) => answers.shift()?.(incoming, response))
    const budget = makeTokenBudget(1_000_000)
    const running = await startProxy({ baseUrl: urlOf(provider), budget })
    await ask(running)
    expect(budget.spent()).toBe(0)
    await ask(running)
    const estimate = Math.ceil((provider.seen[1]?.body.length ?? 0) / 3)
    expect(budget.spent()).toBe(estimate + Math.ceil('data: {}\n\n'.length / 3))
    expect(budget.remaining()).toBe(1_000_000 - budget.spent())
  })

  it('is shared', async () => {
    const provider = await startProvider(streams(completedEvents({ input_tokens: 9_000, output_tokens: 1, cached: 0 })))
    const budget = makeTokenBudget(10_000)
    const first = await startProxy({ baseUrl: urlOf(provider), budget })
    const second = await startProxy({ baseUrl: urlOf(provider), budget })
    expect([await ask(first), await ask(second)].map(({ status }) => status)).toEqual([200, 429])
  })
})

describe('the real key', () => {
  it('is in nothing that the proxy logs, returns or reports', async () => {
    const echo: RequestListener = (incoming, response) => {
      const echoed = `Incorrect API key provided: ${KEY}`
      response.writeHead(401, { 'content-type': 'application/json', 'x-request-id': `req-${KEY}` })
      response.end(JSON.stringify({ error: { message: echoed, code: 'invalid_api_key' }, saw: incoming.headers }))
    }
    const provider = await startProvider(echo)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const answer = await ask(running)
    await ask(running, { path: '/v1/models', method: 'GET' })
    const { proxy } = running
    await proxy.close()
    const everything = JSON.stringify([
      answer,
      running.endpoint,
      running.logged,
      proxy.failure(),
      proxy.traffic(),
      proxy.usage(),
      proxy.models(),
      proxy.origin,
    ])
    expect(everything).not.toContain(KEY)
    expect(everything).not.toContain(KEY.slice(8))
    expect(answer.text).toContain('[redacted]')
    expect(proxy.failure()?.code).toBe('UNAUTHENTICATED')
    expect(running.logged.join('\n')).toContain('secret echoed')
    expect(running.logged.length).toBeGreaterThan(2)
  })

  it('is taken out of a stream wherever its pieces meet, without a change of length', async () => {
    const whole = `data: {"delta":"${KEY}"}\n\n`
    const provider = await startProvider((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'content-length': whole.length })
      const pieces = whole.match(/.{1,7}/gs) ?? []
      const next = (): void => {
        const piece = pieces.shift()
        if (piece === undefined) response.end()
        else response.write(piece, () => setImmediate(next))
      }
      next()
    })
    const running = await startProxy({ baseUrl: urlOf(provider) })
    const { text } = await ask(running)
    expect(text).not.toContain(KEY)
    expect(text.length).toBe(whole.length)
  })

  it('is not in the log when bodies are refused: only our own words are', async () => {
    const provider = await startProvider(ok)
    const running = await startProxy({ baseUrl: urlOf(provider) })
    await ask(running, { body: { ...asked, [`::error::${KEY}`]: 'poison' } })
    await ask(running, { path: '/v1/::error::poison', method: 'GET' })
    await running.proxy.close()
    expect(running.logged.join('\n')).not.toContain('poison')
    expect(running.logged.join('\n')).not.toContain('::error::')
  })
})

describe('starting', () => {
  const options = {
    wire: 'gemini',
    upstream: { baseUrl: 'https://provider.test', key: KEY },
    model: 'gemini-3',
    budget: makeTokenBudget(1),
    listen: { kind: 'tcp' },
    env: {},
    signal: new AbortController().signal,
    log: makeLog().log,
  } as const

  it.each([['ftp://provider.test'], ['provider.test'], ['']])('refuses the base URL %j', async (baseUrl) => {
    await expect(startKeyProxy({ ...options, upstream: { baseUrl, key: KEY } })).rejects.toThrow('base URL')
  })

  it('refuses a model that would change the path', async () => {
    await expect(startKeyProxy({ ...options, model: 'a/../b' })).rejects.toThrow('"a/../b"')
  })

  it('gives every run another placeholder, which starts like the provider’s keys', async () => {
    const keys = await Promise.all(
      (['responses', 'messages', 'gemini', 'gemini'] as const).map(async (wire) => {
        const { endpoint } = await startProxy({ wire, baseUrl: 'https://provider.test' })
        return endpoint.key
      }),
    )
    expect(keys.map((key) => key.slice(0, 6))).toEqual(['sk-pro', 'sk-ant', 'AIzaSy', 'AIzaSy'])
    expect(new Set(keys).size).toBe(4)
  })
})
