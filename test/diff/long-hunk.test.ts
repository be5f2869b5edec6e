import fc from 'fast-check'
import { MAX_WHOLE_BYTES } from '../../src/diff/long-hunk.js'
import { parseDiff } from '../../src/diff/parse.js'
import type { DiffLine, FileDiff } from '../../src/types/diff.js'

const OLD = '1'.repeat(40)
const NEW = '2'.repeat(40)

interface Written {
  readonly sign: ' ' | '+' | '-'
  readonly text: string
}

/** The only file of a diff with one hunk of these lines. */
function parseHunk(lines: readonly Written[], ending: 'newline' | 'none' = 'newline'): FileDiff {
  const oldLines = lines.filter(({ sign }) => sign !== '+').length
  const newLines = lines.filter(({ sign }) => sign !== '-').length
  const body = lines.map(({ sign, text }) => `${sign}${text}\n`).join('')
  const note = ending === 'none' ? '\\ No newline at end of file\n' : ''
  const patch = `diff --git a/a.ts b/a.ts\nindex ${OLD}..${NEW} 100644\n--- a/a.ts\n+++ b/a.ts\n@@ -7,${oldLines} +9,${newLines} @@ f\n${body}${note}`
  const raw = `:100644 100644 ${OLD} ${NEW} M\0a.ts\0\0`
  const [file] = parseDiff(Buffer.from(raw + patch)).files
  if (file === undefined) throw new Error('no file')
  return file
}

function added(count: number, bytes: number): readonly Written[] {
  return Array.from({ length: count }, (_, index) => ({ sign: '+', text: `${index}`.padEnd(bytes, 'x') }))
}

function textsOf(lines: readonly DiffLine[]): readonly string[] {
  return lines.map(({ kind, text }) => `${kind} ${text}`)
}

describe('a hunk', () => {
  it('that a request can hold stays whole, however many lines it has', () => {
    expect(parseHunk(added(9_000, 20)).hunks).toHaveLength(1)
  })

  it('of 20,000 lines comes in pieces of about 400 lines, each at its place', () => {
    const { hunks, added: lines } = parseHunk(added(20_000, 40))
    expect(lines).toBe(20_000)
    expect(hunks.length).toBeGreaterThanOrEqual(50)
    expect(Math.max(...hunks.map((hunk) => hunk.added))).toBeLessThanOrEqual(400)
    expect(hunks.map(({ newStart }) => newStart)).toEqual(
      hunks.map((_, index) => 9 + hunks.slice(0, index).reduce((sum, { newLines }) => sum + newLines, 0)),
    )
    expect(hunks.at(-1)?.lines.at(-1)).toEqual({
      kind: 'added',
      newLine: 20_008,
      text: '19999'.padEnd(40, 'x'),
    })
  })

  it('is cut after blank lines where they come in time', () => {
    const lines = added(12_000, 60).map((line, index) => (index % 50 === 49 ? { ...line, text: '' } : line))
    const { hunks } = parseHunk(lines)
    expect(hunks.slice(0, -1).every((hunk) => hunk.lines.at(-1)?.text === '' && hunk.added === 300)).toBe(true)
  })

  it('keeps the note on a missing newline with the line that it is about', () => {
    const { hunks } = parseHunk(added(12_000, 60), 'none')
    expect(hunks.map(({ newMissingNewline }) => newMissingNewline)).toEqual(
      hunks.map((_, index) => index === hunks.length - 1),
    )
  })

  it('loses no line and gains none, whatever its lines are', () => {
    const line = fc.record({
      sign: fc.constantFrom<' ' | '+' | '-'>(' ', '+', '-'),
      text: fc.constantFrom('', 'x', 'y'.repeat(900), 'z'.repeat(5_000)),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 200, maxLength: 400 }), (lines) => {
        const { hunks } = parseHunk(lines)
        const whole = lines.reduce((sum, { text }) => sum + text.length, 0) <= MAX_WHOLE_BYTES / 2
        if (whole) expect(hunks).toHaveLength(1)
        const kinds = { ' ': 'context', '+': 'added', '-': 'removed' } as const
        expect(hunks.flatMap((hunk) => textsOf(hunk.lines))).toEqual(
          lines.map(({ sign, text }) => `${kinds[sign]} ${text}`),
        )
        for (const hunk of hunks) {
          expect(hunk.added).toBe(hunk.lines.filter(({ kind }) => kind === 'added').length)
          expect(hunk.removed).toBe(hunk.lines.filter(({ kind }) => kind === 'removed').length)
          expect(hunk.newLines).toBe(hunk.lines.filter(({ kind }) => kind !== 'removed').length)
          expect(hunk.oldLines).toBe(hunk.lines.filter(({ kind }) => kind !== 'added').length)
        }
        const places = { oldStart: 7, newStart: 9 }
        for (const { oldStart, oldLines, newStart, newLines } of hunks) {
          // As git does, where a side has no line.
          expect(oldStart).toBe(oldLines === 0 && hunks.length > 1 ? places.oldStart - 1 : places.oldStart)
          expect(newStart).toBe(newLines === 0 && hunks.length > 1 ? places.newStart - 1 : places.newStart)
          places.oldStart += oldLines
          places.newStart += newLines
        }
      }),
      { numRuns: 50 },
    )
  })
})
