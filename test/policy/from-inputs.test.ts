import { readInputs } from '../../src/policy/from-inputs.js'
import { nothingSet } from '../../src/policy/load.js'

describe('inputs of the action', () => {
  it('that are empty or blank count as not set', () => {
    const { inputs, settings } = readInputs({ 'INPUT_FAIL-ON-SEVERITY': '', INPUT_EFFORT: '  ', PATH: '/bin' })
    expect(inputs).toEqual(nothingSet)
    expect(settings).toEqual({
      baseRef: undefined,
      headRef: undefined,
      configFile: '.github/model-stack.yml',
      timeoutMs: 1_200_000,
      maxTokens: 'auto',
      authorModel: 'auto',
      sarifFile: undefined,
      uploadSarif: 'auto',
      category: 'model-stack/review',
      annotations: true,
      commentSummary: 'never',
      reviewComments: 'never',
      baseline: undefined,
      credentials: {},
      baseUrls: {},
      cliPaths: {},
      registry: undefined,
      githubToken: undefined,
    })
  })

  it('are read by the name that the runner gives them', () => {
    const { inputs, settings } = readInputs({
      INPUT_REVIEWERS: ' codex:gpt-5.5 ',
      'INPUT_FALLBACK-REVIEWERS': 'codex:gpt-5.4, codex',
      INPUT_MODE: 'review',
      'INPUT_FAMILY-POLICY': 'prefer',
      'INPUT_AUTHOR-MODEL': 'zhipu, anthropic',
      'INPUT_FAIL-ON-SEVERITY': 'low',
      'INPUT_ON-NOT-EVALUATED': 'warn',
      'INPUT_MIN-COVERAGE': '80',
      'INPUT_MIN-AGREEMENT': '2',
      INPUT_EFFORT: 'low',
      INPUT_FOCUS: 'tenancy',
      INPUT_INSTRUCTIONS: 'be kind',
      INPUT_PATHS: 'src/**',
      'INPUT_PATHS-IGNORE': '**/*.snap\n**/*.lock',
      'INPUT_BASE-REF': 'main',
      'INPUT_HEAD-REF': 'topic',
      'INPUT_CONFIG-FILE': 'policy.yml',
      INPUT_ISOLATION: 'sandbox',
      'INPUT_TIMEOUT-MINUTES': '1.5',
      'INPUT_MAX-TOKENS': '250000',
      'INPUT_SARIF-FILE': 'out.sarif',
      'INPUT_UPLOAD-SARIF': 'required',
      INPUT_CATEGORY: 'mine',
      INPUT_ANNOTATIONS: 'false',
      'INPUT_COMMENT-SUMMARY-IN-PR': 'on-failure',
      'INPUT_REVIEW-COMMENTS': 'blocking',
      INPUT_BASELINE: 'reports/last.json',
      'INPUT_OPENAI-API-KEY': 'sk-1',
      'INPUT_ANTHROPIC-API-KEY': 'sk-2',
      'INPUT_ZAI-API-KEY': 'id.3',
      'INPUT_GEMINI-API-KEY': 'AQ.4',
      'INPUT_OPENAI-BASE-URL': 'https://gateway.example.com/v1',
      'INPUT_ANTHROPIC-BASE-URL': 'https://gateway.example.com/anthropic/',
      'INPUT_ZAI-BASE-URL': 'https://gateway.example.com/zai',
      'INPUT_GEMINI-BASE-URL': 'https://gateway.example.com/gemini',
      'INPUT_CLI-PATH': 'codex=/opt/codex, glm=/opt/claude, claude=/opt/claude',
      INPUT_REGISTRY: 'https://npm.example.com/',
      'INPUT_GITHUB-TOKEN': 'ghs_1',
    })
    expect(inputs).toEqual({
      ...nothingSet,
      mode: 'review',
      reviewers: [{ id: 'codex', model: 'gpt-5.5' }],
      failOnSeverity: 'low',
      onNotEvaluated: 'warn',
      minCoverage: 80,
      effort: 'low',
      focus: 'tenancy',
      instructions: 'be kind',
      paths: ['src/**'],
      pathsIgnore: ['**/*.snap', '**/*.lock'],
      isolation: 'sandbox',
      fallbackReviewers: [
        { id: 'codex', model: 'gpt-5.4' },
        { id: 'codex', model: undefined },
      ],
      familyPolicy: 'prefer',
      minAgreement: 2,
    })
    expect(settings).toEqual({
      baseRef: 'main',
      headRef: 'topic',
      configFile: 'policy.yml',
      timeoutMs: 90_000,
      maxTokens: 250_000,
      authorModel: ['anthropic', 'zhipu'],
      sarifFile: 'out.sarif',
      uploadSarif: 'required',
      category: 'mine',
      annotations: false,
      commentSummary: 'on-failure',
      reviewComments: 'blocking',
      baseline: 'reports/last.json',
      credentials: {
        'openai-api-key': 'sk-1',
        'anthropic-api-key': 'sk-2',
        'zai-api-key': 'id.3',
        'gemini-api-key': 'AQ.4',
      },
      baseUrls: {
        'openai-base-url': 'https://gateway.example.com/v1',
        'anthropic-base-url': 'https://gateway.example.com/anthropic',
        'zai-base-url': 'https://gateway.example.com/zai',
        'gemini-base-url': 'https://gateway.example.com/gemini',
      },
      cliPaths: { codex: '/opt/codex', glm: '/opt/claude', claude: '/opt/claude' },
      registry: 'https://npm.example.com',
      githubToken: 'ghs_1',
    })
  })

  it('set just the keys that are given', () => {
    const { credentials, baseUrls } = readInputs({ 'INPUT_ZAI-API-KEY': 'id.3', 'INPUT_OPENAI-API-KEY': ' ' }).settings
    expect({ credentials, baseUrls }).toEqual({ credentials: { 'zai-api-key': 'id.3' }, baseUrls: {} })
  })

  it.each([
    [{ 'INPUT_AUTHOR-MODEL': 'auto' }, 'auto'],
    [{ 'INPUT_AUTHOR-MODEL': 'human' }, 'human'],
    [{ 'INPUT_AUTHOR-MODEL': 'qwen\nqwen' }, ['qwen']],
  ])('name the author: %j', (environment, authorModel) => {
    expect(readInputs(environment).settings.authorModel).toEqual(authorModel)
  })

  it.each([
    [{ 'INPUT_AUTHOR-MODEL': 'claude' }, /"author-model": "claude" is not accepted; .*Did you mean "anthropic"\?$/],
    [{ 'INPUT_AUTHOR-MODEL': 'human, qwen' }, /"auto" and "human" stand alone/],
    [{ 'INPUT_FAMILY-POLICY': 'none' }, /"family-policy": "none" is not accepted; .*Did you mean "off"\?$/],
    [{ 'INPUT_FAMILY-POLICY': 'required' }, /Did you mean "require"\?$/],
    [{ 'INPUT_FALLBACK-REVIEWERS': 'auto' }, /"fallback-reviewers": "auto" is no reviewer/],
    [{ 'INPUT_FALLBACK-REVIEWERS': 'codex, codex' }, /lists "codex" twice/],
    [{ 'INPUT_MIN-AGREEMENT': '0' }, /"min-agreement": "0" is not accepted; accepted: a whole number from 1 to 10\.$/],
    [{ 'INPUT_MIN-AGREEMENT': '11' }, /a whole number from 1 to 10/],
    [{ 'INPUT_MIN-AGREEMENT': '1.5' }, /a whole number from 1 to 10/],
    [{ 'INPUT_UPLOAD-SARIF': 'always' }, /accepted: auto, required, never\. Did you mean "required"\?$/],
    [{ 'INPUT_UPLOAD-SARIF': 'false' }, /Did you mean "never"\?$/],
    [{ 'INPUT_COMMENT-SUMMARY-IN-PR': 'true' }, /never, on-failure, always\. Did you mean "always"\?$/],
    [{ 'INPUT_COMMENT-SUMMARY-IN-PR': 'failure-only' }, /Did you mean "on-failure"\?$/],
    [{ 'INPUT_REVIEW-COMMENTS': 'true' }, /accepted: never, blocking, all\. Did you mean "all"\?$/],
    [{ INPUT_BASELINE: 'a\0b' }, /"baseline": .* is not accepted; accepted: the path of a file/],
  ])('with a wrong value are an error: %j', (environment, message) => {
    expect(() => readInputs(environment)).toThrow(message)
  })

  it.each([
    ['INPUT_FAIL-ON', /unknown input "fail-on"\. Did you mean "fail-on-severity"\? Accepted: reviewers, /],
    ['INPUT_FAIL_ON_SEVERITY', /Did you mean "fail-on-severity"\?/],
    ['INPUT_XYZZY', /unknown input "xyzzy"\. Accepted: .*github-token\.$/],
    ['INPUT_GOOGLE-API-KEY', /Did you mean "gemini-api-key"\?/],
    ['INPUT_COMMENT-SUMMARY', /Did you mean "comment-summary-in-pr"\?/],
    ['INPUT_UPLOAD', /Did you mean "upload-sarif"\?/],
    ['INPUT_SUPPRESSIONS', /^unknown input "suppressions"\. Accepted: /],
    ['INPUT_PLAN-FILE', /input "plan-file" is not available yet in this version/],
    ['INPUT_ROUNDS', /input "rounds" is not available yet in this version/],
  ])('that nobody knows are an error: %s', (variable, message) => {
    expect(() => readInputs({ [variable]: '' })).toThrow(message)
  })
})
