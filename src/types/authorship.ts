import type { z } from 'zod'
import type { Sha } from './change.js'
import type { Signal } from './report.js'
import type { Family } from './reviewer.js'

/** One trace of who wrote something, as the report shows it. */
export type AuthorSignal = z.infer<typeof Signal>

/** What is known of the author of one commit. */
export interface CommitAuthorship {
  readonly sha: Sha
  /** Families that are known to have written it. */
  readonly families: readonly Family[]
  /** Somebody wrote it, or a part of it, of whom no family is known. A person only counts as one when declared. */
  readonly unknown: boolean
  /**
   * Somebody whom the author cannot forge says who wrote it: `author-model`, a rule of the base config's `authors` that
   * names the opener, or the event's opener itself. False for what only commits, notes, branch or body tell.
   */
  readonly vouched: boolean
}

/** Who wrote a change. What is not vouched for is metadata that anybody can forge: it may only restrict who reviews. */
export interface Authorship {
  /** Every family that is known to have written a commit, in the order of the closed list. */
  readonly families: readonly Family[]
  /** Programs that left a trace and can drive models of many families. */
  readonly unknownHarnesses: readonly string[]
  readonly perCommit: readonly CommitAuthorship[]
  readonly signals: readonly AuthorSignal[]
}

/** The input `author-model`: who wrote the change, declared; `auto` reads the traces. */
export type AuthorModel = 'auto' | 'human' | readonly Family[]

/** One entry of `authors` in the config file. Every condition that is set must hold. */
export interface AuthorRule {
  /** Glob over the name of the head branch. */
  readonly branch: string | undefined
  /** Login of the pull request's opener, exactly. */
  readonly login: string | undefined
  /** E-mail address of the commit's author, exactly. */
  readonly email: string | undefined
  readonly family: Family
}

/** `models` of the config file: glob over a model's name → family. The first that matches counts. */
export type ModelFamilies = Readonly<Record<string, Family>>
