import type { ReviewResult } from '../types/reviewer.js'
import type { Contender, SeatRules } from './contender.js'
import { nextAfterFailure } from './failover.js'
import type { WhoWrote } from './family-policy.js'

/** One attempt to fill a seat. */
export interface SeatRun {
  readonly contender: Contender
  readonly result: ReviewResult
}

/** How a seat ended, and the attempts before. */
export interface Seat {
  readonly last: SeatRun
  readonly failed: readonly SeatRun[]
}

export interface SeatPlan {
  readonly seats: readonly Contender[]
  readonly reserve: readonly Contender[]
  readonly authorship: WhoWrote
  readonly rules: SeatRules
  run(contender: Contender): Promise<ReviewResult>
  /** Told when another reviewer takes over. */
  onFailover(failed: SeatRun, next: Contender): void
}

/**
 * Runs all seats at once; then, seat by seat, whoever may take over from one that failed. One after the other, so that no
 * two seats take the same successor.
 */
export async function fillSeats(plan: SeatPlan): Promise<readonly Seat[]> {
  const start = async (contender: Contender): Promise<SeatRun> => ({ contender, result: await plan.run(contender) })
  const seats: Seat[] = (await Promise.all(plan.seats.map(start))).map((last) => ({ last, failed: [] }))
  const tried = [...plan.seats]
  for (const index of seats.keys()) {
    for (let seat = seats[index]; seat !== undefined && mayFailOver(seat.last.result); seat = seats[index]) {
      const others = seats.filter((other) => other !== seat && other.last.result.status === 'completed')
      const { authorship, rules, reserve } = plan
      const next = nextAfterFailure({
        ...{ authorship, rules, tried, reserve },
        failed: seat.last.contender,
        others: others.map(({ last }) => last.contender),
      })
      if (next === undefined) break
      plan.onFailover(seat.last, next)
      tried.push(next)
      seats[index] = { last: await start(next), failed: [...seat.failed, seat.last] }
    }
  }
  return seats
}

/** Another reviewer has neither more tokens nor more time. */
function mayFailOver(result: ReviewResult): boolean {
  return result.status === 'failed' && result.error.code !== 'BUDGET' && result.error.code !== 'TIMED_OUT'
}
