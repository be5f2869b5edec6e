import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipOne } from '../../../src/host/records/zip.js'
import type { Report } from '../../../src/types/report.js'
import { mergeGroupEvent, type Origin, pullRequestEvent, queueCommit } from '../../support/origin.js'
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

const config = { '.github/model-stack.yml': 'fail-on-severity: high\n' }
const defect = [reads, answers([offByOne()])]
const clean = [reads, answers([])]
const reviews = (turns: RunScenario['turns'] = defect, scenario: RunScenario = {}): RunScenario => ({
  ...{ reviewer: 'openai-api', turns: turns ?? defect },
  ...scenario,
})
const identities = ({ report }: Reviewed) =>
  report?.results.map(({ fingerprint, title, blocking }) => ({ fingerprint, title, blocking }))

function expectGivenBack(run: Reviewed, first: Reviewed): void {
  expect(run.asked).toBe(0)
  expect(run.exitCode).toBe(first.exitCode)
  expect(run.outputs['conclusion']).toBe(first.outputs['conclusion'])
  expect(identities(run)).toEqual(identities(first))
  expect(run.report?.reusedReview).toMatchObject({
    head: first.origin.head,
    run: expect.stringContaining('/actions/runs/'),
  })
  expect(run.summary).toContain(first.origin.head.slice(0, 12))
}

function expectAnew(run: Reviewed): void {
  expect(run.asked).toBeGreaterThan(0)
  expect(run.report?.reusedReview).toBeNull()
}

/** The artifact that a run left. */
function recordOf({ github }: LivingPullRequest) {
  const artifact = github.artifacts().at(-1)
  if (artifact === undefined) throw new Error('the run left no record')
  return artifact
}

describe('the same content once more', () => {
  it.each([
    { name: 'red', turns: defect },
    { name: 'green', turns: clean },
  ])('has its $name verdict given back instead of another throw of the dice', async ({ turns }) => {
    await withPullRequest({}, async ({ run }) => {
      const first = await run(reviews(turns))
      expectAnew(first)
      // This time the model would say the opposite.
      expectGivenBack(await run(reviews(turns === defect ? clean : defect)), first)
    })
  })

  it('is recognised after a push that brings the same files in other commits', async () => {
    await withPullRequest({}, async (pull) => {
      const first = await pull.run(reviews())
      pull.push(healthy.head, { onto: 'merge-base', message: 'squashed', how: 'force_push' })
      expect(pull.origin.head).not.toBe(first.origin.head)
      expectGivenBack(await pull.run(reviews(clean)), first)
    })
  })

  it('is asked for again where a file, the policy, an instruction or the model is another', async () => {
    await withPullRequest({ history: { base: { ...healthy.base, ...config } } }, async (pull) => {
      await pull.run(reviews())
      const others: readonly RunScenario['inputs'][] = [
        { instructions: 'Prices are integers.' },
        { focus: 'loops' },
        { effort: 'low' },
        { reviewers: 'openai-api:glm-5.4' },
        { 'paths-ignore': 'docs/**' },
      ]
      for (const inputs of others) {
        const { asked, report } = await pull.run(reviews(clean, inputs === undefined ? {} : { inputs }))
        expect({ inputs, asked, reused: report?.reusedReview }).toEqual({ inputs, asked: 2, reused: null })
      }
      pull.push({ 'README.md': '# Shop, open now\n' })
      expectAnew(await pull.run(reviews([reads, answers([], ['src/total.ts', 'README.md'])])))
    })
  })

  it('is reviewed anew where the first review left something out, although that was red', async () => {
    const history = { head: { ...healthy.head, 'src/other.ts': 'export const other = 1\n' } }
    await withPullRequest({ history }, async ({ run }) => {
      const first = await run(reviews(defect))
      expect(first.outputs).toMatchObject({ conclusion: 'fail', blocking: '1', coverage: '66' })
      const second = await run(reviews([reads, answers([offByOne()], ['src/total.ts', 'src/other.ts'])]))
      expectAnew(second)
      expect(second.outputs).toMatchObject({ conclusion: 'fail', blocking: '1', coverage: '100' })
    })
  })

  it('is judged by the threshold of today', async () => {
    await withPullRequest({}, async ({ run }) => {
      expect((await run(reviews())).exitCode).toBe(1)
      const again = await run(reviews(clean, { inputs: { 'fail-on-severity': 'critical' } }))
      expect(again).toMatchObject({ exitCode: 0, asked: 0 })
      expect(again.outputs).toMatchObject({ conclusion: 'pass', results: '1', blocking: '0' })
    })
  })

  it('is reviewed anew where the record is forged, expired, or of another content', async () => {
    await withPullRequest({}, async (pull) => {
      await pull.run(reviews())
      const genuine = recordOf(pull)
      genuine.expired = true
      const forged = zipOne('review.record', Buffer.from(JSON.stringify({ version: 1, reviews: [] })))
      pull.github.addArtifact({ name: genuine.name, run: genuine.run, content: forged })
      const second = await pull.run(reviews())
      expectAnew(second)
      expect(second.exitCode).toBe(1)
      expect(second.log).toContain('A recorded review was not used')
    })
  })

  it('is not taken from a record that was made for other files and given this one’s name', async () => {
    await withPullRequest({}, async (pull) => {
      await pull.run(reviews(clean))
      const green = recordOf(pull)
      pull.push({ 'src/total.ts': `${healthy.head['src/total.ts']}export const none = 0\n` })
      await pull.run(reviews(defect))
      const red = recordOf(pull)
      expect(red.name).not.toBe(green.name)
      red.expired = true
      pull.github.addArtifact({ name: red.name, run: red.run, content: green.content })
      const run = await pull.run(reviews(defect))
      expectAnew(run)
      expect(run.exitCode).toBe(1)
    })
  })

  it('is reviewed anew without actions: read, which is said', async () => {
    await withPullRequest({}, async ({ run }) => {
      const permissions = { contents: 'read', 'pull-requests': 'read', 'security-events': 'write' } as const
      await run(reviews(defect, { permissions }))
      const second = await run(reviews(defect, { permissions }))
      expectAnew(second)
      expect(second.log).toContain('actions: read')
    })
  })
})

describe('a push after a review', () => {
  /** The event of a push, which says what the head was before it. */
  const synchronize = (before: string) => (origin: Origin) => ({
    ...pullRequestEvent(origin),
    action: 'synchronize',
    before,
  })
  const total = healthy.head['src/total.ts'] ?? ''
  const long = `${total}${'// one line of many\n'.repeat(20)}`
  const history = { head: { 'src/total.ts': long } }

  it('has only what changed since reviewed, and what was found elsewhere blocks', async () => {
    await withPullRequest({ history }, async (pull) => {
      const first = await pull.run({ turns: defect })
      expect(first).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail' } })
      pull.push({ 'src/total.ts': long, 'src/later.ts': 'export const later = 1\n' })
      const event = synchronize(first.origin.head)
      const run = await pull.run({ turns: [reads, answers([], ['src/later.ts'])], event })
      const prompt = run.requests[0]?.input ?? ''
      expect(prompt).toContain('export const later = 1')
      expect(prompt).not.toContain('index <= prices.length')
      expect(run.report).toMatchObject({
        reusedReview: null,
        increment: { head: first.origin.head, sentLines: 1, run: expect.stringContaining('/actions/runs/') },
      })
      expect(run).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail', blocking: '1', coverage: '100' } })
      expect(identities(run)).toEqual(identities(first))
      expect(run.summary).toContain(first.origin.head.slice(0, 12))
    })
  })

  it('that forces another history has everything reviewed, which is said', async () => {
    await withPullRequest({ history }, async (pull) => {
      const first = await pull.run(reviews())
      pull.push({ 'src/total.ts': `${long}// more\n` }, { onto: 'merge-base', how: 'force_push' })
      const run = await pull.run(reviews(defect, { event: synchronize(first.origin.head) }))
      expectAnew(run)
      expect(run.report?.increment).toBeNull()
      expect(run.report?.notes.join('\n')).toContain('the branch was rewritten')
    })
  })

  it('that changes nothing to review asks no model, and is judged as before', async () => {
    await withPullRequest({ history }, async (pull) => {
      const first = await pull.run(reviews())
      pull.push({ 'src/total.ts': long, 'package-lock.json': '{}\n' })
      const run = await pull.run(reviews(clean, { event: synchronize(first.origin.head) }))
      expect(run).toMatchObject({ asked: 0, exitCode: 1, outputs: { conclusion: 'fail', blocking: '1' } })
      expect(run.report?.increment).toMatchObject({ sentLines: 0, head: first.origin.head })
    })
  })
})

/** A run of the workflow for what the queue builds. */
function inQueue(pull: LivingPullRequest, turns: RunScenario['turns'], tree = {}): Promise<Reviewed> {
  const queued = queueCommit(pull.origin, tree)
  pull.github.addCommit(queued.head)
  const workflowRun = pull.github.addRun({
    event: 'merge_group',
    headBranch: queued.ref.replace('refs/heads/', ''),
    headSha: queued.head,
  })
  const event = () => mergeGroupEvent(pull.origin, queued)
  const inputs = { 'upload-sarif': 'auto', 'comment-summary-in-pr': 'always', 'review-comments': 'all' }
  return pull.run(
    reviews(turns, { eventName: 'merge_group', event, checkout: { commit: queued.head }, workflowRun, inputs }),
  )
}

describe('the merge queue', () => {
  it.each([
    { name: 'green', turns: clean },
    { name: 'red', turns: defect },
  ])('takes over the $name verdict of the same diff, also on another base', async ({ turns }) => {
    await withPullRequest({}, async (pull) => {
      const first = await pull.run(reviews(turns))
      pull.pushToMain({ 'README.md': '# Shop, open now\n' })
      expectGivenBack(await inQueue(pull, turns === defect ? clean : defect), first)
    })
  })

  it('reviews a diff that nobody reviewed yet', async () => {
    await withPullRequest({}, async (pull) => {
      await pull.run(reviews(clean))
      const run = await inQueue(pull, [reads, answers([offByOne()], ['src/total.ts', 'src/other.ts'])], {
        'src/other.ts': 'export const other = 1\n',
      })
      expectAnew(run)
      expect(run).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail', coverage: '100' } })
    })
  })

  it('reviews where the record is forged', async () => {
    await withPullRequest({}, async (pull) => {
      await pull.run(reviews(clean))
      const genuine = recordOf(pull)
      genuine.expired = true
      const content = zipOne('review.record', Buffer.from('v1.forged.record'))
      pull.github.addArtifact({ name: genuine.name, run: genuine.run, content })
      const run = await inQueue(pull, defect)
      expectAnew(run)
      expect(run.exitCode).toBe(1)
    })
  })

  it('is never passed blindly: without a key the change is not evaluated', async () => {
    await withPullRequest({}, async (pull) => {
      await pull.run(reviews(clean))
      const queued = queueCommit(pull.origin)
      const event = () => mergeGroupEvent(pull.origin, queued)
      const run = await pull.run(
        reviews(clean, {
          eventName: 'merge_group',
          event,
          checkout: { commit: queued.head },
          inputs: { 'openai-api-key': '', 'openai-base-url': '' },
        }),
      )
      expect(run).toMatchObject({ exitCode: 1, asked: 0, outputs: { conclusion: 'not-evaluated' } })
    })
  })

  it('uploads nothing and writes no comments, because its refs go away', async () => {
    await withPullRequest({}, async (pull) => {
      const run = await inQueue(pull, defect)
      expect(run.exitCode).toBe(1)
      expect(run.api.filter(({ method }) => method !== 'GET')).toEqual([])
      expect(run.summary).toMatch(/Refs of the merge queue are deleted/)
    })
  })
})

describe('an alert that was dismissed', () => {
  const uploading = (turns: RunScenario['turns']) => reviews(turns, { inputs: { 'upload-sarif': 'auto' } })

  it.each([
    { name: 'by a person stops blocking on a re-run', by: 'maria', exitCode: 0, conclusion: 'pass' },
    { name: 'by the author blocks on', by: 'octocat', exitCode: 1, conclusion: 'fail' },
    { name: 'by a bot blocks on', by: 'cleanup[bot]', exitCode: 1, conclusion: 'fail' },
  ])('$name', async ({ by, exitCode, conclusion }) => {
    await withPullRequest({}, async ({ github, run }) => {
      github.setPendingPolls(0)
      github.addPerson('maria', { role: 'write' })
      expect((await run(uploading(defect))).exitCode).toBe(1)
      const [alert] = github.alertsShownOn(7)
      github.dismissAlert(alert?.number ?? 0, by)
      const again = await run(uploading(defect))
      expect(again).toMatchObject({ exitCode, asked: 0, outputs: { conclusion, override: 'false' } })
      expect(again.report?.results[0]?.suppression).toEqual(
        exitCode === 0 ? expect.objectContaining({ kind: 'dismissed-alert', owner: 'maria' }) : null,
      )
      expect(again.summary).toContain(by.replace('[bot]', ''))
      expect(github.alerts()).toMatchObject([{ state: 'dismissed', dismissedBy: by }])
    })
  })
})

it('blocks again where GitHub does not tell what was dismissed, and says so', async () => {
  await withPullRequest({}, async ({ github, run }) => {
    github.setPendingPolls(0)
    github.addPerson('maria', { role: 'write' })
    await run(reviews(defect, { inputs: { 'upload-sarif': 'auto' } }))
    github.dismissAlert(1, 'maria')
    github.fault({ path: /code-scanning\/alerts/, times: 9 }, { kind: 'rate-limit', resetInSeconds: 3_000 })
    const again = await run(reviews())
    expect(again).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail', blocking: '1' } })
    expect(again.summary).toMatch(/Code-scanning alerts cannot be read: .*limits the rate/)
  })
})

describe('the file given as baseline', () => {
  const config = { '.github/model-stack.yml': 'fail-on-severity: high\n' }

  /** A run, then one that knows the report of the first, changed like this. */
  async function knowing(change: (report: Report) => unknown): Promise<Reviewed> {
    return withPullRequest({ history: { base: { ...healthy.base, ...config } } }, async ({ root, run }) => {
      const { report } = await run(reviews())
      if (report === undefined) throw new Error('the run left no report')
      const baseline = join(root, 'baseline.json')
      await writeFile(baseline, JSON.stringify(change(report)))
      return run(reviews(clean, { inputs: { baseline } }))
    })
  }

  it('of the base keeps what it knows from blocking', async () => {
    const run = await knowing((report) => ({
      ...report,
      change: report.change && { ...report.change, head: 'a'.repeat(40), pullRequest: null },
    }))
    expect(run).toMatchObject({ exitCode: 0, outputs: { conclusion: 'pass', results: '1', blocking: '0' } })
    expect(run.report?.results).toMatchObject([{ baselineState: 'unchanged' }])
  })

  it('of the same pull request unblocks nothing: a defect does not become old by being pushed again', async () => {
    const run = await knowing((report) => report)
    expect(run).toMatchObject({ exitCode: 1, outputs: { conclusion: 'fail', blocking: '1' } })
    expect(run.report?.results).toMatchObject([{ baselineState: 'new', sincePreviousRun: 'unchanged' }])
  })

  it('is refused as a file of the change, which would forge its own past', async () => {
    const history = { head: { ...healthy.head, 'known.json': '{}\n' } }
    await withPullRequest({ history }, async ({ run }) => {
      const done = await run(reviews(defect, { inputs: { baseline: 'known.json' } }))
      expect(done).toMatchObject({ exitCode: 1, asked: 0, outputs: { conclusion: 'not-evaluated' } })
      expect(done.outputs['reason']).toMatch(/baseline: "known\.json" is a file of the change/)
    })
  })
})
