import { forkEvent, mergeGroupEvent, queueCommit } from '../../support/origin.js'
import {
  answers,
  type LivingPullRequest,
  offByOne,
  type Reviewed,
  type RunScenario,
  reads,
  withPullRequest,
} from '../../support/review-pull-request.js'

const label = 'model-stack-override'
const comment = 'model-stack override: the release cannot wait, see #41'
const blocked: RunScenario = { reviewer: 'openai-api', turns: [reads, answers([offByOne()])] }
const withConfig = (config: string) => ({
  history: {
    base: { '.github/model-stack.yml': config, 'src/total.ts': 'export const prices = 1\n' },
    head: { 'src/total.ts': 'export const prices = 2\n' },
  },
})
const inOneLine = [reads, answers([offByOne({ startLine: 1, endLine: 1, quote: 'export const prices = 2' })])] as const

/** Maria may override, Wanda may only push. */
function introduce({ github }: LivingPullRequest): void {
  github.addPerson('maria', { role: 'maintain' })
  github.addPerson('wanda', { role: 'write' })
}

function ask({ github }: LivingPullRequest, by: string): void {
  github.label(7, label, by)
  github.comment(7, by, comment)
}

function expectLifted(run: Reviewed, by: string): void {
  expect(run.exitCode).toBe(0)
  expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1', override: 'true' })
  expect(run.report?.override).toMatchObject({ by, head: run.origin.head, reason: 'the release cannot wait, see #41' })
}

function expectRefused(run: Reviewed, why: RegExp): void {
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1', override: 'false' })
  expect(run.report?.override).toBeNull()
  expect(run.report?.reasons).toContainEqual({ kind: 'override', message: expect.stringMatching(why) })
  expect(run.summary).toMatch(why)
}

describe('an override', () => {
  it('by a maintainer lifts the block and nothing else, and stands everywhere', async () => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      const run = await pull.run(blocked)
      expectLifted(run, 'maria')
      for (const shown of [run.summary, run.sarif ?? '']) {
        expect(shown).toContain('maria')
        expect(shown).toContain('the release cannot wait')
      }
      expect(JSON.parse(run.sarif ?? '').runs[0].results).toMatchObject([
        { suppressions: [{ justification: expect.stringContaining('maria') }] },
      ])
      expect(run.report?.results).toMatchObject([{ blocking: true }])
    })
  })

  it('is granted to whom the base branch’s config names, and to the author where it says so', async () => {
    await withPullRequest(withConfig('override: { by: ["@wanda"], allow-author: true }\n'), async (pull) => {
      introduce(pull)
      ask(pull, 'wanda')
      expectLifted(await pull.run({ ...blocked, turns: inOneLine }), 'wanda')
    })
    await withPullRequest(withConfig('override: { by: ["octocat"], allow-author: true }\n'), async (pull) => {
      ask(pull, 'octocat')
      expectLifted(await pull.run({ ...blocked, turns: inOneLine }), 'octocat')
    })
  })

  it('counts on a pull request from a fork, whose job may only read', async () => {
    await withPullRequest({ event: forkEvent }, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      expectLifted(await pull.run(blocked), 'maria')
    })
  })

  it('is not granted where nobody may check it', async () => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      expectRefused(await pull.run({ ...blocked, permissions: { contents: 'read' } }), /could not be checked/)
    })
  })

  it('is void after the next push, until it is asked for again', async () => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      expectLifted(await pull.run(blocked), 'maria')
      pull.github.advance(60_000)
      pull.push({ 'README.md': '# Shop, open now\n' })
      const next: RunScenario = { ...blocked, turns: [reads, answers([offByOne()], ['src/total.ts', 'README.md'])] }
      expectRefused(await pull.run(next), /before this head was pushed/)
      pull.github.advance(60_000)
      pull.github.unlabel(7, label, 'maria')
      ask(pull, 'maria')
      expectLifted(await pull.run(next), 'maria')
    })
  })

  it.each<{
    readonly name: string
    readonly by: (pull: LivingPullRequest) => void
    readonly why: RegExp
  }>([
    { name: 'of the author', by: (pull) => ask(pull, 'octocat'), why: /octocat set the label and is the pull request/ },
    { name: 'of a bot', by: (pull) => ask(pull, 'release[bot]'), why: /is no person/ },
    { name: 'of somebody who may only push', by: (pull) => ask(pull, 'wanda'), why: /neither maintain nor admin/ },
    { name: 'of a stranger', by: (pull) => ask(pull, 'mallory'), why: /neither maintain nor admin/ },
    {
      name: 'with the comment of another',
      by: ({ github }) => {
        github.label(7, label, 'maria')
        github.comment(7, 'wanda', comment)
      },
      why: /wrote no comment/,
    },
    {
      name: 'with a comment that says no reason',
      by: ({ github }) => {
        github.label(7, label, 'maria')
        github.comment(7, 'maria', 'model-stack override:')
      },
      why: /wrote no comment/,
    },
    {
      name: 'with a comment that was edited',
      by: ({ github }) => {
        github.label(7, label, 'maria')
        const id = github.comment(7, 'maria', 'Looks fine to me')
        github.advance(60_000)
        github.editComment(id, comment)
      },
      why: /wrote no comment/,
    },
    {
      name: 'whose label is from before the push',
      by: ({ github, push }) => {
        github.label(7, label, 'maria')
        github.advance(60_000)
        push({ 'src/total.ts': blockedText })
        github.comment(7, 'maria', comment)
      },
      why: /before this head was pushed/,
    },
    {
      name: 'whose comment is from before the push',
      by: ({ github, push }) => {
        github.comment(7, 'maria', comment)
        github.advance(60_000)
        push({ 'src/total.ts': blockedText })
        github.label(7, label, 'maria')
      },
      why: /wrote no comment/,
    },
  ])('$name lifts nothing, and the summary says why', async ({ by, why }) => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      by(pull)
      expectRefused(await pull.run(blocked), why)
    })
  })

  it('is none without the label, or after it was taken off', async () => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      pull.github.comment(7, 'maria', comment)
      const run = await pull.run(blocked)
      expect(run.exitCode).toBe(1)
      expect(run.outputs['override']).toBe('false')
      expect(run.report?.reasons.map(({ kind }) => kind)).toEqual(['blocking-results'])
      ask(pull, 'maria')
      pull.github.unlabel(7, label, 'octocat')
      expect((await pull.run(blocked)).exitCode).toBe(1)
    })
  })

  it('goes into the merge queue with the review that it is about, and with no other', async () => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      expectLifted(await pull.run(blocked), 'maria')
      const inQueue = (queued: ReturnType<typeof queueCommit>, turns: RunScenario['turns']) =>
        pull.run({
          ...{ ...blocked, turns: turns ?? [] },
          eventName: 'merge_group',
          event: () => mergeGroupEvent(pull.origin, queued),
          checkout: { commit: queued.head },
        })
      const same = await inQueue(queueCommit(pull.origin), blocked.turns)
      expect(same).toMatchObject({ exitCode: 0, asked: 0, outputs: { conclusion: 'fail', override: 'true' } })
      expect(same.report?.override).toMatchObject({ by: 'maria' })
      const files = ['src/total.ts', 'src/other.ts']
      const other = queueCommit(pull.origin, { 'src/other.ts': 'export const other = 1\n' })
      const anew = await inQueue(other, [reads, answers([offByOne()], files)])
      expect(anew).toMatchObject({ exitCode: 1, asked: 2, outputs: { conclusion: 'fail', override: 'false' } })
    })
  })

  it('never lifts what was not evaluated', async () => {
    await withPullRequest({}, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      const run = await pull.run({ ...blocked, turns: [reads, answers([], [])] })
      expect(run.exitCode).toBe(1)
      expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', override: 'false' })
    })
  })

  it('never lifts a result while a part of the change is unreviewed', async () => {
    const history = { head: { 'src/total.ts': blockedText, 'src/other.ts': 'export const other = 1\n' } }
    await withPullRequest({ history }, async (pull) => {
      introduce(pull)
      ask(pull, 'maria')
      const run = await pull.run(blocked)
      expect(run.exitCode).toBe(1)
      expect(run.outputs).toMatchObject({
        conclusion: 'fail',
        override: 'false',
        coverage: expect.not.stringMatching('100'),
      })
      expect(run.summary).toContain('something else stands in the way')
    })
  })
})

/** The change of the default pull request, with one more line. */
const blockedText = `export function total(prices: readonly number[]): number {
  let sum = 0
  for (let index = 0; index <= prices.length; index++) {
    sum += prices[index] ?? 0
  }
  return sum
}
export const none = 0
`
