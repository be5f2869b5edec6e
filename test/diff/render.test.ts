import { renderDiff } from '../../src/diff/render.js'
import { aFileDiff, aHunk } from './builders.js'

const headerOf = (overrides: Parameters<typeof aFileDiff>[0]) => renderDiff([aFileDiff(overrides)]).split('\n')[0]

describe('renderDiff', () => {
  it('numbers added and context lines by the new file and removed lines by the old one', () => {
    const hunk = aHunk([' keep', '-gone', '+come', '+\tmore', ' '], { oldStart: 98, newStart: 8, section: 'class A {' })
    expect(renderDiff([aFileDiff({ hunks: [hunk] })])).toBe(
      ['=== src/a.ts', '@@ class A {', '8  keep', '99 -gone', '9 +come', '10 +\tmore', '11  ', ''].join('\n'),
    )
  })

  it('puts an empty line between files', () => {
    expect(renderDiff([aFileDiff({ path: 'a' }), aFileDiff({ path: 'b' })])).toBe(
      '=== a\n1 -old\n1 +new\n\n=== b\n1 -old\n1 +new\n',
    )
  })

  it('starts each hunk at a line of its own, but for a first one that has no section', () => {
    const hunks = [aHunk(['+a']), aHunk(['+b'], { newStart: 90, section: 'f()' }), aHunk(['+c'], { newStart: 180 })]
    expect(renderDiff([aFileDiff({ hunks })])).toBe('=== src/a.ts\n1 +a\n@@ f()\n90 +b\n@@\n180 +c\n')
  })

  it('tells lines that differ only by their kind apart', () => {
    const shown = renderDiff([aFileDiff({ hunks: [aHunk([' -1', '+-1', '- -1', '+ -1', ' '])] })]).split('\n')
    expect(shown.slice(1, -1)).toEqual(['1  -1', '2 +-1', '2 - -1', '3 + -1', '4  '])
  })

  it('takes the lines of a hunk once, for they are decoded anew each time', () => {
    let asked = 0
    const hunk = aHunk(['-a\r', '+b\r'], { newMissingNewline: true })
    const counting = {
      ...hunk,
      get lines() {
        asked += 1
        return hunk.lines
      },
    }
    const file = aFileDiff({ hunks: [counting] })
    asked = 0
    renderDiff([file])
    expect(asked).toBe(1)
  })

  it.each([
    ['a rename', { status: 'renamed', oldPath: 'b\nc', hunks: [] }, '(renamed from b⟨U+000A⟩c)'],
    ['a mode change', { newMode: '100755', hunks: [] }, '(mode 100644 → 100755)'],
    ['an added executable', { status: 'added', oldMode: '000000', newMode: '100755' }, '(added, executable)'],
    ['an added file', { status: 'added', oldMode: '000000' }, '(added)'],
    ['a deleted symlink', { status: 'deleted', oldMode: '120000', newMode: '000000' }, '(deleted, symlink)'],
    ['a submodule', { oldMode: '160000', newMode: '160000' }, '(submodule)'],
    ['a changed kind', { status: 'type-changed', newMode: '120000' }, '(type-changed from file to symlink)'],
  ] as const)('says %s in the header', (_, overrides, notes) => {
    expect(headerOf(overrides)).toBe(`=== src/a.ts ${notes}`)
  })

  it.each([
    ['old', ['-a', '+a'], { oldMissingNewline: true }, ['1 -a', '\\ no newline at the end of the old file', '1 +a']],
    ['new', ['-a', '+a'], { newMissingNewline: true }, ['1 -a', '1 +a', '\\ no newline at the end of the new file']],
    [
      'both, in context',
      ['+a', ' b'],
      { oldMissingNewline: true, newMissingNewline: true },
      ['1 +a', '2  b', '\\ no newline at the end of the old and the new file'],
    ],
  ] as const)('shows a missing final newline: %s', (_, lines, flags, shown) => {
    expect(
      renderDiff([aFileDiff({ hunks: [aHunk(lines, flags)] })])
        .split('\n')
        .slice(1, -1),
    ).toEqual(shown)
  })

  it('says CRLF once when all lines have it, the unfinished last one aside', () => {
    const hunk = aHunk([' a\r', '-b\r', '+c'], { newMissingNewline: true })
    const text = renderDiff([aFileDiff({ hunks: [hunk] })])
    expect(text).toContain('=== src/a.ts (CRLF line ends)\n')
    expect(text).not.toContain('⟨CR⟩')
  })

  it('marks each CR when line ends differ', () => {
    const text = renderDiff([aFileDiff({ hunks: [aHunk(['-a', '+a\r'])] })])
    expect(text).toContain('-a\n')
    expect(text).toContain('+a⟨CR⟩\n')
    expect(text).not.toContain('CRLF')
  })

  it('shows hidden characters in lines, sections and paths', () => {
    const hunk = aHunk(['+if (admin\u202e) {\rx'], { section: 'f\u200b()' })
    expect(renderDiff([aFileDiff({ path: 'a\u202eb', hunks: [hunk] })])).toBe(
      '=== a⟨U+202E⟩b\n@@ f⟨U+200B⟩()\n1 +if (admin⟨U+202E⟩) {⟨U+000D⟩x\n',
    )
  })

  it('lets no content pass for a line of ours', () => {
    const hostile = ['+=== src/b.ts (modified, +0 -0)', '-@@', '+\\ no newline', ' x\u2028=== y', '+a\r=== z']
    const lines = renderDiff([aFileDiff({ hunks: [aHunk(hostile)] })]).split(/[\n\r\u2028\u2029\u0085]/)
    expect(lines.slice(1, -1).filter((line) => !/^\d+ [-+ ]/.test(line))).toEqual([])
    expect(lines).toHaveLength(hostile.length + 2)
  })

  it('keeps a very long line whole', () => {
    const long = 'x'.repeat(50_000)
    expect(renderDiff([aFileDiff({ hunks: [aHunk([`+${long}`])] })])).toContain(`+${long}\n`)
  })
})
