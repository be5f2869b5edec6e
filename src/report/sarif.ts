import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result as SarifResult,
  Suppression,
} from 'sarif'
import { isSarifRuleOf, sarifRuleId } from '../baseline/sarif-rule.js'
import type { Report } from '../types/report.js'
import { isProven, ownReviewer, type Result } from '../types/result.js'
import { catalogue, type Level, levels, type Rule } from './catalogue.js'
import { plainText, singleLine } from './escape.js'
import { encodePath, isSafePath } from './safe-path.js'
import { count, isFound, isolationOf, reporterName, stamps, worstFirst } from './wording.js'

const INFORMATION_URI = 'https://github.com/org/model-stack-action'
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
/** GitHub shows the top 5,000 results of a run and refuses more than 25,000 (docs: sarif-limits). */
const SHOWN_RESULTS = 5_000
const MAX_RESULTS = 25_000
/** GitHub keeps 100 locations of a result and refuses more than 1,000 (docs: sarif-limits). */
const RELATED_LOCATIONS = 20
const ALL_RELATED_LOCATIONS = 50_000
/** Other wordings that the message names by their titles. */
const NAMED_WORDINGS = 5
/** Names 255, descriptions 1,024 characters (docs: sarif-support). Ours are shorter; the test holds them to it. */
const MESSAGE_CHARACTERS = 4_000
/** All messages together, so that the gzip file stays below GitHub's 10 MB whatever they hold. */
const ALL_MESSAGES_CHARACTERS = 4_000_000
const NOTIFICATION_CHARACTERS = 1_000
const NOTIFICATIONS = 200

export interface SarifContext {
  /** `automationDetails.id` without its closing slash. */
  readonly category: string
  /** Paths of the change; results elsewhere are not located. Undefined: every safe path counts. */
  readonly paths?: ReadonlySet<string> | undefined
}

/** The SARIF file as text. */
export function sarifText(report: Report, context: SarifContext): string {
  return [...sarifPieces(report, context)].join('')
}

/** Short-lived strings cost least; whoever takes the pieces may put them together. */
const PIECE_CHARACTERS = 8 * 1024

/** The same text in pieces, made one after the other, so that a large file can be compressed while it is written. */
export function* sarifPieces(report: Report, context: SarifContext): Generator<string> {
  const { run, results } = toRun(report, context)
  const head = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)
  const end = head.lastIndexOf('}', head.lastIndexOf(']'))
  yield `${head.slice(0, end).trimEnd()},\n      "results": [`
  yield* listPieces(results)
  yield `]\n    ${head.slice(end)}\n`
}

/** The elements of a JSON list, without its brackets. */
function* listPieces(elements: Iterable<object>): Generator<string> {
  let piece = ''
  let separator = '\n'
  for (const element of elements) {
    piece += separator
    piece += JSON.stringify(element)
    separator = ','
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The report as one SARIF 2.1.0 run within GitHub's limits; what had to be left out is said in a notification. */
export function toSarif(report: Report, context: SarifContext): Log {
  const { run, results } = toRun(report, context)
  return { $schema: SCHEMA, version: '2.1.0', runs: [{ ...run, results: [...results] }] }
}

interface RunParts {
  readonly run: Omit<Log['runs'][number], 'results'>
  /** Made one at a time: all of them together are many times as large as the report. */
  readonly results: Iterable<SarifResult>
}

function toRun(report: Report, context: SarifContext): RunParts {
  const present = report.results.filter((result) => result.baselineState !== 'absent')
  const uriOf = remember(uriOfPath)
  const located = present.filter(
    ({ path }) => uriOf(path) !== undefined && (context.paths === undefined || context.paths.has(path)),
  )
  const kept = worstFirst(located).slice(0, MAX_RESULTS)
  const [unlocated, cut] = [present.length - located.length, located.length - kept.length]
  const run = {
    tool: { driver: toDriver(report) },
    automationDetails: { id: `${singleLine(context.category, 200)}/` },
    columnKind: 'utf16CodeUnits' as const,
    invocations: [
      {
        executionSuccessful: report.conclusion !== 'not-evaluated',
        toolExecutionNotifications: notifications(report, { kept: kept.length, cut, unlocated }),
      },
    ],
    properties: {
      conclusion: report.conclusion,
      coveragePercent: report.coverage.percent,
      isolation: isolationOf(report),
      replayed: report.replayed,
    },
  }
  return { run, results: toResults(kept, { report, uriOf, nameOf: remember(nameOfReviewer), ...shareOf(kept.length) }) }
}

function toDriver({ tool }: Report): Log['runs'][number]['tool']['driver'] {
  return {
    name: tool.name,
    informationUri: INFORMATION_URI,
    semanticVersion: tool.version,
    rules: catalogue.map(toDescriptor),
  }
}

function* toResults(kept: readonly Result[], context: ResultContext): Generator<SarifResult> {
  for (const result of kept) yield toResult(result, context)
}

function toDescriptor(rule: Rule): ReportingDescriptor {
  const security = rule.securitySeverity !== undefined
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.short },
    fullDescription: { text: rule.full },
    help: { text: rule.help, markdown: `**${rule.short}.** ${rule.full}\n\n${rule.help}` },
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: [...rule.tags],
      precision: rule.precision,
      ...(security
        ? { 'security-severity': rule.securitySeverity }
        : { 'problem.severity': rule.level === 'note' ? 'recommendation' : rule.level }),
    },
  }
}

/** What one result may take of the file. */
interface Share {
  /** Characters of its message. */
  readonly cap: number
  readonly relatedLocations: number
}

/** All results together stay below GitHub's size, however many there are and whatever they say. */
function shareOf(results: number): Share {
  const each = Math.max(1, results)
  return {
    cap: Math.min(MESSAGE_CHARACTERS, Math.floor(ALL_MESSAGES_CHARACTERS / each)),
    relatedLocations: Math.min(RELATED_LOCATIONS, Math.floor(ALL_RELATED_LOCATIONS / each)),
  }
}

/** Remembers what was made of a text: many results stand in few files and come from few reviewers. */
function remember<Made>(make: (text: string) => Made): (text: string) => Made {
  const all = new Map<string, { readonly made: Made }>()
  return (text) => {
    const known = all.get(text)
    if (known !== undefined) return known.made
    const made = make(text)
    all.set(text, { made })
    return made
  }
}

/** Undefined for a path that no reader may follow. */
function uriOfPath(path: string): string | undefined {
  return isSafePath(path) ? encodePath(path) : undefined
}

function nameOfReviewer(reviewer: string): string {
  return singleLine(reviewer, 100)
}

interface ResultContext extends Share {
  readonly report: Report
  readonly uriOf: typeof uriOfPath
  readonly nameOf: (reviewer: string) => string
}

/** Members are added in turn, not spread into copies, because there may be 25,000 results. */
function toResult(result: Result, context: ResultContext): SarifResult {
  const ruleId = filedUnder(result)
  const made: SarifResult = {
    ruleId,
    ruleIndex: ruleIndexes.get(ruleId) ?? -1,
    level: levelOf(result),
    message: { text: messageOf(result, context) },
    locations: [{ physicalLocation: physicalLocation(result, context.uriOf(result.path) ?? '') }],
    partialFingerprints: { primaryLocationLineHash: result.fingerprint },
  }
  const related = relatedOf(result, context)
  if (related.length > 0) made.relatedLocations = related
  const suppressions = suppressionsOf(result, context.report)
  if (suppressions.length > 0) made.suppressions = suppressions
  made.properties = {
    severity: result.severity,
    confidence: result.confidence,
    basis: result.basis,
    evidence: result.evidence.status,
    reviewers: result.reviewers.map(context.nameOf),
    blocking: result.blocking,
    baselineState: result.baselineState,
  }
  return made
}

const ruleIndexes: ReadonlyMap<string, number> = new Map(catalogue.map(({ id }, index) => [id, index]))

/** The rule that code scanning has it under, as far as that is one of its own; what is not proven gets no rank. */
function filedUnder(result: Result): string {
  const known = isProven(result) && isSarifRuleOf(result.ruleId, result.sarifRuleId)
  return known ? result.sarifRuleId : sarifRuleId(result)
}

function levelOf(result: Result): Level {
  return isProven(result) ? levels[result.severity] : 'note'
}

/**
 * One line, because an alert shows in a pull request only when all its lines are in the diff. Removed code and code that
 * was not found have no line at head that we could prove to exist, so they stand at line 1 and the message says where.
 */
function physicalLocation(result: Result, uri: string): PhysicalLocation {
  const placed = result.side === 'new' && result.evidence.status !== 'unverified'
  const line = placed ? result.region.startLine : 1
  const width = placed && isFound(result) ? firstLineWidth(result.quote) : 0
  return {
    artifactLocation: { uri },
    region: { startLine: line, startColumn: 1, endLine: line, endColumn: Math.max(2, width + 1) },
  }
}

function firstLineWidth(text: string): number {
  const end = text.search(/[\r\n]/)
  return end === -1 ? text.length : end
}

function relatedOf({ related }: Result, { relatedLocations, uriOf }: ResultContext): Location[] {
  const locations: Location[] = []
  for (const { path, quote, region } of related) {
    if (locations.length === relatedLocations) break
    const uri = uriOf(path)
    if (uri === undefined) continue
    locations.push({
      id: locations.length + 1,
      message: { text: withoutLinks(singleLine(quote, 300)) || 'Related code' },
      physicalLocation: {
        artifactLocation: { uri },
        region: { startLine: region.startLine, startColumn: 1, endLine: region.startLine, endColumn: 2 },
      },
    })
  }
  return locations
}

function messageOf(result: Result, { cap }: ResultContext): string {
  const { severity, confidence, evidence } = result
  const reporters = singleLine(result.reviewers.map(reporterName).join(', '), 200) || reporterName(ownReviewer)
  const last = `Severity ${severity}, confidence ${confidence}, code ${evidence.status}, reported by ${reporters}.`
  return `${withoutLinks(plainText(bodyOf(result, 2 * cap), Math.max(100, cap - last.length)))}\n\n${last}`
}

/** Not more of foreign text than could be shown. */
function bodyOf(result: Result, most: number): string {
  const { title, message, recommendation } = result
  const parts = [singleLine(title, 300), placeNote(result), message.slice(0, most)]
  if (recommendation !== null) parts.push(`Recommendation: ${recommendation.slice(0, most)}`)
  parts.push(otherWordings(result))
  return parts.filter((part) => part !== '').join('\n\n')
}

function placeNote(result: Result): string {
  const { startLine } = result.region
  if (result.evidence.status === 'unverified')
    return `The quoted code was not found; the reviewer named line ${startLine}.`
  return result.side === 'old' ? `This is about removed code: line ${startLine} before the change.` : ''
}

function otherWordings({ title, alsoReportedAs }: Result): string {
  const titles = [...new Set(alsoReportedAs.map((wording) => wording.title))].filter((other) => other !== title)
  if (titles.length === 0) return ''
  const named = titles.slice(0, NAMED_WORDINGS).map((other) => `“${singleLine(other, 120)}”`)
  const rest = titles.length - named.length
  return `Also reported as ${named.join(', ')}${rest === 0 ? '' : ` and ${count(rest, 'more wording')}`}.`
}

/** SARIF reads `[text](target)` in plain messages as a link. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (')
}

function suppressionsOf(result: Result, report: Report): Suppression[] {
  if (result.suppression !== null) {
    const { kind, reason, owner, expires } = result.suppression
    return [suppression(reason, { kind, owner, expires })]
  }
  if (report.override === null || !result.blocking) return []
  const { by, reason, at } = report.override
  return [suppression(`Override by ${by} at ${at}: ${reason}`, { kind: 'override', owner: by, expires: null })]
}

function suppression(justification: string, properties: Record<string, string | null>): Suppression {
  return { kind: 'external', status: 'accepted', justification: singleLine(justification, 1_000), properties }
}

function notifications(report: Report, left: Left): Notification[] {
  const failed = report.conclusion === 'not-evaluated'
  const all = [
    ...report.reasons.map((reason) => notification(failed ? 'error' : 'note', `${reason.kind}: ${reason.message}`)),
    ...stamps(report).map((stamp) => notification('warning', stamp)),
    ...limitNotes(report, left).map((text) => notification('warning', text)),
    ...report.reviewers
      .filter((reviewer) => reviewer.error !== null)
      .map(({ id, error }) => notification('error', `Reviewer ${id} failed: ${error?.code}: ${error?.message}`)),
    ...report.coverage.unreviewed.map(({ path, reason }) =>
      notification('warning', `Not reviewed: ${path}: ${reason}`),
    ),
  ]
  if (all.length <= NOTIFICATIONS) return all
  const rest = all.length - NOTIFICATIONS
  return [
    ...all.slice(0, NOTIFICATIONS),
    notification('warning', `${count(rest, 'more notification')} left out; see the report file.`),
  ]
}

/** How many results are in the file, and how many are not. */
interface Left {
  readonly kept: number
  /** More than GitHub takes. */
  readonly cut: number
  readonly unlocated: number
}

function limitNotes(report: Report, { kept, cut, unlocated }: Left): string[] {
  return [
    ...(kept <= SHOWN_RESULTS
      ? []
      : [`GitHub shows the ${count(SHOWN_RESULTS, 'worst result')} of the ${count(kept, 'result')} in this file.`]),
    ...(cut === 0 ? [] : [`${count(cut, 'result')} left out, the mildest: GitHub takes no more of a run.`]),
    ...(unlocated === 0
      ? []
      : [`${count(unlocated, 'result')} without a place in the change left out; see the report file.`]),
    ...(report.rejected.length === 0
      ? []
      : [`${count(report.rejected.length, 'answer')} of a reviewer could not be accepted.`]),
    ...(report.dismissed.length === 0
      ? []
      : [`${count(report.dismissed.length, 'result')} dismissed after a refutation.`]),
  ]
}

function notification(level: Level, text: string): Notification {
  return { level, message: { text: withoutLinks(singleLine(text, NOTIFICATION_CHARACTERS)) || '(empty)' } }
}
