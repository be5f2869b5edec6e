import { z } from 'zod'
import type { ReviewerErrorCode } from '../errors.js'

/**
 * How a provider is spoken to: OpenAI's Responses API, the Chat Completions API that many others serve too, Anthropic's
 * Messages API, Google's Gemini API.
 */
export const WireFormat = z.enum(['responses', 'chat', 'messages', 'gemini'])
export type WireFormat = z.infer<typeof WireFormat>

/** What one host was asked and how much went to it and came back, counted by the key proxy. */
export const HostTraffic = z.strictObject({
  host: z.string(),
  requests: z.int(),
  refused: z.int(),
  bytesSent: z.int(),
  bytesReceived: z.int(),
})
export type HostTraffic = z.infer<typeof HostTraffic>

/** Why an exchange with a provider failed; `status` is undefined where no answer came, or the answer broke off. */
export interface ProviderFailure {
  readonly code: ReviewerErrorCode
  readonly status: number | undefined
  /** One line: what to do, and what the provider said, cleaned and capped. */
  readonly message: string
}

/** Both counts of one host together. */
export function addTraffic(sum: HostTraffic, more: HostTraffic): HostTraffic {
  return {
    host: sum.host,
    requests: sum.requests + more.requests,
    refused: sum.refused + more.refused,
    bytesSent: sum.bytesSent + more.bytesSent,
    bytesReceived: sum.bytesReceived + more.bytesReceived,
  }
}
