import type { GitHubApi } from '../host/host.js'
import type { Sha } from '../types/change.js'
import type { History, KnownResult } from '../types/history.js'
import { type KnownAlerts, readAlerts, readDismissed, type UnknownAlerts } from './alerts.js'
import { type BaselineFile, parseBaseline } from './baseline-file.js'

/** Where earlier runs may have left something. */
export interface HistorySources {
  /** Undefined: code scanning is not asked, because there is no GitHub here or no token. */
  readonly api: GitHubApi | undefined
  /** The file given as `baseline`; `label` is its path as the user wrote it. */
  readonly baseline: { readonly text: string; readonly label: string } | undefined
}

/** Whose history. */
export interface HistoryRequest {
  readonly toolName: string
  readonly category: string
  /** Name of the base branch, without `refs/heads/`; undefined where none is known. */
  readonly baseBranch: string | undefined
  /** Of the change, or of the queue entry. */
  readonly pullRequest: number | undefined
  /** Every commit under review, the head included: a report of one of them is of this change. */
  readonly commits: readonly Sha[]
}

/** One side of the history, with where it comes from. */
interface Side {
  readonly results: readonly KnownResult[] | undefined
  readonly notes: readonly string[]
}

interface BaseSide extends Side {
  readonly from: History['baseFrom']
}

/**
 * What stood at the base: code-scanning alerts where there are any, else the file given as `baseline`, else nothing is
 * known. What the previous run of the same change said: its alerts, else that file where it is of this change,
 * which therefore says nothing of the base: a defect does not stop blocking by being pushed again.
 */
export async function readHistory(sources: HistorySources, request: HistoryRequest): Promise<History> {
  const file = sources.baseline === undefined ? undefined : parseBaseline(sources.baseline.text, sources.baseline.label)
  const alerts = sources.api === undefined ? nothingAsked : await askCodeScanning(sources.api, request)
  const ofThisChange = file !== undefined && isOfThisChange(file, request)
  const base = chooseBase(alerts.base, ofThisChange ? undefined : file)
  const previous = previousRun(alerts.previous, ofThisChange ? file : undefined)
  const { dismissed } = alerts
  return {
    ...{ base: base.results, baseFrom: base.from, previous: previous.results, dismissed },
    notes: [...base.notes, ...previous.notes, ...dismissedNotes(dismissed), ...alerts.notes],
  }
}

function isOfThisChange(file: BaselineFile, { pullRequest, commits }: HistoryRequest): boolean {
  if (file.pullRequest !== undefined && file.pullRequest === pullRequest) return true
  return file.head !== undefined && commits.includes(file.head)
}

interface Alerts {
  /** Undefined: not asked. */
  readonly base: KnownAlerts | UnknownAlerts | undefined
  readonly previous: KnownAlerts | UnknownAlerts | undefined
  /** Those that GitHub lists without a ref, without those that `base` and `previous` hold. */
  readonly dismissed: readonly KnownResult[]
  readonly notes: readonly string[]
}

const nothingAsked: Alerts = { base: undefined, previous: undefined, dismissed: [], notes: [] }

async function askCodeScanning(api: GitHubApi, request: HistoryRequest): Promise<Alerts> {
  const { baseBranch, pullRequest, toolName, category } = request
  const ask = (ref: string) => readAlerts(api, { toolName, category, ref })
  const dismissed = await readDismissed(api, { toolName, category })
  // Where one list is refused the others are: one note says it.
  if (dismissed.kind === 'unknown')
    return { ...nothingAsked, notes: [`Code-scanning alerts cannot be read: ${dismissed.why}.`] }
  const base = baseBranch === undefined ? undefined : await ask(`refs/heads/${baseBranch}`)
  const previous = pullRequest === undefined ? undefined : await askPullRequest(ask, pullRequest)
  const known = new Set(
    [base, previous].flatMap((one) => (one?.kind === 'known' ? one.results : [])).map(({ alert }) => alert),
  )
  return { base, previous, dismissed: dismissed.results.filter(({ alert }) => !known.has(alert)), notes: [] }
}

/**
 * Uploads of a pull request stand under its head or under its merge commit; the newer one counts. What a person dismissed
 * under the other one is dismissed all the same.
 */
async function askPullRequest(
  ask: (ref: string) => Promise<KnownAlerts | UnknownAlerts>,
  pullRequest: number,
): Promise<KnownAlerts | UnknownAlerts> {
  const head = await ask(`refs/pull/${pullRequest}/head`)
  const merge = await ask(`refs/pull/${pullRequest}/merge`)
  if (head.kind === 'unknown' || merge.kind === 'unknown') return head.kind === 'unknown' ? head : merge
  const isMergeNewer = (merge.analysed?.created_at ?? '') > (head.analysed?.created_at ?? '')
  const [newer, older] = isMergeNewer ? [merge, head] : [head, merge]
  const known = new Set(newer.results.map(({ alert }) => alert))
  const dismissed = older.results.filter(({ state, alert }) => state === 'dismissed' && !known.has(alert))
  return { ...newer, results: [...newer.results, ...dismissed] }
}

function chooseBase(alerts: Alerts['base'], file: BaselineFile | undefined): BaseSide {
  if (alerts?.kind === 'known' && alerts.analysed !== undefined) {
    const ignored = file === undefined ? '' : ' The file given as baseline is not used.'
    const note = `Known at the base: ${counted(alerts.results)} in code scanning.${ignored}`
    return { results: alerts.results, from: 'code-scanning', notes: [note] }
  }
  if (file !== undefined) {
    const note = `Known at the base: ${counted(file.results)} in the file given as baseline.${cautions(file)}`
    return { results: file.results, from: 'file', notes: [note] }
  }
  if (alerts === undefined) return { results: undefined, from: 'nowhere', notes: [] }
  return alerts.kind === 'known'
    ? {
        ...{ results: [], from: 'code-scanning' },
        notes: ['Code scanning holds no analysis of the base branch: every result is new.'],
      }
    : {
        ...{ results: undefined, from: 'nowhere' },
        notes: [`Code-scanning alerts of the base branch cannot be read: ${alerts.why}.`],
      }
}

function dismissedNotes(dismissed: Alerts['dismissed']): readonly string[] {
  return dismissed.length === 0 ? [] : [`Dismissed in code scanning on another branch: ${counted(dismissed)}.`]
}

function previousRun(alerts: Alerts['previous'], file: BaselineFile | undefined): Side {
  if (alerts?.kind === 'known' && alerts.analysed !== undefined)
    return {
      results: alerts.results,
      notes: [`The previous run reported ${counted(alerts.results)} to code scanning.`],
    }
  if (file === undefined)
    return {
      results: undefined,
      notes: alerts?.kind === 'unknown' ? [`Alerts of the previous run cannot be read: ${alerts.why}.`] : [],
    }
  const note = `The file given as baseline is of this change: ${counted(file.results)} of its previous run, which do not stop blocking by being known.`
  return { results: file.results, notes: [`${note}${cautions(file)}`] }
}

function cautions({ conclusion, leftOut }: BaselineFile): string {
  return [
    conclusion === 'not-evaluated' ? ' Its run did not review everything.' : '',
    leftOut === 0 ? '' : ` ${leftOut} more were left out.`,
  ].join('')
}

function counted(results: readonly KnownResult[]): string {
  const count = results.filter(({ state }) => state !== 'fixed').length
  return count === 1 ? '1 result' : `${count} results`
}
