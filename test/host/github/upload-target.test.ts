import { alertsUrl, type UploadSituation, uploadTarget } from '../../../src/host/github/upload-target.js'

const head = 'a'.repeat(40)
const merge = 'b'.repeat(40)
const base = 'c'.repeat(40)
const pullRequest = { number: 7, head, fork: false }

const onPullRequest: UploadSituation = {
  eventName: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: merge,
  reviewed: head,
  scope: 'diff',
  pullRequest,
  conclusion: 'fail',
  defaultBranch: 'main',
}
const onPush: UploadSituation = {
  ...onPullRequest,
  eventName: 'push',
  ref: 'refs/heads/topic/one',
  sha: head,
  pullRequest: undefined,
}

type Row = readonly [string, UploadSituation, string, string]

describe('uploadTarget', () => {
  it.each<Row>([
    ['a pull request under its merge ref', onPullRequest, 'refs/pull/7/head', head],
    ['a pull request whose head is checked out', { ...onPullRequest, sha: head }, 'refs/pull/7/head', head],
    ['a review of the merge commit itself', { ...onPullRequest, reviewed: merge }, 'refs/pull/7/merge', merge],
    [
      'pull_request_target, whose ref is the base branch',
      { ...onPullRequest, eventName: 'pull_request_target', ref: 'refs/heads/main', sha: base },
      'refs/pull/7/head',
      head,
    ],
    ['a pull request without results', { ...onPullRequest, conclusion: 'nothing-to-review' }, 'refs/pull/7/head', head],
    ['a fork', { ...onPullRequest, pullRequest: { ...pullRequest, fork: true } }, 'refs/pull/7/head', head],
    ['a push to a branch', onPush, 'refs/heads/topic/one', head],
    ['a dispatch on a branch', { ...onPush, eventName: 'workflow_dispatch' }, 'refs/heads/topic/one', head],
    [
      'a branch that only ends like the default one',
      { ...onPush, ref: 'refs/heads/x/main' },
      'refs/heads/x/main',
      head,
    ],
    ['all code of the default branch', { ...onPush, ref: 'refs/heads/main', scope: 'whole' }, 'refs/heads/main', head],
    [
      'all code, where the default branch is not known',
      { ...onPush, scope: 'whole', defaultBranch: undefined },
      'refs/heads/topic/one',
      head,
    ],
  ])('names a ref and the commit whose lines were reviewed: %s', (_what, situation, ref, sha) => {
    expect(uploadTarget(situation)).toMatchObject({ kind: 'place', place: { ref, sha } })
  })

  it.each<readonly [string, UploadSituation, RegExp]>([
    ['a change that was not fully reviewed', { ...onPullRequest, conclusion: 'not-evaluated' }, /not fully reviewed/],
    ['merge_group', { ...onPush, eventName: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7-x' }, /queue/],
    ['merge_group whatever its ref', { ...onPush, eventName: 'merge_group' }, /queue/],
    ['a push to a ref of the queue', { ...onPush, ref: 'refs/heads/gh-readonly-queue/main/pr-7-x' }, /queue/],
    ['such a ref in its short form', { ...onPullRequest, ref: 'gh-readonly-queue/main/pr-7-x' }, /queue/],
    ['a diff on the default branch', { ...onPush, ref: 'refs/heads/main' }, /close every alert/],
    [
      'a dispatched diff on the default branch',
      { ...onPush, eventName: 'workflow_dispatch', ref: 'refs/heads/main' },
      /close every alert/,
    ],
    ['a diff where the default branch is not known', { ...onPush, defaultBranch: undefined }, /default branch/],
    ['another commit than the head of the branch', { ...onPush, reviewed: base }, /wrong lines/],
    ['another commit than those of the pull request', { ...onPullRequest, reviewed: base }, /wrong lines/],
    [
      'the base commit under pull_request_target',
      { ...onPullRequest, eventName: 'pull_request_target', ref: 'refs/heads/main', sha: base, reviewed: base },
      /wrong lines/,
    ],
    ['the merge ref of another pull request', { ...onPullRequest, ref: 'refs/pull/8/merge', reviewed: merge }, /wrong/],
    ['a tag', { ...onPush, ref: 'refs/tags/v1' }, /neither a branch nor a pull request/],
    ['no ref', { ...onPush, ref: '' }, /neither a branch nor a pull request/],
  ])('names nothing for %s, and says why and what to do', (_what, situation, why) => {
    const target = uploadTarget(situation)
    expect(target).toMatchObject({ kind: 'none', why: expect.stringMatching(why), fix: expect.stringMatching(/\.$/) })
  })

  it('knows that the token of a fork cannot be given more, but under pull_request_target', () => {
    const fork = { ...onPullRequest, pullRequest: { ...pullRequest, fork: true } }
    const fixOf = (situation: UploadSituation) => {
      const target = uploadTarget(situation)
      return target.kind === 'place' ? target.place.whenForbidden : ''
    }
    expect(fixOf(fork)).toMatch(/fork is read-only/)
    expect(fixOf({ ...fork, eventName: 'pull_request_target' })).toMatch(/security-events: write/)
    expect(fixOf(onPullRequest)).toMatch(/security-events: write/)
    expect(fixOf(onPush)).toMatch(/security-events: write/)
  })

  it('does not print a hostile ref as it is', () => {
    const target = uploadTarget({ ...onPush, ref: `refs/x\n::error::${'y'.repeat(10_000)}` })
    expect(target).toMatchObject({ why: expect.not.stringContaining('\n') })
    expect(JSON.stringify(target).length).toBeLessThan(1_000)
  })
})

describe('alertsUrl', () => {
  const server = { serverUrl: 'https://ghes.example', repository: 'o/r' }

  it.each([
    ['refs/pull/7/head', 'pr%3A7%20is%3Aopen'],
    ['refs/heads/a&b', 'ref%3Arefs%2Fheads%2Fa%26b%20is%3Aopen'],
  ])('leads to the alerts of %s on the own host', (ref, query) => {
    expect(alertsUrl(server, ref)).toBe(`https://ghes.example/o/r/security/code-scanning?query=${query}`)
  })
})
