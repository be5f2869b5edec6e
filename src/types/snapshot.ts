/** One file of the snapshot whose name or kind is not that of the repository. */
export interface NeutralisedFile {
  readonly path: string
  /** Relative to the snapshot. */
  readonly snapshotPath: string
  readonly reason: 'agent-config' | 'symlink' | 'unsafe-path' | 'case-collision'
  /** For a symlink: where it points. */
  readonly target: string | undefined
}

/** The directory that a reviewer reads: blobs of the head commit, no links, no `.git`, no live agent configuration. */
export interface Snapshot {
  /** Absolute path. */
  readonly directory: string
  readonly fileCount: number
  readonly neutralised: readonly NeutralisedFile[]
  /** Paths that were not written, with the reason (submodule, too large, no space left of the cap). */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
}
