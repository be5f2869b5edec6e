import fc from 'fast-check'
import { z } from 'zod'
import { ConfigurationError } from '../../src/errors.js'
import { readTrigger } from '../../src/trigger/github-event.js'

const base = { sha: 'b'.repeat(40), ref: 'main', repo: { id: 1 } }
const head = { sha: 'a'.repeat(40), ref: 'topic', repo: { id: 1 } }
const user = { login: 'ada', id: 7, type: 'User' }

function payload(overrides: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    action: 'synchronize',
    pull_request: { number: 5, state: 'open', title: 'T', body: 'B', draft: false, user, head, base, ...overrides },
  }
}

function pullRequestOf(overrides: Readonly<Record<string, unknown>>) {
  const trigger = readTrigger('pull_request', payload(overrides))
  return 'pullRequest' in trigger ? trigger.pullRequest : undefined
}

describe('readTrigger', () => {
  it.each(['pull_request', 'pull_request_target'])('reads the commits and the pull request of %s', (event) => {
    expect(readTrigger(event, payload())).toEqual({
      kind: 'pull-request',
      base: base.sha,
      head: head.sha,
      baseBranch: 'main',
      pullRequest: { number: 5, title: 'T', body: 'B', headRef: 'topic', author: user, fork: false, draft: false },
    })
  })

  it('asks for nothing but the inputs on workflow_dispatch', () => {
    expect(readTrigger('workflow_dispatch', {})).toEqual({ kind: 'dispatch' })
  })

  it.each([
    ['a fork', { head: { ...head, repo: { id: 2 } } }, { fork: true }],
    ['a deleted fork', { head: { ...head, repo: null } }, { fork: true }],
    ['a head without a repository', { head: { sha: head.sha, ref: head.ref } }, { fork: true }],
    ['a draft', { draft: true }, { draft: true }],
    ['a missing body', { body: null }, { body: '' }],
    ['a deleted author', { user: null }, { author: { login: 'ghost', id: 0, type: 'User' } }],
    ['a bot', { user: { login: 'x[bot]', id: 3, type: 'Bot' } }, { author: { login: 'x[bot]', id: 3, type: 'Bot' } }],
  ])('understands %s', (_, overrides, expected) => {
    expect(pullRequestOf(overrides)).toMatchObject(expected)
  })

  it.each([
    ['of a push', 'c'.repeat(40), 'c'.repeat(40)],
    ['of a sha256 repository', 'c'.repeat(64), 'c'.repeat(64)],
    ['that is too short', 'abc', undefined],
    ['that is an option', '--all', undefined],
    ['in capitals', 'C'.repeat(40), undefined],
    ['that is null', null, undefined],
    ['that is a number', 5, undefined],
    ['that is a list', ['c'.repeat(40)], undefined],
  ])('takes the head before the push from one %s, and needs none', (_, before, previousHead) => {
    const trigger = readTrigger('pull_request', Object.assign({}, payload(), { before }))
    expect('pullRequest' in trigger && trigger.pullRequest.previousHead).toBe(previousHead)
    expect(trigger).toMatchObject({ kind: 'pull-request', head: head.sha })
  })

  it('tells a closed pull request apart', () => {
    expect(readTrigger('pull_request', payload({ state: 'closed' })).kind).toBe('closed')
  })

  it('takes commit ids of sha256 repositories', () => {
    const trigger = readTrigger('pull_request', payload({ head: { ...head, sha: 'c'.repeat(64) } }))
    expect(trigger).toMatchObject({ head: 'c'.repeat(64) })
  })

  it.each([
    ['no payload', undefined, 'pull_request'],
    ['null', null, 'pull_request'],
    ['no pull request', {}, 'pull_request'],
    ['a short commit id', payload({ head: { ...head, sha: 'abc' } }), 'pull_request.head.sha'],
    ['an option as a commit id', payload({ base: { ...base, sha: '--upload-pack=x' } }), 'pull_request.base.sha'],
    ['an upper case commit id', payload({ head: { ...head, sha: 'A'.repeat(40) } }), 'pull_request.head.sha'],
    ['a number as a title', payload({ title: 5 }), 'pull_request.title'],
    ['a text as a number', payload({ number: '5' }), 'pull_request.number'],
    ['a ref without end', payload({ head: { ...head, ref: 'x'.repeat(2000) } }), 'pull_request.head.ref'],
  ])('refuses %s and names the field', (_, event, field) => {
    expect(() => readTrigger('pull_request', event)).toThrow(ConfigurationError)
    expect(() => readTrigger('pull_request', event)).toThrow(`"${field}" is missing or malformed`)
  })

  it.each([
    ['schedule', 'It brings no change to review; use pull_request, or workflow_dispatch with base-ref and head-ref.'],
    ['workflow_run', 'use pull_request_target for forks.'],
    ['issue_comment', 'It brings no commits; use pull_request, or workflow_dispatch'],
    ['pull_request_review', 'It says nothing new of the code; use pull_request.'],
    ['pull_request_review_comment', 'use pull_request.'],
    ['repository_dispatch', 'use workflow_dispatch with base-ref and head-ref.'],
    ['create', 'Use push.'],
    ['', 'change the workflow\'s "on:".'],
    ['constructor', 'change the workflow\'s "on:".'],
  ])('refuses the event "%s", says what is accepted and what to use instead', (event, advice) => {
    const reading = () => readTrigger(event, payload())
    expect(reading).toThrow(ConfigurationError)
    expect(reading).toThrow(
      `The event "${event}" is not supported. Accepted are pull_request, pull_request_target, merge_group, push and workflow_dispatch; `,
    )
    expect(reading).toThrow(advice)
  })

  it('takes for the opener whom the event names as such, whoever sent it and wrote the commits', () => {
    const forged = { login: 'dependabot[bot]', id: 49_699_333, type: 'Bot' }
    const event = {
      ...z.looseObject({}).parse(payload()),
      sender: forged,
      head_commit: { author: { name: forged.login } },
    }
    expect(readTrigger('pull_request', event)).toMatchObject({ pullRequest: { author: user } })
  })

  it('reads any payload, or refuses it in one line', () => {
    const id = fc.constantFrom('a'.repeat(40), '0'.repeat(40), 'x', null)
    const ref = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('refs/heads/main', 'refs/tags/v1', 'main'))
    const side = fc.record({ sha: id, ref, repo: fc.constantFrom({ id: 1 }, null) }, { requiredKeys: [] })
    const pull = fc.record({ number: fc.anything(), head: side, base: side, user: fc.anything() }, { requiredKeys: [] })
    const merge = fc.record({ head_sha: id, head_ref: ref, base_sha: id, base_ref: ref }, { requiredKeys: [] })
    const event = fc.record(
      { action: fc.anything(), pull_request: pull, merge_group: merge, ref, before: id, after: id },
      { requiredKeys: [] },
    )
    const name = fc.constantFrom('pull_request', 'merge_group', 'push', 'workflow_dispatch', 'issues')
    fc.assert(
      fc.property(name, fc.oneof(event, fc.anything()), (eventName, anything) => {
        try {
          expect(readTrigger(eventName, anything).kind).toBeDefined()
        } catch (error) {
          if (!(error instanceof ConfigurationError)) throw error
          expect(error.message).toMatch(/^[\x20-\x7e]{20,500}$/)
        }
      }),
    )
  })

  it('keeps the name of an event on one short line', () => {
    expect(() => readTrigger(`x\n::error::${'y'.repeat(5000)}`, {})).toThrow(/^The event "x ::error::y{1,200}" is not/)
  })
})

const queueRef = `refs/heads/gh-readonly-queue/main/pr-104-${'c'.repeat(40)}`

function group(overrides: Readonly<Record<string, unknown>> = {}, action: unknown = 'checks_requested'): unknown {
  return {
    action,
    merge_group: {
      head_sha: head.sha,
      head_ref: queueRef,
      base_sha: base.sha,
      base_ref: 'refs/heads/main',
      head_commit: { id: head.sha, message: 'Merge pull request #666', author: { name: 'x' } },
      ...overrides,
    },
  }
}

describe('readTrigger for merge_group', () => {
  it('reads the commits, the base branch, and the pull request that the ref names', () => {
    expect(readTrigger('merge_group', group())).toEqual({
      kind: 'merge-group',
      base: base.sha,
      head: head.sha,
      baseBranch: 'main',
      ref: queueRef,
      queue: { pullRequest: 104 },
    })
  })

  it.each([
    [`refs/heads/gh-readonly-queue/release/1.x/pr-7-${'c'.repeat(40)}`, 7],
    [`refs/heads/gh-readonly-queue/main/pr-7-${'c'.repeat(64)}`, 7],
    // A branch may be called like an entry of the queue: the last part counts.
    [`refs/heads/gh-readonly-queue/pr-1-${'d'.repeat(40)}/pr-2-${'c'.repeat(40)}`, 2],
    [`refs/heads/gh-readonly-queue/main/pr-07-${'c'.repeat(40)}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-7-${'c'.repeat(39)}`, undefined],
    [`refs/heads/gh-readonly-queue/main/pr-7-${'c'.repeat(40)}x`, undefined],
    [`refs/heads/main/pr-7-${'c'.repeat(40)}`, undefined],
  ])('finds in %s the pull request %s', (ref, pullRequest) => {
    expect(readTrigger('merge_group', group({ head_ref: ref }))).toMatchObject({ queue: { pullRequest } })
  })

  it('has nothing to do for a group that was destroyed, and says how to not be asked', () => {
    const reading = () => readTrigger('merge_group', group({}, 'destroyed'))
    expect(reading).toThrow(ConfigurationError)
    expect(reading).toThrow(/says "destroyed", and only checks_requested .*Set "types: \[checks_requested\]"/)
  })

  it.each([
    [undefined, 'merge_group'],
    [{ action: 'checks_requested' }, 'merge_group'],
    [group({}, 5), 'action'],
    [group({ head_sha: '-x' }), 'merge_group.head_sha'],
    [group({ base_sha: null }), 'merge_group.base_sha'],
    [group({ head_ref: 'main' }), 'merge_group.head_ref'],
    [group({ head_ref: `${queueRef}:refs/heads/x` }), 'merge_group.head_ref'],
    [group({ head_ref: 'refs/heads/a\nb' }), 'merge_group.head_ref'],
    [group({ base_ref: '--upload-pack=x' }), 'merge_group.base_ref'],
  ])('refuses a malformed payload and names the field: %#', (event, field) => {
    expect(() => readTrigger('merge_group', event)).toThrow(ConfigurationError)
    expect(() => readTrigger('merge_group', event)).toThrow(`"${field}" is missing or malformed`)
  })
})

const none = '0'.repeat(40)

function push(overrides: Readonly<Record<string, unknown>> = {}): unknown {
  const repository = { id: 1, default_branch: 'main' }
  return { ref: 'refs/heads/agents/one', before: base.sha, after: head.sha, repository, ...overrides }
}

describe('readTrigger for push', () => {
  it('reads where the branch stood and stands', () => {
    expect(readTrigger('push', push())).toEqual({
      kind: 'push',
      before: base.sha,
      after: head.sha,
      ref: 'refs/heads/agents/one',
      branch: 'agents/one',
      defaultBranch: 'main',
    })
  })

  it.each([none, '0'.repeat(64)])('knows a new branch by %s', (before) => {
    expect(readTrigger('push', push({ before, created: true }))).toMatchObject({ before: undefined })
  })

  it.each([
    ['a deleted branch', push({ after: none, deleted: true }), /deleted the branch agents\/one, so there is nothing/],
    ['a tag', push({ ref: 'refs/tags/v1' }), /push of refs\/tags\/v1 is not reviewed.*Set "branches:"/],
    ['a deleted tag', push({ ref: 'refs/tags/v1', after: none }), /push of refs\/tags\/v1 is not reviewed/],
    ['a branch that is no ref', push({ ref: 'main' }), /"ref" is missing or malformed/],
    ['a ref with a colon', push({ ref: 'refs/heads/a:b' }), /"ref" is missing or malformed/],
    ['a short id', push({ after: 'abc' }), /"after" is missing or malformed/],
    ['an option as an id', push({ before: '--all' }), /"before" is missing or malformed/],
    ['no payload', undefined, /"push" is missing or malformed/],
  ])('refuses %s', (_, event, message) => {
    expect(() => readTrigger('push', event)).toThrow(ConfigurationError)
    expect(() => readTrigger('push', event)).toThrow(message)
  })

  it('does without a default branch', () => {
    expect(readTrigger('push', push({ repository: undefined }))).toMatchObject({ defaultBranch: undefined })
  })
})
