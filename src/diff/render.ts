import type { DiffLine, FileDiff, Hunk } from '../types/diff.js'
import { showInvisible, showPath } from './invisible.js'
import { numberOn } from './lines.js'

/**
 * The diff for the model. Every line starts with two number columns, the new side's and the old side's, then its sign:
 * added and context lines carry new numbers, removed lines old ones. Only our own lines start without them.
 */
export function renderDiff(files: readonly FileDiff[]): string {
  return files.map(renderFile).join('\n')
}

function renderFile(file: FileDiff): string {
  const context: FileContext = { width: numberWidth(file), crlf: isCrlf(file) }
  const notes = [statusNote(file), ...modeNotes(file), ...(context.crlf ? ['CRLF line ends'] : [])]
  const header = `=== ${showPath(file.path)} (${notes.join(', ')}, +${file.added} -${file.removed})\n`
  return header + file.hunks.map((hunk) => renderHunk(hunk, context)).join('')
}

interface FileContext {
  /** Characters of a number column. */
  readonly width: number
  /** All lines end in CRLF; said once in the header instead of on every line. */
  readonly crlf: boolean
}

function statusNote(file: FileDiff): string {
  if (file.oldPath !== undefined) return `${file.status} from ${showPath(file.oldPath)}`
  if (file.status === 'type-changed') return `type-changed from ${kindOf(file.oldMode)} to ${kindOf(file.newMode)}`
  return file.status
}

function modeNotes(file: FileDiff): readonly string[] {
  if (file.status === 'type-changed') return []
  const mode = file.status === 'deleted' ? file.oldMode : file.newMode
  const kind = kindOf(mode)
  if (kind !== 'file') return [kind]
  if (file.status === 'added') return mode === '100755' ? ['executable'] : []
  return file.status === 'deleted' || file.oldMode === file.newMode ? [] : [`mode ${file.oldMode} → ${file.newMode}`]
}

function kindOf(mode: string): 'symlink' | 'submodule' | 'file' {
  if (mode === '120000') return 'symlink'
  return mode === '160000' ? 'submodule' : 'file'
}

function numberWidth(file: FileDiff): number {
  const last = file.hunks.reduce(
    (most, hunk) => Math.max(most, hunk.newStart + hunk.newLines, hunk.oldStart + hunk.oldLines),
    0,
  )
  return String(last).length
}

function isCrlf(file: FileDiff): boolean {
  const finished = file.hunks.flatMap((hunk) => {
    const unfinished = unfinishedLines(hunk)
    return hunk.lines.filter((_, index) => !unfinished.has(index))
  })
  return finished.length > 0 && finished.every((line) => line.text.endsWith('\r'))
}

function renderHunk(hunk: Hunk, context: FileContext): string {
  const notes = unfinishedLines(hunk)
  const lines = hunk.lines.map((line, index) => {
    const note = notes.get(index)
    return renderLine(line, context) + (note === undefined ? '' : `\\ no newline at the end of the ${note} file\n`)
  })
  return `@@ ${showInvisible(hunk.section)}`.trimEnd().concat('\n', lines.join(''))
}

function renderLine(line: DiffLine, context: FileContext): string {
  const text = context.crlf ? line.text.replace(/\r$/, '') : line.text
  const blank = ' '.repeat(context.width)
  const shown = showInvisible(text)
  switch (line.kind) {
    case 'added':
      return `${column(line.newLine, context)} ${blank} +${shown}\n`
    case 'removed':
      return `${blank} ${column(line.oldLine, context)} -${shown}\n`
    case 'context':
      return `${column(line.newLine, context)} ${blank}  ${shown}\n`
  }
}

function column(number: number, context: FileContext): string {
  return String(number).padStart(context.width)
}

/** Index of each line without a final newline → the file that it ends. */
function unfinishedLines(hunk: Hunk): ReadonlyMap<number, 'old' | 'new' | 'old and the new'> {
  const last = (side: 'old' | 'new') => hunk.lines.findLastIndex((line) => numberOn(side, line) !== undefined)
  const oldLast = hunk.oldMissingNewline ? last('old') : -1
  const newLast = hunk.newMissingNewline ? last('new') : -1
  const notes = new Map<number, 'old' | 'new' | 'old and the new'>()
  if (oldLast >= 0) notes.set(oldLast, 'old')
  if (newLast >= 0) notes.set(newLast, newLast === oldLast ? 'old and the new' : 'new')
  return notes
}
