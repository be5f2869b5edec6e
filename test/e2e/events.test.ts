import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Origin } from '../support/origin.js'
import {
  answers,
  offByOne,
  type Reviewed,
  type RunScenario,
  reads,
  reviewPullRequest,
} from '../support/review-pull-request.js'

const definitions = 'node_modules/@octokit/webhooks-examples/api.github.com/index.json'
const Payload = z.looseObject({ action: z.string().optional(), ref: z.string().optional() })
type Payload = z.infer<typeof Payload>
const examples = z
  .array(z.object({ name: z.string(), examples: z.array(Payload) }))
  .parse(JSON.parse(readFileSync(definitions, 'utf8')))

/** One example of each action, or of each kind of ref, that GitHub sends for the event. */
function examplesOf(event: string): readonly (readonly [string, Payload])[] {
  const all = examples.find(({ name }) => name === event)?.examples ?? []
  return [...new Map(all.map((payload) => [describePayload(payload), payload] as const))]
}

function describePayload({ action, ref, deleted }: Payload): string {
  return action ?? `${deleted === true ? 'the deletion of ' : ''}${ref}`
}

/** No review was recorded, so that each of these runs asks the model. */
const quick: RunScenario = {
  ...{ reviewer: 'openai-api', turns: [reads, answers([])] },
  env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' },
}

/** Whatever the event, nobody is told that a change is fine which nobody read. */
function expectHonest(run: Reviewed): void {
  expect(run.report).toBeDefined()
  expect(run.log).not.toContain('    at ')
  if (run.exitCode === 0) {
    expect(run.asked).toBeGreaterThan(0)
    expect(run.outputs).toMatchObject({ conclusion: 'pass', coverage: '100' })
  } else if (run.outputs['conclusion'] === 'not-evaluated') {
    expect(run.outputs['reason']).not.toBe('')
    expect(run.summary).toContain('NOT REVIEWED')
  }
}

/** The payload, about the commits of the test's repository. */
function aboutOrigin(payload: Payload, { head, base }: Origin): object {
  const pull = z.looseObject({ head: z.looseObject({}), base: z.looseObject({}) }).parse(payload['pull_request'])
  return {
    ...payload,
    number: 7,
    pull_request: {
      ...pull,
      number: 7,
      head: { ...pull.head, sha: head, ref: 'pr' },
      base: { ...pull.base, sha: base, ref: 'main' },
    },
  }
}

describe('every pull_request event that GitHub documents', () => {
  it.each(examplesOf('pull_request'))('%s ends with a verdict on its head', async (action, payload) => {
    const event = (origin: Origin) => aboutOrigin(payload, origin)
    const run = await reviewPullRequest({ ...quick, event })
    expectHonest(run)
    if (action === 'closed') {
      expect(run).toMatchObject({ exitCode: 1, asked: 0, outputs: { conclusion: 'not-evaluated' } })
      expect(run.report?.reasons[0]?.kind).toBe('closed')
      return
    }
    expect(run).toMatchObject({ exitCode: 0, outputs: { conclusion: 'pass' } })
    expect(run.report?.change).toMatchObject({ head: run.origin.head, pullRequest: { number: 7 } })
  })

  it.each(['opened', 'synchronize'])('%s is the same under pull_request_target', async (action) => {
    const payload = new Map(examplesOf('pull_request')).get(action) ?? {}
    const event = (origin: Origin) => aboutOrigin(payload, origin)
    const run = await reviewPullRequest({ ...quick, eventName: 'pull_request_target', checkout: 'base', event })
    expectHonest(run)
    expect(run.report?.change).toMatchObject({ head: run.origin.head })
  })

  it('is red where the reviewer finds something', async () => {
    const payload = new Map(examplesOf('pull_request')).get('opened') ?? {}
    const event = (origin: Origin) => aboutOrigin(payload, origin)
    const run = await reviewPullRequest({ ...quick, turns: [reads, answers([offByOne()])], event })
    expect(run).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail' } })
  })

  it('is not evaluated where its commits are nowhere to be had', async () => {
    const event = () => new Map(examplesOf('pull_request')).get('opened') ?? {}
    const run = await reviewPullRequest({ ...quick, event })
    expectHonest(run)
    expect(run).toMatchObject({ exitCode: 1, asked: 0, outputs: { conclusion: 'not-evaluated' } })
    expect(run.outputs['reason']).toContain('could not be fetched from origin')
  })
})

describe('every merge_group event', () => {
  it.each(examplesOf('merge_group'))('%s ends with a verdict on what the queue builds', async (_action, payload) => {
    const group = z.looseObject({}).parse(payload['merge_group'])
    const run = await reviewPullRequest({
      ...quick,
      eventName: 'merge_group',
      event: ({ base, merge }) => ({ ...payload, merge_group: { ...group, base_sha: base, head_sha: merge } }),
    })
    expectHonest(run)
    expect(run.report?.change).toMatchObject({ head: run.origin.merge, base: run.origin.base, pullRequest: null })
    expect(run.exitCode).toBe(0)
  })

  it('destroyed is an error that says which type to subscribe to', async () => {
    const payload = examplesOf('merge_group')[0]?.[1]
    const run = await reviewPullRequest({
      ...quick,
      eventName: 'merge_group',
      event: () => ({ ...payload, action: 'destroyed' }),
    })
    expectHonest(run)
    expect(run.outputs['reason']).toMatch(/types: \[checks_requested\]/)
  })
})

describe('every push event', () => {
  it.each(examplesOf('push').filter(([name]) => name.startsWith('refs/heads/')))(
    '%s ends with a verdict on what was pushed',
    async (_name, payload) => {
      const repository = z.looseObject({}).parse(payload['repository'])
      const run = await reviewPullRequest({
        ...quick,
        eventName: 'push',
        event: ({ base, merge }) => ({
          ...{ ...payload, ref: 'refs/heads/main', before: base, after: merge },
          repository: { ...repository, default_branch: 'main' },
        }),
      })
      expectHonest(run)
      expect(run.report?.change).toMatchObject({ head: run.origin.merge })
      expect(run.exitCode).toBe(0)
    },
  )

  it('of a branch that GitHub had not seen needs to be told what to compare it with', async () => {
    const [, payload] = examplesOf('push').find(([name]) => name.startsWith('refs/heads/')) ?? []
    const run = await reviewPullRequest({
      ...quick,
      eventName: 'push',
      event: ({ head }) => ({ ...payload, after: head }),
    })
    expectHonest(run)
    expect(run).toMatchObject({ exitCode: 1, outputs: { reason: expect.stringContaining('base-ref') } })
  })

  it.each(examplesOf('push').filter(([name]) => !name.startsWith('refs/heads/')))(
    '%s is an error that says what to set',
    async (_name, payload) => {
      const run = await reviewPullRequest({ ...quick, eventName: 'push', event: () => payload })
      expectHonest(run)
      expect(run).toMatchObject({ exitCode: 1, asked: 0, outputs: { conclusion: 'not-evaluated' } })
      expect(run.outputs['reason']).toMatch(/Set "branches:"|Skip the job where/)
    },
  )
})

describe('any other event', () => {
  it.each(['issue_comment', 'workflow_run', 'check_suite', 'release'])(
    '%s is refused with what is accepted',
    async (name) => {
      const [, payload] = examplesOf(name)[0] ?? []
      const run = await reviewPullRequest({ ...quick, eventName: name, event: () => payload ?? {} })
      expectHonest(run)
      expect(run).toMatchObject({ exitCode: 1, asked: 0 })
      expect(run.outputs['reason']).toMatch(new RegExp(`"${name}" is not supported\\. Accepted are pull_request, `))
    },
  )
})
