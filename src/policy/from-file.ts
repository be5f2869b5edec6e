import type { Document, isMap, isSeq, LineCounter, Pair, YAMLMap } from 'yaml'
import { z } from 'zod'
import { ConfigurationError } from '../errors.js'
import type { AuthorRule, ModelFamilies } from '../types/authorship.js'
import { type OwnResultRule, type OwnResults, ownResultRules, type PolicyInputs } from '../types/policy.js'
import { type Family, families } from '../types/reviewer.js'
import { type Severity, severities } from '../types/rule.js'
import { checkGlobs } from './globs.js'
import { nothingSet } from './load.js'
import { hint, nearestName } from './near-miss.js'
import { allOptions } from './options.js'
import { readPolicyInputs, type Written } from './read-options.js'
import { shown } from './shown.js'
import { choice, fallbackReviewersFrom, parseFamily, reviewersFrom } from './values.js'

/** Far above any config that a person writes. */
const maximumBytes = 256 * 1024
const maximumAliases = 10
const maximumAuthors = 200
const maximumConditionLength = 254

const TextOrList = z.union([z.string(), z.array(z.string())], 'expected text or a list of texts')

/** Shape of the config file. What a value means is checked by the parsers that inputs and flags use too. */
export const PolicyFile = z.strictObject({
  'fail-on-severity': z.string().optional(),
  reviewers: TextOrList.optional(),
  'fallback-reviewers': TextOrList.optional(),
  'family-policy': z.string().optional(),
  effort: z.string().optional(),
  focus: z.string().optional(),
  instructions: z.string().optional(),
  'on-not-evaluated': z.string().optional(),
  'min-coverage': z.number().optional(),
  paths: TextOrList.optional(),
  'paths-ignore': TextOrList.optional(),
  isolation: z.string().optional(),
  authors: z
    .array(
      z.strictObject({
        branch: z.string().optional(),
        login: z.string().optional(),
        email: z.string().optional(),
        family: z.string(),
      }),
    )
    .max(maximumAuthors)
    .optional(),
  models: z.record(z.string(), z.string()).optional(),
  'allowed-families': z.array(z.string()).optional(),
  'own-results': z
    .strictObject({
      'agent-config': z.string().optional(),
      'hidden-unicode': z.string().optional(),
      policy: z.string().optional(),
      injection: z.string().optional(),
      'test-gap': z.string().optional(),
      'config-ci': z.string().optional(),
    } satisfies Record<OwnResultRule, unknown>)
    .optional(),
})
type PolicyFile = z.infer<typeof PolicyFile>

/** Promised by the contract, not there yet. */
const laterKeys: readonly string[] = [
  'min-agreement',
  'rounds',
  'rules',
  'exempt',
  'override',
  'suggestions',
  'suppressions',
]

/** Keys that are neither inputs nor flags: only the base branch may set them. */
export const fileOnlyKeys = ['own-results', 'authors', 'models', 'allowed-families'] as const

/** Key → the line on which it stands; a key of a nested map is `outer.inner`. */
type Lines = ReadonlyMap<string, number>

/** The config file of the base branch. An empty one is fine; every other fault is a ConfigurationError with its line. */
export async function parsePolicyFile(text: string, path: string): Promise<PolicyInputs> {
  const bytes = Buffer.byteLength(text)
  if (bytes > maximumBytes) {
    throw new ConfigurationError(`${path}: has ${bytes} bytes; accepted: up to ${maximumBytes}`)
  }
  const { value, lines } = await readYaml(text, path)
  if (value === null) return nothingSet
  const checked = PolicyFile.safeParse(value)
  if (checked.success) return toPolicyInputs(checked.data, { path, lines })
  const issue = checked.error.issues[0]
  const outer = String(issue?.path[0] ?? '')
  const key = issue?.path.map(String).join('.') ?? ''
  const at = lines.has(key) ? key : outer
  throw new ConfigurationError(`${place(path, lines.get(at))}: "${at}": ${issue?.message ?? 'wrong value'}`)
}

interface Yaml {
  /** Null: the file says nothing. */
  readonly value: unknown
  readonly lines: Lines
}

async function readYaml(text: string, path: string): Promise<Yaml> {
  const { isMap, isSeq, LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter,
      customTags: [],
      // Keys are compared below, in linear time and with our own words.
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      // At 'silent' a second document in the file would go unnoticed.
      logLevel: 'error',
    })
    refuseFaults(document, { path, lineCounter })
    if (document.contents === null) return { value: null, lines: new Map() }
    if (isMap(document.contents)) {
      const lines = linesOf(document.contents, { path, lineCounter, isMap, isSeq })
      return { value: document.toJS({ maxAliasCount: maximumAliases }), lines }
    }
    if (document.toJS() === null) return { value: null, lines: new Map() }
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    // Too many aliases, or nested too deeply for the parser: both only happen on purpose.
    throw new ConfigurationError(`${path}: cannot be read as YAML; write plain keys and values`, { cause: error })
  }
  throw new ConfigurationError(`${place(path, 1)}: is not a list of "key: value" lines; accepted keys: ${keyNames()}`)
}

interface Source {
  readonly path: string
  readonly lineCounter: LineCounter
}

interface MapSource extends Source {
  readonly isMap: typeof isMap
  readonly isSeq: typeof isSeq
}

/** A warning of the parser means that it guessed, for example at an unknown tag. */
function refuseFaults(document: Pick<Document, 'errors' | 'warnings'>, { path, lineCounter }: Source): void {
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault === undefined) return
  const { line } = lineCounter.linePos(fault.pos[0])
  throw new ConfigurationError(`${place(path, line)}: is not valid YAML: ${oneLine(fault.message)}`, { cause: fault })
}

function linesOf(map: YAMLMap, source: MapSource): Lines {
  const nested = map.items.flatMap((pair) => {
    const { key } = keyOf(pair)
    const maps = nestedMaps(pair.value, key, source)
    return maps.flatMap(({ name, map: inner }) =>
      [...keyLines(inner, source, nestedRefusals[key] ?? acceptAll)].map(
        ([innerKey, line]) => [`${name}.${innerKey}`, line] as const,
      ),
    )
  })
  return new Map([...keyLines(map, source, refuseUnknownKey), ...nested])
}

interface NestedMap {
  /** As zod's paths call it: `models`, `authors.0`. */
  readonly name: string
  readonly map: YAMLMap
}

function nestedMaps(value: unknown, name: string, { isMap, isSeq }: MapSource): readonly NestedMap[] {
  if (isMap(value)) return [{ name, map: value }]
  if (!isSeq(value)) return []
  return value.items.flatMap((item, index) => (isMap(item) ? [{ name: `${name}.${index}`, map: item }] : []))
}

type Refuse = (key: string, where: string) => void

const nestedRefusals: Readonly<Record<string, Refuse>> = {
  'own-results': refuseUnknownRule,
  authors: refuseUnknownCondition,
  models: refuseOddName,
}

function acceptAll(): void {}

function keyLines(map: YAMLMap, { path, lineCounter }: Source, refuse: Refuse): Lines {
  const lines = new Map<string, number>()
  for (const pair of map.items) {
    const { key, offset } = keyOf(pair)
    const { line } = lineCounter.linePos(offset)
    refuse(key, place(path, line))
    if (lines.has(key)) {
      throw new ConfigurationError(`${place(path, line)}: "${key}" is already set on line ${lines.get(key)}; keep one`)
    }
    lines.set(key, line)
  }
  return lines
}

const ScalarKey = z.object({ value: z.string(), range: z.tuple([z.number(), z.number(), z.number()]) })

function keyOf(pair: Pair): { readonly key: string; readonly offset: number } {
  const key = ScalarKey.safeParse(pair.key)
  return key.success ? { key: key.data.value, offset: key.data.range[0] } : { key: '', offset: 0 }
}

function refuseUnknownKey(key: string, where: string): void {
  if (Object.hasOwn(PolicyFile.shape, key)) return
  if (laterKeys.includes(key)) {
    throw new ConfigurationError(`${where}: "${key}" is not available yet in this version; remove it`)
  }
  if (allOptions.some((option) => option.name === key)) {
    throw new ConfigurationError(`${where}: "${key}" cannot be set in the config file, only as an input or a flag`)
  }
  const names = Object.keys(PolicyFile.shape)
  throw new ConfigurationError(
    `${where}: unknown key ${shown(key)}; accepted: ${keyNames()}.${hint(nearestName(key, names))}`,
  )
}

function refuseUnknownRule(rule: string, where: string): void {
  if (ownResultRules.some((known) => known === rule)) return
  const accepted = ownResultRules.join(', ')
  throw new ConfigurationError(
    `${where}: "own-results": unknown rule ${shown(rule)}; accepted: ${accepted}.${hint(nearestName(rule, ownResultRules))}`,
  )
}

const conditionKeys: readonly string[] = ['branch', 'login', 'email', 'family']

function refuseUnknownCondition(key: string, where: string): void {
  if (conditionKeys.includes(key)) return
  const accepted = conditionKeys.join(', ')
  throw new ConfigurationError(
    `${where}: "authors": unknown key ${shown(key)}; accepted: ${accepted}.${hint(nearestName(key, conditionKeys))}`,
  )
}

/** JavaScript would lose it. */
function refuseOddName(key: string, where: string): void {
  if (key === '__proto__') throw new ConfigurationError(`${where}: "models": ${shown(key)} is no name of a model`)
}

function toPolicyInputs(file: PolicyFile, { path, lines }: { path: string; lines: Lines }): PolicyInputs {
  const label = (key: string) => `${place(path, lines.get(key))}: "${key}"`
  const texts = new Map<string, Written>()
  for (const [key, value] of Object.entries(file)) {
    if (value === undefined || typeof value === 'object') continue
    const text = String(value)
    if (text.trim() === '') throw new ConfigurationError(`${label(key)} is empty; give it a value or remove the key`)
    texts.set(key, { text, label: label(key) })
  }
  const inputs = readPolicyInputs(texts)
  const { reviewers, 'fallback-reviewers': fallbacks, paths, 'paths-ignore': pathsIgnore } = file
  return {
    ...inputs,
    reviewers: Array.isArray(reviewers) ? reviewersFrom(reviewers, label('reviewers')) : inputs.reviewers,
    paths: Array.isArray(paths) ? checkGlobs(paths, label('paths')) : inputs.paths,
    pathsIgnore: Array.isArray(pathsIgnore) ? checkGlobs(pathsIgnore, label('paths-ignore')) : inputs.pathsIgnore,
    fallbackReviewers: Array.isArray(fallbacks)
      ? fallbackReviewersFrom(fallbacks, label('fallback-reviewers'))
      : inputs.fallbackReviewers,
    authors: file.authors?.map((rule, index) => toAuthorRule(rule, (key) => label(`authors.${index}.${key}`))),
    models: toModels(file.models, label),
    allowedFamilies: toAllowedFamilies(file['allowed-families'], label('allowed-families')),
    ownResults: toOwnResults(file['own-results'], label),
  }
}

type WrittenAuthor = NonNullable<PolicyFile['authors']>[number]

function toAuthorRule(written: WrittenAuthor, label: (key: string) => string): AuthorRule {
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

function toModels(written: PolicyFile['models'], label: (key: string) => string): ModelFamilies | undefined {
  if (written === undefined) return undefined
  const globs = Object.keys(written)
  checkGlobs(globs, label('models'))
  return Object.fromEntries(
    Object.entries(written).map(([glob, family]) => [glob, parseFamily(family, label(`models.${glob}`))]),
  )
}

function toAllowedFamilies(written: readonly string[] | undefined, label: string): readonly Family[] | undefined {
  if (written === undefined) return undefined
  if (written.length === 0) {
    throw new ConfigurationError(`${label}: allows no family at all; accepted: a list of ${families.join(', ')}`)
  }
  const named = written.map((family) => parseFamily(family, label))
  return families.filter((family) => named.includes(family))
}

function toOwnResults(written: PolicyFile['own-results'], label: (key: string) => string): OwnResults | undefined {
  if (written === undefined) return undefined
  const raised: Partial<Record<OwnResultRule, Severity>> = {}
  for (const rule of ownResultRules) {
    const severity = written[rule]
    if (severity !== undefined) raised[rule] = choice(severities)(severity, label(`own-results.${rule}`))
  }
  return raised
}

function keyNames(): string {
  return Object.keys(PolicyFile.shape).join(', ')
}

function place(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path} line ${line}`
}

const maximumFaultLength = 200

/** The parser's message may repeat a piece of the file. */
function oneLine(message: string): string {
  return message.slice(0, maximumFaultLength).replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
}
