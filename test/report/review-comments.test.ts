import {
  ofCategory,
  planReviewComments,
  type ReviewComment,
  toReviewComments,
} from '../../src/report/review-comments.js'
import { suggestionBlock } from '../../src/report/suggestion.js'
import type { Result } from '../../src/types/result.js'
import { aFileDiff, aHunk } from '../diff/builders.js'
import { aReport, aResult } from '../support/builders.js'

const files = [
  aFileDiff({
    path: 'src/total.ts',
    hunks: [
      aHunk([' a', '-b', '+c', ' d'], { oldStart: 10, newStart: 10 }),
      aHunk([' x', '+y'], { oldStart: 40, newStart: 40 }),
    ],
  }),
  aFileDiff({ path: 'src/new-name.ts', oldPath: 'src/old-name.ts', status: 'renamed' }),
]

let number = 0
function aFinding(overrides: Partial<Result> = {}): Result {
  number += 1
  return aResult({ fingerprint: `${number.toString(16).padStart(32, '0')}:1`, blocking: true, ...overrides })
}

function comments(results: readonly Result[], which: 'blocking' | 'all' = 'all'): readonly ReviewComment[] {
  return toReviewComments(aReport({ results: [...results] }), {
    which,
    files,
    suggestions: 'off',
    category: 'model-stack/review',
  })
}

const at = (startLine: number, endLine = startLine) => ({ region: { startLine, endLine } })

describe('review comments', () => {
  const places: readonly { what: string; result: Partial<Result>; expected: Partial<ReviewComment> | undefined }[] = [
    { what: 'an added line', result: at(11), expected: { side: 'RIGHT', line: 11, startLine: undefined } },
    { what: 'a context line of a hunk', result: at(12), expected: { side: 'RIGHT', line: 12 } },
    { what: 'lines of one hunk', result: at(10, 12), expected: { side: 'RIGHT', line: 12, startLine: 10 } },
    { what: 'lines that end outside the hunk', result: at(12, 15), expected: { line: 12, startLine: undefined } },
    { what: 'lines of two hunks', result: at(11, 41), expected: { line: 11, startLine: undefined } },
    { what: 'a removed line', result: { ...at(11), side: 'old' }, expected: { side: 'LEFT', line: 11 } },
    { what: 'a line that no hunk shows', result: at(20), expected: undefined },
    { what: 'a file that is not in the diff', result: { ...at(11), path: 'src/other.ts' }, expected: undefined },
    {
      what: 'removed code of a renamed file',
      result: { ...at(1), side: 'old', path: 'src/old-name.ts' },
      expected: { path: 'src/new-name.ts', side: 'LEFT' },
    },
    {
      what: 'the old name on the new side',
      result: { ...at(1), side: 'new', path: 'src/old-name.ts' },
      expected: undefined,
    },
    {
      what: 'a quote that was not found',
      result: { ...at(11), evidence: { status: 'unverified', detail: null } },
      expected: undefined,
    },
  ]
  it.each(places)('place $what', ({ result, expected }) => {
    const [comment] = comments([aFinding(result)], 'blocking')
    if (expected === undefined) expect(comment).toBeUndefined()
    else expect(comment).toMatchObject(expected)
  })

  it('are only those that block where only those are wanted', () => {
    const results = [aFinding(at(11)), aFinding({ ...at(12), blocking: false })]
    expect(comments(results, 'blocking')).toHaveLength(1)
    expect(comments(results, 'all')).toHaveLength(2)
  })

  it('leave out what is suppressed, gone, out of scope or only a notice of our own code', () => {
    const suppression = { kind: 'config', reason: 'known', owner: '@team', expires: null } as const
    const results = [
      aFinding({ ...at(11), suppression }),
      aFinding({ ...at(11), baselineState: 'absent' }),
      aFinding({ ...at(11), triage: 'out-of-scope', blocking: false }),
      aFinding({ ...at(11), reviewers: ['model-stack'], blocking: false }),
    ]
    expect(comments(results)).toEqual([])
  })

  it('are at most thirty, the worst first', () => {
    const low = Array.from({ length: 40 }, () => aFinding({ ...at(11), severity: 'low' }))
    const all = comments([...low, aFinding({ ...at(12), severity: 'critical' })])
    expect(all).toHaveLength(30)
    expect(all[0]?.line).toBe(12)
  })

  it('make what a model wrote inert and carry no links', () => {
    const message = '<img src=x> @everyone [click](https://evil.example) ![x](https://evil.example/x.png)'
    const [comment] = comments([aFinding({ ...at(11), title: message, message, recommendation: message })])
    expect(comment?.body).not.toMatch(/<img|@everyone|\]\(http/)
  })
})

describe('the plan of review comments', () => {
  const result = aFinding(at(11))
  const report = aReport({ results: [result] })
  const wanted = toReviewComments(report, { which: 'all', files, suggestions: 'off', category: 'model-stack/review' })
  const [comment] = wanted
  const body = comment?.body ?? ''

  it('creates what is not there and leaves alone what is', () => {
    expect(planReviewComments(report, wanted, [])).toEqual({ create: wanted, update: [] })
    expect(planReviewComments(report, wanted, [{ id: 1, body }])).toEqual({ create: [], update: [] })
  })

  it('marks what is reported no longer as resolved, once, and takes it back when it returns', () => {
    const fixed = aReport({ results: [] })
    const plan = planReviewComments(fixed, [], [{ id: 1, body }])
    expect(plan.update).toEqual([
      { id: 1, body: expect.stringContaining('**Resolved:** the review at `aaaaaaaaaaaa`') },
    ])
    const resolved = { id: 1, body: plan.update[0]?.body ?? '' }
    expect(planReviewComments(fixed, [], [resolved])).toEqual({ create: [], update: [] })
    expect(planReviewComments(report, wanted, [resolved])).toEqual({ create: [], update: [{ id: 1, body }] })
  })

  it('marks nothing as resolved when the change was not evaluated', () => {
    const stopped = aReport({ conclusion: 'not-evaluated', results: [] })
    expect(planReviewComments(stopped, [], [{ id: 1, body }])).toEqual({ create: [], update: [] })
  })

  it('marks nothing as resolved when a part of the change was left out, whatever the verdict', () => {
    const coverage = { ...aReport().coverage, unreviewed: [{ path: 'src/total.ts', lines: 2, reason: 'not named' }] }
    for (const conclusion of ['pass', 'fail'] as const) {
      const partial = aReport({ conclusion, results: [], coverage })
      expect(planReviewComments(partial, [], [{ id: 1, body }])).toEqual({ create: [], update: [] })
    }
  })

  it('leaves the comments of another category to the step that wrote them', () => {
    const existing = [{ id: 1, body }]
    expect(ofCategory(existing, 'model-stack/review')).toEqual(existing)
    expect(ofCategory(existing, 'second-opinion')).toEqual([])
  })

  it('does not resolve what is reported but no longer wanted as a comment', () => {
    const milder = aReport({ results: [{ ...result, blocking: false }] })
    expect(planReviewComments(milder, [], [{ id: 1, body }])).toEqual({ create: [], update: [] })
  })

  it('leaves comments without our mark alone', () => {
    expect(planReviewComments(aReport(), [], [{ id: 1, body: 'A person wrote this.' }])).toEqual({
      create: [],
      update: [],
    })
  })

  it('takes the suggestion out of a resolved comment, because its lines are others now', () => {
    const withSuggestion = body.replace('[//]:', '```suggestion\nx\n```\n\n[//]:')
    const [update] = planReviewComments(aReport(), [], [{ id: 1, body: withSuggestion }]).update
    expect(update?.body).not.toContain('```suggestion')
  })
})

describe('a suggestion', () => {
  const recommendation = 'Add the bound.\n\n```suggestion\n  if (index < length) return\n```'
  const sure = aFinding({
    quote: '  if (index <= length) return',
    region: { startLine: 11, endLine: 11 },
    recommendation,
  })

  it('is made of the one block that replaces the quoted lines', () => {
    expect(suggestionBlock(sure)).toBe('```suggestion\n  if (index < length) return\n```')
  })

  it('stands in the comment only where the config wants it, and then in place of the advice', () => {
    const report = aReport({ results: [{ ...sure, region: { startLine: 11, endLine: 11 } }] })
    const on = toReviewComments(report, { which: 'all', files, suggestions: 'on', category: 'model-stack/review' })
    const off = toReviewComments(report, { which: 'all', files, suggestions: 'off', category: 'model-stack/review' })
    expect(on[0]?.body).toContain('```suggestion\n')
    expect(off[0]?.body).not.toContain('```suggestion')
  })

  const doubts: readonly { what: string; change: Partial<Result> }[] = [
    { what: 'the quote was moved', change: { evidence: { status: 'relocated', detail: null } } },
    { what: 'the quote was cleaned', change: { evidence: { status: 'verified', detail: 'Without a fence.' } } },
    { what: 'it is about removed code', change: { side: 'old' } },
    { what: 'the region has more lines than the quote', change: { region: { startLine: 11, endLine: 12 } } },
    { what: 'there is no recommendation', change: { recommendation: null } },
    { what: 'there are two blocks', change: { recommendation: `${recommendation}\n${recommendation}` } },
    { what: 'the block is not closed', change: { recommendation: '```suggestion\nx' } },
    { what: 'the block holds a fence', change: { recommendation: '```suggestion\nx ``` y\n```' } },
    { what: 'the block holds something that nobody sees', change: { recommendation: '```suggestion\nx\u200b\n```' } },
    { what: 'the block is another language', change: { recommendation: '```ts\nx\n```' } },
    { what: 'nothing would change', change: { recommendation: '```suggestion\n  if (index <= length) return\n```' } },
    { what: 'the block is empty', change: { recommendation: '```suggestion\n\n```' } },
    { what: 'the block is long', change: { recommendation: `\`\`\`suggestion\n${'x\n'.repeat(30)}\`\`\`` } },
  ]
  it.each(doubts)('is not made when $what', ({ change }) => {
    expect(suggestionBlock({ ...sure, ...change })).toBeUndefined()
  })
})
