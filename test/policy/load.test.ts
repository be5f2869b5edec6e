import fc from 'fast-check'
import { readInputs } from '../../src/policy/from-inputs.js'
import { defaultPolicy, mergePolicy, nothingSet } from '../../src/policy/load.js'
import { options } from '../../src/policy/options.js'
import type { PolicyInputs } from '../../src/types/policy.js'

function inputs(set: Partial<PolicyInputs>): PolicyInputs {
  return { ...nothingSet, ...set }
}

describe('the merged policy', () => {
  it('is the defaults that the table documents when nothing is set', () => {
    const documented = Object.values(options).flatMap((option) =>
      option.configurable && option.default.kind === 'value'
        ? [[`INPUT_${option.name.toUpperCase()}`, option.default.value]]
        : [],
    )
    expect(documented.length).toBe(7)
    const written = readInputs(Object.fromEntries(documented))
    expect(mergePolicy(nothingSet, nothingSet)).toEqual(defaultPolicy)
    expect(mergePolicy(written.inputs, nothingSet)).toEqual(defaultPolicy)
  })

  it('takes the input before the config file and the config file before the default', () => {
    const file = inputs({ effort: 'low', focus: 'file', instructions: 'file', paths: ['file/**'], reviewers: 'auto' })
    expect(mergePolicy(nothingSet, file)).toMatchObject({ effort: 'low', focus: 'file', paths: ['file/**'] })
    const input = inputs({ effort: 'medium', focus: 'input', instructions: 'input', paths: ['input/**'] })
    expect(mergePolicy(input, file)).toMatchObject({
      effort: 'medium',
      focus: 'input',
      instructions: 'input',
      paths: ['input/**'],
    })
  })

  it('adds up the globs to ignore', () => {
    const policy = mergePolicy(inputs({ pathsIgnore: ['a', 'b'] }), inputs({ pathsIgnore: ['b', 'c'] }))
    expect(policy.pathsIgnore).toEqual(['b', 'c', 'a'])
  })

  it.each([
    ['never', 'high', 'high'],
    ['critical', 'low', 'low'],
    ['low', 'never', 'low'],
    ['never', undefined, 'never'],
    [undefined, 'critical', 'critical'],
  ] as const)('fails from the stricter of %s and %s: %s', (input, file, severity) => {
    const merged = mergePolicy(inputs({ failOnSeverity: input }), inputs({ failOnSeverity: file }))
    expect(merged.failOnSeverity).toBe(severity)
  })

  it('takes what own results weigh from the config file only', () => {
    const file = inputs({ ownResults: { policy: 'critical' } })
    expect(mergePolicy(inputs({ ownResults: { policy: 'low' } }), file).ownResults).toEqual({ policy: 'critical' })
    expect(mergePolicy(inputs({ ownResults: { policy: 'low' } }), nothingSet).ownResults).toEqual({})
  })

  it.each([
    ['off', 'prefer', 'prefer'],
    ['strict', 'off', 'strict'],
    ['prefer', 'require', 'require'],
    ['off', undefined, 'off'],
    [undefined, 'prefer', 'prefer'],
    [undefined, undefined, 'require'],
  ] as const)('takes the stricter family policy of %s and %s: %s', (input, file, familyPolicy) => {
    const merged = mergePolicy(inputs({ familyPolicy: input }), inputs({ familyPolicy: file }))
    expect(merged.familyPolicy).toBe(familyPolicy)
  })

  it('takes who fills an empty seat from the input before the config file', () => {
    const file = inputs({ fallbackReviewers: [{ id: 'codex', model: 'gpt-5.5' }] })
    const input = inputs({ fallbackReviewers: [{ id: 'codex', model: undefined }] })
    expect(mergePolicy(nothingSet, file).fallbackReviewers).toEqual(file.fallbackReviewers)
    expect(mergePolicy(input, file).fallbackReviewers).toEqual(input.fallbackReviewers)
    expect(mergePolicy(nothingSet, nothingSet).fallbackReviewers).toEqual([])
  })

  it('takes authors, models and allowed families from the config file only', () => {
    const set = inputs({
      authors: [{ branch: 'agents/**', login: undefined, email: undefined, family: 'anthropic' }],
      models: { 'house-*': 'qwen' },
      allowedFamilies: ['zhipu'],
    })
    expect(mergePolicy(nothingSet, set)).toMatchObject({
      authors: set.authors,
      models: { 'house-*': 'qwen' },
      allowedFamilies: ['zhipu'],
    })
    expect(mergePolicy(set, nothingSet)).toEqual(defaultPolicy)
  })

  it('lets neither side loosen what the other set, in any gate setting', () => {
    const failOnSeverity = ['low', 'medium', 'high', 'critical', 'never'] as const
    const onNotEvaluated = ['fail', 'warn-on-outage', 'warn'] as const
    const isolation = ['sandbox', 'auto', 'none'] as const
    const familyPolicy = ['strict', 'require', 'prefer', 'off'] as const
    const gate = fc.record({
      failOnSeverity: fc.option(fc.constantFrom(...failOnSeverity), { nil: undefined }),
      onNotEvaluated: fc.option(fc.constantFrom(...onNotEvaluated), { nil: undefined }),
      isolation: fc.option(fc.constantFrom(...isolation), { nil: undefined }),
      familyPolicy: fc.option(fc.constantFrom(...familyPolicy), { nil: undefined }),
      minCoverage: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(gate, gate, (one, other) => {
        const merged = mergePolicy(inputs(one), inputs(other))
        expect(mergePolicy(inputs(other), inputs(one))).toEqual(merged)
        for (const side of [one, other]) {
          if (side.failOnSeverity !== undefined) {
            expect(failOnSeverity.indexOf(merged.failOnSeverity)).toBeLessThanOrEqual(
              failOnSeverity.indexOf(side.failOnSeverity),
            )
          }
          if (side.onNotEvaluated !== undefined) {
            expect(onNotEvaluated.indexOf(merged.onNotEvaluated)).toBeLessThanOrEqual(
              onNotEvaluated.indexOf(side.onNotEvaluated),
            )
          }
          if (side.isolation !== undefined) {
            expect(isolation.indexOf(merged.isolation)).toBeLessThanOrEqual(isolation.indexOf(side.isolation))
          }
          if (side.familyPolicy !== undefined) {
            expect(familyPolicy.indexOf(merged.familyPolicy)).toBeLessThanOrEqual(
              familyPolicy.indexOf(side.familyPolicy),
            )
          }
          expect(merged.minCoverage).toBeGreaterThanOrEqual(side.minCoverage ?? 0)
        }
        expect([one.minCoverage, other.minCoverage, 100]).toContain(merged.minCoverage)
        expect([one.familyPolicy, other.familyPolicy, 'require']).toContain(merged.familyPolicy)
        expect([one.isolation, other.isolation, 'auto']).toContain(merged.isolation)
        expect([one.onNotEvaluated, other.onNotEvaluated, 'fail']).toContain(merged.onNotEvaluated)
        expect([one.failOnSeverity, other.failOnSeverity, 'high']).toContain(merged.failOnSeverity)
      }),
    )
  })
})
