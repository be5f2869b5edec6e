import type { FileDiff, Hunk } from '../types/diff.js'
import type { Finding } from '../types/finding.js'
import { addTo } from '../types/group-by.js'

/** Lines of one side of a file, and what is quoted of them. */
export type Place = Pick<Finding, 'path' | 'side' | 'startLine' | 'endLine' | 'quote'>

/** Where the hunks of a change stand. */
export interface HunkPlaces {
  /** The hunks that show a line of the place, or the line that it quotes, context included. */
  at(place: Place): readonly Hunk[]
}

/** Lines that a hunk shows, both ends included. */
interface Shown {
  readonly hunk: Hunk
  readonly first: number
  readonly last: number
}

/** A file by its hunks in the order of their lines. After a rename the old side goes by both names. */
export function placesOf(files: readonly FileDiff[]): HunkPlaces {
  const sides = { new: new Map<string, Side[]>(), old: new Map<string, Side[]>() }
  for (const file of files) {
    addTo(sides.new, file.path, sideOf(file, 'new'))
    for (const path of new Set([file.path, file.oldPath ?? file.path])) addTo(sides.old, path, sideOf(file, 'old'))
  }
  return {
    at: (place) => {
      const quoted = longestLine(place.quote)
      const found = (sides[place.side].get(place.path) ?? []).flatMap(({ shown, quoting }) => [
        ...between(shown, place),
        ...quoting(quoted),
      ])
      return [...new Set(found)]
    },
  }
}

interface Side {
  readonly shown: readonly Shown[]
  readonly quoting: (line: string) => readonly Hunk[]
}

function sideOf(file: FileDiff, side: Place['side']): Side {
  let byText: ReadonlyMap<string, readonly Hunk[]> | undefined
  return {
    shown: shownOf(file, side),
    quoting: (line) => {
      // Read once, and only of files that somebody quotes from.
      byText ??= textsOf(file, side)
      return byText.get(line) ?? []
    },
  }
}

function textsOf({ hunks }: FileDiff, side: Place['side']): ReadonlyMap<string, readonly Hunk[]> {
  const otherKind = side === 'new' ? 'removed' : 'added'
  const byText = new Map<string, Hunk[]>()
  for (const hunk of hunks) {
    const texts = hunk.lines.flatMap(({ kind, text }) => (kind === otherKind ? [] : [text.trim()]))
    for (const text of new Set(texts)) {
      if (text !== '') addTo(byText, text, hunk)
    }
  }
  return byText
}

/** The line that tells most of where a quote is from. */
function longestLine(quote: string): string {
  const lines = quote.split('\n').map((line) => line.trim())
  return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '')
}

/** A hunk that shows nothing of the side has no place there. */
function shownOf({ hunks }: FileDiff, side: Place['side']): Shown[] {
  return hunks.flatMap((hunk) => {
    const [first, count] = side === 'new' ? [hunk.newStart, hunk.newLines] : [hunk.oldStart, hunk.oldLines]
    return count === 0 ? [] : [{ hunk, first, last: first + count - 1 }]
  })
}

function between(shown: readonly Shown[], { startLine, endLine }: Place): readonly Hunk[] {
  const found: Hunk[] = []
  for (let index = firstEndingFrom(shown, startLine); index < shown.length; index += 1) {
    const one = shown[index]
    if (one === undefined || one.first > endLine) break
    found.push(one.hunk)
  }
  return found
}

function firstEndingFrom(shown: readonly Shown[], line: number): number {
  let low = 0
  let high = shown.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shown[middle]?.last ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}
