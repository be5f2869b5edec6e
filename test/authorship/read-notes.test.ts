import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readNotes } from '../../src/authorship/read-notes.js'
import { openRepository } from '../../src/host/git.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

let checkout: Checkout

beforeEach(() => {
  checkout = makeCheckout()
})
afterEach(() => checkout.remove())

function open(path: string) {
  const directory = join(checkout.root, 'private')
  mkdirSync(directory)
  return openRepository({ checkout: path, directory, token: undefined, serverUrl: 'https://github.com' })
}

function annotate(sha: string, note: string): void {
  checkout.git('notes', '--ref=ai', 'add', '-m', note, sha)
}

/** Moves the notes to where git puts them when there are many. */
function spreadNotes(sha: string, path: string): void {
  const blob = checkout.git('rev-parse', `refs/notes/ai:${sha}`)
  checkout.git('read-tree', '--empty')
  checkout.git('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`)
  const commit = checkout.git('commit-tree', '-m', 'notes', checkout.git('write-tree'))
  checkout.git('update-ref', 'refs/notes/ai', commit)
}

describe('git notes', () => {
  it('are read for the commits that are asked for', async () => {
    const first = checkout.commit('one')
    const second = checkout.commit('two')
    const third = checkout.commit('three')
    annotate(first, 'about one')
    annotate(third, 'über drei\n---\n{}')
    const notes = await readNotes(await open(checkout.path), [second, third])
    expect([...notes]).toEqual([[third, 'über drei\n---\n{}\n']])
  })

  it.each([1, 2])('are found in directories of depth %i', async (depth) => {
    const sha = checkout.commit('one')
    annotate(sha, 'about one')
    const path =
      depth === 1 ? `${sha.slice(0, 2)}/${sha.slice(2)}` : `${sha.slice(0, 2)}/${sha.slice(2, 4)}/${sha.slice(4)}`
    spreadNotes(sha, path)
    const notes = await readNotes(await open(checkout.path), [sha])
    expect([...notes]).toEqual([[sha, 'about one\n']])
  })

  it('are fetched from origin where the checkout has none', async () => {
    const sha = checkout.commit('one')
    annotate(sha, 'about one')
    checkout.gitAt(checkout.root, 'clone', '-q', checkout.path, 'clone')
    const notes = await readNotes(await open(join(checkout.root, 'clone')), [sha])
    expect([...notes]).toEqual([[sha, 'about one\n']])
  })

  it('are none where there is no origin, no ref or nothing about the commits', async () => {
    const sha = checkout.commit('one')
    const commits = await open(checkout.path)
    expect((await readNotes(commits, [sha])).size).toBe(0)
    const other = checkout.commit('two')
    annotate(other, 'about two')
    expect((await readNotes(commits, [sha])).size).toBe(0)
    expect((await readNotes(commits, [])).size).toBe(0)
  })

  it('that are too large are left out, and the others stay', async () => {
    const first = checkout.commit('one')
    const second = checkout.commit('two')
    checkout.write('note', 'x'.repeat(300 * 1024))
    checkout.git('notes', '--ref=ai', 'add', '-F', 'note', first)
    annotate(second, 'about two')
    const notes = await readNotes(await open(checkout.path), [first, second])
    expect([...notes.keys()]).toEqual([second])
  })
})
