import { ReviewerError } from '../errors.js'
import type { CommandOutput, Reply, Reviewer, ReviewerIO, ReviewRequest } from '../types/reviewer.js'
import { type Dialect, type ProviderLimits, toEnvironment, toReviewArguments } from './claude/command-line.js'
import { EventLog, type ResultEvent } from './claude/events.js'
import { toReviewerError } from './claude/failure.js'
import { makeWorkspace, toFiles } from './claude/workspace.js'
import { describeExit, requireHeard, requireText, requireTool, requireUninterrupted, runCli } from './cli/run-cli.js'
import { openSnapshotFiles } from './cli/snapshot-files.js'
import { claudeTool } from './pins/claude.js'

const NAME = 'Claude Code'
/** What `opus` means to the pinned CLI. */
const ANTHROPIC_MODEL = 'claude-opus-5-5'
const ZAI_MODEL = 'glm-5.3'

/** How long the adapter waits where nothing is heard. Milliseconds. */
export interface ClaudeLimits extends ProviderLimits {
  /** The CLI prints nothing while the model thinks, so this is long; it ends a request that is never answered. */
  readonly stallMs: number
}

/** One provider that Claude Code is run on. */
export interface ClaudeProvider
  extends Pick<Reviewer, 'id' | 'family' | 'defaultModel' | 'credential' | 'baseUrl'>,
    Dialect {}

export const anthropic: ClaudeProvider = {
  id: 'claude',
  family: 'anthropic',
  defaultModel: ANTHROPIC_MODEL,
  credential: 'anthropic-api-key',
  baseUrl: { input: 'anthropic-base-url', vendor: 'https://api.anthropic.com' },
  keyVariable: 'ANTHROPIC_API_KEY',
  efforts: { low: 'low', medium: 'medium', high: 'high' },
  contextTokens: () => undefined,
}

/** Z.ai's own plan for Claude Code; no answer of Anthropic's is involved. */
export const zai: ClaudeProvider = {
  id: 'glm',
  family: 'zhipu',
  defaultModel: ZAI_MODEL,
  credential: 'zai-api-key',
  baseUrl: { input: 'zai-base-url', vendor: 'https://api.z.ai/api/anthropic' },
  keyVariable: 'ANTHROPIC_AUTH_TOKEN',
  // GLM-5.3 knows no medium.
  efforts: { low: 'low', medium: 'high', high: 'max' },
  // The CLI assumes a million for every name that it does not know.
  contextTokens: (model) => (/^glm-5\.[23](?:-|$)/.test(model) ? undefined : 200_000),
}

const LIMITS: ClaudeLimits = { stallMs: 600_000, answerMs: 300_000, streamIdleMs: 120_000 }

/** Claude Code on Anthropic, run hermetically: it can read the snapshot and do nothing else. */
export const claude: Reviewer = makeClaude(anthropic, LIMITS)

/** The same harness on Z.ai's endpoint of the same form: another lab, another key. */
export const glm: Reviewer = makeClaude(zai, LIMITS)

/** A reviewer of that provider, with limits of one's own; only tests need others. */
export function makeClaude(provider: ClaudeProvider, limits: ClaudeLimits): Reviewer {
  const { id, family, defaultModel, credential, baseUrl } = provider
  return {
    id,
    family,
    defaultModel,
    credential,
    baseUrl,
    tool: claudeTool,
    wire: 'messages',
    // Its own sandbox confines the shell tool alone, and the model has none.
    tryOwnSandbox: async () => 'off',
    review: (request, io) => review(request, io, { provider, limits }),
  }
}

interface Setting {
  readonly provider: ClaudeProvider
  readonly limits: ClaudeLimits
}

async function review(request: ReviewRequest, io: ReviewerIO, { provider, limits }: Setting): Promise<Reply> {
  const tool = requireTool(io, NAME)
  const workspace = await makeWorkspace(request, provider.id)
  const { snapshot, model } = request
  const log = new EventLog(openSnapshotFiles(snapshot), { snapshot, model, version: tool.version }, io.onEvent)
  const run = { request, workspace, endpoint: io.endpoint, dialect: provider, limits }
  const output = await runCli(io, NAME, {
    file: tool.executable,
    args: toReviewArguments(run),
    cwd: snapshot,
    env: toEnvironment(run),
    input: request.prompt,
    ...toFiles(tool, workspace),
    onLine: (line) => log.add(line),
    stallMs: limits.stallMs,
    signal: request.signal,
  })
  requireUninterrupted(request.signal)
  const result = requireCompleted(output, { log, stallMs: limits.stallMs, key: io.endpoint.key })
  return { text: requireAnswer(result), model: log.model ?? model, filesRead: log.filesRead, turns: 1 }
}

interface Run {
  readonly log: EventLog
  readonly stallMs: number
  readonly key: string
}

/** SIGINT ends the CLI with exit code 0, and a failure is called a success in `subtype`: all must be right. */
function requireCompleted(output: CommandOutput, { log, stallMs, key }: Run): ResultEvent {
  requireHeard(output, NAME, stallMs)
  const { result, errorKind } = log
  if (output.exitCode === 0 && result?.is_error === false && result.subtype === 'success') return result
  const error = toReviewerError({ result, errorKind, said: describeExit(output) })
  throw key === '' ? error : new ReviewerError(error.code, error.message.replaceAll(key, '***'))
}

/** What was handed in through the schema; a model that does not, answers in text, which is judged like any reply. */
function requireAnswer({ structured_output: handedIn, result = '' }: ResultEvent): string {
  return requireText(handedIn === undefined || handedIn === null ? result : JSON.stringify(handedIn))
}
