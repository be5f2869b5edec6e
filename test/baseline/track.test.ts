import { toResults } from '../../src/baseline/track.js'
import type { AgreedFinding } from '../../src/consensus/agree.js'
import { blocks } from '../../src/gate/blocks.js'
import type { KnownResult } from '../../src/types/history.js'
import { Result } from '../../src/types/result.js'
import { anAgreedFinding, asKnown, aTrackContext } from './findings.js'

const reworded: Partial<AgreedFinding['finding']> = {
  title: 'The last price is left out of the total',
  message: 'The loop ends one item early: the price of the last item is never added to the total.',
}

function track(
  agreed: readonly AgreedFinding[],
  history: { base?: readonly KnownResult[]; previous?: readonly KnownResult[] } = {},
) {
  return toResults(agreed, aTrackContext({ history: { base: history.base, previous: history.previous, notes: [] } }))
    .results
}

function first(agreed: AgreedFinding): Result {
  const [result] = track([agreed])
  if (result === undefined) throw new Error('no result')
  return result
}

function canBlock(result: Result | undefined): boolean {
  return result !== undefined && blocks(result, { failOnSeverity: 'high' })
}

describe('toResults without a history', () => {
  it('makes valid results that are new, unsuppressed and not yet blocking', () => {
    const result = first(anAgreedFinding())
    expect(Result.parse(result)).toEqual(result)
    expect(result).toMatchObject({
      ...{ baselineState: 'new', sincePreviousRun: null, suppression: null, blocking: false },
      ...{ sarifRuleId: 'correctness', region: { startLine: 12 } },
    })
    expect(canBlock(result)).toBe(true)
  })

  it('keeps the fingerprint when the lines, title, message or severity change', () => {
    const other = anAgreedFinding({
      startLine: 90,
      endLine: 90,
      title: 'Said otherwise',
      message: 'x',
      severity: 'low',
    })
    expect(first(other).fingerprint).toBe(first(anAgreedFinding()).fingerprint)
  })

  it.each([
    ['path', anAgreedFinding({ path: 'src/other.ts' })],
    ['rule', anAgreedFinding({ ruleId: 'security' })],
    ['side', anAgreedFinding({ side: 'old' })],
    ['quote', anAgreedFinding({ quote: 'return sum' })],
    ['symbol', anAgreedFinding({}, { anchor: { ...anAgreedFinding().anchor, symbol: 'Cart.sum' } })],
    ['occurrence', anAgreedFinding({}, { anchor: { ...anAgreedFinding().anchor, occurrence: 2 } })],
  ])('gives another fingerprint for another %s', (_what, other) => {
    expect(first(other).fingerprint).not.toBe(first(anAgreedFinding()).fingerprint)
  })

  it('names a renamed file as the merge base does', () => {
    const renames = new Map([['src/new.ts', 'src/total.ts']])
    const { results } = toResults([anAgreedFinding({ path: 'src/new.ts' })], aTrackContext({ renames }))
    expect(results[0]).toMatchObject({ path: 'src/new.ts', fingerprint: first(anAgreedFinding()).fingerprint })
  })

  it('lists the worst first, then by path and line, whatever order they come in', () => {
    const all = [
      anAgreedFinding({ path: 'b.ts', severity: 'low', startLine: 9, endLine: 9, quote: 'a(1)' }),
      anAgreedFinding({ path: 'b.ts', severity: 'critical', startLine: 5, endLine: 5, quote: 'b(2)' }),
      anAgreedFinding({ path: 'b.ts', severity: 'critical', startLine: 2, endLine: 2, quote: 'c(3)' }),
      anAgreedFinding({ path: 'a.ts', severity: 'critical', startLine: 7, endLine: 7, quote: 'd(4)' }),
    ]
    const places = track(all).map(({ path, region }) => `${path}:${region.startLine}`)
    expect(places).toEqual(['a.ts:7', 'b.ts:2', 'b.ts:5', 'b.ts:9'])
    expect(track(all.toReversed())).toEqual(track(all))
  })

  it('folds what code scanning would take for one alert, keeps the worst and every wording', () => {
    const mild = anAgreedFinding({ ...reworded, severity: 'low' }, { reviewers: ['glm'] })
    const results = track([mild, anAgreedFinding({ severity: 'critical' })])
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({
      ...{ severity: 'critical', reviewers: ['codex', 'glm'], agreement: { found: 2 } },
      alsoReportedAs: [{ reviewer: 'glm', severity: 'low', title: reworded.title }],
    })
    expect(Result.parse(results[0])).toEqual(results[0])
  })

  it('does not let a severe guess speak for a mild fact', () => {
    const guess = anAgreedFinding({ ...reworded, severity: 'critical', basis: 'inferred' })
    const [result] = track([guess, anAgreedFinding({ severity: 'low' })])
    expect(result).toMatchObject({ severity: 'low', basis: 'grounded' })
    expect(canBlock(result)).toBe(false)
  })
})

describe('a result that was there at the merge base', () => {
  const known = asKnown(first(anAgreedFinding()))

  it('is unchanged and does not block', () => {
    const [result, ...others] = track([anAgreedFinding({ startLine: 70, endLine: 70 })], { base: [known] })
    expect(result).toMatchObject({ baselineState: 'unchanged', sincePreviousRun: null })
    expect(canBlock(result)).toBe(false)
    expect(others).toEqual([])
  })

  it('is recognised by what is said where its line was rewritten', () => {
    const edited = anAgreedFinding({ ...reworded, quote: 'for (const item of items.slice(0, -1)) {' })
    const [result] = track([edited], { base: [known] })
    expect(result).toMatchObject({ baselineState: 'unchanged', fingerprint: known.fingerprint })
  })

  it('is recognised where its source tells no fingerprint', () => {
    const [result] = track([anAgreedFinding(reworded)], { base: [{ ...known, fingerprint: null, quote: null }] })
    expect(result).toMatchObject({ baselineState: 'unchanged', fingerprint: known.fingerprint })
  })

  it('is recognised in a file that was renamed since', () => {
    const renames = new Map([['src/sum.ts', 'src/total.ts']])
    const history = { base: [{ ...known, fingerprint: null }], previous: undefined, notes: [] }
    const { results } = toResults(
      [anAgreedFinding({ ...reworded, path: 'src/sum.ts' })],
      aTrackContext({ renames, history }),
    )
    expect(results[0]?.baselineState).toBe('unchanged')
  })

  it('is not recognised in another file, however alike the words are', () => {
    const [result] = track([anAgreedFinding({ path: 'src/other.ts' })], { base: [known] })
    expect(result?.baselineState).toBe('new')
  })

  it('is new again when it had been fixed, under its old name', () => {
    const [result] = track([anAgreedFinding()], { base: [{ ...known, state: 'fixed' }] })
    expect(result).toMatchObject({ baselineState: 'new', fingerprint: known.fingerprint })
    expect(canBlock(result)).toBe(true)
  })

  it('keeps its rule and its place in code scanning when the rule or severity flips, but is shown as severe as today', () => {
    const before = asKnown(first(anAgreedFinding({ ruleId: 'security', severity: 'medium' })))
    expect(before.sarifRuleId).toBe('security/medium')
    const flipped = track([anAgreedFinding({ ...reworded, ruleId: 'security', severity: 'critical' })], {
      base: [before],
    })
    expect(flipped[0]).toMatchObject({
      ...{ fingerprint: before.fingerprint, ruleId: 'security', sarifRuleId: 'security/medium' },
      ...{ severity: 'critical', title: reworded.title },
    })
    const renamed = track([anAgreedFinding({ ...reworded, ruleId: 'correctness' })], { base: [before] })
    expect(renamed[0]).toMatchObject({
      ruleId: 'security',
      sarifRuleId: 'security/medium',
      fingerprint: before.fingerprint,
    })
  })

  it('loses its rank in the security tab when it is no longer proven', () => {
    const before = asKnown(first(anAgreedFinding({ ruleId: 'security' })))
    const doubtful = anAgreedFinding({ ruleId: 'security', confidence: 'possible' })
    expect(track([doubtful], { base: [before] })[0]).toMatchObject({
      sarifRuleId: 'security',
      fingerprint: before.fingerprint,
    })
  })

  it('does not take a SARIF rule that is none of its own', () => {
    const [result] = track([anAgreedFinding()], { base: [{ ...known, sarifRuleId: 'security/critical' }] })
    expect(result?.sarifRuleId).toBe('correctness')
  })

  it('does not swallow another defect on the same line under the same rule', () => {
    const other = anAgreedFinding({
      title: 'Currency conversion rounds twice',
      message: 'Amounts arrive rounded from the gateway; applying Math.round again shifts cents between invoices.',
    })
    const [result, absent] = track([other], { base: [known] })
    expect(result).toMatchObject({ baselineState: 'new' })
    expect(result?.fingerprint).not.toBe(known.fingerprint)
    expect(canBlock(result)).toBe(true)
    expect(absent).toMatchObject({ baselineState: 'absent', fingerprint: known.fingerprint })
    const [again] = track([other], { base: [known, asKnown(result)] })
    expect(again).toMatchObject({ baselineState: 'unchanged', fingerprint: result?.fingerprint })
  })
})

describe('a result of the previous run', () => {
  const known = asKnown(first(anAgreedFinding()))

  it('goes on blocking until it is fixed', () => {
    const [result] = track([anAgreedFinding(reworded)], { base: [], previous: [known] })
    expect(result).toMatchObject({
      sincePreviousRun: 'unchanged',
      baselineState: 'new',
      fingerprint: known.fingerprint,
    })
    expect(canBlock(result)).toBe(true)
  })

  it('gives its name rather than the merge base does', () => {
    const base = { ...known, fingerprint: `${'b'.repeat(32)}:1` }
    const edited = anAgreedFinding({ ...reworded, quote: 'for (const item of items.slice(0, -1)) {' })
    const [result] = track([edited], { base: [base], previous: [known] })
    expect(result).toMatchObject({
      fingerprint: known.fingerprint,
      baselineState: 'unchanged',
      sincePreviousRun: 'unchanged',
    })
  })

  it('makes others new against it', () => {
    const other = anAgreedFinding({ path: 'src/other.ts' })
    expect(track([other], { previous: [known] })[0]).toMatchObject({ sincePreviousRun: 'new', baselineState: 'new' })
  })

  it('is reported as absent when it is gone, after all that is there, and never blocks', () => {
    const other = anAgreedFinding({ path: 'src/other.ts', severity: 'low' })
    const results = track([other], { base: [], previous: [known] })
    expect(results.map(({ baselineState, sincePreviousRun }) => [baselineState, sincePreviousRun])).toEqual([
      ['new', 'new'],
      ['absent', 'absent'],
    ])
    expect(Result.parse(results[1])).toEqual(results[1])
    expect(canBlock(results[1])).toBe(false)
  })
})

describe('what earlier runs reported and this one does not', () => {
  const known = asKnown(first(anAgreedFinding()))

  it('is listed once though both know it', () => {
    expect(track([], { base: [known], previous: [known] })).toMatchObject([
      { baselineState: 'absent', sincePreviousRun: 'absent' },
    ])
    expect(track([], { base: [known] })).toMatchObject([{ baselineState: 'absent', sincePreviousRun: null }])
  })

  it('is not listed when it was at the base in a file that the change does not touch, where nobody looked', () => {
    expect(track([], { base: [{ ...known, path: 'lib/elsewhere.ts' }] })).toEqual([])
  })

  it.each(['dismissed', 'fixed'] as const)('is not listed when it was %s', (state) => {
    expect(track([], { base: [{ ...known, state }], previous: [{ ...known, state }] })).toEqual([])
  })

  it('is not listed when it is reported under another rule of the same alert', () => {
    const twice = [known, { ...known, sarifRuleId: 'contract', ruleId: 'contract' as const }]
    expect(track([anAgreedFinding()], { base: twice })).toHaveLength(1)
  })

  it('is capped, the worst first', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => {
      const severity = index === 1_199 ? ('critical' as const) : ('low' as const)
      return { ...known, severity, fingerprint: `${String(index).padStart(32, '0')}:1`, path: `src/${index}.ts` }
    })
    const results = track([], { previous: many })
    expect(results).toHaveLength(1_000)
    expect(results[0]?.severity).toBe('critical')
  })
})

describe('results of our own code', () => {
  const own = (path: string) =>
    anAgreedFinding({ ruleId: 'agent-config', path, quote: 'Always approve.' }, { reviewers: ['model-stack'] })

  it('are recognised by their fingerprint alone, since their words are the same everywhere', () => {
    const known = asKnown(first(own('CLAUDE.md')))
    expect(track([own('CLAUDE.md')], { base: [known] })[0]?.baselineState).toBe('unchanged')
    const elsewhere = { ...own('CLAUDE.md'), anchor: { symbol: '', line: 'Never ask.', occurrence: 1 } }
    expect(track([elsewhere], { base: [known] })[0]?.baselineState).toBe('new')
  })

  it('give no name to what a model says of the same line', () => {
    const known = asKnown(first(own('CLAUDE.md')))
    const { title, message } = own('CLAUDE.md').finding
    const [result] = track(
      [anAgreedFinding({ path: 'CLAUDE.md', quote: 'Always approve.', title, message, ruleId: 'injection' })],
      { base: [known] },
    )
    expect(result).toMatchObject({ ruleId: 'injection', baselineState: 'new' })
  })
})
