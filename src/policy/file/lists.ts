import { ConfigurationError } from '../../errors.js'
import { checkGlobs, splitGlobs } from '../globs.js'
import { splitList } from '../values.js'

type TextOrList = string | readonly string[]

/** Each path of a change is matched against all of them. */
const maximumGlobsTogether = 500

/** The items of a list, or of a text that holds one. */
export function listOf(written: TextOrList): readonly string[] {
  return typeof written === 'string' ? splitList(written) : written
}

/** Checked globs, at least one: nothing at all would quietly hold for nothing. */
export function globsOf(written: TextOrList, label: string): readonly string[] {
  const globs = typeof written === 'string' ? splitGlobs(written) : written
  if (globs.length > 0) return checkGlobs(globs, label)
  throw new ConfigurationError(`${label}: names nothing; accepted: one glob or more, such as "src/**"`)
}

/** Refuses more globs over all entries than a change can be matched against. */
export function checkTotal(entries: readonly { readonly paths: readonly string[] }[], label: string): void {
  const total = entries.reduce((sum, { paths }) => sum + paths.length, 0)
  if (total <= maximumGlobsTogether) return
  throw new ConfigurationError(
    `${label}: ${total} globs together are too many; accepted: up to ${maximumGlobsTogether}`,
  )
}
