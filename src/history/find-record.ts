import type { Sha } from '../types/change.js'
import type { ReviewRecord } from './record.js'
import { differingRules, type RecordRules } from './record-key.js'
import { misfitOf, type OpenRequest, openRecord, recordName, type Wanted } from './seal.js'

/** Where sealed records may lie; whoever could write there may have put anything. Never rejects. */
export interface Records {
  find(name: string): Promise<readonly string[]>
}

export interface FoundRecord {
  /** Undefined: there is none, so that somebody has to review. */
  readonly record: ReviewRecord | undefined
  /** Why what was found does not count; one sentence each. */
  readonly notes: readonly string[]
}

/**
 * The recorded review of this content under these rules. Of several, the first that was made of the same tree, because
 * nobody is to throw the dice again; but the last of the same diff, because that is what the pull request shows.
 */
export async function findRecord(records: Records, request: OpenRequest & Wanted): Promise<FoundRecord> {
  const { found, refused } = await openAll(records, request.key.change, request)
  const misfits = found.map((record) => ({ record, why: misfitOf(record, request) }))
  const inOrder = misfits.filter(({ why }) => why === undefined).map(({ record }) => record)
  const whys = new Set([...refused, ...misfits.flatMap(({ why }) => why ?? [])])
  return {
    record: request.need === 'same-tree' ? inOrder[0] : inOrder.at(-1),
    notes: [...whys].map((why) => `A recorded review was not used: ${why}.`),
  }
}

/** A state of the change that an earlier run may have reviewed. */
export interface EarlierState {
  readonly head: Sha
  /** `changeDigest` of the change up to there. */
  readonly change: string
}

export interface EarlierQuestion extends OpenRequest {
  /** The latest first. */
  readonly states: AsyncIterable<EarlierState>
  readonly base: Sha
  readonly rules: RecordRules
}

/** `why` is undefined where no earlier run is known of at all. */
export type FoundEarlier = { readonly notes: readonly string[] } & (
  | { readonly kind: 'found'; readonly record: ReviewRecord; readonly head: Sha }
  | { readonly kind: 'none'; readonly why: string | undefined }
)

/**
 * The recorded review of the latest earlier state of a change, to build on: made by the same rules, and on the same tip
 * of the base branch.
 */
export async function findEarlierRecord(records: Records, question: EarlierQuestion): Promise<FoundEarlier> {
  const notes: string[] = []
  for await (const { head, change } of question.states) {
    const { found, refused } = await openAll(records, change, question)
    notes.push(...refused.map((why) => `A recorded review of ${head.slice(0, 12)} was not used: ${why}.`))
    const fitting = found.findLast((record) => doubtOf(record, question) === undefined)
    if (fitting !== undefined) return { kind: 'found', record: fitting, head, notes }
    const last = found.at(-1)
    if (last !== undefined) return { kind: 'none', why: doubtOf(last, question), notes }
  }
  return { kind: 'none', why: undefined, notes }
}

function doubtOf({ key, base }: ReviewRecord, question: EarlierQuestion): string | undefined {
  const rules = differingRules(key.rules, question.rules)
  if (rules.length > 0) return `the last review was made with ${rules.join(' and ')}`
  return base === question.base ? undefined : 'the base branch moved since the last review'
}

/** What is kept of that change, the oldest first. */
async function openAll(
  records: Records,
  change: string,
  request: OpenRequest,
): Promise<{ readonly found: readonly ReviewRecord[]; readonly refused: readonly string[] }> {
  const name = recordName({ change }, request.secrets)
  const opened = name === undefined ? [] : (await records.find(name)).map((text) => openRecord(text, request))
  const found = opened.flatMap((one) => (one.kind === 'record' && one.record.key.change === change ? [one.record] : []))
  return {
    found: found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    refused: opened.flatMap((one) => (one.kind === 'refused' ? [one.why] : [])),
  }
}
