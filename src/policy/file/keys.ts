import { ConfigurationError } from '../../errors.js'
import { hint, nearestName } from '../near-miss.js'
import { allOptions, laterOptions } from '../options.js'
import { shown } from '../shown.js'
import { PolicyFile } from './schema.js'

/** Keys that are neither inputs nor flags: only the base branch may set them. */
export const fileOnlyKeys = [
  'own-results',
  'authors',
  'models',
  'allowed-families',
  'rules',
  'exempt',
  'override',
  'suggestions',
  'suppressions',
] as const

/** All keys at the top of the file, for messages. */
export const acceptedKeys = Object.keys(PolicyFile.shape).join(', ')

/** What the maps under a key may hold, and how a message calls one of them. */
const nestedKeys: Readonly<Record<string, { readonly noun: string; readonly accepted: readonly string[] }>> = {
  'own-results': { noun: 'rule', accepted: Object.keys(PolicyFile.shape['own-results'].unwrap().shape) },
  authors: { noun: 'key', accepted: Object.keys(PolicyFile.shape.authors.unwrap().element.shape) },
  rules: { noun: 'key', accepted: Object.keys(PolicyFile.shape.rules.unwrap().element.shape) },
  exempt: { noun: 'key', accepted: Object.keys(PolicyFile.shape.exempt.unwrap().element.shape) },
  override: { noun: 'key', accepted: Object.keys(PolicyFile.shape.override.unwrap().shape) },
  suppressions: { noun: 'key', accepted: Object.keys(PolicyFile.shape.suppressions.unwrap().element.shape) },
}

interface PlacedKey {
  readonly key: string
  /** The key under which it stands; undefined at the top of the file. */
  readonly outer: string | undefined
  /** File and line. */
  readonly where: string
}

/** Throws a ConfigurationError for a key that nobody knows there, with the one that was probably meant. */
export function refuseKey({ key, outer, where }: PlacedKey): void {
  if (outer === undefined) refuseTopKey(key, where)
  else if (Object.hasOwn(nestedKeys, outer)) refuseNestedKey({ key, outer, where })
  else if (outer === 'models' && key === '__proto__') {
    // JavaScript would lose it.
    throw new ConfigurationError(`${where}: "models": ${shown(key)} is no name of a model`)
  }
}

function refuseTopKey(key: string, where: string): void {
  if (Object.hasOwn(PolicyFile.shape, key)) return
  if (allOptions.some((option) => option.name === key)) {
    throw new ConfigurationError(`${where}: "${key}" cannot be set in the config file, only as an input or a flag`)
  }
  if (laterOptions.includes(key)) {
    throw new ConfigurationError(`${where}: "${key}" is not available yet in this version; remove it`)
  }
  const names = Object.keys(PolicyFile.shape)
  throw new ConfigurationError(
    `${where}: unknown key ${shown(key)}; accepted: ${acceptedKeys}.${hint(nearestName(key, names))}`,
  )
}

function refuseNestedKey({ key, outer, where }: PlacedKey & { readonly outer: string }): void {
  const nested = nestedKeys[outer]
  if (nested === undefined || nested.accepted.includes(key)) return
  const { noun, accepted } = nested
  const meant = hint(nearestName(key, accepted))
  throw new ConfigurationError(
    `${where}: "${outer}": unknown ${noun} ${shown(key)}; accepted: ${accepted.join(', ')}.${meant}`,
  )
}
