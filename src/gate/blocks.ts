import type { FailOnSeverity } from '../types/policy.js'
import { isOwnResult, isProven, type Result } from '../types/result.js'
import { severityRank } from '../types/rule.js'

/** What must hold for a result to block. */
export interface BlockPolicy {
  readonly failOnSeverity: FailOnSeverity
  /** Reviewers that must support it; 1 when left out. */
  readonly minAgreement?: number
}

/** Whether the result fails the check: contract.md, "A result blocks when". */
export function blocks(result: Result, policy: BlockPolicy): boolean {
  return (
    reachesThreshold(result, policy.failOnSeverity) &&
    result.triage === 'real' &&
    isProven(result) &&
    isSupported(result, policy.minAgreement ?? 1) &&
    result.suppression === null &&
    result.baselineState === 'new'
  )
}

/** The results with `blocking` set, by one policy or by that of each result's path. */
export function markBlocking(
  results: readonly Result[],
  policy: BlockPolicy | ((path: string) => BlockPolicy),
): readonly Result[] {
  const policyOf = typeof policy === 'function' ? policy : () => policy
  return results.map((result) => ({ ...result, blocking: blocks(result, policyOf(result.path)) }))
}

function reachesThreshold(result: Result, failOnSeverity: FailOnSeverity): boolean {
  const { severity } = result
  if (failOnSeverity === 'never') return false
  // Results of our own code are low unless the configuration raised them, and only a raised one may block.
  if (isOwnResult(result) && severity === 'low') return false
  return severityRank(severity) <= severityRank(failOnSeverity)
}

/** Our own code needs nobody's support. */
function isSupported(result: Result, minAgreement: number): boolean {
  return isOwnResult(result) || result.agreement.found + result.agreement.confirmed >= minAgreement
}
