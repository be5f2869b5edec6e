import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { ToolPackage } from '../../types/reviewer.js'
import { systemCodeOf } from './system-error.js'

const chunkBytes = 1024 * 1024

export type ToolCheck =
  | { readonly status: 'verified' }
  | { readonly status: 'missing' }
  /** `detail` names the first file that is not as pinned. */
  | { readonly status: 'changed'; readonly detail: string }

/** Compares a package directory with its pin: exactly the pinned files, each regular and with the pinned sha256. */
export async function verifyTool(pin: ToolPackage, directory: string): Promise<ToolCheck> {
  const root = await lstat(directory).catch(undefinedIfMissing)
  if (root === undefined) return { status: 'missing' }
  const detail = root.isDirectory()
    ? ((await firstUnknownEntry(pin, directory)) ?? (await firstChangedFile(pin, directory)))
    : 'it is not a directory'
  return detail === undefined ? { status: 'verified' } : { status: 'changed', detail }
}

/** The directories that the pinned files lie in, '.' included. */
export function directoriesOf(pin: ToolPackage): readonly string[] {
  const found = new Set<string>(['.'])
  for (const path of Object.keys(pin.files)) {
    for (let parent = posix.dirname(path); !found.has(parent); parent = posix.dirname(parent)) found.add(parent)
  }
  return [...found]
}

async function firstUnknownEntry(pin: ToolPackage, directory: string): Promise<string | undefined> {
  const directories = new Set(directoriesOf(pin))
  for (const parent of directories) {
    const entries = await readdir(join(directory, parent), { withFileTypes: true }).catch(undefinedIfMissing)
    if (entries === undefined) return `${parent} is missing`
    for (const entry of entries) {
      const path = parent === '.' ? entry.name : `${parent}/${entry.name}`
      const known = entry.isDirectory() ? directories.has(path) : entry.isFile() && Object.hasOwn(pin.files, path)
      if (!known) return `${JSON.stringify(path.slice(0, 200))} does not belong there`
    }
  }
  return undefined
}

async function firstChangedFile(pin: ToolPackage, directory: string): Promise<string | undefined> {
  for (const [path, expected] of Object.entries(pin.files)) {
    const file = await readRegularFile(join(directory, path))
    if (file === undefined) return `${path} is missing or not a regular file`
    if (file.sha256 !== expected) return `${path} has another content`
    const wrong = wrongMode(file.mode, path === pin.executable || path === pin.bubblewrap ? 'program' : 'data')
    if (wrong !== undefined) return `${path} ${wrong}`
  }
  return undefined
}

/** Windows has no such modes: its files all look writable and none executable. */
function wrongMode(mode: number, kind: 'program' | 'data'): string | undefined {
  if (process.platform === 'win32') return undefined
  if ((mode & 0o022) !== 0) return 'can be written by others'
  return kind === 'program' && (mode & 0o111) !== 0o111 ? 'is not executable' : undefined
}

async function readRegularFile(path: string): Promise<{ sha256: string; mode: number } | undefined> {
  const found = await lstat(path).catch(undefinedIfMissing)
  if (found === undefined || !found.isFile()) return undefined
  // O_NOFOLLOW: between the look and the opening the file may become a link. Windows does not have the flag.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    return { sha256: await sha256Of(handle), mode: found.mode }
  } finally {
    await handle.close()
  }
}

/** The thread pool reads into one buffer while this thread hashes the other. */
async function sha256Of(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  let hashed = Buffer.allocUnsafe(chunkBytes)
  let filled = Buffer.allocUnsafe(chunkBytes)
  let { bytesRead } = await handle.read(hashed, 0, chunkBytes)
  while (bytesRead > 0) {
    const reading = handle.read(filled, 0, chunkBytes)
    hash.update(hashed.subarray(0, bytesRead))
    bytesRead = (await reading).bytesRead
    const swap = hashed
    hashed = filled
    filled = swap
  }
  return hash.digest('hex')
}

function undefinedIfMissing(error: unknown): undefined {
  const code = systemCodeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}
