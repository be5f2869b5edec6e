/** Enough to recognise a value, too little to flood a log line. */
const shownCharacters = 60

/** A foreign value as it may stand inside an error message: quoted, capped, on one line, with nothing invisible in it. */
export function shown(text: string): string {
  // Two code units are the most that one character takes, so that a huge value is not walked.
  const characters = [...text.slice(0, shownCharacters * 2 + 2)]
  const kept = characters.slice(0, shownCharacters).map(visible).join('')
  return characters.length > shownCharacters ? `"${kept}…"` : `"${kept}"`
}

function visible(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  if (character === ' ' || /^[^\p{C}\p{Z}]$/u.test(character)) return character
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
