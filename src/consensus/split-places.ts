import type { CheckedFinding } from '../evidence/check.js'
import { groupBy } from '../types/group-by.js'

/** The members of one issue; never empty. */
export type Group = [CheckedFinding, ...CheckedFinding[]]

/**
 * The same code proven at several places is as many defects, though everything that is said of them is the same. Whoever
 * quotes something else goes to the place that is nearest.
 */
export function splitPlaces(group: Group, isPlaced: (found: CheckedFinding) => boolean): readonly Group[] {
  const places = repeatedPlaces(group.filter(isPlaced))
  if (places.length < 2) return [group]
  return [...groupBy(group, (found) => nearest(places, found)).values()]
}

/** Lines of one side of a file that hold the same text as other such lines. */
interface Place {
  readonly file: string
  readonly startLine: number
  endLine: number
}

/** The places of the text that stands at the most of them; fewer than two where none repeats. */
function repeatedPlaces(placed: readonly CheckedFinding[]): readonly Place[] {
  const byText = new Map<string, Place[]>()
  for (const { finding, region, text } of placed.toSorted((a, b) => a.region.startLine - b.region.startLine)) {
    const file = fileOf(finding)
    const key = JSON.stringify([file, text.replace(/\s+/g, ' ').trim()])
    const places = byText.get(key) ?? []
    byText.set(key, places)
    const last = places.at(-1)
    if (last !== undefined && region.startLine <= last.endLine) last.endLine = Math.max(last.endLine, region.endLine)
    else places.push({ file, ...region })
  }
  return [...byText.values()].reduce<readonly Place[]>((most, one) => (one.length > most.length ? one : most), [])
}

function nearest(places: readonly Place[], { finding, region }: CheckedFinding): Place {
  const [first] = places
  if (first === undefined) throw new Error('There is no place to choose from')
  if (first.file !== fileOf(finding)) return first
  // In the order of lines: the last that begins at or before it, or the next where that is nearer.
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.startLine ?? 0) <= region.startLine) low = middle + 1
    else high = middle
  }
  const [below, above] = [places[low - 1], places[low]]
  if (below === undefined || above === undefined) return below ?? above ?? first
  return above.startLine - region.endLine < region.startLine - below.endLine ? above : below
}

function fileOf({ path, side }: CheckedFinding['finding']): string {
  return JSON.stringify([path, side])
}
