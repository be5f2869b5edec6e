import { ConfigurationError } from '../../errors.js'
import type { AuthorRule, ModelFamilies } from '../../types/authorship.js'
import { type Family, families } from '../../types/reviewer.js'
import { checkGlobs } from '../globs.js'
import { shown } from '../shown.js'
import { parseFamily } from '../values.js'
import type { Label, PolicyFile } from './schema.js'

const maximumConditionLength = 254

/** `authors`: who writes here, when nothing in the commits says it. */
export function toAuthors(written: PolicyFile['authors'], label: Label): readonly AuthorRule[] | undefined {
  return written?.map((rule, index) => toAuthorRule(rule, (key) => label(`authors.${index}.${key}`)))
}

function toAuthorRule(written: NonNullable<PolicyFile['authors']>[number], label: Label): AuthorRule {
  const { branch, login, email } = written
  const family = parseFamily(written.family, label('family'))
  if (branch === undefined && login === undefined && email === undefined) {
    throw new ConfigurationError(`${label('family')}: says nothing of whom; add branch, login or email`)
  }
  if (branch !== undefined) checkGlobs([branch], label('branch'))
  for (const [key, text] of Object.entries({ login, email })) {
    if (text === undefined || (/^[^\p{C}\p{Z}]+$/u.test(text) && text.length <= maximumConditionLength)) continue
    throw new ConfigurationError(`${label(key)}: ${shown(text)} is not accepted; accepted: one ${key}, without spaces`)
  }
  return { branch, login, email, family }
}

/** `models`: the lab behind a model's name. */
export function toModels(written: PolicyFile['models'], label: Label): ModelFamilies | undefined {
  if (written === undefined) return undefined
  const globs = Object.keys(written)
  checkGlobs(globs, label('models'))
  return Object.fromEntries(
    Object.entries(written).map(([glob, family]) => [glob, parseFamily(family, label(`models.${glob}`))]),
  )
}

/** `allowed-families`: no code goes to any other. */
export function toAllowedFamilies(
  written: PolicyFile['allowed-families'],
  label: Label,
): readonly Family[] | undefined {
  if (written === undefined) return undefined
  const where = label('allowed-families')
  if (written.length === 0) {
    throw new ConfigurationError(`${where}: allows no family at all; accepted: a list of ${families.join(', ')}`)
  }
  const named = written.map((family) => parseFamily(family, where))
  return families.filter((family) => named.includes(family))
}
