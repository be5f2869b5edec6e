import { showInvisible } from '../../diff/invisible.js'
import { nameOf, notation } from './code-point-names.js'
import { type FoundLetter, mixedLetters } from './look-alikes.js'

const plain = /^[\t\x20-\x7e]*\r?$/
const candidates = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu

/** The flags of England, Scotland and Wales: the only emoji in which tag characters stand. */
const tagFlags =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu

const pictograph = /\p{Extended_Pictographic}/u
const emojiModifier = /\p{Emoji_Modifier}/u
const visibleBraille = /[\u2801-\u28ff]/u
const mongolian = /\p{Script=Mongolian}/u
const ideograph = /\p{Script=Han}/u
/** What the standardised variation sequences begin with. */
const hasVariants = /[\p{Sm}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Myanmar}\p{Script=Phags_Pa}]/u
const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const keycapBase = /[0-9#*]/
/** Scripts that write without spaces, so that a zero width space shows where a line may break. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
/** Letters and marks of scripts whose spelling needs the joiners: cursive ones and those of the Indic family. */
const joining = new RegExp(
  `(?=[\\p{L}\\p{M}])[${[
    ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Hanifi_Rohingya', 'Adlam'],
    ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
    ...['Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Limbu', 'Balinese', 'Javanese', 'Sundanese', 'Meetei_Mayek'],
  ]
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('')}]`,
  'u',
)

export interface DeceptiveOptions {
  /** The text begins its file, where a byte order mark is no deception. */
  readonly startsFile: boolean
}

/** What one line holds that a reader does not see, sees elsewhere or takes for something else; in order. */
export function findDeceptive(line: string, { startsFile }: DeceptiveOptions): readonly FoundLetter[] {
  if (plain.test(line)) return []
  const text = line.replace(tagFlags, (flag) => ' '.repeat(flag.length))
  const found: FoundLetter[] = []
  for (const match of text.matchAll(candidates)) {
    const code = match[0].codePointAt(0) ?? 0
    const spot = { text, offset: match.index, code, startsFile }
    if (!isExpected(spot)) found.push({ offset: match.index, code })
  }
  return [...found, ...mixedLetters(text)].toSorted((a, b) => a.offset - b.offset)
}

interface Spot extends FoundLetter, DeceptiveOptions {
  readonly text: string
}

/** Whether the character does at this place what it is there for. */
function isExpected(spot: Spot): boolean {
  const { text, offset, code } = spot
  switch (code) {
    case 0x09:
      return true
    case 0x0c:
      // Sources of the GNU project part their sections with a line of its own.
      return text.trim() === ''
    case 0x0d:
      return offset === text.length - 1
    case 0xfeff:
      return spot.startsFile && offset === 0
    case 0x200b:
      return unspaced.test(before(spot)) && unspaced.test(after(spot))
    case 0x200c:
      return joinsLetters(spot)
    case 0x200d:
      return joinsLetters(spot) || joinsEmoji(spot)
    case 0x2800:
      return visibleBraille.test(text)
    default:
      return isExpectedSelector(spot)
  }
}

/** One of the neighbours is enough: Persian sets a non-joiner behind a Latin word, and a joiner may end a word. */
function joinsLetters(spot: Spot): boolean {
  return joining.test(before(spot)) || joining.test(after(spot))
}

function joinsEmoji(spot: Spot): boolean {
  const last = before(spot)
  const isExtension = last === '\ufe0f' || emojiModifier.test(last)
  const base = isExtension ? before({ text: spot.text, offset: spot.offset - last.length }) : last
  return pictograph.test(base) && pictograph.test(after(spot))
}

function isExpectedSelector(spot: Spot): boolean {
  const { code } = spot
  const base = before(spot)
  if (code === 0xfe0e || code === 0xfe0f) {
    return pictograph.test(base) || (keycapBase.test(base) && after(spot) === '\u20e3')
  }
  if (variationSelector.test(after(spot))) return false
  if (code >= 0xfe00 && code <= 0xfe02) return hasVariants.test(base)
  if (code >= 0xe0100 && code <= 0xe01ef) return ideograph.test(base)
  return ((code >= 0x180b && code <= 0x180d) || code === 0x180f) && mongolian.test(base)
}

/** The character before the offset, or nothing. */
function before({ text, offset }: Pick<Spot, 'text' | 'offset'>): string {
  const low = text.charCodeAt(offset - 1)
  const width = low >= 0xdc00 && low <= 0xdfff ? 2 : 1
  return text.slice(Math.max(0, offset - width), offset)
}

function after({ text, offset, code }: Spot): string {
  const next = text.codePointAt(offset + (code > 0xffff ? 2 : 1))
  return next === undefined ? '' : String.fromCodePoint(next)
}

const maximumNames = 12
const excerptBefore = 40
const excerptLength = 160

/** `U+202E RIGHT-TO-LEFT OVERRIDE (2 times), U+2066 …`, each code point once. */
export function nameAll(found: readonly FoundLetter[]): string {
  const counts = new Map<number, number>()
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1)
  const all = [...counts].map(([code, count]) => (count === 1 ? nameOf(code) : `${nameOf(code)} (${count} times)`))
  const more = all.length - maximumNames
  return more > 0 ? `${all.slice(0, maximumNames).join(', ')} and ${more} others` : all.join(', ')
}

/** The part of the line around the first that was found, with all of them as `⟨U+202E⟩`. */
export function showDeceptive(line: string, found: readonly FoundLetter[]): string {
  const start = wholeCharacter(line, Math.max(0, (found[0]?.offset ?? 0) - excerptBefore))
  const end = wholeCharacter(line, Math.min(line.length, start + excerptLength))
  const codes = new Set(found.map(({ code }) => code))
  const excerpt = Array.from(line.slice(start, end), (character) => {
    const code = character.codePointAt(0) ?? 0
    return codes.has(code) ? `⟨${notation(code)}⟩` : character
  }).join('')
  return `${start > 0 ? '…' : ''}${showInvisible(excerpt).trim()}${end < line.length ? '…' : ''}`
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const low = text.charCodeAt(offset)
  return low >= 0xdc00 && low <= 0xdfff ? offset - 1 : offset
}
