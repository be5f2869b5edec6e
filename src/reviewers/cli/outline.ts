/** A string of a JSON line, which may be long and is made only when it is asked for. Valid while the line is. */
export interface LazyText {
  /** How long it is as it stands in the line. */
  readonly bytes: number
  /** As it stands between its quotation marks: escaped, one character for each byte of UTF-8. */
  raw(): string
  decode(): string
  /** As much of its beginning as stands in so many bytes of the line. */
  beginning(bytes: number): string
}

/** A line of JSON whose long strings were left where they are, so that they cost next to nothing. */
export interface Outline {
  /** In place of a long string there is a short one, which `textOf` knows. */
  readonly value: unknown
  textOf(text: string): LazyText
}

export type TextOf = Outline['textOf']

/** So much of a model's text is handed on, which is for the log alone; a reply is read elsewhere. Bytes. */
export const MAX_TOLD = 16 * 1024
/** How every event begins. */
export const OPENING_BRACE = 0x7b

/** Longer strings are left out. Bytes. */
const LONG = 512
/** Longer lines are not parsed as a whole. Bytes. */
const LONG_LINE = 16 * 1024
/** The bytes of the longest escape, and of what may be cut in two before it. */
const MAX_ESCAPE = 6
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Parses a line of JSON; of a long line not its long strings. Undefined where it is no JSON. */
export function parseLine(line: Buffer): Outline | undefined {
  if (line.length > LONG_LINE) return parseOutline(line)
  const value = parseJson(line.toString('utf8'))
  return value === undefined ? undefined : { value, textOf: shortText }
}

/** Parses a line of JSON but for its long strings; undefined where it is no JSON. */
export function parseOutline(line: Buffer): Outline | undefined {
  const long = new Map<string, LazyText>()
  // What a model wrote must not pass for the name of a string that was left out.
  const nonce = `${process.pid} ${line.length} ${Math.random()}`
  let text = ''
  let kept = 0
  for (let open = line.indexOf(QUOTE); open !== -1; ) {
    const close = endOfString(line, open + 1)
    if (close === -1) return undefined
    if (close - open > LONG) {
      const name = `${nonce} ${long.size}`
      long.set(name, lazyText(line, { open, close }))
      text += line.toString('utf8', kept, open + 1) + name
      kept = close
    }
    open = line.indexOf(QUOTE, close + 1)
  }
  const value = parseJson(text + line.toString('utf8', kept))
  return value === undefined ? undefined : { value, textOf: (key) => long.get(key) ?? shortText(key) }
}

/** The value that the text is; undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a raw text stands for; nothing where it is none. */
export function decodeRaw(raw: string): string {
  return textIn(`"${Buffer.from(raw, 'latin1').toString('utf8')}"`)
}

/** A text that is there already. */
export function shortText(text: string): LazyText {
  return new ShortText(text)
}

/** A class, since there are thousands of them, and an object with an accessor of its own is dear. */
class ShortText implements LazyText {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get bytes(): number {
    return this.#escaped().length
  }

  raw(): string {
    return this.#escaped().toString('latin1')
  }

  decode(): string {
    return this.#text
  }

  beginning(bytes: number): string {
    return this.#text.length > bytes ? this.#text.slice(0, bytes) : this.#text
  }

  #escaped(): Buffer {
    return Buffer.from(JSON.stringify(this.#text).slice(1, -1))
  }
}

function lazyText(line: Buffer, { open, close }: { readonly open: number; readonly close: number }): LazyText {
  return {
    bytes: close - open - 1,
    raw: () => line.toString('latin1', open + 1, close),
    decode: () => textIn(line.toString('utf8', open, close + 1)),
    beginning: (bytes) =>
      close - open - 1 > bytes ? beginningOf(line, open, bytes) : textIn(line.toString('utf8', open, close + 1)),
  }
}

/** The beginning of a longer string, without the escape or character that the limit cuts in two. */
function beginningOf(line: Buffer, open: number, bytes: number): string {
  let end = open + 1 + bytes
  while (end > open + 1 && isWithinCharacter(line[end])) end--
  for (const last = end - MAX_ESCAPE; end > open && end > last; end--) {
    const value = parseJson(`${line.toString('utf8', open, end)}"`)
    if (typeof value === 'string') return value
  }
  return ''
}

function isWithinCharacter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0
}

function textIn(json: string): string {
  const value = parseJson(json)
  return typeof value === 'string' ? value : ''
}

/** Where a string ends whose first byte is at `start`; -1 where it does not. Every backslash is looked at once. */
function endOfString(line: Buffer, start: number): number {
  let quote = line.indexOf(QUOTE, start)
  for (let from = start; quote !== -1; from = quote + 1, quote = line.indexOf(QUOTE, from)) {
    let first = quote
    while (first > from && line[first - 1] === BACKSLASH) first--
    if ((quote - first) % 2 === 0) break
  }
  return quote
}
