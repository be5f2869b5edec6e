import { needing } from '../../../src/host/github/needing.js'
import { endSessions, errorOf, ok, refusal, startSession } from './scripted-github.js'

afterEach(endSessions)

const permission = 'issues: write'

describe('needing', () => {
  it.each([
    [
      403,
      'Resource not accessible by integration',
      /by integration \(github-token needs the permission issues: write\)$/,
    ],
    [404, 'Not Found', /Not Found \(it is not there, or github-token lacks the permission issues: write\)$/],
  ])('names the permission when GitHub answers %d', async (status, message, expected) => {
    const { api } = await startSession([refusal(status, message)])
    const named = needing(permission, api)
    for (const request of [named.get('/x'), named.list('/x'), named.send('POST', '/issues/7/comments', {})]) {
      const error = await errorOf(request)
      expect([error.message, error.status]).toEqual([expect.stringMatching(expected), status])
    }
  })

  it.each([422, 503])('says nothing of permissions when GitHub answers %d', async (status) => {
    const { api } = await startSession([refusal(status, 'no')])
    expect((await errorOf(needing(permission, api).get('/x'))).message).not.toContain(permission)
  })

  it('hands on requests and answers as they are', async () => {
    const { api, server } = await startSession([ok({ a: [1] })])
    const named = needing(permission, api)
    expect(await named.list('/x', { key: 'a', maxPages: 1 })).toEqual([1])
    expect(await named.get('/user', { below: 'root', accept: 'application/json' })).toEqual({ a: [1] })
    expect(await named.send('PATCH', '/issues/comments/1', { body: 'b' })).toEqual({ a: [1] })
    expect(server.requests.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'GET /repos/o/r/x?per_page=100 ',
      'GET /user ',
      'PATCH /repos/o/r/issues/comments/1 {"body":"b"}',
    ])
  })
})
