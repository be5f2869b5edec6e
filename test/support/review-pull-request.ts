import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ChatTurn, startChatEndpoint } from '../../src/demo/chat-endpoint.js'
import {
  type RecordedRequest,
  type ScriptedTurn,
  startReplayEndpoint,
  type Turn,
} from '../../src/demo/replay-endpoint.js'
import { compareProofs, takeProof } from '../../src/host/tree-proof.js'
import type { Finding } from '../../src/types/finding.js'
import { aFinding } from './builders.js'
import { placeOf, pullRequestOf } from './event-context.js'
import type { ApiRequest } from './github/api.js'
import { readChangedFiles } from './github/changed-files.js'
import type { GitHubOptions, GitHubStandIn } from './github/stand-in.js'
import { startGitHub } from './github/start.js'
import { forkPermissions, type Permissions, type TokenKind, writeAll } from './github/tokens.js'
import type { WorkflowRun } from './github/world.js'
import { installedCodex, testToolCache } from './installed-tool.js'
import {
  type CheckoutRef,
  checkOut,
  type History,
  makeOrigin,
  type NextCommit,
  type Origin,
  pullRequestEvent,
  pushCommit,
  pushToMain,
  type Tree,
} from './origin.js'
import { githubToken, runStep, type StepResult } from './runner.js'

export const apiKey = 'sk-key-of-the-end-to-end-tests'

/** One run of the workflow; everything else is a healthy `pull_request`. */
export interface RunScenario {
  readonly turns?: readonly ScriptedTurn[]
  /** Codex in its sandbox, or an API, which is quicker where the test is not about the reviewer. */
  readonly reviewer?: 'codex' | 'openai-api'
  readonly checkout?: CheckoutRef
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly eventName?: string
  readonly event?: (origin: Origin) => object
  /** What the workflow's `permissions` grant; of a fork's job always what GitHub leaves it. */
  readonly permissions?: Permissions
  /** Whose token `github-token` is; the job's own where left out. */
  readonly tokenKind?: TokenKind
  /** The run of the workflow; the newest where left out. */
  readonly workflowRun?: WorkflowRun
  /** Called with each request to the model. */
  readonly onRequest?: (world: { readonly github: GitHubStandIn; readonly count: number }) => void
  /** Sends the main step this signal while the model's first command runs. */
  readonly killed?: NodeJS.Signals
  readonly starter?: readonly string[]
}

/** What is there before the first run: a repository with pull request 7, which brings in one off-by-one error. */
export interface Setting {
  readonly history?: Partial<History>
  readonly github?: GitHubOptions
  /** Of runs that say nothing else; whether the pull request is a draft, closed or from a fork is what this says. */
  readonly event?: (origin: Origin) => object
}

/** What a test of one run is about. */
export type Scenario = Setting & RunScenario

export interface Reviewed extends StepResult {
  readonly origin: Origin
  /** What Codex sent to the model, in order. */
  readonly requests: readonly RecordedRequest[]
  /** How often any reviewer asked a model. */
  readonly asked: number
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
/** The base and the change of the default pull request. */
export const healthy: History = {
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

/** Runs the built bundle with a real reviewer on a pull request, against stand-ins for runner, GitHub and model. */
export function reviewPullRequest(scenario: Scenario = {}): Promise<Reviewed> {
  return withPullRequest(scenario, (pull) => pull.run(scenario))
}

/** Pull request 7, which several runs of the workflow look at. */
export interface LivingPullRequest {
  readonly github: GitHubStandIn
  /** Where the runners' directories are. */
  readonly root: string
  /** As it stands now. */
  readonly origin: Origin
  run(scenario?: RunScenario): Promise<Reviewed>
  /** A commit on its branch. */
  push(tree: Tree, details?: NextCommit & { readonly how?: 'push' | 'force_push' }): void
  /** A commit on main. */
  pushToMain(tree: Tree): void
}

/** Opens the pull request; everything is removed afterwards, and GitHub must not have been asked what it does not know. */
export async function withPullRequest<T>(setting: Setting, live: (pull: LivingPullRequest) => Promise<T>): Promise<T> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'e2e-')))
  // The reviewer's unprivileged user must be able to pass through.
  await chmod(root, 0o711)
  const models = await startModels()
  const github = await startGitHub(setting.github)
  try {
    const done = await live(openPullRequest({ root, github, models }, setting))
    // Only here, so that a failure of the test itself is what is shown.
    await github.close()
    return done
  } catch (error) {
    await github.close().catch(() => {})
    throw error
  } finally {
    await models.close()
    await rm(root, { recursive: true, force: true, maxRetries: 3 })
  }
}

interface Place {
  readonly root: string
  readonly github: GitHubStandIn
  readonly models: Models
}

function openPullRequest(place: Place, { history, event = pullRequestEvent }: Setting): LivingPullRequest {
  const { root, github } = place
  let origin = makeOrigin(root, { ...healthy, ...history })
  let runs = 0
  const onGitHub = () => ({
    ...{ head: origin.head, mergeCommit: origin.merge },
    files: readChangedFiles(origin.directory, origin.base, origin.head),
  })
  const opened = pullRequestOf(event(origin))
  github.addPullRequest({ number: 7, base: origin.base, ...onGitHub(), ...opened.pullRequest })
  if (opened.state === 'closed') github.closePullRequest(7)
  return {
    ...{ github, root },
    get origin() {
      return origin
    },
    run: (scenario = {}) => {
      runs += 1
      const payload = (scenario.event ?? event)(origin)
      return runIn(join(root, `run-${runs}`), { ...place, scenario, origin, payload })
    },
    push: (tree, { how = 'push', ...details } = {}) => {
      origin = pushCommit(origin, tree, details)
      github.push(7, { ...onGitHub(), how })
    },
    pushToMain: (tree) => {
      origin = pushToMain(origin, tree)
      github.pushBranch('main', origin.base)
      github.mergeAnew(7, origin.merge)
    },
  }
}

interface Run extends Place {
  readonly scenario: RunScenario
  readonly origin: Origin
  readonly payload: object
}

/** From the answer of the model until its command runs. */
const COMMAND_STARTS_MS = 1_000

async function runIn(directory: string, { github, models, scenario, origin, payload }: Run): Promise<Reviewed> {
  const { reviewer = 'codex', eventName = 'pull_request', killed } = scenario
  if (reviewer === 'codex') await installedCodex()
  const workspace = join(directory, 'workspace')
  checkOut(origin, workspace, scenario.checkout ?? 'merge')
  await chmod(directory, 0o711)
  const ofFork = eventName === 'pull_request' && pullRequestOf(payload).pullRequest.fork !== undefined
  const permissions = ofFork ? forkPermissions : (scenario.permissions ?? writeAll)
  github.token(permissions, { value: githubToken, kind: scenario.tokenKind ?? 'job' })
  let onFirstRequest = () => {}
  const firstRequest = new Promise<NodeJS.Signals>((resolve) => {
    onFirstRequest = () => void (killed === undefined || setTimeout(resolve, COMMAND_STARTS_MS, killed))
  })
  const script = models.play(scenario.turns ?? [reads, answers([])], (count) => {
    onFirstRequest()
    scenario.onRequest?.({ github, count })
  })
  const asked = github.requests.length
  const proof = await takeProof(workspace)
  const result = await runStep({
    runnerDirectory: directory,
    workspace,
    toolCache: testToolCache,
    ...{ eventName, event: payload, ...placeOf(eventName, payload, origin) },
    apiUrl: github.apiUrl,
    inputs: { ...inputsOf[reviewer](models), ...scenario.inputs },
    env: { GITHUB_SERVER_URL: github.serverUrl, ...github.environment(scenario.workflowRun), ...scenario.env },
    killedBy: killed === undefined ? undefined : firstRequest,
    starter: scenario.starter,
  })
  return {
    ...result,
    origin,
    requests: script.requests(),
    asked: script.asked(),
    api: github.requests.slice(asked),
    checkoutDifferences: compareProofs(proof, await takeProof(workspace)),
    leftInTemp: await readdir(join(directory, '_temp')),
  }
}

/** Only one reviewer, so that nobody takes over where a test is about its failure. */
const inputsOf = {
  codex: ({ codexUrl }: Models) => ({
    ...{ reviewers: 'codex', 'openai-api-key': apiKey, 'openai-base-url': codexUrl },
    // Code scanning takes its time, which only the tests of it have.
    'upload-sarif': 'never',
  }),
  'openai-api': ({ chatUrl }: Models) => ({
    ...{ reviewers: 'openai-api:glm-5.3', 'openai-api-key': apiKey, 'openai-base-url': chatUrl },
    'upload-sarif': 'never',
  }),
} as const

interface Models {
  readonly codexUrl: string
  readonly chatUrl: string
  /** From now on the script of this run is played, by whichever is asked. */
  play(turns: readonly ScriptedTurn[], onRequest: (count: number) => void): Played
  close(): Promise<void>
}

interface Played {
  asked(): number
  requests(): readonly RecordedRequest[]
}

/** Both stay at their addresses over all runs, which belong to what a recorded review is of. */
async function startModels(): Promise<Models> {
  let next: (request: RecordedRequest | undefined) => Turn = () => ({ kind: 'message', text: 'Nothing is scripted' })
  const codex = await startReplayEndpoint([(request) => next(request)])
  const chat = await startChatEndpoint([() => toChat(next(undefined))])
  return {
    codexUrl: codex.url,
    chatUrl: chat.url,
    play: (turns, onRequest) => {
      let count = 0
      const first = codex.requests.length
      next = (request) => {
        const turn = turns[Math.min(count, turns.length - 1)]
        count += 1
        onRequest(count)
        return toTurn(turn, request)
      }
      return { asked: () => count, requests: () => codex.requests.slice(first) }
    },
    close: async () => {
      await Promise.all([codex.close(), chat.close()])
    },
  }
}

function toTurn(turn: ScriptedTurn | undefined, request: RecordedRequest | undefined): Turn {
  if (turn === undefined) throw new Error('the script has no turns')
  if (typeof turn !== 'function') return turn
  if (request === undefined) throw new Error('only Codex plays turns that depend on the request')
  return turn(request)
}

/** The same on the wire of chats, with our tools: only `cat` is a command there. */
function toChat(turn: Turn): ChatTurn {
  if (turn.kind !== 'command') return turn
  return { kind: 'tools', calls: [{ name: 'read_file', input: { path: turn.command.replace(/^cat /, '') } }] }
}
