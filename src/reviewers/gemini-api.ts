import type { Reviewer } from '../types/reviewer.js'
import { openGeminiConversation } from './agent/gemini-conversation.js'
import { type LoopLimits, makeReviewLoop } from './agent/review-loop.js'

const DEFAULT_MODEL = 'gemini-3.1-pro-preview'

/** Gemini through Google's API; its CLI cannot be driven hermetically (docs/decisions/0012-gemini-through-its-api.md). */
export const gemini: Reviewer = makeGemini()

/** The reviewer with limits of one's own; only tests need others. */
export function makeGemini(limits?: LoopLimits): Reviewer {
  return {
    id: 'gemini',
    family: 'google',
    defaultModel: DEFAULT_MODEL,
    credential: 'gemini-api-key',
    baseUrl: { input: 'gemini-base-url', vendor: 'https://generativelanguage.googleapis.com' },
    tool: undefined,
    wire: 'gemini',
    tryOwnSandbox: () => Promise.resolve('off'),
    review: makeReviewLoop({ name: 'gemini', open: openGeminiConversation }, limits),
  }
}
