import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result as SarifResult,
  Suppression,
} from 'sarif'
import type { Report } from '../types/report.js'
import { ownReviewer, type Result } from '../types/result.js'
import { catalogue, type Level, levels, type Rule } from './catalogue.js'
import { plainText, singleLine } from './escape.js'
import { encodePath, isSafePath } from './safe-path.js'
import { count, isFound, isolationOf, reporterName, stamps, worstFirst } from './wording.js'

const INFORMATION_URI = 'https://github.com/org/model-stack-action'
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
/** GitHub shows the top 5,000 results of a run and refuses more than 25,000 (docs: sarif-limits). */
const SHOWN_RESULTS = 5_000
/** GitHub keeps 100 locations of a result and refuses more than 1,000 (docs: sarif-limits). */
const RELATED_LOCATIONS = 20
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
  return `${JSON.stringify(toSarif(report, context), undefined, 2)}\n`
}

/** The report as one SARIF 2.1.0 run within GitHub's limits; what had to be left out is said in a notification. */
export function toSarif(report: Report, context: SarifContext): Log {
  const present = worstFirst(report.results.filter((result) => result.baselineState !== 'absent'))
  const located = present.filter((result) => isLocated(result, context))
  const shown = located.slice(0, SHOWN_RESULTS)
  const cap = Math.min(MESSAGE_CHARACTERS, Math.floor(ALL_MESSAGES_CHARACTERS / Math.max(1, shown.length)))
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            informationUri: INFORMATION_URI,
            semanticVersion: report.tool.version,
            rules: catalogue.map(toDescriptor),
          },
        },
        automationDetails: { id: `${singleLine(context.category, 200)}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.conclusion !== 'not-evaluated',
            toolExecutionNotifications: notifications(report, {
              unlocated: present.length - located.length,
              cut: located.length - shown.length,
            }),
          },
        ],
        results: shown.map((result) => toResult(result, { report, cap })),
        properties: {
          conclusion: report.conclusion,
          coveragePercent: report.coverage.percent,
          isolation: isolationOf(report),
          replayed: report.replayed,
        },
      },
    ],
  }
}

function isLocated(result: Result, context: SarifContext): boolean {
  return isSafePath(result.path) && (context.paths === undefined || context.paths.has(result.path))
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

function toResult(result: Result, context: { report: Report; cap: number }): SarifResult {
  const ruleId = sarifRuleId(result)
  const suppressions = suppressionsOf(result, context.report)
  const related = result.related.filter((location) => isSafePath(location.path)).slice(0, RELATED_LOCATIONS)
  return {
    ruleId,
    ruleIndex: catalogue.findIndex((rule) => rule.id === ruleId),
    level: levelOf(result),
    message: { text: messageOf(result, context.cap) },
    locations: [{ physicalLocation: physicalLocation(result) }],
    partialFingerprints: { primaryLocationLineHash: result.fingerprint },
    ...(related.length === 0 ? {} : { relatedLocations: related.map(toRelated) }),
    ...(suppressions.length === 0 ? {} : { suppressions }),
    properties: {
      severity: result.severity,
      confidence: result.confidence,
      basis: result.basis,
      evidence: result.evidence.status,
      reviewers: result.reviewers.map((reviewer) => singleLine(reviewer, 100)),
      blocking: result.blocking,
      baselineState: result.baselineState,
    },
  }
}

/** The rule that a result is filed under; what is not proven gets no rank in the security tab. */
export function sarifRuleId(result: Result): string {
  return result.ruleId === 'security' && isProven(result) ? `security/${result.severity}` : result.ruleId
}

function levelOf(result: Result): Level {
  return isProven(result) ? levels[result.severity] : 'note'
}

function isProven(result: Result): boolean {
  return result.basis === 'grounded' && isFound(result) && result.confidence !== 'possible'
}

/**
 * One line, because an alert shows in a pull request only when all its lines are in the diff. Removed code and code that
 * was not found have no line at head that we could prove to exist, so they stand at line 1 and the message says where.
 */
function physicalLocation(result: Result): PhysicalLocation {
  const placed = result.side === 'new' && result.evidence.status !== 'unverified'
  const line = placed ? result.region.startLine : 1
  const firstLine = /^[^\r\n]*/.exec(result.quote)?.[0] ?? ''
  const width = placed && isFound(result) ? firstLine.length : 0
  return {
    artifactLocation: { uri: encodePath(result.path) },
    region: { startLine: line, startColumn: 1, endLine: line, endColumn: Math.max(2, width + 1) },
  }
}

function toRelated(location: Result['related'][number], index: number): Location {
  const line = location.region.startLine
  return {
    id: index + 1,
    message: { text: withoutLinks(singleLine(location.quote, 300)) || 'Related code' },
    physicalLocation: {
      artifactLocation: { uri: encodePath(location.path) },
      region: { startLine: line, startColumn: 1, endLine: line, endColumn: 2 },
    },
  }
}

function messageOf(result: Result, cap: number): string {
  const parts = [
    singleLine(result.title, 300),
    placeNote(result),
    plainText(result.message, cap),
    ...(result.recommendation === null ? [] : [`Recommendation: ${plainText(result.recommendation, cap)}`]),
    `Severity ${result.severity}, confidence ${result.confidence}, code ${result.evidence.status}, reported by ${singleLine(result.reviewers.map(reporterName).join(', '), 200) || reporterName(ownReviewer)}.`,
  ]
  const last = parts.pop() ?? ''
  const body = withoutLinks(
    plainText(parts.filter((part) => part !== '').join('\n\n'), Math.max(200, cap - last.length)),
  )
  return `${body}\n\n${last}`
}

function placeNote(result: Result): string {
  const { startLine } = result.region
  if (result.evidence.status === 'unverified')
    return `The quoted code was not found; the reviewer named line ${startLine}.`
  return result.side === 'old' ? `This is about removed code: line ${startLine} before the change.` : ''
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

function notifications(report: Report, left: { unlocated: number; cut: number }): Notification[] {
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

function limitNotes(report: Report, left: { unlocated: number; cut: number }): string[] {
  const { unlocated, cut } = left
  return [
    ...(cut === 0 ? [] : [`${count(cut, 'result')} left out, the mildest: GitHub shows ${SHOWN_RESULTS} of a run.`]),
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
