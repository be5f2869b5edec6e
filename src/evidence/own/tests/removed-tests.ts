import { showInvisible } from '../../../diff/invisible.js'
import { firstChangedLine } from '../anchor.js'
import type { Sighting } from '../sighting.js'
import { anchorOfLine } from './changed-line.js'
import type { TestChange } from './test-change.js'
import type { BeginLine, TestFile } from './test-file.js'

const advice = 'Make sure that what it proved is proved elsewhere, or no longer has to hold.'

/** Cases that the change takes away and writes nowhere else, and test files that it deletes. */
export function removedTests(test: TestFile, change: TestChange): readonly Sighting[] {
  const { file } = test
  if (test.addsTables) return []
  const gone = test.hunks
    .filter(({ addsLoop }) => !addsLoop)
    .flatMap((hunk) =>
      hunk.removedCases.filter(
        (begin) => change.fateOf(hunk, begin.begins).kind === 'gone' && !wasSkipped(begin, test),
      ),
    )
  if (file.status === 'deleted') return deletedFile(test, { gone, change })
  return gone.map((begin) => ({
    rule: 'test-gap',
    anchor: anchorOfOldLine(file.path, begin),
    title: 'A test is removed',
    what: `The test ${quotedName(begin.begins)} is removed and appears nowhere else in this change.`,
    advice,
  }))
}

/** One sighting: the file is what a person would look for. */
function deletedFile(
  { file, named }: TestFile,
  { gone, change }: { readonly gone: readonly BeginLine[]; readonly change: TestChange },
): readonly Sighting[] {
  if (change.wentWithSubject(file.path)) return []
  const [first] = gone
  // Too large to be shown.
  const unseen = named && file.hunks.length === 0 && file.removed > 0
  if (first === undefined && !unseen) return []
  const cases =
    first === undefined ? '' : ` ${countOf(gone.length)}, such as ${quotedName(first.begins)}, went with it.`
  const what = `This test file is deleted.${cases}`
  return [{ rule: 'test-gap', anchor: firstChangedLine(file), title: 'A test file is deleted', what, advice }]
}

function countOf(count: number): string {
  return count === 1 ? 'One test' : `${count} tests`
}

/** A case that did not run proves nothing when it goes. */
function wasSkipped({ code }: BeginLine, { language }: TestFile): boolean {
  return language.skip.test(code)
}

/** Also where the line itself stays and only its marker went. */
function anchorOfOldLine(path: string, begin: BeginLine): Sighting['anchor'] {
  const { line, text } = begin
  return line.kind === 'added' ? anchorOfLine(path, begin) : { path, side: 'old', line: line.oldLine, text }
}

const maximumNameLength = 100

/** The name of a test as one visible line. */
export function quotedName(name: string): string {
  return `"${showInvisible(name.length > maximumNameLength ? `${name.slice(0, maximumNameLength)}…` : name)}"`
}
