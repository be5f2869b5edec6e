import { execFile } from 'node:child_process'
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, extname, isAbsolute, join, parse } from 'node:path'
import { ConfigurationError, ReviewerError } from '../errors.js'
import { isInside } from './find-executable.js'

const npmTimeoutMs = 30_000
const npmOutputBytes = 64 * 1024

/** What npm needs to find the machine's own configuration; everything else of the job could redirect it. */
const passedVariables = ['HOME', 'USERPROFILE', 'APPDATA', 'SystemRoot'] as const
/** Those of them that name a directory in which npm looks for configuration. */
const configurationDirectories: readonly string[] = ['HOME', 'USERPROFILE', 'APPDATA']

export interface RegistrySearch {
  /** The `registry` input; npm is not asked where it is set. */
  readonly input: string | undefined
  /** Directories whose content comes from a pull request: neither npm nor its configuration is taken from there. */
  readonly untrusted: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path of the running node. */
  readonly nodePath: string
}

/** A program to start and the arguments that come before npm's own. */
interface Npm {
  readonly file: string
  readonly args: readonly string[]
}

/** The npm registry to download from, without a slash at its end: the input, else the one npm is configured with. */
export async function readRegistry(search: RegistrySearch): Promise<string> {
  if (search.input !== undefined) return validRegistry(search.input)
  const untrusted = search.untrusted.map(realPathOrSame)
  const npm = findNpm(search, untrusted)
  if (npm === undefined) {
    throw new ReviewerError(
      'INSTALL_FAILED',
      'no npm beside node or on PATH that could tell the package registry: set the input `registry` to its URL',
    )
  }
  const output = await askNpm(npm, environmentFor(search.env, untrusted))
  return configuredRegistry(output.split('\n', 1)[0] ?? '')
}

/** Checks the `registry` input; throws ConfigurationError. */
export function validRegistry(text: string): string {
  const registry = toRegistry(text)
  if (registry !== undefined) return registry
  throw new ConfigurationError(
    `registry: ${shown(text)} is not accepted; give an http or https URL without user name, password, query or fragment`,
  )
}

function configuredRegistry(text: string): string {
  const registry = toRegistry(text)
  if (registry !== undefined) return registry
  throw new ReviewerError(
    'INSTALL_FAILED',
    `npm is configured with the registry ${shown(text)}, which is not a plain http or https URL: set the input \`registry\``,
  )
}

function toRegistry(text: string): string | undefined {
  const url = URL.parse(text.trim())
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined
  return url.href.endsWith('/') ? url.href.slice(0, -1) : url.href
}

/** Quoted for a message on one line; what stands before an @ may be a password and is left out. */
function shown(text: string): string {
  return text.includes('@') ? 'a URL with credentials' : JSON.stringify(text.slice(0, 200))
}

function findNpm(search: RegistrySearch, untrusted: readonly string[]): Npm | undefined {
  for (const directory of [dirname(search.nodePath), ...pathDirectories(search.env)]) {
    if (!isAbsolute(directory)) continue
    const npm = npmIn(directory, search.nodePath, untrusted)
    if (npm !== undefined) return npm
  }
  return undefined
}

function npmIn(directory: string, nodePath: string, untrusted: readonly string[]): Npm | undefined {
  const file = [join(directory, 'npm'), join(directory, 'node_modules', 'npm', 'bin', 'npm-cli.js')]
    .map((candidate) => trustedFile(candidate, untrusted))
    .find((candidate) => candidate !== undefined && isNpm(candidate))
  if (file === undefined) return undefined
  if (!isNodeScript(file)) return { file, args: [] }
  // npm derives the place of its global configuration from the node that runs it, so the one beside it goes first.
  const node = trustedFile(join(directory, process.platform === 'win32' ? 'node.exe' : 'node'), untrusted)
  return { file: node ?? nodePath, args: [file] }
}

/** The real path of a file outside the untrusted directories, neither it nor its link inside. */
function trustedFile(file: string, untrusted: readonly string[]): string | undefined {
  try {
    const real = realpathSync(file)
    const places = [real, join(realpathSync(dirname(file)), parse(file).base)]
    if (!statSync(real).isFile()) return undefined
    return untrusted.some((root) => places.some((place) => isInside(root, place))) ? undefined : real
  } catch {
    return undefined
  }
}

/** Beside node.exe lies a script for a Unix shell that is called `npm` too; Windows cannot start that. */
function isNpm(file: string): boolean {
  return isNodeScript(file) || (process.platform !== 'win32' && isExecutable(file))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isNodeScript(file: string): boolean {
  if (['.js', '.cjs', '.mjs'].includes(extname(file))) return true
  const [firstLine = ''] = readFileSync(file).subarray(0, 200).toString('latin1').split('\n', 1)
  return firstLine.startsWith('#!') && firstLine.trimEnd().endsWith('node')
}

function environmentFor(
  env: Readonly<Record<string, string | undefined>>,
  untrusted: readonly string[],
): Record<string, string> {
  const isUntrusted = (path: string): boolean =>
    !isAbsolute(path) || untrusted.some((root) => isInside(root, realPathOrSame(path)))
  const passed = passedVariables.flatMap((name) => {
    const value = env[name]
    if (value === undefined) return []
    return configurationDirectories.includes(name) && isUntrusted(value) ? [] : [[name, value]]
  })
  const path = pathDirectories(env).filter((directory) => !isUntrusted(directory))
  return { ...Object.fromEntries(passed), PATH: path.join(delimiter) }
}

function pathDirectories(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return (env.PATH ?? env.Path ?? '').split(delimiter)
}

function realPathOrSame(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** In the root directory, so that no project's `.npmrc` is near; without log files and without a look for updates. */
function askNpm(npm: Npm, env: Record<string, string>): Promise<string> {
  const args = [...npm.args, 'config', 'get', 'registry', '--logs-max=0', '--no-update-notifier']
  const options = { cwd: parse(npm.file).root, env, timeout: npmTimeoutMs, maxBuffer: npmOutputBytes, shell: false }
  return new Promise((resolve, reject) => {
    const child = execFile(npm.file, args, options, (error, stdout) => {
      if (error === null) return resolve(stdout)
      const why = error.killed === true ? `did not answer in ${npmTimeoutMs / 1000} s` : `failed (${error.code})`
      const message = `\`npm config get registry\` ${why}: set the input \`registry\` to the URL of the package registry`
      reject(new ReviewerError('INSTALL_FAILED', message, { cause: error }))
    })
    child.stdin?.end()
  })
}
