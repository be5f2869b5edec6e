import { readToken, tokensOf } from './words.js'

/** What is compared of one text. */
export interface TextFeatures {
  /** Ids of its terms, each once. */
  readonly terms: Int32Array
  /** How much the text makes of each term, in the order of `terms`. */
  readonly shares: Float64Array
  /** Ids of the whole identifiers that it names. */
  readonly identifiers: readonly number[]
  readonly title: string
  readonly message: string
}

/** The texts of one run, whose words are weighed by how many of these texts hold them. */
export interface TextIndex {
  /** The same object for the same text. */
  read(title: string, message: string): TextFeatures
  /** When all texts were read: how telling each term is, by its id, and how many different texts there are. */
  weigh(): { readonly weights: Float64Array; readonly texts: number }
}

/** Only the beginning of a long text is compared: it says what the defect is. */
const MAX_COMPARED = 2_000
const MAX_IDENTIFIERS = 40
/** Of one message; they are searched one by one. */
const MAX_TITLES = 20
/** What the title says weighs more than what the message does. */
const TITLE_SHARE = 1.3
/**
 * As if there were so many more texts without the term: two texts alone would otherwise call their common words worthless.
 */
const OTHER_TEXTS = 20
/** Words that all texts hold still are worth something: all may be about one defect. */
const LEAST_WEIGHT = 0.6

interface TermShares {
  readonly terms: readonly number[]
  readonly shares: readonly number[]
  readonly identifier: number
}

/** Makes an empty index. */
export function makeTextIndex(): TextIndex {
  const lexicon = makeLexicon()
  // By message, because to join it to its title for a key costs as much as to read both.
  const known = new Map<string, TextFeatures[]>()
  let texts = 0
  return {
    read(title, message) {
      const shown = message.length > MAX_COMPARED ? message.slice(0, MAX_COMPARED) : message
      const alike = known.get(shown)
      const seen = alike?.find((features) => features.title === title)
      if (seen !== undefined) return seen
      const features = readText(title, shown, lexicon)
      texts++
      if (alike === undefined) known.set(shown, [features])
      else if (alike.length < MAX_TITLES) alike.push(features)
      return features
    },
    weigh() {
      const all = texts + OTHER_TEXTS
      const weightOf = (holding: number): number => Math.max(LEAST_WEIGHT, Math.log(all / (holding + 1)))
      return { weights: new Float64Array(lexicon.texts.map(weightOf)), texts }
    },
  }
}

/** Ids of terms, and what is known of each by its id. */
interface Lexicon {
  /** In how many texts each term stands. */
  readonly texts: number[]
  /** Where each term stands in the text that is being read; -1 in all others. */
  readonly places: number[]
  /** What the text that is being read has been found to hold so far. Emptied before each. */
  readonly gathered: Gathered
  readonly room: Room
  idOf(term: string): number
  look(token: string): TermShares
}

function makeLexicon(): Lexicon {
  const ids = new Map<string, number>()
  const tokens = new Map<string, TermShares>()
  const texts: number[] = []
  const places: number[] = []
  const idOf = (term: string): number => {
    const id = ids.get(term)
    if (id !== undefined) return id
    ids.set(term, texts.length)
    places.push(-1)
    return texts.push(0) - 1
  }
  const look = (token: string): TermShares => {
    const seen = tokens.get(token)
    if (seen !== undefined) return seen
    const { terms, identifier } = readToken(token)
    const read = {
      terms: terms.map(({ text }) => idOf(text)),
      shares: terms.map(({ share }) => share),
      identifier: identifier === undefined ? -1 : idOf(identifier),
    }
    tokens.set(token, read)
    return read
  }
  return { texts, places, gathered: { terms: [], shares: [], identifiers: [], count: 0 }, room: makeRoom(), idOf, look }
}

/** Room for one text after the other, because lists that grow for each would be most of the garbage. */
interface Gathered {
  /** The first `count` of them, like those of `shares`, belong to the text. */
  readonly terms: number[]
  readonly shares: number[]
  count: number
  identifiers: number[]
}

/** Where the terms of texts stay: outside of what the garbage collector moves about. */
interface Room {
  keep(gathered: Gathered): Pick<TextFeatures, 'terms' | 'shares'>
}

const ROOM_FOR_TERMS = 65_536

function makeRoom(): Room {
  let terms = new Int32Array(0)
  let shares = new Float64Array(0)
  let end = 0
  return {
    keep(gathered) {
      if (end + gathered.count > terms.length) {
        const length = Math.max(ROOM_FOR_TERMS, gathered.count)
        terms = new Int32Array(length)
        shares = new Float64Array(length)
        end = 0
      }
      const start = end
      for (let index = 0; index < gathered.count; index++) {
        terms[end] = gathered.terms[index] ?? 0
        shares[end] = gathered.shares[index] ?? 0
        end += 1
      }
      return { terms: terms.subarray(start, end), shares: shares.subarray(start, end) }
    },
  }
}

function readText(title: string, message: string, lexicon: Lexicon): TextFeatures {
  const { gathered } = lexicon
  gathered.count = 0
  gathered.identifiers = []
  gather(tokensOf(title), TITLE_SHARE, lexicon)
  gather(tokensOf(message), 1, lexicon)
  // A text of signs alone has no words: it equals itself and nothing else.
  if (gathered.count === 0) addTerm(lexicon.idOf(`=${title}\n${message}`), 1, lexicon)
  const { identifiers } = gathered
  const { terms, shares } = lexicon.room.keep(gathered)
  for (const id of identifiers) if (lexicon.places[id] === -1) countText(lexicon, id)
  for (const term of terms) {
    lexicon.places[term] = -1
    countText(lexicon, term)
  }
  return { terms, shares, identifiers, title, message }
}

function gather(tokens: readonly string[], factor: number, lexicon: Lexicon): void {
  const { identifiers } = lexicon.gathered
  for (const token of tokens) {
    const { terms, shares, identifier } = lexicon.look(token)
    for (let index = 0; index < terms.length; index++) {
      addTerm(terms[index] ?? 0, (shares[index] ?? 0) * factor, lexicon)
    }
    if (identifier < 0 || identifiers.length >= MAX_IDENTIFIERS || identifiers.includes(identifier)) continue
    identifiers.push(identifier)
  }
}

/** A term counts once, with the largest of its shares: reviewers repeat themselves. */
function addTerm(term: number, share: number, { gathered, places }: Lexicon): void {
  const place = places[term] ?? -1
  if (place < 0) {
    places[term] = gathered.count
    gathered.terms[gathered.count] = term
    gathered.shares[gathered.count] = share
    gathered.count += 1
  } else if (share > (gathered.shares[place] ?? 0)) gathered.shares[place] = share
}

function countText({ texts }: Lexicon, term: number): void {
  texts[term] = (texts[term] ?? 0) + 1
}
