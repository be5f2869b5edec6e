import type { FileDiff, Hunk } from '../types/diff.js'

/** Where a line of one commit stands in another: the same path and line where nothing moved it, else the nearest to it. */
export type LineMap = (path: string, line: number) => { readonly path: string; readonly line: number }

/** Reads the map off the diff from the one commit to the other. */
export function lineMap(files: readonly FileDiff[]): LineMap {
  const byOldPath = new Map(files.map((file) => [file.oldPath ?? file.path, file]))
  return (path, line) => {
    const file = byOldPath.get(path)
    return file === undefined ? { path, line } : { path: file.path, line: Math.max(1, movedLine(file.hunks, line)) }
  }
}

function movedLine(hunks: readonly Hunk[], line: number): number {
  let shift = 0
  for (const hunk of hunks) {
    // A hunk that only adds names the line before it.
    const first = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart
    if (line < first) break
    if (line < first + hunk.oldLines) return inHunk(hunk, line)
    shift += hunk.newLines - hunk.oldLines
  }
  return line + shift
}

/** A line that is gone stands where the text around it went. */
function inHunk({ lines, newStart }: Hunk, line: number): number {
  let nearest = newStart
  for (const one of lines) {
    if (one.kind === 'added') nearest = one.newLine
    else if (one.oldLine === line) return one.kind === 'context' ? one.newLine : nearest
    else if (one.kind === 'context') nearest = one.newLine
  }
  return nearest
}
