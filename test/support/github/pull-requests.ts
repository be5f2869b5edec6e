import { createHash } from 'node:crypto'
import { addEvent } from './areas/issues.js'
import { moveReviewComments } from './areas/review-comments.js'
import { type Hunks, parseHunks } from './patch.js'
import {
  type ChangedFile,
  type Commit,
  knowCommit,
  moveRef,
  octocat,
  type PullRequest,
  personOf,
  type World,
  zeroSha,
} from './world.js'

/** A pull request to open; what is left out is a healthy one. */
export interface NewPullRequest {
  readonly number: number
  readonly head: string
  readonly base: string
  readonly files?: readonly ChangedFile[]
  /** Commits of the branch, oldest first; only the head where left out. */
  readonly commits?: readonly Commit[]
  /** What refs/pull/N/merge holds; null for a conflict. */
  readonly mergeCommit?: string | null
  readonly title?: string
  readonly body?: string
  /** Login. */
  readonly author?: string
  readonly draft?: 'draft' | 'ready'
  readonly headRef?: string
  readonly baseRef?: string
  /** `owner/name`, where it comes from a fork. */
  readonly fork?: string
}

/** What a push to its branch brings. */
export interface NewHead {
  readonly head: string
  readonly files?: readonly ChangedFile[]
  readonly commits?: readonly Commit[]
  readonly mergeCommit?: string | null
  readonly how?: 'push' | 'force_push'
}

/** Opens a pull request: its refs, the push and the run that it starts. */
export function openPullRequest(world: World, asked: NewPullRequest): PullRequest {
  const { number, head, base, title = 'Change', body = null, headRef = 'pr' } = asked
  const { repository, defaultBranch } = world.settings
  const baseRef = asked.baseRef ?? defaultBranch
  if (!world.refs.has(`refs/heads/${baseRef}`))
    moveRef(world, `refs/heads/${baseRef}`, { to: base, kind: 'branch_creation' })
  const pull: PullRequest = {
    ...{ number, title, body, head: zeroSha, base, headRef, baseRef, headRepository: asked.fork ?? repository },
    author: personOf(world, asked.author ?? octocat.login),
    draft: asked.draft === 'draft',
    ...{ state: 'open', createdAt: world.clock.stamp(), mergedAt: null, mergeCommit: null, labels: [] },
    ...{ files: [], hunks: new Map(), commits: [] },
  }
  world.pullRequests.set(number, pull)
  pushHead(world, pull, { ...asked, head })
  return pull
}

/** The pull request of that number, which must be there. */
export function pullRequestOf(world: World, number: number): PullRequest {
  const pull = world.pullRequests.get(number)
  if (pull === undefined) throw new Error(`there is no pull request ${number}`)
  return pull
}

/** Moves the head of a pull request. */
export function pushHead(world: World, pull: PullRequest, to: NewHead): void {
  const first = pull.head === zeroSha
  const kind = to.how ?? (first ? 'branch_creation' : 'push')
  knowCommit(world, to.head)
  for (const commit of to.commits ?? []) world.commits.set(commit.sha, commit)
  // The branch of a fork is another repository's: only the pull request's own ref shows here.
  if (pull.headRepository === world.settings.repository)
    moveRef(world, `refs/heads/${pull.headRef}`, { to: to.head, kind })
  const known = world.commits.get(to.head)
  const added = to.commits ?? (known === undefined ? [] : [known])
  pull.commits = to.commits !== undefined || to.how === 'force_push' ? added : [...pull.commits, ...added]
  pull.head = to.head
  pull.files = to.files ?? pull.files
  pull.hunks = hunksOf(pull.files)
  setMergeCommit(world, pull, to.mergeCommit === undefined ? mergeOf(to.head) : to.mergeCommit)
  world.refs.set(`refs/pull/${pull.number}/head`, to.head)
  if (to.how === 'force_push')
    addEvent(world, pull.number, { event: 'head_ref_force_pushed', actor: pull.author, commit: to.head })
  startRun(world, pull)
  moveReviewComments(world, pull)
}

function hunksOf(files: readonly ChangedFile[]): ReadonlyMap<string, Hunks> {
  return new Map(files.map(({ path, patch }) => [path, parseHunks(patch ?? '')]))
}

/** Makes the commit stand under the pull request's merge ref; null where there is a conflict. */
export function setMergeCommit(world: World, pull: PullRequest, sha: string | null): void {
  pull.mergeCommit = sha
  if (sha === null) world.refs.delete(`refs/pull/${pull.number}/merge`)
  else {
    knowCommit(world, sha)
    world.refs.set(`refs/pull/${pull.number}/merge`, sha)
  }
}

/** Some commit that is no other. */
function mergeOf(head: string): string {
  return createHash('sha1').update(`merge ${head}`).digest('hex')
}

function startRun(world: World, { headRef, head, headRepository }: PullRequest): void {
  const createdAt = world.clock.stamp()
  const run = {
    id: world.nextId(),
    event: 'pull_request',
    headBranch: headRef,
    headSha: head,
    headRepository,
    createdAt,
  }
  world.runs.push(run)
}

/** Merges it: the base branch moves, the merge ref goes away, and code scanning is told nothing. */
export function mergePullRequest(world: World, pull: PullRequest, sha: string): void {
  moveRef(world, `refs/heads/${pull.baseRef}`, { to: sha, kind: 'pr_merge' })
  pull.mergedAt = world.clock.stamp()
  pull.state = 'closed'
  pull.mergeCommit = sha
  world.refs.delete(`refs/pull/${pull.number}/merge`)
  addEvent(world, pull.number, { event: 'merged', actor: octocat, commit: sha })
  addEvent(world, pull.number, { event: 'closed', actor: octocat })
}

/** Sets a label or takes it away. */
export function changeLabel(
  world: World,
  pull: PullRequest,
  { event, label, by }: { readonly event: 'labeled' | 'unlabeled'; readonly label: string; readonly by: string },
): void {
  const others = pull.labels.filter((one) => one !== label)
  pull.labels = event === 'labeled' ? [...others, label] : others
  addEvent(world, pull.number, { event, actor: personOf(world, by), label })
}
