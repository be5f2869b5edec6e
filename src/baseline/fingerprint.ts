import { createHash } from 'node:crypto'

/** What makes a result the same one in the next run: never its title or line. */
export interface FingerprintParts {
  readonly path: string
  readonly ruleId: string
  readonly quote: string
  /** 1 for the first result of the same path, rule and quote in the order of lines. */
  readonly occurrence: number
}

const HASH_CHARACTERS = 32

/** 32 hex digits, a colon and the occurrence, in the manner of code scanning's `primaryLocationLineHash`. */
export function fingerprint({ path, ruleId, quote, occurrence }: FingerprintParts): string {
  const parts = JSON.stringify([path, ruleId, normalizeQuote(quote), occurrence])
  const hash = createHash('sha256').update(parts).digest('hex').slice(0, HASH_CHARACTERS)
  return `${hash}:${occurrence}`
}

/** A re-indented or re-wrapped quote is the same quote. */
export function normalizeQuote(quote: string): string {
  return quote.replace(/\s+/g, ' ').trim()
}
