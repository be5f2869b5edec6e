import { averageLink, type Link } from './average-link.js'
import { makePostings, type Postings } from './candidates.js'
import { likelihoodInRun } from './likelihood.js'
import { blocksOf, type Prepared, prepare } from './prepare.js'
import type { Statement } from './statement.js'
import type { Unit } from './units.js'

/** In a crowded place, who says so much the same as somebody before is an echo, which is compared no further. */
const CROWD = 300
const SURELY_AN_ECHO = 0.98

/** Groups of indices that describe the same issue; every index in exactly one group, groups and members in input order. */
export function groupSame(statements: readonly Statement[]): readonly (readonly number[])[] {
  const prepared = prepare(statements, 'comparable')
  const likelihood = likelihoodIn(prepared)
  const { links, voiceOf } = linksWithin(prepared, likelihood)
  const groupOf = new Map<number, number>()
  for (const [group, units] of averageLink(links, likelihood).entries())
    for (const unit of units) groupOf.set(unit, group)
  // Groups are numbered after the units, so that a unit that is alone keeps its own number.
  const members = new Map<number, number[]>()
  for (let index = 0; index < prepared.units.length; index++) {
    const voice = voiceOf.get(index) ?? index
    const group = groupOf.get(voice)
    addMembers(
      members,
      group === undefined ? voice : prepared.units.length + group,
      prepared.units[index]?.members ?? [],
    )
  }
  return [...members.values()].map((group) => group.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b)
}

function addMembers(members: Map<number, number[]>, group: number, added: readonly number[]): void {
  const known = members.get(group)
  if (known === undefined) members.set(group, [...added])
  else for (const index of added) known.push(index)
}

type Likelihood = (a: number, b: number, words?: number) => number

function likelihoodIn({ units, comparison }: Prepared): Likelihood {
  return (a, b, words) => {
    // Always in this order, so that rounding cannot depend on who asks.
    const one = units[Math.min(a, b)]
    const other = units[Math.max(a, b)]
    if (one === undefined || other === undefined) return 0
    const signals = comparison.signals(one, other, words)
    return signals === undefined ? 0 : likelihoodInRun(signals, one, other)
  }
}

interface Links {
  readonly links: readonly Link[]
  /** Echo → the one that it repeats. */
  readonly voiceOf: ReadonlyMap<number, number>
}

function linksWithin(prepared: Prepared, likelihood: Likelihood): Links {
  const postings = makePostings(prepared)
  const links: Link[] = []
  const voiceOf = new Map<number, number>()
  for (const block of blocksOf(prepared.units)) {
    for (const index of block) {
      const found = linksOf(index, postings, likelihood)
      const voice = block.length > CROWD ? voiceAmong(found, prepared.units[index]) : undefined
      if (voice !== undefined) voiceOf.set(index, voice)
      else {
        for (const link of found) links.push(link)
        postings.add(index)
      }
    }
    postings.clear()
  }
  return { links, voiceOf }
}

function linksOf(index: number, postings: Postings, likelihood: Likelihood): readonly Link[] {
  const links: Link[] = []
  postings.like(index, (other, words) => {
    const found = likelihood(index, other, words)
    if (found !== 0) links.push({ a: Math.min(index, other), b: Math.max(index, other), likelihood: found })
  })
  return links
}

/** Whom a unit repeats. One that names other places is heard on its own. */
function voiceAmong(links: readonly Link[], unit: Unit | undefined): number | undefined {
  if (unit === undefined || unit.statement.related.length > 0) return undefined
  const [first, ...others] = links
  if (first === undefined) return undefined
  const surest = others.reduce((best, link) => (link.likelihood > best.likelihood ? link : best), first)
  return surest.likelihood > SURELY_AN_ECHO ? surest.a : undefined
}
