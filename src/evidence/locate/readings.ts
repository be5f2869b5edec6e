import type { Side } from '../../diff/lines.js'

/** A way to read a quote: as it was sent, or without what models put around it. */
export interface Reading {
  readonly lines: readonly string[]
  /** What was taken away, one sentence each. */
  readonly notes: readonly string[]
}

/** The quote as it was sent first; each further reading takes away what every line, or the quote as a whole, carries. */
export function* readingsOf(sent: Reading, side: Side): Generator<Reading> {
  for (const reading of strippedReadings(sent, side)) {
    yield reading
    const unescaped = withoutEscapes(reading)
    if (unescaped !== undefined) yield unescaped
  }
}

function* strippedReadings(sent: Reading, side: Side): Generator<Reading> {
  yield sent
  const unfenced = withoutFence(sent)
  if (unfenced !== undefined) yield unfenced
  const bare = unfenced ?? sent
  const unnumbered = withoutNumbers(bare)
  for (const reading of [unnumbered, withoutOurNumbers(bare), withoutColumns(bare)]) {
    if (reading === undefined) continue
    yield reading
    const unmarked = withoutMarks(reading, side)
    if (unmarked !== undefined) yield unmarked
  }
  const unmarked = withoutMarks(bare, side)
  if (unmarked !== undefined) yield unmarked
}

/** With one sentence more about what was taken away. */
function read(from: Reading, lines: readonly string[], note: string): Reading {
  return { lines, notes: [...from.notes, note] }
}

function isSolid(line: string): boolean {
  return line.trim() !== ''
}

function withoutFence(reading: Reading): Reading | undefined {
  const solid = reading.lines.filter(isSolid)
  const [first = '', last = ''] = [solid[0]?.trimStart(), solid.at(-1)?.trim()]
  if (solid.length > 2 && /^(?:```|~~~)/.test(first) && /^(?:```|~~~)$/.test(last)) {
    return read(reading, solid.slice(1, -1), 'Read without its code fence.')
  }
  const inline = solid.length === 1 && last.length > 2 && /^`[^`]+`$/.test(last)
  return inline ? read(reading, [last.slice(1, -1)], 'Read without its backticks.') : undefined
}

/** `12 | text`, `12: text`, `12→text`, or a tab behind the number. */
const number = /^\s*([0-9]{1,7})(?: ?[|:│→]|\t) ?/

function withoutNumbers(reading: Reading): Reading | undefined {
  const numbers = numbersOf(reading.lines, number)
  if (numbers === undefined) return undefined
  return read(
    reading,
    reading.lines.map((line) => line.replace(number, '')),
    'Read without line numbers.',
  )
}

/** Our own rendering of the diff: number, blank, sign, text. A blank line may have lost what stands behind its number. */
const ours = /^ *([0-9]{1,7})(?: ([-+ ])|$)/

function withoutOurNumbers(reading: Reading): Reading | undefined {
  const heads = reading.lines.filter(isSolid).map((line) => ours.exec(line))
  if (!ascendOnEachSide(heads)) return undefined
  const signed = heads.some((head) => head?.[2] === '+' || head?.[2] === '-')
  const lines = reading.lines.map((line) => line.replace(/^ *[0-9]{1,7} ?/, ''))
  return read(reading, signed ? lines : lines.map((line) => line.replace(/^ /, '')), 'Read without number columns.')
}

/** Removed lines carry numbers of the old file, all others of the new one. */
function ascendOnEachSide(heads: readonly (RegExpExecArray | null)[]): boolean {
  const last = { old: -1, new: -1 }
  for (const head of heads) {
    if (head === null) return false
    const side = head[2] === '-' ? 'old' : 'new'
    if (Number(head[1]) <= last[side]) return false
    last[side] = Number(head[1])
  }
  return heads.length > 0
}

/** A number column of a file as others print it, and the sign where there is one. */
const column = /^ *([0-9]{1,7}) +/

function withoutColumns(reading: Reading): Reading | undefined {
  if (numbersOf(reading.lines, column) === undefined) return undefined
  const cut = reading.lines.map((line) => line.replace(column, ''))
  const signed = cut.some((line) => /^[+-]/.test(line))
  // The blanks before a line of context are gone with the column; with signs about, it needs one of its own.
  const lines = signed ? cut.map((line) => (/^[+-]/.test(line) || !isSolid(line) ? line : ` ${line}`)) : cut
  return read(reading, lines, 'Read without number columns.')
}

/** Undefined where a line has none or they do not ascend: then they are no line numbers. */
function numbersOf(lines: readonly string[], prefix: RegExp): readonly number[] | undefined {
  const numbers: number[] = []
  for (const line of lines.filter(isSolid)) {
    const found = prefix.exec(line)?.[1]
    if (found === undefined || Number(found) <= (numbers.at(-1) ?? -1)) return undefined
    numbers.push(Number(found))
  }
  return numbers.length === 0 ? undefined : numbers
}

function withoutMarks(reading: Reading, side: Side): Reading | undefined {
  const solid = reading.lines.filter(isSolid)
  if (!solid.every((line) => /^[+ -]/.test(line)) || !solid.some((line) => /^[+-]/.test(line))) return undefined
  const other = side === 'new' ? '-' : '+'
  const own = solid.filter((line) => !line.startsWith(other))
  const mixed = own.length > 0 && own.length < solid.length
  return read(
    reading,
    (mixed ? own : solid).map((line) => line.slice(1)),
    mixed ? 'Read without diff markers and without the lines of the other side.' : 'Read without diff markers.',
  )
}

const shownCodePoint = /⟨U\+([0-9A-F]{4,6})⟩/g
const lastCodePoint = 0x10ffff

/** The characters that we ourselves showed as escapes. */
function withoutEscapes(reading: Reading): Reading | undefined {
  if (!reading.lines.some((line) => line.includes('⟨'))) return undefined
  const lines = reading.lines.map((line) =>
    line.replace(/⟨CR⟩$/, '').replace(shownCodePoint, (shown, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return code > lastCodePoint ? shown : String.fromCodePoint(code)
    }),
  )
  return read(reading, lines, 'Read with its escapes as the characters that they stand for.')
}

/** Marks a place where the quote leaves lines out. */
const ellipsis = /^(?:\.{3,}|…|\[(?:\.{3}|…)\])$/
/** `// ... the rest as before ...` */
const commentedEllipsis = /^(?:\/\/|#|--|\/\*|<!--) ?(?:\.{3}|…)/
const MAX_ELLIPSIS = 80

/** The parts of a quote that leaves lines out; undefined for one that does not. */
export function segmentsOf(lines: readonly string[]): readonly (readonly string[])[] | undefined {
  const segments: string[][] = [[]]
  for (const line of lines) {
    if (isEllipsis(line)) segments.push([])
    else if (isSolid(line)) segments.at(-1)?.push(line)
  }
  const solid = segments.filter((segment) => segment.length > 0)
  return segments.length > 1 && solid.length > 0 ? solid : undefined
}

function isEllipsis(line: string): boolean {
  const shown = line.trim()
  return shown.length <= MAX_ELLIPSIS && (ellipsis.test(shown) || commentedEllipsis.test(shown))
}
