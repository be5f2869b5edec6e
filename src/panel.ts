import { touchedPaths } from './diff/omit.js'
import { toRecorded } from './history/record.js'
import { type RecordKey, recordKey } from './history/record-key.js'
import type { Host, RunRequest } from './pipeline.js'
import { checkMinAgreement, instructionsFor, reviewersFor } from './policy/rules.js'
import { shareBudget } from './review/budget.js'
import { answeredFamily, type Contender, contenderFamily, type SeatRules } from './review/contender.js'
import { type FamilyVerdict, familyVerdict } from './review/family-policy.js'
import { demandIsolation } from './review/isolation.js'
import { planSeats, type Selection } from './review/plan-seats.js'
import { writeFollowUpPrompt, writeRepairPrompt, writeReviewPrompt } from './review/request.js'
import { type FilledSeat, type ReviewTask, runReview } from './review/run.js'
import { fillSeats, type Seat } from './review/seats.js'
import { materialize } from './snapshot/materialize.js'
import type { Authorship } from './types/authorship.js'
import type { Change } from './types/change.js'
import type { Diff } from './types/diff.js'
import type { Policy, Seat as SeatName } from './types/policy.js'
import type { ReusedReview } from './types/report.js'
import type { CredentialName, ReviewResult } from './types/reviewer.js'
import type { Snapshot } from './types/snapshot.js'

/** What there is to review, by which rules, and who wrote it. */
export interface Material {
  readonly change: Change
  readonly policy: Policy
  readonly diff: Diff
  readonly authorship: Authorship
}

export interface SeatReview {
  readonly result: ReviewResult
  readonly snapshot: Snapshot
}

/** Who reviewed, every attempt included, and how the seats ended. */
export interface Panel {
  readonly reviews: readonly SeatReview[]
  readonly seats: readonly ReviewResult[]
  readonly family: FamilyVerdict
  /** Null when the reviewers worked in this run. */
  readonly reused: ReusedReview | null
  /** Lets a later run of the same content have these reviews; undefined where they must not be given back. */
  readonly remember: (() => Promise<void>) | undefined
}

/** Nothing could be or had to be asked. */
export const nobodyAsked: Panel = {
  ...{ reviews: [], seats: [], family: { kind: 'met', sentence: '' } },
  ...{ reused: null, remember: undefined },
}

const templateNames = ['review', 'follow-up', 'repair'] as const

/** Chooses the reviewers and has them review, or gives back what they said of the same content before. */
export async function reviewChange(material: Material, request: RunRequest, host: Host): Promise<Panel> {
  const { change, policy, authorship, diff } = material
  const isolation = demandIsolation({
    mode: policy.isolation,
    fork: change.pullRequest?.fork ?? false,
    replayed: request.replayed,
  })
  const paths = touchedPaths(diff.files)
  const rules = toSeatRules(policy, paths)
  const selection = planSeats({ authorship, rules, contender: makeContender(policy, host, isolation) })
  for (const { id, why } of selection.passedOver) host.log.info(`${id} does not review: it ${why}.`)
  if (selection.kind === 'nobody')
    return { ...nobodyAsked, family: { kind: 'unmet', sentence: selection.reason, because: 'wrong-families' } }
  checkMinAgreement(policy, { paths, seats: selection.seats.length })
  const snapshot = await materialize(host.commits.git, change.head, host.snapshotDirectory)
  host.log.info(`Snapshot of ${snapshot.fileCount} files; ${snapshot.neutralised.length} neutralised.`)
  const records = request.replayed ? undefined : await openRecords(material, { seats: selection.seats, request, host })
  const recorded = await records?.recall()
  if (recorded !== undefined) return recorded(snapshot)
  const seats = await fill(selection, { material, snapshot, rules, isolation }, { request, host })
  const panel = toPanel(seats, { material, snapshot })
  return { ...panel, remember: records === undefined ? undefined : () => records.remember(seats) }
}

interface Setting {
  readonly material: Material
  readonly snapshot: Snapshot
  readonly rules: SeatRules
  readonly isolation: ReviewTask['isolation']
}

interface Run {
  readonly request: RunRequest
  readonly host: Host
}

function fill(
  selection: Extract<Selection, { kind: 'seats' }>,
  { material, snapshot, rules, isolation }: Setting,
  { request, host }: Run,
): Promise<readonly Seat[]> {
  const budgetFor = shareBudget(request.maxTokens, selection.seats.length)
  const task = { ...toTask(material, snapshot, host), isolation, budgetFor }
  return fillSeats({
    ...{ authorship: material.authorship, rules, seats: selection.seats, reserve: selection.reserve },
    run: (one) => runReview(toFilledSeat(one, host), task, host.review),
    onFailover: ({ contender: failed, result }, next) =>
      host.log.warning(`${failed.id} failed (${codeOf(result)}); ${next.id} takes its place.`),
  })
}

function toSeatRules(policy: Policy, paths: readonly string[]): SeatRules {
  const { fallbackReviewers, familyPolicy, allowedFamilies } = policy
  return { ...reviewersFor(policy, paths), fallbackReviewers, familyPolicy, allowedFamilies }
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
): Omit<Panel, 'remember'> {
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
    reused: null,
  }
}

function toTask(
  { change, policy, diff }: Material,
  snapshot: Snapshot,
  host: Host,
): Omit<ReviewTask, 'isolation' | 'budgetFor'> {
  const told = { ...policy, instructions: instructionsFor(policy, touchedPaths(diff.files)) }
  const parts = { template: host.prompt('review'), change, omitted: diff.omitted, policy: told, snapshot }
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

interface Records {
  /** The panel of an earlier run, once there is a snapshot; undefined where none is recorded. */
  recall(): Promise<((snapshot: Snapshot) => Panel) | undefined>
  remember(seats: readonly Seat[]): Promise<void>
}

/** Recorded reviews of exactly this: the same content, policy, prompts and reviewers. */
async function openRecords(
  material: Material,
  { seats, request, host }: Run & { readonly seats: readonly Contender[] },
): Promise<Records> {
  const key = await keyOf(material, { seats, request, host })
  const credentials: readonly CredentialName[] = seats.map(({ credentialInput }) => credentialInput)
  return {
    recall: async () => {
      const record = await host.earlier.recall({ key, credentials })
      // Only the seats that would be filled now, in their order.
      if (record === undefined || record.reviews.some(({ id }, index) => id !== seats[index]?.id)) return undefined
      if (record.reviews.length !== seats.length) return undefined
      host.log.info(`The same content was reviewed at ${record.at}: its reviews are given back, and no model is asked.`)
      const filled = seats.flatMap((contender, index): Seat[] => {
        const review = record.reviews[index]
        return review === undefined ? [] : [{ last: { contender, result: withoutCost(review) }, failed: [] }]
      })
      const reused = { at: record.at, head: record.head, run: record.run }
      return (snapshot) => ({ ...toPanel(filled, { material, snapshot }), reused, remember: undefined })
    },
    remember: async (filled) => {
      const reviews = toRecorded(filled.map(({ last }) => last.result))
      const asPlanned = filled.every(({ failed }) => failed.length === 0)
      const confined = reviews?.every(({ isolation }) => isolation !== 'none') ?? false
      if (reviews === undefined || !asPlanned || !confined) return
      const { head } = material.change
      const at = new Date(host.now()).toISOString()
      await host.earlier.remember({ version: 1, key, at, head, run: host.runUrl, reviews: [...reviews] }, credentials)
    },
  }
}

/** What the review cost was paid, and sent, by the run that made it. */
function withoutCost(review: ReviewResult): ReviewResult {
  const usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: 0 }
  const traffic = review.egress === undefined ? undefined : { ...review.egress.traffic, ...noTraffic }
  const egress = traffic === undefined ? undefined : { traffic, files: [], filesComplete: true }
  return { ...review, usage, egress, durationMs: 0 }
}

const noTraffic = { requests: 0, refused: 0, bytesSent: 0, bytesReceived: 0 }

async function keyOf(
  { change, policy, diff }: Material,
  { seats, request, host }: Run & { readonly seats: readonly Contender[] },
): Promise<RecordKey> {
  const headTree = (await host.commits.git.read(['rev-parse', '--verify', `${change.head}^{tree}`])).toString().trim()
  return recordKey({
    ...{ files: diff.files, headTree, mode: change.mode, policy },
    prompts: templateNames.map((name) => host.prompt(name)),
    reviewers: seats.map(({ id, model, family }) => ({
      id,
      model,
      family: family ?? 'other',
      baseUrl: host.baseUrl(id),
    })),
    toolVersion: request.toolVersion,
    place: host.earlier.place,
  })
}
