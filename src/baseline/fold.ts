import { groupBy } from '../types/group-by.js'
import { isProven, ownReviewer, type Result, type Wording } from '../types/result.js'
import { bySeverity } from '../types/rule.js'

/** As many wordings of one result are kept, the worst first. */
const MAX_WORDINGS = 50

/** One result for all that code scanning would take for one alert: same SARIF rule, same fingerprint. Keeps their order. */
export function foldSame(results: readonly Result[]): readonly Result[] {
  const groups = groupBy(results, ({ sarifRuleId, fingerprint }) => `${sarifRuleId} ${fingerprint}`)
  return [...groups.values()].map((group) => (group.length === 1 ? group[0] : fold(group)))
}

/** What could block speaks for the others, and what would let it pass must hold for all of them. */
function fold(group: readonly [Result, ...Result[]]): Result {
  const [worst = group[0], ...others] = group.toSorted(byWeight)
  const reviewers = [...new Set([worst, ...others].flatMap((result) => result.reviewers))]
  return {
    ...worst,
    reviewers,
    agreement: { ...worst.agreement, found: Math.max(worst.agreement.found, countModels(reviewers)) },
    alsoReportedAs: wordingsOf(worst, others),
    baselineState: group.find(({ baselineState }) => baselineState === 'new')?.baselineState ?? worst.baselineState,
    sincePreviousRun:
      group.find(({ sincePreviousRun }) => sincePreviousRun === 'new')?.sincePreviousRun ?? worst.sincePreviousRun,
    suppression: group.every(({ suppression }) => suppression !== null) ? worst.suppression : null,
  }
}

function countModels(reviewers: readonly string[]): number {
  return reviewers.filter((reviewer) => reviewer !== ownReviewer).length
}

function byWeight(a: Result, b: Result): number {
  return Number(canBlock(b)) - Number(canBlock(a)) || bySeverity(a, b)
}

function canBlock(result: Result): boolean {
  return isProven(result) && result.triage === 'real' && result.suppression === null
}

function wordingsOf(worst: Result, others: readonly Result[]): Wording[] {
  const all = [...worst.alsoReportedAs, ...others.flatMap((other) => [toWording(other), ...other.alsoReportedAs])]
  const different = new Map(all.map((wording) => [JSON.stringify([wording.title, wording.message]), wording]))
  different.delete(JSON.stringify([worst.title, worst.message]))
  return [...different.values()].toSorted(bySeverity).slice(0, MAX_WORDINGS)
}

function toWording({ reviewers, ruleId, severity, title, message }: Result): Wording {
  return { reviewer: reviewers[0] ?? ownReviewer, ruleId, severity, title, message }
}
