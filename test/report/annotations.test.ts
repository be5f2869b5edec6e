import { toAnnotations } from '../../src/report/annotations.js'
import { anOwnResult, aReport, aResult, aReviewerReport } from '../support/builders.js'

describe('annotations', () => {
  it('put the worst first: blocking results as errors, others by severity', () => {
    const results = [
      aResult({ severity: 'low', title: 'mild' }),
      aResult({ severity: 'high', title: 'not blocking' }),
      aResult({ severity: 'high', blocking: true, title: 'blocking' }),
      aResult({ severity: 'critical', blocking: true, title: 'worst' }),
    ]
    expect(toAnnotations(aReport({ conclusion: 'fail', results })).map(({ level, title }) => [level, title])).toEqual([
      ['error', 'critical correctness: worst'],
      ['error', 'high correctness: blocking'],
      ['warning', 'high correctness: not blocking'],
      ['notice', 'low correctness: mild'],
    ])
  })

  it('stay within ten of a level and count the rest', () => {
    const results = (['critical', 'medium', 'low'] as const).flatMap((severity) =>
      Array.from({ length: 15 }, () => aResult({ severity, blocking: severity === 'critical' })),
    )
    const annotations = toAnnotations(aReport({ conclusion: 'fail', results }))
    for (const level of ['error', 'warning', 'notice'])
      expect(annotations.filter((one) => one.level === level)).toHaveLength(10)
    expect(annotations.at(-1)?.message).toContain('16 more results not annotated')
  })

  it('say NOT REVIEWED first when nothing was evaluated', () => {
    const reasons = [{ kind: 'reviewer-failed', message: 'codex: QUOTA' } as const]
    expect(toAnnotations(aReport({ conclusion: 'not-evaluated', reasons }))).toEqual([
      { level: 'error', title: 'NOT REVIEWED', message: 'NOT REVIEWED: codex: QUOTA' },
    ])
  })

  it('warn once, before all results, that the reviewer was not isolated', () => {
    const isolation = { ...aReport().isolation, level: 'none' as const }
    const results = Array.from({ length: 15 }, () => aResult({ severity: 'medium' }))
    const warnings = toAnnotations(aReport({ isolation, results })).filter(({ level }) => level === 'warning')
    expect(warnings).toHaveLength(10)
    expect(warnings[0]).toMatchObject({ title: 'isolation: none' })
    expect(warnings.filter(({ title }) => title === 'isolation: none')).toHaveLength(1)
  })

  it.each([
    ['no reviewer was there', []],
    [
      'the sandbox was refused',
      [
        aReviewerReport({
          status: 'failed',
          error: { code: 'SANDBOX_UNAVAILABLE', message: 'x' },
          usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: null },
        }),
      ],
    ],
  ])('say nothing of isolation when %s', (_name, reviewers) => {
    const isolation = { ...aReport().isolation, level: 'none' as const }
    expect(toAnnotations(aReport({ isolation, reviewers: [...reviewers] }))).toEqual([])
  })

  it('put what our own code noticed after what reviewers found', () => {
    const results = [anOwnResult(), aResult({ severity: 'low', title: 'theirs' })]
    expect(toAnnotations(aReport({ results })).map(({ title }) => title)).toEqual([
      'low correctness: theirs',
      'low agent-config: The change adds configuration of coding agents',
    ])
  })

  it('count unverified results but do not place them', () => {
    const annotations = toAnnotations(
      aReport({ results: [aResult({ evidence: { status: 'unverified', detail: null } })] }),
    )
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.message).toContain('1 result not verified')
  })

  it.each(['../x', '/etc/passwd', 'file:///x'])('carry no path at %s', (path) => {
    expect(toAnnotations(aReport({ results: [aResult({ path })] }))[0]).not.toHaveProperty('path')
  })

  it('carry no line for removed code', () => {
    const [annotation] = toAnnotations(aReport({ results: [aResult({ side: 'old' })] }))
    expect(annotation).toMatchObject({ path: 'src/total.ts' })
    expect(annotation).not.toHaveProperty('startLine')
  })

  it('are capped and hold no command of the old grammar', () => {
    const [annotation] = toAnnotations(
      aReport({ results: [aResult({ title: 'x\n##[add-mask]e', message: '##[x]'.repeat(5_000) })] }),
    )
    expect(annotation?.message.length).toBeLessThanOrEqual(4_096)
    expect(`${annotation?.title}${annotation?.message}`).not.toContain('##[')
    expect(annotation?.title).not.toContain('\n')
  })
})
