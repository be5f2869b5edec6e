import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSnapshotLines } from '../../src/host/snapshot-lines.js'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'snapshot-lines-'))
  mkdirSync(join(directory, 'src', 'deep'), { recursive: true })
  writeFileSync(join(directory, 'a.ts'), 'one\ntwo')
  writeFileSync(join(directory, 'src', 'deep', 'b.ts'), 'three\n')
  writeFileSync(join(directory, 'empty'), '')
})
afterEach(() => rmSync(directory, { recursive: true }))

async function read(maxBytes?: number) {
  const { files, complete } = readSnapshotLines(directory, maxBytes)
  const found: [string, string[]][] = []
  for await (const { path, lines } of files) found.push([path, [...lines]])
  return { files: Object.fromEntries(found), complete: complete() }
}

describe('readSnapshotLines', () => {
  it('reads every file by its path in the repository', async () => {
    expect(await read()).toEqual({
      files: { 'a.ts': ['one', 'two'], 'src/deep/b.ts': ['three', ''], empty: [''] },
      complete: true,
    })
  })

  it('says that it is not complete once there is more than it may read', async () => {
    const { files, complete } = await read(8)
    expect(complete).toBe(false)
    expect(Object.keys(files).length).toBeLessThan(3)
  })

  it('neither follows a link nor waits for a pipe, of which a snapshot has none', async () => {
    symlinkSync('/etc/hostname', join(directory, 'link'))
    spawnSync('mkfifo', [join(directory, 'pipe')])
    expect(Object.keys((await read()).files).sort()).toEqual(['a.ts', 'empty', 'src/deep/b.ts'])
  })

  it('is complete where all of it is just as large as it may be', async () => {
    expect((await read(13)).complete).toBe(true)
  })
})
