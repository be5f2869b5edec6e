import { writeFileSync } from 'node:fs'
import { ConfigurationError } from './errors.js'
import { exitCode } from './gate/decide.js'
import { failedOutcome, toExpectedFailure } from './host/failed-outcome.js'
import { findCheckout } from './host/git-checkout.js'
import type { Log } from './host/host.js'
import { secretsOf } from './host/job-secrets.js'
import type { LocalRunOptions } from './host/local-run.js'
import { makeTerminalLog, terminalOptions } from './host/terminal-log.js'
import { TOOL_VERSION } from './host/version.js'
import type { Outcome, RunRequest } from './pipeline.js'
import { type CommandLine, type Format, parseCommandLine } from './policy/from-flags.js'
import { helpText } from './policy/help.js'
import { defaultPolicy } from './policy/load.js'
import { toAgent } from './report/agent.js'
import { inertInJob, inertJsonInJob, inertLogText } from './report/log-text.js'
import { toMarkdown } from './report/markdown.js'
import { makeRedactor, redactReport } from './report/redact.js'
import { sarifText } from './report/sarif.js'
import { toTerminal } from './report/terminal.js'
import type { Report } from './types/report.js'

type Environment = Readonly<Record<string, string | undefined>>
type ReviewCommand = Extract<CommandLine, { command: 'review' }>

const EXIT_USAGE = 3

/** The command line; returns the exit code. Reports go to standard output, everything else to standard error. */
export async function runCommandLine(args: readonly string[], env: Environment): Promise<number> {
  try {
    const command = parseCommandLine(args, env)
    switch (command.command) {
      case 'help':
        process.stdout.write(helpText())
        return 0
      case 'version':
        process.stdout.write(`${TOOL_VERSION}\n`)
        return 0
      case 'review':
        return command.action === 'estimate' ? await runEstimate(command, env) : await runReviewCommand(command, env)
      case 'demo': {
        const { runDemo } = await import('./demo/demo.js')
        return await runDemo(command, env)
      }
      case 'doctor': {
        const { runDoctor } = await import('./doctor.js')
        return await runDoctor(command, env)
      }
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${inertLogText(`model-stack: ${error.message}`).join(' ').replace(/^│ /, '')}\n`)
    return EXIT_USAGE
  }
}

async function runReviewCommand(command: ReviewCommand, env: Environment): Promise<number> {
  const terminal = openTerminal(command, env)
  const outcome = await evaluate(command, terminal)
  const report = redactReport(outcome.report, terminal.redact)
  const { category, sarifFile } = command.settings
  if (sarifFile !== undefined)
    write(sarifFile, sarifText(report, { category, paths: outcome.changedPaths }), 'sarif-file')
  const text = render(report, {
    format: command.format,
    category,
    paths: outcome.changedPaths,
    toFile: command.output !== undefined,
  })
  deliver(text, command, env)
  return exitCode(outcome.report, {
    onNotEvaluated: outcome.policy.onNotEvaluated,
    causes: outcome.causes,
    surface: 'command-line',
    override: outcome.report.override,
    configurationError: outcome.report.reasons[0]?.kind === 'configuration',
  })
}

/** Exit code 0: nothing was judged. What stands in the way is thrown as a ConfigurationError. */
async function runEstimate(command: ReviewCommand, env: Environment): Promise<number> {
  const { format } = command
  if (format !== 'terminal' && format !== 'json')
    throw new ConfigurationError(`--format: "${format}" is no form of an estimate. Accepted: terminal, json.`)
  const terminal = openTerminal(command, env)
  const { estimateLocally } = await import('./host/local-run.js')
  const { estimateText } = await import('./report/estimate.js')
  const options = toLocalOptions(command, terminal)
  const estimate = await estimateLocally(toRunRequest(command), options).catch((error: unknown) => {
    const failure = toExpectedFailure(error)
    throw failure === undefined ? error : new ConfigurationError(failure.message, { cause: error })
  })
  const text = format === 'json' ? `${JSON.stringify(estimate, undefined, 2)}\n` : estimateText(estimate)
  deliver(terminal.redact(text), command, env)
  return 0
}

interface Terminal {
  readonly env: Environment
  readonly log: Log
  readonly redact: (text: string) => string
}

function openTerminal({ settings }: ReviewCommand, env: Environment): Terminal {
  const redact = makeRedactor([...Object.values(settings.credentials), ...secretsOf(env)])
  const log = makeTerminalLog({ write: (text) => process.stderr.write(text), redact, verbose: 'no' })
  return { env, log, redact }
}

function toLocalOptions({ settings }: ReviewCommand, terminal: Terminal): LocalRunOptions {
  return { checkout: findCheckout(process.cwd()), settings, ...terminal }
}

async function evaluate(command: ReviewCommand, terminal: Terminal): Promise<Outcome> {
  try {
    const { runLocally } = await import('./host/local-run.js')
    return await runLocally(toRunRequest(command), toLocalOptions(command, terminal))
  } catch (error) {
    const failure = toExpectedFailure(error)
    if (failure === undefined) throw error
    terminal.log.warning(failure.message)
    return failedOutcome(failure, TOOL_VERSION, defaultPolicy)
  }
}

function toRunRequest({ subject, inputs, settings }: ReviewCommand): RunRequest {
  const { baseRef, headRef } = settings
  const local =
    subject === 'refs' ? undefined : ({ kind: 'local', what: subject === 'staged' ? 'index' : 'working-tree' } as const)
  return {
    refs: {
      mode: inputs.mode ?? 'review',
      // Uncommitted work is compared with what it stands on, unless another base is named.
      base:
        baseRef === undefined
          ? local === undefined
            ? { kind: 'origin-default' }
            : { kind: 'ref', ref: 'HEAD', input: 'base-ref' }
          : { kind: 'ref', ref: baseRef, input: 'base-ref' },
      head: local ?? { kind: 'ref', ref: headRef ?? 'HEAD', input: 'head-ref' },
      pullRequest: undefined,
    },
    pullRequestClosed: false,
    inputs,
    configFile: settings.configFile,
    replayed: false,
    maxTokens: settings.maxTokens,
    authorModel: settings.authorModel,
    toolVersion: TOOL_VERSION,
  }
}

/** To the file that was named, or to standard output. */
function deliver(text: string, command: ReviewCommand, env: Environment): void {
  if (command.output !== undefined) write(command.output, text, 'output')
  else process.stdout.write(env['GITHUB_ACTIONS'] === 'true' ? toJobLog(command, text) : text)
}

/** In a job, standard output is read for workflow commands, and the report holds what a model wrote. */
function toJobLog({ format }: ReviewCommand, text: string): string {
  return format === 'json' || format === 'sarif' ? inertJsonInJob(text) : inertInJob(text)
}

interface Rendering {
  readonly format: Format
  readonly category: string
  readonly paths: ReadonlySet<string>
  readonly toFile: boolean
}

function render(report: Report, { format, category, paths, toFile }: Rendering): string {
  switch (format) {
    case 'terminal':
      return toTerminal(report, toFile ? { ...terminalOptions(), color: 'off' } : terminalOptions())
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`
    case 'sarif':
      return sarifText(report, { category, paths })
    case 'markdown':
      return toMarkdown(report)
    case 'agent':
      return toAgent(report)
  }
}

function write(file: string, text: string, flag: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new ConfigurationError(
      `--${flag}: "${file}" cannot be written (${error instanceof Error ? error.message : String(error)}). Name a writable file.`,
      { cause: error },
    )
  }
}
