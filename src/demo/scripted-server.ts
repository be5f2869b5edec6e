import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { sendJson } from './replay-endpoint.js'

/** A request as it came in. */
export interface ScriptedRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** JSON. */
  readonly text: string
  /** Its place among the requests, from 1. */
  readonly number: number
}

export interface ScriptedServer {
  /** http://127.0.0.1:PORT */
  readonly origin: string
  readonly requests: readonly ScriptedRequest[]
  close(): Promise<void>
}

/** More than any prompt; a request over it is refused. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024

/** Plays a script on 127.0.0.1: each POST to a path that is served consumes one turn, and the last one repeats. */
export async function startScriptedServer<Turn>(script: {
  readonly turns: readonly Turn[]
  isServed(path: string): boolean
  play(turn: Turn, request: ScriptedRequest, response: ServerResponse): void
}): Promise<ScriptedServer> {
  const requests: ScriptedRequest[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request)
    const path = request.url ?? ''
    if (request.method !== 'POST' || !script.isServed(path)) return sendJson(response, 404, NO_SUCH_PAGE)
    const turn = script.turns[Math.min(requests.length, script.turns.length - 1)]
    const recorded: ScriptedRequest = { path, headers: request.headers, text, number: requests.length + 1 }
    requests.push(recorded)
    if (turn === undefined) return sendJson(response, 500, NO_SCRIPT)
    script.play(turn, recorded, response)
  }

  await listen(server)
  return { origin: `http://127.0.0.1:${portOf(server)}`, requests, close: () => close(server) }
}

const NO_SUCH_PAGE = { error: { message: 'This is not served here', type: 'invalid_request_error' } }
const NO_SCRIPT = { error: { message: 'The script has no turns', type: 'server_error' } }

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > MAX_REQUEST_BYTES) throw new Error(`The request is over ${MAX_REQUEST_BYTES} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The scripted server is not listening')
  return address.port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
