/** A shorter quote would stand in too many lines. */
const MIN_CHARACTERS = 8

/** What turns the meaning of the rest of a line around. A quote that leaves one of these out proves nothing. */
const polarity = /&&|\|\||\?\?|[!<>]|==|\b(?:and|await|else|false|if|none|not|null|nil|or|true|undefined|unless)\b/i
/** Before the quote: it stands in a comment, or is the rest of a longer expression. */
const commented = /\/\/|\/\*|^\s*\*|#|--|;|"""|'''/

/** Whether the quote is a piece of the line that can stand for the whole: whole words, and nothing left out that negates. */
export function isPartOf(line: string, quote: string): boolean {
  const piece = quote.trim()
  const start = line.indexOf(piece)
  if (piece.length < MIN_CHARACTERS || start === -1) return false
  // Arrows are not comparisons.
  const before = line.slice(0, start).replace(/[=-]>/g, '  ')
  const after = line.slice(start + piece.length)
  if (isCut(before, piece) || isCut(piece, after)) return false
  return !polarity.test(before) && !commented.test(before) && !polarity.test(after)
}

/** Whether the border between two pieces runs through a word or a number. */
function isCut(left: string, right: string): boolean {
  return /[\p{L}\p{N}_$]$/u.test(left.slice(-2)) && /^[\p{L}\p{N}_$]/u.test(right)
}
