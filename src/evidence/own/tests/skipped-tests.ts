import type { Sighting } from '../sighting.js'
import { anchorOfLine, countStatements, takeStatement } from './changed-line.js'
import type { TestChange } from './test-change.js'
import type { TestFile, TestHunk, TestLine } from './test-file.js'
import type { TestLanguage } from './test-language.js'

const advice = 'Make sure that somebody means it, and that the test comes back.'

/** How far back the condition of a skip is looked for. Lines. */
const maximumLookBack = 30

/** Marks by which tests do not run any more, where the change writes them and did not only move them. */
export function skippedTests(change: TestChange): (test: TestFile) => readonly Sighting[] {
  const removed = change.files.flatMap(({ hunks, language }) =>
    hunks.flatMap((hunk) => hunk.old.filter((line) => isRemovedMark(line, language))),
  )
  const moved = countStatements(removed)
  return (test) => test.hunks.flatMap((hunk) => skipsIn(hunk, { test, moved }))
}

function skipsIn(
  hunk: TestHunk,
  { test, moved }: { readonly test: TestFile; readonly moved: Map<string, number> },
): readonly Sighting[] {
  const { language, file } = test
  // A case that was skipped before and is written anew may have another name.
  let before = hunk.old.filter((line) => isRemovedMark(line, language)).length
  const sightings: Sighting[] = []
  for (const [index, line] of hunk.new.entries()) {
    const mark = line.line.kind === 'added' ? markOf(language, hunk.new, index) : undefined
    if (mark === undefined) continue
    if (takeStatement(moved, line) || before > 0) before -= 1
    else sightings.push(toSighting(mark, file.path, line))
  }
  return sightings
}

type Mark = 'skip' | 'only'

function isRemovedMark({ line, code }: TestLine, { skip, skipCall, only }: TestLanguage): boolean {
  return line.kind === 'removed' && [skip, skipCall, only].some((pattern) => pattern?.test(code) ?? false)
}

function markOf(language: TestLanguage, lines: readonly TestLine[], index: number): Mark | undefined {
  const code = lines[index]?.code ?? ''
  if (language.only?.test(code)) return 'only'
  const declared = language.skip.test(code)
  const called = (language.skipCall?.test(code) ?? false) && !condition.test(code)
  return (declared || called) && !isInBranch(lines, index) ? 'skip' : undefined
}

const condition = /\b(?:if|elif|else|unless|when|case|default|switch|guard|except|catch|rescue)\b|\?|&&|\|\|/

/** Whether the block that the line stands in runs only sometimes. */
function isInBranch(lines: readonly TestLine[], index: number): boolean {
  const depth = indentOf(lines[index]?.code ?? '')
  const before = lines.slice(Math.max(0, index - maximumLookBack), index)
  const block = before.findLast((line) => line.code.trim() !== '' && indentOf(line.code) < depth)
  return block !== undefined && condition.test(block.code)
}

function indentOf(code: string): number {
  return code.length - code.trimStart().length
}

function toSighting(mark: Mark, path: string, line: TestLine): Sighting {
  const anchor = anchorOfLine(path, line)
  const rule = 'test-gap'
  if (mark === 'skip') return { rule, anchor, title: 'A test is skipped', what: 'This line skips a test.', advice }
  const what = 'This line makes all other tests of its file be skipped.'
  return { rule, anchor, title: 'All tests but one are skipped', what, advice }
}
