import { appendFileSync } from 'node:fs'
import type * as Core from '@actions/core'
import { toAnnotations } from '../report/annotations.js'
import { toJobSummary } from '../report/job-summary.js'
import { toOutputs } from '../report/outputs.js'
import { sarifText } from '../report/sarif.js'
import type { Report } from '../types/report.js'
import type { Log } from './host.js'

export interface PublishOptions {
  readonly core: typeof Core
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

/** Without GITHUB_OUTPUT the toolkit would print the old command to the log, where it no longer means anything. */
function writeOutputs(report: Report, { core, sarifFile, reportFile }: PublishOptions): void {
  if (!process.env['GITHUB_OUTPUT']) return
  for (const [name, value] of Object.entries(toOutputs(report, { sarifFile, reportFile }))) core.setOutput(name, value)
}

function writeAnnotations(report: Report, { core, annotations }: PublishOptions): void {
  if (annotations === 'off') return
  for (const { level, message, title, path, startLine, endLine } of toAnnotations(report)) {
    const place = {
      title,
      ...(path === undefined ? {} : { file: path }),
      ...(startLine === undefined ? {} : { startLine }),
      ...(endLine === undefined ? {} : { endLine }),
    }
    core[level](message, place)
  }
}
