import { CallFailure, failureOfStatus, readRetryAfter } from '../../../src/reviewers/agent/call-failure.js'
import { makeOptionalSettings } from '../../../src/reviewers/agent/optional-settings.js'

const now = Date.parse('Sat, 21 Nov 2026 17:00:00 GMT')

describe('readRetryAfter', () => {
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Sat, 21 Nov 2026 17:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 16:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['', undefined],
  ])('reads %j as %p milliseconds', (value, expected) => {
    expect(readRetryAfter(new Headers({ 'retry-after': value }), now)).toBe(expected)
  })
})

describe('failureOfStatus', () => {
  it.each([
    [429, { error: { type: 'rate_limit_error' } }, {}, 'may'],
    [529, { error: { type: 'overloaded_error' } }, {}, 'may'],
    [502, {}, {}, 'may'],
    [429, { error: { code: 'insufficient_quota' } }, {}, 'never'],
    [429, { error: { type: 'rate_limit_error' } }, { 'x-should-retry': 'false' }, 'never'],
    [401, {}, { 'x-should-retry': 'true' }, 'never'],
    [400, {}, {}, 'never'],
  ])('asks again after %s %j %j: %s', (status, body, headers, kind) => {
    expect(failureOfStatus(status, body, new Headers(headers)).retry.kind).toBe(kind)
  })
})

describe('optional settings', () => {
  const refusal = (status: number, message: string) =>
    failureOfStatus(status, { error: { type: 'invalid_request_error', message } }, new Headers())
  const make = () =>
    makeOptionalSettings([
      { name: 'effort', named: /effort/ },
      { name: 'store', named: /store/ },
    ])

  it.each([
    [400, 'unknown field effort', ['store']],
    [422, 'unknown field store', ['effort']],
  ])('are dropped one by one when %s says %j', async (status, message, kept) => {
    const settings = make()
    let asked = 0
    const send = async () => {
      asked += 1
      if (asked === 1) throw refusal(status, message)
      return 'answer'
    }
    expect(await settings.send(send)).toBe('answer')
    expect((['effort', 'store'] as const).filter((name) => settings.has(name))).toEqual(kept)
  })

  it.each([
    [500, 'effort'],
    [401, 'effort'],
    [413, 'effort'],
    [400, 'something else'],
  ])('stay when %s says %j', async (status, message) => {
    const settings = make()
    await expect(settings.send(() => Promise.reject(refusal(status, message)))).rejects.toThrow(CallFailure)
    expect(settings.has('effort') && settings.has('store')).toBe(true)
  })

  it('end a server that refuses for ever', async () => {
    const settings = make()
    await expect(settings.send(() => Promise.reject(refusal(400, 'effort, store')))).rejects.toThrow(CallFailure)
  })
})
