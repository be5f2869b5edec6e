import type { Family } from '../types/reviewer.js'

/** Null: the program drives models of many families, or nobody knows which. */
type TraceFamily = Family | null
type TraceConfidence = 'high' | 'medium' | 'low'

/** What a trace says of who wrote the code. A harness is not a family. */
interface Meaning {
  readonly harness: string
  readonly family: TraceFamily
  readonly confidence: TraceConfidence
}

/** Where a trace is looked for, and what it looks like there. */
export type Trace = Meaning &
  (
    | { readonly kind: 'address'; readonly address: string }
    /** Of the pull request's opener, or behind GitHub's private address of a commit's author or co-author. */
    | { readonly kind: 'login'; readonly login: string }
    | { readonly kind: 'trailer'; readonly key: string; readonly value: RegExp }
    | { readonly kind: 'subject'; readonly prefix: string }
    /** Anybody may name a branch so. */
    | { readonly kind: 'branch'; readonly prefix: RegExp }
    /** A whole line of the pull request's body. */
    | { readonly kind: 'body'; readonly line: RegExp }
  )

/** In lower case, as addresses are compared. */
export const claudeCodeAddress = 'noreply@anthropic.com'

/**
 * One row per trace that a coding agent leaves. Addresses and logins are compared whole, patterns are anchored; display
 * names say nothing, because people are called Claude, Devin, Jules and Cody. High: documented by the vendor or
 * written by its code; medium and low: seen in the wild, or easily somebody else's.
 */
export const traces: readonly Trace[] = [
  // A name that is no Claude model's may stand before this address too: detect.ts looks at it.
  { kind: 'address', address: claudeCodeAddress, harness: 'Claude Code', family: null, confidence: 'high' },
  {
    kind: 'trailer',
    key: 'claude-session',
    value: /^https:\/\/claude\.ai\/code\/session_\w+$/,
    harness: 'Claude Code on the web',
    family: 'anthropic',
    confidence: 'high',
  },
  { kind: 'login', login: 'claude[bot]', harness: 'Claude GitHub app', family: 'anthropic', confidence: 'high' },
  {
    kind: 'login',
    login: 'claude-code-action[bot]',
    harness: 'Claude GitHub app',
    family: 'anthropic',
    confidence: 'medium',
  },
  {
    kind: 'login',
    login: 'anthropic-claude[bot]',
    harness: 'Claude GitHub app',
    family: 'anthropic',
    confidence: 'medium',
  },
  // Written whatever model answers: Claude Code may run another lab's.
  {
    kind: 'body',
    line: /^(?:🤖 )?Generated with \[Claude Code\]\(https:\/\/claude\.(?:com\/claude-code|ai\/code)[^\s()]{0,100}\)$/u,
    harness: 'Claude Code',
    family: null,
    confidence: 'high',
  },
  {
    kind: 'body',
    line: /^https:\/\/claude\.ai\/code\/session_\w+$/,
    harness: 'Claude Code on the web',
    family: 'anthropic',
    confidence: 'medium',
  },
  { kind: 'branch', prefix: /^claude\//, harness: 'Claude Code on the web', family: 'anthropic', confidence: 'low' },

  { kind: 'address', address: 'noreply@openai.com', harness: 'Codex', family: 'openai', confidence: 'high' },
  { kind: 'address', address: 'codex@openai.com', harness: 'Codex', family: 'openai', confidence: 'high' },
  { kind: 'address', address: 'codex@example.com', harness: 'Codex', family: 'openai', confidence: 'low' },
  {
    kind: 'login',
    login: 'chatgpt-codex-connector[bot]',
    harness: 'Codex cloud',
    family: 'openai',
    confidence: 'high',
  },
  { kind: 'login', login: 'openai-codex[bot]', harness: 'Codex cloud', family: 'openai', confidence: 'medium' },
  {
    kind: 'body',
    line: /(?:^|[\s(<"])https:\/\/chatgpt\.com\/codex\/tasks\/task_\w/,
    harness: 'Codex cloud',
    family: 'openai',
    confidence: 'high',
  },
  { kind: 'branch', prefix: /^codex\//, harness: 'Codex cloud', family: 'openai', confidence: 'low' },

  { kind: 'login', login: 'copilot', harness: 'GitHub Copilot', family: null, confidence: 'high' },
  { kind: 'login', login: 'copilot-swe-agent[bot]', harness: 'GitHub Copilot', family: null, confidence: 'high' },
  { kind: 'address', address: 'copilot@github.com', harness: 'GitHub Copilot', family: null, confidence: 'medium' },
  {
    kind: 'trailer',
    key: 'agent-logs-url',
    value: /^https:\/\/github\.com\/\S+$/,
    harness: 'GitHub Copilot',
    family: null,
    confidence: 'high',
  },
  { kind: 'branch', prefix: /^copilot\//, harness: 'GitHub Copilot', family: null, confidence: 'low' },

  { kind: 'address', address: 'cursoragent@cursor.com', harness: 'Cursor', family: null, confidence: 'high' },
  { kind: 'login', login: 'cursor[bot]', harness: 'Cursor', family: null, confidence: 'high' },
  { kind: 'login', login: 'cursoragent[bot]', harness: 'Cursor', family: null, confidence: 'high' },
  {
    kind: 'body',
    line: /(?:^|[\s(<"])https:\/\/(?:www\.)?cursor\.com\/(?:agents|background-agent)(?![\w-])/,
    harness: 'Cursor',
    family: null,
    confidence: 'high',
  },
  { kind: 'branch', prefix: /^cursor\//, harness: 'Cursor', family: null, confidence: 'low' },

  { kind: 'login', login: 'devin-ai-integration[bot]', harness: 'Devin', family: null, confidence: 'high' },
  {
    kind: 'body',
    line: /(?:^|[\s(<"])https:\/\/app\.devin\.ai\/sessions\/\w/,
    harness: 'Devin',
    family: null,
    confidence: 'high',
  },
  { kind: 'branch', prefix: /^devin\/\d{9,}-/, harness: 'Devin', family: null, confidence: 'low' },

  { kind: 'login', login: 'google-labs-jules[bot]', harness: 'Jules', family: 'google', confidence: 'high' },
  {
    kind: 'body',
    line: /^\*?PR created automatically by Jules for task \[[^\]\n]{1,80}\]\(https:\/\/jules\.google\.com\/task\/[^\s()]{1,200}\)/,
    harness: 'Jules',
    family: 'google',
    confidence: 'high',
  },
  {
    kind: 'login',
    login: 'gemini-code-assist[bot]',
    harness: 'Gemini Code Assist',
    family: 'google',
    confidence: 'high',
  },
  { kind: 'address', address: 'gemini-cli@google.com', harness: 'Gemini CLI', family: 'google', confidence: 'medium' },
  { kind: 'branch', prefix: /^gemini\//, harness: 'Gemini CLI', family: 'google', confidence: 'low' },

  {
    kind: 'trailer',
    key: 'amp-thread-id',
    value: /^https:\/\/ampcode\.com\/threads\/T-[\w-]+$/,
    harness: 'Amp',
    family: null,
    confidence: 'high',
  },
  { kind: 'address', address: 'amp@ampcode.com', harness: 'Amp', family: null, confidence: 'high' },
  { kind: 'address', address: 'aider@aider.chat', harness: 'Aider', family: null, confidence: 'high' },
  { kind: 'address', address: 'noreply@aider.chat', harness: 'Aider', family: null, confidence: 'high' },
  { kind: 'subject', prefix: 'aider: ', harness: 'Aider', family: null, confidence: 'medium' },
  { kind: 'branch', prefix: /^aider\//, harness: 'Aider', family: null, confidence: 'low' },
  { kind: 'address', address: 'openhands@all-hands.dev', harness: 'OpenHands', family: null, confidence: 'high' },
  { kind: 'address', address: 'openhands@openhands.dev', harness: 'OpenHands', family: null, confidence: 'high' },
  { kind: 'login', login: 'openhands-agent', harness: 'OpenHands', family: null, confidence: 'high' },
  { kind: 'branch', prefix: /^openhands-fix-issue-\d/, harness: 'OpenHands', family: null, confidence: 'low' },
  { kind: 'address', address: 'noreply@opencode.ai', harness: 'opencode', family: null, confidence: 'high' },
  { kind: 'login', login: 'opencode-agent[bot]', harness: 'opencode', family: null, confidence: 'high' },
  {
    kind: 'body',
    line: /^🤖 Generated with \[opencode\]\(https:\/\/opencode\.ai\/?\)$/u,
    harness: 'opencode',
    family: null,
    confidence: 'high',
  },
  { kind: 'login', login: 'factory-droid[bot]', harness: 'Factory Droid', family: null, confidence: 'high' },
  { kind: 'address', address: 'crush@charm.land', harness: 'Crush', family: null, confidence: 'high' },
  { kind: 'address', address: 'qwen-coder@alibabacloud.com', harness: 'Qwen Code', family: 'qwen', confidence: 'high' },
  // Made by hand, no tool of Z.ai's writes them.
  { kind: 'address', address: 'noreply@z.ai', harness: 'GLM', family: 'zhipu', confidence: 'low' },
  { kind: 'address', address: 'service@zhipuai.cn', harness: 'GLM', family: 'zhipu', confidence: 'low' },
  {
    kind: 'trailer',
    key: 'replit-commit-author',
    value: /^(?:Agent|Assistant)$/,
    harness: 'Replit',
    family: null,
    confidence: 'high',
  },
  {
    kind: 'trailer',
    key: 'replit-commit-session-id',
    value: /^\S+$/,
    harness: 'Replit',
    family: null,
    confidence: 'high',
  },
  { kind: 'address', address: 'agent@warp.dev', harness: 'Warp', family: null, confidence: 'medium' },
  { kind: 'address', address: 'roomote@roocode.com', harness: 'Roo Code', family: null, confidence: 'medium' },
  { kind: 'login', login: 'roomote[bot]', harness: 'Roo Code', family: null, confidence: 'medium' },
  { kind: 'login', login: 'gpt-engineer-app[bot]', harness: 'Lovable', family: null, confidence: 'medium' },
  { kind: 'login', login: 'lovable-dev[bot]', harness: 'Lovable', family: null, confidence: 'medium' },
  { kind: 'address', address: 'noreply@mastra.ai', harness: 'Mastra Code', family: null, confidence: 'medium' },
  { kind: 'login', login: 'amazon-q-developer[bot]', harness: 'Amazon Q', family: null, confidence: 'medium' },
  { kind: 'login', login: 'cline[bot]', harness: 'Cline', family: null, confidence: 'medium' },
  { kind: 'branch', prefix: /^cline\//, harness: 'Cline', family: null, confidence: 'low' },
  { kind: 'login', login: 'continue[bot]', harness: 'Continue', family: null, confidence: 'medium' },
  { kind: 'login', login: 'sourcegraph-cody[bot]', harness: 'Cody', family: null, confidence: 'medium' },
  { kind: 'login', login: 'jetbrains-ai[bot]', harness: 'JetBrains AI', family: null, confidence: 'medium' },
  { kind: 'login', login: 'coderabbitai[bot]', harness: 'CodeRabbit', family: null, confidence: 'medium' },
  { kind: 'login', login: 'codegen-sh[bot]', harness: 'Codegen', family: null, confidence: 'medium' },
  { kind: 'login', login: 'windsurf-bot[bot]', harness: 'Windsurf', family: null, confidence: 'low' },
  { kind: 'login', login: 'v0[bot]', harness: 'v0', family: null, confidence: 'low' },
  { kind: 'address', address: 'agent@zed.dev', harness: 'Zed', family: null, confidence: 'low' },
  { kind: 'branch', prefix: /^agents?\//, harness: 'an agent', family: null, confidence: 'low' },
]

/**
 * How git notes, `Generated-by` and `Assisted-by: AGENT:MODEL` call a program. In lower case; what is not here and is no model's
 * name credits a person.
 */
export const agentNames: ReadonlyMap<string, Omit<Meaning, 'confidence'>> = new Map([
  ['codex', { harness: 'Codex', family: 'openai' }],
  ['codex cli', { harness: 'Codex', family: 'openai' }],
  ['claude', { harness: 'Claude Code', family: null }],
  ['claude code', { harness: 'Claude Code', family: null }],
  ['claude-code', { harness: 'Claude Code', family: null }],
  ['copilot', { harness: 'GitHub Copilot', family: null }],
  ['github copilot', { harness: 'GitHub Copilot', family: null }],
  ['github-copilot-cli', { harness: 'GitHub Copilot', family: null }],
  ['cursor', { harness: 'Cursor', family: null }],
  ['gemini cli', { harness: 'Gemini CLI', family: 'google' }],
  ['opencode', { harness: 'opencode', family: null }],
  ['aider', { harness: 'Aider', family: null }],
  ['crush', { harness: 'Crush', family: null }],
])

/**
 * Programs that update dependencies or cut releases: they write no code with a model, and quote other people's messages.
 * github-actions[bot] is none of them, because agents commit under its name.
 */
export const releaseBots: ReadonlySet<string> = new Set([
  'dependabot[bot]',
  'dependabot-preview[bot]',
  'renovate[bot]',
  'renovate-bot',
  'mend-for-github-com[bot]',
  'release-please[bot]',
  'semantic-release-bot',
  'changeset-bot[bot]',
  'pre-commit-ci[bot]',
  'allcontributors[bot]',
  'snyk-bot',
  'pyup-bot',
  'greenkeeper[bot]',
  'imgbot[bot]',
])

/** Whose pull request bodies are made from release notes and the like, so that a marker in them is a quotation. */
export const quotingOpeners: ReadonlySet<string> = new Set([...releaseBots, 'github-actions[bot]'])

/** The addresses of release bots that are not GitHub's private ones. */
export const releaseBotAddresses: ReadonlySet<string> = new Set([
  'support@dependabot.com',
  'bot@renovateapp.com',
  'renovate@whitesourcesoftware.com',
  'semantic-release-bot@martynus.net',
  'snyk-bot@snyk.io',
])
