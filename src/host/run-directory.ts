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
import { basename, dirname, join } from 'node:path'
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
  /** A fresh directory that the identity owns. */
  makeScratch(): string
  /** Files with a secret that a confined process must not be able to read: one in temp, one in home where it can be written. */
  makeCanaries(): readonly string[]
  dispose(): void
}

const CODEX_LEFTOVERS = ['codex-daemon', 'codex-bwrap-synthetic-mount-targets']

export const RUN_DIRECTORY_PREFIX = 'model-stack-run-'

/** Users that systemd hands out to throw-away services; nobody's files belong to them. */
const FIRST_DYNAMIC_USER = 61_184
const LAST_DYNAMIC_USER = 65_519

/** Makes the directory below the first of `bases` that the reviewer's user can reach. */
export function makeRunDirectory(bases: readonly string[]): RunDirectory {
  const chosen = chooseIdentity()
  const base = bases.find((candidate) => chosen === undefined || isReachable(candidate)) ?? tmpdir()
  const root = makeRoot(base, chosen)
  const identity = chosen !== undefined && canBecome(root, chosen) ? chosen : undefined
  const canaries: string[] = []
  return {
    root,
    snapshot: join(root, 'snapshot'),
    repository: join(root, 'objects'),
    identity,
    makeScratch: () => makeScratch(root, identity),
    makeCanaries: () => {
      canaries.push(...canaryDirectories().flatMap((place) => writeCanary(place, canaryPrefix(root))))
      return canaries
    },
    dispose: () => {
      for (const file of canaries) rmSync(file, { force: true })
      // Left by the Codex CLI under its hard-coded names. Only a user of our own making has nobody else's there.
      for (const name of identity === undefined ? [] : CODEX_LEFTOVERS)
        rmSync(`/tmp/${name}-${identity?.uid}`, { recursive: true, force: true })
      rmSync(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function chooseIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = randomInt(FIRST_DYNAMIC_USER, LAST_DYNAMIC_USER + 1)
  return { uid: id, gid: id }
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

function makeRoot(base: string, identity: Identity | undefined): string {
  try {
    const root = realpathSync(mkdtempSync(join(base, RUN_DIRECTORY_PREFIX)))
    // Another user must pass through, and must not list.
    if (identity !== undefined) chmodSync(root, 0o711)
    return root
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(
      `No private directory could be made in ${base} (${why}). Free some space there, or point TMPDIR (RUNNER_TEMP on a runner) to a writable directory.`,
      { cause: error },
    )
  }
}

function makeScratch(root: string, identity: Identity | undefined): string {
  const directory = mkdtempSync(join(root, 'scratch-'))
  if (identity !== undefined) chownSync(directory, identity.uid, identity.gid)
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

/** Removes what a killed run left; refuses anything that is not named like a run directory. */
export function removeRunDirectory(root: string): void {
  const name = basename(root)
  if (!name.startsWith(RUN_DIRECTORY_PREFIX) || name === RUN_DIRECTORY_PREFIX) return
  rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  for (const place of canaryDirectories()) removeCanaries(place, canaryPrefix(root))
}

function removeCanaries(directory: string, prefix: string): void {
  try {
    const left = readdirSync(directory).filter((name) => name.startsWith(prefix))
    for (const name of left) rmSync(join(directory, name), { force: true })
  } catch {
    // A home that cannot be listed could not be written either.
  }
}

/** Makes `directory` and its parents for files that survive the run, such as the tool cache. */
export function makeDirectory(directory: string): string {
  mkdirSync(directory, { recursive: true })
  return directory
}
