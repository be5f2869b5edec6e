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
  return trigger.kind === 'dispatch' ? undefined : trigger.pullRequest
}

describe('readTrigger', () => {
  it.each(['pull_request', 'pull_request_target'])('reads the commits and the pull request of %s', (event) => {
    expect(readTrigger(event, payload())).toEqual({
      kind: 'pull-request',
      base: base.sha,
      head: head.sha,
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

  it.each(['push', 'schedule', 'issue_comment', 'merge_group', ''])(
    'refuses the event "%s" and says what is accepted',
    (event) => {
      expect(() => readTrigger(event, payload())).toThrow(ConfigurationError)
      expect(() => readTrigger(event, payload())).toThrow('pull_request, pull_request_target and workflow_dispatch')
    },
  )
})
