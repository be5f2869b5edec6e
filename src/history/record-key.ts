import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Mode, Sha } from '../types/change.js'
import type { FileDiff } from '../types/diff.js'
import type { Policy } from '../types/policy.js'
import type { Family } from '../types/reviewer.js'
import { compareText } from '../types/text-order.js'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** By what a review was made. */
export const RecordRules = z.strictObject({
  policy: Digest,
  prompts: Digest,
  /** With their models and endpoints. */
  reviewers: Digest,
  /** Mode, version of the tool, and where. */
  setting: Digest,
})
export type RecordRules = z.infer<typeof RecordRules>

/** What a recorded review is of. A pull request needs all of it to be equal; a merge queue, whose base moved, not `tree`. */
export const RecordKey = z.strictObject({
  /** All of the change, what nobody reviews included, by the ids of its blobs. */
  change: Digest,
  /** The reviewable part of the change, likewise. */
  content: Digest,
  /** Everything that the reviewer could read. */
  tree: Digest,
  rules: RecordRules,
})
export type RecordKey = z.infer<typeof RecordKey>

/** Who is asked, and where its model is served. */
export interface RecordReviewer {
  readonly id: string
  readonly model: string
  readonly family: Family
  readonly baseUrl: string
}

export interface KeyParts {
  /** All changed files. */
  readonly all: readonly ChangedFile[]
  /** The reviewable files: what is left out depends on who asks, by `exempt` for example. */
  readonly files: readonly FileDiff[]
  /** Id of the head commit's tree. */
  readonly headTree: Sha
  readonly mode: Mode
  readonly policy: Policy
  /** Templates as they are on disk, before they are filled. */
  readonly prompts: readonly string[]
  readonly reviewers: readonly RecordReviewer[]
  readonly toolVersion: string
  /** Id of the repository, or path of the checkout: a record is worth nothing elsewhere. */
  readonly place: string
}

/** Only the gate reads these, and it decides anew every time. Every other setting counts, also one that comes later. */
const gateOnly = [
  'failOnSeverity',
  'minCoverage',
  'onNotEvaluated',
  'minAgreement',
  'floor',
  'override',
  'ownResults',
  'suppressions',
] as const satisfies readonly (keyof Policy)[]
const gateOnlyNames: ReadonlySet<string> = new Set(gateOnly)

/** Names a review by its content and its rules; neither text of the pull request nor commit messages count. */
export function recordKey(parts: KeyParts): RecordKey {
  const { all, files, headTree, mode, policy, prompts, reviewers, toolVersion, place } = parts
  return {
    change: changeDigest(all),
    content: contentDigest(files),
    tree: digest('tree', headTree),
    rules: {
      policy: digest('policy', reviewerPolicy(policy)),
      prompts: digest(
        'prompts',
        prompts.map((text) => digest('prompt', text)),
      ),
      reviewers: digest('reviewers', reviewers.map((reviewer) => canonical(reviewer)).toSorted(compareText)),
      setting: digest('setting', { mode, toolVersion, place }),
    },
  }
}

/** What of two sets of rules differs, in words for people; empty where nothing does. */
export function differingRules(one: RecordRules, other: RecordRules): readonly string[] {
  const names = {
    policy: 'another policy',
    prompts: 'other prompts',
    reviewers: 'other reviewers',
    setting: 'another mode, version or repository',
  }
  return RecordRules.keyof().options.flatMap((part) => (one[part] === other[part] ? [] : [names[part]]))
}

/** A changed file as far as it tells one content from another. */
export type ChangedFile = Omit<FileDiff, 'hunks' | 'added' | 'removed'>

/** Names a whole change by its content. */
export function changeDigest(all: readonly ChangedFile[]): string {
  return digest('change', all.map(contentOf).toSorted(compareText))
}

/** Names the reviewable part of a change by its content. */
export function contentDigest(files: readonly ChangedFile[]): string {
  return digest('content', files.map(contentOf).toSorted(compareText))
}

function contentOf({ path, oldPath, status, oldMode, newMode, oldBlob, newBlob }: ChangedFile): string {
  return canonical({ path, oldPath, status, oldMode, newMode, oldBlob, newBlob })
}

/** What decides who reviews what, and what they are told. */
function reviewerPolicy(policy: Policy): unknown {
  const rules = policy.rules.map(({ failOnSeverity: _threshold, minAgreement: _agreement, ...rule }) => rule)
  const kept = Object.entries({ ...policy, rules }).filter(([name]) => !gateOnlyNames.has(name))
  return Object.fromEntries(kept)
}

function digest(label: string, value: unknown): string {
  return createHash('sha256')
    .update(`model-stack-record ${label}\n${canonical(value)}`)
    .digest('hex')
}

/** JSON with the names of every object in order, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => (isPlainObject(inner) ? inOrder(inner) : inner)) ?? 'null'
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareText(a, b)))
}
