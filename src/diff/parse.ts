import { type FileDiff, type FileStatus, type Hunk, sumOf } from '../types/diff.js'
import {
  type Cursor,
  type DiffProblem,
  isAtEnd,
  malformed,
  type Stream,
  startsWith,
  type Taking,
  takeField,
  takeFrom,
  takeFromStream,
  takeLine,
} from './cursor.js'
import { takeHunk } from './hunk.js'
import { decodePath } from './path-text.js'

/** The changed files and, by path, why the shown lines of a file cannot be read as text. */
export interface ParsedDiff {
  readonly files: readonly FileDiff[]
  readonly problems: ReadonlyMap<string, DiffProblem>
}

/** One entry of the raw part: exact paths, modes and blobs. The patch sections follow in the same order. */
export type RawEntry = Omit<FileDiff, 'hunks' | 'added' | 'removed'>

interface Section {
  readonly hunks: readonly Hunk[]
  readonly problem: DiffProblem | undefined
}

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
  return takeFrom(output, (cursor) => takeDiff(cursor, () => undefined))
}

/** The same from an output that comes in pieces; `onListed` is called before the first patch, with what will follow. */
export function parseDiffStream(onListed: (entries: readonly RawEntry[]) => void): Stream<ParsedDiff> {
  return takeFromStream((cursor) => takeDiff(cursor, onListed))
}

function* takeDiff(cursor: Cursor, onListed: (entries: readonly RawEntry[]) => void): Taking<ParsedDiff> {
  const problems = new Map<string, DiffProblem>()
  const seen = new Set<string>()
  const files: FileDiff[] = []
  const entries = yield* takeRawEntries(cursor)
  onListed(entries)
  for (const entry of entries) {
    requireNew(entry.path, seen)
    const { hunks, problem } = yield* takeEntrySections(cursor, entry)
    if (problem !== undefined) problems.set(entry.path, problem)
    files.push({ ...entry, hunks, ...sumOf(hunks) })
  }
  yield* requireEnd(cursor)
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
  return takeFrom(output, takeListing)
}

/** Parses the output of `git diff --raw -z --no-abbrev` between two trees. Throws on anything that git would not print. */
export function parseEntries(output: Buffer): readonly RawEntry[] {
  return takeFrom(output, takeEntries)
}

function* takeEntries(cursor: Cursor): Taking<readonly RawEntry[]> {
  const entries = yield* takeListed(cursor)
  yield* requireEnd(cursor)
  return entries
}

function* takeListed(cursor: Cursor): Taking<readonly RawEntry[]> {
  const entries: RawEntry[] = []
  while (yield* startsWith(cursor, ':')) entries.push(yield* takeRawEntry(cursor, yield* takeField(cursor)))
  return entries
}

function* takeListing(cursor: Cursor): Taking<Listing> {
  const entries = yield* takeListed(cursor)
  const seen = new Set<string>()
  const uncounted = new Set<string>()
  const files: FileDiff[] = []
  for (const entry of entries) {
    requireNew(entry.path, seen)
    const counts = yield* takeCounts(cursor, entry)
    if (counts === undefined) uncounted.add(entry.path)
    files.push({ ...entry, hunks: [], ...(counts ?? { added: 0, removed: 0 }) })
  }
  yield* requireEnd(cursor)
  return { files, uncounted }
}

/** Two dashes stand for a file with a NUL byte; `--text` does not matter here. */
const countsPattern = /^(?:(\d{1,10})\t(\d{1,10})|-\t-)\t/

/** `added TAB removed TAB path`; of a renamed file both paths follow in fields of their own. */
function* takeCounts(cursor: Cursor, entry: RawEntry): Taking<Pick<FileDiff, 'added' | 'removed'> | undefined> {
  const field = yield* takeField(cursor)
  const [head, added, removed] = countsPattern.exec(field.toString('latin1', 0, 30)) ?? []
  if (head === undefined) throw malformed(`no line counts of ${JSON.stringify(entry.path)}`)
  const own = field.subarray(head.length)
  const { path, oldPath } = entry
  const named = oldPath === undefined ? [own] : [own, yield* takeField(cursor), yield* takeField(cursor)]
  const expected = oldPath === undefined ? [path] : ['', oldPath, path]
  if (named.some((bytes, index) => decodePath(bytes) !== expected[index]))
    throw malformed(`the line counts at ${JSON.stringify(path)} belong to another file`)
  return added === undefined ? undefined : { added: Number(added), removed: Number(removed) }
}

function requireNew(path: string, seen: Set<string>): void {
  if (seen.has(path)) throw malformed(`two changed paths both read as ${JSON.stringify(path)}`)
  seen.add(path)
}

function* requireEnd(cursor: Cursor): Taking<void> {
  if (yield* isAtEnd(cursor)) return
  throw malformed(`unexpected content after the last file, at byte ${cursor.offset + cursor.at}`)
}

function* takeRawEntries(cursor: Cursor): Taking<readonly RawEntry[]> {
  if (yield* isAtEnd(cursor)) return []
  const entries: RawEntry[] = []
  // One empty field stands between the raw part and the patch.
  for (let field = yield* takeField(cursor); field.length > 0; field = yield* takeField(cursor)) {
    entries.push(yield* takeRawEntry(cursor, field))
  }
  return entries
}

const rawPattern = /^:(\d{6}) (\d{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) ([A-Z])\d{0,3}$/

function* takeRawEntry(cursor: Cursor, field: Buffer): Taking<RawEntry> {
  const head = field.toString('latin1')
  const [, oldMode, newMode, oldBlob, newBlob, letter] = rawPattern.exec(head) ?? []
  const status = letter === undefined ? undefined : statuses[letter]
  if (!oldMode || !newMode || !oldBlob || !newBlob || !status) {
    throw malformed(`raw entry ${JSON.stringify(head.slice(0, 200))} is not an added, changed, renamed or deleted file`)
  }
  const first = decodePath(yield* takeField(cursor))
  const second = status === 'renamed' ? decodePath(yield* takeField(cursor)) : undefined
  const [path, oldPath] = second === undefined ? [first, undefined] : [second, first]
  if (path === '') throw malformed('a raw entry has no path')
  return { path, oldPath, status, oldMode, newMode, oldBlob, newBlob }
}

/** A file whose kind changed (file, symlink, submodule) is printed as a deletion and an addition. */
function* takeEntrySections(cursor: Cursor, entry: RawEntry): Taking<Section> {
  if (entry.status !== 'type-changed') return yield* takeSection(cursor, entry)
  const gone = yield* takeSection(cursor, { ...entry, newBlob: zeros(entry.newBlob), newMode: NULL_MODE })
  const come = yield* takeSection(cursor, { ...entry, oldBlob: zeros(entry.oldBlob), oldMode: NULL_MODE })
  return { hunks: [...gone.hunks, ...come.hunks], problem: gone.problem ?? come.problem }
}

function* takeSection(cursor: Cursor, entry: RawEntry): Taking<Section> {
  const name = JSON.stringify(entry.path)
  if (!(yield* startsWith(cursor, 'diff --git '))) {
    throw malformed(`no patch for ${name} at byte ${cursor.offset + cursor.at}`)
  }
  yield* takeLine(cursor)
  const binary = yield* takeHeader(cursor, entry)
  const hunks: Hunk[] = []
  let problem: DiffProblem | undefined = binary ? 'binary' : undefined
  while (yield* startsWith(cursor, '@@ ')) {
    const taken = yield* takeHunk(cursor, name)
    for (const hunk of taken.hunks) hunks.push(hunk)
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

/** Whether there must be a hunk: else a patch that was cut after its header would read as a file without changed lines. */
export function changesContent({ oldBlob, newBlob }: RawEntry): boolean {
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
function* takeHeader(cursor: Cursor, entry: RawEntry): Taking<boolean> {
  let binary = false
  while (yield* isHeader(cursor)) {
    const line = (yield* takeLine(cursor)).toString('latin1')
    const index = indexLine.exec(line)
    if (index !== null) {
      if (index[1] !== entry.oldBlob || index[2] !== entry.newBlob) {
        throw malformed(`the patch at ${JSON.stringify(entry.path)} belongs to another file`)
      }
    } else if (line.startsWith('Binary files ') || line === 'GIT binary patch') {
      if (line === 'GIT binary patch') yield* takeBinaryPatch(cursor)
      binary = true
    } else if (!headerLine.test(line)) {
      throw malformed(`header line ${JSON.stringify(line.slice(0, 200))} of ${JSON.stringify(entry.path)}`)
    }
  }
  return binary
}

function* isHeader(cursor: Cursor): Taking<boolean> {
  if (yield* isAtEnd(cursor)) return false
  return !(yield* startsWith(cursor, '@@ ')) && !(yield* startsWith(cursor, 'diff --git '))
}

/** The encoded data has two parts, each closed by an empty line. */
function* takeBinaryPatch(cursor: Cursor): Taking<void> {
  for (let part = 0; part < 2; part++) {
    while ((yield* takeLine(cursor)).length > 0);
  }
}

function zeros(id: string): string {
  return '0'.repeat(id.length)
}
