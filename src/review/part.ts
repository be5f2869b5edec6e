import type { FileDiff } from '../types/diff.js'
import type { Gap } from '../types/reviewer.js'

/** What one request of a review is about, and how it is asked. */
export interface Part {
  /** For the log and the report: `the change`, `part 3 of 12`, `the pass over callers and contracts`. */
  readonly name: string
  /** `3/12`, before each line of the log; undefined where there is one part only. */
  readonly label?: string | undefined
  /** With whole hunks, each of which is in one part only; empty for the pass that looks at the map alone. */
  readonly files: readonly FileDiff[]
  /** What the prompt costs, estimated before it is written. */
  readonly tokens: number
  prompt(): string
  /** Asks about files of the part that the answer did not name. */
  followUpPrompt(files: readonly FileDiff[]): string
}

export interface PartsPlan {
  /** The riskiest first, and last the pass over the map. One part where one request holds the change. */
  readonly parts: readonly Part[]
  /** What nobody is asked about, because no request, or not the budget, holds it. */
  readonly left: readonly Gap[]
}

/** The parts, from another one on for every reviewer, so that no part is always looked at last. */
export function rotated(
  parts: readonly Part[],
  turn: { readonly index: number; readonly of: number },
): readonly Part[] {
  const ofHunks = parts.filter(({ files }) => files.length > 0)
  const start = Math.floor((Math.max(0, turn.index) * ofHunks.length) / turn.of)
  return [...ofHunks.slice(start), ...ofHunks.slice(0, start), ...parts.filter(({ files }) => files.length === 0)]
}
