import { ConfigurationError } from '../errors.js'
import type { Seat } from '../types/policy.js'
import { reviewerIds } from '../types/reviewer.js'
import { type Contender, distinct, isForbidden, obstacleOf, type SeatRules, without } from './contender.js'
import { describeAuthors, missingReviews, reviewsNeeded, type WhoWrote, wroteSome } from './family-policy.js'

/** Everything that the selection depends on. */
export interface SelectionFacts {
  readonly authorship: WhoWrote
  readonly rules: SeatRules
  /** Undefined for a reviewer that this version does not have. */
  readonly contender: (seat: Seat) => Contender | undefined
}

/** A reviewer that does not review, and why, in words that follow its id. */
export interface PassedOver {
  readonly id: string
  readonly model: string
  readonly why: string
}

/** Who reviews now and who may take over, in order; or why nobody does, which makes the run not-evaluated. */
export type Selection =
  | {
      readonly kind: 'seats'
      readonly seats: readonly Contender[]
      /** Candidates for a seat whose reviewer fails, for `nextAfterFailure`. */
      readonly reserve: readonly Contender[]
      /** Reviewers that were considered before others and do not review. */
      readonly passedOver: readonly PassedOver[]
    }
  | {
      readonly kind: 'nobody'
      /** No credential at all; none that can be isolated; or the family policy. */
      readonly because: 'credential' | 'isolation' | 'family'
      /** One line: who wrote it, why each reviewer is out, and which input would enable an eligible one. */
      readonly reason: string
      readonly passedOver: readonly PassedOver[]
    }

/**
 * Who reviews. `auto`: the fewest reviewers, first ones first, that satisfy the family policy with what this machine
 * has; under `prefer` else one of the author's family. A list: every reviewer of it. A seat whose reviewer cannot work,
 * or is of an author's family while nobody else on the list makes up for it, counts as empty and goes to
 * `fallback-reviewers`; where none of these helps, `require` and `strict` let nobody start, `prefer` lets all start.
 */
export function planSeats(facts: SelectionFacts): Selection {
  const { reviewers, added = [] } = facts.rules
  if (reviewers !== 'auto') return planList(facts, reviewers)
  const chosen = planAuto(facts)
  return added.length === 0 || chosen.kind === 'nobody' ? chosen : addSeats(chosen, added, facts)
}

/** Those that `auto` chose and those that a rule demands; one that both name sits once. */
function addSeats(
  chosen: Extract<Selection, { kind: 'seats' }>,
  added: readonly Seat[],
  facts: SelectionFacts,
): Selection {
  const seats: readonly Seat[] = chosen.seats.map(({ id, model }) => ({ id, model }))
  const more = added.filter(
    ({ id, model }) => !seats.some((seat) => seat.id === id && (model === undefined || model === seat.model)),
  )
  const plan = planList(facts, [...seats, ...more])
  if (plan.kind === 'nobody') return plan
  return { ...plan, reserve: without(chosen.reserve, plan.seats), passedOver: chosen.passedOver }
}

function planAuto(facts: SelectionFacts): Selection {
  const { rules } = facts
  const fallbacks = resolveNamed('fallback-reviewers', rules.fallbackReviewers, facts)
  const everybody = distinct([...inAutoOrder(facts), ...fallbacks])
  const usable = everybody.filter((one) => obstacleOf(one, rules) === undefined)
  const seats = chooseSeats(everybody.some(hasCredential) ? usable : withoutKeys(everybody, facts), facts)
  if (seats.length === 0) return nobody(everybody, facts)
  // Who names fallbacks means these; who does not leaves it to the order of auto.
  const reserve = fallbacks.length > 0 ? fallbacks.filter((one) => obstacleOf(one, rules) === undefined) : usable
  return {
    kind: 'seats',
    seats,
    reserve: without(reserve, seats),
    passedOver: explain(without(everybody, seats), facts),
  }
}

function hasCredential({ credential }: Contender): boolean {
  return credential === 'present'
}

/** Without any credential those take the seats who lack nothing else: they fail at once, and say which input they need. */
function withoutKeys(everybody: readonly Contender[], { rules }: SelectionFacts): readonly Contender[] {
  return everybody.filter((one) => obstacleOf({ ...one, credential: 'present' }, rules) === undefined)
}

function planList(facts: SelectionFacts, listed: readonly Seat[]): Selection {
  const { rules } = facts
  const asked = resolveNamed('reviewers', listed, facts)
  const named = resolveNamed('fallback-reviewers', rules.fallbackReviewers, facts)
  const fallbacks = named.filter((one) => obstacleOf(one, rules) === undefined)
  const seats = fillSeats(asked, fallbacks, facts)
  const everybody = distinct([...asked, ...named])
  const isMet = rules.familyPolicy === 'prefer' || missing(seats, facts) === 0
  if (seats.length === 0 || !isMet || seats.some((seat) => isForbidden(seat, rules))) return nobody(everybody, facts)
  return {
    kind: 'seats',
    seats,
    reserve: without(fallbacks, seats),
    passedOver: explain(without(everybody, seats), facts),
  }
}

/** A name that was asked for and does not exist is a mistake: going on without it would be a weaker review than asked. */
function resolveNamed(input: string, seats: readonly Seat[], facts: SelectionFacts): readonly Contender[] {
  return seats.map((seat) => {
    const contender = facts.contender(seat)
    if (contender !== undefined) return contender
    const accepted = inAutoOrder(facts).map(({ id }) => id)
    throw new ConfigurationError(
      `${input}: this version has no reviewer ${JSON.stringify(seat.id.slice(0, 100))}. It has ${accepted.join(', ')}.`,
    )
  })
}

function inAutoOrder({ contender }: SelectionFacts): readonly Contender[] {
  return reviewerIds.flatMap((id) => contender({ id, model: undefined }) ?? [])
}

/** What the family policy would still miss with these reviewers; `off` misses nothing. */
function missing(seats: readonly Contender[], { authorship, rules }: SelectionFacts): number {
  const reviewing = seats.map(({ family }) => family)
  return rules.familyPolicy === 'off' ? 0 : missingReviews(authorship, reviewing, rules.familyPolicy)
}

/** One reviewer if one is enough, else two, and so on; there are never more than a handful. */
function chooseSeats(usable: readonly Contender[], facts: SelectionFacts): readonly Contender[] {
  const enough = subsetsBySize(usable).find((seats) => missing(seats, facts) === 0)
  if (enough !== undefined || facts.rules.familyPolicy !== 'prefer') return enough ?? []
  return usable.toSorted((a, b) => missing([a], facts) - missing([b], facts)).slice(0, 1)
}

/** Fallbacks beyond this many are not combined: the subsets of ten are a thousand. */
const MAX_COMBINED = 10

/** All single ones in their order, then all pairs in theirs, and so on. */
function subsetsBySize(contenders: readonly Contender[]): readonly (readonly Contender[])[] {
  const few = contenders.slice(0, MAX_COMBINED)
  // The first contender is the highest bit, so that counting down keeps the order.
  const masks = Array.from({ length: 2 ** few.length - 1 }, (_, index) => 2 ** few.length - 1 - index)
  return masks
    .map((mask) => few.filter((_, index) => ((mask >> (few.length - 1 - index)) & 1) === 1))
    .toSorted((a, b) => a.length - b.length)
}

/** Seat by seat. One that cannot work keeps its seat where nobody can take it, so that the run says what it lacks. */
function fillSeats(
  asked: readonly Contender[],
  fallbacks: readonly Contender[],
  facts: SelectionFacts,
): readonly Contender[] {
  return asked.reduce<readonly Contender[]>((seats, seat, index) => {
    const replaced = (by: Contender) => seats.map((one, at) => (at === index ? by : one))
    const missingWith = (by: Contender) => missing(replaced(by), facts)
    const cannot = obstacleOf(seat, facts.rules) !== undefined
    const most = missingWith(seat) - (cannot ? 0 : 1)
    const better = without(fallbacks, seats).filter((one) => missingWith(one) <= most)
    const best = better.toSorted((a, b) => missingWith(a) - missingWith(b))[0]
    return best === undefined ? seats : replaced(best)
  }, asked)
}

function explain(contenders: readonly Contender[], facts: SelectionFacts): readonly PassedOver[] {
  return contenders.flatMap((contender) => {
    const why = whyNot(contender, facts)
    return why === undefined ? [] : [{ id: contender.id, model: contender.model, why }]
  })
}

function whyNot(contender: Contender, { authorship, rules }: SelectionFacts): string | undefined {
  if (rules.familyPolicy !== 'off' && wroteSome(authorship, contender.family))
    return `is of a family that wrote the change (${contender.family})`
  return obstacleOf(contender, rules)
}

function nobody(asked: readonly Contender[], facts: SelectionFacts): Selection {
  const passedOver = explain(asked, facts)
  const why = passedOver.map((one) => `${one.id} ${one.why}`).join('; ')
  const sentences = [
    `${describeAuthors(facts.authorship)}, and the reviewers that may work do not satisfy family-policy ${facts.rules.familyPolicy}`,
    why,
    advice(asked, facts),
  ]
  return {
    kind: 'nobody',
    because: causeOf(asked),
    reason: sentences.flatMap((sentence) => (sentence === '' ? [] : [`${sentence}.`])).join(' '),
    passedOver,
  }
}

function causeOf(asked: readonly Contender[]): 'credential' | 'isolation' | 'family' {
  const withCredential = asked.filter(hasCredential)
  if (withCredential.length === 0) return 'credential'
  return withCredential.every(({ isolation }) => isolation.kind === 'impossible') ? 'isolation' : 'family'
}

/** Who could review but was not asked, or lacks nothing but a credential. */
function advice(asked: readonly Contender[], facts: SelectionFacts): string {
  const { authorship, rules } = facts
  const eligible = distinct([...asked, ...inAutoOrder(facts)]).filter((one) => {
    return withoutKeys([one], facts).length > 0 && !wroteSome(authorship, one.family)
  })
  const named = eligible.map(({ id, credential, credentialInput }) =>
    credential === 'present' ? `${id} (its credential is here)` : `${id} (set the input ${credentialInput})`,
  )
  if (named.length === 0) return 'No reviewer of another family could work on this machine'
  const needed = authorship.perCommit.some((commit) => reviewsNeeded(commit, rules.familyPolicy) > 1)
  const wanted = needed ? 'Needed are two reviewers of two families; eligible are' : 'Eligible are'
  const where = rules.reviewers === 'auto' ? '' : '; name one in reviewers or fallback-reviewers'
  return `${wanted} ${named.join(', ')}${where}`
}
