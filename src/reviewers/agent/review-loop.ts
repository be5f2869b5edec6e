import { setTimeout as pause } from 'node:timers/promises'
import { ReviewerError } from '../../errors.js'
import { toQuote } from '../../host/key-proxy/failure-table.js'
import { readPrompt } from '../../prompts.js'
import { BYTES_PER_TOKEN, estimateTokens, REQUEST_TOKENS } from '../../review/request.js'
import type { Reply, Reviewer, ReviewerIO, ReviewRequest } from '../../types/reviewer.js'
import { CallFailure } from './call-failure.js'
import type {
  Conversation,
  ModelTurn,
  OpenConversation,
  Step,
  ToolCall,
  ToolDefinition,
  ToolResult,
} from './conversation.js'
import { makeSnapshotIndexes, type SnapshotIndex } from './snapshot-index.js'
import { makeToolbox, type Toolbox, toolDefinitions } from './toolbox.js'

/** Limits of one review; only tests need others. */
export interface LoopLimits {
  /** Requests that bring a turn of the model. */
  readonly turns: number
  /** What is waited before the second and the third attempt, where the server does not say. Milliseconds. */
  readonly pausesMs: readonly number[]
  /** A server that wants to be waited for longer is not waited for. Milliseconds. */
  readonly longestPauseMs: number
}
const LIMITS: LoopLimits = { turns: 60, pausesMs: [1_000, 4_000], longestPauseMs: 120_000 }

/** More calls than this in one turn are refused, each with a result that says so. */
const MAX_CALLS_AT_ONCE = 32
/** What the models take besides the longest prompt. */
const ROOM_TOKENS = 60_000

/**
 * Reviews by a model that reads the snapshot through tools of ours. `name` is that of the reviewer and its prompt. A
 * change is reviewed in many conversations: the snapshot, which never changes, is listed for the first of them.
 */
export function makeReviewLoop(
  { name, open }: { readonly name: string; readonly open: OpenConversation },
  limits: LoopLimits = LIMITS,
): Reviewer['review'] {
  const indexOf = makeSnapshotIndexes()
  let tools: readonly ToolDefinition[] | undefined
  return async (request, io) => {
    try {
      tools ??= toolDefinitions()
      const conversation = await open({
        endpoint: io.endpoint,
        model: request.model,
        effort: request.effort,
        instructions: readPrompt(`reviewers/${name}`),
        tools,
        outputSchema: request.outputSchema,
        signal: request.signal,
      })
      const toolbox = openToolbox(await indexOf(request.snapshot), request, io)
      return await converse({ conversation, toolbox, request, io, limits })
    } catch (error) {
      throw explain(error, request.signal)
    }
  }
}

function openToolbox(snapshot: SnapshotIndex, { prompt, signal }: ReviewRequest, io: ReviewerIO): Toolbox {
  return makeToolbox({
    snapshot,
    signal,
    maxBytes: (REQUEST_TOKENS + ROOM_TOKENS - Math.min(REQUEST_TOKENS, estimateTokens(prompt))) * BYTES_PER_TOKEN,
    onRead: (path) => io.onEvent({ kind: 'read', path }),
  })
}

interface Loop {
  readonly conversation: Conversation
  readonly toolbox: Toolbox
  readonly request: ReviewRequest
  readonly io: ReviewerIO
  readonly limits: LoopLimits
}

async function converse(loop: Loop): Promise<Reply> {
  const { conversation, toolbox, request, limits } = loop
  let step: Step = { say: request.prompt, tools: 'offered' }
  // An answer in its enforced form that came before anything was read; it stands if nothing is read then either.
  let unread: string | undefined
  for (let turns = 1; turns <= limits.turns; turns += 1) {
    const turn = await askPatiently(step, loop)
    if (turn.kind === 'calls') {
      if (step.tools === 'withheld') throw withoutAnswer(turns)
      unread = undefined
      step = await toNextStep(turn.calls, loop, limits.turns - turns)
      continue
    }
    const text = unread ?? requireText(turn)
    if (turns > 1 || !conversation.stopEnforcing()) {
      return { text, model: conversation.model() ?? request.model, filesRead: toolbox.filesRead(), turns }
    }
    unread = text
    step = { say: NOTHING_READ, tools: 'offered' }
  }
  throw withoutAnswer(limits.turns)
}

function withoutAnswer(turns: number): ReviewerError {
  return new ReviewerError(
    'NO_REPLY',
    `The model went on calling tools and gave no answer in ${turns} turns, also when it was told to. Run again; if it stays, try another model.`,
  )
}

const NOTHING_READ =
  'You answered without having called a tool. If the task needs the files, read them now and answer then; if it does not, say so in a word, and your answer stands.'
const ANSWER_NOW = '[No further calls are possible. Answer now; list under notVerified what you could not check.]'

function requireText(turn: Exclude<ModelTurn, { kind: 'calls' }>): string {
  switch (turn.kind) {
    case 'refused':
      throw new ReviewerError('REFUSED', `The provider's content filter stopped the answer. ${toQuote(turn.why)}`)
    case 'cut-off':
      throw new ReviewerError(
        'NO_REPLY',
        `The answer was cut off at the output limit of the model; run again, or name another model. ${toQuote(turn.why)}`,
      )
    case 'answer':
      if (turn.text.trim() !== '') return turn.text
      throw new ReviewerError(
        'NO_REPLY',
        'The model ended its turn without an answer. Run again; if it stays, try another model.',
      )
  }
}

async function toNextStep(calls: readonly ToolCall[], { toolbox, io }: Loop, turnsLeft: number): Promise<Step> {
  const results: ToolResult[] = []
  for (const [index, call] of calls.entries()) {
    const result = index < MAX_CALLS_AT_ONCE ? await toolbox.run(call) : refuseCall(call)
    io.onEvent({ kind: 'command', command: describeCall(call), exitCode: result.failed ? 1 : 0 })
    results.push(result)
  }
  if (turnsLeft > 1 && !toolbox.isEmpty()) return { say: results, tools: 'offered' }
  const last = results.pop()
  const warned = last === undefined ? [] : [{ ...last, text: `${last.text}\n${ANSWER_NOW}` }]
  return { say: [...results, ...warned], tools: 'withheld' }
}

function refuseCall(call: ToolCall): ToolResult {
  return { call, text: `At most ${MAX_CALLS_AT_ONCE} calls at once are answered.`, failed: true }
}

function describeCall(call: ToolCall): string {
  return toQuote(`${call.name.slice(0, 100)} ${call.arguments.slice(0, 1_000)}`)
}

/** What passes is asked for again, as often as there are pauses. */
async function askPatiently(step: Step, { conversation, request, io, limits }: Loop): Promise<ModelTurn> {
  for (const pauseMs of limits.pausesMs) {
    try {
      return await conversation.ask(step)
    } catch (error) {
      if (request.signal.aborted || !(error instanceof CallFailure) || error.retry.kind === 'never') throw error
      const { afterMs } = error.retry
      if (afterMs !== undefined && afterMs > limits.longestPauseMs) throw error
      io.onEvent({ kind: 'warning', text: `${error.code}: ${error.message} Asking again.` })
      await pause(afterMs ?? pauseMs, undefined, { signal: request.signal })
    }
  }
  return conversation.ask(step)
}

/** What goes on once the run is called off is nobody's failure; a bug stays one. */
function explain(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return interruption(signal)
  return error instanceof CallFailure ? new ReviewerError(error.code, error.message, { cause: error }) : error
}

function interruption({ reason }: AbortSignal): ReviewerError {
  if (reason instanceof ReviewerError) return reason
  return new ReviewerError(
    'TIMED_OUT',
    reason instanceof Error ? toQuote(reason.message) : 'The review ran out of time.',
  )
}
