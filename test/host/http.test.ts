import { createServer } from 'node:http'
import { connect } from 'node:net'
import { type DownloadOptions, download, shownUrl } from '../../src/host/http.js'
import { type Answer, close, listen, type RegistryStandIn, startRegistry } from '../support/registry-stand-in.js'

const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

async function serverWith(answers: Readonly<Record<string, Answer>>): Promise<RegistryStandIn> {
  const server = await startRegistry(answers)
  cleanups.push(() => server.close())
  return server
}

function fetchText(url: string, options: DownloadOptions = {}): Promise<string> {
  return download(
    url,
    async (body) => {
      let text = ''
      for await (const chunk of body) text += chunk.toString('utf8')
      return text
    },
    { retryDelaysMs: [0, 0], idleTimeoutMs: 5_000, ...options },
  )
}

const redirectTo =
  (location: string): Answer =>
  (_request, response) =>
    response.writeHead(302, { location }).end()

describe('download', () => {
  it('hands over the body', async () => {
    const server = await serverWith({ '/file': (_request, response) => response.end('content') })
    expect(await fetchText(`${server.url}/file`)).toBe('content')
  })

  it.each([500, 502, 503, 429, 408])('tries three times on status %d', async (status) => {
    const server = await serverWith({ '/file': (_request, response) => response.writeHead(status).end() })
    await expect(fetchText(`${server.url}/file`)).rejects.toMatchObject({ name: 'DownloadError', status })
    expect(server.requests).toHaveLength(3)
  })

  it.each([204, 400, 401, 403, 404])('does not try again on status %d', async (status) => {
    const server = await serverWith({ '/file': (_request, response) => response.writeHead(status).end() })
    await expect(fetchText(`${server.url}/file`)).rejects.toMatchObject({ name: 'DownloadError', status })
    expect(server.requests).toHaveLength(1)
  })

  it('succeeds when a later try does', async () => {
    let tries = 0
    const server = await serverWith({
      '/file': (_request, response) => {
        tries += 1
        response.writeHead(tries < 3 ? 503 : 200).end('at last')
      },
    })
    expect(await fetchText(`${server.url}/file`)).toBe('at last')
  })

  it('says that nobody listens', async () => {
    const server = await startRegistry({})
    await server.close()
    await expect(fetchText(`${server.url}/file`)).rejects.toThrow(/cannot be reached: .*ECONNREFUSED/)
  })

  it('gives up on a body that stalls', async () => {
    const server = await serverWith({
      '/file': (_request, response) => void response.writeHead(200, { 'content-length': '10' }).write('half'),
    })
    await expect(fetchText(`${server.url}/file`, { idleTimeoutMs: 100, retryDelaysMs: [] })).rejects.toThrow(
      /broke off: no data/,
    )
  })

  it('gives up on a server that never answers', async () => {
    const server = await serverWith({ '/file': () => {} })
    await expect(fetchText(`${server.url}/file`, { idleTimeoutMs: 100, retryDelaysMs: [] })).rejects.toThrow(
      /cannot be reached: .*timeout/i,
    )
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const server = await serverWith({
      '/file': (_request, response) => {
        response.writeHead(200, { 'content-length': '10' }).write('half')
        setImmediate(() => stop.abort(new Error('enough')))
      },
    })
    await expect(fetchText(`${server.url}/file`, { signal: stop.signal })).rejects.toThrow('enough')
    expect(server.requests).toHaveLength(1)
  })

  it('stops while it waits for an answer', async () => {
    const stop = new AbortController()
    const server = await serverWith({ '/file': () => stop.abort(new Error('enough')) })
    await expect(fetchText(`${server.url}/file`, { signal: stop.signal })).rejects.toThrow('enough')
  })

  it('does not repeat what the consumer refused', async () => {
    const server = await serverWith({ '/file': (_request, response) => response.end('content') })
    const refusal = download(`${server.url}/file`, () => Promise.reject(new Error('not mine')), { retryDelaysMs: [0] })
    await expect(refusal).rejects.toThrow('not mine')
    expect(server.requests).toHaveLength(1)
  })
})

describe('redirects', () => {
  it('are followed three times', async () => {
    const server = await serverWith({
      '/1': redirectTo('/2'),
      '/2': redirectTo('/3'),
      '/3': redirectTo('/4'),
      '/4': (_request, response) => response.end('here'),
    })
    expect(await fetchText(`${server.url}/1`)).toBe('here')
  })

  it.each([
    ['go on for ever', '/1', /redirects more than 3 times/],
    ['lead to a file', 'file:///etc/passwd', /redirects to file:, which is refused/],
    ['lead nowhere', 'http://[', /without a valid location/],
  ])('are refused when they %s', async (_what, location, message) => {
    const server = await serverWith({ '/1': redirectTo(location) })
    await expect(fetchText(`${server.url}/1`)).rejects.toThrow(message)
  })
})

describe('the proxy of the job', () => {
  const variables = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'] as const
  const before = variables.map((name) => [name, process.env[name]] as const)

  beforeEach(() => {
    for (const name of variables) delete process.env[name]
  })

  afterAll(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  /** A proxy that leads every tunnel to one port, so that host names need not exist. */
  async function startProxy(port: number): Promise<{ readonly url: string; readonly tunnels: readonly string[] }> {
    const tunnels: string[] = []
    const proxy = createServer()
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '')
      const upstream = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
      upstream.on('error', () => socket.destroy())
      socket.on('error', () => upstream.destroy())
      socket.on('close', () => upstream.destroy())
      upstream.pipe(socket).pipe(upstream)
    })
    const proxyPort = await listen(proxy)
    cleanups.push(() => close(proxy))
    return { url: `http://127.0.0.1:${proxyPort}`, tunnels }
  }

  it.each(['HTTP_PROXY', 'http_proxy'])('from %s carries the download', async (name) => {
    const server = await serverWith({ '/file': (_request, response) => response.end('through') })
    const proxy = await startProxy(server.port)
    process.env[name] = proxy.url
    expect(await fetchText('http://registry.invalid/file')).toBe('through')
    expect(proxy.tunnels).toEqual(['registry.invalid:80'])
  })

  it.each(['HTTPS_PROXY', 'https_proxy'])('from %s is asked for https addresses', async (name) => {
    const server = await serverWith({})
    const proxy = await startProxy(server.port)
    process.env[name] = proxy.url
    // The other end does not speak TLS: only the way there is of interest.
    await expect(fetchText('https://registry.invalid/file', { retryDelaysMs: [], idleTimeoutMs: 300 })).rejects.toThrow(
      /cannot be reached/,
    )
    expect(proxy.tunnels).toEqual(['registry.invalid:443'])
  })

  it.each(['NO_PROXY', 'no_proxy'])('is left out for what %s names', async (name) => {
    const server = await serverWith({ '/file': (_request, response) => response.end('direct') })
    const proxy = await startProxy(server.port)
    process.env.HTTP_PROXY = proxy.url
    process.env[name] = 'other.invalid,registry.invalid'
    await expect(fetchText('http://registry.invalid/file', { retryDelaysMs: [] })).rejects.toThrow(/cannot be reached/)
    expect(await fetchText(`${server.url}/file`)).toBe('direct')
    expect(proxy.tunnels).toEqual([])
  })

  it('that cannot be reached is an error in one line without its password', async () => {
    process.env.HTTP_PROXY = 'http://user:secret@127.0.0.1:1'
    const failure = fetchText('http://registry.invalid/file', { retryDelaysMs: [] })
    await expect(failure).rejects.toThrow(/^[^\n]*cannot be reached[^\n]*$/)
    await expect(failure).rejects.not.toThrow(/secret/)
  })
})

describe('shownUrl', () => {
  it('leaves out credentials and signatures', () => {
    expect(shownUrl('https://user:secret@example.com/a/b.tgz?signature=secret#x')).toBe('https://example.com/a/b.tgz')
  })
})
