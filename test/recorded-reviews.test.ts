import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { ReviewerError } from '../src/errors.js'
import { ReviewRecord } from '../src/history/record.js'
import { sealRecord } from '../src/history/seal.js'
import { makeBlobFiles } from '../src/host/blob-files.js'
import { makeEarlierRuns } from '../src/host/earlier-runs.js'
import { openRepository } from '../src/host/git.js'
import { takeProof } from '../src/host/tree-proof.js'
import { type Host, type Outcome, type RunRequest, runPipeline } from '../src/pipeline.js'
import { nothingSet } from '../src/policy/load.js'
import { readPrompt } from '../src/prompts.js'
import type { Finding } from '../src/types/finding.js'
import type { PolicyInputs } from '../src/types/policy.js'
import { answer, aReviewer, ports, type Script, type ScriptedReviewer } from './review/world.js'
import { aFinding } from './support/builders.js'
import { firstRun } from './support/earlier-runs.js'
import { type Checkout, makeCheckout } from './trigger/checkout.js'

const made: Checkout[] = []

afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
})

const PATH = 'src/total.ts'
const CONFIG = '.github/model-stack.yml'
const secret = 'sk-a-key-that-is-long-enough-4711'
const START = Date.parse('2026-11-01T10:00:00Z')

/** A file of 60 lines, some of which are these. */
function text(lines: Readonly<Record<number, string>> = {}): string {
  return Array.from({ length: 60 }, (_, index) => `${lines[index + 1] ?? `  const line${index + 1} = 0`}\n`).join('')
}

const BUG = '  for (let i = 0; i < items.length - 1; i++) sum(i)'
const defect = (line = 5): Finding => aFinding({ path: PATH, startLine: line, endLine: line, quote: BUG })
const reviewed = (...findings: readonly Finding[]): Script => [answer([PATH], findings)]

interface Turn {
  readonly script?: Script
  /** The second reviewer, where one is asked. */
  readonly other?: Script
  readonly inputs?: Partial<PolicyInputs>
  readonly previousHead?: string
  readonly toolVersion?: string
}

interface Run extends Outcome {
  readonly prompts: readonly string[]
  readonly otherPrompts: readonly string[]
  readonly log: string
}

/** A pull request whose pushes are run one after the other, with what is recorded between them. */
class Pull {
  readonly checkout = makeCheckout()
  /** Name of the record → what lies there. */
  readonly records = new Map<string, string[]>()
  base: string
  head: string
  private time = START

  constructor(base: Readonly<Record<string, string>> = {}) {
    made.push(this.checkout)
    this.base = this.checkout.commit('base', { [PATH]: text(), ...base })
    this.head = this.base
    this.checkout.git('checkout', '-q', '-b', 'topic')
  }

  push(files: Readonly<Record<string, string>>): string {
    this.head = this.checkout.commit('change', files)
    return this.head
  }

  /** What the newest record says. */
  last(): ReviewRecord {
    const text = [...this.records.values()].at(-1)?.at(-1) ?? ''
    return ReviewRecord.parse(JSON.parse(text.slice(text.indexOf('\n') + 1)))
  }

  /** Puts another text where the newest record is. */
  replaceLast(forge: (record: ReviewRecord, text: string) => string | undefined): void {
    const [name = '', texts = []] = [...this.records].at(-1) ?? []
    this.records.set(name, [forge(this.last(), texts.at(-1) ?? '') ?? ''])
  }

  async run(turn: Turn = {}): Promise<Run> {
    this.time += 60_000
    const reviewer = aReviewer(turn.script ?? [], [PATH])
    const other: ScriptedReviewer = {
      ...aReviewer(turn.other ?? [], [PATH]),
      ...({ id: 'glm', family: 'zhipu', defaultModel: 'glm-1', credential: 'zai-api-key' } as const),
    }
    const notes: string[] = []
    const outcome = await runPipeline(this.toRequest(turn), await this.toHost([reviewer, other], notes))
    const promptsOf = ({ requests }: ScriptedReviewer) => requests.map(({ prompt }) => prompt)
    return { ...outcome, prompts: promptsOf(reviewer), otherPrompts: promptsOf(other), log: notes.join('\n') }
  }

  private toRequest({ inputs, previousHead, toolVersion }: Turn): RunRequest {
    const author = { login: 'ada', id: 1, type: 'User' }
    const pullRequest = { number: 7, title: 'T', body: '', headRef: 'topic', author, fork: false, draft: false }
    return {
      refs: {
        mode: 'review',
        base: { kind: 'commit', sha: this.base, fetchRef: undefined },
        head: { kind: 'commit', sha: this.head, fetchRef: undefined },
        pullRequest: { ...pullRequest, previousHead },
      },
      pullRequestClosed: false,
      inputs: { ...nothingSet, ...inputs },
      configFile: CONFIG,
      replayed: false,
      maxTokens: 'auto',
      authorModel: 'auto',
      toolVersion: toolVersion ?? '0.0.0-test',
    }
  }

  private async toHost(reviewers: readonly ScriptedReviewer[], notes: string[]): Promise<Host> {
    const root = mkdtempSync(join(this.checkout.root, 'run-'))
    const scratchDirectory = join(root, 'scratch')
    mkdirSync(scratchDirectory)
    const commits = await openRepository({
      checkout: this.checkout.path,
      directory: join(root, 'objects'),
      token: undefined,
      serverUrl: 'https://github.com',
    })
    const say = (message: string) => void notes.push(message)
    const log: Host['log'] = { ...ports.log, info: say, warning: say }
    const now = () => this.time
    return {
      ...firstRun,
      log,
      commits,
      files: (change, diff) => makeBlobFiles(commits.git, change, diff),
      review: { ...ports, log },
      reviewers,
      snapshotDirectory: join(root, 'snapshot'),
      scratchDirectory,
      signal: new AbortController().signal,
      hasCredential: () => true,
      canIsolate: () => ({ kind: 'possible' }),
      prompt: readPrompt,
      nonce: () => '0123456789abcdef0123456789abcdef',
      takeProof: () => takeProof(this.checkout.path),
      readHead: async () => ({ kind: 'same' }),
      now,
      earlier: makeEarlierRuns({
        ...{ github: undefined, place: '42', need: 'same-tree', category: 'model-stack/review', baseline: undefined },
        store: {
          find: async (name) => this.records.get(name) ?? [],
          keep: async (name, sealed) => void this.records.set(name, [...(this.records.get(name) ?? []), sealed]),
        },
        secrets: { 'openai-api-key': secret, 'zai-api-key': `${secret}-of-another` },
        ...{ checkout: this.checkout.path, surface: 'action', queued: undefined, git: commits.git, log, now },
        redact: (some) => some,
      }),
    }
  }
}

/** The part of a prompt that shows lines of the change. */
const shows = (run: Run, line: string) => run.prompts.some((prompt) => prompt.includes(line))

function expectInFull(run: Run, why: RegExp): void {
  expect(run.report).toMatchObject({ increment: null, reusedReview: null })
  expect(run.report.notes.join('\n')).toMatch(why)
  expect(shows(run, BUG)).toBe(true)
  expect(shows(run, 'const later = 1')).toBe(true)
}

/** A change whose first state was reviewed with a defect, and then got a second hunk. */
async function grown(first: Turn = {}): Promise<Pull> {
  const pull = new Pull()
  pull.push({ [PATH]: text({ 5: BUG }) })
  const run = await pull.run({ script: reviewed(defect()), ...first })
  expect(run.report).toMatchObject({ conclusion: 'fail', increment: null, notes: [] })
  pull.push({ [PATH]: text({ 5: BUG, 40: '  const later = 1' }) })
  return pull
}

describe('a push after a review', () => {
  it('has only the changed hunk looked at, and what was found elsewhere still blocks', async () => {
    const pull = await grown()
    const then = pull.last().head
    const run = await pull.run({ script: reviewed(), previousHead: then })
    expect(run.prompts).toHaveLength(1)
    expect(shows(run, 'const later = 1')).toBe(true)
    expect(shows(run, BUG)).toBe(false)
    expect(run.report.increment).toMatchObject({ head: then, run: null, sentLines: 2, keptLines: 2 })
    expect(run.report).toMatchObject({ conclusion: 'fail', reusedReview: null, coverage: { percent: 100 } })
    expect(run.report.results).toMatchObject([{ region: { startLine: 5 }, blocking: true }])
  })

  it('moves what was found to its line of now', async () => {
    const pull = await grown()
    const [, ...rest] = text({ 40: BUG }).split('\n')
    pull.push({ [PATH]: text({ 40: BUG }) })
    await pull.run({ script: reviewed(defect(40)) })
    pull.push({ [PATH]: ['  const first = 1', '  const second = 2', ...rest].join('\n') })
    const run = await pull.run({ script: reviewed() })
    expect(shows(run, BUG)).toBe(false)
    expect(run.report.results).toMatchObject([{ region: { startLine: 41 }, blocking: true }])
  })

  it('drops what was found in a hunk that is looked at again', async () => {
    const pull = await grown()
    pull.push({ [PATH]: text({ 5: '  for (const item of items) sum(item)' }) })
    const run = await pull.run({ script: reviewed() })
    expect(run.report).toMatchObject({ conclusion: 'pass', results: [] })
    expect(run.report.increment).toMatchObject({ sentLines: 2, keptLines: 0 })
  })

  it('finds what the new hunk brings, beside what is known', async () => {
    const pull = await grown()
    const found = aFinding({ path: PATH, startLine: 40, endLine: 40, quote: 'const later = 1', title: 'Too late' })
    const run = await pull.run({ script: reviewed(found) })
    expect(run.report.results.map(({ region }) => region.startLine).toSorted()).toEqual([40, 5])
  })

  it('builds the next one on what both reviews said', async () => {
    const pull = await grown()
    await pull.run({ script: reviewed() })
    const then = pull.head
    pull.push({ [PATH]: text({ 5: BUG, 20: '  const third = 3', 40: '  const later = 1' }) })
    const run = await pull.run({ script: reviewed(), previousHead: then })
    expect([shows(run, BUG), shows(run, 'const later = 1'), shows(run, 'const third = 3')]).toEqual([
      false,
      false,
      true,
    ])
    expect(run.report.increment).toMatchObject({ head: then, sentLines: 2, keptLines: 4 })
    expect(run.report).toMatchObject({ conclusion: 'fail', coverage: { percent: 100 } })
  })

  it('looks further back where the last push was never reviewed', async () => {
    const pull = await grown()
    const then = pull.last().head
    const [between, now] = [pull.head, pull.push({ 'README.md': '# Shop\n' })]
    expect(now).not.toBe(between)
    const run = await pull.run({ script: [answer([PATH, 'README.md'])], previousHead: between })
    expect(run.report.increment).toMatchObject({ head: then, sentLines: 3, keptLines: 2 })
  })

  it('asks nobody where only what is never reviewed changed, and judges as before', async () => {
    const pull = await grown()
    const before = await pull.run({ script: reviewed() })
    pull.push({ 'package-lock.json': '{}\n' })
    const run = await pull.run()
    expect(run.prompts).toEqual([])
    expect(run.report).toMatchObject({
      conclusion: before.report.conclusion,
      increment: { sentLines: 0, keptLines: 4 },
      coverage: { percent: 100 },
    })
    expect(run.report.results.map(({ fingerprint }) => fingerprint)).toEqual(
      before.report.results.map(({ fingerprint }) => fingerprint),
    )
  })

  it('gives the review of the very same files back whole', async () => {
    const pull = await grown()
    const first = await pull.run({ script: reviewed() })
    const again = await pull.run()
    expect(again.prompts).toEqual([])
    expect(again.report).toMatchObject({ conclusion: 'fail', increment: null, reusedReview: { head: pull.head } })
    expect(again.report.results).toEqual(first.report.results)
  })

  it('is not recorded where the reviewer failed, so that the next one builds on the last whole review', async () => {
    const pull = await grown()
    const then = pull.last().head
    const no = [new ReviewerError('UNAUTHENTICATED', 'No.')]
    const failed = await pull.run({ script: no, other: no })
    expect(failed.report.conclusion).toBe('not-evaluated')
    const run = await pull.run({ script: reviewed() })
    expect(run.report).toMatchObject({ conclusion: 'fail', increment: { head: then, sentLines: 2 } })
  })
})

describe('the whole change is reviewed', () => {
  it('after the branch was rewritten', async () => {
    const pull = await grown()
    const gone = pull.last().head
    pull.checkout.git('reset', '-q', '--soft', pull.base)
    pull.push({})
    expectInFull(
      await pull.run({ script: reviewed(), previousHead: gone }),
      /the branch was rewritten: .* is not among/,
    )
  })

  it('after the base branch moved', async () => {
    const pull = await grown()
    pull.checkout.git('checkout', '-q', 'main')
    pull.base = pull.checkout.commit('other', { 'other.ts': 'export {}\n' })
    expectInFull(await pull.run({ script: reviewed() }), /the base branch moved since the last review/)
  })

  it.each<[string, Turn, RegExp]>([
    ['with another policy', { inputs: { focus: 'races' } }, /was made with another policy\./],
    ['by another version', { toolVersion: '9' }, /was made with another mode, version or repository\./],
    ['by another model', { inputs: { reviewers: [{ id: 'codex', model: 'm-2' }] } }, /other reviewers/],
  ])('%s', async (_what, turn, why) => {
    const pull = await grown()
    expectInFull(await pull.run({ script: reviewed(), ...turn }), why)
  })

  it('by more reviewers than before', async () => {
    const inputs: Turn['inputs'] = { reviewers: [{ id: 'codex', model: undefined }] }
    const pull = await grown({ inputs })
    const both: Turn['inputs'] = {
      reviewers: [
        { id: 'codex', model: undefined },
        { id: 'glm', model: undefined },
      ],
    }
    // Another credential vouches for the records of both: those of the one are not even found.
    const run = await pull.run({ script: reviewed(), other: reviewed(), inputs: both })
    expect(run.report.increment).toBeNull()
    expect([shows(run, BUG), run.otherPrompts[0]?.includes(BUG)]).toEqual([true, true])
  })

  const strangers = ['sk-somebody-else-who-has-a-key']
  it.each<[string, (record: ReviewRecord, text: string) => string | undefined]>([
    ['was sealed with another key', (record) => sealRecord(record, strangers)],
    ['lost a finding', (record, sealed) => `${sealed.split('\n')[0]}\n${JSON.stringify(without(record))}`],
    ['was cut', (_, sealed) => sealed.slice(0, -1)],
  ])('where the record %s', async (_what, forge) => {
    const pull = await grown()
    const previousHead = pull.last().head
    pull.replaceLast(forge)
    const run = await pull.run({ script: reviewed(defect()), previousHead })
    expectInFull(run, /A recorded review of .* was not used/)
    expect(run.report.conclusion).toBe('fail')
  })

  it('where nothing is recorded of the last push, which is said', async () => {
    const pull = await grown()
    const previousHead = pull.last().head
    pull.records.clear()
    expectInFull(await pull.run({ script: reviewed(), previousHead }), /no review of an earlier push is recorded/)
  })

  it('without a word of it the first time', async () => {
    const pull = new Pull()
    pull.push({ [PATH]: text({ 5: BUG }) })
    expect((await pull.run({ script: reviewed() })).report).toMatchObject({ increment: null, notes: [] })
  })
})

function without(record: ReviewRecord): ReviewRecord {
  return { ...record, reviews: record.reviews.map((review) => ({ ...review, findings: [] })) }
}

it('a reviewer that takes over an empty seat reviews everything', async () => {
  const inputs: Turn['inputs'] = {
    reviewers: [{ id: 'codex', model: undefined }],
    fallbackReviewers: [{ id: 'glm', model: undefined }],
  }
  const pull = await grown({ inputs })
  const out = new ReviewerError('QUOTA', 'No credit.')
  const run = await pull.run({ script: [out], other: reviewed(), inputs })
  expect(run.prompts.some((prompt) => prompt.includes(BUG))).toBe(false)
  expect(run.otherPrompts.some((prompt) => prompt.includes(BUG) && prompt.includes('const later = 1'))).toBe(true)
  expect(run.report.coverage.percent).toBe(100)
})
