import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { ReviewRecord } from './record.js'
import { canonical, differingRules, type RecordKey } from './record-key.js'

/** How much of the key must be equal: a merge queue's base has moved, so that only the diff can be. */
export type Need = 'same-tree' | 'same-diff'

export interface OpenRequest {
  readonly secrets: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What a record must be of to be given back whole. */
export interface Wanted {
  readonly key: RecordKey
  readonly need: Need
}

export type Opened =
  | { readonly kind: 'record'; readonly record: ReviewRecord }
  /** `why` is one line of ours; nothing of the text that was refused stands in it. */
  | { readonly kind: 'refused'; readonly why: string }

const MAX_BYTES = 8 * 1024 * 1024
/** A vendor's key has 40 characters and more; what is shorter may be guessed, or be no secret at all, as with Ollama. */
const SECRET_CHARACTERS = 20
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000
/** Clocks of two machines differ. */
const CLOCK_SKEW_MS = 10 * 60 * 1000
const KEY_BYTES = 32
const NAME_DIGITS = 24
const HEADER = 'model-stack-record 2'
const FIRST_LINE = /^model-stack-record 2 ([0-9a-f]{64})\n/

/**
 * The record as text with an HMAC over all of it. The key is derived from the reviewers' credentials, which code of a
 * pull request does not hold. Undefined: no credential is long enough to vouch for it, or the record is too large.
 */
export function sealRecord(record: ReviewRecord, secrets: readonly string[]): string | undefined {
  const key = deriveKey('seal', secrets)
  const body = canonical(record)
  if (key === undefined || Buffer.byteLength(body) > MAX_BYTES) return undefined
  return `${HEADER} ${authenticate(key, body).toString('hex')}\n${body}`
}

/** Reads a sealed record, if it is one of ours, and neither too old nor from the future. */
export function openRecord(text: string, request: OpenRequest): Opened {
  const key = deriveKey('seal', request.secrets)
  if (key === undefined) return refused('no credential here is long enough to check it')
  // The first line is counted generously; UTF-16 units never outnumber bytes.
  if (text.length > MAX_BYTES + 100 || Buffer.byteLength(text) > MAX_BYTES + 100) return refused('it is too large')
  const [firstLine = '', mac = ''] = FIRST_LINE.exec(text) ?? []
  if (firstLine === '') return refused('it is no record of this version')
  const body = text.slice(firstLine.length)
  if (!timingSafeEqual(authenticate(key, body), Buffer.from(mac, 'hex')))
    return refused('it was not made with the credentials of these reviewers, or was changed since')
  return check(body, request.now)
}

/** Under which name records of that change are kept, whatever the rules were. Undefined as for sealing. */
export function recordName({ change }: Pick<RecordKey, 'change'>, secrets: readonly string[]): string | undefined {
  const derived = deriveKey('name', secrets)
  if (derived === undefined) return undefined
  const mac = authenticate(derived, canonical({ change }))
  return `model-stack-${mac.toString('hex').slice(0, NAME_DIGITS)}`
}

/** Why the record is of something else than what is wanted; undefined where it is of that. */
export function misfitOf(record: ReviewRecord, { key, need }: Wanted): string | undefined {
  const rules = differingRules(record.key.rules, key.rules)
  if (rules.length > 0) return `it was made with ${rules.join(' and ')}`
  if (record.key.content !== key.content) return 'it is of another change'
  if (need === 'same-tree' && record.key.tree !== key.tree) return 'the rest of the repository was another'
  return undefined
}

/** What our own key has vouched for is still checked: an older version of ours may have written it. */
function check(body: string, now: number): Opened {
  const parsed = ReviewRecord.safeParse(parseJson(body))
  if (!parsed.success) return refused('it is no record of this version')
  const record = parsed.data
  const age = now - Date.parse(record.at)
  if (age > MAX_AGE_MS) return refused('it is older than 30 days')
  if (age < -CLOCK_SKEW_MS) return refused('it is from the future')
  return { kind: 'record', record }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refused(why: string): Opened {
  return { kind: 'refused', why }
}

/** Undefined where none of the secrets is long enough. Their order does not matter. */
function deriveKey(purpose: 'seal' | 'name', secrets: readonly string[]): Buffer | undefined {
  const strong = [...new Set(secrets)].filter((secret) => secret.length >= SECRET_CHARACTERS).toSorted()
  if (strong.length === 0) return undefined
  return Buffer.from(hkdfSync('sha256', JSON.stringify(strong), '', `${HEADER} ${purpose}`, KEY_BYTES))
}

function authenticate(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(`${HEADER}\n${text}`).digest()
}
