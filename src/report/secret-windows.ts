/** A piece of a secret this long is worth hiding. */
const FRAGMENT = 12
/** Shorter pieces turn up in any text by chance. */
const MIN_WINDOW = 6
/** Three or six characters write one: `%41`, `\u0041`. */
const PERCENT_FRAGMENT = FRAGMENT * 3
const ESCAPE_FRAGMENT = FRAGMENT * 5
/** Hashes of the first characters of all windows; large enough to be almost empty. */
const TABLE_SIZE = 1 << 18

/** The pieces of secrets and their encodings that give them away. */
export interface SecretWindows {
  /** Characters of the longest piece; 0 where there is none. */
  readonly longest: number
  /** Characters of the longest piece that starts here; 0 where none does. */
  lengthAt(units: Uint16Array, at: { text: string; start: number; end: number }): number
}

interface Piece {
  readonly text: string
  /** The case of hexadecimal digits says nothing. */
  readonly cases: 'exact' | 'any'
}

/** `withoutFiller` is what the searched text goes through as well. */
export function toSecretWindows(secrets: readonly string[], withoutFiller: (text: string) => string): SecretWindows {
  const sets = new Map<number, Record<Piece['cases'], Set<string>>>()
  const table = new Uint8Array(TABLE_SIZE)
  for (const { text, cases } of secrets.flatMap((secret) => piecesOf(secret, withoutFiller))) {
    const length = text.length
    if (length < MIN_WINDOW) continue
    const set = sets.get(length) ?? { exact: new Set(), any: new Set() }
    sets.set(length, set)
    set[cases].add(cases === 'any' ? lowerCase(text) : text)
    table[hashOf([0, 1, 2, 3].map((index) => text.charCodeAt(index)))] = 1
  }
  const lengths = [...sets].toSorted(([a], [b]) => b - a)
  return {
    longest: lengths[0]?.[0] ?? 0,
    lengthAt: (units, { text, start, end }) => {
      if (table[hashAt(units, start)] !== 1) return 0
      const found = lengths.find(([length, { exact, any }]) => {
        const piece = start + length <= end ? text.slice(start, start + length) : ''
        return exact.has(piece) || any.has(lowerCase(piece))
      })
      return found?.[0] ?? 0
    },
  }
}

function piecesOf(secret: string, withoutFiller: (text: string) => string): Piece[] {
  const isShort = secret.length < FRAGMENT
  return encodings(secret).flatMap(({ text, cases, length }) =>
    windowsOf(text, isShort ? text.length : length).map((window) => ({ text: withoutFiller(window), cases })),
  )
}

function windowsOf(text: string, length: number): string[] {
  if (text.length <= length) return [text]
  return Array.from({ length: text.length - length + 1 }, (_, start) => text.slice(start, start + length))
}

function encodings(secret: string): (Piece & { length: number })[] {
  const bytes = Buffer.from(secret, 'utf8')
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].map((offset) => innerBase64(bytes, offset))
  const short = [
    secret,
    reverse(secret),
    rotate13(secret),
    ...base64,
    ...base64.map(toUrlAlphabet),
    ...base64.map(reverse),
    secret.toLowerCase(),
    secret.toUpperCase(),
    encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd')),
    JSON.stringify(secret).slice(1, -1),
  ]
  const percent = hex.replace(/../g, '%$&')
  const escapes = [...secret].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0'))
  return [
    ...short.map((text) => ({ text, cases: 'exact' as const, length: FRAGMENT })),
    { text: hex, cases: 'any', length: FRAGMENT },
    { text: percent, cases: 'any', length: PERCENT_FRAGMENT },
    // The backslash is filler, so `\u0041` is looked for as `u0041`.
    { text: escapes.map((code) => `u${code}`).join(''), cases: 'any', length: ESCAPE_FRAGMENT },
  ]
}

/** The base64 characters that depend on the secret alone when `offset` bytes stand before it. */
function innerBase64(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const complete = Math.floor((offset + bytes.length) / 3) * 4
  const first = offset === 0 ? 0 : offset + 1
  return encoded.slice(first, Math.max(complete, first))
}

function toUrlAlphabet(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_')
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

function rotate13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

function hashAt(units: Uint16Array, start: number): number {
  let hash = 0
  for (let index = start; index < start + 4; index++) hash = (hash * 31 + lowerCode(units[index] ?? 0)) % TABLE_SIZE
  return hash
}

function hashOf(codes: readonly number[]): number {
  return hashAt(Uint16Array.from(codes), 0)
}

/** ASCII only, so that no text changes its length. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}
