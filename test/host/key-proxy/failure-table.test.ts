import { readProviderError, toProviderFailure } from '../../../src/host/key-proxy/failure-table.js'

const openAi = (code: string | null, message = 'x', type = 'invalid_request_error') => ({
  error: { code, type, message },
})
const anthropic = (type: string, message = 'x') => ({ type: 'error', error: { type, message } })
const google = (code: number, status: string, message = 'x') => ({ error: { code, status, message } })

describe('a provider that fails', () => {
  it.each([
    [401, openAi('invalid_api_key'), 'UNAUTHENTICATED'],
    [403, openAi(null), 'UNAUTHENTICATED'],
    [401, anthropic('authentication_error'), 'UNAUTHENTICATED'],
    [400, google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'), 'UNAUTHENTICATED'],
    [402, {}, 'QUOTA'],
    [429, openAi('insufficient_quota', 'x', 'insufficient_quota'), 'QUOTA'],
    [400, anthropic('invalid_request_error', 'Your credit balance is too low to access the API.'), 'QUOTA'],
    [429, { error: { code: '1113', message: 'Insufficient balance' } }, 'QUOTA'],
    [404, openAi('model_not_found'), 'MODEL_NOT_FOUND'],
    [404, anthropic('not_found_error'), 'MODEL_NOT_FOUND'],
    [404, '<html>', 'MODEL_NOT_FOUND'],
    [413, anthropic('request_too_large'), 'CONTEXT_TOO_LONG'],
    [400, openAi('context_length_exceeded'), 'CONTEXT_TOO_LONG'],
    [400, anthropic('invalid_request_error', 'prompt is too long: 2 tokens > 1 maximum'), 'CONTEXT_TOO_LONG'],
    [400, google(400, 'INVALID_ARGUMENT', 'The input token count (2) exceeds the maximum'), 'CONTEXT_TOO_LONG'],
    [429, openAi('rate_limit_exceeded'), 'RATE_LIMITED'],
    [429, {}, 'RATE_LIMITED'],
    [429, google(429, 'RESOURCE_EXHAUSTED'), 'RATE_LIMITED'],
    [500, openAi(null, 'x', 'server_error'), 'OVERLOADED'],
    [502, '<html>', 'OVERLOADED'],
    [503, google(503, 'UNAVAILABLE'), 'OVERLOADED'],
    [504, {}, 'OVERLOADED'],
    [529, anthropic('overloaded_error'), 'OVERLOADED'],
    [520, {}, 'OVERLOADED'],
    [302, {}, 'CONNECTION'],
    [400, openAi('content_policy_violation'), 'REFUSED'],
    [400, openAi('invalid_json_schema'), 'EXITED'],
    [422, {}, 'EXITED'],
  ])('with %i %j is put into its class', (status, body, code) => {
    expect(toProviderFailure({ status, ...readProviderError(body) })).toMatchObject({ code, status })
  })

  it('is no outage because its message repeats such words', () => {
    const message =
      'Invalid value: "insufficient_quota rate_limit_exceeded overloaded_error Your credit balance is too low"'
    expect(toProviderFailure({ status: 400, ...readProviderError(openAi(null, message)) }).code).toBe('EXITED')
  })

  it('is quoted in at most 300 characters of one clean line', () => {
    const hostile = `\u001b[31m::error::x\r\n\u2028\u202e${'y'.repeat(1_000_000)}`
    const { message } = toProviderFailure({ status: 500, kinds: [], message: hostile, retryAfter: '9\r\n::x' })
    expect(message).toMatch(/^The provider is overloaded[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u)
    expect(message.length).toBeLessThan(500)
  })

  it.each([[null], [[]], [7], ['text'], [{ error: null }], [{ error: { code: {}, message: [] } }], [{ error: 'no' }]])(
    'may say %j',
    (body) => {
      expect(toProviderFailure({ status: 500, ...readProviderError(body) }).code).toBe('OVERLOADED')
    },
  )
})
