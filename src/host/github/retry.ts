import { GitHubError } from '../../errors.js'
import { singleLine } from '../../report/escape.js'
import type { Log } from '../host.js'
import { type Answer, NoAnswerError, type Request } from './exchange.js'
import { type Asked, messageOf, shown, toUnavailable } from './failure.js'
import { rateLimitPause } from './rate-limit.js'

/** All pauses that GitHub asked for in one run; a limit that lasts longer is an answer of its own. */
const LONGEST_PAUSE_MS = 60_000
/** Pauses before the second and the third try after a 5xx or a broken connection. */
const RETRY_DELAYS_MS: readonly number[] = [1_000, 4_000]
/** A server that always says "at once" must not be asked for ever. */
const RATE_LIMIT_TRIES = 5
/** What these methods ask for is the same state, however often it is asked for. */
const REPEATABLE: readonly string[] = ['GET', 'PATCH', 'PUT', 'DELETE']

export interface RetryPorts {
  readonly log: Log | undefined
  readonly now: () => number
  /** Rejects with GitHubError when the run ends meanwhile. */
  readonly wait: (ms: number) => Promise<void>
  readonly signal: AbortSignal
  /** One try; rejects with NoAnswerError. */
  readonly send: (request: Request) => Promise<Answer>
}

/** What GitHub said in the end. `failures`: tries before that of which nobody knows what they did. */
export interface Settled {
  readonly answer: Answer
  readonly failures: number
}

export type Sender = (request: Request, asked: Asked) => Promise<Settled>

/**
 * Sends requests until there is an answer that stays: 5xx and broken connections are tried again where that cannot do a
 * thing twice, and rate limits are waited out, for the whole run together. The answer may be a refusal; rejects with
 * GitHubError where there is none.
 */
export function makeSender(ports: RetryPorts): Sender {
  let left = LONGEST_PAUSE_MS
  return async (request, asked) => {
    const tries = { failures: 0, limits: 0 }
    for (;;) {
      const outcome = await tryOnce(request, ports)
      const limit = limitOf(outcome, asked, ports)
      const delay = limit ?? (isWorthAnotherTry(outcome, request) ? RETRY_DELAYS_MS[tries.failures] : undefined)
      if (delay === undefined) return settled(outcome, asked, tries.failures)
      if (limit === undefined) {
        tries.failures += 1
      } else {
        tries.limits += 1
        if (limit > left || tries.limits >= RATE_LIMIT_TRIES) throw rateLimited(asked, limit, ports.now())
        left -= limit
      }
      ports.log?.info(
        `${shown(asked)} ${limit === undefined ? 'failed' : 'was held back by a rate limit'}; GitHub is asked again in ${Math.ceil(delay / 1000)} s.`,
      )
      await ports.wait(delay)
    }
  }
}

async function tryOnce(request: Request, ports: RetryPorts): Promise<Answer | NoAnswerError> {
  if (ports.signal.aborted) throw endedError(ports.signal)
  try {
    return await ports.send(request)
  } catch (error) {
    if (ports.signal.aborted) throw endedError(ports.signal)
    if (error instanceof NoAnswerError) return error
    throw error
  }
}

/** The run ended before GitHub answered. */
export function endedError(signal: AbortSignal): GitHubError {
  const why = signal.reason instanceof Error ? singleLine(signal.reason.message, 300) : 'the run was ended'
  return new GitHubError('unavailable', `GitHub was not asked any further: ${why}`, { cause: signal.reason })
}

function limitOf(outcome: Answer | NoAnswerError, asked: Asked, ports: RetryPorts): number | undefined {
  if (outcome instanceof NoAnswerError) return undefined
  if (outcome.status !== 403 && outcome.status !== 429) return undefined
  return rateLimitPause(outcome, messageOf(outcome, asked.token), ports.now())
}

function rateLimited(asked: Asked, ms: number, now: number): GitHubError {
  const until = new Date(now + ms).toISOString().replace(/\.\d+Z$/, 'Z')
  return new GitHubError(
    'rate-limited',
    `GitHub limits the rate of this token's requests until ${until}, so ${shown(asked)} was not done. Re-run the job after that.`,
    { status: 429 },
  )
}

function isWorthAnotherTry(outcome: Answer | NoAnswerError, request: Request): boolean {
  if (outcome instanceof NoAnswerError) return outcome.delivery === 'not-sent' || REPEATABLE.includes(request.method)
  return outcome.status >= 500 && REPEATABLE.includes(request.method)
}

function settled(outcome: Answer | NoAnswerError, asked: Asked, failures: number): Settled {
  if (outcome instanceof NoAnswerError) throw toUnavailable(outcome, asked)
  return { answer: outcome, failures }
}
