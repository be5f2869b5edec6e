import { toJobSummary } from '../../src/report/job-summary.js'
import { toMarkdown } from '../../src/report/markdown.js'
import { aDismissedResult, anOwnResult, aReport, aResult, aReviewerReport } from '../support/builders.js'
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

  it('puts a long reason below the heading, whole', () => {
    const message = 'codex failed (QUOTA): The account has used up its quota. Add credit, or name another reviewer.'
    const report = aReport({ conclusion: 'not-evaluated', reasons: [{ kind: 'reviewer-failed', message }] })
    expect(toJobSummary(report, context).split('\n\n').slice(0, 2)).toEqual(['## ⚠️ NOT REVIEWED', `**${message}**`])
  })

  it('counts no lines and no reviewers of a run that ended before it knew the change', () => {
    const reasons = [{ kind: 'configuration', message: 'Input mode: unknown.' }] as const
    const report = aReport({ conclusion: 'not-evaluated', reasons: [...reasons], change: null, reviewers: [] })
    expect(toJobSummary(report, context)).not.toMatch(/author|changed lines|Reviewed by/)
  })

  it('says under the verdict what to do about what blocks, and how a wrong result is lifted', () => {
    const failed = aReport({ conclusion: 'fail', results: [aResult({ blocking: true })] })
    const local = { ...failed, change: failed.change === null ? null : { ...failed.change, pullRequest: null } }
    const override = { by: 'ada', reason: 'hotfix', at: 'today', head: 'a'.repeat(40) }
    const words = '**What to do:** Fix what blocks, then push.'
    expect(toJobSummary(failed, context).split('### Results')[0]).toMatch(/then push\. If .*`model-stack-override`/)
    expect(toJobSummary(local, context)).toContain(`${words}\n`)
    expect(toJobSummary({ ...failed, override }, context)).not.toContain(words)
    expect(toJobSummary(aReport({ results: [aResult()] }), context)).not.toContain(words)
  })

  it('opens the first five results that block and folds the others', () => {
    const results = Array.from({ length: 8 }, (_, index) => aResult({ blocking: index < 7, title: `t${index}` }))
    const summary = toJobSummary(aReport({ conclusion: 'fail', results }), context)
    expect(summary.match(/<details open>/g)).toHaveLength(5)
    expect(summary).toContain('<details><summary><b>🔴 high · t6</b></summary>')
    expect(summary).toContain('<details><summary>🔴 high · t7</summary>')
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
      anOwnResult({ title: activeContent, message: activeContent, quote: activeContent, path: activeContent }),
      anOwnResult({ blocking: true, title: activeContent, message: activeContent, recommendation: activeContent }),
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
      neutralised: [{ path: activeContent, snapshotPath: activeContent, reason: 'symlink', target: activeContent }],
      notInSnapshot: [{ path: activeContent, reason: activeContent }],
    },
    isolation: {
      level: 'none',
      preflight: [activeContent],
      proof: { before: activeContent, after: activeContent, unchanged: false },
    },
    egress: {
      hosts: [{ host: activeContent, requests: 1, refused: 1, bytesSent: 1, bytesReceived: 1 }],
      files: [activeContent],
      filesComplete: false,
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
    expect(summary.match(/<(?!\/?(?:details(?: open)?|summary|code|b)>)[a-z/!]/gi)).toBeNull()
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

  it('says aloud, above everything else, that the reviewer was not isolated', () => {
    const isolation = { ...aReport().isolation, level: 'none' as const }
    const reasons = [
      { kind: 'no-blocking-results', message: 'No result blocks.' },
      { kind: 'isolation-none', message: 'The reviewer ran without isolation, as the setting allows.' },
    ] as const
    const summary = toJobSummary(aReport({ isolation, reasons: [...reasons] }), context)
    expect(summary.split('\n\n')[1]).toMatch(
      /^> ⚠️ \*\*isolation&colon;|^> ⚠️ \*\*isolation: none — the reviewer was not/,
    )
    expect(summary).not.toContain('as the setting allows')
  })

  it.each(['root-sandbox', 'user-sandbox', 'in-process'] as const)('says %s in one quiet line', (level) => {
    const summary = toJobSummary(aReport({ isolation: { ...aReport().isolation, level } }), context)
    expect(summary).toContain(`<details><summary>Isolation: ${level}, 2 checks before the start, checkout unchanged`)
    expect(summary).not.toContain('⚠️')
  })

  it('does not stamp a run without a reviewer as one that opted out of isolation', () => {
    const isolation = { ...aReport().isolation, level: 'none' as const, preflight: [] }
    const summary = toJobSummary(aReport({ conclusion: 'not-evaluated', reviewers: [], isolation }), context)
    expect(summary).not.toContain('isolation: none')
    expect(summary).not.toContain('What left this machine')
    expect(summary).toContain('No reviewer was started')
  })

  it('shows what left this machine: hosts with amounts for people, and the files', () => {
    const summary = toJobSummary(
      aReport({
        egress: {
          hosts: [{ host: 'api.openai.com', requests: 1_400, refused: 0, bytesSent: 1_482_400, bytesReceived: 912 }],
          files: ['src/total.ts', 'a|b.ts'],
          filesComplete: true,
        },
      }),
      context,
    )
    expect(summary).toContain('<summary>What left this machine: 1.5 MB to 1 host, content of 2 files</summary>')
    expect(summary).toContain('| Host | Requests | Sent | Received |\n|---|---|---|---|\n| `api.openai.com` | 1,400 |')
    expect(summary).toContain('| 1.5 MB | 912 B |')
    expect(summary).toContain('- `src/total.ts`\n- <code>a&vert;b.ts</code>')
    expect(summary).not.toMatch(/Refused|incomplete/)
  })

  it('shows refused requests and that the list of files may be incomplete', () => {
    const egress = {
      hosts: [{ host: 'h.example', requests: 2, refused: 1, bytesSent: 1, bytesReceived: 1 }],
      files: [],
      filesComplete: false,
    }
    const summary = toJobSummary(aReport({ egress }), context)
    expect(summary).toContain('| `h.example` | 2 | 1 | 1 B | 1 B |')
    expect(summary).toContain('content of at least 0 files')
    expect(summary).toContain('**The list may be incomplete:**')
  })

  it('says so when no request of a reviewer was recorded', () => {
    const egress = { hosts: [], files: [], filesComplete: true }
    expect(toJobSummary(aReport({ egress }), context)).toContain('no request of the reviewer was recorded')
  })

  it('lists what the reviewer got under another name, with the targets of links as text', () => {
    const coverage = {
      ...aReport().coverage,
      neutralised: [
        { path: 'CLAUDE.md', snapshotPath: 'config/CLAUDE.md', reason: 'agent-config' as const, target: null },
        { path: 'x', snapshotPath: 'x', reason: 'symlink' as const, target: 'https://evil.example/<img>' },
      ],
      notInSnapshot: [{ path: 'vendor/lib', reason: 'submodule' }],
      snapshotEntriesLeftOut: 31,
    }
    const summary = toJobSummary(aReport({ coverage }), context)
    expect(summary).toContain('| `CLAUDE.md` | `config/CLAUDE.md` | configuration of coding agents |  |')
    expect(summary).toMatch(
      /\| `x` \| the same \| symbolic link, held as text \| <code>https&colon;.*&lt;img&gt;<\/code> \|/,
    )
    expect(summary).toContain('| `vendor/lib` | submodule |')
    expect(summary).toContain('31 more files of these kinds')
  })

  it('names both digests when the checkout is not proven unchanged', () => {
    const isolation = {
      ...aReport().isolation,
      proof: { before: 'a'.repeat(64), after: 'b'.repeat(64), unchanged: false },
    }
    const summary = toJobSummary(aReport({ conclusion: 'not-evaluated', isolation }), context)
    expect(summary).toContain('`aaaaaaaaaaaaaaaa` before, `bbbbbbbbbbbbbbbb` after')
    expect(summary).toContain('checkout NOT proven unchanged')
  })

  it('puts what our own code noticed under its own heading after what reviewers found', () => {
    const results = [anOwnResult(), aResult({ severity: 'low', title: 'theirs' }), aResult({ evidence: unverified })]
    const summary = toJobSummary(aReport({ results }), context)
    const order = ['### Results', '### Not verified', '### Noticed by model-stack itself'].map((heading) =>
      summary.indexOf(heading),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(summary.slice(order[2])).toContain('configuration of coding agents (agent-config)')
    expect(summary.slice(0, order[2])).not.toContain('agent-config')
  })

  it('takes an injection for our own only where no model reported it', () => {
    const results = [
      anOwnResult({ ruleId: 'injection', title: 'ours' }),
      aResult({ ruleId: 'injection', title: 'both', reviewers: ['codex', 'model-stack'] }),
    ]
    const summary = toJobSummary(aReport({ results }), context)
    const own = summary.slice(summary.indexOf('### Noticed'))
    expect(own).toContain('ours (injection)')
    expect(own).not.toContain('both')
    expect(summary).toContain('reported by `codex`, model-stack itself')
  })

  it('keeps ten notices in sight, folds the rest, and opens what blocks', () => {
    const many = Array.from({ length: 30 }, (_, index) => anOwnResult({ title: `notice ${index}` }))
    const blocking = anOwnResult({ blocking: true, severity: 'high', title: 'raised' })
    const summary = toJobSummary(aReport({ conclusion: 'fail', results: [...many, blocking] }), context)
    expect(summary.match(/^\| 🔵\u00a0low \| notice/gm)).toHaveLength(9)
    expect(summary).toContain('<summary>Details, and 21 more notices</summary>')
    expect(summary).toContain('<details open><summary><b>🔴 high · raised</b></summary>')
    expect(summary).toContain('Blocks, because the configuration of the base branch raises this rule.')
  })

  it('counts notices apart from results when the check is green', () => {
    const summary = toJobSummary(aReport({ results: [anOwnResult()] }), context)
    expect(summary.split('\n')[0]).toBe(
      '## ✅ Passed — 100 % of the changed lines reviewed, nothing reported; 1 notice to look at',
    )
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

  it('stays under half of the platform limit when every part is full', () => {
    const long = '@x <b> '.repeat(600)
    const path = (index: number) => `packages/${index}/@scope|name/${'long'.repeat(60)}.ts`
    const thousands = Array.from({ length: 5_000 }, (_, index) => index)
    const some = thousands.slice(0, 300)
    const report = aReport({
      conclusion: 'fail',
      reasons: some.map(() => ({ kind: 'coverage', message: long }) as const),
      results: some.flatMap((index) => [
        aResult({ path: path(index), message: long, title: long }),
        aResult({ path: path(index), message: long, evidence: unverified }),
        anOwnResult({ path: path(index), message: long, title: long }),
        anOwnResult({ path: path(index), message: long, title: long, blocking: true }),
        aResult({ suppression: { kind: 'config', reason: long, owner: long, expires: null } }),
      ]),
      dismissed: some.map(() => aDismissedResult({ why: long })),
      reviewers: some.map((index) => aReviewerReport({ id: `r${index}`, model: long })),
      coverage: {
        ...aReport().coverage,
        unreviewed: thousands.map((index) => ({ path: path(index), lines: 1, reason: long })),
        excluded: thousands.map((index) => ({ path: path(index), reason: long })),
        neutralised: thousands.map((index) => ({
          path: path(index),
          snapshotPath: path(index),
          reason: 'symlink' as const,
          target: long,
        })),
        notInSnapshot: thousands.map((index) => ({ path: path(index), reason: long })),
      },
      isolation: { ...aReport().isolation, preflight: some.map(() => long) },
      egress: {
        hosts: some.map((index) => ({ host: `h${index}`, requests: 1, refused: 1, bytesSent: 1, bytesReceived: 1 })),
        files: thousands.map(path),
        filesComplete: true,
      },
    })
    const summary = toJobSummary(report, context)
    expect(Buffer.byteLength(summary)).toBeLessThan(512 * 1024)
    expect(summary.match(/<details/g)?.length).toBe(summary.match(/<\/details>/g)?.length)
  })

  it('lists 200 of 5,000 files that were sent and counts the rest', () => {
    const files = Array.from({ length: 5_000 }, (_, index) => `f${index}.ts`)
    const summary = toJobSummary(aReport({ egress: { ...aReport().egress, files } }), context)
    expect(summary).toContain('content of 5,000 files</summary>')
    expect(summary.match(/^- `f\d+\.ts`$/gm)).toHaveLength(200)
    expect(summary).toContain('4,800 more files left out here for length; the report file has everything.')
  })

  it('is the same without links as the Markdown of the command line', () => {
    expect(toMarkdown(aReport())).toBe(toJobSummary(aReport(), undefined))
  })
})

describe('what earlier runs and other wordings add to the job summary', () => {
  it('lists what is no longer reported, apart from the results', () => {
    const text = toJobSummary(
      aReport({ results: [aResult({ baselineState: 'absent', title: 'Gone now' })] }),
      undefined,
    )
    expect(text).toContain('No longer reported: 1 earlier result')
    expect(text).not.toContain('### Results')
  })

  it('names the other wordings of a result, made inert', () => {
    const wording = {
      reviewer: 'glm',
      ruleId: 'contract',
      severity: 'medium',
      title: '<b>@all</b>',
      message: 'm',
    } as const
    const text = toJobSummary(aReport({ results: [aResult({ alsoReportedAs: [wording] })] }), undefined)
    expect(text).toContain('**Also reported as:**')
    expect(text).not.toMatch(/<b>|@all/)
  })

  it('says whether a result is new since the last run, where one is known', () => {
    const text = toJobSummary(aReport({ results: [aResult({ sincePreviousRun: 'unchanged' })] }), undefined)
    expect(text).toContain('unchanged since the last run')
    expect(toJobSummary(aReport({ results: [aResult()] }), undefined)).not.toContain('since the last run')
  })

  it('ends with notes, folded, and stamps a recorded review', () => {
    const reusedReview = { at: '2026-11-01T10:00:00Z', head: 'a'.repeat(40), run: null }
    const text = toJobSummary(aReport({ notes: ['Suppression of @team expired.'], reusedReview }), undefined)
    expect(text).toContain('<summary>Notes on this run</summary>')
    expect(text).toContain('no model was asked again')
  })
})
