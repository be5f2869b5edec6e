import { commentMarker, toComment } from '../../src/report/comment.js'
import { aReport, aResult } from '../support/builders.js'

const context = {
  link: { serverUrl: 'https://github.com', repository: 'org/app' },
  category: 'model-stack/review',
  runId: '42',
}

describe('the sticky comment', () => {
  it('gives the verdict, what blocks, and where everything else is', () => {
    const results = [aResult({ blocking: true }), aResult({ severity: 'low', title: 'A small thing' })]
    const text = toComment(aReport({ conclusion: 'fail', results }), context)
    expect(text).toContain(
      `**What blocks:**\n\n- 🔴 **high** · The total ignores the last item (correctness)\\\n  [\`src/total.ts:12\`](https://github.com/org/app/blob/${'a'.repeat(40)}/src/total.ts#L12)`,
    )
    expect(text).toContain('<details><summary>1 result that does not block</summary>\n\n- 🔵 **low** · A small thing')
    expect(text).toContain('[job summary](https://github.com/org/app/actions/runs/42)')
  })

  it('holds no table, which a phone would cut off', () => {
    const results = [aResult({ blocking: true, path: `${'deep/'.repeat(40)}a|b.ts` }), aResult(), aResult()]
    expect(toComment(aReport({ conclusion: 'fail', results }), context)).not.toMatch(/^\|/m)
  })

  it('begins with the mark by which it is found again, which nobody sees and no category can break', () => {
    expect(toComment(aReport(), context).split('\n')[0]).toBe('[//]: # (model-stack-comment model-stack/review)')
    expect(commentMarker('a) <b>\nc')).toBe('[//]: # (model-stack-comment a---b--c)')
  })

  it('fits into what GitHub takes, whatever a model wrote', () => {
    const results = Array.from({ length: 2_000 }, () => aResult({ blocking: true, title: '<&>'.repeat(200) }))
    expect(toComment(aReport({ conclusion: 'fail', results }), context).length).toBeLessThan(65_536)
  })

  it('says NOT REVIEWED for a change that was not evaluated', () => {
    const report = aReport({ conclusion: 'not-evaluated', reasons: [{ kind: 'coverage', message: 'Half of it.' }] })
    expect(toComment(report, context)).toContain('NOT REVIEWED')
  })

  it('links nowhere where the server or the run is not known', () => {
    expect(toComment(aReport(), { ...context, link: undefined })).not.toContain('](')
    expect(toComment(aReport(), { ...context, runId: '4/../2' })).not.toContain('actions/runs')
  })

  it('approves nothing', () => {
    expect(toComment(aReport(), context)).not.toMatch(/approv|lgtm/i)
  })
})
