import { showPath } from '../diff/invisible.js'
import type { Diff } from '../types/diff.js'
import type { NeutralisedFile } from '../types/snapshot.js'

/** Paths to look up, the likeliest first, or why there are none. */
export type ResolvedPath =
  | { readonly kind: 'candidates'; readonly paths: readonly [string, ...string[]] }
  | { readonly kind: 'rejected'; readonly reason: string }

/**
 * The repository's path for what a reviewer wrote: as it stands, or without the `a/`, `b/` or `./` of a diff, or the
 * original of a neutralised file. Never a guess.
 */
export type ResolvePath = (side: 'new' | 'old', path: string) => ResolvedPath

export interface PathContext {
  readonly diff: Diff
  /** Files that stand in the snapshot under another name. */
  readonly neutralised: readonly NeutralisedFile[]
}

const MAX_PATH_CHARACTERS = 4096
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/

/** Reads the lists of known paths once, for all findings. */
export function pathResolver(context: PathContext): ResolvePath {
  const known = { new: knownPaths('new', context), old: knownPaths('old', context) }
  return (side, path) => {
    const candidates = spellingsOf(path)
    const match = candidates.map((candidate) => known[side].get(candidate)).find((found) => found !== undefined)
    // A path of the change itself is right however odd it is.
    if (match !== undefined) return { kind: 'candidates', paths: [match] }
    const reason = whyUnusable(path)
    return reason === undefined ? { kind: 'candidates', paths: candidates } : { kind: 'rejected', reason }
  }
}

function spellingsOf(path: string): readonly [string, ...string[]] {
  const plain = path.replace(/^\.\//, '')
  const stripped = plain.replace(/^[ab]\//, '')
  return stripped === plain ? [plain] : [plain, stripped]
}

/** What a reviewer may write → the path on the asked side. The diff shows it paths with visible escapes. */
function knownPaths(side: 'new' | 'old', { diff, neutralised }: PathContext): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const { path, snapshotPath } of neutralised) known.set(snapshotPath, path)
  for (const { path } of diff.omitted) known.set(path, path)
  for (const { path, oldPath } of diff.files) {
    const asked = side === 'old' ? (oldPath ?? path) : path
    known.set(showPath(path), asked).set(path, asked)
    if (oldPath !== undefined && side === 'old') known.set(showPath(oldPath), oldPath).set(oldPath, oldPath)
  }
  return known
}

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
