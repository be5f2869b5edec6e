import { toOutputs } from '../../src/report/outputs.js'
import { aReport, aResult, aReviewerReport } from '../support/builders.js'

const files = { sarifFile: '/tmp/a.sarif', reportFile: '/tmp/a.json' }
const suppression = { kind: 'config', reason: 'known', owner: null, expires: null } as const

describe('the outputs', () => {
  it('are the ones of the contract, by name', () => {
    expect(toOutputs(aReport(), files)).toEqual({
      conclusion: 'pass',
      reason: 'No result blocks.',
      results: '0',
      blocking: '0',
      'highest-severity': 'none',
      coverage: '100',
      'author-families': '',
      reviewers: 'codex',
      waiver: 'false',
      override: 'false',
      'sarif-file': '/tmp/a.sarif',
      'report-file': '/tmp/a.json',
      isolation: 'root-sandbox',
    })
  })

  it.each(['root-sandbox', 'user-sandbox', 'in-process', 'none'] as const)('carry the isolation level %s', (level) => {
    const isolation = { ...aReport().isolation, level }
    expect(toOutputs(aReport({ isolation }), files)).toMatchObject({ isolation: level })
  })

  it('count open results and name the worst severity', () => {
    const results = [
      aResult({ severity: 'medium' }),
      aResult({ blocking: true }),
      aResult({ severity: 'critical', suppression }),
    ]
    expect(toOutputs(aReport({ conclusion: 'fail', results }), files)).toMatchObject({
      results: '2',
      blocking: '1',
      'highest-severity': 'high',
    })
  })

  it('leave the numbers empty when the change was not evaluated', () => {
    const report = aReport({ conclusion: 'not-evaluated', results: [aResult()] })
    expect(toOutputs(report, files)).toMatchObject({ results: '', blocking: '', 'highest-severity': '' })
  })

  it('name only the reviewers that completed', () => {
    const failed = aReviewerReport({ id: 'glm', status: 'failed', error: { code: 'QUOTA', message: 'x' } })
    expect(toOutputs(aReport({ reviewers: [aReviewerReport(), failed] }), files)).toMatchObject({ reviewers: 'codex' })
  })

  it('keep the reason on one inert line', () => {
    const reasons = [{ kind: 'internal', message: 'a\n::set-output name=x::y\r\u001b[31m##[add-mask]e' } as const]
    expect(toOutputs(aReport({ conclusion: 'not-evaluated', reasons }), files)).toMatchObject({
      reason: 'a ::set-output name=x::y # #[add-mask]e',
    })
  })
})
