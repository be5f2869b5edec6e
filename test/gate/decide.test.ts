import { reviewerErrorCodes } from '../../src/errors.js'
import { decide, decideOverride, exitCode, type GateFacts, type SeatFacts } from '../../src/gate/decide.js'
import type { HeadState } from '../../src/host/host.js'
import { OnNotEvaluated } from '../../src/types/policy.js'
import { conclusions } from '../../src/types/result.js'
import { aResult } from '../support/builders.js'

const goodSeat: SeatFacts = { reviewer: 'codex', filled: true, turns: 2, filesRead: 3 }

/** A run in which everything went well. */
function theFacts(overrides: Partial<GateFacts> = {}): GateFacts {
  return {
    reviewable: 'some',
    seats: [goodSeat],
    coverage: { percent: 100, possiblePercent: 100, minCoverage: 100 },
    head: { kind: 'same' },
    proof: { unchanged: true, differences: [] },
    family: { kind: 'met', sentence: '' },
    results: [],
    pullRequestClosed: false,
    ...overrides,
  }
}

function failed(code: (typeof reviewerErrorCodes)[number], message = 'it said so'): SeatFacts {
  return { reviewer: 'codex', filled: false, error: { code, message }, turns: 0, filesRead: 0 }
}

const blocking = aResult({ blocking: true })
const moved: HeadState = { kind: 'moved', to: 'f'.repeat(40) }
const unknown: HeadState = { kind: 'unknown', why: 'no token' }
const changed = { unchanged: false, differences: ['a was added'] }
const noCoverage = { percent: 0, possiblePercent: 100, minCoverage: 100 }
const short = { percent: 80, possiblePercent: 80, minCoverage: 90 }

const seatings: Readonly<Record<string, readonly SeatFacts[]>> = {
  filled: [goodSeat],
  'two filled': [goodSeat, { ...goodSeat, reviewer: 'glm' }],
  none: [],
  empty: [goodSeat, { reviewer: 'glm', filled: false, turns: 0, filesRead: 0 }],
  failed: [failed('TIMED_OUT')],
  'no turn': [{ ...goodSeat, turns: 0 }],
  'no read': [{ ...goodSeat, filesRead: 0 }],
}

const choices = {
  reviewable: ['some', 'nothing'],
  seats: Object.values(seatings),
  coverage: [
    { percent: 100, possiblePercent: 100, minCoverage: 100 },
    { percent: 90, possiblePercent: 100, minCoverage: 90 },
    short,
    { percent: Number.NaN, possiblePercent: 100, minCoverage: 90 },
  ],
  head: [{ kind: 'same' }, unknown, moved],
  proof: [{ unchanged: true, differences: [] }, changed],
  family: [
    { kind: 'met', sentence: '' },
    { kind: 'waived', sentence: '' },
    { kind: 'unmet', sentence: '', because: 'wrong-families' },
  ],
  results: [[], [aResult()], [aResult(), blocking]],
  pullRequestClosed: [false, true],
  failure: [undefined, { kind: 'internal', message: 'a bug' }],
} satisfies { readonly [K in keyof GateFacts]: readonly GateFacts[K][] }

function* everyFacts(): Generator<GateFacts> {
  for (const reviewable of choices.reviewable)
    for (const seats of choices.seats)
      for (const coverage of choices.coverage)
        for (const head of choices.head)
          for (const proof of choices.proof)
            for (const family of choices.family)
              for (const results of choices.results)
                for (const pullRequestClosed of choices.pullRequestClosed)
                  for (const failure of choices.failure)
                    yield {
                      reviewable,
                      seats,
                      coverage,
                      head,
                      proof,
                      family,
                      results,
                      pullRequestClosed,
                      failure,
                    } as GateFacts // the choices are of these types; the loops widen their literals
}

/** The contract's sentences, one after the other, written without a look at the code. */
function contractSays(facts: GateFacts): string {
  const headMoved = facts.head.kind === 'moved'
  const somethingBlocks = facts.results.filter((result) => result.blocking).length > 0
  // "`fail` outranks `not-evaluated`, unless the head moved."
  if (somethingBlocks && !headMoved) return 'fail'
  if (headMoved || facts.pullRequestClosed || facts.failure || !facts.proof.unchanged) return 'not-evaluated'
  // "nothing-to-review: the base branch's policy leaves out every changed line."
  if (facts.reviewable === 'nothing') return 'nothing-to-review'
  const mayBeGreen =
    facts.seats.length > 0 &&
    facts.seats.every((seat) => seat.filled && seat.turns > 0 && seat.filesRead > 0) &&
    facts.coverage.percent >= facts.coverage.minCoverage &&
    ['met', 'waived'].includes(facts.family.kind)
  return mayBeGreen ? 'pass' : 'not-evaluated'
}

describe('decide', () => {
  it('agrees with the contract for every combination of facts', () => {
    const wrong: unknown[] = []
    const seen = new Set<string>()
    for (const facts of everyFacts()) {
      const { verdict, causes } = decide(facts)
      seen.add(verdict.conclusion)
      const hasReason = verdict.reasons.length > 0
      const hasCause = verdict.conclusion !== 'not-evaluated' || causes.length > 0
      if (verdict.conclusion !== contractSays(facts) || !hasReason || !hasCause) wrong.push({ facts, verdict })
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect([...seen].toSorted()).toEqual([...conclusions].toSorted())
  })

  it.each<[string, Partial<GateFacts>, string, readonly string[]]>([
    ['a full review without results passes', {}, 'pass', ['no-blocking-results']],
    ['a result that does not block passes', { results: [aResult()] }, 'pass', ['no-blocking-results']],
    ['a blocking result fails', { results: [blocking] }, 'fail', ['blocking-results']],
    [
      'nothing to review is green',
      { reviewable: 'nothing', seats: [], coverage: noCoverage },
      'nothing-to-review',
      ['nothing-to-review'],
    ],
    [
      'a moved head voids even nothing to review',
      { reviewable: 'nothing', head: moved },
      'not-evaluated',
      ['head-moved'],
    ],
    ['an unknown head is disclosed', { head: unknown }, 'pass', ['no-blocking-results', 'head-unknown']],
    ['a moved head outranks a blocking result', { head: moved, results: [blocking] }, 'not-evaluated', ['head-moved']],
    ['no reviewer at all', { seats: [], coverage: noCoverage }, 'not-evaluated', ['empty-seat', 'coverage']],
    [
      'nothing that anybody could review',
      { seats: [], coverage: { ...noCoverage, possiblePercent: 0 } },
      'not-evaluated',
      ['coverage', 'empty-seat'],
    ],
    [
      'nothing that anybody could review and no minimum',
      { seats: [], coverage: { percent: 0, possiblePercent: 0, minCoverage: 0 } },
      'not-evaluated',
      ['empty-seat'],
    ],
    ['one of two seats empty', { seats: seatings.empty ?? [] }, 'not-evaluated', ['empty-seat']],
    [
      'a failed reviewer',
      { seats: [failed('EXITED')], coverage: noCoverage },
      'not-evaluated',
      ['reviewer-failed', 'coverage'],
    ],
    ['a reviewer that read nothing', { seats: [{ ...goodSeat, filesRead: 0 }] }, 'not-evaluated', ['nothing-read']],
    ['a review without a completed turn', { seats: [{ ...goodSeat, turns: 0 }] }, 'not-evaluated', ['nothing-read']],
    [
      'a filled seat that also reports an error',
      { seats: [{ ...failed('EXITED'), filled: true, turns: 1, filesRead: 1 }] },
      'not-evaluated',
      ['reviewer-failed'],
    ],
    [
      'coverage exactly at the minimum',
      { coverage: { percent: 90, possiblePercent: 90, minCoverage: 90 } },
      'pass',
      ['no-blocking-results'],
    ],
    [
      'coverage one below',
      { coverage: { percent: 89, possiblePercent: 89, minCoverage: 90 } },
      'not-evaluated',
      ['coverage'],
    ],
    ['a changed tree', { proof: changed }, 'not-evaluated', ['tree-changed']],
    [
      'differences without the mark count as changed',
      { proof: { unchanged: true, differences: ['x'] } },
      'not-evaluated',
      ['tree-changed'],
    ],
    [
      'a failed reviewer and a blocking result of another',
      { seats: [goodSeat, failed('EXITED')], results: [blocking] },
      'fail',
      ['blocking-results', 'reviewer-failed'],
    ],
    [
      'an unmet family policy',
      { family: { kind: 'unmet', sentence: 'x', because: 'wrong-families' } },
      'not-evaluated',
      ['family-policy'],
    ],
    [
      'a waived family policy is stamped',
      { family: { kind: 'waived', sentence: 'x' } },
      'pass',
      ['no-blocking-results', 'family-policy'],
    ],
    ['no isolation is stamped', { isolation: 'none' }, 'pass', ['no-blocking-results', 'isolation-none']],
    ['a closed pull request', { pullRequestClosed: true, seats: [] }, 'not-evaluated', ['closed']],
    [
      'a wrong configuration',
      { failure: { kind: 'configuration', message: 'm' }, seats: [] },
      'not-evaluated',
      ['configuration'],
    ],
    [
      'the tree outranks the reviewer, which outranks coverage',
      { proof: changed, seats: [failed('QUOTA')], coverage: noCoverage },
      'not-evaluated',
      ['tree-changed', 'reviewer-failed', 'coverage'],
    ],
  ])('%s', (_, overrides, conclusion, kinds) => {
    const { verdict } = decide(theFacts(overrides))
    expect(verdict.conclusion).toBe(conclusion)
    expect(verdict.reasons.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('says what happened and what to do on one line, whatever the provider wrote', () => {
    const message = `429\r\n::error::x\u001b[31m ${'y'.repeat(5000)}`
    const { verdict } = decide(theFacts({ seats: [failed('RATE_LIMITED', message)] }))
    const [reason] = verdict.reasons
    expect(reason?.message).toMatch(/^codex failed \(RATE_LIMITED\): 429 ::error::x \[31m y+…$/)
    expect(reason?.message.length).toBeLessThanOrEqual(500)
    const many = Array.from({ length: 9 }, (_, index) => `f${index} was added`)
    const tree = decide(theFacts({ proof: { unchanged: false, differences: many } })).verdict.reasons[0]?.message
    expect(tree).toContain('f4 was added and 4 more')
  })
})

describe('exitCode', () => {
  const exit = (
    facts: Partial<GateFacts>,
    onNotEvaluated: OnNotEvaluated,
    surface: 'action' | 'command-line' = 'action',
  ) => {
    const { verdict, causes } = decide(theFacts(facts))
    return exitCode(verdict, {
      onNotEvaluated,
      causes,
      surface,
      configurationError: facts.failure?.kind === 'configuration',
    })
  }

  const outageOnly = { seats: [failed('RATE_LIMITED')], coverage: noCoverage }

  it.each<[string, Partial<GateFacts>, readonly [number, number, number], readonly [number, number, number]]>([
    // [fail, warn-on-outage, warn] of the action, then of the command line
    ['pass', {}, [0, 0, 0], [0, 0, 0]],
    ['nothing to review', { reviewable: 'nothing' }, [0, 0, 0], [0, 0, 0]],
    ['fail', { results: [blocking] }, [1, 1, 1], [1, 1, 1]],
    ['fail with an outage beside it', { ...outageOnly, results: [blocking] }, [1, 1, 1], [1, 1, 1]],
    ['an outage', outageOnly, [1, 0, 0], [2, 0, 0]],
    ['no credential', { seats: [failed('NO_CREDENTIAL')], coverage: noCoverage }, [1, 1, 0], [2, 2, 0]],
    ['two outages', { ...outageOnly, seats: [failed('QUOTA'), failed('CONNECTION')] }, [1, 0, 0], [2, 0, 0]],
    [
      'an outage and another failure',
      { ...outageOnly, seats: [failed('QUOTA'), failed('EXITED')] },
      [1, 1, 0],
      [2, 2, 0],
    ],
    ['an outage and a moved head', { ...outageOnly, head: moved }, [1, 1, 0], [2, 2, 0]],
    ['an outage and a changed tree', { ...outageOnly, proof: changed }, [1, 1, 0], [2, 2, 0]],
    [
      'an outage and lines that nobody could review',
      { ...outageOnly, coverage: { ...noCoverage, possiblePercent: 60 } },
      [1, 1, 0],
      [2, 2, 0],
    ],
    [
      'an outage and a reviewer that read nothing',
      { ...outageOnly, seats: [failed('QUOTA'), { ...goodSeat, filesRead: 0 }] },
      [1, 1, 0],
      [2, 2, 0],
    ],
    ['low coverage alone', { coverage: short }, [1, 1, 0], [2, 2, 0]],
    ['an internal error', { failure: { kind: 'internal', message: 'bug' } }, [1, 1, 0], [2, 2, 0]],
    ['a wrong configuration', { failure: { kind: 'configuration', message: 'm' } }, [1, 1, 1], [3, 3, 3]],
  ])('%s', (_, facts, action, commandLine) => {
    expect(OnNotEvaluated.options.map((option) => exit(facts, option))).toEqual(action)
    expect(OnNotEvaluated.options.map((option) => exit(facts, option, 'command-line'))).toEqual(commandLine)
  })

  it.each(reviewerErrorCodes)('excuses %s under warn-on-outage only when a provider alone can cause it', (code) => {
    const excused = ['QUOTA', 'RATE_LIMITED', 'OVERLOADED', 'CONNECTION', 'INSTALL_FAILED'].includes(code)
    expect(exit({ seats: [failed(code)], coverage: noCoverage }, 'warn-on-outage')).toBe(excused ? 0 : 1)
  })

  it('excuses nothing when no cause is known', () => {
    const verdict = { conclusion: 'not-evaluated', reasons: [] } as const
    const facts = {
      onNotEvaluated: 'warn-on-outage',
      causes: [],
      surface: 'action',
      configurationError: false,
    } as const
    expect(exitCode(verdict, facts)).toBe(1)
  })
})

describe('decideOverride', () => {
  const override = { by: 'keeper', reason: 'the outage comes first', at: '2026-11-01T11:00:00Z', head: 'a'.repeat(40) }
  const granted = { kind: 'granted', override } as const

  it('lifts results that block: the conclusion stays fail and the exit code is 0', () => {
    const decision = decide(theFacts({ results: [blocking] }))
    const decided = decideOverride(decision, granted)
    expect(decided).toEqual({ override, reasons: [] })
    const facts = { onNotEvaluated: 'fail', causes: decision.causes, configurationError: false, ...decided } as const
    expect(decision.verdict.conclusion).toBe('fail')
    expect(exitCode(decision.verdict, { ...facts, surface: 'action' })).toBe(0)
    expect(exitCode(decision.verdict, { ...facts, surface: 'command-line' })).toBe(0)
  })

  it.each<[string, Partial<GateFacts>]>([
    ['a change that was not evaluated', { seats: [failed('QUOTA')] }],
    ['a checkout that changed', { proof: { unchanged: false, differences: ['a was added'] } }],
    ['a missing sandbox', { seats: [failed('SANDBOX_UNAVAILABLE')] }],
    ['a moved head', { head: { kind: 'moved', to: 'c'.repeat(40) } }],
    ['low coverage', { coverage: short }],
  ])('lifts nothing for %s, also where a result blocks beside it', (_, facts) => {
    for (const results of [[], [blocking]]) {
      const decision = decide(theFacts({ ...facts, results }))
      const { override: lifted } = decideOverride(decision, granted)
      expect(lifted).toBeNull()
      const { verdict, causes } = decision
      const code = { onNotEvaluated: 'fail', causes, surface: 'action', configurationError: false } as const
      expect(exitCode(verdict, { ...code, override: lifted })).toBe(1)
    }
  })

  it('says why a request was refused, and nothing where nobody asked', () => {
    const decision = decide(theFacts({ results: [blocking] }))
    expect(decideOverride(decision, { kind: 'none' })).toEqual({ override: null, reasons: [] })
    expect(decideOverride(decision, { kind: 'refused', why: 'No override: a bot set the label.' })).toEqual({
      override: null,
      reasons: [{ kind: 'override', message: 'No override: a bot set the label.' }],
    })
  })

  it('leaves a pass alone', () => {
    expect(decideOverride(decide(theFacts({})), granted)).toEqual({ override: null, reasons: [] })
  })
})
