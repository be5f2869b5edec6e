import type { Report } from '../types/report.js'
import { toJobSummary } from './job-summary.js'

/** The report as Markdown without links, for the command line. */
export function toMarkdown(report: Report): string {
  return toJobSummary(report, undefined)
}
