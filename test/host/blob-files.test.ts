import { GitError } from '../../src/errors.js'
import { makeBlobFiles } from '../../src/host/blob-files.js'
import type { Git } from '../../src/host/host.js'
import type { Change } from '../../src/types/change.js'
import { aFile } from '../review/world.js'

/** Answers with a text of that many characters under each name, and notes what it is asked for. */
function aGit(texts: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const read = async (args: readonly string[]) => {
    const object = args.at(-1) ?? ''
    asked.push(object)
    const text = texts[object]
    if (text === undefined) throw new GitError('no such object')
    return Buffer.from(text)
  }
  return { asked, git: { read } }
}

const change: Change = {
  ...{ mode: 'review', base: 'a'.repeat(40), head: 'b'.repeat(40), mergeBase: 'c'.repeat(40) },
  ...{ baseBranch: 'main', commits: [], commitsCut: false, pullRequest: undefined },
}
const noDiff = { files: [], omitted: [] }
const atHead = (path: string) => `${change.head}:${path}`

describe('makeBlobFiles', () => {
  it('reads each side from its own commit, and each text once', async () => {
    const { asked, git } = aGit({ [atHead('a')]: 'new', [`${change.mergeBase}:a`]: 'old' })
    const files = makeBlobFiles(git, change, noDiff)
    expect([await files.text('new', 'a'), await files.text('old', 'a'), await files.text('new', 'a')]).toEqual([
      'new',
      'old',
      'new',
    ])
    expect(asked).toEqual([atHead('a'), `${change.mergeBase}:a`])
  })

  it('knows no text where there is no file or no text', async () => {
    const { git } = aGit({ [atHead('binary')]: 'a\0b' })
    const files = makeBlobFiles(git, change, noDiff)
    expect([await files.text('new', 'gone'), await files.text('new', 'binary')]).toEqual([undefined, undefined])
  })

  it('does not keep all of a large change: the oldest text is read again', async () => {
    const large = 'x'.repeat(3.5 * 1024 * 1024)
    const { asked, git } = aGit({ [atHead('a')]: large, [atHead('b')]: large, [atHead('c')]: large })
    const files = makeBlobFiles(git, change, noDiff)
    for (const path of ['a', 'b', 'c', 'c', 'b', 'a']) expect(await files.text('new', path)).toHaveLength(large.length)
    expect(asked).toEqual(['a', 'b', 'c', 'a'].map(atHead))
  })

  describe('asked for several files at once', () => {
    const blobs: Readonly<Record<string, string>> = { a: 'text of a\n', b: 'ü\n\nx blob 3\n', c: 'a\0b', d: '' }
    const idOf = (path: string) => path.charCodeAt(0).toString(16).repeat(20)
    const files = [...Object.keys(blobs), 'gone'].map((path) => ({ ...aFile(path), newBlob: idOf(path) }))
    const paths = files.map(({ path }) => path)

    /** Prints blobs as `cat-file` does. */
    function aGitWithBlobs(read: 'all' | 'one by one') {
      const commands: string[] = []
      const contentOf = (id: string) => blobs[Object.keys(blobs).find((path) => idOf(path) === id) ?? '']
      const git: Git = {
        read: async (args, { input = '' } = {}) => {
          commands.push(args.slice(0, 2).join(' '))
          if (args[1] !== '--batch') {
            const content = contentOf(args.at(-1) ?? '')
            if (content === undefined) throw new GitError('no such object')
            return Buffer.from(content)
          }
          if (read === 'one by one') throw new GitError('git printed more than 32 bytes')
          const ids = String(input).trim().split('\n')
          return Buffer.concat(ids.map((id) => Buffer.from(printed(id, contentOf(id)))))
        },
      }
      return { commands, git }
    }

    const printed = (id: string, content: string | undefined) =>
      content === undefined ? `${id} missing\n` : `${id} blob ${Buffer.byteLength(content)}\n${content}\n`

    it.each([
      ['all', ['cat-file --batch']],
      ['one by one', ['cat-file --batch', ...Array(paths.length).fill('cat-file blob')]],
    ] as const)('reads them %s where git lets it', async (read, commands) => {
      const git = aGitWithBlobs(read)
      const reader = makeBlobFiles(git.git, change, { files, omitted: [] })
      const texts = await Promise.all(paths.map((path) => reader.text('new', path)))
      expect(texts).toEqual(['text of a\n', 'ü\n\nx blob 3\n', undefined, '', undefined])
      expect(git.commands).toEqual(commands)
    })
  })
})
