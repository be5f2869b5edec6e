import { objectId } from '../diff/read.js'
import { ConfigurationError, GitError } from '../errors.js'
import type { SearchOutcome, SearchPort } from '../evidence/absence.js'
import { checkGlobs, globMatcher } from '../policy/globs.js'
import type { Sha } from '../types/change.js'
import type { Git } from './host.js'

/** Of one run: each may read the whole head (a second in a tree of 70,000 files). */
const MAX_SEARCHES = 200
const MAX_GLOBS = 20
/** Names of files that hold one text; a text that is in more files than these bytes can name is there. */
const MAX_LISTING_BYTES = 256 * 1024 * 1024

/** Searches the text files of a commit through git; the checkout takes no part. */
export function makeSearch(git: Git, head: Sha): SearchPort {
  const commit = objectId(head)
  const searched = new Map<string, Promise<SearchOutcome>>()
  let allPaths: Promise<readonly string[]> | undefined
  const listPaths = () => {
    allPaths ??= readPaths(git, commit)
    return allPaths
  }
  return {
    find: (pattern, paths) => {
      const key = JSON.stringify([pattern, paths])
      const known = searched.get(key)
      if (known !== undefined) return known
      if (searched.size >= MAX_SEARCHES) return Promise.resolve(notSearched(`is beyond the ${MAX_SEARCHES} of one run`))
      const outcome = search({ git, commit, pattern, paths, listPaths })
      searched.set(key, outcome)
      return outcome
    },
  }
}

interface Search {
  readonly git: Git
  readonly commit: Sha
  readonly pattern: string
  readonly paths: readonly string[]
  listPaths(): Promise<readonly string[]>
}

async function search({ git, commit, pattern, paths, listPaths }: Search): Promise<SearchOutcome> {
  // Several lines would be several patterns to git, and an argument cannot hold a NUL.
  if (/[\p{Cc}]/u.test(pattern) || pattern === '') return notSearched('is not for one line of text')
  const scope = toScope(paths)
  if (scope === undefined) return notSearched(`has paths that are no globs, or more than ${MAX_GLOBS}`)
  const path = (await filesWith(git, commit, pattern)).find(scope)
  if (path !== undefined) return { kind: 'found', path, line: await firstLine({ git, commit, pattern }, path) }
  const coversSomething = paths.length === 0 || (await listPaths()).some(scope)
  return coversSomething ? { kind: 'nothing' } : notSearched('has paths that match no file')
}

/** Whether a path is in the scope of a search; undefined for globs that could not be matched in bounded time. */
function toScope(paths: readonly string[]): ((path: string) => boolean) | undefined {
  if (paths.length === 0) return () => true
  if (paths.length > MAX_GLOBS) return undefined
  const globs = paths.map((path) => path.replace(/^\.\//, '').replace(/\/$/, '/**'))
  try {
    const matchers = checkGlobs(globs, 'searches').map(globMatcher)
    return (path) => matchers.some((matches, index) => matches(path) || path.startsWith(`${globs[index]}/`))
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined
    throw error
  }
}

function filesWith(git: Git, commit: Sha, pattern: string): Promise<readonly string[]> {
  return grep(git, ['-l', '-e', pattern, commit, '--']).then((output) =>
    withoutLast(output.split('\0')).map((name) => name.slice(commit.length + 1)),
  )
}

/** Null where git does not know the path as it was printed, which is so for names that are not UTF-8. */
async function firstLine(
  { git, commit, pattern }: Pick<Search, 'git' | 'commit' | 'pattern'>,
  path: string,
): Promise<number | null> {
  const output = await grep(git, ['-n', '-e', pattern, commit, '--', `:(literal)${path}`])
  const [, line] = output.split('\0', 2)
  return line === undefined ? null : Number(line)
}

async function readPaths(git: Git, commit: Sha): Promise<readonly string[]> {
  const output = await git.read(['--no-replace-objects', 'ls-tree', '-r', '-z', '--name-only', commit])
  return withoutLast(output.toString('utf8').split('\0'))
}

/** What `git grep` prints; nothing where nothing matches, which it tells by its exit code. */
async function grep(git: Git, args: readonly string[]): Promise<string> {
  const options = ['--no-replace-objects', '-c', 'grep.column=false', 'grep', '-I', '-i', '-F', '-z', '--no-color']
  try {
    const output = await git.read([...options, ...args], { maxBytes: MAX_LISTING_BYTES })
    return output.toString('utf8')
  } catch (error) {
    if (isNothing(error)) return ''
    throw error
  }
}

/** Without a word on standard error; whatever git could not read, it complains of there. */
function isNothing(error: unknown): boolean {
  return error instanceof GitError && error.message === 'git ended with exit code 1'
}

function withoutLast(parts: readonly string[]): readonly string[] {
  return parts.slice(0, -1)
}

function notSearched(why: string): SearchOutcome {
  return { kind: 'not-searched', why }
}
