import { z } from 'zod'
import { reviewerErrorCodes } from '../errors.js'
import { Mode } from './change.js'
import { HostTraffic } from './egress.js'
import { Conclusion, DismissedResult, Reason, Result } from './result.js'
import { Family, isolationLevels } from './reviewer.js'

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

export const neutralisedReasons = ['agent-config', 'symlink', 'unsafe-path', 'case-collision'] as const

/** Coverage, and where what the reviewer could read differs from the head: other names, text for links, files left out. */
export const CoverageReport = z.strictObject({
  ...Coverage.shape,
  neutralised: z.array(
    z.strictObject({
      path: z.string(),
      snapshotPath: z.string(),
      reason: z.enum(neutralisedReasons),
      /** Where a symlink points; null for everything else. */
      target: z.string().nullable(),
    }),
  ),
  notInSnapshot: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  /** How many entries of both lists are left out here: the change does not touch them. */
  snapshotEntriesLeftOut: z.int(),
})
export type CoverageReport = z.infer<typeof CoverageReport>

/** What left this machine, as the key proxy counted it. */
export const EgressReport = z.strictObject({
  hosts: z.array(HostTraffic),
  /** Repository paths whose content, or a part of it, was sent. */
  files: z.array(z.string()),
  /** False where more files may have been sent than could be told. */
  filesComplete: z.boolean(),
})
export type EgressReport = z.infer<typeof EgressReport>

export const IsolationReport = z.strictObject({
  level: z.enum(isolationLevels),
  preflight: z.array(z.string()),
  proof: z.strictObject({ before: z.string(), after: z.string(), unchanged: z.boolean() }),
})
export type IsolationReport = z.infer<typeof IsolationReport>

/** Who lifted a block, why, when (ISO 8601) and for which head. */
export const Override = z.strictObject({ by: z.string(), reason: z.string(), at: z.string(), head: z.string() })
export type Override = z.infer<typeof Override>

/** The reviews are those that an earlier run recorded for the same content, policy, prompts and reviewers. */
export const ReusedReview = z.strictObject({
  /** When they were made, ISO 8601. */
  at: z.string(),
  /** The commit that they looked at. */
  head: z.string(),
  /** Where that run can be seen; null on the command line. */
  run: z.string().nullable(),
})
export type ReusedReview = z.infer<typeof ReusedReview>

/** Only a part of the change was sent; the rest was reviewed at an earlier commit, by the same rules and reviewers. */
export const IncrementReport = z.strictObject({
  /** When that review ended, ISO 8601. */
  at: z.string(),
  /** The commit that it looked at. */
  head: z.string(),
  /** Where that run can be seen; null on the command line. */
  run: z.string().nullable(),
  /** Changed lines that were sent now. */
  sentLines: z.int(),
  /** Changed lines whose earlier review holds. */
  keptLines: z.int(),
})
export type IncrementReport = z.infer<typeof IncrementReport>

/** The contract's report, and what was added to it (docs/report.md); every output is a pure function of it. */
export const Report = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('model-stack-action'), version: z.string() }),
  conclusion: Conclusion,
  reasons: z.array(Reason),
  /** Null when the run ended before it knew what to review. */
  change: ChangeReport.nullable(),
  authorship: z.strictObject({ families: z.array(Family), signals: z.array(Signal) }),
  reviewers: z.array(ReviewerReport),
  coverage: CoverageReport,
  results: z.array(Result),
  dismissed: z.array(DismissedResult),
  rejected: z.array(z.strictObject({ reviewer: z.string(), reason: z.string(), raw: z.string() })),
  isolation: IsolationReport,
  egress: EgressReport,
  override: Override.nullable(),
  reusedReview: ReusedReview.nullable(),
  /** Null where the whole change was sent, or nothing. */
  increment: IncrementReport.nullable(),
  /** What a reader should know and no reason says: where earlier results were read, which suppressions expired. */
  notes: z.array(z.string()),
  replayed: z.boolean(),
})
export type Report = z.infer<typeof Report>
