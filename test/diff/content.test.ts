import fc from 'fast-check'
import { checkText, readContentProblems } from '../../src/diff/content.js'
import { problemOf } from '../../src/diff/cursor.js'
import type { Git } from '../../src/host/host.js'
import type { FileDiff } from '../../src/types/diff.js'
import { aFileDiff } from './builders.js'
import { handOver } from './repository.js'

const blobOf = (index: number) => String(index + 1).padStart(40, '0')
const aFile = (index: number, overrides: Partial<FileDiff> = {}) =>
  aFileDiff({ path: `f${index}`, newBlob: blobOf(index), oldBlob: 'e'.repeat(40), ...overrides })

/** What git prints for these blobs. */
function batchOf(contents: readonly Buffer[]): Buffer {
  return Buffer.concat(
    contents.flatMap((content, index) => [
      Buffer.from(`${blobOf(index)} blob ${content.length}\n`),
      content,
      Buffer.from('\n'),
    ]),
  )
}

/** Git that prints this, in pieces of so many bytes. */
const gitSaying = (output: Buffer, pieceBytes: number): Git => ({
  read: async (_, options = {}) => handOver(output, options, pieceBytes),
})

/** Problem of each file whose new content is given. */
async function problemsOf(contents: readonly Buffer[], pieceBytes: number): Promise<readonly (string | undefined)[]> {
  const files = contents.map((_, index) => aFile(index))
  const problems = await readContentProblems(gitSaying(batchOf(contents), pieceBytes), files)
  return files.map(({ path }) => problems.get(path))
}

describe('the content of changed files', () => {
  const contents = [
    Buffer.from('plain\n'),
    Buffer.alloc(0),
    Buffer.from('grüße 日本 😀\n'),
    Buffer.from('a\0b'),
    Buffer.from('caf\xe9\n', 'latin1'),
    Buffer.from('caf\xe9 and \0', 'latin1'),
    Buffer.from('cut 😀').subarray(0, -1),
    Buffer.from('\n\n'),
    Buffer.from([0x61, 0x80]),
  ]
  const problems = [
    ...[undefined, undefined, undefined, 'NUL byte', 'not UTF-8', 'NUL byte', 'not UTF-8', undefined, 'not UTF-8'],
  ]

  it.each([1, 2, 3, 5, 41, 64, 10_000])('is judged the same in pieces of %d bytes', async (pieceBytes) => {
    expect(await problemsOf(contents, pieceBytes)).toEqual(problems)
  })

  it('is text in pieces exactly where it is text as a whole', () => {
    const byte = fc.constantFrom(
      0x61,
      0x00,
      0x7f,
      0x80,
      0xbf,
      0xc3,
      0xa4,
      0xe2,
      0x82,
      0xac,
      0xed,
      0xa0,
      0xf0,
      0x9f,
      0xff,
    )
    const character = fc.constantFrom('a', 'é', '€', '😀').map((text) => [...Buffer.from(text)])
    const bytes = fc
      .array(
        fc.oneof(
          character,
          byte.map((one) => [one]),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.flat())
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (list, pieceBytes) => {
        const whole = Buffer.from(list)
        const check = checkText()
        handOver(whole, { onOutput: check.push }, pieceBytes)
        expect(check.end()).toBe(problemOf(whole))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is asked for once, and only where the diff does not show all of a regular file', async () => {
    const asked: unknown[] = []
    const git: Git = {
      read: async (_, options = {}) => {
        asked.push(options.input)
        return handOver(batchOf([Buffer.from('x')]), options)
      },
    }
    const files = [
      aFile(0),
      aFile(0, { path: 'same', status: 'renamed' }),
      aFile(1, { status: 'added' }),
      aFile(2, { status: 'deleted' }),
      aFile(3, { status: 'type-changed' }),
      aFile(4, { newMode: '120000' }),
      aFile(5, { newMode: '160000' }),
      aFile(6, { oldBlob: blobOf(6) }),
    ]
    expect(await readContentProblems(git, files)).toEqual(new Map())
    expect(asked).toEqual([`${blobOf(0)}\n`])
    await readContentProblems(git, files.slice(2))
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['an unknown object', Buffer.from(`${blobOf(0)} missing\n`)],
    ['another object', Buffer.from(`${blobOf(7)} blob 1\nx\n`)],
    ['a tree', Buffer.from(`${blobOf(0)} tree 1\nx\n`)],
    ['no number of bytes', Buffer.from(`${blobOf(0)} blob x\nx\n`)],
    ['a header without end', Buffer.from('x'.repeat(1_000))],
    ['a header that is cut off', Buffer.from(`${blobOf(0)} blo`)],
    ['content that is cut off', Buffer.from(`${blobOf(0)} blob 9\nx`)],
    ['content without the line feed after it', Buffer.from(`${blobOf(0)} blob 1\nx`)],
    ['one object of two', Buffer.from(`${blobOf(0)} blob 1\nx\n`)],
    ['more than was asked for', batchOf([Buffer.from('a'), Buffer.from('b'), Buffer.from('c')])],
  ])('is missing where git prints %s', async (_, output) => {
    for (const pieceBytes of [1, 7, 10_000]) {
      const reading = readContentProblems(gitSaying(output, pieceBytes), [aFile(0), aFile(1)])
      await expect(reading).rejects.toThrow(/^git has no content for blob/)
    }
  })

  it('is not read on when nobody waits for it', async () => {
    const git = gitSaying(batchOf([Buffer.from('a')]), 7)
    await expect(readContentProblems(git, [aFile(0)], () => false)).rejects.toThrow('not needed any more')
  })
})
