import type { Reviewer } from '../types/reviewer.js'
import { openChatConversation } from './agent/chat-conversation.js'
import { type LoopLimits, makeReviewLoop } from './agent/review-loop.js'

const DEFAULT_MODEL = 'gpt-5.5'

/** Any endpoint that speaks Chat Completions: OpenAI, Azure, OpenRouter, vLLM, Ollama. It needs no CLI and runs nothing. */
export const openaiApi: Reviewer = makeOpenaiApi()

/** The reviewer with limits of one's own; only tests need others. */
export function makeOpenaiApi(limits?: LoopLimits): Reviewer {
  return {
    id: 'openai-api',
    // Of the default model; what else such an endpoint serves is known by the name of the model.
    family: 'openai',
    defaultModel: DEFAULT_MODEL,
    credential: 'openai-api-key',
    baseUrl: { input: 'openai-base-url', vendor: 'https://api.openai.com/v1' },
    tool: undefined,
    wire: 'chat',
    tryOwnSandbox: () => Promise.resolve('off'),
    review: makeReviewLoop({ name: 'openai-api', open: openChatConversation }, limits),
  }
}
