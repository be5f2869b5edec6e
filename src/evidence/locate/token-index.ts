import { tokensOf } from './polarity.js'

/** The words of each solid line of a text, and where each word stands. Indexes are those of the solid lines. */
export interface TokenIndex {
  readonly idOf: ReadonlyMap<string, number>
  /** The ids of all lines, one line after the other. */
  readonly ids: Int32Array
  /** Where each line starts in `ids`, and behind the last one its end. */
  readonly starts: Int32Array
  /** Id → the lines that hold it, ascending. */
  readonly places: readonly (readonly number[])[]
}

/** A larger text is looked into for exact places only. Characters. */
const MAX_CHARACTERS = 4_000_000
/** Minified code; a quote can only be a small part of it. */
const MAX_LINE_CHARACTERS = 4_000
/** Stands in no quote, because a token holds no blank, and often enough that no quote is like the line. */
const UNREADABLE = new Array<string>(2_000).fill(' ')

/** Undefined where the text is too large. */
export function indexTokens(lines: readonly string[], numbers: readonly number[]): TokenIndex | undefined {
  if (lines.reduce((sum, line) => sum + line.length, 0) > MAX_CHARACTERS) return undefined
  const idOf = new Map<string, number>()
  const places: number[][] = []
  const ids: number[] = []
  const starts = new Int32Array(numbers.length + 1)
  for (const [index, number] of numbers.entries()) {
    for (const token of readableTokens(lines[number - 1] ?? '')) {
      const id = idOf.get(token) ?? places.length
      if (id === places.length) {
        idOf.set(token, id)
        places.push([])
      }
      const stands = places[id]
      if (stands?.at(-1) !== index) stands?.push(index)
      ids.push(id)
    }
    starts[index + 1] = ids.length
  }
  return { idOf, ids: Int32Array.from(ids), starts, places }
}

function readableTokens(line: string): readonly string[] {
  return line.length > MAX_LINE_CHARACTERS ? UNREADABLE : tokensOf(line)
}
