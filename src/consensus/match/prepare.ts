import { type Compared, type Comparison, type ComparisonOf, makeComparison } from './similarity.js'
import type { Statement } from './statement.js'
import { makeTextIndex } from './text-features.js'
import { toUnits, type Unit } from './units.js'

/** The statements of a run, ready to be compared. */
export interface Prepared {
  /** In the order of their places, file by file. */
  readonly units: readonly Unit[]
  /** How telling each term is, by its id. */
  readonly weights: Float64Array
  readonly comparison: Comparison
}

/** Reads all statements, so that the words of each can be weighed by those of all. */
export function prepare(statements: readonly Statement[], lines: ComparisonOf['lines']): Prepared {
  const index = makeTextIndex()
  const units = toUnits(statements, ({ title, message }) => index.read(title, message))
  const { weights, texts } = index.weigh()
  return { units, weights, comparison: makeComparison({ weights, texts, lines }) }
}

/** Indices of the units of each file, in the order of their lines, and of those of other files that name a place in it. */
export function blocksOf(units: readonly Compared[]): readonly (readonly number[])[] {
  const blocks = new Map<string, number[]>()
  const visits: { readonly index: number; readonly path: string }[] = []
  let block: number[] = []
  let home: string | undefined
  for (const [index, { statement }] of units.entries()) {
    // Units of one file come one after the other.
    if (statement.path !== home) {
      home = statement.path
      block = []
      blocks.set(home, block)
    }
    block.push(index)
    if (statement.related.length > 0) visits.push(...visitsOf(index, home, statement.related))
  }
  for (const { index, path } of visits) blocks.get(path)?.push(index)
  return [...blocks.values()]
}

function visitsOf(
  index: number,
  home: string,
  related: Statement['related'],
): readonly { readonly index: number; readonly path: string }[] {
  const paths = new Set(related.map(({ path }) => path))
  paths.delete(home)
  return [...paths].map((path) => ({ index, path }))
}
