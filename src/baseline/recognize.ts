import type { AgreedFinding } from '../consensus/agree.js'
import type { KnownResult } from '../types/history.js'
import { isOwnResult, type Region } from '../types/result.js'
import { isAnotherDefect } from './another-defect.js'
import type { Candidate, Earlier } from './candidate.js'
import { closest, fingerprintsOf, groupKnown, type KnownGroups, standingOf } from './known-groups.js'
import { regionsNow } from './line-shifts.js'
import { type Pairs, pairTexts } from './pair-texts.js'

/** What earlier results the candidates are. */
export interface Recognized {
  /** By the index of the candidate. */
  readonly known: readonly (KnownResult | undefined)[]
  /** Of all that is known from there. */
  readonly fingerprints: ReadonlySet<string>
  /** Open ones that no candidate is. */
  readonly missing: readonly KnownResult[]
}

/** Which earlier results may be taken for a candidate. */
export interface Caution extends Earlier {
  /** Whether the candidate can have been there already; where it cannot, an earlier result only gives it its name. */
  couldBe(candidate: Candidate): boolean
}

/**
 * As `recognize`, but what cannot have been there is taken for nothing that was: it gets the name of an open result that
 * nothing else is, as where a line was edited, and counts as one that was fixed.
 */
export function recognizeWithCaution(candidates: readonly Candidate[], earlier: Caution): Recognized {
  const old = candidates.filter((one) => earlier.couldBe(one))
  const oldOnes = recognize(old, earlier)
  if (old.length === candidates.length) return oldOnes
  const isOld = new Set(old)
  const fresh = candidates.filter((one) => !isOld.has(one))
  const names = [...oldOnes.missing, ...earlier.results.filter(({ state }) => state === 'fixed')]
  const taken = fingerprintsOf(oldOnes.known)
  const free = names.filter(({ fingerprint }) => fingerprint !== null && !taken.has(fingerprint))
  const freshOnes = recognize(fresh, { ...earlier, results: free.map((one) => ({ ...one, state: 'fixed' as const })) })
  const knownOf = new Map([
    ...old.map((one, index) => [one, oldOnes.known[index]] as const),
    ...fresh.map((one, index) => [one, freshOnes.known[index]] as const),
  ])
  const named = fingerprintsOf(freshOnes.known)
  return {
    known: candidates.map((one) => knownOf.get(one)),
    fingerprints: oldOnes.fingerprints,
    missing: oldOnes.missing.filter(({ fingerprint }) => fingerprint === null || !named.has(fingerprint)),
  }
}

/** Which earlier result each candidate is: told by the fingerprint, and by what is said and where. */
export function recognize(candidates: readonly Candidate[], earlier: Earlier): Recognized {
  if (earlier.results.length === 0) return { known: [], fingerprints: new Set(), missing: [] }
  const groups = groupKnown(earlier.results)
  const regionNow = regionsNow(candidates, earlier)
  const search = { ...earlier, groups, regionNow, among: 'standing' } as const
  const paired = pairTexts(candidates, { ...search, except: new Map() })
  const sure = pairFingerprints(candidates, { groups, paired })
  const rest = sure.size === 0 ? paired : pairTexts(candidates, { ...search, except: sure })
  const recognized = new Map([...sure, ...rest])
  pairLeftovers(candidates, recognized, groups)
  const back = pairTexts(candidates, { ...search, except: recognized, among: 'fixed' })
  for (const [index, one] of back) recognized.set(index, one)
  const known = candidates.map((candidate, index) => settle(recognized.get(index), candidate.found, groups))
  return { known, fingerprints: new Set(groups.keys()), missing: missingOf(earlier.results, known) }
}

function settle(known: KnownResult | undefined, found: AgreedFinding, groups: KnownGroups): KnownResult | undefined {
  return known === undefined ? undefined : (closest(groups.get(known.fingerprint ?? '') ?? [], found) ?? known)
}

interface FingerprintSearch {
  readonly groups: KnownGroups
  readonly paired: Pairs
}

/**
 * By fingerprint, each earlier result once. Where several defects share lines, it is left to the words, because any of
 * them may have gone over to the rule of another; anywhere else the place tells repeated defects apart.
 */
function pairFingerprints(candidates: readonly Candidate[], { groups, paired }: FingerprintSearch): Pairs {
  const partners = new Map([...paired].map(([index, known]) => [known, candidates[index]]))
  const pairs = new Map<number, KnownResult>()
  const shared = repeatedFingerprints(candidates)
  for (const [index, candidate] of candidates.entries()) {
    const { found, fingerprint } = candidate
    const known = standingOf(groups, fingerprint)
    if (known === undefined || shared.has(fingerprint) || isAnotherDefect(found, known)) continue
    const [words, other] = [paired.get(index), partners.get(known)]
    const isContested =
      (words !== undefined && words !== known && overlap(words.region, known.region)) ||
      (other !== undefined && other !== candidate && overlap(other.found.region, found.region))
    if (!isContested) pairs.set(index, known)
  }
  return pairs
}

function repeatedFingerprints(candidates: readonly Candidate[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { fingerprint } of candidates) {
    if (seen.has(fingerprint)) repeated.add(fingerprint)
    seen.add(fingerprint)
  }
  return repeated
}

function overlap(a: Region, b: Region): boolean {
  return a.startLine <= b.endLine && b.startLine <= a.endLine
}

/** What was said too differently, what was fixed and is back, and our own results: by the fingerprint alone. */
function pairLeftovers(
  candidates: readonly Candidate[],
  recognized: Map<number, KnownResult>,
  groups: KnownGroups,
): void {
  const taken = fingerprintsOf(recognized.values())
  for (const [index, { found, fingerprint }] of candidates.entries()) {
    if (recognized.has(index) || taken.has(fingerprint)) continue
    const group = (groups.get(fingerprint) ?? []).filter(
      (known) => isOwnResult(found) || !isAnotherDefect(found, known),
    )
    const known = closest(group, found)
    if (known === undefined) continue
    recognized.set(index, known)
    taken.add(fingerprint)
  }
}

/** Who recognises one of the rules under which code scanning holds a result, recognises all of them. */
function missingOf(
  results: readonly KnownResult[],
  known: readonly (KnownResult | undefined)[],
): readonly KnownResult[] {
  const present = new Set(known)
  const fingerprints = fingerprintsOf(known)
  const missing = results.filter((one) => !present.has(one) && !fingerprints.has(one.fingerprint ?? ''))
  return missing.filter(({ state }) => state === 'open')
}
