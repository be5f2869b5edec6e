/** One piece of a shell script: a word with its quotes removed, or an operator such as `;`, `|` or a line end. */
export interface ShellPiece {
  readonly kind: 'word' | 'operator'
  readonly text: string
}

const OPERATORS = new Set(['\n', ';', '|', '&', '(', ')', '<', '>'])
/** What stands for itself, taken in one go. */
const PLAIN = /[^ \t\n;|&()<>'"\\]+/y
const PLAIN_IN_QUOTES = /[^"\\]+/y
/** Longer scripts are read up to here; what names a file stands at the front. */
const MAX_SCRIPT_LENGTH = 64 * 1024

/** Cuts a shell script into words and OPERATORS. Expansions are left as they are written; quoting errors are not errors. */
export function toShellPieces(script: string): readonly ShellPiece[] {
  const pieces: ShellPiece[] = []
  let word: string | undefined
  const finish = () => {
    if (word !== undefined) pieces.push({ kind: 'word', text: word })
    word = undefined
  }
  const text = script.slice(0, MAX_SCRIPT_LENGTH)
  for (let index = 0; index < text.length; ) {
    const character = text.charAt(index)
    if (character === ' ' || character === '\t') finish()
    else if (OPERATORS.has(character)) {
      finish()
      pieces.push({ kind: 'operator', text: character })
    } else {
      const part = readPart(text, index)
      word = word === undefined ? part.text : word + part.text
      index = part.end
      continue
    }
    index += 1
  }
  finish()
  return pieces
}

interface Part {
  readonly text: string
  /** The index after the part. */
  readonly end: number
}

function readPart(text: string, start: number): Part {
  const character = text.charAt(start)
  if (character === "'") return readSingleQuoted(text, start)
  if (character === '"') return readDoubleQuoted(text, start)
  if (character === '\\') return { text: text.charAt(start + 1), end: start + 2 }
  return readPlain(PLAIN, text, start)
}

function readPlain(pattern: RegExp, text: string, start: number): Part {
  pattern.lastIndex = start
  const plain = pattern.exec(text)?.[0] ?? ''
  return { text: plain, end: start + plain.length }
}

function readSingleQuoted(text: string, start: number): Part {
  const close = text.indexOf("'", start + 1)
  const end = close === -1 ? text.length : close
  return { text: text.slice(start + 1, end), end: end + 1 }
}

function readDoubleQuoted(text: string, start: number): Part {
  const parts: string[] = []
  let index = start + 1
  while (index < text.length && text.charAt(index) !== '"') {
    const part = text.charAt(index) === '\\' ? readEscape(text, index) : readPlain(PLAIN_IN_QUOTES, text, index)
    parts.push(part.text)
    index = part.end
  }
  return { text: parts.join(''), end: index + 1 }
}

/** Within double quotes a backslash escapes only some characters; before others it stands for itself. */
function readEscape(text: string, start: number): Part {
  const escaped = text.charAt(start + 1)
  return '"\\$`\n'.includes(escaped) ? { text: escaped, end: start + 2 } : { text: '\\', end: start + 1 }
}
