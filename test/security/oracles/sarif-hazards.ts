import { z } from 'zod'

/** GitHub refuses or cuts longer ones; ours are far below. */
const MESSAGE_CHARACTERS = 20_000
const ruleIds = /^[a-z][a-z-]*(?:\/(?:critical|high|medium|low))?$/
const levels: readonly unknown[] = ['none', 'note', 'warning', 'error']
/** Keys through which a model could hide an alert, or put active content into one. */
const forbidden: ReadonlySet<string> = new Set([
  'suppressions',
  'baselineState',
  'helpUri',
  'markdown',
  'fixes',
  'hostedViewerUri',
])

const Location = z.looseObject({
  physicalLocation: z.looseObject({
    artifactLocation: z.looseObject({ uri: z.unknown() }),
    region: z.looseObject({ startLine: z.unknown(), endLine: z.unknown().optional() }).optional(),
  }),
})
const SarifResult = z.looseObject({
  ruleId: z.unknown(),
  level: z.unknown().optional(),
  message: z.looseObject({ text: z.string() }),
  locations: z.array(Location),
  relatedLocations: z.array(Location).default([]),
})
const Sarif = z.looseObject({ runs: z.array(z.looseObject({ results: z.array(SarifResult) })).length(1) })

/** Path → how many lines it has at the head. */
export type ChangedFiles = Readonly<Record<string, number>>

/** The results of a SARIF file, for counting and placing. */
export function sarifResults(text: string): readonly z.infer<typeof SarifResult>[] {
  return Sarif.parse(JSON.parse(text)).runs.flatMap((run) => run.results)
}

/** What code scanning would misplace, refuse, hide or render. */
export function sarifHazards(text: string, files: ChangedFiles): readonly string[] {
  return sarifResults(text).flatMap((result) => [
    ...[...result.locations, ...result.relatedLocations].flatMap((location) => placeHazards(location, files)),
    ...(levels.includes(result.level ?? 'warning') ? [] : ['level']),
    ...(typeof result.ruleId === 'string' && ruleIds.test(result.ruleId) ? [] : ['ruleId']),
    ...(result.message.text.length > MESSAGE_CHARACTERS ? ['message-length'] : []),
    ...(/\]\(/.test(result.message.text) ? ['message-link'] : []),
    ...(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(result.message.text)
      ? ['control']
      : []),
    ...keysOf(result).filter((key) => forbidden.has(key)),
  ])
}

function placeHazards({ physicalLocation }: z.infer<typeof Location>, files: ChangedFiles): readonly string[] {
  const { uri } = physicalLocation.artifactLocation
  const path = typeof uri === 'string' ? decoded(uri) : undefined
  const lines = path === undefined ? undefined : files[path]
  if (lines === undefined) return [`uri: ${JSON.stringify(uri).slice(0, 100)}`]
  const { startLine = 1, endLine = startLine } = physicalLocation.region ?? {}
  const fits = (line: unknown) =>
    typeof line === 'number' && Number.isInteger(line) && line >= 1 && line <= Math.max(1, lines)
  return fits(startLine) && fits(endLine) ? [] : ['line']
}

function decoded(uri: string): string | undefined {
  try {
    return decodeURIComponent(uri)
  } catch {
    return undefined
  }
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) ? [] : Object.keys(value).filter((key) => key !== 'properties')
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => (key === 'properties' ? [] : keysOf(inner)))]
}
