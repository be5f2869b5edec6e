import { GitHubError } from '../../../src/errors.js'
import { quietAfterSilence } from '../../../src/host/github/quiet-after-silence.js'
import type { GitHubApi } from '../../../src/host/host.js'

const silence = new GitHubError('unavailable', 'GitHub did not answer')
const gateway = new GitHubError('unavailable', 'GitHub answered 502', { status: 502 })

/** An API whose requests fail like this one after the other, and then work; the requests that came through. */
function failing(...errors: readonly GitHubError[]): { readonly api: GitHubApi; readonly asked: readonly string[] } {
  const asked: string[] = []
  const answer = async (request: string) => {
    const error = errors[asked.length]
    asked.push(request)
    if (error !== undefined) throw error
    return []
  }
  const api: GitHubApi = {
    get: (path) => answer(`GET ${path}`),
    list: (path) => answer(`LIST ${path}`),
    send: (method, path) => answer(`${method} ${path}`),
  }
  return { api: quietAfterSilence(api), asked }
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => error,
  )

describe('an API that is quiet after silence', () => {
  it.each([
    { name: 'a look', ask: (api: GitHubApi) => api.get('/pulls/7') },
    { name: 'a list', ask: (api: GitHubApi) => api.list('/issues/7/comments') },
    { name: 'a change that may be repeated', ask: (api: GitHubApi) => api.send('PATCH', '/issues/comments/1', {}) },
  ])('asks nothing more once $name got no answer at all', async ({ ask }) => {
    const { api, asked } = failing(silence)
    expect(await outcome(ask(api))).toBe(silence)
    expect(await outcome(api.get('/pulls/7'))).toBe(silence)
    expect(await outcome(api.send('POST', '/issues/7/comments', {}))).toBe(silence)
    expect(asked).toHaveLength(1)
  })

  it('asks on after an answer that is an error', async () => {
    const { api, asked } = failing(gateway)
    expect(await outcome(api.get('/pulls/7'))).toBe(gateway)
    expect(await outcome(api.get('/pulls/7'))).toBe('answered')
    expect(asked).toHaveLength(2)
  })

  it('asks on after a creation whose answer was lost, so that what it made can be looked for', async () => {
    const { api } = failing(silence)
    expect(await outcome(api.send('POST', '/issues/7/comments', {}))).toBe(silence)
    expect(await outcome(api.list('/issues/7/comments'))).toBe('answered')
    expect(await outcome(api.send('POST', '/issues/7/comments', {}))).toBe('answered')
  })
})
