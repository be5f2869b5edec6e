import { isSarifRuleOf, sarifRuleId } from '../../src/baseline/sarif-rule.js'
import { isProven } from '../../src/types/result.js'
import { aResult } from '../support/builders.js'

describe('the SARIF rule of a new result', () => {
  it.each([
    ['security', 'critical', 'security/critical'],
    ['security', 'low', 'security/low'],
    ['correctness', 'critical', 'correctness'],
    ['agent-config', 'high', 'agent-config'],
  ] as const)('is for %s at %s: %s', (ruleId, severity, expected) => {
    expect(sarifRuleId(aResult({ ruleId, severity }))).toBe(expected)
  })

  it.each([
    { basis: 'inferred' },
    { confidence: 'possible' },
    { evidence: { status: 'unverified', detail: null } },
    { evidence: { status: 'altered', detail: null } },
    { evidence: { status: 'ambiguous', detail: null } },
  ] as const)('carries no rank for %j', (overrides) => {
    const result = aResult({ ruleId: 'security', severity: 'critical', ...overrides })
    expect(isProven(result)).toBe(false)
    expect(sarifRuleId(result)).toBe('security')
  })

  it.each([
    ['security', 'security', true],
    ['security', 'security/high', true],
    ['security', 'security/worst', false],
    ['correctness', 'correctness', true],
    ['correctness', 'correctness/high', false],
    ['correctness', 'security', false],
  ] as const)('of %s can be %s: %s', (ruleId, candidate, expected) => {
    expect(isSarifRuleOf(ruleId, candidate)).toBe(expected)
  })
})
