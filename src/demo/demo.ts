import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '../errors.js'
import { exitCode } from '../gate/decide.js'
import { runLocally } from '../host/local-run.js'
import { makeTerminalLog, terminalOptions } from '../host/terminal-log.js'
import { TOOL_VERSION } from '../host/version.js'
import type { RunRequest } from '../pipeline.js'
import { nothingSet } from '../policy/load.js'
import { defaultConfigFile, type RunOptions } from '../policy/read-options.js'
import { toMarkdown } from '../report/markdown.js'
import { sarifText } from '../report/sarif.js'
import { toTerminal } from '../report/terminal.js'
import type { Seat, Settings } from '../types/policy.js'
import type { Report } from '../types/report.js'
import { replayOf } from './replays.js'
import { makeSampleRepository, SAMPLE_CHANGED_FILES } from './sample-repository.js'

const CATEGORY = 'model-stack/review'
/** Worthless anywhere: the replay endpoint takes every key. */
const DEMO_KEY = 'demo-placeholder-key'

function introduce(name: string): string {
  return `model-stack demo: a model of another lab reviews a change before it reaches main.

A sample shop was made whose last commit says that Claude (Anthropic) wrote it. Now ${name}
reviews that commit read-only through the same pipeline as the action. The model's answers are replayed from this
bundle: no key is used and nothing leaves this machine but the download of a CLI.
`
}

/** Shows the whole product on a sample repository; exits 1, because the gate blocks. */
export async function runDemo(
  { settings, inputs }: RunOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const seat = chooseSeat(inputs.reviewers)
  const replay = replayOf(seat.id)
  process.stderr.write(`${introduce(replay.name)}\n`)
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'model-stack-demo-')))
  const checkout = join(directory, 'shop')
  await makeSampleRepository(checkout)
  const endpoint = await replay.start()
  const log = makeTerminalLog({ write: (text) => process.stderr.write(text), redact: (text) => text, verbose: 'no' })
  try {
    const replayed: Settings = {
      ...settings,
      credentials: { [replay.credential]: DEMO_KEY },
      baseUrls: { [replay.baseUrlInput]: endpoint.url },
    }
    const { report, causes } = await runLocally(toRequest(seat), {
      checkout,
      settings: replayed,
      log,
      env,
      redact: (text) => text,
    })
    print(report, writeOutputs(report, directory), checkout)
    return exitCode(report, { onNotEvaluated: 'fail', causes, surface: 'command-line', configurationError: false })
  } finally {
    await endpoint.close()
  }
}

/** One reviewer is shown; `auto` is the first that needs no key of another vendor. */
function chooseSeat(reviewers: RunOptions['inputs']['reviewers']): Seat {
  if (reviewers === undefined || reviewers === 'auto') return { id: 'codex', model: undefined }
  const [seat, ...others] = reviewers
  if (seat !== undefined && others.length === 0) return seat
  throw new ConfigurationError('--reviewers: the demo shows one reviewer at a time; name one, such as glm.')
}

function toRequest(seat: Seat): RunRequest {
  return {
    refs: {
      mode: 'review',
      base: { kind: 'ref', ref: 'main', input: 'base-ref' },
      head: { kind: 'ref', ref: 'change', input: 'head-ref' },
      pullRequest: undefined,
    },
    pullRequestClosed: false,
    inputs: { ...nothingSet, reviewers: [seat] },
    configFile: defaultConfigFile,
    replayed: true,
    maxTokens: 'auto',
    authorModel: 'auto',
    toolVersion: TOOL_VERSION,
  }
}

function writeOutputs(report: Report, directory: string): readonly string[] {
  const files = [
    ['results.sarif', sarifText(report, { category: CATEGORY, paths: new Set(SAMPLE_CHANGED_FILES) })],
    ['job-summary.md', toMarkdown(report)],
    ['report.json', `${JSON.stringify(report, undefined, 2)}\n`],
  ] as const
  return files.map(([name, text]) => {
    const file = join(directory, name)
    writeFileSync(file, text)
    return file
  })
}

function print(report: Report, files: readonly string[], checkout: string): void {
  process.stdout.write(`\n${toTerminal(report, terminalOptions())}\n`)
  process.stdout.write(`Written: ${files.join('\n         ')}\nSample:  ${checkout}\n\n`)
  process.stdout.write(
    report.conclusion === 'fail'
      ? 'The check is red, as it should be: the planted defects reach the threshold. The answers were replayed.\n'
      : 'The demo did not reach its verdict; the reason stands above.\n',
  )
  process.stdout.write('Live, on your own change:  OPENAI_API_KEY=… node dist/index.js review --base-ref main\n')
}
