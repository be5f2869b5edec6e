import type { Report, ReviewerReport } from '../types/report.js'
import type { DismissedResult, Result } from '../types/result.js'
import type { Severity } from '../types/rule.js'
import { plainText, singleLine } from './escape.js'
import {
  authors,
  blockingWords,
  cliVersion,
  count,
  dataSize,
  duration,
  grouped,
  groupResults,
  headline,
  isolationOf,
  place,
  proofWords,
  reasonsFrom,
  stamps,
} from './wording.js'

export interface TerminalOptions {
  readonly color: 'on' | 'off'
  /** Columns of the terminal. */
  readonly width: number
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green' | 'magenta'
type Paint = (style: Style, text: string) => string

/** SGR codes, ECMA-48. */
const codes: Readonly<Record<Style, number>> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
}
const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: 'magenta',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
}
const LISTED = 50
const PROSE = 4_000

/** The report for a person at a terminal; foreign text cannot move the cursor or change a colour. */
export function toTerminal(report: Report, options: TerminalOptions): string {
  const paint = painter(options)
  const width = Math.max(40, Math.min(120, options.width))
  const { grounded, unverified, own, suppressed } = groupResults(report)
  const blocks = [
    opening(report, { paint, width }),
    ...grounded.map((result) => resultLines(result, { paint, width })),
    titled('Not verified, never block', unverified.map(resultLine), paint),
    ownLines(own, { paint, width }),
    titled('Suppressed', suppressed.map(suppressedLine), paint),
    titled('Dismissed after refutation', report.dismissed.map(dismissedLine), paint),
    titled('No longer reported', report.results.filter(isGone).map(resultLine), paint),
    titled('Not reviewed', report.coverage.unreviewed.map(unreviewedLine), paint),
    titled(
      'Left out by policy',
      report.coverage.excluded.map(({ path, reason }) => `${line(path)} (${line(reason)})`),
      paint,
    ),
    titled('Reviewers', report.reviewers.map(reviewerLine), paint),
    titled('What left this machine', egressLines(report), paint),
    titled('The reviewer read a copy that differs', snapshotLines(report), paint),
    titled('Notes', report.notes.map(line), paint),
    closing(report, paint),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** What an earlier run reported and this one does not. */
function isGone({ baselineState }: Result): boolean {
  return baselineState === 'absent'
}

interface Page {
  readonly paint: Paint
  readonly width: number
}

function painter({ color }: TerminalOptions): Paint {
  return (style, text) => (color === 'on' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text)
}

function opening(report: Report, { paint, width }: Page): string[] {
  const { icon, text } = headline(report)
  const style = report.conclusion === 'fail' ? 'red' : report.conclusion === 'pass' ? 'green' : 'yellow'
  const who = report.reviewers
    .filter(({ status }) => status === 'completed')
    .map(({ id, model }) => line(`${id} (${model})`))
  const { reviewedLines, changedLines, percent } = report.coverage
  const facts = [
    who.length === 0 ? 'no reviewer completed' : `reviewed by ${who.join(', ')}`,
    authors(report),
    `${reviewedLines} of ${count(changedLines, 'changed line')} covered (${percent} %)`,
    ...(report.change === null ? [] : [`commit ${line(report.change.head.slice(0, 12))}`]),
  ]
  return [
    ...wrap(`${icon} ${line(text)}`, { width, indent: '' }).map((part) => paint(style, paint('bold', part))),
    ...wrap(facts.join(' · '), { width, indent: '  ' }).map((part) => paint('dim', part)),
    ...stamps(report).flatMap((stamp) =>
      wrap(`! ${line(stamp)}`, { width, indent: '  ' }).map((part) => paint('yellow', part)),
    ),
    ...reasonsFrom(report, 1)
      .slice(0, LISTED - 1)
      .flatMap((message) => wrap(`- ${line(message)}`, { width, indent: '  ' })),
  ]
}

function resultLines(result: Result, { paint, width }: Page): string[] {
  const badge = paint(severityStyles[result.severity], result.severity.toUpperCase())
  const blocks = result.blocking ? paint('red', ' [blocks]') : ''
  const quote = plainText(result.quote, 1_000).split('\n').slice(0, 8)
  return [
    `${badge}${blocks} ${paint('bold', line(result.title))} ${paint('dim', `(${result.ruleId})`)}`,
    `  ${paint('blue', line(place(result)))}`,
    ...quote.filter((text) => text.trim() !== '').map((text) => paint('dim', `  │ ${text.replaceAll('\t', '  ')}`)),
    ...paragraphs(result.message, width),
    ...(result.recommendation === null ? [] : paragraphs(`→ ${result.recommendation}`, width)),
    ...wrap(provenance(result), { width, indent: '  ' }).map((part) => paint('dim', part)),
  ]
}

function provenance(result: Result): string {
  const { evidence, confidence, fingerprint, alsoReportedAs } = result
  const others = alsoReportedAs.length === 0 ? '' : ` Also said in ${count(alsoReportedAs.length, 'other wording')}.`
  return `${line(blockingWords(result))} Code ${evidence.status}, confidence ${confidence}.${others} Fingerprint ${line(fingerprint)}.`
}

function paragraphs(text: string, width: number): string[] {
  return plainText(text, PROSE)
    .split('\n')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => wrap(line(part), { width, indent: '  ' }))
}

function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  if (lines.length === 0) return []
  const left = lines.length - LISTED
  const more = left > 0 ? [`  and ${left} more; the report file has everything`] : []
  return [paint('bold', title), ...lines.slice(0, LISTED).map((text) => `  ${text}`), ...more]
}

/** One short block for what our own code noticed, so that it does not drown what reviewers found. */
function ownLines(results: readonly Result[], { paint, width }: Page): string[] {
  const lines = results
    .slice(0, LISTED)
    .flatMap((result) => [
      `  ${result.blocking ? paint('red', '[blocks] ') : ''}${resultLine(result)} ${paint('dim', `(${result.ruleId})`)}`,
      ...wrap(line(result.message), { width, indent: '    ' }).map((part) => paint('dim', part)),
    ])
  const left = results.length - LISTED
  const more = left > 0 ? [`  and ${left} more; the report file has everything`] : []
  return results.length === 0 ? [] : [paint('bold', 'Noticed by model-stack itself, not by a model'), ...lines, ...more]
}

function resultLine(result: Result): string {
  return `${result.severity} ${line(place(result))}: ${line(result.title)}`
}

function suppressedLine(result: Result): string {
  return `${resultLine(result)} (${line(result.suppression?.reason ?? '')})`
}

function dismissedLine(result: DismissedResult): string {
  return `${resultLine(result)}: ${line(result.why)}`
}

function unreviewedLine({ path, lines, reason }: Report['coverage']['unreviewed'][number]): string {
  return `${line(path)}, ${lines === null ? 'lines unknown' : count(lines, 'line')}: ${line(reason)}`
}

function reviewerLine(reviewer: ReviewerReport): string {
  const { usage, error } = reviewer
  const name = `${line(reviewer.id)} ${line(reviewer.model)} (${reviewer.family}, ${line(cliVersion(reviewer))})`
  const outcome = error === null ? reviewer.status : `failed with ${error.code}: ${line(error.message)}`
  const tokens = `${grouped(usage.inputTokens)} tokens in (${grouped(usage.cachedInputTokens)} cached), ${grouped(usage.outputTokens)} out`
  return `${name}: ${outcome}, ${tokens}, ${duration(reviewer.durationMs)}`
}

function egressLines({ egress }: Report): string[] {
  const hosts = egress.hosts.map(({ host, requests, refused, bytesSent, bytesReceived }) => {
    const no = refused === 0 ? '' : `, ${grouped(refused)} refused`
    return `${line(host)}: ${count(requests, 'request')}${no}, ${dataSize(bytesSent)} sent, ${dataSize(bytesReceived)} received`
  })
  const known = `content of ${egress.filesComplete ? '' : 'at least '}${count(egress.files.length, 'file')}; the report file names them`
  return hosts.length === 0 && egress.files.length === 0 ? [] : [...hosts, known]
}

function snapshotLines({ coverage }: Report): string[] {
  const { neutralised, notInSnapshot, snapshotEntriesLeftOut: left } = coverage
  return [
    ...neutralised.map(({ path, snapshotPath, reason, target }) => {
      const link = target === null ? '' : `, points to ${line(target)}`
      return `${line(path)} as ${line(snapshotPath)} (${reason}${link})`
    }),
    ...notInSnapshot.map(({ path, reason }) => `${line(path)} is not in it (${line(reason)})`),
    ...(left === 0 ? [] : [`${count(left, 'more file')} that the change does not touch`]),
  ]
}

function closing(report: Report, paint: Paint): string[] {
  const { preflight } = report.isolation
  const state = isolationOf(report)
  const isolation = state === 'not-used' ? 'no reviewer was started' : `isolation ${state}`
  const checks = preflight.length === 0 ? '' : ` (${count(preflight.length, 'check')})`
  const tool = `${report.tool.name} ${line(report.tool.version)}`
  return [paint('dim', `${isolation}${checks}, checkout ${proofWords(report)}, ${tool}`)]
}

function line(text: string): string {
  return singleLine(text, 2_000)
}

function wrap(text: string, { width, indent }: { width: number; indent: string }): string[] {
  const lines: string[] = []
  let current: string[] = []
  let used = indent.length
  for (const word of text.split(' ')) {
    if (current.length > 0 && used + word.length + 1 > width) {
      lines.push(`${indent}${current.join(' ')}`)
      current = []
      used = indent.length
    }
    current.push(word)
    used += word.length + 1
  }
  return [...lines, `${indent}${current.join(' ')}`]
}
