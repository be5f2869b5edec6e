import { codeAgeIn } from './baseline/new-code.js'
import { type TrackContext, toResults } from './baseline/track.js'
import { mergeSame } from './consensus/agree.js'
import { touchedPaths } from './diff/omit.js'
import type { SearchPort } from './evidence/absence.js'
import { type CheckedFindings, checkFindings } from './evidence/check.js'
import { ownFindings } from './evidence/own-findings.js'
import { markBlocking } from './gate/blocks.js'
import {
  type Cause,
  type Decision,
  decide,
  decideOverride,
  type GateFacts,
  type OverrideDecision,
  type SeatFacts,
} from './gate/decide.js'
import { type CheckedOut, readCheckedOut } from './host/checked-out.js'
import type { EarlierRuns } from './host/earlier-runs.js'
import type { Files, HeadState, Log } from './host/host.js'
import { makeTreePaths } from './host/tree-paths.js'
import { compareProofs, type TreeProof } from './host/tree-proof.js'
import { inOrder } from './in-order.js'
import { type Material, readMaterial } from './material.js'
import { nobodyAsked, type Panel, reviewChange, type SeatReview } from './panel.js'
import { policyForPath } from './policy/rules.js'
import { toReport } from './report/assemble.js'
import type { Contender } from './review/contender.js'
import { measureCoverage, type Sufficient } from './review/coverage.js'
import type { ReviewPorts } from './review/run.js'
import { type Commits, type ResolveRequest, resolveChange } from './trigger/resolve.js'
import type { AuthorModel } from './types/authorship.js'
import type { Change, Sha } from './types/change.js'
import { changedLines, type Diff, type FileDiff } from './types/diff.js'
import type { Policy, PolicyInputs } from './types/policy.js'
import type { Coverage, IsolationReport, Report } from './types/report.js'
import type { Result } from './types/result.js'
import {
  type CredentialName,
  type Egress,
  isolationLevels,
  type Reviewer,
  type ReviewResult,
} from './types/reviewer.js'

/** What to review and by which rules, from inputs or flags. */
export interface RunRequest {
  readonly refs: ResolveRequest
  readonly pullRequestClosed: boolean
  readonly inputs: PolicyInputs
  readonly configFile: string
  /** The reviewers' answers are recorded ones, for a repository of ours: such a run may go on without a sandbox. */
  readonly replayed: boolean
  /** Token budget of the run; `auto` scales with the diff. */
  readonly maxTokens: 'auto' | number
  /** Who wrote the change, declared; `auto` reads the traces. */
  readonly authorModel: AuthorModel
  readonly toolVersion: string
}

/** The world, as far as a run needs it. */
export interface Host {
  readonly log: Log
  readonly commits: Commits
  readonly files: (change: Change, diff: Diff) => Files
  readonly review: ReviewPorts
  readonly reviewers: readonly Reviewer[]
  /** Does not exist yet; the reviewer reads nothing but this. */
  readonly snapshotDirectory: string
  /** For git's temporary files. */
  readonly scratchDirectory: string
  /** Aborts when the run's time is over or the job is cancelled. */
  readonly signal: AbortSignal
  hasCredential(name: CredentialName): boolean
  /** Whether this machine may have a sandbox for the reviewer; the preflight finds out whether it holds. */
  canIsolate(reviewer: Reviewer): Contender['isolation']
  prompt(name: string): string
  /** 128 random bits, hexadecimal. */
  nonce(): string
  takeProof(): Promise<TreeProof>
  /** What earlier runs left, and what people decided about it. */
  readonly earlier: EarlierRuns
  /** Milliseconds since 1970. */
  now(): number
  /** Where this run can be seen; null on the command line. */
  readonly runUrl: string | null
  /** Where the models of a reviewer are served. */
  baseUrl(reviewerId: string): string
  search(change: Change): SearchPort
  readHead(change: Change): Promise<HeadState>
}

/** What a run leaves: the report, and what the exit code depends on beyond it. */
export interface Outcome {
  readonly report: Report
  readonly causes: readonly Cause[]
  readonly policy: Policy
  /** Paths that the change touches, old names included: where a result may be placed. */
  readonly changedPaths: ReadonlySet<string>
  /** The merge commit that is checked out, under whose lines results are filed; undefined: the head's own lines hold. */
  readonly checkedOut: CheckedOut | undefined
  /** The whole diff: on which lines a review comment may stand. */
  readonly files: readonly FileDiff[]
  /** Results that are not uploaded, because a person dismissed them under another name; by `alertKey`. */
  readonly withheld?: ReadonlySet<string>
}

/** The stages in order. Data walks forward only; every stage is named after what it does. */
export async function runPipeline(request: RunRequest, host: Host): Promise<Outcome> {
  // git works while the checkout is read. No reviewer runs before both are done.
  const resolved = resolveChange(request.refs, host.commits)
  const [before, change] = await inOrder([host.takeProof(), resolved])
  const [material, history] = await inOrder([readMaterial(change, request, host), host.earlier.history(change)])
  const { policy, diff, files, authorship } = material
  const panel =
    request.pullRequestClosed || diff.files.length === 0 ? nobodyAsked : await reviewChange(material, request, host)
  const coverage = measureCoverage(diff, resultsOf(panel), panel.sufficient)
  const { checked, rejected } = await checkReviews(panel.reviews, { change, diff }, host)
  const own = ownFindings({ files, change, configFile: request.configFile, ownResults: policy.ownResults })
  const renames = renamesOf(files)
  const changedPaths = new Set(touchedPaths(files))
  const tracking = toTrackContext({ change, policy, files, history, renames, touched: changedPaths }, host)
  const tracked = toResults(mergeSame([...checked, ...own]), tracking)
  const known = withoutUnseen(tracked.results, { coverage, renames })
  const results = markBlocking(known, policyForPath(policy, renames))
  const [proof, head] = await inOrder([compareCheckout(before, host), host.readHead(change)])
  const facts = { pullRequestClosed: request.pullRequestClosed, proof, results, head }
  const decision = decide({ ...facts, ...toGateFacts({ panel, coverage, diff, policy }) })
  const { override, reasons } = await judgeOverride(decision, { change, policy, reused: panel.reused?.head }, host)
  await rememberWhole(panel, decision)
  const { verdict, causes } = decision
  const report = toReport({
    ...{ change, authorship, coverage, results, rejected, changedPaths, override },
    waived: panel.family.kind === 'waived' ? panel.family.seats : [],
    reviews: resultsOf(panel),
    isolation: toIsolation(resultsOf(panel), proof),
    egress: toEgress(panel.reviews),
    snapshot: panel.reviews[0]?.snapshot,
    verdict: { ...verdict, reasons: [...verdict.reasons, ...reasons] },
    reusedReview: panel.reused,
    increment: panel.increment,
    notes: [...history.notes, ...panel.notes, ...tracked.notes],
    replayed: request.replayed,
    toolVersion: request.toolVersion,
  })
  const checkedOut = await readCheckedOut(change, host.commits)
  return { report, causes, policy, changedPaths, files, checkedOut, withheld: tracked.withheld }
}

interface Reviewed {
  readonly panel: Panel
  readonly coverage: Coverage
  readonly diff: Diff
  readonly policy: Policy
}

function toGateFacts({
  panel,
  coverage,
  diff,
  policy,
}: Reviewed): Pick<GateFacts, 'reviewable' | 'seats' | 'coverage' | 'family' | 'isolation'> {
  return {
    reviewable: isReviewable(diff) ? 'some' : 'nothing',
    seats: panel.seats.map(toSeatFacts),
    coverage: toCoverageFacts({ panel, coverage, diff, policy }),
    family: panel.family,
    isolation: resultsOf(panel).some(ranUnconfined) ? 'none' : 'isolated',
  }
}

/** What is incomplete must not be given back: nobody would ever look at the rest. */
async function rememberWhole({ remember }: Panel, { verdict, causes }: Decision): Promise<void> {
  const isWhole = causes.length === 0 && (verdict.conclusion === 'pass' || verdict.conclusion === 'fail')
  if (isWhole) await remember?.()
}

function resultsOf({ reviews }: Panel): readonly ReviewResult[] {
  return reviews.map(({ result }) => result)
}

/** New path → the path that it had before the change. */
function renamesOf(files: readonly FileDiff[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [] : [[path, oldPath] as const])))
}

interface Tracking extends Pick<TrackContext, 'history' | 'renames' | 'touched'> {
  readonly change: Change
  readonly policy: Policy
  readonly files: readonly FileDiff[]
}

function toTrackContext({ change, policy, files, ...known }: Tracking, host: Host): TrackContext {
  const author = change.pullRequest?.author.login.toLowerCase()
  return {
    ...known,
    suppressions: policy.suppressions,
    codeAge: codeAgeIn(files),
    today: new Date(host.now()).toISOString().slice(0, 10),
    dismissalProblem: ({ by }) =>
      by.toLowerCase() === author && !policy.override.allowAuthor
        ? `${by} is the pull request's author, and override.allow-author is not set`
        : undefined,
  }
}

/** What an earlier run reported of a file that nobody looked at now is not gone. */
function withoutUnseen(
  results: readonly Result[],
  { coverage, renames }: { readonly coverage: Coverage; readonly renames: ReadonlyMap<string, string> },
): readonly Result[] {
  const unseen = new Set([...coverage.unreviewed, ...coverage.excluded].map(({ path }) => path))
  for (const [path, oldPath] of renames) if (unseen.has(path)) unseen.add(oldPath)
  return results.filter(({ baselineState, path }) => baselineState !== 'absent' || !unseen.has(path))
}

async function compareCheckout(before: TreeProof, host: Host): Promise<ProofResult> {
  const after = await host.takeProof()
  const differences = compareProofs(before, after)
  return { before, after, differences, unchanged: differences.length === 0 }
}

interface ProofResult {
  readonly before: TreeProof
  readonly after: TreeProof
  readonly unchanged: boolean
  readonly differences: readonly string[]
}

/** Only a change that fails is worth asking for. */
async function judgeOverride(
  decision: Decision,
  { change, policy, reused }: Pick<Tracking, 'change' | 'policy'> & { readonly reused: Sha | undefined },
  host: Host,
): Promise<OverrideDecision> {
  if (decision.verdict.conclusion !== 'fail') return { override: null, reasons: [] }
  return decideOverride(decision, await host.earlier.override(change, policy.override, reused))
}

/** Something is left to review, or something that should have been reviewed cannot be. */
function isReviewable(diff: Diff): boolean {
  return diff.files.length > 0 || diff.omitted.some((file) => file.kind === 'unreviewed')
}

async function checkReviews(
  reviews: readonly SeatReview[],
  { change, diff }: Pick<Material, 'change' | 'diff'>,
  host: Host,
): Promise<CheckedFindings> {
  const shared = {
    diff,
    files: host.files(change, diff),
    search: host.search(change),
    treePaths: makeTreePaths(host.commits.git, change),
  }
  const outcomes = []
  for (const { result, snapshot } of reviews) {
    const findings = result.status === 'completed' ? result.findings : []
    const { neutralised, directory } = snapshot
    outcomes.push(await checkFindings(findings, { ...shared, reviewer: result.id, neutralised, roots: [directory] }))
  }
  return {
    checked: outcomes.flatMap((outcome) => outcome.checked),
    rejected: outcomes.flatMap((outcome) => outcome.rejected),
  }
}

function toSeatFacts(result: ReviewResult): SeatFacts {
  const facts = { reviewer: result.id, turns: result.turns, filesRead: result.filesRead.length }
  if (result.status === 'failed') {
    const { code, message } = result.error
    return { ...facts, filled: false, error: { code, message } }
  }
  const failedParts = result.gaps.flatMap(({ part, code, reason }) => (code === null ? [] : [{ part, code, reason }]))
  // An answer that could not be read at all is a failed part, and is named as such.
  const unreadable = failedParts.filter(({ code }) => code === 'REPLY_NOT_FINDINGS').length
  return { ...facts, filled: true, unreadableFindings: Math.max(0, result.rejected.length - unreadable), failedParts }
}

/** `possiblePercent` is what the coverage would be, had every reviewer named every file. */
function toCoverageFacts({ panel, coverage, diff, policy }: Reviewed): GateFacts['coverage'] {
  const { percent, changedLines: all } = coverage
  const { minCoverage } = policy
  const possiblePercent = all === 0 ? percent : Math.floor((changedLines(diff.files) * 100) / all)
  if (percent >= minCoverage) return { percent, possiblePercent, minCoverage }
  // The panel knows its reviews by identity.
  const originals = new Map(resultsOf(panel).map((result) => [asIfAllCompleted(result), result]))
  const sufficient: Sufficient = (reviews) => panel.sufficient(reviews.flatMap((one) => originals.get(one) ?? []))
  const withoutFailures = measureCoverage(diff, [...originals.keys()], sufficient)
  return { percent, possiblePercent, withoutFailuresPercent: withoutFailures.percent, minCoverage }
}

function asIfAllCompleted(result: ReviewResult): ReviewResult {
  if (result.status === 'failed') return result
  const failed = result.gaps.filter(({ code }) => code !== null).flatMap(({ hunks }) => hunks)
  const gaps = result.gaps.filter(({ code }) => code === null)
  return { ...result, covered: new Set([...result.covered, ...failed]), gaps }
}

/** A seat that never got to run is no reason to say that somebody ran without a sandbox. */
function ranUnconfined(result: ReviewResult): boolean {
  return result.egress !== undefined && result.isolation === 'none'
}

function toIsolation(
  reviews: readonly ReviewResult[],
  proof: { readonly before: TreeProof; readonly after: TreeProof; readonly unchanged: boolean },
): IsolationReport {
  const ran = reviews.filter((result) => result.egress !== undefined)
  const weakest = isolationLevels.findLast((level) => ran.some((result) => result.isolation === level))
  return {
    level: weakest ?? 'none',
    preflight: reviews.flatMap((result) => result.preflight.map((check) => `${result.id}: ${check}`)),
    proof: { before: proof.before.digest, after: proof.after.digest, unchanged: proof.unchanged },
  }
}

/** Paths of the repository, though the reviewer saw some under other names. */
function toEgress(reviews: readonly SeatReview[]): readonly Egress[] {
  return reviews.flatMap(({ result, snapshot }) => {
    if (result.egress === undefined) return []
    const original = new Map(snapshot.neutralised.map(({ snapshotPath, path }) => [snapshotPath, path]))
    return [{ ...result.egress, files: result.egress.files.map((path) => original.get(path) ?? path) }]
  })
}
