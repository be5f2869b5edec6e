import { ConfigurationError } from '../../src/errors.js'
import { parseBaseline } from '../../src/history/baseline-file.js'
import { aReport, aResult } from '../support/builders.js'

const report = aReport({ results: [aResult(), aResult({ fingerprint: 'gone:1', baselineState: 'absent' })] })

describe('a report file of an earlier run', () => {
  it('tells its results and what it was of', () => {
    expect(parseBaseline(JSON.stringify(report), 'last.json')).toEqual({
      results: [
        {
          fingerprint: '8f2c1a9b7d3e5f60:1',
          sarifRuleId: 'correctness',
          ruleId: 'correctness',
          severity: 'high',
          title: 'The total ignores the last item',
          message: 'The loop stops one item early, so the last price is never added.',
          path: 'src/total.ts',
          side: 'new',
          region: { startLine: 12, endLine: 12 },
          quote: 'for (let index = 0; index < items.length - 1; index++) {',
          state: 'open',
          dismissal: null,
          alert: null,
        },
      ],
      leftOut: 0,
      conclusion: 'pass',
      head: 'a'.repeat(40),
      pullRequest: 7,
    })
  })

  it.each([
    ['security', 'critical', 'security/critical'],
    ['docs', 'low', 'docs'],
  ] as const)('of an older version gives %s its rule of code scanning', (ruleId, severity, expected) => {
    const { sarifRuleId: _, alsoReportedAs: __, sincePreviousRun: ___, ...older } = aResult({ ruleId, severity })
    const text = JSON.stringify({ ...report, results: [older] })
    expect(parseBaseline(text, 'last.json').results).toMatchObject([{ ruleId, sarifRuleId: expected }])
  })

  it('of a later version may say more', () => {
    const text = JSON.stringify({ ...report, weather: 'fine', results: [{ ...aResult(), mood: 'good' }] })
    expect(parseBaseline(text, 'last.json').results).toHaveLength(1)
  })

  it('of a run that ended early has nothing to tell', () => {
    const text = JSON.stringify({ ...report, change: null, conclusion: 'not-evaluated', results: [] })
    expect(parseBaseline(text, 'last.json')).toMatchObject({
      results: [],
      conclusion: 'not-evaluated',
      head: undefined,
    })
  })

  it('with more results than a run may upload is cut, and says how much', () => {
    const results = Array.from({ length: 25_010 }, () => ({ ...aResult(), message: '' }))
    const file = parseBaseline(JSON.stringify({ ...report, results }), 'last.json')
    expect(file.results).toHaveLength(25_000)
    expect(file.leftOut).toBe(10)
  })
})

describe('what is no report', () => {
  it.each([
    ['no JSON', '{"schemaVersion": 1,', 'it is not JSON'],
    ['an array', '[]', 'the file is not what schemaVersion 1'],
    ['another version', JSON.stringify({ ...report, schemaVersion: 2 }), 'schemaVersion is not'],
    ["another tool's", JSON.stringify({ ...report, tool: { name: 'eslint' } }), 'tool.name is not'],
    ['SARIF', JSON.stringify({ version: '2.1.0', runs: [] }), 'schemaVersion is not'],
    ['a result without a fingerprint', JSON.stringify({ ...report, results: [{}] }), 'results.0.fingerprint is not'],
    ['more than 50 MB', ' '.repeat(50 * 1024 * 1024 + 1), 'it has more than 50 MB'],
  ])('is refused by name: %s', (_what, text, why) => {
    const parse = () => parseBaseline(text, 'evil"\n::error::.json')
    expect(parse).toThrow(ConfigurationError)
    expect(parse).toThrow(why)
    expect(parse).toThrow(/^baseline: "evil\\"\\u\{a\}::error::\.json" is not a report of model-stack-action: [^\n]+$/)
  })
})
