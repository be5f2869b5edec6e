import type { AgreedFinding } from '../consensus/agree.js'
import type { KnownResult } from '../types/history.js'
import type { RuleId } from '../types/rule.js'
import { fingerprint } from './fingerprint.js'

/** A finding of this run before it is known whether an earlier run reported it. */
export interface Candidate {
  readonly found: AgreedFinding
  /** As it is called at the merge base. */
  readonly path: string
  /** What its fingerprint is if no earlier run knows it. */
  readonly fingerprint: string
}

/** What an earlier run left, ready to be looked up. */
export interface Earlier {
  readonly results: readonly KnownResult[]
  /** A path of any time → the path at the merge base. */
  basePath(path: string): string
}

/** What the candidate's fingerprint is under another rule: the same line of the same symbol. */
export function fingerprintUnder({ found, path }: Candidate, ruleId: RuleId): string {
  return fingerprint({ path, side: found.finding.side, ruleId, anchor: found.anchor, sibling: 0 })
}
