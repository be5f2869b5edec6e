import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SnapshotFiles } from './files-read.js'

/** Larger files are no source code, and cost time for every command that names them. */
const MAX_FILE_BYTES = 2 * 1024 * 1024
/** Names that are remembered; beyond that the disk is asked. */
const MAX_LISTED = 200_000

/** Reads files of the snapshot, which holds no links. Synchronous, since events are taken up line by line. */
export function openSnapshotFiles(directory: string): SnapshotFiles {
  const listing = new Listing(directory)
  return {
    directory,
    text: (path) => (listing.mayHold(path) ? readText(join(directory, path)) : undefined),
    mayBegin: (character) => listing.mayBegin(character),
  }
}

interface Entry {
  readonly path: string
  readonly kind: 'file' | 'directory' | 'other'
  /** What it holds, once that was asked; undefined where it cannot be listed. */
  entries: ReadonlyMap<string, Entry> | 'not listed' | undefined
}

/**
 * What the snapshot's directories hold, each listed when a name first leads there: most words of a command are no
 * paths, and asking the disk for each of them is dear.
 */
class Listing {
  readonly #root: Entry
  #listed = 0

  constructor(directory: string) {
    this.#root = { path: directory, kind: 'directory', entries: 'not listed' }
  }

  /** False only where there is no such file. */
  mayHold(path: string): boolean {
    let entry: Entry | undefined = this.#root
    // Most names end at the first step, so that no list of all is made.
    for (let start = 0, end = 0; end < path.length; start = end + 1) {
      if (entry?.kind !== 'directory') return false
      const entries = this.#entriesOf(entry)
      if (entries === undefined) return true
      end = path.indexOf('/', start)
      if (end === -1) end = path.length
      entry = entries.get(path.slice(start, end))
    }
    return entry?.kind === 'file'
  }

  mayBegin(character: string): boolean {
    const entries = this.#entriesOf(this.#root)
    return entries === undefined || [...entries.keys()].some((name) => name.startsWith(character))
  }

  #entriesOf(directory: Entry): ReadonlyMap<string, Entry> | undefined {
    if (directory.entries === 'not listed') {
      directory.entries = this.#listed < MAX_LISTED ? list(directory.path) : undefined
      this.#listed += directory.entries?.size ?? 0
    }
    return directory.entries
  }
}

function list(directory: string): ReadonlyMap<string, Entry> | undefined {
  try {
    const entries = readdirSync(directory, { withFileTypes: true })
    return new Map(entries.map((entry) => [entry.name, toEntry(directory, entry)]))
  } catch {
    return undefined // not ours to list: what it holds is asked for one by one
  }
}

function toEntry(directory: string, entry: Dirent): Entry {
  const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other'
  return { path: `${directory}/${entry.name}`, kind, entries: 'not listed' }
}

function readText(path: string): string | undefined {
  try {
    const status = lstatSync(path)
    return status.isFile() && status.size <= MAX_FILE_BYTES ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined // no such file: the word was not a path
  }
}
