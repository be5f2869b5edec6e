import { z } from 'zod'
import { GitHubError } from '../../errors.js'
import type { GitHubClient } from '../github/client.js'
import type { Log } from '../host.js'
import { isRecordName, MAX_CANDIDATES, MAX_RECORD_BYTES, type RecordStore, reasonOf } from './record-store.js'
import { uploadArtifact } from './results-service.js'
import { unzipOne, zipOne } from './zip.js'

export interface ArtifactRecordsOptions {
  readonly github: Pick<GitHubClient, 'list' | 'download'>
  readonly serverUrl: string
  /** ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN; undefined outside of a job of the runner. */
  readonly results: { readonly url: string; readonly token: string } | undefined
  /** GITHUB_RETENTION_DAYS: longer than that the repository keeps nothing. */
  readonly retentionDays: number | undefined
  readonly log: Log
  readonly signal: AbortSignal
  readonly now: () => number
  /** For each request that keeps one. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 30_000
/** Older records are refused. */
const RETENTION_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
const ENTRY = 'review.record'
/** Zip adds its headers to what it cannot shrink. */
const MAX_ZIP_BYTES = MAX_RECORD_BYTES + 64 * 1024
/** Where the results service takes artifacts, besides GitHub Enterprise Cloud with data residency. */
const CLOUD_HOSTS: readonly string[] = ['github.com', 'localhost', '127.0.0.1']

const Artifact = z.object({
  id: z.int().positive(),
  name: z.string(),
  size_in_bytes: z.int(),
  expired: z.boolean(),
})
type Artifact = z.infer<typeof Artifact>

/** Records kept as artifacts of the workflow runs that made them. Finding them needs `actions: read`. */
export function makeArtifactRecords(options: ArtifactRecordsOptions): RecordStore {
  const { log } = options
  if (!isCloud(options.serverUrl)) return onServer(log)
  return {
    find: async (name) => {
      try {
        return isRecordName(name) ? await findRecords(name, options) : []
      } catch (error) {
        const hint =
          error instanceof GitHubError && (error.kind === 'forbidden' || error.kind === 'not-found')
            ? ' Give the job the permission actions: read.'
            : ''
        log.info(`Earlier reviews of the same content cannot be looked up: ${reasonOf(error)}.${hint}`)
        return []
      }
    },
    keep: async (name, text) => {
      try {
        if (isRecordName(name)) await keepRecord(name, text, options)
      } catch (error) {
        log.info(`The review cannot be kept for a re-run or the merge queue: ${reasonOf(error)}.`)
      }
    },
  }
}

/** GitHub Enterprise Server has no service that takes artifacts in this way. */
function onServer(log: Log): RecordStore {
  let said = false
  const say = (): void => {
    if (!said)
      log.info('GitHub Enterprise Server keeps no reviews for a re-run or the merge queue: each run reviews anew.')
    said = true
  }
  return {
    find: async () => {
      say()
      return []
    },
    keep: async () => say(),
  }
}

function isCloud(serverUrl: string): boolean {
  const host = URL.parse(serverUrl)?.hostname ?? ''
  return CLOUD_HOSTS.includes(host) || host.endsWith('.ghe.com')
}

async function findRecords(name: string, options: ArtifactRecordsOptions): Promise<readonly string[]> {
  const raw = await options.github.list(`/actions/artifacts?name=${name}`, { key: 'artifacts', maxPages: 1 })
  const candidates = raw
    .flatMap((one) => Artifact.safeParse(one).data ?? [])
    .filter((one) => one.name === name && !one.expired && one.size_in_bytes <= MAX_ZIP_BYTES)
    .toSorted((a, b) => b.id - a.id)
  const found: string[] = []
  for (const artifact of candidates.slice(0, MAX_CANDIDATES)) {
    const text = await fetchRecord(artifact, options)
    if (text !== undefined) found.push(text)
  }
  return found
}

/** Undefined where it cannot be had; the others may. */
async function fetchRecord(artifact: Artifact, options: ArtifactRecordsOptions): Promise<string | undefined> {
  try {
    const zip = await options.github.download(`/actions/artifacts/${artifact.id}/zip`, MAX_ZIP_BYTES)
    return unzipOne(zip, MAX_RECORD_BYTES)?.toString('utf8')
  } catch (error) {
    options.log.debug(`Artifact ${artifact.id} cannot be read: ${reasonOf(error)}`)
    return undefined
  }
}

async function keepRecord(name: string, text: string, options: ArtifactRecordsOptions): Promise<void> {
  const { results, retentionDays = RETENTION_DAYS, signal, now, log } = options
  if (results === undefined) {
    log.debug('The review is not kept: this job has no ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN.')
    return
  }
  const days = Math.min(RETENTION_DAYS, Math.max(1, retentionDays))
  const outcome = await uploadArtifact(
    { name, content: zipOne(ENTRY, Buffer.from(text)), expires: new Date(now() + days * DAY_MS) },
    { ...results, signal, timeoutMs: options.timeoutMs ?? TIMEOUT_MS },
  )
  if (outcome === 'exists') log.debug(`This run has an artifact ${name} already.`)
  else log.info(`This review is kept as the artifact ${name}, for a re-run or the merge queue.`)
}
