import type { Authorship, CommitAuthorship } from '../types/authorship.js'
import type { FamilyPolicy } from '../types/policy.js'
import { families as allFamilies, type Family } from '../types/reviewer.js'

/** Commits and who is known to have written them. */
export type WhoWrote = Pick<Authorship, 'perCommit'>

/** One place for a reviewer, after failover; `family` is that of the model that answered, undefined where nobody knows it. */
export interface SeatOutcome {
  readonly id: string
  readonly family: Family | undefined
  readonly status: 'completed' | 'failed'
}

/** Whether the reviews that completed are by other families than the author's, with a sentence for people. */
export type FamilyVerdict =
  | { readonly kind: 'met'; readonly sentence: string }
  /** `seats`: ids of the reviewers whose own family wrote what nobody else reviewed. */
  | { readonly kind: 'waived'; readonly sentence: string; readonly seats: readonly string[] }
  /** `seats-empty`: it would be met, had the reviewers that failed completed; their failure is what must be said. */
  | { readonly kind: 'unmet'; readonly sentence: string; readonly because: 'wrong-families' | 'seats-empty' }

/**
 * How many reviews are missing until the rule holds, summed over the commits. A review counts for a commit when its
 * family is known and is not known to have written it. Every commit needs one; under `strict` one needs two of
 * two families where nobody vouches for its author, for a forged trace must not do away with the second: whoever wrote
 * it, at least one of them differs.
 */
export function missingReviews(
  { perCommit }: WhoWrote,
  reviewing: readonly (Family | undefined)[],
  policy: FamilyPolicy,
): number {
  const families = new Set(reviewing)
  families.delete(undefined)
  return perCommit.reduce((sum, commit) => {
    const own = commit.families.filter((family) => families.has(family)).length
    return sum + Math.max(0, reviewsNeeded(commit, policy) - (families.size - own))
  }, 0)
}

/** How many families must review a commit besides those that are known to have written it. */
export function reviewsNeeded({ vouched }: CommitAuthorship, policy: FamilyPolicy): number {
  return policy === 'strict' && !vouched ? 2 : 1
}

/** Whether a family is known to have written some of the change. */
export function wroteSome({ perCommit }: WhoWrote, family: Family | undefined): boolean {
  return family !== undefined && perCommit.some((commit) => commit.families.includes(family))
}

/**
 * What the completed reviews are worth under the policy: from the families that really answered, so that a mistake of
 * the selection or a provider that served another model cannot turn the check green. `off` is a waiver as well where the
 * author's own family was the only one to review: nothing is forbidden then, and nothing is kept quiet.
 */
export function familyVerdict(
  authorship: WhoWrote,
  seats: readonly SeatOutcome[],
  policy: FamilyPolicy,
): FamilyVerdict {
  const completed = seats.filter(({ status }) => status === 'completed')
  const sentence = describeReview(authorship, completed)
  const reviewing = completed.map(({ family }) => family)
  if (missingReviews(authorship, reviewing, policy) === 0) return { kind: 'met', sentence }
  const all = seats.map(({ family }) => family)
  const isOutage = completed.length < seats.length && missingReviews(authorship, all, policy) === 0
  if (policy === 'strict' || policy === 'require' || completed.length === 0) {
    return { kind: 'unmet', sentence, because: isOutage || completed.length === 0 ? 'seats-empty' : 'wrong-families' }
  }
  const waived = completed.filter(({ family }) => family === undefined || wroteSome(authorship, family))
  return { kind: 'waived', sentence, seats: waived.map(({ id }) => id) }
}

function describeReview(authorship: WhoWrote, completed: readonly SeatOutcome[]): string {
  const reviewed = completed.map(({ id, family }) => `${id} (${family ?? 'family unknown'})`)
  const by = reviewed.length === 0 ? 'not reviewed' : `reviewed by ${reviewed.join(', ')}`
  return `${describeAuthors(authorship)}; ${by}.`
}

/** `Written by anthropic (2 commits); author unknown in 1 commit`, without a full stop. */
export function describeAuthors({ perCommit }: WhoWrote): string {
  const known = allFamilies.flatMap((family) => {
    const count = perCommit.filter((commit) => commit.families.includes(family)).length
    return count === 0 ? [] : [`${family} (${commits(count)})`]
  })
  const people = perCommit.filter(({ families, unknown }) => families.length === 0 && !unknown).length
  const unknown = perCommit.filter((commit) => commit.unknown).length
  const writers = people === 0 ? known : [...known, `people (${commits(people)})`]
  const written = writers.length === 0 ? [] : [`written by ${writers.join(', ')}`]
  const open = unknown === 0 ? [] : [`author’s model family unknown in ${commits(unknown)}`]
  const text = [...written, ...open].join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function commits(count: number): string {
  return count === 1 ? '1 commit' : `${count} commits`
}
