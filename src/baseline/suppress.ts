import type { Dismissal, KnownResult } from '../types/history.js'
import type { SuppressionRule } from '../types/policy.js'
import type { Suppression } from '../types/result.js'

/** What can suppress a result. */
export interface SuppressionContext {
  readonly suppressions: readonly SuppressionRule[]
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Why the dismissal does not count; undefined: it counts. */
  dismissalProblem(dismissal: Dismissal): string | undefined
}

/** What is known of a result when it is asked whether it is suppressed. */
export interface Suppressible {
  /** The one that it is reported under, and the one that it would have if no earlier run knew it. */
  readonly fingerprints: readonly string[]
  readonly known: readonly KnownResult[]
}

export interface Suppressed {
  readonly suppression: Suppression | null
  /** The alert whose dismissal suppresses it. */
  readonly dismissed?: KnownResult
  /** Why an alert that somebody dismissed counts all the same; one line each. */
  readonly notes: readonly string[]
}

/** Looks up the config's rules once; the answer tells of each result whether it is suppressed, the config before an alert. */
export function suppressor(context: SuppressionContext): (result: Suppressible) => Suppressed {
  const rules = new Map<string, SuppressionRule>()
  for (const rule of context.suppressions) if (!isExpired(rule, context)) rules.set(rule.fingerprint, rule)
  return ({ fingerprints, known }) => {
    const rule = fingerprints.map((fingerprint) => rules.get(fingerprint)).find((found) => found !== undefined)
    if (rule !== undefined) return { suppression: byConfig(rule), notes: [] }
    return byDismissal(known, context)
  }
}

/** So many are named; a config may hold any number of them. */
const MAX_NOTES = 20

/** Rules that stopped working, for people. */
export function expiredNotes(context: SuppressionContext): readonly string[] {
  const expired = context.suppressions.filter((rule) => isExpired(rule, context))
  const named = expired.slice(0, MAX_NOTES).map(({ fingerprint, owner, expires }) => {
    return oneLine(`Suppression ${fingerprint} of ${owner} expired on ${expires} and no longer works.`)
  })
  const rest = expired.length - named.length
  return rest === 0 ? named : [...named, `${rest} more suppressions expired and no longer work.`]
}

function isExpired({ expires }: SuppressionRule, { today }: SuppressionContext): boolean {
  return expires !== undefined && expires < today
}

function byConfig({ reason, owner, expires }: SuppressionRule): Suppression {
  return { kind: 'config', reason, owner, expires: expires ?? null }
}

function byDismissal(known: readonly KnownResult[], context: SuppressionContext): Suppressed {
  const notes = new Set<string>()
  for (const one of known) {
    const { state, dismissal, alert } = one
    if (state !== 'dismissed' || dismissal === null) continue
    const problem = dismissal.byType === 'User' ? context.dismissalProblem(dismissal) : 'only a person can dismiss it'
    if (problem === undefined) return { suppression: toSuppression(dismissal), dismissed: one, notes: [] }
    const which = alert === null ? 'an alert' : `alert ${alert}`
    notes.add(oneLine(`The dismissal of ${which} by ${dismissal.by} does not count: ${problem}.`))
  }
  return { suppression: null, notes: [...notes] }
}

function toSuppression({ by, reason, comment }: Dismissal): Suppression {
  const said = comment === null || comment.trim() === '' ? reason : `${reason}: ${comment}`
  return { kind: 'dismissed-alert', reason: said, owner: by, expires: null }
}

const MAX_NOTE_CHARACTERS = 500

/** Names and reasons are foreign text. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, MAX_NOTE_CHARACTERS)
}
