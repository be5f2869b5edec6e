import { showPath } from '../diff/invisible.js'
import { changedLines, type Diff, type FileDiff, type Hunk } from '../types/diff.js'
import { groupBy } from '../types/group-by.js'
import type { Coverage } from '../types/report.js'
import type { Gap, ReviewResult } from '../types/reviewer.js'
import { isLasting } from './ask-parts.js'
import type { Part } from './part.js'
import type { PartOutcome } from './session.js'

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

const NOT_NAMED = 'no reviewer said that it had examined it, asked twice'

/** What one reviewer attested, part by part, and what it did not, with the reason. */
export function ledgerOf(
  parts: readonly Part[],
  outcomes: ReadonlyMap<Part, PartOutcome>,
): { readonly covered: ReadonlySet<Hunk>; readonly gaps: readonly Gap[] } {
  const covered = new Set<Hunk>()
  const gaps: Gap[] = []
  const stopped = [...outcomes].find(([, outcome]) => outcome.kind === 'failed' && isLasting(outcome.error))
  for (const part of parts) {
    const outcome = outcomes.get(part)
    if (outcome?.kind !== 'reviewed') {
      gaps.push(gapOf(part, outcome ?? stopped?.[1], outcome === undefined ? stopped?.[0] : undefined))
      continue
    }
    const missing = filesNotReviewed(part.files, outcome.reply.filesReviewed)
    const unnamed = new Set(missing.flatMap(({ hunks }) => hunks))
    for (const hunk of part.files.flatMap(({ hunks }) => hunks)) if (!unnamed.has(hunk)) covered.add(hunk)
    if (missing.length > 0) gaps.push({ part: part.name, hunks: [...unnamed], code: null, reason: NOT_NAMED })
  }
  return { covered, gaps }
}

/** `because` is the part whose failure kept this one from being asked about. */
function gapOf({ name, files }: Part, outcome: PartOutcome | undefined, because: Part | undefined): Gap {
  const hunks = files.flatMap((file) => file.hunks)
  if (outcome?.kind !== 'failed') return { part: name, hunks, code: null, reason: 'it was not asked about' }
  const { code, message } = outcome.error
  const failed =
    because === undefined ? `failed (${code}): ${message}` : `not asked, as ${because.name} failed (${code})`
  return { part: name, hunks, code, reason: `${name} ${failed}` }
}

/** Whether reviews by these reviewers, which all covered a hunk, are enough for it. */
export type Sufficient = (reviews: readonly ReviewResult[]) => boolean

/** Lines that completed reviews attested, against all lines that should have been reviewed. */
export function measureCoverage(diff: Diff, results: readonly ReviewResult[], sufficient: Sufficient): Coverage {
  const completed = results.filter((result) => result.status === 'completed')
  const judge = makeJudge(completed, sufficient)
  const missing = diff.files.flatMap((file) => {
    const hunks = file.hunks.filter((hunk) => !judge(hunk))
    return hunks.length === 0 ? [] : [{ file, hunks }]
  })
  const omitted = diff.omitted.filter((file) => file.kind === 'unreviewed')
  const missedLines = changedLines(missing.flatMap(({ hunks }) => hunks))
  const lines = changedLines(diff.files.flatMap(({ hunks }) => hunks))
  const all = lines + omitted.reduce((sum, file) => sum + (file.lines ?? 0), 0)
  const passes = unfinishedPasses(completed, sufficient)
  const reasons = reasonsOf(completed)
  return {
    changedLines: all,
    reviewedLines: lines - missedLines,
    percent: percentOf(lines - missedLines, all, missing.length + omitted.length + passes.length),
    unreviewed: [
      ...omitted.map(({ path, lines: count, reason }) => ({ path, lines: count, reason })),
      ...missing.flatMap(({ file, hunks }) => toUnreviewed(file, hunks, reasons)),
      ...passes,
    ],
    excluded: diff.omitted.filter((file) => file.kind === 'excluded').map(({ path, reason }) => ({ path, reason })),
  }
}

type Completed = Extract<ReviewResult, { status: 'completed' }>

/** Asked once for every set of reviewers that covered the same hunks, of which there are few. */
function makeJudge(completed: readonly Completed[], sufficient: Sufficient): (hunk: Hunk) => boolean {
  const known = new Map<string, boolean>()
  return (hunk) => {
    const who = completed.filter(({ covered }) => covered.has(hunk))
    const key = completed.map(({ covered }) => (covered.has(hunk) ? '1' : '0')).join('')
    const verdict = known.get(key) ?? (who.length > 0 && sufficient(who))
    known.set(key, verdict)
    return verdict
  }
}

/** Why a hunk is missing: what the first reviewer with a gap there says. */
function reasonsOf(completed: readonly Completed[]): (hunk: Hunk) => string {
  const reasons = new Map<Hunk, string>()
  for (const { gaps } of completed)
    for (const { hunks, reason } of gaps) for (const hunk of hunks) if (!reasons.has(hunk)) reasons.set(hunk, reason)
  const otherwise = completed.length === 0 ? 'no review completed' : 'only reviewers that do not suffice examined it'
  return (hunk) => reasons.get(hunk) ?? otherwise
}

/** The pass over the map of the change belongs to no line; without it the change was not wholly reviewed all the same. */
function unfinishedPasses(completed: readonly Completed[], sufficient: Sufficient): Coverage['unreviewed'] {
  const isOpen = (gap: Gap) => gap.hunks.length === 0
  const finished = completed.filter(({ gaps }) => !gaps.some(isOpen))
  if (finished.length > 0 && sufficient(finished)) return []
  const open = completed.flatMap(({ gaps }) => gaps.filter(isOpen))
  return open.slice(0, 1).map(({ part, reason }) => ({ path: `(${part})`, lines: null, reason }))
}

/** One entry for each reason; where only some hunks of the file are missing, with their lines. */
function toUnreviewed(
  file: FileDiff,
  hunks: readonly Hunk[],
  reasonOf: (hunk: Hunk) => string,
): Coverage['unreviewed'] {
  return [...groupBy(hunks, reasonOf)].map(([reason, missed]) => ({
    path: file.path,
    lines: changedLines(missed),
    reason: missed.length === file.hunks.length ? reason : `${reason}; ${describePlaces(missed)}`,
  }))
}

const PLACES_NAMED = 8

function describePlaces(hunks: readonly Hunk[]): string {
  const places = hunks.slice(0, PLACES_NAMED).map(placeOf)
  const more = hunks.length > PLACES_NAMED ? ` and ${hunks.length - PLACES_NAMED} more places` : ''
  return `lines ${places.join(', ')}${more}`
}

/** On the new side, and on the old one for what is only removed. */
function placeOf({ newStart, newLines, oldStart, oldLines }: Hunk): string {
  return newLines > 0
    ? `${newStart}-${newStart + newLines - 1}`
    : `${oldStart}-${oldStart + oldLines - 1} of the old file`
}

/** Floored, so that 100 means everything; never 100 while anything is left. */
function percentOf(reviewed: number, changed: number, left: number): number {
  if (changed === 0) return left === 0 ? 100 : 0
  const percent = Math.floor((reviewed * 100) / changed)
  return left === 0 ? percent : Math.min(99, percent)
}
