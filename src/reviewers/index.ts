import type { Reviewer } from '../types/reviewer.js'
import { codex } from './codex-cli.js'

/** Every reviewer there is, in the order in which `auto` looks at them. */
export const reviewers = [codex] as const satisfies readonly Reviewer[]

/** The reviewer of that id; undefined when there is none. */
export function reviewerById(id: string): Reviewer | undefined {
  return reviewers.find((reviewer) => reviewer.id === id)
}
