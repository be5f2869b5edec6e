import type { AgreedFinding } from '../consensus/agree.js'
import type { Result } from '../types/result.js'
import { bySeverity } from '../types/rule.js'
import { fingerprint, normalizeQuote } from './fingerprint.js'

/** Gives each finding its fingerprint. Until there is a baseline, everything is new. Worst first, then by place. */
export function toResults(agreed: readonly AgreedFinding[]): readonly Result[] {
  const inOrder = agreed.toSorted((a, b) => compareText(a.finding.path, b.finding.path) || byLine(a, b))
  const seen = new Map<string, number>()
  const results = inOrder.map((found) => {
    const { path, ruleId } = found.finding
    const key = JSON.stringify([path, ruleId, normalizeQuote(found.text)])
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return toResult(found, fingerprint({ path, ruleId, quote: found.text, occurrence }))
  })
  return results.toSorted(bySeverity)
}

function toResult({ finding, ...checked }: AgreedFinding, identity: string): Result {
  const { startLine: _start, endLine: _end, related: _related, ...claim } = finding
  return {
    ...claim,
    fingerprint: identity,
    sarifRuleId: claim.ruleId,
    region: checked.region,
    evidence: checked.evidence,
    related: checked.related,
    reviewers: [...checked.reviewers],
    agreement: checked.agreement,
    alsoReportedAs: [...checked.alsoReportedAs],
    sincePreviousRun: null,
    baselineState: 'new',
    suppression: null,
    blocking: false,
  }
}

function byLine(a: AgreedFinding, b: AgreedFinding): number {
  return a.region.startLine - b.region.startLine || compareText(a.finding.side, b.finding.side)
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
