/** No event of a provider is longer; its last one repeats the whole answer. Bytes. */
const MAX_LINE_BYTES = 8 * 1024 * 1024
const NEWLINE = 0x0a

/** Takes the bytes of a stream of server-sent events in any pieces. */
export interface EventStream {
  add(chunk: Buffer): void
  /** Reads a last line that has no end. */
  end(): void
}

/** Calls `onData` with each data line's JSON for which `isWanted` is true; lines that are too long or no JSON are passed over. */
export function readEventStream(handlers: {
  isWanted(line: string): boolean
  onData(value: unknown): void
}): EventStream {
  let pieces: Buffer[] = []
  let length = 0
  let skipping = false

  const finishLine = (): void => {
    const line = skipping ? '' : Buffer.concat(pieces).toString('utf8')
    pieces = []
    length = 0
    skipping = false
    if (!line.startsWith('data:')) return
    const data = line.slice('data:'.length)
    if (!handlers.isWanted(data)) return
    const value = tryJson(data)
    if (value !== undefined) handlers.onData(value)
  }

  const keep = (piece: Buffer): void => {
    length += piece.length
    if (length > MAX_LINE_BYTES) {
      skipping = true
      pieces = []
    }
    if (!skipping && piece.length > 0) pieces.push(piece)
  }

  return {
    add(chunk) {
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        keep(chunk.subarray(start, end))
        finishLine()
        start = end + 1
      }
      keep(chunk.subarray(start))
    },
    end: finishLine,
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
