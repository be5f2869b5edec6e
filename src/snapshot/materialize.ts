import { decodePath } from '../diff/path-text.js'
import type { Git } from '../host/host.js'
import type { Sha } from '../types/change.js'
import type { NeutralisedFile, Snapshot } from '../types/snapshot.js'
import { type PlannedFile, planFiles } from './plan.js'
import { readTreeEntries, type TreeEntry } from './tree-entries.js'
import { createSnapshotDirectory, type SnapshotWriter } from './write.js'

/** Larger files are not for reading. */
const MAX_FILE_BYTES = 20 * 1024 * 1024
const MAX_TOTAL_BYTES = 2 * 1024 * 1024 * 1024
const MAX_FILES = 500_000
/** Content held in memory at once. */
const MAX_BATCH_BYTES = 32 * 1024 * 1024
/** Keeps the pauses between two turns of the event loop short. */
const MAX_BATCH_FILES = 4000
/** What `cat-file --batch` prints around each object. */
const HEADER_BYTES = 128
/** A link's target is at most PATH_MAX where links work; more is not worth showing. */
const MAX_TARGET_BYTES = 4096

/** Caps in bytes and files; tests make them small. */
export interface MaterializeOptions {
  readonly maxFileBytes?: number
  readonly maxTotalBytes?: number
  readonly maxFiles?: number
  readonly maxBatchBytes?: number
}

type Skipped = Snapshot['skipped'][number]
type SizedFile = PlannedFile & { readonly size: number }

/**
 * Writes the tree of `head` into `directory`, which must not exist: regular read-only files only, made from git
 * objects, with no links, no `.git` and no live agent configuration.
 */
export async function materialize(
  git: Git,
  head: Sha,
  directory: string,
  options: MaterializeOptions = {},
): Promise<Snapshot> {
  const { accepted, skipped } = choose(await readTreeEntries(git, head), options)
  const writer = createSnapshotDirectory(directory)
  const neutralised: NeutralisedFile[] = []
  for (const batch of inBatches(accepted, options.maxBatchBytes ?? MAX_BATCH_BYTES)) {
    neutralised.push(...writeBatch(batch, await readBlobs(git, batch), writer))
  }
  return { directory, fileCount: accepted.length, neutralised, skipped }
}

function choose(entries: readonly TreeEntry[], options: MaterializeOptions) {
  const skipped: Skipped[] = []
  const accepted: SizedFile[] = []
  const room = roomFor(options)
  const present = entries.filter((entry) => {
    const reason = whyNot(entry, room)
    if (reason !== undefined) skipped.push({ path: entry.path, reason })
    return reason === undefined
  })
  for (const file of planFiles(present)) accepted.push({ ...file, size: file.entry.size ?? 0 })
  return { accepted, skipped }
}

interface Room {
  readonly maxFileBytes: number
  /** Counts the file in when there is room for it. */
  take(bytes: number): boolean
}

function roomFor(options: MaterializeOptions): Room {
  let bytesLeft = options.maxTotalBytes ?? MAX_TOTAL_BYTES
  let filesLeft = options.maxFiles ?? MAX_FILES
  const take = (bytes: number) => {
    if (bytes > bytesLeft || filesLeft === 0) return false
    bytesLeft -= bytes
    filesLeft -= 1
    return true
  }
  return { maxFileBytes: options.maxFileBytes ?? MAX_FILE_BYTES, take }
}

function whyNot(entry: TreeEntry, room: Room): string | undefined {
  if (entry.kind === 'submodule') return `submodule at ${entry.id}`
  if (entry.size === undefined) return `its git object ${entry.id} is missing`
  if (entry.size > room.maxFileBytes) return `too large (${entry.size} bytes, at most ${room.maxFileBytes})`
  return room.take(entry.size) ? undefined : 'no space left of the cap for the whole snapshot'
}

function inBatches(files: readonly SizedFile[], maxBytes: number): readonly (readonly SizedFile[])[] {
  const batches: SizedFile[][] = []
  let current: SizedFile[] = []
  let bytes = 0
  for (const file of files) {
    if (current.length > 0 && (bytes + file.size > maxBytes || current.length >= MAX_BATCH_FILES)) {
      batches.push(current)
      current = []
      bytes = 0
    }
    current.push(file)
    bytes += file.size
  }
  return current.length > 0 ? [...batches, current] : batches
}

/** The contents of the files, in their order. */
async function readBlobs(git: Git, files: readonly SizedFile[]): Promise<readonly Buffer[]> {
  const input = files.map(({ entry }) => `${entry.id}\n`).join('')
  const maxBytes = files.reduce((sum, { size }) => sum + size + HEADER_BYTES, 0)
  const output = await git.read(['cat-file', '--batch'], { input, maxBytes })
  let offset = 0
  return files.map((file) => {
    const newline = output.indexOf(10, offset)
    const header = output.toString('latin1', offset, newline)
    const start = newline + 1
    offset = start + file.size + 1
    // Also refuses an object that vanished or changed its size since it was listed.
    if (newline === -1 || header !== `${file.entry.id} blob ${file.size}` || offset > output.length) {
      throw new Error(`git cat-file did not return the blob ${file.entry.id} of ${JSON.stringify(file.entry.path)}`)
    }
    return output.subarray(start, offset - 1)
  })
}

function writeBatch(
  files: readonly SizedFile[],
  contents: readonly Buffer[],
  writer: SnapshotWriter,
): readonly NeutralisedFile[] {
  return files.flatMap(({ entry, snapshotPath, reason }, index) => {
    const content = contents[index] ?? Buffer.alloc(0)
    writer.write(snapshotPath, content)
    if (reason === undefined) return []
    const target = entry.kind === 'symlink' ? decodePath(content.subarray(0, MAX_TARGET_BYTES)) : undefined
    return [{ path: entry.path, snapshotPath, reason, target }]
  })
}
