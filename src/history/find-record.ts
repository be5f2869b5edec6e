import type { ReviewRecord } from './record.js'
import { type OpenRequest, openRecord, recordName } from './seal.js'

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
export async function findRecord(records: Records, request: OpenRequest): Promise<FoundRecord> {
  const name = recordName(request.key, request.secrets)
  if (name === undefined) return { record: undefined, notes: [] }
  const opened = (await records.find(name)).map((text) => openRecord(text, request))
  const found = opened.flatMap((one) => (one.kind === 'record' ? [one.record] : []))
  const inOrder = found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const whys = new Set(opened.flatMap((one) => (one.kind === 'refused' ? [one.why] : [])))
  return {
    record: request.need === 'same-tree' ? inOrder[0] : inOrder.at(-1),
    notes: [...whys].map((why) => `A recorded review was not used: ${why}.`),
  }
}
