import { addTo } from '../types/group-by.js'
import type { KnownResult } from '../types/history.js'
import type { Region } from '../types/result.js'
import type { Candidate, Earlier } from './candidate.js'

/** The lines at which an earlier result stands today, as far as others of its file tell. */
export type RegionNow = (known: KnownResult) => Region

/** An earlier result that certainly is one of today's: how far it moved. */
interface Sample {
  readonly line: number
  readonly shift: number
}

/** Code that moved takes all its results along, so those that are recognised at sight tell where to look for the rest. */
export function regionsNow(candidates: readonly Candidate[], { results, basePath }: Earlier): RegionNow {
  const lines = linesBySign(candidates)
  const samples = new Map<string, Sample[]>()
  for (const known of results) {
    // Its lines are those of an older run than the others.
    if (known.state === 'fixed') continue
    const path = basePath(known.path)
    const now = lines.get(known.fingerprint ?? '') ?? lines.get(signOf(path, known.quote ?? ''))
    if (now === undefined) continue
    addTo(samples, path, { line: known.region.startLine, shift: now - known.region.startLine })
  }
  for (const ofFile of samples.values()) ofFile.sort((a, b) => a.line - b.line)
  return ({ path, region }) => moved(region, nearest(samples.get(basePath(path)) ?? [], region.startLine)?.shift ?? 0)
}

/** By fingerprint and by quote; undefined where a sign stands at several lines. */
function linesBySign(candidates: readonly Candidate[]): ReadonlyMap<string, number | undefined> {
  const lines = new Map<string, number | undefined>()
  for (const { found, path, fingerprint } of candidates) {
    const { startLine } = found.region
    for (const sign of [fingerprint, signOf(path, found.text)]) {
      const known = lines.get(sign)
      lines.set(sign, lines.has(sign) && known !== startLine ? undefined : startLine)
    }
  }
  return lines
}

/** Short quotes stand anywhere. */
const ENOUGH_CHARACTERS = 10

function signOf(path: string, quote: string): string {
  const bare = quote.replace(/\s+/g, '')
  return bare.length < ENOUGH_CHARACTERS ? '' : JSON.stringify([path, bare])
}

function nearest(sorted: readonly Sample[], line: number): Sample | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  const [below, above] = [sorted[low - 1], sorted[low]]
  if (below === undefined || above === undefined) return below ?? above
  return line - below.line < above.line - line ? below : above
}

function moved({ startLine, endLine }: Region, shift: number): Region {
  const start = Math.max(1, startLine + shift)
  return { startLine: start, endLine: start + endLine - startLine }
}
