import fc from 'fast-check'
import type { LineMap } from '../../src/diff/line-map.js'
import { lineMap } from '../../src/diff/line-map.js'
import { type Increment, planIncrement } from '../../src/history/increment.js'
import type { FileDiff, Hunk } from '../../src/types/diff.js'
import type { Finding } from '../../src/types/finding.js'
import { aFileDiff, aHunk } from '../diff/builders.js'
import { aFinding } from '../support/builders.js'
import { aCompletedReview, asRecorded } from './builders.js'

const nowhereElse: LineMap = (path, line) => ({ path, line })

interface States {
  readonly before: readonly FileDiff[]
  readonly now: readonly FileDiff[]
  readonly findings?: readonly Finding[]
  readonly moved?: LineMap
  /** Hunks of before that the reviewer left out. */
  readonly unreviewed?: readonly Hunk[]
}

function plan({ before, now, findings = [], moved = nowhereElse, unreviewed = [] }: States): Increment {
  const covered = new Set(before.flatMap(({ hunks }) => hunks.filter((hunk) => !unreviewed.includes(hunk))))
  const reviews = [asRecorded(aCompletedReview({ findings, covered }), before)]
  return planIncrement({ before, now, moved, reviews })
}

/** The changed lines that are sent, with their signs. */
function sent({ send }: Increment): readonly string[] {
  return send.flatMap(({ hunks }) =>
    hunks.flatMap(({ lines }) =>
      lines.flatMap(({ kind, text }) => (kind === 'context' ? [] : [`${kind === 'added' ? '+' : '-'}${text}`])),
    ),
  )
}

const titles = ({ carried }: Increment) => carried.flatMap(({ findings }) => findings.map(({ title }) => title))
const at = (start: number, ...lines: readonly string[]) => aHunk(lines, { oldStart: start, newStart: start })
const file = (path: string, ...hunks: readonly Hunk[]) => aFileDiff({ path, hunks })
const finding = (path: string, line: number, overrides: Partial<Finding> = {}) =>
  aFinding({
    path,
    startLine: line,
    endLine: line,
    quote: `line ${line} of ${path}`,
    title: `${path}:${line}`,
    ...overrides,
  })
const proof = (path: string, startLine: number) => ({ path, startLine, quote: `line ${startLine} of ${path}` })

describe('a hunk of a change that was reviewed before', () => {
  it('is kept at other lines, and its findings move with it', () => {
    const hunk = ['+one', ' two']
    const before = [file('a.ts', aHunk(hunk, { oldStart: 20, newStart: 20 }))]
    const above = aHunk(['+new', '+newer'], { oldStart: 0, newStart: 1 })
    const now = [file('a.ts', above, aHunk(hunk, { oldStart: 20, newStart: 22 }))]
    const moved = lineMap([file('a.ts', above)])
    const increment = plan({ before, now, moved, findings: [finding('a.ts', 20)] })
    expect(sent(increment)).toEqual(['+new', '+newer'])
    expect(increment.carried[0]?.findings).toMatchObject([{ startLine: 22, endLine: 22 }])
    expect([...(increment.carried[0]?.covered ?? [])]).toEqual([now[0]?.hunks[1]])
  })

  it('is sent when only its context changed', () => {
    const before = [file('a.ts', at(1, ' before', '+one'))]
    const now = [file('a.ts', at(1, ' after', '+one'))]
    expect(sent(plan({ before, now }))).toEqual(['+one'])
  })

  it.each<[string, Partial<Hunk>]>([
    ['the end of line at its end was taken away', { newMissingNewline: true }],
    ['it stands at other lines of the base, which says that it is another', { oldStart: 30 }],
  ])('is sent when %s', (_what, overrides) => {
    const before = [file('a.ts', at(1, '-old', '+one'))]
    const now = [file('a.ts', aHunk(['-old', '+one'], overrides))]
    expect(sent(plan({ before, now }))).toEqual(['-old', '+one'])
  })

  it('is told from one with the same text by the lines of the base, and paired once', () => {
    const before = [file('a.ts', at(10, '+twin'), at(50, '+twin'))]
    const now = [file('a.ts', aHunk(['+twin'], { oldStart: 50, newStart: 49 }), at(90, '+twin'))]
    const moved = lineMap([file('a.ts', aHunk(['-twin'], { oldStart: 10, newStart: 9, newLines: 0 }))])
    const findings = [finding('a.ts', 10), finding('a.ts', 50)]
    const increment = plan({ before, now, moved, findings })
    expect(increment.send).toMatchObject([{ added: 1, removed: 0, hunks: [{ newStart: 90 }] }])
    expect(titles(increment)).toEqual(['a.ts:50'])
  })

  it('is sent where the record says that it was not attested', () => {
    const [first, second] = [at(1, '+one'), at(30, '+two')]
    const before = [file('a.ts', first, second)]
    const now = [file('a.ts', at(1, '+one'), at(30, '+two'))]
    expect(sent(plan({ before, now, unreviewed: [second] }))).toEqual(['+two'])
  })

  it('is sent where one of two reviewers did not attest it', () => {
    const [first, second] = [at(1, '+one'), at(30, '+two')]
    const before = [file('a.ts', first, second)]
    const all = asRecorded(aCompletedReview({ covered: new Set([first, second]) }), before)
    const one = asRecorded(aCompletedReview({ covered: new Set([first]) }), before)
    const increment = planIncrement({ before, now: before, moved: nowhereElse, reviews: [all, one] })
    expect(sent(increment)).toEqual(['+two'])
    expect(increment.carried.map(({ covered }) => [...covered])).toEqual([[first], [first]])
  })

  it.each<[string, Partial<FileDiff>]>([
    ['was renamed', { path: 'b.ts', oldPath: 'a.ts', status: 'renamed' }],
    ['was renamed from elsewhere', { oldPath: 'z.ts', status: 'renamed' }],
    ['may be run now', { newMode: '100755' }],
    ['had other content at the base', { oldBlob: '9'.repeat(40) }],
  ])('is sent with all of its file when that %s', (_what, overrides) => {
    const hunks = [at(1, '+one'), at(30, '+two')]
    const now = [aFileDiff({ path: 'a.ts', hunks, ...overrides })]
    const increment = plan({ before: [file('a.ts', ...hunks)], now, findings: [finding('a.ts', 1)] })
    expect(sent(increment)).toEqual(['+one', '+two'])
    expect(titles(increment)).toEqual([])
  })

  it('is as good as none where its file has no lines: such a file is sent when it is new or another', () => {
    const empty = (overrides: Partial<FileDiff>) => aFileDiff({ hunks: [], newMode: '100755', ...overrides })
    const before = [empty({ path: 'same' }), empty({ path: 'other' })]
    const now = [empty({ path: 'same' }), empty({ path: 'other', newBlob: '9'.repeat(40) }), empty({ path: 'new' })]
    expect(plan({ before, now }).send.map(({ path }) => path)).toEqual(['other', 'new'])
  })
})

describe('a hunk that uses a name', () => {
  const user = at(1, '+const sum = total(cart)')
  const apart = at(40, '+const rest = 1')

  it.each<[string, string, string]>([
    ['declared in a hunk that changed', '+export function total(a) {', '+export function total(a, b) {'],
    ['declared in a hunk whose body changed', '+export function total(a) { 1 }', '+export function total(a) { 2 }'],
    ['declared in a hunk that is gone', '+export function total(a) {', '+export const other = 1'],
  ])('is sent when the name is exported and %s', (_what, then, now) => {
    const other = file('a.ts', user, apart)
    const increment = plan({ before: [other, file('b.ts', at(1, then))], now: [other, file('b.ts', at(1, now))] })
    expect(sent(increment)).toEqual(['+const sum = total(cart)', now])
  })

  it('is sent when the file that declared it is no part of the change any more', () => {
    const other = file('a.ts', user, apart)
    const before = [other, file('b.ts', at(1, '+export function total(a) {'))]
    expect(sent(plan({ before, now: [other] }))).toEqual(['+const sum = total(cart)'])
  })

  it('is sent in the same file only when the name is not exported', () => {
    const local = (argument: string) => at(20, `+function total(${argument}) {`)
    const elsewhere = file('c.ts', at(1, '+const sum = total(cart)'))
    const before = [file('a.ts', user, local('a'), apart), elsewhere]
    const now = [file('a.ts', user, local('b'), apart), elsewhere]
    expect(sent(plan({ before, now }))).toEqual(['+const sum = total(cart)', '+function total(b) {'])
  })

  it('is kept where the name is new in another file: it cannot have meant it when it was reviewed', () => {
    const other = file('a.ts', user, apart)
    const added = '+export function total(order: Order) {'
    expect(sent(plan({ before: [other], now: [other, file('b.ts', at(1, added))] }))).toEqual([added])
  })

  it('is kept where the hunk that declares it changed, but not what it declares', () => {
    const other = file('a.ts', user, apart)
    const declared = (rest: string) => file('b.ts', at(1, '+export function total(a) {', '+}', rest))
    const rest = '+export const other = 2'
    const increment = plan({ before: [other, declared('+export const other = 1')], now: [other, declared(rest)] })
    expect(sent(increment)).toEqual(['+export function total(a) {', '+}', rest])
  })

  it.each([
    [
      'a.go',
      '+func (s *Server) Total(a int) int {',
      '+func (s *Server) Total(a, b int) int {',
      '+x := server.Total(1)',
    ],
    ['a.rb', '+  def total?(order)', '+  def total?(order, all)', '+return if total?(order)'],
    ['a.rb', '+class Shop::Order', '+class Shop::Order < Base', '+Shop::Order.new'],
  ])('is found in %s: %s', (path, then, declaration, use) => {
    const other = file(`x/${path}`, at(1, use))
    const increment = plan({
      before: [other, file(path, at(1, then))],
      now: [other, file(path, at(1, declaration))],
    })
    expect(sent(increment)).toEqual([use, declaration])
  })

  it('is kept when the name is only part of a word, or stands beside what changed', () => {
    const other = file('a.ts', at(1, '+const subtotal = totals'), at(20, ' total()', '+x'))
    const declaration = '+export function total(a) {'
    expect(sent(plan({ before: [other], now: [other, file('b.ts', at(1, declaration))] }))).toEqual([declaration])
  })

  it('is sent with everything else where more is declared than anybody can follow', () => {
    const many = Array.from({ length: 2_001 }, (_, index) => `+export const x${index} = 1`)
    const other = file('a.ts', user)
    expect(sent(plan({ before: [other], now: [other, file('b.ts', at(1, ...many))] }))).toHaveLength(2_002)
  })
})

describe('a finding of the earlier review', () => {
  const [own, changing] = [at(10, '+own'), at(40, '+then')]
  const before = [file('a.ts', own), file('b.ts', changing)]
  const now = [file('a.ts', own), file('b.ts', at(40, '+now'))]

  it('is carried where nothing that it rests on changed', () => {
    const findings = [finding('a.ts', 10), finding('b.ts', 40)]
    const increment = plan({ before, now, findings })
    expect(sent(increment)).toEqual(['+now'])
    expect(titles(increment)).toEqual(['a.ts:10'])
  })

  it('takes its hunk with it when its proof lies in a hunk that changed', () => {
    const increment = plan({ before, now, findings: [finding('a.ts', 10, { related: [proof('b.ts', 40)] })] })
    expect(sent(increment)).toEqual(['+own', '+now'])
    expect(titles(increment)).toEqual([])
  })

  it('takes its hunk with it when its proof lay in untouched code that the change touches now', () => {
    const touched = [...now, file('c.ts', at(7, '+fixed'))]
    const increment = plan({ before, now: touched, findings: [finding('a.ts', 10, { related: [proof('c.ts', 7)] })] })
    expect(sent(increment)).toEqual(['+own', '+now', '+fixed'])
    expect(titles(increment)).toEqual([])
  })

  it('moves its proof along', () => {
    const related = [proof('c.ts', 7)]
    const moved: LineMap = (path, line) => (path === 'c.ts' ? { path: 'd.ts', line: line + 3 } : { path, line })
    const increment = plan({ before, now: before, moved, findings: [finding('a.ts', 10, { related })] })
    expect(increment.carried[0]?.findings[0]?.related).toEqual([{ ...related[0], path: 'd.ts', startLine: 10 }])
  })

  it('in code that the change did not touch is carried until the change touches it', () => {
    const findings = [finding('c.ts', 7)]
    expect(titles(plan({ before, now, findings }))).toEqual(['c.ts:7'])
    expect(titles(plan({ before, now: [...now, file('c.ts', at(7, '+fixed'))], findings }))).toEqual([])
  })

  it('in code that the change did not touch goes when what it rests on is looked at again', () => {
    const findings = [finding('c.ts', 7, { related: [proof('b.ts', 40)] })]
    expect(titles(plan({ before, now, findings }))).toEqual([])
  })

  it('over two hunks goes with either, and both are sent', () => {
    const wide = [file('a.ts', at(10, '+one'), at(30, '+two'), at(50, '+three'))]
    const findings = [finding('a.ts', 10, { endLine: 30 }), finding('a.ts', 50)]
    const increment = plan({
      before: wide,
      now: [file('a.ts', at(10, '+one'), at(30, '+2'), at(50, '+three'))],
      findings,
    })
    expect(sent(increment)).toEqual(['+one', '+2'])
    expect(titles(increment)).toEqual(['a.ts:50'])
  })

  it('takes others with it that share a hunk', () => {
    const wide = [file('a.ts', at(10, '+one'), at(30, '+two'), at(50, '+three'), at(70, '+four'))]
    const changed = [file('a.ts', at(10, '+1'), at(30, '+two'), at(50, '+three'), at(70, '+four'))]
    const findings = [finding('a.ts', 30, { endLine: 50 }), finding('a.ts', 10, { endLine: 30 }), finding('a.ts', 70)]
    const increment = plan({ before: wide, now: changed, findings })
    expect(sent(increment)).toEqual(['+1', '+two', '+three'])
    expect(titles(increment)).toEqual(['a.ts:70'])
  })

  it('with miscounted lines is where its quote stands', () => {
    const before = [file('a.ts', at(10, '+one'), at(30, '+  loseMoney(order)'))]
    const now = [file('a.ts', at(10, '+1'), at(30, '+  loseMoney(order)'))]
    const findings = [finding('a.ts', 10, { quote: 'loseMoney(order)' })]
    const increment = plan({ before, now, findings })
    // It cannot be told which of the two it is about, so that both are looked at again.
    expect(sent(increment)).toEqual(['+1', '+  loseMoney(order)'])
    expect(titles(increment)).toEqual([])
  })

  it('on the old side stays at its lines, under either name of the file', () => {
    const renamed = [
      aFileDiff({ path: 'b.ts', oldPath: 'a.ts', status: 'renamed', hunks: [at(5, '-gone'), at(30, '-x')] }),
    ]
    const changed = [
      aFileDiff({ path: 'b.ts', oldPath: 'a.ts', status: 'renamed', hunks: [at(5, '-gone'), at(30, '-y')] }),
    ]
    const findings = ['a.ts', 'b.ts'].flatMap((path) => [
      finding(path, 5, { side: 'old' }),
      finding(path, 30, { side: 'old' }),
    ])
    const increment = plan({ before: renamed, now: changed, findings, moved: (path) => ({ path, line: 99 }) })
    expect(increment.carried[0]?.findings).toMatchObject([
      { path: 'a.ts', startLine: 5 },
      { path: 'b.ts', startLine: 5 },
    ])
  })
})

describe('an increment of any change', () => {
  const word = fc.constantFrom('alpha', 'beta(1)', 'export const gamma = 1', 'function delta() {', '}', '')
  const signed = fc.tuple(fc.constantFrom('+', '-', ' '), word).map(([sign, rest]) => `${sign}${rest}`)
  const hunks = fc
    .array(fc.array(signed, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
    .map((all) =>
      all.map((lines, index) => aHunk(['+x', ...lines], { oldStart: 1 + index * 20, newStart: 1 + index * 20 })),
    )
  const files = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a.ts', 'b.ts', 'c.go', 'd.py'), hunks), { selector: ([path]) => path })
    .map((all) => all.map(([path, its]) => file(path, ...its)))
  const findings = fc.array(
    fc.record({ path: fc.constantFrom('a.ts', 'b.ts', 'z.ts'), line: fc.nat(120), more: fc.nat(30), to: fc.nat(120) }),
    { maxLength: 6 },
  )
  const toFindings = (drawn: readonly { path: string; line: number; more: number; to: number }[]) =>
    drawn.map(({ path, line, more, to }) => finding(path, line, { endLine: line + more, related: [proof('b.ts', to)] }))

  it('is kept or sent, each hunk once, and no finding is lost whose hunk is not sent', () => {
    fc.assert(
      fc.property(files, files, findings, (before, now, drawn) => {
        const all = toFindings(drawn)
        const { send, carried } = plan({ before, now, findings: all })
        const covered = [...(carried[0]?.covered ?? [])]
        const both = [...covered, ...send.flatMap((one) => one.hunks)]
        const hunksOfNow = now.flatMap((one) => one.hunks)
        expect(both).toHaveLength(hunksOfNow.length)
        expect(new Set(both)).toEqual(new Set(hunksOfNow))
        const still = new Set(carried[0]?.findings.map(({ path, startLine }) => `${path}:${startLine}`))
        for (const { path, startLine, endLine } of all) {
          if (still.has(`${path}:${startLine}`)) continue
          const there = covered.filter((hunk) => now.some((one) => one.path === path && one.hunks.includes(hunk)))
          const shown = there.filter((hunk) => hunk.newStart <= endLine && hunk.newStart + hunk.newLines > startLine)
          expect(shown).toEqual([])
        }
      }),
    )
  })

  it('is nothing where nothing changed and no name does', () => {
    fc.assert(
      fc.property(files, findings, (before, drawn) => {
        const all = toFindings(drawn)
        const { send, carried } = plan({ before, now: before, findings: all })
        expect(send).toEqual([])
        expect(carried[0]?.findings).toEqual(all)
      }),
    )
  })

  it('is every hunk whose text changed', () => {
    fc.assert(
      fc.property(files, fc.nat(), (before, drawn) => {
        const places = before.flatMap((one, index) => one.hunks.map((_, at) => [index, at] as const))
        const chosen = places[drawn % Math.max(1, places.length)]
        if (chosen === undefined) return
        const now = before.map((one, index) =>
          index === chosen[0]
            ? file(one.path, ...one.hunks.map((hunk, place) => (place === chosen[1] ? other(hunk) : hunk)))
            : one,
        )
        expect(sent(plan({ before, now }))).toContain('+something else')
      }),
    )
  })
})

function other({ oldStart, newStart }: Hunk): Hunk {
  return aHunk(['+something else'], { oldStart, newStart })
}
