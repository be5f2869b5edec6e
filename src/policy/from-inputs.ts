import { ConfigurationError } from '../errors.js'
import { hint, nearestName } from './near-miss.js'
import { allOptions, laterOptions } from './options.js'
import { type RunOptions, readOptions, type Written } from './read-options.js'
import { shown } from './shown.js'

/** The runner's prefix for the inputs of the step: upper case, spaces become underscores, hyphens stay. */
const prefix = 'INPUT_'

/** What the workflow says under `with:`. Throws ConfigurationError for a wrong value and for an unknown input. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): RunOptions {
  const written = new Map<string, Written>()
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(prefix) || text === undefined) continue
    const name = knownInput(variable.slice(prefix.length).toLowerCase())
    written.set(name, { text, label: `input "${name}"` })
  }
  return readOptions(written)
}

function knownInput(name: string): string {
  const names = allOptions.map((option) => option.name)
  if (names.includes(name)) return name
  if (laterOptions.includes(name)) {
    throw new ConfigurationError(`input "${name}" is not available yet in this version; remove it from the workflow`)
  }
  throw new ConfigurationError(
    `unknown input ${shown(name)}.${hint(nearestName(name, names))} Accepted: ${names.join(', ')}.`,
  )
}
