import fc from 'fast-check'
import { omitFiles } from '../../src/diff/omit.js'
import { readDiff } from '../../src/diff/read.js'
import { GitError } from '../../src/errors.js'
import { gitInDirectory } from '../../src/host/git.js'
import type { Git } from '../../src/host/host.js'
import { measureCoverage } from '../../src/review/coverage.js'
import type { FileDiff } from '../../src/types/diff.js'
import { applyHunks, contentOf, misplacedLines } from './apply.js'
import { type Entry, handOver, makeRepository } from './repository.js'

interface Case {
  readonly name: string
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
  /** status path [← old path] +added -removed */
  readonly expected: readonly string[]
  readonly problem?: string
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('')
const file = (path: string | Buffer, content: string | Buffer, mode = '100644'): Entry => ({ path, content, mode })

/** One changed file. */
function edit(name: string, before: string, after: string, counts: string): Case {
  return { name, before: [file('f', before)], after: [file('f', after)], expected: [`modified f ${counts}`] }
}

/** One added file with an odd path. */
function odd(name: string, path: string | Buffer, shown: string): Case {
  return {
    name: `a path with ${name}`,
    before: [file('z', 'z\n'), file(path, 'a\nb\nc\n')],
    after: [file('z', 'z\n'), file(path, 'a\nB\nc\n')],
    expected: [`modified ${shown} +1 -1`],
  }
}

const commitA = 'a'.repeat(40)
const commitB = 'b'.repeat(40)

const cases: readonly Case[] = [
  odd('a space', 'a b.ts', 'a b.ts'),
  odd('a space at its end', 'dir/name ', 'dir/name '),
  odd('quotes and a backslash', 'a"b\\c', 'a"b\\c'),
  odd('a tab', 'a\tb', 'a\tb'),
  odd('a newline', 'a\nb', 'a\nb'),
  odd('a fake header after a newline', 'a\ndiff --git a/x b/x\n@@ -1 +1 @@', 'a\ndiff --git a/x b/x\n@@ -1 +1 @@'),
  odd('a carriage return', 'a\rb', 'a\rb'),
  odd('UTF-8', 'grüße/日本 😀.md', 'grüße/日本 😀.md'),
  odd('a byte that is not UTF-8', Buffer.from('caf\xe9.txt', 'latin1'), 'caf\\xe9.txt'),
  odd('a cut character among whole ones', Buffer.from([0xc3, 0xa4, 0xe2, 0x82, 0x2f, 0x61]), 'ä\\xe2\\x82/a'),
  odd('a colon first', ':000000 100644', ':000000 100644'),
  odd('b/ inside', 'x b/x', 'x b/x'),
  odd('a dash first', '--output=x', '--output=x'),
  {
    name: 'a pure rename',
    before: [file('old name', numbered(1, 20))],
    after: [file('new\nname', numbered(1, 20))],
    expected: ['renamed new\nname ← old name +0 -0'],
  },
  {
    name: 'a rename with an edit',
    before: [file('lib/a.ts', numbered(1, 20))],
    after: [file('src/b.ts', numbered(1, 19))],
    expected: ['renamed src/b.ts ← lib/a.ts +0 -1'],
  },
  {
    name: 'a rename beside another change, in an order that differs from the old paths',
    before: [file('z', numbered(1, 20)), file('m', 'm\n')],
    after: [file('a', numbered(1, 20)), file('m', 'n\n')],
    expected: ['renamed a ← z +0 -0', 'modified m +1 -1'],
  },
  {
    name: 'a copy, which is an addition',
    before: [file('a', numbered(1, 9))],
    after: [file('a', `${numbered(1, 9)}x\n`), file('b', numbered(1, 9))],
    expected: ['modified a +1 -0', 'added b +9 -0'],
  },
  {
    name: 'a mode change alone',
    before: [file('run', 'x\n')],
    after: [file('run', 'x\n', '100755')],
    expected: ['modified run +0 -0'],
  },
  {
    name: 'a mode change with an edit',
    before: [file('run', 'x\n')],
    after: [file('run', 'y\n', '100755')],
    expected: ['modified run +1 -1'],
  },
  {
    name: 'a file that becomes a symlink',
    before: [file('a', 'x\n'), file('t', 'keep\nme\n'), file('u', 'u\n')],
    after: [file('a', 'y\n'), file('t', '../target', '120000'), file('u', 'v\n')],
    expected: ['modified a +1 -1', 'type-changed t +1 -2', 'modified u +1 -1'],
  },
  {
    name: 'an empty file that becomes a symlink',
    before: [file('t', '')],
    after: [file('t', 'f', '120000')],
    expected: ['type-changed t +1 -0'],
  },
  {
    name: 'a file that becomes a submodule',
    before: [file('t', 'x\n')],
    after: [file('t', commitA, '160000')],
    expected: ['type-changed t +1 -1'],
  },
  {
    name: 'a symlink that points elsewhere',
    before: [file('l', 'a', '120000')],
    after: [file('l', 'b', '120000')],
    expected: ['modified l +1 -1'],
  },
  {
    name: 'a submodule that is added',
    before: [file('a', 'a\n')],
    after: [file('a', 'a\n'), file('sub', commitA, '160000')],
    expected: ['added sub +1 -0'],
  },
  {
    name: 'a submodule that moves, although .gitmodules asks to ignore it',
    before: [file('.gitmodules', '[submodule "s"]\n\tpath = s\n\tignore = all\n'), file('s', commitA, '160000')],
    after: [file('.gitmodules', '[submodule "s"]\n\tpath = s\n\tignore = all\n'), file('s', commitB, '160000')],
    expected: ['modified s +1 -1'],
  },
  {
    name: 'a NUL byte',
    before: [file('b', 'a\nb\n')],
    after: [file('b', 'a\nb\0\n')],
    expected: ['modified b +1 -1'],
    problem: 'NUL byte',
  },
  {
    name: 'UTF-16, which is NUL bytes and bad UTF-8',
    before: [],
    after: [file('b', Buffer.from('\ufeffhello\n', 'utf16le'))],
    expected: ['added b +2 -0'],
    problem: 'NUL byte',
  },
  {
    name: 'Latin-1',
    before: [file('b', 'a\n')],
    after: [file('b', Buffer.from('caf\xe9\n', 'latin1'))],
    expected: ['modified b +1 -1'],
    problem: 'not UTF-8',
  },
  {
    name: 'Latin-1 far from the change',
    before: [file('b', Buffer.from(`caf\xe9\n${numbered(1, 20)}`, 'latin1')), file('c', 'c\n')],
    after: [file('b', Buffer.from(`caf\xe9\n${numbered(1, 19)}`, 'latin1')), file('c', 'd\n')],
    expected: ['modified b +0 -1', 'modified c +1 -1'],
    problem: 'not UTF-8',
  },
  {
    name: 'a NUL byte far from the change of a renamed file',
    before: [file('b', `\0\n${numbered(1, 20)}`)],
    after: [file('c', `\0\n${numbered(1, 19)}x\n`)],
    expected: ['renamed c ← b +1 -1'],
    problem: 'NUL byte',
  },
  edit('a newline that is missing on both sides', 'a\nb', 'A\nb', '+1 -1'),
  edit('a newline that is missing on both sides of a change', 'a\nb', 'a\nB', '+1 -1'),
  edit('a newline that goes missing', 'a\nb\n', 'a\nb', '+1 -1'),
  edit('a newline that comes', 'a\nb', 'a\nb\n', '+1 -1'),
  edit('lines added after a missing newline', 'a', 'a\nb\nc', '+3 -1'),
  edit('CRLF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n', '+1 -1'),
  edit('LF that becomes CRLF', 'a\nb\n', 'a\r\nb\r\n', '+2 -2'),
  edit('a lone CR', 'a\rb\nc\n', 'a\rB\nc\n', '+1 -1'),
  edit('line separators that are not LF', 'a\u2028b\n\u0085x\n', 'a\u2028c\n\u0085x\n', '+1 -1'),
  edit('form feeds and vertical tabs', 'a\fb\n', 'a\fb\vc\n', '+1 -1'),
  edit('a byte order mark', '\ufeffa\n', '\ufeffb\n', '+1 -1'),
  edit('content that looks like file headers', '-- a/x\n', '++ b/x\ndiff --git a/x b/x\nindex 1..2\n', '+3 -1'),
  edit('content that looks like hunk headers', 'x\n@@ -1 +1 @@\n', '@@ -1 +1 @@\n@@ -0,0 +1,9 @@\nx\n', '+2 -1'),
  edit('content that looks like a missing newline', 'a\n', 'a\n\\ No newline at end of file\n', '+1 -0'),
  edit('removed content that looks like a header of the next file', '-- /dev/null\n-- a/f\nb\n', 'b\n', '+0 -2'),
  edit('empty context lines', '\n\na\n\n\n', '\n\nb\n\n\n', '+1 -1'),
  edit('only white space', 'a b\n', 'a  b \n', '+1 -1'),
  edit('two distant hunks', numbered(1, 40), numbered(1, 40).replace('line 3\n', '').replace('line 30', 'x'), '+1 -2'),
  edit('a line that is inserted first', 'b\n', 'a\nb\n', '+1 -0'),
  edit('everything gone but the file', 'a\nb\n', '', '+0 -2'),
  edit('content for a file that was empty', '', 'a\nb', '+2 -0'),
  {
    name: 'an empty file that is added',
    before: [file('x', 'x\n')],
    after: [file('x', 'x\n'), file('e', '')],
    expected: ['added e +0 -0'],
  },
  {
    name: 'an empty file that is removed',
    before: [file('x', 'x\n'), file('e', '')],
    after: [file('x', 'x\n')],
    expected: ['deleted e +0 -0'],
  },
  {
    name: 'a file that is deleted',
    before: [file('d', 'a\nb')],
    after: [],
    expected: ['deleted d +0 -2'],
  },
  {
    name: 'a file that becomes a directory',
    before: [file('d', 'a\n')],
    after: [file('d/e', 'completely\nother\n')],
    expected: ['deleted d +0 -1', 'added d/e +2 -0'],
  },
  {
    name: 'attributes of the change that call everything binary',
    before: [file('f.ts', 'a\n')],
    after: [file('f.ts', 'b\n'), file('.gitattributes', '* binary -diff diff=evil\n')],
    expected: ['added .gitattributes +1 -0', 'modified f.ts +1 -1'],
  },
]

function summary(changed: FileDiff): string {
  const renamed = changed.oldPath === undefined ? '' : ` ← ${changed.oldPath}`
  return `${changed.status} ${changed.path}${renamed} +${changed.added} -${changed.removed}`
}

describe('readDiff against real git', () => {
  it.each(cases)('reads $name exactly', async ({ before, after, expected, problem }) => {
    const repository = makeRepository(before, after)
    try {
      const { files, problems } = await readDiff(repository.git, repository)
      expect(files.map(summary)).toEqual(expected)
      expect([...problems.values()]).toEqual(problem === undefined ? [] : [problem])
      for (const changed of files) {
        if (problems.has(changed.path)) continue
        const oldText = await contentOf(repository.git, changed.oldBlob, changed.oldMode)
        const newText = await contentOf(repository.git, changed.newBlob, changed.newMode)
        expect(applyHunks(oldText, changed)).toBe(changed.hunks.length === 0 ? oldText : newText)
        expect(misplacedLines(changed, oldText, newText)).toEqual([])
      }
    } finally {
      repository.remove()
    }
  })

  it.each(cases)('lists $name where the change is too large to be read', async (given) => {
    const repository = makeRepository(given.before, given.after)
    try {
      const { files, problems } = await readDiff(repository.git, repository, { maxBytes: 2 ** 20, maxLines: 0 })
      const isCounted = given.problem !== 'NUL byte'
      expect(files.map(summary)).toEqual(
        isCounted ? given.expected : given.expected.map((line) => line.replace(/ \+\d+ -\d+$/, ' +0 -0')),
      )
      expect(files.flatMap(({ hunks }) => hunks)).toEqual([])
      const reason = 'the change is too large to be read: its diff has over 0 lines'
      const shown = isCounted ? reason : `${reason}; a NUL byte, lines not counted`
      expect(problems).toEqual(new Map(files.map(({ path }) => [path, shown])))
    } finally {
      repository.remove()
    }
  })

  it('reads a change of exactly as many lines as are allowed', async () => {
    const repository = makeRepository([], [file('a', 'a\n'), file('b', 'b\nb\n')])
    const patch = await repository.git.read(['diff', '--text', '--raw', '-p', '-z', 'from', 'to'])
    const maxLines = patch.toString().split('\n').length - 1
    const whole = await readDiff(repository.git, repository, { maxBytes: 2 ** 20, maxLines })
    const over = await readDiff(repository.git, repository, { maxBytes: 2 ** 20, maxLines: maxLines - 1 })
    repository.remove()
    expect(whole.problems.size).toBe(0)
    expect([...over.problems.keys()]).toEqual(['a', 'b'])
    expect(over.files.map(summary)).toEqual(whole.files.map(summary))
  })

  it('leaves nothing to review of a change that is too large, and names every file of it with its lines', async () => {
    const repository = makeRepository(
      [file('a', 'a\n')],
      [file('b', numbered(1, 9)), file('package-lock.json', '{}\n')],
    )
    const { files, problems } = await readDiff(repository.git, repository, { maxBytes: 2 ** 20, maxLines: 1 })
    repository.remove()
    const diff = omitFiles(files, { paths: [], pathsIgnore: [], generated: new Set(), problems })
    expect(diff.files).toEqual([])
    expect(diff.omitted.map(({ path, kind, lines }) => [path, kind, lines])).toEqual([
      ['a', 'unreviewed', 1],
      ['b', 'unreviewed', 9],
      ['package-lock.json', 'excluded', 1],
    ])
    expect(measureCoverage(diff, [], () => true)).toMatchObject({ changedLines: 10, reviewedLines: 0, percent: 0 })
  })

  it('lists a change that git prints too many bytes of', async () => {
    const repository = makeRepository([], [file('a', numbered(1, 200)), file('b', 'b\n')])
    const git: Git = {
      read: async (args, options = {}) => {
        const output = await repository.git.read(args)
        if (output.length <= (options.maxBytes ?? output.length)) return handOver(output, options)
        throw new GitError(`git printed more than ${options.maxBytes} bytes`)
      },
    }
    const { files, problems } = await readDiff(git, repository, { maxBytes: 1000, maxLines: 1e6 })
    repository.remove()
    expect(files.map(summary)).toEqual(['added a +200 -0', 'added b +1 -0'])
    expect([...problems.values()]).toEqual(
      Array(2).fill('the change is too large to be read: its diff has over 1000 bytes'),
    )
  })

  it('fails where git fails, instead of listing', async () => {
    const git: Git = { read: () => Promise.reject(new GitError('bad object')) }
    await expect(readDiff(git, { from: commitA, to: commitB })).rejects.toThrow('bad object')
  })

  it('says which side lacks its final newline', async () => {
    const repository = makeRepository(
      [file('both', 'a\nb'), file('goes', 'a\n'), file('comes', 'a')],
      [file('both', 'A\nb'), file('goes', 'a'), file('comes', 'a\n')],
    )
    const { files } = await readDiff(repository.git, repository)
    repository.remove()
    const flags = files.map(({ path, hunks: [hunk] }) => [path, hunk?.oldMissingNewline, hunk?.newMissingNewline])
    expect(flags).toEqual([
      ['both', true, true],
      ['comes', true, false],
      ['goes', false, true],
    ])
  })

  it('reads no change as no files', async () => {
    const repository = makeRepository([file('a', 'a\n')], [file('a', 'a\n')])
    const parsed = await readDiff(repository.git, repository)
    repository.remove()
    expect(parsed.files).toEqual([])
  })

  it('reads repositories with SHA-256 object ids', async () => {
    const repository = makeRepository([file('a', 'a\n')], [file('a', 'b\n')], 'sha256')
    const { files } = await readDiff(repository.git, repository)
    repository.remove()
    expect(files.map(summary)).toEqual(['modified a +1 -1'])
    expect(files[0]?.newBlob).toHaveLength(64)
  })

  it('prints the same whatever the configuration of the repository says', async () => {
    const repository = makeRepository(
      [file('a ä', 'x\n\ny\n'), file('b', numbered(1, 20))],
      [file('a ä', 'z\n\ny\n'), file('c', numbered(1, 20))],
    )
    const plain = await readDiff(repository.git, repository)
    const hostile = {
      'diff.noprefix': 'true',
      'diff.mnemonicPrefix': 'true',
      'diff.suppressBlankEmpty': 'true',
      'diff.external': 'false',
      'diff.context': '0',
      'diff.interHunkContext': '50',
      'diff.renames': 'copies',
      'diff.relative': 'true',
      'diff.submodule': 'log',
      'diff.colorMoved': 'zebra',
      'diff.wsErrorHighlight': 'all',
      'color.ui': 'always',
      'color.diff': 'always',
      'core.quotePath': 'false',
      'core.abbrev': '5',
    }
    for (const [key, value] of Object.entries(hostile)) await repository.git.read(['config', key, value])
    const parsed = await readDiff(repository.git, repository)
    repository.remove()
    const lines = ({ files }: typeof plain) => files.flatMap(({ hunks }) => hunks.map((hunk) => hunk.lines))
    expect(parsed).toEqual(plain)
    expect(lines(parsed)).toEqual(lines(plain))
  })

  it('fails when git does not have the content of a changed file', async () => {
    const repository = makeRepository([file('a', 'a\n')], [file('a', 'b\n')])
    const git: Git = {
      read: async (args, options = {}) =>
        args.includes('diff')
          ? repository.git.read(args, options)
          : handOver(Buffer.from(`${'1'.repeat(40)} missing\n`), options),
    }
    await expect(readDiff(git, repository)).rejects.toThrow('git has no content for blob')
    repository.remove()
  })

  it('refuses anything but full object ids before git runs', async () => {
    const git = { read: () => Promise.reject(new Error('git ran')) }
    await expect(readDiff(git, { from: '--output=/tmp/x', to: 'a'.repeat(40) })).rejects.toThrow(
      '"--output=/tmp/x" is not a full git object id',
    )
  })

  it('gives hunks that turn any old text into its new text', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '-',
        '+',
        '\\',
        '@@ -1 +1 @@',
        '--- a/x',
        '+++ b/x',
        'diff --git a/f b/f',
        'a',
        'b',
        '}',
      ),
      fc.constantFrom('\r', 'a\r', 'a\rb', '\u2028', '\u2029x', '\ufeff', '\\ No newline at end of file'),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[\n\0]/g, '')),
    )
    const lines = fc.array(line, { maxLength: 12 })
    const text = fc.tuple(lines, fc.boolean()).map(([parts, ends]) => parts.join('\n') + (ends ? '\n' : ''))
    const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(pairs, async (texts) => {
        const entries = (side: 0 | 1) => texts.map((pair, index) => file(`f${index}`, pair[side]))
        const repository = makeRepository(entries(0), entries(1))
        const { files, problems } = await readDiff(repository.git, repository)
        repository.remove()
        const byPath = new Map(files.map((changed) => [changed.path, changed]))
        expect(problems.size).toBe(0)
        texts.forEach(([oldText, newText], index) => {
          const changed = byPath.get(`f${index}`)
          expect(changed === undefined ? oldText : applyHunks(oldText, changed)).toBe(newText)
          if (changed !== undefined) expect(misplacedLines(changed, oldText, newText)).toEqual([])
        })
      }),
      { numRuns: 25 },
    )
  })
})

describe('the output of git, piece by piece', () => {
  const lines = numbered(1, 30_000)
  const withRepository = async (look: (git: Git, blob: string) => Promise<void>) => {
    const repository = makeRepository(
      [file('a', lines), file('b', 'b\n')],
      [file('a', `${lines}ä\n`), file('b', 'c\n')],
    )
    const blob = (await repository.git.read(['rev-parse', 'from:a'])).toString().trim()
    try {
      await look(gitInDirectory(repository.directory), blob)
      const { files } = await readDiff(gitInDirectory(repository.directory), repository)
      expect(files.map(summary)).toEqual(['modified a +1 -0', 'modified b +1 -1'])
    } finally {
      repository.remove()
    }
  }

  it('is handed over whole and in order, and not kept', async () => {
    await withRepository(async (git, blob) => {
      const pieces: Buffer[] = []
      const kept = await git.read(['cat-file', 'blob', blob], { onOutput: (piece) => pieces.push(piece) })
      expect(kept).toHaveLength(0)
      expect(pieces.length).toBeGreaterThan(1)
      expect(Buffer.concat(pieces).toString()).toBe(lines)
    })
  })

  it('ends with what the taker throws, who is then not asked again', async () => {
    await withRepository(async (git, blob) => {
      let calls = 0
      const onOutput = () => {
        calls += 1
        throw new Error('enough')
      }
      await expect(git.read(['cat-file', 'blob', blob], { onOutput })).rejects.toThrow('enough')
      expect(calls).toBe(1)
    })
  })

  it('is not handed over beyond the limit', async () => {
    await withRepository(async (git, blob) => {
      let size = 0
      const onOutput = (piece: Buffer) => {
        size += piece.length
      }
      const reading = git.read(['cat-file', 'blob', blob], { onOutput, maxBytes: 100_000 })
      await expect(reading).rejects.toThrow('git printed more than 100000 bytes')
      expect(size).toBeLessThanOrEqual(100_000)
    })
  })
})
