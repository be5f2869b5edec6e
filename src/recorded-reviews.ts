import { lineMap } from './diff/line-map.js'
import { readDiff, readEntries } from './diff/read.js'
import type { EarlierState } from './history/find-record.js'
import { type CarriedReview, planIncrement, type TwoStates } from './history/increment.js'
import { coveredBy, type RecordedReview, type ReviewRecord, toRecorded } from './history/record.js'
import { changeDigest, contentDigest, type RecordKey, recordKey } from './history/record-key.js'
import type { Material } from './material.js'
import type { Host, RunRequest } from './pipeline.js'
import type { Contender } from './review/contender.js'
import type { Seat } from './review/seats.js'
import { changedLines, type FileDiff } from './types/diff.js'
import type { IncrementReport, ReusedReview } from './types/report.js'
import type { CredentialName, ReviewResult } from './types/reviewer.js'

type Completed = Extract<ReviewResult, { status: 'completed' }>

/** What earlier runs recorded of this change, and what later ones may find. */
export interface RecordedReviews {
  /** The reviews of exactly this content by these reviewers. */
  recall(): Promise<Recalled | undefined>
  /** The reviews of an earlier state of the change, to build on. */
  recallEarlier(): Promise<Earlier>
  remember(seats: readonly Seat[]): Promise<void>
}

export interface Recalled {
  readonly seats: readonly Seat[]
  readonly reused: ReusedReview
}

export type Earlier =
  | { readonly kind: 'none'; readonly notes: readonly string[] }
  | {
      readonly kind: 'found'
      readonly notes: readonly string[]
      /** What has to be reviewed now. */
      readonly send: readonly FileDiff[]
      readonly report: IncrementReport
      /** What holds of this reviewer's earlier review; undefined where it had no part in it. */
      of(contender: Contender): Held | undefined
    }

export interface Held {
  /** The review as if nothing had been left to send, without what it cost. */
  readonly alone: Completed
  /** A review of what was sent, with what holds of the earlier one. */
  with(review: Completed): Completed
}

export interface RecordsContext {
  readonly material: Material
  readonly seats: readonly Contender[]
  readonly request: RunRequest
  readonly host: Host
  /** Texts of `prompts/` that a reviewer may be told. */
  readonly templates: readonly string[]
}

/** Records of reviews of this change by these reviewers. */
export async function openRecordedReviews(context: RecordsContext): Promise<RecordedReviews> {
  const { material, seats, host } = context
  const key = await keyOf(context)
  const credentials: readonly CredentialName[] = seats.map(({ credentialInput }) => credentialInput)
  return {
    recall: async () => {
      const record = await host.earlier.recall({ key, credentials })
      if (record === undefined || !isBySeats(record, seats)) return undefined
      host.log.info(`The same content was reviewed at ${record.at}: its reviews are given back, and no model is asked.`)
      return { seats: toSeats(record, context), reused: { at: record.at, head: record.head, run: record.run } }
    },
    recallEarlier: () => recallEarlier(context, key, credentials),
    remember: async (filled) => {
      const reviews = toRecorded(
        filled.map(({ last }) => last.result),
        material.diff.files,
      )
      const asPlanned = filled.every(({ failed }) => failed.length === 0)
      const confined = reviews?.every(({ isolation }) => isolation !== 'none') ?? false
      if (reviews === undefined || !asPlanned || !confined) return
      const { head, base } = material.change
      const at = new Date(host.now()).toISOString()
      const reviewed = { version: 2 as const, key, at, head, base, run: host.runUrl, reviews: [...reviews] }
      await host.earlier.remember(reviewed, credentials)
    },
  }
}

/** Only by the seats that would be filled now, in their order. */
function isBySeats({ reviews }: ReviewRecord, seats: readonly Contender[]): boolean {
  return reviews.length === seats.length && reviews.every(({ id }, index) => id === seats[index]?.id)
}

function toSeats({ reviews }: ReviewRecord, { seats, material }: RecordsContext): readonly Seat[] {
  return seats.flatMap((contender, index): Seat[] => {
    const review = reviews[index]
    if (review === undefined) return []
    const covered = coveredBy(review, material.diff.files)
    return [
      { last: { contender, result: { ...withoutCost(review), covered, gaps: gapsIn(covered, material) } }, failed: [] },
    ]
  })
}

function gapsIn(covered: Completed['covered'], { diff }: Material): Completed['gaps'] {
  const hunks = diff.files.flatMap((file) => file.hunks.filter((hunk) => !covered.has(hunk)))
  if (hunks.length === 0) return []
  return [{ part: 'the recorded review', hunks, code: null, reason: 'the recorded review had not examined it' }]
}

/** What the review cost was paid, and sent, by the run that made it. */
function withoutCost({ unreviewed: _, ...review }: RecordedReview): Omit<Completed, 'covered' | 'gaps'> {
  const usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: 0 }
  const egress = { traffic: { ...review.egress.traffic, ...noTraffic }, files: [], filesComplete: true }
  return { ...review, usage, egress, durationMs: 0 }
}

const noTraffic = { requests: 0, refused: 0, bytesSent: 0, bytesReceived: 0 }

/** Commits of the change that are looked at for a review of them, the latest first. Each costs a request in a job. */
const STATES = 10
/** Where no push started the run, as when the pull request is opened, there hardly is a review. */
const STATES_WITHOUT_PUSH = 3

async function recallEarlier(
  context: RecordsContext,
  { rules }: RecordKey,
  credentials: readonly CredentialName[],
): Promise<Earlier> {
  const { material, host, seats } = context
  const { change } = material
  const previousHead = change.pullRequest?.previousHead
  const commits = change.commits.map(({ sha }) => sha).filter((sha) => sha !== change.head)
  if (previousHead !== undefined && previousHead !== change.head && !commits.includes(previousHead))
    return inFull(`the branch was rewritten: ${previousHead.slice(0, 12)}, its last head, is not among its commits`)
  const heads = previousHead === undefined ? commits : [previousHead, ...commits.filter((sha) => sha !== previousHead)]
  const most = change.pullRequest !== undefined && previousHead === undefined ? STATES_WITHOUT_PUSH : STATES
  const found = await host.earlier.recallEarlier({
    ...{ rules, base: change.base, credentials },
    states: statesOf(heads.slice(0, most), context),
  })
  if (found.kind === 'none') {
    const why = found.why ?? (previousHead === undefined ? undefined : NOTHING_RECORDED)
    const { notes } = why === undefined ? { notes: [] } : inFull(why)
    return { kind: 'none', notes: [...found.notes, ...notes] }
  }
  const { record, head } = found
  if (!isBySeats(record, seats)) return inFull('the last review was made by other reviewers')
  const then = await material.diffAt(head)
  if (contentDigest(then.files) !== record.key.content)
    return inFull('what is left out of the review is not the same as at the last one')
  const moved = await readDiff(host.commits.git, { from: head, to: change.head })
  const states = { before: then.files, now: material.diff.files, moved: lineMap(moved.files), reviews: record.reviews }
  return { ...toEarlier(record, states, context), notes: found.notes }
}

const NOTHING_RECORDED = 'no review of an earlier push is recorded that these reviewers’ credentials vouch for'

function inFull(why: string): Extract<Earlier, { kind: 'none' }> {
  return { kind: 'none', notes: [`The whole change was reviewed: ${why}.`] }
}

async function* statesOf(heads: readonly string[], { material, host }: RecordsContext): AsyncGenerator<EarlierState> {
  const { git } = host.commits
  for (const head of heads) {
    const entries = await readEntries(git, { from: material.change.mergeBase, to: head })
    yield { head, change: changeDigest(entries) }
  }
}

function toEarlier(
  record: ReviewRecord,
  states: TwoStates,
  { seats, material }: RecordsContext,
): Extract<Earlier, { kind: 'found' }> {
  const increment = planIncrement(states)
  const sentLines = changedLines(increment.send)
  const { at, head, run } = record
  return {
    kind: 'found',
    notes: [],
    send: increment.send,
    report: { at, head, run, sentLines, keptLines: changedLines(material.diff.files) - sentLines },
    of: (contender) => {
      const index = seats.indexOf(contender)
      const review = record.reviews[index]
      const carried = increment.carried[index]
      if (review === undefined || carried === undefined) return undefined
      return {
        alone: joined({ ...withoutCost(review), findings: [], covered: new Set(), gaps: [] }, review, carried),
        with: (fresh) => joined(fresh, review, carried),
      }
    },
  }
}

function joined(fresh: Completed, { filesReviewed, notVerified }: RecordedReview, carried: CarriedReview): Completed {
  return {
    ...fresh,
    findings: [...carried.findings, ...fresh.findings],
    filesReviewed: [...new Set([...filesReviewed, ...fresh.filesReviewed])],
    notVerified: [...new Set([...notVerified, ...fresh.notVerified])],
    covered: new Set([...carried.covered, ...fresh.covered]),
  }
}

async function keyOf({ material, seats, request, host, templates }: RecordsContext): Promise<RecordKey> {
  const { change, policy, diff, files } = material
  const headTree = (await host.commits.git.read(['rev-parse', '--verify', `${change.head}^{tree}`])).toString().trim()
  return recordKey({
    ...{ all: files, files: diff.files, headTree, mode: change.mode, policy },
    prompts: templates,
    reviewers: seats.map(({ id, model, family }) => ({
      ...{ id, model },
      family: family ?? 'other',
      baseUrl: host.baseUrl(id),
    })),
    toolVersion: request.toolVersion,
    place: host.earlier.place,
  })
}
