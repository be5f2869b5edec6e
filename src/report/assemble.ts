import type { Change } from '../types/change.js'
import type { Coverage, IsolationReport, Report, ReviewerReport } from '../types/report.js'
import type { Result, Verdict } from '../types/result.js'
import type { RejectedFinding, ReviewResult } from '../types/reviewer.js'

/** Everything that the stages found out, in the order of the run. */
export interface RunFacts {
  readonly toolVersion: string
  readonly change: Change
  readonly reviews: readonly ReviewResult[]
  readonly coverage: Coverage
  readonly results: readonly Result[]
  readonly rejected: readonly RejectedFinding[]
  readonly isolation: IsolationReport
  readonly verdict: Verdict
  readonly replayed: boolean
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
    reviewers: facts.reviews.map(toReviewerReport),
    coverage: facts.coverage,
    results: [...facts.results],
    rejected: [...facts.reviews.flatMap((review) => review.rejected), ...facts.rejected],
    isolation: facts.isolation,
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
    coverage: { changedLines: 0, reviewedLines: 0, percent: 0, unreviewed: [], excluded: [] },
    results: [],
    dismissed: [],
    rejected: [],
    isolation: { level: 'none', preflight: [], proof: { before: '', after: '', unchanged: true } },
    override: null,
    replayed: false,
  }
}

function toReviewerReport(review: ReviewResult): ReviewerReport {
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
    waiver: false,
  }
}
