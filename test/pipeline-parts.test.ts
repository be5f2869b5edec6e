import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { ReviewerError } from '../src/errors.js'
import { exitCode } from '../src/gate/decide.js'
import { makeBlobFiles } from '../src/host/blob-files.js'
import { openRepository } from '../src/host/git.js'
import { takeProof } from '../src/host/tree-proof.js'
import { type Host, type Outcome, type RunRequest, runPipeline } from '../src/pipeline.js'
import { nothingSet } from '../src/policy/load.js'
import { readPrompt } from '../src/prompts.js'
import type { ProviderFailure } from '../src/types/egress.js'
import type { Finding } from '../src/types/finding.js'
import type { PolicyInputs } from '../src/types/policy.js'
import { Report } from '../src/types/report.js'
import type { Reply, Reviewer } from '../src/types/reviewer.js'
import { aCell, answer, aReviewer, ports } from './review/world.js'
import { aFinding } from './support/builders.js'
import { firstRun } from './support/earlier-runs.js'
import { type Checkout, makeCheckout } from './trigger/checkout.js'

const made: Checkout[] = []

afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
  failures.clear()
})

const CONFIG = '.github/model-stack.yml'
const NONCE = '0123456789abcdef0123456789abcdef'

/** What a request is about. */
interface Asked {
  /** Id of the reviewer. */
  readonly by: string
  readonly prompt: string
  /** Empty for the pass over the map. */
  readonly files: readonly string[]
  readonly part: string | undefined
}

interface World {
  readonly config?: string
  readonly head: Readonly<Record<string, string>>
  /** Path → its content before; what is not named is added. */
  readonly base?: Readonly<Record<string, string>>
  /** What the reviewer finds in a request, how it fails, or its answer as it is. */
  readonly says?: (asked: Asked) => readonly Finding[] | ReviewerError | string
  /** A file that no answer names. */
  readonly unnamed?: string
  readonly inputs?: Partial<PolicyInputs>
  readonly maxTokens?: RunRequest['maxTokens']
}

interface Run extends Outcome {
  readonly asked: readonly Asked[]
  /** What was logged, and `asked …` for every request, in order. */
  readonly happened: readonly string[]
  readonly mostAtOnce: number
}

/** Runs the pipeline over a real repository with a reviewer that answers what it is asked. */
async function run(world: World): Promise<Run> {
  const checkout = makeCheckout()
  made.push(checkout)
  const base = checkout.commit('base', { [CONFIG]: world.config ?? '{}', ...world.base })
  checkout.git('checkout', '-q', '-b', 'topic')
  const head = checkout.commit('change', world.head)
  const asked: Asked[] = []
  const happened: string[] = []
  let atWork = 0
  let mostAtOnce = 0
  const toReviewer = ({ id, family }: (typeof labs)[number]): Reviewer => ({
    ...aReviewer([]),
    ...{ id, family },
    review: async ({ prompt }): Promise<Reply> => {
      const one = { by: id, prompt, ...readPart(prompt) }
      asked.push(one)
      happened.push(`asked ${one.files.join(',')}`)
      atWork += 1
      mostAtOnce = Math.max(mostAtOnce, atWork)
      await turn()
      atWork -= 1
      const said = world.says?.(one) ?? []
      failures.delete(id)
      if (said instanceof ReviewerError) throw seen(id, said)
      return {
        text:
          typeof said === 'string'
            ? said
            : answer(
                one.files.filter((path) => path !== world.unnamed),
                said,
              ),
        model: 'model-1',
        filesRead: [Object.keys(world.head)[0] ?? ''],
        turns: 1,
      }
    },
  })
  const host = await makeHost(checkout, labs.map(toReviewer), happened)
  return { ...(await runPipeline(toRequest(world, { base, head }), host)), asked, happened, mostAtOnce }
}

/** The diff names each file on a line of its own; no line of code starts as these do. */
function readPart(prompt: string): Pick<Asked, 'files' | 'part'> {
  const diff = new RegExp(`<<<${NONCE} diff\n([^]*?)\n${NONCE}>>>`).exec(prompt)?.[1] ?? ''
  return {
    files: [...diff.matchAll(/^=== (\S+)/gm)].flatMap(([, path]) => path ?? []),
    part: /about a part of the change: (part \d+ of \d+)\./.exec(prompt)?.[1],
  }
}

function toRequest(world: World, { base, head }: { readonly base: string; readonly head: string }): RunRequest {
  return {
    refs: {
      mode: 'review',
      base: { kind: 'commit', sha: base, fetchRef: undefined },
      head: { kind: 'commit', sha: head, fetchRef: undefined },
      pullRequest: undefined,
    },
    pullRequestClosed: false,
    inputs: { ...nothingSet, ...world.inputs },
    configFile: CONFIG,
    replayed: false,
    maxTokens: world.maxTokens ?? 'auto',
    authorModel: 'auto',
    toolVersion: '0.0.0-test',
  }
}

/** What the key proxies saw, by reviewer, so that an outage counts as one. */
const failures = new Map<string, ProviderFailure>()

function seen(id: string, error: ReviewerError): ReviewerError {
  failures.set(id, { code: error.code, status: undefined, message: error.message })
  return error
}

/** Codex reviews where nothing else is said. */
const labs = [
  { id: 'codex', family: 'openai' },
  { id: 'glm', family: 'zhipu' },
] as const

async function makeHost(checkout: Checkout, reviewers: readonly Reviewer[], happened: string[]): Promise<Host> {
  const scratchDirectory = join(checkout.root, 'scratch')
  mkdirSync(scratchDirectory)
  const commits = await openRepository({
    checkout: checkout.path,
    directory: join(checkout.root, 'objects'),
    token: undefined,
    serverUrl: 'https://github.com',
  })
  const log = {
    ...ports.log,
    info: (text: string) => happened.push(`info ${text}`),
    warning: (text: string) => happened.push(`warning ${text}`),
  }
  return {
    log,
    commits,
    files: (change, diff) => makeBlobFiles(commits.git, change, diff),
    review: {
      ...ports,
      log,
      openCell: async ({ reviewer }) => aCell(reviewer, { failure: () => failures.get(reviewer.id) }),
    },
    reviewers,
    snapshotDirectory: join(checkout.root, 'snapshot'),
    scratchDirectory,
    signal: new AbortController().signal,
    hasCredential: () => true,
    canIsolate: () => ({ kind: 'possible' }),
    prompt: readPrompt,
    nonce: () => NONCE,
    takeProof: () => takeProof(checkout.path),
    readHead: async () => ({ kind: 'same' }),
    ...firstRun,
  }
}

const BUG = 'export const last = items[items.length]'

/** `count` files of `size` lines, each in a folder of its own; the very last line is the defect. */
function manyFiles(count: number, size: number): Readonly<Record<string, string>> {
  const texts = Array.from({ length: count }, (_, index) => {
    const lines = Array.from({ length: size }, (_line, at) => `export const value${at} = ${index} + ${at}`)
    if (index === count - 1) lines[size - 1] = BUG
    return [pathOf(index), `${lines.join('\n')}\n`] as const
  })
  return Object.fromEntries(texts)
}

function pathOf(index: number): string {
  return `m${String(index).padStart(2, '0')}/values.ts`
}

/** The defect, wherever the diff of a request shows it. */
function findBug({ prompt, files }: Asked): readonly Finding[] {
  const line = prompt.split('\n').find((text) => text.endsWith(`+${BUG}`))
  const number = Number(/^\d+/.exec(line ?? '')?.[0])
  return line === undefined
    ? []
    : [aFinding({ path: files.at(-1) ?? '', startLine: number, endLine: number, quote: BUG })]
}

function exit({ report, causes }: Outcome, onNotEvaluated: 'fail' | 'warn-on-outage'): number {
  return exitCode(report, { onNotEvaluated, causes, surface: 'action', configurationError: false })
}

describe('a change of 20,000 lines', () => {
  it('is reviewed in parts, all of it, and a defect in its last line blocks', async () => {
    const outcome = await run({ head: manyFiles(60, 334), says: findBug })
    const { report, asked } = outcome
    expect(report.coverage).toMatchObject({ changedLines: 20_040, reviewedLines: 20_040, percent: 100, unreviewed: [] })
    expect(report.conclusion).toBe('fail')
    expect(report.results).toMatchObject([
      { path: pathOf(59), region: { startLine: 334, endLine: 334 }, evidence: { status: 'verified' }, blocking: true },
    ])
    expect(asked.filter(({ files }) => files.length === 0)).toHaveLength(1)
    expect(asked.flatMap(({ files }) => files).toSorted()).toEqual(Array.from({ length: 60 }, (_, at) => pathOf(at)))
    expect(new Set(asked.map(({ part }) => part)).size).toBe(61)
    expect(outcome.mostAtOnce).toBe(4)
    expect(report.reviewers).toHaveLength(1)
    expect(Report.parse(report)).toEqual(report)
  })

  it('passes where nothing is found', async () => {
    const { report, asked } = await run({ head: manyFiles(60, 334) })
    expect(report).toMatchObject({ conclusion: 'pass', coverage: { percent: 100 }, results: [] })
    expect(asked).toHaveLength(61)
  })
})

describe('one new file of 20,000 lines', () => {
  it('is reviewed in parts, all of it, and a defect in its last line blocks', async () => {
    const { report, asked } = await run({ head: manyFiles(1, 20_000), says: findBug })
    const parts = asked.filter(({ files }) => files.length > 0)
    expect(parts.length).toBeGreaterThanOrEqual(50)
    expect(parts.every(({ files }) => files.join() === pathOf(0))).toBe(true)
    expect(new Set(parts.map(({ part }) => part)).size).toBe(parts.length)
    expect(asked).toHaveLength(parts.length + 1)
    const shown = parts.flatMap(({ prompt }) => [...prompt.matchAll(/^(\d+) \+/gm)].map(([, line]) => Number(line)))
    expect(shown.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20_000 }, (_, at) => at + 1))
    expect(report.coverage).toMatchObject({ changedLines: 20_000, reviewedLines: 20_000, percent: 100, unreviewed: [] })
    expect(report.conclusion).toBe('fail')
    expect(report.results).toMatchObject([
      {
        path: pathOf(0),
        region: { startLine: 20_000, endLine: 20_000 },
        evidence: { status: 'verified' },
        blocking: true,
      },
    ])
    expect(Report.parse(report)).toEqual(report)
  })

  it('is listed by the lines of the parts that failed', async () => {
    const last = (asked: Asked) => (findBug(asked).length > 0 ? new ReviewerError('STALLED', 'quiet') : [])
    const { report } = await run({ head: manyFiles(1, 20_000), says: last })
    const [gap, ...others] = report.coverage.unreviewed
    expect(others).toEqual([])
    expect(gap?.path).toBe(pathOf(0))
    expect(gap?.reason).toMatch(/^part \d+ of \d+ failed \(STALLED\).*; lines \d+-20000$/)
    const first = Number(/lines (\d+)-20000$/.exec(gap?.reason ?? '')?.[1])
    expect(gap?.lines).toBe(20_001 - first)
    expect(gap?.lines).toBeLessThanOrEqual(400)
    expect(report.coverage.reviewedLines).toBe(first - 1)
    expect(report).toMatchObject({ conclusion: 'not-evaluated', coverage: { percent: 98 } })
  })
})

describe('one file of many hunks', () => {
  it('is reviewed hunk by hunk in parts that name the same file', async () => {
    const lines = Array.from({ length: 9_000 }, (_, index) => `line ${index}`)
    const changed = lines.map((line, index) => (index % 9 === 0 ? `${line} changed` : line))
    const { report, asked } = await run({
      base: { 'long.txt': lines.join('\n') },
      head: { 'long.txt': changed.join('\n') },
    })
    const parts = asked.filter(({ files }) => files.length > 0)
    expect(parts.length).toBeGreaterThanOrEqual(5)
    expect(parts.every(({ files }) => files.join() === 'long.txt')).toBe(true)
    expect(report).toMatchObject({ conclusion: 'pass', coverage: { changedLines: 2_000, percent: 100 } })
  })
})

describe('one part of ten that always fails', () => {
  const head = manyFiles(10, 300)
  const failing = pathOf(3)
  const fails = (code: 'OVERLOADED' | 'STALLED') => (asked: Asked) =>
    asked.files.includes(failing) ? new ReviewerError(code, 'as the test wants it') : []

  it('is listed with its file and lines and its reason, and the run is not evaluated', async () => {
    const outcome = await run({ head, says: fails('STALLED') })
    const { report, asked } = outcome
    expect(report.conclusion).toBe('not-evaluated')
    expect(report.reasons.map(({ kind }) => kind)).toEqual(['reviewer-failed', 'coverage'])
    expect(report.coverage).toMatchObject({ changedLines: 3_000, reviewedLines: 2_700, percent: 90 })
    expect(report.coverage.unreviewed).toEqual([
      {
        path: failing,
        lines: 300,
        reason: expect.stringMatching(/^part \d+ of 10 failed \(STALLED\): as the test wants it/),
      },
    ])
    expect(outcome.causes).toEqual([{ kind: 'reviewer-failed', code: 'STALLED' }])
    // Asked twice; everything else once, the map included.
    expect(asked.filter(({ files }) => files.includes(failing))).toHaveLength(2)
    expect(asked).toHaveLength(12)
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 1])
    expect(Report.parse(report)).toEqual(report)
  })

  it('is excused as an outage where it is one', async () => {
    const outcome = await run({ head, says: fails('OVERLOADED') })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(outcome.causes).toEqual([{ kind: 'reviewer-failed', code: 'OVERLOADED' }])
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 0])
  })

  it('excuses no file beside it that nobody named', async () => {
    const outcome = await run({ head, says: fails('OVERLOADED'), unnamed: pathOf(7) })
    expect(outcome.report.coverage).toMatchObject({ reviewedLines: 2_400, percent: 80 })
    expect(outcome.report.coverage.unreviewed.map(({ path }) => path)).toEqual([failing, pathOf(7)])
    expect(outcome.report.reasons.map(({ kind }) => kind)).toEqual(['reviewer-failed', 'coverage'])
    expect(outcome.causes).toEqual([
      { kind: 'reviewer-failed', code: 'OVERLOADED' },
      { kind: 'coverage', code: undefined },
    ])
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 1])
  })

  it('is excused beside an unnamed file that the base branch’s minimum allows', async () => {
    const says = fails('OVERLOADED')
    const outcome = await run({ head, says, unnamed: pathOf(7), config: 'min-coverage: 90\n' })
    expect(outcome.report).toMatchObject({ conclusion: 'not-evaluated', coverage: { percent: 80 } })
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 0])
  })

  it('is named as a part where its answers cannot be read, and not as a finding', async () => {
    const unreadable = 'no JSON at all'
    const says = ({ files, prompt }: Asked) =>
      files.includes(failing) || prompt.includes(unreadable) ? unreadable : []
    const outcome = await run({ head, says })
    const { report } = outcome
    expect(report.conclusion).toBe('not-evaluated')
    expect(report.reasons.map(({ kind }) => kind)).toEqual(['reviewer-failed', 'coverage'])
    expect(report.reasons[0]?.message).toMatch(/^codex: part \d+ of 10 failed \(REPLY_NOT_FINDINGS\): /)
    expect(JSON.stringify(report.reasons)).not.toContain('finding that could not be read')
    expect(outcome.causes).toEqual([{ kind: 'reviewer-failed', code: 'REPLY_NOT_FINDINGS' }])
    expect(report.coverage.unreviewed).toMatchObject([{ path: failing, lines: 300 }])
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 1])
  })

  it('does not hide that a finding of another part could not be read', async () => {
    const bad = answer([pathOf(5)], [{ severity: 'of another schema' }])
    const says = ({ files, prompt }: Asked) => {
      if (files.includes(failing) || prompt.includes('no JSON at all')) return 'no JSON at all'
      return files.includes(pathOf(5)) || prompt.includes('of another schema') ? bad : []
    }
    const { report } = await run({ head, says })
    expect(report.conclusion).toBe('not-evaluated')
    expect(report.reasons[0]).toMatchObject({
      kind: 'unreadable-findings',
      message: expect.stringContaining('sent 1 finding that could not be read'),
    })
  })

  it('does not keep a blocking result elsewhere from failing the change', async () => {
    const says = (asked: Asked) => (asked.files.includes(failing) ? fails('OVERLOADED')(asked) : findBug(asked))
    const outcome = await run({ head, says })
    expect(outcome.report.conclusion).toBe('fail')
    expect(outcome.report.reasons.map(({ kind }) => kind)).toEqual(['blocking-results', 'reviewer-failed', 'coverage'])
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 1])
  })

  it('passes where the base branch’s minimum allows it, and is listed all the same', async () => {
    const outcome = await run({ head, says: fails('STALLED'), config: 'min-coverage: 90\n' })
    expect(outcome.report.conclusion).toBe('pass')
    expect(outcome.report.coverage.unreviewed).toMatchObject([{ path: failing, lines: 300 }])
  })
})

describe('two reviewers', () => {
  const reviewers = labs.map(({ id }) => ({ id, model: undefined }))
  const head = manyFiles(8, 300)
  const says = ({ by, files }: Asked) =>
    by === 'glm' && files.includes(pathOf(2)) ? new ReviewerError('STALLED', 'quiet') : []

  it('are both asked about everything, each beginning at another part', async () => {
    const { asked, report, mostAtOnce } = await run({ head, inputs: { reviewers } })
    const orderOf = (id: string) => asked.filter(({ by }) => by === id).map(({ part }) => part)
    expect(orderOf('codex')).toHaveLength(9)
    expect(orderOf('glm').toSorted()).toEqual(orderOf('codex').toSorted())
    expect(orderOf('glm')[0]).not.toBe(orderOf('codex')[0])
    expect([orderOf('codex').at(-1), orderOf('glm').at(-1)]).toEqual([undefined, undefined])
    expect(mostAtOnce).toBe(4)
    expect(report.conclusion).toBe('pass')
  })

  it('make up for each other where one of them suffices', async () => {
    const { report } = await run({ head, says, inputs: { reviewers, familyPolicy: 'require' } })
    expect(report).toMatchObject({ conclusion: 'pass', coverage: { percent: 100, unreviewed: [] } })
  })

  it('do not where the policy wants both', async () => {
    const { report, causes } = await run({ head, says, inputs: { reviewers, familyPolicy: 'strict' } })
    expect(report).toMatchObject({
      conclusion: 'not-evaluated',
      coverage: { reviewedLines: 2_100, unreviewed: [{ path: pathOf(2), lines: 300 }] },
    })
    expect(report.coverage.unreviewed[0]?.reason).toContain('STALLED')
    expect(causes).toEqual([{ kind: 'reviewer-failed', code: 'STALLED' }])
  })
})

describe('the pass over the map', () => {
  it('leaves the change short of fully reviewed where it fails', async () => {
    const says = ({ files }: Asked) => (files.length === 0 ? new ReviewerError('STALLED', 'quiet') : [])
    const { report } = await run({ head: manyFiles(3, 300), says })
    expect(report).toMatchObject({
      conclusion: 'not-evaluated',
      coverage: {
        reviewedLines: 900,
        percent: 99,
        unreviewed: [{ path: '(the pass over callers and contracts)', lines: null }],
      },
    })
  })

  it('sees which files changed and what they export, and no diff', async () => {
    const { asked } = await run({ head: manyFiles(3, 300) })
    const pass = asked.find(({ files }) => files.length === 0)
    expect(pass?.prompt).not.toContain(`<<<${NONCE} diff`)
    for (const index of [0, 1, 2]) expect(pass?.prompt).toContain(`m0${index}`)
    expect(pass?.prompt).toContain('+ export const value7')
  })
})

describe('a token limit that does not hold the change', () => {
  const world: World = {
    config:
      "rules:\n  - paths: ['m07/**']\n    fail-on-severity: low\n  - paths: ['m05/**']\n    fail-on-severity: medium\n",
    head: manyFiles(10, 300),
    maxTokens: 60_000,
  }

  it('is warned of before the first request; the riskiest paths are reviewed and the rest is listed', async () => {
    const outcome = await run(world)
    const { report, asked, happened } = outcome
    const before = happened.slice(
      0,
      happened.findIndex((line) => line.startsWith('asked ')),
    )
    const warnings = before.filter((line) => line.startsWith('warning '))
    expect(warnings).toEqual([
      expect.stringMatching(
        /^warning max-tokens is 60000, which holds \d of 11 requests at most; all of them need .*\.$/,
      ),
      expect.stringMatching(/^warning Not reviewed will be: /),
    ])
    const reviewed = asked.flatMap(({ files }) => files)
    expect(reviewed.slice(0, 2)).toEqual([pathOf(7), pathOf(5)])
    expect(reviewed.length).toBeLessThan(10)
    const left = Object.keys(world.head).filter((path) => !reviewed.includes(path))
    expect(report.coverage.unreviewed.map(({ path }) => path)).toEqual([
      ...left,
      '(the pass over callers and contracts)',
    ])
    for (const { reason } of report.coverage.unreviewed) expect(reason).toContain('max-tokens is 60000')
    expect(warnings[1]).toBe(`warning Not reviewed will be: ${left.join(', ')}.`)
    expect(report.coverage.reviewedLines).toBe(300 * reviewed.length)
    expect(report.conclusion).toBe('not-evaluated')
    expect(outcome.causes).toEqual([{ kind: 'reviewer-failed', code: 'BUDGET' }])
    expect([exit(outcome, 'fail'), exit(outcome, 'warn-on-outage')]).toEqual([1, 1])
  })

  it('reviews nothing where not even one request fits, and says what is needed', async () => {
    const { report, asked } = await run({ ...world, maxTokens: 6_000 })
    expect(asked).toEqual([])
    expect(report).toMatchObject({ conclusion: 'not-evaluated', reviewers: [{ error: { code: 'BUDGET' } }] })
    expect(report.reasons[0]?.message).toContain('max-tokens is 6000')
  })
})

describe('a change of which no request holds anything', () => {
  it('is not evaluated, and says why', async () => {
    const { report, asked } = await run({ head: { 'huge.js': `${'x'.repeat(600_000)}\n` } })
    expect(asked).toEqual([])
    expect(report.conclusion).toBe('not-evaluated')
    expect(report.coverage.unreviewed).toMatchObject([{ path: 'huge.js', lines: 1 }])
    expect(Report.parse(report)).toEqual(report)
  })

  it('is told from one of many tiny lines, all of which are reviewed in pieces', async () => {
    const { report } = await run({ head: { 'tiny.txt': 'x\n'.repeat(140_000) } })
    expect(report).toMatchObject({
      conclusion: 'pass',
      coverage: { changedLines: 140_000, reviewedLines: 140_000, percent: 100, unreviewed: [] },
    })
  })
})
