import { pairSame, type Statement } from '../consensus/match.js'
import type { KnownResult } from '../types/history.js'
import { isOwnResult } from '../types/result.js'
import { ownRuleIds } from '../types/rule.js'
import { type Candidate, type Earlier, fingerprintUnder } from './candidate.js'
import { fingerprintsOf, type KnownGroups, standingOf } from './known-groups.js'
import type { RegionNow } from './line-shifts.js'

/** Which earlier result a candidate is, by the index of the candidate. */
export type Pairs = ReadonlyMap<number, KnownResult>

/** Where to look for the words of a candidate. */
export interface TextSearch extends Earlier {
  readonly groups: KnownGroups
  readonly regionNow: RegionNow
  /** Pairs that are settled. */
  readonly except: Pairs
  /** Those that are still there, or those that are not. */
  readonly among: 'standing' | 'fixed'
}

/**
 * As likely as this two statements of two runs must be one defect. More than even, because a new defect that is taken
 * for an accepted one passes, while one that is taken for a new one is only looked at again.
 */
const SURE = 0.65

/** By what is said and where. Only within a file: the same words about another file are another defect. */
export function pairTexts(candidates: readonly Candidate[], search: TextSearch): Pairs {
  const { basePath, regionNow, except } = search
  const open = openResults(search)
  const pairs = new Map<number, KnownResult>()
  if (open.length === 0) return pairs
  // What our own code says is the same for every place, so that only the fingerprint tells its results apart.
  const said = [...candidates.entries()].filter(([index, { found }]) => !except.has(index) && !isOwnResult(found))
  const now = said.map(([, candidate]) => statementNow(candidate))
  const before = open.map((known) => statementBefore(known, basePath(known.path), regionNow))
  for (const pair of pairSame(now, before)) {
    const [index, candidate] = said[pair.now] ?? []
    const known = open[pair.before]
    if (index === undefined || candidate === undefined || known === undefined) continue
    if (candidate.path !== basePath(known.path)) continue
    if (pair.score >= SURE || isSamePlace(candidate, known)) pairs.set(index, known)
  }
  return pairs
}

/** The same line of the same symbol, though both rule and words changed. */
function isSamePlace(candidate: Candidate, known: KnownResult): boolean {
  return known.fingerprint === fingerprintUnder(candidate, known.ruleId)
}

/** One for each fingerprint, and all that are standing without one. */
function openResults({ results, groups, except, among }: TextSearch): readonly KnownResult[] {
  const settled = fingerprintsOf(except.values())
  const isSettled = new Set(except.values())
  return results.filter((known) => {
    if (ownRuleIds.some((own) => own === known.ruleId) || isSettled.has(known)) return false
    if (known.fingerprint === null) return among === 'standing' && known.state !== 'fixed'
    if (settled.has(known.fingerprint)) return false
    const standing = standingOf(groups, known.fingerprint)
    if (among === 'standing') return standing === known
    return standing === undefined && groups.get(known.fingerprint)?.[0] === known
  })
}

function statementNow({ found, path }: Candidate): Statement {
  const { side, ruleId, title, message } = found.finding
  const { region, related, reviewers, text } = found
  return { path, side, ruleId, title, message, region, related, quote: text, reviewer: reviewers[0] ?? '' }
}

/** Nobody of this run said it: the reviewer of then is not the one of now, even if it has the same name. */
const EARLIER_REVIEWER = 'an earlier run'

function statementBefore(known: KnownResult, path: string, regionNow: RegionNow): Statement {
  const { side, ruleId, title, message, quote } = known
  const region = regionNow(known)
  return { path, side, ruleId, title, message, region, quote: quote ?? '', reviewer: EARLIER_REVIEWER, related: [] }
}
