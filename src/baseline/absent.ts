import type { KnownResult } from '../types/history.js'
import type { Result } from '../types/result.js'
import { bySeverity } from '../types/rule.js'

/** What earlier runs reported and this one does not. */
export interface Missing {
  readonly base: readonly KnownResult[]
  readonly previous: readonly KnownResult[]
}

/** They are only listed; nobody reads more of them. */
const MAX_ABSENT = 1_000

/** Results of earlier runs that this run does not report, the worst first. They block nothing and count for nothing. */
export function absentResults({ base, previous }: Missing): readonly Result[] {
  const absent = new Map<string, Result>()
  for (const known of previous) absent.set(keyOf(known), toAbsent(known, 'absent'))
  for (const known of base) if (!absent.has(keyOf(known))) absent.set(keyOf(known), toAbsent(known, null))
  return [...absent.values()].toSorted(bySeverity).slice(0, MAX_ABSENT)
}

function keyOf({ fingerprint, sarifRuleId, path, region, message }: KnownResult): string {
  return fingerprint ?? JSON.stringify([sarifRuleId, path, region.startLine, message])
}

function toAbsent(known: KnownResult, sincePreviousRun: 'absent' | null): Result {
  const { sarifRuleId, ruleId, severity, title, message, path, side, region, quote } = known
  return {
    ...{ fingerprint: known.fingerprint ?? '', sarifRuleId, ruleId, severity },
    ...{ confidence: 'possible', basis: 'inferred', triage: 'real' },
    ...{ title, message, recommendation: null, assumptions: [], path, side, region, quote: quote ?? '' },
    evidence: { status: 'unverified', detail: 'An earlier run reported it; this run does not.' },
    ...{ related: [], reviewers: [], agreement: { found: 0, confirmed: 0, refuted: 0 }, alsoReportedAs: [] },
    ...{ baselineState: 'absent', sincePreviousRun, suppression: null, blocking: false },
  }
}
