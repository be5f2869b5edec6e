import { ConfigurationError } from '../../src/errors.js'
import type { Trigger } from '../../src/trigger/github-event.js'
import { type AskedRefs, requestedRefs } from '../../src/trigger/requested-refs.js'

const base = 'b'.repeat(40)
const head = 'a'.repeat(40)
const pullRequest = {
  ...{ number: 5, title: 'T', body: 'B', headRef: 'topic', fork: true, draft: false },
  author: { login: 'ada', id: 7, type: 'User' },
}
const pull: Trigger = { kind: 'pull-request', pullRequest, base, head, baseBranch: 'main' }
const queueRef = `refs/heads/gh-readonly-queue/main/pr-5-${base}`

function asked(overrides: Partial<AskedRefs> = {}): AskedRefs {
  return { mode: 'review', baseRef: undefined, headRef: undefined, sha: 'f'.repeat(40), ...overrides }
}

function pushed(overrides: Partial<Extract<Trigger, { kind: 'push' }>> = {}): Trigger {
  const push = { kind: 'push', before: base, after: head, ref: 'refs/heads/topic', branch: 'topic' } as const
  return { ...push, defaultBranch: 'main', ...overrides }
}

describe('requestedRefs', () => {
  it.each(['pull-request', 'closed'] as const)('fetches the head of a %s by its number', (kind) => {
    expect(requestedRefs({ ...pull, kind }, asked())).toEqual({
      mode: 'review',
      base: { kind: 'commit', sha: base, fetchRef: undefined },
      head: { kind: 'commit', sha: head, fetchRef: 'refs/pull/5/head' },
      baseBranch: 'main',
      since: undefined,
      pullRequest,
    })
  })

  it('reviews a merge group against what it is put on, without a pull request', () => {
    const group = { kind: 'merge-group', base, head, baseBranch: 'main', ref: queueRef } as const
    expect(requestedRefs({ ...group, queue: { pullRequest: 5 } }, asked())).toMatchObject({
      base: { kind: 'commit', sha: base },
      head: { kind: 'commit', sha: head, fetchRef: queueRef },
      baseBranch: 'main',
      pullRequest: undefined,
    })
  })

  it('compares a push to the default branch with where it stood, and reads policy there', () => {
    const refs = requestedRefs(pushed({ ref: 'refs/heads/main', branch: 'main' }), asked())
    expect(refs).toMatchObject({ base: { kind: 'commit', sha: base }, head: { sha: head }, baseBranch: 'main' })
    expect(refs.since).toBeUndefined()
  })

  it('reads policy for a push to another branch from the default branch, never from the branch itself', () => {
    expect(requestedRefs(pushed(), asked())).toMatchObject({
      base: { kind: 'ref', ref: 'refs/heads/main', input: 'base-ref' },
      head: { kind: 'commit', sha: head, fetchRef: 'refs/heads/topic' },
      baseBranch: 'topic',
      since: base,
    })
  })

  it('compares a new branch with the default branch', () => {
    const refs = requestedRefs(pushed({ before: undefined }), asked())
    expect(refs).toMatchObject({ base: { kind: 'ref', ref: 'refs/heads/main' }, baseBranch: 'topic' })
    expect(refs.since).toBeUndefined()
  })

  it('asks origin for its default branch where the push does not name it', () => {
    const refs = requestedRefs(pushed({ defaultBranch: undefined }), asked())
    expect(refs.base).toEqual({ kind: 'origin-default' })
  })

  it('takes the inputs before the event, and then all between them', () => {
    expect(requestedRefs(pushed(), asked({ baseRef: 'release' }))).toMatchObject({
      base: { kind: 'ref', ref: 'release', input: 'base-ref' },
      since: undefined,
    })
    expect(requestedRefs(pull, asked({ headRef: 'other' }))).toMatchObject({
      base: { kind: 'commit', sha: base },
      head: { kind: 'ref', ref: 'other', input: 'head-ref' },
      pullRequest,
    })
  })

  it('keeps the branch of the event where base-ref names none', () => {
    expect(requestedRefs(pull, asked({ baseRef: base })).baseBranch).toBe('main')
  })

  it('reviews GITHUB_SHA on workflow_dispatch against the base that is named', () => {
    expect(requestedRefs({ kind: 'dispatch' }, asked({ baseRef: 'main' }))).toMatchObject({
      base: { kind: 'ref', ref: 'main' },
      head: { kind: 'commit', sha: 'f'.repeat(40), fetchRef: undefined },
    })
  })

  it.each([
    [{ kind: 'dispatch' } as const, /base-ref is not set, and workflow_dispatch brings no base\. Set it to the branch/],
    [
      pushed({ before: undefined, ref: 'refs/heads/main', branch: 'main' }),
      /base-ref is not set, and the push made the default branch, so that there is nothing before it\./,
    ],
  ])('never reviews nothing for want of a base: %#', (trigger, message) => {
    expect(() => requestedRefs(trigger, asked())).toThrow(ConfigurationError)
    expect(() => requestedRefs(trigger, asked())).toThrow(message)
  })
})
