import { type Clock, startClock } from './clock.js'
import { makeMemory, type ScanningMemory } from './code-scanning/memory.js'
import type { Hunks } from './patch.js'

export interface Person {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot'
}

/** What a collaborator may do; `none` is anybody on GitHub. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

export interface Member {
  readonly person: Person
  readonly role: Role
  /** As `org/team`. */
  readonly teams: readonly string[]
}

/** One file of a pull request's diff, as `GET /pulls/{n}/files` tells it. */
export interface ChangedFile {
  readonly path: string
  readonly previousPath?: string | undefined
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
  /** The hunks; undefined for what GitHub shows no diff of. */
  readonly patch?: string | undefined
}

export interface Commit {
  readonly sha: string
  readonly message: string
  readonly author: { readonly name: string; readonly email: string; readonly date: string }
  readonly parents: readonly string[]
}

export interface PullRequest {
  readonly number: number
  readonly title: string
  readonly body: string | null
  readonly author: Person
  readonly createdAt: string
  /** `owner/name` of where the head is. */
  readonly headRepository: string
  readonly headRef: string
  readonly baseRef: string
  state: 'open' | 'closed'
  draft: boolean
  mergedAt: string | null
  head: string
  base: string
  /** What `refs/pull/N/merge` holds; null while there is a conflict. */
  mergeCommit: string | null
  files: readonly ChangedFile[]
  hunks: ReadonlyMap<string, Hunks>
  commits: readonly Commit[]
  labels: readonly string[]
}

export interface Comment {
  readonly id: number
  readonly issue: number
  readonly author: Person
  /** The app that wrote it; null for a person. */
  readonly app: App | null
  readonly createdAt: string
  body: string
  updatedAt: string
}

export interface ReviewComment extends Comment {
  readonly review: number | null
  readonly inReplyTo: number | null
  readonly path: string
  readonly side: 'LEFT' | 'RIGHT'
  readonly startSide: 'LEFT' | 'RIGHT' | null
  readonly subject: 'line' | 'file'
  readonly originalCommit: string
  readonly originalLine: number | null
  readonly originalStartLine: number | null
  /** The text of the line, by which a later diff is searched. */
  readonly text: string
  commit: string
  /** Null: outdated. */
  line: number | null
  startLine: number | null
}

export interface Review {
  readonly id: number
  readonly pullRequest: number
  readonly author: Person
  readonly body: string
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING'
  readonly commit: string
  readonly submittedAt: string
}

/** Something that happened to a pull request, as issue events tell it. */
export interface IssueEvent {
  readonly id: number
  readonly issue: number
  readonly event: string
  readonly actor: Person
  readonly createdAt: string
  readonly label?: string
  readonly commit?: string
}

export interface App {
  readonly id: number
  readonly slug: string
  readonly name: string
}

export interface CheckRun {
  readonly id: number
  readonly app: App
  readonly headSha: string
  name: string
  status: string
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  externalId: string | null
  detailsUrl: string | null
  title: string | null
  summary: string | null
  text: string | null
  annotations: readonly object[]
}

export interface WorkflowRun {
  readonly id: number
  readonly event: string
  readonly headBranch: string
  readonly headSha: string
  /** `owner/name`; another one for a fork. */
  readonly headRepository: string
  readonly createdAt: string
}

/** What the activity page of the repository tells of one push. */
export interface Push {
  readonly id: number
  readonly ref: string
  readonly before: string
  readonly after: string
  readonly at: string
  readonly actor: Person
  readonly kind: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge'
}

export interface Artifact {
  readonly id: number
  readonly name: string
  readonly run: WorkflowRun
  readonly createdAt: string
  expired: boolean
  readonly content: Buffer
}

/** What a request may not be about, or must be. */
export interface Settings {
  /** `owner/name`. */
  readonly repository: string
  readonly defaultBranch: string
  readonly visibility: 'public' | 'private'
  codeScanning: 'on' | 'off' | 'not-licensed'
  archived: boolean
  /**
   * Whether a suppressed result opens no alert. GitHub's list of supported SARIF properties lacks `suppressions`, and its
   * users find such results open in the tab (github/codeql-action#1230): hence `ignored` unless said otherwise.
   */
  suppressions: 'ignored' | 'honoured'
}

/** Everything that this GitHub remembers. */
export interface World {
  readonly settings: Settings
  readonly clock: Clock
  /** Full ref name → commit. */
  readonly refs: Map<string, string>
  readonly commits: Map<string, Commit>
  /** Login in lower case → who it is. */
  readonly members: Map<string, Member>
  readonly pullRequests: Map<number, PullRequest>
  readonly comments: Map<number, Comment>
  readonly reviewComments: Map<number, ReviewComment>
  readonly reviews: Map<number, Review>
  readonly events: IssueEvent[]
  readonly checkRuns: Map<number, CheckRun>
  readonly statuses: Map<string, object[]>
  readonly runs: WorkflowRun[]
  readonly pushes: Push[]
  readonly artifacts: Map<number, Artifact>
  readonly scanning: ScanningMemory
  nextId(): number
}

export const zeroSha = '0'.repeat(40)
/** The app behind the token of a job. */
export const actionsApp: App = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' }
export const actionsBot: Person = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' }
/** The app that reports what code scanning found. */
export const securityApp: App = { id: 57789, slug: 'github-advanced-security', name: 'GitHub Advanced Security' }
export const octocat: Person = { login: 'octocat', id: 583231, type: 'User' }

/** An empty repository. */
export function makeWorld(settings: Settings, start: number): World {
  let id = 1_000
  return {
    settings,
    clock: startClock(start),
    refs: new Map(),
    commits: new Map(),
    members: new Map([[octocat.login, { person: octocat, role: 'write', teams: [] }]]),
    pullRequests: new Map(),
    comments: new Map(),
    reviewComments: new Map(),
    reviews: new Map(),
    events: [],
    checkRuns: new Map(),
    statuses: new Map(),
    runs: [],
    pushes: [],
    artifacts: new Map(),
    scanning: makeMemory(),
    nextId: () => {
      id += 1
      return id
    },
  }
}

/** 1 is the repository itself, 77 any fork of it. */
export function repositoryId(world: World, repository: string): number {
  return repository === world.settings.repository ? 1 : 77
}

/** Remembers a commit that nothing more is known of. */
export function knowCommit(world: World, sha: string): void {
  if (world.commits.has(sha)) return
  const author = { name: 'Octo Cat', email: 'octocat@invalid', date: world.clock.stamp() }
  world.commits.set(sha, { sha, message: 'change', author, parents: [] })
}

/** Moves a ref and keeps the activity page. */
export function moveRef(world: World, ref: string, move: { readonly to: string; readonly kind: Push['kind'] }): void {
  const before = world.refs.get(ref) ?? zeroSha
  knowCommit(world, move.to)
  world.refs.set(ref, move.to)
  const at = world.clock.stamp()
  world.pushes.push({ id: world.nextId(), ref, before, after: move.to, at, actor: octocat, kind: move.kind })
}

/** Somebody with a login, also one that nobody introduced. */
export function personOf(world: World, login: string): Person {
  const member = world.members.get(login.toLowerCase())
  if (member !== undefined) return member.person
  const person: Person = { login, id: world.nextId(), type: login.endsWith('[bot]') ? 'Bot' : 'User' }
  world.members.set(login.toLowerCase(), { person, role: 'none', teams: [] })
  return person
}
