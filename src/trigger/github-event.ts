import { z } from 'zod'
import { ConfigurationError } from '../errors.js'
import type { PullRequest, Sha } from '../types/change.js'
import { localBranch } from './branch-name.js'
import { printable } from './printable.js'

/** What an event asks for: commits to review, or a reason why nothing can be. */
export type Trigger =
  | {
      readonly kind: 'pull-request' | 'closed'
      readonly pullRequest: PullRequest
      readonly base: Sha
      readonly head: Sha
      readonly baseBranch: string
    }
  | {
      readonly kind: 'merge-group'
      /** What the group is put on: the tip of the base branch, or of the group before it in the queue. */
      readonly base: Sha
      readonly head: Sha
      readonly baseBranch: string
      /** The queue's branch, a full ref. */
      readonly ref: string
      readonly queue: {
        /** The pull request that entered the queue last; undefined where the ref does not name it. */
        readonly pullRequest: number | undefined
      }
    }
  | {
      readonly kind: 'push'
      /** Where the branch stood; undefined for a new branch. After a force-push origin may not have it any more. */
      readonly before: Sha | undefined
      readonly after: Sha
      /** refs/heads/… */
      readonly ref: string
      readonly branch: string
      readonly defaultBranch: string | undefined
    }
  | { readonly kind: 'dispatch' }

const ObjectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
/** A name that git takes and that no argument could be mistaken for. */
const RefName = z
  .string()
  .max(1024)
  .regex(/^[^\p{Cc}\s~^:?*[\\]+$/u)
const FullRef = RefName.startsWith('refs/')
const Repository = z.object({ id: z.number() }).nullish()
const Branch = z.object({ sha: ObjectId, ref: z.string().max(1024), repo: Repository })

/** The part of a payload that is used. GitHub adds fields at will, so unknown ones are let through. */
const PullRequestPayload = z.object({
  /** Of the action `synchronize`; a payload whose value is none is as good as one without. */
  before: ObjectId.optional().catch(undefined),
  pull_request: z.object({
    number: z.int(),
    state: z.string().optional(),
    title: z.string().nullish(),
    body: z.string().nullish(),
    draft: z.boolean().nullish(),
    user: z.object({ login: z.string(), id: z.number(), type: z.string().default('User') }).nullish(),
    head: Branch,
    base: Branch,
  }),
})

const MergeGroupPayload = z.object({
  action: z.string(),
  merge_group: z.object({ head_sha: ObjectId, head_ref: FullRef, base_sha: ObjectId, base_ref: FullRef }),
})

const PushPayload = z.object({
  ref: FullRef,
  before: ObjectId,
  after: ObjectId,
  repository: z.object({ default_branch: RefName.nullish() }).nullish(),
})

const ACCEPTED = 'pull_request, pull_request_target, merge_group, push and workflow_dispatch'

/** Events that people try first, and what serves them instead. */
const instead: Readonly<Record<string, string>> = {
  schedule: 'It brings no change to review; use pull_request, or workflow_dispatch with base-ref and head-ref.',
  workflow_run: 'It runs on the default branch for a change of another run; use pull_request_target for forks.',
  workflow_call: 'Let the calling workflow run on one of these.',
  repository_dispatch: 'It brings no change to review; use workflow_dispatch with base-ref and head-ref.',
  issue_comment: 'It brings no commits; use pull_request, or workflow_dispatch with base-ref and head-ref.',
  pull_request_review: 'It says nothing new of the code; use pull_request.',
  pull_request_review_comment: 'It says nothing new of the code; use pull_request.',
  create: 'Use push.',
  delete: 'What is gone needs no review; use push.',
  release: 'Its commits are on a branch already; use pull_request.',
}

/** Reads the event that started the workflow. `payload` is the parsed file of GITHUB_EVENT_PATH. */
export function readTrigger(eventName: string, payload: unknown): Trigger {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return readPullRequest(eventName, payload)
    case 'merge_group':
      return readMergeGroup(payload)
    case 'push':
      return readPush(payload)
    case 'workflow_dispatch':
      return { kind: 'dispatch' }
    default:
      throw new ConfigurationError(
        `The event "${printable(eventName)}" is not supported. Accepted are ${ACCEPTED}; change the workflow's "on:".${adviceOn(eventName)}`,
      )
  }
}

function adviceOn(eventName: string): string {
  const advice = Object.hasOwn(instead, eventName) ? instead[eventName] : undefined
  return advice === undefined ? '' : ` ${advice}`
}

function readPullRequest(eventName: string, payload: unknown): Trigger {
  const { pull_request: event, before } = parse(PullRequestPayload, payload, { eventName, what: 'pull request' })
  return {
    kind: event.state === 'closed' ? 'closed' : 'pull-request',
    pullRequest: { ...toPullRequest(event), ...(before === undefined ? {} : { previousHead: before }) },
    base: event.base.sha,
    head: event.head.sha,
    baseBranch: event.base.ref,
  }
}

function toPullRequest(event: z.infer<typeof PullRequestPayload>['pull_request']): PullRequest {
  return {
    number: event.number,
    title: event.title ?? '',
    body: event.body ?? '',
    headRef: event.head.ref,
    author: event.user ?? { login: 'ghost', id: 0, type: 'User' },
    // A deleted fork has no repository any more; it is a fork all the same.
    fork: event.head.repo?.id === undefined || event.head.repo.id !== event.base.repo?.id,
    draft: event.draft ?? false,
  }
}

function readMergeGroup(payload: unknown): Trigger {
  const { action, merge_group: group } = parse(MergeGroupPayload, payload, {
    eventName: 'merge_group',
    what: 'merge group',
  })
  if (action !== 'checks_requested') {
    throw new ConfigurationError(
      `The merge_group event says "${printable(action)}", and only checks_requested brings something to review. Set "types: [checks_requested]" for it in the workflow.`,
    )
  }
  return {
    kind: 'merge-group',
    base: group.base_sha,
    head: group.head_sha,
    baseBranch: localBranch(group.base_ref) ?? group.base_ref,
    ref: group.head_ref,
    queue: { pullRequest: queuedPullRequest(group.head_ref) },
  }
}

/** GitHub says it nowhere else: `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`. */
function queuedPullRequest(ref: string): number | undefined {
  const found = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-(?:[0-9a-f]{64}|[0-9a-f]{40})$/.exec(ref)
  return found === null ? undefined : Number(found[1])
}

function readPush(payload: unknown): Trigger {
  const { ref, before, after, repository } = parse(PushPayload, payload, { eventName: 'push', what: 'push' })
  const branch = localBranch(ref)
  if (branch === undefined) {
    throw new ConfigurationError(
      `A push of ${printable(ref)} is not reviewed: a tag brings no change of a branch. Set "branches:" for push in the workflow.`,
    )
  }
  if (isNone(after)) {
    throw new ConfigurationError(
      `The push deleted the branch ${printable(branch)}, so there is nothing to review. Skip the job where github.event.deleted is true.`,
    )
  }
  const defaultBranch = repository?.default_branch ?? undefined
  return { kind: 'push', before: isNone(before) ? undefined : before, after, ref, branch, defaultBranch }
}

/** Git's id of nothing. */
function isNone(sha: Sha): boolean {
  return /^0+$/.test(sha)
}

function parse<T>(
  schema: z.ZodType<T>,
  payload: unknown,
  { eventName, what }: { readonly eventName: string; readonly what: string },
): T {
  const parsed = schema.safeParse(payload)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') || what.replace(' ', '_')
  throw new ConfigurationError(
    `The ${eventName} event carries no usable ${what} ("${where}" is missing or malformed). Accepted are ${ACCEPTED} as GitHub sends them.`,
  )
}
