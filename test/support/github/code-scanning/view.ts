import type { World } from '../world.js'
import { type Alert, type AlertState, type Instance, instancesOn, stateOn } from './memory.js'

/** An alert as a person sees it in the tab. */
export interface AlertView {
  readonly number: number
  readonly state: AlertState
  readonly tool: string
  readonly ruleId: string
  readonly path: string
  readonly line: number
  readonly level: string
  /** 0 where its rule has none. */
  readonly securitySeverity: number
  readonly message: string
  readonly fingerprint: string
  readonly dismissedBy: string | null
}

export interface AlertQuery {
  /** Full name; without it every alert of the repository, open as long as any ref has it open. */
  readonly ref?: string
  readonly state?: AlertState
}

/** By their numbers. */
export function viewAlerts(world: World, { ref, state }: AlertQuery): readonly AlertView[] {
  return [...world.scanning.alerts.values()].flatMap((alert) => {
    const here = ref === undefined ? stateAnywhere(alert) : stateOn(alert, ref)
    const instance = (ref === undefined ? [...alert.instances.values()] : instancesOn(alert, ref)).at(-1)
    if (here === undefined || instance === undefined || (state !== undefined && state !== here)) return []
    return [viewOf(alert, here, instance)]
  })
}

function stateAnywhere(alert: Alert): AlertState {
  if (alert.dismissal !== null) return 'dismissed'
  return [...alert.instances.values()].some(({ state }) => state === 'open') ? 'open' : 'fixed'
}

function viewOf(alert: Alert, state: AlertState, instance: Instance): AlertView {
  const { number, tool, ruleId, path, fingerprint, level, dismissal } = alert
  const { message, region } = instance
  const dismissedBy = dismissal?.by.login ?? null
  const securitySeverity = Number(alert.rule?.properties?.['security-severity'] ?? 0)
  const what = { number, state, tool, ruleId, level, securitySeverity, message, fingerprint, dismissedBy }
  return { ...what, path, line: region.startLine }
}

/**
 * Those that the pull request shows: open on one of its refs, not on the base branch, and with every line among those that
 * it adds (docs: code-scanning-alerts).
 */
export function viewAlertsShownOn(world: World, number: number): readonly AlertView[] {
  const pull = world.pullRequests.get(number)
  if (pull === undefined) return []
  const refs = [`refs/pull/${number}/merge`, `refs/pull/${number}/head`]
  return [...world.scanning.alerts.values()].flatMap((alert) => {
    const ref = refs.find((one) => stateOn(alert, one) === 'open')
    const instance = ref === undefined ? undefined : instancesOn(alert, ref).find(({ state }) => state === 'open')
    const onBase = stateOn(alert, `refs/heads/${pull.baseRef}`) === 'open'
    if (instance === undefined || onBase) return []
    const added = pull.hunks.get(instance.path)?.right
    const { startLine, endLine } = instance.region
    const lines = Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index)
    return lines.every((line) => added?.get(line)?.changed === true) ? [viewOf(alert, 'open', instance)] : []
  })
}
