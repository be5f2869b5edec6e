import { ConfigurationError } from '../../errors.js'
import type { Exemption, OverrideRule } from '../../types/policy.js'
import { shown } from '../shown.js'
import { checkTotal, globsOf, listOf } from './lists.js'
import type { Label, PolicyFile } from './schema.js'

const maximumOverriders = 100
/** GitHub's logins; those of managed users have an underscore, those of apps end in [bot]. */
const login = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/
const botLogin = /^[A-Za-z0-9][A-Za-z0-9_-]{0,98}\[bot\]$/
const team = /^@[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/

/** `exempt`: paths that nobody reviews when this user opened the pull request. */
export function toExemptions(written: PolicyFile['exempt'], label: Label): readonly Exemption[] | undefined {
  if (written === undefined) return undefined
  const exemptions = written.map(({ author, paths }, index) => ({
    author: toAuthor(author, label(`exempt.${index}.author`)),
    paths: globsOf(paths, label(`exempt.${index}.paths`)),
  }))
  checkTotal(exemptions, label('exempt'))
  return exemptions
}

/** Digits are always an id: anybody may register a login that looks like one. */
function toAuthor(written: string | number, label: string): Exemption['author'] {
  const text = String(written)
  if (/^[1-9]\d{0,14}$/.test(text)) return { kind: 'id', id: Number(text) }
  if (!/^\d+$/.test(text) && (login.test(text) || botLogin.test(text))) return { kind: 'login', login: text }
  throw new ConfigurationError(
    `${label}: ${shown(text)} is not accepted; accepted: the login of a user, such as dependabot[bot], or the number of one`,
  )
}

/** `override`: who may break the glass, besides those who maintain the repository. */
export function toOverride(written: PolicyFile['override'], label: Label): OverrideRule | undefined {
  if (written === undefined) return undefined
  const by = written.by === undefined ? [] : listOf(written.by)
  if (by.length > maximumOverriders) {
    throw new ConfigurationError(
      `${label('override.by')}: names ${by.length}; accepted: up to ${maximumOverriders}, a team counts as one`,
    )
  }
  return {
    by: by.map((name) => toOverrider(name, label('override.by'))),
    allowAuthor: written['allow-author'] ?? false,
  }
}

function toOverrider(name: string, label: string): string {
  if (team.test(name)) return name
  const plain = name.startsWith('@') ? name.slice(1) : name
  if (login.test(plain)) return plain
  const why = botLogin.test(plain) ? 'is a bot, and only a person may override' : 'is not accepted'
  throw new ConfigurationError(`${label}: ${shown(name)} ${why}; accepted: logins, and teams as @org/team`)
}
