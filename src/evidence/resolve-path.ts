import { showPath } from '../diff/invisible.js'
import type { Side } from '../diff/lines.js'
import type { Diff } from '../types/diff.js'
import type { NeutralisedFile } from '../types/snapshot.js'
import { type PathList, pathsEndingWith, pathsOfAnyCase, toPathList } from './path-list.js'

/** The repository's path for what a reviewer wrote, or why there is none. */
export type ResolvedPath =
  | {
      readonly kind: 'resolved'
      readonly path: string
      /** What was written, where it is not the path itself. */
      readonly note: string | undefined
    }
  | { readonly kind: 'rejected'; readonly reason: string }

/**
 * Resolves a path on one side: exactly, then without what a diff or an editor puts around it, then by the only path that
 * ends with it, or that differs in nothing but case. The change's own paths go first. It never decides between two.
 */
export type ResolvePath = (side: Side, path: string) => Promise<ResolvedPath>

/** All paths of one side of the change: the tree of the head, or of the merge base. */
export type TreePaths = (side: Side) => Promise<readonly string[]>

export interface PathContext {
  readonly diff: Diff
  /** Files that stand in the snapshot under another name. */
  readonly neutralised: readonly NeutralisedFile[]
  /** Where it is left out, only whole paths can be told, and one that is nowhere is kept. */
  readonly treePaths: TreePaths | undefined
  /** Absolute directories under which a reviewer may have seen the repository. */
  readonly roots: readonly string[]
  /** Whether there is a text of this very path. */
  exists(side: Side, path: string): Promise<boolean>
}

/** Reads the lists of known paths once, for all findings. */
export function pathResolver(context: PathContext): ResolvePath {
  const changed = { new: changedPaths('new', context), old: changedPaths('old', context) }
  const readTree = treesOf(context.treePaths)
  return async (side, written) => {
    const asWritten = changed[side].names.get(written)
    if (asWritten !== undefined) return { kind: 'resolved', path: asWritten, note: undefined }
    const tree = await readTree(side)
    const lists = tree === undefined ? [changed[side]] : [changed[side], tree]
    const spellings = spellingsOf(written, context.roots)
    for (const spelling of spellings) {
      const known = lists.map(({ names }) => names.get(spelling)).find((path) => path !== undefined)
      // A changed file goes by its old name, and by the one that its snapshot or the diff shows, as well.
      if (known !== undefined) return { kind: 'resolved', path: known, note: noteOf(written, spelling) }
      const isAsked = tree === undefined && whyUnusable(spelling) === undefined
      if (isAsked && (await context.exists(side, spelling))) {
        return { kind: 'resolved', path: spelling, note: noteOf(written, spelling) }
      }
    }
    return resolveInexactly(lists, { written, spellings }) ?? unresolved(written, side, tree)
  }
}

interface Wanted {
  readonly written: string
  readonly spellings: readonly string[]
}

function resolveInexactly(lists: readonly PathList[], { written, spellings }: Wanted): ResolvedPath | undefined {
  for (const find of [pathsEndingWith, pathsOfAnyCase]) {
    for (const spelling of spellings) {
      for (const list of lists) {
        const [only, ...others] = find(list, spelling)
        if (others.length > 0) return { kind: 'rejected', reason: 'the path fits more than one file' }
        if (only !== undefined) return { kind: 'resolved', path: only, note: noteOf(written, only) }
      }
    }
  }
  return undefined
}

function unresolved(written: string, side: Side, tree: PathList | undefined): ResolvedPath {
  const reason = whyUnusable(written)
  if (reason !== undefined) return { kind: 'rejected', reason }
  if (tree === undefined) return { kind: 'resolved', path: written.replace(/^\.\//, ''), note: undefined }
  return { kind: 'rejected', reason: `there is no such path ${side === 'new' ? 'at the head' : 'at the base'}` }
}

const MAX_SHOWN = 200

function noteOf(written: string, path: string): string | undefined {
  return written === path ? undefined : `The path was given as "${showPath(written.slice(0, MAX_SHOWN))}".`
}

/** A line or a range of lines behind the path: `:12`, `:12:5`, `:12-20`, `#L12-L20`. */
const position = /(?::[0-9]{1,9}(?:[:-][0-9]{1,9})?|#L[0-9]{1,9}(?:-L?[0-9]{1,9})?)$/

/** The path as it was written, then with less and less around it. */
function spellingsOf(written: string, roots: readonly string[]): readonly string[] {
  if (written.length > MAX_PATH_CHARACTERS) return [written]
  const unquoted = written.trim().replace(/^`|`$/g, '')
  const placed = unquoted.replace(position, '')
  const local = placed.replace(/^file:\/\/(?=\/)/, '')
  const plain = local.replace(/^\.\//, '')
  const root = roots.find((directory) => plain.startsWith(`${directory}/`))
  const relative = root === undefined ? plain : plain.slice(root.length + 1)
  const unprefixed = relative.replace(/^[ab]\//, '')
  return [...new Set([written, unquoted, placed, local, plain, relative, unprefixed])]
}

/** What a reviewer may write → the path on the asked side. The diff shows it paths with visible escapes. */
function changedPaths(side: Side, { diff, neutralised }: PathContext): PathList {
  const names = new Map<string, string>()
  for (const { path, snapshotPath } of neutralised) names.set(snapshotPath, path)
  for (const { path } of diff.omitted) names.set(path, path)
  for (const { path, oldPath } of diff.files) {
    const asked = side === 'old' ? (oldPath ?? path) : path
    names.set(showPath(path), asked).set(path, asked)
    if (oldPath !== undefined && side === 'old') names.set(showPath(oldPath), oldPath).set(oldPath, oldPath)
  }
  return toPathList(names)
}

/** The lists of the whole tree, read when first asked for. */
function treesOf(treePaths: TreePaths | undefined): (side: Side) => Promise<PathList | undefined> {
  const known = new Map<Side, Promise<PathList>>()
  return async (side) => {
    if (treePaths === undefined) return undefined
    const list =
      known.get(side) ?? treePaths(side).then((paths) => toPathList(new Map(paths.map((path) => [path, path]))))
    known.set(side, list)
    return list
  }
}

const MAX_PATH_CHARACTERS = 4096
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/

function whyUnusable(path: string): string | undefined {
  if (path === '') return 'the path is empty'
  if (path.length > MAX_PATH_CHARACTERS) return `the path is longer than ${MAX_PATH_CHARACTERS} characters`
  if (control.test(path)) return 'the path holds control characters'
  if (scheme.test(path)) return 'the path is a URL or holds a drive letter; a path below the repository is needed'
  if (path.startsWith('/') || path.startsWith('\\'))
    return 'the path is absolute; a path below the repository is needed'
  if (path.split(/[/\\]/).includes('..')) return 'the path leaves the repository'
  return undefined
}
