import { posix } from 'node:path'
import { addTo } from '../../types/group-by.js'
import { toShellPieces } from './shell-words.js'

/** A command of the model that succeeded. */
export interface SuccessfulCommand {
  /** As the CLI reports it: `/bin/bash -c '<script>'`. */
  readonly command: string
  readonly output: string
}

/** The snapshot, as far as this file needs it. */
export interface SnapshotFiles {
  /** Absolute path. */
  readonly directory: string
  /** Text of a regular file by its path below the directory; undefined when there is none. */
  text(path: string): string | undefined
  /** False only where no path of a file begins with the character; absent where that is not known. */
  mayBegin?(character: string): boolean
}

/** What a command printed, and the paths below the snapshot that its script names. */
export interface Printed {
  readonly named: readonly string[]
  readonly output: string
}

interface SnapshotFile {
  readonly path: string
  readonly text: string
}

/** Bounds on hostile input: output that is looked at, and files that one command can be credited with. */
const MAX_OUTPUT_LENGTH = 2 * 1024 * 1024
export const MAX_CANDIDATES = 300
/** Words of one script that are looked at, and how long a directory may grow by `cd` (Linux: PATH_MAX). */
const MAX_NAMES = 3_000
const MAX_PATH_LENGTH = 4_096
/** No longer text before a colon is taken for a name. */
export const MAX_NAME_LENGTH = 1_023
/** Characters of files whose lines are held at once; for more the output is gone over again. */
const MAX_TEXT_AT_ONCE = 4 * 1024 * 1024
/** An empty segment, or one that is `.` or `..`: a path without any is its own shortest form. */
const ODD_SEGMENT = /(?:^|\/)\.{0,2}(?:\/|$)/
/** What `cat -n`, `nl`, `grep -n` and `rg` put before a line, and a character that it cannot do without. */
const NUMBER = /^\s*\d+(?:[:\t-]|\s+)/
const PREFIXES = [
  { pattern: /^[^:\n]+:(?:\d+:)?/, needs: ':' },
  { pattern: /^\S+-\d+-/, needs: '-' },
]
const DIGIT = /^\d/
/** Characters that are searched for the likely lines of files; beyond that, going over the output once is cheaper. */
const MAX_QUICK_SEARCH = 4 * 1024 * 1024
/** Longer words are not searched for: of those V8 compares all again and again where text and words repeat. */
const MAX_SEARCHED_WORDS = 200
const TELLING = /\w\W*\w\W*\w/
const NOBODY: readonly string[] = []

/**
 * The snapshot files whose content a command printed. A file counts when the command or its output names it and one of
 * its lines stands in the output: listing a file, or only testing for it, is not reading it.
 */
export function filesRead({ command, output }: SuccessfulCommand, files: SnapshotFiles): readonly string[] {
  return filesPrinted({ named: pathsInCommand(command, files.directory), output }, files)
}

/** What `filesRead` says of a command whose script was read already. */
export function filesPrinted({ named, output }: Printed, files: SnapshotFiles): readonly string[] {
  const text = output.slice(0, MAX_OUTPUT_LENGTH)
  const candidates = withNamedInOutput(named, { output: text, directory: files.directory })
  const printed = new Set<string>()
  for (const batch of inBatches(candidates, files)) {
    for (const path of printedOf(batch, text)) printed.add(path)
  }
  return candidates.filter((path) => printed.has(path))
}

/** The paths below the snapshot that a command's script names, each once; they need not exist. */
export function pathsInCommand(command: string, directory: string): readonly string[] {
  const paths = new Set<string>()
  for (const name of namedInScript(scriptOf(command))) {
    const path = toSnapshotPath(name, directory)
    if (path !== undefined) paths.add(path)
    if (paths.size >= MAX_CANDIDATES) break
  }
  return [...paths]
}

/** The path below the snapshot that a name stands for; undefined where it lies outside. */
export function toSnapshotPath(name: string, directory: string): string | undefined {
  if (name === '' || name.includes('\0')) return undefined
  if (!ODD_SEGMENT.test(name)) return name
  if (posix.isAbsolute(name) && !ODD_SEGMENT.test(directory.slice(1))) {
    // The general way is dear: Claude Code writes all paths so, and a comment looks like one.
    const below = name.startsWith(`${directory}/`) ? name.slice(directory.length + 1) : ''
    if (!ODD_SEGMENT.test(below)) return below
    if (!name.includes(posix.basename(directory))) return undefined
  }
  const path = posix.relative(directory, posix.resolve(directory, name))
  return path === '' || path === '..' || path.startsWith('../') ? undefined : path
}

function withNamedInOutput(
  named: readonly string[],
  { output, directory }: { readonly output: string; readonly directory: string },
): readonly string[] {
  if (named.length >= MAX_CANDIDATES) return named
  const paths = new Set(named)
  for (const name of namedInOutput(output)) {
    const path = toSnapshotPath(name, directory)
    if (path !== undefined) paths.add(path)
    if (paths.size >= MAX_CANDIDATES) break
  }
  return [...paths]
}

/** Those that exist, a few at a time, so that their lines never fill the memory. */
function* inBatches(paths: readonly string[], files: SnapshotFiles): Generator<readonly SnapshotFile[]> {
  let batch: SnapshotFile[] = []
  let length = 0
  for (const path of paths) {
    const text = files.text(path)
    if (text === undefined) continue
    if (batch.length > 0 && length + text.length > MAX_TEXT_AT_ONCE) {
      yield batch
      batch = []
      length = 0
    }
    batch.push({ path, text })
    length += text.length
  }
  if (batch.length > 0) yield batch
}

/** Mostly one line tells, and is found at once; only for the other files all of their lines are looked for. */
function printedOf(files: readonly SnapshotFile[], output: string): ReadonlySet<string> {
  const isShort = files.length * output.length <= MAX_QUICK_SEARCH
  const printed = new Set(isShort ? files.filter((file) => isPlainlyPrinted(file, output)).map(({ path }) => path) : [])
  const others = files.filter(({ path }) => !printed.has(path))
  for (const path of others.length === 0 ? NOBODY : printedAnywhere(others, output)) printed.add(path)
  return printed
}

/** Whether the first telling line is printed, or a line that names the file holds one; false may be wrong. */
function isPlainlyPrinted({ path, text }: SnapshotFile, output: string): boolean {
  const first = firstTellingLine(text)
  if (first === undefined) return false
  const isWhole = contentOf(lineAround(output, first)).includes(first)
  return isWhole || contentOf(lineAround(output, `${path}:`)).some((content) => holdsLine(text, content))
}

function holdsLine(text: string, content: string): boolean {
  return isTelling(content) && lineAround(text, content).trim() === content
}

/** The line where the words stand first; empty where they do not, or are many. */
function lineAround(text: string, words: string): string {
  const at = words.length > MAX_SEARCHED_WORDS ? -1 : text.indexOf(words)
  if (at === -1) return ''
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? text.length : end)
}

/** Goes over the output once, no further than until every file was seen. */
function printedAnywhere(files: readonly SnapshotFile[], output: string): ReadonlySet<string> {
  const printed = new Set<string>()
  const owners = new Map<string, string[]>()
  for (const { path, text } of files) {
    const lines = tellingLines(text)
    // An empty file is read by naming it.
    if (lines.size === 0) printed.add(path)
    for (const line of lines) addOwner(owners, line, path)
  }
  for (const line of linesOf(output)) {
    if (printed.size === files.length) break
    for (const content of contentOf(line)) {
      for (const path of owners.get(content) ?? NOBODY) printed.add(path)
    }
  }
  return printed
}

function addOwner(owners: Map<string, string[]>, line: string | undefined, path: string): void {
  if (line !== undefined) addTo(owners, line, path)
}

/** The lines of which one must be printed. A file of nothing but braces has no telling line: any will do. */
function tellingLines(text: string): ReadonlySet<string> {
  const telling = new Set<string>()
  const filled = new Set<string>()
  for (const line of linesOf(text)) {
    const trimmed = line.trim()
    if (isTelling(trimmed)) telling.add(trimmed)
    else if (telling.size === 0 && trimmed !== '') filled.add(trimmed)
  }
  return telling.size > 0 ? telling : filled
}

function firstTellingLine(text: string): string | undefined {
  for (const line of linesOf(text)) {
    const trimmed = line.trim()
    if (isTelling(trimmed)) return trimmed
  }
  return undefined
}

function isTelling(line: string): boolean {
  return TELLING.test(line.length > 200 ? line.slice(0, 200) : line)
}

/** A line of output with and without the prefixes that `cat -n`, `nl`, `grep -n` and `rg` put before content. */
function contentOf(line: string): readonly string[] {
  const trimmed = line.trim()
  const variants = [trimmed]
  const add = (match: RegExpExecArray | null) => {
    if (match !== null) variants.push(line.slice(match[0].length).trim())
  }
  if (DIGIT.test(trimmed)) add(NUMBER.exec(line))
  for (const { pattern, needs } of PREFIXES) if (trimmed.includes(needs)) add(pattern.exec(line))
  return variants
}

/** What `-c` or `-lc` hands to the shell; the whole text where it is not of that form. */
function scriptOf(command: string): string {
  const words = toShellPieces(command).map((piece) => piece.text)
  const flag = words.findIndex((word) => word === '-c' || word === '-lc')
  return words[flag + 1] !== undefined && flag > 0 ? (words[flag + 1] ?? '') : command
}

/** Every word of the script that may be a path, below the directory that the last `cd` went to. */
function namedInScript(script: string): readonly string[] {
  const names: string[] = []
  let directory = ''
  let previous = ''
  for (const { kind, text } of toShellPieces(script)) {
    if (names.length >= MAX_NAMES) break
    const path = text.length > MAX_PATH_LENGTH || posix.isAbsolute(text) ? text : below(directory, text)
    if (path.length > MAX_PATH_LENGTH) continue
    if (kind === 'word' && previous === 'cd') directory = path
    else if (kind === 'word') names.push(path)
    previous = kind === 'word' ? text : ''
  }
  return names
}

function below(directory: string, name: string): string {
  return directory === '' && !ODD_SEGMENT.test(name) ? name : posix.join(directory, name)
}

/** `path:` as grep and rg put it before a match, and `==> path <==` as head and tail do. */
function namedInOutput(output: string): ReadonlySet<string> {
  const names = new Set<string>()
  let colon = output.indexOf(':')
  for (let start = 0; start < output.length && names.size < MAX_CANDIDATES; ) {
    const feed = output.indexOf('\n', start)
    const end = feed === -1 ? output.length : feed
    if (colon !== -1 && colon < start) colon = output.indexOf(':', start)
    const hasName = colon > start && colon < end && colon - start <= MAX_NAME_LENGTH
    const name = headingIn(output, start, end) ?? (hasName ? output.slice(start, colon) : undefined)
    if (name !== undefined) names.add(name)
    start = end + 1
  }
  return names
}

function headingIn(output: string, start: number, end: number): string | undefined {
  if (!output.startsWith('==> ', start)) return undefined
  const line = output.slice(start, end)
  return line.endsWith(' <==') ? line.slice(4, -4) : undefined
}

function* linesOf(text: string): Generator<string> {
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    yield text.slice(start, end)
    start = end + 1
  }
  yield text.slice(start)
}
