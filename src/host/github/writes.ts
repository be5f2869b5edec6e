import { z } from 'zod'
import type { Method } from './exchange.js'

/**
 * Everything that this program ever writes through GitHub's API, below the repository. The client refuses all else, so
 * that no mistake elsewhere can change a branch, a pull request, a workflow or a setting.
 */
const writes: readonly { readonly method: Method; readonly path: RegExp }[] = [
  { method: 'POST', path: /^\/code-scanning\/sarifs$/ },
  { method: 'POST', path: /^\/issues\/\d+\/comments$/ },
  { method: 'PATCH', path: /^\/issues\/comments\/\d+$/ },
  { method: 'DELETE', path: /^\/issues\/comments\/\d+$/ },
  { method: 'POST', path: /^\/pulls\/\d+\/comments$/ },
  { method: 'POST', path: /^\/pulls\/\d+\/comments\/\d+\/replies$/ },
  { method: 'PATCH', path: /^\/pulls\/comments\/\d+$/ },
  { method: 'DELETE', path: /^\/pulls\/comments\/\d+$/ },
]

/** A review that only comments; one without an event would wait as a draft, and any other event is a vote. */
const reviewPath = /^\/pulls\/\d+\/reviews$/
const Comment = z.object({ event: z.literal('COMMENT') })

/** Whether a request is one of the writes that this program makes. `path` is below the repository, without a query. */
export function isKnownWrite(method: Method, path: string, body: unknown): boolean {
  if (method === 'POST' && reviewPath.test(path)) return Comment.safeParse(body).success
  return writes.some((write) => write.method === method && write.path.test(path))
}
