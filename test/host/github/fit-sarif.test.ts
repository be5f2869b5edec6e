import { type Encode, fitSarif } from '../../../src/host/github/fit-sarif.js'

/** A file of so many bytes as it has results, which gzip does not change. */
const source = (resultCount: number) => ({ resultCount, make: (count: number) => 'x'.repeat(count + 1) })
const encode: Encode = async (sarif) => {
  const { length } = [...sarif].join('')
  return { base64: `base64 of ${length}`, gzipBytes: length }
}

describe('fitSarif', () => {
  it('keeps every result of a file that fits', async () => {
    expect(await fitSarif(source(99), encode, 100)).toEqual({ kind: 'fits', base64: 'base64 of 100', kept: 99 })
  })

  it('halves the number of results until the file fits', async () => {
    expect(await fitSarif(source(1_000), encode, 300)).toMatchObject({ kind: 'fits', kept: 250 })
  })

  it('goes down to a file without results', async () => {
    expect(await fitSarif(source(1_000), encode, 1)).toMatchObject({ kind: 'fits', kept: 0 })
  })

  it('says when even that is too large', async () => {
    expect(await fitSarif(source(5), encode, 0)).toEqual({ kind: 'too-large', gzipBytes: 1 })
  })

  it('holds a file to ten million bytes', async () => {
    const heavy: Encode = async (sarif) => ({ base64: '', gzipBytes: [...sarif].join('').length * 1_000_000 })
    expect(await fitSarif(source(20), heavy)).toMatchObject({ kept: 5 })
    expect(await fitSarif(source(9), heavy)).toMatchObject({ kept: 9 })
  })
})
