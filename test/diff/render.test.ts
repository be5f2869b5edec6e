import { renderDiff } from '../../src/diff/render.js'
import { aFileDiff, aHunk } from './builders.js'

const headerOf = (overrides: Parameters<typeof aFileDiff>[0]) => renderDiff([aFileDiff(overrides)]).split('\n')[0]

describe('renderDiff', () => {
  it('numbers added and context lines by the new file and removed lines by the old one, in columns', () => {
    const hunk = aHunk([' keep', '-gone', '+come', '+\tmore', ' '], { oldStart: 98, newStart: 8, section: 'class A {' })
    expect(renderDiff([aFileDiff({ hunks: [hunk] })])).toBe(
      [
        '=== src/a.ts (modified, +2 -1)',
        '@@ class A {',
        '  8      keep',
        '     99 -gone',
        '  9     +come',
        ' 10     +\tmore',
        ' 11      ',
        '',
      ].join('\n'),
    )
  })

  it('puts an empty line between files', () => {
    expect(renderDiff([aFileDiff({ path: 'a' }), aFileDiff({ path: 'b' })])).toBe(
      '=== a (modified, +1 -1)\n@@\n  1 -old\n1   +new\n\n=== b (modified, +1 -1)\n@@\n  1 -old\n1   +new\n',
    )
  })

  it.each([
    ['a rename', { status: 'renamed', oldPath: 'b\nc', hunks: [] }, '(renamed from b⟨U+000A⟩c, +0 -0)'],
    ['a mode change', { newMode: '100755', hunks: [] }, '(modified, mode 100644 → 100755, +0 -0)'],
    ['an added executable', { status: 'added', oldMode: '000000', newMode: '100755' }, '(added, executable, +1 -1)'],
    ['an added file', { status: 'added', oldMode: '000000' }, '(added, +1 -1)'],
    ['a deleted symlink', { status: 'deleted', oldMode: '120000', newMode: '000000' }, '(deleted, symlink, +1 -1)'],
    ['a submodule', { oldMode: '160000', newMode: '160000' }, '(modified, submodule, +1 -1)'],
    ['a changed kind', { status: 'type-changed', newMode: '120000' }, '(type-changed from file to symlink, +1 -1)'],
  ] as const)('says %s in the header', (_, overrides, notes) => {
    expect(headerOf(overrides)).toBe(`=== src/a.ts ${notes}`)
  })

  it.each([
    [
      'old',
      ['-a', '+a'],
      { oldMissingNewline: true },
      ['  1 -a', '\\ no newline at the end of the old file', '1   +a'],
    ],
    [
      'new',
      ['-a', '+a'],
      { newMissingNewline: true },
      ['  1 -a', '1   +a', '\\ no newline at the end of the new file'],
    ],
    [
      'both, in context',
      ['+a', ' b'],
      { oldMissingNewline: true, newMissingNewline: true },
      ['1   +a', '2    b', '\\ no newline at the end of the old and the new file'],
    ],
  ] as const)('shows a missing final newline: %s', (_, lines, flags, shown) => {
    expect(
      renderDiff([aFileDiff({ hunks: [aHunk(lines, flags)] })])
        .split('\n')
        .slice(2, -1),
    ).toEqual(shown)
  })

  it('says CRLF once when all lines have it, the unfinished last one aside', () => {
    const hunk = aHunk([' a\r', '-b\r', '+c'], { newMissingNewline: true })
    const text = renderDiff([aFileDiff({ hunks: [hunk] })])
    expect(text).toContain('(modified, CRLF line ends, +1 -1)')
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
      '=== a⟨U+202E⟩b (modified, +1 -0)\n@@ f⟨U+200B⟩()\n1   +if (admin⟨U+202E⟩) {⟨U+000D⟩x\n',
    )
  })

  it('lets no content pass for a line of ours', () => {
    const hostile = ['+=== src/b.ts (modified, +0 -0)', '-@@', '+\\ no newline', ' x\u2028=== y', '+a\r=== z']
    const lines = renderDiff([aFileDiff({ hunks: [aHunk(hostile)] })]).split(/[\n\r\u2028\u2029\u0085]/)
    expect(lines.slice(2, -1).filter((line) => !/^ *\d+ +[-+ ]/.test(line))).toEqual([])
    expect(lines).toHaveLength(hostile.length + 3)
  })

  it('keeps a very long line whole', () => {
    const long = 'x'.repeat(50_000)
    expect(renderDiff([aFileDiff({ hunks: [aHunk([`+${long}`])] })])).toContain(`+${long}\n`)
  })
})
