// Independent of src/report/redact.ts on purpose: the text is decoded, there it is the secret that is encoded.

/** A piece of a secret this long gives it away. */
const FRAGMENT = 12
/** Base64 of 12 characters. */
const BASE64_FRAGMENT = 16
const HEX_FRAGMENT = FRAGMENT * 2

/** Name → value of what must be seen nowhere. */
export type Secrets = Readonly<Record<string, string>>

/** Names of the secrets that the text gives away, each with the form it was found in. */
export function leaks(text: string, secrets: Secrets): readonly string[] {
  const shapes = [text, ...decoders.map((decode) => decode(text))]
  const dense = new Set([...new Set(shapes)].flatMap((shape) => [compact(shape), withoutMarks(shape)]))
  const known = knownOf(secrets)
  const found = new Set<Search>()
  for (const shape of dense) for (const [length, owners] of known.owners) addHeld(found, shape, { length, owners })
  return known.searches.filter((search) => found.has(search)).map(({ name, form }) => `${name} (${form})`)
}

interface Search {
  readonly name: string
  readonly form: string
  readonly windows: readonly string[]
}

/** What each piece of a text gives away. */
type Owners = ReadonlyMap<string, readonly Search[]>

interface Known {
  readonly searches: readonly Search[]
  /** By the length of the piece, so that a text is gone through once per length and not once per secret. */
  readonly owners: ReadonlyMap<number, Owners>
}

const alreadyKnown = new WeakMap<Secrets, Known>()

function knownOf(secrets: Secrets): Known {
  const known = alreadyKnown.get(secrets) ?? toKnown(secrets)
  alreadyKnown.set(secrets, known)
  return known
}

function toKnown(secrets: Secrets): Known {
  const all = Object.entries(secrets).flatMap(([name, value]) => searches(value).map((one) => ({ name, ...one })))
  const owners = new Map<number, Map<string, readonly Search[]>>()
  for (const one of all) {
    for (const window of one.windows) {
      const ofLength = owners.get(window.length) ?? new Map<string, readonly Search[]>()
      owners.set(window.length, ofLength.set(window, [...(ofLength.get(window) ?? []), one]))
    }
  }
  return { searches: all, owners }
}

/** Adds whatever a piece of the text belongs to. */
function addHeld(found: Set<Search>, text: string, pieces: { readonly length: number; readonly owners: Owners }): void {
  const { length, owners } = pieces
  for (let start = 0; start + length <= text.length; start++) {
    for (const owner of owners.get(text.slice(start, start + length)) ?? []) found.add(owner)
  }
}

function searches(secret: string): readonly Omit<Search, 'name'>[] {
  const base64 = [0, 1, 2].map((offset) => innerBase64(secret, offset))
  const hex = Buffer.from(secret).toString('hex')
  return [
    search('plain', secret, FRAGMENT),
    search('reversed', reversed(secret), FRAGMENT),
    search('rot13', rot13(secret), FRAGMENT),
    ...base64.map((text, offset) => search(`base64 at offset ${offset}`, text, BASE64_FRAGMENT)),
    ...base64.map((text) => search('base64url', text.replaceAll('+', '-').replaceAll('/', '_'), BASE64_FRAGMENT)),
    search('base64, reversed', reversed(Buffer.from(secret).toString('base64')), BASE64_FRAGMENT),
    search('hex', hex, HEX_FRAGMENT),
    search('hex', hex.toUpperCase(), HEX_FRAGMENT),
  ]
}

function search(form: string, whole: string, length: number): Omit<Search, 'name'> {
  const text = compact(whole)
  const size = Math.min(length, text.length)
  const starts = Array.from({ length: text.length - size + 1 }, (_, start) => start)
  return { form, windows: [...new Set(starts.map((start) => text.slice(start, start + size)))] }
}

/** The base64 characters that depend on the secret alone when `offset` bytes stand before it. */
function innerBase64(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
  const encoded = bytes.toString('base64')
  const whole = Math.floor(bytes.length / 3) * 4
  return encoded.slice(offset === 0 ? 0 : 4, whole)
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
  })
}

const decoders: readonly ((text: string) => string)[] = [
  (text) => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => character(Number.parseInt(hex, 16))),
  (text) => text.replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16))),
  (text) => text.replace(/\\+x([0-9a-f]{2})/gi, (_, hex: string) => character(Number.parseInt(hex, 16))),
  (text) => text.replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16))),
  (text) => text.replace(/&#(\d{1,7});?/g, (_, digits: string) => character(Number(digits))),
  (text) => text.replace(/[\u{e0020}-\u{e007e}]/gu, (tag) => character((tag.codePointAt(0) ?? 0) - 0xe0000)),
]

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Without what a reader does not see between the characters of a secret. */
function compact(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
}

/** Nor with what a reader skips: markup, quotes, separators that occur in no secret of ours. */
function withoutMarks(text: string): string {
  return compact(text).replace(/&[a-z]+;|[*`~|"'\\+,<>()[\]{}]/gi, '')
}
