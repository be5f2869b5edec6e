import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHELL } from './ways.js'

/** Things of the host that nothing inside the sandbox may reach, really there while the preflight runs. */
export interface Canaries {
  /** Stands in the environment and the arguments of a process. */
  readonly token: string
  readonly loopbackPort: number
  readonly sockets: readonly string[]
  /** How often anything reached one of the listeners. */
  connections(): number
  close(): Promise<void>
}

/** Every user may put a socket there, and reach it. */
const socketPlaces = () => [tmpdir(), '/tmp', '/var/tmp']

/** Starts a process with a secret and listeners on loopback, on a socket file that everyone may use, and on an abstract socket. */
export async function startCanaries(): Promise<Canaries> {
  const token = `model-stack-canary-${randomBytes(16).toString('hex')}`
  const name = `.${token}.sock`
  let count = 0
  const onConnection = () => (count += 1)
  const loopback = await startListener({ host: '127.0.0.1', port: 0 }, onConnection)
  const abstract = await startListener({ path: `\0${name}` }, onConnection)
  const file = await listenOnFile(name, onConnection)
  const holder = startHolder(token)
  const servers = [loopback, abstract, ...(file === undefined ? [] : [file.server])]
  return {
    token,
    loopbackPort: portOf(loopback),
    sockets: [`\0${name}`, ...(file === undefined ? [] : [file.path])],
    connections: () => count,
    close: async () => {
      holder.kill('SIGKILL')
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
      if (file !== undefined) rmSync(file.path, { force: true })
    },
  }
}

/** Holds the secret in its environment and its arguments. It ends with its input, hence also when we are killed. */
function startHolder(token: string): ChildProcess {
  const holder = spawn(SHELL, ['-c', 'read -r line', token], {
    env: { MODEL_STACK_CANARY: token },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  return holder.once('error', () => {})
}

/** In the first place that works; undefined on a machine whose temporary folders cannot be written. */
async function listenOnFile(
  name: string,
  onConnection: () => void,
): Promise<{ readonly server: Server; readonly path: string } | undefined> {
  for (const place of socketPlaces()) {
    const path = join(place, name)
    try {
      const server = await startListener({ path }, onConnection)
      chmodSync(path, 0o777)
      return { server, path }
    } catch {
      // The next place, then.
    }
  }
  return undefined
}

type ListenTarget = { readonly path: string } | { readonly host: string; readonly port: number }

function startListener(target: ListenTarget, onConnection: () => void): Promise<Server> {
  const server = createServer((socket) => {
    onConnection()
    socket.destroy()
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ ...target }, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return address === null || typeof address === 'string' ? 0 : address.port
}
