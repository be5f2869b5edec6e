import { type Compared, type Comparison, LEAST_WORDS, normOf } from './similarity.js'

/** So many of the nearest earlier texts are looked at for each term: all of them, in any but a crowded place. */
const MAX_LOOKED_AT = 120
/** So many of those with the most in common are compared closely, where many crowd one place. */
const MAX_CANDIDATES = 12

interface Candidate {
  readonly index: number
  readonly words: number
}

/** Statements that were added, by their terms. */
export interface Postings {
  add(index: number): void
  /** Shows those added before that have words in common with this one: their indices and the cosine of the words. */
  like(index: number, show: (other: number, words: number) => void): void
  clear(): void
}

/** What all postings of a run share. */
export interface PostingsOf {
  readonly units: readonly Compared[]
  readonly weights: Float64Array
  readonly comparison: Comparison
}

/** Makes empty postings. A term's list is walked from its latest entry: add statements in the order of their lines. */
export function makePostings({ units, weights, comparison }: PostingsOf): Postings {
  const latest = new Int32Array(weights.length).fill(-1)
  const norms = units.map(({ text }) => normOf(text, weights))
  // One entry per text and term, in lists that are filled anew after each clearing.
  const owners: number[] = []
  const strengths: number[] = []
  const earlier: number[] = []
  const used: number[] = []
  let entries = 0
  const sums = new Float64Array(units.length)
  // Whose sums are not 0.
  const touched = new Int32Array(units.length)
  let touches = 0

  /** Adds up what the earlier texts share with this one. Says whether all of them were looked at. */
  const sumUp = ({ text: { terms, shares } }: Compared): 'all' | 'some' => {
    touches = 0
    let seen: 'all' | 'some' = 'all'
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] ?? 0
      const strength = (shares[place] ?? 0) * (weights[term] ?? 0)
      let entry = latest[term] ?? -1
      for (let steps = 0; entry >= 0; steps++) {
        if (steps === MAX_LOOKED_AT) {
          seen = 'some'
          break
        }
        const owner = owners[entry] ?? 0
        const sum = sums[owner] ?? 0
        if (sum === 0) touched[touches++] = owner
        sums[owner] = sum + strength * (strengths[entry] ?? 0)
        entry = earlier[entry] ?? -1
      }
    }
    return seen
  }

  return {
    add(index) {
      const unit = units[index]
      if (unit === undefined) return
      const { terms, shares } = unit.text
      for (let place = 0; place < terms.length; place++) {
        const term = terms[place] ?? 0
        owners[entries] = index
        strengths[entries] = (shares[place] ?? 0) * (weights[term] ?? 0)
        earlier[entries] = latest[term] ?? -1
        used[entries] = term
        latest[term] = entries
        entries += 1
      }
    },
    like(index, show) {
      const unit = units[index]
      if (unit === undefined) return
      const seen = sumUp(unit)
      const norm = norms[index] ?? 1
      const crowd: Candidate[] = []
      for (let place = 0; place < touches; place++) {
        const other = touched[place] ?? 0
        const words = (sums[other] ?? 0) / (norm * (norms[other] ?? 1))
        sums[other] = 0
        if (words < LEAST_WORDS) continue
        if (seen === 'all') show(other, words)
        else crowd.push({ index: other, words })
      }
      for (const { index: other } of mostAlike(crowd)) show(other, wordsOf(comparison, units[other], unit))
    },
    clear() {
      for (let entry = 0; entry < entries; entry++) latest[used[entry] ?? 0] = -1
      entries = 0
    },
  }
}

/** What was summed up is not all that a crowded place holds in common. */
function wordsOf(comparison: Comparison, a: Compared | undefined, b: Compared): number {
  return a === undefined ? 0 : comparison.words(a, b)
}

function mostAlike(found: Candidate[]): readonly Candidate[] {
  if (found.length <= MAX_CANDIDATES) return found
  return found.sort((a, b) => b.words - a.words || a.index - b.index).slice(0, MAX_CANDIDATES)
}
