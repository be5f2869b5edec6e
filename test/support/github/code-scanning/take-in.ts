import type { World } from '../world.js'
import type { Alert, Analysis, Instance } from './memory.js'
import { categoryOf, pathOf, type SarifResult, type SarifRule, type SarifRun, toolOf } from './sarif.js'

/** Where an analysis belongs. */
export interface Place {
  readonly sarifId: string
  readonly ref: string
  readonly commitSha: string
}

/** GitHub keeps the most severe of a run (docs: sarif-limits). */
const RESULTS_KEPT = 5_000

/**
 * Takes one run in: opens alerts, keeps them, and closes on this ref those of the same tool and category that the run does
 * not hold. What other refs and categories say is left alone.
 */
export function takeIn(world: World, run: SarifRun, place: Place): void {
  const { scanning } = world
  const category = categoryOf(run)
  const all = [...(run.results ?? [])].sort((a, b) => rank(run, b) - rank(run, a))
  const kept = all.slice(0, RESULTS_KEPT)
  const createdAt = world.clock.stamp()
  const alertNumbers = new Map<SarifResult, number>()
  const seen = new Set<Alert>()
  for (const result of kept) {
    if (world.settings.suppressions === 'honoured' && isSuppressed(result)) continue
    const alert = alertFor(world, run, { result, createdAt })
    alertNumbers.set(result, alert.number)
    // Two results with one identity are one alert; it stands where the first is.
    if (!seen.has(alert))
      alert.instances.set(`${place.ref}\n${category}`, instanceOf(result, { ...place, category, createdAt }))
    seen.add(alert)
  }
  closeOthers(world, { tool: toolOf(run), ref: place.ref, category, seen, createdAt })
  replaceEarlier(scanning.analyses, { tool: toolOf(run), category, ...place })
  const ignored = all.length - kept.length
  const warning = ignored === 0 ? '' : `${ignored} results were ignored`
  const taken = { ...run, results: kept }
  scanning.analyses.push({ id: world.nextId(), ...place, category, createdAt, warning, run: taken, alertNumbers })
}

function rank(run: SarifRun, result: SarifResult): number {
  const rule = ruleOf(run, result)
  const level = ['note', 'warning', 'error'].indexOf(levelOf(rule, result))
  return Number(rule?.properties?.['security-severity'] ?? 0) * 10 + level
}

function ruleOf(run: SarifRun, result: SarifResult): SarifRule | undefined {
  return run.tool.driver.rules?.find(({ id }) => id === result.ruleId)
}

function levelOf(rule: SarifRule | undefined, result: SarifResult): string {
  return result.level ?? rule?.defaultConfiguration?.level ?? 'warning'
}

function isSuppressed({ suppressions }: SarifResult): boolean {
  return (suppressions ?? []).some(({ status = 'accepted' }) => status === 'accepted')
}

/**
 * What makes two results one alert (docs: sarif-support): the fingerprint stands for the place within the file and is
 * combined with file path and rule, so that a renamed file closes its alerts and opens others. A result without a
 * fingerprint is a new alert each time.
 */
function identityOf(world: World, run: SarifRun, result: SarifResult): string {
  const fingerprint = result.partialFingerprints?.['primaryLocationLineHash'] ?? `none-${world.nextId()}`
  return JSON.stringify([toolOf(run), result.ruleId, pathOf(result), fingerprint])
}

function alertFor(
  world: World,
  run: SarifRun,
  { result, createdAt }: { readonly result: SarifResult; readonly createdAt: string },
): Alert {
  const { alerts } = world.scanning
  const identity = identityOf(world, run, result)
  const alert = alerts.get(identity) ?? {
    number: alerts.size + 1,
    tool: toolOf(run),
    ruleId: result.ruleId ?? '',
    path: pathOf(result),
    fingerprint: result.partialFingerprints?.['primaryLocationLineHash'] ?? '',
    createdAt,
    rule: undefined,
    level: 'warning',
    toolVersion: null,
    updatedAt: createdAt,
    dismissal: null,
    instances: new Map(),
  }
  alert.rule = ruleOf(run, result)
  alert.level = levelOf(alert.rule, result)
  alert.toolVersion = run.tool.driver.semanticVersion ?? run.tool.driver.version ?? null
  alert.updatedAt = createdAt
  alerts.set(identity, alert)
  return alert
}

function instanceOf(
  result: SarifResult,
  { ref, commitSha, category, createdAt }: Place & { readonly category: string; readonly createdAt: string },
): Instance {
  const region = result.locations?.[0]?.physicalLocation?.region
  const { startLine = 1, startColumn = 1 } = region ?? {}
  const { endLine = startLine, endColumn = startColumn } = region ?? {}
  return {
    ...{ ref, category, commitSha, state: 'open', updatedAt: createdAt },
    message: result.message?.text ?? '',
    path: pathOf(result),
    region: { startLine, endLine, startColumn, endColumn },
  }
}

interface Others {
  readonly tool: string
  readonly ref: string
  readonly category: string
  readonly seen: ReadonlySet<Alert>
  readonly createdAt: string
}

function closeOthers(world: World, { tool, ref, category, seen, createdAt }: Others): void {
  const key = `${ref}\n${category}`
  for (const alert of world.scanning.alerts.values()) {
    const instance = alert.instances.get(key)
    if (alert.tool !== tool || seen.has(alert) || instance?.state !== 'open') continue
    alert.instances.set(key, { ...instance, state: 'fixed', updatedAt: createdAt })
    alert.updatedAt = createdAt
  }
}

/** A second upload for the same commit takes the place of the first. */
function replaceEarlier(
  analyses: Analysis[],
  place: Place & { readonly tool: string; readonly category: string },
): void {
  const index = analyses.findIndex(
    (one) =>
      one.ref === place.ref &&
      one.commitSha === place.commitSha &&
      one.category === place.category &&
      toolOf(one.run) === place.tool,
  )
  if (index >= 0) analyses.splice(index, 1)
}
