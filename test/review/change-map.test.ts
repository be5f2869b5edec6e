import fc from 'fast-check'
import type { ChangedSymbol } from '../../src/diff/signatures.js'
import { drawChangeMap } from '../../src/review/change-map.js'
import { type Chunk, chunkDiff } from '../../src/review/chunk.js'
import type { FileDiff } from '../../src/types/diff.js'
import { aFileDiff, aHunk } from '../diff/builders.js'

const chunkOf = (...files: readonly FileDiff[]): Chunk => ({ files, changedLines: 0, tokens: 0 })

const file = (path: string, lines: readonly string[] = ['+new', '-old']) => aFileDiff({ path, hunks: [aHunk(lines)] })

const changed = (path: string, name: string): ChangedSymbol => ({
  path,
  name,
  change: 'changed',
  before: `export function ${name}()`,
  after: `export function ${name}(more)`,
})

const bytes = (text: string) => Buffer.byteLength(text)

/** So many files in directories of ten, two levels deep. */
const manyFiles = (count: number) =>
  Array.from({ length: count }, (_, index) => file(`src/part-${index % 7}/d${Math.floor(index / 70)}/file-${index}.ts`))

describe('the map of a small change', () => {
  const files = [
    file('src/auth/login.ts', ['+a', '+b', '-c']),
    aFileDiff({ path: 'src/auth/session.ts', status: 'added', hunks: [aHunk(['+a'])] }),
    aFileDiff({ path: 'b.ts', oldPath: 'a.ts', status: 'renamed', hunks: [] }),
    aFileDiff({ path: 'docs/x\ny.md', status: 'deleted', hunks: [aHunk(['-a'])] }),
  ]
  const listing = [
    'b.ts renamed from a.ts',
    'docs/x⟨U+000A⟩y.md deleted -1',
    'src/auth/',
    ' login.ts +2 -1',
    ' session.ts added +1',
  ].join('\n')

  it('names every file under its directory, in path order, for every chunk', () => {
    const map = drawChangeMap([...files].reverse(), [])
    expect(map.whole).toBe(listing)
    expect(chunkDiff(files).chunks.map((chunk) => map.forChunk(chunk))).toEqual([listing])
  })

  it('has the signatures under their paths, with what cannot be seen shown', () => {
    const symbols: readonly ChangedSymbol[] = [
      { path: 'src/z.ts', name: 'b', change: 'removed', before: 'export const b\u202e = 1' },
      changed('src/auth/login.ts', 'login'),
      { path: 'src/z.ts', name: 'c', change: 'added', after: 'export const c = 1' },
    ]
    const signatures = [
      'src/auth/login.ts',
      '- export function login()',
      '+ export function login(more)',
      'src/z.ts',
      '- export const b⟨U+202E⟩ = 1',
      '+ export const c = 1',
    ].join('\n')
    const map = drawChangeMap(files, symbols)
    expect(map.whole).toBe(`${listing}\n\n${signatures}`)
    expect(map.forChunk(chunkOf(file('other.ts')))).toBe(map.whole)
  })

  it('does not repeat to a chunk the signatures of files that it holds whole', () => {
    const two = aFileDiff({ path: 'two.ts', hunks: [aHunk(['+a']), aHunk(['+b'])] })
    const map = drawChangeMap([file('one.ts'), two], [changed('one.ts', 'one'), changed('two.ts', 'two')])
    const part = { ...two, hunks: two.hunks.slice(0, 1) }
    expect(map.forChunk(chunkOf(file('one.ts'), two))).not.toContain('export')
    expect(map.forChunk(chunkOf(file('one.ts'), part))).toContain('- export function two()')
    expect(map.forChunk(chunkOf(file('one.ts'), part))).not.toContain('function one()')
  })
})

describe('the map of a large change', () => {
  const files = manyFiles(2_000)
  const map = drawChangeMap(files, [])
  const chunk = chunkOf(...files.slice(0, 3))

  it('sums up the directories, and names the files beside those of the chunk', () => {
    const text = map.forChunk(chunk)
    expect(bytes(text)).toBeLessThanOrEqual(4_096)
    expect(text).toContain('src/part-0/ 286 files +286 -286\n')
    expect(text).toContain('src/part-0/d0/\n file-14.ts +1 -1\n')
    expect(text).toContain('src/part-2/d0/\n file-23.ts +1 -1\n')
    // It stands in the chunk's own diff.
    expect(text).not.toMatch(/ file-[012]\.ts/)
  })

  it('begins beside the chunk, and says how many it left out', () => {
    const flat = Array.from({ length: 1_000 }, (_, index) => file(`src/file-${String(index).padStart(4, '0')}.ts`))
    const text = drawChangeMap(flat, []).forChunk(chunkOf(...flat.slice(500, 503)))
    expect(text).toContain('src/ 1000 files +1000 -1000\n\nsrc/\n file-0503.ts +1 -1\n')
    const shown = text.match(/ file-\d+/g)?.length ?? 0
    expect(shown).toBeGreaterThan(50)
    expect(text).toContain(`… ${997 - shown} more files beside these`)
  })

  it('is folded as a whole, too, and says how many directories were left out', () => {
    const whole = drawChangeMap(files, [], { files: 4_096, signatures: 4_096, whole: 2_000 }).whole
    expect(bytes(whole)).toBeLessThanOrEqual(2_000)
    expect(whole).toContain('src/part-6/ 285 files +285 -285')
    const scattered = Array.from({ length: 500 }, (_, index) => file(`top-${index}/x.ts`))
    const cut = drawChangeMap(scattered, [], { files: 4_096, signatures: 4_096, whole: 1_000 }).whole
    expect(bytes(cut)).toBeLessThanOrEqual(1_000)
    const shown = cut.match(/top-/g)?.length ?? 0
    expect(cut).toContain(`… ${500 - shown} more directories`)
  })

  it('sums up what lies right in a directory apart from what lies deeper, and the top as ./', () => {
    const mixed = [...files, file('a.ts'), file('b.ts'), file('src/c.ts'), file('src/d.ts')]
    expect(drawChangeMap(mixed, []).forChunk(chunk)).toMatch(
      /^\.\/ 2 files \+2 -2\nsrc\/ 2 files \+2 -2\nsrc\/part-0\/ 286/,
    )
  })

  it('prefers the signatures whose names the chunk uses', () => {
    const symbols = Array.from({ length: 500 }, (_, index) => changed(`lib/l${index}.ts`, `symbol${index}`))
    const user = file('src/user.ts', ['+call(symbol77)', ' Server.symbol402()', '-symbol', '+symbol4999'])
    const text = drawChangeMap([user], [...symbols, changed('lib/s.go', 'Server.Serve')]).forChunk(chunkOf(user))
    expect(text.split('\n').filter((line) => line.startsWith('+'))).toEqual([
      '+ export function symbol402(more)',
      '+ export function symbol77(more)',
    ])
    expect(text).toContain('… 499 more changed declarations')
  })

  it('finds a method by its own name and a nameless export by that of its file', () => {
    const filler = Array.from({ length: 500 }, (_, index) => changed(`lib/l${index}.ts`, `symbol${index}`))
    const named = [changed('lib/server.go', 'Server.Serve'), changed('lib/parse.ts', 'default'), changed('a.rb', 'ok?')]
    const user = file('src/user.ts', ['+s.Serve(1)', '+import parse from "x"', '+ok?'])
    const text = drawChangeMap([user], [...filler, ...named]).forChunk(chunkOf(user))
    for (const path of ['lib/server.go', 'lib/parse.ts', 'a.rb']) expect(text).toContain(`\n${path}\n- `)
  })

  it('never takes more than its caps, and says of signatures, too, how many were left out', () => {
    const paths = fc.string({ unit: fc.constantFrom('a', 'b', '/', '漢', '\u202e'), minLength: 1, maxLength: 30 })
    const caps = fc.record({
      files: fc.integer({ min: 200, max: 600 }),
      signatures: fc.integer({ min: 100, max: 600 }),
      whole: fc.integer({ min: 400, max: 900 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(paths, { minLength: 1, maxLength: 60 }), caps, (names, some) => {
        const change = names.map((path) => file(path, ['+f', '-g']))
        const symbols = names.flatMap((path) => [changed(path, 'f'), changed(path, 'g')])
        const drawn = drawChangeMap(change, symbols, some)
        expect(bytes(drawn.whole)).toBeLessThanOrEqual(some.whole)
        const text = drawn.forChunk(chunkOf(...change.slice(0, 2)))
        expect(bytes(text)).toBeLessThanOrEqual(some.files + some.signatures + 2)
        const shown = text.match(/^\+ export/gm)?.length ?? 0
        const of = 2 * (names.length - Math.min(2, names.length))
        if (shown < of) expect(text).toContain(`… ${of - shown} more changed declarations`)
      }),
    )
  })
})
