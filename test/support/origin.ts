import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'

/** Repository path → text; null removes the file. */
export type Tree = Readonly<Record<string, string | null>>

export interface History {
  /** What main holds where the pull request branches off. */
  readonly base: Tree
  /** What the pull request changes. */
  readonly head: Tree
  /** What main changes afterwards. */
  readonly later?: Tree
  /** So many more commits on main, after it branched. */
  readonly laterCommits?: number
  /** Of the pull request's commit. */
  readonly message?: string
  /** Of the pull request's commit, as `Name <address>`. */
  readonly author?: string
}

/** A bare repository with `main`, `pr` and pull request 7, as GitHub serves it. */
export interface Origin {
  readonly directory: string
  readonly base: string
  readonly head: string
  readonly merge: string
  readonly mergeBase: string
}

/** Which commit actions/checkout was told to check out, always at depth 1 and without credentials. */
export type CheckoutRef = 'merge' | 'head' | 'base' | { readonly commit: string }

type Commits = Omit<Origin, 'directory'>

/** What is in the directory of an origin: path → bytes, undefined for a directory. */
interface Made {
  readonly commits: Commits
  readonly entries: ReadonlyMap<string, Buffer | undefined>
}

/** The same history has the same commits, so git makes it once for all tests of a file. */
const made = new Map<string, Made>()

/** Makes the origin below `directory`. */
export function makeOrigin(directory: string, history: History): Origin {
  const key = JSON.stringify(history)
  const bare = join(directory, 'origin.git')
  const known = made.get(key)
  if (known === undefined) {
    const commits = makeHistory(directory, bare, history)
    made.set(key, { commits, entries: entriesOf(bare) })
    return { directory: bare, ...commits }
  }
  mkdirSync(bare, { recursive: true })
  for (const [path, bytes] of known.entries) {
    if (bytes === undefined) mkdirSync(join(bare, path))
    else writeFileSync(join(bare, path), bytes)
  }
  return { directory: bare, ...known.commits }
}

/** Directories before what is in them. */
function entriesOf(directory: string): Made['entries'] {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).toSorted()
  return new Map(
    paths.map((path) => {
      const file = join(directory, path)
      return [path, statSync(file).isDirectory() ? undefined : readFileSync(file)] as const
    }),
  )
}

function makeHistory(directory: string, bare: string, history: History): Commits {
  const seed = join(directory, 'seed')
  mkdirSync(seed, { recursive: true })
  git(directory, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', bare])
  git(bare, ['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  git(seed, ['init', '--quiet', '--template=', '--initial-branch=main'])
  const mergeBase = commit(seed, history.base, 'base')
  git(seed, ['checkout', '--quiet', '-b', 'pr'])
  const head = commit(seed, history.head, history.message ?? 'change', history.author)
  git(seed, ['checkout', '--quiet', 'main'])
  for (let count = 0; count < (history.laterCommits ?? 0); count++) commit(seed, {}, `later ${count}`)
  const base = history.later === undefined ? git(seed, ['rev-parse', 'HEAD']) : commit(seed, history.later, 'later')
  git(seed, ['checkout', '--quiet', '--detach', 'main'])
  git(seed, ['merge', '--quiet', '--no-ff', '-m', 'merge', 'pr'])
  const merge = git(seed, ['rev-parse', 'HEAD'])
  const refs = ['main', 'pr', 'pr:refs/pull/7/head', `${merge}:refs/pull/7/merge`]
  git(seed, ['push', '--quiet', bare, ...refs])
  rmSync(seed, { recursive: true })
  return { base, head, merge, mergeBase }
}

/** How the branch of the pull request goes on. */
export interface NextCommit {
  /** On top of what stands there, or of the commit that the branch began with. */
  readonly onto?: 'head' | 'merge-base'
  readonly message?: string
}

/** Commits to the pull request's branch and moves its refs, as a push does. */
export function pushCommit(origin: Origin, tree: Tree, { onto = 'head', message = 'more' }: NextCommit = {}): Origin {
  const parent = onto === 'head' ? origin.head : origin.mergeBase
  const head = commitOn(origin.directory, [parent], { tree, message })
  return atHead(origin, head)
}

/** Commits to main, and merges the pull request with it anew. */
export function pushToMain(origin: Origin, tree: Tree): Origin {
  const base = commitOn(origin.directory, [origin.base], { tree, message: 'on main' })
  git(origin.directory, ['update-ref', 'refs/heads/main', base])
  return atHead({ ...origin, base }, origin.head)
}

/** What the merge queue builds: the pull request on top of main, and of what else it holds. */
export function queueCommit(origin: Origin, tree: Tree = {}): { readonly head: string; readonly ref: string } {
  const { directory, base } = origin
  const merged = mergeOf(origin)
  const head = Object.keys(tree).length === 0 ? merged : commitOn(directory, [merged], { tree, message: 'queued' })
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`
  git(directory, ['update-ref', ref, head])
  return { head, ref }
}

function atHead(origin: Origin, head: string): Origin {
  const { directory } = origin
  const merge = mergeOf({ ...origin, head })
  const refs = { 'refs/heads/pr': head, 'refs/pull/7/head': head, 'refs/pull/7/merge': merge }
  for (const [ref, sha] of Object.entries(refs)) git(directory, ['update-ref', ref, sha])
  return { ...origin, head, merge }
}

/** Both sides may not have changed the same file. */
function mergeOf({ directory, mergeBase, base, head }: Origin): string {
  const index = join(directory, 'index-of-the-tests')
  rmSync(index, { force: true })
  const withIndex = { GIT_INDEX_FILE: index }
  git(directory, ['read-tree', '-i', '-m', '--aggressive', mergeBase, base, head], { env: withIndex })
  const tree = git(directory, ['write-tree'], { env: withIndex })
  return git(directory, ['commit-tree', '-p', base, '-p', head, '-m', 'merge', tree])
}

/** A commit without a checkout. */
function commitOn(
  directory: string,
  parents: readonly [string, ...string[]],
  { tree, message }: { readonly tree: Tree; readonly message: string },
): string {
  const index = join(directory, 'index-of-the-tests')
  rmSync(index, { force: true })
  const withIndex = { GIT_INDEX_FILE: index }
  git(directory, ['read-tree', parents[0]], { env: withIndex })
  const entries = Object.entries(tree).map(([path, text]) =>
    text === null ? `0 ${'0'.repeat(40)}\t${path}` : `100644 ${blob(directory, text)}\t${path}`,
  )
  git(directory, ['update-index', '--index-info'], { env: withIndex, input: `${entries.join('\n')}\n` })
  const made = git(directory, ['write-tree'], { env: withIndex })
  return git(directory, ['commit-tree', ...parents.flatMap((parent) => ['-p', parent]), '-m', message, made])
}

function blob(directory: string, text: string): string {
  return git(directory, ['hash-object', '-w', '--stdin'], { input: text })
}

/** Checks out into `directory` as actions/checkout does. */
export function checkOut(origin: Origin, directory: string, ref: CheckoutRef): void {
  const [refspec, ...checkout] = checkoutOf(origin, ref)
  mkdirSync(directory, { recursive: true })
  git(directory, ['init', '--quiet', '--initial-branch=main'])
  git(directory, ['remote', 'add', 'origin', `file://${origin.directory}`])
  git(directory, ['config', '--local', 'gc.auto', '0'])
  const options = ['--quiet', '--no-tags', '--prune', '--no-recurse-submodules', '--depth=1']
  git(directory, ['-c', 'protocol.version=2', 'fetch', ...options, 'origin', refspec])
  git(directory, ['checkout', '--quiet', '--force', ...checkout])
}

function checkoutOf(origin: Origin, ref: CheckoutRef): readonly [string, ...string[]] {
  if (typeof ref === 'object') return [ref.commit, ref.commit]
  switch (ref) {
    case 'merge':
      return [`+${origin.merge}:refs/remotes/pull/7/merge`, 'refs/remotes/pull/7/merge']
    case 'head':
      return [origin.head, origin.head]
    case 'base':
      return [`+${origin.base}:refs/remotes/origin/main`, '-B', 'main', 'refs/remotes/origin/main']
  }
}

const repository = { id: 1, full_name: 'o/r', fork: false }

/** The payload of `pull_request` and `pull_request_target` for pull request 7. */
export function pullRequestEvent(origin: Origin, state: 'open' | 'closed' = 'open'): object {
  return toEvent(origin, { state, headRepository: repository })
}

/** The same from a fork of somebody without rights here. */
export function forkEvent(origin: Origin): object {
  return toEvent(origin, { state: 'open', headRepository: { id: 2, full_name: 'mallory/r', fork: true } })
}

interface User {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot'
}

const octocat: User = { login: 'octocat', id: 583231, type: 'User' }

/** The payload of `pull_request` for one that this user opened, whoever its commits say they are by. */
export function eventOpenedBy(user: User): (origin: Origin) => object {
  return (origin) => toEvent(origin, { state: 'open', headRepository: repository, user })
}

interface EventDetails {
  readonly state: 'open' | 'closed'
  readonly headRepository: typeof repository
  readonly user?: User
}

function toEvent(origin: Origin, { state, headRepository, user = octocat }: EventDetails): object {
  const owner = headRepository.full_name.split('/')[0]
  return {
    action: state === 'open' ? 'synchronize' : 'closed',
    number: 7,
    pull_request: {
      number: 7,
      state,
      draft: false,
      title: 'Sum all prices',
      body: null,
      user,
      head: { ref: 'pr', sha: origin.head, label: `${owner}:pr`, repo: headRepository },
      base: { ref: 'main', sha: origin.base, label: 'o:main', repo: repository },
      merge_commit_sha: origin.merge,
    },
    repository: { ...repository, default_branch: 'main' },
    sender: user,
  }
}

/** The payload of `merge_group` for what the queue built. */
export function mergeGroupEvent(origin: Origin, queued: { readonly head: string; readonly ref: string }): object {
  return {
    action: 'checks_requested',
    merge_group: { head_sha: queued.head, head_ref: queued.ref, base_sha: origin.base, base_ref: 'refs/heads/main' },
    repository: { ...repository, default_branch: 'main' },
    sender: { login: 'github-merge-queue[bot]', id: 118344674, type: 'Bot' },
  }
}

/** The payload of `push` to a branch. */
export function pushEvent(push: { readonly branch: string; readonly before: string; readonly after: string }): object {
  const { branch, before, after } = push
  return {
    ...{ ref: `refs/heads/${branch}`, before, after, created: false, deleted: false, forced: false },
    repository: { ...repository, default_branch: 'main' },
    sender: octocat,
  }
}

/** The payload of `workflow_dispatch` on a branch. */
export function dispatchEvent(): object {
  return { inputs: null, ref: 'refs/heads/pr', repository: { id: 1, full_name: 'o/r' }, workflow: 'review.yml' }
}

/** Writes a tree and commits it; the id of the commit. */
function commit(directory: string, tree: Tree, message: string, author?: string): string {
  for (const [path, text] of Object.entries(tree)) {
    const file = join(directory, path)
    if (text === null) rmSync(file)
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  git(directory, ['add', '--all', '--force'])
  const signed = author === undefined ? [] : [`--author=${author}`]
  git(directory, ['commit', '--quiet', '--allow-empty', ...signed, '-m', message])
  return git(directory, ['rev-parse', 'HEAD'])
}

const identity = { name: 'Octo Cat', email: 'octocat@invalid', date: '1700000000 +0000' }
const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_AUTHOR_NAME: identity.name,
  GIT_AUTHOR_EMAIL: identity.email,
  GIT_AUTHOR_DATE: identity.date,
  GIT_COMMITTER_NAME: identity.name,
  GIT_COMMITTER_EMAIL: identity.email,
  GIT_COMMITTER_DATE: identity.date,
}

interface GitDetails {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

function git(directory: string, args: readonly string[], { env = {}, input = '' }: GitDetails = {}): string {
  const settings = ['-c', 'advice.detachedHead=false', '-c', 'core.autocrlf=false', '-c', 'maintenance.auto=false']
  const options = { cwd: directory, env: { ...environment, ...env }, encoding: 'utf8', input } as const
  return execFileSync('git', [...settings, ...args], options).trim()
}
