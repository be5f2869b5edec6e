import { ReviewerError } from '../errors.js'
import type { CellRequest } from '../review/run.js'
import type { Cell, Command, CommandOutput, Endpoint, IsolationLevel } from '../types/reviewer.js'
import type { Log } from './host.js'
import { openSandbox, requireSandboxPlatform, type SandboxOptions } from './isolation.js'
import { type KeyProxy, MAX_REQUESTS, startKeyProxy } from './key-proxy.js'
import { outboxOf } from './outbox.js'
import { runDirectly } from './run-directly.js'
import type { RunDirectory } from './run-directory.js'

export interface CellOptions {
  readonly directory: RunDirectory
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  /** The real endpoint with the real key; neither reaches the reviewer. */
  readonly upstream: Endpoint
  /** Files outside that the reviewer must not be able to read. */
  readonly canaryFiles: readonly string[]
  readonly secretPlaces: readonly string[]
  bundledBubblewrap(): Promise<string | undefined>
}

/**
 * Makes a reviewer's place to work: the key proxy, and around a CLI the sandbox that `isolation` demands. A reviewer
 * without a CLI is a part of this program and runs nothing, so that there is nothing to confine.
 */
export async function openCell(request: CellRequest, options: CellOptions): Promise<Cell> {
  if (request.reviewer.tool === undefined) return openInProcess(request, options)
  if (request.isolation === 'off') return openBare(request, options)
  try {
    return await openConfined(request, options)
  } catch (error) {
    const mayGoOn =
      request.isolation === 'optional' && error instanceof ReviewerError && error.code === 'SANDBOX_UNAVAILABLE'
    if (!mayGoOn) throw error
    options.log.warning(`isolation: none. ${error.message}`)
    return openBare(request, options)
  }
}

async function openInProcess(request: CellRequest, options: CellOptions): Promise<Cell> {
  const { directory } = options
  const proxy = await startProxy(request, options, { kind: 'tcp' })
  return toCell(
    proxy,
    { request, directory },
    {
      level: 'in-process',
      preflight: [],
      endpoint: proxy.endpointAt(proxy.origin ?? ''),
      run: () => Promise.reject(new Error(`The reviewer ${request.reviewer.id} has no CLI and may run no command`)),
    },
  )
}

async function openConfined(request: CellRequest, options: CellOptions): Promise<Cell> {
  requireSandboxPlatform(process.platform)
  const { directory } = options
  const socket = directory.makeSocketPath()
  const proxy = await startProxy(request, options, { kind: 'socket', path: socket })
  try {
    const sandbox = await openSandbox(toSandboxOptions(request, options, socket))
    options.log.info(`Isolation: ${sandbox.level} (${sandbox.name}), ${sandbox.preflight.length} checks from inside.`)
    return toCell(
      proxy,
      { request, directory },
      {
        level: sandbox.level,
        preflight: sandbox.preflight,
        endpoint: proxy.endpointAt(sandbox.origin),
        run: (command) => sandbox.run(command),
      },
    )
  } catch (error) {
    await proxy.close()
    throw error
  }
}

function toSandboxOptions(request: CellRequest, options: CellOptions, socket: string): SandboxOptions {
  const { directory } = options
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    uid: directory.sandboxUser,
    socket,
    trialSocket: directory.makeSocketPath(),
    snapshot: directory.snapshot,
    readOnly: [directory.snapshot],
    programs: request.tool === undefined ? [] : [request.tool.executable],
    ...(request.tool === undefined ? {} : { readOnly: [directory.snapshot, request.tool.directory] }),
    canaryFiles: options.canaryFiles,
    secretPlaces: options.secretPlaces,
    orders: directory.makeScratch(),
    signal: request.signal,
    bundledBubblewrap: options.bundledBubblewrap,
  }
}

async function openBare(request: CellRequest, options: CellOptions): Promise<Cell> {
  const { directory } = options
  const proxy = await startProxy(request, options, { kind: 'tcp' })
  return toCell(
    proxy,
    { request, directory },
    {
      level: 'none',
      preflight: [],
      endpoint: proxy.endpointAt(proxy.origin ?? ''),
      run: (command) => runDirectly(command, directory.identity),
    },
  )
}

type Listen = Parameters<typeof startKeyProxy>[0]['listen']

function startProxy(request: CellRequest, options: CellOptions, listen: Listen): Promise<KeyProxy> {
  const { reviewer, model, budget, signal } = request
  const { upstream, env, log } = options
  const { sent } = outboxOf(request)
  const limits = { maxRequests: MAX_REQUESTS * (request.parts ?? 1) }
  return startKeyProxy({ wire: reviewer.wire, upstream, model, budget, listen, env, signal, log, sent, limits })
}

interface Place {
  readonly request: CellRequest
  readonly directory: RunDirectory
}

interface Walls {
  readonly level: IsolationLevel
  readonly preflight: readonly string[]
  readonly endpoint: Endpoint
  run(command: Command): Promise<CommandOutput>
}

function toCell(proxy: KeyProxy, { request, directory }: Place, walls: Walls): Cell {
  const leave = outboxOf(request).enter()
  return {
    ...walls,
    makeScratch: () => directory.makeScratch(),
    settled: () => proxy.settled(),
    failure: () => proxy.failure(),
    usage: () => proxy.usage(),
    egress: async () => {
      const { files, complete } = await leave(directory.snapshot)
      return { traffic: proxy.traffic(), files, filesComplete: complete }
    },
    close: () => proxy.close(),
  }
}
