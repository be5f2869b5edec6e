import { makeHeap } from './heap.js'
import { EVEN } from './likelihood.js'

/** Two different members and how alike they are. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly likelihood: number
}

/** Less is as good as nothing, and not kept. */
const LEAST_KEPT = 0.02
/** Members of a large group that are compared where two groups were not. */
const MAX_SPOKESMEN = 4

interface Cluster {
  readonly members: readonly number[]
  readonly spokesmen: readonly number[]
  /** By number of the other cluster: the average likelihood over all pairs. */
  readonly near: Map<number, number>
}

/**
 * Average-link clustering: the two groups whose pairs are on average the most alike become one, while that is more than
 * even. `unlinked` gives the likelihood of a pair that `links` does not hold. Groups of one member are left out.
 */
export function averageLink(
  links: readonly Link[],
  unlinked: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const clusters = toClusters(links)
  const queue = makeHeap<Link>(isSurer)
  for (const link of links) if (link.likelihood > EVEN) queue.push(link)
  for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
    const a = clusters.get(link.a)
    const b = clusters.get(link.b)
    // A cluster that has grown has other averages; they were pushed anew.
    if (a === undefined || b === undefined || a.near.get(link.b) !== link.likelihood) continue
    for (const grown of join(clusters, link, unlinked)) queue.push(grown)
  }
  return [...clusters.values()].map(({ members }) => members).filter((members) => members.length > 1)
}

function isSurer(one: Link, other: Link): boolean {
  if (one.likelihood !== other.likelihood) return one.likelihood > other.likelihood
  return one.a !== other.a ? one.a < other.a : one.b < other.b
}

function toClusters(links: readonly Link[]): Map<number, Cluster> {
  const clusters = new Map<number, Cluster>()
  const clusterOf = (member: number): Cluster => {
    const known = clusters.get(member)
    if (known !== undefined) return known
    const made = { members: [member], spokesmen: [member], near: new Map<number, number>() }
    clusters.set(member, made)
    return made
  }
  // Who is likely to be one with nobody stays alone.
  const likely = new Set(links.flatMap(({ a, b, likelihood }) => (likelihood > EVEN ? [a, b] : [])))
  for (const { a, b, likelihood } of links) {
    if (Math.abs(likelihood) < LEAST_KEPT || !likely.has(a) || !likely.has(b)) continue
    clusterOf(a).near.set(b, likelihood)
    clusterOf(b).near.set(a, likelihood)
  }
  return clusters
}

/** Makes the two clusters of the link one, under the number of the first. The new links that are more than even. */
function join(
  clusters: Map<number, Cluster>,
  { a: first, b: second }: Link,
  unlinked: (a: number, b: number) => number,
): readonly Link[] {
  const a = clusters.get(first)
  const b = clusters.get(second)
  if (a === undefined || b === undefined) return []
  const size = a.members.length + b.members.length
  const near = new Map<number, number>()
  const grown: Link[] = []
  for (const other of new Set([...a.near.keys(), ...b.near.keys()])) {
    const neighbour = clusters.get(other)
    if (neighbour === undefined || other === first || other === second) continue
    const toA = a.near.get(other) ?? averageOf(a, neighbour, unlinked)
    const toB = b.near.get(other) ?? averageOf(b, neighbour, unlinked)
    const likelihood = (toA * a.members.length + toB * b.members.length) / size
    neighbour.near.delete(first)
    neighbour.near.delete(second)
    if (Math.abs(likelihood) < LEAST_KEPT) continue
    near.set(other, likelihood)
    neighbour.near.set(first, likelihood)
    if (likelihood > EVEN) grown.push({ a: Math.min(first, other), b: Math.max(first, other), likelihood })
  }
  const half = MAX_SPOKESMEN / 2
  const spokesmen = [...a.spokesmen.slice(0, half), ...b.spokesmen.slice(0, half)]
  clusters.set(first, { members: [...a.members, ...b.members], spokesmen, near })
  clusters.delete(second)
  return grown
}

function averageOf(a: Cluster, b: Cluster, unlinked: (a: number, b: number) => number): number {
  let sum = 0
  for (const one of a.spokesmen) for (const other of b.spokesmen) sum += unlinked(one, other)
  return sum / (a.spokesmen.length * b.spokesmen.length)
}
