import { gunzipSync } from 'node:zlib'
import { encodeSarif } from '../../src/host/encode-sarif.js'

async function decoded(sarif: string | Iterable<string>): Promise<string> {
  const { base64, gzipBytes } = await encodeSarif(sarif)
  const bytes = Buffer.from(base64, 'base64')
  expect(bytes).toHaveLength(gzipBytes)
  return gunzipSync(bytes).toString('utf8')
}

describe('encodeSarif', () => {
  it.each([
    ['an empty text', ''],
    ['a short text', '{"version":"2.1.0"}'],
    ['a text of several pieces', 'abc, '.repeat(300_000)],
    ['characters of two halves on every border of a piece', `x${'😀'.repeat(400_000)}`],
  ])('gives back %s', async (_name, text) => {
    expect(await decoded(text)).toBe(text)
  })

  it('takes the pieces of a text one after the other', async () => {
    const taken: number[] = []
    const pieces = function* () {
      for (let piece = 0; piece < 50; piece += 1) {
        taken.push(piece)
        yield `piece ${piece}\n`
      }
    }
    expect(await decoded(pieces())).toBe(Array.from({ length: 50 }, (_, piece) => `piece ${piece}\n`).join(''))
    expect(taken).toHaveLength(50)
  })

  it('fails when a piece cannot be made', async () => {
    const pieces = function* () {
      yield 'a'
      throw new TypeError('no more')
    }
    await expect(encodeSarif(pieces())).rejects.toThrow('no more')
  })
})
