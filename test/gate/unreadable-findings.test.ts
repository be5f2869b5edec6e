import { decide, exitCode, type GateFacts, type SeatFacts } from '../../src/gate/decide.js'
import { aResult } from '../support/builders.js'

function seat(overrides: Partial<SeatFacts> = {}): SeatFacts {
  return { reviewer: 'codex', filled: true, turns: 1, filesRead: 3, ...overrides }
}

/** A run in which everything else went well. */
function decideWith(seats: readonly SeatFacts[], overrides: Partial<GateFacts> = {}) {
  return decide({
    reviewable: 'some',
    seats,
    coverage: { percent: 100, possiblePercent: 100, minCoverage: 100 },
    head: { kind: 'same' },
    proof: { unchanged: true, differences: [] },
    family: { kind: 'met', sentence: '' },
    results: [],
    pullRequestClosed: false,
    ...overrides,
  })
}

const unreadable = seat({ unreadableFindings: 1 })
const failed = seat({ filled: false, error: { code: 'QUOTA', message: 'used up' }, unreadableFindings: 1 })
const blocking = aResult({ blocking: true })

describe('decide, with findings that could not be read', () => {
  it.each([
    ['all readable', [seat({ unreadableFindings: 0 })], {}, 'pass', ['no-blocking-results']],
    ['nothing said of them', [seat()], {}, 'pass', ['no-blocking-results']],
    ['one', [unreadable], {}, 'not-evaluated', ['unreadable-findings']],
    ['many', [seat({ unreadableFindings: 500 })], {}, 'not-evaluated', ['unreadable-findings']],
    [
      'one, of the second reviewer',
      [seat(), { ...unreadable, reviewer: 'glm' }],
      {},
      'not-evaluated',
      ['unreadable-findings'],
    ],
    [
      'one beside a result that does not block',
      [unreadable],
      { results: [aResult()] },
      'not-evaluated',
      ['unreadable-findings'],
    ],
    [
      'one beside a blocking result',
      [unreadable],
      { results: [blocking] },
      'fail',
      ['blocking-results', 'unreadable-findings'],
    ],
    [
      'one and a moved head',
      [unreadable],
      { head: { kind: 'moved', to: 'f'.repeat(40) }, results: [blocking] },
      'not-evaluated',
      ['head-moved', 'unreadable-findings'],
    ],
    ['one of a reviewer that failed', [failed], {}, 'not-evaluated', ['reviewer-failed']],
    [
      'one of a reviewer beside one that failed',
      [unreadable, { ...failed, reviewer: 'glm' }],
      {},
      'not-evaluated',
      ['reviewer-failed', 'unreadable-findings'],
    ],
    [
      'one of a reviewer beside one that read nothing',
      [seat({ reviewer: 'glm', filesRead: 0 }), unreadable],
      {},
      'not-evaluated',
      ['unreadable-findings', 'nothing-read'],
    ],
  ] satisfies [string, SeatFacts[], Partial<GateFacts>, string, string[]][])(
    'concludes for %s',
    (_, seats, overrides, conclusion, kinds) => {
      const { verdict } = decideWith(seats, overrides)
      expect(verdict.conclusion).toBe(conclusion)
      expect(verdict.reasons.map(({ kind }) => kind)).toEqual(kinds)
    },
  )

  it.each([
    [1, 'codex sent 1 finding that could not be read'],
    [2, 'codex sent 2 findings that could not be read'],
  ])('says how many they were: %i', (count, words) => {
    const { verdict } = decideWith([seat({ unreadableFindings: count })])
    expect(verdict.reasons[0]?.message).toContain(words)
  })

  it.each([
    ['fail', 1],
    ['warn-on-outage', 1],
    ['warn', 0],
  ] as const)(
    'is no outage, because a pull request can provoke it: on-not-evaluated %s exits with %i',
    (onNotEvaluated, code) => {
      const { verdict, causes } = decideWith([unreadable])
      const facts = { onNotEvaluated, causes, surface: 'action', configurationError: false } as const
      expect(causes).toEqual([{ kind: 'unreadable-findings', code: undefined }])
      expect(exitCode(verdict, facts)).toBe(code)
    },
  )

  it('is not excused by an outage of another reviewer', () => {
    const { verdict, causes } = decideWith([unreadable, { ...failed, reviewer: 'glm' }])
    const facts = { onNotEvaluated: 'warn-on-outage', causes, surface: 'action', configurationError: false } as const
    expect(exitCode(verdict, facts)).toBe(1)
  })
})
