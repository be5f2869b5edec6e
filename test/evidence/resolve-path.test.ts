import { type PathContext, pathResolver } from '../../src/evidence/resolve-path.js'
import { aFileDiff } from '../diff/builders.js'

const head = [
  'README.md',
  'src/app.ts',
  'src/server/index.ts',
  'src/client/index.ts',
  'lib/b/tool.ts',
  'packages/one/package.json',
  'package.json',
  'docs/Guide.md',
  'Makefile',
  'makefile',
]

const context: PathContext = {
  diff: {
    files: [
      aFileDiff({ path: 'src/app.ts' }),
      aFileDiff({ path: 'src/server/index.ts', oldPath: 'src/srv/index.ts', status: 'renamed' }),
    ],
    omitted: [],
  },
  neutralised: [
    {
      path: 'AGENTS.md',
      snapshotPath: '__untrusted_config__/AGENTS.md.txt',
      reason: 'agent-config',
      target: undefined,
    },
  ],
  treePaths: async (side) => (side === 'new' ? head : ['src/app.ts', 'src/srv/index.ts', 'src/dropped.ts']),
  roots: ['/work/snapshot'],
  exists: async () => false,
}

const resolve = pathResolver(context)

describe('pathResolver', () => {
  it.each(head)('resolves %s to itself without a word', async (path) => {
    expect(await resolve('new', path)).toEqual({ kind: 'resolved', path, note: undefined })
  })

  it.each([
    ['a/src/app.ts', 'src/app.ts'],
    ['b/src/app.ts', 'src/app.ts'],
    ['./src/app.ts', 'src/app.ts'],
    ['`src/app.ts`', 'src/app.ts'],
    [' src/app.ts ', 'src/app.ts'],
    ['src/app.ts:12', 'src/app.ts'],
    ['src/app.ts:12:5', 'src/app.ts'],
    ['src/app.ts:12-20', 'src/app.ts'],
    ['src/app.ts#L12', 'src/app.ts'],
    ['b/src/app.ts#L12-L20', 'src/app.ts'],
    ['/work/snapshot/package.json', 'package.json'],
    ['file:///work/snapshot/src/app.ts:3', 'src/app.ts'],
    ['/home/someone/shop/src/app.ts', 'src/app.ts'],
    ['app.ts', 'src/app.ts'],
    ['index.ts', 'src/server/index.ts'],
    ['client/index.ts', 'src/client/index.ts'],
    ['b/tool.ts', 'lib/b/tool.ts'],
    ['DOCS/guide.md', 'docs/Guide.md'],
  ])('resolves %s, and says that it was written so', async (written, path) => {
    expect(await resolve('new', written)).toEqual({
      kind: 'resolved',
      path,
      note: `The path was given as "${written}".`,
    })
  })

  it.each([
    ['/elsewhere/packages/one/package.json', 'packages/one/package.json'],
    ['one/package.json', 'packages/one/package.json'],
  ])('takes %s for the only path that fits', async (written, path) => {
    expect(await resolve('new', written)).toMatchObject({ kind: 'resolved', path })
  })

  it.each([
    ['MAKEFILE', /more than one file/],
    ['src/nowhere.ts', /no such path at the head/],
    ['src/dropped.ts', /no such path at the head/],
    ['server/app.ts', /no such path/],
    ['/etc/README.md', /absolute/],
    ['p.ts', /no such path/],
  ])('never guesses what %s is', async (written, reason) => {
    expect(await resolve('new', written)).toEqual({ kind: 'rejected', reason: expect.stringMatching(reason) })
  })

  it('looks at the tree of the side, and calls a renamed file by its old name there', async () => {
    expect(await resolve('old', 'src/dropped.ts')).toMatchObject({ path: 'src/dropped.ts' })
    expect(await resolve('old', 'README.md')).toMatchObject({ kind: 'rejected' })
    expect(await resolve('old', 'src/server/index.ts')).toEqual({
      kind: 'resolved',
      path: 'src/srv/index.ts',
      note: undefined,
    })
  })

  it('maps the name of a neutralised file back', async () => {
    expect(await resolve('new', '__untrusted_config__/AGENTS.md.txt')).toMatchObject({ path: 'AGENTS.md' })
  })

  it('asks for whole paths only where it has no list of the tree, and keeps what is nowhere', async () => {
    const asked: string[] = []
    const unlisted = pathResolver({
      ...context,
      treePaths: undefined,
      exists: async (_, path) => {
        asked.push(path)
        return path === 'docs/Guide.md'
      },
    })
    expect(await unlisted('new', 'docs/Guide.md:7')).toMatchObject({ path: 'docs/Guide.md' })
    expect(await unlisted('new', 'app.ts')).toMatchObject({ path: 'src/app.ts' })
    expect(await unlisted('new', 'guide.md')).toEqual({ kind: 'resolved', path: 'guide.md', note: undefined })
    expect(await unlisted('new', '../secret')).toMatchObject({ kind: 'rejected' })
    expect(asked.filter((path) => path.includes('..'))).toEqual([])
  })

  it('reads the tree once for each side', async () => {
    let reads = 0
    const counting = pathResolver({
      ...context,
      treePaths: async () => {
        reads += 1
        return head
      },
    })
    await counting('new', 'nowhere')
    await counting('new', 'README.md')
    expect(reads).toBe(1)
  })

  it('does not compare thousands of files that have the same name', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `packages/p${index}/index.js`)
    const crowded = pathResolver({ ...context, treePaths: async () => many })
    expect(await crowded('new', 'p7/index.js')).toMatchObject({ kind: 'rejected' })
    expect(await crowded('new', 'packages/p7/index.js')).toMatchObject({ kind: 'resolved' })
  })
})
