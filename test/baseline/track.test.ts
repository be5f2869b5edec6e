import { alertKey, toResults } from '../../src/baseline/track.js'
import type { AgreedFinding } from '../../src/consensus/agree.js'
import { blocks } from '../../src/gate/blocks.js'
import type { History, KnownResult } from '../../src/types/history.js'
import { Result } from '../../src/types/result.js'
import { aDismissal, aHistory, anAgreedFinding, asKnown, aTrackContext } from './findings.js'

const reworded: Partial<AgreedFinding['finding']> = {
  title: 'The last price is left out of the total',
  message: 'The loop ends one item early: the price of the last item is never added to the total.',
}

function track(
  agreed: readonly AgreedFinding[],
  history: { base?: readonly KnownResult[]; previous?: readonly KnownResult[] } = {},
) {
  return toResults(agreed, aTrackContext({ history: aHistory(history) })).results
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
    const history = aHistory({ base: [{ ...known, fingerprint: null }] })
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

describe('new code that is like something accepted', () => {
  const known = asKnown(first(anAgreedFinding()), { alert: 7 })
  const original = anAgreedFinding()
  const copied = anAgreedFinding(
    { ...reworded, startLine: 40, endLine: 40 },
    { anchor: { ...original.anchor, symbol: 'copied' } },
  )
  const codeAge = ({ region }: AgreedFinding) => (region.startLine === 40 ? 'new' : 'old')

  function trackCopy(agreed: readonly AgreedFinding[], history: Partial<History>) {
    return toResults(agreed, aTrackContext({ codeAge, history: aHistory(history) })).results
  }

  it('blocks, and the original stays accepted under its own name', () => {
    const results = trackCopy([copied, original], { base: [known] })
    expect(results.map(({ region, baselineState }) => [region.startLine, baselineState])).toEqual([
      [12, 'unchanged'],
      [40, 'new'],
    ])
    expect(results[0]?.fingerprint).toBe(known.fingerprint)
    expect(results[1]?.fingerprint).not.toBe(known.fingerprint)
    expect(results.map(canBlock)).toEqual([false, true])
  })

  it('blocks when nobody reports the original', () => {
    expect(trackCopy([copied], { base: [known] }).map(canBlock)).toEqual([true])
  })

  it('blocks at the very place that an alert names, which anybody who may upload could have forged', () => {
    const forged = asKnown(first(copied), { alert: 8 })
    const [result] = trackCopy([copied], { base: [forged] })
    expect(result).toMatchObject({ baselineState: 'new', fingerprint: forged.fingerprint })
    expect(canBlock(result)).toBe(true)
  })

  it.each([
    ['at the base', 'base'],
    ['on another branch', 'dismissed'],
  ] as const)('is not suppressed by a dismissal %s, whose name it does not take', (_where, side) => {
    const alert = { ...known, state: 'dismissed', dismissal: aDismissal() } as const
    const [result] = trackCopy([copied], { [side]: [alert] })
    expect(result).toMatchObject({ suppression: null })
    expect(result?.fingerprint).not.toBe(known.fingerprint)
    expect(canBlock(result)).toBe(true)
    expect(trackCopy([original], { [side]: [alert] })[0]?.suppression?.kind).toBe('dismissed-alert')
  })

  it('goes on under the name and the dismissal that it had in the previous run of the same change', () => {
    const before = asKnown(first(copied), { state: 'dismissed', dismissal: aDismissal(), alert: 9 })
    expect(trackCopy([copied], { base: [], previous: [before] })[0]).toMatchObject({
      ...{ fingerprint: before.fingerprint, suppression: { kind: 'dismissed-alert' } },
    })
  })

  it('counts as moved only with its function', () => {
    const moved = (agreed: AgreedFinding) =>
      toResults([agreed], aTrackContext({ codeAge: () => 'moved', history: aHistory({ base: [known] }) })).results[0]
    expect(moved(original)?.baselineState).toBe('unchanged')
    expect(moved(copied)?.baselineState).toBe('new')
  })

  it('counts as known in the file given as baseline only at the same line of the same symbol', () => {
    const inFile = { ...asKnown(first(copied)), ruleId: 'correctness' } as const
    const flipped = { ...copied, finding: { ...copied.finding, severity: 'critical' as const } }
    expect(trackCopy([flipped], { base: [inFile], baseFrom: 'file' })[0]?.baselineState).toBe('unchanged')
    expect(trackCopy([flipped], { base: [known], baseFrom: 'file' })[0]?.baselineState).toBe('new')
  })
})

describe('a result whose rule and words both changed', () => {
  const other = {
    ruleId: 'contract',
    title: 'The last item is missing from the sum',
    message: 'Items are read up to the one before the last, and the caller expects all prices.',
  } as const

  it('is recognised at the same line of the same symbol', () => {
    const known = asKnown(first(anAgreedFinding()))
    const [result] = track([anAgreedFinding(other)], { previous: [known] })
    expect(result).toMatchObject({ fingerprint: known.fingerprint, sincePreviousRun: 'unchanged' })
  })
})

describe('a result that an earlier run reported and the previous one did not', () => {
  const gone = asKnown(first(anAgreedFinding()), { state: 'fixed', fingerprint: `${'d'.repeat(32)}:1` })

  it('is new again under the name that it had, also when it had inherited that', () => {
    expect(track([anAgreedFinding(reworded)], { base: [gone], previous: [gone] })).toMatchObject([
      { fingerprint: gone.fingerprint, baselineState: 'new', sincePreviousRun: 'new' },
    ])
  })

  it('gives its name to nothing else', () => {
    const elsewhere = anAgreedFinding({ ...reworded, path: 'src/a.ts' })
    expect(track([elsewhere], { previous: [gone] })[0]?.fingerprint).not.toBe(gone.fingerprint)
  })
})

describe('what a person dismissed under another name', () => {
  const own = first(anAgreedFinding())
  const alert = asKnown(own, { state: 'dismissed', dismissal: aDismissal(), alert: 7 })

  function withheld(known: KnownResult, path = own.path) {
    const renames = path === own.path ? new Map() : new Map([[path, own.path]])
    const context = aTrackContext({ renames, history: aHistory({ previous: [known] }) })
    const { results, withheld: keys } = toResults([anAgreedFinding({ path })], context)
    return results.map((result) => [result.suppression?.kind, keys.has(alertKey(result))])
  }

  it.each([
    ['it is known by its words alone', { fingerprint: null }, own.path],
    ['its file was renamed', {}, 'src/new.ts'],
    ['its alert has another rule', { sarifRuleId: 'contract', ruleId: 'contract' as const }, 'src/new.ts'],
  ])('is kept from code scanning, where it would open an alert, when %s', (_when, changed, path) => {
    expect(withheld({ ...alert, ...changed }, path)).toEqual([['dismissed-alert', true]])
  })

  it('is uploaded where it is the dismissed alert itself', () => {
    expect(withheld(alert)).toEqual([['dismissed-alert', false]])
  })

  it('is uploaded where the dismissal does not count', () => {
    const byBot = { ...alert, fingerprint: null, dismissal: aDismissal({ byType: 'Bot' }) }
    expect(withheld(byBot)).toEqual([[undefined, false]])
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
