import fc from 'fast-check'
import { readInputs } from '../../src/policy/from-inputs.js'
import { defaultPolicy, mergePolicy, nothingSet } from '../../src/policy/load.js'
import { options } from '../../src/policy/options.js'
import type { PolicyInputs, WrittenRule } from '../../src/types/policy.js'

function inputs(set: Partial<PolicyInputs>): PolicyInputs {
  return { ...nothingSet, ...set }
}

function aRule(overrides: Partial<WrittenRule>): WrittenRule {
  const nothing = { instructions: undefined, reviewers: [], minAgreement: undefined }
  return { ...nothing, paths: ['src/**'], branches: [], failOnSeverity: 'low', ...overrides }
}

describe('the merged policy', () => {
  it('is the defaults that the table documents when nothing is set', () => {
    const documented = Object.values(options).flatMap((option) =>
      option.configurable && option.default.kind === 'value'
        ? [[`INPUT_${option.name.toUpperCase()}`, option.default.value]]
        : [],
    )
    expect(documented.length).toBe(8)
    const written = readInputs(Object.fromEntries(documented))
    expect(mergePolicy(nothingSet, nothingSet)).toEqual(defaultPolicy)
    const floor = { failOnSeverity: 'high', minAgreement: 1 }
    expect(mergePolicy(written.inputs, nothingSet)).toEqual({ ...defaultPolicy, floor })
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

  it('takes the lower min-agreement, because then more blocks, and holds what the input said against rules', () => {
    expect(mergePolicy(inputs({ minAgreement: 1 }), inputs({ minAgreement: 2 })).minAgreement).toBe(1)
    expect(mergePolicy(inputs({ minAgreement: 3 }), inputs({ minAgreement: 2 })).minAgreement).toBe(2)
    const { floor } = mergePolicy(inputs({ minAgreement: 3, failOnSeverity: 'low' }), inputs({ minAgreement: 2 }))
    expect(floor).toEqual({ minAgreement: 3, failOnSeverity: 'low' })
    expect(mergePolicy(nothingSet, inputs({ minAgreement: 2, failOnSeverity: 'low' })).floor).toEqual({})
  })

  it('takes rules, exemptions, override, suggestions and suppressions from the config file only', () => {
    const set = inputs({
      rules: [aRule({ branches: [] })],
      exempt: [{ author: { kind: 'id', id: 7 }, paths: ['**/*.lock'] }],
      override: { by: ['ada'], allowAuthor: true },
      suggestions: true,
      suppressions: [{ fingerprint: 'a:1', reason: 'r', owner: 'o', expires: undefined }],
    })
    const { exempt, override, suggestions, suppressions } = set
    const merged = mergePolicy(nothingSet, set)
    expect(merged).toMatchObject({ exempt, override, suggestions, suppressions })
    expect(merged.rules).toHaveLength(1)
    expect(mergePolicy(set, nothingSet)).toEqual(defaultPolicy)
  })

  it.each([
    [['release/**'], 'release/1.x', 1],
    [['release/*'], 'release/1/x', 0],
    [['main', 'release/**'], 'main', 1],
    [['main'], 'maintenance', 0],
    [['main'], undefined, 0],
    [[], undefined, 1],
    [[], 'anything', 1],
  ])('keeps a rule for the branches %j on %s: %i', (branches, baseBranch, kept) => {
    const { rules } = mergePolicy(nothingSet, inputs({ rules: [aRule({ branches })] }), baseBranch)
    expect(rules).toHaveLength(kept)
    expect(rules.some((rule) => 'branches' in rule)).toBe(false)
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
        // Only what is an input is a floor.
        expect({ ...mergePolicy(inputs(other), inputs(one)), floor: merged.floor }).toEqual(merged)
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
