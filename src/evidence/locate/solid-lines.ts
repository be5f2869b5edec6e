/** The lines of a text that hold more than whitespace, compared without it. Indexes count these lines alone, from 0. */
export interface SolidLines {
  /** The number of each line in its text, from 1. */
  readonly numbers: readonly number[]
  /** One id for each distinct line. */
  readonly ids: readonly number[]
  readonly idOf: ReadonlyMap<string, number>
  /** Id → the indexes of the lines that are alike, ascending. */
  readonly places: readonly (readonly number[])[]
}

/** Reads the lines once, so that a quote costs no more than the places of its rarest line. */
export function indexSolidLines(lines: readonly string[]): SolidLines {
  const numbers: number[] = []
  const ids: number[] = []
  const idOf = new Map<string, number>()
  const places: number[][] = []
  for (const [position, line] of lines.entries()) {
    const bare = withoutWhitespace(line)
    if (bare === '') continue
    const id = idOf.get(bare) ?? places.length
    if (id === places.length) {
      idOf.set(bare, id)
      places.push([])
    }
    places[id]?.push(ids.length)
    ids.push(id)
    numbers.push(position + 1)
  }
  return { numbers, ids, idOf, places }
}

export function withoutWhitespace(line: string): string {
  return line.replace(/\s+/g, '')
}

/** The indexes at which these lines, given without whitespace, stand one after the other. */
export function findLines(solid: SolidLines, bare: readonly string[]): readonly number[] {
  const quote: number[] = []
  for (const line of bare) {
    const id = solid.idOf.get(line)
    if (id === undefined) return []
    quote.push(id)
  }
  const rarest = rarestOf(solid, quote)
  if (rarest === undefined) return []
  // Looking at every place costs at most a few passes over the text; where it would cost more, one pass does.
  if (rarest.places.length * quote.length > 2 * solid.ids.length) return findSequence(solid.ids, quote)
  if (quote.length === 1) return rarest.places
  return rarest.places
    .map((place) => place - rarest.position)
    .filter((start) => quote.every((id, position) => solid.ids[start + position] === id))
}

function rarestOf(
  { places }: SolidLines,
  quote: readonly number[],
): { readonly position: number; readonly places: readonly number[] } | undefined {
  let rarest: { readonly position: number; readonly places: readonly number[] } | undefined
  for (const [position, id] of quote.entries()) {
    const candidate = places[id] ?? []
    if (rarest === undefined || candidate.length < rarest.places.length) rarest = { position, places: candidate }
  }
  return rarest
}

/** Knuth, Morris and Pratt, so that repetition costs nothing. */
function findSequence(ids: readonly number[], quote: readonly number[]): readonly number[] {
  const failure = failureTable(quote)
  const found: number[] = []
  let matched = 0
  for (const [index, id] of ids.entries()) {
    while (matched > 0 && quote[matched] !== id) matched = failure[matched - 1] ?? 0
    if (quote[matched] === id) matched += 1
    if (matched < quote.length) continue
    found.push(index - quote.length + 1)
    matched = failure[matched - 1] ?? 0
  }
  return found
}

function failureTable(quote: readonly number[]): readonly number[] {
  const table = [0]
  let length = 0
  for (const id of quote.slice(1)) {
    while (length > 0 && quote[length] !== id) length = table[length - 1] ?? 0
    if (quote[length] === id) length += 1
    table.push(length)
  }
  return table
}
