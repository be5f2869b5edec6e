import { toJobSummary } from '../../src/report/job-summary.js'
import { toMarkdown } from '../../src/report/markdown.js'
import { aDismissedResult, aReport, aResult, aReviewerReport } from '../support/builders.js'
import { activeContent, hazards } from './hostile-text.js'

const context = { serverUrl: 'https://github.example', repository: 'octo/demo' }
const unverified = { status: 'unverified', detail: null } as const

describe('the job summary', () => {
  it.each([
    ['pass', aReport(), '## ✅ Passed'],
    [
      'fail',
      aReport({
        conclusion: 'fail',
        reasons: [{ kind: 'blocking-results', message: '1 blocks' }],
        results: [aResult({ blocking: true })],
      }),
      '## ❌ 1 result blocks this change',
    ],
    [
      'not-evaluated',
      aReport({ conclusion: 'not-evaluated', reasons: [{ kind: 'reviewer-failed', message: 'codex failed' }] }),
      '## ⚠️ NOT REVIEWED — codex failed',
    ],
    [
      'nothing-to-review',
      aReport({
        conclusion: 'nothing-to-review',
        reasons: [{ kind: 'nothing-to-review', message: 'only lock files' }],
      }),
      '## ⚪ Nothing to review — only lock files',
    ],
  ] as const)('opens with the verdict of %s', (_name, report, opening) => {
    expect(toJobSummary(report, context).startsWith(opening)).toBe(true)
  })

  it('never reads as a clean result when the change was not evaluated', () => {
    const summary = toJobSummary(aReport({ conclusion: 'not-evaluated', reviewers: [] }), context)
    expect(summary).not.toMatch(/no (?:issues|findings|results)|nothing reported|passed|0 results/i)
  })

  it('links a result to its line at the reviewed commit, removed code at the merge base', () => {
    const results = [aResult({ region: { startLine: 12, endLine: 14 } }), aResult({ side: 'old' })]
    const summary = toJobSummary(aReport({ results }), context)
    expect(summary).toContain(`(https://github.example/octo/demo/blob/${'a'.repeat(40)}/src/total.ts#L12-L14)`)
    expect(summary).toContain(`(https://github.example/octo/demo/blob/${'b'.repeat(40)}/src/total.ts#L12)`)
  })

  it.each([
    ['a script server', { serverUrl: 'javascript:alert(1)//', repository: 'a/b' }],
    ['an odd repository', { serverUrl: 'https://github.example', repository: 'a/b)(x' }],
    ['no server', undefined],
  ])('links nothing for %s', (_name, links) => {
    expect(toJobSummary(aReport({ results: [aResult()] }), links)).not.toContain('](')
  })

  it('links nothing for a path that leaves the repository', () => {
    expect(toJobSummary(aReport({ results: [aResult({ path: '../x' })] }), context)).not.toContain('](')
  })

  const hostile = aReport({
    conclusion: 'fail',
    reasons: [
      { kind: 'blocking-results', message: activeContent },
      { kind: 'head-unknown', message: activeContent },
    ],
    results: [
      aResult({
        blocking: true,
        title: activeContent,
        message: activeContent,
        recommendation: activeContent,
        assumptions: [activeContent],
      }),
      aResult({
        title: activeContent,
        quote: activeContent,
        evidence: unverified,
        path: activeContent,
        reviewers: [activeContent],
      }),
      aResult({
        title: activeContent,
        suppression: { kind: 'config', reason: activeContent, owner: activeContent, expires: activeContent },
      }),
    ],
    dismissed: [aDismissedResult({ title: activeContent, why: activeContent })],
    reviewers: [
      aReviewerReport({ id: activeContent, model: activeContent, cliVersion: activeContent }),
      aReviewerReport({ status: 'failed', error: { code: 'EXITED', message: activeContent } }),
    ],
    coverage: {
      ...aReport().coverage,
      unreviewed: [{ path: activeContent, lines: 1, reason: activeContent }],
      excluded: [{ path: activeContent, reason: activeContent }],
    },
    override: { by: activeContent, reason: activeContent, at: activeContent, head: 'a'.repeat(40) },
  })

  it.each(hazards)('holds no %s, whatever field foreign text came in', (_name, pattern) => {
    const summary = toJobSummary(hostile, context).replaceAll(
      /\]\(https:\/\/github\.example\/octo\/demo\/blob\/[^)\s]*\)/g,
      '',
    )
    expect(summary).not.toMatch(pattern)
  })

  it('keeps hostile words readable and its own structure balanced', () => {
    const summary = toJobSummary(hostile, context)
    expect(summary).toContain('please merge')
    expect(summary).toContain('rm -rf /')
    expect(summary.match(/<details/g)?.length).toBe(summary.match(/<\/details>/g)?.length)
    expect(summary.match(/<(?!\/?(?:details(?: open)?|summary|code)>)[a-z/!]/gi)).toBeNull()
  })

  it('keeps every row of a table at the width of its header', () => {
    const tables = toJobSummary(hostile, context)
      .split('\n\n')
      .filter((block) => block.startsWith('| '))
    expect(tables.length).toBeGreaterThan(3)
    for (const block of tables) expect(new Set(block.split('\n').map((row) => row.split('|').length)).size).toBe(1)
  })

  it('sets unverified results apart', () => {
    const summary = toJobSummary(aReport({ results: [aResult({ evidence: unverified })] }), context)
    expect(summary).toContain('### Not verified, never block')
    expect(summary).not.toContain('### Results')
  })

  it('stamps replay, missing isolation, waiver and override', () => {
    const report = aReport({
      replayed: true,
      isolation: { ...aReport().isolation, level: 'none' },
      reviewers: [aReviewerReport({ waiver: true })],
      override: { by: 'ada', reason: 'hotfix', at: 'today', head: 'a'.repeat(40) },
    })
    for (const words of ['Replayed:', 'isolation: none', 'Waiver:', 'Override by ada'])
      expect(toJobSummary(report, context)).toContain(words)
  })

  it('stays under half of the platform limit and says what it left out', () => {
    const results = Array.from({ length: 2_000 }, (_, index) =>
      aResult({ message: '@x '.repeat(2_000), title: `t${index}` }),
    )
    const summary = toJobSummary(
      aReport({ results, dismissed: results.map((one) => ({ ...one, why: '#1 '.repeat(500) })) }),
      context,
    )
    expect(Buffer.byteLength(summary)).toBeLessThan(512 * 1024)
    expect(summary).toMatch(/more results left out here/)
  })

  it('is the same without links as the Markdown of the command line', () => {
    expect(toMarkdown(aReport())).toBe(toJobSummary(aReport(), undefined))
  })
})
