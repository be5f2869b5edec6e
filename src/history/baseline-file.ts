import { z } from 'zod'
import { ConfigurationError } from '../errors.js'
import { shown } from '../policy/shown.js'
import type { KnownResult } from '../types/history.js'
import { ChangeReport } from '../types/report.js'
import { Conclusion, Result } from '../types/result.js'

/** What a report file of an earlier run tells. */
export interface BaselineFile {
  readonly results: readonly KnownResult[]
  /** How many more it holds than were read. */
  readonly leftOut: number
  readonly conclusion: Conclusion
  readonly head: string | undefined
  readonly pullRequest: number | undefined
}

const MAX_BYTES = 50 * 1024 * 1024
/** As many as a run may upload to code scanning. */
const RESULTS_READ = 25_000

const shape = Result.shape
/** The fields that matter here; older and newer versions of the report lack or add others. */
const BaselineResult = z.object({
  fingerprint: shape.fingerprint.min(1).max(200),
  sarifRuleId: shape.sarifRuleId.optional(),
  ruleId: shape.ruleId,
  severity: shape.severity,
  title: shape.title,
  message: shape.message,
  path: shape.path,
  side: shape.side,
  region: shape.region,
  quote: shape.quote,
  baselineState: shape.baselineState,
})
const BaselineReport = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('model-stack-action') }),
  conclusion: Conclusion,
  change: z.object({ head: ChangeReport.shape.head, pullRequest: z.object({ number: z.int() }).nullable() }).nullable(),
  results: z.array(BaselineResult),
})

/** Reads the file given as `baseline`. `label` names it in errors. Throws ConfigurationError for what is no report. */
export function parseBaseline(text: string, label: string): BaselineFile {
  if (Buffer.byteLength(text) > MAX_BYTES) throw notAReport(label, `it has more than ${MAX_BYTES / 1024 / 1024} MB`)
  const parsed = BaselineReport.safeParse(parseJson(text, label))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.')
    throw notAReport(label, `${where} is not what schemaVersion 1 of the report has there`)
  }
  const { results, conclusion, change } = parsed.data
  const present = results.filter(({ baselineState }) => baselineState !== 'absent')
  return {
    results: present.slice(0, RESULTS_READ).map(toKnown),
    leftOut: Math.max(0, present.length - RESULTS_READ),
    conclusion,
    head: change?.head,
    pullRequest: change?.pullRequest?.number,
  }
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw notAReport(label, 'it is not JSON', cause)
  }
}

function notAReport(label: string, why: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError(
    `baseline: ${shown(label)} is not a report of model-stack-action: ${why}. Give the report-file of an earlier run.`,
    { cause },
  )
}

function toKnown({ baselineState: _state, ...result }: z.infer<typeof BaselineResult>): KnownResult {
  const { ruleId, severity } = result
  return {
    ...result,
    sarifRuleId: result.sarifRuleId ?? (ruleId === 'security' ? `security/${severity}` : ruleId),
    state: 'open',
    dismissal: null,
    alert: null,
  }
}
