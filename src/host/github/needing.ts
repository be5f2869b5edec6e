import { GitHubError } from '../../errors.js'
import type { GitHubApi } from '../host.js'

/** The same API, whose refusals name the permission that the workflow must give, for example `security-events: write`. */
export function needing(permission: string, api: GitHubApi): GitHubApi {
  const named = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request
    } catch (error) {
      throw error instanceof GitHubError ? withPermission(error, permission) : error
    }
  }
  return {
    get: (path, options) => named(api.get(path, options)),
    list: (path, options) => named(api.list(path, options)),
    send: (method, path, body) => named(api.send(method, path, body)),
  }
}

/** GitHub also answers 404 where a token may not even know that something is there. */
function withPermission(error: GitHubError, permission: string): GitHubError {
  const hints: Readonly<Partial<Record<GitHubError['kind'], string>>> = {
    forbidden: `github-token needs the permission ${permission}`,
    'not-found': `it is not there, or github-token lacks the permission ${permission}`,
  }
  const hint = hints[error.kind]
  if (hint === undefined) return error
  const status = error.status === undefined ? {} : { status: error.status }
  return new GitHubError(error.kind, `${error.message} (${hint})`, { cause: error, ...status })
}
