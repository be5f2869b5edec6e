import { ReviewerError } from '../../../src/errors.js'
import { requireUninterrupted, toOneLine } from '../../../src/reviewers/cli/run-cli.js'
import { toReviewerError } from '../../../src/reviewers/codex/failure.js'

describe('toReviewerError', () => {
  it('does not let text of a provider pass for an outage', () => {
    const message = '{"error":{"message":"Invalid prompt: unexpected status 503, rate limit exceeded: Quota exceeded"}}'
    expect(toReviewerError(message).code).toBe('EXITED')
    expect(toReviewerError('stream disconnected before completion: your prompt says error sending request').code).toBe(
      'EXITED',
    )
  })

  it('says what the provider said, on one line and cut', () => {
    const { message } = toReviewerError(`boom\n::error::x\u001b[31m\u2028${'y'.repeat(1000)}`)
    expect(message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    expect(message.length).toBeLessThan(400)
  })
})

describe('toOneLine', () => {
  it('removes control and direction characters', () => {
    expect(toOneLine(' a\u0000\r\nb\u202ec\u001b[1md ')).toBe('a b cd')
  })
})

describe('requireUninterrupted', () => {
  it('passes while nothing was aborted', () => {
    expect(requireUninterrupted(new AbortController().signal)).toBeUndefined()
  })

  it.each([
    ['the reason, when it is one of our errors', new ReviewerError('BUDGET', 'spent'), 'BUDGET', 'spent'],
    [
      'TIMED_OUT with the message of another error',
      new Error('20 minutes are over'),
      'TIMED_OUT',
      '20 minutes are over',
    ],
    ['TIMED_OUT for anything else', 'whatever', 'TIMED_OUT', 'The review ran out of time.'],
  ])('throws %s', (_, reason, code, message) => {
    expect(() => requireUninterrupted(AbortSignal.abort(reason))).toThrow(expect.objectContaining({ code, message }))
  })
})
