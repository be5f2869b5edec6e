import { z } from 'zod'
import { GitHubError } from '../errors.js'
import type { GitHubApi } from '../host/host.js'
import type { Dismissal, KnownResult } from '../types/history.js'
import { compareText } from '../types/text-order.js'
import { readAlertText, readRule, readSeverity } from './alert-text.js'
import { type AnalysedResult, Analysis, readAnalysis, toRegion } from './analysis.js'

/** Which alerts: those of our tool and category on one ref, `refs/heads/main` for example. */
export interface AlertsRequest {
  readonly toolName: string
  /** `automationDetails.id` without its closing slash. */
  readonly category: string
  readonly ref: string
}

/** What code scanning knows; `analysed` is undefined where nothing was ever uploaded for that ref. */
export interface KnownAlerts {
  readonly kind: 'known'
  readonly results: readonly KnownResult[]
  readonly analysed: Analysis | undefined
}

/** Code scanning could not be asked, which is not the same as nothing known. */
export interface UnknownAlerts {
  readonly kind: 'unknown'
  /** One line, for people; names the permission where that is what is missing. */
  readonly why: string
}

/** 5,000 alerts, 100 a page. */
const ALERT_PAGES = 50
const ANALYSES_READ = 100
const DISMISSAL_CHARACTERS = 1_000
const PATH_CHARACTERS = 4_096
const MESSAGE_CHARACTERS = 300

const Analyses = z.array(z.unknown())
const Alert = z.object({
  number: z.int(),
  state: z.enum(['open', 'dismissed', 'fixed']).nullable(),
  rule: z.object({
    id: z.string().nullish(),
    severity: z.string().nullish(),
    security_severity_level: z.string().nullish(),
  }),
  dismissed_by: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
  dismissed_at: z.string().nullish(),
  dismissed_reason: z.string().nullish(),
  dismissed_comment: z.string().nullish(),
  most_recent_instance: z.object({
    category: z.string().nullish(),
    message: z.object({ text: z.string() }).optional(),
    location: z
      .object({ path: z.string(), start_line: z.int().nullish(), end_line: z.int().nullish() })
      .partial()
      .optional(),
  }),
})
type Alert = z.infer<typeof Alert>

/** Analyses before the newest one: a reviewer overlooks a defect in one run, hardly ever in three. */
const EARLIER_ANALYSES = 2

/**
 * What the newest analysis of our tool and category on a ref reported, and what became of its alerts. What only the
 * analyses before it have is `fixed`: it keeps its name. Whatever GitHub refuses is `unknown`; nothing is thrown but our
 * own bugs.
 */
export async function readAlerts(api: GitHubApi, request: AlertsRequest): Promise<KnownAlerts | UnknownAlerts> {
  return orUnknown(async () => {
    const [analysed, ...older] = await findAnalyses(api, request)
    if (analysed === undefined) return { kind: 'known', results: [], analysed }
    const alerts = [
      ...(await listAlerts(api, { ...request, state: 'open' })),
      ...(await listAlerts(api, { ...request, state: 'dismissed' })),
    ]
    const reported = readAnalysis(await readSarif(api, analysed))
    if (reported === undefined) throw new UnreadableAnswer(`analysis ${analysed.id} is no SARIF`)
    const earlier = []
    for (const one of older.slice(0, EARLIER_ANALYSES)) earlier.push(...(await readEarlier(api, one)))
    return { kind: 'known', results: join(withEarlier(reported, earlier), alerts), analysed }
  })
}

/** Alerts that were dismissed and are not told by a ref; GitHub then lists those of the default branch. */
export async function readDismissed(
  api: GitHubApi,
  request: Omit<AlertsRequest, 'ref'>,
): Promise<KnownAlerts | UnknownAlerts> {
  return orUnknown(async () => {
    const alerts = await listAlerts(api, { ...request, ref: undefined, state: 'dismissed' })
    return { kind: 'known', results: alerts.flatMap(toKnown), analysed: undefined }
  })
}

class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

async function orUnknown(read: () => Promise<KnownAlerts>): Promise<KnownAlerts | UnknownAlerts> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableAnswer)
      return { kind: 'unknown', why: `GitHub's answer is not understood: ${error.message}` }
    if (!(error instanceof GitHubError)) throw error
    if (isNothingYet(error)) return { kind: 'known', results: [], analysed: undefined }
    return { kind: 'unknown', why: explain(error) }
  }
}

/** Where a repository has no analysis at all, GitHub answers 404 to both lists. */
function isNothingYet(error: GitHubError): boolean {
  return error.kind === 'not-found' && /no analysis found/i.test(error.message)
}

function explain(error: GitHubError): string {
  const said = error.message.slice(0, MESSAGE_CHARACTERS)
  switch (error.kind) {
    case 'forbidden':
    case 'not-found':
      return `give the job the permission security-events: read (${said})`
    case 'disabled':
      return `code scanning is off for this repository (${said})`
    case 'invalid':
    case 'rate-limited':
    case 'unavailable':
      return said
  }
}

/** Those of the category, the newest first. */
async function findAnalyses(api: GitHubApi, request: AlertsRequest): Promise<readonly Analysis[]> {
  const query = toQuery({ tool_name: request.toolName, ref: request.ref, per_page: String(ANALYSES_READ) })
  const answer = Analyses.safeParse(await api.get(`/code-scanning/analyses?${query}`))
  if (!answer.success) throw new UnreadableAnswer('the analyses are no list')
  const ours = answer.data
    .slice(0, ANALYSES_READ)
    .flatMap((raw) => Analysis.safeParse(raw).data ?? [])
    .filter(({ category }) => isCategory(category, request.category))
  return ours.toSorted((a, b) => compareText(b.created_at, a.created_at) || b.id - a.id)
}

/** Without it a result that comes back may get another name, which is no reason to know nothing. */
async function readEarlier(api: GitHubApi, analysis: Analysis): Promise<readonly AnalysedResult[]> {
  try {
    return readAnalysis(await readSarif(api, analysis)) ?? []
  } catch (error) {
    if (error instanceof GitHubError) return []
    throw error
  }
}

/** Each result as the newest analysis has it; those that it has not any more as fixed. */
function withEarlier(
  reported: readonly AnalysedResult[],
  earlier: readonly AnalysedResult[],
): readonly AnalysedResult[] {
  const known = new Set(reported.map(identityKey))
  const gone = earlier.filter((one) => {
    const key = identityKey(one)
    if (one.result.fingerprint === null || known.has(key)) return false
    known.add(key)
    return true
  })
  return [...reported, ...gone.map(({ result, alert }) => ({ result: { ...result, state: 'fixed' as const }, alert }))]
}

function identityKey({ result: { path, sarifRuleId, fingerprint } }: AnalysedResult): string {
  return JSON.stringify([path, sarifRuleId, fingerprint])
}

function readSarif(api: GitHubApi, { id }: Analysis): Promise<unknown> {
  return api.get(`/code-scanning/analyses/${id}`, { accept: 'application/sarif+json' })
}

async function listAlerts(
  api: GitHubApi,
  request: Omit<AlertsRequest, 'ref'> & { readonly ref: string | undefined; readonly state: 'open' | 'dismissed' },
): Promise<readonly Alert[]> {
  const { toolName, category, ref, state } = request
  const query = toQuery({ tool_name: toolName, ...(ref === undefined ? {} : { ref }), state })
  const raw = await api.list(`/code-scanning/alerts?${query}`, { maxPages: ALERT_PAGES })
  return raw
    .flatMap((one) => Alert.safeParse(one).data ?? [])
    .filter((alert) => isCategory(alert.most_recent_instance.category, category))
}

function toQuery(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString()
}

function isCategory(category: string | null | undefined, ours: string): boolean {
  return (category ?? '').replace(/\/$/, '') === ours.replace(/\/$/, '')
}

/** Results with what people decided about them; then the alerts that the analysis does not name, known by their text. */
function join(reported: readonly AnalysedResult[], alerts: readonly Alert[]): readonly KnownResult[] {
  const byNumber = new Map(alerts.map((alert) => [alert.number, alert]))
  const byText = new Map(alerts.flatMap((alert) => toKnown(alert).map((known) => [textKey(known), alert])))
  const joined = new Set<number>()
  const results = reported.map(({ result, alert }) => {
    const found = alert === null ? byText.get(textKey(result)) : byNumber.get(alert)
    if (found === undefined) return result
    joined.add(found.number)
    const state = result.state === 'fixed' && found.state !== 'dismissed' ? 'fixed' : stateOf(found)
    return { ...result, state, dismissal: toDismissal(found), alert: found.number }
  })
  return [...results, ...alerts.filter(({ number }) => !joined.has(number)).flatMap(toKnown)]
}

/** For servers that do not say which alert a result belongs to. */
function textKey({ sarifRuleId, path, region, title, message }: KnownResult): string {
  return JSON.stringify([sarifRuleId, path, region.startLine, title, message])
}

function stateOf(alert: Alert): KnownResult['state'] {
  return alert.state ?? 'open'
}

function toKnown(alert: Alert): readonly KnownResult[] {
  const { message, location } = alert.most_recent_instance
  const sarifRuleId = alert.rule.id ?? ''
  const rule = readRule(sarifRuleId)
  if (rule === undefined || location?.path === undefined) return []
  const text = readAlertText(message?.text ?? '')
  return [
    {
      fingerprint: null,
      sarifRuleId,
      ruleId: rule.ruleId,
      severity: readSeverity([rule.rank, alert.rule.security_severity_level, alert.rule.severity]),
      title: text.title,
      message: text.message,
      path: location.path.slice(0, PATH_CHARACTERS),
      side: text.side,
      region: toRegion({ start: text.line ?? location.start_line, end: text.line ?? location.end_line }),
      quote: null,
      state: stateOf(alert),
      dismissal: toDismissal(alert),
      alert: alert.number,
    },
  ]
}

function toDismissal(alert: Alert): Dismissal | null {
  if (alert.state !== 'dismissed') return null
  const { dismissed_by: by, dismissed_comment: comment } = alert
  return {
    by: cap(by?.login),
    byType: by?.type === 'User' || by?.type === 'Bot' ? by.type : 'other',
    at: cap(alert.dismissed_at),
    reason: cap(alert.dismissed_reason),
    comment: comment === null || comment === undefined ? null : cap(comment),
  }
}

function cap(text: string | null | undefined): string {
  return (text ?? '').slice(0, DISMISSAL_CHARACTERS)
}
