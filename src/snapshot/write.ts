import { chmodSync, closeSync, constants, fchmodSync, lstatSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** O_EXCL: the file is ours and new, and a link in its place is never followed. */
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
/** The reviewer runs as another user: it must read and must not write. */
const FILE_MODE = 0o444
const DIRECTORY_MODE = 0o755

/** Writes files into one fresh directory. */
export interface SnapshotWriter {
  /** `path` is relative, with `/` between components; it must be new. */
  write(path: string, content: Buffer): void
}

/** Makes the directory, which must not exist yet, and returns what writes into it. */
export function createSnapshotDirectory(directory: string): SnapshotWriter {
  const made = new Set<string>()
  explained(directory, () => makeDirectory(directory))
  return {
    write: (path, content) =>
      explained(path, () => {
        makeParents(directory, dirname(path), made)
        writeNewFile(join(directory, path), content)
      }),
  }
}

function makeParents(root: string, path: string, made: Set<string>): void {
  if (path === '.' || made.has(path)) return
  makeParents(root, dirname(path), made)
  const directory = join(root, path)
  try {
    makeDirectory(directory)
  } catch (error) {
    // Two spellings of one directory where case does not count; anything but our own directory is an error.
    if (codeOf(error) !== 'EEXIST' || !lstatSync(directory).isDirectory()) throw error
  }
  made.add(path)
}

/** The umask may be stricter than what the reviewer needs, so the mode is set again. */
function makeDirectory(directory: string): void {
  mkdirSync(directory, { mode: DIRECTORY_MODE })
  chmodSync(directory, DIRECTORY_MODE)
}

function writeNewFile(file: string, content: Buffer): void {
  const descriptor = openSync(file, NEW_FILE, FILE_MODE)
  try {
    writeFileSync(descriptor, content)
    fchmodSync(descriptor, FILE_MODE)
  } finally {
    closeSync(descriptor)
  }
}

const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the disk. Free some, or point the temporary folder (TMPDIR, RUNNER_TEMP) elsewhere',
  EDQUOT: 'the disk quota is used up. Free some, or point the temporary folder (TMPDIR, RUNNER_TEMP) elsewhere',
  EROFS: 'the file system is read-only. Point the temporary folder (TMPDIR, RUNNER_TEMP) elsewhere',
  EEXIST: 'it exists already, and the snapshot only writes what is new',
}

function explained(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const why = explanations[codeOf(error) ?? ''] ?? message
    throw new Error(`Cannot write the snapshot at ${JSON.stringify(path)}: ${why}.`, { cause: error })
  }
}

/** Not by `instanceof`: the class of a system error is another one in a test's own realm. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
