import type { DiffLine, FileDiff } from '../types/diff.js'
import type { Region } from '../types/result.js'

export type Side = 'new' | 'old'

/** Where a line stands in relation to the diff of its file. */
export type LineScope = 'added' | 'removed' | 'context' | 'outside'

/** The runs of added lines (new side) and of removed lines (old side), in order. */
export function changedRegions(file: FileDiff): { readonly new: readonly Region[]; readonly old: readonly Region[] } {
  const lines = file.hunks.flatMap((hunk) => hunk.lines)
  return {
    new: toRuns(lines.flatMap((line) => (line.kind === 'added' ? [line.newLine] : []))),
    old: toRuns(lines.flatMap((line) => (line.kind === 'removed' ? [line.oldLine] : []))),
  }
}

/** True when a hunk shows this line of this side, changed or as context. */
export function hunkContains(file: FileDiff, side: Side, line: number): boolean {
  return scopeOf(file, side, line) !== 'outside'
}

/** What the diff did to a line; `outside` for an unchanged file, given as undefined. */
export function scopeOf(file: FileDiff | undefined, side: Side, line: number): LineScope {
  const hunk = file?.hunks.find((candidate) => {
    const [start, count] =
      side === 'new' ? [candidate.newStart, candidate.newLines] : [candidate.oldStart, candidate.oldLines]
    return line >= start && line < start + count
  })
  return hunk?.lines.find((candidate) => numberOn(side, candidate) === line)?.kind ?? 'outside'
}

/** The number of a diff line on one side; undefined where that side does not have it. */
export function numberOn(side: Side, line: DiffLine): number | undefined {
  if (side === 'new') return line.kind === 'removed' ? undefined : line.newLine
  return line.kind === 'added' ? undefined : line.oldLine
}

function toRuns(numbers: readonly number[]): readonly Region[] {
  const runs: { startLine: number; endLine: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last.endLine + 1 === number) last.endLine = number
    else runs.push({ startLine: number, endLine: number })
  }
  return runs
}
