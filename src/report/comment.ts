import type { Report } from '../types/report.js'
import type { Result } from '../types/result.js'
import { singleLine } from './escape.js'
import { folded, paragraphs, rows, takeWithin } from './markdown-parts.js'
import {
  type LinkContext,
  type Linker,
  linker,
  overviewItem,
  repositoryUrl,
  reviewedBy,
  verdictPart,
} from './verdict-parts.js'
import { count, groupResults } from './wording.js'

/** GitHub refuses a comment of more than 65,536 characters; the parts stay below half of that. */
const BYTES = { blocking: 14_000, others: 10_000 } as const

/** Where the comment leads for everything that it leaves out. */
export interface CommentContext {
  readonly link: LinkContext | undefined
  /** Keeps the comments of several steps apart: the category of the analysis. */
  readonly category: string
  /** GITHUB_RUN_ID; its page shows the job summary. */
  readonly runId: string | undefined
}

/** The sticky comment: the verdict, what blocks, the rest folded. It approves nothing. */
export function toComment(report: Report, context: CommentContext): string {
  const { grounded, unverified, own, suppressed } = groupResults(report)
  const link = linker(report, context.link)
  const results = [...grounded, ...own]
  return `${paragraphs([
    commentMarker(context.category),
    verdictPart(report),
    blockingPart(
      results.filter((result) => result.blocking),
      link,
    ),
    reviewedBy(report),
    othersPart(
      results.filter((result) => !result.blocking),
      link,
    ),
    countsPart(report, { unverified: unverified.length, suppressed: suppressed.length }),
    runPart(context),
  ])}\n`
}

/** An invisible line by which we know our own comment again, together with who wrote it. */
export function commentMarker(category: string): string {
  return `[//]: # (model-stack-comment ${categoryMark(category)})`
}

/** A category as it stands in markers. */
export function categoryMark(category: string): string {
  return singleLine(category, 200).replace(/[^A-Za-z0-9/._-]/g, '-')
}

function blockingPart(results: readonly Result[], link: Linker): string {
  if (results.length === 0) return ''
  const items = results.map((result) => overviewItem(result, link))
  return `**What blocks:**\n\n${rows(takeWithin(items, BYTES.blocking), 'more blocking result')}`
}

function othersPart(results: readonly Result[], link: Linker): string {
  if (results.length === 0) return ''
  const items = results.map((result) => overviewItem(result, link))
  return folded(
    `${count(results.length, 'result')} that ${results.length === 1 ? 'does' : 'do'} not block`,
    rows(takeWithin(items, BYTES.others), 'more result'),
  )
}

function countsPart(report: Report, left: { readonly unverified: number; readonly suppressed: number }): string {
  const fixed = report.results.filter(({ baselineState }) => baselineState === 'absent').length
  const parts = [
    ...(fixed === 0 ? [] : [`${count(fixed, 'earlier result')} no longer reported`]),
    ...(left.suppressed === 0 ? [] : [`${count(left.suppressed, 'result')} suppressed`]),
    ...(left.unverified === 0 ? [] : [`${count(left.unverified, 'claim')} not verified`]),
    ...(report.dismissed.length === 0 ? [] : [`${count(report.dismissed.length, 'claim')} dismissed after refutation`]),
  ]
  return parts.length === 0 ? '' : `${parts.join(' · ')}.`
}

function runPart({ link, runId }: CommentContext): string {
  const root = repositoryUrl(link)
  if (root === undefined || runId === undefined || !/^[0-9]{1,20}$/.test(runId)) return ''
  return `Everything is in the [job summary](${root}/actions/runs/${runId}).`
}
