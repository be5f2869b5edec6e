import { ConfigurationError } from '../../src/errors.js'
import { mergePolicy, nothingSet } from '../../src/policy/load.js'
import {
  checkMinAgreement,
  declaredRisk,
  instructionsFor,
  minAgreementFor,
  policyForPath,
  reviewersFor,
  rulesFor,
  thresholdFor,
} from '../../src/policy/rules.js'
import type { FailOnSeverity, Policy, PolicyInputs, Seat, WrittenRule } from '../../src/types/policy.js'

function aRule(paths: string, overrides: Partial<WrittenRule> = {}): WrittenRule {
  const nothing = { branches: [], instructions: undefined, failOnSeverity: undefined, minAgreement: undefined }
  return { ...nothing, paths: [paths], reviewers: [], ...overrides }
}

function policyOf(
  rules: readonly WrittenRule[],
  { inputs = {}, file = {} }: { inputs?: Partial<PolicyInputs>; file?: Partial<PolicyInputs> } = {},
): Policy {
  return mergePolicy({ ...nothingSet, ...inputs }, { ...nothingSet, ...file, rules })
}

function seat(id: string, model?: string): Seat {
  return { id, model }
}

describe('rulesFor', () => {
  it('finds all rules of a path, in the order of the file', () => {
    const policy = policyOf([aRule('src/**'), aRule('docs/**'), aRule('**/*.ts')])
    expect(rulesFor(policy, 'src/a.ts').map(({ paths }) => paths)).toEqual([['src/**'], ['**/*.ts']])
    expect(rulesFor(policy, '.github/workflows/ci.yml')).toEqual([])
  })
})

describe('thresholdFor', () => {
  const cases: readonly {
    readonly rules: readonly FailOnSeverity[]
    readonly file?: FailOnSeverity
    readonly input?: FailOnSeverity
    readonly holds: FailOnSeverity
  }[] = [
    { rules: [], holds: 'high' },
    { rules: [], file: 'critical', holds: 'critical' },
    { rules: ['medium'], holds: 'medium' },
    // The base branch's rule may be milder than the base branch's file …
    { rules: ['critical'], file: 'low', holds: 'critical' },
    { rules: ['never'], holds: 'never' },
    // … but not than an input.
    { rules: ['never'], input: 'medium', holds: 'medium' },
    { rules: ['critical'], file: 'low', input: 'high', holds: 'high' },
    // And no input makes a rule milder.
    { rules: ['medium'], input: 'never', holds: 'medium' },
    { rules: ['medium'], file: 'high', input: 'never', holds: 'medium' },
    // Of several rules the strictest.
    { rules: ['critical', 'low', 'never'], holds: 'low' },
  ]
  it.each(cases)('holds $holds with rules $rules, file $file, input $input', ({ rules, file, input, holds }) => {
    const policy = policyOf(
      rules.map((failOnSeverity) => aRule('src/**', { failOnSeverity })),
      { inputs: { failOnSeverity: input }, file: { failOnSeverity: file } },
    )
    expect(thresholdFor(policy, 'src/a.ts')).toBe(holds)
    expect(thresholdFor(policy, 'lib/a.ts')).toBe(policy.failOnSeverity)
  })

  it('looks past a rule that says nothing of it', () => {
    const policy = policyOf([aRule('src/**', { instructions: 'x' })], { file: { failOnSeverity: 'low' } })
    expect(thresholdFor(policy, 'src/a.ts')).toBe('low')
  })
})

describe('minAgreementFor', () => {
  it.each([
    [[], undefined, undefined, 1],
    [[], 2, undefined, 2],
    [[], 2, 3, 2],
    [[1], 2, undefined, 1],
    [[1], 2, 2, 1],
    [[3], undefined, 2, 2],
    [[2, 3], undefined, undefined, 2],
  ])('with rules %j, file %s, input %s is %i', (rules, file, input, holds) => {
    const policy = policyOf(
      rules.map((minAgreement) => aRule('src/**', { minAgreement })),
      { inputs: { minAgreement: input }, file: { minAgreement: file } },
    )
    expect(minAgreementFor(policy, 'src/a.ts')).toBe(holds)
    expect(minAgreementFor(policy, 'lib/a.ts')).toBe(policy.minAgreement)
  })
})

describe('policyForPath', () => {
  const policy = policyOf([
    aRule('src/auth/**', { failOnSeverity: 'low', minAgreement: 1 }),
    aRule('src/**', { minAgreement: 2 }),
    aRule('attic/**', { failOnSeverity: 'never', minAgreement: 3 }),
  ])

  it('says what holds at a path', () => {
    const policyAt = policyForPath(policy, new Map())
    expect(policyAt('src/auth/login.ts')).toEqual({ failOnSeverity: 'low', minAgreement: 1 })
    expect(policyAt('attic/a.ts')).toEqual({ failOnSeverity: 'never', minAgreement: 3 })
    expect(policyAt('README.md')).toEqual({ failOnSeverity: 'high', minAgreement: 1 })
  })

  it('lets nobody escape a rule by moving the file away', () => {
    const policyAt = policyForPath(policy, new Map([['attic/login.ts', 'src/auth/login.ts']]))
    expect(policyAt('attic/login.ts')).toEqual({ failOnSeverity: 'low', minAgreement: 1 })
  })
})

describe('declaredRisk', () => {
  const policy = policyOf(
    [
      aRule('src/auth/**', { failOnSeverity: 'low' }),
      aRule('src/**', { failOnSeverity: 'critical' }),
      aRule('docs/**', { instructions: 'Be kind.' }),
      aRule('attic/**', { failOnSeverity: 'never' }),
    ],
    { file: { failOnSeverity: 'low' } },
  )

  it('is more for a stricter rule, more for a rule than for none', () => {
    const paths = ['attic/a.ts', 'README.md', 'src/a.ts', 'docs/a.md', 'src/auth/a.ts']
    const byRisk = paths.toSorted((a, b) => declaredRisk(policy, b) - declaredRisk(policy, a))
    expect(byRisk).toEqual(['docs/a.md', 'src/auth/a.ts', 'src/a.ts', 'attic/a.ts', 'README.md'])
    expect(declaredRisk(policy, 'docs/a.md')).toBe(declaredRisk(policy, 'src/auth/a.ts'))
  })

  it('is the same everywhere where the config has no rules', () => {
    const plain = policyOf([])
    expect(declaredRisk(plain, 'a.ts')).toBe(declaredRisk(plain, 'src/auth/b.ts'))
    expect(declaredRisk(policyOf([], { file: { failOnSeverity: 'low' } }), 'a.ts')).toBeGreaterThan(
      declaredRisk(policyOf([], { file: { failOnSeverity: 'never' } }), 'a.ts'),
    )
  })
})

describe('instructionsFor', () => {
  const rules = [
    aRule('src/auth/**', { paths: ['src/auth/**', 'src/session/**'], instructions: '\nTenant isolation is sacred.\n' }),
    aRule('**/*.sql', { instructions: 'Migrations must be reversible.' }),
    aRule('**/*.ts', { failOnSeverity: 'low' }),
  ]

  it('gives all that matches any changed path, each under its globs', () => {
    const policy = policyOf(rules, { inputs: { instructions: 'Be strict.' } })
    expect(instructionsFor(policy, ['db/1.sql', 'src/auth/a.ts', 'src/auth/b.ts'])).toBe(
      'Be strict.\n\nFor src/auth/**, src/session/**:\nTenant isolation is sacred.\n\nFor **/*.sql:\nMigrations must be reversible.',
    )
  })

  it('gives those for the whole change alone where no rule matches, and nothing where there are none', () => {
    expect(instructionsFor(policyOf(rules, { file: { instructions: 'Be strict.' } }), ['a.md'])).toBe('Be strict.')
    expect(instructionsFor(policyOf(rules), ['a.ts'])).toBeUndefined()
    expect(instructionsFor(policyOf(rules), [])).toBeUndefined()
  })
})

describe('reviewersFor', () => {
  const auth = aRule('src/auth/**', { reviewers: [seat('glm', 'glm-5.3'), seat('codex')] })
  const sql = aRule('**/*.sql', { reviewers: [seat('gemini'), seat('glm')] })

  it.each([
    ['no rule matches', ['a.md'], []],
    ['one matches', ['a.md', 'src/auth/a.ts'], [seat('glm', 'glm-5.3'), seat('codex')]],
    ['two match: their union', ['src/auth/a.sql'], [seat('glm', 'glm-5.3'), seat('codex'), seat('gemini')]],
    ['the other one only', ['a.sql'], [seat('gemini'), seat('glm')]],
  ])('keeps the seat of auto and adds to it where %s', (_, paths, added) => {
    expect(reviewersFor(policyOf([auth, sql]), paths)).toEqual({ reviewers: 'auto', added })
  })

  it('does not ask twice for a reviewer without a model that one with a model serves, in either order', () => {
    expect(reviewersFor(policyOf([sql, auth]), ['src/auth/a.sql']).added).toEqual([
      seat('gemini'),
      seat('glm', 'glm-5.3'),
      seat('codex'),
    ])
  })

  it('adds to a list what the list does not serve', () => {
    const listed = { file: { reviewers: [seat('codex', 'gpt-5.5'), seat('glm', 'glm-5')] } }
    expect(reviewersFor(policyOf([auth, sql], listed), ['src/auth/a.sql'])).toEqual({
      reviewers: [seat('codex', 'gpt-5.5'), seat('glm', 'glm-5'), seat('glm', 'glm-5.3'), seat('gemini')],
      added: [],
    })
    expect(reviewersFor(policyOf([auth], listed), ['a.md'])).toEqual({ ...listed.file, added: [] })
  })

  it('refuses more seats than anybody means', () => {
    const many = aRule('**', { reviewers: Array.from({ length: 10 }, (_, index) => seat('codex', `m${index}`)) })
    expect(() => reviewersFor(policyOf([many]), ['a'])).toThrow(ConfigurationError)
    expect(() => reviewersFor(policyOf([many]), ['a'])).toThrow(
      /^rules: .* add up to 11 reviewers; accepted: up to 10$/,
    )
  })
})

describe('checkMinAgreement', () => {
  const policy = policyOf([aRule('src/**', { minAgreement: 3 })], { file: { minAgreement: 2 } })

  it.each([
    [['a.md'], 2],
    [['src/a.ts'], 3],
    [[], 2],
  ])('is content where the change of %j has %i seats', (paths, seats) => {
    expect(() => checkMinAgreement(policy, { paths, seats })).not.toThrow()
  })

  it.each([
    [['a.md'], 1, /^min-agreement: 2 reviewers must support a result, but there is 1 seat, .* Name more reviewers/],
    [['a.md', 'src/a.ts'], 2, /^min-agreement: 3 reviewers must support a result, but there are 2 seats, /],
  ])('refuses what could never block: %j with %i', (paths, seats, message) => {
    expect(() => checkMinAgreement(policy, { paths, seats })).toThrow(ConfigurationError)
    expect(() => checkMinAgreement(policy, { paths, seats })).toThrow(message)
  })
})
