import { isUtf8 } from 'node:buffer'
import { createHash, type Hash, hash as hashAtOnce } from 'node:crypto'
import {
  type BigIntStats,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
} from 'node:fs'

/** What a directory tree was at one moment. */
export interface TreeProof {
  /** sha256, hex, over all entries. */
  readonly digest: string
  /** By path relative to the directory; bytes that are not UTF-8 are shown as `\xNN`, a backslash as `\\`. */
  readonly entries: ReadonlyMap<string, TreeProofEntry>
}

export interface TreeProofEntry {
  readonly type: 'file' | 'directory' | 'symlink' | 'other'
  /** Permission bits and owner: 'mode uid gid'. */
  readonly rights: string
  /** Nanoseconds. The access time is left out, because our own reading may change it. */
  readonly modified: bigint
  /** Bytes; 0n for a directory, whose size is the file system's own affair. */
  readonly size: bigint
  /** sha256 of the bytes, or of a link's target; undefined where only `identity` stands for them. */
  readonly content: string | undefined
  /** Inode and change time, which a writer cannot set back; undefined where the bytes were read. */
  readonly identity: string | undefined
}

export interface TreeProofOptions {
  /** Up to so many bytes in all, the content of every file is read. */
  readonly maxContentBytes?: number
}

const MAX_CONTENT_BYTES = 256 * 1024 * 1024
/** The event loop gets a turn after so many entries, so that a signal is still heard. */
const ENTRIES_PER_TURN = 2000
const READ_BYTES = 1024 * 1024
/** Not through a link that took the file's place, and not waiting for a pipe that did. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const SLASH = Buffer.from('/')

/**
 * Records every entry below the directory, `.git` included, by our own walk: git is blind to ignored and
 * assume-unchanged files. Small trees are read in full; of big ones only what git obeys, and the rest by its stat.
 */
export async function takeProof(directory: string, options: TreeProofOptions = {}): Promise<TreeProof> {
  const found = await walk(Buffer.from(directory))
  const total = found.reduce((sum, { stat }) => sum + (stat.type === 'file' ? stat.size : 0n), 0n)
  const everything = total <= BigInt(options.maxContentBytes ?? MAX_CONTENT_BYTES)
  const entries = new Map<string, TreeProofEntry>()
  for (const [index, entry] of found.entries()) {
    if (index % ENTRIES_PER_TURN === 0) await nextTurn()
    const path = showPath(entry.path)
    entries.set(path, record(entry, everything || isObeyedByGit(path) ? 'read' : 'stat'))
  }
  return { digest: digestOf(entries), entries }
}

/** One sentence part for each difference, sorted by path: 'src/a.ts was changed (content)'. Empty: unchanged. */
export function compareProofs(before: TreeProof, after: TreeProof): readonly string[] {
  if (before.digest === after.digest) return []
  const paths = [...new Set([...before.entries.keys(), ...after.entries.keys()])].sort()
  return paths.flatMap((path) => {
    const difference = differenceOf(before.entries.get(path), after.entries.get(path))
    return difference === undefined ? [] : [`${path} was ${difference}`]
  })
}

function differenceOf(before: TreeProofEntry | undefined, after: TreeProofEntry | undefined): string | undefined {
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  if (before.type !== after.type) return `changed (from ${before.type} to ${after.type})`
  const parts = [
    before.size === after.size ? undefined : 'size',
    differs(before.content, after.content) ? 'content' : undefined,
    before.rights === after.rights ? undefined : 'rights',
    before.modified === after.modified ? undefined : 'time of modification',
    differs(before.identity, after.identity) ? 'identity' : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : `changed (${parts.join(', ')})`
}

/** Undefined on one side: the tree crossed the limit in between, and size and time have to tell. */
function differs(before: string | undefined, after: string | undefined): boolean {
  return before !== undefined && after !== undefined && before !== after
}

interface Found {
  /** Relative to the directory, in bytes; empty for the directory itself. */
  readonly path: Buffer
  readonly absolute: Buffer
  readonly stat: Facts
}

/** What of a stat is recorded: a whole one, kept for each of a million entries, would take a gigabyte. */
interface Facts {
  readonly type: TreeProofEntry['type']
  readonly rights: string
  readonly size: bigint
  readonly modified: bigint
  readonly inode: bigint
  readonly changed: bigint
}

async function walk(root: Buffer): Promise<readonly Found[]> {
  const found: Found[] = [{ path: Buffer.alloc(0), absolute: root, stat: toFacts(lstatSync(root, { bigint: true })) }]
  // The array grows while it is read: directories queue what they hold.
  for (const [index, { path, absolute, stat }] of found.entries()) {
    if (index % ENTRIES_PER_TURN === 0) await nextTurn()
    if (stat.type !== 'directory') continue
    for (const name of namesIn(absolute)) {
      const below = Buffer.concat([absolute, SLASH, name])
      const seen = statOf(below)
      if (seen !== undefined)
        found.push({ path: path.length === 0 ? name : Buffer.concat([path, SLASH, name]), absolute: below, stat: seen })
    }
  }
  return found
}

/** A directory that we may not list is recorded by its own entry alone. */
function namesIn(directory: Buffer): readonly Buffer[] {
  return attempt(() => readdirSync(directory, { encoding: 'buffer' })) ?? []
}

/** Undefined: it vanished since it was listed. */
function statOf(path: Buffer): Facts | undefined {
  return attempt(() => toFacts(lstatSync(path, { bigint: true })))
}

function toFacts(stat: BigIntStats): Facts {
  return {
    type: typeOf(stat),
    rights: `${(stat.mode & 0o7777n).toString(8)} ${stat.uid} ${stat.gid}`,
    size: stat.size,
    modified: stat.mtimeNs,
    inode: stat.ino,
    changed: stat.ctimeNs,
  }
}

function record({ absolute, stat }: Found, how: 'read' | 'stat'): TreeProofEntry {
  const { type, rights, size, modified, inode, changed } = stat
  const content = contentOf(absolute, stat, how)
  const isStatOnly = type === 'file' && content === undefined
  return {
    ...{ type, rights, modified, content },
    size: type === 'directory' ? 0n : size,
    identity: isStatOnly ? `${inode} ${changed}` : undefined,
  }
}

function typeOf(stat: BigIntStats): TreeProofEntry['type'] {
  if (stat.isFile()) return 'file'
  if (stat.isDirectory()) return 'directory'
  return stat.isSymbolicLink() ? 'symlink' : 'other'
}

function contentOf(path: Buffer, { type, size }: Facts, how: 'read' | 'stat'): string | undefined {
  if (type === 'symlink') return attempt(() => hashAtOnce('sha256', readlinkSync(path, { encoding: 'buffer' })))
  return type === 'file' && how === 'read' ? attempt(() => hashFile(path, size)) : undefined
}

const scratch = { buffer: Buffer.alloc(0) }

/** Files that fit are hashed in one call, without an object of their own: most of a tree is small. */
function hashFile(path: Buffer, size: bigint): string {
  if (scratch.buffer.length === 0) scratch.buffer = Buffer.allocUnsafe(READ_BYTES)
  const { buffer } = scratch
  const descriptor = openSync(path, READ_FLAGS)
  try {
    const first = readSync(descriptor, buffer)
    const isWhole = BigInt(first) === size && first < buffer.length
    return isWhole ? hashAtOnce('sha256', buffer.subarray(0, first)) : hashRest(descriptor, first)
  } finally {
    closeSync(descriptor)
  }
}

/** Goes on after the first read, whose bytes are in the buffer. */
function hashRest(descriptor: number, first: number): string {
  const { buffer } = scratch
  const hash = sha256()
  for (let read = first; read > 0; read = readSync(descriptor, buffer)) hash.update(buffer.subarray(0, read))
  return hash.digest('hex')
}

/** What decides how git behaves later: everything of a `.git` but its objects and large files, whose ids are hashes. */
function isObeyedByGit(path: string): boolean {
  const components = path.split('/')
  const git = components.indexOf('.git')
  if (git === -1) return false
  return !components.slice(git + 1).some((component) => component === 'objects' || component === 'lfs')
}

function digestOf(entries: ReadonlyMap<string, TreeProofEntry>): string {
  const hash = sha256()
  for (const path of [...entries.keys()].sort()) {
    const entry = entries.get(path)
    if (entry === undefined) continue
    const { type, rights, modified, size, content, identity } = entry
    hash.update(JSON.stringify([path, type, rights, `${modified}`, `${size}`, content ?? '', identity ?? '']))
  }
  return hash.digest('hex')
}

/** One text for each name: the backslash is escaped, so that no name looks like the escape of another. */
function showPath(path: Buffer): string {
  if (path.length === 0) return '.'
  if (isUtf8(path)) return path.toString('utf8').replaceAll('\\', '\\\\')
  const escaped = path.toString('latin1').replaceAll('\\', '\\\\')
  return escaped.replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(): Hash {
  return createHash('sha256')
}

/** Undefined when the file system says no; whatever else goes wrong is ours to know. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    // Not by `instanceof`: the class of a system error is another one in a test's own realm.
    if (typeof error === 'object' && error !== null && 'code' in error) return undefined
    throw error
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
