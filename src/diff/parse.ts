import { isUtf8 } from 'node:buffer'
import type { DiffLine, FileDiff, FileStatus, Hunk } from '../types/diff.js'
import { decodePath } from './path-text.js'

/** The changed files and, by path, why the shown lines of a file cannot be read as text. */
export interface ParsedDiff {
  readonly files: readonly FileDiff[]
  readonly problems: ReadonlyMap<string, DiffProblem>
}

export type DiffProblem = 'NUL byte' | 'not UTF-8' | 'binary'

/** One entry of the raw part: exact paths, modes and blobs. The patch sections follow in the same order. */
interface RawEntry {
  readonly path: string
  readonly oldPath: string | undefined
  readonly status: FileStatus
  readonly oldMode: string
  readonly newMode: string
  readonly oldBlob: string
  readonly newBlob: string
}

interface Section {
  readonly hunks: readonly Hunk[]
  readonly problem: DiffProblem | undefined
}

/** A reading position; every `take…` function moves it forward. */
interface Cursor {
  readonly bytes: Buffer
  at: number
}

const LINE_FEED = 10
const SPACE = 32
const PLUS = 43
const MINUS = 45
const BACKSLASH = 92
const NULL_MODE = '000000'

const statuses: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
  T: 'type-changed',
}

/**
 * Parses the output of `git diff --raw -p -z --no-abbrev --full-index` between two trees. Hunk bodies are taken by the
 * counts of their header, so no content can pass for a header. Throws on anything that git would not print.
 */
export function parseDiff(output: Buffer): ParsedDiff {
  const cursor: Cursor = { bytes: output, at: 0 }
  const problems = new Map<string, DiffProblem>()
  const seen = new Set<string>()
  const files = takeRawEntries(cursor).map((entry) => {
    requireNew(entry.path, seen)
    const { hunks, problem } = takeEntrySections(cursor, entry)
    if (problem !== undefined) problems.set(entry.path, problem)
    return { ...entry, hunks, added: countLines(hunks, 'added'), removed: countLines(hunks, 'removed') }
  })
  requireEnd(cursor)
  return { files, problems }
}

/** The changed files without hunks, and the paths of those whose lines git did not count and which show none. */
export interface Listing {
  readonly files: readonly FileDiff[]
  readonly uncounted: ReadonlySet<string>
}

/**
 * Parses the output of `git diff --raw --numstat -z --no-abbrev` between two trees. Throws on anything that git would
 * not print.
 */
export function parseListing(output: Buffer): Listing {
  const cursor: Cursor = { bytes: output, at: 0 }
  const entries: RawEntry[] = []
  while (startsWith(cursor, ':')) entries.push(takeRawEntry(cursor, takeField(cursor).toString('latin1')))
  const seen = new Set<string>()
  const uncounted = new Set<string>()
  const files = entries.map((entry) => {
    requireNew(entry.path, seen)
    const counts = takeCounts(cursor, entry)
    if (counts === undefined) uncounted.add(entry.path)
    return { ...entry, hunks: [], ...(counts ?? { added: 0, removed: 0 }) }
  })
  requireEnd(cursor)
  return { files, uncounted }
}

/** Two dashes stand for a file with a NUL byte; `--text` does not matter here. */
const countsPattern = /^(?:(\d{1,10})\t(\d{1,10})|-\t-)\t/

/** `added TAB removed TAB path`; of a renamed file both paths follow in fields of their own. */
function takeCounts(cursor: Cursor, entry: RawEntry): Pick<FileDiff, 'added' | 'removed'> | undefined {
  const field = takeField(cursor)
  const [head, added, removed] = countsPattern.exec(field.toString('latin1', 0, 30)) ?? []
  if (head === undefined) throw malformed(`no line counts of ${JSON.stringify(entry.path)}`)
  const own = field.subarray(head.length)
  const { path, oldPath } = entry
  const named = oldPath === undefined ? [own] : [own, takeField(cursor), takeField(cursor)]
  const expected = oldPath === undefined ? [path] : ['', oldPath, path]
  if (named.some((bytes, index) => decodePath(bytes) !== expected[index]))
    throw malformed(`the line counts at ${JSON.stringify(path)} belong to another file`)
  return added === undefined ? undefined : { added: Number(added), removed: Number(removed) }
}

function requireNew(path: string, seen: Set<string>): void {
  if (seen.has(path)) throw malformed(`two changed paths both read as ${JSON.stringify(path)}`)
  seen.add(path)
}

function requireEnd({ at, bytes }: Cursor): void {
  if (at !== bytes.length) throw malformed(`unexpected content after the last file, at byte ${at}`)
}

function takeRawEntries(cursor: Cursor): readonly RawEntry[] {
  if (cursor.bytes.length === 0) return []
  const entries: RawEntry[] = []
  // One empty field stands between the raw part and the patch.
  for (let field = takeField(cursor); field.length > 0; field = takeField(cursor)) {
    entries.push(takeRawEntry(cursor, field.toString('latin1')))
  }
  return entries
}

const rawPattern = /^:(\d{6}) (\d{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) ([A-Z])\d{0,3}$/

function takeRawEntry(cursor: Cursor, head: string): RawEntry {
  const [, oldMode, newMode, oldBlob, newBlob, letter] = rawPattern.exec(head) ?? []
  const status = letter === undefined ? undefined : statuses[letter]
  if (!oldMode || !newMode || !oldBlob || !newBlob || !status) {
    throw malformed(`raw entry ${JSON.stringify(head.slice(0, 200))} is not an added, changed, renamed or deleted file`)
  }
  const first = decodePath(takeField(cursor))
  const second = status === 'renamed' ? decodePath(takeField(cursor)) : undefined
  const [path, oldPath] = second === undefined ? [first, undefined] : [second, first]
  if (path === '') throw malformed('a raw entry has no path')
  return { path, oldPath, status, oldMode, newMode, oldBlob, newBlob }
}

/** A file whose kind changed (file, symlink, submodule) is printed as a deletion and an addition. */
function takeEntrySections(cursor: Cursor, entry: RawEntry): Section {
  if (entry.status !== 'type-changed') return takeSection(cursor, entry)
  const gone = takeSection(cursor, { ...entry, newBlob: zeros(entry.newBlob), newMode: NULL_MODE })
  const come = takeSection(cursor, { ...entry, oldBlob: zeros(entry.oldBlob), oldMode: NULL_MODE })
  return { hunks: [...gone.hunks, ...come.hunks], problem: gone.problem ?? come.problem }
}

function takeSection(cursor: Cursor, entry: RawEntry): Section {
  const name = JSON.stringify(entry.path)
  if (!startsWith(cursor, 'diff --git ')) throw malformed(`no patch for ${name} at byte ${cursor.at}`)
  takeLine(cursor)
  const binary = takeHeader(cursor, entry)
  const hunks: Hunk[] = []
  let problem: DiffProblem | undefined = binary ? 'binary' : undefined
  while (startsWith(cursor, '@@ ')) {
    const taken = takeHunk(cursor, name)
    hunks.push(taken.hunk)
    problem = worse(problem, taken.problem)
  }
  if (hunks.length === 0 && !binary && changesContent(entry)) throw malformed(`the patch of ${name} has no hunk`)
  return { hunks, problem }
}

/** git's names of the empty file. */
const emptyBlobs: ReadonlySet<string> = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
])

/** Without this a patch that was cut after its header would read as a file without changed lines. */
function changesContent({ oldBlob, newBlob }: RawEntry): boolean {
  const isEmpty = (blob: string) => emptyBlobs.has(blob) || /^0+$/.test(blob)
  return oldBlob !== newBlob && !(isEmpty(oldBlob) && isEmpty(newBlob))
}

function worse(first: DiffProblem | undefined, second: DiffProblem | undefined): DiffProblem | undefined {
  return second === 'NUL byte' ? second : (first ?? second)
}

const headerLine =
  /^(?:old mode|new mode|new file mode|deleted file mode|similarity index|dissimilarity index|rename from|rename to|---|\+\+\+) /
const indexLine = /^index ([0-9a-f]+)\.\.([0-9a-f]+)(?: \d{6})?$/

/** Takes the lines between `diff --git` and the first hunk; true when git calls the file binary. */
function takeHeader(cursor: Cursor, entry: RawEntry): boolean {
  let binary = false
  while (cursor.at < cursor.bytes.length && !startsWith(cursor, '@@ ') && !startsWith(cursor, 'diff --git ')) {
    const line = takeLine(cursor).toString('latin1')
    const index = indexLine.exec(line)
    if (index !== null) {
      if (index[1] !== entry.oldBlob || index[2] !== entry.newBlob) {
        throw malformed(`the patch at ${JSON.stringify(entry.path)} belongs to another file`)
      }
    } else if (line.startsWith('Binary files ') || line === 'GIT binary patch') {
      if (line === 'GIT binary patch') takeBinaryPatch(cursor)
      binary = true
    } else if (!headerLine.test(line)) {
      throw malformed(`header line ${JSON.stringify(line.slice(0, 200))} of ${JSON.stringify(entry.path)}`)
    }
  }
  return binary
}

/** The encoded data has two parts, each closed by an empty line. */
function takeBinaryPatch(cursor: Cursor): void {
  for (let part = 0; part < 2; part++) {
    while (takeLine(cursor).length > 0);
  }
}

interface HunkHead {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  readonly section: string
}

const hunkPattern = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/

function takeHunkHead(cursor: Cursor, name: string): HunkHead {
  const line = takeLine(cursor)
  const match = hunkPattern.exec(line.toString('latin1', 0, 80))
  if (match === null) throw malformed(`hunk header of ${name} at byte ${cursor.at - line.length - 1}`)
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

function takeHunk(cursor: Cursor, name: string): { hunk: Hunk; problem: DiffProblem | undefined } {
  const head = takeHunkHead(cursor, name)
  const start = cursor.at
  const body = takeHunkBody(cursor, head, name)
  return { hunk: { ...head, ...body }, problem: problemOf(cursor.bytes.subarray(start, cursor.at)) }
}

function takeHunkBody(cursor: Cursor, head: HunkHead, name: string): Omit<Hunk, keyof HunkHead> {
  const lines: DiffLine[] = []
  let oldLine = head.oldStart
  let newLine = head.newStart
  const oldEnd = oldLine + head.oldLines
  const newEnd = newLine + head.newLines
  let oldMissingNewline = false
  let newMissingNewline = false
  while (oldLine < oldEnd || newLine < newEnd) {
    const line = takeHunkLine(cursor, { oldLine, newLine }, name)
    lines.push(line)
    const isOld = line.kind !== 'added'
    const isNew = line.kind !== 'removed'
    if (isOld) oldLine++
    if (isNew) newLine++
    if (!takeMissingNewline(cursor)) continue
    oldMissingNewline ||= isOld
    newMissingNewline ||= isNew
  }
  if (oldLine !== oldEnd || newLine !== newEnd) throw malformed(`a hunk of ${name} is longer than its header says`)
  return { lines, oldMissingNewline, newMissingNewline }
}

function takeHunkLine(cursor: Cursor, at: { oldLine: number; newLine: number }, name: string): DiffLine {
  const { bytes, at: start } = cursor
  const end = bytes.indexOf(LINE_FEED, start)
  if (end < 0) throw malformed(`a hunk of ${name} ends before its last line`)
  cursor.at = end + 1
  const text = bytes.toString('utf8', start + 1, end)
  switch (bytes[start]) {
    case SPACE:
      return { kind: 'context', oldLine: at.oldLine, newLine: at.newLine, text }
    case PLUS:
      return { kind: 'added', newLine: at.newLine, text }
    case MINUS:
      return { kind: 'removed', oldLine: at.oldLine, text }
    default:
      throw malformed(`a hunk of ${name} has a line without a sign at byte ${start}`)
  }
}

/** Takes a `\ No newline at end of file` line if it stands here. */
function takeMissingNewline(cursor: Cursor): boolean {
  if (cursor.bytes[cursor.at] !== BACKSLASH) return false
  takeLine(cursor)
  return true
}

/** Why these bytes are not text; undefined when they are. */
export function problemOf(body: Buffer): DiffProblem | undefined {
  if (body.includes(0)) return 'NUL byte'
  return isUtf8(body) ? undefined : 'not UTF-8'
}

function countLines(hunks: readonly Hunk[], kind: DiffLine['kind']): number {
  let count = 0
  for (const hunk of hunks) for (const line of hunk.lines) if (line.kind === kind) count++
  return count
}

function takeField(cursor: Cursor): Buffer {
  return takeUntil(cursor, 0)
}

function takeLine(cursor: Cursor): Buffer {
  return takeUntil(cursor, LINE_FEED)
}

function takeUntil(cursor: Cursor, terminator: number): Buffer {
  const end = cursor.bytes.indexOf(terminator, cursor.at)
  if (end < 0) throw malformed(`cut off at byte ${cursor.bytes.length}`)
  const taken = cursor.bytes.subarray(cursor.at, end)
  cursor.at = end + 1
  return taken
}

function startsWith(cursor: Cursor, text: string): boolean {
  return cursor.bytes.toString('latin1', cursor.at, cursor.at + text.length) === text
}

function zeros(id: string): string {
  return '0'.repeat(id.length)
}

function malformed(what: string): Error {
  return new Error(`the output of git diff cannot be parsed: ${what}`)
}
