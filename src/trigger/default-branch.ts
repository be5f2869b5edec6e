import { z } from 'zod'

const Payload = z.object({ repository: z.object({ default_branch: z.string() }) })

/** The repository's default branch, as every event names it; undefined where the payload is an odd one. */
export function defaultBranchOf(payload: unknown): string | undefined {
  return Payload.safeParse(payload).data?.repository.default_branch
}
