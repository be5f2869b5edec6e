/** A word, an operator of which a part would mean something else, or one other character. Semicolons say nothing. */
const token = /[A-Za-z0-9_$\u0080-\uffff]+|[=-]>|[=!]==?|[<>]=?|&&|\|\||\?\?|[^\s;]/g
/** What turns the meaning of a line around when it is changed, left out or added. Numbers count, and comment marks. */
const polarity =
  /^(?:[=!]==?|[<>]=?|&&|\|\||\?\?|[-!+*/%&|^~#]|[0-9].*|(?:and|await|else|false|if|nil|none|not|null|or|true|undefined|unless))$/i
/** The same inside a name: `isNotAllowed`, `allow_none`. */
const wordOfName = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g
const negations = new Set(['not', 'no', 'non', 'never', 'without', 'invalid', 'disable', 'disabled', 'unsafe'])

/** The words and operators of a line; every kind of quotation mark is the same. */
export function tokensOf(line: string): readonly string[] {
  return line.match(token)?.map((one) => (one === "'" || one === '`' ? '"' : one)) ?? []
}

/** Whether a token alone can turn a line around. */
export function isPolar(one: string): boolean {
  return polarity.test(one)
}

/** What two texts of tokens do not have in common of what can turn a line around. */
export interface PolarityDifference {
  readonly onlyQuoted: readonly string[]
  readonly onlyInFile: readonly string[]
}

/** Undefined: both say the same as far as operators, negations, `await`, booleans, null and numbers tell. */
export function comparePolarity(quoted: readonly string[], own: readonly string[]): PolarityDifference | undefined {
  const surplus = new Map<string, number>()
  for (const mark of marksOf(quoted)) surplus.set(mark, (surplus.get(mark) ?? 0) + 1)
  for (const mark of marksOf(own)) surplus.set(mark, (surplus.get(mark) ?? 0) - 1)
  const different = [...surplus].filter(([, count]) => count !== 0)
  if (different.length === 0) return undefined
  return {
    onlyQuoted: different.flatMap(([mark, count]) => (count > 0 ? [mark] : [])),
    onlyInFile: different.flatMap(([mark, count]) => (count < 0 ? [mark] : [])),
  }
}

function marksOf(tokens: readonly string[]): readonly string[] {
  return tokens.flatMap((one) => {
    if (isPolar(one)) return [one.toLowerCase()]
    return (one.match(wordOfName) ?? []).map((word) => word.toLowerCase()).filter((word) => negations.has(word))
  })
}
