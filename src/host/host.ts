import type { Sha } from '../types/change.js'

/** Where progress goes. Text handed to it is made inert by its makers. */
export interface Log {
  debug(text: string): void
  info(text: string): void
  warning(text: string): void
  /** A heading that folds what follows until the promise settles. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>
}

/** Read access to git objects through a private repository whose alternates are the checkout's. */
export interface Git {
  /** Runs `git <args>`; rejects with GitError when it fails or prints more than `maxBytes`. */
  read(args: readonly string[], options?: GitReadOptions): Promise<Buffer>
}

export interface GitReadOptions {
  readonly input?: Buffer | string
  readonly maxBytes?: number
  /**
   * Is handed the output piece by piece as git prints it; nothing is kept then, and `read` resolves to an empty buffer.
   * What it throws ends git and rejects.
   */
  readonly onOutput?: (chunk: Buffer) => void
  readonly env?: Readonly<Record<string, string>>
}

/** Content of one side of the change, by repository path. Undefined: no such file, not text, or too large. */
export interface Files {
  text(side: 'new' | 'old', path: string): Promise<string | undefined>
}

/** What the platform knows about the head of the pull request now. */
export type HeadState =
  | { readonly kind: 'same' }
  | { readonly kind: 'moved'; readonly to: Sha }
  | { readonly kind: 'unknown'; readonly why: string }

/**
 * GitHub's REST API below one repository: the path `/pulls/7` is `/repos/{owner}/{name}/pulls/7`; with `below: 'root'` it
 * is the path itself. Rejects with GitHubError.
 */
export interface GitHubApi {
  get(path: string, options?: { readonly accept?: string; readonly below?: 'repository' | 'root' }): Promise<unknown>
  /** All pages of a list (also of one in an envelope, under `key`), 100 a page, at most `maxPages`. */
  list(path: string, options?: { readonly key?: string; readonly maxPages?: number }): Promise<readonly unknown[]>
  send(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>
}
