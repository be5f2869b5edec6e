import { z } from 'zod'
import { Region } from './result.js'
import { RuleId, Severity } from './rule.js'

/** What a person decided about an alert in the code-scanning tab. Every text is untrusted. */
export const Dismissal = z.strictObject({
  by: z.string(),
  /** A bot's word does not count. */
  byType: z.enum(['User', 'Bot', 'other']),
  at: z.string(),
  reason: z.string(),
  comment: z.string().nullable(),
})
export type Dismissal = z.infer<typeof Dismissal>

/** A result that an earlier run left, as far as its source tells. */
export const KnownResult = z.strictObject({
  /** Null where the source does not tell it, so that only text and place can identify the result. */
  fingerprint: z.string().nullable(),
  sarifRuleId: z.string(),
  ruleId: RuleId,
  severity: Severity,
  title: z.string(),
  message: z.string(),
  /** As it was then; the change may have renamed it since. */
  path: z.string(),
  side: z.enum(['new', 'old']),
  region: Region,
  quote: z.string().nullable(),
  /** `fixed`: it is not there any more, and only gives its name to what is reported again. */
  state: z.enum(['open', 'dismissed', 'fixed']),
  dismissal: Dismissal.nullable(),
  /** The alert's number, or null for a report file. */
  alert: z.int().nullable(),
})
export type KnownResult = z.infer<typeof KnownResult>

/** What earlier runs left. Undefined lists: nothing is known, which is not the same as nothing found. */
export interface History {
  /** What stood at the merge base already, or in the file given as `baseline`. */
  readonly base: readonly KnownResult[] | undefined
  /** Whoever may upload can forge what code scanning knows; a file is the word of whoever runs this. */
  readonly baseFrom: 'code-scanning' | 'file' | 'nowhere'
  /** What the previous run of the same change reported. */
  readonly previous: readonly KnownResult[] | undefined
  /** What people dismissed elsewhere: neither at the base nor in this change. */
  readonly dismissed: readonly KnownResult[]
  /** Where it comes from, or why nothing is known; one sentence each, for people. */
  readonly notes: readonly string[]
}

/** Nothing is known of earlier runs. */
export const noHistory: History = {
  base: undefined,
  baseFrom: 'nowhere',
  previous: undefined,
  dismissed: [],
  notes: [],
}
