import { isUtf8 } from 'node:buffer'
import { decodePath } from '../diff/path-text.js'
import type { Git } from '../host/host.js'
import type { Sha } from '../types/change.js'

/** One line of `git ls-tree -r -l`. */
export interface TreeEntry {
  /** For people and for matching: bytes that are not UTF-8 are shown as `\xNN`. */
  readonly path: string
  /** False: the name cannot be written as text, so `path` is only a picture of it. */
  readonly utf8: boolean
  readonly kind: 'file' | 'symlink' | 'submodule'
  readonly id: string
  /** Bytes; undefined for a submodule and for an object that is not here. */
  readonly size: number | undefined
}

/** About two million paths; a bigger listing is refused by the Git port. */
const MAX_LISTING_BYTES = 256 * 1024 * 1024

/** Every path of a commit's tree, in git's order. */
export async function readTreeEntries(git: Git, commit: Sha): Promise<readonly TreeEntry[]> {
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]
  return parseTreeEntries(await git.read(args, { maxBytes: MAX_LISTING_BYTES }))
}

/** Reads `<mode> <type> <id> <size>TAB<path>NUL…`. */
export function parseTreeEntries(listing: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  let start = 0
  while (start < listing.length) {
    const end = listing.indexOf(0, start)
    const stop = end === -1 ? listing.length : end
    entries.push(parseEntry(listing.subarray(start, stop)))
    start = stop + 1
  }
  return entries
}

function parseEntry(line: Buffer): TreeEntry {
  const tab = line.indexOf(9)
  const [mode = '', type = '', id = '', size = ''] = line.toString('latin1', 0, tab).split(/ +/)
  if (tab === -1 || !/^[0-9a-f]{40,64}$/.test(id)) throw new Error('git ls-tree printed a line that cannot be read')
  const name = line.subarray(tab + 1)
  const utf8 = isUtf8(name)
  const path = decodePath(name)
  return { path, utf8, kind: kindOf(mode, type), id, size: /^[0-9]+$/.test(size) ? Number(size) : undefined }
}

function kindOf(mode: string, type: string): TreeEntry['kind'] {
  if (type === 'commit') return 'submodule'
  return mode === '120000' ? 'symlink' : 'file'
}
