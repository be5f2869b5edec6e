import { blocks, markBlocking } from '../../src/gate/blocks.js'
import type { FailOnSeverity } from '../../src/types/policy.js'
import { Evidence, type Result } from '../../src/types/result.js'
import { Basis, Confidence, severities, Triage } from '../../src/types/rule.js'
import { aResult } from '../support/builders.js'

const thresholds: readonly FailOnSeverity[] = [...severities, 'never']

/** The sentence of the contract, clause by clause, written without a look at the code. */
function expected(result: Result, threshold: FailOnSeverity): boolean {
  const atOrAbove: Readonly<Record<FailOnSeverity, readonly string[]>> = {
    critical: ['critical'],
    high: ['critical', 'high'],
    medium: ['critical', 'high', 'medium'],
    low: ['critical', 'high', 'medium', 'low'],
    never: [],
  }
  if (!atOrAbove[threshold].includes(result.severity)) return false
  if (result.triage === 'stylistic' || result.triage === 'out-of-scope') return false
  if (result.basis === 'inferred' || result.confidence === 'possible') return false
  if (['altered', 'ambiguous', 'unverified'].includes(result.evidence.status)) return false
  return result.agreement.found > 0 && result.suppression === null && result.baselineState === 'new'
}

const suppression = { kind: 'config' as const, reason: 'r', owner: null, expires: null }

function everyResult(): readonly Result[] {
  const results: Result[] = []
  for (const severity of severities)
    for (const triage of Triage.options)
      for (const basis of Basis.options)
        for (const confidence of Confidence.options)
          for (const status of Evidence.shape.status.options)
            for (const baselineState of ['new', 'unchanged', 'absent'] as const)
              for (const suppressed of [null, suppression])
                for (const found of [0, 1]) {
                  const claim = { severity, triage, basis, confidence, baselineState, suppression: suppressed }
                  const agreement = { found, confirmed: 0, refuted: 0 }
                  results.push(aResult({ ...claim, agreement, evidence: { status, detail: null } }))
                }
  return results
}

describe('blocks', () => {
  it.each(thresholds)('agrees with the contract for every result, with the threshold %s', (failOnSeverity) => {
    const wrong = everyResult().filter(
      (result) => blocks(result, { failOnSeverity }) !== expected(result, failOnSeverity),
    )
    expect(wrong).toEqual([])
  })

  it('needs as many supporters as the policy says, and a confirmation is one', () => {
    const policy = { failOnSeverity: 'high', minAgreement: 2 } as const
    expect(blocks(aResult({ agreement: { found: 1, confirmed: 0, refuted: 0 } }), policy)).toBe(false)
    expect(blocks(aResult({ agreement: { found: 1, confirmed: 1, refuted: 0 } }), policy)).toBe(true)
    expect(blocks(aResult({ agreement: { found: 2, confirmed: 0, refuted: 0 } }), policy)).toBe(true)
  })

  it.each(['hidden-unicode', 'policy', 'agent-config'] as const)(
    'lets our own rule %s block only where the configuration raised it',
    (ruleId) => {
      const agreement = { found: 0, confirmed: 0, refuted: 0 }
      expect(
        blocks(aResult({ ruleId, agreement, reviewers: ['model-stack'], severity: 'low' }), { failOnSeverity: 'low' }),
      ).toBe(false)
      expect(
        blocks(aResult({ ruleId, agreement, reviewers: ['model-stack'], severity: 'high' }), {
          failOnSeverity: 'high',
        }),
      ).toBe(true)
      expect(
        blocks(aResult({ ruleId, agreement, reviewers: ['model-stack'], severity: 'medium' }), {
          failOnSeverity: 'high',
        }),
      ).toBe(false)
    },
  )
})

describe('markBlocking', () => {
  it('sets the mark on each result and leaves the rest alone', () => {
    const results = [aResult({ severity: 'critical' }), aResult({ severity: 'low', blocking: true })]
    const marked = markBlocking(results, { failOnSeverity: 'high' })
    expect(marked).toEqual([aResult({ severity: 'critical', blocking: true }), aResult({ severity: 'low' })])
  })

  it('judges each result by the policy of its path', () => {
    const strict = { failOnSeverity: 'low', minAgreement: 1 } as const
    const results = ['src/auth/a.ts', 'docs/a.md', 'src/b.ts'].map((path) => aResult({ path, severity: 'medium' }))
    const marked = markBlocking(results, (path) => {
      if (path.startsWith('src/auth/')) return strict
      return path.startsWith('src/') ? { ...strict, minAgreement: 2 } : { ...strict, failOnSeverity: 'never' }
    })
    expect(marked.map(({ path, blocking }) => [path, blocking])).toEqual([
      ['src/auth/a.ts', true],
      ['docs/a.md', false],
      ['src/b.ts', false],
    ])
  })
})
