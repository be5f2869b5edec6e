import fc from 'fast-check'
import { type ParsedDiff, parseDiff, parseDiffStream, parseListing } from '../../src/diff/parse.js'
import { decodePath } from '../../src/diff/path-text.js'
import { countsOf } from './builders.js'

const oldBlob = '1'.repeat(40)
const newBlob = '2'.repeat(40)
const raw = `:100644 100644 ${oldBlob} ${newBlob} M\0f\0\0`
const header = `diff --git a/f b/f\nindex ${oldBlob}..${newBlob} 100644\n--- a/f\n+++ b/f\n`

const parse = (text: string) => parseDiff(Buffer.from(text, 'latin1'))

/** As git hands it over: cut anywhere. Every piece is spoilt after it was taken. */
function parseInPieces(text: string, pieceBytes: number): ParsedDiff {
  const stream = parseDiffStream(() => undefined)
  const output = Buffer.from(text, 'latin1')
  for (let at = 0; at < output.length; at += pieceBytes) {
    const piece = Buffer.from(output.subarray(at, at + pieceBytes))
    stream.push(piece)
    piece.fill('?')
  }
  return stream.end()
}

/** With the lines, which are no property of a hunk's own. */
const shown = ({ files, problems }: ParsedDiff) => ({
  files: files.map((file) => ({ ...file, hunks: file.hunks.map((hunk) => ({ ...hunk, lines: hunk.lines })) })),
  problems,
})

/** A hunk from signed lines, as git prints it, with the note on a missing newline after some. */
function printHunk(
  lines: readonly { readonly sign: string; readonly text: string; readonly noted: boolean }[],
): string {
  const without = (sign: string) => lines.filter((line) => line.sign !== sign).length
  const note = '\\ No newline at end of file\n'
  const body = lines.map(({ sign, text, noted }) => `${sign}${text}\n${noted ? note : ''}`).join('')
  return `@@ -1,${without('+')} +1,${without('-')} @@ f() {\n${body}`
}

const aLine = fc.record({
  sign: fc.constantFrom('+', '-', ' '),
  text: fc.string({ unit: fc.constantFrom('\\', '+', '-', '@', '\r', 'a', 'Ã', '¤', '\0', '\xff'), maxLength: 6 }),
  noted: fc.boolean(),
})
const aPatch = fc
  .array(fc.array(aLine, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 })
  .map((hunks) => `${raw}${header}${hunks.map(printHunk).join('')}`)

describe('parseDiff', () => {
  it('reads hunk headers with and without counts, and the section after them', () => {
    const { files } = parse(`${raw}${header}@@ -3 +3 @@ class A {\n-a\n+b\n@@ -9,2 +9,0 @@\n-c\n-d\n`)
    expect(files[0]?.hunks.map((hunk) => ({ ...hunk, lines: hunk.lines }))).toEqual([
      {
        oldStart: 3,
        oldLines: 1,
        newStart: 3,
        newLines: 1,
        section: 'class A {',
        added: 1,
        removed: 1,
        bytes: 6,
        lines: [
          { kind: 'removed', oldLine: 3, text: 'a' },
          { kind: 'added', newLine: 3, text: 'b' },
        ],
        oldMissingNewline: false,
        newMissingNewline: false,
      },
      {
        oldStart: 9,
        oldLines: 2,
        newStart: 9,
        newLines: 0,
        section: '',
        added: 0,
        removed: 2,
        bytes: 6,
        lines: [
          { kind: 'removed', oldLine: 9, text: 'c' },
          { kind: 'removed', oldLine: 10, text: 'd' },
        ],
        oldMissingNewline: false,
        newMissingNewline: false,
      },
    ])
  })

  it('drops the half character at which git cuts a section, and does not call the file unreadable for it', () => {
    const { files, problems } = parse(`${raw}${header}@@ -1 +1 @@ caf\xc3\n-a\n+b\n`)
    expect(files[0]?.hunks[0]?.section).toBe('caf')
    expect(problems.size).toBe(0)
  })

  it('marks a file that git calls binary', () => {
    const { files, problems } = parse(
      `${raw}diff --git a/f b/f\nindex ${oldBlob}..${newBlob} 100644\nBinary files a/f and b/f differ\n`,
    )
    expect(files[0]?.hunks).toEqual([])
    expect(problems).toEqual(new Map([['f', 'binary']]))
  })

  it('prefers the NUL byte when a file has both problems', () => {
    const { problems } = parse(`${raw}${header}@@ -1 +1 @@\n-a\xff\n+b\n@@ -9 +9 @@\n-a\0\n+b\n`)
    expect(problems.get('f')).toBe('NUL byte')
  })

  it('takes empty output for no change', () => {
    expect(parse('').files).toEqual([])
  })

  it.each([
    ['a raw part that ends early', ':100644 100644', 'cut off at byte 14'],
    ['a raw part that is no raw part', 'warning: hello\0', 'raw entry "warning: hello" is not'],
    [
      'an unmerged path',
      `:000000 000000 ${oldBlob} ${newBlob} U\0f\0\0`,
      'is not an added, changed, renamed or deleted',
    ],
    ['abbreviated ids', ':100644 100644 1111111 2222222 M\0f\0\0', 'is not an added, changed, renamed or deleted'],
    ['a raw entry without a path', `:100644 100644 ${oldBlob} ${newBlob} M\0\0\0`, 'has no path'],
    ['two entries with one path', `${raw.slice(0, -1)}${raw}${header}@@ -1 +1 @@\n-a\n+b\n`, 'both read as "f"'],
    ['a missing patch', raw, 'no patch for "f"'],
    ['a patch of other blobs', `${raw}${header.replace(newBlob, '3'.repeat(40))}`, '"f" belongs to another file'],
    ['an unknown header line', `${raw}diff --git a/f b/f\nsurprise\n`, 'header line "surprise" of "f"'],
    ['a hunk header without numbers', `${raw}${header}@@ -a +b @@\n`, 'hunk header of "f"'],
    ['a hunk that ends early', `${raw}${header}@@ -1,2 +1,2 @@\n a\n`, 'a hunk of "f" ends before its last line'],
    ['a last line without its end', `${raw}${header}@@ -1 +1 @@\n-a\n+b`, 'a hunk of "f" ends before its last line'],
    ['a line without a sign', `${raw}${header}@@ -1,2 +1,2 @@\n a\n\n`, 'has a line without a sign'],
    [
      'a hunk with too many lines of a side',
      `${raw}${header}@@ -1 +1,2 @@\n-a\n-b\n+c\n+d\n`,
      'longer than its header says',
    ],
    [
      'content after the last hunk',
      `${raw}${header}@@ -1 +1 @@\n-a\n+b\n+c\n`,
      'unexpected content after the last file',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message)
    for (const pieceBytes of [1, 5, 64]) expect(() => parseInPieces(text, pieceBytes)).toThrow(message)
  })

  it('says of every hunk how many lines changed and how many bytes they have', () => {
    fc.assert(
      fc.property(aPatch, (patch) => {
        for (const { hunks, added, removed } of parse(patch).files) {
          for (const hunk of hunks) {
            expect(hunk).toMatchObject({ ...countsOf(hunk.lines), bytes: expect.any(Number) })
            // The replacement for a byte that is no text is longer than the byte.
            const isText = !hunk.lines.some(({ text }) => text.includes('\ufffd'))
            if (isText) expect(hunk.bytes).toBe(countsOf(hunk.lines).bytes)
          }
          const all = countsOf(hunks.flatMap((hunk) => hunk.lines))
          expect({ added, removed }).toEqual({ added: all.added, removed: all.removed })
        }
      }),
    )
  })

  it('gives the same lines whenever it is asked', () => {
    fc.assert(
      fc.property(aPatch, (patch) => {
        const hunks = parse(patch).files.flatMap((file) => file.hunks)
        expect(hunks.map((hunk) => hunk.lines)).toEqual(hunks.map((hunk) => hunk.lines))
      }),
    )
  })

  it('reads the same from pieces that are cut anywhere as from the whole', () => {
    fc.assert(
      fc.property(aPatch, fc.integer({ min: 1, max: 70 }), (patch, pieceBytes) => {
        expect(shown(parseInPieces(patch, pieceBytes))).toEqual(shown(parse(patch)))
      }),
    )
  })

  it('reads hunks and lines that are longer than what it keeps together', () => {
    const text = 'é'.repeat(1_200_000)
    const lines = [text, ...Array.from({ length: 60_000 }, (_, index) => `line ${index} of many, long enough`), text]
    const removed = Buffer.from(lines.map((line) => `-${line}\n`).join('')).toString('latin1')
    const before = printHunk([{ sign: '+', text: 'first', noted: false }])
    const patch = `${raw}${header}${before}@@ -1,${lines.length} +1,0 @@\n${removed}${before}`
    const { hunks = [], ...file } = parseInPieces(patch, 65_536).files[0] ?? {}
    const [first, ...long] = hunks.slice(0, -1)
    expect(long.flatMap((hunk) => hunk.lines).every((line, index) => line.text === lines[index])).toBe(true)
    expect(file).toMatchObject({ removed: lines.length, added: 2 })
    expect(long.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(removed.length)
    expect([first?.lines, hunks.at(-1)?.lines]).toEqual(Array(2).fill([{ kind: 'added', newLine: 1, text: 'first' }]))
  })

  it('refuses an output that is cut off anywhere', () => {
    const hunk = printHunk([
      { sign: ' ', text: 'a', noted: false },
      { sign: '+', text: 'b', noted: true },
    ])
    const patch = `${raw}${header}${hunk}`
    const note = patch.indexOf('\\')
    for (let length = 1; length < patch.length; length += 1) {
      // Without the note it is another change, and whole; the exit code of git tells.
      if (length === note) continue
      expect(() => parseInPieces(patch.slice(0, length), 9)).toThrow('the output of git diff cannot be parsed')
    }
  })

  it('names the changed files before their patches have come', () => {
    const listed: string[] = []
    const stream = parseDiffStream((entries) => listed.push(...entries.map(({ path }) => path)))
    stream.push(Buffer.from(raw.slice(0, -1)))
    expect(listed).toEqual([])
    stream.push(Buffer.from('\0'))
    expect(listed).toEqual(['f'])
  })
})

describe('parseListing', () => {
  const entry = `:100644 100644 ${oldBlob} ${newBlob} M\0f\0`
  const renamed = `:100644 100644 ${oldBlob} ${newBlob} R090\0a\0b\0`
  const list = (text: string) => parseListing(Buffer.from(text, 'latin1'))

  it('reads the counts of every file, and which has none', () => {
    const { files, uncounted } = list(`${entry}${renamed}12\t0\tf\0-\t-\t\0a\0b\0`)
    expect(files.map(({ path, added, removed }) => [path, added, removed])).toEqual([
      ['f', 12, 0],
      ['b', 0, 0],
    ])
    expect([...uncounted]).toEqual(['b'])
  })

  it('takes empty output for no change', () => {
    expect(list('').files).toEqual([])
  })

  it.each([
    ['a listing without counts', entry, 'cut off'],
    ['counts that are no numbers', `${entry}x\t1\tf\0`, 'no line counts of "f"'],
    ['counts of another file', `${entry}1\t1\tg\0`, '"f" belong to another file'],
    ['counts of another old path', `${renamed}1\t1\t\0c\0b\0`, '"b" belong to another file'],
    ['two entries with one path', `${entry}${entry}1\t1\tf\x001\t1\tf\0`, 'both read as "f"'],
    ['counts of more files than are listed', `${entry}1\t1\tf\x001\t1\tf\0`, 'unexpected content'],
  ])('refuses %s', (_, text, message) => {
    expect(() => list(text)).toThrow(message)
  })
})

describe('decodePath', () => {
  it.each([
    ['plain', Buffer.from('a/b'), 'a/b'],
    ['UTF-8', Buffer.from('ä😀'), 'ä😀'],
    ['a stray byte', Buffer.from([0x61, 0xff, 0x62]), 'a\\xffb'],
    ['a cut character at the end', Buffer.from([0x61, 0xf0, 0x9f, 0x98]), 'a\\xf0\\x9f\\x98'],
    ['an encoded surrogate', Buffer.from([0xed, 0xa0, 0x80]), '\\xed\\xa0\\x80'],
    ['nothing', Buffer.alloc(0), ''],
  ])('decodes %s', (_, bytes, text) => {
    expect(decodePath(bytes)).toBe(text)
  })
})
