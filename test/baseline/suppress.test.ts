import { toResults } from '../../src/baseline/track.js'
import { blocks } from '../../src/gate/blocks.js'
import type { KnownResult } from '../../src/types/history.js'
import type { SuppressionRule } from '../../src/types/policy.js'
import { aDismissal, aHistory, anAgreedFinding, asKnown, aTrackContext } from './findings.js'

const [plain] = toResults([anAgreedFinding()], aTrackContext()).results
const known = asKnown(plain)

function aRule(overrides: Partial<SuppressionRule> = {}): SuppressionRule {
  return {
    fingerprint: known.fingerprint ?? '',
    reason: 'accepted in ADR 12',
    owner: '@team/security',
    expires: undefined,
    ...overrides,
  }
}

function suppressed(suppressions: readonly SuppressionRule[], previous: readonly KnownResult[] = []) {
  const history = aHistory({ base: [], previous })
  const { results, notes } = toResults([anAgreedFinding()], aTrackContext({ suppressions, history }))
  return { result: results[0], notes }
}

describe('a suppression of the config', () => {
  it.each([
    ['without an end', undefined],
    ['on its last day', '2026-11-21'],
    ['before its end', '2027-03-01'],
  ])('works %s: the result stays and does not block', (_when, expires) => {
    const { result, notes } = suppressed([aRule({ expires })])
    expect(result?.suppression).toEqual({
      kind: 'config',
      reason: 'accepted in ADR 12',
      owner: '@team/security',
      expires: expires ?? null,
    })
    expect(result !== undefined && blocks(result, { failOnSeverity: 'low' })).toBe(false)
    expect(notes).toEqual([])
  })

  it('stops working the day after and says whose it was', () => {
    const { result, notes } = suppressed([aRule({ expires: '2026-11-20' })])
    expect(result?.suppression).toBeNull()
    expect(notes).toEqual([
      `Suppression ${known.fingerprint} of @team/security expired on 2026-11-20 and no longer works.`,
    ])
  })

  it('says nothing when no result needs it', () => {
    const { result, notes } = suppressed([aRule({ fingerprint: `${'0'.repeat(32)}:1` })])
    expect(result?.suppression).toBeNull()
    expect(notes).toEqual([])
  })

  it('counts the expired ones that it does not name', () => {
    const many = Array.from({ length: 30 }, (_, index) => aRule({ fingerprint: `f${index}`, expires: '2026-01-01' }))
    const { notes } = suppressed(many)
    expect(notes).toHaveLength(21)
    expect(notes.at(-1)).toBe('10 more suppressions expired and no longer work.')
  })

  it('finds a result also by the fingerprint that it would have without its history', () => {
    const earlier = { ...known, fingerprint: `${'c'.repeat(32)}:1` }
    const edited = anAgreedFinding({ quote: 'for (const item of items.slice(0, -1)) {' })
    const [alone] = toResults([edited], aTrackContext()).results
    const rules = [aRule({ fingerprint: alone?.fingerprint ?? '' })]
    const history = aHistory({ base: [], previous: [earlier] })
    const { results } = toResults([edited], aTrackContext({ suppressions: rules, history }))
    expect(results[0]).toMatchObject({ fingerprint: earlier.fingerprint, suppression: { kind: 'config' } })
  })
})

describe('an alert that was dismissed in code scanning', () => {
  const dismissed: KnownResult = {
    ...known,
    state: 'dismissed',
    alert: 7,
    dismissal: aDismissal({ comment: 'see ADR 12' }),
  }

  it('suppresses the result, with who and why', () => {
    const { result, notes } = suppressed([], [dismissed])
    expect(result?.suppression).toEqual({
      kind: 'dismissed-alert',
      reason: "won't fix: see ADR 12",
      owner: 'ada',
      expires: null,
    })
    expect(result !== undefined && blocks(result, { failOnSeverity: 'low' })).toBe(false)
    expect(notes).toEqual([])
  })

  it('yields to the config', () => {
    expect(suppressed([aRule()], [dismissed]).result?.suppression?.kind).toBe('config')
  })

  it('does not count when a bot dismissed it', () => {
    const { result, notes } = suppressed(
      [],
      [{ ...dismissed, dismissal: aDismissal({ by: 'helper[bot]', byType: 'Bot' }) }],
    )
    expect(result?.suppression).toBeNull()
    expect(notes).toEqual(['The dismissal of alert 7 by helper[bot] does not count: only a person can dismiss it.'])
  })

  it('does not count when the run says why not', () => {
    const context = aTrackContext({
      history: aHistory({ base: [], previous: [dismissed] }),
      dismissalProblem: ({ by }) => `${by} is the author\nof the pull request`,
    })
    const { results, notes } = toResults([anAgreedFinding()], context)
    expect(results[0]?.suppression).toBeNull()
    expect(notes).toEqual(['The dismissal of alert 7 by ada does not count: ada is the author of the pull request.'])
  })

  it('does not count when it was opened again', () => {
    expect(suppressed([], [{ ...dismissed, state: 'open' }]).result?.suppression).toBeNull()
  })

  it('is preferred to an open alert only under the same SARIF rule', () => {
    const [proven] = toResults([anAgreedFinding({ ruleId: 'security' })], aTrackContext()).results
    const alerts: readonly KnownResult[] = [
      asKnown(proven, { sarifRuleId: 'security' }),
      asKnown(proven, { state: 'dismissed', dismissal: aDismissal() }),
    ]
    const context = aTrackContext({ history: aHistory({ base: [], previous: alerts }) })
    const { results } = toResults([anAgreedFinding({ ruleId: 'security' })], context)
    expect(results[0]).toMatchObject({ sarifRuleId: 'security/high', suppression: { kind: 'dismissed-alert' } })
  })

  it('does not cover another defect that is folded into the same result', () => {
    const other = anAgreedFinding(
      { title: 'Twice', message: 'Short.' },
      { anchor: { symbol: 'x', line: 'y', occurrence: 1 } },
    )
    const context = aTrackContext({ history: aHistory({ base: [], previous: [dismissed] }) })
    const { results } = toResults([anAgreedFinding(), other], context)
    expect(results.map(({ suppression }) => suppression?.kind ?? null)).toEqual(['dismissed-alert', null])
  })
})
