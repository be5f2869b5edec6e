import fc from 'fast-check'
import { renderDiff } from '../../src/diff/render.js'
import { type Chunk, chunkDiff, estimateHunkTokens } from '../../src/review/chunk.js'
import { estimateTokens } from '../../src/review/request.js'
import { changedLines, type FileDiff, type Hunk } from '../../src/types/diff.js'
import { aFileDiff, aHunk } from '../diff/builders.js'

/** A hunk that adds so many lines. */
const adding = (count: number, overrides: Partial<Hunk> = {}) =>
  aHunk(
    Array.from({ length: count }, (_, index) => `+line ${index}`),
    overrides,
  )

/** A file with hunks that add so many lines each. */
const file = (path: string, ...counts: readonly number[]) =>
  aFileDiff({ path, hunks: counts.map((count, index) => adding(count, { newStart: 1 + index * 1_000 })) })

const pathsOf = (chunks: readonly Chunk[]) => chunks.map((chunk) => chunk.files.map(({ path }) => path))
const planOf = (...files: readonly FileDiff[]) => chunkDiff(files, { changedLines: 100 })

describe('chunkDiff', () => {
  it('is one chunk with the very files where everything fits', () => {
    const files = [file('b.ts', 10, 20), file('a/c.ts', 30), file('a/d.md')]
    const { chunks, tooLarge } = planOf(...files)
    expect(chunks).toHaveLength(1)
    expect(new Set(chunks[0]?.files)).toEqual(new Set(files))
    expect(chunks[0]?.files.every((one) => files.includes(one))).toBe(true)
    expect(chunks[0]?.changedLines).toBe(60)
    expect(tooLarge).toEqual([])
  })

  it('is no chunk for no files', () => {
    expect(planOf()).toEqual({ chunks: [], tooLarge: [] })
  })

  it.each([
    ['src/a/x.ts', 'test/a/x.test.ts'],
    ['src/main/java/shop/Order.java', 'src/test/java/shop/OrderTest.java'],
    ['shop/order.py', 'tests/test_order.py'],
    ['lib/shop/order.rb', 'spec/shop/order_spec.rb'],
    ['shop/order.go', 'shop/order_test.go'],
    ['web/Order.tsx', 'web/__tests__/Order.tsx'],
    ['include/order.h', 'include/order.cc'],
  ])('keeps %s and %s together', (source, other) => {
    const noise = Array.from({ length: 8 }, (_, index) => file(`m${index}/n.ts`, 30))
    const { chunks } = planOf(file('zz.ts', 70), file(other, 45), ...noise, file(source, 45), file('b/other.ts', 60))
    expect(chunks.filter((chunk) => chunk.files.some(({ path }) => path === source || path === other))).toHaveLength(1)
  })

  it('keeps a directory together', () => {
    const { chunks } = planOf(file('a/1.ts', 70), file('b/1.ts', 40), file('b/2.ts', 10), file('b/3.ts', 40))
    expect(pathsOf(chunks)).toEqual([['a/1.ts'], ['b/1.ts', 'b/2.ts', 'b/3.ts']])
  })

  it('fills up what an earlier chunk has left', () => {
    const { chunks } = planOf(file('a/1.ts', 70), file('b/1.ts', 90), file('c/1.ts', 30))
    expect(pathsOf(chunks)).toEqual([['a/1.ts', 'c/1.ts'], ['b/1.ts']])
  })

  it('spreads only a file that no chunk can hold, in order, with the counts of its parts', () => {
    const long = file('a.ts', 60, 30, 60, 20)
    const { chunks } = planOf(long, file('b.ts', 70))
    expect(chunks.map((chunk) => chunk.files.map((part) => [part.path, part.hunks.length, part.added]))).toEqual([
      [['a.ts', 2, 90]],
      [['a.ts', 2, 80]],
      [['b.ts', 1, 70]],
    ])
    expect(chunks.flatMap((chunk) => chunk.files.flatMap(({ hunks }) => hunks)).slice(0, 4)).toEqual(long.hunks)
  })

  it('gives a hunk over the limits a chunk of its own', () => {
    const { chunks } = planOf(file('a.ts', 10, 500, 10), file('b.ts', 5))
    expect(chunks.map((chunk) => chunk.changedLines)).toEqual([10, 500, 15])
  })

  it('sets aside what no request can hold, and keeps the rest of the file', () => {
    const both = file('a.ts', 10, 500)
    const { chunks, tooLarge } = chunkDiff([both, file('b.ts', 600)], { requestTokens: 1_000 })
    expect(chunks.map((chunk) => chunk.files)).toEqual([[{ ...both, hunks: both.hunks.slice(0, 1), added: 10 }]])
    expect(tooLarge.map((one) => [one.path, one.added, one.hunks.length])).toEqual([
      ['a.ts', 500, 1],
      ['b.ts', 600, 1],
    ])
  })

  it('makes no empty chunk of a change that no request can hold', () => {
    expect(chunkDiff([file('b.ts', 600)], { requestTokens: 1_000 }).chunks).toEqual([])
  })

  it('fills the chunks of an ordinary change to more than three quarters', () => {
    const files = Array.from({ length: 400 }, (_, index) =>
      file(`d${index % 37}/f${index}.ts`, 1 + ((index * 7919) % 60)),
    )
    const { chunks } = planOf(...files)
    expect(changedLines(files) / (chunks.length * 100)).toBeGreaterThan(0.75)
  })
})

describe('any change, chunked', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '0', ' ', 'é', '漢', '😀', '\t', '{'), maxLength: 60 })
  const line = fc.tuple(fc.constantFrom('+', '-', ' '), text).map(([sign, rest]) => sign + rest)
  const hunk = fc
    .record({
      lines: fc.array(line, { minLength: 1, maxLength: 30 }),
      start: fc.integer({ min: 1, max: 9_999_990 }),
      section: fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
      oldMissingNewline: fc.boolean(),
      newMissingNewline: fc.boolean(),
    })
    .map(({ lines, start, ...rest }) => aHunk(lines, { oldStart: start, newStart: start, ...rest }))
  const path = fc
    .tuple(
      fc.constantFrom('', 'src/', 'test/', 'src/a/', 'test/a/', 'pkg/b/'),
      fc.constantFrom('x', 'y', 'z', 'w', 'v'),
    )
    .chain(([folder, stem]) =>
      fc.constantFrom('.ts', '.test.ts', '_test.go', 'Test.java', '.md').map((end) => folder + stem + end),
    )
  const anyFile = fc
    .record({
      path,
      hunks: fc.array(hunk, { maxLength: 6 }),
      status: fc.constantFrom('modified', 'added', 'deleted', 'renamed', 'type-changed'),
      oldPath: fc.option(fc.constant('old/path.ts'), { nil: undefined }),
      newMode: fc.constantFrom('100644', '100755', '120000', '160000'),
    })
    .map((overrides) => aFileDiff(overrides))
  const files = fc.uniqueArray(anyFile, { maxLength: 30, selector: (one) => one.path })
  const limits = fc.record({
    changedLines: fc.integer({ min: 1, max: 60 }),
    tokens: fc.integer({ min: 200, max: 2_000 }),
    requestTokens: fc.integer({ min: 400, max: 3_000 }),
  })

  const hunksIn = (some: readonly FileDiff[]) => some.flatMap(({ hunks }) => hunks)

  it('has every hunk in one place and whole, and every file without hunks once', () => {
    fc.assert(
      fc.property(files, limits, (change, some) => {
        const { chunks, tooLarge } = chunkDiff(change, some)
        const placed = [...hunksIn(chunks.flatMap((chunk) => chunk.files)), ...hunksIn(tooLarge)]
        expect(placed).toHaveLength(hunksIn(change).length)
        // The very objects, not equal ones.
        expect(new Set(placed).size).toBe(placed.length)
        const known = new Set(hunksIn(change))
        expect(placed.every((one) => known.has(one))).toBe(true)
        const bare = chunks.flatMap((chunk) => chunk.files).filter((one) => one.hunks.length === 0)
        expect(new Set(bare)).toEqual(new Set(change.filter((one) => one.hunks.length === 0)))
        expect(new Set(bare).size).toBe(bare.length)
      }),
    )
  })

  it('loses no line', () => {
    fc.assert(
      fc.property(files, limits, (change, some) => {
        const { chunks, tooLarge } = chunkDiff(change, some)
        const sum = chunks.reduce((total, chunk) => total + chunk.changedLines, 0)
        expect(sum + changedLines(tooLarge)).toBe(changedLines(change))
        for (const chunk of chunks) expect(changedLines(chunk.files)).toBe(chunk.changedLines)
      }),
    )
  })

  it('keeps the limits but for a chunk of one hunk, and never holds what a request cannot', () => {
    fc.assert(
      fc.property(files, limits, (change, some) => {
        for (const { files: held, changedLines: lines, tokens } of chunkDiff(change, some).chunks) {
          expect(held.length).toBeGreaterThan(0)
          if (hunksIn(held).length + held.filter((one) => one.hunks.length === 0).length === 1) continue
          expect(lines).toBeLessThanOrEqual(some.changedLines)
          expect(tokens).toBeLessThanOrEqual(some.tokens)
        }
        for (const one of hunksIn(chunkDiff(change, some).chunks.flatMap((chunk) => chunk.files)))
          expect(estimateHunkTokens(one)).toBeLessThanOrEqual(some.requestTokens)
      }),
    )
  })

  it('keeps the order of the hunks of a file', () => {
    fc.assert(
      fc.property(files, limits, (change, some) => {
        const parts = chunkDiff(change, some).chunks.flatMap((chunk) => chunk.files)
        for (const one of change) {
          const order = hunksIn(parts.filter((part) => part.path === one.path)).map((each) => one.hunks.indexOf(each))
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
      }),
    )
  })

  it('spreads no file that a chunk can hold, and is one chunk where that holds everything', () => {
    fc.assert(
      fc.property(files, limits, (change, some) => {
        const alone = (one: FileDiff) => chunkDiff([one], { ...some, requestTokens: some.tokens }).chunks.length <= 1
        const { chunks } = chunkDiff(change, { ...some, requestTokens: some.tokens })
        for (const one of change.filter(alone))
          expect(chunks.filter((chunk) => chunk.files.some(({ path: held }) => held === one.path)).length).toBeLessThan(
            2,
          )
        const roomy = chunkDiff(change, { changedLines: changedLines(change), tokens: 1e6, requestTokens: 1e6 })
        expect(roomy.chunks).toHaveLength(Math.min(1, change.length))
      }),
    )
  })

  it('does not depend on the order of the files', () => {
    const shuffled = files.chain((change) =>
      fc.shuffledSubarray([...change], { minLength: change.length }).map((other) => [change, other] as const),
    )
    fc.assert(
      fc.property(shuffled, limits, ([change, other], some) => {
        expect(chunkDiff(other, some)).toEqual(chunkDiff(change, some))
      }),
    )
  })

  it('costs no more than it says', () => {
    fc.assert(
      fc.property(files, limits, (change, some) => {
        for (const chunk of chunkDiff(change, some).chunks)
          expect(estimateTokens(renderDiff(chunk.files))).toBeLessThanOrEqual(chunk.tokens)
      }),
    )
  })
})
