import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startMessagesEndpoint } from '../../src/demo/messages-endpoint.js'
import { type RecordedRequest, type ScriptedTurn, startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { aFinding } from '../support/builders.js'
import type { ApiRequest } from '../support/github/api.js'
import { readChangedFiles } from '../support/github/changed-files.js'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'
import { forkPermissions } from '../support/github/tokens.js'
import { installedClaude, installedCodex, testToolCache } from '../support/installed-tool.js'
import { type CheckoutRef, checkOut, type Origin } from '../support/origin.js'
import { runStep, type StepResult } from '../support/runner.js'
import { type Case, type CaseTurn, caseOf, placed, secret } from './cases.js'
import { survivorsAfter } from './oracles/survivors.js'
import { tree } from './oracles/trees.js'
import { makePlaces, type Places } from './places.js'
import { changedPaths, git, makeHostileOrigin } from './repository.js'

/** The machine of one case: its repository, checkout and everything an attack could reach. */
export interface World {
  readonly root: string
  readonly attack: Case
  readonly origin: Origin
  readonly workspace: string
  readonly places: Places
  dispose(): Promise<void>
}

/** What one run of the built action left, read before it is removed. */
export interface Outcome extends StepResult {
  readonly origin: Origin
  readonly requests: readonly RecordedRequest[]
  readonly api: readonly ApiRequest[]
  readonly marks: readonly string[]
  readonly contacts: Readonly<Record<string, number>>
  readonly survivors: readonly string[]
  /** Raw file commands, by name. */
  readonly files: Readonly<Record<'OUTPUT' | 'ENV' | 'STATE' | 'PATH', string>>
  /** Workspace, home and temp folder: what differs from before, without the action's own results. */
  readonly changes: readonly string[]
  readonly notes: readonly string[]
}

/** How a run differs from what its case says. */
export interface Setup {
  /** Whose real CLI reviews; Codex unless said otherwise. */
  readonly reviewer?: keyof typeof providers
  readonly checkout?: CheckoutRef
  readonly inputs?: Readonly<Record<string, string>> | ((world: World) => Readonly<Record<string, string>>)
  readonly env?: Readonly<Record<string, string>>
  readonly toolCache?: string
  /** Instead of the turns of the case. */
  readonly turns?: (world: World) => readonly ScriptedTurn[]
  /** Changes the machine before the run. */
  readonly prepare?: (world: World) => Promise<void> | void
  /** Called at each request to the model; what it returns becomes a note. */
  readonly atRequest?: (at: { readonly count: number; readonly snapshot: string }) => string
  /** Called after the run, before everything is removed. */
  readonly atEnd?: (world: World) => void
  /** How long to wait before looking for what was left running. Milliseconds. */
  readonly settleMs?: number
}

/** Runs the built action on the case, as the runner would, with every secret of a job present. */
export async function attacked(attack: string | Case, setup: Setup = {}): Promise<Outcome> {
  const world = await makeWorld(attack, setup.checkout ?? 'base')
  try {
    await setup.prepare?.(world)
    const outcome = await runAttack(world, setup)
    setup.atEnd?.(world)
    return outcome
  } finally {
    await world.dispose()
  }
}

/** The machine alone, for what a tool does without protection. */
export async function makeWorld(attack: string | Case, checkout: CheckoutRef = 'head'): Promise<World> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ms-case-')))
  // The reviewer's unprivileged user must be able to pass through.
  chmodSync(root, 0o711)
  const places = await makePlaces()
  const workspace = join(root, 'workspace')
  const found = placed(typeof attack === 'string' ? caseOf(attack) : attack, placesOf(root, places))
  const commit = found.commit ?? { message: 'change', author: 'Mallory <mallory@invalid>' }
  const origin = makeHostileOrigin(root, { base: found.base, head: found.head, ...commit })
  checkOut(origin, workspace, checkout)
  mkdirSync(join(root, 'home'))
  return {
    root,
    attack: found,
    origin,
    workspace,
    places,
    dispose: async () => {
      await places.dispose()
      rmSync(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function placesOf(root: string, { mark, outside, ports, sockets }: Places): Readonly<Record<string, string>> {
  return {
    MARK: mark,
    OUTSIDE: outside,
    EVIL: `127.0.0.1:${ports.evil}`,
    EVIL_PORT: String(ports.evil),
    SECOND_PORT: String(ports.second),
    UNIX: sockets.unix,
    ABSTRACT: sockets.abstract,
    WORKSPACE: join(root, 'workspace'),
    HOME: join(root, 'home'),
    COMMANDS: join(root, '_commands'),
  }
}

/** The scripted provider of each reviewer, and the inputs that lead to it. */
const providers = {
  codex: {
    install: installedCodex,
    start: startReplayEndpoint,
    inputs: (url: string) => ({ reviewers: 'codex', 'openai-api-key': secret('MODEL_KEY'), 'openai-base-url': url }),
  },
  claude: {
    install: installedClaude,
    start: startMessagesEndpoint,
    inputs: (url: string) => ({
      reviewers: 'claude',
      'anthropic-api-key': secret('MODEL_KEY'),
      'anthropic-base-url': url,
    }),
  },
  glm: {
    install: installedClaude,
    start: startMessagesEndpoint,
    inputs: (url: string) => ({ reviewers: 'glm', 'zai-api-key': secret('MODEL_KEY'), 'zai-base-url': url }),
  },
} as const

async function runAttack(world: World, setup: Setup): Promise<Outcome> {
  const provider = providers[setup.reviewer ?? 'codex']
  // The sandbox's program comes with Codex.
  await Promise.all([installedCodex(), provider.install()])
  const { root, origin, workspace, places, attack } = world
  const github = await startPullRequest(world)
  const notes: string[] = []
  const turns = setup.turns?.(world) ?? attack.turns.map((turn) => toScripted(turn, world))
  const endpoint = await provider.start(watched(turns, (count) => notes.push(noteOf(world, setup, count))))
  const before = treesOf(root)
  try {
    const result = await runStep({
      runnerDirectory: root,
      workspace,
      toolCache: setup.toolCache ?? testToolCache,
      eventName: 'pull_request',
      event: eventOf(world),
      ref: 'refs/pull/7/merge',
      sha: origin.merge,
      apiUrl: github.apiUrl,
      inputs: {
        ...provider.inputs(endpoint.url),
        'github-token': secret('GITHUB_TOKEN'),
        // What is not asked for may not be written: U8.
        'upload-sarif': 'never',
        ...attack.inputs,
        ...(typeof setup.inputs === 'function' ? setup.inputs(world) : setup.inputs),
      },
      env: { ...github.environment(), ...jobEnvironment(places), ...setup.env },
    })
    await wait(setup.settleMs ?? 0)
    return {
      ...result,
      origin,
      requests: endpoint.requests,
      api: github.requests,
      survivors: await survivorsAfter([root, places.mark], 10_000),
      marks: places.marks(),
      contacts: places.contacts(),
      files: filesOf(root),
      changes: differences(before, treesOf(root)),
      notes,
    }
  } finally {
    await endpoint.close()
    await github.close()
  }
}

/** The pull request of a fork, with the token that GitHub gives its job. */
async function startPullRequest({ origin, attack }: World): Promise<GitHubStandIn> {
  const github = await startGitHub()
  const { title = 'Add', headRef = 'pr', baseRef = 'main' } = attack.pullRequest
  const { head, base, merge: mergeCommit } = origin
  const files = readChangedFiles(origin.directory, base, head)
  const names = { title, headRef, baseRef, author: 'mallory', fork: 'mallory/r' }
  github.token(forkPermissions, { value: secret('GITHUB_TOKEN') })
  github.addPullRequest({ number: 7, head, base, mergeCommit, files, ...names })
  return github
}

/** What a job's environment holds for a JavaScript action, none of which is for a reviewer. */
function jobEnvironment({ ports }: Places): Readonly<Record<string, string>> {
  return {
    GITHUB_TOKEN: secret('GITHUB_TOKEN'),
    GH_TOKEN: secret('OLD_TOKEN'),
    ZAI_API_KEY: secret('GLM_KEY'),
    ACTIONS_RUNTIME_TOKEN: secret('RUNTIME_TOKEN'),
    ACTIONS_RUNTIME_URL: `http://127.0.0.1:${ports.evil}/runtime/`,
    ACTIONS_CACHE_URL: `http://127.0.0.1:${ports.evil}/cache/`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret('OIDC_TOKEN'),
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${ports.evil}/token`,
  }
}

/** A pull request from a fork, unless the case says otherwise. */
function eventOf({ origin, attack }: World): object {
  const { title = 'Add', body = null, headRef = 'pr', baseRef = 'main' } = attack.pullRequest
  const user = { login: 'mallory', id: 666, type: 'User' }
  const repo = { id: 1, full_name: 'o/r', fork: false }
  const head = {
    ref: headRef,
    sha: origin.head,
    label: `mallory:${headRef}`,
    repo: { id: 2, full_name: 'mallory/r', fork: true },
  }
  const base = { ref: baseRef, sha: origin.base, label: `o:${baseRef}`, repo }
  const pull = { number: 7, state: 'open', draft: false, title, body, user, head, base, merge_commit_sha: origin.merge }
  return { action: 'synchronize', number: 7, pull_request: pull, repository: repo, sender: user }
}

/** A turn of a case as the replay endpoint plays it. */
export function toScripted(turn: CaseTurn, world: World): ScriptedTurn {
  if ('shell' in turn) return { kind: 'command', command: turn.shell }
  if ('read' in turn) return { kind: 'command', command: `cat ${turn.read}` }
  if ('text' in turn) return { kind: 'message', text: turn.text }
  const findings = turn.final.map((fields) => toFinding(fields, world))
  return {
    kind: 'message',
    text: JSON.stringify({ findings, filesReviewed: changedPaths(world.origin), notVerified: [] }),
  }
}

/** `line` becomes the region and the text of that line the quote; every other field goes out as it is. */
function toFinding({ line, ...fields }: Readonly<Record<string, unknown>>, { origin }: World): object {
  const path = typeof fields['path'] === 'string' ? fields['path'] : 'src/app.js'
  const place = line === undefined ? 2 : line
  const quote = typeof place === 'number' ? lineAt(origin, path, place) : ''
  const finding = aFinding({ ruleId: 'security', title: 'eval of user input', message: 'eval() on caller data', quote })
  return { ...finding, path, startLine: place, endLine: place, recommendation: null, ...fields }
}

function lineAt(origin: Origin, path: string, line: number): string {
  try {
    return git(origin.directory, ['show', `${origin.head}:${path}`]).split('\n')[line - 1] ?? ''
  } catch {
    return ''
  }
}

function watched(turns: readonly ScriptedTurn[], onRequest: (count: number) => void): readonly ScriptedTurn[] {
  let count = 0
  return turns.map((turn) => (request: RecordedRequest) => {
    count += 1
    onRequest(count)
    return typeof turn === 'function' ? turn(request) : turn
  })
}

function noteOf({ root }: World, { atRequest }: Setup, count: number): string {
  const state = readFileSync(join(root, '_commands', 'GITHUB_STATE'), 'utf8').split('\n')
  const directory = state[state.findIndex((line) => line.startsWith('run-directory<<')) + 1] ?? ''
  return atRequest?.({ count, snapshot: join(directory, 'snapshot') }) ?? ''
}

function filesOf(root: string): Outcome['files'] {
  const read = (name: string) => readFileSync(join(root, '_commands', `GITHUB_${name}`), 'utf8')
  return { OUTPUT: read('OUTPUT'), ENV: read('ENV'), STATE: read('STATE'), PATH: read('PATH') }
}

function treesOf(root: string): ReadonlyMap<string, string> {
  const own = (path: string) => path.startsWith('model-stack-') && !path.startsWith('model-stack-run-')
  return new Map(
    ['workspace', 'home', '_temp'].flatMap((name) => {
      mkdirSync(join(root, name), { recursive: true })
      return [...tree(join(root, name), own)].map(([path, entry]) => [`${name}/${path}`, entry] as const)
    }),
  )
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
}
