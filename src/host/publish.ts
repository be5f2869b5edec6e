import { appendFileSync } from 'node:fs'
import { toAnnotations } from '../report/annotations.js'
import { toJobSummary } from '../report/job-summary.js'
import { type OutputFiles, toOutputs } from '../report/outputs.js'
import { sarifText } from '../report/sarif.js'
import type { Report } from '../types/report.js'
import { toExpectedFailure } from './failed-outcome.js'
import type { Log } from './host.js'
import type { Published } from './publish-to-github.js'
import type { WorkflowCommands } from './workflow-commands.js'

export interface PublishOptions {
  readonly commands: WorkflowCommands
  /** GITHUB_STEP_SUMMARY; undefined where the runner has none. */
  readonly summaryFile: string | undefined
  readonly sarifFile: string
  readonly reportFile: string
  readonly category: string
  /** The report with the lines of the commit that is checked out, for the SARIF file. */
  readonly filed: Report
  /** Where results may be placed in SARIF. */
  readonly changedPaths: ReadonlySet<string>
  readonly annotations: 'on' | 'off'
  readonly repository: { readonly serverUrl: string; readonly name: string }
  readonly log: Log
  /** Uploads and comments, and says what became of it. */
  publishToGitHub(): Promise<Published>
  /** Writes the whole file or nothing. */
  write(file: string, text: string): void
}

/**
 * Writes every output of the action. A sink that fails is a warning and never changes the verdict; but without its
 * report, its SARIF or an upload that was required a step must not be green, which `incomplete` says.
 */
export async function publish(report: Report, options: PublishOptions): Promise<'complete' | 'incomplete'> {
  const { reportFile, sarifFile, repository, category, changedPaths, summaryFile, log } = options
  const reportWrite = attempt('report-file', log, () =>
    options.write(reportFile, `${JSON.stringify(report, undefined, 2)}\n`),
  )
  const sarifWrite = attempt('sarif-file', log, () =>
    options.write(sarifFile, sarifText(options.filed, { category, paths: changedPaths })),
  )
  const published = await options.publishToGitHub()
  for (const note of published.notes) log.info(note)
  if (published.missing === 'required upload')
    log.warning('upload-sarif is required and the results are not in code scanning, so this step fails.')
  const told = { ...report, notes: [...report.notes, ...published.notes] }
  attempt('job summary', log, () =>
    writeSummary(summaryFile, toJobSummary(told, { serverUrl: repository.serverUrl, repository: repository.name })),
  )
  // A file that could not be written must not be read by a later step.
  const files = {
    reportFile: reportWrite === 'written' ? reportFile : '',
    sarifFile: sarifWrite === 'written' ? sarifFile : '',
  }
  const outputs = attempt('outputs', log, () => writeOutputs(report, options.commands, files))
  attempt('annotations', log, () => writeAnnotations(report, options))
  const written = [reportWrite, sarifWrite, outputs].every((write) => write === 'written')
  return written && published.missing === 'nothing' ? 'complete' : 'incomplete'
}

function attempt(name: string, log: Log, write: () => void): 'written' | 'failed' {
  try {
    write()
    return 'written'
  } catch (error) {
    const message = toExpectedFailure(error)?.message ?? (error instanceof Error ? error.message : String(error))
    log.warning(`The ${name} could not be written: ${message}`)
    return 'failed'
  }
}

function writeSummary(file: string | undefined, text: string): void {
  if (file !== undefined && file !== '') appendFileSync(file, text)
}

function writeOutputs(report: Report, commands: WorkflowCommands, files: OutputFiles): void {
  for (const [name, value] of Object.entries(toOutputs(report, files))) commands.setOutput(name, value)
}

function writeAnnotations(report: Report, { commands, annotations }: PublishOptions): void {
  if (annotations === 'off') return
  for (const annotation of toAnnotations(report)) commands.annotate(annotation)
}
