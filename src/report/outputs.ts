import type { Report } from '../types/report.js'
import { bySeverity } from '../types/rule.js'
import { singleLine } from './escape.js'
import { breakCommands } from './log-text.js'

const REASON_CHARACTERS = 1_000

export interface OutputFiles {
  readonly sarifFile: string
  readonly reportFile: string
}

/** The action's outputs, by name. Numbers of results are empty when the change was not evaluated. */
export function toOutputs(report: Report, files: OutputFiles): Record<string, string> {
  return {
    conclusion: report.conclusion,
    reason: breakCommands(singleLine(report.reasons[0]?.message ?? '', REASON_CHARACTERS)),
    ...resultOutputs(report),
    coverage: String(report.coverage.percent),
    'author-families': report.authorship.families.join(','),
    reviewers: report.reviewers
      .filter((reviewer) => reviewer.status === 'completed')
      .map((reviewer) => singleLine(reviewer.id, 100))
      .join(','),
    waiver: String(report.reviewers.some((reviewer) => reviewer.waiver)),
    override: String(report.override !== null),
    'sarif-file': files.sarifFile,
    'report-file': files.reportFile,
    isolation: report.isolation.level,
  }
}

function resultOutputs(report: Report): Record<'results' | 'blocking' | 'highest-severity', string> {
  if (report.conclusion === 'not-evaluated') return { results: '', blocking: '', 'highest-severity': '' }
  const open = report.results.filter((result) => result.suppression === null && result.baselineState !== 'absent')
  return {
    results: String(open.length),
    blocking: String(open.filter((result) => result.blocking).length),
    'highest-severity': open.toSorted(bySeverity)[0]?.severity ?? 'none',
  }
}
