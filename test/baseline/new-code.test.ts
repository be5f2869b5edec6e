import { codeAgeIn } from '../../src/baseline/new-code.js'
import { anchorOf } from '../../src/evidence/anchor.js'
import { indexText } from '../../src/evidence/locate.js'
import type { FileDiff } from '../../src/types/diff.js'
import { aFileDiff } from '../diff/builders.js'
import { writeDiff } from '../simulation/line-diff.js'
import { anAgreedFinding } from './findings.js'

const before = [
  'function total(items) {',
  '  let sum = 0',
  '  for (let i = 0; i < items.length - 1; i += 1) {',
  '    sum += items[i].price',
  '  }',
  '  return sum',
  '}',
]
const copy = ['function count(items) {', ...before.slice(2, 5), '  return items', '}']

/** What a change did to these lines, 1-based, from the one text to the other. */
function ageOf(change: { from?: readonly string[]; to: readonly string[] }, [startLine, endLine]: [number, number]) {
  const { from = before, to } = change
  const [pair] = [{ path: 'a.ts', oldPath: undefined, before: asText(from), after: asText(to) }]
  return codeAgeIn(writeDiff([pair]).parsed.files)(finding(to, { startLine, endLine }))
}

function asText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function finding(
  lines: readonly string[],
  region: { startLine: number; endLine: number },
  side: 'new' | 'old' = 'new',
) {
  const text = lines.slice(region.startLine - 1, region.endLine).join('\n')
  const anchor = anchorOf(indexText(lines.join('\n')), region)
  return anAgreedFinding({ path: 'a.ts', side, quote: text }, { region, text, anchor })
}

describe('code that the change wrote', () => {
  it.each<[string, readonly string[], [number, number]]>([
    ['a copy into another function', [...before, ...copy], [9, 11]],
    ['a copy above the original', [...copy, ...before], [2, 4]],
    ['an edited line', before.with(2, '  for (let i = 1; i < items.length - 1; i += 1) {'), [3, 3]],
    ['a line among old ones', before.toSpliced(3, 0, '    x++'), [3, 5]],
    ['brackets alone', [...before, '{', '}'], [8, 9]],
  ])('is new: %s', (_what, to, lines) => {
    expect(ageOf({ to }, lines)).toBe('new')
  })

  it('is the copy, where everything was formatted at the same time', () => {
    const to = [...before, ...copy].map((line) => `  ${line.replace(/([^{}])$/, '$1;')}`)
    expect([ageOf({ to }, [3, 4]), ageOf({ to }, [9, 10])]).toEqual(['old', 'new'])
  })

  it('is one of the two where git takes the copy for the original', () => {
    const formatted = before.map((line) => `  ${line.replace(/([^{}])$/, '$1;')}`)
    const to = [...formatted, ...copy]
    expect([ageOf({ to }, [3, 4]), ageOf({ to }, [9, 10])].toSorted()).toEqual(['new', 'old'])
  })

  it('is all of a file that is new or of which nobody knows the lines', () => {
    const isIn = (file: FileDiff) => codeAgeIn([file])(finding(before, { startLine: 3, endLine: 3 }))
    expect(isIn(aFileDiff({ path: 'a.ts', status: 'added', hunks: [] }))).toBe('new')
    expect(isIn(aFileDiff({ path: 'a.ts', hunks: [], oldBlob: '1'.repeat(40), newBlob: '2'.repeat(40) }))).toBe('new')
    const renamed = { status: 'renamed', oldPath: 'b.ts', oldMode: '100644', newMode: '100644' } as const
    const [oldBlob, newBlob] = ['1'.repeat(40), '1'.repeat(40)]
    expect(isIn(aFileDiff({ path: 'a.ts', hunks: [], ...renamed, oldBlob, newBlob }))).toBe('old')
  })

  it('is also what it took away', () => {
    const [pair] = [{ path: 'a.ts', oldPath: undefined, before: asText(before), after: asText(before.toSpliced(2, 3)) }]
    const codeAge = codeAgeIn(writeDiff([pair]).parsed.files)
    expect(codeAge(finding(before, { startLine: 3, endLine: 4 }, 'old'))).toBe('new')
    expect(codeAge(finding(before, { startLine: 6, endLine: 6 }, 'old'))).toBe('old')
  })
})

describe('code that was there', () => {
  it.each<[string, readonly string[], [number, number]]>([
    ['unchanged lines', [...before, ...copy], [3, 4]],
    ['indented with tabs', before.map((line) => line.replaceAll('  ', '\t')), [3, 4]],
    ['with semicolons', before.map((line) => line.replace(/([a-z0-9])$/, '$1;')), [2, 4]],
    ['next to a new bracket', before.toSpliced(4, 0, '    {', '    }'), [3, 6]],
  ])('is not new: %s', (_what, to, lines) => {
    expect(ageOf({ to }, lines)).toBe('old')
  })

  it('is not new when it moves with its function', () => {
    const other = Array.from({ length: 12 }, (_, index) => `log(${index})`)
    const change = { from: [...before, ...other], to: [...other, ...before] }
    expect(ageOf(change, [15, 16])).toBe('old')
  })

  it('has moved when its lines are gone from where they were and stand somewhere else', () => {
    const other = ['function count(items) {', '  return items', '}']
    const from = [...before, ...other]
    const to = [...before.toSpliced(2, 3), ...other.toSpliced(1, 0, ...before.slice(2, 5))]
    expect(ageOf({ from, to }, [6, 7])).toBe('moved')
  })

  it('is not new in a file that the change does not touch', () => {
    expect(codeAgeIn([])(finding(before, { startLine: 3, endLine: 3 }))).toBe('old')
  })
})
