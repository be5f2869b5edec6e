import { readToken, tokensOf } from './words.js'

/** What is compared of one text. */
export interface TextFeatures {
  /** Ids of its terms, each once. */
  readonly terms: readonly number[]
  /** How much the text makes of each term, in the order of `terms`. */
  readonly shares: readonly number[]
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
  return { texts, places, idOf, look }
}

/** What a text has been found to hold so far. */
interface Gathered {
  readonly terms: number[]
  readonly shares: number[]
  readonly identifiers: number[]
}

function readText(title: string, message: string, lexicon: Lexicon): TextFeatures {
  const gathered: Gathered = { terms: [], shares: [], identifiers: [] }
  gather(tokensOf(title), TITLE_SHARE, { gathered, lexicon })
  gather(tokensOf(message), 1, { gathered, lexicon })
  const { terms, shares, identifiers } = gathered
  // A text of signs alone has no words: it equals itself and nothing else.
  if (terms.length === 0) addTerm(lexicon.idOf(`=${title}\n${message}`), 1, { gathered, lexicon })
  for (const id of identifiers) if (lexicon.places[id] === -1) countText(lexicon, id)
  for (const term of terms) {
    lexicon.places[term] = -1
    countText(lexicon, term)
  }
  return { terms, shares, identifiers, title, message }
}

interface Gathering {
  readonly gathered: Gathered
  readonly lexicon: Lexicon
}

function gather(tokens: readonly string[], factor: number, gathering: Gathering): void {
  const { identifiers } = gathering.gathered
  for (const token of tokens) {
    const { terms, shares, identifier } = gathering.lexicon.look(token)
    for (let index = 0; index < terms.length; index++) {
      addTerm(terms[index] ?? 0, (shares[index] ?? 0) * factor, gathering)
    }
    if (identifier < 0 || identifiers.length >= MAX_IDENTIFIERS || identifiers.includes(identifier)) continue
    identifiers.push(identifier)
  }
}

/** A term counts once, with the largest of its shares: reviewers repeat themselves. */
function addTerm(term: number, share: number, { gathered: { terms, shares }, lexicon: { places } }: Gathering): void {
  const place = places[term] ?? -1
  if (place < 0) {
    places[term] = terms.push(term) - 1
    shares.push(share)
  } else if (share > (shares[place] ?? 0)) shares[place] = share
}

function countText({ texts }: Lexicon, term: number): void {
  texts[term] = (texts[term] ?? 0) + 1
}
