import { BACKSLASH, LINE_FEED, MINUS, PLUS } from './cursor.js'
import type { HunkBody, HunkCounts, HunkHead } from './hunk.js'

/** A part of a hunk that is a hunk itself. */
export interface HunkPiece {
  readonly head: HunkHead
  readonly counts: HunkCounts
  readonly body: HunkBody
}

/**
 * No request holds a longer hunk: some 130,000 tokens with the line numbers. It can only be reviewed in pieces; every
 * shorter one stays whole.
 */
export const MAX_WHOLE_BYTES = 330_000
const LINE_NUMBER_BYTES = 8
/** A piece ends after a blank line where one comes in time, so that a line more or less moves few of the ends. */
const ENOUGH_LINES = 300
const MOST_LINES = 400
const MOST_BYTES = 30_000

/** Whether no request could hold the hunk. */
export function isTooLong({ bytes }: HunkCounts, { oldLines, newLines }: HunkHead): boolean {
  return bytes + LINE_NUMBER_BYTES * Math.max(oldLines, newLines) > MAX_WHOLE_BYTES
}

interface Piece {
  readonly start: number
  readonly oldStart: number
  readonly newStart: number
  oldLines: number
  newLines: number
  added: number
  removed: number
  bytes: number
  oldMissingNewline: boolean
  newMissingNewline: boolean
}

/** The hunk in pieces of about as many lines as a request should hold, each with its own place; no line is lost. */
export function cutHunk(head: HunkHead, body: HunkBody): readonly HunkPiece[] {
  const { bytes, end: last } = body
  const pieces: HunkPiece[] = []
  let piece = startPiece(body.start, head.oldStart, head.newStart)
  let before = 0
  for (let start = body.start; start < last; ) {
    const next = bytes.indexOf(LINE_FEED, start) + 1
    const sign = bytes[start] ?? 0
    if (sign === BACKSLASH) {
      piece.oldMissingNewline ||= before !== PLUS
      piece.newMissingNewline ||= before !== MINUS
    } else {
      countLine(piece, sign, next - start)
      before = sign
    }
    const isNoteNext = bytes[next] === BACKSLASH
    if (next < last && !isNoteNext && isFull(piece, next - start <= 2)) {
      pieces.push(toPiece(piece, head, { bytes, start: piece.start, end: next }))
      piece = startPiece(next, piece.oldStart + piece.oldLines, piece.newStart + piece.newLines)
    }
    start = next
  }
  return [...pieces, toPiece(piece, head, { bytes, start: piece.start, end: last })]
}

function startPiece(start: number, oldStart: number, newStart: number): Piece {
  return {
    ...{ start, oldStart, newStart, oldLines: 0, newLines: 0, added: 0, removed: 0, bytes: 0 },
    ...{ oldMissingNewline: false, newMissingNewline: false },
  }
}

function countLine(piece: Piece, sign: number, bytes: number): void {
  if (sign !== PLUS) piece.oldLines += 1
  if (sign !== MINUS) piece.newLines += 1
  if (sign === PLUS) piece.added += 1
  if (sign === MINUS) piece.removed += 1
  piece.bytes += bytes
}

function isFull({ added, removed, bytes }: Piece, isBlank: boolean): boolean {
  const lines = added + removed
  return lines >= MOST_LINES || bytes >= MOST_BYTES || (isBlank && lines >= ENOUGH_LINES)
}

/** git names the line before where a side has none. */
function toPiece(
  { oldStart, newStart, oldLines, newLines, ...counts }: Piece,
  head: HunkHead,
  body: HunkBody,
): HunkPiece {
  const place = {
    oldStart: oldLines === 0 && head.oldLines > 0 ? oldStart - 1 : oldStart,
    newStart: newLines === 0 && head.newLines > 0 ? newStart - 1 : newStart,
  }
  return { head: { ...head, ...place, oldLines, newLines }, counts, body }
}
