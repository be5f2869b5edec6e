import { ReviewerError } from '../errors.js'
import type { Log } from '../host/host.js'
import type { Cell, Gap, InstalledTool, Reviewer, ReviewResult, Usage } from '../types/reviewer.js'
import { askParts } from './ask-parts.js'
import type { TokenBudget } from './budget.js'
import { ledgerOf } from './coverage.js'
import type { IsolationDemand } from './isolation.js'
import type { Part } from './part.js'
import { type Asking, type FilledSeat, openSession, type PartOutcome, type Progress, toFailure } from './session.js'
import { someOf } from './some-of.js'

export type { FilledSeat } from './session.js'

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
  /** About how many parts of the change it is asked at most; 1 where left out. */
  readonly parts?: number
}

/** What a reviewer is asked. */
export interface ReviewTask extends Asking {
  /** In the order in which this reviewer is asked about them. */
  readonly parts: readonly Part[]
  /** What nobody is asked about, because no request or no budget holds it. */
  readonly left: readonly Gap[]
  /** Requests at the same time, at most. */
  readonly lanes: number
  readonly isolation: IsolationDemand | { readonly refused: string }
  /** The tokens that all reviewers of the run share. Throws BUDGET when not even one request fits. */
  budget(): TokenBudget
}

const NO_USAGE: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: null }

/** One reviewer's review of the whole change. A failure of the provider or the CLI is a value; anything else is a bug and throws. */
export async function runReview(seat: FilledSeat, task: ReviewTask, ports: ReviewPorts): Promise<ReviewResult> {
  const started = ports.now()
  const progress: Progress = {
    usage: NO_USAGE,
    filesRead: new Set(),
    model: seat.model,
    cliVersion: null,
    preflight: [],
    isolation: 'none',
    turns: 0,
    egress: undefined,
    rejected: [],
  }
  const facts = () => {
    const { filesRead, ...known } = progress
    const durationMs = Math.round(ports.now() - started)
    return { id: seat.reviewer.id, family: seat.family, ...known, filesRead: [...filesRead], durationMs }
  }
  return ports.log.group(`Review by ${seat.reviewer.id} (${seat.model})`, async () => {
    try {
      const review = await reviewParts({ seat, task, ports, progress })
      logUsage(ports.log, progress)
      return { ...facts(), status: 'completed', ...review } as const
    } catch (error) {
      const failure = toFailure(error, task.signal)
      ports.log.warning(`${seat.reviewer.id}: ${failure.code}: ${failure.message}`)
      return { ...facts(), status: 'failed', error: failure } as const
    }
  })
}

interface Review {
  readonly seat: FilledSeat
  readonly task: ReviewTask
  readonly ports: ReviewPorts
  readonly progress: Progress
}

type Completed = Pick<
  Extract<ReviewResult, { status: 'completed' }>,
  'findings' | 'filesReviewed' | 'notVerified' | 'covered' | 'gaps'
>

async function reviewParts({ seat, task, ports, progress }: Review): Promise<Completed> {
  const { isolation, signal } = task
  if (typeof isolation === 'object') throw new ReviewerError('SANDBOX_UNAVAILABLE', isolation.refused)
  if (task.parts.length === 0) throw nothingToAsk(task)
  const budget = task.budget()
  ports.requireCredential(seat.reviewer)
  const { reviewer, model } = seat
  const tool = await ports.install(reviewer)
  progress.cliVersion = tool?.version ?? null
  const { log } = ports
  // One and the same for all cells: what they send is compared with the snapshot once.
  const request = { reviewer, model, tool, isolation, budget, signal, parts: task.parts.length }
  const outcomes = await askParts({
    parts: task.parts,
    lanes: task.lanes,
    open: async () => {
      const cell = await ports.openCell(request)
      return openSession(cell, { seat, asking: task, log, progress, tool })
    },
    onStart: (part, attempt) => logStart(task, part, { attempt, log }),
    onFailure: (part, error, then) => log.warning(`${part.name}: ${error.code}: ${error.message} (${then})`),
  })
  return join(task, outcomes, progress)
}

/** Each hunk alone is larger than what a request holds. */
function nothingToAsk({ left: [gap] }: ReviewTask): ReviewerError {
  return new ReviewerError('CONTEXT_TOO_LONG', gap?.reason ?? 'No request can hold any of the change.')
}

/** Throws the failure where no part was reviewed: then there is nothing to keep, and another reviewer may take over. */
function join(task: ReviewTask, outcomes: ReadonlyMap<Part, PartOutcome>, progress: Progress): Completed {
  progress.rejected = [...outcomes.values()].flatMap(({ rejected }) => rejected)
  const reviewed = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'reviewed' ? [outcome.reply] : []))
  const failures = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.error] : []))
  if (reviewed.length === 0) throw failures[0] ?? new Error('No part of the change was asked about')
  const { covered, gaps } = ledgerOf(task.parts, outcomes)
  return {
    findings: reviewed.flatMap(({ findings }) => findings),
    filesReviewed: [...new Set(reviewed.flatMap(({ filesReviewed }) => filesReviewed))],
    notVerified: reviewed.flatMap(({ notVerified }) => notVerified),
    covered,
    gaps: [...gaps, ...task.left],
  }
}

const PATHS_LOGGED = 3

function logStart(
  { parts }: ReviewTask,
  { name, files }: Part,
  { attempt, log }: { readonly attempt: 'first' | 'again'; readonly log: Log },
): void {
  if (parts.length === 1) return
  const paths = files.map(({ path }) => path)
  const what = paths.length === 0 ? '' : `: ${someOf(paths, PATHS_LOGGED)}`
  log.info(`Asking about ${name}${attempt === 'again' ? ' once more' : ''}${what}`)
}

function logUsage(log: Log, { usage, filesRead }: Progress): void {
  log.info(
    `${filesRead.size} files read; ${usage.requests ?? 0} requests, ${usage.inputTokens} tokens in (${usage.cachedInputTokens} cached), ${usage.outputTokens} out`,
  )
}
