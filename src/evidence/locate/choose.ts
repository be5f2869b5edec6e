import type { Region } from '../../types/result.js'
import { type Matches, matchesOf } from './matches.js'

/** Where a reviewer says its quote stands; 1-based lines. */
export interface ClaimedLines {
  readonly startLine: number
  readonly endLine: number
}

/** A match that the claim decides for, or why none can be told from the others. */
export type Choice =
  | { readonly kind: 'claimed' | 'moved'; readonly region: Region }
  | { readonly kind: 'ambiguous'; readonly places: number }
  | { readonly kind: 'too-short' }

/** A quote of two places counts for the nearer one only this near to the claim. */
export const NEAR_LINES = 10
/** With more places it is a common one: a claim is as likely to be near a wrong one by chance. */
const COMMON_NEAR_LINES = 3
/** And only when the next place is so many times farther away. */
const MARGIN = 3
/** A quote with fewer than eight letters and digits stands nearly anywhere, so it counts only this near to the claim. */
const WEAK_LINES = 3
/** Of so many places that are alike, whitespace does not single one out. */
const MAX_COMPARED = 200

export interface ChoiceRules {
  readonly claim: ClaimedLines
  /** Too short to prove a place by itself. */
  readonly weak: boolean
  isVerbatim(region: Region): boolean
}

/** The match at the claimed line, or inside the claim, or the only one, or the one that is clearly nearest. */
export function choose(matches: Matches, { claim, weak, isVerbatim }: ChoiceRules): Choice {
  const claimed = matchAt(matches, claim.startLine) ?? (weak ? undefined : onlyInside(matches, claim))
  if (claimed !== undefined) return { kind: 'claimed', region: claimed }
  const preferred = preferVerbatim(matches, isVerbatim)
  const distance = ({ startLine }: Region) => Math.abs(startLine - claim.startLine)
  const around = neighbours(preferred, claim.startLine).filter((region) => !weak || distance(region) <= WEAK_LINES)
  const [best, next] = around.toSorted((a, b) => distance(a) - distance(b))
  if (best === undefined) return { kind: 'too-short' }
  const near = preferred.count > 2 ? COMMON_NEAR_LINES : NEAR_LINES
  const clear = next === undefined || (distance(best) <= near && distance(next) >= MARGIN * distance(best))
  return clear ? { kind: 'moved', region: best } : { kind: 'ambiguous', places: preferred.count }
}

function matchAt(matches: Matches, line: number): Region | undefined {
  const match = matches.regionAt(firstFrom(matches, line))
  return match?.startLine === line ? match : undefined
}

/** A claim of several lines may hold the quote anywhere, as long as it holds it once. */
function onlyInside(matches: Matches, claim: ClaimedLines): Region | undefined {
  const first = firstFrom(matches, claim.startLine)
  const fits = (match: Region | undefined) => match !== undefined && match.endLine <= claim.endLine
  const match = matches.regionAt(first)
  return fits(match) && !fits(matches.regionAt(first + 1)) ? match : undefined
}

/** The same statement at another indentation is another place when one place has the very whitespace. */
function preferVerbatim(matches: Matches, isVerbatim: (region: Region) => boolean): Matches {
  if (matches.count < 2 || matches.count > MAX_COMPARED) return matches
  const verbatim: Region[] = []
  for (let index = 0; index < matches.count; index += 1) {
    const match = matches.regionAt(index)
    if (match !== undefined && isVerbatim(match)) verbatim.push(match)
  }
  return verbatim.length === 0 ? matches : matchesOf(verbatim)
}

/** The two nearest matches are among these: matches are in order. */
function neighbours(matches: Matches, line: number): readonly Region[] {
  const first = firstFrom(matches, line)
  return [first - 2, first - 1, first, first + 1].flatMap((index) => matches.regionAt(index) ?? [])
}

/** Index of the first match that starts at the line or behind it. */
function firstFrom(matches: Matches, line: number): number {
  let low = 0
  let high = matches.count
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((matches.regionAt(middle)?.startLine ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}
