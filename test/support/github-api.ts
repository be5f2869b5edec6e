import { createServer } from 'node:http'
import { close, listen } from './registry-stand-in.js'

export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
}

/** GitHub's REST API as far as a review of pull request 7 of o/r asks it. */
export interface GitHubApi {
  readonly url: string
  readonly requests: readonly ApiRequest[]
  /** From now on the pull request stands at this commit. */
  moveHead(sha: string): void
  close(): Promise<void>
}

/** Starts the stand-in on 127.0.0.1; anything but reading the pull request is 404. */
export async function startGitHubApi(head: string): Promise<GitHubApi> {
  const requests: ApiRequest[] = []
  let current = head
  const server = createServer((request, response) => {
    const { method = '', url: path = '' } = request
    requests.push({ method, path, authorization: request.headers.authorization })
    const found = method === 'GET' && path === '/repos/o/r/pulls/7'
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(found ? { number: 7, state: 'open', head: { sha: current } } : { message: 'Not Found' }),
    )
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    moveHead: (sha) => {
      current = sha
    },
    close: () => close(server),
  }
}
