import type { Person } from '../world.js'
import type { SarifResult, SarifRule, SarifRun } from './sarif.js'

/** What code scanning remembers. */
export interface ScanningMemory {
  /** Identity (see `identityOf`) → alert, in the order of their numbers. */
  readonly alerts: Map<string, Alert>
  /** Oldest first. */
  readonly analyses: Analysis[]
  readonly deliveries: Map<string, Delivery>
  readonly uploads: Upload[]
  /** How often the next deliveries are asked for before they are done. */
  pendingPolls: number
  /** The errors with which the next deliveries fail, one entry each. */
  readonly failures: (readonly string[])[]
}

/** An upload that was accepted for processing. */
export interface Delivery {
  readonly id: string
  readonly ref: string
  pendingPolls: number
  readonly errors: readonly string[]
}

/** What was sent to `POST /code-scanning/sarifs` and could be read. */
export interface Upload {
  readonly sarifId: string
  readonly ref: string
  readonly commitSha: string
  readonly sarif: unknown
  readonly errors: readonly string[]
  /** False where ref and commit do not belong together, so that no line of the pull request would be annotated. */
  readonly annotated: boolean
}

export interface Analysis {
  readonly id: number
  readonly sarifId: string
  readonly ref: string
  readonly commitSha: string
  readonly category: string
  readonly createdAt: string
  readonly warning: string
  /** Only what was taken in. */
  readonly run: SarifRun
  /** Result → number of its alert. */
  readonly alertNumbers: ReadonlyMap<SarifResult, number>
}

export interface Dismissal {
  readonly by: Person
  readonly at: string
  readonly reason: string
  readonly comment: string | null
}

/** Where an alert stands on one ref, as one category sees it. */
export interface Instance {
  readonly ref: string
  readonly category: string
  readonly state: 'open' | 'fixed'
  readonly commitSha: string
  readonly message: string
  readonly path: string
  readonly region: Region
  readonly updatedAt: string
}

export interface Region {
  readonly startLine: number
  readonly endLine: number
  readonly startColumn: number
  readonly endColumn: number
}

export interface Alert {
  readonly number: number
  readonly tool: string
  readonly ruleId: string
  readonly path: string
  readonly fingerprint: string
  readonly createdAt: string
  /** As of the newest analysis that holds it. */
  rule: SarifRule | undefined
  level: string
  toolVersion: string | null
  updatedAt: string
  dismissal: Dismissal | null
  /** Ref and category → where it stands. */
  readonly instances: Map<string, Instance>
}

export type AlertState = 'open' | 'dismissed' | 'fixed'

export function makeMemory(): ScanningMemory {
  return { alerts: new Map(), analyses: [], deliveries: new Map(), uploads: [], pendingPolls: 1, failures: [] }
}

/** The state on one ref; undefined where that ref never had it. A dismissal holds everywhere. */
export function stateOn(alert: Alert, ref: string): AlertState | undefined {
  const instances = instancesOn(alert, ref)
  if (instances.length === 0) return undefined
  if (alert.dismissal !== null) return 'dismissed'
  return instances.some(({ state }) => state === 'open') ? 'open' : 'fixed'
}

export function instancesOn(alert: Alert, ref: string): readonly Instance[] {
  return [...alert.instances.values()].filter((instance) => instance.ref === ref)
}
