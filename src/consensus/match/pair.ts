import type { Link } from './average-link.js'
import { makePostings, type Postings } from './candidates.js'
import { EVEN, likelihoodOverRuns } from './likelihood.js'
import { blocksOf, type Prepared, prepare } from './prepare.js'
import { gapBetween } from './similarity.js'
import type { Statement } from './statement.js'
import type { Unit } from './units.js'

/** Two statements of different runs that describe the same issue, by their indices. */
export interface Pair {
  readonly now: number
  readonly before: number
  /** Over 0.5 up to 1: how likely it is. */
  readonly score: number
}

/** Pairs statements of now with those of before that describe the same issue, each at most once, the surest first. */
export function pairSame(now: readonly Statement[], before: readonly Statement[]): readonly Pair[] {
  const prepared = prepare([...now, ...before], 'moved')
  const sides = prepared.units.map(({ members }) => ({
    now: members.filter((index) => index < now.length),
    before: members.filter((index) => index >= now.length).map((index) => index - now.length),
  }))
  // What was said word for word at the same lines needs no comparison.
  const pairs = sides.flatMap((side) => takePairs(side, side, 1))
  for (const { a, b, likelihood } of linksBetween(prepared, sides).sort(bySureness(prepared.units))) {
    const [one, other] = [sides[a], sides[b]]
    if (one === undefined || other === undefined) continue
    pairs.push(...takePairs(one, other, likelihood), ...takePairs(other, one, likelihood))
  }
  return pairs
}

/** Statements of a unit that are not paired yet, by the run that they come from. */
interface Unpaired {
  readonly now: number[]
  readonly before: number[]
}

/** Pairs as many as both have, in their order. */
function takePairs(one: Unpaired, other: Unpaired, score: number): Pair[] {
  const count = Math.min(one.now.length, other.before.length)
  const taken = other.before.splice(0, count)
  return one.now.splice(0, count).flatMap((index, place) => {
    const partner = taken[place]
    return partner === undefined ? [] : [{ now: index, before: partner, score }]
  })
}

/** Links from units with statements of one run to those of the other. */
function linksBetween({ units, weights, comparison }: Prepared, sides: readonly Unpaired[]): Link[] {
  const [ofNow, ofBefore] = [makePostings({ units, weights, comparison }), makePostings({ units, weights, comparison })]
  const links: Link[] = []
  const link = (index: number, postings: Postings): void => {
    postings.like(index, (other, words) => {
      const [a, b] = [Math.min(index, other), Math.max(index, other)]
      const [one, another] = [units[a], units[b]]
      const signals = one === undefined || another === undefined ? undefined : comparison.signals(one, another, words)
      const likelihood = signals === undefined ? 0 : likelihoodOverRuns(signals)
      if (likelihood > EVEN) links.push({ a, b, likelihood })
    })
  }
  for (const block of blocksOf(units)) {
    for (const index of block) {
      const { now, before } = sides[index] ?? { now: [], before: [] }
      if (now.length > 0) link(index, ofBefore)
      if (before.length > 0) link(index, ofNow)
      if (now.length > 0) ofNow.add(index)
      if (before.length > 0) ofBefore.add(index)
    }
    ofNow.clear()
    ofBefore.clear()
  }
  return links
}

/** The likelier first; among equals those that are nearer to each other. */
function bySureness(units: readonly Unit[]): (one: Link, other: Link) => number {
  const gap = ({ a, b }: Link): number => {
    const [one, other] = [units[a], units[b]]
    return one === undefined || other === undefined ? 0 : gapBetween(one.statement.region, other.statement.region)
  }
  return (one, other) =>
    other.likelihood - one.likelihood || gap(one) - gap(other) || one.a - other.a || one.b - other.b
}
