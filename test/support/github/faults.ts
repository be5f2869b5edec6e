import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, problem } from './answer.js'

/** What can go wrong with a request. */
export type Fault =
  /** Answered without doing it. */
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset' }
  /** Done and answered, but late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Never answered. */
  | { readonly kind: 'hang' }
  /** The hour's requests are used up. */
  | { readonly kind: 'rate-limit'; readonly resetInSeconds: number }
  /** Too much at once. */
  | { readonly kind: 'secondary-limit'; readonly status: 403 | 429; readonly retryAfterSeconds: number }
  /** Done, but the answer gets lost: the caller must not do it twice. */
  | { readonly kind: 'done-but-502' }
  | { readonly kind: 'done-but-reset' }
  /** Something between the caller and GitHub answers with a page. */
  | { readonly kind: 'html' }

/** Which requests are meant; the first `times` of them after `skip` others. */
export interface Target {
  readonly method?: string
  /** Tried on the path with its query; those of the results service start with /twirp/, of its blobs with /uploads/ or /artifacts/. */
  readonly path?: RegExp
  readonly times?: number
  readonly skip?: number
}

interface Planned<T> {
  readonly target: Target
  readonly what: T
  skip: number
  left: number
}

/** Things planned for requests to come, each used up after its times. */
export interface Plan<T> {
  add(target: Target, what: T): void
  /** The first that is meant, used once. */
  take(method: string, path: string): T | undefined
}

export function makePlan<T>(): Plan<T> {
  const planned: Planned<T>[] = []
  return {
    add: (target, what) => void planned.push({ target, what, skip: target.skip ?? 0, left: target.times ?? 1 }),
    take: (method, path) => {
      for (const one of planned) {
        if (one.left === 0 || !isMeant(one.target, method, path)) continue
        if (one.skip > 0) {
          one.skip -= 1
          continue
        }
        one.left -= 1
        return one.what
      }
      return undefined
    },
  }
}

function isMeant(target: Target, method: string, path: string): boolean {
  return (
    (target.method === undefined || target.method === method) && (target.path === undefined || target.path.test(path))
  )
}

/** Acts as the fault has it, and tells what goes back: an answer, a broken connection, or nothing ever. */
export async function underFault(fault: Fault | undefined, act: () => Answer): Promise<Answer | 'reset' | 'hang'> {
  if (fault === undefined) return act()
  switch (fault.kind) {
    case 'hang':
    case 'reset':
      return fault.kind
    case 'slow':
      await wait(fault.milliseconds)
      return act()
    case 'done-but-502':
      act()
      return problem(502, 'Server Error')
    case 'done-but-reset':
      act()
      return 'reset'
    case 'status':
      return problem(fault.status, fault.message ?? 'Server Error')
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>Sign in</html>') }
    case 'rate-limit': {
      const reset = String(Math.ceil(Date.now() / 1_000) + fault.resetInSeconds)
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
      return { ...problem(403, 'API rate limit exceeded for installation ID 1.'), headers }
    }
    case 'secondary-limit': {
      const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
      return { ...problem(fault.status, message), headers: { 'retry-after': String(fault.retryAfterSeconds) } }
    }
  }
}
