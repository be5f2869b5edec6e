import { Report } from '../types/report.js'

const MARK = '[redacted]'
/** Shorter values are not secrets, and replacing them would tear every text apart. */
const MIN_SECRET = 4
/** A piece of a secret this long is worth hiding. */
const FRAGMENT = 12
/** Shorter pieces turn up in any text by chance. */
const MIN_WINDOW = 6
/** Three or six characters write one: `%41`, `\u0041`. */
const PERCENT_FRAGMENT = FRAGMENT * 3
const ESCAPE_FRAGMENT = FRAGMENT * 5

/** Keys that we were not told of. Each starts with a literal, so that a search is linear. */
const UNKNOWN_KEYS = new RegExp(
  [
    '(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,}',
    'ghs_[A-Za-z0-9._-]{36,}',
    'gh[opru]_[A-Za-z0-9]{36,}',
    'github_pat_[A-Za-z0-9_]{22,}',
    '(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])',
    'xox[abeoprs]-[A-Za-z0-9-]{10,}',
    'AIza[A-Za-z0-9_-]{35}',
    'glpat-[A-Za-z0-9_-]{20,}',
    'npm_[A-Za-z0-9]{36}',
  ].join('|'),
  'g',
)

/** What a model could put between the characters of a secret: white space, markup, quotes, what cannot be seen. */
const FILLER =
  /[\s*_~`|\\"'+,<>()[\]{}\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]/

type Range = readonly [start: number, end: number]
/** Window length → the windows of that length that give a secret away. */
type Windows = ReadonlyMap<number, ReadonlySet<string>>

/** A function that replaces the secrets, their usual encodings, long pieces of both, and key-like text. */
export function makeRedactor(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.map((secret) => secret.trim()))].filter((secret) => secret.length >= MIN_SECRET)
  const longestFirst = known.toSorted((a, b) => b.length - a.length)
  const windows = collectWindows(known)
  return (text) => {
    const exact = longestFirst.reduce((rest, secret) => rest.replaceAll(secret, MARK), text)
    return replaceWindows(exact, windows).replace(UNKNOWN_KEYS, MARK)
  }
}

/** The report with every free text redacted; closed words, commit ids and fingerprints stay. */
export function redactReport(report: Report, redact: (text: string) => string): Report {
  return Report.parse(redactValue(report, redact))
}

/** Fields that hold our own closed words or hashes. */
const CLOSED_FIELDS: ReadonlySet<string> = new Set([
  ...['tool', 'conclusion', 'kind', 'mode', 'base', 'head', 'mergeBase', 'family', 'families', 'status', 'code'],
  ...['ruleId', 'severity', 'confidence', 'basis', 'triage', 'side', 'baselineState', 'level', 'fingerprint', 'proof'],
])

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item: unknown) => redactValue(item, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => [
      key,
      CLOSED_FIELDS.has(key) ? field : redactValue(field, redact),
    ]),
  )
}

function collectWindows(secrets: readonly string[]): Windows {
  const windows = new Map<number, Set<string>>()
  for (const secret of secrets.filter((value) => value.length >= FRAGMENT)) {
    for (const { text, length } of encodings(secret)) addWindows(windows, compact(text).text, length)
  }
  for (const secret of secrets.filter((value) => value.length < FRAGMENT)) {
    for (const { text } of encodings(secret)) addWindows(windows, compact(text).text, text.length)
  }
  return windows
}

function addWindows(windows: Map<number, Set<string>>, text: string, wanted: number): void {
  // A short encoding is only looked for as a whole, and not at all where it could be anything.
  const length = Math.min(wanted, text.length)
  if (length < MIN_WINDOW) return
  const set = windows.get(length) ?? new Set<string>()
  for (let start = 0; start + length <= text.length; start++) set.add(text.slice(start, start + length))
  windows.set(length, set)
}

function encodings(secret: string): { text: string; length: number }[] {
  const bytes = Buffer.from(secret, 'utf8')
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].map((offset) => innerBase64(bytes, offset))
  const short = [
    secret,
    reverse(secret),
    rotate13(secret),
    ...base64,
    ...base64.map(toUrlAlphabet),
    ...base64.map(reverse),
    hex,
    hex.toUpperCase(),
    encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd')),
    JSON.stringify(secret).slice(1, -1),
  ]
  const percent = hex.replace(/../g, '%$&')
  const escapes = [...secret].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'))
  return [
    ...short.map((text) => ({ text, length: FRAGMENT })),
    { text: percent, length: PERCENT_FRAGMENT },
    { text: percent.toUpperCase(), length: PERCENT_FRAGMENT },
    // The backslash is filler, so `\u0041` is looked for as `u0041`.
    { text: escapes.map((code) => `u${code}`).join(''), length: ESCAPE_FRAGMENT },
  ]
}

/** The base64 characters that depend on the secret alone when `offset` bytes stand before it. */
function innerBase64(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const complete = Math.floor((offset + bytes.length) / 3) * 4
  const first = offset === 0 ? 0 : offset + 1
  return encoded.slice(first, Math.max(complete, first))
}

function toUrlAlphabet(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_')
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

function rotate13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

/** The text without filler, and where each of its characters stood. */
function compact(text: string): { text: string; positions: number[] } {
  const kept: string[] = []
  const positions: number[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (FILLER.test(character)) continue
    kept.push(character)
    positions.push(index)
  }
  return { text: kept.join(''), positions }
}

function replaceWindows(text: string, windows: Windows): string {
  if (windows.size === 0) return text
  const dense = compact(text)
  const ranges: Range[] = []
  for (const [length, set] of windows) {
    for (let start = 0; start + length <= dense.text.length; start++) {
      if (!set.has(dense.text.slice(start, start + length))) continue
      ranges.push([dense.positions[start] ?? 0, (dense.positions[start + length - 1] ?? 0) + 1])
    }
  }
  return replaceRanges(text, ranges)
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text
  const parts: string[] = []
  let from = 0
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (start >= from) parts.push(text.slice(from, start), MARK)
    from = Math.max(from, end)
  }
  parts.push(text.slice(from))
  return parts.join('')
}
