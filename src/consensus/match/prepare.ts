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
  for (let index = 0; index < units.length; index++) {
    const path = units[index]?.statement.path ?? ''
    const block = blocks.get(path)
    if (block === undefined) blocks.set(path, [index])
    else block.push(index)
  }
  for (const [index, { statement }] of units.entries()) {
    if (statement.related.length === 0) continue
    const elsewhere = new Set(statement.related.map(({ path }) => path))
    elsewhere.delete(statement.path)
    for (const path of elsewhere) blocks.get(path)?.push(index)
  }
  return [...blocks.values()]
}
