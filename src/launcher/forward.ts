import { connect, createServer, type Server, type Socket } from 'node:net'

/** Hands every connection to 127.0.0.1:`port` on to the UNIX socket: most programs cannot speak to a socket file. */
export function startForwarder({ port, socket }: { port: number; socket: string }): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (client) => join(client, socket))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function join(client: Socket, path: string): void {
  const upstream = connect({ path, allowHalfOpen: true })
  const end = () => {
    client.destroy()
    upstream.destroy()
  }
  client.on('error', end).on('close', end)
  upstream.on('error', end).on('close', end)
  relay(client, upstream)
  relay(upstream, client)
}

/**
 * Not `pipe`, which looks whether it writes to process.stdout and so makes it: node sets it non-blocking then, and the
 * program that shares it fails in the middle of a long line.
 */
function relay(from: Socket, to: Socket): void {
  from.on('data', (bytes) => {
    if (!to.write(bytes)) from.pause()
  })
  to.on('drain', () => from.resume())
  from.on('end', () => to.end())
}
