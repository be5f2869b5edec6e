import { ReviewerError } from '../../src/errors.js'
import {
  autoMaxTokens,
  MIN_ANSWER_TOKENS,
  makeTokenBudget,
  planBudget,
  requireBudget,
} from '../../src/review/budget.js'
import { aFile, onePart } from './world.js'

describe('a token budget', () => {
  it('sets aside what a request may cost and charges what it did cost', () => {
    const budget = makeTokenBudget(100_000)
    const reservation = budget.reserve({ input: 10_000, output: 20_000 })
    expect(reservation?.output).toBe(20_000)
    expect(budget.remaining()).toBe(70_000)
    expect(budget.spent()).toBe(0)
    reservation?.settle({ input: 9_000, output: 1_000 })
    expect(budget.spent()).toBe(10_000)
    expect(budget.remaining()).toBe(90_000)
  })

  it('grants less of an answer where less is left', () => {
    expect(makeTokenBudget(15_000).reserve({ input: 10_000, output: 20_000 })?.output).toBe(5_000)
  })

  it.each([
    ['the request itself', 100_001, 1, false],
    ['no useful answer', 100_000 - MIN_ANSWER_TOKENS + 1, 50_000, false],
    ['just the shortest answer', 100_000 - MIN_ANSWER_TOKENS, 50_000, true],
    ['an answer that wants less than that', 99_990, 10, true],
  ])('decides about a request when there is room for %s', (_what, input, output, fits) => {
    expect(makeTokenBudget(100_000).reserve({ input, output }) !== undefined).toBe(fits)
  })

  it('does not promise the same tokens twice', () => {
    const budget = makeTokenBudget(50_000)
    expect(budget.reserve({ input: 10_000, output: 20_000 })?.output).toBe(20_000)
    expect(budget.reserve({ input: 10_000, output: 20_000 })?.output).toBe(10_000)
    expect(budget.reserve({ input: 1, output: 20_000 })).toBeUndefined()
  })

  it('gives back what a refused request did not cost, once', () => {
    const budget = makeTokenBudget(50_000)
    const reservation = budget.reserve({ input: 10_000, output: 20_000 })
    reservation?.release()
    reservation?.settle({ input: 10_000, output: 20_000 })
    expect(budget.remaining()).toBe(50_000)
    expect(budget.spent()).toBe(0)
  })

  it('counts what was spent above the estimate, and then has nothing left', () => {
    const budget = makeTokenBudget(50_000)
    budget.reserve({ input: 10_000, output: 20_000 })?.settle({ input: 60_000, output: 1_000 })
    expect(budget.spent()).toBe(61_000)
    expect(budget.remaining()).toBe(0)
    expect(budget.reserve({ input: 0, output: 1 })).toBeUndefined()
  })
})

describe('the automatic budget', () => {
  it('grows with the prompt and allows every size many turns', () => {
    const sizes = [0, 3_000, 20_000, 180_000]
    const budgets = sizes.map(autoMaxTokens)
    expect(budgets).toEqual([...budgets].sort((a, b) => a - b))
    sizes.forEach((size, index) => {
      expect((budgets[index] ?? 0) / (size + 12_000)).toBeGreaterThan(48)
    })
  })
})

describe('a budget that is too small', () => {
  it('is said before the first request, with the figures and the input', () => {
    const act = () => requireBudget(14_000, 10_000)
    expect(act).toThrow(ReviewerError)
    expect(act).toThrow(/needs at least about 15000 tokens .*prompt 10000.*max-tokens is 14000\. Raise max-tokens/)
  })

  it('is one that not even the first request fits', () => {
    expect(() => requireBudget(15_000, 10_000)).not.toThrow()
    expect(() => requireBudget(14_999, 10_000)).toThrow('budget-exhausted')
  })
})

describe('planBudget', () => {
  /** A request of 5,000 tokens needs 10,000 with its overhead and the shortest answer. */
  const parts = Array.from({ length: 12 }, (_, index) =>
    onePart([aFile(`f${index}.ts`)], { name: `part ${index + 1} of 12`, tokens: 5_000 }),
  )
  const tooLarge = { part: 'too large', hunks: aFile('huge').hunks, code: 'CONTEXT_TOO_LONG', reason: 'huge' } as const
  const plan = { parts, left: [tooLarge] }

  it.each([1, 3])('allows %i seats what every part may need for itself where the limit is automatic', (seats) => {
    const planned = planBudget('auto', seats, plan)
    expect(planned).toEqual({ max: seats * 12 * autoMaxTokens(5_000), parts, left: [tooLarge], all: parts })
  })

  it.each([
    [30_000, 1, 3],
    [39_999, 1, 3],
    [40_000, 1, 4],
    [60_000, 2, 3],
    [119_999, 1, 11],
  ])('holds, of %i tokens for %i seats, the first %i parts', (maxTokens, seats, count) => {
    const planned = planBudget(maxTokens, seats, plan)
    expect(planned.max).toBe(maxTokens)
    expect(planned.parts).toEqual(parts.slice(0, count))
    expect(planned.all).toEqual(parts)
    expect(planned.left).toEqual([
      tooLarge,
      ...parts.slice(count).map(({ name, files }) => ({
        part: name,
        hunks: files.flatMap(({ hunks }) => hunks),
        code: 'BUDGET',
        reason: expect.stringMatching(
          new RegExp(`^max-tokens is ${maxTokens}, .* ${count} of 12 requests .* ${seats * 120_000}$`),
        ),
      })),
    ])
  })

  it.each([
    [120_000, 1],
    [240_000, 2],
  ])('leaves nothing out where %i tokens hold the parts for %i seats', (maxTokens, seats) => {
    expect(planBudget(maxTokens, seats, plan)).toMatchObject({ parts, left: [tooLarge] })
  })

  it('tries one part, however little there is', () => {
    const planned = planBudget(1, 1, plan)
    expect(planned.parts).toEqual(parts.slice(0, 1))
    expect(planned.left).toHaveLength(12)
  })
})
