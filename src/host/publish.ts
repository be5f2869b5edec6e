import { appendFileSync } from 'node:fs'
import { toAnnotations } from '../report/annotations.js'
import { toJobSummary } from '../report/job-summary.js'
import { toOutputs } from '../report/outputs.js'
import { sarifText } from '../report/sarif.js'
import type { Report } from '../types/report.js'
import type { Log } from './host.js'
import type { WorkflowCommands } from './workflow-commands.js'

export interface PublishOptions {
  readonly commands: WorkflowCommands
  /** GITHUB_STEP_SUMMARY; undefined where the runner has none. */
  readonly summaryFile: string | undefined
  readonly sarifFile: string
  readonly reportFile: string
  readonly category: string
  /** Where results may be placed in SARIF. */
  readonly changedPaths: ReadonlySet<string>
  readonly annotations: 'on' | 'off'
  readonly repository: { readonly serverUrl: string; readonly name: string }
  readonly log: Log
  write(file: string, text: string): void
}

/** Writes every output of the action. A sink that fails is a warning: it never changes the verdict. */
export async function publish(report: Report, options: PublishOptions): Promise<void> {
  const { log, repository } = options
  const sinks: readonly (readonly [string, () => void])[] = [
    ['report-file', () => options.write(options.reportFile, `${JSON.stringify(report, undefined, 2)}\n`)],
    [
      'sarif-file',
      () =>
        options.write(
          options.sarifFile,
          sarifText(report, { category: options.category, paths: options.changedPaths }),
        ),
    ],
    [
      'job summary',
      () =>
        writeSummary(
          options.summaryFile,
          toJobSummary(report, { serverUrl: repository.serverUrl, repository: repository.name }),
        ),
    ],
    ['outputs', () => writeOutputs(report, options)],
    ['annotations', () => writeAnnotations(report, options)],
  ]
  for (const [name, write] of sinks) {
    try {
      write()
    } catch (error) {
      log.warning(`The ${name} could not be written: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

function writeSummary(file: string | undefined, text: string): void {
  if (file !== undefined && file !== '') appendFileSync(file, text)
}

function writeOutputs(report: Report, { commands, sarifFile, reportFile }: PublishOptions): void {
  for (const [name, value] of Object.entries(toOutputs(report, { sarifFile, reportFile })))
    commands.setOutput(name, value)
}

function writeAnnotations(report: Report, { commands, annotations }: PublishOptions): void {
  if (annotations === 'off') return
  for (const annotation of toAnnotations(report)) commands.annotate(annotation)
}
