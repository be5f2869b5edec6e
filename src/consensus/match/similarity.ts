import type { Region } from '../../types/result.js'
import { jaccard, makeCharacterGrams } from './character-grams.js'
import type { Statement } from './statement.js'
import type { TextFeatures } from './text-features.js'

/** A statement with what is compared of it. Statements that are equal in place and text are one. */
export interface Compared {
  readonly statement: Statement
  /** Who said it, each once. */
  readonly reviewers: readonly string[]
  readonly text: TextFeatures
}

/** What speaks for and against two statements being about one issue. */
export interface Signals {
  /** 0 to 1: the cosine of their words, weighed by how telling they are in this run. */
  readonly words: number
  /** 0 to 1: common character 4-grams, which see through inflection. */
  readonly grams: number
  /** 0 to 1: identifiers of the one that the other names too, likewise weighed. */
  readonly identifiers: number
  /** 1 where one of them names no identifier. */
  readonly noIdentifiers: number
  /** 0 to 1: lines of the shorter quote that are lines of the other too. */
  readonly quote: number
  readonly sameRule: number
  /** Near 0 in a large run, 1 in an empty one: few texts do not tell which words they have in common anyway. */
  readonly fewTexts: number
  readonly place: Place
}

/** Where two statements stand to each other; `gap` counts the lines between them. */
export type Place =
  | { readonly kind: 'same-file'; readonly gap: number }
  | { readonly kind: 'other-side' }
  | { readonly kind: 'related' }

/** Lines between two regions that still count as one place. */
export const NEAR_LINES = 3
/** From here on two regions of a file have nothing to do with each other. */
export const FAR_LINES = 20
/** Of the cosine of the words. */
export const LEAST_WORDS = 0.1
/** What is far away must say much the same. */
const LEAST_WORDS_FAR = 0.3

/** Compares statements of one run. */
export interface Comparison {
  /** Undefined where the two have so little in common that no other signal could make them one. */
  signals(a: Compared, b: Compared, words?: number): Signals | undefined
  /** The cosine of the words alone. */
  words(a: Compared, b: Compared): number
}

/** What a comparison needs to know of its run. */
export interface ComparisonOf {
  /** How telling each term is, by its id. */
  readonly weights: Float64Array
  /** How many different texts there are. */
  readonly texts: number
  /** Between two runs a change moves lines, so that their distance tells nothing. */
  readonly lines: 'comparable' | 'moved'
}

/** Makes a comparison of the statements of a run, or of two. */
export function makeComparison({ weights, texts, lines }: ComparisonOf): Comparison {
  const grams = new Map<TextFeatures, Int32Array>()
  const characterGrams = makeCharacterGrams()
  const quotes = new Map<string, ReadonlySet<string>>()
  // By term id: what the text at hand makes of it. Zeroed after each use.
  const dense = new Float64Array(weights.length)

  const words = ({ text: a }: Compared, { text: b }: Compared): number => {
    if (a === b) return 1
    const sum = dot(a, b, { dense, weights })
    return Math.min(1, sum / (normOf(a, weights) * normOf(b, weights)))
  }
  const gramsOf = (text: TextFeatures): Int32Array =>
    kept(grams, text, () => characterGrams(`${text.title}\n${text.message}`.toLowerCase()))
  const linesOf = ({ quote }: Statement): ReadonlySet<string> => kept(quotes, quote, () => quoteLines(quote))

  return {
    words,
    signals(a, b, known) {
      const cosine = known ?? words(a, b)
      if (cosine < LEAST_WORDS) return undefined
      if (lines === 'comparable' && cosine < LEAST_WORDS_FAR && isFar(a.statement, b.statement)) return undefined
      const place = placeOf(a.statement, b.statement)
      if (place === undefined) return undefined
      return {
        words: cosine,
        grams: a.text === b.text ? 1 : jaccard(gramsOf(a.text), gramsOf(b.text)),
        identifiers: commonIdentifiers(a.text, b.text, weights),
        noIdentifiers: a.text.identifiers.length === 0 || b.text.identifiers.length === 0 ? 1 : 0,
        quote: commonLines(linesOf(a.statement), linesOf(b.statement)),
        sameRule: a.statement.ruleId === b.statement.ruleId ? 1 : 0,
        fewTexts: 2 / (2 + texts),
        place,
      }
    },
  }
}

function kept<Key, Value>(store: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = store.get(key)
  if (known !== undefined) return known
  const made = make()
  store.set(key, made)
  return made
}

/** The length of a text's vector of weighted terms. */
export function normOf({ terms, shares }: TextFeatures, weights: Float64Array): number {
  let sum = 0
  for (let index = 0; index < terms.length; index++) {
    sum += ((shares[index] ?? 0) * (weights[terms[index] ?? 0] ?? 0)) ** 2
  }
  return Math.sqrt(sum)
}

function dot(
  a: TextFeatures,
  b: TextFeatures,
  { dense, weights }: { readonly dense: Float64Array; readonly weights: Float64Array },
): number {
  for (let index = 0; index < a.terms.length; index++) {
    const term = a.terms[index] ?? 0
    dense[term] = (a.shares[index] ?? 0) * (weights[term] ?? 0)
  }
  let sum = 0
  for (let index = 0; index < b.terms.length; index++) {
    const term = b.terms[index] ?? 0
    sum += (dense[term] ?? 0) * (b.shares[index] ?? 0) * (weights[term] ?? 0)
  }
  for (let index = 0; index < a.terms.length; index++) dense[a.terms[index] ?? 0] = 0
  return sum
}

function commonIdentifiers(a: TextFeatures, b: TextFeatures, weights: Float64Array): number {
  let common = 0
  for (const id of a.identifiers) if (b.identifiers.includes(id)) common += weights[id] ?? 0
  if (common === 0) return 0
  return common / Math.min(weightOf(a.identifiers, weights), weightOf(b.identifiers, weights))
}

function weightOf(ids: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (const id of ids) sum += weights[id] ?? 0
  return sum
}

function quoteLines(quote: string): ReadonlySet<string> {
  const lines = quote.split('\n').map((line) => line.replace(/\s+/g, ''))
  return new Set(lines.filter((line) => line !== ''))
}

function commonLines(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a === b) return Math.min(1, a.size)
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a]
  if (fewer.size === 0) return 0
  let common = 0
  for (const line of fewer) if (more.has(line)) common++
  return common / fewer.size
}

function placeOf(a: Statement, b: Statement): Place | undefined {
  if (a.path !== b.path) return isRelated(a, b) || isRelated(b, a) ? { kind: 'related' } : undefined
  // Line numbers of the two sides cannot be compared.
  if (a.side !== b.side) return { kind: 'other-side' }
  return { kind: 'same-file', gap: gapBetween(a.region, b.region) }
}

function isFar(a: Statement, b: Statement): boolean {
  return a.path === b.path && a.side === b.side && gapBetween(a.region, b.region) > FAR_LINES
}

function isRelated(a: Statement, b: Statement): boolean {
  return a.related.some(({ path, region }) => path === b.path && gapBetween(region, b.region) <= NEAR_LINES)
}

/** 0 where they overlap, 1 for the next line. */
export function gapBetween(a: Region, b: Region): number {
  return Math.max(0, a.startLine - b.endLine, b.startLine - a.endLine)
}
