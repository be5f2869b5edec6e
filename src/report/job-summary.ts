import type { Report, ReviewerReport } from '../types/report.js'
import { type DismissedResult, isOwnResult, type Result } from '../types/result.js'
import type { Severity } from '../types/rule.js'
import { codeSpan, htmlText, inlineText, proseText, quoteBlock } from './escape.js'
import { folded, paragraphs, rows, table, takeWithin } from './markdown-parts.js'
import { encodePath, isSafePath } from './safe-path.js'
import { ledgerSections } from './summary-ledger.js'
import {
  authors,
  blockingWords,
  cliVersion,
  count,
  duration,
  groupResults,
  headline,
  isolationOf,
  place,
  proofWords,
  reasonsFrom,
  reporterName,
  stamps,
} from './wording.js'

/** Where the repository can be seen; links lead nowhere else. */
export interface LinkContext {
  /** Such as the server URL of GITHUB_SERVER_URL. */
  readonly serverUrl: string
  /** `owner/name`. */
  readonly repository: string
}

/** The runner drops a summary over 1 MiB as a whole (runner: FileCommandManager.cs); the parts below and the ledger stay under half. */
const BYTES = {
  overview: 60_000,
  details: 160_000,
  unverified: 60_000,
  ownOverview: 12_000,
  ownBlocking: 30_000,
  ownDetails: 30_000,
  suppressed: 30_000,
  dismissed: 40_000,
  unreviewed: 30_000,
  excluded: 20_000,
  reviewers: 20_000,
  reasons: 12_000,
} as const

const TITLE = 200
const PROSE = 4_000
const SHORT = 300
/** Notices of our own code in sight; the rest is folded, so that they do not drown what reviewers found. */
const OWN_ROWS = 10
/** The table of reviewers below names them all. */
const NAMED_REVIEWERS = 10

const marks: Readonly<Record<Severity, string>> = { critical: '🟣', high: '🔴', medium: '🟠', low: '🔵' }

/** The job summary as Markdown: the verdict first, then by whom, what, and what was not looked at. */
export function toJobSummary(report: Report, context: LinkContext | undefined): string {
  const link = linker(report, context)
  const { grounded, unverified, own, suppressed } = groupResults(report)
  const sections = [
    verdict(report),
    reviewedBy(report),
    resultSection(report, { grounded, link }),
    unverifiedSection(unverified, link),
    ownSection(own, link),
    suppressedSection(suppressed, link),
    dismissedSection(report.dismissed, link),
    notReviewed(report),
    reviewersSection(report.reviewers),
    ...ledgerSections(report),
    footer(report),
  ]
  return `${paragraphs(sections)}\n`
}

type Linker = (result: Pick<Result, 'path' | 'region' | 'side'>) => string

/** `path:line`, linked to the line at the commit where that can be done safely. */
function linker(report: Report, context: LinkContext | undefined): Linker {
  return (result) => {
    const label = codeSpan(place(result), SHORT)
    const url = lineUrl(report, { context, result })
    return url === undefined ? label : `[${label}](${url})`
  }
}

function lineUrl(
  report: Report,
  { context, result }: { context: LinkContext | undefined; result: Pick<Result, 'path' | 'region' | 'side'> },
): string | undefined {
  const commit = result.side === 'old' ? report.change?.mergeBase : report.change?.head
  const root = repositoryUrl(context)
  if (root === undefined || commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined
  if (!isSafePath(result.path)) return undefined
  const { startLine, endLine } = result.region
  const lines = startLine === endLine ? `L${startLine}` : `L${startLine}-L${endLine}`
  return `${root}/blob/${commit}/${encodePath(result.path)}#${lines}`
}

function repositoryUrl(context: LinkContext | undefined): string | undefined {
  if (context === undefined) return undefined
  const { serverUrl, repository } = context
  if (!/^https?:\/\/[A-Za-z0-9.:-]+$/.test(serverUrl) || !/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(repository))
    return undefined
  return `${serverUrl}/${repository}`
}

function verdict(report: Report): string {
  const { icon, text } = headline(report)
  // The headline already says the first reason of a run that did not evaluate, found nothing to do, or failed otherwise.
  const said = reasonsFrom(report, headlineReasons(report))
  const reasons = takeWithin(
    said.map((message) => `- ${inlineText(message, 600)}`),
    BYTES.reasons,
  )
  const stamped = stamps(report).map((stamp) => `> ⚠️ **${inlineText(stamp, 600)}**`)
  return paragraphs([`## ${icon} ${inlineText(text, 600)}`, stamped.join('\n>\n'), rows(reasons, 'more reason')])
}

function headlineReasons(report: Report): number {
  const generic = report.reasons[0]?.kind === 'blocking-results' || report.reasons[0]?.kind === 'no-blocking-results'
  return generic || report.conclusion !== 'pass' ? 1 : 0
}

function reviewedBy(report: Report): string {
  const { change, coverage } = report
  const completed = report.reviewers.filter((reviewer) => reviewer.status === 'completed')
  const who = completed
    .slice(0, NAMED_REVIEWERS)
    .map(
      (reviewer) =>
        `${codeSpan(reviewer.id, 60)} with ${codeSpan(reviewer.model, 100)} (${reviewer.family}, ${inlineText(cliVersion(reviewer), 60)})`,
    )
  const left = completed.length - who.length
  const more = left === 0 ? '' : ` and ${count(left, 'more reviewer')}`
  const parts = [
    who.length === 0 ? 'No reviewer completed' : `Reviewed by ${who.join(' and ')}${more}`,
    authors(report),
    ...(change === null ? [] : [`commit ${codeSpan(change.head.slice(0, 12))}, mode ${change.mode}`]),
    `${coverage.reviewedLines.toLocaleString('en-US')} of ${count(coverage.changedLines, 'changed line')} covered (${coverage.percent} %)`,
  ]
  return `${parts.join(' · ')}.`
}

function resultSection(report: Report, { grounded, link }: { grounded: readonly Result[]; link: Linker }): string {
  if (grounded.length === 0) return ''
  const heading =
    report.conclusion === 'not-evaluated' ? '### Reported before the review stopped (incomplete)' : '### Results'
  const overview = takeWithin(
    grounded.map((result) => overviewRow(result, link)),
    BYTES.overview,
  )
  const details = takeWithin(
    grounded.map((result) => detail(result, link)),
    BYTES.details,
  )
  return [
    heading,
    table(['Severity', 'Result', 'Where', 'Gate'], overview, 'more result'),
    rows(details, 'more result', '\n\n'),
  ].join('\n\n')
}

function overviewRow(result: Result, link: Linker): string {
  const gate = result.blocking ? '**blocks**' : 'does not block'
  const title = `${inlineText(result.title, TITLE)} (${result.ruleId})`
  return `| ${marks[result.severity]} ${result.severity} | ${title} | ${link(result)} | ${gate} |`
}

function detail(result: Result, link: Linker): string {
  const open = result.blocking ? '<details open>' : '<details>'
  const summary = `${marks[result.severity]} ${result.severity} · ${htmlText(result.title, TITLE)}`
  return `${open}<summary>${summary}</summary>\n\n${detailBody(result, link)}\n\n</details>`
}

function detailBody(result: Result, link: Linker): string {
  const assumptions = result.assumptions.slice(0, 10).map((text) => `- ${inlineText(text, SHORT)}`)
  return paragraphs([
    link(result),
    result.quote.trim() === '' ? '' : quoteBlock(result.quote, 2_000),
    proseText(result.message, PROSE),
    result.recommendation === null ? '' : `**What to do:** ${proseText(result.recommendation, PROSE)}`,
    assumptions.length === 0 ? '' : `**Assumes:**\n\n${assumptions.join('\n')}`,
    relatedPlaces(result, link),
    provenance(result),
  ])
}

function relatedPlaces(result: Result, link: Linker): string {
  const places = result.related.slice(0, 10).map(({ path, region }) => link({ path, region, side: result.side }))
  return places.length === 0 ? '' : `**See also:** ${places.join(', ')}`
}

function provenance(result: Result): string {
  const words = inlineText(blockingWords(result), 800)
  const fingerprint = `Fingerprint ${codeSpan(result.fingerprint, 100)}.`
  // Of a notice that does not block the section says it once.
  if (isOwnResult(result)) return result.blocking ? `${words} ${fingerprint}` : fingerprint
  return `${words} Evidence: ${evidenceOf(result)}. ${fingerprint}`
}

function evidenceOf(result: Result): string {
  const { found, confirmed, refuted } = result.agreement
  const evidence = result.evidence.detail === null ? '' : ` (${inlineText(result.evidence.detail, SHORT)})`
  const votes = [
    ...(found > 1 ? [`found by ${found}`] : []),
    ...(confirmed > 0 ? [`confirmed by ${confirmed}`] : []),
    ...(refuted > 0 ? [`refuted by ${refuted}`] : []),
  ]
  const parts = [
    `code ${result.evidence.status}${evidence}`,
    `confidence ${result.confidence}`,
    result.basis,
    ...(result.reviewers.length === 0 ? [] : [`reported by ${result.reviewers.map(reporter).join(', ')}`]),
    ...votes,
  ]
  return parts.join(', ')
}

function reporter(id: string): string {
  const name = reporterName(id)
  return name === id ? codeSpan(id, 60) : name
}

function unverifiedSection(results: readonly Result[], link: Linker): string {
  if (results.length === 0) return ''
  const details = takeWithin(
    results.map((result) => detail(result, link)),
    BYTES.unverified,
  )
  return `### Not verified, never block\n\nThe code that these quote was not found as claimed. Read them as hints.\n\n${rows(details, 'more result', '\n\n')}`
}

function ownSection(results: readonly Result[], link: Linker): string {
  if (results.length === 0) return ''
  const overview = takeWithin(
    results.slice(0, OWN_ROWS).map((result) => overviewRow(result, link)),
    BYTES.ownOverview,
  )
  return paragraphs([
    '### Noticed by model-stack itself',
    'Found by the code of this action, not by a model, so that a person looks. A notice blocks only where the configuration of the base branch raises its rule.',
    table(['Severity', 'Notice', 'Where', 'Gate'], { ...overview, left: 0 }, ''),
    ownDetails(results, { link, hidden: results.length - overview.kept.length }),
  ])
}

/** What blocks stands open; the rest shares one fold. */
function ownDetails(results: readonly Result[], { link, hidden }: { link: Linker; hidden: number }): string {
  const blocking = takeWithin(
    results.filter((result) => result.blocking).map((result) => detail(result, link)),
    BYTES.ownBlocking,
  )
  const others = takeWithin(
    results.filter((result) => !result.blocking).map((result) => ownDetail(result, link)),
    BYTES.ownDetails,
  )
  const title = hidden === 0 ? 'Details' : `Details, and ${count(hidden, 'more notice')}`
  return paragraphs([
    rows(blocking, 'more notice', '\n\n'),
    others.kept.length + others.left === 0 ? '' : folded(title, rows(others, 'more notice', '\n\n')),
  ])
}

function ownDetail(result: Result, link: Linker): string {
  return paragraphs([`**${inlineText(result.title, TITLE)}**`, detailBody(result, link)])
}

function suppressedSection(results: readonly Result[], link: Linker): string {
  if (results.length === 0) return ''
  const lines = results.map(({ suppression, ...result }) => {
    const until = suppression?.expires === null ? '' : ` until ${inlineText(suppression?.expires ?? '', 40)}`
    const owner = suppression?.owner === null ? '' : `, ${inlineText(suppression?.owner ?? '', 100)}`
    const why = `${suppression?.kind ?? ''}${owner}${until}: ${inlineText(suppression?.reason ?? '', SHORT)}`
    return `| ${result.severity} | ${inlineText(result.title, TITLE)} | ${link(result)} | ${why} |`
  })
  return folded(
    `Suppressed: ${count(results.length, 'result')}`,
    table(['Severity', 'Result', 'Where', 'Why'], takeWithin(lines, BYTES.suppressed), 'more result'),
  )
}

function dismissedSection(results: readonly DismissedResult[], link: Linker): string {
  if (results.length === 0) return ''
  const lines = results.map(
    (result) =>
      `| ${result.severity} | ${inlineText(result.title, TITLE)} | ${link(result)} | ${inlineText(result.why, 600)} |`,
  )
  return folded(
    `Dismissed after refutation: ${count(results.length, 'result')}`,
    table(['Severity', 'Result', 'Where', 'Refutation'], takeWithin(lines, BYTES.dismissed), 'more result'),
  )
}

function notReviewed(report: Report): string {
  const { unreviewed, excluded } = report.coverage
  const counted = unreviewed.map(
    ({ path, lines, reason }) => `| ${codeSpan(path, SHORT)} | ${lines ?? 'unknown'} | ${inlineText(reason, SHORT)} |`,
  )
  const left = excluded.map(({ path, reason }) => `| ${codeSpan(path, SHORT)} | ${inlineText(reason, SHORT)} |`)
  return paragraphs([
    counted.length === 0
      ? ''
      : `### Not reviewed\n\n${table(['File', 'Changed lines', 'Why'], takeWithin(counted, BYTES.unreviewed), 'more file')}`,
    left.length === 0
      ? ''
      : folded(
          `Left out by the policy of the base branch: ${count(left.length, 'file')}`,
          table(['File', 'Why'], takeWithin(left, BYTES.excluded), 'more file'),
        ),
    report.rejected.length === 0
      ? ''
      : `${count(report.rejected.length, 'answer')} of a reviewer could not be accepted and ${report.rejected.length === 1 ? 'is' : 'are'} kept in the report file.`,
  ])
}

function reviewersSection(reviewers: readonly ReviewerReport[]): string {
  if (reviewers.length === 0) return ''
  const lines = reviewers.map(reviewerRow)
  const header = ['Reviewer', 'Model', 'Outcome', 'Tokens in', 'cached', 'Tokens out', 'Requests', 'Files read', 'Time']
  return `### Reviewers, tokens and time\n\n${table(header, takeWithin(lines, BYTES.reviewers), 'more reviewer')}`
}

function reviewerRow(reviewer: ReviewerReport): string {
  const { usage, error } = reviewer
  const outcome = error === null ? reviewer.status : `**${error.code}** ${inlineText(error.message, SHORT)}`
  const cells = [
    `${codeSpan(reviewer.id, 60)} (${inlineText(reviewer.role, 60)})`,
    `${codeSpan(reviewer.model, 100)} (${reviewer.family})`,
    `${outcome}${reviewer.waiver ? ', waiver' : ''}`,
    usage.inputTokens.toLocaleString('en-US'),
    usage.cachedInputTokens.toLocaleString('en-US'),
    usage.outputTokens.toLocaleString('en-US'),
    usage.requests ?? 'unknown',
    reviewer.filesRead.length,
    duration(reviewer.durationMs),
  ]
  return `| ${cells.join(' | ')} |`
}

function footer(report: Report): string {
  // Where a reviewer ran, the section above says how it was isolated.
  const unused = isolationOf(report) === 'not-used' ? `No reviewer was started; checkout ${proofWords(report)}. ` : ''
  return `${unused}${report.tool.name} ${inlineText(report.tool.version, 40)}.`
}
