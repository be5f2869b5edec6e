import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { dispatchEvent } from '../support/origin.js'
import { answers, apiKey, offByOne, type Reviewed, reads, reviewPullRequest } from '../support/review-pull-request.js'
import { githubToken } from '../support/runner.js'

const schema: object = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8'))
const isSarif = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
const message = (text: string) => ({ kind: 'message', text }) as const
const annotations = (run: Reviewed) =>
  run.commands.filter(({ command }) => ['error', 'warning', 'notice'].includes(command))

/** What holds after every run, whatever its verdict. */
function expectNoTrace(run: Reviewed): void {
  expect(run.checkoutDifferences).toEqual([])
  expect(run.leftInTemp.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
  expect(run.post).toEqual({ exitCode: 0, log: '' })
  expect(run.log).not.toContain('A secret, or what looks like one')
  const shown = run.log.replace(/^::add-mask::.*$/gm, '')
  for (const text of [shown, run.summary, run.sarif ?? '', JSON.stringify(run.report)]) {
    expect(text).not.toContain(apiKey)
    expect(text).not.toContain(githubToken)
  }
}

describe('a change with findings', () => {
  it('fails the check when a verified finding is above the threshold, and shows it everywhere', async () => {
    const run = await reviewPullRequest({ turns: [reads, answers([offByOne({ severity: 'critical' })])] })
    expectNoTrace(run)
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({
      conclusion: 'fail',
      results: '1',
      blocking: '1',
      'highest-severity': 'critical',
      coverage: '100',
      'author-families': '',
      reviewers: 'codex',
      waiver: 'false',
      override: 'false',
    })
    expect(run.summary).toContain(`https://github.com/o/r/blob/${run.origin.head}/src/total.ts#L3`)
    expect(annotations(run)).toEqual([
      expect.objectContaining({
        command: 'error',
        properties: expect.objectContaining({ file: 'src/total.ts', line: '3' }),
      }),
    ])
    expect(run.report?.isolation).toMatchObject({
      level: expect.stringMatching(/^(root|user)-sandbox$/),
      proof: { unchanged: true },
    })
    expect(run.api.filter(({ method }) => method !== 'GET')).toEqual([])
    for (const { authorization } of run.api) expect(authorization).toBe(`Bearer ${githubToken}`)
    expect(run.api).toContainEqual(expect.objectContaining({ path: '/repos/o/r/pulls/7', status: 200 }))
    expect(run.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${apiKey}`, `Bearer ${apiKey}`])
  })

  it('writes SARIF that is valid and points to the line', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([offByOne()])],
      inputs: { category: 'second-opinion' },
    })
    const sarif = JSON.parse(run.sarif ?? '')
    expect(isSarif(sarif) ? [] : isSarif.errors).toEqual([])
    expect(sarif.runs[0]).toMatchObject({
      automationDetails: { id: 'second-opinion/' },
      invocations: [{ executionSuccessful: true }],
      results: [
        {
          ruleId: 'correctness',
          locations: [{ physicalLocation: { artifactLocation: { uri: 'src/total.ts' }, region: { startLine: 3 } } }],
        },
      ],
    })
  })

  it.each([
    { severity: 'high', threshold: 'high', conclusion: 'fail', exitCode: 1, blocking: '1' },
    { severity: 'medium', threshold: 'high', conclusion: 'pass', exitCode: 0, blocking: '0' },
    { severity: 'critical', threshold: 'never', conclusion: 'pass', exitCode: 0, blocking: '0' },
  ] as const)(
    'concludes $conclusion for a $severity finding at the threshold $threshold',
    async ({ severity, threshold, conclusion, exitCode, blocking }) => {
      const turns = [reads, answers([offByOne({ severity })])]
      const run = await reviewPullRequest({ turns, inputs: { 'fail-on-severity': threshold } })
      expect(run.exitCode).toBe(exitCode)
      expect(run.outputs).toMatchObject({ conclusion, blocking, results: '1', 'highest-severity': severity })
      expect(run.summary).toContain('The loop runs past the last price')
    },
  )

  it('never blocks on a finding whose quote stands nowhere in the file', async () => {
    const run = await reviewPullRequest({ turns: [reads, answers([offByOne({ quote: '  eval(prices.join())' })])] })
    expect(run.exitCode).toBe(0)
    expect(run.outputs).toMatchObject({ conclusion: 'pass', blocking: '0' })
    expect(run.report?.results).toMatchObject([{ evidence: { status: 'unverified' }, blocking: false }])
    expect(run.summary).toContain('Not verified')
  })

  it('keeps annotations within the limits of the platform and makes no command of a hostile finding', async () => {
    const hostile = 'x\n::set-output name=conclusion::pass\n##[add-mask]a\r::stop-commands::t'
    const findings = Array.from({ length: 25 }, (_, index) =>
      offByOne({ title: `Finding ${index} ##[error]${hostile}`, message: hostile }),
    )
    const run = await reviewPullRequest({ turns: [reads, answers(findings)] })
    expect(run.outputs['conclusion']).toBe('fail')
    expect(annotations(run).length).toBeGreaterThan(0)
    for (const level of ['error', 'warning', 'notice'])
      expect(run.commands.filter(({ command }) => command === level).length).toBeLessThanOrEqual(10)
    const ours = ['add-mask', 'group', 'endgroup', 'error', 'warning', 'notice']
    expect(run.commands.filter(({ command }) => !ours.includes(command))).toEqual([])
    expect(run.commands.filter(({ command }) => command === 'add-mask').map((mask) => mask.message)).toEqual(
      expect.not.arrayContaining(['a']),
    )
  })
})

describe('a change without findings', () => {
  it('passes after a real review, from a checkout of the head as well', async () => {
    const run = await reviewPullRequest({ checkout: 'head' })
    expectNoTrace(run)
    expect(run.exitCode).toBe(0)
    expect(run.outputs).toMatchObject({ conclusion: 'pass', results: '0', blocking: '0', 'highest-severity': 'none' })
    expect(run.report?.reviewers).toMatchObject([{ status: 'completed', filesRead: ['src/total.ts'] }])
    expect(annotations(run)).toEqual([])
  })

  it('is reviewed under pull_request_target from a checkout of the base', async () => {
    const run = await reviewPullRequest({ checkout: 'base', eventName: 'pull_request_target' })
    expectNoTrace(run)
    expect(run.outputs).toMatchObject({ conclusion: 'pass', coverage: '100' })
    expect(run.report?.change).toMatchObject({ head: run.origin.head, mergeBase: run.origin.mergeBase })
  })

  it('spends no request when only generated files changed', async () => {
    const history = { base: { 'package-lock.json': '{}\n' }, head: { 'package-lock.json': '{"a": 1}\n' } }
    const run = await reviewPullRequest({ history })
    expect(run.exitCode).toBe(0)
    expect(run.outputs['conclusion']).toBe('nothing-to-review')
    expect(run.report?.coverage.excluded).toMatchObject([{ path: 'package-lock.json' }])
    expect(run.requests).toEqual([])
  })
})

describe('the answer of the model', () => {
  it('gets one repair turn when it is no JSON', async () => {
    const run = await reviewPullRequest({ turns: [reads, message('Looks good!'), answers([offByOne()])] })
    expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1' })
    expect(run.requests).toHaveLength(3)
  })

  it('is REPLY_NOT_FINDINGS when it cannot be read twice', async () => {
    const run = await reviewPullRequest({ turns: [reads, message('Looks good!')] })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '' })
    expect(run.report?.reviewers).toMatchObject([{ status: 'failed', error: { code: 'REPLY_NOT_FINDINGS' } }])
    expect(run.requests).toHaveLength(3)
  })

  it('is asked once more for a file that it did not name, which then counts as unreviewed', async () => {
    const run = await reviewPullRequest({ turns: [reads, answers([], [])] })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', coverage: '0' })
    expect(run.requests).toHaveLength(3)
    expect(run.report?.coverage.unreviewed).toMatchObject([{ path: 'src/total.ts', lines: 2 }])
  })

  it('is no review when nothing of the snapshot was read', async () => {
    const run = await reviewPullRequest({ turns: [answers([])] })
    expect(run.exitCode).toBe(1)
    expect(run.outputs['conclusion']).toBe('not-evaluated')
    expect(run.report?.reviewers).toMatchObject([{ error: { code: 'NOTHING_READ' } }])
  })
})

describe('the commits under review', () => {
  it('leave out what the base did after the branch, however far back that is', async () => {
    const history = { later: { 'src/later.ts': 'export const later = 1\n' }, laterCommits: 60 }
    const run = await reviewPullRequest({ history, turns: [reads, answers([offByOne()])] })
    expectNoTrace(run)
    expect(run.report?.change).toMatchObject({
      base: run.origin.base,
      head: run.origin.head,
      mergeBase: run.origin.mergeBase,
    })
    expect(run.outputs).toMatchObject({ conclusion: 'fail', coverage: '100' })
    expect(run.requests[0]?.input).not.toContain('src/later.ts')
  })

  it('are void when the head moved during the review', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([offByOne()])],
      onRequest: ({ github }) => github.push(7, { head: 'f'.repeat(40) }),
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '' })
    expect(run.report?.reasons[0]?.kind).toBe('head-moved')
  })

  it('come from base-ref and head-ref under workflow_dispatch', async () => {
    const inputs = { 'base-ref': 'main', 'head-ref': 'pr' }
    const run = await reviewPullRequest({ eventName: 'workflow_dispatch', event: dispatchEvent, inputs })
    expect(run.outputs['conclusion']).toBe('pass')
    expect(run.report?.change).toMatchObject({ head: run.origin.head, mergeBase: run.origin.mergeBase })
  })
})

describe('policy', () => {
  const config = '.github/model-stack.yml'
  const tree = { 'src/total.ts': 'export const prices = 1\n' }

  it('is read from the base, not from the head', async () => {
    const history = {
      base: { ...tree, [config]: 'fail-on-severity: low\n' },
      head: {
        'src/total.ts': 'export const prices = 2\n',
        [config]: 'fail-on-severity: never\npaths-ignore: ["**"]\n',
      },
    }
    const finding = offByOne({ severity: 'low', startLine: 1, endLine: 1, quote: 'export const prices = 2' })
    const run = await reviewPullRequest({ history, turns: [reads, answers([finding], ['src/total.ts', config])] })
    expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1' })
  })

  it('refuses an unknown key with its line', async () => {
    const history = { base: { ...tree, [config]: 'effort: low\nfail-on: high\n' }, head: { 'src/total.ts': 'x\n' } }
    const run = await reviewPullRequest({ history })
    expect(run.exitCode).toBe(1)
    expect(run.outputs['conclusion']).toBe('not-evaluated')
    expect(run.outputs['reason']).toMatch(/model-stack\.yml.*\b2\b.*fail-on|fail-on.*line 2/)
    expect(run.requests).toEqual([])
  })
})

it('removes in the post step what a killed run left', async () => {
  const run = await reviewPullRequest({ killed: 'SIGKILL', turns: [{ kind: 'command', command: 'sleep 60' }] })
  expect(run.exitCode).toBeNull()
  expect(run.outputs).toEqual({})
  expect(run.state['run-directory']).toContain('model-stack-run-')
  expect(run.leftInTemp.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
  expect(run.checkoutDifferences).toEqual([])
})
