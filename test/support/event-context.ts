import { z } from 'zod'
import type { NewPullRequest } from './github/pull-requests.js'
import type { Origin } from './origin.js'

const Payload = z.looseObject({
  ref: z.string().optional(),
  after: z.string().optional(),
  merge_group: z.looseObject({ head_ref: z.string(), head_sha: z.string() }).optional(),
  pull_request: z
    .looseObject({
      number: z.int(),
      state: z.enum(['open', 'closed']),
      draft: z.boolean().nullish(),
      user: z.looseObject({ login: z.string() }).nullish(),
      head: z.looseObject({ repo: z.looseObject({ full_name: z.string(), fork: z.boolean() }).nullish() }),
    })
    .optional(),
})

/** What must stand on GitHub for an event to be true. */
export interface ShownPullRequest {
  readonly state: 'open' | 'closed'
  readonly pullRequest: Pick<NewPullRequest, 'fork' | 'draft' | 'author'>
}

/** What an event says of its pull request; an open one of somebody here where it says nothing. */
export function pullRequestOf(event: object): ShownPullRequest {
  const pull = Payload.parse(event).pull_request
  const repository = pull?.head.repo
  return {
    state: pull?.state ?? 'open',
    pullRequest: {
      ...(repository?.fork === true ? { fork: repository.full_name } : {}),
      ...(pull?.draft === true ? { draft: 'draft' as const } : {}),
      ...(pull?.user ? { author: pull.user.login } : {}),
    },
  }
}

/** `github.ref` and `github.sha` of an event (docs: events-that-trigger-workflows). */
export function placeOf(
  eventName: string,
  event: object,
  origin: Origin,
): { readonly ref: string; readonly sha: string } {
  const payload = Payload.parse(event)
  switch (eventName) {
    case 'pull_request':
      return { ref: `refs/pull/${payload.pull_request?.number ?? 7}/merge`, sha: origin.merge }
    case 'merge_group':
      return { ref: payload.merge_group?.head_ref ?? '', sha: payload.merge_group?.head_sha ?? '' }
    case 'push':
      return { ref: payload.ref ?? '', sha: payload.after ?? '' }
    case 'workflow_dispatch':
      return { ref: payload.ref ?? '', sha: origin.head }
    default:
      return { ref: 'refs/heads/main', sha: origin.base }
  }
}
