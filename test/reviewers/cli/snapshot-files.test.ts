import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSnapshotFiles } from '../../../src/reviewers/cli/snapshot-files.js'

describe('openSnapshotFiles', () => {
  let root = ''
  let outside = ''

  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'snapshot-files-'))
    root = join(outside, 'snapshot')
    mkdirSync(join(root, 'src', 'deep'), { recursive: true })
    writeFileSync(join(outside, 'secret.ts'), 'not to be read\n')
    writeFileSync(join(root, 'src', 'a.ts'), 'const a = 1\n')
    writeFileSync(join(root, 'src', 'deep', 'é b.ts'), 'const b = 2\n')
    writeFileSync(join(root, 'large.bin'), '')
    truncateSync(join(root, 'large.bin'), 2 * 1024 * 1024 + 1)
    symlinkSync(join(outside, 'secret.ts'), join(root, 'link.ts'))
  })
  afterAll(() => rmSync(outside, { recursive: true, force: true }))

  it.each([
    ['src/a.ts', 'const a = 1\n'],
    ['src/deep/é b.ts', 'const b = 2\n'],
  ])('reads %s, and reads it again', (path, text) => {
    const files = openSnapshotFiles(root)
    expect([files.text(path), files.text(path)]).toEqual([text, text])
  })

  it.each([
    ['a directory', 'src'],
    ['a file that is not there', 'src/b.ts'],
    ['what is below a file', 'src/a.ts/a.ts'],
    ['what is below a directory that is not there', 'lib/a.ts'],
    ['a link', 'link.ts'],
    ['a file that is too large', 'large.bin'],
    ['a name that objects have', 'constructor'],
    ['a long way to nowhere', 'src/'.repeat(1_000)],
  ])('has no text of %s', (_, path) => {
    expect(openSnapshotFiles(root).text(path)).toBeUndefined()
  })

  it('knows what no path begins with', () => {
    const { mayBegin } = openSnapshotFiles(root)
    expect(['s', 'l', 'a', 'é', ' '].map((character) => mayBegin?.(character))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('rules nothing out in a directory that cannot be listed', () => {
    const files = openSnapshotFiles(join(root, 'none'))
    expect([files.mayBegin?.('x'), files.text('x')]).toEqual([true, undefined])
  })
})
