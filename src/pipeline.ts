import { detectAuthorship } from './authorship/detect.js'
import { readNotes } from './authorship/read-notes.js'
import { toResults } from './baseline/track.js'
import { mergeExact } from './consensus/agree.js'
import { readGenerated } from './diff/generated.js'
import { omitFiles, touchedPaths } from './diff/omit.js'
import { readDiff } from './diff/read.js'
import { type CheckedFindings, checkFindings } from './evidence/check.js'
import { ownFindings } from './evidence/own-findings.js'
import { markBlocking } from './gate/blocks.js'
import { type Cause, decide, type GateFacts, type SeatFacts } from './gate/decide.js'
import type { Files, HeadState, Log } from './host/host.js'
import { compareProofs, type TreeProof } from './host/tree-proof.js'
import { mergePolicy } from './policy/load.js'
import { readPolicyFile } from './policy/read-file.js'
import { toReport } from './report/assemble.js'
import { shareBudget } from './review/budget.js'
import { answeredFamily, type Contender, contenderFamily, type SeatRules } from './review/contender.js'
import { measureCoverage } from './review/coverage.js'
import { type FamilyVerdict, familyVerdict } from './review/family-policy.js'
import { demandIsolation } from './review/isolation.js'
import { planSeats } from './review/plan-seats.js'
import { writeFollowUpPrompt, writeRepairPrompt, writeReviewPrompt } from './review/request.js'
import { type FilledSeat, type ReviewPorts, type ReviewTask, runReview } from './review/run.js'
import { fillSeats, type Seat } from './review/seats.js'
import { materialize } from './snapshot/materialize.js'
import { type Commits, type ResolveRequest, resolveChange } from './trigger/resolve.js'
import type { AuthorModel, Authorship } from './types/authorship.js'
import type { Change } from './types/change.js'
import { changedLines, type Diff, type FileDiff } from './types/diff.js'
import type { Policy, PolicyInputs, Seat as SeatName } from './types/policy.js'
import type { Coverage, IsolationReport, Report } from './types/report.js'
import {
  type CredentialName,
  type Egress,
  isolationLevels,
  type Reviewer,
  type ReviewResult,
} from './types/reviewer.js'
import type { Snapshot } from './types/snapshot.js'

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
  readHead(change: Change): Promise<HeadState>
}

/** What a run leaves: the report, and what the exit code depends on beyond it. */
export interface Outcome {
  readonly report: Report
  readonly causes: readonly Cause[]
  readonly policy: Policy
  /** Paths that the change touches, old names included: where a result may be placed. */
  readonly changedPaths: ReadonlySet<string>
}

/** The stages in order. Data walks forward only; every stage is named after what it does. */
export async function runPipeline(request: RunRequest, host: Host): Promise<Outcome> {
  const before = await host.takeProof()
  const change = await resolveChange(request.refs, host.commits)
  const policy = mergePolicy(request.inputs, await readPolicyFile(host.commits.git, change.base, request.configFile))
  const { diff, files } = await collectDiff(change, policy, host)
  const authorship = await readAuthorship(change, policy, { request, host })
  logChange(change, diff, host.log)
  const panel =
    request.pullRequestClosed || diff.files.length === 0
      ? nobodyAsked
      : await reviewChange({ change, policy, diff, authorship }, request, host)
  const { reviews, family } = panel
  const reviewed = reviews.map(({ result }) => result)
  const coverage = measureCoverage(diff, reviewed)
  const { checked, rejected } = await checkReviews(reviews, { change, diff }, host)
  const { configFile } = request
  const own = ownFindings({ files, change, configFile, ownResults: policy.ownResults })
  const results = markBlocking(toResults(mergeExact([...checked, ...own])), policy)
  const after = await host.takeProof()
  const differences = compareProofs(before, after)
  const { verdict, causes } = decide({
    reviewable: isReviewable(diff) ? 'some' : 'nothing',
    pullRequestClosed: request.pullRequestClosed,
    seats: panel.seats.map(toSeatFacts),
    coverage: toCoverageFacts(coverage, diff, policy),
    head: await host.readHead(change),
    proof: { unchanged: differences.length === 0, differences },
    family,
    isolation: reviewed.some(ranUnconfined) ? 'none' : 'isolated',
    results,
  })
  const changedPaths = new Set(touchedPaths(files))
  const isolation = toIsolation(reviewed, { before, after, unchanged: differences.length === 0 })
  const { replayed, toolVersion } = request
  return {
    report: toReport({
      change,
      authorship,
      waived: family.kind === 'waived' ? family.seats : [],
      reviews: reviewed,
      coverage,
      results,
      rejected,
      isolation,
      egress: toEgress(reviews),
      snapshot: reviews[0]?.snapshot,
      changedPaths,
      verdict,
      replayed,
      toolVersion,
    }),
    causes,
    policy,
    changedPaths,
  }
}

/** All files of the change, and the change without what the base branch's policy leaves out, each with its reason. */
async function collectDiff(
  change: Change,
  policy: Policy,
  host: Host,
): Promise<{ readonly diff: Diff; readonly files: readonly FileDiff[] }> {
  const { git } = host.commits
  const { files, problems } = await readDiff(git, { from: change.mergeBase, to: change.head })
  const generated = await readGenerated(git, change.base, {
    paths: touchedPaths(files),
    scratch: host.scratchDirectory,
  })
  const { paths, pathsIgnore } = policy
  return { files, diff: omitFiles(files, { paths, pathsIgnore, generated, problems }) }
}

/** Something is left to review, or something that should have been reviewed cannot be. */
function isReviewable(diff: Diff): boolean {
  return diff.files.length > 0 || diff.omitted.some((file) => file.kind === 'unreviewed')
}

interface Material {
  readonly change: Change
  readonly policy: Policy
  readonly diff: Diff
  readonly authorship: Authorship
}

/** Who wrote it, as far as commits, notes, the pull request and the base branch's config tell. */
async function readAuthorship(
  change: Change,
  { authors, models }: Policy,
  { request, host }: { readonly request: RunRequest; readonly host: Host },
): Promise<Authorship> {
  const shas = change.commits.map(({ sha }) => sha)
  const notes = await readNotes(host.commits, shas)
  return detectAuthorship(change, { notes, authors, models, authorModel: request.authorModel })
}

/** Who reviewed, every attempt included, and how the seats ended. */
interface Panel {
  readonly reviews: readonly SeatReview[]
  readonly seats: readonly ReviewResult[]
  readonly family: FamilyVerdict
}

const nobodyAsked: Panel = { reviews: [], seats: [], family: { kind: 'met', sentence: '' } }

interface SeatReview {
  readonly result: ReviewResult
  readonly snapshot: Snapshot
}

async function reviewChange(material: Material, request: RunRequest, host: Host): Promise<Panel> {
  const { change, policy, authorship } = material
  const isolation = demandIsolation({
    mode: policy.isolation,
    fork: change.pullRequest?.fork ?? false,
    replayed: request.replayed,
  })
  const rules = toSeatRules(policy)
  const contender = makeContender(policy, host, isolation)
  const selection = planSeats({ authorship, rules, contender })
  for (const { id, why } of selection.passedOver) host.log.info(`${id} does not review: it ${why}.`)
  if (selection.kind === 'nobody')
    return { ...nobodyAsked, family: { kind: 'unmet', sentence: selection.reason, because: 'wrong-families' } }
  const snapshot = await materialize(host.commits.git, change.head, host.snapshotDirectory)
  host.log.info(`Snapshot of ${snapshot.fileCount} files; ${snapshot.neutralised.length} neutralised.`)
  const budgetFor = shareBudget(request.maxTokens, selection.seats.length)
  const task = { ...toTask(material, snapshot, host), isolation, budgetFor }
  const seats = await fillSeats({
    ...{ authorship, rules, seats: selection.seats, reserve: selection.reserve },
    run: (one) => runReview(toFilledSeat(one, host), task, host.review),
    onFailover: ({ contender: failed, result }, next) =>
      host.log.warning(`${failed.id} failed (${codeOf(result)}); ${next.id} takes its place.`),
  })
  return toPanel(seats, { material, snapshot })
}

function toSeatRules({ reviewers, fallbackReviewers, familyPolicy, allowedFamilies }: Policy): SeatRules {
  return { reviewers, fallbackReviewers, familyPolicy, allowedFamilies }
}

/** What stands behind an entry of `reviewers` on this machine; undefined for a reviewer that this version does not have. */
function makeContender(
  { models }: Policy,
  host: Host,
  isolation: ReviewTask['isolation'],
): (seat: SeatName) => Contender | undefined {
  return ({ id, model: named }) => {
    const reviewer = host.reviewers.find((one) => one.id === id)
    if (reviewer === undefined) return undefined
    const model = named ?? reviewer.defaultModel
    return {
      id,
      model,
      family: contenderFamily(reviewer, model, models),
      credential: host.hasCredential(reviewer.credential) ? 'present' : 'missing',
      credentialInput: reviewer.credential,
      isolation: isolation === 'required' ? host.canIsolate(reviewer) : { kind: 'possible' },
    }
  }
}

function toFilledSeat({ id, model, family }: Contender, host: Host): FilledSeat {
  const reviewer = host.reviewers.find((one) => one.id === id)
  if (reviewer === undefined) throw new Error(`No reviewer has the id ${id}`)
  return { reviewer, model, family: family ?? 'other' }
}

function codeOf(result: ReviewResult): string {
  return result.status === 'failed' ? result.error.code : result.status
}

function toPanel(
  seats: readonly Seat[],
  { material, snapshot }: { readonly material: Material; readonly snapshot: Snapshot },
): Panel {
  const { authorship, policy } = material
  const outcomes = seats.map(({ last: { contender, result } }) => ({
    id: contender.id,
    family: answeredFamily(contender, result.model, policy.models),
    status: result.status,
  }))
  const runs = seats.flatMap(({ failed, last }) => [...failed, last])
  return {
    reviews: runs.map(({ result }) => ({ result, snapshot })),
    seats: seats.map(({ last }) => last.result),
    family: familyVerdict(authorship, outcomes, policy.familyPolicy),
  }
}

function toTask(
  { change, policy, diff }: Material,
  snapshot: Snapshot,
  host: Host,
): Omit<ReviewTask, 'isolation' | 'budgetFor'> {
  const parts = { template: host.prompt('review'), change, omitted: diff.omitted, policy, snapshot }
  return {
    files: diff.files,
    snapshot: snapshot.directory,
    effort: policy.effort,
    signal: host.signal,
    reviewPrompt: (files) => writeReviewPrompt({ ...parts, files, nonce: host.nonce() }),
    followUpPrompt: (files) => writeFollowUpPrompt(host.prompt('follow-up'), { ...parts, files, nonce: host.nonce() }),
    repairPrompt: (problem, reply) => writeRepairPrompt(host.prompt('repair'), { problem, reply, nonce: host.nonce() }),
  }
}

async function checkReviews(
  reviews: readonly SeatReview[],
  { change, diff }: Pick<Material, 'change' | 'diff'>,
  host: Host,
): Promise<CheckedFindings> {
  const files = host.files(change, diff)
  const outcomes = []
  for (const { result, snapshot } of reviews) {
    const findings = result.status === 'completed' ? result.findings : []
    outcomes.push(
      await checkFindings(findings, { reviewer: result.id, diff, files, neutralised: snapshot.neutralised }),
    )
  }
  return {
    checked: outcomes.flatMap((outcome) => outcome.checked),
    rejected: outcomes.flatMap((outcome) => outcome.rejected),
  }
}

function toSeatFacts(result: ReviewResult): SeatFacts {
  return {
    reviewer: result.id,
    filled: result.status === 'completed',
    error: result.status === 'failed' ? { code: result.error.code, message: result.error.message } : undefined,
    turns: result.turns,
    filesRead: result.filesRead.length,
    unreadableFindings: result.status === 'completed' ? result.rejected.length : 0,
  }
}

/** `possiblePercent` is what the coverage would be, had every reviewer named every file. */
function toCoverageFacts({ percent, changedLines: all }: Coverage, diff: Diff, policy: Policy): GateFacts['coverage'] {
  const possiblePercent = all === 0 ? percent : Math.floor((changedLines(diff.files) * 100) / all)
  return { percent, possiblePercent, minCoverage: policy.minCoverage }
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

function logChange(change: Change, diff: Diff, log: Log): void {
  log.info(
    `Reviewing ${change.mergeBase.slice(0, 12)}..${change.head.slice(0, 12)}: ${diff.files.length} files, ${changedLines(diff.files)} changed lines; ${diff.omitted.length} files left out.`,
  )
}
