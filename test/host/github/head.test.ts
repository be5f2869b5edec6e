import { readHead } from '../../../src/host/github/head.js'
import type { Change } from '../../../src/types/change.js'
import { endSessions, ok, refusal, type Step, startSession } from './scripted-github.js'

afterEach(endSessions)

const reviewed = 'a'.repeat(40)
const later = 'b'.repeat(40)
const pullRequest = {
  number: 7,
  title: '',
  body: '',
  headRef: 'topic',
  author: { login: 'dev', id: 1, type: 'User' },
  fork: false,
  draft: false,
}

function changeOf(pull: Change['pullRequest']): Change {
  const sha = '0'.repeat(40)
  return { mode: 'review', base: sha, head: reviewed, mergeBase: sha, commits: [], pullRequest: pull }
}

async function stateAfter(step: Step): Promise<unknown> {
  const { api } = await startSession([step])
  return readHead(changeOf(pullRequest), api)
}

describe('readHead', () => {
  it('sees that the pull request stands where it was reviewed', async () => {
    expect(await stateAfter(ok({ head: { sha: reviewed } }))).toEqual({ kind: 'same' })
  })

  it('sees that it moved, and where to', async () => {
    expect(await stateAfter(ok({ head: { sha: later } }))).toEqual({ kind: 'moved', to: later })
  })

  it.each([
    ['an answer of another kind', ok([1])],
    ['a commit id that is none', ok({ head: { sha: 'x'.repeat(65) } })],
    ['a refusal', refusal(403, 'Resource not accessible by integration')],
    ['an outage', refusal(503, 'no')],
  ])('does not take %s for an answer', async (_what, step) => {
    expect(await stateAfter(step)).toMatchObject({ kind: 'unknown', why: expect.stringMatching(/\S/) })
  })

  it('has nothing to ask without a pull request', async () => {
    const { api, server } = await startSession([])
    expect(await readHead(changeOf(undefined), api)).toEqual({ kind: 'same' })
    expect(server.requests).toEqual([])
  })
})
