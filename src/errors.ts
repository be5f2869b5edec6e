/** The user must act: the message names the input, what was wrong and what is accepted. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

export const reviewerErrorCodes = [
  'NO_CREDENTIAL',
  'INSTALL_FAILED',
  'INTEGRITY',
  'SANDBOX_UNAVAILABLE',
  'UNAUTHENTICATED',
  'QUOTA',
  'RATE_LIMITED',
  'OVERLOADED',
  'MODEL_NOT_FOUND',
  'CONTEXT_TOO_LONG',
  'TIMED_OUT',
  'STALLED',
  'CONNECTION',
  'EXITED',
  'NO_REPLY',
  'REPLY_NOT_JSON',
  'REPLY_NOT_FINDINGS',
  'REFUSED',
  'NOTHING_READ',
  'BUDGET',
] as const

export type ReviewerErrorCode = (typeof reviewerErrorCodes)[number]

/** The provider's or the network's doing, which `warn-on-outage` lets pass: a pull request must not be able to provoke it. */
export const providerOutages: ReadonlySet<ReviewerErrorCode> = new Set([
  'QUOTA',
  'RATE_LIMITED',
  'OVERLOADED',
  'CONNECTION',
])

/** A provider or a CLI failed. Caught once, in review/run.ts, and made a value there. */
export class ReviewerError extends Error {
  override readonly name = 'ReviewerError'
  readonly code: ReviewerErrorCode

  constructor(code: ReviewerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** git ran and said no. `message` holds the end of its standard error, on one line. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** Why GitHub did not do what it was asked, in classes that a caller can act on. */
export type GitHubFailure =
  /** The token may not do it; the message names the permission where it is known. */
  | 'forbidden'
  | 'not-found'
  /** The feature is off for this repository, for example code scanning. */
  | 'disabled'
  /** GitHub refused the content of the request. */
  | 'invalid'
  | 'rate-limited'
  /** No answer, or 5xx, also after retries. */
  | 'unavailable'

/** A request to GitHub failed. `message` is one line for people; `status` is undefined where no answer came. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly kind: GitHubFailure
  readonly status: number | undefined

  constructor(kind: GitHubFailure, message: string, options: ErrorOptions & { readonly status?: number } = {}) {
    super(message, options)
    this.kind = kind
    this.status = options.status
  }
}
