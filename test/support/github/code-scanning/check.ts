import { securityApp, type World } from '../world.js'
import type { AlertView } from './view.js'
import { viewAlertsShownOn } from './view.js'

/** By default these fail the check of code scanning, and every error does. */
const failing = 7.0

/** The check by which code scanning itself reports on a pull request, after each analysis of it. */
export function reportCheck(world: World, ref: string, tool: string): void {
  const number = Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1])
  const pull = world.pullRequests.get(number)
  if (pull === undefined) return
  const shown = viewAlertsShownOn(world, number).filter((alert) => alert.tool === tool)
  const conclusion = shown.some(isFailing) ? 'failure' : 'success'
  const at = world.clock.stamp()
  const id = world.nextId()
  const title = `${shown.length} new alerts`
  world.checkRuns.set(id, {
    ...{
      id,
      app: securityApp,
      headSha: pull.head,
      name: `Code scanning results / ${tool}`,
      status: 'completed',
      conclusion,
    },
    ...{ startedAt: at, completedAt: at, externalId: null, detailsUrl: null, title, summary: '', text: null },
    annotations: [],
  })
}

function isFailing({ level, securitySeverity }: AlertView): boolean {
  return level === 'error' || securitySeverity >= failing
}
