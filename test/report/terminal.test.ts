import { toAgent } from '../../src/report/agent.js'
import { toTerminal } from '../../src/report/terminal.js'
import { anOwnResult, aReport, aResult } from '../support/builders.js'

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

  const plain = { color: 'off', width: 120 } as const

  it('lists what our own code noticed after what reviewers found, briefly', () => {
    const text = toTerminal(aReport({ results: [anOwnResult(), aResult({ title: 'theirs' })] }), plain)
    expect(text.indexOf('theirs')).toBeLessThan(text.indexOf('Noticed by model-stack itself, not by a model'))
    expect(text).toContain('\n  low CLAUDE.md:1: The change adds configuration of coding agents (agent-config)\n')
  })

  it('marks a notice that blocks', () => {
    const results = [anOwnResult({ blocking: true, severity: 'high' })]
    expect(toTerminal(aReport({ conclusion: 'fail', results }), plain)).toContain('\n  [blocks] high CLAUDE.md:1')
  })

  it('says what left the machine and what the reviewer read under another name', () => {
    const text = toTerminal(
      aReport({
        egress: {
          hosts: [{ host: 'h.example', requests: 2, refused: 1, bytesSent: 12_345, bytesReceived: 99 }],
          files: ['a.ts'],
          filesComplete: false,
        },
        coverage: {
          ...aReport().coverage,
          neutralised: [{ path: 'l', snapshotPath: 'l', reason: 'symlink', target: '../x\u001b[31m' }],
          notInSnapshot: [{ path: 'sub', reason: 'submodule' }],
        },
      }),
      plain,
    )
    expect(text).toContain('h.example: 2 requests, 1 refused, 12 kB sent, 99 B received')
    expect(text).toContain('content of at least 1 file; the report file names them')
    expect(text).toContain('l as l (symlink, points to ../x)')
    expect(text).toContain('sub is not in it (submodule)')
  })

  it.each([
    ['loudly that there was no isolation', aReport({ isolation: { ...aReport().isolation, level: 'none' } }), true],
    ['quietly which sandbox there was', aReport(), false],
    [
      'nothing of isolation where no reviewer was started',
      aReport({ reviewers: [], isolation: { ...aReport().isolation, level: 'none' } }),
      false,
    ],
  ] as const)('says %s', (_name, report, loud) => {
    expect(toTerminal(report, plain).includes('! isolation: none — the reviewer was not isolated')).toBe(loud)
    expect(toAgent(report).includes('Note: isolation: none')).toBe(loud)
  })

  it('closes with the isolation in one line', () => {
    expect(toTerminal(aReport(), plain).trimEnd().split('\n').at(-1)).toBe(
      'isolation root-sandbox (2 checks), checkout unchanged, model-stack-action 0.1.0',
    )
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

  it('keeps what our own code noticed apart, for a person to look at', () => {
    const results = [anOwnResult({ blocking: true }), aResult({ title: 'theirs' })]
    const text = toAgent(aReport({ conclusion: 'fail', results }))
    expect(text).toContain('1. theirs')
    expect(text).not.toContain('2. ')
    expect(text).toMatch(/not by a model[^\n]*\n- CLAUDE\.md:1: .*\(low agent-config\)\. It blocks/)
  })

  it('says first that the change was not reviewed', () => {
    const reasons = [{ kind: 'coverage', message: 'only 10 %' } as const]
    expect(toAgent(aReport({ conclusion: 'not-evaluated', reasons }))).toMatch(/^NOT REVIEWED — only 10 %/)
  })
})

describe('what earlier runs add to the terminal', () => {
  const options = { color: 'off', width: 100 } as const

  it('is the fingerprint that a suppression needs, and how often the defect was said in other words', () => {
    const wording = { reviewer: 'glm', ruleId: 'contract', severity: 'low', title: 't', message: 'm' } as const
    const text = toTerminal(aReport({ results: [aResult({ alsoReportedAs: [wording] })] }), options)
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Also said in 1 other wording. Fingerprint 8f2c1a9b7d3e5f60:1.')
  })

  it('lists what is no longer reported, and notes', () => {
    const results = [aResult({ baselineState: 'absent', title: 'Gone now' })]
    const text = toTerminal(aReport({ results, notes: ['A suppression\u001b[31m expired.'] }), options)
    expect(text).toContain('No longer reported\n  high src/total.ts:12: Gone now')
    expect(text).toContain('Notes\n  A suppression expired.')
  })
})
