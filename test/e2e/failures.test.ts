import { faults } from '../support/faults.js'
import { dispatchEvent, pullRequestEvent } from '../support/origin.js'
import { type Reviewed, reviewPullRequest, type Scenario } from '../support/review-pull-request.js'

/** Red, and nowhere a word that could be read as a clean review. */
function expectNotReviewed(run: Reviewed): void {
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '', blocking: '', 'highest-severity': '' })
  expect(run.summary).toContain('NOT REVIEWED')
  expect(run.commands).toContainEqual(
    expect.objectContaining({ command: 'error', message: expect.stringContaining('NOT REVIEWED') }),
  )
  for (const text of [run.log, run.summary, JSON.stringify(run.outputs)])
    expect(text).not.toMatch(/no (?:issues|findings|results)|0 (?:issues|findings|results)|looks good|✅/i)
  expect(run.report?.conclusion).toBe('not-evaluated')
  expect(JSON.parse(run.sarif ?? '').runs[0].invocations[0].executionSuccessful).toBe(false)
  expect(run.checkoutDifferences).toEqual([])
  expect(run.leftInTemp.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
}

describe('a provider that fails', () => {
  it.each([
    ['unauthenticated', 'UNAUTHENTICATED'],
    ['forbidden', 'UNAUTHENTICATED'],
    ['modelNotFound', 'MODEL_NOT_FOUND'],
    ['rateLimited', 'RATE_LIMITED'],
    ['quota', 'QUOTA'],
    ['serverError', 'OVERLOADED'],
    ['unavailable', 'OVERLOADED'],
    ['reset', 'CONNECTION'],
    ['dropBeforeCompleted', 'CONNECTION'],
    ['incompleteTokens', 'NO_REPLY'],
    ['incompleteFilter', 'REFUSED'],
    ['garbage', 'CONNECTION'],
    ['empty', 'CONNECTION'],
  ] as const)('with %s leaves the change not evaluated and says %s', async (fault, code) => {
    const run = await reviewPullRequest({ turns: [{ kind: 'fault', fault: faults[fault] }] })
    expectNotReviewed(run)
    expect(run.report?.reviewers).toMatchObject([{ status: 'failed', error: { code } }])
    expect(run.outputs['reason']).toContain(code)
  })

  it('by never answering is ended by timeout-minutes', async () => {
    const turns = [{ kind: 'fault', fault: faults.hangBeforeHeaders }] as const
    const run = await reviewPullRequest({ turns, inputs: { 'timeout-minutes': '0.05' } })
    expectNotReviewed(run)
    expect(run.report?.reviewers).toMatchObject([{ error: { code: 'TIMED_OUT' } }])
  })

  it.each([
    { fault: 'quota', onNotEvaluated: 'warn-on-outage', exitCode: 0 },
    { fault: 'incompleteFilter', onNotEvaluated: 'warn-on-outage', exitCode: 1 },
    { fault: 'incompleteFilter', onNotEvaluated: 'warn', exitCode: 0 },
  ] as const)(
    'with $fault exits $exitCode under $onNotEvaluated, and still says NOT REVIEWED',
    async ({ fault, onNotEvaluated, exitCode }) => {
      const turns = [{ kind: 'fault', fault: faults[fault] }] as const
      const run = await reviewPullRequest({ turns, inputs: { 'on-not-evaluated': onNotEvaluated } })
      expect(run.exitCode).toBe(exitCode)
      expect(run.outputs['conclusion']).toBe('not-evaluated')
      expect(run.summary).toContain('NOT REVIEWED')
      expect(run.log).toContain('NOT REVIEWED')
    },
  )
})

describe('what the user can get wrong', () => {
  const mistakes: readonly (Scenario & { readonly name: string; readonly says: RegExp })[] = [
    {
      name: 'a closed pull request',
      event: (origin) => pullRequestEvent(origin, 'closed'),
      says: /closed/,
    },
    {
      name: 'an event that is not supported',
      eventName: 'schedule',
      says: /"schedule" is not supported.*pull_request/,
    },
    { name: 'an event without a pull request', event: () => ({}), says: /pull_request.*missing or malformed/ },
    {
      name: 'workflow_dispatch without base-ref',
      eventName: 'workflow_dispatch',
      event: dispatchEvent,
      says: /base-ref/,
    },
    {
      name: 'a base-ref that does not exist',
      inputs: { 'base-ref': 'nope' },
      says: /base-ref: "nope" names no commit/,
    },
    { name: 'a misspelt input', inputs: { 'fail-on': 'high' }, says: /"fail-on".*Did you mean "fail-on-severity"\?/ },
    {
      name: 'a severity of another tool',
      inputs: { 'fail-on-severity': 'moderate' },
      says: /fail-on-severity.*moderate.*Did you mean "medium"\?/,
    },
    { name: 'no credential', inputs: { 'openai-api-key': '' }, says: /NO_CREDENTIAL.*openai-api-key/ },
    {
      name: 'a CLI that is not there',
      inputs: { 'cli-path': 'codex=/nope/codex' },
      says: /cli-path.*\/nope\/codex|\/nope\/codex.*cli-path/,
    },
  ]

  it.each(mistakes)(
    '$name is one line that says what to do, with outputs and report',
    async ({ says, ...scenario }) => {
      const run = await reviewPullRequest(scenario)
      expectNotReviewed(run)
      expect(run.outputs['reason']).toMatch(says)
      expect(run.outputs['reason']).not.toContain('\n')
      expect(run.log).not.toContain('    at ')
      expect(run.requests).toEqual([])
    },
  )
})
