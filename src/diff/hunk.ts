import type { DiffLine, Hunk } from '../types/diff.js'
import {
  BACKSLASH,
  type Cursor,
  type DiffProblem,
  find,
  LINE_FEED,
  MINUS,
  malformed,
  PLUS,
  problemOf,
  SPACE,
  type Taking,
  takeLine,
} from './cursor.js'
import { cutHunk, isTooLong } from './long-hunk.js'

/** The place of a hunk. */
export type HunkHead = Pick<Hunk, 'oldStart' | 'oldLines' | 'newStart' | 'newLines' | 'section'>
export type HunkCounts = Pick<Hunk, 'added' | 'removed' | 'bytes' | 'oldMissingNewline' | 'newMissingNewline'>

/** Where its lines stand in git's output. */
export interface HunkBody {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
}

/** A hunk that knows where its lines stand in git's output: a million lines as objects would take 100 MB. */
class PackedHunk implements Hunk {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  readonly section: string
  readonly added: number
  readonly removed: number
  readonly bytes: number
  readonly oldMissingNewline: boolean
  readonly newMissingNewline: boolean
  readonly #output: Buffer
  readonly #start: number
  readonly #end: number

  constructor(head: HunkHead, counts: HunkCounts, body: HunkBody) {
    this.oldStart = head.oldStart
    this.oldLines = head.oldLines
    this.newStart = head.newStart
    this.newLines = head.newLines
    this.section = head.section
    this.added = counts.added
    this.removed = counts.removed
    this.bytes = counts.bytes
    this.oldMissingNewline = counts.oldMissingNewline
    this.newMissingNewline = counts.newMissingNewline
    this.#output = body.bytes
    this.#start = body.start
    this.#end = body.end
  }

  get lines(): readonly DiffLine[] {
    return decodeLines({ bytes: this.#output, start: this.#start, end: this.#end }, this)
  }
}

function decodeLines({ bytes, start: first, end: last }: HunkBody, head: HunkHead): readonly DiffLine[] {
  const lines: DiffLine[] = []
  let oldLine = head.oldStart
  let newLine = head.newStart
  for (let start = first; start < last; ) {
    const end = bytes.indexOf(LINE_FEED, start)
    const sign = bytes[start]
    if (sign !== BACKSLASH) {
      const text = bytes.toString('utf8', start + 1, end)
      if (sign === PLUS) lines.push({ kind: 'added', newLine: newLine++, text })
      else if (sign === MINUS) lines.push({ kind: 'removed', oldLine: oldLine++, text })
      else lines.push({ kind: 'context', oldLine: oldLine++, newLine: newLine++, text })
    }
    start = end + 1
  }
  return lines
}

/** Takes a hunk, whose body is as long as its header says, and why its lines are not text; in pieces where it is too long. */
export function* takeHunk(
  cursor: Cursor,
  name: string,
): Taking<{ readonly hunks: readonly Hunk[]; readonly problem: DiffProblem | undefined }> {
  const header = cursor.offset + cursor.at
  const head = readHead(yield* takeLine(cursor))
  if (head === undefined) throw malformed(`hunk header of ${name} at byte ${header}`)
  const scan = startScan(head, name)
  cursor.mark = cursor.at
  while (!scanLines(cursor, scan)) yield
  const body = { bytes: cursor.bytes, start: cursor.mark, end: cursor.at }
  cursor.mark = undefined
  if (scan.oldLeft !== 0 || scan.newLeft !== 0) throw malformed(`a hunk of ${name} is longer than its header says`)
  const pieces = isTooLong(scan, head) ? cutHunk(head, body) : [{ head, counts: scan, body }]
  return {
    hunks: pieces.map((piece) => new PackedHunk(piece.head, piece.counts, piece.body)),
    problem: problemOf(body.bytes.subarray(body.start, body.end)),
  }
}

const hunkPattern = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/

function readHead(line: Buffer): HunkHead | undefined {
  const match = hunkPattern.exec(line.toString('latin1', 0, 80))
  if (match === null) return undefined
  const [all, oldStart, oldLines = '1', newStart, newLines = '1'] = match
  return {
    oldStart: Number(oldStart),
    oldLines: Number(oldLines),
    newStart: Number(newStart),
    newLines: Number(newLines),
    // git cuts this text at a byte, which may be inside a character.
    section: line
      .toString('utf8', all.length)
      .replace(/\ufffd$/, '')
      .trim(),
  }
}

/** How far the body of a hunk is read. */
interface Scan {
  readonly name: string
  oldLeft: number
  newLeft: number
  added: number
  removed: number
  bytes: number
  oldMissingNewline: boolean
  newMissingNewline: boolean
  /** The sign of the line before, which `\ No newline at end of file` would be about. */
  before: number | undefined
}

function startScan({ oldLines, newLines }: HunkHead, name: string): Scan {
  return {
    ...{ name, oldLeft: oldLines, newLeft: newLines, added: 0, removed: 0, bytes: 0 },
    ...{ oldMissingNewline: false, newMissingNewline: false, before: undefined },
  }
}

/** Counts the lines that are there; false where more must come. */
function scanLines(cursor: Cursor, scan: Scan): boolean {
  for (;;) {
    const sign = cursor.bytes[cursor.at]
    if (sign === BACKSLASH && scan.before !== undefined) {
      if (!scanNote(cursor, scan)) return false
    } else if (scan.oldLeft <= 0 && scan.newLeft <= 0) {
      return sign !== undefined || cursor.ended
    } else if (!scanLine(cursor, scan)) {
      return false
    }
  }
}

function scanLine(cursor: Cursor, scan: Scan): boolean {
  const end = find(cursor, LINE_FEED)
  if (end < 0) {
    if (cursor.ended) throw malformed(`a hunk of ${scan.name} ends before its last line`)
    return false
  }
  const sign = cursor.bytes[cursor.at]
  if (sign === PLUS) {
    scan.newLeft -= 1
    scan.added += 1
  } else if (sign === MINUS) {
    scan.oldLeft -= 1
    scan.removed += 1
  } else if (sign === SPACE) {
    scan.oldLeft -= 1
    scan.newLeft -= 1
  } else {
    throw malformed(`a hunk of ${scan.name} has a line without a sign at byte ${cursor.offset + cursor.at}`)
  }
  scan.before = sign
  scan.bytes += end + 1 - cursor.at
  cursor.at = end + 1
  cursor.lines += 1
  return true
}

/** Takes a `\ No newline at end of file` line. */
function scanNote(cursor: Cursor, scan: Scan): boolean {
  const end = find(cursor, LINE_FEED)
  if (end < 0) {
    if (cursor.ended) throw malformed(`cut off at byte ${cursor.offset + cursor.bytes.length}`)
    return false
  }
  scan.oldMissingNewline ||= scan.before !== PLUS
  scan.newMissingNewline ||= scan.before !== MINUS
  scan.before = undefined
  cursor.at = end + 1
  cursor.lines += 1
  return true
}
