import { ReviewerError } from '../../src/errors.js'
import { measureCoverage } from '../../src/review/coverage.js'
import type { ReviewResult } from '../../src/types/reviewer.js'
import { aFile } from './world.js'

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
const attests = (...filesReviewed: string[]): ReviewResult => ({
  ...facts,
  status: 'completed',
  findings: [],
  filesReviewed,
  notVerified: [],
})
const failed: ReviewResult = { ...facts, status: 'failed', error: new ReviewerError('QUOTA', 'empty') }
const lines = (count: number) => Array(count).fill('x')

describe('measureCoverage', () => {
  it.each([
    ['everything named', [attests('a', 'b')], 100],
    ['named with ./', [attests('./a', 'b')], 100],
    ['named by two reviewers together', [attests('a'), attests('b')], 100],
    ['999 of 1000 lines, which is floored', [attests('a')], 99],
    ['nothing named', [attests()], 0],
    ['a failed review alone', [failed], 0],
    ['no review', [], 0],
    ['a directory named instead of its files', [attests('.', 'a/b')], 0],
  ])('gives for %s', (_, results, percent) => {
    const diff = { files: [aFile('a', lines(999)), aFile('b')], omitted: [] }
    expect(measureCoverage(diff, results).percent).toBe(percent)
  })

  it('counts what could not be reviewed, and does not count what policy excludes', () => {
    const coverage = measureCoverage(
      {
        files: [aFile('a', lines(3))],
        omitted: [
          { path: 'huge', kind: 'unreviewed', reason: 'too large', lines: 1 },
          { path: 'lock', kind: 'excluded', reason: 'lock file', lines: 500 },
        ],
      },
      [attests('a')],
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
    expect(measureCoverage({ files: [renamed], omitted: [] }, [attests()]).percent).toBe(100)
    const submodule = { path: 's', kind: 'unreviewed', reason: 'submodule', lines: null } as const
    expect(measureCoverage({ files: [], omitted: [submodule] }, []).percent).toBe(0)
  })
})
