import { z } from 'zod'

/** What a tool gives back to the model, and the files whose content is in it. */
export interface ToolOutcome {
  readonly text: string
  readonly paths: readonly string[]
  readonly failed?: true
}

/** Longer than any path of a snapshot with all its characters escaped. */
export const PathArgument = z.string().max(20_000)
export const LineNumber = z.int().min(1).max(100_000_000)

/** A refusal, in words from which the model can learn. */
export function failed(text: string): ToolOutcome {
  return { text, paths: [], failed: true }
}
