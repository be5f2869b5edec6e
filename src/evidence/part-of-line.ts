/** A shorter quote would stand in too many lines. */
const MIN_CHARACTERS = 8
/** So long a piece means its line even when its last word is cut. */
const LONG_CHARACTERS = 16

/** What turns the meaning of the rest of a line around. A quote that leaves one of these out proves nothing. */
const polarity = /&&|\|\||\?\?|[!<>]|==|\b(?:and|await|else|false|if|none|not|null|nil|or|true|undefined|unless)\b/i
/** Before the quote: it stands in a comment, or is the rest of a longer expression. */
const commented = /\/\/|\/\*|^\s*\*|#|--|;|"""|'''/

/** What else tells that the quote means this line: nothing, or whole lines beside it. */
export type Beside = 'nothing' | 'whole-lines'

/** Whether the quote is a piece of the line that can stand for the whole: nothing is left out that negates. */
export function isPartOf(line: string, quote: string, beside: Beside = 'nothing'): boolean {
  const piece = quote.trim()
  const start = line.indexOf(piece)
  if (piece.length < MIN_CHARACTERS || start === -1) return false
  // Arrows are not comparisons.
  const before = line.slice(0, start).replace(/[=-]>/g, '  ')
  const after = line.slice(start + piece.length)
  if (endsInside(before, piece) === 'word' || isCut(piece, after, beside)) return false
  return !polarity.test(before) && !commented.test(before) && !polarity.test(after)
}

/** The end of a line that is cut short may run through a word where the place is sure; never through a number. */
function isCut(piece: string, after: string, beside: Beside): boolean {
  const inside = endsInside(piece, after)
  if (inside === 'nothing' || /[0-9]$/.test(piece)) return inside !== 'nothing'
  return beside === 'nothing' && piece.length < LONG_CHARACTERS
}

/** Whether the border between two pieces runs through a word or a number. */
function endsInside(left: string, right: string): 'word' | 'nothing' {
  return /[\p{L}\p{N}_$]$/u.test(left.slice(-2)) && /^[\p{L}\p{N}_$]/u.test(right) ? 'word' : 'nothing'
}
