import { estimateText } from '../../src/report/estimate.js'
import type { Estimate } from '../../src/types/estimate.js'

function anEstimate(overrides: Partial<Estimate> = {}): Estimate {
  return {
    change: { base: 'b'.repeat(40), head: 'a'.repeat(40), mergeBase: 'b'.repeat(40) },
    changedLines: 12,
    reviewers: [{ id: 'codex', model: 'model-1', family: 'openai' }],
    credentials: 'present',
    requests: [{ name: 'the change', files: 1, changedLines: 12, tokens: 2_345 }],
    perReviewer: { requests: 1, tokens: 2_345 },
    total: { requests: 1, tokens: 2_345 },
    maxTokens: 3_000_000,
    unreviewed: [],
    excluded: 0,
    recorded: null,
    increment: null,
    notes: [],
    ...overrides,
  }
}

const hostile = 'a\u001b[2J\u0007\u202e\u009b31m\r\n::error::stop\u2028b'

describe('the estimate for a terminal', () => {
  it('says what is reviewed, by whom, for how much, and that nothing was sent', () => {
    const lines = estimateText(anEstimate()).split('\n')
    expect(lines[0]).toBe('Estimate for bbbbbbbbbbbb..aaaaaaaaaaaa: 12 changed lines to review. Nothing was sent.')
    expect(lines).toContain('the change      1     12    2345')
    expect(lines).toContain('codex (model-1): 1 request, about 2345 tokens')
    expect(lines.at(-1)).toBe('')
  })

  it.each([
    ['a path', { unreviewed: [{ path: hostile, reason: 'too large' }] }],
    ['a reason', { unreviewed: [{ path: 'a.ts', reason: hostile }] }],
    ['a reviewer', { reviewers: [{ id: hostile, model: 'model-1', family: null }] }],
    ['a model', { reviewers: [{ id: 'codex', model: hostile, family: null }] }],
    ['a note', { notes: [hostile] }],
    ['the time of a recorded review', { recorded: { at: hostile, head: 'c'.repeat(40), run: null } }],
  ] satisfies [string, Partial<Estimate>][])('lets %s control nothing and begin no line', (_, overrides) => {
    const text = estimateText(anEstimate(overrides))
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/)
    expect(text).not.toMatch(/^::/m)
    expect(text).toContain('error::stop')
  })

  it('cuts a path that would fill the screen', () => {
    const unreviewed = [{ path: 'x'.repeat(100_000), reason: 'too large' }]
    expect(estimateText(anEstimate({ unreviewed })).length).toBeLessThan(5_000)
  })

  it('lists the first requests and the first paths, and counts the others', () => {
    const requests = Array.from({ length: 1_000 }, (_, index) => {
      return { name: `part ${index + 1} of 1000`, files: 1, changedLines: 400, tokens: 9_000 }
    })
    const unreviewed = requests.map(({ name }) => ({ path: name, reason: 'max-tokens' }))
    const text = estimateText(anEstimate({ requests, unreviewed }))
    expect(text).toContain('… and 960 more requests\n')
    expect(text).toContain('… and 960 more\n')
    expect(text.split('\n').length).toBeLessThan(100)
  })

  it('says what it would build on, what the policy leaves out, and that a key is missing', () => {
    const text = estimateText(
      anEstimate({
        credentials: 'missing',
        excluded: 2,
        increment: { at: '2026-11-01T10:00:00Z', head: 'c'.repeat(40), run: null, sentLines: 3, keptLines: 9 },
      }),
    )
    expect(text).toContain('No credential is set')
    expect(text).toContain('the review of cccccccccccc: 3 changed lines to send, 9 reviewed already.')
    expect(text).toContain('2 files left out by policy.')
  })
})
