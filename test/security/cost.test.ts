import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, caseOf } from './cases.js'
import type { Entries } from './repository.js'
import { holdsAlways } from './universal.js'
import { attacked, type Outcome } from './world.js'

const files = 5_000
const linesOfFile = 400
const lastHunk = 'eval(process.argv[2]) // LAST-HUNK'
const hugeBytes = 60_000_000
const maxResidentBytes = 1.5e9

/** 5,000 files of 400 lines, whose very last line is the attack, and one line of 60 MB. */
function manyFiles(): Entries {
  const names = Array.from({ length: files }, (_, index) => String(index).padStart(4, '0'))
  const text = (name: string) =>
    Array.from(
      { length: linesOfFile },
      (_, line) => `const x${name}_${String(line).padStart(3, '0')} = ${line};\n`,
    ).join('')
  const generated = names.map((name) => [`src/g/${name}.js`, text(name)] as const)
  const last = `src/g/${files - 1}.js`
  const all = Object.fromEntries(generated)
  return { ...all, [last]: `${all[last]}${lastHunk}\n`, 'src/huge.json': `["${'x'.repeat(hugeBytes)}"]` }
}

/** Has each node process of the step write down, on its way out, how much memory it had at most. */
const memoryHook = (file: string) =>
  `process.on('exit', () => require('fs').appendFileSync(${JSON.stringify(file)}, process.resourceUsage().maxRSS * 1024 + '\\n'))\n`

describe('D24 a change that no budget can pay for', () => {
  let run: Outcome
  let residentBytes: readonly number[] = []
  let seconds = 0
  beforeAll(async () => {
    const env: Record<string, string> = {}
    const started = performance.now()
    run = await attacked(
      { ...caseOf('D24'), head: manyFiles() },
      {
        env,
        inputs: { 'max-tokens': '200000', 'timeout-minutes': '2' },
        prepare: ({ root }) => {
          writeFileSync(join(root, 'memory.cjs'), memoryHook(join(root, 'memory')))
          writeFileSync(join(root, 'memory'), '')
          env['NODE_OPTIONS'] = `--require ${join(root, 'memory.cjs')}`
        },
        atEnd: ({ root }) => {
          residentBytes = readFileSync(join(root, 'memory'), 'utf8').split('\n').filter(Boolean).map(Number)
        },
      },
    )
    seconds = (performance.now() - started) / 1000
  }, 170_000)
  holdsAlways(() => run)

  it('ends within its time and memory', () => {
    expect(seconds).toBeLessThan(150)
    expect(residentBytes.length).toBeGreaterThan(0)
    expect(Math.max(...residentBytes)).toBeLessThan(maxResidentBytes)
  })

  it('asks little and sends no more than the budget', () => {
    expect(run.requests.length).toBeLessThanOrEqual(8)
    const bytes = run.requests.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThanOrEqual(200_000 * 4)
  })

  it('counts every line as reviewed or not, and is not green', () => {
    const { changedLines = 0, reviewedLines = 0, unreviewed = [] } = run.report?.coverage ?? {}
    expect(run.report?.conclusion).toBe('not-evaluated')
    expect(changedLines).toBeGreaterThanOrEqual(files * linesOfFile + 1)
    const listed = unreviewed.reduce((sum, { lines }) => sum + (lines ?? 0), 0)
    expect(reviewedLines + listed).toBe(changedLines)
    for (const path of [`src/g/${files - 1}.js`, 'src/huge.json']) {
      const wasSent = run.requests.some(({ text }) => text.includes(lastHunk)) && !path.endsWith('.json')
      expect(wasSent || unreviewed.some((entry) => entry.path === path && entry.reason !== '')).toBe(true)
    }
  })

  it('control: cut at a number of bytes, the change has no last hunk, and an answer without findings reads as clean', () => {
    const whole = Object.values(manyFiles()).slice(0, -1).join('')
    expect(whole).toContain(lastHunk)
    expect(whole.slice(0, 800_000)).not.toContain(lastHunk)
  })
})

describe('D24 a model that asks for another command for ever', () => {
  const attack: Case = caseOf('D24')
  let run: Outcome
  beforeAll(async () => {
    run = await attacked(attack, {
      inputs: { 'max-tokens': '200000', 'timeout-minutes': '2' },
      turns: () => [{ kind: 'command', command: 'head -c 60000 /dev/zero | tr "\\0" x; cat src/app.js' }],
    })
  }, 170_000)
  holdsAlways(() => run)

  it('is stopped by the budget, which the proxy keeps', () => {
    expect(run.exitCode).toBe(1)
    expect(run.report?.reviewers).toMatchObject([{ status: 'failed', error: { code: 'BUDGET' } }])
    expect(run.log).toContain('budget-exhausted')
    const tokens = run.requests.reduce((sum, { text }) => sum + Math.ceil(text.length / 4), 0)
    // The request that crosses the line is the last.
    expect(tokens).toBeLessThan(200_000 * 1.5)
  })
})
