import fc from 'fast-check'
import { parsePolicyFile } from '../../../src/policy/from-file.js'

const path = '.github/model-stack.yml'

type Refusal = readonly [text: string, message: RegExp]

function rulesOf(count: number, says: string): string {
  return `  - { paths: a, ${says} }\n`.repeat(count)
}

const refusals: readonly Refusal[] = [
  ['min-agreement: 0', /line 1: "min-agreement": "0" is not accepted; accepted: a whole number from 1 to 10\.$/],
  ['min-agreement: "2"', /line 1: "min-agreement": Invalid input: expected number/],
  ['rules: high', /line 1: "rules": Invalid input: expected array/],
  ['rules:\n  - paths: a\n    fail-on: low', /line 3: "rules": unknown key "fail-on"; .*"fail-on-severity"\?$/],
  ['rules:\n  - paths: a\n    isolation: none', /line 3: "rules": unknown key "isolation"; accepted: paths, /],
  ['rules:\n  - effort: low', /line 2: "rules": unknown key "effort"/],
  ['rules:\n  - fail-on-severity: low', /line 2: "rules.0": "paths" is missing$/],
  ['rules:\n  - paths: []\n    fail-on-severity: low', /line 2: "rules.0.paths": names nothing; accepted: one glob/],
  ['rules:\n  - paths: ["/src"]\n    fail-on-severity: low', /line 2: "rules.0.paths": the glob "\/src" must be/],
  ['rules:\n  - paths: a\n    branches: ""\n    fail-on-severity: low', /line 3: "rules.0.branches": names nothing/],
  ['rules:\n  - paths: a\n    branches: ["!x"]', /line 3: "rules.0.branches": the glob "!x" is negative/],
  ['rules:\n  - paths: a\n    branches: main', /line 2: "rules.0.paths": says nothing about these paths; add instr/],
  ['rules:\n  - paths: a\n    fail-on-severity: moderate', /line 3: "rules.0.fail-on-severity": .*"medium"\?$/],
  ['rules:\n  - paths: a\n    reviewers: [auto]', /line 3: "rules.0.reviewers": "auto" is no reviewer/],
  ['rules:\n  - paths: a\n    reviewers: []', /line 3: "rules.0.reviewers": names nobody/],
  ['rules:\n  - paths: a\n    reviewers: codx', /line 3: "rules.0.reviewers": "codx" is not .*"codex"\?$/],
  ['rules:\n  - paths: a\n    min-agreement: 99', /line 3: "rules.0.min-agreement": "99" is not accepted/],
  ['rules:\n  - paths: a\n    instructions: " "', /line 3: "rules.0.instructions" is empty/],
  ['rules:\n  - paths: a\n    instructions: "\\e[31m"', /line 3: "rules.0.instructions": .* without control char/],
  ['rules:\n  - paths: a\n    paths: b', /line 3: "paths" is already set on line 2; keep one$/],
  [`rules:\n${rulesOf(3, `instructions: ${'x'.repeat(15_000)}`)}`, /"rules": the instructions have 45000 characters/],
  [`rules:\n${rulesOf(101, 'min-agreement: 1')}`, /line 1: "rules": Too big/],
  [
    `rules: [{ paths: [${'a,'.repeat(300)}], min-agreement: 1 }, { paths: [${'a,'.repeat(201)}], min-agreement: 1 }]`,
    /line 1: "rules": 501 globs together are too many; accepted: up to 500$/,
  ],
  ['exempt:\n  - paths: a', /line 2: "exempt.0": "author" is missing$/],
  ['exempt:\n  - author: ada', /line 2: "exempt.0": "paths" is missing$/],
  ['exempt:\n  - login: ada\n    paths: a', /line 2: "exempt": unknown key "login"; .*Did you mean "author"\?$/],
  ['exempt:\n  - { author: ada, paths: [] }', /line 2: "exempt.0.paths": names nothing/],
  ...['ada lovelace', '-ada', 'ada@example.com', '*', '0', '-7', '1.5', '007', 'x[bot]y', '@org/team', ''].map(
    (author): Refusal => [
      `exempt: [{ author: "${author}", paths: a }]`,
      /line 1: "exempt.0.author": .* is not accepted; accepted: the login of a user, such as dependabot\[bot\]/,
    ],
  ),
  ['exempt: [{ author: 99999999999999999999, paths: a }]', /"exempt.0.author": "\d+" is not accepted/],
  ['exempt: [{ author: true, paths: a }]', /"exempt.0.author": expected a login or the number of a user$/],
  ['override: ada', /line 1: "override": Invalid input: expected object/],
  ['override:\n  users: [ada]', /line 2: "override": unknown key "users"; accepted: by, .*Did you mean "by"\?$/],
  ['override:\n  allow-author: "yes"', /line 2: "override.allow-author": Invalid input: expected boolean/],
  ['override: { by: ["app[bot]"] }', /"override.by": "app\[bot\]" is a bot, and only a person may override; accepted:/],
  ['override: { by: ["@org/a/b"] }', /"override.by": "@org\/a\/b" is not accepted; accepted: logins, and teams as @o/],
  ['override: { by: ["org/team"] }', /"override.by": "org\/team" is not accepted/],
  [`override: { by: [${'ada,'.repeat(101)}] }`, /"override.by": names 101; accepted: up to 100/],
  ['suggestions: "yes"', /line 1: "suggestions": Invalid input: expected boolean/],
  ['suppressions:\n  - { fingerprint: a, owner: o }', /line 2: "suppressions.0": "reason" is missing$/],
  ['suppressions:\n  - { fingerprint: a, reason: r }', /line 2: "suppressions.0": "owner" is missing$/],
  ['suppressions:\n  - { reason: r, owner: o }', /line 2: "suppressions.0": "fingerprint" is missing$/],
  ['suppressions: [{ fingerprint: a, reason: " ", owner: o }]', /"suppressions.0.reason" is empty; say it in words/],
  ['suppressions: [{ fingerprint: a, reason: "", owner: o }]', /"suppressions.0.reason" is empty/],
  ['suppressions: [{ fingerprint: a, reason: r, owner: "" }]', /"suppressions.0.owner" is empty/],
  [
    'suppressions: [{ fingerprint: a, reason: "a\\nb", owner: o }]',
    /"suppressions.0.reason": .*one line of up to 1000/,
  ],
  [
    'suppressions: [{ fingerprint: "a b", reason: r, owner: o }]',
    /"suppressions.0.fingerprint": "a b" is not accepted/,
  ],
  ['suppressions: [{ fingerprint: "", reason: r, owner: o }]', /"suppressions.0.fingerprint": "" is not accepted/],
  [
    'suppressions: [{ fingerprint: "*", reason: r, owner: o, until: x }]',
    /unknown key "until"; .*Did you mean "expires"/,
  ],
  [
    'suppressions:\n  - { fingerprint: a, reason: r, owner: o }\n  - { fingerprint: a, reason: s, owner: o }',
    /line 3: "suppressions.1.fingerprint" is the same as that of .* line 2: "suppressions.0.fingerprint"; keep one$/,
  ],
  ...['2027-02-30', '2027-13-01', '2027-3-1', '01.03.2027', '2027-03-01T00:00:00Z', '2027-03', 'never', '""'].map(
    (expires): Refusal => [
      `suppressions: [{ fingerprint: a, reason: r, owner: o, expires: ${expires} }]`,
      /"suppressions.0.expires": .* is not accepted; accepted: the last day on which it holds, as YYYY-MM-DD$/,
    ],
  ),
  ...['20270301', 'null', 'true'].map(
    (expires): Refusal => [
      `suppressions: [{ fingerprint: a, reason: r, owner: o, expires: ${expires} }]`,
      /"suppressions.0.expires": expected a date as YYYY-MM-DD$/,
    ],
  ),
  [
    'suppressions:\n  - fingerprint: a\n    reason: r\n    owner: o\n    expires: !!timestamp 2027-03-01',
    /line 5: "suppressions.0.expires": expected a date/,
  ],
]

describe('what a team decides in the config file', () => {
  it.each(refusals)('is refused where it is wrong, with its line: %.60j', async (text, message) => {
    const reading = parsePolicyFile(text, path)
    await expect(reading).rejects.toThrow(message)
    await expect(reading).rejects.toThrow(/^\.github\/model-stack\.yml line \d+: "[^\p{Cc}]*$/u)
    await expect(reading).rejects.toMatchObject({ name: 'ConfigurationError' })
  })

  it.each(['2028-02-29', '2000-01-01', '9999-12-31'])('takes %s for a day', async (expires) => {
    const text = `suppressions: [{ fingerprint: a, reason: r, owner: o, expires: ${expires} }]`
    await expect(parsePolicyFile(text, path)).resolves.toMatchObject({ suppressions: [{ expires }] })
  })

  it('takes digits for the number of a user, also as text: anybody may register a login of digits', async () => {
    const text = 'exempt: [{ author: "583231", paths: a }, { author: 583231, paths: b }, { author: 1-2, paths: c }]'
    await expect(parsePolicyFile(text, path)).resolves.toMatchObject({
      exempt: [
        { author: { kind: 'id', id: 583_231 } },
        { author: { kind: 'id', id: 583_231 } },
        { author: { kind: 'login', login: '1-2' } },
      ],
    })
  })

  it('lets nobody override but those who maintain the repository unless it says so', async () => {
    const read = async (text: string) => (await parsePolicyFile(text, path)).override
    await expect(read('override: {}')).resolves.toEqual({ by: [], allowAuthor: false })
    await expect(read('override: { by: ada }')).resolves.toEqual({ by: ['ada'], allowAuthor: false })
  })

  it('is taken as the manual shows it', async () => {
    const text = `
rules:
  - paths: ["src/auth/**"]
    branches: ["release/**"]
    instructions: "Tenant isolation is sacred."
    fail-on-severity: medium
    reviewers: [codex, glm]
    min-agreement: 1
exempt:
  - author: "dependabot[bot]"
    paths: ["**/package-lock.json"]
override: { by: ["@org/release-managers"], allow-author: false }
suggestions: false
suppressions:
  - fingerprint: "…"
    reason: "accepted in ADR 12"
    owner: "@team/security"
    expires: 2027-03-01
`
    await expect(parsePolicyFile(text, path)).resolves.toMatchObject({
      rules: [{ branches: ['release/**'], reviewers: [{ id: 'codex' }, { id: 'glm' }] }],
      exempt: [{ author: { kind: 'login', login: 'dependabot[bot]' } }],
      override: { by: ['@org/release-managers'], allowAuthor: false },
      suggestions: false,
      suppressions: [{ fingerprint: '…', owner: '@team/security', expires: '2027-03-01' }],
    })
  })

  it('is read or refused in one line, whatever stands there', async () => {
    const keys = ['rules', 'exempt', 'override', 'suggestions', 'suppressions', 'min-agreement']
    const inner = ['paths', 'branches', 'reviewers', 'author', 'by', 'fingerprint', 'reason', 'owner', 'expires']
    const leaf = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null))
    const map = fc.dictionary(fc.constantFrom(...inner), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
      maxKeys: 5,
    })
    const value = fc.oneof(leaf, map, fc.array(fc.oneof(leaf, map), { maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 }), async (file) => {
        const outcome = await parsePolicyFile(JSON.stringify(file), path).then(
          () => 'read',
          (error) => `${error.name}: ${error.message}`,
        )
        expect(outcome).toMatch(/^(?:read|ConfigurationError: \.github\/model-stack\.yml[^\p{Cc}\p{Zl}\p{Zp}]*)$/u)
        expect(outcome.length).toBeLessThan(1500)
      }),
      { numRuns: 300 },
    )
  })
})
