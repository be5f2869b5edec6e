import { isUtf8 } from 'node:buffer'

/** A reading position in what git printed so far; every `take…` function moves it forward. */
export interface Cursor {
  readonly bytes: Buffer
  at: number
  /** Nothing comes after these bytes. */
  readonly ended: boolean
  /** Where the bytes begin in the whole output. */
  readonly offset: number
  /** From here on bytes must stay together, as a hunk is being read; undefined: from `at` on. */
  mark: number | undefined
  /** No terminator is between `at` and here: a long line must not be searched again with every piece. */
  searched: number
  /** Lines taken so far. */
  lines: number
}

/** Yields where it needs more bytes, and returns what it took. */
export type Taking<T> = Generator<undefined, T, undefined>

export interface Stream<T> {
  readonly cursor: Cursor
  /** Hands over more of the output and takes what can be taken. */
  push(chunk: Buffer): void
  /** Says that nothing comes any more. */
  end(): T
}

export type DiffProblem = 'NUL byte' | 'not UTF-8' | 'binary'

export const LINE_FEED = 10
/** How the lines of a hunk begin. */
export const [SPACE, PLUS, MINUS, BACKSLASH] = [32, 43, 45, 92]

/** Most hunks are far smaller; what is in one block stays in memory together. */
const BLOCK_BYTES = 1024 * 1024

/** Takes from a whole output. */
export function takeFrom<T>(output: Buffer, take: (cursor: Cursor) => Taking<T>): T {
  const whole = { bytes: output, at: 0, ended: true, offset: 0, mark: undefined, searched: 0, lines: 0 }
  return finish(take(whole))
}

/**
 * Takes from an output that comes in pieces. They are copied into blocks that are never written again, so what was taken
 * may refer to them; of a block that is full, only what is not yet taken is copied into the next.
 */
export function takeFromStream<T>(take: (cursor: Cursor) => Taking<T>): Stream<T> {
  let block = Buffer.alloc(0)
  let used = 0
  const empty: Cursor = { bytes: block, at: 0, ended: false, offset: 0, mark: undefined, searched: 0, lines: 0 }
  const cursor: { -readonly [Key in keyof Cursor]: Cursor[Key] } = empty
  const taking = take(cursor)

  const renewBlock = (more: number) => {
    const from = cursor.mark ?? cursor.at
    const rest = block.subarray(from, used)
    // Twice as much, so that a hunk of many blocks is not copied with each of them.
    block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, 2 * (rest.length + more)))
    used = rest.copy(block)
    cursor.at -= from
    cursor.searched -= from
    cursor.offset += from
    if (cursor.mark !== undefined) cursor.mark = 0
  }
  return {
    cursor,
    push: (chunk) => {
      if (used + chunk.length > block.length) renewBlock(chunk.length)
      used += chunk.copy(block, used)
      cursor.bytes = block.subarray(0, used)
      taking.next()
    },
    end: () => {
      cursor.ended = true
      return finish(taking)
    },
  }
}

function finish<T>(taking: Taking<T>): T {
  const step = taking.next()
  if (step.done === true) return step.value
  throw new Error('a reader asked for more after the end of the output of git')
}

/** The bytes up to the next NUL. */
export function takeField(cursor: Cursor): Taking<Buffer> {
  return takeUntil(cursor, 0)
}

export function* takeLine(cursor: Cursor): Taking<Buffer> {
  const line = yield* takeUntil(cursor, LINE_FEED)
  cursor.lines += 1
  return line
}

function* takeUntil(cursor: Cursor, terminator: number): Taking<Buffer> {
  for (let end = find(cursor, terminator); ; end = find(cursor, terminator)) {
    if (end < 0) {
      if (cursor.ended) throw malformed(`cut off at byte ${cursor.offset + cursor.bytes.length}`)
      yield
      continue
    }
    const taken = cursor.bytes.subarray(cursor.at, end)
    cursor.at = end + 1
    return taken
  }
}

/** Where the terminator stands; below 0 where it is not there yet. */
export function find(cursor: Cursor, terminator: number): number {
  const end = cursor.bytes.indexOf(terminator, Math.max(cursor.at, cursor.searched))
  if (end < 0) cursor.searched = cursor.bytes.length
  return end
}

export function* startsWith(cursor: Cursor, text: string): Taking<boolean> {
  while (!cursor.ended && cursor.bytes.length - cursor.at < text.length) yield
  for (let index = 0; index < text.length; index += 1) {
    if (cursor.bytes[cursor.at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

/** True where nothing is left. */
export function* isAtEnd(cursor: Cursor): Taking<boolean> {
  while (!cursor.ended && cursor.at === cursor.bytes.length) yield
  return cursor.at === cursor.bytes.length
}

/** Why these bytes are not text; undefined when they are. */
export function problemOf(body: Buffer): DiffProblem | undefined {
  if (body.includes(0)) return 'NUL byte'
  return isUtf8(body) ? undefined : 'not UTF-8'
}

export function malformed(what: string): Error {
  return new Error(`the output of git diff cannot be parsed: ${what}`)
}
