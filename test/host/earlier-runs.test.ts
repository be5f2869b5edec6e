import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReviewRecord } from '../../src/history/record.js'
import { recordKey } from '../../src/history/record-key.js'
import { type EarlierRunsOptions, makeEarlierRuns } from '../../src/host/earlier-runs.js'
import { defaultPolicy } from '../../src/policy/load.js'
import { makeRedactor } from '../../src/report/redact.js'
import type { Change } from '../../src/types/change.js'
import { aFileDiff } from '../diff/builders.js'
import { aFinding, aReport, aResult } from '../support/builders.js'

const secret = 'sk-a-key-that-is-long-enough-4711'
const head = 'a'.repeat(40)
const now = Date.parse('2026-11-01T10:00:00Z')
const files = [aFileDiff()]
const key = recordKey({
  ...{ all: files, files, headTree: 'c'.repeat(40), mode: 'review', policy: defaultPolicy, prompts: ['p'] },
  reviewers: [{ id: 'codex', model: 'm', family: 'openai', baseUrl: 'https://models.example' }],
  ...{ toolVersion: '1', place: '42' },
})

let root = ''
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'earlier-')))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function aRecord(message = 'Nothing unusual.'): ReviewRecord {
  const review = {
    ...({ status: 'completed', id: 'codex', family: 'openai', model: 'm', cliVersion: null } as const),
    usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, requests: 1 },
    ...{
      durationMs: 1,
      filesRead: ['src/a.ts'],
      rejected: [],
      turns: 1,
      preflight: [],
      isolation: 'in-process' as const,
    },
    egress: {
      traffic: { host: 'models.example', requests: 1, refused: 0, bytesSent: 1, bytesReceived: 1 },
      ...{ files: [], filesComplete: true },
    },
    ...{ findings: [aFinding({ message })], filesReviewed: ['src/a.ts'], notVerified: [], unreviewed: [] },
  }
  return { version: 2, key, at: new Date(now - 1_000).toISOString(), head, base: head, run: null, reviews: [review] }
}

function memory() {
  const kept = new Map<string, string>()
  const store = {
    find: async (name: string) => [kept.get(name)].filter((text) => text !== undefined),
    keep: async (name: string, text: string) => void kept.set(name, text),
  }
  return { kept, store }
}

function earlierRuns(overrides: Partial<EarlierRunsOptions> = {}) {
  const silent = () => {}
  return makeEarlierRuns({
    ...{ github: undefined, store: memory().store, secrets: { 'openai-api-key': secret }, place: '42' },
    ...{ need: 'same-tree', category: 'model-stack/review', baseline: undefined, checkout: root, surface: 'action' },
    queued: undefined,
    git: { read: async () => Buffer.from('') },
    log: { debug: silent, info: silent, warning: silent, group: (_, body) => body() },
    now: () => now,
    redact: makeRedactor([secret]),
    ...overrides,
  })
}

const change: Change = {
  ...{ mode: 'review', base: head, head, mergeBase: head, commits: [], pullRequest: undefined, baseBranch: 'main' },
}

describe('a recorded review', () => {
  it('is given back to whoever holds the same credentials', async () => {
    const { store } = memory()
    await earlierRuns({ store }).remember(aRecord(), ['openai-api-key'])
    const question = { key, credentials: ['openai-api-key'] } as const
    expect(await earlierRuns({ store }).recall(question)).toEqual(aRecord())
    const other = { 'openai-api-key': 'sk-another-key-that-is-long-enough' }
    expect(await earlierRuns({ store, secrets: other }).recall(question)).toBeUndefined()
  })

  it('of an earlier state is found by what the change was then, and opened with the same credentials only', async () => {
    const { store } = memory()
    await earlierRuns({ store }).remember(aRecord(), ['openai-api-key'])
    const ask = (secrets: EarlierRunsOptions['secrets']) => {
      const states = (async function* () {
        yield { head: 'e'.repeat(40), change: '0'.repeat(64) }
        yield { head, change: key.change }
      })()
      const { rules } = key
      return earlierRuns({ store, secrets }).recallEarlier({
        ...{ states, rules, base: head, credentials: ['openai-api-key'] },
      })
    }
    expect(await ask({ 'openai-api-key': secret })).toEqual({ kind: 'found', record: aRecord(), head, notes: [] })
    const other = await ask({ 'openai-api-key': 'sk-another-key-that-is-long-enough' })
    expect(other).toEqual({ kind: 'none', why: undefined, notes: [] })
  })

  it('is not kept when a secret stands in it, whole or split over two texts of the model', async () => {
    const [first, second] = [secret.slice(0, 20), secret.slice(20)]
    const whole = aRecord(secret)
    const split = aRecord()
    const pieces = { findings: [aFinding({ quote: first, recommendation: null })], filesReviewed: [second] }
    for (const record of [whole, { ...split, reviews: split.reviews.map((review) => ({ ...review, ...pieces })) }]) {
      const { kept, store } = memory()
      await earlierRuns({ store }).remember(record, ['openai-api-key'])
      expect(kept.size).toBe(0)
    }
  })
})

describe('the file given as baseline', () => {
  const ofAnotherChange = {
    mode: 'review',
    base: head,
    head: 'd'.repeat(40),
    mergeBase: head,
    pullRequest: null,
  } as const
  const report = JSON.stringify(aReport({ change: ofAnotherChange, results: [aResult()] }))

  it('is what stood at the base', async () => {
    writeFileSync(join(root, 'report.json'), report)
    const history = await earlierRuns({ baseline: join(root, 'report.json') }).history(change)
    expect(history.base).toHaveLength(1)
    expect(history.previous).toBeUndefined()
  })

  it('is refused in a job when the change brings it, and is the user’s own on the command line', async () => {
    writeFileSync(join(root, 'report.json'), report)
    const git = { read: async () => Buffer.from('report.json\0') }
    const baseline = join(root, 'report.json')
    await expect(earlierRuns({ baseline, git }).history(change)).rejects.toThrow(/a file of the change under review/)
    const local = await earlierRuns({ baseline, git, surface: 'command-line' }).history(change)
    expect(local.base).toHaveLength(1)
  })

  it('of the same commits is their previous run in a job: a defect does not stop blocking by being known', async () => {
    const baseline = join(root, 'report.json')
    writeFileSync(baseline, JSON.stringify(aReport({ results: [aResult()] })))
    const history = await earlierRuns({ baseline }).history(change)
    expect(history.base).toBeUndefined()
    expect(history.previous).toHaveLength(1)
    expect((await earlierRuns({ baseline, surface: 'command-line' }).history(change)).base).toHaveLength(1)
  })

  it('is a mistake of the user when it is no file or no report', async () => {
    mkdirSync(join(root, 'directory'))
    writeFileSync(join(root, 'other.json'), '{"a": 1}')
    writeFileSync(join(root, 'text'), 'x')
    for (const name of ['missing', 'directory', 'other.json', 'text'])
      await expect(earlierRuns({ baseline: join(root, name) }).history(change)).rejects.toThrow(/^baseline: /)
  })
})
