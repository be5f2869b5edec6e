import type { DiffLine, FileDiff, Hunk } from '../types/diff.js'
import { showInvisible, showPath } from './invisible.js'
import { numberOn } from './lines.js'

/**
 * The diff for the model. A line is its number, a blank, its sign and its text: `12 +new`, `11 -old`, `13  kept`. The
 * number is the new file's, that of a removed line the old file's; only our own lines start without one. No padding: it
 * would cost a token a line (bench/tokens.mjs).
 */
export function renderDiff(files: readonly FileDiff[]): string {
  return files.map(renderFile).join('\n')
}

/** A hunk with its lines, which are decoded anew whenever a hunk is asked for them. */
interface OpenHunk {
  readonly hunk: Hunk
  readonly lines: readonly DiffLine[]
  /** Index of each line without a final newline → the file that it ends. */
  readonly unfinished: ReadonlyMap<number, 'old' | 'new' | 'old and the new'>
}

function renderFile(file: FileDiff): string {
  const hunks = file.hunks.map(openHunk)
  const isCrlf = hasOnlyCrlf(hunks)
  const notes = [...statusNotes(file), ...modeNotes(file), ...(isCrlf ? ['CRLF line ends'] : [])]
  const header = notes.length === 0 ? showPath(file.path) : `${showPath(file.path)} (${notes.join(', ')})`
  const shown = isCrlf ? hunks.map(withoutFinalCr) : hunks
  return `=== ${header}\n${shown.map(renderHunk).join('')}`
}

function openHunk(hunk: Hunk): OpenHunk {
  const { lines } = hunk
  return { hunk, lines, unfinished: unfinishedLines(hunk, lines) }
}

/** Said once in the header then, instead of on every line. */
function hasOnlyCrlf(hunks: readonly OpenHunk[]): boolean {
  const ends = ({ lines, unfinished }: OpenHunk) =>
    lines.filter((_, index) => !unfinished.has(index)).map(({ text }) => text.endsWith('\r'))
  const all = hunks.map(ends)
  return all.some((hunk) => hunk.length > 0) && all.every((hunk) => hunk.every((isCrlf) => isCrlf))
}

function withoutFinalCr(open: OpenHunk): OpenHunk {
  return { ...open, lines: open.lines.map((line) => ({ ...line, text: line.text.replace(/\r$/, '') })) }
}

function statusNotes(file: FileDiff): readonly string[] {
  if (file.oldPath !== undefined) return [`${file.status} from ${showPath(file.oldPath)}`]
  if (file.status === 'type-changed') return [`type-changed from ${kindOf(file.oldMode)} to ${kindOf(file.newMode)}`]
  return file.status === 'modified' ? [] : [file.status]
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

/** A hunk starts at a line of its own, but for a first one without a section. */
function renderHunk({ hunk, lines, unfinished }: OpenHunk, index: number): string {
  const start = index === 0 && hunk.section === '' ? '' : `@@ ${showInvisible(hunk.section)}`.trimEnd().concat('\n')
  return start + lines.map((line, at) => renderLine(line) + unfinishedNote(unfinished.get(at))).join('')
}

function unfinishedNote(ended: string | undefined): string {
  return ended === undefined ? '' : `\\ no newline at the end of the ${ended} file\n`
}

const signs = { added: '+', removed: '-', context: ' ' } as const

function renderLine(line: DiffLine): string {
  const number = line.kind === 'removed' ? line.oldLine : line.newLine
  return `${number} ${signs[line.kind]}${showInvisible(line.text)}\n`
}

function unfinishedLines(hunk: Hunk, lines: readonly DiffLine[]): OpenHunk['unfinished'] {
  const last = (side: 'old' | 'new') => lines.findLastIndex((line) => numberOn(side, line) !== undefined)
  const oldLast = hunk.oldMissingNewline ? last('old') : -1
  const newLast = hunk.newMissingNewline ? last('new') : -1
  const notes = new Map<number, 'old' | 'new' | 'old and the new'>()
  if (oldLast >= 0) notes.set(oldLast, 'old')
  if (newLast >= 0) notes.set(newLast, newLast === oldLast ? 'old and the new' : 'new')
  return notes
}
