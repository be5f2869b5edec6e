import { type FailedRun, toReviewerError } from '../../../src/reviewers/claude/failure.js'

const failed = (fields: object = {}): FailedRun => ({
  result: { type: 'result', subtype: 'success', is_error: true, result: 'API Error: x', ...fields },
  errorKind: undefined,
  said: 'exit code 1, nothing on standard error',
})

describe('a failure of Claude Code', () => {
  it.each([
    ['an answer that fits no schema', { subtype: 'error_max_structured_output_retries' }, 'REPLY_NOT_FINDINGS'],
    ['a prompt that is too long', { terminal_reason: 'prompt_too_long' }, 'CONTEXT_TOO_LONG'],
    ['a refusal', { stop_reason: 'refusal' }, 'REFUSED'],
    ['HTTP status 401', { api_error_status: 401 }, 'UNAUTHENTICATED'],
    ['HTTP status 403', { api_error_status: 403 }, 'UNAUTHENTICATED'],
    ['HTTP status 404', { api_error_status: 404 }, 'MODEL_NOT_FOUND'],
    ['HTTP status 402', { api_error_status: 402 }, 'QUOTA'],
    ['HTTP status 429', { api_error_status: 429 }, 'RATE_LIMITED'],
    ['HTTP status 529', { api_error_status: 529 }, 'OVERLOADED'],
    ['HTTP status 504', { api_error_status: 504 }, 'OVERLOADED'],
    ['HTTP status 400', { api_error_status: 400 }, 'EXITED'],
    ['an end in the middle', { subtype: 'error_during_execution', result: undefined, errors: ['x'] }, 'EXITED'],
  ])('is told from %s', (_what, fields, code) => {
    expect(toReviewerError(failed(fields))).toMatchObject({ code })
  })

  it.each([
    ['authentication_failed', 'UNAUTHENTICATED'],
    ['billing_error', 'QUOTA'],
    ['model_not_found', 'MODEL_NOT_FOUND'],
    ['rate_limit', 'RATE_LIMITED'],
    ['overloaded', 'OVERLOADED'],
    ['server_error', 'OVERLOADED'],
    ['max_output_tokens', 'NO_REPLY'],
    ['invalid_request', 'EXITED'],
  ])('is told from the word %s', (errorKind, code) => {
    expect(toReviewerError({ ...failed(), errorKind })).toMatchObject({ code })
  })

  it.each([
    'API Error: 400 API Error: Connection dropped',
    'x Credit balance is too low',
    'I read: Prompt is too long',
  ])('is not told from words that a provider or a change could have put there: %s', (text) => {
    expect(toReviewerError(failed({ result: text, api_error_status: 400 }))).toMatchObject({ code: 'EXITED' })
  })

  it('repeats what was said in one line', () => {
    expect(toReviewerError(failed({ result: `a\n::error::b\u001b[31m${'x'.repeat(1_000)}` })).message).toMatch(
      /^Claude Code could not finish the review: a ::error::bx{1,300}…$/,
    )
  })

  it('says how the program ended where there is no result', () => {
    const run = { ...failed(), result: undefined }
    expect(toReviewerError(run)).toMatchObject({ code: 'EXITED', message: expect.stringContaining(run.said) })
  })
})
