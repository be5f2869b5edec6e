import type { Endpoint, ReviewRequest } from '../../types/reviewer.js'
import type { Workspace } from './workspace.js'

/** All that the model may do: read. There is no shell, so nothing of its doing reaches the key proxy. */
export const TOOLS = ['Read', 'Grep', 'Glob'] as const
export const PERMISSION_MODE = 'dontAsk'

/** Never run, whatever a later version offers, and never read. */
const DENIED = [
  'Bash',
  'Write',
  'Edit',
  'NotebookEdit',
  'WebFetch',
  'WebSearch',
  'Task',
  'Skill',
  'Read(./.git/**)',
  'Read(//proc/**)',
  'Read(//sys/**)',
  'Read(//dev/**)',
  // Sent as pictures and documents, which the key proxy does not let pass.
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf'].map((extension) => `Read(./**/*.${toAnyCase(extension)})`),
] as const

/** What differs between the providers that Claude Code is run on. */
export interface Dialect {
  /** The variable whose value goes into the header that the provider reads. */
  readonly keyVariable: 'ANTHROPIC_API_KEY' | 'ANTHROPIC_AUTH_TOKEN'
  /** What the provider calls our degrees of effort. */
  readonly efforts: Readonly<Record<ReviewRequest['effort'], string>>
  /** Context of the model in tokens where the CLI would assume another; undefined where it knows. */
  contextTokens(model: string): number | undefined
}

/** How long and how often the CLI waits for the provider. Milliseconds. */
export interface ProviderLimits {
  /** For the first byte of an answer. */
  readonly answerMs: number
  /** Silence within an answer that has begun. The CLI waits 10 seconds at least. */
  readonly streamIdleMs: number
}

export interface ClaudeRun {
  readonly request: ReviewRequest
  readonly workspace: Workspace
  readonly endpoint: Endpoint
  readonly dialect: Dialect
  readonly limits: ProviderLimits
}

/** The arguments of a review; the prompt comes by standard input. */
export function toReviewArguments({ request, workspace, dialect }: ClaudeRun): readonly string[] {
  return [
    '--print',
    '--verbose',
    '--output-format=stream-json',
    '--input-format=text',
    // One argument each, so that no value can be taken for an option.
    `--model=${request.model}`,
    `--effort=${dialect.efforts[request.effort]}`,
    `--tools=${TOOLS.join(',')}`,
    `--permission-mode=${PERMISSION_MODE}`,
    '--permission-prompts=none',
    // Nothing of the project or the user is read: settings, hooks, agents, memory.
    '--setting-sources=',
    '--restricted',
    '--safe-mode',
    '--strict-mcp-config',
    '--disable-slash-commands',
    '--no-session-persistence',
    '--no-chrome',
    `--settings=${JSON.stringify({ permissions: { deny: DENIED }, disableAllHooks: true })}`,
    `--system-prompt-file=${workspace.systemPrompt}`,
    `--json-schema=${JSON.stringify(request.outputSchema)}`,
  ]
}

/** No review is longer; the thinking before it counts too. */
const MAX_OUTPUT_TOKENS = 32_000
const MAX_RETRIES = 2

/** The environment of the CLI, made from nothing. */
export function toEnvironment(run: ClaudeRun): Readonly<Record<string, string>> {
  const { request, workspace, endpoint, dialect, limits } = run
  const context = dialect.contextTokens(request.model)
  return {
    PATH: '/usr/bin:/bin',
    HOME: workspace.home,
    TMPDIR: workspace.temporary,
    LANG: 'C.UTF-8',
    CI: 'true',
    CLAUDE_CONFIG_DIR: workspace.configuration,
    ANTHROPIC_BASE_URL: endpoint.baseUrl,
    [dialect.keyVariable]: endpoint.key,
    // The key proxy serves one model; nothing on the side may ask for another.
    ANTHROPIC_DEFAULT_HAIKU_MODEL: request.model,
    ANTHROPIC_SMALL_FAST_MODEL: request.model,
    ...SWITCHED_OFF,
    CLAUDE_CODE_MAX_RETRIES: String(MAX_RETRIES),
    CLAUDE_CODE_MAX_OUTPUT_TOKENS: String(MAX_OUTPUT_TOKENS),
    API_TIMEOUT_MS: String(limits.answerMs),
    CLAUDE_BYTE_STREAM_IDLE_TIMEOUT_MS: String(limits.streamIdleMs),
    ...(context === undefined ? {} : { CLAUDE_CODE_MAX_CONTEXT_TOKENS: String(context) }),
  }
}

const SWITCHED_OFF = {
  // Each alone keeps `@path` in a diff from being replaced by the file's content; the second is newer.
  CLAUDE_CODE_DISABLE_ATTACHMENTS: '1',
  CLAUDE_CODE_DISABLE_FILE_MENTIONS: '1',
  CLAUDE_CODE_DISABLE_CLAUDE_MDS: '1',
  CLAUDE_CODE_DISABLE_GIT_INSTRUCTIONS: '1',
  CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
  CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS: '1',
  CLAUDE_CODE_ATTRIBUTION_HEADER: '0',
  DISABLE_TELEMETRY: '1',
  DISABLE_ERROR_REPORTING: '1',
  DISABLE_AUTOUPDATER: '1',
  DISABLE_UPDATES: '1',
} as const

/** 'png' → '[pP][nN][gG]' */
function toAnyCase(extension: string): string {
  return [...extension].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('')
}
