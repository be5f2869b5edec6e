const LINE_FEED = 0x0a

/**
 * Cuts a byte stream into lines at LF and nowhere else (readline also cuts at U+2028 and at a lone CR, which JSON lines
 * may hold). A line over the limit is not kept.
 */
export class LineSplitter {
  readonly #limit: number
  readonly #onLine: (line: Buffer) => void
  readonly #onDropped: () => void
  #parts: Buffer[] = []
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
      this.#add(bytes.subarray(start, end))
      this.#finish()
      start = end + 1
    }
    if (start < bytes.length) this.#add(bytes.subarray(start))
  }

  /** Hands over a last line that has no terminator. */
  end(): void {
    if (this.#length > 0) this.#finish()
  }

  #add(part: Buffer): void {
    this.#length += part.length
    if (this.#length > this.#limit) this.#parts = []
    else this.#parts.push(part)
  }

  #finish(): void {
    const line = Buffer.concat(this.#parts)
    const dropped = this.#length > this.#limit
    this.#parts = []
    this.#length = 0
    if (dropped) this.#onDropped()
    else this.#onLine(line)
  }
}
