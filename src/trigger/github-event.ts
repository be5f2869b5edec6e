import { z } from 'zod'
import { ConfigurationError } from '../errors.js'
import type { PullRequest, Sha } from '../types/change.js'

/** What an event asks for: commits to review, or a reason why nothing can be. */
export type Trigger =
  | { readonly kind: 'pull-request'; readonly pullRequest: PullRequest; readonly base: Sha; readonly head: Sha }
  | { readonly kind: 'closed'; readonly pullRequest: PullRequest; readonly base: Sha; readonly head: Sha }
  | { readonly kind: 'dispatch' }

const ObjectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
const Repository = z.object({ id: z.number() }).nullish()
const Branch = z.object({ sha: ObjectId, ref: z.string().max(1024), repo: Repository })

/** The part of a `pull_request` payload that is used. GitHub adds fields at will, so unknown ones are let through. */
const PullRequestPayload = z.object({
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

const ACCEPTED = 'pull_request, pull_request_target and workflow_dispatch'

/** Reads the event that started the workflow. `payload` is the parsed file of GITHUB_EVENT_PATH. */
export function readTrigger(eventName: string, payload: unknown): Trigger {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return readPullRequest(eventName, payload)
    case 'workflow_dispatch':
      return { kind: 'dispatch' }
    default:
      throw new ConfigurationError(
        `The event "${eventName.slice(0, 64)}" is not supported. Accepted are ${ACCEPTED}; change the workflow's "on:".`,
      )
  }
}

function readPullRequest(eventName: string, payload: unknown): Trigger {
  const parsed = PullRequestPayload.safeParse(payload)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'pull_request'
    throw new ConfigurationError(
      `The ${eventName} event carries no usable pull request ("${where}" is missing or malformed). Accepted are ${ACCEPTED} as GitHub sends them.`,
    )
  }
  const event = parsed.data.pull_request
  const kind = event.state === 'closed' ? 'closed' : 'pull-request'
  return { kind, pullRequest: toPullRequest(event), base: event.base.sha, head: event.head.sha }
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
