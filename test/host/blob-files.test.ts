import { GitError } from '../../src/errors.js'
import { makeBlobFiles } from '../../src/host/blob-files.js'
import type { Change } from '../../src/types/change.js'

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
    const large = 'x'.repeat(15 * 1024 * 1024)
    const { asked, git } = aGit({ [atHead('a')]: large, [atHead('b')]: large, [atHead('c')]: large })
    const files = makeBlobFiles(git, change, noDiff)
    for (const path of ['a', 'b', 'c', 'c', 'b', 'a']) expect(await files.text('new', path)).toHaveLength(large.length)
    expect(asked).toEqual(['a', 'b', 'c', 'a'].map(atHead))
  })
})
