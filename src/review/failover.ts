import type { Family } from '../types/reviewer.js'
import { type Contender, obstacleOf, type SeatRules, without } from './contender.js'
import { missingReviews, type WhoWrote } from './family-policy.js'

/** How things stand when a seat falls empty. */
export interface FailureState {
  readonly authorship: WhoWrote
  readonly rules: SeatRules
  /** The reviewer whose seat is empty now. */
  readonly failed: Contender
  /** Who sits in the other seats, at work or done; not those that failed. */
  readonly others: readonly Contender[]
  /** Everybody who was given a seat in this run, the failed one and the others included. */
  readonly tried: readonly Contender[]
  /** `reserve` of the selection. */
  readonly reserve: readonly Contender[]
}

/**
 * Who takes the seat of a reviewer that failed; undefined leaves it empty. A successor is of no author's family unless
 * the one that failed was too, and does as much for the family policy. Only `prefer` takes the author's own family as
 * a last resort, which is a waiver; under `off` anybody may follow.
 */
export function nextAfterFailure(state: FailureState): Contender | undefined {
  const { authorship, rules, failed, others, tried, reserve } = state
  const { familyPolicy } = rules
  const free = without(reserve, tried).filter((one) => obstacleOf(one, rules) === undefined)
  if (familyPolicy === 'off') return free[0]
  const missingWith = (one: Contender) =>
    missingReviews(
      authorship,
      [...others, one].map(({ family }) => family),
      familyPolicy,
    )
  const equal = free.find((one) => missingWith(one) <= missingWith(failed) && isNoCloser(one, failed, authorship))
  return equal ?? (familyPolicy === 'prefer' ? free[0] : undefined)
}

/** No commit is known to be of the candidate's family that was not known to be of the other's. */
function isNoCloser(candidate: Contender, than: Contender, { perCommit }: WhoWrote): boolean {
  return perCommit.every(({ families }) => !wrote(candidate, families) || wrote(than, families))
}

function wrote({ family }: Contender, families: readonly Family[]): boolean {
  return family !== undefined && families.includes(family)
}
