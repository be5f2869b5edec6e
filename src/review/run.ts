import { ReviewerError, type ReviewerErrorCode } from '../errors.js'
import type { Log } from '../host/host.js'
import type { FileDiff } from '../types/diff.js'
import type { ReviewReply } from '../types/finding.js'
import type {
  Cell,
  Effort,
  Egress,
  Family,
  InstalledTool,
  IsolationLevel,
  RejectedFinding,
  Reply,
  ReviewEvent,
  Reviewer,
  ReviewerIO,
  ReviewRequest,
  ReviewResult,
  Usage,
} from '../types/reviewer.js'
import type { TokenBudget } from './budget.js'
import { filesNotReviewed } from './coverage.js'
import type { IsolationDemand } from './isolation.js'
import { type ParsedReply, parseReply, replySchema } from './parse-reply.js'
import { estimateTokens } from './request.js'

/** A reviewer that has to deliver, with the model it is to use and the lab behind that model. */
export interface FilledSeat {
  readonly reviewer: Reviewer
  readonly model: string
  readonly family: Family
}

/** What the shell lends to a review. */
export interface ReviewPorts {
  readonly log: Log
  /** Milliseconds. */
  now(): number
  /** Throws NO_CREDENTIAL, naming the input that would enable the reviewer. */
  requireCredential(reviewer: Reviewer): void
  install(reviewer: Reviewer): Promise<InstalledTool | undefined>
  /** Throws SANDBOX_UNAVAILABLE where the reviewer cannot be confined as `isolation` wants. */
  openCell(request: CellRequest): Promise<Cell>
}

/** Who is to work in a cell, and how it must be confined. */
export interface CellRequest {
  readonly reviewer: Reviewer
  readonly model: string
  readonly tool: InstalledTool | undefined
  readonly isolation: IsolationDemand
  readonly budget: TokenBudget
  readonly signal: AbortSignal
}

/** What every reviewer of a run is asked. Prompts are functions, because the follow-up asks about fewer files. */
export interface ReviewTask {
  readonly files: readonly FileDiff[]
  readonly snapshot: string
  readonly effort: Effort
  readonly isolation: IsolationDemand | { readonly refused: string }
  readonly signal: AbortSignal
  /** The token budget that all reviewers of the run share. Throws BUDGET when a prompt of so many tokens cannot fit. */
  budgetFor(promptTokens: number): TokenBudget
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
  isolation: IsolationLevel
  ownSandbox: 'on' | 'off'
  turns: number
  /** Commands of the model that were started. */
  commands: number
  egress: Egress | undefined
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
    isolation: 'none',
    ownSandbox: 'off',
    turns: 0,
    commands: 0,
    egress: undefined,
    rejected: [],
  }
  const facts = () => {
    const { ownSandbox: _, commands: __, ...known } = progress
    return { id: seat.reviewer.id, family: seat.family, ...known, durationMs: Math.round(ports.now() - started) }
  }
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
  readonly cell: Cell
  readonly io: ReviewerIO
}

async function review(start: Omit<Session, 'cell' | 'io'>): Promise<ReviewReply> {
  const { seat, task, ports, progress } = start
  const { isolation } = task
  if (typeof isolation === 'object') throw new ReviewerError('SANDBOX_UNAVAILABLE', isolation.refused)
  const prompt = task.reviewPrompt(task.files)
  const budget = task.budgetFor(estimateTokens(prompt))
  ports.requireCredential(seat.reviewer)
  const tool = await ports.install(seat.reviewer)
  progress.cliVersion = tool?.version ?? null
  const { reviewer, model } = seat
  const cell = await ports.openCell({ reviewer, model, tool, isolation, budget, signal: task.signal })
  try {
    progress.isolation = cell.level
    progress.preflight = cell.preflight
    return await reviewIn({ ...start, cell, io: toReviewerIO(cell, tool, { log: ports.log, progress }) }, prompt)
  } finally {
    await closeCell(cell, progress)
  }
}

async function closeCell(cell: Cell, progress: Progress): Promise<void> {
  try {
    progress.usage = cell.usage()
    progress.egress = await cell.egress()
  } finally {
    await cell.close()
  }
}

async function reviewIn(session: Session, prompt: string): Promise<ReviewReply> {
  const { seat, progress, io } = session
  progress.ownSandbox = await seat.reviewer.tryOwnSandbox(toRequest(session, ''), io)
  const reply = await ask(session, prompt)
  if (progress.filesRead.length === 0) {
    throw new ReviewerError(
      'NOTHING_READ',
      'The reviewer answered without having read a single file of the snapshot, so its answer is no review. Run again; if it stays, try another model.',
    )
  }
  return followUp(session, reply)
}

/** One question and, where its answer cannot be read, exactly one repair turn. */
async function ask(session: Session, prompt: string): Promise<ReviewReply> {
  const first = await send(session, prompt)
  const parsed = parseReply(first.text)
  if (parsed.kind === 'reply' && parsed.unreadable.length === 0) return parsed.reply
  const problem = parsed.kind === 'reply' ? (parsed.unreadable[0]?.reason ?? '') : parsed.problem
  session.ports.log.warning(`The answer could not be accepted: ${problem}. Asking once more for the same content.`)
  const second = parseReply((await send(session, session.task.repairPrompt(problem, first.text))).text)
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
async function followUp(session: Session, reply: ReviewReply): Promise<ReviewReply> {
  const { task, ports } = session
  const missing = filesNotReviewed(task.files, reply.filesReviewed)
  if (missing.length === 0) return reply
  ports.log.info(
    `${missing.length} changed file${missing.length === 1 ? ' was' : 's were'} not named as reviewed; asking once more.`,
  )
  try {
    const more = await ask(session, task.followUpPrompt(missing))
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

async function send(session: Session, prompt: string): Promise<Reply> {
  const { seat, progress, io } = session
  const reply = await seat.reviewer.review(toRequest(session, prompt), io).catch((error: unknown) => {
    throw explain(error, session)
  })
  progress.turns += reply.turns
  progress.filesRead = [...new Set([...progress.filesRead, ...reply.filesRead])]
  progress.model = reply.model
  return reply
}

/** The provider's doing, which `warn-on-outage` lets pass: a pull request must not be able to provoke it. */
const OUTAGES: ReadonlySet<ReviewerErrorCode> = new Set(['QUOTA', 'RATE_LIMITED', 'OVERLOADED', 'CONNECTION'])

/**
 * The key proxy saw what the provider answered; a CLI only repeats it in its own words. An outage that the proxy saw
 * nothing of, or that commands of the model could have provoked because they reach the proxy, is none.
 */
function explain(error: unknown, { cell, task, progress }: Session): unknown {
  if (!(error instanceof ReviewerError) || task.signal.aborted) return error
  const failure = cell.failure()
  const { code, message } = failure ?? error
  const reachable = cell.level !== 'in-process' && progress.ownSandbox === 'off' && progress.commands > 0
  const provokable = failure === undefined || reachable
  if (OUTAGES.has(code) && provokable)
    return new ReviewerError('EXITED', `${message} (${code}, but the change under review could have caused it.)`, {
      cause: error,
    })
  return failure === undefined ? error : new ReviewerError(code, message, { cause: error })
}

function toRequest({ seat, task, cell, progress }: Session, prompt: string): ReviewRequest {
  return {
    prompt,
    outputSchema: replySchema(),
    snapshot: task.snapshot,
    scratch: cell.makeScratch(),
    model: seat.model,
    effort: task.effort,
    ownSandbox: progress.ownSandbox,
    signal: task.signal,
  }
}

function toReviewerIO(
  cell: Cell,
  tool: InstalledTool | undefined,
  { log, progress }: { readonly log: Log; readonly progress: Progress },
): ReviewerIO {
  return {
    endpoint: cell.endpoint,
    tool,
    run: (command) => cell.run(command),
    onEvent: (event) => {
      if (event.kind === 'command') progress.commands += 1
      logEvent(log, event)
    },
  }
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
    `${filesRead.length} files read; ${usage.requests ?? 0} requests, ${usage.inputTokens} tokens in (${usage.cachedInputTokens} cached), ${usage.outputTokens} out`,
  )
}
