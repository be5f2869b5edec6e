import { z } from 'zod'
import type { FileDiff, Hunk } from '../types/diff.js'
import { HostTraffic } from '../types/egress.js'
import { ReviewReply } from '../types/finding.js'
import { Family, isolationLevels, type ReviewResult } from '../types/reviewer.js'
import { RecordKey } from './record-key.js'

const count = z.int().nonnegative()
const Commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)

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
  /** Hunks that it did not attest, by the path of their file and their place in it. */
  unreviewed: z.array(z.strictObject({ path: z.string(), hunks: z.array(count) })),
})
export type RecordedReview = z.infer<typeof RecordedReview>

/** What is given back instead of another throw of the dice. Everything after the reviews is computed anew. */
export const ReviewRecord = z.strictObject({
  version: z.literal(2),
  key: RecordKey,
  /** When the reviews ended; ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The commit that was reviewed. */
  head: Commit,
  /** The tip of the base branch at that time. */
  base: Commit,
  /** Where that run can be seen; null on the command line. */
  run: z.string().max(500).nullable(),
  /** One for each seat. */
  reviews: z.array(RecordedReview).min(1).max(20),
})
export type ReviewRecord = z.infer<typeof ReviewRecord>

/**
 * The reviews of all seats in the form of a record; undefined where one failed, did not make the pass over the map, or
 * said something that cannot be read.
 */
export function toRecorded(
  seats: readonly ReviewResult[],
  files: readonly FileDiff[],
): readonly RecordedReview[] | undefined {
  const reviews = seats.flatMap((seat) => {
    if (seat.status === 'failed' || seat.gaps.some(({ hunks }) => hunks.length === 0)) return []
    const { covered, gaps: _, ...known } = seat
    return RecordedReview.safeParse({ ...known, unreviewed: uncovered(files, covered) }).data ?? []
  })
  return reviews.length === 0 || reviews.length < seats.length ? undefined : reviews
}

function uncovered(files: readonly FileDiff[], covered: ReadonlySet<Hunk>): RecordedReview['unreviewed'] {
  return files.flatMap(({ path, hunks }) => {
    const missing = hunks.flatMap((hunk, index) => (covered.has(hunk) ? [] : [index]))
    return missing.length === 0 ? [] : [{ path, hunks: missing }]
  })
}

/** What the recorded review attested of the change that it is of. */
export function coveredBy({ unreviewed }: RecordedReview, files: readonly FileDiff[]): ReadonlySet<Hunk> {
  const missing = new Map(unreviewed.map(({ path, hunks }) => [path, new Set(hunks)]))
  return new Set(files.flatMap(({ path, hunks }) => hunks.filter((_, index) => !missing.get(path)?.has(index))))
}
