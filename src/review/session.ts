import { providerOutages, ReviewerError } from '../errors.js'
import type { Log } from '../host/host.js'
import { addTraffic } from '../types/egress.js'
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
  Usage,
} from '../types/reviewer.js'
import { filesNotReviewed } from './coverage.js'
import { type ParsedReply, parseReply, replySchema } from './parse-reply.js'
import type { Part } from './part.js'

/** A reviewer that has to deliver, with the model it is to use and the lab behind that model. */
export interface FilledSeat {
  readonly reviewer: Reviewer
  readonly model: string
  readonly family: Family
}

/** What every request of a run has in common. */
export interface Asking {
  readonly snapshot: string
  readonly effort: Effort
  readonly signal: AbortSignal
  repairPrompt(problem: string, reply: string): string
}

/** What is known of a review while it goes on, from all its sessions; kept when it fails. */
export interface Progress {
  usage: Usage
  readonly filesRead: Set<string>
  model: string
  cliVersion: string | null
  preflight: readonly string[]
  isolation: IsolationLevel
  turns: number
  egress: Egress | undefined
  rejected: readonly RejectedFinding[]
}

export interface SessionStart {
  readonly seat: FilledSeat
  readonly asking: Asking
  readonly log: Log
  readonly progress: Progress
  readonly tool: InstalledTool | undefined
}

/** What a reviewer said of one part; `rejected` could not be read, also after a repair turn. */
export type PartOutcome = { readonly rejected: readonly RejectedFinding[] } & (
  | { readonly kind: 'reviewed'; readonly reply: ReviewReply }
  | { readonly kind: 'failed'; readonly error: ReviewerError }
)

/** A reviewer at work in one cell, with one request at a time, so that what the cell's proxy saw belongs to it. */
export interface Session {
  /** Rejects for bugs only. */
  review(part: Part): Promise<PartOutcome>
  close(): Promise<void>
}

/** Takes the reviewer to work in the cell, which the session closes. */
export async function openSession(cell: Cell, start: SessionStart): Promise<Session> {
  const session = new CellSession(cell, start)
  try {
    await session.prepare()
  } catch (error) {
    await session.close()
    throw error
  }
  return session
}

/** What came of one part so far. */
interface Attempt {
  readonly filesRead: Set<string>
  readonly rejected: RejectedFinding[]
}

class CellSession implements Session {
  readonly #cell: Cell
  readonly #start: SessionStart
  readonly #io: ReviewerIO
  readonly #schema = replySchema()
  #ownSandbox: 'on' | 'off' = 'off'
  /** Commands of the model that were started. */
  #commands = 0
  /** Tells the lines of several sessions apart in the log. */
  #label = ''

  constructor(cell: Cell, start: SessionStart) {
    this.#cell = cell
    this.#start = start
    this.#io = {
      endpoint: cell.endpoint,
      tool: start.tool,
      run: (command) => cell.run(command),
      onEvent: (event) => {
        if (event.kind === 'command') this.#commands += 1
        logEvent(start.log, event, this.#label)
      },
    }
    start.progress.isolation = cell.level
    start.progress.preflight = cell.preflight
  }

  async prepare(): Promise<void> {
    this.#ownSandbox = await this.#start.seat.reviewer.tryOwnSandbox(this.#toRequest(''), this.#io)
  }

  async review(part: Part): Promise<PartOutcome> {
    const attempt: Attempt = { filesRead: new Set(), rejected: [] }
    this.#label = part.label === undefined ? '' : `[${part.label}] `
    try {
      const reply = await this.#ask(part.prompt(), attempt)
      if (attempt.filesRead.size === 0) throw new ReviewerError('NOTHING_READ', NOTHING_READ)
      return { kind: 'reviewed', reply: await this.#followUp(part, reply, attempt), rejected: attempt.rejected }
    } catch (error) {
      return { kind: 'failed', error: toFailure(error, this.#start.asking.signal), rejected: attempt.rejected }
    }
  }

  async close(): Promise<void> {
    const { progress } = this.#start
    try {
      progress.usage = addUsage(progress.usage, this.#cell.usage())
      progress.egress = addEgress(progress.egress, await this.#cell.egress())
    } finally {
      await this.#cell.close()
    }
  }

  /** One question and, where its answer cannot be read, exactly one repair turn. */
  async #ask(prompt: string, attempt: Attempt): Promise<ReviewReply> {
    const first = await this.#send(prompt, attempt)
    const parsed = parseReply(first.text)
    if (parsed.kind === 'reply' && parsed.unreadable.length === 0) return parsed.reply
    const problem = parsed.kind === 'reply' ? (parsed.unreadable[0]?.reason ?? '') : parsed.problem
    this.#start.log.warning(`The answer could not be accepted: ${problem}. Asking once more for the same content.`)
    const second = await this.#send(this.#start.asking.repairPrompt(problem, first.text), attempt)
    return this.#acceptRepaired(parseReply(second.text), first, attempt)
  }

  #acceptRepaired(repaired: ParsedReply, first: Reply, { rejected }: Attempt): ReviewReply {
    const reviewer = this.#start.seat.reviewer.id
    if (repaired.kind === 'reply') {
      rejected.push(...repaired.unreadable.map((item) => ({ reviewer, ...item })))
      return repaired.reply
    }
    rejected.push({ reviewer, reason: repaired.problem, raw: first.text.slice(0, RAW_KEPT) })
    const message = `The answer could not be read, also after one repair turn: ${repaired.problem}.`
    throw new ReviewerError('REPLY_NOT_FINDINGS', message)
  }

  /** A changed file that the answer does not name gets one more turn; after that it counts as unreviewed. */
  async #followUp(part: Part, reply: ReviewReply, attempt: Attempt): Promise<ReviewReply> {
    const { log } = this.#start
    const missing = filesNotReviewed(part.files, reply.filesReviewed)
    if (missing.length === 0) return reply
    const were = missing.length === 1 ? ' was' : 's were'
    log.info(`${missing.length} changed file${were} not named as reviewed; asking once more.`)
    try {
      return joinReplies(reply, await this.#ask(part.followUpPrompt(missing), attempt))
    } catch (error) {
      if (!(error instanceof ReviewerError)) throw error
      // The first answer stands; the files stay unreviewed, and coverage says so.
      log.warning(`The follow-up failed: ${error.code}: ${error.message}`)
      return reply
    }
  }

  async #send(prompt: string, { filesRead }: Attempt): Promise<Reply> {
    const { seat, progress } = this.#start
    const reply = await seat.reviewer.review(this.#toRequest(prompt), this.#io).catch(async (error: unknown) => {
      throw await this.#explain(error)
    })
    progress.turns += reply.turns
    progress.model = reply.model
    for (const path of reply.filesRead) {
      filesRead.add(path)
      progress.filesRead.add(path)
    }
    return reply
  }

  /**
   * The key proxy saw what the provider answered; a CLI only repeats it in its own words. An outage that the proxy saw
   * nothing of, or that commands of the model could have provoked because they reach the proxy, is none.
   */
  async #explain(error: unknown): Promise<unknown> {
    if (!(error instanceof ReviewerError) || this.#start.asking.signal.aborted) return error
    await this.#cell.settled()
    const failure = this.#cell.failure()
    const { code, message } = failure ?? error
    const reachable = this.#cell.level !== 'in-process' && this.#ownSandbox === 'off' && this.#commands > 0
    const provokable = failure === undefined || reachable
    if (providerOutages.has(code) && provokable) {
      const doubt = `${message} (${code}, but the change under review could have caused it.)`
      return new ReviewerError('EXITED', doubt, { cause: error })
    }
    return failure === undefined ? error : new ReviewerError(code, message, { cause: error })
  }

  #toRequest(prompt: string): ReviewRequest {
    const { asking, seat } = this.#start
    return {
      prompt,
      outputSchema: this.#schema,
      snapshot: asking.snapshot,
      scratch: this.#cell.makeScratch(),
      model: seat.model,
      effort: asking.effort,
      ownSandbox: this.#ownSandbox,
      signal: asking.signal,
    }
  }
}

const RAW_KEPT = 2_000
const NOTHING_READ =
  'The reviewer answered without having read a single file of the snapshot, so its answer is no review. Run again; if it stays, try another model.'

/** Whatever breaks off because the time is over is no bug; everything else that is no ReviewerError is one, and thrown. */
export function toFailure(error: unknown, signal: AbortSignal): ReviewerError {
  if (error instanceof ReviewerError) return error
  if (!signal.aborted) throw error
  const message = 'The time of the run was over, or the job was cancelled. Raise timeout-minutes, or run again.'
  return new ReviewerError('TIMED_OUT', message, { cause: error })
}

function joinReplies(first: ReviewReply, second: ReviewReply): ReviewReply {
  return {
    findings: [...first.findings, ...second.findings],
    filesReviewed: [...first.filesReviewed, ...second.filesReviewed],
    notVerified: [...first.notVerified, ...second.notVerified],
  }
}

function addUsage(sum: Usage, more: Usage): Usage {
  return {
    inputTokens: sum.inputTokens + more.inputTokens,
    cachedInputTokens: sum.cachedInputTokens + more.cachedInputTokens,
    outputTokens: sum.outputTokens + more.outputTokens,
    requests: sum.requests === null && more.requests === null ? null : (sum.requests ?? 0) + (more.requests ?? 0),
  }
}

function addEgress(sum: Egress | undefined, more: Egress): Egress {
  if (sum === undefined) return more
  return {
    traffic: addTraffic(sum.traffic, more.traffic),
    files: [...new Set([...sum.files, ...more.files])],
    filesComplete: sum.filesComplete && more.filesComplete,
  }
}

function logEvent(log: Log, event: ReviewEvent, label: string): void {
  switch (event.kind) {
    case 'command': {
      const exit = event.exitCode === null || event.exitCode === 0 ? '' : `  (exit ${event.exitCode})`
      log.info(`${label}$ ${event.command}${exit}`)
      return
    }
    case 'read':
      log.info(`${label}read ${event.path}`)
      return
    case 'message':
      log.debug(`${label}${event.text}`)
      return
    case 'warning':
      log.warning(`${label}${event.text}`)
      return
  }
}
