import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Report } from '../../src/types/report.js'

/** What a workflow says of one step, and where the runner stands. */
export interface Step {
  /** Private directory of the runner: temp, home and file commands lie below it. */
  readonly runnerDirectory: string
  readonly workspace: string
  readonly toolCache: string
  readonly eventName: string
  readonly event: object
  /** `github.ref` and `github.sha`. */
  readonly ref: string
  readonly sha: string
  readonly apiUrl: string
  /** `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  /** `env:` of the job. */
  readonly env?: Readonly<Record<string, string>>
  /** Sends the main step this signal once the promise resolves: SIGKILL as a lost runner would, the others as a cancelled job. */
  readonly killedBy?: Promise<NodeJS.Signals> | undefined
  /** What starts the main step in the place of node: a program and its first arguments. */
  readonly starter?: readonly string[] | undefined
}

/** One workflow command, in either grammar, on either stream. */
export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What a step leaves behind. */
export interface StepResult {
  readonly exitCode: number | null
  /** Standard output and standard error of the main step, as written. */
  readonly log: string
  readonly commands: readonly WorkflowCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  /** Undefined where the output report-file is not set. */
  readonly report: Report | undefined
  /** The text of the SARIF file. */
  readonly sarif: string | undefined
  readonly post: { readonly exitCode: number | null; readonly log: string }
}

/** What `github.token` is on this runner. */
export const githubToken = 'ghs_token-of-the-runner-stand-in'

const bundle = resolve('dist/index.js')
const ActionMetadata = z.looseObject({
  inputs: z.record(z.string(), z.looseObject({ default: z.string().optional() })),
  outputs: z.record(z.string(), z.unknown()),
  runs: z.looseObject({ main: z.literal('dist/index.js'), post: z.literal('dist/index.js') }),
})
const metadata = ActionMetadata.parse(parse(readFileSync('action.yml', 'utf8')))

/** Runs the bundle's main step and then its post step, as the runner would. Throws for an output that is not declared. */
export async function runStep(step: Step): Promise<StepResult> {
  const files = prepareFiles(step)
  const env = environmentOf(step, files)
  const main = await runNode(env, step.workspace, step)
  const state = readPairs(files.GITHUB_STATE)
  const outputs = readPairs(files.GITHUB_OUTPUT)
  const undeclared = Object.keys(outputs).filter((name) => !Object.hasOwn(metadata.outputs, name))
  if (undeclared.length > 0) throw new Error(`outputs that action.yml does not declare: ${undeclared.join(', ')}`)
  const stateEnvironment = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
  const post = await runNode({ ...env, ...stateEnvironment }, step.workspace, {})
  return {
    exitCode: main.exitCode,
    log: main.log,
    commands: parseCommands(main.log),
    outputs,
    state,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    report: outputs['report-file'] ? Report.parse(JSON.parse(readFileSync(outputs['report-file'], 'utf8'))) : undefined,
    sarif: outputs['sarif-file'] ? readFileSync(outputs['sarif-file'], 'utf8') : undefined,
    post,
  }
}

const fileCommands = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const
type FileCommands = Readonly<Record<(typeof fileCommands)[number] | 'GITHUB_EVENT_PATH', string>>

function prepareFiles(step: Step): FileCommands {
  for (const name of ['_temp', 'home', '_commands']) mkdirSync(join(step.runnerDirectory, name), { recursive: true })
  const at = (name: string) => join(step.runnerDirectory, '_commands', name)
  for (const name of fileCommands) writeFileSync(at(name), '')
  writeFileSync(at('event.json'), JSON.stringify(step.event))
  return {
    GITHUB_OUTPUT: at('GITHUB_OUTPUT'),
    GITHUB_ENV: at('GITHUB_ENV'),
    GITHUB_PATH: at('GITHUB_PATH'),
    GITHUB_STATE: at('GITHUB_STATE'),
    GITHUB_STEP_SUMMARY: at('GITHUB_STEP_SUMMARY'),
    GITHUB_EVENT_PATH: at('event.json'),
  }
}

/** From nothing: what the tests' own environment holds must not matter. */
function environmentOf(step: Step, files: FileCommands): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(step.runnerDirectory, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: step.apiUrl,
    GITHUB_EVENT_NAME: step.eventName,
    GITHUB_REF: step.ref,
    GITHUB_SHA: step.sha,
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: join(step.runnerDirectory, '_temp'),
    RUNNER_TOOL_CACHE: step.toolCache,
    ...files,
    ...step.env,
    ...inputEnvironment(step.inputs),
  }
}

/** Every declared input is sent, empty where it has no default; what is not declared is sent as well. */
function inputEnvironment(inputs: Step['inputs']): Record<string, string> {
  const declared = Object.entries(metadata.inputs).map(([name, input]) => [name, defaultOf(input.default)] as const)
  const all = { ...Object.fromEntries(declared), ...inputs }
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  )
}

function defaultOf(text: string | undefined): string {
  return text === `\${{ github.token }}` ? githubToken : (text ?? '')
}

function runNode(
  env: Readonly<Record<string, string>>,
  cwd: string,
  { killedBy, starter = [] }: Pick<Step, 'killedBy' | 'starter'>,
): Promise<{ readonly exitCode: number | null; readonly log: string }> {
  const [file = '', ...args] = [...starter, process.execPath, bundle]
  return new Promise((fulfil, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    killedBy?.then((signal) => child.kill(signal), reject)
    child.on('error', reject)
    child.on('exit', (exitCode) => {
      // A killed step may leave its pipes to children that live a little longer.
      if (killedBy !== undefined) fulfil({ exitCode, log: Buffer.concat(chunks).toString() })
    })
    child.on('close', (exitCode) => fulfil({ exitCode, log: Buffer.concat(chunks).toString() }))
  })
}

/** `name=value` and `name<<delimiter` (runner: FileCommandManager.cs). */
function readPairs(file: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  const lines = readFileSync(file, 'utf8').split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const [, name = '', operator, rest = ''] = /^([^=<]+)(=|<<)(.*)$/.exec(line) ?? []
    if (operator === undefined) {
      if (line === '') continue
      throw new Error(`Invalid format '${line}'`)
    }
    if (operator === '=') {
      pairs[name] = rest
      continue
    }
    const end = lines.indexOf(rest, index + 1)
    if (end === -1) throw new Error(`Matching delimiter not found '${rest}'`)
    pairs[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return pairs
}

/** Both grammars (runner: ActionCommand.cs): `::name k=v::data` at the start of a line, `##[name k=v]data` anywhere. */
export function parseCommands(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = []
  let stopToken: string | undefined
  for (const line of log.split(/\r\n|\r|\n/)) {
    const found = parseModern(line) ?? parseLegacy(line)
    if (found === undefined) continue
    if (stopToken !== undefined) {
      if (found.command === stopToken) stopToken = undefined
      continue
    }
    if (found.command === 'stop-commands') stopToken = found.message
    commands.push(found)
  }
  return commands
}

function parseModern(line: string): WorkflowCommand | undefined {
  const [, command, properties = '', message = ''] = /^::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line.trim()) ?? []
  return command === undefined ? undefined : { command, properties: readProperties(properties, ','), message }
}

function parseLegacy(line: string): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start === -1 || end === -1) return undefined
  const inner = line.slice(start + 3, end)
  const [command = '', ...properties] = inner.split(' ')
  return { command, properties: readProperties(properties.join(' '), ';'), message: line.slice(end + 1) }
}

function readProperties(text: string, separator: string): Record<string, string> {
  const pairs = text.split(separator).filter((pair) => pair.includes('='))
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}
