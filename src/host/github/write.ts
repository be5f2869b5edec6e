import { address, askedFor, type Connection, headersOf, JSON_TYPE, parseJson } from './connection.js'
import type { Method } from './exchange.js'
import { shown, toFailure } from './failure.js'
import { isKnownWrite } from './writes.js'

export interface Write {
  readonly method: Exclude<Method, 'GET'>
  readonly path: string
  readonly body: unknown
}

/** Changes something, if it is among what this program ever changes. */
export async function write(to: Connection, { method, path, body }: Write): Promise<unknown> {
  const asked = askedFor(to, method, path)
  const url = address(to, to.place.root, asked)
  if (!isKnownWrite(method, path, body)) throw new Error(`${shown(asked)} is not among the writes of this program.`)
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = { ...headersOf(to, JSON_TYPE), ...(text === undefined ? {} : { 'content-type': 'application/json' }) }
  const { answer, failures } = await to.send({ method, url, headers, body: text }, asked)
  // An earlier try did it, although its answer was lost.
  if (method === 'DELETE' && answer.status === 404 && failures > 0) return undefined
  if (answer.status >= 300) throw toFailure(answer, asked)
  return parseJson(answer, asked)
}
