import { readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigurationError } from './errors.js'
import { exitCode } from './gate/decide.js'
import { makeActionLog } from './host/action-log.js'
import { failedOutcome, toExpectedFailure } from './host/failed-outcome.js'
import { readHead } from './host/github.js'
import type { Log } from './host/host.js'
import { secretsOf } from './host/job-secrets.js'
import { publish } from './host/publish.js'
import {
  isRunDirectory,
  isSandboxUser,
  makeOutputDirectory,
  makeRunDirectory,
  type RunDirectory,
  removeRunDirectory,
} from './host/run-directory.js'
import { killStrays } from './host/stray-processes.js'
import { TOOL_VERSION } from './host/version.js'
import { writeWholeFile } from './host/whole-file.js'
import { makeWorkflowCommands } from './host/workflow-commands.js'
import type { Outcome, RunRequest } from './pipeline.js'
import { readInputs } from './policy/from-inputs.js'
import { defaultPolicy } from './policy/load.js'
import type { RunOptions } from './policy/read-options.js'
import { makeRedactor, redactReport } from './report/redact.js'
import { readTrigger } from './trigger/github-event.js'
import type { RefRequest } from './trigger/resolve.js'

type Environment = Readonly<Record<string, string | undefined>>

const SECRET_ECHOED =
  'A secret, or what looks like one, stood in what the reviewer said and was redacted. Find out where it came from: the change may hold it.'

/** A step of a job: inputs and event in; report, outputs, summary and exit code out. */
export async function runAction(env: Environment): Promise<number> {
  const write = (text: string) => process.stdout.write(text)
  const commands = makeWorkflowCommands(write, { output: env.GITHUB_OUTPUT, state: env.GITHUB_STATE })
  commands.saveState('model-stack-started', 'true')
  const secrets = secretsOf(env)
  for (const secret of secrets) commands.addMask(secret)
  const redact = makeRedactor(secrets)
  const log = makeActionLog({ write, redact, verbose: env.RUNNER_DEBUG === '1' ? 'yes' : 'no' })
  log.info(`model-stack-action ${TOOL_VERSION} on Node ${process.versions.node}`)
  const { outcome, options } = await evaluate(env, log, (directory) => {
    commands.saveState('run-directory', directory.root)
    commands.saveState('sandbox-user', String(directory.sandboxUser))
  })
  const report = redactReport(outcome.report, redact)
  // Both through the schema, which puts the fields in its own order.
  const asSaid = redactReport(outcome.report, (text) => text)
  if (JSON.stringify(report) !== JSON.stringify(asSaid)) log.warning(SECRET_ECHOED)
  const outputDirectory = makeOutputDirectory([temporaryDirectory(env), tmpdir()])
  const settings = options?.settings
  const published = await publish(report, {
    commands,
    summaryFile: env['GITHUB_STEP_SUMMARY'],
    sarifFile:
      settings?.sarifFile === undefined
        ? join(outputDirectory, 'results.sarif')
        : resolve(workspaceOf(env), settings.sarifFile),
    reportFile: join(outputDirectory, 'report.json'),
    category: settings?.category ?? 'model-stack/review',
    changedPaths: outcome.changedPaths,
    annotations: settings?.annotations === false ? 'off' : 'on',
    repository: { serverUrl: serverUrlOf(env), name: env['GITHUB_REPOSITORY'] ?? '' },
    write: writeWholeFile,
    log,
  })
  const code = exitCode(outcome.report, {
    onNotEvaluated: outcome.policy.onNotEvaluated,
    causes: outcome.causes,
    surface: 'action',
    override: outcome.report.override,
    configurationError: outcome.report.reasons[0]?.kind === 'configuration',
  })
  log.info(`${report.conclusion}: ${report.reasons[0]?.message ?? ''}`)
  // What could not be written cannot be acted on: never green then.
  return published === 'complete' ? code : Math.max(code, 1)
}

interface Evaluation {
  readonly outcome: Outcome
  readonly options: RunOptions | undefined
}

/** Runs the pipeline; whatever the user or git can get wrong becomes a report that says so. */
async function evaluate(env: Environment, log: Log, onDirectory: Shell['onDirectory']): Promise<Evaluation> {
  let options: RunOptions | undefined
  try {
    options = readInputs(env)
    return { options, outcome: await reviewEvent(env, options, { log, onDirectory }) }
  } catch (error) {
    const failure = toExpectedFailure(error)
    if (failure === undefined) throw error
    log.warning(failure.message)
    return {
      options,
      outcome: failedOutcome(failure, TOOL_VERSION, {
        ...defaultPolicy,
        onNotEvaluated: options?.inputs.onNotEvaluated ?? 'fail',
      }),
    }
  }
}

interface Shell {
  readonly log: Log
  onDirectory(directory: RunDirectory): void
}

async function reviewEvent(env: Environment, options: RunOptions, shell: Shell): Promise<Outcome> {
  const request = toRunRequest(env, options)
  const directory = makeRunDirectory([temporaryDirectory(env), tmpdir(), '/var/tmp'])
  shell.onDirectory(directory)
  const { settings } = options
  const api = {
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    repository: env['GITHUB_REPOSITORY'] ?? '',
    token: settings.githubToken,
  }
  try {
    // Only an event that is reviewed needs the reviewers and the stages.
    const { makeHost } = await import('./host/make-host.js')
    const { runPipeline } = await import('./pipeline.js')
    const host = await makeHost({
      settings,
      log: shell.log,
      env,
      checkout: realpathSync(workspaceOf(env)),
      directory,
      serverUrl: serverUrlOf(env),
      signal: cancellation(),
      readHead: (change) => readHead(change, api),
    })
    return await runPipeline(request, host)
  } finally {
    directory.dispose()
  }
}

function toRunRequest(env: Environment, { inputs, settings }: RunOptions): RunRequest {
  const trigger = readTrigger(env['GITHUB_EVENT_NAME'] ?? '', readPayload(env))
  const pull = trigger.kind === 'dispatch' ? undefined : trigger
  const number = pull?.pullRequest.number
  return {
    refs: {
      mode: inputs.mode ?? 'review',
      base: refOf(settings.baseRef, 'base-ref') ?? commitOf(pull?.base, undefined) ?? missingBase(),
      head:
        refOf(settings.headRef, 'head-ref') ??
        commitOf(pull?.head ?? env['GITHUB_SHA'], number === undefined ? undefined : `refs/pull/${number}/head`) ??
        missingBase(),
      pullRequest: pull?.pullRequest,
    },
    pullRequestClosed: trigger.kind === 'closed',
    inputs,
    configFile: settings.configFile,
    replayed: false,
    maxTokens: settings.maxTokens,
    authorModel: settings.authorModel,
    toolVersion: TOOL_VERSION,
  }
}

function refOf(ref: string | undefined, input: 'base-ref' | 'head-ref'): RefRequest | undefined {
  return ref === undefined ? undefined : { kind: 'ref', ref, input }
}

function commitOf(sha: string | undefined, fetchRef: string | undefined): RefRequest | undefined {
  return sha === undefined ? undefined : { kind: 'commit', sha, fetchRef }
}

function missingBase(): never {
  throw new ConfigurationError(
    'base-ref is not set, and workflow_dispatch brings no base. Set it to the branch to compare with, for example "main".',
  )
}

function readPayload(env: Environment): unknown {
  const file = env['GITHUB_EVENT_PATH']
  if (file === undefined || file === '') return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigurationError(`The event file ${file} (GITHUB_EVENT_PATH) cannot be read as JSON.`, { cause: error })
  }
}

/** Aborts on a cancelled job, so that the reviewer ends and the report is still written. */
function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)))
  }
  return controller.signal
}

function temporaryDirectory(env: Environment): string {
  return env['RUNNER_TEMP'] || tmpdir()
}

function workspaceOf(env: Environment): string {
  return env['GITHUB_WORKSPACE'] || process.cwd()
}

function serverUrlOf(env: Environment): string {
  return env['GITHUB_SERVER_URL'] || 'https://github.com'
}

/** After the job, also a cancelled one: removes what the run could not remove itself. */
export async function runPost(env: Environment): Promise<number> {
  const directory = env['STATE_run-directory'] ?? ''
  const user = Number(env['STATE_sandbox-user'])
  if (!isRunDirectory(directory)) return 0
  killStrays({ directory, user: isSandboxUser(user) ? user : undefined })
  removeRunDirectory(directory)
  return 0
}
