import type { LineMap } from '../diff/line-map.js'
import { type FileDiff, type Hunk, withHunks } from '../types/diff.js'
import type { Finding } from '../types/finding.js'
import { addTo, groupBy } from '../types/group-by.js'
import { usesOf } from './changed-names.js'
import { type HunkPlaces, type Place, placesOf } from './hunk-places.js'
import { coveredBy, type RecordedReview } from './record.js'

/** A change at two times, from the same merge base: as an earlier run reviewed it, and now. */
export interface TwoStates {
  /** The reviewable files then. */
  readonly before: readonly FileDiff[]
  readonly now: readonly FileDiff[]
  /** From the head of then to that of now. */
  readonly moved: LineMap
  readonly reviews: readonly RecordedReview[]
}

/** What has to be looked at again, and what need not be. */
export interface Increment {
  /** Files with only the hunks that have to be sent. */
  readonly send: readonly FileDiff[]
  /** What holds of each earlier review, in their order. */
  readonly carried: readonly CarriedReview[]
}

/** What of an earlier review holds for the change as it is now. */
export interface CarriedReview {
  /** Those that rest on nothing that is sent, at their lines of now. */
  readonly findings: readonly Finding[]
  readonly covered: ReadonlySet<Hunk>
}

/**
 * A hunk is sent when its text, context included, is not one that every reviewer attested, or when it has to do with a
 * text that is new or gone: it uses a name that is declared there, or a finding in it rests on code there.
 */
export function planIncrement(states: TwoStates): Increment {
  const { before, now, reviews } = states
  const same = pairHunks(states)
  const stays = new Set(same.values())
  const changed = { before: without(before, same), now: without(now, stays) }
  const attested = reviews.map((review) => coveredBy(review, before))
  const kept = new Map([...same].filter(([then]) => attested.every((covered) => covered.has(then))))
  const uses = usesOf(changed)
  for (const { path, hunks } of before)
    for (const hunk of hunks) if (kept.has(hunk) && uses(path, hunk)) kept.delete(hunk)
  const rests = { all: placesOf(before), before: placesOf(changed.before), now: placesOf(changed.now) }
  const claims = reviews.flatMap((review) => review.findings.map((finding) => toClaim(finding, rests, states)))
  dropTogether(kept, claims)
  const holds = new Set(claims.filter((claim) => isHeld(claim, kept)).map(({ finding }) => finding))
  const covered = new Set(kept.values())
  const carried = reviews.map(({ findings }) => ({
    findings: findings.filter((finding) => holds.has(finding)).map((finding) => moveFinding(finding, states)),
    covered,
  }))
  return { send: filesToSend(states, covered), carried }
}

/** Hunk of then → the one of now with the same text at the same lines of the merge base, each once. */
function pairHunks({ before, now }: TwoStates): ReadonlyMap<Hunk, Hunk> {
  const files = new Map(before.map((file) => [file.path, file]))
  const same = new Map<Hunk, Hunk>()
  for (const file of now) {
    const then = files.get(file.path)
    if (then === undefined || !isSameKind(then, file)) continue
    const waiting = groupBy(then.hunks.toReversed(), textOf)
    for (const hunk of file.hunks) {
      const found = waiting.get(textOf(hunk))?.pop()
      if (found !== undefined) same.set(found, hunk)
    }
  }
  return same
}

function isSameKind(one: FileDiff, other: FileDiff): boolean {
  return (['oldPath', 'status', 'oldMode', 'newMode', 'oldBlob'] as const).every((part) => one[part] === other[part])
}

function textOf({ oldStart, lines, oldMissingNewline, newMissingNewline }: Hunk): string {
  const texts = lines.map(({ kind, text }) => `${kind} ${text}\n`)
  return `${oldStart} ${oldMissingNewline} ${newMissingNewline}\n${texts.join('')}`
}

function without(files: readonly FileDiff[], known: { has(hunk: Hunk): boolean }): readonly FileDiff[] {
  return files.flatMap((file) => {
    const hunks = file.hunks.filter((hunk) => !known.has(hunk))
    return hunks.length === 0 ? [] : [withHunks(file, hunks)]
  })
}

interface Rests {
  readonly all: HunkPlaces
  /** Of the hunks whose text is gone, and of those whose text is new. */
  readonly before: HunkPlaces
  readonly now: HunkPlaces
}

/** A finding and the hunks of then that show its place or its quote: models miscount lines. */
interface Claim {
  readonly finding: Finding
  readonly own: readonly Hunk[]
  /** Its place or its proof lies in code that changed since, so that it may have been repaired there. */
  readonly isTouched: boolean
}

function toClaim(finding: Finding, { all, before, now }: Rests, { moved }: TwoStates): Claim {
  const own = all.at(finding)
  const support = finding.related.map((one) => ({ ...one, endLine: one.startLine, side: 'new' }) as const)
  const places: readonly Place[] = own.length === 0 ? [finding, ...support] : support
  const isTouched = places.some(
    (place) => before.at(place).length > 0 || now.at({ ...place, ...moveLines(place, moved) }).length > 0,
  )
  return { finding, own, isTouched }
}

function isHeld({ own, isTouched }: Claim, kept: ReadonlyMap<Hunk, Hunk>): boolean {
  return !isTouched && own.every((hunk) => kept.has(hunk))
}

/** What is not held any more is asked about again, in all hunks that show it: else it would be lost. */
function dropTogether(kept: Map<Hunk, Hunk>, claims: readonly Claim[]): void {
  const byHunk = new Map<Hunk, Claim[]>()
  for (const claim of claims) for (const hunk of claim.own) addTo(byHunk, hunk, claim)
  const lost = claims.filter((claim) => !isHeld(claim, kept))
  const seen = new Set(lost)
  for (const { own } of lost) {
    for (const hunk of own) {
      kept.delete(hunk)
      for (const claim of byHunk.get(hunk) ?? []) {
        if (seen.has(claim)) continue
        seen.add(claim)
        lost.push(claim)
      }
      byHunk.delete(hunk)
    }
  }
}

function filesToSend({ before, now }: TwoStates, kept: ReadonlySet<Hunk>): readonly FileDiff[] {
  const files = new Map(before.map((file) => [file.path, file]))
  return now.flatMap((file) => {
    const hunks = file.hunks.filter((hunk) => !kept.has(hunk))
    if (hunks.length > 0) return [withHunks(file, hunks)]
    return file.hunks.length === 0 && !isUnchanged(files.get(file.path), file) ? [file] : []
  })
}

function isUnchanged(then: FileDiff | undefined, file: FileDiff): boolean {
  return then !== undefined && then.newBlob === file.newBlob && isSameKind(then, file)
}

function moveFinding(finding: Finding, { moved }: TwoStates): Finding {
  const related = finding.related.map((location) => {
    const { path, line } = moved(location.path, location.startLine)
    return { ...location, path, startLine: line }
  })
  return { ...finding, related, ...moveLines(finding, moved) }
}

/** The old side is the merge base, which is the same. */
function moveLines(
  { path, side, startLine, endLine }: Place,
  moved: LineMap,
): Pick<Place, 'path' | 'startLine' | 'endLine'> {
  if (side === 'old') return { path, startLine, endLine }
  const there = moved(path, startLine)
  return { path: there.path, startLine: there.line, endLine: there.line + endLine - startLine }
}
