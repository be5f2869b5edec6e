export type FileStatus = 'added' | 'modified' | 'deleted' | 'renamed' | 'type-changed'

export type DiffLine =
  | { readonly kind: 'context'; readonly oldLine: number; readonly newLine: number; readonly text: string }
  | { readonly kind: 'added'; readonly newLine: number; readonly text: string }
  | { readonly kind: 'removed'; readonly oldLine: number; readonly text: string }

export interface Hunk {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  /** The text git prints after the second @@; often the enclosing function. */
  readonly section: string
  /** Changed lines of each side. */
  readonly added: number
  readonly removed: number
  /** Of all its lines as git prints them: sign, text and newline. */
  readonly bytes: number
  /** Decoded from git's output at every access: hold it in a variable, and no longer than it is needed. */
  readonly lines: readonly DiffLine[]
  readonly oldMissingNewline: boolean
  readonly newMissingNewline: boolean
}

/** One changed path. Paths are UTF-8; bytes that are not are shown as `\xNN`. Line texts keep a trailing CR. */
export interface FileDiff {
  readonly path: string
  /** The path before a rename; undefined otherwise. */
  readonly oldPath: string | undefined
  readonly status: FileStatus
  /** Git modes such as '100644', '120000' (symlink), '160000' (submodule); '000000' where the side does not exist. */
  readonly oldMode: string
  readonly newMode: string
  readonly oldBlob: string
  readonly newBlob: string
  readonly hunks: readonly Hunk[]
  readonly added: number
  readonly removed: number
}

/**
 * Why a path was left out. `excluded` kinds are not reviewable and not counted in coverage; `unreviewed` kinds are
 * counted and lower it.
 */
export interface OmittedFile {
  readonly path: string
  readonly kind: 'excluded' | 'unreviewed'
  /** For people: 'lock file', 'paths-ignore: **\/*.snap', 'NUL byte', … */
  readonly reason: string
  /** Changed lines, null where they cannot be counted (submodule). */
  readonly lines: number | null
}

/** The reviewable part of a change and, by name, everything else. */
export interface Diff {
  readonly files: readonly FileDiff[]
  readonly omitted: readonly OmittedFile[]
}

/** Added and removed lines, of a file, of a hunk, or of several together. */
export type LineCounts = Pick<FileDiff, 'added' | 'removed'>

/** Added plus removed lines of files or hunks. */
export function changedLines(counted: readonly LineCounts[]): number {
  const { added, removed } = sumOf(counted)
  return added + removed
}

/** The lines of files or hunks together. */
export function sumOf(counted: readonly LineCounts[]): LineCounts {
  let [added, removed] = [0, 0]
  for (const one of counted) {
    added += one.added
    removed += one.removed
  }
  return { added, removed }
}

/** The file with these of its hunks only, counted anew; the file itself where they are all. */
export function withHunks(file: FileDiff, hunks: readonly Hunk[]): FileDiff {
  if (hunks.length === file.hunks.length) return file
  return { ...file, hunks, ...sumOf(hunks) }
}
