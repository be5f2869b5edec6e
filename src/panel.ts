import { touchedPaths } from './diff/omit.js'
import { changedExports } from './diff/signatures.js'
import { inOrder } from './in-order.js'
import type { Material } from './material.js'
import type { Host, RunRequest } from './pipeline.js'
import { checkMinAgreement, declaredRisk, instructionsFor, reviewersFor } from './policy/rules.js'
import { type Earlier, openRecordedReviews, type RecordedReviews } from './recorded-reviews.js'
import { type BudgetPlan, makeTokenBudget, planBudget, requireBudget } from './review/budget.js'
import { drawChangeMap } from './review/change-map.js'
import { answeredFamily, type Contender, contenderFamily, type SeatRules } from './review/contender.js'
import type { Sufficient } from './review/coverage.js'
import { type FamilyVerdict, familyVerdict } from './review/family-policy.js'
import { demandIsolation } from './review/isolation.js'
import { type PartsPlan, rotated } from './review/part.js'
import { type PartWriter, planParts } from './review/plan-parts.js'
import { planSeats, type Selection } from './review/plan-seats.js'
import { writeFollowUpPrompt, writeRepairPrompt, writeReviewPrompt } from './review/request.js'
import { type ReviewTask, runReview } from './review/run.js'
import { fillSeats, type Seat } from './review/seats.js'
import type { Asking, FilledSeat } from './review/session.js'
import { someOf } from './review/some-of.js'
import { materialize } from './snapshot/materialize.js'
import type { Policy, Seat as SeatName } from './types/policy.js'
import type { IncrementReport, ReusedReview } from './types/report.js'
import type { ReviewResult } from './types/reviewer.js'
import type { Snapshot } from './types/snapshot.js'

export interface SeatReview {
  readonly result: ReviewResult
  readonly snapshot: Snapshot
}

/** Who reviewed, every attempt included, and how the seats ended. */
export interface Panel {
  readonly reviews: readonly SeatReview[]
  readonly seats: readonly ReviewResult[]
  readonly family: FamilyVerdict
  /** Whether these reviews alone meet the family policy as well as all of them do. */
  readonly sufficient: Sufficient
  /** Null when the reviewers worked in this run. */
  readonly reused: ReusedReview | null
  /** Null where the reviewers were asked about the whole change. */
  readonly increment: IncrementReport | null
  readonly notes: readonly string[]
  /** Lets a later run of the same content have these reviews; undefined where they must not be given back. */
  readonly remember: (() => Promise<void>) | undefined
}

/** Nothing could be or had to be asked. */
export const nobodyAsked: Panel = {
  ...{ reviews: [], seats: [], family: { kind: 'met', sentence: '' }, sufficient: () => true },
  ...{ reused: null, increment: null, notes: [], remember: undefined },
}

/** What a reviewer may be told; with other texts, another review. */
const templateNames = ['review', 'part', 'contracts', 'follow-up', 'repair'] as const

/** Chooses the reviewers and has them review, or gives back what they said of the same content before. */
export async function reviewChange(material: Material, request: RunRequest, host: Host): Promise<Panel> {
  const { selection, rules, isolation } = chooseSeats(material, request, host)
  for (const { id, why } of selection.passedOver) host.log.info(`${id} does not review: it ${why}.`)
  if (selection.kind === 'nobody')
    return { ...nobodyAsked, family: { kind: 'unmet', sentence: selection.reason, because: 'wrong-families' } }
  const { change, policy, diff } = material
  checkMinAgreement(policy, { paths: touchedPaths(diff.files), seats: selection.seats.length })
  const opened = request.replayed
    ? Promise.resolve(undefined)
    : openRecords(material, selection.seats, { request, host })
  const [snapshot, records] = await inOrder([
    materialize(host.commits.git, change.head, host.snapshotDirectory),
    opened,
  ])
  host.log.info(`Snapshot of ${snapshot.fileCount} files; ${snapshot.neutralised.length} neutralised.`)
  const recalled = await records?.recall()
  const setting = { material, snapshot, rules, isolation }
  if (recalled !== undefined) return { ...toPanel(recalled.seats, setting), reused: recalled.reused }
  const earlier = await records?.recallEarlier()
  for (const note of earlier?.notes ?? []) host.log.info(note)
  const seats = await fill(selection, { ...setting, earlier }, { request, host })
  return {
    ...toPanel(seats, setting),
    increment: earlier?.kind === 'found' ? earlier.report : null,
    notes: earlier?.notes ?? [],
    remember: records === undefined ? undefined : () => records.remember(seats),
  }
}

/** What was recorded of this change by reviews of these reviewers. */
export function openRecords(
  material: Material,
  seats: readonly Contender[],
  { request, host }: Run,
): Promise<RecordedReviews> {
  const templates = templateNames.map((name) => host.prompt(name))
  return openRecordedReviews({ material, seats, request, host, templates })
}

export interface Choice {
  readonly selection: Selection
  readonly rules: SeatRules
  readonly isolation: ReviewTask['isolation']
}

/** Who reviews, as the policy and what this machine has decide. */
export function chooseSeats({ change, policy, authorship, diff }: Material, request: RunRequest, host: Host): Choice {
  const isolation = demandIsolation({
    mode: policy.isolation,
    fork: change.pullRequest?.fork ?? false,
    replayed: request.replayed,
  })
  const rules = toSeatRules(policy, touchedPaths(diff.files))
  const selection = planSeats({ authorship, rules, contender: makeContender(policy, host, isolation) })
  return { selection, rules, isolation }
}

interface Setting {
  readonly material: Material
  readonly snapshot: Snapshot
  readonly rules: SeatRules
  readonly isolation: ReviewTask['isolation']
  readonly earlier?: Earlier | undefined
}

interface Run {
  readonly request: RunRequest
  readonly host: Host
}

/** Requests of a run at the same time. A CLI at work holds some 250 MB. */
const LANES = 4

async function fill(
  selection: Extract<Selection, { kind: 'seats' }>,
  setting: Setting,
  { request, host }: Run,
): Promise<readonly Seat[]> {
  const { material, rules, earlier } = setting
  const seats = selection.seats.length
  const plan = (work: PartsPlan) => planBudget(request.maxTokens, seats, work)
  const usual = plan(planWork(setting, host))
  logPlan(usual, host)
  const shared = makeTokenBudget(usual.max)
  const review = async (one: Contender): Promise<ReviewResult> => {
    const held = earlier?.kind === 'found' ? earlier.of(one) : undefined
    if (held !== undefined && usual.all.length === 0) return { ...held.alone, gaps: usual.left }
    // Whoever takes over an empty seat has no earlier review to build on.
    const its =
      earlier?.kind === 'found' && held === undefined ? plan(planWork({ ...setting, earlier: undefined }, host)) : usual
    const turn = { index: selection.seats.indexOf(one), of: seats }
    const task: ReviewTask = {
      ...toAsking(setting, host),
      isolation: setting.isolation,
      parts: its.left.length > 0 ? its.parts : rotated(its.parts, turn),
      left: its.left,
      lanes: Math.max(1, Math.floor(LANES / seats)),
      budget: () => {
        requireBudget(its.max, its.all[0]?.tokens ?? 0)
        return its === usual || request.maxTokens !== 'auto' ? shared : makeTokenBudget(its.max)
      },
    }
    const result = await runReview(toFilledSeat(one, host), task, host.review)
    return held === undefined || result.status === 'failed' ? result : held.with(result)
  }
  return fillSeats({
    ...{ authorship: material.authorship, rules, seats: selection.seats, reserve: selection.reserve },
    run: review,
    onFailover: ({ contender: failed, result }, next) =>
      host.log.warning(`${failed.id} failed (${codeOf(result)}); ${next.id} takes its place.`),
  })
}

/** What is asked about: the change, or what of it changed since the last review; the riskiest first, as the config declares it. */
export function planWork(
  { material, snapshot, earlier }: Pick<Setting, 'material' | 'snapshot' | 'earlier'>,
  host: Host,
): PartsPlan {
  const { diff, policy } = material
  return planParts({
    files: earlier?.kind === 'found' ? earlier.send : diff.files,
    subject: earlier?.kind === 'found' ? 'what changed since the last review' : 'the change',
    writer: makeWriter(material, snapshot, host),
    risk: (path) => declaredRisk(policy, path),
    map: () => drawChangeMap(diff.files, changedExports(diff.files)),
  })
}

/** Said before the first request. */
function logPlan({ parts, left, all }: BudgetPlan, { log }: Host): void {
  if (parts.length > 1)
    log.info(`The change is reviewed in ${parts.length} requests to each reviewer, several at once.`)
  for (const reason of new Set(left.map((gap) => gap.reason))) log.warning(`${reason}.`)
  const paths = [...new Set(all.slice(parts.length).flatMap(({ files }) => files.map(({ path }) => path)))]
  if (paths.length > 0) log.warning(`Not reviewed will be: ${someOf(paths, PATHS_LOGGED)}.`)
}

const PATHS_LOGGED = 20

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

function toPanel(seats: readonly Seat[], { material, snapshot }: Pick<Setting, 'material' | 'snapshot'>): Panel {
  const { authorship, policy } = material
  const outcomes = seats.map(({ last: { contender, result } }) => ({
    id: contender.id,
    family: answeredFamily(contender, result.model, policy.models),
    status: result.status,
    result,
  }))
  const verdictOf = (some: typeof outcomes) => familyVerdict(authorship, some, policy.familyPolicy)
  const family = verdictOf(outcomes)
  const runs = seats.flatMap(({ failed, last }) => [...failed, last])
  return {
    reviews: runs.map(({ result }) => ({ result, snapshot })),
    seats: seats.map(({ last }) => last.result),
    family,
    sufficient: (reviews) =>
      family.kind === 'unmet' ||
      verdictOf(outcomes.filter(({ result }) => reviews.includes(result))).kind === family.kind,
    ...{ reused: null, increment: null, notes: [], remember: undefined },
  }
}

function makeWriter({ change, policy, diff }: Material, snapshot: Snapshot, host: Host): PartWriter {
  const told = { ...policy, instructions: instructionsFor(policy, touchedPaths(diff.files)) }
  const parts = { template: host.prompt('review'), change, omitted: diff.omitted, policy: told, snapshot }
  return {
    templates: { part: host.prompt('part'), contracts: host.prompt('contracts') },
    prompt: (files, share) => writeReviewPrompt({ ...parts, files, share, nonce: host.nonce() }),
    followUpPrompt: (files, share) =>
      writeFollowUpPrompt(host.prompt('follow-up'), { ...parts, files, share, nonce: host.nonce() }),
  }
}

function toAsking({ material, snapshot }: Setting, host: Host): Asking {
  return {
    snapshot: snapshot.directory,
    effort: material.policy.effort,
    signal: host.signal,
    repairPrompt: (problem, reply) => writeRepairPrompt(host.prompt('repair'), { problem, reply, nonce: host.nonce() }),
  }
}
