import { z } from 'zod'
import { Basis, Confidence, ReviewerRuleId, Severity, Triage } from './rule.js'

export const RelatedLocation = z.strictObject({ path: z.string(), startLine: z.int(), quote: z.string() })
export type RelatedLocation = z.infer<typeof RelatedLocation>

/** A search of the head that found nothing, on which a claim of absence rests. */
export const AbsenceSearch = z.strictObject({
  /** Plain text, in any case. */
  pattern: z.string(),
  /** Globs; empty means everywhere. */
  paths: z.array(z.string()),
})
export type AbsenceSearch = z.infer<typeof AbsenceSearch>

/** What a reviewer claims. This one schema is the type, the check and the JSON Schema sent to the model. */
export const Finding = z.strictObject({
  ruleId: ReviewerRuleId,
  severity: Severity,
  confidence: Confidence,
  basis: Basis,
  assumptions: z.array(z.string()),
  triage: Triage,
  title: z.string(),
  message: z.string(),
  recommendation: z.string().nullable(),
  path: z.string(),
  side: z.enum(['new', 'old']),
  startLine: z.int(),
  endLine: z.int(),
  quote: z.string(),
  related: z.array(RelatedLocation),
  /** Asked for, and taken as empty where an answer has none. */
  searches: z.array(AbsenceSearch).default([]),
})
export type Finding = z.infer<typeof Finding>

/** The whole answer of one reviewer. */
export const ReviewReply = z.strictObject({
  findings: z.array(Finding),
  filesReviewed: z.array(z.string()),
  notVerified: z.array(z.string()),
})
export type ReviewReply = z.infer<typeof ReviewReply>
