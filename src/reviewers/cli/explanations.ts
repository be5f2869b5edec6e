import type { ReviewerErrorCode } from '../../errors.js'

/** What a failure means and what to do, in our words; what the CLI said follows them. */
export const explanations = {
  UNAUTHENTICATED: 'The provider does not accept the key; check the input that holds it and what the key may do.',
  MODEL_NOT_FOUND: 'The provider does not serve this model, or not to this key; name another one.',
  CONTEXT_TOO_LONG: 'The change is too large for this model.',
  QUOTA: "The account's quota is used up; check plan and billing.",
  RATE_LIMITED: 'The provider limits the rate of requests; run again later.',
  OVERLOADED: 'The provider is overloaded or broken; run again later.',
  CONNECTION: 'The provider could not be reached, or the connection broke; check the endpoint and run again.',
  NO_REPLY: 'The answer was cut off at the output limit of the model.',
  REFUSED: "The provider's content filter stopped the request or the answer.",
  REPLY_NOT_FINDINGS: 'The model did not hand in an answer of the wanted form.',
} as const satisfies Partial<Record<ReviewerErrorCode, string>>

/** Failures that a CLI may report of its provider. */
export type ExplainedCode = keyof typeof explanations
