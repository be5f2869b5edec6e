import { randomBytes, randomInt } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { ConfigurationError } from '../errors.js'

/** Who the reviewer's processes run as. Undefined: as we do, because we cannot change it. */
export interface Identity {
  readonly uid: number
  readonly gid: number
}

/** The private directory of one run; nothing of it outlives the run. */
export interface RunDirectory {
  readonly root: string
  /** Does not exist yet. */
  readonly snapshot: string
  /** Does not exist yet. */
  readonly repository: string
  readonly identity: Identity | undefined
  /** A user that nobody is, for the sandbox. */
  readonly sandboxUser: number
  /** A fresh directory of ours; what others may use in it is handed to them one by one. */
  makeScratch(): string
  /** A path for a UNIX socket, short enough to be bound, in a directory that nobody else may enter. */
  makeSocketPath(): string
  /** Files with a secret that a confined process must not be able to read: one in temp, one in home where it can be written. */
  makeCanaries(): readonly string[]
  dispose(): void
}

const CODEX_LEFTOVERS = ['codex-daemon', 'codex-bwrap-synthetic-mount-targets']

export const RUN_DIRECTORY_PREFIX = 'model-stack-run-'

/** A socket's path holds 103 bytes on every system; `/s-XXXXXX/s` takes 11 of them. */
const MAX_SOCKET_BASE = 103 - 11
const SHORT_BASE = '/tmp'
const SOCKET_MARK = '-s-'

/** Users that systemd hands out to throw-away services; nobody's files belong to them. */
const FIRST_DYNAMIC_USER = 61_184
const LAST_DYNAMIC_USER = 65_519

/** Makes the directory below the first of `bases` that can be written and that the reviewer's user can reach. */
export function makeRunDirectory(bases: readonly string[]): RunDirectory {
  const sandboxUser = randomInt(FIRST_DYNAMIC_USER, LAST_DYNAMIC_USER + 1)
  const chosen = process.getuid?.() === 0 ? { uid: sandboxUser, gid: sandboxUser } : undefined
  const reachable = bases.filter((base) => chosen === undefined || isReachable(base))
  const root = makeRoot(reachable.length === 0 ? [tmpdir()] : reachable, chosen)
  const identity = chosen !== undefined && canBecome(root, chosen) ? chosen : undefined
  const canaries: string[] = []
  return {
    root,
    snapshot: join(root, 'snapshot'),
    repository: join(root, 'objects'),
    identity,
    sandboxUser,
    makeScratch: () => makeScratch(root, identity),
    makeSocketPath: () => {
      const isShort = Buffer.byteLength(root) <= MAX_SOCKET_BASE
      const prefix = isShort ? join(root, 's-') : join(SHORT_BASE, `${basename(root)}${SOCKET_MARK}`)
      return join(mkdtempSync(prefix), 's')
    },
    makeCanaries: () => {
      canaries.push(...canaryDirectories().flatMap((place) => writeCanary(place, canaryPrefix(root))))
      return canaries
    },
    dispose: () => {
      for (const file of canaries) rmSync(file, { force: true })
      removeNamed(SHORT_BASE, `${basename(root)}${SOCKET_MARK}`)
      if (identity !== undefined) removeCodexLeftovers(identity)
      rmSync(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Left by a Codex CLI without a sandbox, under its hard-coded names. Nobody else is that user. */
function removeCodexLeftovers({ uid }: Identity): void {
  for (const name of CODEX_LEFTOVERS) rmSync(join('/tmp', `${name}-${uid}`), { recursive: true, force: true })
}

/** Root of a user namespace that maps no other user, as in rootless containers, cannot hand anything over. */
function canBecome(root: string, identity: Identity): boolean {
  const probe = mkdtempSync(join(root, 'probe-'))
  try {
    chownSync(probe, identity.uid, identity.gid)
    return true
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

function makeRoot(bases: readonly string[], identity: Identity | undefined): string {
  const problems: unknown[] = []
  for (const base of bases) {
    try {
      const root = realpathSync(mkdtempSync(join(base, RUN_DIRECTORY_PREFIX)))
      // Another user must pass through, and must not list.
      if (identity !== undefined) chmodSync(root, 0o711)
      return root
    } catch (error) {
      problems.push(error)
    }
  }
  const why = problems.map((error) => (error instanceof Error ? error.message : String(error))).join('; ')
  throw new ConfigurationError(
    `No private directory could be made in ${bases.join(', ')} (${why}). Free some space there, or point TMPDIR (RUNNER_TEMP on a runner) to a writable directory.`,
    { cause: problems[0] },
  )
}

function makeScratch(root: string, identity: Identity | undefined): string {
  const directory = mkdtempSync(join(root, 'scratch-'))
  // As for the root: another user must pass through, and must not list.
  if (identity !== undefined) chmodSync(directory, 0o711)
  return directory
}

function canaryDirectories(): readonly string[] {
  return [tmpdir(), homedir()]
}

/** Canaries carry the name of their run, so that the post step finds those of a killed one. */
function canaryPrefix(root: string): string {
  return `.model-stack-canary-${basename(root).slice(RUN_DIRECTORY_PREFIX.length)}-`
}

function writeCanary(directory: string, prefix: string): readonly string[] {
  const file = join(directory, `${prefix}${randomBytes(8).toString('hex')}`)
  try {
    writeFileSync(file, `canary ${randomBytes(16).toString('hex')}\n`, { flag: 'wx', mode: 0o644 })
    return [file]
  } catch {
    return [] // a home that cannot be written, as some runners have it
  }
}

/** Whether any user may pass through every directory down to `path`. */
export function isReachable(path: string): boolean {
  try {
    let current = realpathSync(path)
    while (true) {
      if ((statSync(current).mode & 0o001) === 0) return false
      const parent = dirname(current)
      if (parent === current) return true
      current = parent
    }
  } catch {
    return false
  }
}

/** Whether the path is named like a run directory. */
export function isRunDirectory(root: string): boolean {
  const name = basename(root)
  return isAbsolute(root) && name.startsWith(RUN_DIRECTORY_PREFIX) && name !== RUN_DIRECTORY_PREFIX
}

/** Whether it is one of the users that are taken for sandboxes. */
export function isSandboxUser(uid: number): boolean {
  return Number.isInteger(uid) && uid >= FIRST_DYNAMIC_USER && uid <= LAST_DYNAMIC_USER
}

/** Removes what a killed run left; refuses anything that is not named like a run directory. */
export function removeRunDirectory(root: string): void {
  if (!isRunDirectory(root)) return
  const name = basename(root)
  rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  for (const place of canaryDirectories()) removeNamed(place, canaryPrefix(root))
  removeNamed(SHORT_BASE, `${name}${SOCKET_MARK}`)
}

function removeNamed(directory: string, prefix: string): void {
  try {
    const left = readdirSync(directory).filter((name) => name.startsWith(prefix))
    for (const name of left) rmSync(join(directory, name), { recursive: true, force: true })
  } catch {
    // A home that cannot be listed could not be written either.
  }
}

/** A fresh directory for what is published, in the first of `bases` that can be written; it stays. */
export function makeOutputDirectory(bases: readonly string[]): string {
  const problems: string[] = []
  for (const base of bases) {
    try {
      return mkdtempSync(join(base, 'model-stack-'))
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new ConfigurationError(
    `No directory for report and SARIF could be made (${problems.join('; ')}). Free some space, or point RUNNER_TEMP to a writable directory.`,
  )
}

/** Makes `directory` and its parents for files that survive the run, such as the tool cache. */
export function makeDirectory(directory: string): string {
  mkdirSync(directory, { recursive: true })
  return directory
}
