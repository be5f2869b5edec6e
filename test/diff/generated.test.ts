import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGenerated } from '../../src/diff/generated.js'
import { type Entry, makeRepository, type Repository } from './repository.js'

const attributes = (content: string, path = '.gitattributes'): Entry => ({ path, content })

/** What the first tree's attributes call generated; the second tree is the head, whose own do not count. */
async function generatedOf(
  base: readonly Entry[],
  paths: readonly string[],
  change: (repository: Repository) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const repository = makeRepository(base, [attributes('* linguist-generated\n')])
  const scratch = mkdtempSync(join(tmpdir(), 'model-stack-scratch-'))
  try {
    await change(repository)
    return [...(await readGenerated(repository.git, repository.from, { paths, scratch }))]
  } finally {
    repository.remove()
    rmSync(scratch, { recursive: true })
  }
}

describe('readGenerated', () => {
  it.each([
    ['the bare attribute', '*.pb.ts linguist-generated\n', ['a.pb.ts'], ['a.pb.ts']],
    ['=true', 'gen/** linguist-generated=true\n', ['gen/x/a.ts', 'a.ts'], ['gen/x/a.ts']],
    ['=false', '* linguist-generated=false\n', ['a.ts'], []],
    ['the unset attribute', '* -linguist-generated\n', ['a.ts'], []],
    ['a later line that takes it back', '* linguist-generated\n*.ts -linguist-generated\n', ['a.ts', 'b'], ['b']],
    ['a macro', '[attr]made linguist-generated\n*.g made\n', ['a.g'], ['a.g']],
    ['odd names', '*.g linguist-generated\n', ['a\n"b\t ä.g', ' .g'], ['a\n"b\t ä.g', ' .g']],
  ])('understands %s', async (_, content, paths, expected) => {
    expect(await generatedOf([attributes(content)], paths)).toEqual(expected)
  })

  it('reads the attributes of subdirectories', async () => {
    const base = [attributes('*.ts linguist-generated\n', 'api/.gitattributes')]
    expect(await generatedOf(base, ['api/a.ts', 'a.ts'])).toEqual(['api/a.ts'])
  })

  it('believes the base tree alone, not HEAD, the repository or a link', async () => {
    const fromHead = (repository: Repository) => repository.git.read(['symbolic-ref', 'HEAD', 'refs/heads/to'])
    expect(await generatedOf([{ path: 'a.ts', content: 'a\n' }], ['a.ts'], fromHead)).toEqual([])
    const link = [
      { path: '.gitattributes', content: 'real', mode: '120000' },
      attributes('* linguist-generated', 'real'),
    ]
    expect(await generatedOf(link, ['a.ts'])).toEqual([])
  })

  it('reads an empty base tree as no attributes', async () => {
    expect(await generatedOf([], ['a.ts'])).toEqual([])
  })

  it('makes no index where no directory of the paths has attributes', async () => {
    const repository = makeRepository([attributes('* linguist-generated\n', 'other/.gitattributes')], [])
    const commands: (string | undefined)[] = []
    const read: Repository['git']['read'] = (args, options) => {
      commands.push(args.find((arg) => /^[a-z]+-[a-z]+$/.test(arg)))
      return repository.git.read(args, options)
    }
    try {
      const from = { paths: ['a.ts', 'src/deep/b.ts'], scratch: '/nowhere' }
      expect(await readGenerated({ read }, repository.from, from)).toEqual(new Set())
      expect(commands).toEqual(['cat-file'])
    } finally {
      repository.remove()
    }
  })

  it('looks into every directory above a path, odd names included', async () => {
    const base = [attributes('*.ts linguist-generated\n', 'a b/.gitattributes')]
    expect(await generatedOf(base, ['a b/c/d/x.ts', 'a/x.ts'])).toEqual(['a b/c/d/x.ts'])
    const odd = [attributes('*.ts linguist-generated\n', 'a\nb/.gitattributes')]
    expect(await generatedOf(odd, ['a\nb/c/x.ts', 'a/x.ts'])).toEqual(['a\nb/c/x.ts'])
  })

  it('asks git nothing when there are no paths', async () => {
    const git = { read: () => Promise.reject(new Error('git ran')) }
    expect(await readGenerated(git, 'a'.repeat(40), { paths: [], scratch: '/nowhere' })).toEqual(new Set())
  })
})
