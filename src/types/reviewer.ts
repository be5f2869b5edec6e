import { z } from 'zod'
import type { ReviewerError, ReviewerErrorCode } from '../errors.js'
import type { Hunk } from './diff.js'
import type { HostTraffic, ProviderFailure, WireFormat } from './egress.js'
import type { Finding } from './finding.js'

export const families = [
  'openai',
  'anthropic',
  'google',
  'zhipu',
  'qwen',
  'deepseek',
  'moonshot',
  'mistral',
  'xai',
  'meta',
  'other',
] as const
export const Family = z.enum(families)
/** The lab that trained a model. */
export type Family = z.infer<typeof Family>

/** Ids of the reviewers of this version, in the order in which `auto` looks at them. */
export const reviewerIds = ['codex', 'glm', 'claude', 'gemini', 'openai-api', 'anthropic-api'] as const

export const isolationLevels = ['root-sandbox', 'user-sandbox', 'in-process', 'none'] as const
/** Strongest first; `in-process` is a reviewer without a CLI, which runs nothing. */
export type IsolationLevel = (typeof isolationLevels)[number]

export const Effort = z.enum(['low', 'medium', 'high'])
export type Effort = z.infer<typeof Effort>

/** Where a model is served and the secret that opens it. */
export interface Endpoint {
  readonly baseUrl: string
  readonly key: string
}

export interface Usage {
  readonly inputTokens: number
  readonly cachedInputTokens: number
  readonly outputTokens: number
  readonly requests: number | null
}

/** What happened while a reviewer worked, for the log. All text is foreign. */
export type ReviewEvent =
  | { readonly kind: 'command'; readonly command: string; readonly exitCode: number | null }
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }

export interface ReviewRequest {
  readonly prompt: string
  /** JSON Schema, strict subset. */
  readonly outputSchema: object
  /** Absolute path of the snapshot; the reviewer's working directory. */
  readonly snapshot: string
  /** Private directory of this run, a sibling of the snapshot. */
  readonly scratch: string
  readonly model: string
  readonly effort: Effort
  /** Whether the CLI's own sandbox works where it runs: a second layer inside ours, not every machine lets it nest. */
  readonly ownSandbox: 'on' | 'off'
  readonly signal: AbortSignal
}

/** A child process to start: no shell, no inherited environment. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly input: string
  /** Files and directories that it may read, besides the snapshot, its own tool and the system's. Absolute paths. */
  readonly readOnly: readonly string[]
  /** Files that it may write, emptied before it starts; the adapter reads them back. */
  readonly writableFiles: readonly string[]
  /** Directories of its own, empty at the start; what it puts there need not be there afterwards. */
  readonly privateDirectories: readonly string[]
  /** Called with each complete line of standard output, without its terminator; it holds only until the call returns. */
  readonly onLine: (line: Buffer) => void
  /** No output for so long means stalled. Milliseconds. */
  readonly stallMs: number
  readonly signal: AbortSignal
}

export interface CommandOutput {
  readonly exitCode: number | null
  readonly signal: string | null
  /** The last part of standard error, capped. */
  readonly stderr: string
  readonly stalled: boolean
}

/** What left this machine for one reviewer, as its key proxy counted. */
export interface Egress {
  readonly traffic: HostTraffic
  /** Repository paths of the snapshot's files whose content was sent. */
  readonly files: readonly string[]
  /** False where the snapshot was too large to compare all of it with what was sent. */
  readonly filesComplete: boolean
}

/** A place to work for one reviewer: its sandbox and its key proxy. */
export interface Cell {
  readonly level: IsolationLevel
  /** What was proved of the sandbox from inside, one line a check. */
  readonly preflight: readonly string[]
  /** The key proxy's, with a placeholder for the key. */
  readonly endpoint: Endpoint
  /** A fresh directory of ours for one request's files, seen by nobody else. */
  makeScratch(): string
  run(command: Command): Promise<CommandOutput>
  /** Once `failure` knows of everything that the reviewer has seen the end of. */
  settled(): Promise<void>
  /** What the provider answered last, where that was a failure. */
  failure(): ProviderFailure | undefined
  /** As the provider counted. */
  usage(): Usage
  egress(): Promise<Egress>
  close(): Promise<void>
}

/** What a reviewer gets from the shell to do its work. */
export interface ReviewerIO {
  readonly endpoint: Endpoint
  /** The verified executable; undefined for reviewers without a CLI. */
  readonly tool: InstalledTool | undefined
  run(command: Command): Promise<CommandOutput>
  onEvent(event: ReviewEvent): void
}

/** A pinned, verified CLI on this machine. */
export interface InstalledTool {
  readonly executable: string
  /** Everything that the executable needs lies below here. */
  readonly directory: string
  readonly version: string
  /** The bubblewrap that came with it, verified like the rest. */
  readonly bubblewrap: string | undefined
}

/** What to install for a CLI reviewer: npm packages by platform with their integrity. */
export interface Tool {
  readonly name: string
  readonly version: string
  /** `${process.platform}-${process.arch}` → the platform's package. */
  readonly packages: Readonly<Record<string, ToolPackage>>
}

export interface ToolPackage {
  readonly package: string
  readonly version: string
  /** Subresource integrity of the tarball: 'sha512-…'. */
  readonly integrity: string
  /** Path of the executable inside the package directory. */
  readonly executable: string
  /** Path inside the package directory of the bubblewrap that it ships, one of `files`; undefined where it has none. */
  readonly bubblewrap: string | undefined
  /** sha256, hex, of every file that is kept, by path inside the package directory. */
  readonly files: Readonly<Record<string, string>>
}

export interface Reply {
  /** The last message, untouched. */
  readonly text: string
  /** The model that answered, as far as known. */
  readonly model: string
  /**
   * Repository-relative snapshot paths whose content the reviewer read, from its event log; in the output of commands
   * they are looked for in the first megabytes of a request.
   */
  readonly filesRead: readonly string[]
  readonly turns: number
}

export type CredentialName = 'openai-api-key' | 'anthropic-api-key' | 'zai-api-key' | 'gemini-api-key'

/** One configured way to get a review. An adapter only translates: request in, reply out. */
export interface Reviewer {
  readonly id: string
  readonly family: Family
  readonly defaultModel: string
  readonly credential: CredentialName
  readonly baseUrl: { readonly input: string; readonly vendor: string }
  readonly tool: Tool | undefined
  /** How its provider is spoken to; the key proxy lets nothing else through. */
  readonly wire: WireFormat
  /** Tries, without a model, whether the CLI's own sandbox works where it will run. 'off' for one that has none. */
  tryOwnSandbox(request: ReviewRequest, io: ReviewerIO): Promise<'on' | 'off'>
  review(request: ReviewRequest, io: ReviewerIO): Promise<Reply>
}

export interface RejectedFinding {
  readonly reviewer: string
  readonly reason: string
  readonly raw: string
}

/** What of the change a reviewer has not reviewed, though it completed. */
export interface Gap {
  /** The part of the change that it was in: `part 3 of 12`. */
  readonly part: string
  /** Empty for the pass that looks at the map of the change alone. */
  readonly hunks: readonly Hunk[]
  /** What kept it from being reviewed; null where the answer left it out. */
  readonly code: ReviewerErrorCode | null
  readonly reason: string
}

/** A failed review has no findings field, so that it cannot be read as "nothing found". */
export type ReviewResult = {
  readonly id: string
  readonly family: Family
  readonly model: string
  readonly cliVersion: string | null
  readonly usage: Usage
  readonly durationMs: number
  readonly filesRead: readonly string[]
  readonly rejected: readonly RejectedFinding[]
  /** Model turns that completed normally. */
  readonly turns: number
  /** What was proved of the isolation before the model was asked, one line a check. */
  readonly preflight: readonly string[]
  readonly isolation: IsolationLevel
  /** Undefined when the reviewer's key proxy was never started. */
  readonly egress: Egress | undefined
} & (
  | {
      readonly status: 'completed'
      readonly findings: readonly Finding[]
      readonly filesReviewed: readonly string[]
      readonly notVerified: readonly string[]
      /** The hunks that it attested to have examined, each in a request that completed normally. */
      readonly covered: ReadonlySet<Hunk>
      readonly gaps: readonly Gap[]
    }
  | { readonly status: 'failed'; readonly error: ReviewerError }
)
