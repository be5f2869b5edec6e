import fc from 'fast-check'
import { showInvisible, showPath } from '../../src/diff/invisible.js'
import { parseDiff } from '../../src/diff/parse.js'
import { readDiff } from '../../src/diff/read.js'
import { applyHunks, contentOf, misplacedLines } from '../diff/apply.js'
import { type Entry, makeRepository } from '../diff/repository.js'
import { hostileText, seed } from './support/arbitraries.js'

const diffWords = [
  '@@ -1 +1 @@',
  '+',
  '-',
  ' ',
  '\\ No newline at end of file',
  'diff --git a/x b/x',
  '--- a/x',
  'a',
  'b',
  '',
]
const content = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...diffWords), hostileText(3)), { maxLength: 20 }),
    fc.constantFrom('', '\n'),
  )
  .map(([lines, end]) => lines.join('\n').replace(/\p{Cs}/gu, '?') + end)
const path = fc.constantFrom(
  'a.ts',
  'src/b c.ts',
  'é.ts',
  'tab\tname',
  'new\nline',
  'q"uote',
  'back\\slash',
  '-dash',
  'a b/@@ c',
)
const tree = fc
  .uniqueArray(fc.record({ path, content, mode: fc.constantFrom('100644', '100755', '120000') }), {
    maxLength: 5,
    selector: (entry) => entry.path,
  })
  // A link's target cannot be empty or hold NUL.
  .map((entries): Entry[] =>
    entries.map((entry) => (entry.mode === '120000' ? { ...entry, content: 'target' } : entry)),
  )

const garbage = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(
      fc.constantFrom(
        ...diffWords,
        '\n',
        '\0',
        ':100644 100644 ',
        '1'.repeat(40),
        ' M\0a\0\0',
        'index ',
        'GIT binary patch\n',
      ),
      { maxLength: 30 },
    )
    .map((parts) => Buffer.from(parts.join(''))),
)

describe('the diff parser', () => {
  it('reads what git writes for any two trees: the hunks make the new side of the old one', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (before, after) => {
        const repository = makeRepository(before, after)
        try {
          const { files } = await readDiff(repository.git, repository)
          for (const file of files.filter(({ status }) => status !== 'type-changed')) {
            const old = await contentOf(repository.git, file.oldBlob, file.oldMode)
            const fresh = await contentOf(repository.git, file.newBlob, file.newMode)
            expect(applyHunks(old, file)).toBe(fresh)
            expect(misplacedLines(file, old, fresh)).toEqual([])
          }
        } finally {
          repository.remove()
        }
      }),
      { seed, numRuns: 25 },
    )
  })

  it('reads any bytes or says that git would not print them', () => {
    fc.assert(
      fc.property(garbage, (bytes) => {
        try {
          expect(parseDiff(bytes).files).toBeDefined()
        } catch (error) {
          expect(error).toMatchObject({
            message: expect.stringMatching(/^the output of git diff cannot be parsed: .+$/s),
          })
        }
      }),
      { seed, numRuns: 2_000 },
    )
  })

  it('never reads a cut-off diff as a whole one', () => {
    const repository = makeRepository([{ path: 'a', content: 'one\ntwo\n' }], [{ path: 'a', content: 'one\n2\nthree' }])
    return readBytes(repository).then((bytes) => {
      for (let length = 1; length < bytes.length; length++) {
        // Only the note about a missing newline at the end can be lost without a trace, and git ends it with one.
        if (bytes.subarray(length).toString().startsWith('\\ No newline')) continue
        expect(() => parseDiff(bytes.subarray(0, length))).toThrow('cannot be parsed')
      }
      repository.remove()
    })
  })
})

async function readBytes({ git, from, to }: ReturnType<typeof makeRepository>): Promise<Buffer> {
  return git.read(['diff', '--raw', '-p', '-z', '--no-abbrev', '--full-index', from, to])
}

describe('what the model is shown of any line', () => {
  it('hides nothing, and is the same line where there was nothing to hide', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(showInvisible(text)).not.toMatch(/[\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/u)
        expect(showInvisible(text).replaceAll('\t', '')).not.toMatch(/\p{Cc}/u)
        expect(showPath(text)).not.toMatch(/\p{Cc}/u)
        if (/^[\t -~]*$/.test(text)) expect(showInvisible(text)).toBe(text)
        // A cut leaves no half: what was shown can be told from what was not.
        expect(showInvisible(showInvisible(text))).toBe(showInvisible(text))
      }),
      { seed, numRuns: 1_500 },
    )
  })
})
