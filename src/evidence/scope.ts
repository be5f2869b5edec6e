import { changedRegions, type Side } from '../diff/lines.js'
import type { Diff, FileDiff } from '../types/diff.js'
import type { Region } from '../types/result.js'

/** A located place: lines of one side of one path. */
export interface PlaceOnSide {
  readonly path: string
  readonly side: Side
  readonly region: Region
}

/**
 * What the change did to a place. `changed`: at least one line was added, or removed on the old side. `context`: a hunk
 * shows it next to such a line. `file`: the file was changed elsewhere. `unchanged`: the file was not changed at all.
 * `excluded`: the policy leaves the path out. A file of which nobody knows the lines that changed is `changed` whole.
 */
export type ChangeScope =
  | { readonly kind: 'changed' | 'context' | 'file' | 'unchanged' }
  | { readonly kind: 'excluded'; readonly reason: string }

/** Tells for each place what the change did to it. */
export type ScopeOf = (place: PlaceOnSide) => ChangeScope

/** Reads the diff once, for all findings. */
export function scopeIn(diff: Diff): ScopeOf {
  const files = new Map<string, FileScope>()
  const omitted = new Map(diff.omitted.map((file) => [file.path, file]))
  for (const file of diff.files) {
    const scope = fileScope(file)
    files.set(`new ${file.path}`, scope)
    files.set(`old ${file.oldPath ?? file.path}`, scope)
  }
  return ({ path, side, region }) => {
    const file = files.get(`${side} ${path}`)
    if (file !== undefined) return { kind: file(side, region) }
    const left = omitted.get(path)
    if (left === undefined) return { kind: 'unchanged' }
    return left.kind === 'excluded' ? { kind: 'excluded', reason: left.reason } : { kind: 'changed' }
  }
}

type FileScope = (side: Side, region: Region) => 'changed' | 'context' | 'file'

function fileScope(file: FileDiff): FileScope {
  // A rename or another mode: there is no line that the change is about.
  if (file.hunks.length === 0) return () => 'changed'
  const changed = changedRegions(file)
  const shown = { new: hunkRegions(file, 'new'), old: hunkRegions(file, 'old') }
  return (side, region) => {
    if (touches(changed[side], region)) return 'changed'
    return touches(shown[side], region) ? 'context' : 'file'
  }
}

function hunkRegions({ hunks }: FileDiff, side: Side): readonly Region[] {
  return hunks.flatMap((hunk) => {
    const [start, count] = side === 'new' ? [hunk.newStart, hunk.newLines] : [hunk.oldStart, hunk.oldLines]
    return count === 0 ? [] : [{ startLine: start, endLine: start + count - 1 }]
  })
}

/** Whether one of the regions, which are in order and apart, shares a line with this one. */
function touches(regions: readonly Region[], { startLine, endLine }: Region): boolean {
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((regions[middle]?.endLine ?? 0) < startLine) low = middle + 1
    else high = middle
  }
  const first = regions[low]
  return first !== undefined && first.startLine <= endLine
}
