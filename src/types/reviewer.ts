import { z } from 'zod'
import type { ReviewerError } from '../errors.js'
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
  /** `none` only where repository and model are our own: the demo on a machine without a sandbox. */
  readonly isolation: 'sandbox' | 'none'
  readonly signal: AbortSignal
}

/** A child process to start: no shell, no inherited environment. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly input: string
  /** Called with each complete line of standard output, without its terminator, as bytes arrive. */
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
  /** sha256, hex, of every file that is kept, by path inside the package directory. */
  readonly files: Readonly<Record<string, string>>
}

export interface Reply {
  /** The last message, untouched. */
  readonly text: string
  /** The model that answered, as far as known. */
  readonly model: string
  readonly usage: Usage
  /** Repository-relative snapshot paths whose content the reviewer read, from its event log. */
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
  /** Proves, before the model is asked, that the isolation holds. Throws ReviewerError SANDBOX_UNAVAILABLE. */
  preflight(request: ReviewRequest, io: ReviewerIO, canaries: readonly string[]): Promise<readonly string[]>
  review(request: ReviewRequest, io: ReviewerIO): Promise<Reply>
}

export interface RejectedFinding {
  readonly reviewer: string
  readonly reason: string
  readonly raw: string
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
  /** What was proved of the isolation before the model was asked, one line a check. */
  readonly preflight: readonly string[]
  readonly isolation: 'sandbox' | 'none'
} & (
  | {
      readonly status: 'completed'
      readonly findings: readonly Finding[]
      readonly filesReviewed: readonly string[]
      readonly notVerified: readonly string[]
    }
  | { readonly status: 'failed'; readonly error: ReviewerError }
)
