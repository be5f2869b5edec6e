import { alertKey } from '../../src/baseline/track.js'
import type { Result } from '../../src/types/result.js'
import type { AlertView } from '../support/github/code-scanning/view.js'
import { regionOf, type Tree } from './code.js'
import type { Claim, Defect } from './reviewer.js'

/** Who put an alert aside. Only the word of a person who did not write the change counts. */
export type Dismisser = 'person' | 'author' | 'bot'

/** What happened in the year, counted. */
export interface Figures {
  pullRequests: number
  pushes: number
  audits: number
  planted: number
  fixed: number
  /** Defects in a run of which the reviewers said something, and those that they overlooked. */
  reported: number
  overlooked: number
  invented: number
  inventedAlerts: number
  /** The quote was not found where it stands. */
  notProven: number
  /** Said more than once in a run, and then shown more than once all the same. */
  saidOften: number
  shownOften: number
  /** Shown in one result with a defect that is somewhere else. */
  mixedUp: number
  /** The run before on the same ref had it too; then: what became of its alert. */
  again: number
  sameAlert: number
  otherAfterRename: number
  otherAfterProof: number
  otherAlert: number
  /** Reported after a run that did not: its alert opens again, or another one does. */
  back: number
  backSameAlert: number
  /** First reported on the main branch, after a pull request brought it. */
  carried: number
  carriedSameAlert: number
  dismissedByPerson: number
  dismissedByOthers: number
  /** Reported again after a person put it aside; then: under another open alert. */
  aside: number
  asideReturned: number
  /** Grave, proven and not accepted. */
  grave: number
  blocked: number
  /** Taken for one that stands at the base or that a person put aside. */
  slipped: number
  /** Accepted because it stands at the base; then: taken for a new one. */
  accepted: number
  acceptedTakenForNew: number
}

/** Nothing happened yet. */
export const noFigures: Figures = {
  ...{ pullRequests: 0, pushes: 0, audits: 0, planted: 0, fixed: 0, reported: 0, overlooked: 0, invented: 0 },
  ...{ inventedAlerts: 0, notProven: 0, saidOften: 0, shownOften: 0, mixedUp: 0, again: 0, sameAlert: 0 },
  ...{ otherAfterRename: 0, otherAfterProof: 0, otherAlert: 0, back: 0, backSameAlert: 0, carried: 0 },
  ...{ carriedSameAlert: 0, dismissedByPerson: 0, dismissedByOthers: 0, aside: 0, asideReturned: 0, grave: 0 },
  ...{ blocked: 0, slipped: 0, accepted: 0, acceptedTakenForNew: 0 },
}

/** One run, and what GitHub shows after it. */
export interface Judged {
  readonly ref: string
  readonly week: number
  readonly claims: readonly Claim[]
  readonly results: readonly Result[]
  /** By `alertKey`: a person put them aside under another name, and code scanning is not told of them. */
  readonly withheld: ReadonlySet<string>
  /** All of the ref. */
  readonly alerts: readonly AlertView[]
  readonly after: Tree
  /** Defects that stand at the base, as far as code scanning knows. */
  readonly atBase: ReadonlySet<number>
}

/** Somebody put the alert of a defect aside. */
export interface Aside {
  readonly by: Dismisser
  readonly alert: number
  readonly ref: string
}

/** Keeps what is known of every defect, and what a person would complain about. */
export interface Ledger {
  readonly figures: Figures
  /** What must never be, one sentence each. */
  readonly complaints: string[]
  /** What is counted, one sentence each. */
  readonly exceptions: string[]
  readonly defects: Map<number, Defect>
  readonly aside: Map<number, Aside>
  /** Ref → defect → its alert that is open there. */
  readonly open: Map<string, ReadonlyMap<number, number>>
  /** Ref → defect → its alert when it was reported there last. */
  readonly seen: Map<string, Map<number, Seen>>
  /** Ref → how many runs. */
  readonly runs: Map<string, number>
}

interface Seen {
  readonly alert: number
  readonly path: string
  readonly sarifRuleId: string
  readonly run: number
}

/** An empty ledger. */
export function makeLedger(): Ledger {
  return {
    ...{ figures: { ...noFigures }, complaints: [], exceptions: [], defects: new Map(), aside: new Map() },
    ...{ open: new Map(), seen: new Map(), runs: new Map() },
  }
}

/** Compares what the product said, and what GitHub shows, with what is really there. */
export function judge(ledger: Ledger, judged: Judged): void {
  const { ref, alerts, claims } = judged
  const present = judged.results.filter(({ baselineState }) => baselineState !== 'absent')
  ledger.runs.set(ref, (ledger.runs.get(ref) ?? 0) + 1)
  checkAlerts(ledger, judged, present)
  const about = new Map(present.map((result) => [result, defectsOf(result, judged, ledger.defects)]))
  const open = new Map<number, number>()
  for (const id of new Set(claims.flatMap(({ defect }) => defect ?? []))) {
    const its = present.filter((result) => about.get(result)?.has(id))
    const [result] = its
    const alert = result && alertOf(result, alerts)
    if (result === undefined && isSaid(id, judged, present)) {
      ledger.figures.mixedUp += 1
      except(ledger, judged, `${nameOf(ledger, id)} is only another wording of a defect somewhere else`)
    } else if (result !== undefined && isWithheld(result, judged)) countWithheld(ledger, { id, judged, result })
    else if (result === undefined || alert === undefined || alert.state === 'fixed')
      complain(ledger, judged, `${nameOf(ledger, id)} is reported and has no alert`)
    else {
      const found = { id, result, alert, judged, its }
      countShown(ledger, found, about)
      countNumber(ledger, found)
      if (ref !== 'refs/heads/main') judgeGate(ledger, found)
      if (alert.state === 'open') open.set(id, alert.number)
    }
  }
  for (const [result, ids] of about) if (ids.size === 0) judgeInvention(ledger, judged, result)
  ledger.open.set(ref, open)
}

/** Whether its words stand in some result of its file. */
function isSaid(id: number, { claims }: Judged, present: readonly Result[]): boolean {
  const its = claims.filter(({ defect }) => defect === id)
  return its.some(({ finding: { title, message, path } }) =>
    present.some(
      (result) =>
        path.includes(result.path) &&
        [result, ...result.alsoReportedAs].some((one) => one.title === title && one.message === message),
    ),
  )
}

function complain({ complaints }: Ledger, { week, ref }: Judged, text: string): void {
  complaints.push(`week ${week}, ${ref}: ${text}`)
}

function except({ exceptions }: Ledger, { week, ref }: Judged, text: string): void {
  exceptions.push(`week ${week}, ${ref}: ${text}`)
}

function nameOf({ defects }: Ledger, id: number): string {
  const defect = defects.get(id)
  return `defect ${id} (${defect?.template.wordings(defect.names)[0]?.[0]}, ${defect?.names.symbol})`
}

/** Every result has an alert of its own, and nothing else is open. */
function checkAlerts(ledger: Ledger, judged: Judged, present: readonly Result[]): void {
  const reported = new Set<number>()
  for (const result of present) {
    const alert = alertOf(result, judged.alerts)
    if (isWithheld(result, judged)) continue
    if (alert === undefined) complain(ledger, judged, `"${result.title}" has no alert`)
    else if (reported.has(alert.number)) complain(ledger, judged, `alert ${alert.number} stands for two results`)
    else reported.add(alert.number)
  }
  for (const { number, state } of judged.alerts)
    if (state === 'open' && !reported.has(number)) complain(ledger, judged, `alert ${number} is open and not reported`)
}

function isWithheld(result: Result, { withheld }: Judged): boolean {
  return result.suppression?.kind === 'dismissed-alert' && withheld.has(alertKey(result))
}

/** Only what a person put aside may be kept from code scanning. */
function countWithheld(ledger: Ledger, { id, judged, result }: Pick<Found, 'id' | 'judged' | 'result'>): void {
  const { figures, aside } = ledger
  figures.reported += 1
  if (aside.get(id)?.by === 'person') figures.aside += 1
  else if (judged.ref !== 'refs/heads/main' && isGrave({ id, judged, its: [result] })) {
    figures.grave += 1
    figures.slipped += 1
    except(ledger, judged, `${nameOf(ledger, id)} is taken for one that was put aside`)
  }
}

function alertOf({ path, fingerprint, sarifRuleId }: Result, alerts: readonly AlertView[]): AlertView | undefined {
  return alerts.find((one) => one.path === path && one.fingerprint === fingerprint && one.ruleId === sarifRuleId)
}

/** A reported defect with the result and the alert that stand for it. */
interface Found {
  readonly id: number
  /** All that it is shown as; one, if all is well. */
  readonly its: readonly Result[]
  readonly result: Result
  readonly alert: AlertView
  readonly judged: Judged
}

function countShown(
  ledger: Ledger,
  { id, its, judged, result }: Found,
  about: ReadonlyMap<Result, ReadonlySet<number>>,
): void {
  const { figures, defects } = ledger
  figures.reported += 1
  if (judged.claims.filter(({ defect }) => defect === id).length > 1) figures.saidOften += 1
  if (its.length > 1) {
    figures.shownOften += 1
    except(ledger, judged, `${nameOf(ledger, id)} is shown as ${its.map(({ title }) => `"${title}"`).join(' and ')}`)
  }
  for (const other of about.get(result) ?? []) {
    if (defects.get(other)?.site === defects.get(id)?.site) continue
    figures.mixedUp += 1
    except(ledger, judged, `${nameOf(ledger, id)} shares a result with ${nameOf(ledger, other)}`)
  }
  if (!isProven(result)) figures.notProven += 1
}

function countNumber(ledger: Ledger, { id, alert, judged }: Found): void {
  const { figures, seen, runs } = ledger
  const run = runs.get(judged.ref) ?? 0
  const onRef = seen.get(judged.ref) ?? new Map<number, Seen>()
  const before = onRef.get(id)
  if (before === undefined) countCarried(ledger, { id, alert, judged })
  else if (before.run < run - 1) {
    figures.back += 1
    if (before.alert === alert.number) figures.backSameAlert += 1
  } else {
    figures.again += 1
    figures[fateOf(before, alert)] += 1
    if (fateOf(before, alert) === 'otherAlert')
      except(ledger, judged, `${nameOf(ledger, id)}: alert ${before.alert} became ${alert.number}`)
  }
  onRef.set(id, { alert: alert.number, path: alert.path, sarifRuleId: alert.ruleId, run })
  seen.set(judged.ref, onRef)
}

type Fate = 'sameAlert' | 'otherAfterRename' | 'otherAfterProof' | 'otherAlert'

/** GitHub files an alert under path and rule, and what is not proven is under a rule without a rank. */
function fateOf(before: Seen, { number, path, ruleId }: AlertView): Fate {
  if (before.alert === number) return 'sameAlert'
  if (before.path !== path) return 'otherAfterRename'
  const isProof = [before.sarifRuleId, ruleId].includes('security') && before.sarifRuleId !== ruleId
  return isProof && before.sarifRuleId.startsWith('security') ? 'otherAfterProof' : 'otherAlert'
}

function countCarried({ figures, seen }: Ledger, { id, alert, judged }: Pick<Found, 'id' | 'alert' | 'judged'>): void {
  if (judged.ref !== 'refs/heads/main') return
  const elsewhere = [...seen.values()].flatMap((onRef) => onRef.get(id) ?? []).filter(({ path }) => path === alert.path)
  if (elsewhere.length === 0) return
  figures.carried += 1
  if (elsewhere.some((one) => one.alert === alert.number)) figures.carriedSameAlert += 1
}

/** What is grave, proven and not accepted blocks; what a person accepted does not. */
function judgeGate(ledger: Ledger, found: Found): void {
  const { id, its, result, alert, judged } = found
  const { figures } = ledger
  const blocking = its.some((one) => one.blocking)
  const aside = ledger.aside.get(id)
  if (aside?.by === 'person' && (aside.ref === judged.ref || judged.atBase.has(id))) {
    judgeAside(ledger, found, aside)
    return
  }
  if (!isGrave(found)) return
  const name = nameOf(ledger, id)
  if (judged.atBase.has(id)) {
    figures.accepted += 1
    if (blocking) {
      figures.acceptedTakenForNew += 1
      const lines = `${result.path}:${result.region.startLine}-${result.region.endLine}`
      except(ledger, judged, `${name} stands at the base and is taken for new at ${lines}`)
    }
    return
  }
  figures.grave += 1
  if (blocking) figures.blocked += 1
  else {
    figures.slipped += 1
    const why = result.suppression?.kind ?? `${result.baselineState}, ${result.triage}, ${result.severity}`
    except(ledger, judged, `${name} does not block (alert ${alert.number}): ${why}`)
  }
}

function isProven({ evidence: { status } }: Result): boolean {
  return status === 'verified' || status === 'relocated'
}

function isGrave({ id, its, judged }: Pick<Found, 'id' | 'its' | 'judged'>): boolean {
  // What the diff does not show is not about the change.
  if (!its.every((one) => isProven(one) && one.triage === 'real')) return false
  return judged.claims.some(({ defect, finding: { confidence, severity } }) => {
    return defect === id && confidence !== 'possible' && (severity === 'critical' || severity === 'high')
  })
}

function judgeAside(ledger: Ledger, { id, result, alert, judged }: Found, aside: Aside): void {
  const { figures } = ledger
  figures.aside += 1
  if (alert.state === 'open') {
    figures.asideReturned += 1
    const block = result.blocking ? 'blocks' : 'does not block'
    except(
      ledger,
      judged,
      `${nameOf(ledger, id)} was put aside as alert ${aside.alert}, is ${alert.number} and ${block}`,
    )
  } else if (result.suppression === null)
    complain(ledger, judged, `${nameOf(ledger, id)}: alert ${alert.number} was dismissed and is not suppressed`)
}

function judgeInvention(ledger: Ledger, judged: Judged, result: Result): void {
  ledger.figures.inventedAlerts += 1
  const isNote = alertOf(result, judged.alerts)?.level === 'note'
  if (result.blocking || !isNote) complain(ledger, judged, `the invention "${result.title}" is more than a note`)
}

/** The defects whose claims went into a result: told by the words and, where two say the same, by the place. */
function defectsOf(
  result: Result,
  { claims, after }: Judged,
  defects: ReadonlyMap<number, Defect>,
): ReadonlySet<number> {
  const file = [...after.values()].find(({ path }) => path === result.path)
  const isHere = (id: number | undefined): boolean => {
    const place = file && regionOf(file, defects.get(id ?? -1)?.site ?? -1)
    return place !== undefined && result.region.startLine <= place.end + 1 && place.start <= result.region.endLine
  }
  const covered = [result, ...result.alsoReportedAs].flatMap(({ title, message }) => {
    const meant = claims.filter(
      // Reviewers write a path in many ways.
      ({ finding }) => finding.title === title && finding.message === message && finding.path.includes(result.path),
    )
    const here = meant.filter(({ defect }) => isHere(defect))
    return (here.length > 0 ? here : meant).flatMap(({ defect }) => defect ?? [])
  })
  return new Set(covered)
}
