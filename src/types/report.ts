import { z } from 'zod'
import { reviewerErrorCodes } from '../errors.js'
import { Mode } from './change.js'
import { Conclusion, DismissedResult, Reason, Result } from './result.js'
import { Family } from './reviewer.js'

const PullRequestReference = z.strictObject({ number: z.int() })

export const ChangeReport = z.strictObject({
  mode: Mode,
  base: z.string(),
  head: z.string(),
  mergeBase: z.string(),
  pullRequest: PullRequestReference.nullable(),
})

export const Signal = z.strictObject({
  family: Family.nullable(),
  harness: z.string().nullable(),
  source: z.string(),
  commit: z.string().nullable(),
  evidence: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
})

export const ReviewerReport = z.strictObject({
  id: z.string(),
  family: Family,
  model: z.string(),
  cliVersion: z.string().nullable(),
  role: z.string(),
  status: z.enum(['completed', 'failed']),
  error: z.strictObject({ code: z.enum(reviewerErrorCodes), message: z.string() }).nullable(),
  usage: z.strictObject({
    inputTokens: z.int(),
    cachedInputTokens: z.int(),
    outputTokens: z.int(),
    requests: z.int().nullable(),
  }),
  durationMs: z.int(),
  filesRead: z.array(z.string()),
  waiver: z.boolean(),
})
export type ReviewerReport = z.infer<typeof ReviewerReport>

export const Coverage = z.strictObject({
  changedLines: z.int(),
  reviewedLines: z.int(),
  percent: z.int().min(0).max(100),
  unreviewed: z.array(z.strictObject({ path: z.string(), lines: z.int().nullable(), reason: z.string() })),
  excluded: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
})
export type Coverage = z.infer<typeof Coverage>

export const IsolationReport = z.strictObject({
  level: z.enum(['root-sandbox', 'user-sandbox', 'in-process', 'none']),
  preflight: z.array(z.string()),
  proof: z.strictObject({ before: z.string(), after: z.string(), unchanged: z.boolean() }),
})
export type IsolationReport = z.infer<typeof IsolationReport>

/** The contract's report, field for field; every output is a pure function of it. */
export const Report = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('model-stack-action'), version: z.string() }),
  conclusion: Conclusion,
  reasons: z.array(Reason),
  /** Null when the run ended before it knew what to review. */
  change: ChangeReport.nullable(),
  authorship: z.strictObject({ families: z.array(Family), signals: z.array(Signal) }),
  reviewers: z.array(ReviewerReport),
  coverage: Coverage,
  results: z.array(Result),
  dismissed: z.array(DismissedResult),
  rejected: z.array(z.strictObject({ reviewer: z.string(), reason: z.string(), raw: z.string() })),
  isolation: IsolationReport,
  override: z.strictObject({ by: z.string(), reason: z.string(), at: z.string(), head: z.string() }).nullable(),
  replayed: z.boolean(),
})
export type Report = z.infer<typeof Report>
