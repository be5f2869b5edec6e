import { type ReviewerErrorCode, reviewerErrorCodes } from '../../src/errors.js'
import { decide, exitCode, type GateFacts, type SeatFacts } from '../../src/gate/decide.js'
import { OnNotEvaluated } from '../../src/types/policy.js'
import { aResult } from '../support/builders.js'

/** A reviewer that completed, though these parts failed, in order. */
function seat(codes: readonly ReviewerErrorCode[], overrides: Partial<SeatFacts> = {}): SeatFacts {
  const failedParts = codes.map((code, index) => {
    const part = `part ${index + 1} of 10`
    return { part, code, reason: `${part} failed (${code}): it said so` }
  })
  return { reviewer: 'codex', filled: true, turns: 9, filesRead: 9, failedParts, ...overrides }
}

const fallsShort = { percent: 90, possiblePercent: 100, withoutFailuresPercent: 100, minCoverage: 100 }
const suffices = { percent: 90, possiblePercent: 100, minCoverage: 80 }

/** A run in which everything else went well. */
function decideWith(seats: readonly SeatFacts[], overrides: Partial<GateFacts> = {}) {
  return decide({
    reviewable: 'some',
    seats,
    coverage: fallsShort,
    head: { kind: 'same' },
    proof: { unchanged: true, differences: [] },
    family: { kind: 'met', sentence: '' },
    results: [],
    pullRequestClosed: false,
    ...overrides,
  })
}

type Decision = ReturnType<typeof decideWith>

function exits({ verdict, causes }: Decision, surface: 'action' | 'command-line' = 'action'): readonly number[] {
  return OnNotEvaluated.options.map((onNotEvaluated) =>
    exitCode(verdict, { onNotEvaluated, causes, surface, configurationError: false }),
  )
}

function kindsOf({ verdict }: Decision): readonly string[] {
  return verdict.reasons.map(({ kind }) => kind)
}

describe('parts of a review that failed', () => {
  it('are named with their codes where the coverage falls short, which is only their consequence', () => {
    const decision = decideWith([seat(['OVERLOADED', 'EXITED', 'OVERLOADED'])])
    expect(decision.verdict.conclusion).toBe('not-evaluated')
    expect(kindsOf(decision)).toEqual(['reviewer-failed', 'reviewer-failed', 'coverage'])
    expect(decision.causes).toEqual([
      { kind: 'reviewer-failed', code: 'OVERLOADED' },
      { kind: 'reviewer-failed', code: 'EXITED' },
    ])
    const messages = decision.verdict.reasons.map(({ message }) => message)
    expect(messages[0]).toBe('codex: part 1 of 10 failed (OVERLOADED): it said so (and 1 more part)')
    expect(messages[1]).toBe('codex: part 2 of 10 failed (EXITED): it said so')
  })

  it('are no obstacle where the coverage suffices all the same', () => {
    const decision = decideWith([seat(['EXITED'])], { coverage: suffices })
    expect(decision.verdict.conclusion).toBe('pass')
    expect(decision.causes).toEqual([])
    expect(exits(decision)).toEqual([0, 0, 0])
  })

  it('let a blocking result elsewhere block', () => {
    const decision = decideWith([seat(['OVERLOADED'])], { results: [aResult({ blocking: true })] })
    expect(decision.verdict.conclusion).toBe('fail')
    expect(kindsOf(decision)).toEqual(['blocking-results', 'reviewer-failed', 'coverage'])
    expect(exits(decision)).toEqual([1, 1, 1])
  })

  it('say nothing of what nobody could have reviewed, which stays a cause of its own', () => {
    const coverage = { percent: 50, possiblePercent: 60, withoutFailuresPercent: 60, minCoverage: 100 }
    const decision = decideWith([seat(['OVERLOADED'])], { coverage })
    expect(decision.causes).toEqual([
      { kind: 'reviewer-failed', code: 'OVERLOADED' },
      { kind: 'coverage', code: undefined },
    ])
    expect(exits(decision)).toEqual([1, 1, 0])
  })

  it('do not excuse a file that nobody named', () => {
    const coverage = { ...fallsShort, percent: 80, withoutFailuresPercent: 90 }
    const decision = decideWith([seat(['OVERLOADED'])], { coverage })
    expect(kindsOf(decision)).toEqual(['reviewer-failed', 'coverage'])
    expect(decision.causes).toEqual([
      { kind: 'reviewer-failed', code: 'OVERLOADED' },
      { kind: 'coverage', code: undefined },
    ])
    expect(exits(decision)).toEqual([1, 1, 0])
    expect(exits(decision, 'command-line')).toEqual([2, 2, 0])
  })

  it.each([
    ['just suffices', 95, 95, 0],
    ['more than suffices', 100, 95, 0],
    ['falls short by one', 94, 95, 1],
    ['falls short of everything by one', 99, 100, 1],
    ['is as low as it is', 80, 95, 1],
    ['is not known', undefined, 95, 1],
    ['is no number', Number.NaN, 95, 1],
  ])(
    'are all that is missing only where the coverage without them %s',
    (_, withoutFailuresPercent, minCoverage, code) => {
      const coverage = {
        ...{ percent: 80, possiblePercent: 100, minCoverage },
        ...(withoutFailuresPercent === undefined ? {} : { withoutFailuresPercent }),
      }
      expect(exits(decideWith([seat(['OVERLOADED'])], { coverage }))).toEqual([1, code, 0])
    },
  )

  it('are named as such where their answers could not be read, beside findings that could not', () => {
    const unreadable = decideWith([seat(['REPLY_NOT_FINDINGS'], { unreadableFindings: 0 })])
    expect(kindsOf(unreadable)).toEqual(['reviewer-failed', 'coverage'])
    expect(unreadable.verdict.reasons[0]?.message).toBe('codex: part 1 of 10 failed (REPLY_NOT_FINDINGS): it said so')
    expect(unreadable.causes).toEqual([{ kind: 'reviewer-failed', code: 'REPLY_NOT_FINDINGS' }])
    expect(exits(unreadable)).toEqual([1, 1, 0])
    const both = decideWith([seat(['REPLY_NOT_FINDINGS'], { unreadableFindings: 1 })])
    expect(both.verdict.reasons[0]).toMatchObject({
      kind: 'unreadable-findings',
      message: expect.stringContaining('sent 1 finding that could not be read'),
    })
    expect(exits(both)).toEqual([1, 1, 0])
  })

  it.each([
    [1, ''],
    [2, ' (and 1 more part)'],
    [3, ' (and 2 more parts)'],
  ])('say how many they are, of %i', (count, more) => {
    const { message } = decideWith([seat(Array<ReviewerErrorCode>(count).fill('STALLED'))]).verdict.reasons[0] ?? {}
    expect(message).toBe(`codex: part 1 of 10 failed (STALLED): it said so${more}`)
  })

  it('give way to what is wrong with the whole review', () => {
    const decision = decideWith([seat(['OVERLOADED'], { filesRead: 0 })])
    expect(kindsOf(decision)).toEqual(['nothing-read', 'coverage'])
    expect(exits(decision)).toEqual([1, 1, 0])
  })

  it('are those of every seat', () => {
    const seats = [seat(['OVERLOADED']), seat(['QUOTA'], { reviewer: 'glm' }), seat([], { reviewer: 'claude' })]
    const decision = decideWith(seats)
    expect(decision.causes.map(({ code }) => code)).toEqual(['OVERLOADED', 'QUOTA'])
    expect(decision.verdict.reasons.map(({ message }) => message.split(':')[0]).slice(0, 2)).toEqual(['codex', 'glm'])
  })

  it('stay on one short line, whatever the provider wrote', () => {
    const reason = `part 1 of 10 failed (EXITED): a\r\n::error::${'y'.repeat(5_000)}`
    const failedParts = [{ part: 'part 1 of 10', code: 'EXITED', reason }] as const
    const message = decideWith([seat([], { failedParts })]).verdict.reasons[0]?.message ?? ''
    expect(message).toMatch(/^codex: part 1 of 10 failed \(EXITED\): a ::error::y+…$/)
    expect(message.length).toBeLessThanOrEqual(500)
  })
})

describe('the exit code after parts that failed', () => {
  it.each<[string, readonly ReviewerErrorCode[], readonly number[], readonly number[]]>([
    // [fail, warn-on-outage, warn] of the action, then of the command line
    ['only outages', ['OVERLOADED'], [1, 0, 0], [2, 0, 0]],
    ['outages of two kinds', ['OVERLOADED', 'CONNECTION'], [1, 0, 0], [2, 0, 0]],
    ['an outage and another failure', ['OVERLOADED', 'EXITED'], [1, 1, 0], [2, 2, 0]],
    ['another failure', ['NOTHING_READ'], [1, 1, 0], [2, 2, 0]],
    ['no budget for them', ['BUDGET'], [1, 1, 0], [2, 2, 0]],
    ['hunks that no request holds', ['CONTEXT_TOO_LONG'], [1, 1, 0], [2, 2, 0]],
  ])('is for %s', (_, codes, action, commandLine) => {
    expect(exits(decideWith([seat(codes)]))).toEqual(action)
    expect(exits(decideWith([seat(codes)]), 'command-line')).toEqual(commandLine)
  })

  it.each(reviewerErrorCodes)('excuses %s only when a provider alone can cause it', (code) => {
    const excused = ['QUOTA', 'RATE_LIMITED', 'OVERLOADED', 'CONNECTION', 'INSTALL_FAILED'].includes(code)
    expect(exits(decideWith([seat([code])]))[1]).toBe(excused ? 0 : 1)
  })
})
