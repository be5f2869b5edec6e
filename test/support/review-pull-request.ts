import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RecordedRequest, type ScriptedTurn, startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { compareProofs, takeProof } from '../../src/host/tree-proof.js'
import type { Finding } from '../../src/types/finding.js'
import { aFinding } from './builders.js'
import { type ApiRequest, type GitHubApi, startGitHubApi } from './github-api.js'
import { installedCodex, testToolCache } from './installed-tool.js'
import { type CheckoutRef, checkOut, type History, makeOrigin, type Origin, pullRequestEvent } from './origin.js'
import { runStep, type StepResult } from './runner.js'

export const apiKey = 'sk-key-of-the-end-to-end-tests'

/** What a test is about; everything else is a healthy pull request with one off-by-one error. */
export interface Scenario {
  readonly turns?: readonly ScriptedTurn[]
  readonly history?: Partial<History>
  readonly checkout?: CheckoutRef
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly eventName?: string
  readonly event?: (origin: Origin) => object
  /** Called with each request to the model. */
  readonly onRequest?: (world: { readonly api: GitHubApi; readonly count: number }) => void
  /** Sends the main step this signal while the model's first command runs. */
  readonly killed?: NodeJS.Signals
  readonly starter?: readonly string[]
}

export interface Reviewed extends StepResult {
  readonly origin: Origin
  /** What the model was sent, in order. */
  readonly requests: readonly RecordedRequest[]
  readonly api: readonly ApiRequest[]
  /** How the checkout differs from before, seen from outside. */
  readonly checkoutDifferences: readonly string[]
  /** What the main step left in the runner's temp folder, after the post step. */
  readonly leftInTemp: readonly string[]
}

const before = `export function total(prices: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < prices.length; index++) {
    sum += prices[index] ?? 0
  }
  return sum
}
`
const healthy: History = {
  base: { 'src/total.ts': before, 'README.md': '# Shop\n' },
  head: { 'src/total.ts': before.replace('index < prices', 'index <= prices') },
}

/** The error that the default pull request brings in. */
export function offByOne(overrides: Partial<Finding> = {}): Finding {
  return aFinding({
    title: 'The loop runs past the last price',
    path: 'src/total.ts',
    startLine: 3,
    endLine: 3,
    quote: '  for (let index = 0; index <= prices.length; index++) {',
    ...overrides,
  })
}

/** The model reads a file. */
export const reads: ScriptedTurn = { kind: 'command', command: 'cat src/total.ts' }

/** The model's answer. */
export function answers(
  findings: readonly Finding[],
  filesReviewed: readonly string[] = ['src/total.ts'],
): ScriptedTurn {
  return { kind: 'message', text: JSON.stringify({ findings, filesReviewed, notVerified: [] }) }
}

/** From the answer of the model until its command runs. */
const COMMAND_STARTS_MS = 1_000

/** Runs the built bundle with the real CLI on a pull request, against stand-ins for runner, GitHub and model. */
export async function reviewPullRequest(scenario: Scenario = {}): Promise<Reviewed> {
  await installedCodex()
  const root = await realpath(await mkdtemp(join(tmpdir(), 'e2e-')))
  // The reviewer's unprivileged user must be able to pass through.
  await chmod(root, 0o711)
  try {
    return await reviewIn(root, scenario)
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function reviewIn(root: string, scenario: Scenario): Promise<Reviewed> {
  const origin = makeOrigin(root, { ...healthy, ...scenario.history })
  const workspace = join(root, 'workspace')
  checkOut(origin, workspace, scenario.checkout ?? 'merge')
  const api = await startGitHubApi(origin.head)
  let onFirstRequest = () => {}
  const { killed } = scenario
  const firstRequest = new Promise<NodeJS.Signals>((resolve) => {
    onFirstRequest = () => void (killed === undefined || setTimeout(resolve, COMMAND_STARTS_MS, killed))
  })
  const endpoint = await startReplayEndpoint(
    watched(scenario.turns ?? [reads, answers([])], (count) => {
      onFirstRequest()
      scenario.onRequest?.({ api, count })
    }),
  )
  try {
    const proof = await takeProof(workspace)
    const result = await runStep({
      runnerDirectory: root,
      workspace,
      toolCache: testToolCache,
      eventName: scenario.eventName ?? 'pull_request',
      event: (scenario.event ?? pullRequestEvent)(origin),
      sha: origin.merge,
      apiUrl: api.url,
      // Only Codex, so that nobody takes over where a test is about its failure.
      inputs: { reviewers: 'codex', 'openai-api-key': apiKey, 'openai-base-url': endpoint.url, ...scenario.inputs },
      env: scenario.env ?? {},
      killedBy: killed === undefined ? undefined : firstRequest,
      starter: scenario.starter,
    })
    return {
      ...result,
      origin,
      requests: endpoint.requests,
      api: api.requests,
      checkoutDifferences: compareProofs(proof, await takeProof(workspace)),
      leftInTemp: await readdir(join(root, '_temp')),
    }
  } finally {
    await endpoint.close()
    await api.close()
  }
}

/** The same turns, each telling that a request came. */
function watched(turns: readonly ScriptedTurn[], onRequest: (count: number) => void): readonly ScriptedTurn[] {
  let count = 0
  return turns.map((turn) => (request: RecordedRequest) => {
    count += 1
    onRequest(count)
    return typeof turn === 'function' ? turn(request) : turn
  })
}
