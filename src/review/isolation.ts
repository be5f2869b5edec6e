import type { IsolationMode } from '../types/policy.js'

/**
 * `required`: no sandbox, no review. `optional`: a machine without a sandbox goes on without one, and everything says
 * so. `off`: the user opted out.
 */
export type IsolationDemand = 'required' | 'optional' | 'off'

export interface IsolationFacts {
  readonly mode: IsolationMode
  /** The change comes from a fork: whoever wrote it has no rights here. */
  readonly fork: boolean
  /** The answers are recorded ones, for a repository of ours. */
  readonly replayed: boolean
}

/** How this run's CLI reviewers must be confined, or why they may not run at all. */
export function demandIsolation({
  mode,
  fork,
  replayed,
}: IsolationFacts): IsolationDemand | { readonly refused: string } {
  if (replayed) return 'optional'
  if (mode !== 'none') return 'required'
  if (!fork) return 'off'
  return {
    refused:
      'isolation: none is refused for a pull request from a fork: whoever opened it could take over the machine. Leave isolation at auto and run on Linux, where bubblewrap works.',
  }
}
