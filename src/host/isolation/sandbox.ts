import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LaunchOrder } from '../../launcher/order.js'
import { LAUNCHER_FILE } from '../../launcher-file.js'
import type { Command, CommandOutput } from '../../types/reviewer.js'
import { runCommand } from '../run-command.js'
import { type Layout, type Mount, toBubblewrapArguments } from './bubblewrap.js'
import { hiddenPlaces, INSIDE, readSystemLayout } from './layout.js'
import { LIFELINE } from './lifeline.js'
import { SHELL, type Way } from './ways.js'

/** Free in a network namespace of its own. */
export const FORWARD_PORT = 8080
/** Where the reviewer finds the key proxy, inside. */
export const INSIDE_ORIGIN = `http://127.0.0.1:${FORWARD_PORT}`

/** What the reviewer is confined with. */
export interface SandboxPlan {
  readonly way: Way
  /** Absolute path of the bubblewrap executable. */
  readonly bubblewrap: string
  /** The UNIX socket of the key proxy, outside. */
  readonly socket: string
  /** Readable by every command. */
  readonly readOnly: readonly string[]
  /** Never to be seen: the checkout, the home, the runner's directories. */
  readonly secretPlaces: readonly string[]
  /** A directory of ours in which the launcher's orders are written. */
  readonly orders: string
}

/** What the launcher and the system's programs find in their environment; the reviewer's own is made by its adapter. */
const LAUNCHER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' }
/** Set by the shell itself. */
export const LAUNCHER_VARIABLES: readonly string[] = [
  ...Object.keys(LAUNCHER_ENVIRONMENT),
  'PWD',
  'OLDPWD',
  'SHLVL',
  '_',
]

/** Runs the command in a sandbox of its own. */
export async function runInSandbox(plan: SandboxPlan, command: Command): Promise<CommandOutput> {
  const order = mkdtempSync(join(plan.orders, 'order-'))
  const input = join(order, 'input')
  writeFileSync(input, command.input, { mode: 0o644 })
  for (const file of command.writableFiles) {
    writeFileSync(file, '')
    // Inside it is another user, who gets this one file; the directory around it stays ours. The umask must not matter.
    chmodSync(file, 0o666)
  }
  const { file, args, cwd, env } = command
  const task = { kind: 'program', file, args, cwd, env, input: `${INSIDE}/input` } as const
  return launch(plan, { command, order, task, files: [{ path: `${INSIDE}/input`, from: input }] })
}

/** Runs the launcher's probe in the same kind of sandbox. */
export async function probeInSandbox(
  plan: SandboxPlan,
  command: Command,
  task: Extract<LaunchOrder['task'], { kind: 'probe' }>,
): Promise<CommandOutput> {
  return launch(plan, { command, order: mkdtempSync(join(plan.orders, 'order-')), task, files: [] })
}

interface Launch {
  readonly command: Command
  readonly order: string
  readonly task: LaunchOrder['task']
  readonly files: readonly Mount[]
}

function launch(plan: SandboxPlan, { command, order, task, files }: Launch): Promise<CommandOutput> {
  const orderFile = join(order, 'order.json')
  const socket = `${INSIDE}/proxy.sock`
  const content: LaunchOrder = { forward: { port: FORWARD_PORT, socket }, task }
  writeFileSync(orderFile, JSON.stringify(content), { mode: 0o644 })
  const layout = toLayout(plan, command, [
    { path: `${INSIDE}/order.json`, from: orderFile },
    { path: socket, from: plan.socket },
    { path: '/etc/passwd', from: writeUsers(order, 'passwd', plan) },
    { path: '/etc/group', from: writeUsers(order, 'group', plan) },
    ...files,
  ])
  const program = {
    command: [`${INSIDE}/node`, `${INSIDE}/launcher.mjs`, `${INSIDE}/order.json`],
    env: LAUNCHER_ENVIRONMENT,
  }
  const [file = '', ...args] = [
    ...plan.way.prefix,
    ...[SHELL, '-c', LIFELINE, 'sh', plan.bubblewrap],
    ...toBubblewrapArguments(layout, plan.way.privilege, program),
  ]
  return runCommand({ ...command, file, args, cwd: '/', env: {} }, { stdin: 'lifeline' })
}

function toLayout(plan: SandboxPlan, command: Command, files: readonly Mount[]): Layout {
  const { system, links, files: systemFiles } = readSystemLayout()
  return {
    system,
    links,
    hidden: hiddenPlaces(system, plan.secretPlaces),
    readOnly: [
      ...systemFiles,
      { path: `${INSIDE}/node`, from: process.execPath },
      { path: `${INSIDE}/launcher.mjs`, from: LAUNCHER_FILE },
      ...files,
      ...[...new Set([...plan.readOnly, ...command.readOnly])].map((path) => ({ path })),
    ],
    writableFiles: command.writableFiles,
    privateDirectories: command.privateDirectories,
    cwd: command.cwd,
  }
}

/** Programs that ask who they are get an answer, and it names nobody of the host. */
function writeUsers(directory: string, file: 'passwd' | 'group', { way }: SandboxPlan): string {
  const id = way.privilege.kind === 'root' ? way.privilege.uid : 65_534
  const path = join(directory, file)
  // The shell that the CLI runs the model's commands with.
  const shell = existsSync('/usr/bin/bash') ? '/usr/bin/bash' : SHELL
  writeFileSync(path, file === 'passwd' ? `reviewer:x:${id}:${id}::/nonexistent:${shell}\n` : `reviewer:x:${id}:\n`)
  chmodSync(path, 0o644)
  return path
}
