import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpack } from '../../../src/host/install/unpack.js'
import type { ToolPackage } from '../../../src/types/reviewer.js'
import { makeTarball } from '../../support/registry-stand-in.js'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function* inPieces(tarball: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < tarball.length; start += 60_000) yield tarball.subarray(start, start + 60_000)
}

describe('unpack', () => {
  it('keeps every byte of files far larger than its buffers, with one that it skips between them', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'unpack-test-'))
    try {
      const [first, between, second] = [3_000_001, 2_000_003, 262_144].map((size) => randomBytes(size).toString('hex'))
      const contents = { 'bin/first': first ?? '', 'bin/second': second ?? '' }
      const tarball = await makeTarball([
        { name: 'package/bin/first', content: contents['bin/first'] },
        { name: 'package/between', content: between ?? '' },
        { name: 'package/bin/second', content: contents['bin/second'] },
      ])
      const files = Object.fromEntries(Object.entries(contents).map(([path, content]) => [path, sha256(content)]))
      const pin: ToolPackage = {
        ...{ package: '@acme/fake', version: '1.2.3', integrity: 'sha512-', executable: 'bin/first' },
        ...{ bubblewrap: undefined, files },
      }
      await unpack(inPieces(tarball), pin, directory)
      for (const [path, content] of Object.entries(contents))
        expect(sha256(readFileSync(join(directory, path), 'utf8'))).toBe(sha256(content))
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })
})
