import type { GitHubApi } from '../host.js'
import { connect, type GitHubClientOptions } from './connection.js'
import { download, get, list } from './read.js'
import { write } from './write.js'

export type { GitHubClientOptions } from './connection.js'

/** GitHub's API of one repository, and what else a run needs of GitHub. */
export interface GitHubClient extends GitHubApi {
  /** The bytes behind a path, also where it redirects to a storage on another host, which does not get the token. */
  download(path: string, maxBytes: number): Promise<Buffer>
  /** A pause between two requests; rejects with GitHubError when the run ends meanwhile. */
  wait(ms: number): Promise<void>
}

/**
 * A client for GitHub's REST API on github.com and GHES, through the proxy and with the certificates of the job. Throws
 * ConfigurationError for what is no address or token; requests reject with GitHubError.
 */
export function makeGitHubApi(options: GitHubClientOptions): GitHubClient {
  const usual = connect(options)
  return {
    get: (path, { accept, below } = {}) => get(usual, { root: below === 'root' ? '' : usual.place.root, path, accept }),
    list: (path, { key, maxPages } = {}) => list(usual, { path, key, maxPages }),
    send: (method, path, body) => write(usual, { method, path, body }),
    download: (path, maxBytes) => download(usual, path, maxBytes),
    wait: usual.wait,
  }
}
