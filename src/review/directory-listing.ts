import { showPath } from '../diff/invisible.js'
import type { FileDiff } from '../types/diff.js'
import { groupBy } from '../types/group-by.js'
import { compareText } from '../types/text-order.js'

/** The changed files right in one directory, in path order. */
export interface Directory {
  /** With a slash at its end; empty at the top. */
  readonly path: string
  readonly files: readonly FileDiff[]
}

/** Deeper directories are summed up by the one at this depth, so that no path makes the work longer. */
const MAX_DEPTH = 12
/** For the line that says how much was left out. */
export const NOTE_BYTES = 48

/** The directories of the files, in path order. */
export function toDirectories(files: readonly FileDiff[]): readonly Directory[] {
  return [...groupBy(files, ({ path }) => directoryOf(path))]
    .map(([path, siblings]) => ({ path, files: siblings.sort((a, b) => compareText(a.path, b.path)) }))
    .sort((a, b) => compareText(a.path, b.path))
}

export function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Every file with its counts, under its directory. */
export function listFiles(directories: readonly Directory[]): readonly string[] {
  return directories.flatMap(({ path, files }) => {
    if (path === '' || files.length === 1) return files.map((file) => showFile(file, ''))
    return [showPath(path), ...files.map((file) => ` ${showFile(file, path)}`)]
  })
}

/** One file, its path below the directory: `login.ts +12 -3`. A side without changed lines is not named. */
export function showFile(file: FileDiff, directory: string): string {
  const status = file.status === 'modified' ? '' : ` ${file.status}`
  const from = file.oldPath === undefined ? '' : ` from ${showPath(file.oldPath)}`
  return `${showPath(file.path.slice(directory.length))}${status}${from}${showCounts(file)}`
}

/** The directories with the sums of what lies below them, folded at the depth that fits. */
export function foldDirectories(directories: readonly Directory[], cap: number): string {
  let folded = foldAt(directories, 1)
  for (let depth = 2; depth <= MAX_DEPTH; depth++) {
    const deeper = foldAt(directories, depth)
    if (!fits(deeper, cap)) break
    folded = deeper
  }
  return cutLines(folded, { cap, noun: 'directories' })
}

interface Sum {
  files: number
  added: number
  removed: number
}

function foldAt(directories: readonly Directory[], depth: number): readonly string[] {
  const sums = new Map<string, Sum>()
  for (const { path, files } of directories) {
    const prefix = prefixOf(path, depth)
    const sum = sums.get(prefix) ?? { files: 0, added: 0, removed: 0 }
    sums.set(prefix, sum)
    sum.files += files.length
    for (const file of files) {
      sum.added += file.added
      sum.removed += file.removed
    }
  }
  return [...sums].map(([prefix, sum]) => {
    const shown = prefix === '' ? './' : showPath(prefix)
    return `${shown} ${sum.files} file${sum.files === 1 ? '' : 's'}${showCounts(sum)}`
  })
}

function prefixOf(path: string, depth: number): string {
  let end = 0
  for (let level = 0; level < depth && end < path.length; level++) end = path.indexOf('/', end) + 1
  return path.slice(0, end)
}

function showCounts({ added, removed }: { readonly added: number; readonly removed: number }): string {
  return `${added > 0 ? ` +${added}` : ''}${removed > 0 ? ` -${removed}` : ''}`
}

export function fits(lines: readonly string[], cap: number): boolean {
  let bytes = 0
  for (const line of lines) {
    bytes += lineBytes(line)
    if (bytes > cap) return false
  }
  return true
}

/** Of a line with its line feed. */
export function lineBytes(line: string): number {
  return Buffer.byteLength(line) + 1
}

/** The lines; where they do not fit, as many as do and how many more there are. */
export function cutLines(
  lines: readonly string[],
  { cap, noun }: { readonly cap: number; readonly noun: string },
): string {
  if (fits(lines, cap)) return lines.join('\n')
  let taken = 0
  for (let room = cap - NOTE_BYTES - lineBytes(lines[0] ?? ''); room >= 0; taken++)
    room -= lineBytes(lines[taken + 1] ?? '')
  return [...lines.slice(0, taken), `… ${lines.length - taken} more ${noun}`].join('\n')
}
