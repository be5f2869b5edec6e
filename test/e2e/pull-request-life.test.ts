import type { Finding } from '../../src/types/finding.js'
import { mergeGroupEvent, pullRequestEvent, pushEvent, queueCommit } from '../support/origin.js'
import {
  answers,
  type LivingPullRequest,
  offByOne,
  type Reviewed,
  type RunScenario,
  withPullRequest,
} from '../support/review-pull-request.js'

const cart = 'src/cart.ts'
const basket = 'src/basket.ts'

interface Lines {
  readonly loop?: string
  readonly discount?: string
}

const rightLoop = '  for (let index = 0; index < prices.length; index++) {'
const wrongLoop = '  for (let index = 0; index <= prices.length; index++) {'
const rightDiscount = '  return Math.max(0, price - discount)'
const wrongDiscount = '  return price - discount'

function cartText({ loop = rightLoop, discount = rightDiscount }: Lines): string {
  return `export interface Item {
  readonly name: string
  readonly price: number
}

/** What all items cost together. */
export function total(prices: readonly number[]): number {
  let sum = 0
${loop}
    sum += prices[index] ?? 0
  }
  return sum
}

/** What an item costs with a discount, which never pays the customer. */
export function reduced(price: number, discount: number): number {
${discount}
}

/** The names of all items, in order. */
export function names(items: readonly Item[]): readonly string[] {
  return items.map((item) => item.name)
}
`
}

const pastTheEnd = offByOne({
  title: 'The loop runs past the last price',
  message: 'The index reaches the length of the list, where no price stands any more.',
  path: cart,
  startLine: 9,
  endLine: 9,
  quote: wrongLoop,
})
const paysCustomers = offByOne({
  title: 'A large discount makes a price negative',
  message: 'Without the lower bound a discount above the price is paid out to the customer.',
  recommendation: 'Keep the lower bound of zero.',
  path: cart,
  startLine: 16,
  endLine: 16,
  quote: wrongDiscount,
})
/** The same defect as another run of a model words it. */
const reworded: Finding = {
  ...paysCustomers,
  title: 'Discounted price may fall below zero',
  message: 'The guard against a negative price is gone, so customers can be paid for buying.',
}

function published(findings: readonly Finding[], files: readonly string[], scenario: RunScenario = {}): RunScenario {
  return {
    reviewer: 'openai-api',
    turns: [{ kind: 'command', command: `cat ${files.at(-1) ?? cart}` }, answers(findings, files)],
    ...scenario,
    inputs: { 'upload-sarif': 'auto', 'comment-summary-in-pr': 'always', 'review-comments': 'blocking' },
  }
}

/** What a person sees on the pull request. */
function seen({ github }: LivingPullRequest) {
  return {
    alerts: github.alerts({ ref: 'refs/pull/7/merge' }).map(({ number, state, path }) => ({ number, state, path })),
    shown: github.alertsShownOn(7).map(({ number }) => number),
    stickies: github.comments(7).map(({ id }) => id),
    inline: github.reviewComments(7).map(({ body }) => (body.includes('Resolved') ? 'resolved' : 'open')),
    check: github.checkRuns(github.pullRequest(7).head).at(-1)?.conclusion,
  }
}

const verdict = ({ exitCode, outputs: { conclusion, results, blocking } }: Reviewed) => ({
  ...{ exitCode, conclusion, results, blocking },
})
const fingerprintOf = ({ report }: Reviewed, state = 'new') =>
  report?.results.find(({ baselineState, path }) => baselineState === state && [cart, basket].includes(path))
    ?.fingerprint

describe('the life of a pull request', () => {
  it('is told without a lost defect, a double or a blind pass', async () => {
    const history = {
      base: { [cart]: cartText({}), 'README.md': '# Shop\n' },
      head: { [cart]: cartText({ loop: wrongLoop, discount: wrongDiscount }) },
    }
    await withPullRequest({ history }, async (pull) => {
      const { github } = pull
      github.setPendingPolls(0)
      github.addPerson('maria', { role: 'maintain' })

      // Opened with two defects.
      const opened = await pull.run(published([pastTheEnd, paysCustomers], [cart]))
      expect(verdict(opened)).toEqual({ exitCode: 1, conclusion: 'fail', results: '2', blocking: '2' })
      const first = seen(pull)
      expect(first).toMatchObject({
        alerts: [
          { number: 1, state: 'open', path: cart },
          { number: 2, state: 'open', path: cart },
        ],
        shown: [1, 2],
        inline: ['open', 'open'],
      })
      expect(first.stickies).toHaveLength(1)
      for (const { title } of [pastTheEnd, paysCustomers])
        for (const text of [opened.summary, github.comments(7)[0]?.body]) expect(text).toContain(title)

      // A push fixes the loop; the model words the other one differently.
      pull.push({ [cart]: cartText({ discount: wrongDiscount }) })
      const half = await pull.run(published([reworded], [cart]))
      expect(verdict(half)).toEqual({ exitCode: 1, conclusion: 'fail', results: '1', blocking: '1' })
      const afterFix = seen(pull)
      const left = afterFix.shown[0] ?? 0
      expect(afterFix.shown).toHaveLength(1)
      expect(afterFix.alerts).toEqual(
        [
          { number: 3 - left, state: 'fixed', path: cart },
          { number: left, state: 'open', path: cart },
        ].toSorted((a, b) => a.number - b.number),
      )
      expect(afterFix.stickies).toEqual(first.stickies)
      expect(afterFix.inline.toSorted()).toEqual(['open', 'resolved'])
      expect(half.report?.results.map(({ baselineState }) => baselineState).toSorted()).toEqual(['absent', 'new'])
      expect(github.comments(7)[0]?.body).toContain('1 earlier result no longer reported')

      // A force-push squashes the branch: the same files in another commit.
      pull.push(
        { [cart]: cartText({ discount: wrongDiscount }) },
        { onto: 'merge-base', message: 'squashed', how: 'force_push' },
      )
      const squashed = await pull.run(published([], [cart]))
      expect(squashed.asked).toBe(0)
      expect(verdict(squashed)).toEqual(verdict(half))
      expect(fingerprintOf(squashed)).toBe(fingerprintOf(half))
      expect(seen(pull)).toMatchObject({ shown: [left], stickies: first.stickies })

      // The file gets another name, which for GitHub makes its alerts others.
      pull.push({ [cart]: null, [basket]: cartText({ discount: wrongDiscount }) }, { message: 'renamed' })
      const renamed = await pull.run(published([{ ...paysCustomers, path: basket }], [basket]))
      expect(verdict(renamed)).toEqual(verdict(half))
      expect(fingerprintOf(renamed)).toBe(fingerprintOf(half))
      const afterRename = seen(pull)
      expect(afterRename.alerts.filter(({ state }) => state === 'open')).toEqual([
        { number: 3, state: 'open', path: basket },
      ])
      expect(afterRename).toMatchObject({ shown: [3], stickies: first.stickies })
      expect(github.reviewComments(7)).toHaveLength(2)

      // A maintainer dismisses the alert and re-runs the job.
      github.dismissAlert(3, 'maria', "won't fix")
      const accepted = await pull.run(published([], [basket]))
      expect(accepted.asked).toBe(0)
      expect(verdict(accepted)).toMatchObject({ exitCode: 0, conclusion: 'pass', blocking: '0' })
      expect(accepted.outputs['override']).toBe('false')
      for (const text of [accepted.summary, JSON.stringify(accepted.report?.results)]) expect(text).toContain('maria')
      expect(seen(pull)).toMatchObject({ shown: [], stickies: first.stickies })
      expect(github.alerts({ state: 'dismissed' })).toMatchObject([{ number: 3, dismissedBy: 'maria' }])
      expect(github.comments(7)[0]?.body).toContain('1 result, none blocks')
      expect(github.comments(7)[0]?.body).toContain('1 result suppressed')

      // The queue builds it on top of what main got meanwhile, and takes the verdict over.
      pull.pushToMain({ 'README.md': '# Shop, open now\n' })
      const queued = queueCommit(pull.origin)
      github.addCommit(queued.head)
      const headBranch = queued.ref.replace('refs/heads/', '')
      const inQueue = await pull.run(
        published([], [basket], {
          eventName: 'merge_group',
          event: () => mergeGroupEvent(pull.origin, queued),
          checkout: { commit: queued.head },
          workflowRun: github.addRun({ event: 'merge_group', headBranch, headSha: queued.head }),
        }),
      )
      expect(inQueue.asked).toBe(0)
      expect(verdict(inQueue)).toMatchObject({ exitCode: 0, conclusion: 'pass', blocking: '0' })
      expect(inQueue.api.filter(({ method }) => method !== 'GET')).toEqual([])

      // Merged: the branch is done, and a late run of the closed pull request changes nothing.
      const uploads = github.uploads.length
      const before = pull.origin.base
      github.merge(7, queued.head)
      const late = await pull.run(published([], [basket], { event: () => pullRequestEvent(pull.origin, 'closed') }))
      expect(verdict(late)).toMatchObject({ exitCode: 1, conclusion: 'not-evaluated' })
      const onMain = await pull.run(
        published([], [basket], {
          eventName: 'push',
          event: () => pushEvent({ branch: 'main', before, after: queued.head }),
          checkout: { commit: queued.head },
        }),
      )
      expect(onMain.asked).toBeGreaterThan(0)
      expect(verdict(onMain)).toEqual({ exitCode: 0, conclusion: 'pass', results: '0', blocking: '0' })
      expect(github.uploads).toHaveLength(uploads)
      expect(github.comments(7).map(({ id }) => id)).toEqual(first.stickies)
      expect(github.alerts()).toHaveLength(3)
      expect(github.reviews(7)).toEqual([])
    })
  })
})
