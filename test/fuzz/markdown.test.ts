import fc from 'fast-check'
import { codeBlock, codeSpan, htmlText, inlineText, proseText, quoteBlock } from '../../src/report/escape.js'
import { toJobSummary } from '../../src/report/job-summary.js'
import { aDismissedResult, aReport, aResult, aReviewerReport } from '../support/builders.js'
import { hostilePath, hostileText, markdownPieces, seed } from './support/arbitraries.js'
import { blockHazardsIn, controlsIn, decodeEntities, hiddenIn, inlineHazardsIn } from './support/oracles.js'

const visible = (text: string) => decodeEntities(text).replace(/[\u200b\\]/g, '')

describe('the oracle of Markdown', () => {
  it.each(markdownPieces.filter((piece) => /[[@#<]|\/\/|www|GH-|\$/i.test(piece) && !/^(?:<|&lt;)$/.test(piece)))(
    'finds active content in %j',
    (piece) => {
      expect([...inlineHazardsIn(`x ${piece}`), ...blockHazardsIn(piece)]).not.toEqual([])
    },
  )
})

describe('any text in Markdown', () => {
  const renderers = [
    ['inlineText', (text: string) => inlineText(text, 5_000)],
    ['codeSpan', (text: string) => codeSpan(text, 5_000)],
    ['htmlText', (text: string) => htmlText(text, 5_000)],
  ] as const

  it.each(renderers)('is one inert line from %s', (_name, render) => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const output = render(text)
        expect(inlineHazardsIn(output)).toEqual([])
        expect(controlsIn(output)).toEqual([])
        expect(hiddenIn(output)).toEqual([])
        expect(output).not.toMatch(/\n/)
      }),
      { seed, numRuns: 1_500 },
    )
  })

  it('opens no block as one line or as prose', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(blockHazardsIn(inlineText(text, 5_000))).toEqual([])
        const prose = proseText(text, 5_000)
        expect(blockHazardsIn(prose)).toEqual([])
        for (const line of prose.split('\n')) expect(inlineHazardsIn(line)).toEqual([])
      }),
      { seed, numRuns: 1_500 },
    )
  })

  it('stays readable', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const words = (part: string) => part.match(/[A-Za-z]{4,}/g) ?? []
        const stripped = text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '\n').replace(/[^\n\x20-\x7e]/g, '\n')
        const output = visible(inlineText(text, 10_000))
        for (const word of words(stripped.replace(/&(?:#?\w+);/g, ' '))) expect(output).toContain(word)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('cannot end the fence around it', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const lines = codeBlock(text, 5_000).split('\n')
        const fence = lines[0] ?? ''
        expect(fence).toMatch(/^`{3,}$/)
        const closing = lines.findIndex(
          (line, index) => index > 0 && /^ {0,3}(`{3,})\s*$/.exec(line)?.[1]?.startsWith(fence) === true,
        )
        expect(closing).toBe(lines.length - 1)
      }),
      { seed, numRuns: 1_000 },
    )
  })

  it('brings no fence, tag or comment of its own into a quote', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const lines = quoteBlock(text, 5_000).split('\n')
        const inside = lines[0]?.startsWith('```') ? lines.slice(1, -1).join('\n') : lines.join('\n')
        expect(inside).not.toMatch(/`{3}|~{3}|<!--|<\/?(?:details|summary|img|script)\b/i)
      }),
      { seed, numRuns: 1_000 },
    )
  })
})

describe('the job summary of any report', () => {
  it('has no active content but links to lines of the repository, and balanced folds', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), hostilePath(), (text, other, path) => {
        const results = [
          aResult({
            title: text,
            message: other,
            recommendation: text,
            quote: 'const a = 1',
            path,
            assumptions: [other],
          }),
          aResult({ title: other, evidence: { status: 'unverified', detail: text }, path }),
          aResult({ suppression: { kind: 'config', reason: text, owner: other, expires: text } }),
        ]
        const report = aReport({
          conclusion: 'fail',
          reasons: [{ kind: 'coverage', message: text }],
          results,
          dismissed: [aDismissedResult({ title: text, why: other, path })],
          reviewers: [
            aReviewerReport({ id: text, model: other, status: 'failed', error: { code: 'QUOTA', message: text } }),
          ],
        })
        const summary = toJobSummary(report, { serverUrl: 'https://github.example', repository: 'o/r' })
        const bare = summary
          .replace(/`[\w. -]+`/g, 'code')
          .replace(/\]\(https:\/\/github\.example\/o\/r\/blob\/[0-9a-f]{40}\/[\w.~%/-]+#L\d+(?:-L\d+)?\)/g, '')
        expect(bare).not.toMatch(/\]\(|!\[|<!--|<img|<script|@[A-Za-z]|#\d|(?<![A-Za-z0-9])GH-\d|:\/\/|www\./i)
        expect(summary.match(/<details>/g)?.length ?? 0).toBe(summary.match(/<\/details>/g)?.length ?? 0)
        expect(summary).not.toMatch(/^\s*(?:`{3,}|~{3,})[ \t]*\w/m)
      }),
      { seed, numRuns: 200 },
    )
  })
})
