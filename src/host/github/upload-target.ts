import type { Sha } from '../../types/change.js'
import type { Conclusion } from '../../types/result.js'

/** Where the merge queue builds; such a ref is deleted as soon as its build ends, and its alerts are never shown. */
const QUEUE = /^(?:refs\/heads\/)?gh-readonly-queue\//
const BRANCH = /^refs\/heads\/(.+)$/

/** What an upload is filed under. Its lines are shown right only when `sha` is the commit whose lines were reviewed. */
export interface UploadPlace {
  readonly ref: string
  readonly sha: Sha
  /** What to do where the token may not upload. */
  readonly whenForbidden: string
}

export type UploadTarget =
  | { readonly kind: 'place'; readonly place: UploadPlace }
  | { readonly kind: 'none'; readonly why: string; readonly fix: string }

export interface UploadSituation {
  readonly eventName: string
  /** GITHUB_REF. */
  readonly ref: string
  /** GITHUB_SHA: the commit that `ref` stood at; for `pull_request` that is the merge commit. */
  readonly sha: Sha
  /** The commit whose lines the results have: the head, or the merge commit where that is checked out. */
  readonly reviewed: Sha
  /** Only `whole` speaks of all code; `diff` would close every alert that it did not look at. */
  readonly scope: 'diff' | 'whole'
  readonly pullRequest: { readonly number: number; readonly head: Sha; readonly fork: boolean } | undefined
  readonly conclusion: Conclusion
  /** Its name; undefined when the event does not tell. */
  readonly defaultBranch: string | undefined
}

/**
 * Under which ref and commit the results belong, or why they belong nowhere. As for GitHub's own uploads the checkout
 * decides: the merge commit goes under the merge ref, with the lines that it has there, and the head under the head ref.
 */
export function uploadTarget(situation: UploadSituation): UploadTarget {
  const { eventName, ref, pullRequest, conclusion } = situation
  if (conclusion === 'not-evaluated') return notReviewed()
  if (eventName === 'merge_group' || QUEUE.test(ref)) return inQueue()
  if (pullRequest !== undefined) return onPullRequest(situation, pullRequest)
  const branch = BRANCH.exec(ref)?.[1]
  return branch === undefined ? notABranch(ref) : onBranch(situation, branch)
}

/** Where people find what was uploaded, on the server's own host. */
export function alertsUrl(server: { readonly serverUrl: string; readonly repository: string }, ref: string): string {
  const pull = /^refs\/pull\/(\d+)\//.exec(ref)?.[1]
  const where = pull === undefined ? `ref:${ref}` : `pr:${pull}`
  return `${server.serverUrl}/${server.repository}/security/code-scanning?query=${encodeURIComponent(`${where} is:open`)}`
}

type Pull = NonNullable<UploadSituation['pullRequest']>

function onPullRequest({ eventName, reviewed, ref, sha }: UploadSituation, { number, head, fork }: Pull): UploadTarget {
  // Under pull_request_target the token is what the workflow says, also for a fork.
  const whenForbidden = fork && eventName !== 'pull_request_target' ? FORK_FIX : PERMISSION_FIX
  if (reviewed === head) return place({ ref: `refs/pull/${number}/head`, sha: head, whenForbidden })
  const merge = `refs/pull/${number}/merge`
  if (reviewed === sha && ref === merge) return place({ ref: merge, sha, whenForbidden })
  return none(
    `The commit ${reviewed} that was reviewed is neither the head nor the merge commit of pull request ${number}, so GitHub would show results on wrong lines.`,
    'Leave head-ref empty where results are to be uploaded.',
  )
}

function onBranch({ ref, sha, reviewed, scope, defaultBranch }: UploadSituation, branch: string): UploadTarget {
  if (reviewed !== sha) {
    return none(
      `The commit ${reviewed} that was reviewed is not the one that ${ref} stands at, so GitHub would show results on wrong lines.`,
      'Leave head-ref empty where results are to be uploaded.',
    )
  }
  if (scope === 'whole') return place({ ref, sha, whenForbidden: PERMISSION_FIX })
  if (defaultBranch === undefined) {
    return none(
      `The event does not tell the default branch, and ${ref} may be it: results of a diff would close its other alerts.`,
      'Review pull requests instead, or set upload-sarif: never.',
    )
  }
  if (branch === defaultBranch) {
    return none(
      `${branch} is the default branch: results of a diff would close every alert that the diff does not touch.`,
      'Review pull requests instead, or use mode: audit on this branch.',
    )
  }
  return place({ ref, sha, whenForbidden: PERMISSION_FIX })
}

function notReviewed(): UploadTarget {
  return none(
    'The change was not fully reviewed: code scanning would take every earlier alert that nobody looked at for fixed.',
    'See why the review is incomplete, and re-run the job.',
  )
}

function inQueue(): UploadTarget {
  return none(
    'Refs of the merge queue are deleted after the build, and code scanning shows no alerts there.',
    'Nothing to do: the pull request itself was uploaded when it was reviewed.',
  )
}

function notABranch(ref: string): UploadTarget {
  return none(
    `${JSON.stringify(ref.slice(0, 200))} is neither a branch nor a pull request, and code scanning shows alerts for those only.`,
    'Run on pull_request or on a branch, or set upload-sarif: never.',
  )
}

const PERMISSION_FIX =
  'Give the job `permissions: security-events: write` (in a private repository also contents: read and actions: read), or set upload-sarif: never.'
const FORK_FIX =
  'The token of a pull request from a fork is read-only, whatever the workflow says: use one of the recipes for forks, or set upload-sarif: never; results then stay in the job summary and in sarif-file.'

function place(where: UploadPlace): UploadTarget {
  return { kind: 'place', place: where }
}

function none(why: string, fix: string): UploadTarget {
  return { kind: 'none', why, fix }
}
