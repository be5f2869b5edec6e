import { ConfigurationError } from '../../errors.js'
import type { SuppressionRule } from '../../types/policy.js'
import { shown } from '../shown.js'
import type { Label, PolicyFile } from './schema.js'

const maximumReasonLength = 1_000
const maximumOwnerLength = 254

/** `suppressions`: results that the base branch accepts, each with who answers for it and why. */
export function toSuppressions(
  written: PolicyFile['suppressions'],
  label: Label,
): readonly SuppressionRule[] | undefined {
  if (written === undefined) return undefined
  const seen = new Map<string, number>()
  return written.map((suppression, index) => {
    const where: Label = (key) => label(`suppressions.${index}.${key}`)
    const rule = toSuppression(suppression, where)
    const earlier = seen.get(rule.fingerprint)
    if (earlier !== undefined) {
      const other = label(`suppressions.${earlier}.fingerprint`)
      throw new ConfigurationError(`${where('fingerprint')} is the same as that of ${other}; keep one`)
    }
    seen.set(rule.fingerprint, index)
    return rule
  })
}

function toSuppression(written: NonNullable<PolicyFile['suppressions']>[number], label: Label): SuppressionRule {
  return {
    fingerprint: toFingerprint(written.fingerprint, label('fingerprint')),
    reason: toLine(written.reason, { label: label('reason'), maximum: maximumReasonLength }),
    owner: toLine(written.owner, { label: label('owner'), maximum: maximumOwnerLength }),
    expires: written.expires === undefined ? undefined : toDate(written.expires, label('expires')),
  }
}

function toFingerprint(text: string, label: string): string {
  if (/^[^\p{C}\p{Z}]{1,200}$/u.test(text)) return text
  throw new ConfigurationError(
    `${label}: ${shown(text)} is not accepted; accepted: the fingerprint of a result, as the report shows it`,
  )
}

function toLine(text: string, { label, maximum }: { readonly label: string; readonly maximum: number }): string {
  const line = text.trim()
  if (line === '') throw new ConfigurationError(`${label} is empty; say it in words, because others will read it`)
  if (line.length <= maximum && /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(line)) return line
  throw new ConfigurationError(
    `${label}: ${shown(line)} is not accepted; accepted: one line of up to ${maximum} characters`,
  )
}

/** A day that the calendar has. */
function toDate(text: string, label: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // Some days that a month does not have are read as days of the next one.
  if (!Number.isNaN(day) && new Date(day).toISOString().startsWith(text)) return text
  throw new ConfigurationError(
    `${label}: ${shown(text)} is not accepted; accepted: the last day on which it holds, as YYYY-MM-DD`,
  )
}
