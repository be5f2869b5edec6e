import { open } from 'node:fs/promises'
import { ReviewerError } from '../errors.js'
import type { CommandOutput, Reply, Reviewer, ReviewerIO, ReviewRequest } from '../types/reviewer.js'
import { describeExit, requireHeard, requireText, requireTool, requireUninterrupted, runCli } from './cli/run-cli.js'
import { openSnapshotFiles } from './cli/snapshot-files.js'
import { KEY_VARIABLE, NAME, toReviewArguments } from './codex/command-line.js'
import { EventLog } from './codex/events.js'
import { toReviewerError } from './codex/failure.js'
import { tryOwnSandbox } from './codex/own-sandbox.js'
import { makeWorkspace, toEnvironment, toFiles } from './codex/workspace.js'
import { codexTool } from './pins/codex.js'

/**
 * The classic tool mode, where the model is offered a shell command and nothing else. gpt-5.6 and gpt-6 know only code
 * mode, which hands the model a JavaScript interpreter.
 */
const DEFAULT_MODEL = 'gpt-5.5'

/** How long the adapter waits where nothing is heard. Milliseconds. */
export interface CodexLimits {
  /** The CLI prints nothing while the model thinks, so this is long; it ends a request that is never answered. */
  readonly stallMs: number
  /** Silence within an answer that has begun. */
  readonly streamIdleMs: number
}

/** The Codex CLI, run hermetically; inside our sandbox its own is a second layer. */
export const codex: Reviewer = makeCodex({ stallMs: 600_000, streamIdleMs: 120_000 })

/** The reviewer with limits of one's own; only tests need others. */
export function makeCodex(limits: CodexLimits): Reviewer {
  return {
    id: 'codex',
    family: 'openai',
    defaultModel: DEFAULT_MODEL,
    credential: 'openai-api-key',
    baseUrl: { input: 'openai-base-url', vendor: 'https://api.openai.com/v1' },
    tool: codexTool,
    wire: 'responses',
    tryOwnSandbox,
    review: (request, io) => review(request, io, limits),
  }
}

async function review(request: ReviewRequest, io: ReviewerIO, limits: CodexLimits): Promise<Reply> {
  const tool = requireTool(io, NAME)
  const workspace = await makeWorkspace(request)
  const log = new EventLog(openSnapshotFiles(request.snapshot), io.onEvent)
  const output = await runCli(io, NAME, {
    file: tool.executable,
    args: toReviewArguments({ tool, workspace, request, endpoint: io.endpoint, limits }),
    cwd: request.snapshot,
    env: { ...toEnvironment(workspace), [KEY_VARIABLE]: io.endpoint.key },
    input: request.prompt,
    ...toFiles(tool, workspace),
    onLine: (line) => log.add(line),
    stallMs: limits.stallMs,
    signal: request.signal,
  })
  requireUninterrupted(request.signal)
  requireCompleted(output, { log, stallMs: limits.stallMs, key: io.endpoint.key })
  const text = requireText(await readLastMessage(workspace.lastMessage))
  return { text, model: request.model, filesRead: log.filesRead, turns: log.turns }
}

interface Run {
  readonly log: EventLog
  readonly stallMs: number
  readonly key: string
}

function requireCompleted(output: CommandOutput, { log, stallMs, key }: Run): void {
  requireHeard(output, NAME, stallMs)
  if (output.exitCode === 0 && log.turns > 0 && !log.failed) return
  const said = log.failure ?? describeExit(output)
  throw toReviewerError(key === '' ? said : said.replaceAll(key, '***'))
}

/** No review is longer. Bytes. */
const MAX_REPLY_BYTES = 16 * 1024 * 1024

async function readLastMessage(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new ReviewerError('NO_REPLY', 'The Codex CLI left no file with the answer.', { cause: error })
  })
  try {
    const { size } = await file.stat()
    if (size > MAX_REPLY_BYTES) throw new ReviewerError('NO_REPLY', `The answer is over ${MAX_REPLY_BYTES} bytes.`)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}
