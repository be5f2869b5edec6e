import type { Finding } from '../types/finding.js'
import type { RejectedFinding } from '../types/reviewer.js'

/** Limits of one finding; facts/security.md R29 where a source is known. */
const MAX_TITLE_CHARACTERS = 200
const MAX_MESSAGE_BYTES = 8 * 1024
const MAX_QUOTE_BYTES = 4 * 1024
const MAX_ASSUMPTIONS = 20
const MAX_ASSUMPTION_BYTES = 1024
const MAX_RELATED = 20
/** Enough to tell which finding was set aside. */
const MAX_RAW_BYTES = 2 * 1024

/** A finding within the limits, and what was cut. */
export interface CappedFinding {
  readonly kind: 'capped'
  readonly finding: Finding
  readonly notes: readonly string[]
}

/** Cuts texts that are only read, visibly; rejects what a cut would falsify. */
export function capFinding(raw: Finding): CappedFinding | { readonly kind: 'rejected'; readonly reason: string } {
  const quotes = [raw.quote, ...raw.related.map(({ quote }) => quote)]
  if (quotes.some((quote) => Buffer.byteLength(quote) > MAX_QUOTE_BYTES)) {
    return { kind: 'rejected', reason: `a quote is longer than ${MAX_QUOTE_BYTES} bytes` }
  }
  const finding = {
    ...raw,
    title: cutCharacters(raw.title, MAX_TITLE_CHARACTERS),
    message: cutBytes(raw.message, MAX_MESSAGE_BYTES),
    recommendation: raw.recommendation === null ? null : cutBytes(raw.recommendation, MAX_MESSAGE_BYTES),
    assumptions: raw.assumptions.slice(0, MAX_ASSUMPTIONS).map((text) => cutBytes(text, MAX_ASSUMPTION_BYTES)),
    related: raw.related.slice(0, MAX_RELATED),
  }
  return { kind: 'capped', finding, notes: notesFor(raw) }
}

function notesFor(raw: Finding): readonly string[] {
  const notes: string[] = []
  if (raw.assumptions.length > MAX_ASSUMPTIONS) notes.push(`Only ${MAX_ASSUMPTIONS} assumptions are kept.`)
  if (raw.related.length > MAX_RELATED) notes.push(`Only ${MAX_RELATED} related locations are kept.`)
  return notes
}

/** What is kept of a finding that is not accepted. */
export function toRejected(reviewer: string, reason: string, raw: Finding): RejectedFinding {
  return { reviewer, reason, raw: cutBytes(JSON.stringify(raw), MAX_RAW_BYTES) }
}

function cutCharacters(text: string, limit: number): string {
  // A character is at most two units, so nothing beyond the slice can matter.
  const characters = Array.from(text.slice(0, 2 * limit + 2))
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}

/** Cuts between characters, within the limit, the mark included. */
function cutBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  const room = limit - Buffer.byteLength('…')
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(room))
  return `${text.slice(0, read)}…`
}
