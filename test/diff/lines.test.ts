import { changedRegions, hunkContains, scopeOf } from '../../src/diff/lines.js'
import { aFileDiff, aHunk } from './builders.js'

const file = aFileDiff({
  hunks: [
    aHunk([' a', '-b', '+B', '+C', ' d', '+e'], { oldStart: 10, newStart: 20 }),
    aHunk(['-x', '-y'], { oldStart: 40, newStart: 52 }),
  ],
})

describe('changedRegions', () => {
  it('gives the runs of changed lines of each side', () => {
    expect(changedRegions(file)).toEqual({
      new: [
        { startLine: 21, endLine: 22 },
        { startLine: 24, endLine: 24 },
      ],
      old: [
        { startLine: 11, endLine: 11 },
        { startLine: 40, endLine: 41 },
      ],
    })
  })

  it('joins added lines that only a removed line separates', () => {
    const mixed = aFileDiff({ hunks: [aHunk(['+a', '-b', '+c'])] })
    expect(changedRegions(mixed).new).toEqual([{ startLine: 1, endLine: 2 }])
  })

  it('gives a hunk of one side as one run, and joins what stands next to it', () => {
    const added = aHunk(['+a', '+b'], { oldStart: 0 })
    const removed = aHunk(['-a', '-b', '-c'], { oldStart: 5, newStart: 4 })
    expect(changedRegions(aFileDiff({ hunks: [added, removed] }))).toEqual({
      new: [{ startLine: 1, endLine: 2 }],
      old: [{ startLine: 5, endLine: 7 }],
    })
    const adjacent = aFileDiff({ hunks: [aHunk([' x', '+y']), aHunk(['+z'], { newStart: 3 })] })
    expect(changedRegions(adjacent).new).toEqual([{ startLine: 2, endLine: 3 }])
  })

  it('gives nothing for a file without hunks', () => {
    expect(changedRegions(aFileDiff({ hunks: [] }))).toEqual({ new: [], old: [] })
  })
})

describe('scopeOf', () => {
  it.each([
    ['new', 19, 'outside'],
    ['new', 20, 'context'],
    ['new', 21, 'added'],
    ['new', 23, 'context'],
    ['new', 24, 'added'],
    ['new', 25, 'outside'],
    ['new', 52, 'outside'],
    ['old', 10, 'context'],
    ['old', 11, 'removed'],
    ['old', 12, 'context'],
    ['old', 13, 'outside'],
    ['old', 41, 'removed'],
    ['old', 42, 'outside'],
  ] as const)('says of %s line %i: %s', (side, line, scope) => {
    expect(scopeOf(file, side, line)).toBe(scope)
    expect(hunkContains(file, side, line)).toBe(scope !== 'outside')
  })

  it('says that every line of an unchanged file is outside', () => {
    expect(scopeOf(undefined, 'new', 1)).toBe('outside')
  })
})
