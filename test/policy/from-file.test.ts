import { fileOnlyKeys } from '../../src/policy/file/keys.js'
import { PolicyFile } from '../../src/policy/file/schema.js'
import { parsePolicyFile } from '../../src/policy/from-file.js'
import { nothingSet } from '../../src/policy/load.js'
import { allOptions } from '../../src/policy/options.js'

const path = '.github/model-stack.yml'

describe('the config file', () => {
  it.each(['', '\n# nothing yet\n', '---\n', '{}', 'null'])('may say nothing: %j', async (text) => {
    await expect(parsePolicyFile(text, path)).resolves.toEqual(nothingSet)
  })

  it('sets what it names', async () => {
    const text = `
fail-on-severity: medium
reviewers: [ "codex:gpt-5.5", codex ]
effort: low
focus: tenancy
instructions: |
  Tenant isolation is sacred.
on-not-evaluated: warn-on-outage
min-coverage: 90
paths: src/**, lib/**
paths-ignore:
  - "**/*.{snap,lock}"
isolation: sandbox
fallback-reviewers: [codex, "claude:claude-opus-4-8"]
family-policy: strict
authors:
  - branch: "agents/**"
    family: anthropic
  - { login: "acme-bot[bot]", email: bot@acme.example, family: zhipu }
models: { "qwen3*": qwen, house/*: other }
allowed-families: [zhipu, openai]
own-results:
  agent-config: high
  hidden-unicode: medium
  policy: critical
  injection: low
min-agreement: 2
rules:
  - paths: ["src/auth/**", "src/**/session.ts"]
    branches: release/**, main
    instructions: Tenant isolation is sacred.
    fail-on-severity: medium
    reviewers: [codex, "glm:glm-5.3"]
    min-agreement: 1
  - paths: docs/**
    fail-on-severity: never
exempt:
  - author: dependabot[bot]
    paths: ["**/package-lock.json"]
  - author: 49699333
    paths: "**/*.lock"
override: { by: ["@org/release-managers", "@ada", grace_acme], allow-author: true }
suggestions: true
suppressions:
  - fingerprint: 8f2c1a9b7d3e5f608f2c1a9b7d3e5f60:1
    reason: accepted in ADR 12
    owner: "@team/security"
    expires: 2027-03-01
  - { fingerprint: "other:2", reason: " no end ", owner: ada }
`
    await expect(parsePolicyFile(text, path)).resolves.toEqual({
      ...nothingSet,
      failOnSeverity: 'medium',
      reviewers: [
        { id: 'codex', model: 'gpt-5.5' },
        { id: 'codex', model: undefined },
      ],
      effort: 'low',
      focus: 'tenancy',
      instructions: 'Tenant isolation is sacred.',
      onNotEvaluated: 'warn-on-outage',
      minCoverage: 90,
      paths: ['src/**', 'lib/**'],
      pathsIgnore: ['**/*.{snap,lock}'],
      isolation: 'sandbox',
      fallbackReviewers: [
        { id: 'codex', model: undefined },
        { id: 'claude', model: 'claude-opus-4-8' },
      ],
      familyPolicy: 'strict',
      authors: [
        { branch: 'agents/**', login: undefined, email: undefined, family: 'anthropic' },
        { branch: undefined, login: 'acme-bot[bot]', email: 'bot@acme.example', family: 'zhipu' },
      ],
      models: { 'qwen3*': 'qwen', 'house/*': 'other' },
      allowedFamilies: ['openai', 'zhipu'],
      ownResults: { 'agent-config': 'high', 'hidden-unicode': 'medium', policy: 'critical', injection: 'low' },
      minAgreement: 2,
      rules: [
        {
          paths: ['src/auth/**', 'src/**/session.ts'],
          branches: ['release/**', 'main'],
          instructions: 'Tenant isolation is sacred.',
          failOnSeverity: 'medium',
          reviewers: [
            { id: 'codex', model: undefined },
            { id: 'glm', model: 'glm-5.3' },
          ],
          minAgreement: 1,
        },
        {
          ...{ paths: ['docs/**'], branches: [], instructions: undefined },
          ...{ failOnSeverity: 'never', reviewers: [], minAgreement: undefined },
        },
      ],
      exempt: [
        { author: { kind: 'login', login: 'dependabot[bot]' }, paths: ['**/package-lock.json'] },
        { author: { kind: 'id', id: 49_699_333 }, paths: ['**/*.lock'] },
      ],
      override: { by: ['@org/release-managers', 'ada', 'grace_acme'], allowAuthor: true },
      suggestions: true,
      suppressions: [
        {
          fingerprint: '8f2c1a9b7d3e5f608f2c1a9b7d3e5f60:1',
          reason: 'accepted in ADR 12',
          owner: '@team/security',
          expires: '2027-03-01',
        },
        { fingerprint: 'other:2', reason: 'no end', owner: 'ada', expires: undefined },
      ],
    })
  })

  it('takes just the keys that the table of options lets it set, and those that are its own', () => {
    const configurable = allOptions.filter((option) => option.configurable).map((option) => option.name)
    expect(Object.keys(PolicyFile.shape).sort()).toEqual([...configurable, ...fileOnlyKeys].sort())
  })

  it.each([
    [
      'effort: low\nfail-on: high\n',
      /^\.github\/model-stack\.yml line 2: unknown key "fail-on"; accepted: .*Did you mean "fail-on-severity"\?$/,
    ],
    [
      'effort: low\n\nfail-on-severity: moderate',
      /line 3: "fail-on-severity": "moderate" is not accepted; .*Did you mean "medium"\?$/,
    ],
    ['effort: low\neffort: high', /line 2: "effort" is already set on line 1; keep one$/],
    ['rounds: 1', /line 1: "rounds" is not available yet in this version/],
    ['github-token: x', /line 1: "github-token" cannot be set in the config file/],
    ['__proto__: {}', /line 1: unknown key "__proto__"/],
    ['constructor: 1', /line 1: unknown key "constructor"/],
    ['\nmin-coverage: lots', /line 2: "min-coverage": Invalid input: expected number/],
    ['min-coverage: 120', /line 1: "min-coverage": "120" is not accepted/],
    ['min-coverage: .nan', /line 1: "min-coverage": /],
    ['fail-on-severity: 3', /line 1: "fail-on-severity": Invalid input: expected string/],
    ['fail-on-severity:\n', /line 1: "fail-on-severity": /],
    ['focus: "  "', /line 1: "focus" is empty/],
    ['effort: low\npaths: [1]', /line 2: "paths": expected text or a list of texts$/],
    ['paths: ["!a"]', /line 1: "paths": the glob "!a" is negative/],
    ['isolation: off', /line 1: "isolation": "off" is not accepted; accepted: auto, sandbox, none\./],
    ['effort: low\nown-results: high', /line 2: "own-results": Invalid input: expected object/],
    ['own-results:\n', /line 1: "own-results": Invalid input: expected object/],
    [
      'own-results:\n  policy: high\n  agent-configs: high',
      /line 3: "own-results": unknown rule "agent-configs"; accepted: .*Did you mean "agent-config"\?$/,
    ],
    ['own-results: { __proto__: high }', /line 1: "own-results": unknown rule "__proto__"/],
    ['own-results: { security: high }', /line 1: "own-results": unknown rule "security"/],
    [
      'own-results:\n  policy: moderate',
      /line 2: "own-results.policy": "moderate" is not accepted; .*Did you mean "medium"\?$/,
    ],
    ['own-results:\n  policy: never', /line 2: "own-results.policy": "never" is not accepted/],
    ['own-results:\n  policy: 3', /line 2: "own-results.policy": Invalid input: expected string/],
    ['own-results:\n  policy: low\n  policy: high', /line 3: "policy" is already set on line 2; keep one$/],
    ['family-policy: lax', /line 1: "family-policy": "lax" is not accepted; accepted: strict, require, prefer, off/],
    ['author-model: openai', /line 1: "author-model" cannot be set in the config file/],
    ['fallback-reviewers: [auto]', /line 1: "fallback-reviewers": "auto" is no reviewer/],
    ['authors: anthropic', /line 1: "authors": Invalid input: expected array/],
    [
      'authors:\n  - family: anthropic',
      /line 2: "authors.0.family": says nothing of whom; add branch, login or email$/,
    ],
    [
      'authors:\n  - branch: a\n    familly: anthropic',
      /line 3: "authors": unknown key "familly"; accepted: .*Did you mean "family"\?$/,
    ],
    ['authors:\n  - branch: a\n    branch: b', /line 3: "branch" is already set on line 2; keep one$/],
    ['authors:\n  - branch: a', /line 2: "authors.0": "family" is missing$/],
    ['authors:\n  - branch: a\n    family: claude', /line 3: "authors.0.family": .*Did you mean "anthropic"\?$/],
    ['authors: [{ branch: "!a", family: qwen }]', /line 1: "authors.0.branch": the glob "!a" is negative/],
    ['authors: [{ login: "a b", family: qwen }]', /line 1: "authors.0.login": "a b" is not accepted/],
    ['models:\n  qwen3*: qwen\n  house*: alibaba', /line 3: "models.house\*": "alibaba" is not accepted/],
    ['models: { __proto__: qwen }', /line 1: "models": "__proto__" is no name of a model/],
    ['models: { "a(b)": qwen }', /line 1: "models": the glob "a\(b\)" has a group/],
    ['models:\n  a: qwen\n  a: meta', /line 3: "a" is already set on line 2/],
    ['allowed-families: []', /line 1: "allowed-families": allows no family at all/],
    ['allowed-families: [gpt]', /line 1: "allowed-families": "gpt" is not accepted; .*Did you mean "openai"\?$/],
    ['allowed-families: openai', /line 1: "allowed-families": Invalid input: expected array/],
    ['models: &m { "a\\nb": qwen }\nauthors: [*m]', /line 2: "authors": "family" is missing$/],
    [
      'exempt: &e [{ author: ada, paths: x, "c\\nd": 1 }]',
      /line 1: "exempt": unknown key "c\\u\{a\}d"; accepted: author, paths\.$/,
    ],
    ['reviewers: []', /line 1: "reviewers": lists 0 reviewers/],
    ['reviewers: [anthropic]', /line 1: "reviewers": "anthropic" is not accepted; .*Did you mean "claude"\?$/],
    ['- effort: low', /line 1: is not a list of "key: value" lines/],
    ['just words', /line 1: is not a list of "key: value" lines/],
    ['effort: low\nfocus: "open', /line 2: is not valid YAML/],
    ['effort: !!js/function "x"', /line 1: is not valid YAML/],
    ['effort: low\n---\neffort: high', /line 2: is not valid YAML/],
    ['? [a, b]\n: c', /line 1: /],
    [`focus: ${'['.repeat(50_000)}`, /^\.github\/model-stack\.yml/],
    [`focus: ${'a'.repeat(256 * 1024)}`, /has \d+ bytes; accepted: up to 262144$/],
  ])('refuses %.40j and says where', async (text, message) => {
    await expect(parsePolicyFile(text, path)).rejects.toThrow(message)
    await expect(parsePolicyFile(text, path)).rejects.toMatchObject({ name: 'ConfigurationError' })
  })

  it('does not unfold aliases without end', async () => {
    const levels = Array.from({ length: 12 }, (_, level) => `&l${level} [${`*l${level - 1},`.repeat(level && 9)}a]`)
    await expect(parsePolicyFile(`paths: [${levels.join(', ')}]`, path)).rejects.toMatchObject({
      name: 'ConfigurationError',
    })
  })
})
