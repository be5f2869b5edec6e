import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** One server on 127.0.0.1. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** More than GitHub takes of anything. */
const MAX_BODY_BYTES = 40 * 1024 * 1024

/** A request with its whole body. */
export interface Received {
  readonly method: string
  /** As in the request line, with its query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Starts a server that hands over whole requests; an error of the handler is answered with 500 and `onError` hears of it. */
export async function listen(
  handle: (request: Received, response: ServerResponse) => Promise<void> | void,
  onError: (error: unknown) => void,
): Promise<Listening> {
  const server = createServer((request, response) => {
    receive(request)
      .then((received) => handle(received, response))
      .catch((error: unknown) => {
        if (isAborted(error)) return
        onError(error)
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A test that fails before it closes the stand-in should end all the same.
  server.unref()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BODY_BYTES) throw new Error(`a body of more than ${MAX_BODY_BYTES} bytes`)
    chunks.push(bytes)
  }
  const { method = '', url = '', headers } = request
  return { method, url, headers, body: Buffer.concat(chunks) }
}

/** The caller went away before it had sent everything. */
function isAborted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ECONNRESET'
}

/** Sends what an Answer or anything like it says. */
export function send(
  response: ServerResponse,
  {
    status,
    headers = {},
    body,
  }: { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown },
): void {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  if (body === undefined) response.writeHead(status, headers).end()
  else if (Buffer.isBuffer(body)) response.writeHead(status, headers).end(body)
  else response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body))
}
