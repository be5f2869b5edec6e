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

/** Added plus removed lines of the reviewable files. */
export function changedLines(files: readonly FileDiff[]): number {
  return files.reduce((sum, file) => sum + file.added + file.removed, 0)
}
