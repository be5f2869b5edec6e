import { join } from 'node:path'
import { openRepository } from '../../src/host/git.js'
import type { Git } from '../../src/host/host.js'
import { makeSearch } from '../../src/host/search-files.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

const files = {
  'src/app.ts': 'import x\n\napp.use(RateLimit({ max: 5 }))\napp.use(rateLimit())\n',
  'src/deep/[odd] *name.ts': 'one\nthe odd thing\n',
  'docs/limits.md': '# Größe\nWe have no ratelimit-ing.\n-e dashes\n',
  'image.bin': 'rateLimit\0only here: binarything\n',
  '.hidden/config.yml': 'secretword: 1\n',
}

let checkout: Checkout
let git: Git
let head: string

beforeAll(async () => {
  checkout = makeCheckout()
  head = checkout.commit('one', files)
  const directory = join(checkout.root, 'private')
  const options = { checkout: checkout.path, directory, token: undefined, serverUrl: 'https://github.com' }
  git = (await openRepository(options)).git
})

afterAll(() => checkout.remove())

describe('a search of the head', () => {
  it.each([
    ['in any case', 'RATELIMIT(', [], 'src/app.ts', 3],
    ['for text, not for an expression', 'app.use(rateLimit())', [], 'src/app.ts', 4],
    ['for text beyond ASCII', 'GRÖSSE'.replace('SS', 'ß'), [], 'docs/limits.md', 1],
    ['for what looks like an option', '-e dashes', [], 'docs/limits.md', 3],
    ['below a glob', 'ratelimit', ['docs/**'], 'docs/limits.md', 2],
    ['below several globs', 'ratelimit', ['none/**', '**/*.{js,ts}'], 'src/app.ts', 3],
    ['below a directory', 'the odd', ['./src/deep/'], 'src/deep/[odd] *name.ts', 2],
    ['below a directory without a slash', 'the odd', ['src'], 'src/deep/[odd] *name.ts', 2],
    ['in one file', 'ratelimit', ['docs/limits.md'], 'docs/limits.md', 2],
    ['in hidden files', 'secretword', ['**'], '.hidden/config.yml', 1],
  ])('finds text %s', async (_, pattern, paths, path, line) => {
    expect(await makeSearch(git, head).find(pattern, paths)).toEqual({ kind: 'found', path, line })
  })

  it.each([
    ['no file', 'csrf', []],
    ['only other paths', 'ratelimit', ['src/deep/**']],
    ['only a file that is no text', 'binarything', []],
    ['no file as an expression', 'app.use(.*)', []],
  ])('finds nothing where %s holds the text', async (_, pattern, paths) => {
    expect(await makeSearch(git, head).find(pattern, paths)).toEqual({ kind: 'nothing' })
  })

  it.each([
    ['paths that match no file', 'csrf', ['lib/**'], 'has paths that match no file'],
    ['a path out of the repository', 'csrf', ['../**'], 'has paths that are no globs'],
    ['an absolute path', 'csrf', ['/etc/**'], 'has paths that are no globs'],
    ['a glob that takes for ever', 'csrf', ['*a*a*a*a*a*a*b'], 'has paths that are no globs'],
    ['git’s own path magic', 'csrf', [':(exclude)src'], 'has paths that are no globs'],
    ['too many paths', 'csrf', Array(21).fill('src/**'), 'more than 20'],
    ['several lines', 'csrf\nrateLimit', [], 'is not for one line of text'],
    ['a NUL', 'csrf\0', [], 'is not for one line of text'],
    ['no text', '', [], 'is not for one line of text'],
  ])('is not made, and not taken for nothing, with %s', async (_, pattern, paths, why) => {
    const outcome = await makeSearch(git, head).find(pattern, paths)
    expect(outcome).toEqual({ kind: 'not-searched', why: expect.stringContaining(why) })
  })

  it('looks at the commit, not at the checkout', async () => {
    checkout.write('src/later.ts', 'brandnew\n')
    expect(await makeSearch(git, head).find('brandnew', [])).toEqual({ kind: 'nothing' })
  })

  it('does not take a failure of git for nothing', async () => {
    await expect(makeSearch(git, '1'.repeat(40)).find('csrf', [])).rejects.toMatchObject({ name: 'GitError' })
  })

  it('accepts nothing but a commit id', () => {
    expect(() => makeSearch(git, '--open-files-in-pager=sh')).toThrow('not a full git object id')
  })

  it('asks git once for the same search', async () => {
    const asked: string[] = []
    const counting: Git = {
      read: (args, options) => {
        asked.push(args.join(' '))
        return git.read(args, options)
      },
    }
    const search = makeSearch(counting, head)
    await search.find('csrf', [])
    await search.find('csrf', [])
    expect(asked.length).toBe(1)
  })

  it('has a limit for one run', async () => {
    const search = makeSearch({ read: async () => Buffer.from('') }, head)
    for (let index = 0; index < 200; index += 1) await search.find(`pattern ${index}`, [])
    expect(await search.find('one more', [])).toEqual({ kind: 'not-searched', why: 'is beyond the 200 of one run' })
    expect(await search.find('pattern 7', [])).toEqual({ kind: 'nothing' })
  })
})
