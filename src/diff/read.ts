import { GitError } from '../errors.js'
import type { Git } from '../host/host.js'
import type { Sha } from '../types/change.js'
import { readContentProblems } from './content.js'
import { type ParsedDiff, parseDiffStream, parseEntries, parseListing, type RawEntry } from './parse.js'

export interface DiffRange {
  readonly from: Sha
  readonly to: Sha
}

/** A change over one of these is listed file by file instead of being read. */
export interface DiffLimits {
  /** Of git's output, which is kept in memory as it is. */
  readonly maxBytes: number
  /** Of the patches in it, context and headers included. */
  readonly maxLines: number
}

/**
 * The bytes take at most 0.9 GB while they are read. The lines are bound by our own scans, which make objects of all lines
 * of one file: within the 2 GB that Node gives itself on a machine with 8 GB.
 */
const LIMITS: DiffLimits = { maxBytes: 512 * 1024 * 1024, maxLines: 5_000_000 }

/** The changed files and, by path, why the lines of a file cannot be reviewed; such a file may come without its hunks. */
export interface ReadDiff {
  readonly files: ParsedDiff['files']
  readonly problems: ReadonlyMap<string, string>
}

/** Said in full, so that no configuration of the machine can change what is compared or how it is printed. */
const settings = [
  'core.quotePath=true',
  'core.attributesFile=/dev/null',
  'diff.suppressBlankEmpty=false',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'diff.algorithm=myers',
  'diff.renames=true',
  'diff.orderFile=/dev/null',
  'diff.colorMoved=no',
  'diff.wsErrorHighlight=none',
]

const flags = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--full-index',
  // Renames, never copies: a copy is code that nobody reviewed in its new place.
  '-M50%',
  // git's own default; without a limit a large change takes seconds longer (2.45M lines: 3.6 s).
  '-l1000',
  '--text',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-relative',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--submodule=short',
  '--ignore-submodules=none',
]

/** Either context option alone would make git print a patch. */
const patchFlags = ['-p', '-U3', '--inter-hunk-context=0']

/**
 * Reads the change between two commits or trees from git objects alone. Rejects when git fails or prints nonsense. In a
 * change over the limits every file has a problem and no hunks, and its lines are counted all the same.
 */
export async function readDiff(git: Git, range: DiffRange, limits: DiffLimits = LIMITS): Promise<ReadDiff> {
  let wanted = true
  let contents: ReturnType<typeof readContentProblems> | undefined
  try {
    const patch = await readPatch(git, range, {
      limits,
      // git names all files before their lines, so that their content can be looked at while it compares them.
      onListed: (entries) => {
        contents = readContentProblems(git, entries, () => wanted)
        contents.catch(() => undefined)
      },
    })
    if (patch.kind === 'too large') return await listFiles(git, range, patch.why)
    const { files, problems } = patch.parsed
    return { files, problems: new Map([...((await contents) ?? []), ...problems]) }
  } finally {
    wanted = false
  }
}

type Patch =
  | { readonly kind: 'read'; readonly parsed: ParsedDiff }
  | { readonly kind: 'too large'; readonly why: string }

interface PatchOptions {
  readonly limits: DiffLimits
  readonly onListed: Parameters<typeof parseDiffStream>[0]
}

async function readPatch(git: Git, range: DiffRange, { limits, onListed }: PatchOptions): Promise<Patch> {
  const { maxBytes, maxLines } = limits
  const stream = parseDiffStream(onListed)
  const onOutput = (chunk: Buffer) => {
    stream.push(chunk)
    if (stream.cursor.lines > maxLines) throw new TooManyLinesError()
  }
  try {
    await git.read(toArguments(range, patchFlags), { maxBytes, onOutput })
    return { kind: 'read', parsed: stream.end() }
  } catch (error) {
    if (error instanceof TooManyLinesError) return { kind: 'too large', why: `over ${maxLines} lines` }
    if (isOverflow(error)) return { kind: 'too large', why: `over ${maxBytes} bytes` }
    throw error
  }
}

/** Ends git before it has printed a change that is not going to be read. */
class TooManyLinesError extends Error {}

/** Every changed file by name, with the number of its changed lines. */
async function listFiles(git: Git, range: DiffRange, why: string): Promise<ReadDiff> {
  const { files, uncounted } = parseListing(await git.read(toArguments(range, ['--numstat'])))
  const reason = `the change is too large to be read: its diff has ${why}`
  const reasonFor = (path: string) => (uncounted.has(path) ? `${reason}; a NUL byte, lines not counted` : reason)
  return { files, problems: new Map(files.map(({ path }) => [path, reasonFor(path)])) }
}

/** What changed between two commits or trees, without the lines. Rejects when git fails or prints nonsense. */
export async function readEntries(git: Git, range: DiffRange): Promise<readonly RawEntry[]> {
  return parseEntries(await git.read(toArguments(range, [])))
}

function toArguments(range: DiffRange, format: readonly string[]): readonly string[] {
  return [
    '--no-replace-objects',
    ...[...settings, `attr.tree=${emptyTree(range.to)}`].flatMap((setting) => ['-c', setting]),
    'diff',
    ...flags,
    ...format,
    objectId(range.from),
    objectId(range.to),
    '--',
  ]
}

/** What Git says of an output over `maxBytes`. */
function isOverflow(error: unknown): boolean {
  return error instanceof GitError && error.message.startsWith('git printed more than ')
}

/** Throws unless the text is a full object id, so that nothing can pass for an option or a path. */
export function objectId(text: string): string {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return text
  throw new Error(`${JSON.stringify(text)} is not a full git object id`)
}

/** Newer git takes attributes from HEAD in a bare repository; the empty tree, which every git knows, has none. */
function emptyTree(sha: Sha): string {
  return sha.length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
}
