import { GitHubError } from '../../errors.js'
import type { GitHubApi } from '../host.js'

/** The same API, which is asked no more once it gave no answer at all: each further question would only cost the retries. */
export function quietAfterSilence<T extends GitHubApi>(api: T): T {
  let silence: GitHubError | undefined
  const unlessQuiet = async <A>(request: () => Promise<A>): Promise<A> => {
    if (silence !== undefined) throw silence
    return request()
  }
  const ask = <A>(request: () => Promise<A>): Promise<A> =>
    unlessQuiet(async () => {
      try {
        return await request()
      } catch (error) {
        if (error instanceof GitHubError && error.kind === 'unavailable' && error.status === undefined) silence = error
        throw error
      }
    })
  return {
    ...api,
    get: (path, options) => ask(() => api.get(path, options)),
    list: (path, options) => ask(() => api.list(path, options)),
    // A POST is sent once only: one broken connection is no silence, and what it did has to be looked for.
    send: (method, path, body) => (method === 'POST' ? unlessQuiet : ask)(() => api.send(method, path, body)),
  }
}
