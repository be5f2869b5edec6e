import type { Authorship } from '../types/authorship.js'
import type { Change } from '../types/change.js'
import { addTraffic, type HostTraffic } from '../types/egress.js'
import type {
  Coverage,
  CoverageReport,
  EgressReport,
  IncrementReport,
  IsolationReport,
  Override,
  Report,
  ReusedReview,
  ReviewerReport,
} from '../types/report.js'
import type { Result, Verdict } from '../types/result.js'
import type { Egress, RejectedFinding, ReviewResult } from '../types/reviewer.js'
import type { Snapshot } from '../types/snapshot.js'

/** Of the snapshot's oddities that the change does not touch, this many of each list are named. */
const UNTOUCHED_ENTRIES = 200
/** Longer targets are no paths: Linux ends them here (PATH_MAX). */
const TARGET_CHARACTERS = 4_096
/** More names of files that were sent help nobody and make the report file a burden. */
const FILES_SENT = 20_000

/** Everything that the stages found out, in the order of the run. */
export interface RunFacts {
  readonly toolVersion: string
  readonly change: Change
  readonly authorship: Pick<Authorship, 'families' | 'signals'>
  /** Ids of the reviewers whose own family wrote what nobody else reviewed. */
  readonly waived: readonly string[]
  readonly reviews: readonly ReviewResult[]
  readonly coverage: Coverage
  readonly results: readonly Result[]
  readonly rejected: readonly RejectedFinding[]
  readonly isolation: IsolationReport
  /** What each reviewer's key proxy counted. */
  readonly egress: readonly Egress[]
  /** Undefined when nothing was read: no snapshot was made. */
  readonly snapshot: Snapshot | undefined
  /** Paths that the change touches, old names included. */
  readonly changedPaths: ReadonlySet<string>
  readonly verdict: Verdict
  readonly replayed: boolean
  readonly override: Override | null
  readonly reusedReview: ReusedReview | null
  readonly increment: IncrementReport | null
  readonly notes: readonly string[]
}

/** The report of a run that reached its verdict. */
export function toReport(facts: RunFacts): Report {
  const { change } = facts
  return {
    ...emptyReport(facts.toolVersion, facts.verdict),
    change: {
      mode: change.mode,
      base: change.base,
      head: change.head,
      mergeBase: change.mergeBase,
      pullRequest: change.pullRequest === undefined ? null : { number: change.pullRequest.number },
    },
    authorship: { families: [...facts.authorship.families], signals: [...facts.authorship.signals] },
    reviewers: facts.reviews.map((review) => toReviewerReport(review, facts.waived)),
    coverage: toCoverageReport(facts),
    results: [...facts.results],
    rejected: [...facts.reviews.flatMap((review) => review.rejected), ...facts.rejected],
    isolation: facts.isolation,
    egress: toEgressReport(facts.egress),
    override: facts.override,
    reusedReview: facts.reusedReview,
    increment: facts.increment,
    notes: [...facts.notes],
    replayed: facts.replayed,
  }
}

/** The report of a run that ended before anything could be reviewed. */
export function emptyReport(toolVersion: string, verdict: Verdict): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'model-stack-action', version: toolVersion },
    conclusion: verdict.conclusion,
    reasons: [...verdict.reasons],
    change: null,
    authorship: { families: [], signals: [] },
    reviewers: [],
    coverage: {
      ...{ changedLines: 0, reviewedLines: 0, percent: 0, unreviewed: [], excluded: [] },
      ...{ neutralised: [], notInSnapshot: [], snapshotEntriesLeftOut: 0 },
    },
    results: [],
    dismissed: [],
    rejected: [],
    isolation: { level: 'none', preflight: [], proof: { before: '', after: '', unchanged: true } },
    egress: { hosts: [], files: [], filesComplete: true },
    override: null,
    reusedReview: null,
    increment: null,
    notes: [],
    replayed: false,
  }
}

function toCoverageReport({ coverage, snapshot, changedPaths }: RunFacts): CoverageReport {
  const omitted = [...coverage.unreviewed, ...coverage.excluded].map(({ path }) => path)
  const touched = new Set([...changedPaths, ...omitted])
  const neutralised = touchedFirst(snapshot?.neutralised ?? [], touched)
  const notInSnapshot = touchedFirst(snapshot?.skipped ?? [], touched)
  return {
    ...coverage,
    neutralised: neutralised.kept.map(({ path, snapshotPath, reason, target }) => ({
      path,
      snapshotPath,
      reason,
      target: target?.slice(0, TARGET_CHARACTERS) ?? null,
    })),
    notInSnapshot: notInSnapshot.kept.map(({ path, reason }) => ({ path, reason })),
    snapshotEntriesLeftOut: neutralised.left + notInSnapshot.left,
  }
}

/** Every entry that the change touches, then some of the others. */
function touchedFirst<T extends { readonly path: string }>(
  entries: readonly T[],
  touched: ReadonlySet<string>,
): { readonly kept: readonly T[]; readonly left: number } {
  const others = entries.filter(({ path }) => !touched.has(path))
  return {
    kept: [...entries.filter(({ path }) => touched.has(path)), ...others.slice(0, UNTOUCHED_ENTRIES)],
    left: Math.max(0, others.length - UNTOUCHED_ENTRIES),
  }
}

/** One entry a host, the busiest first, and the files by name. */
function toEgressReport(ledgers: readonly Egress[]): EgressReport {
  const byHost = new Map<string, HostTraffic>()
  for (const { traffic } of ledgers) {
    const sum = byHost.get(traffic.host)
    byHost.set(traffic.host, sum === undefined ? traffic : addTraffic(sum, traffic))
  }
  const names = [...new Set(ledgers.flatMap(({ files }) => files))].toSorted()
  return {
    hosts: [...byHost.values()].filter(isUsed).toSorted((a, b) => b.bytesSent - a.bytesSent),
    files: names.slice(0, FILES_SENT),
    filesComplete: ledgers.every(({ filesComplete }) => filesComplete) && names.length <= FILES_SENT,
  }
}

/** A proxy that was started and never asked is no traffic. */
function isUsed({ requests, refused, bytesSent, bytesReceived }: HostTraffic): boolean {
  return requests + refused + bytesSent + bytesReceived > 0
}

function toReviewerReport(review: ReviewResult, waived: readonly string[]): ReviewerReport {
  return {
    id: review.id,
    family: review.family,
    model: review.model,
    cliVersion: review.cliVersion,
    role: 'general',
    status: review.status,
    error: review.status === 'failed' ? { code: review.error.code, message: review.error.message } : null,
    usage: review.usage,
    durationMs: review.durationMs,
    filesRead: [...review.filesRead],
    waiver: review.status === 'completed' && waived.includes(review.id),
  }
}
