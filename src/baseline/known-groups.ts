import type { AgreedFinding } from '../consensus/agree.js'
import type { KnownResult } from '../types/history.js'
import { sarifRuleId } from './sarif-rule.js'

/** Earlier results by their fingerprint: code scanning may hold one result under several rules. */
export type KnownGroups = ReadonlyMap<string, readonly KnownResult[]>

/** There are not so many rules that one result could be under. */
const MAX_GROUP = 20

/** Groups what has a fingerprint. */
export function groupKnown(results: readonly KnownResult[]): KnownGroups {
  const groups = new Map<string, KnownResult[]>()
  for (const known of results) {
    if (known.fingerprint === null) continue
    const group = groups.get(known.fingerprint)
    if (group === undefined) groups.set(known.fingerprint, [known])
    else if (group.length < MAX_GROUP) group.push(known)
  }
  return groups
}

/** Of earlier results with one fingerprint: one that still stands, then the one that code scanning takes it for. */
export function closest(group: readonly KnownResult[], found: AgreedFinding): KnownResult | undefined {
  const filed = sarifRuleId({ ...found.finding, evidence: found.evidence })
  const rank = ({ state, sarifRuleId: known, path }: KnownResult) =>
    (state === 'fixed' ? 8 : 0) +
    (path === found.finding.path ? 0 : 4) +
    (known === filed ? 0 : 2) +
    (state === 'dismissed' ? 1 : 0)
  const [best] = group.toSorted((a, b) => rank(a) - rank(b))
  return best
}

/** The one that stands for all of a fingerprint; undefined where all of them were fixed. */
export function standingOf(groups: KnownGroups, fingerprint: string): KnownResult | undefined {
  return groups.get(fingerprint)?.find(({ state }) => state !== 'fixed')
}

/** All fingerprints of these. */
export function fingerprintsOf(results: Iterable<KnownResult | undefined>): Set<string> {
  return new Set([...results].flatMap((known) => known?.fingerprint ?? []))
}
