import type { RecordedRequest, ScriptedTurn, Turn } from '../../src/demo/replay-endpoint.js'
import { faults } from '../support/faults.js'
import { answers, offByOne, reviewPullRequest } from '../support/review-pull-request.js'

const names = ['alpha', 'beta', 'gamma', 'delta'] as const
const DEFECT = 'export const last = prices[prices.length]'

/** Modules of 300 lines each, of which no two fit into a request together; the last one ends in a defect. */
const head = Object.fromEntries(
  names.map((name) => {
    const lines = Array.from({ length: 300 }, (_, line) => `export const ${name}${line} = ${line}`)
    return [`src/${name}/index.ts`, `${[...lines, ...(name === 'delta' ? [DEFECT] : [])].join('\n')}\n`]
  }),
)
const defect = offByOne({ path: 'src/delta/index.ts', startLine: 301, endLine: 301, quote: DEFECT })

/** Paths of the files whose diff the request shows. */
function shownIn({ input }: RecordedRequest): readonly string[] {
  return [...new Set([...input.matchAll(/=== (src\/\w+\/index\.ts)/g)].map(([, path]) => path ?? ''))]
}

function hasRead({ text }: RecordedRequest): boolean {
  return text.includes('function_call_output')
}

/** Reads a file, then names what it was shown; whoever is shown the defect finds it. */
function review(request: RecordedRequest): Turn {
  if (!hasRead(request)) return { kind: 'command', command: 'cat src/alpha/index.ts' }
  const shown = shownIn(request)
  const turn: ScriptedTurn = answers(request.input.includes(DEFECT) ? [defect] : [], shown)
  if (typeof turn === 'function') throw new Error('an answer is no function')
  return turn
}

describe('a change that no request holds well', () => {
  it('is reviewed in parts by several Codex CLIs at once; a defect in its last line blocks', async () => {
    const run = await reviewPullRequest({ history: { head }, turns: [review] })
    expect(run.outputs).toMatchObject({
      conclusion: 'fail',
      coverage: '100',
      blocking: '1',
      isolation: expect.any(String),
    })
    expect(run.report?.results).toMatchObject([
      { path: 'src/delta/index.ts', region: { startLine: 301 }, blocking: true },
    ])
    const first = run.requests.filter((request) => !hasRead(request))
    expect(first.map(shownIn).toSorted()).toEqual([[], ...names.map((name) => [`src/${name}/index.ts`])].toSorted())
    expect(first.filter(({ input }) => input.includes('part 1 of 4'))).toHaveLength(1)
    for (const { input } of first) expect(input).toContain('map of the whole change')
    expect(run.report?.reviewers).toMatchObject([{ status: 'completed', usage: { requests: run.requests.length } }])
    expect(run.checkoutDifferences).toEqual([])
    expect(run.leftInTemp.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
  })

  it('is not evaluated where one part fails twice; the part is named, and what the others found still blocks', async () => {
    const failing = (request: RecordedRequest): Turn =>
      shownIn(request).includes('src/beta/index.ts')
        ? { kind: 'fault', fault: faults.incompleteFilter }
        : review(request)
    const run = await reviewPullRequest({ history: { head }, turns: [failing] })
    expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1' })
    expect(run.report?.coverage).toMatchObject({ changedLines: 1201, reviewedLines: 901, percent: 75 })
    expect(run.report?.coverage.unreviewed).toEqual([
      { path: 'src/beta/index.ts', lines: 300, reason: expect.stringMatching(/^part \d of 4 failed \(REFUSED\)/) },
    ])
    expect(run.summary).toContain('src/beta/index.ts')
    expect(run.log.match(/Asking about part \d of 4 once more: src\/beta\/index\.ts/g)).toHaveLength(1)
  })
})
