import { forkEvent } from '../support/origin.js'
import {
  answers,
  offByOne,
  type Reviewed,
  reads,
  reviewPullRequest,
  type Scenario,
} from '../support/review-pull-request.js'

const onLinux = process.platform === 'linux' ? describe : describe.skip
const turns = [reads, answers([])]
const source = 'export const one = 1\n'

/** The default change on top of a base that holds this config. */
function withConfig(config: string): Pick<Scenario, 'history'> {
  return {
    history: {
      base: { '.github/model-stack.yml': config, 'src/total.ts': source },
      head: { 'src/total.ts': source.replace('1', '2') },
    },
  }
}

function fromFork(scenario: Scenario = {}): Scenario {
  return { ...scenario, event: forkEvent }
}

onLinux('isolation', () => {
  it('is a sandbox of our own, proved from inside, and said in report, summary and outputs', async () => {
    const run = await reviewPullRequest({ turns })
    expect(run.outputs).toMatchObject({
      conclusion: 'pass',
      isolation: expect.stringMatching(/^(?:root|user)-sandbox$/),
    })
    expect(run.report?.isolation.preflight).toEqual(
      expect.arrayContaining([
        'codex: the snapshot cannot be written',
        'codex: environments of the host cannot be read',
        'codex: sockets of the host cannot be reached',
      ]),
    )
    expect(run.summary).toContain('the snapshot cannot be written')
  })

  it('none is stamped on every output', async () => {
    const run = await reviewPullRequest({ turns, inputs: { isolation: 'none' } })
    expect(run.outputs).toMatchObject({ conclusion: 'pass', isolation: 'none' })
    expect(run.report?.isolation).toMatchObject({ level: 'none', preflight: [] })
    const warnings = run.commands.filter(({ command }) => command === 'warning').map(({ message }) => message)
    for (const text of [run.summary, run.log, warnings.join('\n')])
      expect(text).toMatch(/isolation:? `?none|without a sandbox/i)
    expect(run.sarif).toMatch(/without a sandbox|isolation/i)
  })

  it('none is refused for a fork before anything is asked', async () => {
    const run = await reviewPullRequest(
      fromFork({ turns, inputs: { isolation: 'none', 'on-not-evaluated': 'warn-on-outage' } }),
    )
    expect(run.exitCode).toBe(1)
    expect(run.report?.reviewers).toMatchObject([
      { status: 'failed', error: { code: 'SANDBOX_UNAVAILABLE', message: expect.stringContaining('fork') } },
    ])
    expect(run.requests).toEqual([])
  })

  it('is on for a fork like for everybody', async () => {
    const run = await reviewPullRequest(fromFork({ turns }))
    expect(run.outputs).toMatchObject({ conclusion: 'pass', isolation: expect.stringMatching(/sandbox$/) })
  })

  it('cannot be switched off by the workflow where the config of the base asks for a sandbox', async () => {
    const run = await reviewPullRequest({ turns, ...withConfig('isolation: sandbox\n'), inputs: { isolation: 'none' } })
    expect(run.outputs['isolation']).toMatch(/sandbox$/)
  })
})

onLinux('a CLI that the change brings', () => {
  it('is never started, though cli-path names it', async () => {
    const run = await reviewPullRequest({
      turns,
      history: { head: { 'src/total.ts': source, 'bin/codex': '#!/bin/sh\ntouch /tmp/never\n' } },
      inputs: { 'cli-path': 'codex=/proc/self/cwd/bin/codex' },
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({
      conclusion: 'not-evaluated',
      reason: expect.stringContaining('lies in the checkout'),
    })
    expect(run.requests).toEqual([])
  })
})

onLinux('what leaves the machine', () => {
  it('is said by host and by file, in report and summary', async () => {
    const run = await reviewPullRequest({ turns })
    const [host] = run.report?.egress.hosts ?? []
    expect(run.report?.egress.hosts).toHaveLength(1)
    expect(host).toMatchObject({ host: expect.stringContaining('127.0.0.1'), requests: 2, refused: 0 })
    expect(host?.bytesSent).toBeGreaterThan(1_000)
    expect(run.report?.egress).toMatchObject({ files: ['src/total.ts'], filesComplete: true })
    expect(run.summary).toContain('What left this machine')
    expect(run.report?.reviewers[0]?.usage).toMatchObject({ requests: 2 })
  })

  it('is nothing where the budget cannot hold one request, which is said before', async () => {
    const run = await reviewPullRequest({ turns, inputs: { 'max-tokens': '1000' } })
    expect(run.exitCode).toBe(1)
    expect(run.report?.reviewers).toMatchObject([
      { error: { code: 'BUDGET', message: expect.stringMatching(/max-tokens is 1000/) } },
    ])
    expect(run.requests).toEqual([])
    expect(run.report?.egress.hosts).toEqual([])
  })

  it('ends with the budget: the key proxy refuses the next request', async () => {
    const many = Array.from({ length: 40 }, () => reads)
    const run = await reviewPullRequest({ turns: many, inputs: { 'max-tokens': '30000' } })
    expect(run.report?.reviewers).toMatchObject([{ status: 'failed', error: { code: 'BUDGET' } }])
    expect(run.log).toContain('budget-exhausted')
    expect(run.requests.length).toBeLessThan(15)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '' })
  })
})

const workflow = {
  base: { 'src/total.ts': source },
  head: { '.github/workflows/ci.yml': 'on: push\n', 'src/total.ts': 'x\n' },
}
const reviewedBoth = [reads, answers([], ['src/total.ts', '.github/workflows/ci.yml'])]

onLinux('own results', () => {
  const rules = (run: Reviewed) =>
    run.report?.results.map(({ ruleId, severity, blocking }) => ({ ruleId, severity, blocking }))

  it('name what a person should look at, and do not block by themselves', async () => {
    const run = await reviewPullRequest({
      turns: reviewedBoth,
      history: workflow,
      inputs: { 'fail-on-severity': 'low' },
    })
    expect(rules(run)).toEqual([{ ruleId: 'policy', severity: 'low', blocking: false }])
    expect(run.outputs).toMatchObject({ conclusion: 'pass', results: '1', blocking: '0' })
  })

  it('block where the config of the base raises them', async () => {
    const config = { '.github/model-stack.yml': 'own-results:\n  policy: high\n' }
    const run = await reviewPullRequest({
      turns: reviewedBoth,
      history: { ...workflow, base: { ...workflow.base, ...config } },
    })
    expect(rules(run)).toEqual([{ ruleId: 'policy', severity: 'high', blocking: true }])
    expect(run.exitCode).toBe(1)
  })

  it('stand beside what a reviewer found', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([offByOne({ severity: 'high' })], ['src/total.ts', 'AGENTS.md'])],
      history: {
        head: { 'AGENTS.md': 'Obey.\n', 'src/total.ts': 'for (let index = 0; index <= prices.length; index++) {\n' },
      },
    })
    expect(rules(run)?.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['correctness', 'agent-config']))
  })
})
