import { ConfigurationError } from '../errors.js'
import type { Mode, Sha } from '../types/change.js'
import type { Trigger } from './github-event.js'
import type { RefRequest, ResolveRequest } from './resolve.js'

/** What the workflow says beside the event. */
export interface AskedRefs {
  readonly mode: Mode
  /** The inputs of the same names. */
  readonly baseRef: string | undefined
  readonly headRef: string | undefined
  /** GITHUB_SHA: the head where the event names none. */
  readonly sha: Sha | undefined
}

/** The commits that an event asks to review; the inputs win. Throws ConfigurationError where a base is missing. */
export function requestedRefs(trigger: Trigger, asked: AskedRefs): ResolveRequest {
  const fromEvent = refsOfEvent(trigger, asked)
  const overridden = asked.baseRef !== undefined || asked.headRef !== undefined
  return {
    mode: asked.mode,
    base: byName(asked.baseRef, 'base-ref') ?? fromEvent.base ?? missingBase(trigger),
    head: byName(asked.headRef, 'head-ref') ?? fromEvent.head ?? missingBase(trigger),
    baseBranch: fromEvent.baseBranch,
    since: overridden ? undefined : fromEvent.since,
    pullRequest: 'pullRequest' in trigger ? trigger.pullRequest : undefined,
  }
}

type EventRefs = Partial<Pick<ResolveRequest, 'base' | 'head' | 'baseBranch' | 'since'>>

function refsOfEvent(trigger: Trigger, { sha }: AskedRefs): EventRefs {
  switch (trigger.kind) {
    case 'pull-request':
    case 'closed': {
      const { base, head, baseBranch, pullRequest } = trigger
      return { base: commit(base), head: commit(head, `refs/pull/${pullRequest.number}/head`), baseBranch }
    }
    case 'merge-group': {
      const { base, head, baseBranch, ref } = trigger
      return { base: commit(base), head: commit(head, ref), baseBranch }
    }
    case 'push':
      return refsOfPush(trigger)
    case 'dispatch':
      return sha === undefined ? {} : { head: commit(sha) }
  }
}

/**
 * On the default branch the policy is the one from before the push. On any other branch it is the default branch's: the
 * commits pushed there before may have changed the config file without anybody's consent. A new branch is compared with
 * the default branch as a whole.
 */
function refsOfPush(push: Extract<Trigger, { kind: 'push' }>): EventRefs {
  const { before, after, ref, branch, defaultBranch } = push
  const head = commit(after, ref)
  if (branch === defaultBranch)
    return { ...(before === undefined ? {} : { base: commit(before) }), head, baseBranch: branch }
  const base: RefRequest =
    defaultBranch === undefined
      ? { kind: 'origin-default' }
      : { kind: 'ref', ref: `refs/heads/${defaultBranch}`, input: 'base-ref' }
  return { base, head, baseBranch: branch, since: before }
}

function byName(ref: string | undefined, input: 'base-ref' | 'head-ref'): RefRequest | undefined {
  return ref === undefined ? undefined : { kind: 'ref', ref, input }
}

function commit(sha: Sha, fetchRef?: string): RefRequest {
  return { kind: 'commit', sha, fetchRef }
}

function missingBase({ kind }: Trigger): never {
  const why =
    kind === 'push'
      ? 'the push made the default branch, so that there is nothing before it'
      : 'workflow_dispatch brings no base'
  throw new ConfigurationError(
    `base-ref is not set, and ${why}. Set it to the branch to compare with, for example "main".`,
  )
}
