import { GitHubError } from '../../src/errors.js'
import { type OverrideRules, readOverride, readQueuedOverride } from '../../src/history/override.js'
import type { GitHubApi } from '../../src/host/host.js'
import type { PullRequest } from '../../src/types/change.js'

const head = 'a'.repeat(40)
const earlier = 'b'.repeat(40)
const author = { login: 'writer', id: 1, type: 'User' }
const maintainer = { login: 'keeper', id: 2, type: 'User' }
const stranger = { login: 'passer-by', id: 3, type: 'User' }
const bot = { login: 'helper[bot]', id: 4, type: 'Bot' }

const pushedAt = '2026-11-01T10:00:00Z'
const before = '2026-11-01T09:00:00Z'
const after = '2026-11-01T11:00:00Z'

type Answers = Readonly<Record<string, unknown>>

/** GitHub as far as an override is concerned: a whole, valid one, of which a test changes a part. */
function answers(changed: Answers = {}): Answers {
  return {
    '/issues/7/events': [aLabel()],
    '/issues/7/comments': [aComment()],
    '/activity': [
      { after: head, timestamp: pushedAt },
      { after: earlier, timestamp: before },
    ],
    '/collaborators/keeper/permission': { permission: 'write', role_name: 'maintain' },
    '/collaborators/passer-by/permission': { permission: 'write', role_name: 'write' },
    '/collaborators/writer/permission': { permission: 'admin', role_name: 'admin' },
    ...changed,
  }
}

function aLabel(changed: Answers = {}): Answers {
  return { event: 'labeled', created_at: after, actor: maintainer, label: { name: 'model-stack-override' }, ...changed }
}

function aComment(changed: Answers = {}): Answers {
  return {
    ...{ created_at: after, updated_at: after, user: maintainer },
    body: 'model-stack override: the outage comes first',
    ...changed,
  }
}

function fakeApi(table: Answers): GitHubApi {
  const answer = (path: string): unknown => {
    const [bare = ''] = path.split('?')
    const found = table[bare]
    if (found === undefined) throw new GitHubError('not-found', `no ${bare}`, { status: 404 })
    if (found instanceof GitHubError) throw found
    return found
  }
  return {
    get: async (path) => answer(path),
    list: async (path) => {
      const found = answer(path)
      return Array.isArray(found) ? found : []
    },
    send: async () => {
      throw new Error('an override only reads')
    },
  }
}

const pullRequest: PullRequest = {
  ...{ number: 7, title: '', body: '', headRef: 'topic', author, fork: false, draft: false },
}
const strict: OverrideRules = { by: [], allowAuthor: false }

function read(changed: Answers = {}, rules: OverrideRules = strict, pull: PullRequest = pullRequest) {
  return readOverride(fakeApi(answers(changed)), { pullRequest: pull, head, rules })
}

describe('an override', () => {
  it('is granted to a maintainer who set the label and wrote why, after this head was pushed', async () => {
    expect(await read()).toEqual({
      kind: 'granted',
      override: { by: 'keeper', reason: 'the outage comes first', at: after, head },
    })
  })

  it('is none when the label is not there, or was taken away again', async () => {
    expect(await read({ '/issues/7/events': [] })).toEqual({ kind: 'none' })
    const removed = aLabel({ event: 'unlabeled', created_at: '2026-11-01T12:00:00Z' })
    expect(await read({ '/issues/7/events': [removed, aLabel()] })).toEqual({ kind: 'none' })
  })

  it('is none when the label is another one', async () => {
    const other = aLabel({ label: { name: 'model-stack-override-please' } })
    expect(await read({ '/issues/7/events': [other] })).toEqual({ kind: 'none' })
  })

  const abuses: readonly { readonly what: string; readonly changed: Answers; readonly why: RegExp }[] = [
    {
      what: 'the author overrides their own change, admin or not',
      changed: {
        '/issues/7/events': [aLabel({ actor: author })],
        '/issues/7/comments': [aComment({ user: author })],
      },
      why: /writer set the label and is the pull request's author/,
    },
    {
      what: 'a bot sets the label',
      changed: {
        '/issues/7/events': [aLabel({ actor: bot })],
        '/issues/7/comments': [aComment({ user: bot })],
        '/collaborators/helper%5Bbot%5D/permission': { permission: 'admin', role_name: 'admin' },
      },
      why: /is no person/,
    },
    {
      what: 'a deleted account set the label',
      changed: { '/issues/7/events': [aLabel({ actor: null })] },
      why: /nobody is known/,
    },
    {
      what: 'the label is from before the push',
      changed: { '/issues/7/events': [aLabel({ created_at: before })] },
      why: /before this head was pushed/,
    },
    {
      what: 'the comment is from before the push',
      changed: { '/issues/7/comments': [aComment({ created_at: before, updated_at: before })] },
      why: /wrote no comment/,
    },
    {
      what: 'the comment is by another person',
      changed: { '/issues/7/comments': [aComment({ user: stranger })] },
      why: /keeper set the label, but wrote no comment/,
    },
    {
      what: 'the comment was edited, which others may do',
      changed: { '/issues/7/comments': [aComment({ updated_at: '2026-11-01T12:00:00Z' })] },
      why: /unedited/,
    },
    {
      what: 'the comment gives no reason',
      changed: { '/issues/7/comments': [aComment({ body: 'model-stack override:  ' })] },
      why: /wrote no comment/,
    },
    {
      what: 'the comment only quotes the words of somebody else',
      changed: { '/issues/7/comments': [aComment({ body: '> model-stack override: please' })] },
      why: /wrote no comment/,
    },
    {
      what: 'the person has write permission only',
      changed: {
        '/issues/7/events': [aLabel({ actor: stranger })],
        '/issues/7/comments': [aComment({ user: stranger })],
      },
      why: /passer-by set the label, but has neither maintain nor admin/,
    },
    {
      what: 'nothing tells when the head was pushed',
      changed: { '/activity': [{ after: earlier, timestamp: before }] },
      why: /could not be found out/,
    },
    {
      what: 'GitHub does not let us read who may',
      changed: { '/collaborators/keeper/permission': new GitHubError('forbidden', 'needs metadata: read') },
      why: /could not be checked: needs metadata: read/,
    },
  ]
  it.each(abuses)('is refused when $what', async ({ changed, why }) => {
    const answer = await read(changed)
    expect(answer.kind).toBe('refused')
    expect(answer).toHaveProperty('why', expect.stringMatching(why))
  })

  it('is the author’s to make only where the config of the base branch says so', async () => {
    const own = { '/issues/7/events': [aLabel({ actor: author })], '/issues/7/comments': [aComment({ user: author })] }
    expect((await read(own, { by: [], allowAuthor: true })).kind).toBe('granted')
  })

  it.each([
    ['@Passer-By', {}],
    ['passer-by', {}],
    ['@org/release-managers', { '/orgs/org/teams/release-managers/memberships/passer-by': { state: 'active' } }],
  ])('is granted to whom override.by names: %s', async (name, more) => {
    const by = {
      '/issues/7/events': [aLabel({ actor: stranger })],
      '/issues/7/comments': [aComment({ user: stranger })],
    }
    expect((await read({ ...by, ...more }, { by: [name], allowAuthor: false })).kind).toBe('granted')
  })

  it('is refused to somebody who is invited to the team only, or whose team cannot be read', async () => {
    const by = {
      '/issues/7/events': [aLabel({ actor: stranger })],
      '/issues/7/comments': [aComment({ user: stranger })],
    }
    const rules = { by: ['@org/release-managers'], allowAuthor: false }
    const pending = { '/orgs/org/teams/release-managers/memberships/passer-by': { state: 'pending' } }
    expect((await read({ ...by, ...pending }, rules)).kind).toBe('refused')
    expect((await read(by, rules)).kind).toBe('refused')
  })
})

describe('when the head was pushed', () => {
  const run = (created_at: string, changed: Answers = {}) => ({
    ...{ head_sha: head, head_branch: 'topic', event: 'pull_request', created_at },
    ...changed,
  })
  const byRuns = (runs: readonly unknown[], events: readonly unknown[] = []) => ({
    '/activity': new GitHubError('not-found', 'no activity'),
    '/actions/runs': runs,
    '/issues/7/events': [aLabel(), ...events],
  })

  it('is told by the first workflow run for it where the activity cannot be read', async () => {
    expect((await read(byRuns([run('2026-11-01T12:00:00Z'), run(pushedAt)]))).kind).toBe('granted')
    expect((await read(byRuns([run('2026-11-01T12:00:00Z')]))).kind).toBe('refused')
  })

  it('is not told by a run of the same commit on another branch', async () => {
    expect((await read(byRuns([run(before, { head_branch: 'other' }), run('2026-11-01T12:00:00Z')]))).kind).toBe(
      'refused',
    )
  })

  it('is the second time for a commit that was the head before the branch was forced back', async () => {
    const forced = { event: 'head_ref_force_pushed', created_at: '2026-11-01T10:30:00Z' }
    const again = run('2026-11-01T12:00:00Z')
    expect((await read(byRuns([run(pushedAt), again], [forced]))).kind).toBe('refused')
  })

  it('is asked of the runs for a fork, whose branch is not ours', async () => {
    const fork = { ...pullRequest, fork: true }
    const answer = await read({ '/actions/runs': [run(pushedAt, { event: 'pull_request_target' })] }, strict, fork)
    expect(answer.kind).toBe('granted')
  })
})

describe('an override in the merge queue', () => {
  const pull = {
    number: 7,
    user: author,
    head: { sha: head, ref: 'topic', repo: { id: 1 } },
    base: { repo: { id: 1 } },
  }
  const queued = (changed: Answers = {}, request: { number?: number; head?: string } = { number: 7, head }) =>
    readQueuedOverride(fakeApi(answers({ '/pulls/7': pull, ...changed })), {
      ...{ number: request.number, head: request.head, rules: strict },
    })

  it('is that of the pull request, when the review of its head was taken over', async () => {
    expect((await queued()).kind).toBe('granted')
  })

  it('is none when the queue reviewed anew, when the head is another one by now, or when no number is known', async () => {
    expect(await queued({}, { number: 7 })).toEqual({ kind: 'none' })
    expect(await queued({}, { number: 7, head: earlier })).toEqual({ kind: 'none' })
    expect(await queued({}, { head })).toEqual({ kind: 'none' })
  })

  it('is refused by the same rules, and when the pull request cannot be read', async () => {
    expect((await queued({ '/issues/7/comments': [] })).kind).toBe('refused')
    expect((await queued({ '/pulls/7': {} })).kind).toBe('refused')
    expect((await queued({ '/pulls/7': new GitHubError('forbidden', 'no') })).kind).toBe('refused')
    expect((await queued({ '/pulls/7': { ...pull, user: maintainer } })).kind).toBe('refused')
  })
})
