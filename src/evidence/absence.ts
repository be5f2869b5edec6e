import { showInvisible, showPath } from '../diff/invisible.js'
import type { AbsenceSearch, Finding } from '../types/finding.js'
import type { Basis } from '../types/rule.js'

/** What a search of the head came to. `not-searched` is never taken for nothing. */
export type SearchOutcome =
  | { readonly kind: 'found'; readonly path: string; readonly line: number | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'not-searched'; readonly why: string }

/** Searches the text files of the head. Rejects where the search itself failed. */
export interface SearchPort {
  /** Plain text in any case; `paths` are globs, none of them means everywhere. */
  find(pattern: string, paths: readonly string[]): Promise<SearchOutcome>
}

/** What became of the searches on which a finding rests. `unproven`: they show nothing, whatever they found. */
export type SearchCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'confirmed' | 'refuted' | 'unproven'; readonly detail: string }

/** The parts of a finding that a claim of absence consists of. */
export type Claim = Pick<Finding, 'title' | 'message' | 'basis' | 'searches'>

const MAX_SEARCHES = 10
const MIN_PATTERN_CHARACTERS = 3
const MAX_PATTERN_CHARACTERS = 100
const MAX_PATH_SHOWN = 200

/** Repeats the searches that are said to have found nothing. */
export async function checkSearches(claim: Claim, search: SearchPort): Promise<SearchCheck> {
  const { searches } = claim
  if (searches.length === 0) return { kind: 'none' }
  const objection = objectionTo(claim)
  if (objection !== undefined) return unproven(objection)
  for (const { pattern, paths } of searches) {
    const outcome = await search.find(pattern, paths)
    if (outcome.kind === 'not-searched') return unproven(`the search for ${shown(pattern)} ${outcome.why}`)
    if (outcome.kind === 'found') {
      const detail = `It is said to be absent, but a search for ${shown(pattern)} finds ${placeOf(outcome)}.`
      return { kind: 'refuted', detail }
    }
  }
  const patterns = [...new Set(searches.map(({ pattern }) => shown(pattern)))]
  return { kind: 'confirmed', detail: `Searched again: nothing was found for ${patterns.join(', ')}.` }
}

/** The basis that a finding may claim after its searches were repeated, and what to say of them. */
export async function withSearches(
  claim: Claim,
  search: SearchPort,
): Promise<{ readonly basis: Basis; readonly detail: string | null }> {
  const check = await checkSearches(claim, search)
  switch (check.kind) {
    case 'none':
      return { basis: claim.basis, detail: null }
    case 'confirmed':
      return { basis: claim.basis, detail: check.detail }
    case 'refuted':
    case 'unproven':
      return { basis: 'inferred', detail: check.detail }
  }
}

function unproven(why: string): SearchCheck {
  return { kind: 'unproven', detail: `The searches do not prove that it is absent: ${why}.` }
}

/** Why the searches would show nothing even if they found nothing. */
function objectionTo({ title, message, searches }: Claim): string | undefined {
  if (searches.length > MAX_SEARCHES) return `${searches.length} searches are more than ${MAX_SEARCHES}`
  for (const { pattern } of searches) {
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(pattern)) return 'a search is not one line of text'
    const { length } = pattern.trim()
    if (length < MIN_PATTERN_CHARACTERS || pattern.length > MAX_PATTERN_CHARACTERS)
      return `a search has ${length} characters, not ${MIN_PATTERN_CHARACTERS} to ${MAX_PATTERN_CHARACTERS}`
  }
  const isNamed = namedIn(`${title}\n${message}`)
  if (!searches.some(isNamed)) return 'none of them looks for what the finding names'
  return undefined
}

/** A shorter beginning of a word is shared by words that have nothing to do with each other. */
const SHARED_BEGINNING = 4
/** A shorter text without spaces stands inside other words. */
const MIN_JOINED_CHARACTERS = 6

/** Whether a search is mostly for words of the text: `rateLimit` and `use(rate_limits` are for "no rate limit". */
function namedIn(text: string): (search: AbsenceSearch) => boolean {
  const words = new Set(wordsOf(text))
  const beginnings = new Set([...words].flatMap(beginningsOf))
  const joined = joinedLetters(text)
  const isKnown = (word: string) =>
    words.has(word) || beginnings.has(word) || beginningsOf(word).some((w) => words.has(w))
  return ({ pattern }) => {
    const wanted = wordsOf(pattern)
    if (wanted.length > 0 && 2 * wanted.filter(isKnown).length >= wanted.length) return true
    const letters = joinedLetters(pattern)
    return letters.length >= MIN_JOINED_CHARACTERS && joined.includes(letters)
  }
}

function wordsOf(text: string): readonly string[] {
  const parts = text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return parts.map((part) => part.toLowerCase())
}

function beginningsOf(word: string): readonly string[] {
  const longest = word.slice(0, MAX_PATTERN_CHARACTERS)
  const lengths = Array.from(
    { length: Math.max(0, longest.length - SHARED_BEGINNING + 1) },
    (_, i) => SHARED_BEGINNING + i,
  )
  return lengths.map((length) => longest.slice(0, length))
}

function joinedLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

function shown(pattern: string): string {
  return `"${showInvisible(pattern)}"`
}

function placeOf({ path, line }: { readonly path: string; readonly line: number | null }): string {
  const name = showPath(path.length > MAX_PATH_SHOWN ? `${path.slice(0, MAX_PATH_SHOWN)}…` : path)
  return line === null ? name : `${name}:${line}`
}
