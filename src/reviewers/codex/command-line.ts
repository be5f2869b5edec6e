import type { Endpoint, InstalledTool, ReviewRequest } from '../../types/reviewer.js'
import type { Workspace } from './workspace.js'

/** For people. */
export const NAME = 'The Codex CLI'

/** The environment variable that carries the key: arguments can be read by every user of the machine. */
export const KEY_VARIABLE = 'MSA_MODEL_KEY'

/** Features of the CLI that reach out, run something, or offer the model more than commands. */
const DISABLED_FEATURES = [
  'apps',
  'plugins',
  'remote_plugin',
  'plugin_sharing',
  'hooks',
  'multi_agent',
  'goals',
  'image_generation',
  'view_image',
  'tool_suggest',
  'skill_search',
  'skill_mcp_dependency_install',
  'sleep_tool',
  'shell_snapshot',
  'in_app_browser',
  'browser_use',
  'browser_use_external',
  'browser_use_full_cdp_access',
  'computer_use',
  'workspace_dependencies',
  'enable_request_compression',
  // Else a refused connection is tried for ever.
  'unbounded_connection_retries',
  'daemon_auto_start',
  'guardian_approval',
  'tool_call_mcp_elicitation',
  'auth_elicitation',
] as const

/** What the model's own commands see; nothing of ours is inherited. */
const SHELL_ENVIRONMENT = {
  PATH: '/usr/bin:/bin',
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  SHLVL: '1',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
  GIT_CONFIG_KEY_1: 'core.fsmonitor',
  GIT_CONFIG_VALUE_1: 'false',
  GIT_CONFIG_KEY_2: 'core.hooksPath',
  GIT_CONFIG_VALUE_2: '/dev/null',
} as const

/** Settings of the CLI by their dotted key. */
type Settings = Readonly<Record<string, TomlValue>>
type TomlValue = string | number | boolean | readonly string[] | { readonly [key: string]: TomlValue }

/** How long and how often the CLI waits for the provider. */
export interface ProviderLimits {
  /** Milliseconds without an event of a stream that has begun. */
  readonly streamIdleMs: number
}

/** The arguments of a review; the prompt comes by standard input. */
export function toReviewArguments(run: CodexRun): readonly string[] {
  const { request, workspace } = run
  return [
    'exec',
    '--json',
    '--ephemeral',
    '--ignore-user-config',
    '--ignore-rules',
    '--skip-git-repo-check',
    '--strict-config',
    ...['--color', 'never'],
    ...['-C', request.snapshot],
    // One argument, so that no model name can be taken for an option.
    `--model=${request.model}`,
    ...['--output-schema', workspace.schema],
    ...['--output-last-message', workspace.lastMessage],
    ...toFlags({
      ...(request.ownSandbox === 'on' ? confinement(run) : NO_CONFINEMENT),
      ...providerSettings(run),
      ...reviewSettings(run),
    }),
    ...DISABLED_FEATURES.flatMap((feature) => ['--disable', feature]),
    '-',
  ]
}

/** The arguments that run `command` in the sandbox of a review, without a model. */
export function toSandboxArguments(run: SandboxRun, command: readonly string[]): readonly string[] {
  return ['sandbox', '-C', run.workspace.snapshot, '-P', PROFILE, ...toFlags(confinement(run)), '--', ...command]
}

export interface SandboxRun {
  readonly tool: InstalledTool
  readonly workspace: Workspace
}

export interface CodexRun extends SandboxRun {
  readonly request: ReviewRequest
  readonly endpoint: Endpoint
  readonly limits: ProviderLimits
}

const PROFILE = 'msa'

/** `--sandbox` must not be given as well: it silently wins over the profile, and lets everything be read. */
function confinement({ tool, workspace }: SandboxRun): Settings {
  return {
    default_permissions: PROFILE,
    [`permissions.${PROFILE}.filesystem`]: {
      ':minimal': 'read',
      [tool.directory]: 'read',
      [workspace.snapshot]: 'read',
    },
    [`permissions.${PROFILE}.network.enabled`]: false,
    // The snapshot is its own root: no configuration is looked for above it.
    project_root_markers: [],
  }
}

/** Ours alone confines it then. */
const NO_CONFINEMENT: Settings = { sandbox_mode: 'danger-full-access', project_root_markers: [] }

function providerSettings({ endpoint, limits }: CodexRun): Settings {
  const provider = {
    name: 'msa',
    base_url: endpoint.baseUrl,
    env_key: KEY_VARIABLE,
    wire_api: 'responses',
    request_max_retries: 2,
    stream_max_retries: 2,
    stream_idle_timeout_ms: limits.streamIdleMs,
    supports_websockets: false,
  }
  const entries = Object.entries(provider).map(([key, value]) => [`model_providers.msa.${key}`, value] as const)
  return { model_provider: 'msa', ...Object.fromEntries(entries) }
}

function reviewSettings({ request, workspace }: CodexRun): Settings {
  return {
    approval_policy: 'never',
    model_reasoning_effort: request.effort,
    // Also a safety gain: the built-in instructions tell the model to obey AGENTS.md files.
    model_instructions_file: workspace.instructions,
    web_search: 'disabled',
    project_doc_max_bytes: 0,
    check_for_update_on_startup: false,
    'analytics.enabled': false,
    'feedback.enabled': false,
    'history.persistence': 'none',
    'skills.include_instructions': false,
    'skills.bundled.enabled': false,
    // The only switch that takes the sub-agent tools away.
    'agents.enabled': false,
    allow_login_shell: false,
    'shell_environment_policy.inherit': 'none',
    'shell_environment_policy.set': SHELL_ENVIRONMENT,
  }
}

function toFlags(settings: Settings): readonly string[] {
  return Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${toToml(value)}`])
}

function toToml(value: TomlValue): string {
  // A JSON string, number or array of strings is the same in TOML, once DEL is escaped too.
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value).replaceAll('\u007f', '\\u007f')
  return `{${Object.entries(value)
    .map(([key, inner]) => `${toToml(key)}=${toToml(inner)}`)
    .join(',')}}`
}
