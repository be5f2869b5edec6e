import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Permissions } from '../../support/github/tokens.js'
import { dispatchEvent, forkEvent, pushEvent } from '../../support/origin.js'
import {
  answers,
  healthy,
  type LivingPullRequest,
  offByOne,
  type Reviewed,
  type RunScenario,
  reads,
  withPullRequest,
} from '../../support/review-pull-request.js'
import { githubToken } from '../../support/runner.js'

const defect = [reads, answers([offByOne()])]
const clean = [reads, answers([])]
/** Quick to review; code scanning answers at the first look. */
const uploading: RunScenario = { reviewer: 'openai-api', turns: defect, inputs: { 'upload-sarif': 'auto' } }
const required: RunScenario = { ...uploading, turns: clean, inputs: { 'upload-sarif': 'required' } }
const readOnly: Permissions = { contents: 'read', 'pull-requests': 'read', actions: 'read' }
const Sarif = z.looseObject({
  runs: z.tuple([
    z.looseObject({ automationDetails: z.looseObject({ id: z.string() }), results: z.array(z.looseObject({})) }),
  ]),
})

interface Uploaded {
  readonly run: Reviewed
  readonly github: LivingPullRequest['github']
}

/** One run on a pull request whose GitHub was prepared like this. */
function upload(scenario: RunScenario, prepare: (pull: LivingPullRequest) => void = () => {}): Promise<Uploaded> {
  return withPullRequest(scenario.event === undefined ? {} : { event: scenario.event }, async (pull) => {
    pull.github.setPendingPolls(0)
    prepare(pull)
    return { run: await pull.run(scenario), github: pull.github }
  })
}

function expectTold(run: Reviewed, ...texts: readonly (string | RegExp)[]): void {
  for (const told of [run.log, run.summary]) for (const text of texts) expect(told).toMatch(text)
}

describe('an upload to code scanning', () => {
  it.each([
    { name: 'the merge commit', checkout: 'merge', eventName: 'pull_request', filed: 'merge' },
    { name: 'the head', checkout: 'head', eventName: 'pull_request', filed: 'head' },
    { name: 'the base, under pull_request_target', checkout: 'base', eventName: 'pull_request_target', filed: 'head' },
  ] as const)(
    'stands under the ref and the commit of what is checked out: $name',
    async ({ checkout, eventName, filed }) => {
      const { run, github } = await upload({ ...uploading, checkout, eventName })
      expect(github.uploads).toMatchObject([
        { ref: `refs/pull/7/${filed}`, commitSha: run.origin[filed], errors: [], annotated: true },
      ])
      expect(github.alertsShownOn(7)).toMatchObject([{ ruleId: 'correctness', path: 'src/total.ts', line: 3 }])
      expect(run.exitCode).toBe(1)
      expectTold(run, 'Uploaded to code scanning')
    },
  )

  it('is made for a fork under pull_request_target, whose token is the workflow’s own', async () => {
    const { github } = await upload({
      ...{ ...uploading, event: forkEvent, eventName: 'pull_request_target', checkout: 'base' },
    })
    expect(github.uploads).toMatchObject([{ ref: 'refs/pull/7/head', errors: [], annotated: true }])
    expect(github.alertsShownOn(7)).toHaveLength(1)
  })

  it('shows the right line where main went on', async () => {
    const { github } = await withPullRequest({}, async (pull) => {
      pull.github.setPendingPolls(0)
      pull.pushToMain({ 'src/later.ts': 'export const later = 1\n' })
      await pull.run(uploading)
      return pull
    })
    expect(github.uploads).toMatchObject([{ ref: 'refs/pull/7/merge', errors: [], annotated: true }])
    expect(github.alertsShownOn(7)).toMatchObject([{ line: 3 }])
  })

  it('is filed under its category, so that two of them keep their alerts apart', async () => {
    await withPullRequest({}, async ({ github, run }) => {
      github.setPendingPolls(0)
      await run(uploading)
      await run({ ...uploading, turns: clean, inputs: { 'upload-sarif': 'auto', category: 'second-opinion' } })
      const categories = github.uploads.map(({ sarif }) => Sarif.parse(sarif).runs[0].automationDetails.id)
      expect(categories).toEqual(['model-stack/review/', 'second-opinion/'])
      expect(github.alerts()).toMatchObject([{ state: 'open' }])
    })
  })

  it('is waited for until GitHub has read it', async () => {
    const { run, github } = await upload(uploading, (pull) => pull.github.setPendingPolls(1))
    const asked = run.api.filter(({ path }) => /code-scanning\/sarifs\/./.test(path))
    expect(asked).toHaveLength(2)
    expect(github.alerts()).toHaveLength(1)
    expectTold(run, 'Uploaded to code scanning')
  })

  it('closes the alert with the fix, and opens the same one when the defect comes back', async () => {
    await withPullRequest({}, async (pull) => {
      pull.github.setPendingPolls(0)
      const inputs = { 'upload-sarif': 'auto', 'review-comments': 'all' }
      const told = () => ({
        alerts: pull.github.alerts().map(({ number, state }) => `${number} ${state}`),
        comments: pull.github.reviewComments(7).map(({ body }) => (body.includes('Resolved') ? 'resolved' : 'open')),
      })
      await pull.run({ ...uploading, inputs })
      expect(told()).toEqual({ alerts: ['1 open'], comments: ['open'] })
      pull.push({ 'src/total.ts': `${healthy.base['src/total.ts']}export const none = 0\n` })
      expect((await pull.run({ ...uploading, turns: clean, inputs })).exitCode).toBe(0)
      expect(told()).toEqual({ alerts: ['1 fixed'], comments: ['resolved'] })
      pull.push({ 'src/total.ts': healthy.head['src/total.ts'] ?? '' })
      expect((await pull.run({ ...uploading, inputs })).exitCode).toBe(1)
      expect(told()).toEqual({ alerts: ['1 open'], comments: ['open'] })
    })
  })

  it('makes no second alert of what the upload action of CodeQL sends once more', async () => {
    await withPullRequest({}, async ({ github, run, origin }) => {
      github.setPendingPolls(0)
      const { sarif = '' } = await run(uploading)
      const again = await fetch(`${github.apiUrl}/repos/o/r/code-scanning/sarifs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${githubToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ ref: 'refs/pull/7/merge', commit_sha: origin.merge },
          sarif: gzipSync(sarif).toString('base64'),
        }),
      })
      expect(again.status).toBe(202)
      expect(github.uploads).toMatchObject([{ errors: [] }, { errors: [], annotated: true }])
      expect(github.alerts()).toMatchObject([{ state: 'open' }])
      expect(github.alertsShownOn(7)).toHaveLength(1)
    })
  })
})

describe('results that could not be uploaded', () => {
  const obstacles: readonly (RunScenario & {
    readonly name: string
    readonly prepare?: (pull: LivingPullRequest) => void
    readonly says: RegExp
  })[] = [
    {
      name: 'code scanning is off',
      prepare: ({ github }) => {
        github.settings.codeScanning = 'off'
      },
      says: /Turn on code scanning/,
    },
    {
      name: 'the repository has no licence for it',
      prepare: ({ github }) => {
        github.settings.codeScanning = 'not-licensed'
      },
      says: /needs GitHub Code Security/,
    },
    { name: 'the permission is missing', permissions: readOnly, says: /permissions: security-events: write/ },
    { name: 'the token is that of a fork', event: forkEvent, says: /from a fork is read-only.*recipes for forks/ },
    { name: 'there is no token', inputs: { 'github-token': '' }, says: /github-token is empty/ },
    {
      name: 'GitHub cannot read the file',
      prepare: ({ github }) => github.failProcessing('a rule without a name'),
      says: /could not read the SARIF file: a rule without a name/,
    },
  ]

  const alsoRequired = ['the permission is missing', 'there is no token', 'GitHub cannot read the file']

  it.each(obstacles)('are a note with the fix and no failure where $name', async ({ prepare, says, ...scenario }) => {
    const { run, github } = await upload(
      { ...uploading, turns: clean, ...scenario, inputs: { 'upload-sarif': 'auto', ...scenario.inputs } },
      prepare,
    )
    expect(run.exitCode).toBe(0)
    expect(run.outputs['conclusion']).toBe('pass')
    expectTold(run, says)
    expect(github.alerts()).toEqual([])
  })

  it.each(obstacles.filter(({ name }) => alsoRequired.includes(name)))(
    'fail the step that requires them where $name',
    async ({ prepare, says, ...scenario }) => {
      const { run } = await upload(
        { ...required, ...scenario, inputs: { ...required.inputs, ...scenario.inputs } },
        prepare,
      )
      expect(run.exitCode).toBe(1)
      expect(run.outputs['conclusion']).toBe('pass')
      expectTold(run, says)
      expect(run.log).toContain('upload-sarif is required')
    },
  )

  it('are said once', async () => {
    const { run } = await upload({ ...uploading, turns: clean, permissions: readOnly })
    expect(run.summary.split('Not uploaded to code scanning')).toHaveLength(2)
    expect(run.log.split('Not uploaded to code scanning')).toHaveLength(2)
  })
})

const elsewhere = offByOne({
  title: 'One too many',
  message: 'Nobody asked for two of them.',
  path: 'src/other.ts',
  startLine: 2,
  endLine: 2,
  quote: 'export const more = 2',
})

describe('nothing is uploaded', () => {
  const sends = (run: Reviewed) => run.api.filter(({ method, path }) => method === 'POST' && path.includes('sarifs'))

  it('with upload-sarif: never', async () => {
    const { run, github } = await upload({ ...uploading, inputs: { 'upload-sarif': 'never' } })
    expect(sends(run)).toEqual([])
    expect(github.uploads).toEqual([])
    expect(run.summary).not.toContain('uploaded to code scanning')
  })

  it.each([
    { name: 'not evaluated', findings: [], inputs: {}, conclusion: 'not-evaluated' },
    { name: 'red for another reason', findings: [elsewhere], inputs: {}, conclusion: 'fail' },
    { name: 'green by min-coverage', findings: [], inputs: { 'min-coverage': '10' }, conclusion: 'pass' },
  ])(
    'of a review that is incomplete and $name: what nobody looked at is not gone',
    async ({ findings, inputs, conclusion }) => {
      await withPullRequest({}, async (pull) => {
        pull.github.setPendingPolls(0)
        const everywhere = { 'review-comments': 'all', 'comment-summary-in-pr': 'always' }
        await pull.run({ ...uploading, inputs: { ...uploading.inputs, ...everywhere } })
        pull.push({ 'src/other.ts': 'export const other = 1\nexport const more = 2\n' })
        const run = await pull.run({
          ...uploading,
          turns: [reads, answers(findings, ['src/other.ts'])],
          // By other rules everything is looked at again, and nothing carried forward.
          inputs: { ...uploading.inputs, ...everywhere, ...inputs, focus: 'races' },
        })
        expect(run.outputs['conclusion']).toBe(conclusion)
        expect(sends(run)).toEqual([])
        expectTold(run, /Not uploaded to code scanning: The change was not fully reviewed/)
        expect(pull.github.alerts()).toMatchObject([{ state: 'open' }])
        const comments = [...pull.github.reviewComments(7), ...pull.github.comments(7)]
        for (const text of [run.summary, ...comments.map(({ body }) => body)])
          expect(text).not.toMatch(/Resolved|no longer report/i)
      })
    },
  )

  it('for a push to the default branch, whose other alerts a diff would close', async () => {
    await withPullRequest({}, async (pull) => {
      const before = pull.origin.base
      const pushed = pull.origin.merge
      pull.github.pushBranch('main', pushed)
      const run = await pull.run({
        ...uploading,
        checkout: 'merge',
        eventName: 'push',
        event: () => pushEvent({ branch: 'main', before, after: pushed }),
      })
      expect(run.outputs['conclusion']).toBe('fail')
      expect(sends(run)).toEqual([])
      expectTold(run, /main is the default branch/)
    })
  })

  it('for a commit that is not the one of the branch', async () => {
    const { run } = await upload({
      ...uploading,
      eventName: 'workflow_dispatch',
      event: () => ({ ...dispatchEvent(), ref: 'refs/heads/main' }),
      inputs: { 'upload-sarif': 'auto', 'base-ref': 'main', 'head-ref': 'pr' },
      env: { GITHUB_REF: 'refs/heads/main' },
    })
    expect(sends(run)).toEqual([])
    expectTold(run, 'Not uploaded to code scanning')
  })
})

it('uploads a push to another branch under that branch', async () => {
  await withPullRequest({}, async (pull) => {
    pull.github.setPendingPolls(0)
    const { head, mergeBase } = pull.origin
    await pull.run({
      ...uploading,
      checkout: 'head',
      eventName: 'push',
      event: () => pushEvent({ branch: 'pr', before: mergeBase, after: head }),
    })
    expect(pull.github.uploads).toMatchObject([{ ref: 'refs/heads/pr', commitSha: head }])
    expect(pull.github.alerts({ ref: 'refs/heads/pr' })).toMatchObject([{ state: 'open', line: 3 }])
  })
})
