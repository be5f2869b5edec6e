import { groupBy } from '../../types/group-by.js'
import type { Compared } from './similarity.js'
import { byPlace, type Statement } from './statement.js'
import type { TextFeatures } from './text-features.js'

/** A statement and all others that are equal to it in place and text; `members` are their indices. */
export interface Unit extends Compared {
  readonly members: readonly number[]
}

interface GrowingUnit extends Unit {
  readonly reviewers: string[]
  readonly members: number[]
}

/** All statements as units, in the order of their places, whatever the order in which they came. */
export function toUnits(
  statements: readonly Statement[],
  read: (statement: Statement) => TextFeatures,
): readonly Unit[] {
  const units: GrowingUnit[] = []
  // By text: the latest unit. Those of one place come one after the other.
  const latest = new Map<TextFeatures, GrowingUnit>()
  for (const file of byFile(statements)) {
    for (const index of file) {
      const statement = statements[index]
      if (statement === undefined) continue
      const text = read(statement)
      const unit = latest.get(text)
      if (unit === undefined || !isSamePlace(unit.statement, statement)) {
        latest.set(text, open(index, statement, text, units))
        continue
      }
      unit.members.push(index)
      if (!unit.reviewers.includes(statement.reviewer)) unit.reviewers.push(statement.reviewer)
    }
  }
  return units
}

function open(index: number, statement: Statement, text: TextFeatures, units: GrowingUnit[]): GrowingUnit {
  const unit: GrowingUnit = { statement, reviewers: [statement.reviewer], text, members: [index] }
  units.push(unit)
  return unit
}

function isSamePlace(a: Statement, b: Statement): boolean {
  const sameLines = a.region.startLine === b.region.startLine && a.region.endLine === b.region.endLine
  return sameLines && a.side === b.side && a.path === b.path
}

/** The statements' indices by file, in the order of the paths and, in a file, of the places. */
function byFile(statements: readonly Statement[]): readonly (readonly number[])[] {
  const files = groupBy(statements.keys(), (index) => statements[index]?.path ?? '')
  const inOrder = (a: number, b: number): number => {
    const [one, other] = [statements[a], statements[b]]
    return one === undefined || other === undefined ? 0 : byPlace(one, other)
  }
  return [...files.keys()].sort().map((path) => (files.get(path) ?? []).sort(inOrder))
}
