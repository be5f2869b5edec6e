import type { Report, ReviewerReport } from '../types/report.js'
import { type DismissedResult, isOwnResult, type Result } from '../types/result.js'
import { codeSpan, htmlText, inlineText, proseText, quoteBlock } from './escape.js'
import { folded, paragraphs, rows, table, takeWithin } from './markdown-parts.js'
import { ledgerSections } from './summary-ledger.js'
import { type LinkContext, type Linker, linker, marks, overviewRow, reviewedBy, verdictPart } from './verdict-parts.js'
import {
  blockingWords,
  count,
  duration,
  grouped,
  groupResults,
  isolationOf,
  proofWords,
  reporterName,
} from './wording.js'

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
  gone: 20_000,
  notes: 12_000,
  unreviewed: 30_000,
  excluded: 20_000,
  reviewers: 20_000,
} as const

const TITLE = 200
const PROSE = 4_000
const SHORT = 300
/** What blocks stands open, so that nobody has to click; of very many the rest is folded. */
const OPEN_DETAILS = 5
/** Notices of our own code in sight; the rest is folded, so that they do not drown what reviewers found. */
const OWN_ROWS = 10

/** The job summary as Markdown: the verdict first, then by whom, what, and what was not looked at. */
export function toJobSummary(report: Report, context: LinkContext | undefined): string {
  const link = linker(report, context)
  const { grounded, unverified, own, suppressed } = groupResults(report)
  const sections = [
    verdictPart(report),
    reviewedBy(report),
    resultSection(report, { grounded, link }),
    unverifiedSection(unverified, link),
    ownSection(own, link),
    suppressedSection(suppressed, link),
    dismissedSection(report.dismissed, link),
    goneSection(report, link),
    notReviewed(report),
    reviewersSection(report.reviewers),
    ...ledgerSections(report),
    notesSection(report.notes),
    footer(report),
  ]
  return `${paragraphs(sections)}\n`
}

function resultSection(report: Report, { grounded, link }: { grounded: readonly Result[]; link: Linker }): string {
  if (grounded.length === 0) return ''
  const heading =
    report.conclusion === 'not-evaluated' ? '### Reported before the review stopped (incomplete)' : '### Results'
  const overview = takeWithin(
    grounded.map((result) => overviewRow(result, link)),
    BYTES.overview,
  )
  const details = takeWithin(detailsOf(grounded, link), BYTES.details)
  return [
    heading,
    table(['Severity', 'Result', 'Where', 'Gate'], overview, 'more result'),
    rows(details, 'more result', '\n\n'),
  ].join('\n\n')
}

function detailsOf(results: readonly Result[], link: Linker): readonly string[] {
  return results.map((result, index) => {
    const summary = `${marks[result.severity]} ${result.severity} · ${htmlText(result.title, TITLE)}`
    const body = detailBody(result, link)
    if (!result.blocking) return folded(summary, body)
    const open = index < OPEN_DETAILS ? '<details open>' : '<details>'
    return `${open}<summary><b>${summary}</b></summary>\n\n${body}\n\n</details>`
  })
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
    otherWordings(result),
    provenance(result),
  ])
}

function relatedPlaces(result: Result, link: Linker): string {
  const places = result.related.slice(0, 10).map(({ path, region }) => link({ path, region, side: result.side }))
  return places.length === 0 ? '' : `**See also:** ${places.join(', ')}`
}

function otherWordings({ alsoReportedAs }: Result): string {
  if (alsoReportedAs.length === 0) return ''
  const shown = alsoReportedAs
    .slice(0, 5)
    .map(
      ({ reviewer: id, severity, ruleId, title }) =>
        `- ${reporter(id)}, ${severity} ${ruleId}: ${inlineText(title, TITLE)}`,
    )
  const left = alsoReportedAs.length - shown.length
  const more = left === 0 ? [] : [`- ${count(left, 'more wording')} in the report file`]
  return `**Also reported as:**\n\n${[...shown, ...more].join('\n')}`
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
    ...(result.sincePreviousRun === null ? [] : [`${result.sincePreviousRun} since the last run`]),
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
  const details = takeWithin(detailsOf(results, link), BYTES.unverified)
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
    detailsOf(
      results.filter((result) => result.blocking),
      link,
    ),
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

/** What an earlier run reported and this one does not: fixed, or no longer seen. */
function goneSection({ results }: Report, link: Linker): string {
  const gone = results.filter((result) => result.baselineState === 'absent')
  if (gone.length === 0) return ''
  const lines = gone.map(
    (result) =>
      `| ${result.severity} | ${inlineText(result.title, TITLE)} | ${link(result)} | ${codeSpan(result.fingerprint, 100)} |`,
  )
  return folded(
    `No longer reported: ${count(gone.length, 'earlier result')}`,
    table(['Severity', 'Result', 'Where it was', 'Fingerprint'], takeWithin(lines, BYTES.gone), 'more result'),
  )
}

function notesSection(notes: readonly string[]): string {
  if (notes.length === 0) return ''
  const lines = notes.map((note) => `- ${inlineText(note, 600)}`)
  return folded('Notes on this run', rows(takeWithin(lines, BYTES.notes), 'more note'))
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
  const header = ['Reviewer', 'Model', 'Outcome', 'Tokens in', 'Cached', 'Tokens out', 'Requests', 'Files read', 'Time']
  return `### Reviewers, tokens and time\n\n${table(header, takeWithin(lines, BYTES.reviewers), 'more reviewer')}`
}

function reviewerRow(reviewer: ReviewerReport): string {
  const { usage, error } = reviewer
  const outcome = error === null ? reviewer.status : `**${error.code}** ${inlineText(error.message, SHORT)}`
  const cells = [
    `${codeSpan(reviewer.id, 60)} (${inlineText(reviewer.role, 60)})`,
    `${codeSpan(reviewer.model, 100)} (${reviewer.family})`,
    `${outcome}${reviewer.waiver ? ', waiver' : ''}`,
    grouped(usage.inputTokens),
    grouped(usage.cachedInputTokens),
    grouped(usage.outputTokens),
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
