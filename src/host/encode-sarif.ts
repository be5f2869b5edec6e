import { once } from 'node:events'
import { setImmediate as immediate } from 'node:timers/promises'
import { constants, createGzip } from 'node:zlib'

/** A SARIF file as GitHub's upload takes it. */
export interface EncodedSarif {
  /** gzip, then base64. */
  readonly base64: string
  /** GitHub refuses more than 10 MB (docs: sarif-limits). */
  readonly gzipBytes: number
}

/** The text goes through gzip in pieces, so that it never stands in memory a second time as bytes. */
const PIECE_CHARACTERS = 64 * 1024

/** What gzip takes and hands over at once; less is many small steps for a large file. */
const CHUNK_BYTES = 256 * 1024

/** So much may wait for gzip; more is made only when it has caught up. */
const WAITING_BYTES = 4 * 1024 * 1024

/** In UTF-8, of one of the units that JavaScript counts. */
const MOST_BYTES_OF_A_CHARACTER = 3

/** Compresses and encodes a SARIF file, given whole or in pieces that are made while the earlier ones are compressed. */
export async function encodeSarif(sarif: string | Iterable<string>): Promise<EncodedSarif> {
  // The most memory, 512 kB, makes gzip faster by a tenth and the file no larger.
  const gzip = createGzip({ chunkSize: CHUNK_BYTES, memLevel: constants.Z_MAX_MEMLEVEL })
  const compressed: Buffer[] = []
  gzip.on('data', (chunk: Buffer) => compressed.push(chunk))
  const ended = once(gzip, 'end')
  for (const chunk of chunksOf(typeof sarif === 'string' ? piecesOf(sarif) : sarif)) {
    gzip.write(chunk)
    // gzip works in a thread of its own, but asks for its next chunk in this one.
    await (gzip.writableLength > WAITING_BYTES ? once(gzip, 'drain') : immediate())
  }
  gzip.end()
  await ended
  const bytes = Buffer.concat(compressed)
  return { base64: bytes.toString('base64'), gzipBytes: bytes.length }
}

/** The pieces as bytes, put together to what gzip takes at once, because each of its steps costs. */
function* chunksOf(pieces: Iterable<string>): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  let filled = 0
  for (const piece of pieces) {
    const most = piece.length * MOST_BYTES_OF_A_CHARACTER
    if (filled + most > chunk.length) {
      if (filled > 0) yield chunk.subarray(0, filled)
      // A new one, because gzip still reads the last.
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, most))
      filled = 0
    }
    filled += chunk.write(piece, filled)
  }
  if (filled > 0) yield chunk.subarray(0, filled)
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
