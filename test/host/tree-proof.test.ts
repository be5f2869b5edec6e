import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareProofs, takeProof } from '../../src/host/tree-proof.js'

const root = mkdtempSync(join(tmpdir(), 'tree-proof-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
function aTree(): string {
  count += 1
  const directory = join(root, `${count}`)
  mkdirSync(join(directory, '.git', 'hooks'), { recursive: true })
  mkdirSync(join(directory, '.git', 'objects'))
  mkdirSync(join(directory, 'src'))
  writeFileSync(join(directory, '.git', 'config'), '[core]\n')
  writeFileSync(join(directory, '.git', 'objects', 'pack'), 'object')
  writeFileSync(join(directory, 'src', 'a.ts'), 'a = 1\n')
  symlinkSync('src/a.ts', join(directory, 'link'))
  return directory
}

/** Writes other bytes of the same length and sets the time of modification back. */
function writeUnnoticed(file: string, content: string): void {
  const { atime, mtime } = statSync(file)
  writeFileSync(file, content)
  utimesSync(file, atime, mtime)
}

/** A hidden write must be seen by content or change time, whatever else a coarse utimes leaves. */
const changedContent = (path: string) => expect.stringMatching(new RegExp(`^${path} was changed \\(.*content`))

describe('takeProof and compareProofs', () => {
  it('find nothing when nothing changed, although every file was read', async () => {
    const directory = aTree()
    const before = await takeProof(directory)
    readFileSync(join(directory, 'src', 'a.ts'))
    const after = await takeProof(directory)
    expect(after.digest).toBe(before.digest)
    expect(compareProofs(before, after)).toEqual([])
    expect([...before.entries.keys()]).toEqual(expect.arrayContaining(['.', '.git/config', 'link', 'src/a.ts']))
  })

  it('name a file that was added, removed or changed', async () => {
    const directory = aTree()
    const before = await takeProof(directory)
    writeFileSync(join(directory, '.git', 'hooks', 'post-checkout'), '#!/bin/sh\n')
    unlinkSync(join(directory, '.git', 'objects', 'pack'))
    writeFileSync(join(directory, 'src', 'a.ts'), 'a = 22\n')
    const differences = compareProofs(before, await takeProof(directory))
    expect(differences).toContain('.git/hooks/post-checkout was added')
    expect(differences).toContain('.git/objects/pack was removed')
    expect(differences).toContainEqual(expect.stringMatching(/^src\/a\.ts was changed \(size, content/))
  })

  it.each([
    ['an empty file', 0],
    ['a file of one read', 1024 * 1024],
    ['a file of several reads', 2 * 1024 * 1024 + 1],
  ])('read %s to its last byte', async (_, size) => {
    const directory = aTree()
    const file = join(directory, 'src', 'a.ts')
    const content = Buffer.alloc(size, 'a')
    writeFileSync(file, content)
    const before = await takeProof(directory)
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(before.entries.get('src/a.ts')).toMatchObject({ size: BigInt(size), content: sha256 })
    if (size === 0) return
    writeUnnoticed(file, `${'a'.repeat(size - 1)}b`)
    expect(compareProofs(before, await takeProof(directory))).toEqual([changedContent('src/a.ts')])
  })

  it('see a write that kept size and time', async () => {
    const directory = aTree()
    const before = await takeProof(directory)
    writeUnnoticed(join(directory, 'src', 'a.ts'), 'a = 2\n')
    expect(compareProofs(before, await takeProof(directory))).toContainEqual(changedContent('src/a.ts'))
  })

  it.each([
    [
      'rights',
      (directory: string) => chmodSync(join(directory, 'src', 'a.ts'), 0o755),
      /src\/a\.ts was changed \(rights/,
    ],
    [
      'time',
      (directory: string) => utimesSync(join(directory, 'src', 'a.ts'), 1, 1),
      /src\/a\.ts .*time of modification/,
    ],
    ['link', (directory: string) => relink(directory, '/etc/passwd'), /link was changed \(.*content/],
    ['type', (directory: string) => replaceByLink(directory), /src\/a\.ts was changed \(from file to symlink\)/],
    ['an empty directory', (directory: string) => mkdirSync(join(directory, 'new')), /^new was added/m],
  ])('see a change of %s', async (_, change, expected) => {
    const directory = aTree()
    const before = await takeProof(directory)
    change(directory)
    expect(compareProofs(before, await takeProof(directory)).join('\n')).toMatch(expected)
  })

  it('do not follow links', async () => {
    const directory = aTree()
    const outside = aTree()
    symlinkSync(outside, join(directory, 'outside'))
    const { entries } = await takeProof(directory)
    expect(entries.get('outside')?.type).toBe('symlink')
    expect([...entries.keys()].filter((path) => path.startsWith('outside/'))).toEqual([])
  })

  it('record a pipe without waiting for it', async () => {
    const directory = aTree()
    execFileSync('mkfifo', [join(directory, 'pipe')])
    expect((await takeProof(directory)).entries.get('pipe')?.type).toBe('other')
  })

  it('tell names that are not UTF-8 apart', async () => {
    const directory = aTree()
    for (const byte of [0xfe, 0xff]) {
      writeFileSync(Buffer.concat([Buffer.from(`${directory}/n`), Buffer.from([byte])]), 'x')
    }
    writeFileSync(join(directory, 'n\\xFF'), 'x')
    const names = [...(await takeProof(directory)).entries.keys()].filter((path) => path.startsWith('n'))
    expect(names.toSorted()).toEqual(['n\\\\xFF', 'n\\xFE', 'n\\xFF'])
  })

  it('stand for a big tree by its stat, and still read what git obeys', async () => {
    const directory = aTree()
    const small = { maxContentBytes: 3 }
    const before = await takeProof(directory, small)
    expect(before.entries.get('src/a.ts')?.content).toBeUndefined()
    expect(before.entries.get('.git/objects/pack')?.content).toBeUndefined()
    expect(before.entries.get('.git/config')?.content).toBeDefined()
    writeUnnoticed(join(directory, 'src', 'a.ts'), 'a = 2\n')
    renameSync(join(directory, '.git', 'config'), join(directory, '.git', 'old'))
    const differences = compareProofs(before, await takeProof(directory, small)).join('\n')
    expect(differences).toMatch(/src\/a\.ts was changed \(.*identity/)
    expect(differences).toContain('.git/config was removed')
  })

  it('fail for a directory that is not there', async () => {
    await expect(takeProof(join(root, 'missing'))).rejects.toThrow(/ENOENT/)
  })
})

function relink(directory: string, target: string): void {
  unlinkSync(join(directory, 'link'))
  symlinkSync(target, join(directory, 'link'))
}

function replaceByLink(directory: string): void {
  unlinkSync(join(directory, 'src', 'a.ts'))
  symlinkSync('../link', join(directory, 'src', 'a.ts'))
}
