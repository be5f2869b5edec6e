/** How a language writes comments and strings, as far as lines can tell. */
export interface Syntax {
  readonly lineComments: readonly string[]
  readonly blockComments: readonly (readonly [open: string, close: string])[]
  /** Strings that end with their line. */
  readonly quotes: string
  /** Delimiters of strings that may run over lines; the longest first. */
  readonly longQuotes: readonly string[]
  /** Whether a slash where a value may stand begins a regular expression, whose quotes are none. */
  readonly slashes: 'expressions' | 'operators'
}

/** Turns one line after the other into code alone. Remembers what a line leaves open. */
export interface CodeReader {
  /** The line with comments and the insides of strings as blanks: what is left stands where it stood. */
  read(line: string): string
}

/** A longer line is no source that a person wrote; the rest of it is not looked at, so that reading stays linear. */
const maximumLength = 2_000

/** Starts outside of comments and strings. */
export function codeReader(syntax: Syntax): CodeReader {
  let open: string | undefined
  return {
    read: (whole) => {
      const line = whole.slice(0, maximumLength)
      const parts: string[] = []
      for (let at = 0; at < line.length; ) {
        const token: Token = open === undefined ? nextToken(syntax, line, at) : restOf(line, at, open)
        const text = line.slice(at, token.end)
        parts.push(token.kind === 'code' ? text : blanked(text, token))
        open = token.open
        at = token.end
      }
      return parts.join('')
    },
  }
}

interface Token {
  readonly kind: 'code' | 'string' | 'comment'
  readonly end: number
  /** The delimiter that ends it on a later line. */
  readonly open: string | undefined
}

/** What begins no comment and no string in any language of the table. */
const plainText = /[^'"`/#=]+/y

function nextToken(syntax: Syntax, line: string, at: number): Token {
  plainText.lastIndex = at
  const plain = plainText.exec(line)?.[0].length ?? 0
  if (plain > 0) return { kind: 'code', end: at + plain, open: undefined }
  if (syntax.lineComments.some((mark) => line.startsWith(mark, at) && !isAttribute(line, at))) {
    return { kind: 'comment', end: line.length, open: undefined }
  }
  const block = syntax.blockComments.find(([mark]) => line.startsWith(mark, at))
  if (block !== undefined) return restOf(line, at + block[0].length, block[1])
  const long = syntax.longQuotes.find((quote) => line.startsWith(quote, at))
  if (long !== undefined) return { ...restOf(line, at + long.length, long), kind: 'string' }
  const character = line[at] ?? ''
  if (syntax.quotes.includes(character)) return shortString(line, at, character)
  if (character === '/' && syntax.slashes === 'expressions') return expression(line, at)
  return { kind: 'code', end: at + 1, open: undefined }
}

/** PHP's attributes begin like its comments. */
function isAttribute(line: string, at: number): boolean {
  return line.startsWith('#[', at)
}

/** Up to the delimiter, or to the end of the line where it is not on it. */
function restOf(line: string, from: number, delimiter: string): Token {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\' && delimiter !== '*/') at += 1
    else if (line.startsWith(delimiter, at))
      return { kind: delimiter === '*/' ? 'comment' : 'string', end: at + delimiter.length, open: undefined }
  }
  return { kind: 'comment', end: line.length, open: delimiter }
}

/** One without its end on the line is none: an apostrophe, a lifetime of Rust, a regular expression. */
function shortString(line: string, at: number, quote: string): Token {
  for (let end = at + 1; end < line.length; end += 1) {
    if (line[end] === '\\') end += 1
    else if (line[end] === quote) return { kind: 'string', end: end + 1, open: undefined }
  }
  return { kind: 'code', end: at + 1, open: undefined }
}

/** Where a value ended before, the slash divides. */
const valueEnd = /[\p{L}\p{N}_$)\]}]\s*$/u

function expression(line: string, at: number): Token {
  const divides = valueEnd.test(line.slice(Math.max(0, at - 20), at)) && !/\breturn\s*$/.test(line.slice(0, at))
  const code: Token = { kind: 'code', end: at + 1, open: undefined }
  if (divides) return code
  let inClass = false
  for (let end = at + 1; end < line.length; end += 1) {
    const character = line[end]
    if (character === '\\') end += 1
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '/' && !inClass) return { kind: 'string', end: end + 1, open: undefined }
  }
  return code
}

/** Strings keep their delimiters. */
function blanked(text: string, { kind, open }: Token): string {
  if (kind === 'comment' || open !== undefined || text.length < 2) return ' '.repeat(text.length)
  return `${text[0]}${' '.repeat(text.length - 2)}${text.at(-1)}`
}
