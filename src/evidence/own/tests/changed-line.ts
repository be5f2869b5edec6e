import type { Anchor } from '../anchor.js'
import type { TestLine } from './test-file.js'

/** The place of a line of a test file: on the old side where the change removed it. */
export function anchorOfLine(path: string, { line, text }: TestLine): Anchor {
  return line.kind === 'removed'
    ? { path, side: 'old', line: line.oldLine, text }
    : { path, side: 'new', line: line.newLine, text }
}

/** The same statement reads the same, however it is indented and ended. */
export function statementOf({ text }: Pick<TestLine, 'text'>): string {
  return text.replace(/\s+/g, '').replace(/[;,]$/, '')
}

/** How often each statement stands there; what moved is taken off on the other side. */
export function countStatements(lines: readonly TestLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const statement = statementOf(line)
    counts.set(statement, (counts.get(statement) ?? 0) + 1)
  }
  return counts
}

/** Takes one of these statements off; false where there is none left. */
export function takeStatement(counts: Map<string, number>, line: TestLine): boolean {
  const statement = statementOf(line)
  const count = counts.get(statement) ?? 0
  if (count === 0) return false
  counts.set(statement, count - 1)
  return true
}
