import { showPath } from '../diff/invisible.js'
import type { Diff, FileDiff } from '../types/diff.js'
import type { Coverage } from '../types/report.js'
import type { ReviewResult } from '../types/reviewer.js'

/** The changed files that a reviewer has not said to have examined. Files without changed lines need no word. */
export function filesNotReviewed(files: readonly FileDiff[], filesReviewed: readonly string[]): readonly FileDiff[] {
  const named = new Set(filesReviewed.map(asRepositoryPath))
  return files.filter(
    (file) =>
      file.added + file.removed > 0 &&
      // A path with unprintable characters is named as the list of changed files shows it.
      !named.has(file.path) &&
      !named.has(showPath(file.path)) &&
      !(file.oldPath !== undefined && named.has(file.oldPath)),
  )
}

/** Models print paths as diffs do; nothing is guessed beyond these prefixes. */
function asRepositoryPath(path: string): string {
  return path.trim().replace(/^\.\//, '')
}

/** Lines that a completed review attested, against all lines that should have been reviewed. */
export function measureCoverage(diff: Diff, results: readonly ReviewResult[]): Coverage {
  const attested = results.flatMap((result) => (result.status === 'completed' ? result.filesReviewed : []))
  const completed = results.some((result) => result.status === 'completed')
  const missing = completed ? filesNotReviewed(diff.files, attested) : diff.files
  const missed = new Set(missing)
  const reviewedLines = sumLines(diff.files.filter((file) => !missed.has(file)))
  const omitted = diff.omitted.filter((file) => file.kind === 'unreviewed')
  const changedLines = sumLines(diff.files) + omitted.reduce((sum, file) => sum + (file.lines ?? 0), 0)
  return {
    changedLines,
    reviewedLines,
    percent: percentOf(reviewedLines, changedLines, missing.length + omitted.length),
    unreviewed: [
      ...omitted.map(({ path, lines, reason }) => ({ path, lines, reason })),
      ...missing.map((file) => toUnreviewed(file, completed)),
    ],
    excluded: diff.omitted.filter((file) => file.kind === 'excluded').map(({ path, reason }) => ({ path, reason })),
  }
}

function toUnreviewed(file: FileDiff, completed: boolean): Coverage['unreviewed'][number] {
  const reason = completed ? 'no reviewer said that it had examined it, asked twice' : 'no review completed'
  return { path: file.path, lines: file.added + file.removed, reason }
}

/** Floored, so that 100 means everything. A change without lines is covered unless something of it was left. */
function percentOf(reviewed: number, changed: number, left: number): number {
  if (changed === 0) return left === 0 ? 100 : 0
  return Math.floor((reviewed * 100) / changed)
}

function sumLines(files: readonly FileDiff[]): number {
  return files.reduce((sum, file) => sum + file.added + file.removed, 0)
}
