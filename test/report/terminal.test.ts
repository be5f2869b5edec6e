import { toAgent } from '../../src/report/agent.js'
import { toTerminal } from '../../src/report/terminal.js'
import { aReport, aResult } from '../support/builders.js'

const escapeCharacter = '\u001b'

describe('the terminal report', () => {
  it('uses colour only when told', () => {
    const report = aReport({ results: [aResult()] })
    expect(toTerminal(report, { color: 'off', width: 80 })).not.toContain(escapeCharacter)
    expect(toTerminal(report, { color: 'on', width: 80 })).toContain(`${escapeCharacter}[1m`)
  })

  it('lets foreign text control nothing', () => {
    const evil = `a${escapeCharacter}[2J\u0007\u202e\u009b31m\rb`
    const report = aReport({
      results: [aResult({ title: evil, message: evil, path: evil, quote: evil, recommendation: evil })],
    })
    expect(toTerminal(report, { color: 'off', width: 80 })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
    )
  })

  it('says what blocks, where, and what to do', () => {
    const text = toTerminal(aReport({ conclusion: 'fail', results: [aResult({ blocking: true })] }), {
      color: 'off',
      width: 80,
    })
    expect(text).toMatch(/^❌ 1 result blocks this change/)
    expect(text).toContain('HIGH [blocks] The total ignores the last item (correctness)\n  src/total.ts:12')
    expect(text).toContain('→ Loop while')
  })

  it('keeps prose within the width', () => {
    const report = aReport({ results: [aResult({ message: 'word '.repeat(100), quote: '' })] })
    const widest = Math.max(
      ...toTerminal(report, { color: 'off', width: 60 })
        .split('\n')
        .slice(4, 14)
        .map((line) => line.length),
    )
    expect(widest).toBeLessThanOrEqual(60)
  })
})

describe('the report for the author model', () => {
  it('numbers the results with place, code and what to change', () => {
    const text = toAgent(
      aReport({
        conclusion: 'fail',
        results: [aResult({ severity: 'low' }), aResult({ blocking: true, title: 'worst' })],
      }),
    )
    expect(text).toMatch(
      /1\. worst\nWhere: src\/total\.ts:12 \| high correctness, confidence likely \| must be resolved/,
    )
    expect(text).toContain('What to change: Loop while')
    expect(text).toContain('2. The total')
  })

  it('says first that the change was not reviewed', () => {
    const reasons = [{ kind: 'coverage', message: 'only 10 %' } as const]
    expect(toAgent(aReport({ conclusion: 'not-evaluated', reasons }))).toMatch(/^NOT REVIEWED — only 10 %/)
  })
})
