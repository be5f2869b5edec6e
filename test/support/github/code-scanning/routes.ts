import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { type Answer, type Call, notFound, numberParam, ok, page, problem, type Routes } from '../answer.js'
import { userOf } from '../areas/people.js'
import type { Person, World } from '../world.js'
import { reportCheck } from './check.js'
import { type Alert, type Analysis, type Instance, instancesOn, stateOn } from './memory.js'
import { readSarif, toolOf } from './sarif.js'
import { takeIn } from './take-in.js'

const base = '/repos/{owner}/{repo}/code-scanning'
const read = ['security-events: read']
const write = ['security-events: write']

/** Code scanning: uploads, analyses and alerts. */
export const codeScanningRoutes: Routes = {
  [`post ${base}/sarifs`]: { needs: write, answer: whereEnabled(upload) },
  [`get ${base}/sarifs/{sarif_id}`]: { needs: read, answer: whereEnabled(readDelivery) },
  [`get ${base}/analyses`]: { needs: read, answer: whereEnabled(listAnalyses) },
  [`get ${base}/analyses/{analysis_id}`]: { needs: read, answer: whereEnabled(readAnalysis) },
  [`get ${base}/alerts`]: { needs: read, answer: whereEnabled(listAlerts) },
  [`get ${base}/alerts/{alert_number}`]: { needs: read, answer: whereEnabled(readAlert) },
  [`patch ${base}/alerts/{alert_number}`]: { needs: write, answer: whereEnabled(changeAlert) },
  [`get ${base}/alerts/{alert_number}/instances`]: { needs: read, answer: whereEnabled(listInstances) },
}

/** The zipped file (docs: sarif-support). */
const MAX_GZIP_BYTES = 10 * 1024 * 1024
/** Nothing that a test sends is larger; a bomb ends here. */
const MAX_SARIF_BYTES = 512 * 1024 * 1024

const offTexts = {
  off: 'Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.',
  'not-licensed': 'Code Security must be enabled for this repository to use code scanning.',
} as const

function whereEnabled(answer: (call: Call, world: World) => Answer): (call: Call, world: World) => Answer {
  return (call, world) => {
    const { codeScanning } = world.settings
    return codeScanning === 'on' ? answer(call, world) : problem(403, offTexts[codeScanning])
  }
}

const Delivery = z.object({
  commit_sha: z.string(),
  ref: z.string(),
  sarif: z.string(),
  checkout_uri: z.string().optional(),
})

function upload(call: Call, world: World): Answer {
  const { commit_sha: commitSha, ref, sarif, checkout_uri: checkoutUri } = Delivery.parse(call.body)
  if (!world.refs.has(ref)) return problem(404, `ref '${ref}' not found in this repository`)
  if (!world.commits.has(commitSha)) return problem(404, 'commit not found')
  const zipped = Buffer.from(sarif, 'base64')
  if (zipped.length > MAX_GZIP_BYTES) return problem(413, 'SARIF file is too large')
  const text = unzip(zipped)
  if (text === undefined) return problem(400, 'Invalid SARIF. Is it a gzip file, encoded as base64?')
  const id = randomUUID()
  const errors = process(world, text, { sarifId: id, ref, commitSha, checkoutUri })
  world.scanning.deliveries.set(id, { id, ref, pendingPolls: world.scanning.pendingPolls, errors })
  return { status: 202, body: { id, url: `${call.apiUrl}${call.path}/${id}` } }
}

function unzip(zipped: Buffer): string | undefined {
  try {
    return gunzipSync(zipped, { maxOutputLength: MAX_SARIF_BYTES }).toString()
  } catch {
    return undefined
  }
}

interface Arrived {
  readonly sarifId: string
  readonly ref: string
  readonly commitSha: string
  readonly checkoutUri: string | undefined
}

/** Done at once, though it is told only after some polls. */
function process(world: World, text: string, { checkoutUri, ...place }: Arrived): readonly string[] {
  const reading = readSarif(text, checkoutUri)
  const planned = world.scanning.failures.shift()
  const errors = planned ?? (reading.kind === 'refused' ? reading.errors : [])
  const sarif = reading.kind === 'log' ? reading.log : undefined
  world.scanning.uploads.push({ ...place, sarif, errors, annotated: isAnnotated(world, place) })
  if (errors.length > 0 || reading.kind === 'refused') return errors
  for (const run of reading.log.runs) {
    takeIn(world, run, place)
    reportCheck(world, place.ref, toolOf(run))
  }
  return []
}

/** The ref's own commit; any other has other lines. */
function isAnnotated(world: World, { ref, commitSha }: Pick<Arrived, 'ref' | 'commitSha'>): boolean {
  return world.refs.get(ref) === commitSha
}

function readDelivery(call: Call, world: World): Answer {
  const delivery = world.scanning.deliveries.get(call.params['sarif_id'] ?? '')
  if (delivery === undefined) return notFound
  // The merge queue deletes its refs as soon as it is done with them (github/codeql-action#4125).
  if (delivery.ref.startsWith('refs/heads/gh-readonly-queue/') && !world.refs.has(delivery.ref)) return notFound
  if (delivery.pendingPolls > 0) {
    delivery.pendingPolls -= 1
    return ok({ processing_status: 'pending' })
  }
  const analyses_url = `${call.apiUrl}${call.path.replace(/sarifs\/.*/, 'analyses')}?sarif_id=${delivery.id}`
  if (delivery.errors.length === 0) return ok({ processing_status: 'complete', analyses_url, errors: null })
  return ok({ processing_status: 'failed', analyses_url: null, errors: delivery.errors })
}

/** `main`, `refs/heads/main` or `refs/pull/7/merge`. */
function fullRef(ref: string): string {
  return ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
}

/** Newest first. */
function listAnalyses(call: Call, world: World): Answer {
  const { analyses } = world.scanning
  if (analyses.length === 0) return problem(404, 'no analysis found')
  const tool = call.query.get('tool_name')
  const ref = call.query.get('ref')
  const sarifId = call.query.get('sarif_id')
  const found = analyses.filter(
    (analysis) =>
      (tool === null || toolOf(analysis.run) === tool) &&
      (ref === null || analysis.ref === fullRef(ref)) &&
      (sarifId === null || analysis.sarifId === sarifId),
  )
  const sorted = call.query.get('direction') === 'asc' ? found : found.toReversed()
  return page(
    call,
    sorted.map((analysis) => analysisOf(call, analysis)),
  )
}

function analysisOf(call: Call, analysis: Analysis): object {
  const { id, sarifId, ref, commitSha, category, createdAt, warning, run } = analysis
  const { driver } = run.tool
  return {
    ...{ id, sarif_id: sarifId, ref, commit_sha: commitSha, category, created_at: createdAt, warning, error: '' },
    ...{ analysis_key: '(default)', environment: '{}', deletable: false },
    results_count: run.results?.length ?? 0,
    rules_count: driver.rules?.length ?? 0,
    url: `${call.apiUrl}${call.path.replace(/analyses.*/, 'analyses')}/${id}`,
    tool: { name: driver.name, guid: null, version: driver.semanticVersion ?? driver.version ?? null },
  }
}

function readAnalysis(call: Call, world: World): Answer {
  const analysis = world.scanning.analyses.find(({ id }) => id === numberParam(call, 'analysis_id'))
  if (analysis === undefined) return notFound
  if (!call.accept.includes('application/sarif+json')) return ok(analysisOf(call, analysis))
  const headers = { 'content-type': 'application/sarif+json; charset=utf-8' }
  return { status: 200, headers, body: Buffer.from(JSON.stringify(sarifOf(call, analysis))) }
}

/** What was uploaded, each result with the number of its alert. */
function sarifOf(call: Call, { run, alertNumbers, category, id }: Analysis): object {
  const alertsUrl = `${call.apiUrl}${call.path.replace(/analyses.*/, 'alerts')}`
  const results = (run.results ?? []).map((result) => {
    const number = alertNumbers.get(result)
    const own = result['properties']
    const properties = typeof own === 'object' ? own : {}
    const alert =
      number === undefined ? {} : { 'github/alertNumber': number, 'github/alertUrl': `${alertsUrl}/${number}` }
    return { ...result, properties: { ...properties, ...alert } }
  })
  const automationDetails = { id: `${category}/` }
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ ...run, automationDetails, results, properties: { analysisId: id } }],
  }
}

/** Those of one ref, the default branch unless asked for another, newest first. */
function listAlerts(call: Call, world: World): Answer {
  const { alerts, analyses } = world.scanning
  if (analyses.length === 0) return problem(404, 'no analysis found')
  const tool = call.query.get('tool_name')
  const state = call.query.get('state')
  const ref = fullRef(call.query.get('ref') ?? world.settings.defaultBranch)
  const found = [...alerts.values()].filter((alert) => {
    const here = stateOn(alert, ref)
    return here !== undefined && (state === null || state === here) && (tool === null || alert.tool === tool)
  })
  const sorted = call.query.get('direction') === 'asc' ? found : found.toReversed()
  return page(
    call,
    sorted.map((alert) => alertOf(call, alert, ref)),
  )
}

function alertAt(call: Call, world: World): Alert | undefined {
  const number = numberParam(call, 'alert_number')
  return [...world.scanning.alerts.values()].find((alert) => alert.number === number)
}

/** An alert by itself is told as of the default branch, or else where it was seen last. */
function ownRef(world: World, alert: Alert): string {
  const main = fullRef(world.settings.defaultBranch)
  return stateOn(alert, main) === undefined ? ([...alert.instances.values()].at(-1)?.ref ?? main) : main
}

function readAlert(call: Call, world: World): Answer {
  const alert = alertAt(call, world)
  return alert === undefined ? notFound : ok(alertOf(call, alert, ownRef(world, alert)))
}

const Change = z.object({
  state: z.enum(['open', 'dismissed']).optional(),
  dismissed_reason: z.string().nullish(),
  dismissed_comment: z.string().nullish(),
})

function changeAlert(call: Call, world: World): Answer {
  const alert = alertAt(call, world)
  if (alert === undefined) return notFound
  const { state, dismissed_reason: reason, dismissed_comment: comment } = Change.parse(call.body)
  if (state === 'dismissed' && (reason ?? null) === null)
    return problem(400, 'Alert dismissal requires a dismissal reason.')
  if (state === 'open') alert.dismissal = null
  if (state === 'dismissed')
    dismiss(world, alert, { by: call.token.actor, reason: reason ?? '', comment: comment ?? null })
  return ok(alertOf(call, alert, ownRef(world, alert)))
}

/** Closes an alert in every branch. */
export function dismiss(
  world: World,
  alert: Alert,
  dismissal: { readonly by: Person; readonly reason: string; readonly comment: string | null },
): void {
  const at = world.clock.stamp()
  alert.dismissal = { ...dismissal, at }
  alert.updatedAt = at
}

function alertOf(call: Call, alert: Alert, ref: string): object {
  const { number, rule, level, tool, toolVersion, dismissal, createdAt, updatedAt } = alert
  const url = `${call.apiUrl}${call.path.replace(/code-scanning.*/, 'code-scanning/alerts')}/${number}`
  const recent = instancesOn(alert, ref)
    .toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))
    .at(-1)
  const state = stateOn(alert, ref) ?? 'fixed'
  const tags = rule?.properties?.tags ?? []
  return {
    ...{ number, url, html_url: url, instances_url: `${url}/instances`, state },
    ...{
      created_at: createdAt,
      updated_at: updatedAt,
      fixed_at: state === 'fixed' ? (recent?.updatedAt ?? null) : null,
    },
    dismissed_by: dismissal === null ? null : userOf(dismissal.by),
    dismissed_at: dismissal?.at ?? null,
    dismissed_reason: dismissal?.reason ?? null,
    dismissed_comment: dismissal?.comment ?? null,
    rule: {
      ...{ id: alert.ruleId, name: rule?.name ?? '', severity: level, tags },
      description: rule?.shortDescription?.text ?? '',
      full_description: rule?.fullDescription?.text ?? '',
      security_severity_level: rankOf(Number(rule?.properties?.['security-severity'] ?? 0)),
    },
    tool: { name: tool, guid: null, version: toolVersion },
    ...(recent === undefined ? {} : { most_recent_instance: instanceOf(recent, alert) }),
  }
}

function rankOf(severity: number): 'critical' | 'high' | 'medium' | 'low' | null {
  if (severity > 10 || !(severity > 0)) return null
  if (severity >= 9) return 'critical'
  if (severity >= 7) return 'high'
  return severity >= 4 ? 'medium' : 'low'
}

function instanceOf(instance: Instance, alert: Alert): object {
  const { ref, category, state, commitSha, message, path, region } = instance
  const { startLine, endLine, startColumn, endColumn } = region
  return {
    ...{ ref, category, commit_sha: commitSha, analysis_key: '(default)', environment: '{}' },
    state: alert.dismissal === null ? state : 'dismissed',
    message: { text: message },
    location: { path, start_line: startLine, end_line: endLine, start_column: startColumn, end_column: endColumn },
    classifications: [],
  }
}

function listInstances(call: Call, world: World): Answer {
  const alert = alertAt(call, world)
  if (alert === undefined) return notFound
  const ref = call.query.get('ref')
  const found = [...alert.instances.values()].filter((instance) => ref === null || instance.ref === fullRef(ref))
  return page(
    call,
    found.map((instance) => instanceOf(instance, alert)),
  )
}
