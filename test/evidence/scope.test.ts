import { scopeIn } from '../../src/evidence/scope.js'
import { aFileDiff, aHunk } from '../diff/builders.js'

const scopeOf = scopeIn({
  files: [
    aFileDiff({
      path: 'src/app.js',
      hunks: [
        aHunk([' a', '-b', '+B', '+C', ' d'], { oldStart: 10, newStart: 20 }),
        aHunk([' x', '-y', ' z'], { oldStart: 40, newStart: 51 }),
      ],
    }),
    aFileDiff({ path: 'src/new-name.js', oldPath: 'src/old-name.js', status: 'renamed', hunks: [] }),
    aFileDiff({ path: 'src/moved.js', oldPath: 'src/was.js', status: 'renamed', hunks: [aHunk(['-a', '+b'])] }),
    aFileDiff({ path: 'src/fresh.js', status: 'added', hunks: [aHunk(['+a', '+b', '+c'], { oldStart: 0 })] }),
    aFileDiff({ path: 'src/gone.js', status: 'deleted', hunks: [aHunk(['-a', '-b'], { newStart: 0 })] }),
  ],
  omitted: [
    { path: 'yarn.lock', kind: 'excluded', reason: 'lock file', lines: 4 },
    { path: 'odd.txt', kind: 'unreviewed', reason: 'NUL byte', lines: 4 },
  ],
})

function kindOf(side: 'new' | 'old', path: string, startLine: number, endLine = startLine): string {
  return scopeOf({ path, side, region: { startLine, endLine } }).kind
}

describe('scopeIn', () => {
  it.each([
    // [side, first line, last line, what the change did there]
    ['new', 21, 22, 'changed'],
    ['new', 22, 90, 'changed'],
    ['new', 1, 21, 'changed'],
    ['new', 20, 20, 'context'],
    ['new', 23, 23, 'context'],
    ['new', 51, 52, 'context'],
    ['new', 19, 19, 'file'],
    ['new', 24, 50, 'file'],
    ['new', 53, 900, 'file'],
    ['old', 11, 11, 'changed'],
    ['old', 41, 41, 'changed'],
    ['old', 12, 12, 'context'],
    ['old', 13, 39, 'file'],
  ] as const)('of the %s side from line %i to line %i says %s', (side, startLine, endLine, kind) => {
    expect(kindOf(side, 'src/app.js', startLine, endLine)).toBe(kind)
  })

  it('takes every line of an added or a deleted file for changed', () => {
    expect([1, 2, 3].map((line) => kindOf('new', 'src/fresh.js', line))).toEqual(['changed', 'changed', 'changed'])
    expect(kindOf('old', 'src/gone.js', 2)).toBe('changed')
  })

  it('takes a file of which no line changed whole, and a renamed one by its lines', () => {
    expect(kindOf('new', 'src/new-name.js', 700)).toBe('changed')
    expect(kindOf('old', 'src/old-name.js', 700)).toBe('changed')
    expect(kindOf('new', 'src/moved.js', 1)).toBe('changed')
    expect(kindOf('old', 'src/was.js', 1)).toBe('changed')
    expect(kindOf('new', 'src/moved.js', 2)).toBe('file')
  })

  it('tells what was not changed, what the policy leaves out and what could only not be read', () => {
    expect(kindOf('new', 'src/other.js', 1)).toBe('unchanged')
    expect(scopeOf({ path: 'yarn.lock', side: 'new', region: { startLine: 1, endLine: 1 } })).toEqual({
      kind: 'excluded',
      reason: 'lock file',
    })
    expect(kindOf('new', 'odd.txt', 3)).toBe('changed')
  })
})
