import { alertKey } from '../baseline/track.js'
import { GitHubError } from '../errors.js'
import { commentMarker, toComment } from '../report/comment.js'
import { ofCategory, planReviewComments, toReviewComments } from '../report/review-comments.js'
import { sarifPieces } from '../report/sarif.js'
import { worstFirst } from '../report/wording.js'
import type { FileDiff } from '../types/diff.js'
import type { CommentSummary, ReviewComments, UploadSarif } from '../types/policy.js'
import type { Report } from '../types/report.js'
import type { Result } from '../types/result.js'
import { encodeSarif } from './encode-sarif.js'
import type { GitHubClient } from './github/client.js'
import { publishReviewComments } from './github/review-comments.js'
import { publishSummaryComment } from './github/summary-comment.js'
import { type UploadOutcome, uploadSarif } from './github/upload-sarif.js'
import { type UploadSituation, uploadTarget } from './github/upload-target.js'

/** Where a run stands on GitHub, as its event and the runner say. */
export type Situation = Pick<UploadSituation, 'eventName' | 'ref' | 'sha' | 'pullRequest' | 'defaultBranch'>

export interface GitHubPublishing {
  /** Undefined without a token. */
  readonly github: GitHubClient | undefined
  readonly situation: Situation
  readonly upload: UploadSarif
  readonly comment: CommentSummary
  readonly reviewComments: ReviewComments
  readonly suggestions: 'on' | 'off'
  readonly category: string
  readonly changedPaths: ReadonlySet<string>
  /** The commit whose lines the results are filed under, and the report with those lines. */
  readonly filed: { readonly sha: string; readonly report: Report }
  /** By `alertKey`: dismissed under another name. */
  readonly withheld?: ReadonlySet<string> | undefined
  readonly files: readonly FileDiff[]
  readonly startedAt: Date
  readonly serverUrl: string
  readonly repository: string
  readonly runId: string | undefined
}

/** What became of it: sentences for people, and whether something that was required is missing. */
export interface Published {
  readonly notes: readonly string[]
  readonly missing: 'nothing' | 'required upload'
}

/** Uploads to code scanning and writes comments, as far as it was asked for. What fails is a note, and never a verdict. */
export async function publishToGitHub(report: Report, options: GitHubPublishing): Promise<Published> {
  const { github } = options
  // A verdict on a head that is no longer the head would take the place of the one on the new head.
  if (report.reasons.some(({ kind }) => kind === 'head-moved' || kind === 'closed'))
    return { notes: [], missing: isRequired(options) ? 'required upload' : 'nothing' }
  if (github === undefined) return withoutToken(options)
  const upload = options.upload === 'never' ? undefined : await tryUpload(report, { ...options, github })
  const notes = [
    ...(upload === undefined ? [] : uploadNotes(upload)),
    ...(await tryTo('The comment on the pull request', () => writeComment(report, { ...options, github }))),
    ...(await tryTo('The review comments', () => writeReviewComments(report, { ...options, github }))),
  ]
  const isMissing = isRequired(options) && (upload?.kind === 'skipped' || upload?.kind === 'failed')
  return { notes, missing: isMissing ? 'required upload' : 'nothing' }
}

function isRequired({ upload }: GitHubPublishing): boolean {
  return upload === 'required'
}

function withoutToken(options: GitHubPublishing): Published {
  const wanted = options.upload !== 'never' || options.comment !== 'never' || options.reviewComments !== 'never'
  return {
    notes: wanted ? ['Nothing was written to GitHub: github-token is empty.'] : [],
    missing: isRequired(options) ? 'required upload' : 'nothing',
  }
}

type Ready = GitHubPublishing & { readonly github: GitHubClient }

async function tryUpload(report: Report, options: Ready): Promise<UploadOutcome> {
  const { situation, github, category, changedPaths, startedAt, filed } = options
  // Whatever the verdict: alerts of what nobody looked at would be taken for fixed.
  const conclusion = report.coverage.unreviewed.length > 0 ? 'not-evaluated' : report.conclusion
  const target = uploadTarget({ ...situation, reviewed: filed.sha, scope: 'diff', conclusion })
  if (target.kind === 'none') return { kind: 'skipped', why: target.why, fix: target.fix }
  const ordered = worstFirst(filed.report.results.filter((result) => isForCodeScanning(result, options.withheld)))
  const make = (count: number) =>
    sarifPieces({ ...report, results: ordered.slice(0, count) }, { category, paths: changedPaths })
  return uploadSarif(
    github,
    {
      source: { resultCount: ordered.length, make },
      ...{ toolName: report.tool.name, place: target.place, startedAt },
    },
    { encode: encodeSarif, wait: github.wait },
  )
}

/**
 * Code scanning does not read SARIF's suppressions: what the config accepts would stay open there as an alert, and what
 * was dismissed under another name would open a second one.
 */
function isForCodeScanning(result: Result, withheld: GitHubPublishing['withheld']): boolean {
  const { baselineState, suppression } = result
  if (baselineState === 'absent' || suppression?.kind === 'config') return false
  return suppression?.kind !== 'dismissed-alert' || withheld?.has(alertKey(result)) !== true
}

function uploadNotes(outcome: UploadOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'uploaded':
      return ['Uploaded to code scanning.', ...outcome.notes]
    case 'processing':
      return ['Uploaded to code scanning, which has not read it yet.', ...outcome.notes]
    case 'skipped':
    case 'failed':
      return [`Not uploaded to code scanning: ${outcome.why} ${outcome.fix}`]
  }
}

async function writeComment(report: Report, options: Ready): Promise<readonly string[]> {
  const { comment, situation, github, category } = options
  if (comment === 'never' || situation.pullRequest === undefined) return []
  const failed = report.conclusion === 'fail' || report.conclusion === 'not-evaluated'
  await publishSummaryComment(github, {
    pullRequest: situation.pullRequest.number,
    body: toComment(report, {
      link: { serverUrl: options.serverUrl, repository: options.repository },
      ...{ category, runId: options.runId },
    }),
    marker: commentMarker(category),
    when: comment === 'always' || failed ? 'always' : 'if-there',
    wait: github.wait,
  })
  return []
}

async function writeReviewComments(report: Report, options: Ready): Promise<readonly string[]> {
  const { reviewComments: which, situation, github, files, suggestions, category } = options
  if (which === 'never' || situation.pullRequest === undefined || report.change === null) return []
  const wanted = toReviewComments(report, { which, files, suggestions, category })
  const { refused } = await publishReviewComments(github, {
    ...{ pullRequest: situation.pullRequest.number, head: report.change.head, wait: github.wait },
    plan: (existing) => planReviewComments(report, wanted, ofCategory(existing, category)),
  })
  return refused.map((one) => `GitHub refused a review comment: ${one}`)
}

/** A comment that cannot be written is no reason to fail. */
async function tryTo(what: string, write: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return [`${what} could not be written: ${error.message}`]
  }
}
