import { lockFiles } from '../../../src/evidence/own/lock-files.js'
import type { FileDiff } from '../../../src/types/diff.js'
import { aFileDiff } from '../../diff/builders.js'
import { addedFile, deletedFile } from './changed-file.js'

const modified = (path: string) => aFileDiff({ path })

function see(...files: readonly FileDiff[]): readonly string[] {
  return lockFiles(files).map(({ anchor }) => anchor.path)
}

describe('a lock file that changes', () => {
  it.each([
    ['package-lock.json', 'package.json'],
    ['npm-shrinkwrap.json', 'package.json'],
    ['yarn.lock', 'package.json'],
    ['yarn.lock', '.yarnrc.yml'],
    ['pnpm-lock.yaml', 'package.json'],
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
    ['Cargo.lock', 'Cargo.toml'],
    ['go.sum', 'go.mod'],
    ['poetry.lock', 'pyproject.toml'],
    ['uv.lock', 'pyproject.toml'],
    ['Pipfile.lock', 'Pipfile'],
    ['Gemfile.lock', 'Gemfile'],
    ['Gemfile.lock', 'tool.gemspec'],
    ['composer.lock', 'composer.json'],
  ])('is seen without its manifest and not with it: %s, %s', (lock, manifest) => {
    expect(see(modified(lock), modified('src/a.ts'))).toEqual([lock])
    expect(see(modified(lock), modified(manifest))).toEqual([])
  })

  it.each([
    ['a member below', 'package-lock.json', 'packages/core/package.json', []],
    ['the workspace above', 'apps/web/Cargo.lock', 'Cargo.toml', []],
    ['the same directory', 'apps/web/yarn.lock', 'apps/web/package.json', []],
    ['a neighbour', 'apps/web/yarn.lock', 'apps/api/package.json', ['apps/web/yarn.lock']],
    [
      'a directory whose name only begins alike',
      'apps/web/yarn.lock',
      'apps/web2/package.json',
      ['apps/web/yarn.lock'],
    ],
    ['another language', 'package-lock.json', 'Cargo.toml', ['package-lock.json']],
  ])('may follow a manifest of its kind: %s', (_, lock, manifest, seen) => {
    expect(see(modified(lock), modified(manifest))).toEqual(seen)
  })

  it('may follow a manifest that is new, deleted or moved away', () => {
    expect(see(modified('yarn.lock'), addedFile('packages/new/package.json', ['{}']))).toEqual([])
    expect(see(modified('yarn.lock'), deletedFile('packages/old/package.json', ['{}']))).toEqual([])
    const moved = aFileDiff({ path: 'b/package.json.bak', oldPath: 'b/package.json', status: 'renamed' })
    expect(see(modified('yarn.lock'), moved)).toEqual([])
  })

  it('is not seen when it is new, deleted, or only moved', () => {
    expect(see(addedFile('yarn.lock', ['# yarn']))).toEqual([])
    expect(see(deletedFile('package-lock.json', ['{}']))).toEqual([])
    const moved = aFileDiff({ path: 'app/yarn.lock', oldPath: 'yarn.lock', status: 'renamed', added: 0, removed: 0 })
    expect(see(moved)).toEqual([])
  })

  it('is one sighting at its first changed line, which names the manifest', () => {
    const [seen, ...more] = lockFiles([modified('package-lock.json')])
    expect(more).toEqual([])
    expect(seen).toMatchObject({ rule: 'config-ci', anchor: { path: 'package-lock.json', side: 'new', line: 1 } })
    expect(seen?.what).toContain('no package.json in its directory, above it or below it does')
  })
})
