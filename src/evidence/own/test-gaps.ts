import type { FileDiff } from '../../types/diff.js'
import type { Sighting } from './sighting.js'
import { lostAssertions } from './tests/lost-assertions.js'
import { removedTests } from './tests/removed-tests.js'
import { skippedTests } from './tests/skipped-tests.js'
import { readTestChange } from './tests/test-change.js'

/** Tests that the change deletes, skips or robs of assertions, as far as its lines alone make that certain. */
export function testGaps(files: readonly FileDiff[]): readonly Sighting[] {
  const change = readTestChange(files)
  const skipped = skippedTests(change)
  const inFiles = change.files.flatMap((test) => [...removedTests(test, change), ...skipped(test)])
  return [...inFiles, ...lostAssertions(change)]
}
