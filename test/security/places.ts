import { createSocket } from 'node:dgram'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** What an attack could reach on the machine outside its sandbox: where it leaves marks, what it reads, whom it calls. */
export interface Places {
  /** Empty and writable by everyone. */
  readonly mark: string
  /** Readable by everyone; holds canary.txt. */
  readonly outside: string
  readonly ports: { readonly evil: number; readonly second: number }
  readonly sockets: { readonly unix: string; readonly abstract: string }
  /** Names of the marks that were left. */
  marks(): readonly string[]
  /** Listener → connections or datagrams, only those that were reached. */
  contacts(): Readonly<Record<string, number>>
  dispose(): Promise<void>
}

/** What a link that leads out of the tree would show. */
export const outsideCanary = 'OUTSIDE-CANARY-91'

/** In the root directory where we may write there, which no sandbox has a reason to show; else in the temp folder. */
export async function makePlaces(): Promise<Places> {
  const parent = process.getuid?.() === 0 ? '/' : tmpdir()
  const mark = makeDirectory(parent, 'ms-mark-', 0o1777)
  const outside = makeDirectory(parent, 'ms-outside-', 0o755)
  writeFileSync(join(outside, 'canary.txt'), `${outsideCanary}\n`)
  const sockets = { unix: join(outside, 'docker.sock'), abstract: basename(mark) }
  const counts = new Map<string, number>()
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  const [evil, second, unix, abstract] = ['tcp', 'tcp second', 'unix', 'abstract'].map((name) =>
    listener(() => count(name)),
  )
  const ports = { evil: await listen(evil, { port: 0 }), second: await listen(second, { port: 0 }) }
  await listen(unix, { path: sockets.unix })
  chmodSync(sockets.unix, 0o666)
  await listen(abstract, { path: `\0${sockets.abstract}` })
  const datagrams = createSocket('udp4', () => count('udp'))
  await new Promise<void>((resolve) => datagrams.bind(ports.evil, '127.0.0.1', resolve))
  return {
    mark,
    outside,
    ports,
    sockets,
    marks: () => readdirSync(mark).toSorted(),
    contacts: () => Object.fromEntries(counts),
    dispose: async () => {
      for (const server of [evil, second, unix, abstract]) server?.close()
      datagrams.close()
      for (const directory of [mark, outside]) rmSync(directory, { recursive: true, force: true })
    },
  }
}

function makeDirectory(parent: string, prefix: string, mode: number): string {
  const directory = mkdtempSync(join(parent, prefix))
  chmodSync(directory, mode)
  return directory
}

function listener(onContact: () => void): Server {
  return createServer((socket) => {
    onContact()
    socket.on('error', () => {})
    socket.end('HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n')
  })
}

function listen(server: Server | undefined, where: { port: number } | { path: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server?.once('error', reject)
    server?.listen('port' in where ? { ...where, host: '127.0.0.1' } : where, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
