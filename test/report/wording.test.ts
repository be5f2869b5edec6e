import type { ReviewerErrorCode } from '../../src/errors.js'
import { dataSize, grouped, isolationOf } from '../../src/report/wording.js'
import type { ReviewerReport } from '../../src/types/report.js'
import { aReport, aReviewerReport } from '../support/builders.js'

const none = { ...aReport().isolation, level: 'none' as const }

function failed(code: ReviewerErrorCode): ReviewerReport {
  return aReviewerReport({ status: 'failed', error: { code, message: 'x' } })
}

describe('a number', () => {
  it.each([0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890, -1_234, 1.5])(
    '%d has its thousands apart',
    (amount) => {
      expect(grouped(amount)).toBe(amount.toLocaleString('en-US'))
    },
  )
})

describe('the amounts of data', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [1_540, '1.5 kB'],
    [12_345, '12 kB'],
    [1_482_400, '1.5 MB'],
    [3_000_000_000, '3 GB'],
    [7_500_000_000_000, '7,500 GB'],
  ])('reads %d bytes as %s', (bytes, words) => {
    expect(dataSize(bytes)).toBe(words)
  })
})

/** Nothing counted its requests, because it had no place to work yet. */
function neverStarted(code: ReviewerErrorCode): ReviewerReport {
  const reviewer = failed(code)
  return { ...reviewer, usage: { ...reviewer.usage, requests: null } }
}

describe('the isolation that outputs speak of', () => {
  it.each([
    ['a review without isolation', aReport({ isolation: none }), 'none'],
    ['one that broke off without isolation', aReport({ isolation: none, reviewers: [failed('QUOTA')] }), 'none'],
    [
      'one of two without isolation',
      aReport({ isolation: none, reviewers: [failed('INTEGRITY'), aReviewerReport()] }),
      'none',
    ],
    ['no reviewer at all', aReport({ isolation: none, reviewers: [] }), 'not-used'],
    [
      'a reviewer that was refused',
      aReport({ isolation: none, reviewers: [neverStarted('SANDBOX_UNAVAILABLE')] }),
      'not-used',
    ],
    [
      'a reviewer whose budget ended before it began',
      aReport({ isolation: none, reviewers: [neverStarted('BUDGET')] }),
      'not-used',
    ],
    ['a reviewer without a key', aReport({ isolation: none, reviewers: [neverStarted('NO_CREDENTIAL')] }), 'not-used'],
    [
      'an opt-out whose reviewer was not installed',
      aReport({
        isolation: none,
        reviewers: [failed('INSTALL_FAILED')],
        reasons: [{ kind: 'isolation-none', message: 'opted out' }],
      }),
      'none',
    ],
    ['a sandbox', aReport(), 'root-sandbox'],
  ])('of %s', (_name, report, state) => {
    expect(isolationOf(report)).toBe(state)
  })
})
