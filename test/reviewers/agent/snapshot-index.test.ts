import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSnapshotIndexes } from '../../../src/reviewers/agent/snapshot-index.js'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'indexes-'))
  for (const name of ['one', 'two']) {
    mkdirSync(join(root, name))
    writeFileSync(join(root, name, `${name}.ts`), 'x\n')
  }
})
afterEach(() => rmSync(root, { recursive: true }))

describe('the index of a snapshot', () => {
  it('is made once for all conversations about it', async () => {
    const indexOf = makeSnapshotIndexes()
    const [first, second] = await Promise.all([indexOf(join(root, 'one')), indexOf(join(root, 'one'))])
    expect(second).toBe(first)
    expect(first.paths).toEqual(['one.ts'])
  })

  it('is never that of another directory', async () => {
    const indexOf = makeSnapshotIndexes()
    const [one, two] = await Promise.all([indexOf(join(root, 'one')), indexOf(join(root, 'two'))])
    expect([one.paths, two.paths]).toEqual([['one.ts'], ['two.ts']])
    expect((await indexOf(join(root, 'one'))).paths).toEqual(['one.ts'])
  })
})
