import { type AgreedFinding, mergeSame } from '../../src/consensus/agree.js'
import type { CheckedFinding } from '../../src/evidence/check.js'
import type { Finding } from '../../src/types/finding.js'
import { ownReviewer } from '../../src/types/result.js'
import { aFinding } from '../support/builders.js'

function aCheckedFinding(overrides: Partial<CheckedFinding> = {}): CheckedFinding {
  return {
    finding: aFinding(),
    region: { startLine: 12, endLine: 12 },
    text: aFinding().quote,
    evidence: { status: 'verified', detail: null },
    related: [],
    anchor: { symbol: 'total', line: 'for(', occurrence: 1 },
    reviewer: 'codex',
    ...overrides,
  }
}

const leak = {
  title: 'Response body is never closed',
  message: '`resp.Body` is read with `io.ReadAll` but not closed, so each request leaks a connection.',
}
const leakReworded = {
  title: 'Connection leak: response body is not closed',
  message: 'There is no `resp.Body.Close()`. Every request leaks a connection of the pool.',
}
const wrongStatus = {
  title: 'Status 500 is parsed as a receipt',
  message:
    'Whatever the gateway answers is decoded. Check `StatusCode` before `json.Unmarshal`, or an error becomes an order.',
}

function said(words: Partial<Finding>, overrides: Partial<CheckedFinding> = {}): CheckedFinding {
  return aCheckedFinding({ finding: aFinding(words), ...overrides })
}

function only(results: readonly AgreedFinding[]): AgreedFinding {
  expect(results).toHaveLength(1)
  const [result] = results
  if (result === undefined) throw new Error('no result')
  return result
}

describe('mergeSame', () => {
  it('keeps a lone finding as it is, supported by its reviewer', () => {
    const { reviewer: _, ...rest } = aCheckedFinding()
    expect(mergeSame([aCheckedFinding()])).toEqual([
      { ...rest, reviewers: ['codex'], agreement: { found: 1, confirmed: 0, refuted: 0 }, alsoReportedAs: [] },
    ])
  })

  it('makes one result of what two reviewers say in different words, and keeps both wordings', () => {
    const results = mergeSame([said(leak), said({ ...leakReworded, severity: 'medium' }, { reviewer: 'glm' })])
    expect(only(results)).toMatchObject({
      finding: leak,
      reviewers: ['codex', 'glm'],
      agreement: { found: 2 },
      alsoReportedAs: [{ reviewer: 'glm', ruleId: 'correctness', severity: 'medium', ...leakReworded }],
    })
  })

  it('keeps two defects of one line apart', () => {
    const results = mergeSame([
      said(leak),
      said(wrongStatus, { reviewer: 'glm' }),
      said(leakReworded, { reviewer: 'glm' }),
    ])
    expect(results.map(({ finding, reviewers }) => [finding.title, reviewers])).toEqual([
      [leak.title, ['codex', 'glm']],
      [wrongStatus.title, ['glm']],
    ])
  })

  it('counts a reviewer once that says the same twice, and a wording once that two reviewers use', () => {
    expect(only(mergeSame([said(leak), said(leak)]))).toMatchObject({ agreement: { found: 1 }, alsoReportedAs: [] })
    const both = only(mergeSame([said(leak), said(leak, { reviewer: 'glm' })]))
    expect(both).toMatchObject({ reviewers: ['codex', 'glm'], agreement: { found: 2 }, alsoReportedAs: [] })
  })

  it.each([
    ['path', said({ path: 'other.ts' })],
    ['words', said(wrongStatus)],
  ])('keeps findings apart that differ in %s', (_, other) => {
    expect(mergeSame([said(leak), other])).toHaveLength(2)
  })

  it('keeps apart what one reviewer says in the same words of two distant places', () => {
    const there = said(leak, { region: { startLine: 90, endLine: 90 } })
    expect(mergeSame([said(leak), there])).toHaveLength(2)
  })

  it('joins a claim whose quote was not found to a proven one of the same words, which then speaks', () => {
    const unplaced = said(
      { ...leakReworded, severity: 'critical' },
      { reviewer: 'glm', region: { startLine: 30, endLine: 30 }, evidence: { status: 'unverified', detail: null } },
    )
    expect(only(mergeSame([unplaced, said(leak)]))).toMatchObject({
      finding: { ...leak, severity: 'high' },
      region: { startLine: 12 },
      evidence: { status: 'verified' },
      reviewers: ['glm', 'codex'],
    })
  })

  it('lets the more severe of two proven claims speak, so that a milder duplicate cannot hide it', () => {
    const mild = said({ ...leak, severity: 'low' })
    const severe = said({ ...leakReworded, severity: 'critical' }, { reviewer: 'glm' })
    expect(only(mergeSame([mild, severe])).finding.severity).toBe('critical')
  })

  it.each([
    ['possible only', said({ ...leakReworded, severity: 'critical', confidence: 'possible' })],
    ['inferred', said({ ...leakReworded, severity: 'critical', basis: 'inferred' })],
    ['stylistic', said({ ...leakReworded, severity: 'critical', triage: 'stylistic' })],
    ['not proven', said({ ...leakReworded, severity: 'critical' }, { evidence: { status: 'altered', detail: null } })],
  ])('does not let a critical claim that is %s make a proven mild one block', (_, doubtful) => {
    const result = only(mergeSame([{ ...doubtful, reviewer: 'glm' }, said({ ...leak, severity: 'low' })]))
    expect(result).toMatchObject({ finding: { severity: 'low' }, alsoReportedAs: [{ severity: 'critical' }] })
  })

  it('keeps the worst fifty other wordings of an issue', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      said({ ...leak, message: `${leak.message} Again (${index}).`, severity: index === 59 ? 'medium' : 'low' }),
    )
    const result = only(mergeSame([said(leak), ...many]))
    expect(result.alsoReportedAs).toHaveLength(50)
    expect(result.alsoReportedAs[0]).toMatchObject({ severity: 'medium' })
  })

  it('leaves the order of what was first reported', () => {
    const results = mergeSame([said(wrongStatus), said(leak, { reviewer: 'glm' }), said(leakReworded)])
    expect(results.map(({ finding }) => finding.title)).toEqual([wrongStatus.title, leak.title])
  })
})

describe('what our own code says', () => {
  const own = aCheckedFinding({
    reviewer: ownReviewer,
    finding: { ...aFinding({ severity: 'low', title: 'A test was skipped' }), ruleId: 'test-gap' },
  })

  it('joins what a reviewer says of the same line under the same rule, and is no second opinion', () => {
    const reviewed = said({ ...leak, ruleId: 'test-gap' })
    expect(only(mergeSame([own, reviewed]))).toMatchObject({
      finding: leak,
      reviewers: ['codex', ownReviewer],
      agreement: { found: 1 },
      alsoReportedAs: [{ reviewer: ownReviewer, title: 'A test was skipped' }],
    })
  })

  it.each([
    ['rule', said({ ...leak, ruleId: 'docs' })],
    ['line', said({ ...leak, ruleId: 'test-gap' }, { region: { startLine: 13, endLine: 13 } })],
    ['path', said({ ...leak, ruleId: 'test-gap', path: 'other.ts' })],
  ])('stays alone where a reviewer speaks of another %s', (_, reviewed) => {
    expect(mergeSame([reviewed, own]).map(({ reviewers }) => reviewers)).toEqual([['codex'], [ownReviewer]])
  })

  it('keeps places apart that it describes in the same words', () => {
    const below = { ...own, region: { startLine: 13, endLine: 13 } }
    expect(mergeSame([own, below, own])).toHaveLength(2)
  })
})
