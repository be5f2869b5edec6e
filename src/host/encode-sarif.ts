import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

/** A SARIF file as GitHub's upload takes it. */
export interface EncodedSarif {
  /** gzip, then base64. */
  readonly base64: string
  /** GitHub refuses more than 10 MB (docs: sarif-limits). */
  readonly gzipBytes: number
}

/** The text goes through gzip in pieces, so that it never stands in memory a second time as bytes. */
const PIECE_CHARACTERS = 256 * 1024

/** What gzip hands over at once; the default of 16 kB is many small steps for a large file. */
const CHUNK_BYTES = 256 * 1024

/** Compresses and encodes a SARIF file, given whole or in pieces that are made while the earlier ones are compressed. */
export async function encodeSarif(sarif: string | Iterable<string>): Promise<EncodedSarif> {
  const gzip = Readable.from(typeof sarif === 'string' ? piecesOf(sarif) : sarif, { objectMode: true }).compose(
    createGzip({ chunkSize: CHUNK_BYTES }),
  )
  const compressed: Buffer[] = []
  for await (const chunk of gzip) compressed.push(Buffer.from(chunk))
  const bytes = Buffer.concat(compressed)
  return { base64: bytes.toString('base64'), gzipBytes: bytes.length }
}

function* piecesOf(text: string): Generator<string> {
  let start = 0
  while (start < text.length) {
    let end = Math.min(text.length, start + PIECE_CHARACTERS)
    // A piece that ends between the two halves of a character would turn both into replacement characters.
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1
    yield text.slice(start, end)
    start = end
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
