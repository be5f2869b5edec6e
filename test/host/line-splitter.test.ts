import fc from 'fast-check'
import { LineSplitter } from '../../src/host/line-splitter.js'

interface Cut {
  readonly lines: readonly string[]
  readonly dropped: number
}

function cut(bytes: Buffer, size: number, limit = 16 * 1024 * 1024): Cut {
  const lines: string[] = []
  let dropped = 0
  const splitter = new LineSplitter(
    limit,
    (line) => lines.push(line.toString('utf8')),
    () => dropped++,
  )
  for (let at = 0; at < bytes.length; at += size) splitter.write(bytes.subarray(at, at + size))
  splitter.end()
  return { lines, dropped }
}

const piece = fc.constantFrom('a', 'é', '😀', '\u2028', '\u2029', '\u0085', '\r', '\r\n', '\n', '\n\n', '"', '\\')

describe('LineSplitter', () => {
  it('gives the same lines for every size of the chunks', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          const bytes = Buffer.from(text)
          const expected = text.split('\n')
          if (expected.at(-1) === '') expected.pop()
          for (let size = 1; size <= bytes.length; size++)
            expect(cut(bytes, size)).toEqual({ lines: expected, dropped: 0 })
        },
      ),
      { seed: 20261121, numRuns: 200 },
    )
  })

  it.each([1, 7, 65_536, 4_000_000])('puts lines of 2 MB together from chunks of %i bytes', (size) => {
    const long = 'x\u2028'.repeat(500_000)
    const { lines } = cut(Buffer.from(`a\n${long}\nb\n${long}`), size)
    expect(lines.map((line) => line.length)).toEqual([1, long.length, 1, long.length])
    expect(lines[1] === long && lines[3] === long).toBe(true)
  })

  it.each([1, 3, 100])(
    'counts a line over the limit as dropped and goes on behind it, in chunks of %i bytes',
    (size) => {
      expect(cut(Buffer.from('12345\n123456\n12\n1234567'), size, 5)).toEqual({ lines: ['12345', '12'], dropped: 2 })
    },
  )

  it('hands over a line that lies within one chunk without copying it', () => {
    const chunk = Buffer.from('one\ntwo\nthr')
    const lines: Buffer[] = []
    const splitter = new LineSplitter(
      100,
      (line) => lines.push(line),
      () => {},
    )
    splitter.write(chunk)
    expect(lines.map((line) => line.buffer === chunk.buffer)).toEqual([true, true])
  })

  it('joins short lines in memory that it uses again', () => {
    const lines: Buffer[] = []
    const splitter = new LineSplitter(
      1_000_000,
      (line) => lines.push(line),
      () => {},
    )
    for (const chunk of ['a', 'b\nc', 'd\n', 'e'.repeat(200_000), '\nf', '\n']) splitter.write(Buffer.from(chunk))
    expect(lines.map((line) => line.length)).toEqual([2, 2, 200_000, 1])
    expect(lines.map((line) => line.buffer === lines[0]?.buffer)).toEqual([true, true, false, true])
  })
})
