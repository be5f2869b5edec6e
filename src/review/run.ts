import { ReviewerError } from '../errors.js'
import type { Log } from '../host/host.js'
import type { FileDiff } from '../types/diff.js'
import type { ReviewReply } from '../types/finding.js'
import type {
  Command,
  CommandOutput,
  Effort,
  Endpoint,
  InstalledTool,
  RejectedFinding,
  Reply,
  ReviewEvent,
  Reviewer,
  ReviewerIO,
  ReviewRequest,
  ReviewResult,
  Usage,
} from '../types/reviewer.js'
import { filesNotReviewed } from './coverage.js'
import { type ParsedReply, parseReply, replySchema } from './parse-reply.js'
import type { FilledSeat } from './select.js'

/** What the shell lends to a review. */
export interface ReviewPorts {
  readonly log: Log
  /** Milliseconds. */
  now(): number
  /** Throws NO_CREDENTIAL, naming the input that would enable the reviewer. */
  endpoint(reviewer: Reviewer): Endpoint
  install(reviewer: Reviewer): Promise<InstalledTool | undefined>
  /** A fresh private directory for one request, writable by the reviewer's process. */
  makeScratch(): Promise<string>
  /** Files that a confined reviewer must not be able to read. */
  canaries(): Promise<readonly string[]>
  run(command: Command): Promise<CommandOutput>
}

/** What every reviewer of a run is asked. Prompts are functions, because the follow-up asks about fewer files. */
export interface ReviewTask {
  readonly files: readonly FileDiff[]
  readonly snapshot: string
  readonly effort: Effort
  /** `optional`: a machine without a sandbox goes on without one, and the report says so. Only the demo may. */
  readonly isolation: 'required' | 'optional'
  readonly signal: AbortSignal
  reviewPrompt(files: readonly FileDiff[]): string
  followUpPrompt(files: readonly FileDiff[]): string
  repairPrompt(problem: string, reply: string): string
}

/** What is known of a review while it goes on; kept when it fails. */
interface Progress {
  usage: Usage
  filesRead: readonly string[]
  model: string
  cliVersion: string | null
  preflight: readonly string[]
  isolation: 'sandbox' | 'none'
  rejected: readonly RejectedFinding[]
}

const NO_USAGE: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: null }

/** One reviewer's review of the whole change. A failure of the provider or the CLI is a value; anything else is a bug and throws. */
export async function runReview(seat: FilledSeat, task: ReviewTask, ports: ReviewPorts): Promise<ReviewResult> {
  const started = ports.now()
  const progress: Progress = {
    usage: NO_USAGE,
    filesRead: [],
    model: seat.model,
    cliVersion: null,
    preflight: [],
    isolation: 'sandbox',
    rejected: [],
  }
  const facts = () => ({
    id: seat.reviewer.id,
    family: seat.reviewer.family,
    ...progress,
    durationMs: Math.round(ports.now() - started),
  })
  return ports.log.group(`Review by ${seat.reviewer.id} (${seat.model})`, async () => {
    try {
      const reply = await review({ seat, task, ports, progress })
      logUsage(ports.log, progress)
      return { ...facts(), status: 'completed', ...reply } as const
    } catch (error) {
      const failure = toFailure(error, task.signal)
      ports.log.warning(`${seat.reviewer.id}: ${failure.code}: ${failure.message}`)
      return { ...facts(), status: 'failed', error: failure } as const
    }
  })
}

/** Whatever breaks off because the time is over is no bug; everything else that is no ReviewerError is one. */
function toFailure(error: unknown, signal: AbortSignal): ReviewerError {
  if (error instanceof ReviewerError) return error
  if (!signal.aborted) throw error
  return new ReviewerError(
    'TIMED_OUT',
    'The time of the run was over, or the job was cancelled. Raise timeout-minutes, or run again.',
    { cause: error },
  )
}

interface Session {
  readonly seat: FilledSeat
  readonly task: ReviewTask
  readonly ports: ReviewPorts
  readonly progress: Progress
}

async function review(session: Session): Promise<ReviewReply> {
  const { seat, task, ports, progress } = session
  const prompt = task.reviewPrompt(task.files)
  const endpoint = ports.endpoint(seat.reviewer)
  const tool = await ports.install(seat.reviewer)
  progress.cliVersion = tool?.version ?? null
  const io = toReviewerIO(endpoint, tool, ports)
  await proveIsolation(session, io)
  const reply = await ask(session, io, prompt)
  if (progress.filesRead.length === 0) {
    throw new ReviewerError(
      'NOTHING_READ',
      'The reviewer answered without having read a single file of the snapshot, so its answer is no review. Run again; if it stays, try another model.',
    )
  }
  return followUp(session, io, reply)
}

async function proveIsolation(session: Session, io: ReviewerIO): Promise<void> {
  const { seat, task, ports, progress } = session
  try {
    progress.preflight = await seat.reviewer.preflight(await toRequest(session, ''), io, await ports.canaries())
  } catch (error) {
    const mayGoOn =
      task.isolation === 'optional' && error instanceof ReviewerError && error.code === 'SANDBOX_UNAVAILABLE'
    if (!mayGoOn) throw error
    progress.isolation = 'none'
    ports.log.warning(`isolation: none. ${error.message}`)
  }
}

/** One question and, where its answer cannot be read, exactly one repair turn. */
async function ask(session: Session, io: ReviewerIO, prompt: string): Promise<ReviewReply> {
  const first = await send(session, io, prompt)
  const parsed = parseReply(first.text)
  if (parsed.kind === 'reply' && parsed.unreadable.length === 0) return parsed.reply
  const problem = parsed.kind === 'reply' ? (parsed.unreadable[0]?.reason ?? '') : parsed.problem
  session.ports.log.warning(`The answer could not be accepted: ${problem}. Asking once more for the same content.`)
  const second = parseReply((await send(session, io, session.task.repairPrompt(problem, first.text))).text)
  return acceptRepaired(session, second, first)
}

function acceptRepaired(session: Session, repaired: ParsedReply, first: Reply): ReviewReply {
  const { progress, seat } = session
  if (repaired.kind === 'unreadable') {
    progress.rejected = [
      ...progress.rejected,
      { reviewer: seat.reviewer.id, reason: repaired.problem, raw: first.text.slice(0, 2_000) },
    ]
    throw new ReviewerError(
      'REPLY_NOT_FINDINGS',
      `The answer could not be read, also after one repair turn: ${repaired.problem}.`,
    )
  }
  progress.rejected = [
    ...progress.rejected,
    ...repaired.unreadable.map((item) => ({ reviewer: seat.reviewer.id, ...item })),
  ]
  return repaired.reply
}

/** A changed file that the answer does not name gets one more turn; after that it counts as unreviewed. */
async function followUp(session: Session, io: ReviewerIO, reply: ReviewReply): Promise<ReviewReply> {
  const { task, ports } = session
  const missing = filesNotReviewed(task.files, reply.filesReviewed)
  if (missing.length === 0) return reply
  ports.log.info(
    `${missing.length} changed file${missing.length === 1 ? ' was' : 's were'} not named as reviewed; asking once more.`,
  )
  try {
    const more = await ask(session, io, task.followUpPrompt(missing))
    return {
      findings: [...reply.findings, ...more.findings],
      filesReviewed: [...reply.filesReviewed, ...more.filesReviewed],
      notVerified: [...reply.notVerified, ...more.notVerified],
    }
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    // The first answer stands; the files stay unreviewed, and coverage says so.
    ports.log.warning(`The follow-up failed: ${error.code}: ${error.message}`)
    return reply
  }
}

async function send(session: Session, io: ReviewerIO, prompt: string): Promise<Reply> {
  const { seat, progress } = session
  const reply = await seat.reviewer.review(await toRequest(session, prompt), io)
  progress.usage = addUsage(progress.usage, reply.usage)
  progress.filesRead = [...new Set([...progress.filesRead, ...reply.filesRead])]
  progress.model = reply.model
  return reply
}

async function toRequest({ seat, task, ports, progress }: Session, prompt: string): Promise<ReviewRequest> {
  return {
    prompt,
    outputSchema: replySchema(),
    snapshot: task.snapshot,
    scratch: await ports.makeScratch(),
    model: seat.model,
    effort: task.effort,
    isolation: progress.isolation,
    signal: task.signal,
  }
}

function toReviewerIO(endpoint: Endpoint, tool: InstalledTool | undefined, ports: ReviewPorts): ReviewerIO {
  return { endpoint, tool, run: (command) => ports.run(command), onEvent: (event) => logEvent(ports.log, event) }
}

function logEvent(log: Log, event: ReviewEvent): void {
  switch (event.kind) {
    case 'command':
      log.info(
        `$ ${event.command}${event.exitCode === null || event.exitCode === 0 ? '' : `  (exit ${event.exitCode})`}`,
      )
      return
    case 'read':
      log.info(`read ${event.path}`)
      return
    case 'message':
      log.debug(event.text)
      return
    case 'warning':
      log.warning(event.text)
      return
  }
}

function logUsage(log: Log, { usage, filesRead }: Progress): void {
  log.info(
    `${filesRead.length} files read; ${usage.inputTokens} tokens in (${usage.cachedInputTokens} cached), ${usage.outputTokens} out`,
  )
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    requests: b.requests === null ? a.requests : (a.requests ?? 0) + b.requests,
  }
}
