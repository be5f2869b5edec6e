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
