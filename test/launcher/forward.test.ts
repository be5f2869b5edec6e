import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startForwarder } from '../../src/launcher/forward.js'

const unix = process.platform === 'win32' ? describe.skip : describe

let directory: string
const servers: Server[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'forward-'))
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  rmSync(directory, { recursive: true })
})

/** A forwarder to a socket that does what `serve` does, and a client that has connected to it. */
async function connectTo(serve: ((socket: Socket) => void) | undefined): Promise<Socket> {
  const socket = join(directory, 's')
  if (serve !== undefined) {
    const upstream = createServer({ allowHalfOpen: true }, serve).listen({ path: socket })
    await once(upstream, 'listening')
    servers.push(upstream)
  }
  const forwarder = await startForwarder({ port: 0, socket })
  servers.push(forwarder)
  const address = forwarder.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  expect(address.address).toBe('127.0.0.1')
  const client = connect({ host: '127.0.0.1', port: address.port, allowHalfOpen: true })
  await once(client, 'connect')
  return client
}

async function readAll(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks)
}

unix('the forwarder', () => {
  it('hands on both directions whole, also after one has ended', async () => {
    const client = await connectTo((socket) => {
      const chunks: Buffer[] = []
      socket.on('data', (chunk: Buffer) => chunks.push(chunk)).once('end', () => socket.end(Buffer.concat(chunks)))
    })
    const sent = Buffer.alloc(5_000_000, 'abc')
    client.end(sent)
    expect((await readAll(client)).equals(sent)).toBe(true)
  })

  it.each([
    ['where nobody listens', undefined],
    ['that the other side has broken off', (socket: Socket) => void socket.destroy()],
  ])('ends a connection %s', async (_what, serve) => {
    const client = await connectTo(serve)
    expect(await readAll(client)).toHaveLength(0)
  })

  it('rejects where the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    servers.push(taken)
    const address = taken.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    await expect(startForwarder({ port, socket: join(directory, 's') })).rejects.toThrow('EADDRINUSE')
  })
})
