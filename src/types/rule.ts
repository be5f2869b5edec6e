import { z } from 'zod'

/** Ordered from the worst to the mildest. */
export const severities = ['critical', 'high', 'medium', 'low'] as const
export const Severity = z.enum(severities)
export type Severity = z.infer<typeof Severity>

export const Confidence = z.enum(['certain', 'likely', 'possible'])
export type Confidence = z.infer<typeof Confidence>

export const Basis = z.enum(['grounded', 'inferred'])
export type Basis = z.infer<typeof Basis>

export const Triage = z.enum(['real', 'stylistic', 'out-of-scope'])
export type Triage = z.infer<typeof Triage>

/** What a reviewer may report. Closed, because code scanning keys alerts on it. */
export const reviewerRuleIds = [
  'correctness',
  'security',
  'concurrency',
  'error-handling',
  'data-loss',
  'resource',
  'contract',
  'integration',
  'performance',
  'test-gap',
  'config-ci',
  'docs',
  'injection',
] as const
export const ReviewerRuleId = z.enum(reviewerRuleIds)
export type ReviewerRuleId = z.infer<typeof ReviewerRuleId>

/** What only our own code reports. */
export const ownRuleIds = ['hidden-unicode', 'policy', 'agent-config'] as const
export const RuleId = z.enum([...reviewerRuleIds, ...ownRuleIds])
export type RuleId = z.infer<typeof RuleId>

/** 0 for critical, 3 for low: smaller is worse. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity)
}

/** Orders worst first; usable with sort. */
export function bySeverity(a: { severity: Severity }, b: { severity: Severity }): number {
  return severityRank(a.severity) - severityRank(b.severity)
}
