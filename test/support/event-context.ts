import { z } from 'zod'
import type { NewPullRequest } from './github/pull-requests.js'
import type { Origin } from './origin.js'

/** What the runner derives of an event, and what GitHub must hold for it to be true. */
export interface EventContext {
  readonly eventName: string
  readonly event: object
  /** `github.ref` and `github.sha`. */
  readonly ref: string
  readonly sha: string
  readonly pullRequest: Pick<NewPullRequest, 'fork' | 'draft' | 'author'>
}

const Payload = z.looseObject({
  ref: z.string().optional(),
  after: z.string().optional(),
  merge_group: z.looseObject({ head_ref: z.string(), head_sha: z.string() }).optional(),
  pull_request: z
    .looseObject({
      number: z.int(),
      draft: z.boolean().nullish(),
      user: z.looseObject({ login: z.string() }).nullish(),
      head: z.looseObject({ repo: z.looseObject({ full_name: z.string(), fork: z.boolean() }).nullish() }),
    })
    .optional(),
})

/** Reads an event as the runner does (docs: events-that-trigger-workflows). */
export function eventContext(
  { eventName = 'pull_request' }: { readonly eventName?: string },
  event: object,
  origin: Origin,
): EventContext {
  const payload = Payload.parse(event)
  const pull = payload.pull_request
  const repository = pull?.head.repo
  const place = placeOf(eventName, payload, origin)
  return {
    ...{ eventName, event, ...place },
    pullRequest: {
      ...(repository?.fork === true ? { fork: repository.full_name } : {}),
      ...(pull?.draft === true ? { draft: 'draft' as const } : {}),
      ...(pull?.user ? { author: pull.user.login } : {}),
    },
  }
}

function placeOf(
  eventName: string,
  payload: z.infer<typeof Payload>,
  origin: Origin,
): Pick<EventContext, 'ref' | 'sha'> {
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
