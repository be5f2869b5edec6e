import type { IncrementReport, ReusedReview } from './report.js'
import type { Family } from './reviewer.js'

/** One request to a reviewer. */
export interface EstimatedRequest {
  /** `the change`, `part 3 of 12`, or the pass over the map. */
  readonly name: string
  readonly files: number
  readonly changedLines: number
  /** Of the prompt, at most: what the CLI adds, its turns and the answer come on top. */
  readonly tokens: number
}

/** What a review would send; what `review --estimate --format json` prints. */
export interface Estimate {
  readonly change: { readonly base: string; readonly head: string; readonly mergeBase: string }
  /** Reviewable ones. */
  readonly changedLines: number
  readonly reviewers: readonly { readonly id: string; readonly model: string; readonly family: Family | null }[]
  /** `missing`: nobody can review now; these would, with their credentials. */
  readonly credentials: 'present' | 'missing'
  /** The same to each reviewer, in another order. */
  readonly requests: readonly EstimatedRequest[]
  readonly perReviewer: { readonly requests: number; readonly tokens: number }
  readonly total: { readonly requests: number; readonly tokens: number }
  /** What the run could spend at most; `auto` as a number. */
  readonly maxTokens: number
  readonly unreviewed: readonly { readonly path: string; readonly reason: string }[]
  /** Files that the policy leaves out. */
  readonly excluded: number
  /** The recorded reviews that would be given back instead; null where there are none. */
  readonly recorded: ReusedReview | null
  /** The review that this one would build on. */
  readonly increment: IncrementReport | null
  readonly notes: readonly string[]
}
