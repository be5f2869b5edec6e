import { ConfigurationError } from '../errors.js'
import type { CredentialName } from '../types/reviewer.js'
import { startChatEndpoint } from './chat-endpoint.js'
import { startMessagesEndpoint } from './messages-endpoint.js'
import { startReplayEndpoint } from './replay-endpoint.js'
import { SAMPLE_CHANGED_FILES, SAMPLE_FINDINGS } from './sample-repository.js'

/** A recorded model for one reviewer, served on 127.0.0.1. */
export interface Replay {
  readonly credential: CredentialName
  readonly baseUrlInput: string
  /** For people: 'the Codex CLI (OpenAI)'. */
  readonly name: string
  start(): Promise<{ readonly url: string; close(): Promise<void> }>
}

const answer = JSON.stringify({ findings: SAMPLE_FINDINGS, filesReviewed: SAMPLE_CHANGED_FILES, notVerified: [] })
const readsByShell = { kind: 'command', command: `cat ${SAMPLE_CHANGED_FILES.join(' ')}` } as const
const says = { kind: 'message', text: answer } as const
const readsByTool = {
  kind: 'tools',
  calls: SAMPLE_CHANGED_FILES.map((path) => ({ name: 'read_file', input: { path } })),
} as const

/** The reviewers that the demo can show. None is of the family that wrote the sample, or nobody would review it. */
const replays: Readonly<Record<string, Replay>> = {
  codex: {
    credential: 'openai-api-key',
    baseUrlInput: 'openai-base-url',
    name: 'the real Codex CLI (OpenAI), pinned and verified,',
    start: () => startReplayEndpoint([readsByShell, says]),
  },
  glm: {
    credential: 'zai-api-key',
    baseUrlInput: 'zai-base-url',
    name: 'the real Claude Code, pinned and verified and driving GLM (Zhipu),',
    start: () => startMessagesEndpoint([readsByShell, says]),
  },
  'openai-api': {
    credential: 'openai-api-key',
    baseUrlInput: 'openai-base-url',
    name: 'an agent of this program, with read-only tools over the OpenAI API,',
    start: () => startChatEndpoint([readsByTool, says]),
  },
}

/** The recorded model of that reviewer; throws ConfigurationError for one that the demo cannot show. */
export function replayOf(id: string): Replay {
  const replay = Object.hasOwn(replays, id) ? replays[id] : undefined
  if (replay !== undefined) return replay
  throw new ConfigurationError(
    `--reviewers: the demo cannot show ${JSON.stringify(id.slice(0, 100))}; accepted: one of ${Object.keys(replays).join(', ')}`,
  )
}
