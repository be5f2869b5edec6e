import type { Region } from '../../types/result.js'
import type { IndexedText } from './indexed-text.js'
import { commonLength, type Pattern, toPattern } from './lcs.js'
import { comparePolarity, type PolarityDifference, tokensOf } from './polarity.js'
import type { TokenIndex } from './token-index.js'

/** Where most words of the quote stand in their order. */
export interface LikePlace {
  readonly region: Region
  /** 1 is equal but for whitespace, semicolons and the kind of quotation marks. */
  readonly likeness: number
  /** What the file has instead of what was quoted, where that turns the meaning around. */
  readonly polarity: PolarityDifference | undefined
}

/** Twice the common words, in order, by the words of both sides. */
const MIN_LIKENESS = 0.82
/** Every line must be somewhat like its own, */
const MIN_LINE_LIKENESS = 0.55
/** and not only by its brackets. */
const MIN_WORD_LIKENESS = 0.5
/** The next place must be so much less like it. */
const MIN_MARGIN = 0.06
/** A quote of more words, or lines, is compared exactly only. */
const MAX_TOKENS = 1_000
const MAX_LINES = 60
/** Places of words that are looked at, the rarest words first. */
const MAX_VOTES = 20_000
const MAX_CANDIDATES = 32

/** The places that are most like the quote, none of them clearly less so than the first, which is the likest. */
export function findAlike(text: IndexedText, lines: readonly string[]): readonly LikePlace[] {
  const quote = lines.filter((line) => line.trim() !== '').map(tokensOf)
  if (quote.length === 0 || quote.length > MAX_LINES || quote.flat().length > MAX_TOKENS) return []
  const index = text.tokens()
  if (index === undefined) return []
  const [best, ...others] = rank({ index, ids: quote.map((tokens) => toIds(tokens, index)) })
  if (best === undefined || !areLinesAlike(quote, ownTokens(text, best))) return []
  const rivals = others.filter((other) => other.likeness > best.likeness - MIN_MARGIN && isApart(best, other))
  return [best, ...rivals].flatMap((window) => {
    const region = regionOf(text, window)
    const polarity = comparePolarity(quote.flat(), ownTokens(text, window).flat())
    return region === undefined ? [] : [{ region, likeness: window.likeness, polarity }]
  })
}

function regionOf(text: IndexedText, { start, end }: Window): Region | undefined {
  const { numbers } = text.solid()
  const [startLine, endLine] = [numbers[start], numbers[end - 1]]
  return startLine === undefined || endLine === undefined ? undefined : { startLine, endLine }
}

/** The words of each line of the window. */
function ownTokens(text: IndexedText, { start, end }: Window): readonly (readonly string[])[] {
  return text
    .solid()
    .numbers.slice(start, end)
    .map((number) => tokensOf(text.lines[number - 1] ?? ''))
}

function toIds(tokens: readonly string[], { idOf }: TokenIndex): readonly number[] {
  // -2: a word that the text does not hold; it is like nothing.
  return tokens.map((token) => idOf.get(token) ?? -2)
}

interface Search {
  readonly index: TokenIndex
  /** The words of each line of the quote. */
  readonly ids: readonly (readonly number[])[]
}

/** Lines `start` to before `end`, by the indexes of solid lines. */
interface Window {
  readonly start: number
  readonly end: number
  readonly likeness: number
}

/** The windows that are like the quote, the likest first. A window has one line more or less where that is liker. */
function rank(search: Search): readonly Window[] {
  const { index, ids } = search
  const pattern = toPattern(ids.flat())
  const windows: Window[] = []
  for (const start of candidates(search)) {
    for (const length of new Set([ids.length, ids.length + 1, Math.max(1, ids.length - 1)])) {
      const end = start + length
      if (start < 0 || end >= index.starts.length) continue
      const likeness = compare(pattern, index, { start, end })
      if (likeness >= MIN_LIKENESS - MIN_MARGIN) windows.push({ start, end, likeness })
    }
  }
  const ranked = windows.toSorted((a, b) => b.likeness - a.likeness)
  return (ranked[0]?.likeness ?? 0) >= MIN_LIKENESS ? ranked : []
}

function compare(pattern: Pattern<number>, { ids, starts }: TokenIndex, window: Omit<Window, 'likeness'>): number {
  return likeness(pattern, ids.subarray(starts[window.start], starts[window.end]))
}

function likeness<Token>(pattern: Pattern<Token>, own: Iterable<Token> & { readonly length: number }): number {
  const total = pattern.length + own.length
  if (total === 0) return 1
  // What cannot be like it for its length alone need not be compared.
  const shorter = Math.min(pattern.length, own.length)
  return (2 * shorter) / total < MIN_WORD_LIKENESS ? 0 : (2 * commonLength(pattern, own)) / total
}

/** Where the quote would start so that its rare words stand where the text has them; the most agreed ones. */
function candidates({ index, ids }: Search): readonly number[] {
  const words = ids.flatMap((line, offset) =>
    [...new Set(line)].map((id) => ({ offset, places: index.places[id] ?? [] })),
  )
  const votes = new Map<number, number>()
  let left = MAX_VOTES
  for (const { offset, places } of words.toSorted((a, b) => a.places.length - b.places.length)) {
    if (places.length > left) break
    left -= places.length
    const weight = 1 / Math.log2(2 + places.length)
    for (const place of places) votes.set(place - offset, (votes.get(place - offset) ?? 0) + weight)
  }
  const most = [...votes.values()].reduce((a, b) => Math.max(a, b), 0)
  return [...votes]
    .filter(([, count]) => count >= most / 2)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_CANDIDATES)
    .map(([start]) => start)
}

/** Whether each line of the quote is like the line at its place, or next to it where the quote has one more or less. */
function areLinesAlike(quote: readonly (readonly string[])[], own: readonly (readonly string[])[]): boolean {
  return quote.every((line, offset) =>
    [offset, offset - 1, offset + 1].some((at) => {
      const other = own[at]
      return other !== undefined && isLineAlike(line, other)
    }),
  )
}

function isLineAlike(line: readonly string[], own: readonly string[]): boolean {
  if (likeness(toPattern(line), own) < MIN_LINE_LIKENESS) return false
  return likeness(toPattern(line.filter(isWord)), own.filter(isWord)) >= MIN_WORD_LIKENESS
}

function isWord(token: string): boolean {
  return /^[A-Za-z0-9_$\u0080-\uffff]/.test(token)
}

function isApart(a: Window, b: Window): boolean {
  return b.start >= a.end || a.start >= b.end
}
