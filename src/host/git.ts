import { spawn } from 'node:child_process'
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { ConfigurationError, GitError } from '../errors.js'
import type { Commits } from '../trigger/resolve.js'
import type { Sha } from '../types/change.js'
import { type ObjectFormat, writeBareRepository } from './bare-repository.js'
import { type CommitLookup, makeCommitLookup } from './commit-lookup.js'
import { findExecutable } from './find-executable.js'
import type { Git, GitReadOptions } from './host.js'

/** Git objects are read in one piece; a change bigger than this is refused by name. */
const DEFAULT_MAX_BYTES = 512 * 1024 * 1024
const STDERR_KEPT = 4096

/** Settings of ours that no configuration file may change; `-c` outranks every file. */
const FIXED_SETTINGS = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'safe.directory=*',
  'gc.auto=0',
  'maintenance.auto=false',
  'fetch.writeCommitGraph=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  // Kept as a pack: unpacking would touch the time of every object that the checkout has already.
  'fetch.unpackLimit=1',
  'credential.helper=',
  'protocol.allow=never',
  'protocol.file.allow=always',
  'protocol.http.allow=always',
  'protocol.https.allow=always',
  'protocol.ssh.allow=always',
]

export interface CheckoutOptions {
  /** The user's checkout; only ever read. */
  readonly checkout: string
  /** An empty private directory; the repository that all objects are read from is made here. */
  readonly directory: string
  /** Sent to `serverUrl` alone, as actions/checkout would. */
  readonly token: string | undefined
  readonly serverUrl: string
}

/**
 * A private bare repository whose alternates are the checkout's objects. Everything is read through it, so the
 * checkout's configuration, attributes, hooks and refs never take part, and everything git writes (fetched objects,
 * trees of the index) lands here. See docs/decisions/0003.
 */
export async function openRepository(options: CheckoutOptions): Promise<Commits> {
  const executable = findExecutable('git', [options.checkout])
  if (executable === undefined)
    throw new ConfigurationError('git was not found on PATH (outside the checkout). Install git 2.31 or newer.')
  const inCheckout = gitIn(executable, ['-C', options.checkout])
  const layout = await readLayout(inCheckout, options.checkout)
  const git = initPrivate(executable, options.directory, layout)
  const resolveRef = makeCommitLookup(inCheckout)
  const findCommit = makeCommitLookup(git)
  return {
    git,
    resolveRef,
    hasCommit: async (sha) => (await findCommit(sha)) !== undefined,
    fetch: async (refspecs, depth) => {
      const url = await readOrigin(inCheckout, options.checkout)
      const env = { ...transportEnvironment(), ...tokenHeader(url, options) }
      await git.read(
        [
          'fetch',
          '--quiet',
          '--no-tags',
          '--no-recurse-submodules',
          '--no-write-fetch-head',
          ...depth,
          '--',
          url,
          ...refspecs,
        ],
        { env },
      )
    },
    shallowBoundary: () => readShallow(options.directory),
    commitOf: (what) => commitOf(what, { inCheckout, executable, options, layout, resolveRef }),
    originDefault: () => originDefault(inCheckout, resolveRef),
  }
}

interface Layout {
  /** Absolute paths inside the checkout's git directory. */
  readonly commonDirectory: string
  readonly objectFormat: ObjectFormat
}

async function readLayout(inCheckout: Git, checkout: string): Promise<Layout> {
  try {
    const output = await inCheckout.read([
      'rev-parse',
      '--path-format=absolute',
      '--git-common-dir',
      '--show-object-format',
    ])
    const [commonDirectory = '', objectFormat] = output.toString().trim().split('\n')
    return { commonDirectory, objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1' }
  } catch (error) {
    throw new ConfigurationError(
      `${checkout} is not a git checkout. Run inside one, or add a step with actions/checkout before this action. (${messageOf(error)})`,
      { cause: error },
    )
  }
}

function initPrivate(executable: string, directory: string, layout: Layout): Git {
  writeBareRepository(directory, layout.objectFormat)
  addAlternate(directory, join(layout.commonDirectory, 'objects'))
  const shallow = join(layout.commonDirectory, 'shallow')
  if (existsSync(shallow)) copyFileSync(shallow, join(directory, 'shallow'))
  return gitIn(executable, [`--git-dir=${directory}`])
}

/** Lets the repository in `directory` read the objects in `objects`. */
function addAlternate(directory: string, objects: string): void {
  mkdirSync(join(directory, 'objects', 'info'), { recursive: true })
  appendFileSync(join(directory, 'objects', 'info', 'alternates'), `${quoteAlternate(objects)}\n`)
}

/** A path that starts with a double quote is unquoted by git; any other is taken as it is, up to the newline. */
function quoteAlternate(path: string): string {
  if (/[\n\r]/.test(path))
    throw new ConfigurationError(
      'The path of the checkout holds a line break, which git alternates cannot carry. Move the checkout.',
    )
  return path
}

async function readOrigin(inCheckout: Git, checkout: string): Promise<string> {
  const url = await inCheckout.read(['config', '--get', 'remote.origin.url']).then(
    (output) => output.toString().trim(),
    () => '',
  )
  if (url === '') throw new GitError('the checkout has no remote "origin" to fetch from')
  const isPath = !/^[a-z][a-z0-9+.-]*:\/\//i.test(url) && !/^[^/]+:/.test(url)
  return isPath && !isAbsolute(url) ? resolve(checkout, url) : url
}

/** The branch by its own name where origin/HEAD leads to one, so that rules for that branch hold. */
async function originDefault(inCheckout: Git, resolveRef: CommitLookup): Promise<string | undefined> {
  const usual = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master']
  const [target, ...found] = await Promise.all([symbolicTarget(inCheckout, usual[0] ?? ''), ...usual.map(resolveRef)])
  // Where origin/HEAD leads to a commit, so does the branch that it stands for.
  if (target !== undefined && found[0] !== undefined) return target
  return usual.find((_, index) => found[index] !== undefined)
}

async function symbolicTarget(inCheckout: Git, ref: string): Promise<string | undefined> {
  try {
    const target = (await inCheckout.read(['rev-parse', '--verify', '--quiet', '--symbolic-full-name', ref]))
      .toString()
      .trim()
    return target.startsWith('refs/remotes/origin/') ? target : undefined
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

function readShallow(directory: string): readonly Sha[] {
  const file = join(directory, 'shallow')
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
}

interface CommitContext {
  readonly inCheckout: Git
  readonly executable: string
  readonly options: CheckoutOptions
  readonly layout: Layout
  readonly resolveRef: CommitLookup
}

/** Fixed, so that the same tree on the same parent is the same commit. */
const LOCAL_COMMITTER = {
  GIT_AUTHOR_NAME: 'local',
  GIT_AUTHOR_EMAIL: 'local@invalid',
  GIT_AUTHOR_DATE: '1700000000 +0000',
  GIT_COMMITTER_NAME: 'local',
  GIT_COMMITTER_EMAIL: 'local@invalid',
  GIT_COMMITTER_DATE: '1700000000 +0000',
}

async function commitOf(what: 'index' | 'working-tree', context: CommitContext): Promise<Sha> {
  const { inCheckout, executable, options, resolveRef } = context
  const parent = await resolveRef('HEAD')
  if (parent === undefined) throw new ConfigurationError('The checkout has no commit yet. Commit something first.')
  const entries = await inCheckout.read(['ls-files', '--stage', '-z', '--full-name', '--', ':/'])
  refuseUnmerged(entries)
  const store = await makeStore(context)
  await store.git.read(['update-index', '-z', '--index-info'], { input: entries })
  if (what === 'working-tree') await addWorkingTree(store, context)
  const tree = (await store.git.read(['write-tree', '--missing-ok'])).toString().trim()
  addAlternate(options.directory, join(store.directory, 'objects'))
  const git = gitIn(executable, [`--git-dir=${options.directory}`])
  const commit = ['commit-tree', tree, '-p', parent, '-m', `local ${what}`]
  return (await git.read(commit, { env: LOCAL_COMMITTER })).toString().trim()
}

interface Store {
  readonly git: Git
  readonly directory: string
}

/**
 * A repository for new objects that knows nothing of the checkout's: git renews the time of an object that it is asked
 * to write and finds in an alternate, and so would change the checkout.
 */
async function makeStore({ executable, options, layout }: CommitContext): Promise<Store> {
  const directory = mkdtempSync(join(options.directory, 'local-'))
  // By git itself, which notes what the file system can do: files of the work tree are added here.
  const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${layout.objectFormat}`, directory]
  await gitIn(executable, []).read(init)
  return { git: gitIn(executable, ['-c', 'core.compression=0', `--git-dir=${directory}`]), directory }
}

function refuseUnmerged(entries: Buffer): void {
  const unmerged = /(?:^|\0)\d{6} [0-9a-f]+ [1-3]\t/.test(entries.toString('latin1'))
  if (unmerged) throw new ConfigurationError('The index holds unmerged paths. Finish or abort the merge first.')
}

/** `git add` with the private repository's configuration: no clean filter, hook or file-system monitor of the checkout can run. */
async function addWorkingTree(store: Store, context: CommitContext): Promise<void> {
  const root = (await context.inCheckout.read(['rev-parse', '--show-toplevel'])).toString().replace(/\n$/, '')
  mkdirSync(join(store.directory, 'info'), { recursive: true })
  writeFileSync(join(store.directory, 'info', 'exclude'), await readExcludes(context))
  await store.git.read(
    [`--work-tree=${root}`, '-c', 'core.bare=false', '-C', root, 'add', '--all', '--ignore-errors', '--', '.'],
    { env: { GIT_LITERAL_PATHSPECS: '1' } },
  )
}

/** What the user ignores beyond the tree's own .gitignore files. */
async function readExcludes({ inCheckout, layout }: CommitContext): Promise<string> {
  const configured = await inCheckout.read(['config', '--path', '--get', 'core.excludesFile']).then(
    (output) => output.toString().replace(/\n$/, ''),
    () => join(process.env['XDG_CONFIG_HOME'] ?? join(process.env['HOME'] ?? '/', '.config'), 'git', 'ignore'),
  )
  const files = [join(layout.commonDirectory, 'info', 'exclude'), configured]
  return files
    .filter((file) => existsSync(file))
    .map((file) => `${readFileSync(file, 'utf8')}\n`)
    .join('')
}

/** Variables that a transport needs; nothing else of the job reaches git. */
const TRANSPORT_VARIABLES = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSH_AUTH_SOCK',
  'HOME',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
]

function transportEnvironment(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const name of TRANSPORT_VARIABLES) {
    const value = process.env[name]
    if (value !== undefined && value !== '') env[name] = value
  }
  const authority = env['CURL_CA_BUNDLE'] ?? env['SSL_CERT_FILE'] ?? process.env['NODE_EXTRA_CA_CERTS']
  return authority === undefined || authority === '' ? env : { ...env, GIT_SSL_CAINFO: authority }
}

/** The token in git's environment, never in its arguments, and only for the server that it belongs to. */
function tokenHeader(url: string, { token, serverUrl }: CheckoutOptions): Record<string, string> {
  const server = serverUrl.replace(/\/+$/, '')
  if (token === undefined || token === '' || !url.startsWith(`${server}/`)) return {}
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  }
}

const BASE_ENVIRONMENT = {
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: 'true',
  GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
}

/** git in a repository of our own making, such as the demo's. */
export function gitInDirectory(directory: string): Git {
  const executable = findExecutable('git', [])
  if (executable === undefined) throw new ConfigurationError('git was not found on PATH. Install git 2.31 or newer.')
  return gitIn(executable, ['-C', directory])
}

function gitIn(executable: string, where: readonly string[]): Git {
  const settings = FIXED_SETTINGS.flatMap((setting) => ['-c', setting])
  return { read: (args, options = {}) => runGit(executable, [...settings, ...where, ...args], options) }
}

function runGit(executable: string, args: readonly string[], options: GitReadOptions): Promise<Buffer> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    SYSTEMROOT: process.env['SYSTEMROOT'] ?? '',
    ...BASE_ENVIRONMENT,
    ...options.env,
  }
  return new Promise((fulfil, reject) => {
    const stdin = options.input === undefined ? 'ignore' : 'pipe'
    const child = spawn(executable, args, { cwd: '/', env, stdio: [stdin, 'pipe', 'pipe'], windowsHide: true })
    const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
    const chunks: Buffer[] = []
    let size = 0
    let stderr = ''
    const take = options.onOutput ?? ((chunk: Buffer) => void chunks.push(chunk))
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length
      try {
        if (size <= maxBytes) take(chunk)
        else child.kill('SIGKILL')
      } catch (error) {
        reject(error)
        child.stdout?.removeAllListeners('data').resume()
        child.kill('SIGKILL')
      }
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-STDERR_KEPT)
    })
    child.stdin?.on('error', () => {}) // git may end before it has read all of its input; its exit code tells
    child.stdin?.end(options.input)
    child.on('error', reject)
    child.on('close', (code) => {
      if (size > maxBytes) reject(new GitError(`git printed more than ${maxBytes} bytes`))
      else if (code === 0) fulfil(Buffer.concat(chunks))
      else reject(new GitError(oneLine(stderr) || `git ended with exit code ${code}`))
    })
  })
}

function oneLine(text: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .join('; ')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
