import { posix } from 'node:path'
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
}

/** Bounds on hostile input: output that is looked at, and files that one command can be credited with. */
const MAX_OUTPUT_LENGTH = 2 * 1024 * 1024
const MAX_CANDIDATES = 300
/** Words of one script that are looked at, and how long a directory may grow by `cd` (Linux: PATH_MAX). */
const MAX_NAMES = 3_000
const MAX_PATH_LENGTH = 4_096

/**
 * The snapshot files whose content a command printed. A file counts when the command or its output names it and one of
 * its lines stands in the output: listing a file, or only testing for it, is not reading it.
 */
export function filesRead(command: SuccessfulCommand, files: SnapshotFiles): readonly string[] {
  const output = command.output.slice(0, MAX_OUTPUT_LENGTH).split('\n')
  const printed = new Set(output.flatMap(contentOf))
  const named = [...namedInScript(scriptOf(command.command)), ...namedInOutput(output)]
  const candidates = new Set<string>()
  for (const name of named) {
    const path = toSnapshotPath(name, files.directory)
    if (path !== undefined) candidates.add(path)
    if (candidates.size >= MAX_CANDIDATES) break
  }
  return [...candidates].filter((path) => isPrinted(files.text(path), printed))
}

function isPrinted(text: string | undefined, printed: ReadonlySet<string>): boolean {
  if (text === undefined) return false
  const lines = text.split('\n').map((line) => line.trim())
  const telling = lines.filter((line) => /\w\W*\w\W*\w/.test(line.slice(0, 200)))
  if (telling.length > 0) return telling.some((line) => printed.has(line))
  // A file of nothing but braces has no telling line: any will do. An empty one is read by naming it.
  const filled = lines.filter((line) => line !== '')
  return filled.length === 0 || filled.some((line) => printed.has(line))
}

/** A line of output with and without the prefixes that `cat -n`, `nl`, `grep -n` and `rg` put before content. */
function contentOf(line: string): readonly string[] {
  const variants = [line]
  for (const prefix of [/^\s*\d+(?:[:\t-]|\s+)/, /^[^:\n]+:(?:\d+:)?/, /^\S+-\d+-/]) {
    const match = prefix.exec(line)
    if (match !== null) variants.push(line.slice(match[0].length))
  }
  return variants.map((variant) => variant.trim())
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
    const path = text.length > MAX_PATH_LENGTH || posix.isAbsolute(text) ? text : posix.join(directory, text)
    if (path.length > MAX_PATH_LENGTH) continue
    if (kind === 'word' && previous === 'cd') directory = path
    else if (kind === 'word') names.push(path)
    previous = kind === 'word' ? text : ''
  }
  return names
}

/** `path:` as grep and rg put it before a match, and `==> path <==` as head and tail do. */
function namedInOutput(output: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const line of output) {
    const heading = line.startsWith('==> ') && line.endsWith(' <==') ? line.slice(4, -4) : undefined
    const colon = line.indexOf(':')
    const name = heading ?? (colon > 0 && colon < 1024 ? line.slice(0, colon) : undefined)
    if (name !== undefined) names.add(name)
    if (names.size >= MAX_CANDIDATES) break
  }
  return [...names]
}

function toSnapshotPath(name: string, directory: string): string | undefined {
  if (name === '' || name.includes('\0')) return undefined
  const path = posix.relative(directory, posix.resolve(directory, name))
  return path === '' || path === '..' || path.startsWith('../') ? undefined : path
}
