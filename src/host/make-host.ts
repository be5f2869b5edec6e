import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError, ReviewerError } from '../errors.js'
import type { Host } from '../pipeline.js'
import { readPrompt } from '../prompts.js'
import type { CellRequest, ReviewPorts } from '../review/run.js'
import { reviewers } from '../reviewers/index.js'
import { codexTool } from '../reviewers/pins/codex.js'
import type { Change } from '../types/change.js'
import type { Settings } from '../types/policy.js'
import type { Endpoint, InstalledTool, Reviewer, Tool } from '../types/reviewer.js'
import { withDeadline } from './abort.js'
import { makeBlobFiles } from './blob-files.js'
import type { CellOptions } from './cell.js'
import type { EarlierRuns } from './earlier-runs.js'
import { isInside } from './find-executable.js'
import { openRepository } from './git.js'
import type { Git, HeadState, Log } from './host.js'
import { findInstalled, installTool } from './install.js'
import { readRegistry } from './npm-registry.js'
import { isReachable, makeDirectory, type RunDirectory } from './run-directory.js'
import { makeSearch } from './search-files.js'
import { takeProof } from './tree-proof.js'

export interface HostOptions {
  readonly settings: Settings
  readonly log: Log
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path of the user's checkout. */
  readonly checkout: string
  readonly directory: RunDirectory
  readonly serverUrl: string
  readonly signal: AbortSignal
  /** Where this run can be seen; null on the command line. */
  readonly runUrl: string | null
  readHead(change: Change): Promise<HeadState>
  earlierRuns(git: Git): EarlierRuns
}

/** Everything that a run needs of the world, made from real files, processes and the network. */
export async function makeHost(options: HostOptions): Promise<Host> {
  const { settings, directory, checkout } = options
  // Loaded while git works: nearly every run gets to its review.
  import('./cell.js').catch(() => {}) // whoever needs it is told
  const signal = withDeadline(options.signal, settings.timeoutMs)
  const commits = await openRepository({
    checkout,
    directory: directory.repository,
    token: settings.githubToken,
    serverUrl: options.serverUrl,
  })
  return {
    log: options.log,
    commits,
    files: (change, diff) => makeBlobFiles(commits.git, change, diff),
    review: makeReviewPorts({ ...options, signal }),
    reviewers,
    snapshotDirectory: directory.snapshot,
    scratchDirectory: directory.root,
    signal,
    canIsolate: (reviewer) =>
      reviewer.tool === undefined || process.platform === 'linux'
        ? { kind: 'possible' }
        : { kind: 'impossible', why: `${process.platform} has no sandbox for it` },
    hasCredential: (name) => settings.credentials[name] !== undefined,
    prompt: readPrompt,
    nonce: () => randomBytes(16).toString('hex'),
    takeProof: () => takeProof(checkout),
    readHead: options.readHead,
    earlier: options.earlierRuns(commits.git),
    now: () => Date.now(),
    runUrl: options.runUrl,
    baseUrl: (id) => baseUrlOf(id, settings),
    search: (change) => makeSearch(commits.git, change.head),
  }
}

function baseUrlOf(id: string, { baseUrls }: Settings): string {
  const endpoint = reviewers.find((reviewer) => reviewer.id === id)?.baseUrl
  return endpoint === undefined ? '' : (baseUrls[endpoint.input] ?? endpoint.vendor)
}

function makeReviewPorts(options: HostOptions): ReviewPorts {
  const { log, settings } = options
  return {
    log,
    now: () => performance.now(),
    requireCredential: (reviewer) => void endpointOf(reviewer, settings),
    install: (reviewer) => install(reviewer.tool, options, settings.cliPaths[reviewer.id]),
    openCell: async (request) => {
      // Only a run that gets this far needs the proxy and the sandbox.
      const { openCell } = await import('./cell.js')
      return openCell(request, toCellOptions(request, options))
    },
  }
}

function toCellOptions({ reviewer, tool }: CellRequest, options: HostOptions): CellOptions {
  const { directory, env, log, checkout } = options
  return {
    directory,
    env,
    log,
    upstream: endpointOf(reviewer, options.settings),
    canaryFiles: [...directory.makeCanaries(), join(checkout, '.git', 'HEAD')],
    secretPlaces: [checkout, homedir(), env['RUNNER_TEMP'] ?? '', env['RUNNER_WORKSPACE'] ?? ''],
    bundledBubblewrap: async () => tool?.bubblewrap ?? (await install(codexTool, options, undefined))?.bubblewrap,
  }
}

function endpointOf(reviewer: Reviewer, settings: Settings): Endpoint {
  const key = settings.credentials[reviewer.credential]
  if (key === undefined) {
    const variable = reviewer.credential.replaceAll('-', '_').toUpperCase()
    throw new ReviewerError(
      'NO_CREDENTIAL',
      `${reviewer.id} has no key. Set the input ${reviewer.credential}, or ${variable} for the command line.`,
    )
  }
  return { key, baseUrl: settings.baseUrls[reviewer.baseUrl.input] ?? reviewer.baseUrl.vendor }
}

async function install(
  tool: Tool | undefined,
  options: HostOptions,
  cliPath: string | undefined,
): Promise<InstalledTool | undefined> {
  if (tool === undefined) return undefined
  const { settings, env, checkout, log } = options
  if (cliPath !== undefined) requireOutside(checkout, { tool, cliPath })
  return installTool(tool, {
    platform: `${process.platform}-${process.arch}`,
    cacheRoot: makeDirectory(cacheRoot(env)),
    registry: () => readRegistry({ input: settings.registry, untrusted: [checkout], env, nodePath: process.execPath }),
    cliPath,
    log,
    download: { signal: options.signal },
  })
}

/** What lies in the checkout is the change's own: a pull request could bring its own reviewer. */
function requireOutside(checkout: string, { tool, cliPath }: { readonly tool: Tool; readonly cliPath: string }): void {
  if (!isInside(checkout, realPathOf(cliPath))) return
  throw new ConfigurationError(
    `cli-path: ${JSON.stringify(cliPath.slice(0, 300))} lies in the checkout, so the change under review could bring it; give ${tool.name} a place outside.`,
  )
}

/** Where links lead; a path that does not exist is refused later, by name. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** The CLI where it is on this machine already, verified; undefined where a review would have to download it. */
export async function installed(
  tool: Tool | undefined,
  where: Pick<HostOptions, 'settings' | 'env'> & { readonly cliPath: string | undefined },
): Promise<InstalledTool | undefined> {
  if (tool === undefined) return undefined
  const platform = `${process.platform}-${process.arch}`
  return findInstalled(tool, { platform, cacheRoot: cacheRoot(where.env), cliPath: where.cliPath })
}

/** The runner's tool cache, else the user's; a root process needs one that its unprivileged child can reach. */
export function cacheRoot(env: Readonly<Record<string, string | undefined>>): string {
  const asRoot = process.getuid?.() === 0
  const own = asRoot ? '/var/cache' : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'))
  const runner = env['RUNNER_TOOL_CACHE'] ?? ''
  if (runner !== '' && (!asRoot || isReachable(makeDirectory(runner)))) return runner
  return join(!asRoot || isReachable(own) ? own : tmpdir(), 'model-stack-action')
}
