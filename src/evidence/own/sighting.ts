import type { OwnResultRule } from '../../types/policy.js'
import type { Anchor } from './anchor.js'

/** What our own code saw at one place. Those of one rule on one line become one result. */
export interface Sighting {
  readonly rule: OwnResultRule
  readonly anchor: Anchor
  /** A short line of plain text. */
  readonly title: string
  /** One sentence: where and what. */
  readonly what: string
  /** One sentence: what a person should do. */
  readonly advice: string
}
