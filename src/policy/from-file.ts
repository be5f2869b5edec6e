import { z } from 'zod'
import { ConfigurationError } from '../errors.js'
import type { PolicyInputs } from '../types/policy.js'
import { toAllowedFamilies, toAuthors, toModels } from './file/authors.js'
import { toExemptions, toOverride } from './file/people.js'
import { toOwnResults, toRules } from './file/rules.js'
import { type Label, PolicyFile } from './file/schema.js'
import { toSuppressions } from './file/suppressions.js'
import { oneLine, place, readYaml, type Yaml } from './file/yaml.js'
import { checkGlobs } from './globs.js'
import { nothingSet } from './load.js'
import { readPolicyInputs, type Written } from './read-options.js'
import { fallbackReviewersFrom, reviewersFrom } from './values.js'

/** Far above any config that a person writes. */
const maximumBytes = 256 * 1024

/** The config file of the base branch. An empty one is fine; every other fault is a ConfigurationError with its line. */
export async function parsePolicyFile(text: string, path: string): Promise<PolicyInputs> {
  const bytes = Buffer.byteLength(text)
  if (bytes > maximumBytes) {
    throw new ConfigurationError(`${path}: has ${bytes} bytes; accepted: up to ${maximumBytes}`)
  }
  const { value, lines } = await readYaml(text, path)
  if (value === null) return nothingSet
  const checked = PolicyFile.safeParse(value)
  if (checked.success) return toPolicyInputs(checked.data, (key) => `${place(path, lines.get(key))}: "${key}"`)
  throw new ConfigurationError(explain(checked.error.issues[0], { path, value, lines }))
}

interface Checked extends Yaml {
  readonly path: string
}

/** Where the first wrong value stands, as near as the lines tell, and what is wrong with it. */
function explain(issue: z.core.$ZodIssue | undefined, { path, value, lines }: Checked): string {
  const keys = issue?.path.map(String) ?? []
  const isMissing = keys.length > 1 && valueAt(value, keys) === undefined
  const known = isMissing ? keys.slice(0, -1) : keys
  const ways = known.map((_, index) => known.slice(0, index + 1).join('.'))
  const at = ways.findLast((way) => lines.has(way)) ?? ways[0] ?? ''
  const what = isMissing ? `"${keys.at(-1)}" is missing` : oneLine(issue?.message ?? 'wrong value')
  return `${place(path, lines.get(at))}: "${at}": ${what}`
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((outer, key) => {
    const inner = z.looseObject({}).or(z.array(z.unknown())).safeParse(outer)
    return inner.success ? Object.getOwnPropertyDescriptor(inner.data, key)?.value : undefined
  }, value)
}

function toPolicyInputs(file: PolicyFile, label: Label): PolicyInputs {
  const inputs = readPolicyInputs(writtenTexts(file, label))
  const { reviewers, 'fallback-reviewers': fallbacks, paths, 'paths-ignore': pathsIgnore } = file
  return {
    ...inputs,
    reviewers: Array.isArray(reviewers) ? reviewersFrom(reviewers, label('reviewers')) : inputs.reviewers,
    paths: Array.isArray(paths) ? checkGlobs(paths, label('paths')) : inputs.paths,
    pathsIgnore: Array.isArray(pathsIgnore) ? checkGlobs(pathsIgnore, label('paths-ignore')) : inputs.pathsIgnore,
    fallbackReviewers: Array.isArray(fallbacks)
      ? fallbackReviewersFrom(fallbacks, label('fallback-reviewers'))
      : inputs.fallbackReviewers,
    authors: toAuthors(file.authors, label),
    models: toModels(file.models, label),
    allowedFamilies: toAllowedFamilies(file['allowed-families'], label),
    ownResults: toOwnResults(file['own-results'], label),
    rules: toRules(file.rules, label),
    exempt: toExemptions(file.exempt, label),
    override: toOverride(file.override, label),
    suggestions: file.suggestions,
    suppressions: toSuppressions(file.suppressions, label),
  }
}

/** What the parsers of inputs and flags read: texts, numbers and booleans. */
function writtenTexts(file: PolicyFile, label: Label): ReadonlyMap<string, Written> {
  const texts = new Map<string, Written>()
  for (const [key, value] of Object.entries(file)) {
    if (value === undefined || typeof value === 'object') continue
    const text = String(value)
    if (text.trim() === '') throw new ConfigurationError(`${label(key)} is empty; give it a value or remove the key`)
    texts.set(key, { text, label: label(key) })
  }
  return texts
}
