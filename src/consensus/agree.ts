import type { CheckedFinding } from '../evidence/check.js'
import { ownReviewer, type Result, type Wording } from '../types/result.js'
import { bySeverity } from '../types/rule.js'

/** One issue, with everyone who found it. */
export interface AgreedFinding extends Omit<CheckedFinding, 'reviewer'> {
  readonly reviewers: readonly string[]
  readonly agreement: Result['agreement']
  /** What the other members of the group said. */
  readonly alsoReportedAs: readonly Wording[]
}

/** Merges findings of the same path, side, line, rule and text; what differs in any of these stays apart. */
export function mergeExact(checked: readonly CheckedFinding[]): readonly AgreedFinding[] {
  const groups = new Map<string, [CheckedFinding, ...CheckedFinding[]]>()
  for (const found of checked) {
    const key = keyOf(found)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [found])
    else group.push(found)
  }
  return [...groups.values()].map(mergeGroup)
}

/** JSON, so that no text can run into the next. */
function keyOf({ finding, region, text }: CheckedFinding): string {
  const quote = text.replace(/\s+/g, ' ').trim()
  return JSON.stringify([finding.path, finding.side, region.startLine, finding.ruleId, quote])
}

/** The claim that weighs most speaks for the group, so that a milder duplicate cannot hide it. */
function mergeGroup(group: readonly [CheckedFinding, ...CheckedFinding[]]): AgreedFinding {
  const [worst] = group.toSorted(byWeight)
  const { reviewer: _, ...spokesman } = worst ?? group[0]
  const reviewers = [...new Set(group.map(({ reviewer }) => reviewer))]
  return {
    ...spokesman,
    reviewers,
    agreement: { found: countSupporters(reviewers), confirmed: 0, refuted: 0 },
    alsoReportedAs: [],
  }
}

/** Our own code is no second opinion: it counts only where it stands alone. */
function countSupporters(reviewers: readonly string[]): number {
  return Math.max(1, reviewers.filter((reviewer) => reviewer !== ownReviewer).length)
}

/** A claim that can block goes first, then the more severe one. */
function byWeight(a: CheckedFinding, b: CheckedFinding): number {
  return Number(isSolid(b)) - Number(isSolid(a)) || bySeverity(a.finding, b.finding)
}

function isSolid({ finding, evidence }: CheckedFinding): boolean {
  const proven = evidence.status === 'verified' || evidence.status === 'relocated'
  return proven && finding.basis === 'grounded' && finding.confidence !== 'possible' && finding.triage === 'real'
}
