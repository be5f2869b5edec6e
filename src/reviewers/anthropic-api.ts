import type { Reviewer } from '../types/reviewer.js'
import { openMessagesConversation } from './agent/messages-conversation.js'
import { type LoopLimits, makeReviewLoop } from './agent/review-loop.js'

const DEFAULT_MODEL = 'claude-opus-5-5'

/** Anthropic's Messages API, without a CLI. */
export const anthropicApi: Reviewer = makeAnthropicApi()

/** The reviewer with limits of one's own; only tests need others. */
export function makeAnthropicApi(limits?: LoopLimits): Reviewer {
  return {
    id: 'anthropic-api',
    family: 'anthropic',
    defaultModel: DEFAULT_MODEL,
    credential: 'anthropic-api-key',
    baseUrl: { input: 'anthropic-base-url', vendor: 'https://api.anthropic.com' },
    tool: undefined,
    wire: 'messages',
    tryOwnSandbox: () => Promise.resolve('off'),
    review: makeReviewLoop({ name: 'anthropic-api', open: openMessagesConversation }, limits),
  }
}
