import { pullRequestEvent } from '../../support/origin.js'
import {
  answers,
  healthy,
  offByOne,
  type Reviewed,
  type RunScenario,
  reads,
  withPullRequest,
} from '../../support/review-pull-request.js'

const defect = [reads, answers([offByOne()])]
const clean = [reads, answers([])]
/** Everything that can be written. */
const everything = { 'upload-sarif': 'auto', 'comment-summary-in-pr': 'always', 'review-comments': 'all' } as const
const publishing = (scenario: RunScenario = {}): RunScenario => ({
  ...{ reviewer: 'openai-api', turns: clean },
  ...scenario,
  inputs: { ...everything, ...scenario.inputs },
})
const written = ({ api }: Reviewed) => api.filter(({ method }) => method !== 'GET')

function expectVoid(run: Reviewed): void {
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '' })
  expect(run.report?.reasons[0]?.kind).toBe('head-moved')
  expect(run.summary).toContain('NOT REVIEWED')
  expect(written(run)).toEqual([])
}

describe('a verdict on a head that is no longer the head', () => {
  it.each([
    { name: 'green', turns: clean },
    { name: 'red', turns: defect },
  ])('is void, $name or not, and nothing of it is published', async ({ turns }) => {
    await withPullRequest({}, async ({ github, run }) => {
      const onRequest = () => github.push(7, { head: 'f'.repeat(40) })
      expectVoid(await run(publishing({ turns, onRequest })))
      expect([...github.comments(7), ...github.reviewComments(7), ...github.alerts()]).toEqual([])
    })
  })

  it('is void under on-not-evaluated: warn-on-outage as well', async () => {
    await withPullRequest({}, async ({ github, run }) => {
      const onRequest = () => github.push(7, { head: 'f'.repeat(40) })
      expectVoid(await run(publishing({ onRequest, inputs: { 'on-not-evaluated': 'warn-on-outage' } })))
    })
  })

  it('is void in a re-run of an old run, whose record would be green', async () => {
    await withPullRequest(
      { history: { head: { 'src/total.ts': `${healthy.base['src/total.ts']}// a\n` } } },
      async (pull) => {
        const old = pull.origin
        pull.github.setPendingPolls(0)
        expect((await pull.run(publishing())).exitCode).toBe(0)
        pull.push(healthy.head)
        expect((await pull.run(publishing({ turns: defect }))).exitCode).toBe(1)
        const comments = pull.github.comments(7)
        expectVoid(await pull.run(publishing({ event: () => pullRequestEvent(old), checkout: { commit: old.head } })))
        expect(pull.github.comments(7)).toEqual(comments)
        expect(pull.github.alertsShownOn(7)).toHaveLength(1)
      },
    )
  })

  it('fails the step that requires an upload, which is not made', async () => {
    await withPullRequest({}, async ({ github, run }) => {
      const onRequest = () => github.push(7, { head: 'f'.repeat(40) })
      const inputs = { 'upload-sarif': 'required', 'on-not-evaluated': 'warn' }
      const done = await run(publishing({ onRequest, inputs }))
      expect(done.exitCode).toBe(1)
      expect(written(done)).toEqual([])
    })
  })
})

describe('a required check', () => {
  it('stays red over pushes and re-runs as long as the defect is there, however it is worded, and turns green after', async () => {
    await withPullRequest({}, async (pull) => {
      const quick = (turns: RunScenario['turns']): RunScenario => ({ reviewer: 'openai-api', turns: turns ?? clean })
      expect((await pull.run(quick(defect))).exitCode).toBe(1)
      expect((await pull.run(quick(clean))).exitCode).toBe(1)
      pull.push({ 'README.md': '# Shop, open now\n' })
      const files = ['src/total.ts', 'README.md']
      const reworded = offByOne({ title: 'Reads one price too many', message: 'An index beyond the end is read.' })
      expect((await pull.run(quick([reads, answers([reworded], files)]))).exitCode).toBe(1)
      pull.push({ 'src/total.ts': healthy.base['src/total.ts'] ?? '' })
      const last = await pull.run(quick([reads, answers([], files)]))
      expect(last.exitCode).toBe(0)
    })
  })
})

describe('a GitHub that is not well', () => {
  it.each([
    { name: 'the answer is lost in a gateway', fault: { kind: 'done-but-502' } },
    { name: 'the connection breaks after it is done', fault: { kind: 'done-but-reset' } },
    { name: 'the request is not done', fault: { kind: 'status', status: 503 } },
  ] as const)('gets each comment once where $name', async ({ fault }) => {
    await withPullRequest({}, async ({ github, run }) => {
      github.fault({ method: 'POST', path: /\/issues\/7\/comments$/ }, fault)
      github.fault({ method: 'POST', path: /\/pulls\/7\/comments$/ }, fault)
      const done = await run(publishing({ turns: defect, inputs: { 'upload-sarif': 'never' } }))
      expect(github.comments(7)).toHaveLength(1)
      expect(github.reviewComments(7)).toHaveLength(1)
      expect(done.exitCode).toBe(1)
    })
  })

  it('gets an upload again whose answer was lost, and opens one alert', async () => {
    await withPullRequest({}, async ({ github, run }) => {
      github.setPendingPolls(0)
      github.fault({ method: 'POST', path: /sarifs$/ }, { kind: 'done-but-502' })
      const done = await run(publishing({ turns: defect, inputs: { ...quiet, 'upload-sarif': 'required' } }))
      expect(github.alerts()).toHaveLength(1)
      expect(done.log).toContain('Uploaded to code scanning')
    })
  })

  it.each([
    { name: 'breaks every connection', fault: { kind: 'reset' } },
    { name: 'answers everything with a page', fault: { kind: 'html' } },
  ] as const)('changes no verdict where it $name', async ({ fault }) => {
    await withPullRequest({}, async ({ github, run }) => {
      github.fault({ times: 1_000 }, fault)
      const done = await run(publishing({ turns: defect }))
      expect(done).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail', blocking: '1', coverage: '100' } })
      expect(done.report?.reasons.map(({ kind }) => kind)).toContain('head-unknown')
      expect(done.summary).toContain('Not uploaded to code scanning')
      expect(done.log).not.toContain('    at ')
    })
  })

  it('is waited for when it limits the rate', async () => {
    await withPullRequest({}, async ({ github, run }) => {
      github.fault(
        { method: 'POST', path: /\/issues\/7\/comments$/ },
        { kind: 'secondary-limit', status: 403, retryAfterSeconds: 1 },
      )
      const done = await run(publishing({ inputs: { 'upload-sarif': 'never' } }))
      expect(github.comments(7)).toHaveLength(1)
      expect(done.log).toContain('rate limit')
    })
  })

  it('is not waited for where the limit lasts longer than the job may, which is said', async () => {
    await withPullRequest({}, async ({ github, run }) => {
      const target = { method: 'POST', path: /\/issues\/7\/comments$/, times: 9 }
      github.fault(target, { kind: 'rate-limit', resetInSeconds: 3_000 })
      const done = await run(publishing({ inputs: { 'upload-sarif': 'never' } }))
      expect(done).toMatchObject({ exitCode: 0, outputs: { conclusion: 'pass' } })
      expect(done.summary).toMatch(/comment on the pull request could not be written:.*limits the rate/)
    })
  })

  it.each([
    { name: 'fails', fault: { kind: 'status', status: 502 } },
    { name: 'answers with a page', fault: { kind: 'html' } },
  ] as const)('leaves it open whether the head moved where it $name, which is disclosed', async ({ fault }) => {
    await withPullRequest({}, async ({ github, run }) => {
      github.fault({ path: /\/pulls\/7$/, times: 9 }, fault)
      const done = await run({ reviewer: 'openai-api', turns: clean })
      expect(done.outputs['conclusion']).toBe('pass')
      expect(done.report?.reasons.map(({ kind }) => kind)).toContain('head-unknown')
      expect(done.summary).toContain('Whether the head moved is not known')
    })
  })
})

const quiet = { 'comment-summary-in-pr': 'never', 'review-comments': 'never' } as const

describe('GitHub Enterprise Server', () => {
  it('is asked below /api/v3 and linked at its own host', async () => {
    await withPullRequest({ github: { edition: 'ghes' } }, async ({ github, run }) => {
      github.setPendingPolls(0)
      const done = await run(publishing({ turns: defect }))
      expect(done.exitCode).toBe(1)
      expect(github.apiUrl).toMatch(/\/api\/v3$/)
      expect(github.alertsShownOn(7)).toHaveLength(1)
      expect(github.reviewComments(7)).toHaveLength(1)
      const [comment] = github.comments(7)
      for (const text of [comment?.body ?? '', done.summary]) {
        expect(text).toContain('https://ghes.example/o/r/')
        expect(text).not.toContain('github.com')
      }
    })
  })

  it('keeps no reviews, which is said, and reviews anew', async () => {
    await withPullRequest({ github: { edition: 'ghes' } }, async ({ run }) => {
      await run({ reviewer: 'openai-api', turns: clean })
      const second = await run({ reviewer: 'openai-api', turns: clean })
      expect(second.asked).toBeGreaterThan(0)
      expect(second.log).toContain('GitHub Enterprise Server keeps no reviews')
    })
  })
})

it('reviews without a token, asks GitHub nothing, and says what that leaves open', async () => {
  await withPullRequest({}, async ({ run }) => {
    const done = await run(publishing({ turns: defect, inputs: { 'github-token': '' } }))
    expect(done).toMatchObject({ exitCode: 1, api: [], outputs: { conclusion: 'fail' } })
    expect(done.report?.reasons.map(({ kind }) => kind)).toContain('head-unknown')
    expect(done.summary).toContain('github-token is empty')
  })
})
