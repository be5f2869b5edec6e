import { fileOnlyKeys, PolicyFile, parsePolicyFile } from '../../src/policy/from-file.js'
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
own-results:
  agent-config: high
  hidden-unicode: medium
  policy: critical
  injection: low
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
      ownResults: { 'agent-config': 'high', 'hidden-unicode': 'medium', policy: 'critical', injection: 'low' },
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
    ['rules: []', /line 1: "rules" is not available yet in this version/],
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
    ['reviewers: []', /line 1: "reviewers": lists 0 reviewers/],
    ['reviewers: [claude]', /line 1: "reviewers": the reviewer "claude" is not available yet/],
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
