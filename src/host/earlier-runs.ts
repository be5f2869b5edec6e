import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { ConfigurationError } from '../errors.js'
import { type EarlierQuestion, type FoundEarlier, findEarlierRecord, findRecord } from '../history/find-record.js'
import { type OverrideAnswer, type OverrideRules, readOverride, readQueuedOverride } from '../history/override.js'
import { readHistory } from '../history/read-history.js'
import type { ReviewRecord } from '../history/record.js'
import type { RecordKey } from '../history/record-key.js'
import { type Need, recordName, sealRecord } from '../history/seal.js'
import type { Change, Sha } from '../types/change.js'
import type { History } from '../types/history.js'
import type { CredentialName } from '../types/reviewer.js'
import { isInside } from './find-executable.js'
import { needing } from './github/needing.js'
import type { Git, GitHubApi, Log } from './host.js'
import type { RecordStore } from './records/record-store.js'

/** A larger file is no report of ours: 25,000 results have some 30 MB. */
const BASELINE_BYTES = 50 * 1024 * 1024

/** What of earlier runs, and of people's decisions about them, this run can find. */
export interface EarlierRuns {
  history(change: Change): Promise<History>
  /** `reused` is the commit whose review was given back; in a merge queue the override of that commit carries over. */
  override(change: Change, rules: OverrideRules, reused: Sha | undefined): Promise<OverrideAnswer>
  /** A recorded review of that key, made with these credentials. */
  recall(question: RecordQuestion): Promise<ReviewRecord | undefined>
  /** The recorded review of an earlier state of the change, made with these credentials. */
  recallEarlier(question: EarlierRecordQuestion): Promise<FoundEarlier>
  remember(record: ReviewRecord, credentials: readonly CredentialName[]): Promise<void>
  /** Id of the repository, or path of the checkout: a record is worth nothing elsewhere. */
  readonly place: string
}

export interface RecordQuestion {
  readonly key: RecordKey
  /** Of the reviewers, in their order. */
  readonly credentials: readonly CredentialName[]
}

export interface EarlierRecordQuestion extends Pick<EarlierQuestion, 'states' | 'base' | 'rules'> {
  readonly credentials: readonly CredentialName[]
}

export interface EarlierRunsOptions {
  /** Undefined on the command line: nobody is asked. */
  readonly github: GitHubApi | undefined
  readonly store: RecordStore
  readonly secrets: Readonly<Partial<Record<CredentialName, string>>>
  readonly place: string
  /** A merge queue asks for the same diff, everybody else for the same files. */
  readonly need: Need
  /** SARIF category, which the alerts are filed under. */
  readonly category: string
  /** The file given as `baseline`; undefined where none was. */
  readonly baseline: string | undefined
  readonly checkout: string
  /** In a job, the checkout is the pull request's; on the command line it is the user's own. */
  readonly surface: 'action' | 'command-line'
  /** The pull request that entered the merge queue. */
  readonly queued: number | undefined
  readonly git: Git
  readonly log: Log
  readonly now: () => number
  /** Takes secrets out of a text: a record outlives the run, and others can read it. */
  readonly redact: (text: string) => string
}

/** Looks for what earlier runs left: alerts, a baseline, an override, a recorded review. */
export function makeEarlierRuns(options: EarlierRunsOptions): EarlierRuns {
  const { github, place } = options
  return {
    place,
    history: async (change) =>
      readHistory(
        {
          api: github === undefined ? undefined : needing('security-events: read', github),
          baseline: await readBaseline(change, options),
        },
        {
          ...{ toolName: 'model-stack-action', category: options.category, baseBranch: change.baseBranch },
          pullRequest: change.pullRequest?.number ?? options.queued,
          // Whoever names a file on the command line means it to be known, also one of the same commits.
          commits: options.surface === 'action' ? [change.head, ...change.commits.map(({ sha }) => sha)] : [],
        },
      ),
    override: async (change, rules, reused) => {
      if (github === undefined) return { kind: 'none' }
      const { pullRequest, head } = change
      if (pullRequest !== undefined) return readOverride(github, { pullRequest, head, rules })
      return readQueuedOverride(github, { number: options.queued, head: reused, rules })
    },
    recall: (question) => recall(question, options),
    recallEarlier: ({ credentials, ...question }) =>
      findEarlierRecord(options.store, {
        ...question,
        secrets: secretsOf(credentials, options),
        now: options.now(),
      }),
    remember: (record, credentials) => remember(record, credentials, options),
  }
}

function secretsOf(credentials: readonly CredentialName[], { secrets }: EarlierRunsOptions): readonly string[] {
  return credentials.map((name) => secrets[name] ?? '')
}

async function recall(
  { key, credentials }: RecordQuestion,
  options: EarlierRunsOptions,
): Promise<ReviewRecord | undefined> {
  const { store, need, log, now } = options
  const { record, notes } = await findRecord(store, { secrets: secretsOf(credentials, options), key, need, now: now() })
  for (const note of notes) log.info(note)
  return record
}

async function remember(
  record: ReviewRecord,
  credentials: readonly CredentialName[],
  options: EarlierRunsOptions,
): Promise<void> {
  if (holdsSecret(record, options.redact)) {
    options.log.info('The review is not kept for a re-run or the merge queue: what looks like a secret stands in it.')
    return
  }
  const secrets = secretsOf(credentials, options)
  const name = recordName(record.key, secrets)
  const sealed = sealRecord(record, secrets)
  if (name !== undefined && sealed !== undefined) await options.store.keep(name, sealed)
}

/** What the models wrote, each text by itself and all in a row, because a secret can be given away in pieces. */
function holdsSecret({ reviews }: ReviewRecord, redact: (text: string) => string): boolean {
  const texts = reviews.flatMap(({ findings, filesReviewed, notVerified, filesRead }) =>
    textsOf([findings, filesReviewed, notVerified, filesRead]),
  )
  return [...texts, texts.join('')].some((text) => redact(text) !== text)
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** The text of the baseline. In a job, a file that the change itself brings is refused: it would forge its own past. */
async function readBaseline(
  change: Change,
  { baseline, checkout, surface, git }: EarlierRunsOptions,
): Promise<{ readonly text: string; readonly label: string } | undefined> {
  if (baseline === undefined) return undefined
  const file = isAbsolute(baseline) ? baseline : resolve(surface === 'action' ? checkout : process.cwd(), baseline)
  const text = readCapped(file, baseline)
  if (surface === 'action' && isInside(checkout, realpathSync(file))) {
    const path = relative(checkout, realpathSync(file))
    const listed = await git.read(['ls-tree', '-z', '--name-only', change.head, '--', path])
    if (listed.length > 0) {
      throw new ConfigurationError(
        `baseline: ${shown(baseline)} is a file of the change under review, which could name any result as known; give one from outside of the repository, such as an artifact of an earlier run.`,
      )
    }
  }
  return { text, label: baseline }
}

function readCapped(file: string, written: string): string {
  const wrong = (why: string, cause?: unknown): ConfigurationError =>
    new ConfigurationError(`baseline: ${shown(written)} ${why}; give the report file of an earlier run.`, { cause })
  let descriptor: number
  try {
    // Without waiting for a pipe that nobody writes to.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    throw wrong('cannot be read', error)
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) throw wrong('is no file')
    if (stat.size > BASELINE_BYTES) throw wrong(`has ${stat.size} bytes, more than ${BASELINE_BYTES}`)
    return readFileSync(descriptor, 'utf8')
  } finally {
    closeSync(descriptor)
  }
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 300))
}
