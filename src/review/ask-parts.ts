import { ReviewerError, type ReviewerErrorCode } from '../errors.js'
import type { Part } from './part.js'
import type { PartOutcome, Session } from './session.js'

export interface PartsToAsk {
  /** In the order in which they are to be asked. */
  readonly parts: readonly Part[]
  /** Sessions at work at once, at most. */
  readonly lanes: number
  /** Rejects with ReviewerError where there can be none. */
  open(): Promise<Session>
  /** Told when a part starts, `again` for the second time. */
  onStart(part: Part, attempt: 'first' | 'again'): void
  onFailure(part: Part, error: ReviewerError, then: 'ask again' | 'give up' | 'wait for room'): void
}

/** Asking again, or about another part, would end the same. */
const lasting: ReadonlySet<ReviewerErrorCode> = new Set([
  'NO_CREDENTIAL',
  'INSTALL_FAILED',
  'INTEGRITY',
  'SANDBOX_UNAVAILABLE',
  'UNAUTHENTICATED',
  'QUOTA',
  'MODEL_NOT_FOUND',
  'TIMED_OUT',
  'BUDGET',
])

/** Whether nothing more is asked about after such a failure. */
export function isLasting({ code }: ReviewerError): boolean {
  return lasting.has(code)
}

interface Job {
  readonly part: Part
  readonly attempt: 'first' | 'again'
}

/**
 * Asks about all parts, several at once, and about one that failed once more, after the others. A single part is asked
 * about once: with nothing else to keep, another reviewer can take over. Where a failure will last, nothing more is
 * asked. Rejects with the failure where no session could be opened, and for bugs; a part that nobody got to is not in
 * the outcomes.
 */
export async function askParts(plan: PartsToAsk): Promise<ReadonlyMap<Part, PartOutcome>> {
  const outcomes = new Map<Part, PartOutcome>()
  const first = await plan.open()
  const queue = new PartQueue(plan, outcomes)
  const sessions = Math.min(plan.lanes, plan.parts.length)
  const others = Array.from({ length: sessions - 1 }, () => openAnother(plan, queue))
  const ended = await Promise.allSettled([queue.work(first), ...others])
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return outcomes
}

/** The first session shows that there can be one; where the machine has no room for more, fewer do the work. */
async function openAnother(plan: PartsToAsk, queue: PartQueue): Promise<void> {
  const session = await plan.open().catch((error: unknown) => {
    if (error instanceof ReviewerError) return undefined
    queue.stop()
    throw error
  })
  if (session !== undefined) await queue.work(session)
}

class PartQueue {
  readonly #plan: PartsToAsk
  readonly #outcomes: Map<Part, PartOutcome>
  readonly #jobs: Job[]
  #next = 0
  #atWork = 0
  #stopped = false

  constructor(plan: PartsToAsk, outcomes: Map<Part, PartOutcome>) {
    this.#plan = plan
    this.#outcomes = outcomes
    this.#jobs = plan.parts.map((part) => ({ part, attempt: 'first' }))
  }

  /** Works in the session until nothing is left, and closes it. */
  async work(session: Session): Promise<void> {
    try {
      for (let job = this.#take(); job !== undefined; job = this.#take()) {
        this.#atWork += 1
        const outcome = await session.review(job.part).finally(() => {
          this.#atWork -= 1
        })
        if (this.#settle(job, outcome) === 'leave') return
      }
    } catch (error) {
      this.stop()
      throw error
    } finally {
      await session.close()
    }
  }

  /** Whatever is under way ends; nothing more is begun. */
  stop(): void {
    this.#stopped = true
  }

  #take(): Job | undefined {
    const job = this.#stopped ? undefined : this.#jobs[this.#next]
    if (job !== undefined) {
      this.#next += 1
      this.#plan.onStart(job.part, job.attempt)
    }
    return job
  }

  /** `leave`: the session has to go, so that the tokens that the others set aside suffice for what is left. */
  #settle(job: Job, outcome: PartOutcome): 'stay' | 'leave' {
    const { part, attempt } = job
    if (outcome.kind === 'reviewed') {
      this.#outcomes.set(part, outcome)
      return 'stay'
    }
    const { error } = outcome
    if (error.code === 'BUDGET' && this.#atWork > 0) {
      this.#jobs.push(job)
      this.#plan.onFailure(part, error, 'wait for room')
      return 'leave'
    }
    if (!isLasting(error) && attempt === 'first' && this.#plan.parts.length > 1) {
      this.#jobs.push({ part, attempt: 'again' })
      this.#plan.onFailure(part, error, 'ask again')
      return 'stay'
    }
    this.#outcomes.set(part, outcome)
    this.#stopped ||= isLasting(error)
    this.#plan.onFailure(part, error, 'give up')
    return 'stay'
  }
}
