import type { Region } from '../types/result.js'
import { isPartOf } from './part-of-line.js'

/** Where a reviewer says its quote stands; 1-based lines. */
export interface Claim {
  readonly startLine: number
  readonly endLine: number
  readonly quote: string
}

/** Where the quote really stands. Without a region the finding has no proven place. */
export type Location =
  | {
      readonly status: 'verified' | 'relocated'
      readonly region: Region
      /** The file's own lines at the region. */
      readonly text: string
      readonly detail: string | null
    }
  | { readonly status: 'ambiguous' | 'unverified'; readonly detail: string }

/** A text cut into lines once, for many claims. */
export interface IndexedText {
  /** Without line terminators. */
  readonly lines: readonly string[]
  /** The lines that hold more than whitespace, in their order, with all whitespace removed. */
  readonly solid: readonly { readonly line: number; readonly text: string }[]
}

/** A quote of several places counts for the nearest one only this near to the claim. */
const NEAR_LINES = 10
/** And only when the next place is so many times farther away. */
const MARGIN = 3
/** Quotes with fewer letters and digits stand nearly anywhere. */
const WEAK_CHARACTERS = 8
const WEAK_LINES = 3

/** Finds the quote in the text: exactly, or with other whitespace. The place comes from the quote, not the claim. */
export function locate(text: string, claim: Claim): Location {
  return locateIn(indexText(text), claim)
}

/** Lines end at LF alone: U+2028 and a lone CR are part of a line, as they are for git. */
export function indexText(text: string): IndexedText {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  const solid = lines.flatMap((line, index) => {
    const bare = withoutWhitespace(line)
    return bare === '' ? [] : [{ line: index + 1, text: bare }]
  })
  return { lines, solid }
}

/** `locate` for a text that is looked into more than once. */
export function locateIn(text: IndexedText, claim: Claim): Location {
  for (const quote of readingsOf(claim.quote)) {
    const matches = findQuote(text, quote)
    if (matches.length > 0) return choose(matches, { text, claim, weak: isWeak(quote) })
  }
  const parts = findPart(text, claim.quote)
  if (parts.length > 0) return choose(parts, { text, claim, weak: isWeak([claim.quote]) })
  return { status: 'unverified', detail: 'The quote does not stand in the file.' }
}

/** The lines that a quote of one line is a piece of. */
function findPart(text: IndexedText, quote: string): readonly Match[] {
  const solid = quote.split('\n').filter((line) => line.trim() !== '')
  const [piece] = solid
  if (piece === undefined || solid.length > 1) return []
  return text.lines.flatMap((line, index) =>
    isPartOf(line, piece) ? [{ startLine: index + 1, endLine: index + 1, exact: true }] : [],
  )
}

/** The quote as it was sent, then without what models put around it. Each only where every line carries it. */
function readingsOf(quote: string): readonly (readonly string[])[] {
  const sent = quote.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  const unfenced = withoutFence(sent)
  const unnumbered = withoutPrefix(unfenced, /^\s*[0-9]+ ?[|:│] ?/)
  const unmarked = withoutPrefix(unnumbered, /^[+-]/)
  const marked = withoutPrefix(unnumbered, /^[+ -]/)
  // The two number columns and the sign of our own rendering of the diff.
  const rendered = withoutPrefix(unfenced, /^ *[0-9]+ +[+-]?/)
  return [...new Set([sent, unfenced, unnumbered, unmarked, marked, rendered])]
}

function withoutFence(lines: readonly string[]): readonly string[] {
  const solid = lines.filter((line) => line.trim() !== '')
  const fenced = solid.length > 2 && solid[0]?.trimStart().startsWith('```') && solid.at(-1)?.trim() === '```'
  return fenced ? solid.slice(1, -1) : lines
}

function withoutPrefix(lines: readonly string[], prefix: RegExp): readonly string[] {
  const carried = lines.every((line) => line.trim() === '' || prefix.test(line))
  return carried ? lines.map((line) => line.replace(prefix, '')) : lines
}

interface Match extends Region {
  /** Also equal in whitespace. */
  readonly exact: boolean
}

function findQuote(text: IndexedText, quote: readonly string[]): readonly Match[] {
  const solid = quote.filter((line) => withoutWhitespace(line) !== '')
  const found = findSequence(
    text.solid.map((line) => line.text),
    solid.map(withoutWhitespace),
  )
  const matches = found.flatMap((index) => {
    const startLine = text.solid[index]?.line
    const endLine = text.solid[index + solid.length - 1]?.line
    return startLine === undefined || endLine === undefined ? [] : [{ startLine, endLine }]
  })
  const exactStarts = new Set(findSequence(text.lines, trimmedBlankLines(quote)).map((index) => index + 1))
  return matches.map((match) => ({ ...match, exact: exactStarts.has(match.startLine) }))
}

function trimmedBlankLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return first === -1 ? [] : lines.slice(first, last + 1)
}

/** Every index at which `needle` stands in `lines`: Knuth, Morris and Pratt, so that repetition costs nothing. */
function findSequence(lines: readonly string[], needle: readonly string[]): readonly number[] {
  if (needle.length === 0 || needle.length > lines.length) return []
  const failure = failureTable(needle)
  const found: number[] = []
  let matched = 0
  for (const [index, line] of lines.entries()) {
    while (matched > 0 && needle[matched] !== line) matched = failure[matched - 1] ?? 0
    if (needle[matched] === line) matched += 1
    if (matched < needle.length) continue
    found.push(index - needle.length + 1)
    matched = failure[matched - 1] ?? 0
  }
  return found
}

function failureTable(needle: readonly string[]): readonly number[] {
  const table = [0]
  let length = 0
  for (const line of needle.slice(1)) {
    while (length > 0 && needle[length] !== line) length = table[length - 1] ?? 0
    if (needle[length] === line) length += 1
    table.push(length)
  }
  return table
}

interface Choice {
  readonly text: IndexedText
  readonly claim: Claim
  readonly weak: boolean
}

function choose(all: readonly Match[], { text, claim, weak }: Choice): Location {
  const distance = (match: Match) => Math.abs(match.startLine - claim.startLine)
  const claimed = all.find((match) => distance(match) === 0) ?? onlyInside(all, claim)
  if (claimed !== undefined && (!weak || distance(claimed) === 0)) {
    return placed(claimed, { text, claim, status: 'verified' })
  }
  const matches = preferExact(weak ? all.filter((match) => distance(match) <= WEAK_LINES) : all)
  const [best, next] = matches.toSorted((a, b) => distance(a) - distance(b))
  if (best === undefined) {
    return { status: 'unverified', detail: 'The quote is too short to prove a place away from the claimed line.' }
  }
  const clear = next === undefined || (distance(best) <= NEAR_LINES && distance(next) >= MARGIN * distance(best))
  if (clear) return placed(best, { text, claim, status: 'relocated' })
  return { status: 'ambiguous', detail: `The quote stands at ${matches.length} places, none at the claimed line.` }
}

/** A claim of several lines may hold the quote anywhere, as long as it holds it once. */
function onlyInside(matches: readonly Match[], claim: Claim): Match | undefined {
  const inside = matches.filter((match) => match.startLine >= claim.startLine && match.endLine <= claim.endLine)
  return inside.length === 1 ? inside[0] : undefined
}

/** The same statement at another indentation is another place when one place has the very whitespace. */
function preferExact(matches: readonly Match[]): readonly Match[] {
  return matches.some(({ exact }) => exact) ? matches.filter(({ exact }) => exact) : matches
}

interface Placement {
  readonly text: IndexedText
  readonly claim: Claim
  readonly status: 'verified' | 'relocated'
}

function placed(match: Match, { text, claim, status }: Placement): Location {
  const { startLine, endLine } = match
  const own = text.lines.slice(startLine - 1, endLine).join('\n')
  const detail = status === 'verified' ? null : `Moved from line ${claim.startLine} to line ${startLine}.`
  return { status, region: { startLine, endLine }, text: own, detail }
}

function isWeak(quote: readonly string[]): boolean {
  let count = 0
  for (const line of quote) {
    count += line.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (count >= WEAK_CHARACTERS) return false
  }
  return true
}

function withoutWhitespace(line: string): string {
  return line.replace(/\s+/g, '')
}
