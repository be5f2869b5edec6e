import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ReviewerError } from '../src/errors.js'
import { makeBlobFiles } from '../src/host/blob-files.js'
import { openRepository } from '../src/host/git.js'
import type { HeadState } from '../src/host/host.js'
import { takeProof } from '../src/host/tree-proof.js'
import { type Host, type Outcome, type RunRequest, runPipeline } from '../src/pipeline.js'
import { nothingSet } from '../src/policy/load.js'
import { readPrompt } from '../src/prompts.js'
import type { Finding } from '../src/types/finding.js'
import type { PolicyInputs } from '../src/types/policy.js'
import { Report } from '../src/types/report.js'
import type { Reviewer } from '../src/types/reviewer.js'
import { answer, aReviewer, ports, type Script, type ScriptedReviewer } from './review/world.js'
import { aFinding } from './support/builders.js'
import { firstRun } from './support/earlier-runs.js'
import { type Checkout, makeCheckout } from './trigger/checkout.js'

const made: Checkout[] = []

afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
})

const PATH = 'src/total.ts'
const BUGGY = 'for (let index = 0; index < items.length - 1; index++) {'
const before = 'export const total = 0\n'
const after = `let total = 0\n${BUGGY}\n  total += items[index]\n}\n`

interface World {
  /** Files of the base, besides the one that the change is about. */
  readonly base?: Readonly<Record<string, string>>
  /** Files that the change writes. */
  readonly head?: Readonly<Record<string, string>>
  readonly script?: Script
  readonly filesRead?: readonly string[]
  readonly headState?: HeadState
  readonly inputs?: Partial<PolicyInputs>
  readonly pullRequestClosed?: boolean
  /** Happens in the checkout while the reviewer works. */
  readonly during?: (checkout: Checkout) => void
}

interface Run extends Outcome {
  readonly reviewer: ScriptedReviewer
  readonly base: string
  readonly head: string
}

/** Runs the pipeline over a real repository with a scripted reviewer. */
async function run(world: World): Promise<Run> {
  const checkout = makeCheckout()
  made.push(checkout)
  const base = checkout.commit('base', { [PATH]: before, ...world.base })
  checkout.git('checkout', '-q', '-b', 'topic')
  const head = checkout.commit('change', world.head ?? { [PATH]: after })
  const reviewer = aReviewer(world.script ?? [], world.filesRead ?? [PATH])
  const working: Reviewer = {
    ...reviewer,
    review: (request, io) => {
      world.during?.(checkout)
      return reviewer.review(request, io)
    },
  }
  const outcome = await runPipeline(toRequest(world, base, head), await makeHost(world, checkout, working))
  return { ...outcome, reviewer, base, head }
}

function toRequest(world: World, base: string, head: string): RunRequest {
  return {
    refs: {
      mode: 'review',
      base: { kind: 'commit', sha: base, fetchRef: undefined },
      head: { kind: 'commit', sha: head, fetchRef: undefined },
      pullRequest: undefined,
    },
    pullRequestClosed: world.pullRequestClosed ?? false,
    inputs: { ...nothingSet, ...world.inputs },
    configFile: '.github/model-stack.yml',
    replayed: false,
    maxTokens: 'auto',
    authorModel: 'auto',
    toolVersion: '0.0.0-test',
  }
}

async function makeHost(world: World, checkout: Checkout, reviewer: Reviewer): Promise<Host> {
  const scratchDirectory = join(checkout.root, 'scratch')
  mkdirSync(scratchDirectory)
  const commits = await openRepository({
    checkout: checkout.path,
    directory: join(checkout.root, 'objects'),
    token: undefined,
    serverUrl: 'https://github.com',
  })
  return {
    log: ports.log,
    commits,
    files: (change, diff) => makeBlobFiles(commits.git, change, diff),
    review: ports,
    reviewers: [reviewer],
    snapshotDirectory: join(checkout.root, 'snapshot'),
    scratchDirectory,
    signal: new AbortController().signal,
    hasCredential: () => true,
    canIsolate: () => ({ kind: 'possible' }),
    prompt: readPrompt,
    nonce: () => '0123456789abcdef0123456789abcdef',
    takeProof: () => takeProof(checkout.path),
    readHead: async () => world.headState ?? { kind: 'same' },
    ...firstRun,
  }
}

/** A finding whose quote stands in the changed file. */
function proven(overrides: Partial<Finding> = {}): Finding {
  return aFinding({ path: PATH, startLine: 2, endLine: 2, quote: BUGGY, ...overrides })
}

function replyWith(...findings: readonly (Finding | object)[]): Script {
  return [answer([PATH], findings)]
}

function kinds(outcome: Outcome): readonly string[] {
  return outcome.report.reasons.map(({ kind }) => kind)
}

const movedHead: HeadState = { kind: 'moved', to: 'f'.repeat(40) }

describe('runPipeline', () => {
  it('passes when the reviewer examined everything and found nothing', async () => {
    const outcome = await run({ script: replyWith() })
    expect(outcome.report).toMatchObject({ conclusion: 'pass', results: [], coverage: { percent: 100 } })
    expect(outcome.report.change).toMatchObject({ base: outcome.base, head: outcome.head, mergeBase: outcome.base })
    expect(outcome.report.isolation.proof.unchanged).toBe(true)
    expect(outcome.causes).toEqual([])
    expect([...outcome.changedPaths]).toEqual([PATH])
  })

  it('fails for a result whose quote is proven and whose severity reaches the threshold', async () => {
    const outcome = await run({ script: replyWith(proven({ severity: 'high' })) })
    expect(outcome.report.conclusion).toBe('fail')
    expect(kinds(outcome)).toEqual(['blocking-results'])
    expect(outcome.report.results).toMatchObject([
      { path: PATH, region: { startLine: 2, endLine: 2 }, evidence: { status: 'verified' }, blocking: true },
    ])
  })

  it('passes with a result below the threshold, and lists it', async () => {
    const outcome = await run({ script: replyWith(proven({ severity: 'medium' })) })
    expect(outcome.report.conclusion).toBe('pass')
    expect(outcome.report.results).toMatchObject([{ severity: 'medium', blocking: false }])
  })

  it('never blocks on a quote that the file does not hold, whatever its severity', async () => {
    const invented = proven({ severity: 'critical', confidence: 'certain', quote: 'dropEveryTable(request.body)' })
    const outcome = await run({ script: replyWith(invented), inputs: { failOnSeverity: 'low' } })
    expect(outcome.report.conclusion).toBe('pass')
    expect(outcome.report.results).toMatchObject([{ evidence: { status: 'unverified' }, blocking: false }])
  })

  it('is not evaluated when the reviewer failed, and says with which code', async () => {
    const outcome = await run({ script: [new ReviewerError('UNAUTHENTICATED', 'The quota is used up.')] })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(kinds(outcome)[0]).toBe('reviewer-failed')
    expect(outcome.causes).toEqual([{ kind: 'reviewer-failed', code: 'UNAUTHENTICATED' }])
    expect(outcome.report.reviewers).toMatchObject([{ status: 'failed', error: { code: 'UNAUTHENTICATED' } }])
  })

  it('is not evaluated when the reviewer answered without reading a file', async () => {
    const outcome = await run({ script: replyWith(), filesRead: [] })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(outcome.causes).toEqual([{ kind: 'reviewer-failed', code: 'NOTHING_READ' }])
  })

  it('is not evaluated when a changed file stays unnamed after the follow-up', async () => {
    const outcome = await run({
      head: { [PATH]: after, 'src/other.ts': 'export {}\n' },
      script: [answer([PATH]), answer([])],
    })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(kinds(outcome)).toEqual(['coverage'])
    expect(outcome.report.coverage.unreviewed).toMatchObject([{ path: 'src/other.ts', lines: 1 }])
  })

  it.each([
    ['added', 'left-behind.txt', (checkout: Checkout) => checkout.write('left-behind.txt', 'x')],
    ['changed', PATH, (checkout: Checkout) => checkout.write(PATH, 'export {}\n')],
    ['added inside .git', '.git/hooks-of-ours', (checkout: Checkout) => checkout.write('.git/hooks-of-ours', 'x')],
  ])('is not evaluated when a file was %s in the checkout during the run, and names it', async (_, path, during) => {
    const outcome = await run({ script: replyWith(), during })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(kinds(outcome)).toEqual(['tree-changed'])
    expect(outcome.report.reasons[0]?.message).toContain(path)
    expect(outcome.report.isolation.proof.unchanged).toBe(false)
  })

  it.each([
    ['with nothing found', replyWith()],
    ['even with a blocking result', replyWith(proven({ severity: 'critical' }))],
  ])('is not evaluated when the head moved, %s', async (_, script) => {
    const outcome = await run({ script, headState: movedHead })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(kinds(outcome)[0]).toBe('head-moved')
    expect(outcome.report.reasons[0]?.message).toContain(movedHead.kind === 'moved' ? movedHead.to : '')
  })

  it('calls no reviewer when only lock files changed', async () => {
    const outcome = await run({ head: { 'package-lock.json': '{}\n', 'sub/go.sum': 'x\n' } })
    expect(outcome.report.conclusion).toBe('nothing-to-review')
    expect(outcome.reviewer.requests).toEqual([])
    expect(outcome.report.coverage.excluded).toEqual([
      { path: 'package-lock.json', reason: 'lock file' },
      { path: 'sub/go.sum', reason: 'lock file' },
    ])
  })

  it('calls no reviewer for a binary file alone, and does not call that evaluated', async () => {
    const outcome = await run({ head: { 'tool.bin': 'a\0b' } })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(outcome.reviewer.requests).toEqual([])
  })

  it('calls no reviewer for a closed pull request and does not evaluate it', async () => {
    const outcome = await run({ script: replyWith(), pullRequestClosed: true })
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(kinds(outcome)).toEqual(['closed'])
    expect(outcome.reviewer.requests).toEqual([])
  })
})

describe('runPipeline, its policy', () => {
  const config = '.github/model-stack.yml'
  const medium = replyWith(proven({ severity: 'medium' }))

  it.each([
    ['the config', 'medium', 'critical'],
    ['the input', 'critical', 'medium'],
  ] as const)('takes the stricter threshold, here that of %s', async (_, file, input) => {
    const outcome = await run({
      base: { [config]: `fail-on-severity: ${file}\n` },
      script: medium,
      inputs: { failOnSeverity: input },
    })
    expect(outcome.policy.failOnSeverity).toBe('medium')
    expect(outcome.report.conclusion).toBe('fail')
  })

  it('reads the config of the base branch and not the one that the change brings', async () => {
    const outcome = await run({
      base: { [config]: 'fail-on-severity: medium\n' },
      head: { [PATH]: after, [config]: "fail-on-severity: never\npaths-ignore: ['**']\n" },
      script: [answer([PATH, config], [proven({ severity: 'medium' })])],
    })
    expect(outcome.policy).toMatchObject({ failOnSeverity: 'medium', pathsIgnore: [] })
    expect(outcome.report.conclusion).toBe('fail')
  })

  it('ignores a config that only the change adds', async () => {
    const outcome = await run({
      head: { [PATH]: after, [config]: 'fail-on-severity: never\n' },
      script: [answer([PATH, config], [proven({ severity: 'high' })])],
    })
    expect(outcome.report.conclusion).toBe('fail')
  })
})

describe('runPipeline, with a finding that cannot be read', () => {
  const broken = { ...proven({ severity: 'critical' }), severity: 'catastrophic' }

  it('goes on when the repair turn makes it readable', async () => {
    const outcome = await run({ script: [answer([PATH], [broken]), answer([PATH], [proven()])] })
    expect(outcome.report.conclusion).toBe('fail')
    expect(outcome.report.rejected).toEqual([])
  })

  it('is not evaluated when it stays unreadable after the repair turn, and keeps its text', async () => {
    const outcome = await run({ script: [answer([PATH], [broken]), answer([PATH], [broken])] })
    expect(outcome.reviewer.requests).toHaveLength(2)
    expect(outcome.report.conclusion).toBe('not-evaluated')
    expect(kinds(outcome)).toEqual(['unreadable-findings'])
    expect(outcome.report.rejected).toMatchObject([{ reviewer: 'codex' }])
    expect(outcome.report.rejected[0]?.raw).toContain('catastrophic')
  })

  it('fails all the same when a readable one beside it blocks', async () => {
    const both = answer([PATH], [broken, proven()])
    const outcome = await run({ script: [both, both] })
    expect(outcome.report.conclusion).toBe('fail')
    expect(kinds(outcome)).toEqual(['blocking-results', 'unreadable-findings'])
  })
})

describe('the report of runPipeline', () => {
  it.each([
    ['a blocking result', { script: replyWith(proven()) }],
    ['a failed reviewer', { script: [new ReviewerError('OVERLOADED', 'Try later.')] }],
    ['nothing to review', { head: { 'yarn.lock': 'x\n' } }],
    ['a closed pull request', { pullRequestClosed: true }],
  ] satisfies [string, World][])('fits its schema with %s', async (_, world) => {
    const { report } = await run(world)
    expect(Report.parse(report)).toEqual(report)
  })
})
