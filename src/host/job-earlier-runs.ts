import type { Trigger } from '../trigger/github-event.js'
import type { Settings } from '../types/policy.js'
import { type EarlierRuns, makeEarlierRuns } from './earlier-runs.js'
import type { GitHubClient } from './github/client.js'
import type { Git, Log } from './host.js'
import { makeArtifactRecords } from './records/artifact-records.js'
import type { RecordStore } from './records/record-store.js'

export interface JobContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly settings: Settings
  readonly trigger: Trigger
  /** Undefined without a token. */
  readonly github: GitHubClient | undefined
  readonly signal: AbortSignal
  readonly checkout: string
  readonly git: Git
  readonly log: Log
  readonly redact: (text: string) => string
}

const nowhere: RecordStore = { find: async () => [], keep: async () => {} }

/** What earlier runs of a job left: in code scanning, on the pull request, and as artifacts of the workflow. */
export function jobEarlierRuns(context: JobContext): EarlierRuns {
  const { env, settings, trigger, github, checkout, git, log, redact } = context
  return makeEarlierRuns({
    ...{ github, checkout, git, log, redact, surface: 'action' },
    store: github === undefined ? nowhere : artifacts(github, context),
    secrets: settings.credentials,
    place: env['GITHUB_REPOSITORY_ID'] || (env['GITHUB_REPOSITORY'] ?? ''),
    // What the queue builds stands on another base than the pull request did; its diff is the same.
    need: trigger.kind === 'merge-group' ? 'same-diff' : 'same-tree',
    category: settings.category,
    baseline: settings.baseline,
    queued: trigger.kind === 'merge-group' ? trigger.queue.pullRequest : undefined,
    now: () => Date.now(),
  })
}

function artifacts(github: GitHubClient, { env, log, signal }: JobContext): RecordStore {
  const [url, token] = [env['ACTIONS_RESULTS_URL'], env['ACTIONS_RUNTIME_TOKEN']]
  return makeArtifactRecords({
    ...{ github, log, signal, now: () => Date.now() },
    serverUrl: env['GITHUB_SERVER_URL'] || 'https://github.com',
    results: url && token ? { url, token } : undefined,
    retentionDays: Number(env['GITHUB_RETENTION_DAYS']) || undefined,
  })
}
