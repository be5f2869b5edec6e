import { neutralisedReasons, Report } from '../types/report.js'
import { compareText } from '../types/text-order.js'
import { makeSecretScan, type Range } from './secret-scan.js'

const MARK = '[redacted]'
/** As long as the mark, and part of no secret: its own letters must not count as a secret's. */
const BARRIER = '\ufffc'.repeat(MARK.length)
/** Shorter values are not secrets, and replacing them would tear every text apart. */
const MIN_SECRET = 4

/** Replaces what `ranges` finds. */
export interface Redactor {
  (text: string): string
  readonly ranges: (text: string) => readonly Range[]
}

/** A function that replaces the secrets, their usual encodings, long pieces of both, and key-like text. */
export function makeRedactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets.map((secret) => secret.trim()))].filter((secret) => secret.length >= MIN_SECRET)
  const ranges = makeSecretScan(known)
  return Object.assign((text: string) => replaceRanges(text, ranges(text)), { ranges })
}

/**
 * The report with every free text redacted, also what is spread over several fields; closed words, commit ids and
 * fingerprints stay.
 */
export function redactReport(report: Report, redact: Redactor | ((text: string) => string)): Report {
  const fields: Field[] = []
  mapTexts(report, '', (field) => {
    fields.push(field)
    return field.text
  })
  const redacted = hideAcross(fields.map(redactField(redact)), redact)
  let next = 0
  return Report.parse(mapTexts(report, '', (field) => redacted[next++]?.text ?? field.text))
}

/** One free text of the report and the name it stands under. */
interface Field {
  readonly key: string
  readonly text: string
}

function redactField(redact: (text: string) => string): (field: Field) => Field {
  return ({ key, text }) => ({ key, text: redact(text) })
}

/** Pieces that only together give a secret away: in the order of the report, and down the fields of one name. */
function hideAcross(fields: readonly Field[], redact: Redactor | ((text: string) => string)): readonly Field[] {
  if (!('ranges' in redact)) return fields
  const inOrder = fields.map((_, index) => index)
  const byKey = inOrder.toSorted((a, b) => compareText(fields[a]?.key ?? '', fields[b]?.key ?? '') || a - b)
  return [inOrder, byKey].reduce((known, order) => hideAlong(known, order, redact.ranges), fields)
}

function hideAlong(
  fields: readonly Field[],
  order: readonly number[],
  findRanges: Redactor['ranges'],
): readonly Field[] {
  const ranges = findRanges(order.map((index) => (fields[index]?.text ?? '').replaceAll(MARK, BARRIER)).join('\n'))
  const result = [...fields]
  let start = 0
  let first = 0
  for (const index of order) {
    const field = fields[index] ?? { key: '', text: '' }
    const end = start + field.text.length
    while (first < ranges.length && (ranges[first]?.[1] ?? 0) <= start) first++
    const own: Range[] = []
    for (let at = first; at < ranges.length && (ranges[at]?.[0] ?? 0) < end; at++) {
      const [from, to] = ranges[at] ?? [0, 0]
      own.push([Math.max(from, start) - start, Math.min(to, end) - start])
    }
    result[index] = { key: field.key, text: replaceRanges(field.text, own) }
    start = end + 1
  }
  return result
}

/** Fields that hold our own closed words or hashes. */
const CLOSED_FIELDS: ReadonlySet<string> = new Set([
  ...['tool', 'conclusion', 'kind', 'mode', 'base', 'head', 'mergeBase', 'family', 'families', 'status', 'code'],
  ...['ruleId', 'severity', 'confidence', 'basis', 'triage', 'side', 'baselineState', 'level', 'fingerprint', 'proof'],
])

/** `reason` is free text in some places and one of these words in another. */
const closedReasons: ReadonlySet<unknown> = new Set(neutralisedReasons)

function isClosed(key: string, value: unknown): boolean {
  return CLOSED_FIELDS.has(key) || (key === 'reason' && closedReasons.has(value))
}

function mapTexts(value: unknown, key: string, map: (field: Field) => string): unknown {
  if (typeof value === 'string') return map({ key, text: value })
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, key, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      isClosed(name, field) ? field : mapTexts(field, name, map),
    ]),
  )
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const [start, end] of ranges) {
    parts.push(text.slice(from, start), MARK)
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
