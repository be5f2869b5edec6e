import { z } from 'zod'
import { HostTraffic } from '../types/egress.js'
import { ReviewReply } from '../types/finding.js'
import { Family, isolationLevels, type ReviewResult } from '../types/reviewer.js'
import { RecordKey } from './record-key.js'

const count = z.int().nonnegative()

/** A completed review as it is recorded: field for field what the run had. */
export const RecordedReview = z.strictObject({
  status: z.literal('completed'),
  id: z.string(),
  family: Family,
  model: z.string(),
  cliVersion: z.string().nullable(),
  usage: z.strictObject({
    inputTokens: count,
    cachedInputTokens: count,
    outputTokens: count,
    requests: count.nullable(),
  }),
  durationMs: z.number().nonnegative(),
  filesRead: z.array(z.string()),
  /** A review with an answer that could not be read is not recorded. */
  rejected: z.array(z.never()),
  turns: count,
  preflight: z.array(z.string()),
  isolation: z.enum(isolationLevels),
  egress: z.strictObject({ traffic: HostTraffic, files: z.array(z.string()), filesComplete: z.boolean() }),
  ...ReviewReply.shape,
})
export type RecordedReview = z.infer<typeof RecordedReview>

/** What is given back instead of another throw of the dice. Everything after the reviews is computed anew. */
export const ReviewRecord = z.strictObject({
  version: z.literal(1),
  key: RecordKey,
  /** When the reviews ended; ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The commit that was reviewed. */
  head: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  /** Where that run can be seen; null on the command line. */
  run: z.string().max(500).nullable(),
  /** One for each seat. */
  reviews: z.array(RecordedReview).min(1).max(20),
})
export type ReviewRecord = z.infer<typeof ReviewRecord>

/** The reviews of all seats in the form of a record; undefined where one failed, or said something that cannot be read. */
export function toRecorded(seats: readonly ReviewResult[]): readonly RecordedReview[] | undefined {
  const reviews = seats.flatMap((seat) => RecordedReview.safeParse(seat).data ?? [])
  return reviews.length === 0 || reviews.length < seats.length ? undefined : reviews
}
