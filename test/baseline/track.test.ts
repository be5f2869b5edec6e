import { fingerprint } from '../../src/baseline/fingerprint.js'
import { toResults } from '../../src/baseline/track.js'
import type { AgreedFinding } from '../../src/consensus/agree.js'
import type { Finding } from '../../src/types/finding.js'
import { Result } from '../../src/types/result.js'
import { aFinding } from '../support/builders.js'

function anAgreedFinding(line: number, overrides: Partial<Finding> = {}): AgreedFinding {
  const finding = aFinding(overrides)
  return {
    finding,
    region: { startLine: line, endLine: line },
    text: finding.quote,
    evidence: { status: 'verified', detail: null },
    related: [],
    reviewers: ['codex'],
    agreement: { found: 1, confirmed: 0, refuted: 0 },
    alsoReportedAs: [],
  }
}

const parts = { path: 'src/a.ts', ruleId: 'security', quote: 'eval(input)', occurrence: 1 }

describe('fingerprint', () => {
  it('is 32 hex digits and the occurrence, and stays what it is from release to release', () => {
    expect(fingerprint(parts)).toMatch(/^[0-9a-f]{32}:1$/)
    expect(fingerprint(parts)).toBe('3961d28eb1ebb38bb41376583f4085d2:1')
  })

  it('does not change with the whitespace of the quote', () => {
    expect(fingerprint({ ...parts, quote: '\t eval(input)\r\n' })).toBe(fingerprint(parts))
    expect(fingerprint({ ...parts, quote: 'a\n    b' })).toBe(fingerprint({ ...parts, quote: 'a b' }))
  })

  it.each([{ path: 'src/b.ts' }, { ruleId: 'injection' }, { quote: 'eval(other)' }, { occurrence: 2 }])(
    'changes with %j',
    (change) => {
      expect(fingerprint({ ...parts, ...change })).not.toBe(fingerprint(parts))
    },
  )
})

describe('toResults', () => {
  it('makes valid results that are new, unsuppressed and not yet blocking', () => {
    const [result] = toResults([anAgreedFinding(3)])
    expect(Result.parse(result)).toEqual(result)
    expect(result).toMatchObject({ baselineState: 'new', suppression: null, blocking: false, region: { startLine: 3 } })
  })

  it('keeps the fingerprint when the line, title or severity changes', () => {
    const [before] = toResults([anAgreedFinding(3)])
    const [after] = toResults([anAgreedFinding(90, { title: 'Said otherwise', message: 'x', severity: 'low' })])
    expect(after?.fingerprint).toBe(before?.fingerprint)
  })

  it('counts equal ones by line, whatever order they come in', () => {
    const [first, second] = [anAgreedFinding(3), anAgreedFinding(30)]
    const byLine = (results: readonly Result[]) =>
      Object.fromEntries(results.map(({ region, fingerprint }) => [region.startLine, fingerprint]))
    const results = byLine(toResults([second, first]))
    expect(results).toEqual(byLine(toResults([first, second])))
    expect(results[3]).toMatch(/:1$/)
    expect(results[30]).toMatch(/:2$/)
  })

  it('lists the worst first, then by path and line', () => {
    const results = toResults([
      anAgreedFinding(9, { path: 'b.ts', severity: 'low' }),
      anAgreedFinding(5, { path: 'b.ts', severity: 'critical' }),
      anAgreedFinding(2, { path: 'b.ts', severity: 'critical' }),
      anAgreedFinding(7, { path: 'a.ts', severity: 'critical' }),
    ])
    expect(results.map(({ path, region }) => `${path}:${region.startLine}`)).toEqual([
      'a.ts:7',
      'b.ts:2',
      'b.ts:5',
      'b.ts:9',
    ])
  })

  it('takes the text of the file for the fingerprint, so that a fence around the quote does not matter', () => {
    const plain = anAgreedFinding(3)
    const fenced = { ...plain, finding: { ...plain.finding, quote: `\`\`\`\n${plain.finding.quote}\n\`\`\`` } }
    expect(toResults([fenced])[0]?.fingerprint).toBe(toResults([plain])[0]?.fingerprint)
  })
})
