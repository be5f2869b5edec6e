import { type ChildProcess, spawn } from 'node:child_process'
import { z } from 'zod'
import type { Command, CommandOutput } from '../types/reviewer.js'
import { LineSplitter } from './line-splitter.js'
import type { Identity } from './run-directory.js'

/** Codex prints a command's whole output as one JSON line; 300 KB were seen. */
const MAX_LINE_BYTES = 8 * 1024 * 1024
/** What is printed is not kept, and time is limited elsewhere: this only ends what would never end. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024
const MAX_ERROR_BYTES = 64 * 1024
/** Between the polite signal and the hard one. */
const GRACE_MS = 2_000
/** How often a process group that was told to die is looked at. */
const POLL_MS = 20

/** What is started: a Command without what only a sandbox can give. */
export type ProcessCommand = Omit<Command, 'readOnly' | 'writableFiles' | 'privateDirectories'>

export interface ProcessOptions {
  /** Who the process runs as; undefined: as we do. */
  readonly identity?: Identity | undefined
  /** `lifeline`: standard input carries nothing and stays open as long as we live and want the process to. */
  readonly stdin?: 'input' | 'lifeline'
}

/**
 * Runs one child process in its own process group, without a shell and with exactly the given environment. Settles only
 * when the whole group is gone. Rejects only when the program cannot be started.
 */
export async function runCommand(command: ProcessCommand, options: ProcessOptions = {}): Promise<CommandOutput> {
  const child = start(command, options.identity)
  const group = new ProcessGroup(child)
  const watch = new Watch(command, group)
  const errors = new Tail(MAX_ERROR_BYTES)
  const lines = new LineSplitter(MAX_LINE_BYTES, command.onLine, () => errors.add(DROPPED_LINE))
  let failure: { readonly error: unknown } | undefined
  let received = 0

  child.stdout?.on('data', (bytes: Buffer) => {
    received += bytes.length
    if (received > MAX_OUTPUT_BYTES) group.kill()
    // What comes after the end was decided is not looked at: reading it could take longer than was left.
    if (failure !== undefined || received > MAX_OUTPUT_BYTES || command.signal.aborted) return
    watch.reset()
    try {
      lines.write(bytes)
    } catch (error) {
      failure = { error }
      group.kill()
    }
  })
  child.stderr?.on('data', (bytes: Buffer) => errors.add(bytes))
  const ended = waitForEnd(child)
  // A program that does not read its input closes the pipe: EPIPE is its business, not an error of ours.
  child.stdin?.on('error', () => {})
  if (options.stdin !== 'lifeline') child.stdin?.end(command.input)
  watch.start()
  try {
    const exit = await ended
    if (failure !== undefined) throw failure.error
    lines.end()
    if (received > MAX_OUTPUT_BYTES) errors.add(TOO_MUCH_OUTPUT)
    return { ...exit, stderr: errors.text(), stalled: watch.stalled }
  } finally {
    watch.stop()
    await group.kill()
  }
}

const DROPPED_LINE = Buffer.from(`\nwarning: a line of output over ${MAX_LINE_BYTES} bytes was dropped\n`)
const TOO_MUCH_OUTPUT = Buffer.from(`\nerror: stopped after ${MAX_OUTPUT_BYTES} bytes of output\n`)

function start(command: ProcessCommand, identity: Identity | undefined): ChildProcess {
  return spawn(command.file, [...command.args], {
    cwd: command.cwd,
    env: { ...command.env },
    shell: false,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    // libuv clears the supplementary groups when it switches the user.
    ...(identity === undefined ? {} : { uid: identity.uid, gid: identity.gid }),
  })
}

/**
 * `exit`, then what is left in the pipes. A grandchild that keeps a pipe open must not hold us up, so the group is
 * killed as soon as its leader is gone; that closes the pipes.
 */
function waitForEnd(child: ChildProcess): Promise<{ exitCode: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => new ProcessGroup(child).signal('SIGKILL'))
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }))
  })
}

const NotPermitted = z.object({ code: z.literal('EPERM') })

class ProcessGroup {
  readonly #child: ChildProcess
  #killing: Promise<void> | undefined

  constructor(child: ChildProcess) {
    this.#child = child
  }

  /** SIGTERM, SIGKILL after the grace period; resolves when no process of the group is left. */
  kill(): Promise<void> {
    this.#killing ??= this.#kill()
    return this.#killing
  }

  /** False when there is no such group any more. */
  signal(signal: NodeJS.Signals | 0): boolean {
    const { pid } = this.#child
    if (pid === undefined) return false
    try {
      // Windows has no process groups; there the child alone is killed.
      return process.platform === 'win32' ? this.#child.kill(signal) : process.kill(-pid, signal)
    } catch (error) {
      // Behind sudo the group is root's: it is there, and only its lifeline reaches it.
      return NotPermitted.safeParse(error).success
    }
  }

  async #kill(): Promise<void> {
    this.#child.stdin?.destroy()
    if (!this.signal('SIGTERM')) return
    const deadline = performance.now() + GRACE_MS
    while (performance.now() < deadline && this.signal(0)) await pause(POLL_MS)
    this.signal('SIGKILL')
    const gone = performance.now() + GRACE_MS
    while (performance.now() < gone && this.signal(0)) await pause(POLL_MS)
  }
}

/** Kills the group when the caller aborts or when nothing was printed for too long. */
class Watch {
  readonly #command: ProcessCommand
  readonly #group: ProcessGroup
  readonly #onAbort = () => void this.#group.kill()
  #timer: NodeJS.Timeout | undefined
  stalled = false

  constructor(command: ProcessCommand, group: ProcessGroup) {
    this.#command = command
    this.#group = group
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.stalled = true
      void this.#group.kill()
    }, this.#command.stallMs)
    const { signal } = this.#command
    if (signal.aborted) this.#onAbort()
    else signal.addEventListener('abort', this.#onAbort, { once: true })
  }

  reset(): void {
    this.#timer?.refresh()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#command.signal.removeEventListener('abort', this.#onAbort)
  }
}

/** The last bytes of a stream. */
class Tail {
  readonly #limit: number
  #chunks: Buffer[] = []
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(bytes: Buffer): void {
    this.#chunks.push(bytes)
    this.#length += bytes.length
    // Joined only now and then, so that many small chunks stay linear.
    if (this.#length > 2 * this.#limit) this.#trim()
  }

  text(): string {
    this.#trim()
    return Buffer.concat(this.#chunks).toString('utf8')
  }

  #trim(): void {
    const all = Buffer.concat(this.#chunks)
    const kept = Buffer.from(all.subarray(Math.max(0, all.length - this.#limit)))
    this.#chunks = [kept]
    this.#length = kept.length
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
