import type { ApiRequest } from './api.js'
import type { Upload } from './code-scanning/memory.js'
import type { AlertQuery, AlertView } from './code-scanning/view.js'
import type { Fault, Target } from './faults.js'
import type { NewHead, NewPullRequest } from './pull-requests.js'
import type { Permissions, TokenKind } from './tokens.js'
import type {
  Artifact,
  CheckRun,
  Comment,
  PullRequest,
  Push,
  Review,
  ReviewComment,
  Role,
  Settings,
  WorkflowRun,
} from './world.js'

export interface GitHubOptions {
  /** `owner/name`. */
  readonly repository?: string
  readonly defaultBranch?: string
  readonly visibility?: 'public' | 'private'
  readonly codeScanning?: Settings['codeScanning']
  readonly suppressions?: Settings['suppressions']
  /** On GHES the API is below /api/v3. */
  readonly edition?: 'github.com' | 'ghes'
  /** The time at the start, in milliseconds since the epoch; now where left out. */
  readonly start?: number
}

/** A GitHub on 127.0.0.1 with one repository. Whatever is asked of it that GitHub does not know is in `violations`. */
export interface GitHubStandIn {
  /** As in GITHUB_API_URL. */
  readonly apiUrl: string
  /** As in GITHUB_SERVER_URL; only a name, nothing listens there. */
  readonly serverUrl: string
  /** As in ACTIONS_RESULTS_URL. */
  readonly resultsUrl: string
  /** Requests to the REST API, in order. */
  readonly requests: readonly ApiRequest[]
  /** What GitHub's description does not allow, one sentence each. */
  readonly violations: readonly string[]
  /** What was sent to code scanning and could be read. */
  readonly uploads: readonly Upload[]
  /** Code-scanning settings that a test may change while it runs. */
  readonly settings: Settings
  /** Variables of a job for this head; the newest run where left out. */
  environment(run?: WorkflowRun): Readonly<Record<string, string>>
  /** A token with these permissions, of a job unless said otherwise; `value` where the caller has one already. */
  token(permissions: Permissions, details?: { readonly kind?: TokenKind; readonly value?: string }): string

  addPerson(login: string, details?: { readonly role?: Role; readonly teams?: readonly string[] }): void
  addPullRequest(pull: NewPullRequest): PullRequest
  push(number: number, to: NewHead): void
  /** A push to a branch; what stands there is `refs/heads/<branch>`. */
  pushBranch(branch: string, sha: string, kind?: Push['kind']): void
  deleteBranch(branch: string): void
  /** A commit that is on no branch of ours, as the one that a merge queue tests. */
  addCommit(sha: string): void
  merge(number: number, sha: string): void
  /** GitHub makes the merge commit of an open pull request anew when its base moves. */
  mergeAnew(number: number, sha: string): void
  closePullRequest(number: number): void
  setDraft(number: number, draft: 'draft' | 'ready'): void
  label(number: number, label: string, by?: string): void
  unlabel(number: number, label: string, by?: string): void
  /** A comment of a person or a bot; its id. */
  comment(number: number, by: string, body: string): number
  /** A comment that was changed afterwards. */
  editComment(id: number, body: string): void
  /** A comment of a person on a line; its id. */
  reviewComment(number: number, comment: LineComment): number
  dismissAlert(number: number, by: string, reason?: DismissedReason): void
  reopenAlert(number: number): void
  addRun(run: Pick<WorkflowRun, 'event' | 'headBranch' | 'headSha'> & Partial<WorkflowRun>): WorkflowRun
  addArtifact(artifact: Pick<Artifact, 'name' | 'run' | 'content'>): Artifact

  pullRequest(number: number): PullRequest
  alerts(query?: AlertQuery): readonly AlertView[]
  /** What code scanning shows in the pull request. */
  alertsShownOn(number: number): readonly AlertView[]
  comments(number: number): readonly Comment[]
  reviewComments(number: number): readonly ReviewComment[]
  reviews(number: number): readonly Review[]
  checkRuns(sha: string): readonly CheckRun[]
  artifacts(): readonly Artifact[]

  /** From now on time is so much later. */
  advance(milliseconds: number): void
  /** The next requests that are meant go wrong. */
  fault(target: Target, fault: Fault): void
  /** Something happens right after the next request that is meant: the head moves between two requests. */
  after(target: Target, happens: () => void): void
  /** How often each later upload is asked for before it is done; 1 unless said. */
  setPendingPolls(count: number): void
  /** The next upload is accepted, and fails in processing. */
  failProcessing(...errors: readonly string[]): void
  /** The violations so far, which are forgotten. */
  forgiveViolations(): readonly string[]
  /** Throws for violations that nobody forgave. */
  close(): Promise<void>
}

export interface LineComment {
  readonly by: string
  readonly path: string
  readonly line: number
  readonly side?: 'LEFT' | 'RIGHT'
  readonly body: string
}

export type DismissedReason = 'false positive' | "won't fix" | 'used in tests'
