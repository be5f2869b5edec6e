import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testToolCache } from '../support/installed-tool.js'

/** Who runs the program: whoever runs the tests, or one of two users that only root can make. */
export type Kind = 'self' | 'user with sudo' | 'user without sudo'

/** Somebody with a home and a temporary folder of their own, and nothing else of the job's environment. */
export interface Person {
  /** Their own: holds `home` and `tmp`. */
  readonly directory: string
  /** Makes a directory of theirs out of one of ours. */
  own(directory: string): void
  /** Starts a program as them; the pid is that of the program. */
  start(program: Program): Running
  remove(): void
}

export interface Program {
  readonly command: readonly string[]
  /** Stands before the command, still as us: as root, it may change what the machine looks like. */
  readonly before?: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Running {
  readonly ended: Promise<Ended>
  kill(): void
}

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export const isRoot = process.getuid?.() === 0
const hasSudo = existsSync('/usr/bin/sudo')
const canMakeUsers = process.platform === 'linux' && isRoot && existsSync('/usr/sbin/useradd')

/** Whom this machine lets us be. */
export function kindsHere(): readonly Kind[] {
  if (!canMakeUsers) return ['self']
  if (!hasSudo) process.stderr.write('\nNOT TESTED: no sudo on this machine, so the user with sudo is left out\n\n')
  return ['self', ...(hasSudo ? (['user with sudo'] as const) : []), 'user without sudo']
}

/** Makes the person; `remove` takes user and sudo rule away again. */
export function makePerson(kind: Kind): Person {
  const name = kind === 'self' ? undefined : addUser(kind)
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'ms-person-')))
  // The reviewer's unprivileged user must be able to pass through.
  chmodSync(directory, 0o711)
  for (const place of ['home', 'tmp']) mkdirSync(join(directory, place), { mode: 0o711 })
  const own = (place: string) => {
    if (name !== undefined) runOrThrow('chown', ['-R', `${name}:`, place])
  }
  own(directory)
  return {
    directory,
    own,
    start: ({ command, before = [], cwd = directory, env = {} }) =>
      start([...before, ...become(name), ...command], cwd, { ...environmentOf(directory), ...env }),
    remove: () => {
      if (name !== undefined) removeUser(name)
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function become(name: string | undefined): readonly string[] {
  return name === undefined ? [] : ['/usr/bin/setpriv', `--reuid=${name}`, `--regid=${name}`, '--init-groups', '--']
}

/** What a program needs to start at all on the system at hand. */
const passed = ['PATH', 'NODE_EXTRA_CA_CERTS', 'SystemRoot', 'APPDATA', 'LOCALAPPDATA', 'PATHEXT']

function environmentOf(directory: string): Record<string, string> {
  const temporary = join(directory, 'tmp')
  const inherited = passed.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(inherited),
    HOME: join(directory, 'home'),
    USERPROFILE: join(directory, 'home'),
    ...{ TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    XDG_CACHE_HOME: join(directory, 'home', '.cache'),
    // Verified before each use, so that one download does for everybody.
    RUNNER_TOOL_CACHE: testToolCache,
  }
}

function start(command: readonly string[], cwd: string, env: Record<string, string>): Running {
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString()
  return {
    kill: () => void child.kill('SIGKILL'),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (status, signal) => {
        if (signal !== null) resolve({ status, stdout: text(stdout), stderr: text(stderr) })
      })
      child.on('close', (status) => resolve({ status, stdout: text(stdout), stderr: text(stderr) }))
    }),
  }
}

const SUDOERS = '/etc/sudoers.d'

function addUser(kind: Exclude<Kind, 'self'>): string {
  const name = `ms-test-${randomBytes(4).toString('hex')}`
  runOrThrow('/usr/sbin/useradd', ['--system', '--no-create-home', '--shell', '/bin/sh', '--user-group', name])
  if (kind === 'user with sudo')
    writeFileSync(join(SUDOERS, name), `${name} ALL=(ALL) NOPASSWD: ALL\n`, { mode: 0o440, flag: 'wx' })
  return name
}

function removeUser(name: string): void {
  rmSync(join(SUDOERS, name), { force: true })
  runOrThrow('/usr/sbin/userdel', ['--force', name])
}

function runOrThrow(file: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(file, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ${args.join(' ')}: ${error?.message ?? stderr}`)
}
