import { spawn } from 'node:child_process'
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

/** Starts a process with a secret and listeners on loopback, on a socket file that everyone may use, and on an abstract socket. */
export async function startCanaries(): Promise<Canaries> {
  const token = `model-stack-canary-${randomBytes(16).toString('hex')}`
  const holder = spawn(SHELL, ['-c', 'read -r line', token], {
    env: { MODEL_STACK_CANARY: token },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // It ends with its input, hence also when we are killed.
  holder.once('error', () => {})
  const name = `.${token}.sock`
  const file = join(tmpdir(), name)
  let count = 0
  const listen = (where: ListenTarget) => startListener(where, () => (count += 1))
  const servers = [
    await listen({ host: '127.0.0.1', port: 0 }),
    await listen({ path: file }),
    await listen({ path: `\0${name}` }),
  ]
  chmodSync(file, 0o777)
  return {
    token,
    loopbackPort: portOf(servers[0]),
    sockets: [file, `\0${name}`],
    connections: () => count,
    close: async () => {
      holder.kill('SIGKILL')
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
      rmSync(file, { force: true })
    },
  }
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

function portOf(server: Server | undefined): number {
  const address = server?.address() ?? null
  return address === null || typeof address === 'string' ? 0 : address.port
}
