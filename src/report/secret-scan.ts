import { type SecretWindows, toSecretWindows } from './secret-windows.js'

/** Indices into a text; the end is exclusive. */
export type Range = readonly [start: number, end: number]

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

/** What a sink strips: control sequences, controls, what cannot be seen. A key must not come together there. */
const STRIPPED =
  /\u001b\[[0-?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu
/** What a model could put between the characters of a secret: white space, markup, quotes, what cannot be seen. */
const FILLER =
  /[\s*_~`|\\"'+,<>()[\]{}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/u
/** ASCII that is neither filler nor the start of an escape. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9\-./:=!@#$^?;]/.test(char(code)) ? 1 : 0))
const CONTROL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/y
const ESCAPE =
  /%([0-9a-f]{2})|\\+u([0-9a-f]{4})|\\+u\{([0-9a-f]{1,8})\}|\\+x([0-9a-f]{2})|&#x([0-9a-f]{1,12});?|&#(\d{1,12});?/iy
/** Characters without filler that are looked at together; bounds the memory. */
const BLOCK = 1 << 16

/** Finds secrets in a text: as they are, encoded, in long pieces, with filler between, and key-like text. Sorted, disjoint. */
export function makeSecretScan(secrets: readonly string[]): (text: string) => readonly Range[] {
  const windows = toSecretWindows(secrets, withoutFiller)
  return (text) => {
    const exact = secrets.flatMap((secret) => rangesOf(text, secret))
    const dense = windows.longest === 0 ? [] : scan(text, { windows, escapes: 'kept' })
    const decoded = windows.longest === 0 || !mayHoldEscapes(text) ? [] : scan(text, { windows, escapes: 'decoded' })
    return merge([...[exact, dense, decoded, unknownKeys(text)].flat()])
  }
}

function rangesOf(text: string, secret: string): Range[] {
  const ranges: Range[] = []
  for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + secret.length)) {
    append(ranges, at, at + secret.length)
  }
  return ranges
}

function unknownKeys(text: string): Range[] {
  const { kept, cuts } = withoutStripped(text)
  const ranges: Range[] = []
  let cut = 0
  const original = (index: number): number => {
    while (cut < cuts.length && (cuts[cut]?.at ?? 0) <= index) cut++
    return index + (cuts[cut - 1]?.removed ?? 0)
  }
  for (const match of kept.matchAll(UNKNOWN_KEYS)) {
    const start = original(match.index)
    append(ranges, start, original(match.index + match[0].length - 1) + 1)
  }
  return ranges
}

interface Cut {
  /** Where in the rest something is missing, and how much is missing up to there. */
  readonly at: number
  removed: number
}

/** Match by match, because V8 aborts the process when it has to collect some forty million matches at once. */
function withoutStripped(text: string): { kept: string; cuts: readonly Cut[] } {
  const cuts: Cut[] = []
  const parts: string[] = []
  let removed = 0
  let from = 0
  for (const { index, 0: match } of text.matchAll(STRIPPED)) {
    const at = index - removed
    removed += match.length
    const last = cuts.at(-1)
    if (last?.at === at) last.removed = removed
    else cuts.push({ at, removed })
    if (index > from) parts.push(text.slice(from, index))
    from = index + match.length
  }
  parts.push(text.slice(from))
  return { kept: parts.join(''), cuts }
}

function mayHoldEscapes(text: string): boolean {
  return /%[0-9a-f]{2}|\\[ux]|&#|[\u{e0020}-\u{e007e}\uff01-\uff5e]/iu.test(text)
}

/** A block of characters without filler, and where each stood. */
interface Block {
  readonly units: Uint16Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  length: number
}

function scan(text: string, { windows, escapes }: { windows: SecretWindows; escapes: 'kept' | 'decoded' }): Range[] {
  const size = Math.min(BLOCK + windows.longest, text.length)
  const block: Block = {
    units: new Uint16Array(size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
    length: 0,
  }
  const ranges: Range[] = []
  for (let at = 0; at < text.length; ) {
    at = fill(block, { text, at, escapes })
    // A window that reaches over the end of the block is looked for in the next one.
    const until = at < text.length ? block.length - windows.longest + 1 : block.length
    findWindows(block, { windows, until, ranges })
    keepFrom(block, until)
  }
  return ranges
}

/** Reads characters until the block is full; returns where it stopped. */
function fill(block: Block, from: { text: string; at: number; escapes: 'kept' | 'decoded' }): number {
  const { text } = from
  let at = from.at
  while (at < text.length && block.length < block.units.length) {
    let code = text.charCodeAt(at)
    let end = at + 1
    if (PLAIN[code] !== 1) {
      const decoded = from.escapes === 'decoded' ? decodeAt(text, at) : undefined
      const skipped = decoded === undefined ? fillerEnd(text, at) : at
      if (decoded !== undefined) [code, end] = decoded
      if (skipped > at || (decoded !== undefined && FILLER.test(char(code)))) {
        at = Math.max(skipped, end)
        continue
      }
    }
    block.units[block.length] = code
    block.starts[block.length] = at
    block.ends[block.length] = end
    block.length++
    at = end
  }
  return at
}

/** The end of the filler at this place; the place itself where there is none. */
function fillerEnd(text: string, at: number): number {
  CONTROL_SEQUENCE.lastIndex = at
  if (CONTROL_SEQUENCE.test(text)) return CONTROL_SEQUENCE.lastIndex
  const character = char(text.codePointAt(at) ?? 0)
  return FILLER.test(character) ? at + character.length : at
}

/** The character that an escape, tag or full-width form stands for, and the end of that form. */
function decodeAt(text: string, at: number): [code: number, end: number] | undefined {
  const code = text.codePointAt(at) ?? 0
  if (code >= 0xe0020 && code <= 0xe007e) return [code - 0xe0000, at + 2]
  if (code >= 0xff01 && code <= 0xff5e) return [code - 0xfee0, at + 1]
  ESCAPE.lastIndex = at
  const match = ESCAPE.exec(text)
  if (match === null) return undefined
  const [, percent, unicode, braced, hex, hexEntity, entity] = match
  const digits = percent ?? unicode ?? braced ?? hex ?? hexEntity
  const value = digits === undefined ? Number(entity) : Number.parseInt(digits, 16)
  return [Math.min(value, 0xfffd), ESCAPE.lastIndex]
}

function findWindows(block: Block, found: { windows: SecretWindows; until: number; ranges: Range[] }): void {
  const { windows, until, ranges } = found
  const text = Buffer.from(block.units.buffer, 0, block.length * 2).toString('utf16le')
  for (let start = 0; start < until; start++) {
    const length = windows.lengthAt(block.units, { text, start, end: block.length })
    if (length > 0) append(ranges, block.starts[start] ?? 0, block.ends[start + length - 1] ?? 0)
  }
}

function keepFrom(block: Block, start: number): void {
  for (const list of [block.units, block.starts, block.ends]) list.copyWithin(0, start, block.length)
  block.length -= start
}

function withoutFiller(text: string): string {
  return [...text].filter((character) => !FILLER.test(character)).join('')
}

/** Ranges of one pass come in the order of their starts. */
function append(ranges: Range[], start: number, end: number): void {
  const last = ranges.at(-1)
  if (last !== undefined && start <= last[1]) ranges[ranges.length - 1] = [last[0], Math.max(last[1], end)]
  else ranges.push([start, end])
}

function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) append(merged, start, end)
  return merged
}

function char(code: number): string {
  return String.fromCodePoint(code)
}
