import { z } from 'zod'
import { Basis, Confidence, RuleId, Severity, Triage } from './rule.js'

/** 1-based, inclusive. */
export const Region = z.strictObject({ startLine: z.int().positive(), endLine: z.int().positive() })
export type Region = z.infer<typeof Region>

export const Evidence = z.strictObject({
  status: z.enum(['verified', 'relocated', 'altered', 'ambiguous', 'unverified']),
  detail: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

/** Whether the quoted code stands in the file, at the claimed line or at another. */
export function isLocated({ status }: Pick<Evidence, 'status'>): boolean {
  return status === 'verified' || status === 'relocated'
}

/** What tells how sure a claim is. */
export interface Certainty {
  readonly basis: Basis
  readonly confidence: Confidence
  readonly evidence: Evidence
}

/** Grounded in code that was found where it says, and more than possible. */
export function isProven({ basis, confidence, evidence }: Certainty): boolean {
  return isLocated(evidence) && basis === 'grounded' && confidence !== 'possible'
}

export const Suppression = z.strictObject({
  kind: z.enum(['config', 'dismissed-alert', 'override']),
  reason: z.string(),
  owner: z.string().nullable(),
  expires: z.string().nullable(),
})
export type Suppression = z.infer<typeof Suppression>

/** The name under which our own code reports, in the place of a reviewer. */
export const ownReviewer = 'model-stack'

/** Whether our own code alone reports it. */
export function isOwnResult({ reviewers }: { readonly reviewers: readonly string[] }): boolean {
  return reviewers.length > 0 && reviewers.every((reviewer) => reviewer === ownReviewer)
}

/** Another wording of the same defect: what else was said of it, and by whom. */
export const Wording = z.strictObject({
  reviewer: z.string(),
  ruleId: RuleId,
  severity: Severity,
  title: z.string(),
  message: z.string(),
})
export type Wording = z.infer<typeof Wording>

/** What is reported after evidence, matching and suppression. */
export const Result = z.strictObject({
  fingerprint: z.string(),
  /** The rule that code scanning knows it by: the one that its fingerprint was first filed under. */
  sarifRuleId: z.string(),
  ruleId: RuleId,
  severity: Severity,
  confidence: Confidence,
  basis: Basis,
  triage: Triage,
  title: z.string(),
  message: z.string(),
  recommendation: z.string().nullable(),
  assumptions: z.array(z.string()),
  path: z.string(),
  side: z.enum(['new', 'old']),
  region: Region,
  quote: z.string(),
  evidence: Evidence,
  related: z.array(z.strictObject({ path: z.string(), region: Region, quote: z.string() })),
  reviewers: z.array(z.string()),
  agreement: z.strictObject({ found: z.int(), confirmed: z.int(), refuted: z.int() }),
  /** The other wordings that were merged into this result. */
  alsoReportedAs: z.array(Wording),
  /** Against the merge base or the file given as `baseline`; `absent`: an earlier run reported it and this one does not. */
  baselineState: z.enum(['new', 'unchanged', 'absent']),
  /** Against the previous run of the same change; null where none is known. It has no say in what blocks. */
  sincePreviousRun: z.enum(['new', 'unchanged', 'absent']).nullable(),
  suppression: Suppression.nullable(),
  blocking: z.boolean(),
})
export type Result = z.infer<typeof Result>

export const DismissedResult = z.strictObject({ ...Result.shape, why: z.string() })
export type DismissedResult = z.infer<typeof DismissedResult>

export const conclusions = ['pass', 'fail', 'not-evaluated', 'nothing-to-review'] as const
export const Conclusion = z.enum(conclusions)
export type Conclusion = z.infer<typeof Conclusion>

/** Why the verdict is what it is; the first one is the `reason` output. Closed, so that tools can switch on it. */
export const reasonKinds = [
  'no-blocking-results',
  'blocking-results',
  'nothing-to-review',
  'configuration',
  'trigger',
  'closed',
  'git',
  'reviewer-failed',
  'empty-seat',
  'nothing-read',
  'unreadable-findings',
  'coverage',
  'head-moved',
  'head-unknown',
  'tree-changed',
  'family-policy',
  'isolation-none',
  'override',
  'internal',
] as const
export const Reason = z.strictObject({ kind: z.enum(reasonKinds), message: z.string() })
export type Reason = z.infer<typeof Reason>

export interface Verdict {
  readonly conclusion: Conclusion
  readonly reasons: readonly Reason[]
}
