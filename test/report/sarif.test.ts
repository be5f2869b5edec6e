import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import type { Log } from 'sarif'
import { catalogue } from '../../src/report/catalogue.js'
import { sarifPieces, sarifText, toSarif } from '../../src/report/sarif.js'
import type { Report } from '../../src/types/report.js'
import type { Result } from '../../src/types/result.js'
import {
  aDismissedResult,
  aFaithfulSnapshot,
  anOwnResult,
  aReport,
  aResult,
  aReviewerReport,
} from '../support/builders.js'
import { activeContent } from './hostile-text.js'

const schema: object = JSON.parse(readFileSync(new URL('../fixtures/sarif-2.1.0.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
const context = { category: 'model-stack/review' }

function runOf(report: Report): Log['runs'][number] {
  const [run] = toSarif(report, context).runs
  if (run === undefined) throw new Error('no run')
  return run
}

function only(result: Partial<Result>) {
  const [first] = runOf(aReport({ results: [aResult(result)] })).results ?? []
  return first
}

function notes(report: Report): string[] {
  return (runOf(report).invocations?.[0]?.toolExecutionNotifications ?? []).map((note) => note.message.text ?? '')
}

const rich = aReport({
  conclusion: 'fail',
  reasons: [{ kind: 'blocking-results', message: '1 result blocks' }],
  results: [
    aResult({
      ruleId: 'security',
      severity: 'critical',
      blocking: true,
      related: [{ path: 'src/b.ts', region: { startLine: 3, endLine: 4 }, quote: 'b' }],
    }),
    aResult({ title: activeContent, message: activeContent, evidence: { status: 'unverified', detail: 'not found' } }),
    aResult({ suppression: { kind: 'config', reason: 'accepted', owner: '@team', expires: null } }),
  ],
  dismissed: [aDismissedResult()],
  reviewers: [aReviewerReport({ status: 'failed', error: { code: 'QUOTA', message: 'no money' } })],
  override: { by: 'ada', reason: 'hotfix', at: '2026-11-21', head: 'a'.repeat(40) },
})

describe('the SARIF file', () => {
  it.each([
    ['a pass', aReport()],
    ['a rich report', rich],
    ['a run that did not evaluate', aReport({ conclusion: 'not-evaluated', change: null, reviewers: [] })],
  ])('is valid SARIF 2.1.0 for %s', (_name, report) => {
    const valid = validate(JSON.parse(sarifText(report, context)))
    expect(validate.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it.each([0, 1, 100, 101, 250])('is the same as text in pieces, with %d results', (amount) => {
    const report = aReport({
      ...rich,
      results: Array.from({ length: amount }, (_, line) => aResult({ title: `t${line}` })),
    })
    expect(JSON.parse(sarifText(report, context))).toEqual(JSON.parse(JSON.stringify(toSarif(report, context))))
    expect([...sarifPieces(report, context)].join('')).toBe(sarifText(report, context))
  })

  it('names the category, the columns and whether the review took place', () => {
    expect(runOf(aReport()).automationDetails).toEqual({ id: 'model-stack/review/' })
    expect(runOf(aReport()).invocations?.[0]?.executionSuccessful).toBe(true)
    expect(runOf(aReport({ conclusion: 'not-evaluated' })).invocations?.[0]?.executionSuccessful).toBe(false)
  })

  it('lists the same closed rules whatever was found', () => {
    const rules = runOf(rich).tool.driver.rules
    expect(rules).toEqual(runOf(aReport()).tool.driver.rules)
    expect(rules?.map((rule) => rule.id)).toEqual(catalogue.map((rule) => rule.id))
  })

  it.each([
    ['critical', 'security/critical', 'error'],
    ['high', 'security/high', 'error'],
    ['medium', 'security/medium', 'warning'],
    ['low', 'security/low', 'note'],
  ] as const)('files a proven %s security result under %s at level %s', (severity, ruleId, level) => {
    expect(only({ ruleId: 'security', severity, sarifRuleId: ruleId })).toMatchObject({ ruleId, level })
  })

  it.each([
    ['inferred', { basis: 'inferred' }],
    ['possible', { confidence: 'possible' }],
    ['unverified', { evidence: { status: 'unverified', detail: null } }],
    ['altered', { evidence: { status: 'altered', detail: null } }],
    ['ambiguous', { evidence: { status: 'ambiguous', detail: null } }],
  ] as const)('files an %s security result as a note without a rank', (_name, overrides) => {
    expect(only({ ruleId: 'security', severity: 'critical', ...overrides })).toMatchObject({
      ruleId: 'security',
      level: 'note',
    })
    expect(catalogue.find((rule) => rule.id === 'security')).toMatchObject({
      securitySeverity: undefined,
      tags: ['model-review', 'model-review/security'],
    })
  })

  it('files a result where code scanning has it already, at the level that it has today', () => {
    expect(only({ ruleId: 'security', severity: 'critical', sarifRuleId: 'security/low' })).toMatchObject({
      ruleId: 'security/low',
      level: 'error',
    })
  })

  it.each([
    ['an unknown rule', { sarifRuleId: 'security/worst' }, 'security/high'],
    ['the rule of another kind of result', { sarifRuleId: 'correctness' }, 'security/high'],
    ['a rank that is no longer proven', { sarifRuleId: 'security/high', confidence: 'possible' }, 'security'],
  ] as const)('does not file a result under %s', (_name, overrides, ruleId) => {
    expect(only({ ruleId: 'security', ...overrides })).toMatchObject({ ruleId })
  })

  it('names the other wordings that were merged into a result', () => {
    const wording = (title: string) => ({
      ...{ reviewer: 'glm', ruleId: 'correctness' as const, severity: 'low' as const, title },
      message: 'm',
    })
    const titles = ['The total ignores the last item', 'Off by one', ...'abcdef'.split('')]
    const text = only({ alsoReportedAs: titles.map(wording) })?.message.text
    expect(text).toContain('Also reported as “Off by one”, “a”, “b”, “c”, “d” and 2 more wordings.')
    expect(only({})?.message.text).not.toContain('Also reported')
  })

  it('points rules and results at each other', () => {
    const run = runOf(rich)
    for (const result of run.results ?? [])
      expect(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId)
  })

  it('places a result on one line with columns and our fingerprint', () => {
    expect(only({ quote: 'let a = 1\nlet b', region: { startLine: 12, endLine: 13 } })).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/total.ts' },
            region: { startLine: 12, startColumn: 1, endLine: 12, endColumn: 10 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: '8f2c1a9b7d3e5f60:1' },
    })
  })

  it.each([
    ['removed code', { side: 'old' }, 'line 12 before the change'],
    ['code that was not found', { evidence: { status: 'unverified', detail: null } }, 'named line 12'],
  ] as const)('places %s at line 1 and says where it was', (_name, overrides, words) => {
    const result = only(overrides)
    expect(result?.locations?.[0]?.physicalLocation?.region).toMatchObject({ startLine: 1, endLine: 1 })
    expect(result?.message.text).toContain(words)
  })

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'https://evil.example/x',
    '%2e%2e/%2e%2e/x',
    'src\\..\\x',
    'C:\\x',
    '.git/config',
    'a//b',
    'a\nb',
    '',
  ])('leaves out a result at %j and says so', (path) => {
    const report = aReport({ results: [aResult({ path })] })
    expect(runOf(report).results).toEqual([])
    expect(notes(report).join('\n')).toContain('1 result without a place in the change')
  })

  it('leaves out a result outside the change when it knows the changed paths', () => {
    const report = aReport({ results: [aResult({ path: 'nope.js' }), aResult({ path: 'src/app.js?x#y' }), aResult()] })
    const [run] = toSarif(report, { ...context, paths: new Set(['src/total.ts']) }).runs
    expect(run?.results).toHaveLength(1)
  })

  it('percent-encodes what a path may hold', () => {
    const uri = only({ path: 'src/a b?x#y/ü(1).ts' })?.locations?.[0]?.physicalLocation?.artifactLocation?.uri
    expect(uri).toBe('src/a%20b%3Fx%23y/%C3%BC%281%29.ts')
  })

  it('turns no words of a model into a link, Markdown or a suppression', () => {
    const result = only({ message: '[x](https://evil.example) [y](1)' })
    expect(result?.message.text).not.toContain('](')
    expect(result?.message).not.toHaveProperty('markdown')
    expect(result?.suppressions).toBeUndefined()
  })

  it('carries suppressions and an override with who, when and why', () => {
    const [first, , third] = runOf(rich).results ?? []
    expect(first?.suppressions?.[0]).toMatchObject({
      kind: 'external',
      justification: 'Override by ada at 2026-11-21: hotfix',
    })
    expect(third?.suppressions?.[0]?.justification ?? '').toBe('accepted')
  })

  it.each([
    ['none', aReport({ isolation: { ...aReport().isolation, level: 'none' } }), 'none', 1],
    ['root-sandbox', aReport(), 'root-sandbox', 0],
    [
      'none with no reviewer',
      aReport({ reviewers: [], isolation: { ...aReport().isolation, level: 'none' } }),
      'not-used',
      0,
    ],
  ] as const)('stamps the run for isolation %s', (_name, report, isolation, warnings) => {
    expect(runOf(report).properties).toMatchObject({ isolation })
    expect(notes(report).filter((note) => note.startsWith('isolation: none'))).toHaveLength(warnings)
  })

  it('says of a result of our own code that no model reported it', () => {
    const report = aReport({ results: [anOwnResult()] })
    expect(runOf(report).results?.[0]).toMatchObject({ ruleId: 'agent-config', level: 'note' })
    expect(runOf(report).results?.[0]?.message.text).toContain('reported by model-stack itself.')
  })

  it.each(['policy', 'agent-config', 'hidden-unicode'])('explains the rule %s and how to make it block', (id) => {
    const rule = catalogue.find((one) => one.id === id)
    expect(rule?.help).toContain('Found by the action itself')
    expect(rule?.help).toContain('own-results')
    expect(rule?.level).toBe('note')
  })

  it('does not list results that are gone', () => {
    expect(only({ baselineState: 'absent' })).toBeUndefined()
  })

  it('says in notifications what failed and what was not reviewed', () => {
    const report = aReport({
      conclusion: 'not-evaluated',
      reasons: [{ kind: 'coverage', message: 'only 40 %' }],
      reviewers: [aReviewerReport({ status: 'failed', error: { code: 'QUOTA', message: 'no money' } })],
      coverage: {
        changedLines: 10,
        reviewedLines: 4,
        percent: 40,
        unreviewed: [{ path: 'a.bin', lines: 6, reason: 'NUL byte' }],
        excluded: [],
        ...aFaithfulSnapshot,
      },
    })
    expect(notes(report)).toEqual([
      'coverage: only 40 %',
      'Reviewer codex failed: QUOTA: no money',
      'Not reviewed: a.bin: NUL byte',
    ])
  })
})

describe("GitHub's limits", () => {
  it('keeps the 25,000 worst results, says how many were cut and how many GitHub shows', () => {
    const mild = aResult({ severity: 'low', message: 'm'.repeat(5_000) })
    const results = [...Array.from({ length: 25_001 }, () => mild), aResult({ severity: 'critical' })]
    const text = sarifText(aReport({ results }), context)
    expect(text.length).toBeLessThan(40_000_000)
    const log: Log = JSON.parse(text)
    const [run] = log.runs
    const said = (run?.invocations?.[0]?.toolExecutionNotifications ?? []).map(({ message }) => message.text ?? '')
    expect(run?.results).toHaveLength(25_000)
    expect(run?.results?.[0]?.level).toBe('error')
    expect(said.join('\n')).toContain('2 results left out')
    expect(said).toContain('GitHub shows the 5,000 worst results of the 25,000 results in this file.')
  })

  it('keeps 5,000 results without a word', () => {
    const report = aReport({ results: Array.from({ length: 5_000 }, () => aResult()) })
    expect(runOf(report).results).toHaveLength(5_000)
    expect(notes(report)).toEqual(notes(aReport()))
  })

  it('shares the related locations out among many results', () => {
    const related = Array.from({ length: 30 }, () => ({
      path: 'a.ts',
      region: { startLine: 1, endLine: 1 },
      quote: 'q',
    }))
    const relatedOf = (amount: number) => {
      const results = Array.from({ length: amount }, () => aResult({ related }))
      return runOf(aReport({ results })).results?.[0]?.relatedLocations?.length ?? 0
    }
    expect(relatedOf(1)).toBe(20)
    expect(relatedOf(10_000)).toBe(5)
  })

  it('caps texts and notifications', () => {
    const unreviewed = Array.from({ length: 300 }, (_, index) => ({ path: `f${index}`, lines: 1, reason: 'x' }))
    const report = aReport({ coverage: { ...aReport().coverage, unreviewed } })
    expect(notes(report)).toHaveLength(201)
    expect(notes(report).at(-1)).toContain('101 more notifications')
    expect(only({ message: 'M'.repeat(2_000_000) })?.message.text?.length).toBeLessThan(4_300)
  })

  it.each(catalogue.map((rule) => [rule.id, rule] as const))('are kept by rule %s', (_id, rule) => {
    expect(rule.name.length).toBeLessThanOrEqual(255)
    for (const text of [rule.short, rule.full, rule.help]) {
      expect(text.length).toBeGreaterThan(0)
      expect(text.length).toBeLessThanOrEqual(1024)
    }
    expect(rule.tags.length).toBeLessThanOrEqual(10)
    expect(rule.tags.includes('security')).toBe(rule.securitySeverity !== undefined)
    if (rule.securitySeverity !== undefined) expect(Number(rule.securitySeverity)).toBeGreaterThan(0)
  })
})
