import type { AgreedFinding } from '../consensus/agree.js'
import type { FileDiff } from '../types/diff.js'
import type { Region } from '../types/result.js'
import { movedLines, type NumberedLines } from './moved-lines.js'

/**
 * What the change did to code. `new`: it wrote it, or took it away where it stands on the old side. `moved`: the file had
 * the same lines at another place. `old`: it left it where it was, formatted it, or moved it with the code around it.
 */
export type CodeAge = 'new' | 'moved' | 'old'

/** Tells of a finding what the change did to the code that it is about. Blank lines and brackets tell nothing. */
export function codeAgeIn(files: readonly FileDiff[]): (found: AgreedFinding) => CodeAge {
  const fileAt = new Map([
    ...files.map((file) => [`old ${file.oldPath ?? file.path}`, file] as const),
    ...files.map((file) => [`new ${file.path}`, file] as const),
  ])
  // Only of files that somebody found something in: a change may have millions of lines.
  const known = new Map<FileDiff, Sides>()
  return (found) => {
    const { side, path } = found.finding
    const file = fileAt.get(`${side} ${path}`)
    if (file === undefined) return 'old'
    if (hasUnknownLines(file)) return 'new'
    const sides = known.get(file) ?? sidesOf(file)
    known.set(file, sides)
    return ageOf(found, sides[side])
  }
}

interface Sides {
  readonly old: Side
  readonly new: Side
}

function sidesOf(file: FileDiff): Sides {
  const { added, removed, blocks } = linesOf(file)
  const moved = movedLines(removed, added)
  const isInPlace = (old: number, now: number) => blocks.new.get(now) === blocks.old.get(old)
  return {
    old: { changed: removed, moved: moved.old, others: new Set(added.values()), isInPlace },
    new: {
      ...{ changed: added, moved: moved.new, others: new Set(removed.values()) },
      isInPlace: (now, old) => isInPlace(old, now),
    },
  }
}

/** What the change did on one side of a file. */
interface Side {
  /** The lines that only this side has. */
  readonly changed: NumberedLines
  /** Their numbers on the other side, of those that it has somewhere else. */
  readonly moved: ReadonlyMap<number, number>
  /** Texts of the lines that only the other side has. */
  readonly others: ReadonlySet<string>
  /** Whether both lines stand between the same unchanged ones. */
  isInPlace(line: number, other: number): boolean
}

/** No quote is as long. */
const MAX_LINES = 1_000

/** A line whose like was on the other side counts where it is what the finding is known by: such lines stand anywhere. */
function ageOf({ region, text, anchor }: AgreedFinding, side: Side): CodeAge {
  const { changed, moved, others, isInPlace } = side
  const anyLine = !isTelling(text)
  const end = Math.min(region.endLine, region.startLine + MAX_LINES)
  let age: CodeAge = 'old'
  for (let line = region.startLine; line <= end; line += 1) {
    const changedText = changed.get(line)
    if (changedText === undefined || !(anyLine || isTelling(changedText))) continue
    const other = moved.get(line)
    if (other === undefined && (!others.has(changedText) || changedText === anchor.line)) return 'new'
    if (other !== undefined && !isInPlace(line, other) && !isCarried(region, other - line, side)) age = 'moved'
  }
  return age
}

/** As many lines beyond its own must go the same way: with fewer, one was removed and its like was written elsewhere. */
const CARRIED_LINES = 5

function isCarried({ startLine, endLine }: Region, shift: number, { moved }: Side): boolean {
  let count = 0
  for (let line = startLine - 1; count < CARRIED_LINES && moved.get(line) === line + shift; line -= 1) count += 1
  for (let line = endLine + 1; count < CARRIED_LINES && moved.get(line) === line + shift; line += 1) count += 1
  return count >= CARRIED_LINES
}

/** Nobody knows which lines changed: all of them might have. */
function hasUnknownLines({ status, hunks, oldBlob, newBlob, oldMode, newMode }: FileDiff): boolean {
  return status === 'added' || (hunks.length === 0 && (oldBlob !== newBlob || oldMode !== newMode))
}

interface ChangedLines {
  readonly added: NumberedLines
  readonly removed: NumberedLines
  /** Line → which run of changed lines it is in. */
  readonly blocks: { readonly old: ReadonlyMap<number, number>; readonly new: ReadonlyMap<number, number> }
}

function linesOf({ hunks }: FileDiff): ChangedLines {
  const [added, removed] = [new Map<number, string>(), new Map<number, string>()]
  const blocks = { old: new Map<number, number>(), new: new Map<number, number>() }
  let block = 0
  for (const line of hunks.flatMap((hunk) => hunk.lines)) {
    if (line.kind === 'context') block += 1
    else if (line.kind === 'added') {
      added.set(line.newLine, bare(line.text))
      blocks.new.set(line.newLine, block)
    } else {
      removed.set(line.oldLine, bare(line.text))
      blocks.old.set(line.oldLine, block)
    }
  }
  return { added, removed, blocks }
}

function isTelling(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

const MAX_CHARACTERS = 2_000

/** The same line after a formatter, as an anchor has it. What is beyond the limit is compared as it is. */
function bare(line: string): string {
  const rest = line.slice(MAX_CHARACTERS)
  const start = line.slice(0, MAX_CHARACTERS).replace(/\s+/g, '').replaceAll(/['`]/g, '"').replace(/[;,]$/, '')
  return rest === '' ? start : start + rest
}
