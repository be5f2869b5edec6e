import { readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigurationError } from './errors.js'
import { exitCode } from './gate/decide.js'
import { makeActionLog } from './host/action-log.js'
import { failedOutcome, toExpectedFailure } from './host/failed-outcome.js'
import type { GitHubClient } from './host/github/client.js'
import type { HeadState, Log } from './host/host.js'
import { secretsOf } from './host/job-secrets.js'
import { type PublishOptions, publish } from './host/publish.js'
import type { GitHubPublishing, Published, Situation } from './host/publish-to-github.js'
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
import { makeWorkflowCommands, type WorkflowCommands } from './host/workflow-commands.js'
import type { Outcome, RunRequest } from './pipeline.js'
import { readInputs } from './policy/from-inputs.js'
import { defaultPolicy } from './policy/load.js'
import type { RunOptions } from './policy/read-options.js'
import { moveLines } from './report/move-lines.js'
import { makeRedactor, redactReport } from './report/redact.js'
import { defaultBranchOf } from './trigger/default-branch.js'
import { readTrigger, type Trigger } from './trigger/github-event.js'
import { requestedRefs } from './trigger/requested-refs.js'
import type { Change } from './types/change.js'
import type { Report } from './types/report.js'

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
  const startedAt = new Date()
  const { outcome, options, job } = await evaluate(env, {
    log,
    redact,
    onDirectory: (directory) => {
      commands.saveState('run-directory', directory.root)
      commands.saveState('sandbox-user', String(directory.sandboxUser))
    },
  })
  const report = redactReport(outcome.report, redact)
  // Both through the schema, which puts the fields in its own order.
  const asSaid = redactReport(outcome.report, (text) => text)
  if (JSON.stringify(report) !== JSON.stringify(asSaid)) log.warning(SECRET_ECHOED)
  const published = await publish(
    report,
    toPublishOptions({ env, options, job, outcome, report, startedAt, commands, log }),
  )
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

type Publishing = Omit<ToPublish, 'filed'> & {
  readonly job: Job | undefined
  readonly commands: WorkflowCommands
  readonly log: Log
}

function toPublishOptions({
  env,
  options,
  job,
  outcome,
  report,
  startedAt,
  commands,
  log,
}: Publishing): PublishOptions {
  const outputDirectory = makeOutputDirectory([temporaryDirectory(env), tmpdir()])
  const settings = options?.settings
  const checkedOut = checkedOutFor(outcome, env)
  const filed = checkedOut === undefined ? report : moveLines(report, checkedOut.lines)
  const filedUnder = checkedOut?.sha ?? report.change?.head ?? ''
  return {
    ...{ filed, commands, log, write: writeWholeFile, changedPaths: outcome.changedPaths },
    summaryFile: env['GITHUB_STEP_SUMMARY'],
    sarifFile:
      settings?.sarifFile === undefined
        ? join(outputDirectory, 'results.sarif')
        : resolve(workspaceOf(env), settings.sarifFile),
    reportFile: join(outputDirectory, 'report.json'),
    category: settings?.category ?? 'model-stack/review',
    annotations: settings?.annotations === false ? 'off' : 'on',
    repository: { serverUrl: serverUrlOf(env), name: env['GITHUB_REPOSITORY'] ?? '' },
    publishToGitHub: () =>
      publishFrom(job, { env, options, outcome, report, filed: { sha: filedUnder, report: filed }, startedAt }),
  }
}

interface Evaluation {
  readonly outcome: Outcome
  /** Undefined where the inputs or the event could not be read. */
  readonly options: RunOptions | undefined
  readonly job: Job | undefined
}

/** Runs the pipeline; whatever the user or git can get wrong becomes a report that says so. */
async function evaluate(env: Environment, shell: Omit<Shell, 'job'>): Promise<Evaluation> {
  const { log } = shell
  let options: RunOptions | undefined
  let job: Job | undefined
  try {
    options = readInputs(env)
    job = await openJob(env, options, log)
    return { options, job, outcome: await reviewEvent(env, options, { ...shell, job }) }
  } catch (error) {
    const failure = toExpectedFailure(error)
    if (failure === undefined) throw error
    log.warning(failure.message)
    const policy = { ...defaultPolicy, onNotEvaluated: options?.inputs.onNotEvaluated ?? 'fail' }
    return { options, job, outcome: failedOutcome(failure, TOOL_VERSION, policy) }
  }
}

interface Shell {
  readonly log: Log
  readonly redact: (text: string) => string
  readonly job: Job
  onDirectory(directory: RunDirectory): void
}

/** Only the commit that the run is of can be uploaded under its ref. */
function checkedOutFor({ checkedOut }: Outcome, env: Environment): Outcome['checkedOut'] {
  return checkedOut?.sha === env['GITHUB_SHA'] ? checkedOut : undefined
}

interface ToPublish {
  readonly env: Environment
  readonly options: RunOptions | undefined
  readonly outcome: Outcome
  /** Redacted. */
  readonly report: Report
  readonly filed: GitHubPublishing['filed']
  readonly startedAt: Date
}

/** What was never looked at has nothing to publish. */
async function publishFrom(
  job: Job | undefined,
  { env, options, outcome, report, filed, startedAt }: ToPublish,
): Promise<Published> {
  if (job === undefined || options === undefined || report.change === null) return { notes: [], missing: 'nothing' }
  const { publishToGitHub } = await import('./host/publish-to-github.js')
  const { uploadSarif, commentSummary, reviewComments, category } = options.settings
  return publishToGitHub(report, {
    github: job.github,
    situation: situationOf(job, env),
    ...{ upload: uploadSarif, comment: commentSummary, reviewComments, category, startedAt },
    suggestions: outcome.policy.suggestions ? 'on' : 'off',
    ...{ changedPaths: outcome.changedPaths, files: outcome.files, withheld: outcome.withheld },
    filed,
    ...{ serverUrl: serverUrlOf(env), repository: env['GITHUB_REPOSITORY'] ?? '', runId: env['GITHUB_RUN_ID'] },
  })
}

function situationOf({ eventName, payload, trigger }: Job, env: Environment): Situation {
  const pull = 'pullRequest' in trigger ? trigger : undefined
  return {
    eventName,
    ref: env['GITHUB_REF'] ?? '',
    sha: env['GITHUB_SHA'] ?? '',
    pullRequest: pull && { number: pull.pullRequest.number, head: pull.head, fork: pull.pullRequest.fork },
    defaultBranch: defaultBranchOf(payload),
  }
}

/** What the event and the runner say, read once. */
interface Job {
  readonly eventName: string
  readonly payload: unknown
  readonly trigger: Trigger
  /** One client for the whole run, because GitHub's rate limits are one for all of it. Undefined without a token. */
  readonly github: GitHubClient | undefined
  readonly signal: AbortSignal
}

async function openJob(env: Environment, { settings }: RunOptions, log: Log): Promise<Job> {
  const eventName = env['GITHUB_EVENT_NAME'] ?? ''
  const payload = readPayload(env)
  const trigger = readTrigger(eventName, payload)
  const signal = cancellation()
  const token = settings.githubToken
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  if (token === undefined || repository === '') return { eventName, payload, trigger, github: undefined, signal }
  const { makeGitHubApi } = await import('./host/github/client.js')
  const { quietAfterSilence } = await import('./host/github/quiet-after-silence.js')
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com'
  const client = makeGitHubApi({ apiUrl, repository, token, log, signal })
  return { eventName, payload, trigger, github: quietAfterSilence(client), signal }
}

async function reviewEvent(env: Environment, options: RunOptions, shell: Shell): Promise<Outcome> {
  const { log, redact, job, onDirectory } = shell
  const request = toRunRequest(env, options, job.trigger)
  const directory = makeRunDirectory([temporaryDirectory(env), tmpdir(), '/var/tmp'])
  onDirectory(directory)
  try {
    // Only an event that is reviewed needs the reviewers and the stages.
    const { makeHost } = await import('./host/make-host.js')
    const { runPipeline } = await import('./pipeline.js')
    const { jobEarlierRuns } = await import('./host/job-earlier-runs.js')
    const checkout = realpathSync(workspaceOf(env))
    const host = await makeHost({
      ...{ settings: options.settings, log, env, checkout, directory, signal: job.signal },
      serverUrl: serverUrlOf(env),
      runUrl: runUrlOf(env),
      readHead: (change) => headOf(change, job),
      earlierRuns: (git) => jobEarlierRuns({ ...job, env, settings: options.settings, checkout, git, log, redact }),
    })
    return await runPipeline(request, host)
  } finally {
    directory.dispose()
  }
}

async function headOf(change: Change, { github }: Job): Promise<HeadState> {
  if (change.pullRequest === undefined) return { kind: 'same' }
  if (github === undefined) return { kind: 'unknown', why: 'github-token is empty' }
  const { readHead } = await import('./host/github/head.js')
  return readHead(change, github)
}

function toRunRequest(env: Environment, { inputs, settings }: RunOptions, trigger: Trigger): RunRequest {
  const { baseRef, headRef } = settings
  return {
    refs: requestedRefs(trigger, { mode: inputs.mode ?? 'review', baseRef, headRef, sha: env['GITHUB_SHA'] }),
    pullRequestClosed: trigger.kind === 'closed',
    inputs,
    configFile: settings.configFile,
    replayed: false,
    maxTokens: settings.maxTokens,
    authorModel: settings.authorModel,
    toolVersion: TOOL_VERSION,
  }
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

/** Where people see this run; null where the runner does not say. */
function runUrlOf(env: Environment): string | null {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  return repository && run ? `${serverUrlOf(env)}/${repository}/actions/runs/${run}` : null
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
