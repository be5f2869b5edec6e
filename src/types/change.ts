import { z } from 'zod'

export const modes = ['review', 'adversarial', 'plan', 'audit'] as const
export const Mode = z.enum(modes)
export type Mode = z.infer<typeof Mode>

/** A full git object id, 40 or 64 hex digits. */
export type Sha = string

export interface Commit {
  readonly sha: Sha
  readonly authorName: string
  readonly authorEmail: string
  readonly message: string
}

/** What the event says of the pull request. Every text here is untrusted. */
export interface PullRequest {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly headRef: string
  readonly author: { readonly login: string; readonly id: number; readonly type: string }
  readonly fork: boolean
  readonly draft: boolean
  /** The head before the push that brought this event; undefined where the event is about something else. */
  readonly previousHead?: Sha | undefined
}

/** The commits under review, with or without a pull request. `head` may be a tree-only commit id for local work. */
export interface Change {
  readonly mode: Mode
  /** Tip of the base branch: policy is read from here. */
  readonly base: Sha
  /** The commit that is reviewed. For `--staged` and `--working-tree` a private commit made of that tree. */
  readonly head: Sha
  /** Where the diff starts. */
  readonly mergeBase: Sha
  /** Name of the branch that the change goes into, without refs/heads/; undefined where no branch is known. */
  readonly baseBranch?: string | undefined
  readonly commits: readonly Commit[]
  /** There are more commits than `commits`, which nobody read. */
  readonly commitsCut?: boolean
  readonly pullRequest: PullRequest | undefined
}
