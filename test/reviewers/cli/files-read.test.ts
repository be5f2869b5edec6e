import { filesRead } from '../../../src/reviewers/cli/files-read.js'

const texts: Readonly<Record<string, string>> = {
  'src/a.ts': 'export const first = 1\n}\nexport const second = 2\n',
  'src/deep/b.ts': 'function beta() {}\n',
  'empty.txt': '',
  'with space.md': '# A heading here\n',
  "it's.md": 'quoted name inside\n',
}
const files = { directory: '/run/snapshot', text: (path: string) => texts[path] }

function read(command: string, output: string): readonly string[] {
  return filesRead({ command, output }, files)
}

describe('filesRead', () => {
  it.each([
    ['cat', `/bin/bash -c 'cat src/a.ts'`, texts['src/a.ts'], ['src/a.ts']],
    ['an unquoted script', `/bin/bash -c ls`, 'src/a.ts', []],
    ['a login shell', `/bin/bash -lc "sed -n '3,3p' src/a.ts"`, 'export const second = 2', ['src/a.ts']],
    [
      'numbered lines of cat -n and nl',
      `/bin/bash -c 'nl -ba src/a.ts'`,
      '     1\texport const first = 1',
      ['src/a.ts'],
    ],
    ['an absolute path', `/bin/bash -c 'cat /run/snapshot/src/a.ts'`, 'export const first = 1', ['src/a.ts']],
    ['cd first', `/bin/bash -c 'cd src/deep && cat b.ts'`, 'function beta() {}', ['src/deep/b.ts']],
    [
      'two files',
      `/bin/bash -c 'cat src/a.ts; cat src/deep/b.ts'`,
      'export const first = 1\n}\nfunction beta() {}',
      ['src/a.ts', 'src/deep/b.ts'],
    ],
    ['a quoted name with a blank', `/bin/bash -c 'cat "with space.md"'`, '# A heading here', ['with space.md']],
    ['a name with an apostrophe', `/bin/bash -c "cat \\"it's.md\\""`, 'quoted name inside', ["it's.md"]],
    ['an empty file', `/bin/bash -c 'cat empty.txt'`, '', ['empty.txt']],
    [
      'rg, from the prefixes of its output',
      `/bin/bash -c 'rg -n beta'`,
      'src/deep/b.ts:1:function beta() {}',
      ['src/deep/b.ts'],
    ],
    ['grep without numbers', `/bin/bash -c 'grep -r beta .'`, './src/deep/b.ts:function beta() {}', ['src/deep/b.ts']],
    ['head of several files', `/bin/bash -c 'head src/*.ts'`, '==> src/a.ts <==\nexport const first = 1', ['src/a.ts']],
    ['a redirection', `/bin/bash -c 'wc -c <src/a.ts; cat <src/a.ts'`, '49\nexport const first = 1', ['src/a.ts']],
  ])('sees a read through %s', (_, command, output, expected) => {
    expect(read(command, output ?? '')).toEqual(expected)
  })

  it.each([
    ['listing a file', `/bin/bash -c 'ls src/a.ts'`, 'src/a.ts'],
    ['testing for a file', `/bin/bash -c 'test -f src/a.ts && echo yes'`, 'yes'],
    ['counting lines', `/bin/bash -c 'wc -l src/a.ts'`, '3 src/a.ts'],
    ['printing a line that any file has', `/bin/bash -c 'sed -n 2p src/a.ts'`, '}'],
    ['a path outside the snapshot', `/bin/bash -c 'cat ../../etc/passwd /etc/passwd'`, 'root:x:0:0'],
    ['a file that does not exist', `/bin/bash -c 'cat nope.ts'`, 'export const first = 1'],
  ])('does not take %s for reading', (_, command, output) => {
    expect(read(command, output)).toEqual([])
  })

  it('stays fast on hostile commands and output', () => {
    const hostile = `${'\'"\\'.repeat(50_000)} ${'a:'.repeat(500_000)}\n${'-1'.repeat(500_000)}\n${'1'.repeat(500_000)}`
    expect(read(hostile, hostile)).toEqual([])
  })

  it('stays fast where a file and an output repeat one letter', () => {
    const repeating = { directory: '/run/snapshot', text: () => `b${'a'.repeat(300_000)}\n` }
    const output = `x:${'a'.repeat(1_000_000)}\n${'a'.repeat(1_000_000)}`
    expect(filesRead({ command: `/bin/bash -c 'cat x'`, output }, repeating)).toEqual([])
  })

  it('sees a read of a very long line', () => {
    const long = {
      directory: '/run/snapshot',
      text: (path: string) => (path === 'x' ? `${'ab '.repeat(500)}\n` : undefined),
    }
    expect(filesRead({ command: `/bin/bash -c 'rg a'`, output: `x:1:${'ab '.repeat(500)}` }, long)).toEqual(['x'])
  })

  it('does not let a script build ever longer paths', () => {
    const script = `${'cd a;'.repeat(6_000)}${'x '.repeat(10_000)}cat src/a.ts`
    expect(read(`/bin/bash -c '${script}'`, '')).toEqual([])
  })
})
