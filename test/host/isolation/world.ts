import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { type PreflightOptions, preflight } from '../../../src/host/isolation/preflight.js'
import { runInSandbox, type SandboxPlan } from '../../../src/host/isolation/sandbox.js'
import { systemBubblewrap, type Way, waysToTry } from '../../../src/host/isolation/ways.js'
import { runCommand } from '../../../src/host/run-command.js'
import type { Command, CommandOutput } from '../../../src/types/reviewer.js'
import { installedCodex } from '../../support/installed-tool.js'

/** Inside the sandbox, the node that runs the launcher. */
export const INSIDE_NODE = '/run/model-stack/node'
export const USER = 65_000

/** Files and a stand-in for the key proxy, in a directory that every user can reach. */
export interface World {
  readonly root: string
  readonly snapshot: string
  /** Readable by everyone on the host, and mounted nowhere. */
  readonly secret: string
  /** A file in a read-only directory of its own, as the CLI's executable. */
  readonly tool: string
  plan(way: Way, bubblewrap: string): SandboxPlan
  readonly preflight: PreflightOptions
  dispose(): Promise<void>
}

export async function makeWorld(): Promise<World> {
  const root = mkdtempSync('/tmp/model-stack-test-')
  chmodSync(root, 0o755)
  const at = (name: string) => join(root, name)
  const directory = (name: string) => {
    mkdirSync(at(name), { mode: 0o755 })
    chmodSync(at(name), 0o755)
    return at(name)
  }
  const file = (name: string, content: string, mode: number) => {
    writeFileSync(at(name), content)
    chmodSync(at(name), mode)
    return at(name)
  }
  const snapshot = directory('snapshot')
  file('snapshot/a.ts', 'export const a = 1\n', 0o444)
  directory('tool')
  directory('canaries')
  const tool = file('tool/cli', '#!/bin/sh\necho cli\n', 0o755)
  const secret = file('canaries/secret', 'the secret of the host', 0o644)
  const socket = at('proxy.sock')
  const proxy = createServer((_request, response) => response.end('from the proxy'))
  await new Promise<void>((resolve) =>
    proxy.listen({ path: socket, readableAll: true, writableAll: true }, () => resolve()),
  )
  const orders = directory('orders')
  return {
    root,
    snapshot,
    secret,
    tool,
    plan: (way, bubblewrap) => ({
      way,
      bubblewrap,
      socket,
      readOnly: [snapshot, at('tool')],
      secretPlaces: [process.cwd()],
      orders,
    }),
    preflight: {
      snapshot,
      trialSocket: at('trial.sock'),
      programs: [tool],
      canaryFiles: [secret],
      signal: new AbortController().signal,
    },
    dispose: async () => {
      await new Promise((resolve) => {
        proxy.close(resolve)
        proxy.closeAllConnections()
      })
      chmodSync(snapshot, 0o755)
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export interface WorkingWay {
  readonly way: Way
  readonly bubblewrap: string
}

/** Tests every way of this machine; where there is none, says that they were skipped. */
export function describeWays(ways: readonly WorkingWay[], body: (way: Way, bubblewrap: string) => void): void {
  if (ways.length === 0) describe.skip('a sandbox', () => it('holds on this machine', () => {}))
  for (const { way, bubblewrap } of ways) describe(way.name, () => body(way, bubblewrap))
}

/** The ways that hold on this machine; none off Linux and where nothing is allowed. */
export async function workingWays(): Promise<readonly WorkingWay[]> {
  if (process.platform !== 'linux') return []
  const bubblewrap = systemBubblewrap() ?? (await installedCodex()).bubblewrap
  if (bubblewrap === undefined) return []
  const world = await makeWorld()
  const working: WorkingWay[] = []
  try {
    for (const way of waysToTry({ platform: 'linux', isRoot: process.getuid?.() === 0, uid: USER })) {
      const outcome = await preflight(world.plan(way, bubblewrap), world.preflight)
      if (outcome.kind === 'proved') working.push({ way, bubblewrap })
    }
  } finally {
    await world.dispose()
  }
  return working
}

export interface Ran extends CommandOutput {
  readonly lines: readonly string[]
}

/** Runs the command inside. */
export async function inside(plan: SandboxPlan, command: Partial<Command>): Promise<Ran> {
  const lines: string[] = []
  const output = await runInSandbox(plan, toCommand(plan, command, lines))
  return { ...output, lines }
}

/** The control: the same command on the host. */
export async function outside(plan: SandboxPlan, command: Partial<Command>): Promise<Ran> {
  const lines: string[] = []
  const whole = toCommand(plan, command, lines)
  const file = whole.file === INSIDE_NODE ? process.execPath : whole.file
  return { ...(await runCommand({ ...whole, file })), lines }
}

export const shell = (script: string): Partial<Command> => ({ file: '/bin/sh', args: ['-c', script] })
export const node = (code: string): Partial<Command> => ({ file: INSIDE_NODE, args: ['-e', code] })

function toCommand(plan: SandboxPlan, command: Partial<Command>, lines: string[]): Command {
  return {
    file: '/bin/true',
    args: [],
    cwd: plan.readOnly[0] ?? '/',
    env: { PATH: '/usr/bin:/bin' },
    input: '',
    readOnly: [],
    writableFiles: [],
    privateDirectories: [],
    onLine: (line) => void lines.push(line.toString('utf8')),
    stallMs: 60_000,
    signal: new AbortController().signal,
    ...command,
  }
}
