import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import type { Tool } from '../../src/types/reviewer.js'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface RegistryStandIn {
  readonly url: string
  readonly port: number
  /** Paths asked for, in order. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** An HTTP server on 127.0.0.1 that answers by path, with 404 for any other. */
export async function startRegistry(answers: Readonly<Record<string, Answer>>): Promise<RegistryStandIn> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(path)
    const answer = answers[path]
    if (answer === undefined) response.writeHead(404).end('not found')
    else answer(request, response)
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}`, port, requests, close: () => close(server) }
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

export function sends(body: Buffer | string): Answer {
  return (_request, response) => response.end(body)
}

export interface TarEntry {
  readonly name: string
  readonly content?: string
  readonly type?: 'file' | 'symlink' | 'link' | 'directory'
  readonly linkname?: string
  readonly mode?: number
}

export async function makeTarball(entries: readonly TarEntry[]): Promise<Buffer> {
  const archive = pack()
  for (const { content = '', type = 'file', linkname = '', name, mode = 0o755 } of entries) {
    archive.entry({ name, type, linkname, mode }, type === 'file' ? content : '')
  }
  archive.finalize()
  return gzipSync(await buffer(archive))
}

const script = '#!/bin/sh\necho "fake-cli 1.2.3"\n'
const note = '{"name":"@acme/fake"}\n'

export const honestExecutable: TarEntry = { name: 'package/bin/fake', content: script, mode: 0o755 }
export const honestNote: TarEntry = { name: 'package/package.json', content: note, mode: 0o644 }
/** What the stand-in's honest package holds; `voice` is not in the pin. */
export const honestEntries: readonly TarEntry[] = [
  honestExecutable,
  honestNote,
  { name: 'package/bin/voice', content: 'not wanted', mode: 0o755 },
]

/** The pin of a tarball whose kept files are the honest ones. */
export function pinOf(tarball: Buffer): Tool {
  return {
    name: 'fake',
    version: '1.2.3',
    packages: {
      'linux-x64': {
        package: '@acme/fake',
        version: '1.2.3-linux-x64',
        integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
        executable: 'bin/fake',
        bubblewrap: undefined,
        files: { 'bin/fake': sha256(script), 'package.json': sha256(note) },
      },
    },
  }
}

export const tarballPath = '/@acme/fake/-/fake-1.2.3-linux-x64.tgz'
export const documentPath = '/@acme%2ffake/1.2.3-linux-x64'

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
