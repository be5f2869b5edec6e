import fc from 'fast-check'
import { ReviewerError, type ReviewerErrorCode } from '../../src/errors.js'
import { filesNotReviewed, ledgerOf, measureCoverage, type Sufficient } from '../../src/review/coverage.js'
import type { Part } from '../../src/review/part.js'
import type { PartOutcome } from '../../src/review/session.js'
import type { FileDiff, Hunk } from '../../src/types/diff.js'
import type { Gap, ReviewResult } from '../../src/types/reviewer.js'
import { aFileDiff, aHunk } from '../diff/builders.js'
import { aFile, onePart } from './world.js'

const facts = {
  id: 'codex',
  family: 'openai',
  model: 'm',
  cliVersion: null,
  usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, requests: null },
  durationMs: 0,
  filesRead: [],
  rejected: [],
  preflight: [],
  turns: 1,
  isolation: 'user-sandbox',
  egress: undefined,
} as const
const anybody: Sufficient = () => true
const failed: ReviewResult = { ...facts, status: 'failed', error: new ReviewerError('QUOTA', 'empty') }
const lines = (count: number) => Array<string>(count).fill('x')

/** A review that covered these hunks. */
function covers(hunks: readonly Hunk[], gaps: readonly Gap[] = []): ReviewResult {
  const said = { findings: [], filesReviewed: [], notVerified: [] }
  return { ...facts, ...said, status: 'completed', covered: new Set(hunks), gaps }
}

function named(...filesReviewed: readonly string[]): PartOutcome {
  return { kind: 'reviewed', reply: { findings: [], filesReviewed: [...filesReviewed], notVerified: [] }, rejected: [] }
}

function failure(code: ReviewerErrorCode, message = 'it said so'): PartOutcome {
  return { kind: 'failed', error: new ReviewerError(code, message), rejected: [] }
}

/** A review of the files in one part whose answer names these. */
function attests(files: readonly FileDiff[], ...filesReviewed: readonly string[]): ReviewResult {
  const part = onePart(files)
  const { covered, gaps } = ledgerOf([part], new Map([[part, named(...filesReviewed)]]))
  return covers([...covered], gaps)
}

/** A file with so many hunks of one changed line each, 100 lines apart. */
function hunked(path: string, count: number): FileDiff {
  const hunks = Array.from({ length: count }, (_, index) =>
    aHunk(['-old', '+new'], { oldStart: 1 + 100 * index, newStart: 1 + 100 * index }),
  )
  return aFileDiff({ path, hunks })
}

function partsOf(...groups: readonly (readonly FileDiff[])[]): readonly Part[] {
  return groups.map((files, index) => onePart(files, { name: `part ${index + 1} of ${groups.length}` }))
}

describe('measureCoverage', () => {
  const two = [aFile('a', lines(999)), aFile('b')]
  it.each([
    ['everything named', [attests(two, 'a', 'b')], 100],
    ['named with ./', [attests(two, './a', 'b')], 100],
    ['named by two reviewers together', [attests(two, 'a'), attests(two, 'b')], 100],
    ['999 of 1000 lines, which is floored', [attests(two, 'a')], 99],
    ['nothing named', [attests(two)], 0],
    ['a failed review alone', [failed], 0],
    ['no review', [], 0],
    ['a directory named instead of its files', [attests(two, '.', 'a/b')], 0],
  ])('gives for %s', (_, results, percent) => {
    expect(measureCoverage({ files: two, omitted: [] }, results, anybody).percent).toBe(percent)
  })

  it('counts what could not be reviewed, and does not count what policy excludes', () => {
    const files = [aFile('a', lines(3))]
    const coverage = measureCoverage(
      {
        files,
        omitted: [
          { path: 'huge', kind: 'unreviewed', reason: 'too large', lines: 1 },
          { path: 'lock', kind: 'excluded', reason: 'lock file', lines: 500 },
        ],
      },
      [attests(files, 'a')],
      anybody,
    )
    expect(coverage).toEqual({
      changedLines: 4,
      reviewedLines: 3,
      percent: 75,
      unreviewed: [{ path: 'huge', lines: 1, reason: 'too large' }],
      excluded: [{ path: 'lock', reason: 'lock file' }],
    })
  })

  it('needs no word about a file without changed lines, and is not whole where one could not be read', () => {
    const renamed = { ...aFile('a', []), hunks: [] }
    expect(measureCoverage({ files: [renamed], omitted: [] }, [attests([renamed])], anybody).percent).toBe(100)
    const submodule = { path: 's', kind: 'unreviewed', reason: 'submodule', lines: null } as const
    expect(measureCoverage({ files: [], omitted: [submodule] }, [], anybody).percent).toBe(0)
  })

  it('knows hunks by themselves, not by what they look like', () => {
    const file = hunked('a.ts', 2)
    const lookalike = hunked('a.ts', 2)
    expect(measureCoverage({ files: [file], omitted: [] }, [covers(lookalike.hunks)], anybody).percent).toBe(0)
    expect(measureCoverage({ files: [file], omitted: [] }, [covers(file.hunks)], anybody).percent).toBe(100)
  })
})

describe('a hunk', () => {
  const file = hunked('a.ts', 3)
  const [first, second, third] = file.hunks
  const codex = covers(first === undefined || second === undefined ? [] : [first, second])
  const glm = { ...covers(second === undefined || third === undefined ? [] : [second, third]), id: 'glm' }
  const diff = { files: [file], omitted: [] }

  it('is reviewed where the reviewers that covered it suffice together', () => {
    const both: Sufficient = (reviews) => reviews.length === 2
    const coverage = measureCoverage(diff, [codex, glm], both)
    expect(coverage).toMatchObject({ changedLines: 6, reviewedLines: 2, percent: 33 })
    expect(coverage.unreviewed).toEqual([
      {
        path: 'a.ts',
        lines: 4,
        reason: expect.stringMatching(/^only reviewers that do not suffice examined it; lines 1-1, 201-201$/),
      },
    ])
  })

  it('is reviewed by whoever suffices alone', () => {
    const glmAlone: Sufficient = (reviews) => reviews.some(({ id }) => id === 'glm')
    expect(measureCoverage(diff, [codex, glm], glmAlone)).toMatchObject({ reviewedLines: 4, percent: 66 })
  })

  it('is not reviewed where nobody covered it, even where nobody would suffice', () => {
    expect(measureCoverage(diff, [codex], anybody)).toMatchObject({ reviewedLines: 4, percent: 66 })
    expect(measureCoverage(diff, [], anybody)).toMatchObject({ reviewedLines: 0, percent: 0 })
  })

  it('is not reviewed by a review that failed', () => {
    const seen: string[][] = []
    const sufficient: Sufficient = (reviews) => {
      seen.push(reviews.map(({ status }) => status))
      return true
    }
    measureCoverage(diff, [failed, codex], sufficient)
    expect(new Set(seen.flat())).toEqual(new Set(['completed']))
  })
})

describe('what is not reviewed', () => {
  const gap = (hunks: readonly Hunk[], reason: string): Gap => ({ part: 'p', hunks, code: 'EXITED', reason })

  it('is listed with its lines where a part of the file was reviewed, and without where none was', () => {
    const [a, b] = [hunked('a.ts', 3), hunked('b.ts', 2)]
    const reason = 'part 2 of 2 failed (EXITED): exit 1'
    const review = covers(a.hunks.slice(0, 1), [gap([...a.hunks.slice(1), ...b.hunks], reason)])
    expect(measureCoverage({ files: [a, b], omitted: [] }, [review], anybody).unreviewed).toEqual([
      { path: 'a.ts', lines: 4, reason: `${reason}; lines 101-101, 201-201` },
      { path: 'b.ts', lines: 4, reason },
    ])
  })

  it('has an entry for every reason', () => {
    const file = hunked('a.ts', 3)
    const review = covers([], [gap(file.hunks.slice(0, 1), 'one'), gap(file.hunks.slice(1), 'other')])
    expect(measureCoverage({ files: [file], omitted: [] }, [review], anybody).unreviewed).toEqual([
      { path: 'a.ts', lines: 2, reason: 'one; lines 1-1' },
      { path: 'a.ts', lines: 4, reason: 'other; lines 101-101, 201-201' },
    ])
  })

  it('names lines of the old file for what is only removed, and eight places at most', () => {
    const gone = aHunk(['-a', '-b'], { oldStart: 7, newStart: 6, newLines: 0 })
    const kept = aHunk(['-x', '+y'], { oldStart: 20, newStart: 18 })
    const file = aFileDiff({ hunks: [gone, kept] })
    const entryOf = (one: FileDiff, covered: readonly Hunk[]) =>
      measureCoverage({ files: [one], omitted: [] }, [covers(covered)], anybody).unreviewed[0]?.reason
    expect(entryOf(file, [kept])).toMatch(/; lines 7-8 of the old file$/)
    const many = hunked('many.ts', 12)
    expect(entryOf(many, many.hunks.slice(0, 1))).toMatch(/; lines 101-101, .*, 801-801 and 3 more places$/)
  })

  it('says so where no review completed', () => {
    const { unreviewed } = measureCoverage({ files: [hunked('a.ts', 1)], omitted: [] }, [failed], anybody)
    expect(unreviewed).toEqual([{ path: 'a.ts', lines: 2, reason: 'no review completed' }])
  })
})

describe('the pass over the map', () => {
  const file = hunked('a.ts', 1)
  const diff = { files: [file], omitted: [] }
  const open: Gap = { part: 'the pass', hunks: [], code: 'OVERLOADED', reason: 'the pass failed (OVERLOADED): busy' }

  it('keeps the coverage at 99 and is listed where it did not end', () => {
    expect(measureCoverage(diff, [covers(file.hunks, [open])], anybody)).toMatchObject({
      changedLines: 2,
      reviewedLines: 2,
      percent: 99,
      unreviewed: [{ path: '(the pass)', lines: null, reason: open.reason }],
    })
  })

  it('is done where reviewers that suffice ended it', () => {
    const other = covers(file.hunks)
    expect(measureCoverage(diff, [covers(file.hunks, [open]), other], anybody)).toMatchObject({ percent: 100 })
    const both: Sufficient = (reviews) => reviews.length === 2
    expect(measureCoverage(diff, [covers(file.hunks, [open]), other], both)).toMatchObject({
      percent: 99,
      unreviewed: [{ path: '(the pass)' }],
    })
  })
})

describe('lines', () => {
  it('are reviewed or listed as unreviewed, every one', () => {
    const review = fc.record({ covered: fc.array(fc.nat()), named: fc.array(fc.nat()) })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        fc.array(review, { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (counts, reviews, needed) => {
          const files = counts.map((count, index) => hunked(`f${index}.ts`, count))
          const hunks = files.flatMap((one) => one.hunks)
          const pick = (numbers: readonly number[]) => numbers.flatMap((number) => hunks[number % hunks.length] ?? [])
          const results = reviews.map(({ covered, named: missed }) =>
            covers(pick(covered), [{ part: 'p', hunks: pick(missed), code: null, reason: 'r' }]),
          )
          const sufficient: Sufficient = (some) => some.length >= needed
          const { unreviewed, ...coverage } = measureCoverage({ files, omitted: [] }, results, sufficient)
          const missed = unreviewed.reduce((sum, { lines: count }) => sum + (count ?? 0), 0)
          expect(coverage.reviewedLines + missed).toBe(coverage.changedLines)
          expect(coverage.changedLines).toBe(hunks.length * 2)
          expect(coverage.percent === 100).toBe(unreviewed.length === 0)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('ledgerOf', () => {
  const [a, b, c] = [hunked('a.ts', 1), hunked('b.ts', 2), hunked('c.ts', 1)]
  const parts = partsOf([a, b], [c], [])
  const [first, second, map] = parts as readonly [Part, Part, Part] // partsOf gives one for each group

  it('attests what the answers name and says what they leave out', () => {
    const outcomes = new Map([
      [first, named('a.ts')],
      [second, named('c.ts')],
      [map, named()],
    ])
    const { covered, gaps } = ledgerOf(parts, outcomes)
    expect(covered).toEqual(new Set([...a.hunks, ...c.hunks]))
    expect(gaps).toEqual([
      { part: 'part 1 of 3', hunks: b.hunks, code: null, reason: expect.stringContaining('asked twice') },
    ])
  })

  it('takes no word for hunks of another part', () => {
    const halves = partsOf([{ ...b, hunks: b.hunks.slice(0, 1) }], [{ ...b, hunks: b.hunks.slice(1) }])
    const [one, other] = halves as readonly [Part, Part] // as above
    const { covered } = ledgerOf(
      halves,
      new Map([
        [one, named('b.ts')],
        [other, named()],
      ]),
    )
    expect(covered).toEqual(new Set(b.hunks.slice(0, 1)))
  })

  it('names the part, the code and the message of a failure', () => {
    const outcomes = new Map([
      [first, named('a.ts', 'b.ts')],
      [second, failure('OVERLOADED', 'busy')],
      [map, failure('EXITED', 'exit 1')],
    ])
    expect(ledgerOf(parts, outcomes).gaps).toEqual([
      { part: 'part 2 of 3', hunks: c.hunks, code: 'OVERLOADED', reason: 'part 2 of 3 failed (OVERLOADED): busy' },
      { part: 'part 3 of 3', hunks: [], code: 'EXITED', reason: 'part 3 of 3 failed (EXITED): exit 1' },
    ])
  })

  it('says of a part that was not asked about which failure stopped the review, not which came last', () => {
    const outcomes = new Map([
      [first, failure('QUOTA', 'used up')],
      [second, failure('EXITED', 'exit 1')],
    ])
    expect(ledgerOf(parts, outcomes).gaps.at(-1)).toEqual({
      part: 'part 3 of 3',
      hunks: [],
      code: 'QUOTA',
      reason: 'part 3 of 3 not asked, as part 1 of 3 failed (QUOTA)',
    })
  })
})

describe('filesNotReviewed', () => {
  it('accepts the old name of a renamed file and a path as it is shown', () => {
    const files = [{ ...hunked('new.ts', 1), oldPath: 'old.ts' }, hunked('a\u200bb.ts', 1), hunked('c.ts', 1)]
    expect(filesNotReviewed(files, ['old.ts', 'a⟨U+200B⟩b.ts']).map(({ path }) => path)).toEqual(['c.ts'])
  })
})
