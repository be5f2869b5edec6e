import { showInvisible } from '../../diff/invisible.js'

/** What one call of a tool returns at most. */
export const MAX_LINES = 400
export const MAX_BYTES = 32 * 1024
/** Minified code has lines of megabytes. */
const MAX_LINE_CHARACTERS = 4_000

/** Lines of output, up to the limits of one call. */
export interface ShownLines {
  /** False: it does not fit any more, and nothing else is taken. */
  add(line: string): boolean
  readonly count: () => number
  text(): string
}

/** An empty output. */
export function makeShownLines(): ShownLines {
  const lines: string[] = []
  let bytes = 0
  let isFull = false
  const add = (line: string): boolean => {
    const size = Buffer.byteLength(line) + 1
    // The first line always fits, or a file of one long line could not be read at all.
    isFull ||= lines.length >= MAX_LINES || (lines.length > 0 && bytes + size > MAX_BYTES)
    if (isFull) return false
    bytes += size
    lines.push(line)
    return true
  }
  return { add, count: () => lines.length, text: () => lines.join('\n') }
}

/** A line of a file behind its number, as in the diff: what cannot be seen is made visible. */
export function numberedLine(number: number, width: number, text: string): string {
  const cut = text.length - MAX_LINE_CHARACTERS
  const kept =
    cut > 0 ? `${text.slice(0, MAX_LINE_CHARACTERS)} … [${cut} characters more; search shows parts of it]` : text
  return `${String(number).padStart(width)}  ${showInvisible(kept)}`
}

/** The lines of a text, without the empty one after its last line end. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** A NUL byte: no text, whatever its name says. */
export function isBinary(content: Buffer): boolean {
  return content.includes(0)
}
