import { GitHubError } from '../../errors.js'

/** Pauses before the look whether a lost creation arrived after all, and the number of further tries. */
const RETRY_DELAYS_MS: readonly number[] = [2_000, 5_000]

export interface Creation<T> {
  readonly create: () => Promise<T>
  /** What an earlier try made; undefined when it is certainly not there. */
  readonly find: () => Promise<T | undefined>
  readonly wait: (ms: number) => Promise<void>
}

/**
 * Creates something that must not be there twice. The client never repeats a POST, because GitHub may have done it
 * although the answer was lost; here it is looked for first. Where it cannot be looked for, nothing is created again.
 */
export async function createOnce<T>({ create, find, wait }: Creation<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await create()
    } catch (error) {
      const delay = RETRY_DELAYS_MS[attempt]
      if (!(error instanceof GitHubError) || error.kind !== 'unavailable') throw error
      if (delay !== undefined) await wait(delay)
      // Also after the last try: it may have arrived.
      const found = await find()
      if (found !== undefined) return found
      if (delay === undefined) throw error
    }
  }
}
