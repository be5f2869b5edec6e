import { realpathSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { estimateReview } from '../estimate.js'
import { type Host, type Outcome, type RunRequest, runPipeline } from '../pipeline.js'
import type { Estimate } from '../types/estimate.js'
import type { Settings } from '../types/policy.js'
import { type EarlierRuns, makeEarlierRuns } from './earlier-runs.js'
import type { Git, Log } from './host.js'
import { makeHost } from './make-host.js'
import { makeLocalRecords } from './records/local-records.js'
import { makeRunDirectory } from './run-directory.js'

export interface LocalRunOptions {
  readonly checkout: string
  readonly settings: Settings
  readonly log: Log
  readonly env: Readonly<Record<string, string | undefined>>
  readonly redact: (text: string) => string
}

/** On the command line there is no GitHub: a baseline file, and the reviews that this user had recorded. */
function localEarlierRuns(git: Git, { checkout, settings, log, env, redact }: LocalRunOptions): EarlierRuns {
  return makeEarlierRuns({
    ...{ github: undefined, git, log, redact, checkout, surface: 'command-line', need: 'same-tree' },
    store: makeLocalRecords({ env, home: homedir(), log }),
    secrets: settings.credentials,
    place: realpathSync(checkout),
    ...{ category: settings.category, baseline: settings.baseline, queued: undefined, now: () => Date.now() },
  })
}

/** Runs the pipeline on a local checkout; nobody else moves its head. */
export function runLocally(request: RunRequest, options: LocalRunOptions): Promise<Outcome> {
  return withHost(options, (host) => runPipeline(request, host))
}

/** What the run would send, without sending anything. */
export function estimateLocally(request: RunRequest, options: LocalRunOptions): Promise<Estimate> {
  return withHost(options, (host) => estimateReview(request, host))
}

async function withHost<T>(options: LocalRunOptions, run: (host: Host) => Promise<T>): Promise<T> {
  const directory = makeRunDirectory([tmpdir(), '/var/tmp'])
  const interrupted = new AbortController()
  const onSignal = (signal: NodeJS.Signals) => interrupted.abort(new Error(`Interrupted (${signal}).`))
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const host = await makeHost({
      ...options,
      checkout: realpathSync(options.checkout),
      directory,
      serverUrl: options.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
      signal: interrupted.signal,
      readHead: async () => ({ kind: 'same' }),
      runUrl: null,
      earlierRuns: (git) => localEarlierRuns(git, options),
    })
    return await run(host)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    directory.dispose()
  }
}
