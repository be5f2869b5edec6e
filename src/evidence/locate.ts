import type { Side } from '../diff/lines.js'
import type { Region } from '../types/result.js'
import { findAlike, type LikePlace } from './locate/approximate.js'
import { type Choice, type ClaimedLines, choose, NEAR_LINES } from './locate/choose.js'
import { findContained } from './locate/contained.js'
import { type IndexedText, indexText, toLines } from './locate/indexed-text.js'
import { findWhole, isVerbatim, type Matches, matchesOf, verbatimAt } from './locate/matches.js'
import { readsOpposite } from './locate/opposite.js'
import type { PolarityDifference } from './locate/polarity.js'
import { type Reading, readingsOf, segmentsOf } from './locate/readings.js'

export { type IndexedText, indexText } from './locate/indexed-text.js'

/** What a reviewer quotes, and where it says that it stands. */
export interface Claim extends ClaimedLines {
  readonly quote: string
  /** Which side's lines count in a quote of a diff; the new one when left out. */
  readonly side?: Side
}

/** Where the quote really stands. Without a region the finding has no proven place. */
export type Location =
  | {
      /** `altered`: the lines there are like the quote and say something else. */
      readonly status: 'verified' | 'relocated' | 'altered'
      readonly region: Region
      /** The file's own lines at the region. */
      readonly text: string
      /** Everything in which place and wording differ from the claim; null: nothing. */
      readonly detail: string | null
    }
  | { readonly status: 'ambiguous' | 'unverified'; readonly detail: string }

/** A longer quote proves nothing that a part of it would not. Characters. */
const MAX_QUOTE_CHARACTERS = 64 * 1024
/** Quotes with fewer than eight letters and digits stand nearly anywhere. */
const provesPlace = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){8}/u

/** Finds the quote in the text. The place comes from the quote, not from the claim. */
export function locate(text: string, claim: Claim): Location {
  return locateIn(indexText(text), claim)
}

/** `locate` for a text that is looked into more than once. */
export function locateIn(text: IndexedText, claim: Claim): Location {
  if (claim.quote.length > MAX_QUOTE_CHARACTERS) {
    return { status: 'unverified', detail: `The quote is longer than ${MAX_QUOTE_CHARACTERS} characters.` }
  }
  const sent: Reading = { lines: toLines(claim.quote), notes: [] }
  const claimed = verbatimAt(text, sent.lines, claim.startLine)
  // What a claim says of a verbatim quote holds, wherever else the quote may stand.
  if (claimed !== undefined) return toLocation({ kind: 'claimed', region: claimed }, { text, claim, reading: sent })
  return search(text, claim, sent)
}

function search(text: IndexedText, claim: Claim, sent: Reading): Location {
  const readings: Reading[] = []
  for (const reading of readingsOf(sent, claim.side ?? 'new')) {
    const location = placeWhole({ text, claim, reading })
    if (location !== undefined) return location
    readings.push(reading)
  }
  for (const find of [placePiece, placeSegments]) {
    for (const reading of readings) {
      const location = find({ text, claim, reading })
      if (location !== undefined) return location
    }
  }
  return placeAlike(readings, text, claim)
}

/** One reading of a claim's quote, to be found in one text. */
interface Search {
  readonly text: IndexedText
  readonly claim: Claim
  readonly reading: Reading
}

function placeWhole(search: Search): Location | undefined {
  const matches = findWhole(search.text, search.reading.lines)
  return matches.count === 0 ? undefined : chooseAmong(matches, search)
}

function placePiece({ text, claim, reading }: Search): Location | undefined {
  const found = findContained(text, reading.lines)
  if (found.length === 0) return undefined
  const { lines, notes } = reading
  const note = 'The quote holds only a part of a line.'
  return chooseAmong(matchesOf(found), { text, claim, reading: { lines, notes: [...notes, note] } })
}

/** The place of the longest part of a quote with ellipses, if the other parts stand before and behind it. */
function placeSegments({ text, claim, reading }: Search): Location | undefined {
  const segments = segmentsOf(reading.lines)
  if (segments === undefined) return undefined
  const sizes = segments.map(countCharacters)
  const longest = sizes.indexOf(Math.max(...sizes))
  const note = `Only the longest of ${segments.length} parts between ellipses places the quote.`
  const lines = segments[longest] ?? []
  const location = placeWhole({ text, claim, reading: { lines, notes: [...reading.notes, note] } })
  if (location === undefined || !('region' in location)) return location
  const { startLine, endLine } = location.region
  const before = segments
    .slice(0, longest)
    .every((part) => stands(text, part, { startLine: 1, endLine: startLine - 1 }))
  const after = segments
    .slice(longest + 1)
    .every((part) => stands(text, part, { startLine: endLine + 1, endLine: text.lines.length }))
  if (before && after) return location
  return { status: 'unverified', detail: `${note} Another part does not stand where it should.` }
}

function stands(text: IndexedText, lines: readonly string[], { startLine, endLine }: Region): boolean {
  const matches = findWhole(text, lines)
  const [first, last] = [matches.regionAt(0), matches.regionAt(matches.count - 1)]
  return first !== undefined && last !== undefined && first.endLine <= endLine && last.startLine >= startLine
}

function chooseAmong(matches: Matches, { text, claim, reading }: Search): Location {
  const choice = choose(matches, {
    claim,
    weak: isWeak(reading.lines),
    isVerbatim: (region) => isVerbatim(text, reading.lines, region),
  })
  return toLocation(choice, { text, claim, reading })
}

function toLocation(choice: Choice, { text, claim, reading }: Search): Location {
  switch (choice.kind) {
    case 'too-short':
      return { status: 'unverified', detail: 'The quote is too short to prove a place away from the claimed line.' }
    case 'ambiguous': {
      const detail = `The quote stands at ${choice.places} places, none at the claimed line.`
      return { status: 'ambiguous', detail: withNotes([detail], reading.notes) }
    }
    case 'claimed':
    case 'moved': {
      const { region } = choice
      const moved = choice.kind === 'moved' ? [movedNote(claim, region)] : []
      if (choice.kind === 'moved' && readsOpposite(text, claim.startLine, reading.lines)) {
        const opposite = `Line ${claim.startLine} itself reads nearly the same and says something else.`
        return { status: 'ambiguous', detail: withNotes([...moved, opposite], reading.notes) }
      }
      const blank = isVerbatim(text, reading.lines, region) ? [] : ['Whitespace differs.']
      const notes = [...moved, ...(reading.notes.length === 0 ? blank : reading.notes)]
      const status = choice.kind === 'moved' ? 'relocated' : 'verified'
      return { status, region, text: ownLines(text, region), detail: notes.length === 0 ? null : notes.join(' ') }
    }
  }
}

function movedNote({ startLine }: Claim, region: Region): string {
  return `Moved from line ${startLine} to line ${region.startLine}.`
}

function placeAlike(readings: readonly Reading[], text: IndexedText, claim: Claim): Location {
  const distance = ({ region }: LikePlace) => Math.abs(region.startLine - claim.startLine)
  let seen = ''
  // What was taken away the last makes the plainest reading.
  for (const reading of readings.toReversed().slice(0, 2)) {
    const places = isWeak(reading.lines) ? [] : findAlike(text, reading.lines)
    const near = places.find((place) => distance(place) <= NEAR_LINES)
    if (near !== undefined) return toApproximate(near, places, { text, claim, reading })
    const line = places[0]?.region.startLine
    if (line !== undefined) seen = `; something like it stands at line ${line}, too far from line ${claim.startLine}`
  }
  return { status: 'unverified', detail: `The quote does not stand in the file${seen}.` }
}

function toApproximate(best: LikePlace, places: readonly LikePlace[], search: Search): Location {
  if (best.likeness === 1) return chooseAmongEqual(places, search)
  const { text, claim, reading } = search
  const { region, likeness, polarity } = best
  const percent = Math.floor(likeness * 100)
  if (places.length > 1) {
    const detail = `Several places are about as like the quote as the likest, by ${percent} %.`
    return { status: 'ambiguous', detail: withNotes([detail], reading.notes) }
  }
  const moved = region.startLine === claim.startLine ? [] : [movedNote(claim, region)]
  const difference = polarity === undefined ? `Matched approximately: ${percent} % alike.` : alteredNote(polarity)
  return {
    status: polarity === undefined ? 'relocated' : 'altered',
    region,
    text: ownLines(text, region),
    detail: withNotes([...moved, difference], reading.notes),
  }
}

/** Every word and operator is the same, so the claim decides as it does for the very quote. */
function chooseAmongEqual(places: readonly LikePlace[], { text, claim, reading }: Search): Location {
  const regions = places.filter(({ likeness }) => likeness === 1).map(({ region }) => region)
  const ordered = regions.toSorted((a, b) => a.startLine - b.startLine)
  const notes = [...reading.notes, 'Semicolons or quotation marks differ.']
  const location = chooseAmong(matchesOf(ordered), { text, claim, reading: { lines: reading.lines, notes } })
  return location.status === 'verified' ? { ...location, status: 'relocated' } : location
}

function alteredNote({ onlyInFile, onlyQuoted }: PolarityDifference): string {
  return `The quote was altered: the file has ${shown(onlyInFile)} where it has ${shown(onlyQuoted)}.`
}

const MAX_SHOWN = 5

/** Operators, words and numbers, so short and harmless; a long number is cut. */
function shown(marks: readonly string[]): string {
  if (marks.length === 0) return 'nothing'
  const some = marks.slice(0, MAX_SHOWN).map((mark) => `"${mark.slice(0, 20)}"`)
  return some.join(' ') + (marks.length > MAX_SHOWN ? ' …' : '')
}

function withNotes(sentences: readonly string[], notes: readonly string[]): string {
  return [...sentences, ...notes].join(' ')
}

function ownLines({ lines }: IndexedText, { startLine, endLine }: Region): string {
  return lines.slice(startLine - 1, endLine).join('\n')
}

function isWeak(quote: readonly string[]): boolean {
  return !provesPlace.test(quote.join('\n'))
}

function countCharacters(lines: readonly string[]): number {
  return lines.reduce((count, line) => count + (line.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
}
