import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'

const Message = z.looseObject({ text: z.string().optional() })
const Rule = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  shortDescription: Message.optional(),
  fullDescription: Message.optional(),
  help: Message.optional(),
  defaultConfiguration: z.looseObject({ level: z.string().optional() }).optional(),
  properties: z.looseObject({ tags: z.array(z.string()).optional() }).optional(),
})
const Location = z.looseObject({
  physicalLocation: z
    .looseObject({
      artifactLocation: z.looseObject({ uri: z.string().optional() }).optional(),
      region: z
        .looseObject({
          startLine: z.int().optional(),
          startColumn: z.int().optional(),
          endLine: z.int().optional(),
          endColumn: z.int().optional(),
        })
        .optional(),
    })
    .optional(),
})
const Result = z.looseObject({
  ruleId: z.string().optional(),
  level: z.string().optional(),
  message: Message.optional(),
  locations: z.array(Location).optional(),
  partialFingerprints: z.record(z.string(), z.string()).optional(),
  suppressions: z.array(z.looseObject({ status: z.string().optional() })).nullish(),
})
const Run = z.looseObject({
  tool: z.looseObject({
    driver: z.looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      semanticVersion: z.string().optional(),
      rules: z.array(Rule).optional(),
    }),
    extensions: z.array(z.unknown()).optional(),
  }),
  automationDetails: z.looseObject({ id: z.string().optional() }).optional(),
  results: z.array(Result).optional(),
})
const Log = z.looseObject({ $schema: z.string().optional(), version: z.string(), runs: z.array(Run) })

export type SarifRule = z.infer<typeof Rule>
export type SarifResult = z.infer<typeof Result>
export type SarifRun = z.infer<typeof Run>
export type SarifLog = z.infer<typeof Log>

/** docs: sarif-limits, sarif-support. */
const limits = {
  runs: 20,
  results: 25_000,
  rules: 25_000,
  extensions: 100,
  locations: 1_000,
  tags: 20,
  nameCharacters: 255,
  descriptionCharacters: 1_024,
}
/** A file with one mistake in every result should not fill the screen. */
const ERRORS_SHOWN = 20

/** A SARIF file as code scanning takes it, or why it does not. */
export type Reading =
  | { readonly kind: 'log'; readonly log: SarifLog }
  | { readonly kind: 'refused'; readonly errors: readonly string[] }

/** Reads a file by the SARIF schema and by what GitHub asks beyond it. */
export function readSarif(text: string, checkoutUri: string | undefined): Reading {
  const json = parseJson(text)
  if (json === undefined) return refused(['invalid JSON'])
  const isSarif = schema()
  if (!isSarif(json))
    return refused((isSarif.errors ?? []).map(({ instancePath, message }) => `instance${instancePath} ${message}`))
  const log = Log.safeParse(json)
  if (!log.success) return refused(log.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const errors = logErrors(log.data, checkoutUri)
  return errors.length === 0 ? { kind: 'log', log: log.data } : refused(errors)
}

/** Everything before the last slash; a file without a slash has no category. */
export function categoryOf(run: SarifRun): string {
  const id = run.automationDetails?.id ?? ''
  return id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : ''
}

export function toolOf(run: SarifRun): string {
  return run.tool.driver.name ?? ''
}

/** The path of a result, as the repository knows it. */
export function pathOf(result: SarifResult): string {
  return decodeURIComponent(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '')
}

function refused(errors: readonly string[]): Reading {
  return { kind: 'refused', errors: errors.slice(0, ERRORS_SHOWN) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

let compiled: ValidateFunction | undefined
function schema(): ValidateFunction {
  compiled ??= new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(resolve('test/fixtures/sarif-2.1.0.schema.json'), 'utf8')),
  )
  return compiled
}

function logErrors(log: SarifLog, checkoutUri: string | undefined): readonly string[] {
  const categories = log.runs.map((run) => `${toolOf(run)}\n${categoryOf(run)}`)
  return [
    ...required('$schema', log.$schema),
    ...(log.version === '2.1.0' ? [] : [`version ${log.version} is not supported`]),
    ...(log.runs.length === 0 ? ['there is no run'] : []),
    ...atMost('runs', log.runs.length, limits.runs),
    ...(new Set(categories).size < categories.length
      ? ['A delivery cannot contain multiple runs with the same category']
      : []),
    ...log.runs.flatMap((run) => runErrors(run, checkoutUri)),
  ]
}

function runErrors(run: SarifRun, checkoutUri: string | undefined): readonly string[] {
  const { driver, extensions = [] } = run.tool
  const { rules } = driver
  const { results } = run
  return [
    ...required('tool.driver.name', driver.name),
    ...(rules === undefined ? ['tool.driver.rules is missing'] : []),
    ...(results === undefined ? ['results is missing'] : []),
    ...atMost('rules', rules?.length ?? 0, limits.rules),
    ...atMost('tool extensions', extensions.length, limits.extensions),
    ...atMost('results', results?.length ?? 0, limits.results),
    ...(rules ?? []).flatMap(ruleErrors),
    ...(results ?? []).slice(0, limits.results).flatMap((result) => resultErrors(result, checkoutUri)),
  ]
}

function ruleErrors(rule: SarifRule): readonly string[] {
  const tags = rule.properties?.tags ?? []
  const severity = rule.properties?.['security-severity']
  return [
    ...required('rule id', rule.id),
    ...required(`shortDescription.text of rule ${rule.id}`, rule.shortDescription?.text),
    ...required(`fullDescription.text of rule ${rule.id}`, rule.fullDescription?.text),
    ...required(`help.text of rule ${rule.id}`, rule.help?.text),
    ...atMost(`characters in the name of rule ${rule.id}`, rule.name?.length ?? 0, limits.nameCharacters),
    ...[rule.shortDescription, rule.fullDescription].flatMap((description) =>
      atMost(
        `characters in a description of rule ${rule.id}`,
        description?.text?.length ?? 0,
        limits.descriptionCharacters,
      ),
    ),
    ...atMost(`tags of rule ${rule.id}`, tags.length, limits.tags),
    ...severityErrors(severity, tags),
  ]
}

/** GitHub shows no rank of a rule that is not tagged `security`: to it that is no error, but to us it is a mistake. */
function severityErrors(severity: unknown, tags: readonly string[]): readonly string[] {
  if (severity === undefined) return []
  if (typeof severity !== 'string' || severity.trim() === '' || Number.isNaN(Number(severity)))
    return ['could not convert rules: invalid security severity value, is not a number']
  return tags.includes('security') ? [] : ['security-severity on a rule without the tag security']
}

function resultErrors(result: SarifResult, checkoutUri: string | undefined): readonly string[] {
  const locations = result.locations ?? []
  const uri = locations[0]?.physicalLocation?.artifactLocation?.uri
  return [
    ...required('ruleId of a result', result.ruleId),
    ...required('message.text of a result', result.message?.text),
    ...(result.partialFingerprints === undefined ? ['partialFingerprints of a result is missing'] : []),
    ...atMost('locations of a result', locations.length, limits.locations),
    ...(locations.length === 0
      ? ['expected at least one location']
      : [
          ...required('artifactLocation.uri of a result', uri),
          ...uriErrors(uri ?? '', checkoutUri),
          ...regionErrors(result),
        ]),
  ]
}

function regionErrors({ locations }: SarifResult): readonly string[] {
  const region = locations?.[0]?.physicalLocation?.region
  const names = ['startLine', 'startColumn', 'endLine', 'endColumn'] as const
  const bad = names.filter((name) => (region?.[name] ?? 0) < 1)
  return bad.length === 0 ? [] : [`missing or less than 1 in the region of a result: ${bad.join(', ')}`]
}

function uriErrors(uri: string, checkoutUri: string | undefined): readonly string[] {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]
  if (scheme === undefined) return uri.startsWith('/') ? [`the path ${uri} is absolute`] : []
  if (checkoutUri?.startsWith(`${scheme}:`)) return []
  return [`expected artifact location to be a relative path or to have the scheme of checkout_uri, not ${scheme}`]
}

function required(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [`${name} is missing or empty`] : []
}

function atMost(name: string, count: number, limit: number): readonly string[] {
  return count <= limit ? [] : [`too many ${name}: ${count}, and the limit is ${limit}`]
}
