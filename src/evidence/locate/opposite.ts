import type { IndexedText } from './indexed-text.js'
import { comparePolarity, isPolar, tokensOf } from './polarity.js'

/** One word alone is like too many others. */
const MIN_TOKENS = 2
/** The longest words and operators that turn a line around, with their blanks, and some indentation. Characters. */
const MAX_DIFFERENCE = 24

/** Whether the lines from this one on differ from the quote in nothing but an operator or a negation. */
export function readsOpposite(text: IndexedText, startLine: number, lines: readonly string[]): boolean {
  const start = startLine - 1
  if (start < 0 || start >= text.lines.length) return false
  const quoted = lines.filter(isSolid)
  const own = text.lines
    .slice(start, start + lines.length)
    .filter(isSolid)
    .slice(0, quoted.length)
  if (!isNearlySame(quoted.join('\n').trim(), own.join('\n').trim())) return false
  const [mine, theirs] = [quoted.flatMap(tokensOf), own.flatMap(tokensOf)]
  if (mine.length < MIN_TOKENS || !isSame(mine.filter(isPlain), theirs.filter(isPlain))) return false
  return comparePolarity(mine.filter(isNoNumber), theirs.filter(isNoNumber)) !== undefined
}

function isSolid(line: string): boolean {
  return line.trim() !== ''
}

/** A quick look before the words are compared: all but a short piece in the middle is the same. */
function isNearlySame(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (Math.max(a.length, b.length) - length > MAX_DIFFERENCE) return false
  let start = 0
  while (start < length && a[start] === b[start]) start += 1
  let end = 0
  while (end < length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return length - start - end <= MAX_DIFFERENCE
}

function isPlain(token: string): boolean {
  return !isPolar(token)
}

/** Rows of a table differ in their numbers alone. */
function isNoNumber(token: string): boolean {
  return !/^[0-9]/.test(token)
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index])
}
