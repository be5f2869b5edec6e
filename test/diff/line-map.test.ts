import fc from 'fast-check'
import { lineMap } from '../../src/diff/line-map.js'
import { moveLines } from '../../src/report/move-lines.js'
import { aReport, aResult } from '../support/builders.js'
import { aFileDiff, aHunk } from './builders.js'

describe('where a line of one commit stands in another', () => {
  const file = aFileDiff({
    path: 'src/a.ts',
    hunks: [
      aHunk(['+one', '+two', ' three'], { oldStart: 3, newStart: 3 }),
      aHunk([' ten', '-eleven', ' twelve'], { oldStart: 10, newStart: 12 }),
    ],
  })
  const map = lineMap([file])

  it.each([
    [1, 1, 'before everything'],
    [3, 5, 'below what was added'],
    [7, 9, 'between two hunks'],
    [10, 12, 'context of a hunk'],
    [11, 12, 'a line that is gone: the line before it'],
    [12, 13, 'below what was removed'],
    [40, 41, 'after everything'],
  ])('of line %i is line %i: %s', (line, expected) => {
    expect(map('src/a.ts', line)).toEqual({ path: 'src/a.ts', line: expected })
  })

  it('is the same in a file that did not change, and under the new name in one that was renamed', () => {
    expect(map('src/b.ts', 4)).toEqual({ path: 'src/b.ts', line: 4 })
    const renamed = lineMap([{ ...file, path: 'src/new.ts', oldPath: 'src/a.ts', status: 'renamed' }])
    expect(renamed('src/a.ts', 40)).toEqual({ path: 'src/new.ts', line: 41 })
  })

  it('is below a hunk that only adds, where git names the line before it', () => {
    const added = aHunk(['+x', '+y'], { oldStart: 5, oldLines: 0, newStart: 6, newLines: 2 })
    const only = lineMap([aFileDiff({ hunks: [added] })])
    expect([5, 6].map((line) => only('src/a.ts', line).line)).toEqual([5, 8])
  })

  it('keeps lines that both commits have in their order', () => {
    const sign = fc.constantFrom('+', '-', ' ')
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 40 }), (signs) => {
        const hunk = aHunk(signs.map((one, index) => `${one}${index}`))
        // git names the line before a hunk that only adds; see above.
        fc.pre(hunk.oldLines > 0)
        const moved = lineMap([aFileDiff({ hunks: [hunk] })])
        for (const line of hunk.lines) {
          if (line.kind === 'context') expect(moved('src/a.ts', line.oldLine).line).toBe(line.newLine)
        }
        expect(moved('src/a.ts', hunk.oldLines + 1).line).toBe(hunk.newLines + 1)
      }),
    )
  })

  it('moves the places of a report, but for what is about removed code', () => {
    const related = [{ path: 'src/a.ts', region: { startLine: 7, endLine: 7 }, quote: 'q' }]
    const place = { path: 'src/a.ts', region: { startLine: 7, endLine: 12 }, related }
    const { results } = moveLines(aReport({ results: [aResult(place), aResult({ ...place, side: 'old' })] }), map)
    expect(results[0]).toMatchObject({ region: { startLine: 9, endLine: 13 }, related: [{ region: { startLine: 9 } }] })
    expect(results[1]).toMatchObject({ region: { startLine: 7, endLine: 12 }, related: [{ region: { startLine: 9 } }] })
  })
})
