import { createHash } from 'node:crypto'
import type { Anchor } from '../evidence/anchor.js'

/** What makes a result the same one in the next run: never its title or line number. */
export interface FingerprintParts {
  /** As it is called at the merge base. */
  readonly path: string
  readonly side: 'new' | 'old'
  readonly ruleId: string
  readonly anchor: Anchor
  /** 1 and up for another defect under the rule and at the place of one that is known already; 0 otherwise. */
  readonly sibling: number
}

const HASH_CHARACTERS = 32

/** 32 hex digits, a colon and the occurrence, in the manner of code scanning's `primaryLocationLineHash`. */
export function fingerprint({ path, side, ruleId, anchor, sibling }: FingerprintParts): string {
  const { symbol, line, occurrence } = anchor
  const parts = JSON.stringify([path, side, ruleId, symbol, line, occurrence, sibling])
  const hash = createHash('sha256').update(parts).digest('hex').slice(0, HASH_CHARACTERS)
  return `${hash}:${occurrence}`
}
