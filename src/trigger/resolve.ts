import { ConfigurationError } from '../errors.js'
import type { Git } from '../host/host.js'
import type { Change, Commit, Mode, PullRequest, Sha } from '../types/change.js'
import { branchNamed, branchOfOrigin, localBranch } from './branch-name.js'
import { printable } from './printable.js'

/** A repository as far as a run needs it: objects, and what it takes to find commits. */
export interface Commits {
  readonly git: Git
  /** The full id of a commit that `ref` names in the checkout; undefined when it names none. */
  resolveRef(ref: string): Promise<Sha | undefined>
  hasCommit(sha: Sha): Promise<boolean>
  /** Fetches into the private repository. `refspecs` are full ids or full ref names. */
  fetch(refspecs: readonly string[], depth: readonly string[]): Promise<void>
  /** Ids where history is cut; empty for a full clone. */
  shallowBoundary(): readonly Sha[]
  /** A private commit of the checkout's index or working tree on top of its HEAD. */
  commitOf(what: 'index' | 'working-tree'): Promise<Sha>
  /** The default branch of origin, as the checkout knows it: 'refs/remotes/origin/…'. */
  originDefault(): Promise<string | undefined>
}

/** What to review, as asked for: commits from an event, refs by name, or the local state. */
export interface ResolveRequest {
  readonly mode: Mode
  readonly base: RefRequest
  readonly head: RefRequest | { readonly kind: 'local'; readonly what: 'index' | 'working-tree' }
  readonly pullRequest: PullRequest | undefined
  /** What the event calls the base branch; for where `base` is not named by a branch. */
  readonly baseBranch?: string | undefined
  /** Only what came after this commit is reviewed, though policy is read from `base`. One that is gone: all since `base`. */
  readonly since?: Sha | undefined
}

export type RefRequest =
  | { readonly kind: 'commit'; readonly sha: Sha; readonly fetchRef: string | undefined }
  | { readonly kind: 'ref'; readonly ref: string; readonly input: 'base-ref' | 'head-ref' }
  | { readonly kind: 'origin-default' }

/** More commits than this are not read for their messages; the diff is whole all the same. */
const COMMITS_READ = 500
/** How far each try deepens a shallow clone; after the last the whole history is fetched. */
const DEEPEN_STEPS = ['--deepen=50', '--deepen=500', '--deepen=5000', '--unshallow']

/** Finds base, head and merge base as commit ids, fetching and deepening in private as far as needed. */
export async function resolveChange(request: ResolveRequest, commits: Commits): Promise<Change> {
  const known = await lookUpTogether(request, commits)
  const { sha: base, branch } = await resolveOne(request.base, known)
  const head =
    request.head.kind === 'local'
      ? await commits.commitOf(request.head.what)
      : (await resolveOne(request.head, known)).sha
  const start = request.since !== undefined && (await canHave(request.since, commits)) ? request.since : base
  const { mergeBase, read } = await findRange({ base: start, head, ref: fetchRefOf(request.head) }, commits)
  return {
    mode: request.mode,
    base,
    head,
    mergeBase,
    baseBranch: branch ?? request.baseBranch,
    ...read,
    pullRequest: request.pullRequest,
  }
}

/** Asks at once for every name that base and head may have, and for what they lead to; the rest is asked as it comes. */
async function lookUpTogether({ base, head }: ResolveRequest, commits: Commits): Promise<Commits> {
  const names = [...new Set([base, head].flatMap((one) => (one.kind === 'ref' ? namesOf(one.ref) : [])))]
  const found = await Promise.all(names.map((name) => commits.resolveRef(name)))
  const byName = new Map(names.map((name, index) => [name, found[index]]))
  const named = [base, head].flatMap((one) => (one.kind === 'commit' ? [one.sha] : []))
  const shas = [...new Set([...named, ...found.filter((sha) => sha !== undefined)])]
  const isHere = await Promise.all(shas.map((sha) => commits.hasCommit(sha)))
  const present = new Set(shas.filter((_, index) => isHere[index]))
  return {
    ...commits,
    resolveRef: async (name) => (byName.has(name) ? byName.get(name) : commits.resolveRef(name)),
    // One that is missing may have been fetched meanwhile.
    hasCommit: async (sha) => present.has(sha) || commits.hasCommit(sha),
  }
}

/** What `resolveByName` and `branchNamed` look for. */
function namesOf(ref: string): readonly string[] {
  return [ref, ...['refs/remotes/origin/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'].map((where) => where + ref)]
}

function fetchRefOf(request: ResolveRequest['head']): string | undefined {
  return request.kind === 'commit' ? request.fetchRef : undefined
}

interface Found {
  readonly sha: Sha
  /** The branch that was named; undefined for commits, tags and HEAD. */
  readonly branch: string | undefined
}

async function resolveOne(request: RefRequest, commits: Commits): Promise<Found> {
  switch (request.kind) {
    case 'commit':
      return { sha: await ensureCommit(request.sha, request.fetchRef, commits), branch: undefined }
    case 'ref':
      return resolveByName(request.ref, request.input, commits)
    case 'origin-default':
      return resolveOriginDefault(commits)
  }
}

async function ensureCommit(sha: Sha, fetchRef: string | undefined, commits: Commits): Promise<Sha> {
  if (await commits.hasCommit(sha)) return sha
  const tries = [[sha], ...(fetchRef === undefined ? [] : [[fetchRef]])]
  let last: unknown
  for (const refspecs of tries) {
    try {
      await commits.fetch(refspecs, ['--depth=1'])
      if (await commits.hasCommit(sha)) return sha
    } catch (error) {
      last = error
    }
  }
  throw new ConfigurationError(
    `Commit ${sha} is not in the checkout and could not be fetched from origin${because(last)}. Set fetch-depth: 0 on actions/checkout, or give github-token read access to contents.`,
    { cause: last },
  )
}

/** A force-push may have left the commit behind for good. */
async function canHave(sha: Sha, commits: Commits): Promise<boolean> {
  try {
    await ensureCommit(sha, undefined, commits)
    return true
  } catch (error) {
    if (error instanceof ConfigurationError) return false
    throw error
  }
}

async function resolveByName(ref: string, input: string, commits: Commits): Promise<Found> {
  for (const name of [ref, `refs/remotes/origin/${ref}`]) {
    const sha = await commits.resolveRef(name)
    if (sha === undefined) continue
    return { sha: await ensureCommit(sha, undefined, commits), branch: await branchNamed(ref, commits) }
  }
  const fetched = await fetchByName(ref, commits)
  if (fetched !== undefined) return fetched
  throw new ConfigurationError(
    `${input}: "${printable(ref)}" names no commit here or at origin. Give a branch, a tag or a full commit id.`,
  )
}

const PRIVATE_REF = 'refs/model-stack/fetched'

async function fetchByName(ref: string, commits: Commits): Promise<Found | undefined> {
  if (!/^[0-9A-Za-z_][0-9A-Za-z_./-]*$/.test(ref)) return undefined
  const candidates =
    /^[0-9a-f]{40,64}$/.test(ref) || ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`]
  for (const candidate of candidates) {
    try {
      await commits.fetch([`+${candidate}:${PRIVATE_REF}`], ['--depth=1'])
      const id = await commits.git.read(['rev-parse', '--verify', '--quiet', `${PRIVATE_REF}^{commit}`])
      return { sha: id.toString().trim(), branch: localBranch(candidate) }
    } catch {
      // Not under this name; the next one may exist, and the caller says so if none does.
    }
  }
  return undefined
}

async function resolveOriginDefault(commits: Commits): Promise<Found> {
  const ref = await commits.originDefault()
  const sha = ref === undefined ? undefined : await commits.resolveRef(ref)
  if (ref === undefined || sha === undefined) {
    throw new ConfigurationError(
      'base-ref is not set and origin has no known default branch. Name the base, for example --base-ref main.',
    )
  }
  return { sha: await ensureCommit(sha, undefined, commits), branch: branchOfOrigin(ref) }
}

interface Range {
  readonly base: Sha
  readonly head: Sha
  /** A ref of origin that holds the head, where the id itself cannot be fetched. */
  readonly ref: string | undefined
}

type CommitsRead = Pick<Change, 'commits' | 'commitsCut'>

/** The merge base and the commits since then. In a whole history both are looked for at once. */
async function findRange(
  range: Range,
  commits: Commits,
): Promise<{ readonly mergeBase: Sha; readonly read: CommitsRead }> {
  const { base, head } = range
  const early = commits.shallowBoundary().length === 0 ? readCommits(commits.git, base, head) : undefined
  early?.catch(() => {}) // what it cannot read, the reading below cannot either, and says so
  const { sha: mergeBase, isOnly } = await findMergeBase(range, commits)
  // What head has and base has not is what came after their merge base, where they have only one.
  const read = early !== undefined && isOnly ? await early : await readCommits(commits.git, mergeBase, head)
  return { mergeBase, read }
}

interface MergeBase {
  readonly sha: Sha
  readonly isOnly: boolean
}

async function findMergeBase(range: Range, commits: Commits): Promise<MergeBase> {
  let failure: unknown
  for (const step of [undefined, ...DEEPEN_STEPS]) {
    if (step !== undefined) {
      if (commits.shallowBoundary().length === 0) break
      failure = await deepen(range, step, commits)
    }
    const found = await mergeBaseOf(range, commits.git)
    if (found !== undefined && (await isCertain(found.sha, range, commits))) return found
  }
  const shallow = commits.shallowBoundary().length > 0
  throw new ConfigurationError(
    shallow
      ? `The history is shallow and could not be deepened to the merge base of ${range.base} and ${range.head}${because(failure)}. Set fetch-depth: 0 on actions/checkout.`
      : `${range.base} and ${range.head} have no common ancestor. Choose a base-ref that the change branched from.`,
    { cause: failure },
  )
}

async function deepen(range: Range, step: string, commits: Commits): Promise<unknown> {
  const attempts = [
    [range.base, range.head],
    ...(range.ref === undefined ? [] : [[range.base, range.ref], [range.ref]]),
  ]
  let failure: unknown
  for (const refspecs of attempts) {
    try {
      await commits.fetch(refspecs, [step])
      return undefined
    } catch (error) {
      failure = error
    }
  }
  return failure
}

async function mergeBaseOf({ base, head }: Range, git: Git): Promise<MergeBase | undefined> {
  try {
    const [sha = '', ...others] = (await git.read(['merge-base', '--all', base, head])).toString().trim().split('\n')
    return { sha, isOnly: others.length === 0 }
  } catch {
    return undefined // exit code 1: none in the history that is here
  }
}

/** With cut history a nearer merge base could hide behind the cut: certain only when no cut lies between. */
async function isCertain(mergeBase: Sha, { base, head }: Range, commits: Commits): Promise<boolean> {
  const boundary = new Set(commits.shallowBoundary())
  if (boundary.size === 0) return true
  const between = await commits.git.read(['rev-list', base, head, `^${mergeBase}`])
  return !between
    .toString()
    .split('\n')
    .some((sha) => boundary.has(sha))
}

async function readCommits(git: Git, from: Sha, to: Sha): Promise<CommitsRead> {
  const output = await git.read([
    'log',
    '-z',
    `--max-count=${COMMITS_READ + 1}`,
    '--no-show-signature',
    '--format=%H%n%an%n%ae%n%B',
    `${from}..${to}`,
  ])
  const records = output
    .toString()
    .split('\0')
    .filter((record) => record !== '')
  return { commits: records.slice(0, COMMITS_READ).map(toCommit), commitsCut: records.length > COMMITS_READ }
}

function toCommit(record: string): Commit {
  const [sha = '', authorName = '', authorEmail = '', ...message] = record.split('\n')
  return { sha, authorName, authorEmail, message: message.join('\n') }
}

function because(error: unknown): string {
  return error instanceof Error ? ` (${printable(error.message)})` : ''
}
