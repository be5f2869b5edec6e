import type { NeutralisedFile } from '../types/snapshot.js'
import { foldName, inertPath, isAgentConfig } from './agent-config.js'
import type { TreeEntry } from './tree-entries.js'
import { CONFIG_DIRECTORY, isUnsafePath, MAX_COMPONENT_BYTES, MAX_PATH_BYTES, PATHS_DIRECTORY } from './unsafe-path.js'

/** Where one entry of the tree goes. */
export interface PlannedFile {
  readonly entry: TreeEntry
  /** Relative to the snapshot, `/` between components; unique even where case does not count. */
  readonly snapshotPath: string
  /** Undefined: a plain file under its own name. */
  readonly reason: NeutralisedFile['reason'] | undefined
}

/** Chooses a place for every entry, so that no two meet on any file system and nothing is live. */
export function planFiles(entries: readonly TreeEntry[]): readonly PlannedFile[] {
  const repositories = embeddedRepositories(entries)
  const places = emptyPlaces()
  const kept = entries.map((entry) => ({ entry, wish: wishFor(entry, repositories) }))
  // Plain files choose first, so that a neutralised one never pushes them away.
  const ordered = [...kept.filter(({ wish }) => wish.plain), ...kept.filter(({ wish }) => !wish.plain)]
  return ordered.map(({ entry, wish }) => {
    const snapshotPath = wish.path === undefined ? places.takeNumbered() : places.take(wish.path)
    const collided = wish.path !== undefined && snapshotPath !== wish.path
    return { entry, snapshotPath, reason: wish.reason ?? (collided ? 'case-collision' : undefined) }
  })
}

interface Wish {
  /** Undefined: any numbered name will do. */
  readonly path: string | undefined
  readonly plain: boolean
  readonly reason: NeutralisedFile['reason'] | undefined
}

function wishFor(entry: TreeEntry, repositories: ReadonlySet<string>): Wish {
  const link = entry.kind === 'symlink' ? 'symlink' : undefined
  if (!entry.utf8 || isUnsafePath(entry.path)) return { path: undefined, plain: false, reason: link ?? 'unsafe-path' }
  if (isAgentConfig(entry.path) || repositories.has(entry.path)) {
    return { path: `${CONFIG_DIRECTORY}/${inertPath(entry.path)}`, plain: false, reason: link ?? 'agent-config' }
  }
  return { path: entry.path, plain: true, reason: link }
}

/**
 * The HEAD and config files of bare repositories inside the tree: git takes such a directory for a repository and
 * obeys its config, hooks included. Without HEAD it is a plain directory.
 */
function embeddedRepositories(entries: readonly TreeEntry[]): ReadonlySet<string> {
  const present = new Set<string>()
  for (const { path } of entries) addPrefixes(present, foldName(path))
  const isRepository = (directory: string) =>
    present.has(`${directory}commondir`) || (present.has(`${directory}objects`) && present.has(`${directory}refs`))
  const found = entries.filter(({ path }) => {
    const folded = foldName(path)
    const slash = folded.lastIndexOf('/') + 1
    const name = folded.slice(slash)
    const directory = folded.slice(0, slash)
    return (name === 'head' || name === 'config') && present.has(`${directory}head`) && isRepository(directory)
  })
  return new Set(found.map(({ path }) => path))
}

/** What leads to a directory that is there is there as well. */
function addPrefixes(present: Set<string>, path: string): void {
  if (path.length <= MAX_PATH_BYTES && present.has(parentOf(path))) present.add(path)
  else for (const prefix of prefixesOf(path)) present.add(prefix)
}

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
function prefixesOf(path: string): readonly string[] {
  // Longer paths are unsafe anyway; the cap keeps the work linear.
  if (path.length > MAX_PATH_BYTES) return []
  const prefixes: string[] = []
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    prefixes.push(path.slice(0, slash))
  }
  return [...prefixes, path]
}

interface Places {
  /** The wish, or the wish with a number behind it, or a numbered name. */
  take(wish: string): string
  takeNumbered(): string
}

/** Remembers the names in use. Keys are folded, because a file system may fold them too. */
function emptyPlaces(): Places {
  const files = new Set<string>()
  const directories = new Set<string>()
  const nextNumber = counter()
  // A directory in use has no file on the way to it.
  const isInUse = (folded: string) => directories.has(parentOf(folded))
  const isBelowFile = (folded: string) =>
    !isInUse(folded) && parentsOf(folded).some((directory) => files.has(directory))
  const reserve = (path: string) => {
    const folded = foldName(path)
    files.add(folded)
    if (!isInUse(folded)) for (const directory of parentsOf(folded)) directories.add(directory)
    return path
  }
  // Nothing else is ever placed in this directory, so the next number is always free.
  const takeNumbered = () => reserve(`${PATHS_DIRECTORY}/${nextNumber(PATHS_DIRECTORY)}.txt`)
  const take = (wish: string) => {
    if (isBelowFile(foldName(wish))) return takeNumbered()
    let candidate = wish
    while (files.has(foldName(candidate)) || directories.has(foldName(candidate))) {
      candidate = `${wish}.${nextNumber(foldName(wish)) + 1}`
    }
    return isTooLong(candidate) ? takeNumbered() : reserve(candidate)
  }
  return { take, takeNumbered }
}

/** 1, 2, 3 … for each key; never a number twice, so that many collisions stay linear. */
function counter(): (key: string) => number {
  const last = new Map<string, number>()
  return (key) => {
    const number = (last.get(key) ?? 0) + 1
    last.set(key, number)
    return number
  }
}

/** Empty at the top. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function parentsOf(path: string): readonly string[] {
  return prefixesOf(path).slice(0, -1)
}

function isTooLong(path: string): boolean {
  return path.split('/').some((component) => Buffer.byteLength(component) > MAX_COMPONENT_BYTES)
}
