const LINE_FEED = 0x0a

/** So many pieces of one line are joined into one; each costs far more memory than a few bytes. */
const MAX_PIECES = 1_024

/**
 * Cuts a byte stream into lines at LF and nowhere else (readline also cuts at U+2028 and at a lone CR, which JSON lines
 * may hold). A line over the limit is not kept. A line that lies within one chunk is a view of it: who keeps the line keeps
 * the chunk.
 */
export class LineSplitter {
  readonly #limit: number
  readonly #onLine: (line: Buffer) => void
  readonly #onDropped: () => void
  /** What has come of a line whose end has not: joined pieces, and after them those not yet joined. */
  #joined: Buffer[] = []
  #pieces: Buffer[] = []
  #length = 0

  constructor(limit: number, onLine: (line: Buffer) => void, onDropped: () => void) {
    this.#limit = limit
    this.#onLine = onLine
    this.#onDropped = onDropped
  }

  write(bytes: Buffer): void {
    let start = 0
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, start)
      if (end === -1) break
      if (this.#length === 0) this.#handOver(bytes.subarray(start, end), end - start)
      else this.#finish(bytes.subarray(start, end))
      start = end + 1
    }
    if (start < bytes.length) this.#add(bytes.subarray(start))
  }

  /** Hands over a last line that has no terminator. */
  end(): void {
    if (this.#length > 0) this.#finish(Buffer.alloc(0))
  }

  #add(piece: Buffer): void {
    this.#length += piece.length
    if (this.#length > this.#limit) {
      this.#joined = []
      this.#pieces = []
      return
    }
    this.#pieces.push(piece)
    if (this.#pieces.length < MAX_PIECES) return
    this.#joined.push(Buffer.concat(this.#pieces))
    this.#pieces = []
  }

  #finish(last: Buffer): void {
    this.#add(last)
    const [pieces, length] = [[...this.#joined, ...this.#pieces], this.#length]
    this.#joined = []
    this.#pieces = []
    this.#length = 0
    this.#handOver(Buffer.concat(pieces), length)
  }

  #handOver(line: Buffer, length: number): void {
    if (length > this.#limit) this.#onDropped()
    else this.#onLine(line)
  }
}
