import { createServer } from 'node:http'
import { connect } from 'node:net'
import { close, listen } from '../../support/registry-stand-in.js'
import { endSessions, errorOf, ok, type Step, startScriptedGitHub, startSession } from './scripted-github.js'

const variables = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'] as const
const before = variables.map((name) => [name, process.env[name]] as const)
const cleanups: (() => Promise<void>)[] = []

beforeEach(() => {
  for (const name of variables) delete process.env[name]
})

afterEach(async () => {
  await endSessions()
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

afterAll(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

/** Sets a proxy that leads every tunnel to a server with this script; the host of GHES need not exist then. */
async function startBehindProxy(steps: readonly Step[]) {
  const server = await startScriptedGitHub(steps)
  const tunnels: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    const upstream = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
      socket.write('HTTP/1.1 200 OK\r\n\r\n'),
    )
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
    socket.on('close', () => upstream.destroy())
    upstream.pipe(socket).pipe(upstream)
  })
  process.env['HTTP_PROXY'] = `http://user:secret@127.0.0.1:${await listen(proxy)}`
  cleanups.push(
    () => server.close(),
    () => close(proxy),
  )
  return { server, tunnels }
}

const apiUrl = 'http://ghes.invalid/api/v3'

describe('behind the proxy of the job', () => {
  it('a request reaches GitHub', async () => {
    const { server, tunnels } = await startBehindProxy([ok({ number: 7 })])
    const { api } = await startSession([], { apiUrl })
    expect(await api.get('/pulls/7')).toEqual({ number: 7 })
    expect(tunnels).toEqual(['ghes.invalid:80'])
    expect(server.requests[0]?.path).toBe('/api/v3/repos/o/r/pulls/7')
  })

  it.each<readonly [string, Step]>([
    ['never answers', () => {}],
    ['stops in the middle', (response) => void response.writeHead(200, { 'content-length': '9' }).write('{')],
  ])('the time of a request that %s ends too', async (_what, step) => {
    await startBehindProxy([step])
    const { api } = await startSession([], { apiUrl, limits: { timeoutMs: 80 } })
    const error = await errorOf(api.send('POST', '/issues/7/comments', {}))
    expect(error.message).toMatch(/no complete answer within 0\.08\d? s$/)
  })

  it('a proxy that is not there is an error without its password', async () => {
    process.env['HTTP_PROXY'] = 'http://user:secret@127.0.0.1:1'
    const { api } = await startSession([], { apiUrl })
    const { kind, message } = await errorOf(api.get('/pulls/7'))
    expect(kind).toBe('unavailable')
    expect(message).not.toMatch(/secret|\n/)
  })
})
