import type { Region } from '../../types/result.js'
import { type Beside, isPartOf } from '../part-of-line.js'
import type { IndexedText } from './indexed-text.js'
import { type SolidLines, withoutWhitespace } from './solid-lines.js'

/** Minified code: what a line of megabytes leaves out of the quote nobody can judge. */
const MAX_LINE_CHARACTERS = 20_000
/** More places than this are as good as endless. */
const MAX_PLACES = 1_000
/** A line that models cut short. */
const cutEnd = / ?(?:\.{3}|…)$/

/** Where the quote stands when some of its lines are pieces of the file's; at least one line of several must be whole. */
export function findContained(text: IndexedText, lines: readonly string[]): readonly Region[] {
  const quote = lines.filter((line) => line.trim() !== '').map((line) => line.trim())
  const [piece] = quote
  if (piece === undefined) return []
  const cut = quote.map((line) => line.replace(cutEnd, ''))
  const find = (pieces: readonly string[]) =>
    pieces.length === 1 ? findPiece(text, pieces[0] ?? '') : findAroundWhole(text, pieces)
  const found = find(quote)
  return found.length > 0 || cut.every((line, index) => line === quote[index]) ? found : find(cut)
}

function findPiece({ text, lines }: IndexedText, piece: string): readonly Region[] {
  const found: Region[] = []
  let number = 1
  let lineStart = 0
  for (let looked = 0; looked < MAX_PLACES && piece !== ''; looked += 1) {
    const hit = text.indexOf(piece, lineStart)
    if (hit === -1) break
    let lineEnd = text.indexOf('\n', lineStart)
    while (lineEnd !== -1 && lineEnd < hit) {
      number += 1
      lineStart = lineEnd + 1
      lineEnd = text.indexOf('\n', lineStart)
    }
    if (isPiece(lines[number - 1] ?? '', piece, 'nothing')) found.push({ startLine: number, endLine: number })
    if (lineEnd === -1) break
    number += 1
    lineStart = lineEnd + 1
  }
  return found
}

function isPiece(line: string, piece: string, beside: Beside): boolean {
  return line.length <= MAX_LINE_CHARACTERS && isPartOf(line, piece, beside)
}

/** The lines around the places of the rarest whole line. */
function findAroundWhole(text: IndexedText, quote: readonly string[]): readonly Region[] {
  const solid = text.solid()
  const ids = quote.map((line) => solid.idOf.get(withoutWhitespace(line)))
  const anchor = rarestWhole(solid, ids)
  if (anchor === undefined || anchor.places.length > MAX_PLACES) return []
  return anchor.places.flatMap((place) => {
    const start = place - anchor.position
    const fits = quote.every((line, position) => {
      const here = start + position
      const id = ids[position]
      if (id !== undefined && solid.ids[here] === id) return true
      const number = solid.numbers[here]
      return number !== undefined && isPiece(text.lines[number - 1] ?? '', line, 'whole-lines')
    })
    const startLine = solid.numbers[start]
    const endLine = solid.numbers[start + quote.length - 1]
    return fits && startLine !== undefined && endLine !== undefined ? [{ startLine, endLine }] : []
  })
}

function rarestWhole(
  { places }: SolidLines,
  ids: readonly (number | undefined)[],
): { readonly position: number; readonly places: readonly number[] } | undefined {
  const whole = ids.flatMap((id, position) => {
    const standing = id === undefined ? undefined : places[id]
    return standing === undefined ? [] : [{ position, places: standing }]
  })
  return whole.toSorted((a, b) => a.places.length - b.places.length)[0]
}
