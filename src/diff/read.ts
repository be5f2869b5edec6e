import type { Git } from '../host/host.js'
import type { Sha } from '../types/change.js'
import { readContentProblems } from './content.js'
import { type ParsedDiff, parseDiff } from './parse.js'

export interface DiffRange {
  readonly from: Sha
  readonly to: Sha
}

/** A larger diff could not be held as text by Node anyway. */
const MAX_DIFF_BYTES = 512 * 1024 * 1024

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
  '-p',
  '-z',
  '--no-abbrev',
  '--full-index',
  // Renames, never copies: a copy is code that nobody reviewed in its new place.
  '-M50%',
  // git's own default; without a limit a large change takes seconds longer (2.45M lines: 3.6 s).
  '-l1000',
  '-U3',
  '--inter-hunk-context=0',
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

/** Reads the change between two commits or trees from git objects alone. Rejects when git fails or prints nonsense. */
export async function readDiff(git: Git, range: DiffRange): Promise<ParsedDiff> {
  const args = [
    '--no-replace-objects',
    ...[...settings, `attr.tree=${emptyTree(range.to)}`].flatMap((setting) => ['-c', setting]),
    'diff',
    ...flags,
    objectId(range.from),
    objectId(range.to),
    '--',
  ]
  const { files, problems } = parseDiff(await git.read(args, { maxBytes: MAX_DIFF_BYTES }))
  const unseen = await readContentProblems(
    git,
    files.filter((file) => !problems.has(file.path)),
  )
  return { files, problems: new Map([...problems, ...unseen]) }
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
