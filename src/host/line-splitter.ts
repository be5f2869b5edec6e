const LINE_FEED = 0x0a

/** So many pieces of one line are joined into one; each costs far more memory than a few bytes. */
const MAX_PIECES = 1_024
/** Shorter lines are joined in one place that is used again and again: new memory is dear. */
const SCRATCH_BYTES = 128 * 1024

/**
 * Cuts a byte stream into lines at LF and nowhere else (readline also cuts at U+2028 and at a lone CR, which JSON lines
 * may hold). A line over the limit is not kept. A line is a view of a chunk or of memory that is used again: it holds only
 * until the call returns.
 */
export class LineSplitter {
  readonly #limit: number
  readonly #onLine: (line: Buffer) => void
  readonly #onDropped: () => void
  /** What has come of a line whose end has not: joined pieces, and after them those not yet joined. */
  #joined: Buffer[] = []
  #pieces: Buffer[] = []
  #length = 0
  #scratch: Buffer | undefined

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
      if (this.#length === 0) this.#handOver(bytes.subarray(start, end))
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
    const pieces = this.#joined.length === 0 ? this.#pieces : [...this.#joined, ...this.#pieces]
    const length = this.#length
    this.#joined = []
    this.#pieces = []
    this.#length = 0
    if (length > this.#limit) this.#onDropped()
    else this.#onLine(length > SCRATCH_BYTES ? Buffer.concat(pieces, length) : this.#joinInScratch(pieces))
  }

  #joinInScratch(pieces: readonly Buffer[]): Buffer {
    this.#scratch ??= Buffer.allocUnsafeSlow(SCRATCH_BYTES)
    let length = 0
    for (const piece of pieces) length += piece.copy(this.#scratch, length)
    return this.#scratch.subarray(0, length)
  }

  #handOver(line: Buffer): void {
    if (line.length > this.#limit) this.#onDropped()
    else this.#onLine(line)
  }
}
