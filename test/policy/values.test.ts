import fc from 'fast-check'
import { ConfigurationError } from '../../src/errors.js'
import { editDistance, nearestName, nearestValue } from '../../src/policy/near-miss.js'
import { allOptions, type Option, options } from '../../src/policy/options.js'
import { shown } from '../../src/policy/shown.js'
import { reviewerIds } from '../../src/types/reviewer.js'

function messageOf(option: Option<unknown>, text: string): string {
  try {
    option.parse(text, `input "${option.name}"`)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'accepted'
}

describe('a value that is accepted', () => {
  const accepted: readonly (readonly [Option<unknown>, string, unknown])[] = [
    [options.failOnSeverity, 'critical', 'critical'],
    [options.failOnSeverity, 'never', 'never'],
    [options.onNotEvaluated, 'warn-on-outage', 'warn-on-outage'],
    [options.minCoverage, '0', 0],
    [options.minCoverage, '100', 100],
    [options.timeoutMinutes, '0.5', 30_000],
    [options.timeoutMinutes, '.5', 30_000],
    [options.timeoutMinutes, '360', 21_600_000],
    [options.isolation, 'none', 'none'],
    [options.isolation, 'auto', 'auto'],
    [options.maxTokens, 'auto', 'auto'],
    [options.maxTokens, '1000', 1_000],
    [options.maxTokens, '200000', 200_000],
    [options.maxTokens, '1000000000', 1_000_000_000],
    [options.annotations, 'TRUE', true],
    [options.annotations, 'False', false],
    [options.reviewers, 'auto', 'auto'],
    [options.reviewers, 'codex', [{ id: 'codex', model: undefined }]],
    [options.reviewers, 'codex:gpt-5.5', [{ id: 'codex', model: 'gpt-5.5' }]],
    [options.reviewers, 'codex:qwen3:8b', [{ id: 'codex', model: 'qwen3:8b' }]],
    [
      options.reviewers,
      'codex:a\n codex:z-ai/glm[1m], ',
      [
        { id: 'codex', model: 'a' },
        { id: 'codex', model: 'z-ai/glm[1m]' },
      ],
    ],
    ...reviewerIds.map(
      (id) =>
        [
          options.reviewers,
          `${id}, ${id}:some-model`,
          [
            { id, model: undefined },
            { id, model: 'some-model' },
          ],
        ] as const,
    ),
    [options.category, 'model-stack/review', 'model-stack/review'],
    [options.cliPath, 'codex=/opt/codex', { codex: '/opt/codex' }],
    [options.cliPath, 'glm=/opt/a\nclaude=/opt/b', { glm: '/opt/a', claude: '/opt/b' }],
    [options.openaiBaseUrl, 'http://127.0.0.1:8080/v1/', 'http://127.0.0.1:8080/v1'],
    [options.registry, 'https://npm.example.com', 'https://npm.example.com'],
    [
      options.paths,
      'src/**/*.{ts,js}, docs/**\napp/\\(group\\)/*',
      ['src/**/*.{ts,js}', 'docs/**', 'app/\\(group\\)/*'],
    ],
    [options.configFile, './.github/model-stack.yml', '.github/model-stack.yml'],
    [options.baseRef, 'HEAD~1', 'HEAD~1'],
    [options.instructions, 'two\nlines', 'two\nlines'],
  ]
  it.each(accepted)('%o reads %j', (option, text, value) => {
    expect(option.parse(text, 'label')).toEqual(value)
  })
})

describe('a value that is refused', () => {
  const refused: readonly (readonly [Option<unknown>, string, string])[] = [
    [options.failOnSeverity, 'moderate', 'Did you mean "medium"?'],
    [options.failOnSeverity, 'High', 'Did you mean "high"?'],
    [options.failOnSeverity, 'none', 'Did you mean "never"?'],
    [options.failOnSeverity, 'error', 'Did you mean "high"?'],
    [options.failOnSeverity, 'criticl', 'Did you mean "critical"?'],
    [options.failOnSeverity, 'banana', 'accepted: critical, high, medium, low, never.'],
    [options.onNotEvaluated, 'warning', 'Did you mean "warn"?'],
    [options.isolation, 'sandboxed', 'Did you mean "sandbox"?'],
    [options.maxTokens, '200_000', 'Did you mean "200000"?'],
    [options.maxTokens, '999', 'auto, or a whole number from 1000 to 1000000000 in plain digits'],
    [options.maxTokens, '1000000001', 'auto, or a whole number'],
    [options.maxTokens, '-5000', 'auto, or a whole number'],
    [options.maxTokens, '1e6', 'auto, or a whole number'],
    [options.maxTokens, '5000.5', 'auto, or a whole number'],
    [options.maxTokens, 'Auto', 'Did you mean "auto"?'],
    [options.mode, 'adversarial', 'not available yet in this version'],
    [options.mode, 'reviw', 'Did you mean "review"?'],
    [options.minCoverage, '101', 'a whole number from 0 to 100'],
    [options.minCoverage, '-1', 'a whole number from 0 to 100'],
    [options.minCoverage, '80%', 'Did you mean "80"?'],
    [options.minCoverage, '1e2', 'a whole number from 0 to 100'],
    [options.timeoutMinutes, '0', 'above 0'],
    [options.timeoutMinutes, '361', 'up to 360'],
    [options.timeoutMinutes, 'Infinity', 'up to 360'],
    [options.timeoutMinutes, '.', 'up to 360'],
    [options.annotations, 'yes', 'Did you mean "true"?'],
    [options.annotations, 'off', 'Did you mean "false"?'],
    [options.reviewers, 'qwen', 'codex, glm, claude, gemini, openai-api, anthropic-api (each as id or id:model)'],
    [options.reviewers, 'anthropic', 'Did you mean "claude"?'],
    [options.reviewers, 'openai', 'Did you mean "codex"?'],
    [options.reviewers, 'zai:glm-5', 'Did you mean "glm"?'],
    [options.reviewers, 'google', 'Did you mean "gemini"?'],
    [options.reviewers, 'claude, claude', 'lists "claude" twice'],
    [options.reviewers, 'codx', 'Did you mean "codex"?'],
    [options.reviewers, 'auto, codex', '"auto" cannot be listed together'],
    [options.reviewers, 'codex, codex', 'lists "codex" twice'],
    [options.reviewers, 'codex:', 'a model name'],
    [options.reviewers, 'codex:gpt-5 --dangerously-bypass-approvals-and-sandbox', 'a model name'],
    [options.reviewers, 'codex:--yolo', 'a model name'],
    [options.reviewers, ',', 'lists 0 reviewers'],
    [options.category, 'model-stack/', 'Did you mean "model-stack"?'],
    [options.category, 'a\u0007b', 'printable'],
    [options.cliPath, 'codex=bin/codex', 'codex=/absolute/path'],
    [options.cliPath, '/opt/codex', 'codex=/absolute/path'],
    [options.cliPath, 'codex=/a, codex=/b', 'names "codex" twice'],
    [
      options.cliPath,
      'gemini=/a',
      '"gemini" is not accepted; accepted: codex=/absolute/path, glm=/absolute/path, claude=',
    ],
    [options.cliPath, 'anthropic-api=/a', '"anthropic-api" is not accepted'],
    [options.cliPath, 'cluade=/a', 'Did you mean "claude"?'],
    [options.openaiBaseUrl, 'ftp://host', 'https://host/path'],
    [options.openaiBaseUrl, 'https://host/v1?key=1', 'a query'],
    [options.registry, 'https://host/#a', 'a fragment'],
    [options.configFile, '../policy.yml', 'a path inside the repository'],
    [options.configFile, '/etc/passwd', 'a path inside the repository'],
    [options.baseRef, '--upload-pack=x', 'no leading -'],
    [options.baseRef, 'main..dev', 'no range'],
    [options.sarifFile, 'a\0b', 'the path of a file'],
    [options.focus, 'a\u001b[31m', 'without control characters'],
    [options.focus, 'a'.repeat(2001), 'up to 2000 characters'],
  ]
  it.each(refused)('%o refuses %j', (option, text, part) => {
    const message = messageOf(option, text)
    expect(message).toContain(part)
    expect(message).toMatch(new RegExp(`^input "${option.name}": `))
  })

  it('is never repeated where it could be a secret', () => {
    for (const option of allOptions.filter((each) => each.credential)) {
      expect(messageOf(option, 'sk-hidden two')).not.toMatch(/hidden|accepted$/)
    }
    for (const option of allOptions.filter((each) => each.name.endsWith('-base-url'))) {
      expect(messageOf(option, 'https://me:hidden@host/')).not.toMatch(/hidden|accepted$/)
    }
    expect(messageOf(options.registry, 'https://host/?token=hidden')).not.toContain('hidden')
  })

  it('makes a short message of one visible line, whatever it is', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(fc.constantFrom(...allOptions), anyText, (option, text) => {
        const message = messageOf(option, text)
        expect(message).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)
        expect(message.length).toBeLessThan(1500)
      }),
    )
  })
})

describe('a glob that is refused', () => {
  it.each([
    ['!src/**', 'negative'],
    ['/src/**', 'relative to the root'],
    ['./src/**', 'relative to the root'],
    ['src/', 'write dir/**'],
    ['src\\lib', 'write /'],
    ['(a+)+b', 'has a group'],
    ['+(a|b)', 'has a group'],
    ['{[a]+,b}+', 'repeats a part'],
    ['*a*a*a*b', 'too many stars'],
    ['**/a/**/a/**/a/**/b', 'too many stars'],
    ['{a,b', 'cannot be read'],
    ['[a', 'cannot be read'],
    ['a'.repeat(301), 'longer than 300'],
  ])('%s', (glob, part) => {
    expect(messageOf(options.paths, glob)).toContain(part)
  })

  it('is one of more than 500', () => {
    expect(messageOf(options.pathsIgnore, 'a\n'.repeat(501))).toContain('up to 500')
  })
})

describe('shown', () => {
  it('quotes, caps and makes invisible characters visible', () => {
    expect(shown('a"b\n\u202ec')).toBe('"a\\"b\\u{a}\\u{202e}c"')
    expect(shown('ü😀')).toBe('"ü😀"')
    expect(shown('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
  })
})

describe('near misses', () => {
  it('counts insertions, deletions, replacements and swaps', () => {
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('codex', 'codxe')).toBe(1)
    expect(editDistance('kitten', 'sitting')).toBe(3)
  })

  it('are found for names by synonym, spelling and beginning', () => {
    const names = allOptions.map((option) => option.name)
    expect(nearestName('fail-on', names)).toBe('fail-on-severity')
    expect(nearestName('FAIL_ON_SEVERITY', names)).toBe('fail-on-severity')
    expect(nearestName('path-ignore', names)).toBe('paths-ignore')
    expect(nearestName('instr', names)).toBe('instructions')
    expect(nearestName('zzzzzz', names)).toBeUndefined()
  })

  it('do not stumble over names of Object.prototype', () => {
    expect(nearestValue('constructor', ['high'])).toBeUndefined()
  })
})
