import { z } from 'zod'
import type { KnownResult } from '../types/history.js'
import { readAlertText, readRule, readSeverity } from './alert-text.js'

/** One upload to code scanning. */
export const Analysis = z.object({
  id: z.int(),
  category: z.string().nullish(),
  created_at: z.string(),
  commit_sha: z.string().nullish(),
})
export type Analysis = z.infer<typeof Analysis>

/** A result of an analysis that code scanning gave back, with the number of its alert. */
export interface AnalysedResult {
  readonly result: KnownResult
  readonly alert: number | null
}

const Region = z.object({ startLine: z.int().optional(), endLine: z.int().optional() })
const Location = z.object({
  physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }), region: Region.optional() }),
})
const Fingerprints = z.object({ primaryLocationLineHash: z.string() }).partial()
const Properties = z.object({ 'github/alertNumber': z.int(), severity: z.string() }).partial()
const SarifResult = z.object({
  ruleId: z.string(),
  level: z.string().optional(),
  message: z.object({ text: z.string() }),
  locations: z.array(Location).min(1),
  partialFingerprints: Fingerprints.optional(),
  properties: Properties.optional().catch(undefined),
})
type SarifResult = z.infer<typeof SarifResult>
const Sarif = z.object({ runs: z.array(z.object({ results: z.array(z.unknown()) })).max(20) })

/** GitHub shows 5,000 results of a run (docs: sarif-limits). */
const RESULTS_READ = 5_000
/** What is read of all results together; GitHub takes 10 MB of gzipped SARIF. */
const CHARACTERS_READ = 10_000_000
const PATH_CHARACTERS = 4_096
const FINGERPRINT_CHARACTERS = 200

/** The results of an analysis, worst first as they were uploaded; undefined: that is no SARIF. */
export function readAnalysis(sarif: unknown): readonly AnalysedResult[] | undefined {
  const parsed = Sarif.safeParse(sarif)
  if (!parsed.success) return undefined
  const known: AnalysedResult[] = []
  let characters = 0
  for (const raw of parsed.data.runs.flatMap((run) => run.results)) {
    const one = SarifResult.safeParse(raw)
    if (!one.success) continue
    characters += one.data.message.text.length
    if (known.length >= RESULTS_READ || characters > CHARACTERS_READ) break
    const result = toKnown(one.data)
    if (result !== undefined) known.push({ result, alert: result.alert })
  }
  return known
}

function toKnown(sarif: SarifResult): KnownResult | undefined {
  const rule = readRule(sarif.ruleId)
  const place = sarif.locations[0]?.physicalLocation
  if (rule === undefined || place === undefined) return undefined
  const text = readAlertText(sarif.message.text)
  const fingerprint = sarif.partialFingerprints?.primaryLocationLineHash ?? ''
  return {
    fingerprint: fingerprint === '' || fingerprint.length > FINGERPRINT_CHARACTERS ? null : fingerprint,
    sarifRuleId: sarif.ruleId,
    ruleId: rule.ruleId,
    severity: readSeverity([sarif.properties?.severity, rule.rank, sarif.level]),
    title: text.title,
    message: text.message,
    path: decodePath(place.artifactLocation.uri).slice(0, PATH_CHARACTERS),
    side: text.side,
    region: toRegion({ start: text.line ?? place.region?.startLine, end: text.line ?? place.region?.endLine }),
    quote: null,
    state: 'open',
    dismissal: null,
    alert: sarif.properties?.['github/alertNumber'] ?? null,
  }
}

/** Lines as code scanning gives them, made 1-based and ordered whatever it says. */
export function toRegion(lines: {
  readonly start: number | null | undefined
  readonly end: number | null | undefined
}): KnownResult['region'] {
  const startLine = Math.max(1, lines.start ?? 1)
  return { startLine, endLine: Math.max(startLine, lines.end ?? startLine) }
}

function decodePath(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
