import type { CoverageReport, Report } from '../types/report.js'
import type { Result } from '../types/result.js'
import type { Severity } from '../types/rule.js'
import { codeSpan, inlineText } from './escape.js'
import { paragraphs, rows, takeWithin } from './markdown-parts.js'
import { encodePath, isSafePath } from './safe-path.js'
import { authors, cliVersion, count, grouped, headline, place, reasonsFrom, stamps } from './wording.js'

/** Where the repository can be seen; links lead nowhere else. */
export interface LinkContext {
  /** Such as the server URL of GITHUB_SERVER_URL. */
  readonly serverUrl: string
  /** `owner/name`. */
  readonly repository: string
}

/** What the list of reasons may take of the page. */
const REASON_BYTES = 12_000
/** What fits into two lines of a heading; what is longer goes on below it. */
const HEADING = 90
/** As `headline` puts it between verdict and reason. */
const REASON_DASH = ' — '
const TITLE = 200
const SHORT = 300
/** The table of reviewers names them all. */
const NAMED_REVIEWERS = 10

/** How a severity is marked where colours are seen. */
export const marks: Readonly<Record<Severity, string>> = { critical: '🟣', high: '🔴', medium: '🟠', low: '🔵' }

/** Between what must stay on one line. */
const NO_BREAK = '\u00a0'

/** A place as Markdown, linked where that is safe. */
export type Linker = (result: Pick<Result, 'path' | 'region' | 'side'>) => string

/** `path:line`, linked to the line at the commit where that can be done safely. */
export function linker(report: Report, context: LinkContext | undefined): Linker {
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

/** The repository's address; undefined for an odd one, which is not linked to. */
export function repositoryUrl(context: LinkContext | undefined): string | undefined {
  if (context === undefined) return undefined
  const { serverUrl, repository } = context
  if (!/^https?:\/\/[A-Za-z0-9.:-]+$/.test(serverUrl) || !/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(repository))
    return undefined
  return `${serverUrl}/${repository}`
}

/** The conclusion as a heading, with stamps, reasons, and what to do about what blocks. */
export function verdictPart(report: Report): string {
  const { icon, text } = headline(report)
  const { heading, rest } = splitHeading(text)
  // The headline already says the first reason of a run that did not evaluate, found nothing to do, or failed otherwise.
  const said = reasonsFrom(report, headlineReasons(report))
  const reasons = takeWithin(
    said.map((message) => `- ${inlineText(message, 600)}`),
    REASON_BYTES,
  )
  const stamped = stamps(report).map((stamp) => `> ⚠️ **${inlineText(stamp, 600)}**`)
  return paragraphs([
    `## ${icon} ${inlineText(heading, 600)}`,
    rest === '' ? '' : `**${inlineText(rest, 600)}**`,
    stamped.join('\n>\n'),
    rows(reasons, 'more reason'),
    whatToDo(report),
  ])
}

/** The verdict apart from a long reason, so that an error of a provider does not become a heading of four lines. */
function splitHeading(text: string): { readonly heading: string; readonly rest: string } {
  const end = text.length <= HEADING ? -1 : text.indexOf(REASON_DASH)
  if (end === -1) return { heading: text, rest: '' }
  return { heading: text.slice(0, end), rest: text.slice(end + REASON_DASH.length) }
}

function whatToDo({ conclusion, override, results, change }: Report): string {
  if (conclusion !== 'fail' || override !== null || !results.some(({ blocking }) => blocking)) return ''
  const wrong =
    ' If a result is wrong, let a maintainer dismiss its alert in code scanning, or set the label `model-stack-override` and comment `model-stack override: …` with the reason; then run again.'
  return `**What to do:** Fix what blocks, then push.${(change?.pullRequest ?? null) === null ? '' : wrong}`
}

function headlineReasons(report: Report): number {
  const generic = report.reasons[0]?.kind === 'blocking-results' || report.reasons[0]?.kind === 'no-blocking-results'
  return generic || report.conclusion !== 'pass' ? 1 : 0
}

/** Who reviewed what of it, on one line; empty where the run ended before that. */
export function reviewedBy(report: Report): string {
  const { change, coverage } = report
  const completed = report.reviewers.filter((reviewer) => reviewer.status === 'completed')
  // The run ended before it knew what to review.
  if (change === null && completed.length === 0) return ''
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
    ...(coverage.changedLines === 0 ? [] : [coverageWords(coverage)]),
  ]
  return `${parts.join(' · ')}.`
}

function coverageWords({ reviewedLines, changedLines, percent }: CoverageReport): string {
  const lines = `${grouped(reviewedLines)} of ${count(changedLines, 'changed line')}`
  return `${lines} covered (${percent}${NO_BREAK}%)`
}

/** A row of the table with the columns Severity, Result, Where, Gate. */
export function overviewRow(result: Result, link: Linker): string {
  const gate = result.blocking ? '**blocks**' : 'does not block'
  return `| ${marks[result.severity]}${NO_BREAK}${result.severity} | ${titleOf(result)} | ${link(result)} | ${gate} |`
}

/** An item of a list, for where a table would be too wide. */
export function overviewItem(result: Result, link: Linker): string {
  return `- ${marks[result.severity]} **${result.severity}** · ${titleOf(result)}\\\n  ${link(result)}`
}

function titleOf({ title, ruleId }: Result): string {
  return `${inlineText(title, TITLE)} (${ruleId})`
}
