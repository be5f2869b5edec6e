import { parseCommandLine } from '../../src/policy/from-flags.js'
import { helpText } from '../../src/policy/help.js'
import { allOptions } from '../../src/policy/options.js'

function review(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const line = parseCommandLine(['review', ...args], environment)
  if (line.command !== 'review') throw new Error(`got ${line.command}`)
  return line
}

describe('the command line', () => {
  it.each([
    [[], 'help'],
    [['help'], 'help'],
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['review', '--help'], 'help'],
    [['--version'], 'version'],
    [['version'], 'version'],
    [['demo'], 'demo'],
    [['doctor', '--reviewers', 'codex'], 'doctor'],
    [['review'], 'review'],
  ])('%j asks for %s', (args, command) => {
    expect(parseCommandLine(args, {}).command).toBe(command)
  })

  it('reviews two refs and prints for a terminal unless told otherwise', () => {
    expect(review([])).toMatchObject({ subject: 'refs', format: 'terminal', output: undefined })
  })

  it('takes a value after a space and after an equals sign', () => {
    expect(review(['--fail-on-severity', 'low']).inputs.failOnSeverity).toBe('low')
    expect(review(['--fail-on-severity=low']).inputs.failOnSeverity).toBe('low')
    expect(review(['--focus=--force flags']).inputs.focus).toBe('--force flags')
  })

  it('adds up lists that are given more than once', () => {
    expect(review(['--paths', 'a/**', '--paths=b/**']).inputs.paths).toEqual(['a/**', 'b/**'])
  })

  it('reads what to review, how to print it and where to', () => {
    expect(review(['--staged'])).toMatchObject({ subject: 'staged' })
    expect(review(['--working-tree', '--format', 'agent', '--output', 'out.md'])).toMatchObject({
      subject: 'working-tree',
      format: 'agent',
      output: 'out.md',
    })
  })

  it.each([
    ['openai', 'OPENAI'],
    ['anthropic', 'ANTHROPIC'],
    ['zai', 'ZAI'],
    ['gemini', 'GEMINI'],
  ])('reads key and endpoint of %s from the environment', (vendor, prefix) => {
    const environment = { [`${prefix}_API_KEY`]: 'sk-1', [`${prefix}_BASE_URL`]: 'http://one' }
    const { credentials, baseUrls } = review([], environment).settings
    expect(credentials).toEqual({ [`${vendor}-api-key`]: 'sk-1' })
    expect(baseUrls).toEqual({ [`${vendor}-base-url`]: 'http://one' })
    const line = parseCommandLine(['doctor', `--${vendor}-base-url`, 'http://two'], environment)
    expect(line).toMatchObject({ command: 'doctor', settings: { baseUrls: { [`${vendor}-base-url`]: 'http://two' } } })
    const withKey = () => parseCommandLine(['review', `--${vendor}-api-key`], {})
    expect(withKey).toThrow(`set the environment variable ${prefix}_API_KEY`)
  })

  it('reads the key from the environment, and lets a flag win over the endpoint there', () => {
    const environment = { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://one' }
    expect(review([], environment).settings.credentials).toEqual({ 'openai-api-key': 'sk-1' })
    expect(review([], environment).settings.baseUrls).toEqual({ 'openai-base-url': 'http://one' })
    expect(review(['--openai-base-url', 'http://two'], environment).settings.baseUrls).toEqual({
      'openai-base-url': 'http://two',
    })
    expect(review([], { OPENAI_API_KEY: '' }).settings.credentials).toEqual({})
  })

  it('has a flag for every input that is no secret, and none for the others', () => {
    for (const option of allOptions) {
      const given = () => parseCommandLine(['review', `--${option.name}`], {})
      expect(given).toThrow(option.credential ? 'is not accepted, because' : 'needs a value')
    }
  })

  it.each([
    [['reveiw'], /unknown command "reveiw"; accepted: .*Did you mean "review"\?$/],
    [['plan', 'x.md'], /"plan" is not available yet/],
    [['audit'], /"audit" is not available yet/],
    [['--staged'], /no command; .*Did you mean "review"\?$/],
    [['review', 'main'], /unexpected argument "main"/],
    [['review', '--fail-on', 'high'], /unknown flag "--fail-on"; .*Did you mean "--fail-on-severity"\?$/],
    [['review', '--rounds', '2'], /--rounds is not available yet/],
    [['review', '-x'], /unknown flag "-x"/],
    [['review', '--staged', '--working-tree'], /--staged and --working-tree exclude each other/],
    [['review', '--staged', '--head-ref', 'x'], /--staged and --head-ref exclude each other/],
    [['review', '--staged=yes'], /--staged takes no value/],
    [['review', '--effort', '--staged'], /--effort needs a value/],
    [['review', '--effort='], /--effort needs a value/],
    [['review', '--effort', 'low', '--effort', 'high'], /--effort is given twice/],
    [['review', '--effort', 'max'], /^--effort: "max" is not accepted; .*Did you mean "high"\?$/],
    [['review', '--format', 'md'], /^--format: "md" is not accepted; .*Did you mean "markdown"\?$/],
    [['demo', '--staged'], /--staged does not belong to "demo"; accepted: --reviewers, --cli-path, --registry$/],
    [['version', '--staged'], /--staged does not belong to "version"; accepted: no flags$/],
  ])('refuses %j', (args, message) => {
    expect(() => parseCommandLine(args, {})).toThrow(message)
  })

  it.each([['--openai-api-key=sk-hidden'], ['--anthropic-api-key=sk-hidden'], ['--nonsense=sk-hidden']])(
    'never repeats a secret: %s',
    (flag) => {
      expect(() => parseCommandLine(['review', flag], {})).toThrow(/^(?!.*hidden)/)
    },
  )

  it('names the environment variable when its value is wrong', () => {
    expect(() => review([], { OPENAI_BASE_URL: 'nonsense' })).toThrow(/^environment variable OPENAI_BASE_URL: /)
  })
})

describe('the help', () => {
  it('fits into 80 columns', () => {
    for (const line of helpText().split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('names every flag and no secret flag', () => {
    for (const option of allOptions) {
      expect(helpText().includes(`  --${option.name} ${option.placeholder}`)).toBe(!option.credential)
    }
  })

  it('names what reads the key and what the exit codes mean', () => {
    for (const vendor of ['OPENAI', 'ANTHROPIC', 'ZAI', 'GEMINI']) {
      expect(helpText()).toContain(`  ${vendor}_API_KEY`)
      expect(helpText()).toContain(`  ${vendor}_BASE_URL`)
    }
    expect(helpText()).toMatch(/ 2 {2}not evaluated/)
  })
})
