import { mergeExact } from '../../src/consensus/agree.js'
import type { CheckedFinding } from '../../src/evidence/check.js'
import { aFinding } from '../support/builders.js'

function aCheckedFinding(overrides: Partial<CheckedFinding> = {}): CheckedFinding {
  return {
    finding: aFinding(),
    region: { startLine: 12, endLine: 12 },
    text: aFinding().quote,
    evidence: { status: 'verified', detail: null },
    related: [],
    reviewer: 'codex',
    ...overrides,
  }
}

describe('mergeExact', () => {
  it('keeps a lone finding as it is, supported by its reviewer', () => {
    const { reviewer: _, ...rest } = aCheckedFinding()
    expect(mergeExact([aCheckedFinding()])).toEqual([
      { ...rest, reviewers: ['codex'], agreement: { found: 1, confirmed: 0, refuted: 0 } },
    ])
  })

  it('merges what two reviewers found at the same place, whatever title they gave it', () => {
    const other = aCheckedFinding({
      reviewer: 'glm',
      finding: aFinding({ title: 'Another title', message: 'Another.' }),
    })
    const merged = mergeExact([aCheckedFinding(), other])
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({ reviewers: ['codex', 'glm'], agreement: { found: 2 } })
  })

  it('counts a reviewer once that says the same twice', () => {
    expect(mergeExact([aCheckedFinding(), aCheckedFinding()])[0]?.agreement.found).toBe(1)
  })

  it.each([
    ['path', aCheckedFinding({ finding: aFinding({ path: 'other.ts' }) })],
    ['side', aCheckedFinding({ finding: aFinding({ side: 'old' }) })],
    ['rule', aCheckedFinding({ finding: aFinding({ ruleId: 'security' }) })],
    ['line', aCheckedFinding({ region: { startLine: 13, endLine: 13 } })],
    ['text', aCheckedFinding({ text: 'something else' })],
  ])('keeps findings apart that differ in %s', (_, other) => {
    expect(mergeExact([aCheckedFinding(), other])).toHaveLength(2)
  })

  it('lets the more severe claim speak, so that a milder duplicate cannot hide it', () => {
    const mild = aCheckedFinding({ finding: aFinding({ severity: 'low' }) })
    const severe = aCheckedFinding({ reviewer: 'glm', finding: aFinding({ severity: 'critical' }) })
    expect(mergeExact([mild, severe])[0]?.finding.severity).toBe('critical')
    const doubtful = aCheckedFinding({ finding: aFinding({ severity: 'critical', confidence: 'possible' }) })
    expect(mergeExact([doubtful, mild])[0]?.finding.severity).toBe('low')
  })
})
