import type { DiffLine, FileDiff } from '../types/diff.js'
import type { Region } from '../types/result.js'

export type Side = 'new' | 'old'

/** Where a line stands in relation to the diff of its file. */
export type LineScope = 'added' | 'removed' | 'context' | 'outside'

/** The runs of added lines (new side) and of removed lines (old side), in order. */
export function changedRegions(file: FileDiff): { readonly new: readonly Region[]; readonly old: readonly Region[] } {
  const [added, removed]: [Run[], Run[]] = [[], []]
  for (const hunk of file.hunks) {
    // All lines of a hunk of one side are changed: they need not be decoded.
    if (hunk.oldLines === 0) extend(added, hunk.newStart, hunk.newLines)
    else if (hunk.newLines === 0) extend(removed, hunk.oldStart, hunk.oldLines)
    else {
      for (const line of hunk.lines) {
        if (line.kind === 'added') extend(added, line.newLine, 1)
        else if (line.kind === 'removed') extend(removed, line.oldLine, 1)
      }
    }
  }
  return { new: added, old: removed }
}

interface Run {
  readonly startLine: number
  endLine: number
}

/** So many more lines; they join the last run where it ends right before them. */
function extend(runs: Run[], startLine: number, count: number): void {
  if (count === 0) return
  const last = runs.at(-1)
  const endLine = startLine + count - 1
  if (last !== undefined && last.endLine + 1 === startLine) last.endLine = endLine
  else runs.push({ startLine, endLine })
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
