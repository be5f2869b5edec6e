import { stemOf } from './stem.js'
import { ideaOf, idleWords } from './vocabulary.js'

/** What one token of a text tells: its terms with their shares, and the identifier that it is. */
export interface Token {
  readonly terms: readonly { readonly text: string; readonly share: number }[]
  readonly identifier: string | undefined
}

/** An idea is vaguer than the word itself. */
const IDEA_SHARE = 1
const WORD_OF_IDEA_SHARE = 0.4
/** A number alone says little: mostly it counts something. */
const NUMBER_SHARE = 0.3
/** A whole identifier says more than its parts, which stand beside it. */
const PART_SHARE = 0.9

const asciiToken = /`?[A-Za-z0-9_$]+\(?/g
const anyToken = /`?[\p{L}\p{N}\p{M}_$]+\(?/gu
const notAscii = /[^\x00-\x7f]/
/** Scripts that put no space between words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Cuts a text into tokens; a backtick before and a parenthesis after belong to them, because they mark code. */
export function tokensOf(text: string): readonly string[] {
  return text.match(notAscii.test(text) ? anyToken : asciiToken) ?? []
}

/** Reads one token of `tokensOf`. */
export function readToken(token: string): Token {
  const bare = token.replace(/^`|\($/g, '')
  if (notAscii.test(bare)) return readForeign(bare)
  if (/^[0-9]+$/.test(bare)) return { terms: [{ text: bare, share: NUMBER_SHARE }], identifier: undefined }
  const marked = bare.length !== token.length && /[A-Za-z]/.test(bare)
  if (!marked && !looksLikeIdentifier(bare)) return { terms: wordTerms(bare.toLowerCase(), 1), identifier: undefined }
  const identifier = `#${bare.toLowerCase()}`
  const parts = partsOf(bare)
  if (parts.length === 1) return { terms: wordTerms(parts[0] ?? '', 1), identifier }
  return {
    terms: [{ text: identifier, share: 1 }, ...parts.flatMap((part) => wordTerms(part, PART_SHARE))],
    identifier,
  }
}

/** `retryCount`, `retry_count`, `sha256`, `MAX_SIZE`; not `Retry`, `SQL`, `42`. */
function looksLikeIdentifier(token: string): boolean {
  return /[a-z0-9][A-Z]|[A-Za-z0-9][_$]|[_$][A-Za-z]|[A-Za-z][0-9]|[0-9][A-Za-z]/.test(token)
}

function partsOf(identifier: string): readonly string[] {
  return identifier
    .split(/[_$]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase())
}

function wordTerms(word: string, share: number): Token['terms'] {
  if (word.length < 2 || idleWords.has(word)) return []
  const stem = stemOf(word)
  const idea = ideaOf.get(stem)
  if (idea === undefined) return [{ text: stem, share }]
  return [
    { text: idea, share: share * IDEA_SHARE },
    { text: stem, share: share * WORD_OF_IDEA_SHARE },
  ]
}

/** Words of scripts without spaces are not known, so pairs of characters stand for them. */
function readForeign(bare: string): Token {
  const word = bare.normalize('NFKC').toLowerCase()
  if (!spaceless.test(word)) return { terms: [{ text: word, share: 1 }], identifier: undefined }
  const characters = Array.from(word)
  if (characters.length < 3) return { terms: [{ text: word, share: 1 }], identifier: undefined }
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return { terms: pairs.map((text) => ({ text, share: 1 })), identifier: undefined }
}
