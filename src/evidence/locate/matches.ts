import type { Region } from '../../types/result.js'
import type { IndexedText } from './indexed-text.js'
import { findLines, withoutWhitespace } from './solid-lines.js'

/** The places where a quote may stand, ascending. */
export interface Matches {
  readonly count: number
  /** The region of the match of this index. */
  regionAt(index: number): Region | undefined
}

/** Where the lines stand whole, whatever their whitespace and the blank lines between them. */
export function findWhole(text: IndexedText, lines: readonly string[]): Matches {
  const bare = lines.map(withoutWhitespace).filter((line) => line !== '')
  const solid = text.solid()
  const starts = findLines(solid, bare)
  return {
    count: starts.length,
    regionAt: (index) => {
      const start = starts[index]
      if (start === undefined) return undefined
      const startLine = solid.numbers[start]
      const endLine = solid.numbers[start + bare.length - 1]
      return startLine === undefined || endLine === undefined ? undefined : { startLine, endLine }
    },
  }
}

/** Regions in their order as matches. */
export function matchesOf(regions: readonly Region[]): Matches {
  return { count: regions.length, regionAt: (index) => regions[index] }
}

/** The region that starts at this line, if it holds the very lines; blank lines around the quote do not count. */
export function verbatimAt(text: IndexedText, lines: readonly string[], startLine: number): Region | undefined {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  if (first === -1) return undefined
  for (let index = first; index <= last; index += 1) {
    if (text.lines[startLine - 1 + index - first] !== lines[index]) return undefined
  }
  return { startLine, endLine: startLine + last - first }
}

/** Whether the region holds the very lines, whitespace included. */
export function isVerbatim(text: IndexedText, lines: readonly string[], { startLine, endLine }: Region): boolean {
  return verbatimAt(text, lines, startLine)?.endLine === endLine
}
