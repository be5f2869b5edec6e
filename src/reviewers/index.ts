import type { Reviewer } from '../types/reviewer.js'
import { anthropicApi } from './anthropic-api.js'
import { claude, glm } from './claude-cli.js'
import { codex } from './codex-cli.js'
import { gemini } from './gemini-api.js'
import { openaiApi } from './openai-api.js'

/** Every reviewer there is, in the order of `reviewerIds`. */
export const reviewers: readonly Reviewer[] = [codex, glm, claude, gemini, openaiApi, anthropicApi]

/** The reviewer of that id; undefined when there is none. */
export function reviewerById(id: string): Reviewer | undefined {
  return reviewers.find((reviewer) => reviewer.id === id)
}
