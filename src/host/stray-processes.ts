import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What the processes of one run can be told by. */
export interface RunMarks {
  /** Stands in the arguments of whatever was started for the run. */
  readonly directory: string
  /** The throw-away user of the sandbox; undefined where it is not known. */
  readonly user: number | undefined
}

const SUDO = '/usr/bin/sudo'
const KILL = '/usr/bin/kill'
const KILL_MS = 10_000
/** What was started while the others were killed is found in the next round. */
const ROUNDS = 5

/** Kills what a run that was killed itself may have left behind. A second line: the lifeline ends the sandbox with us. */
export function killStrays(marks: RunMarks): void {
  if (process.platform !== 'linux') return
  for (let round = 0; round < ROUNDS; round += 1) {
    const strays = findStrays(marks)
    if (strays.length === 0) return
    killAll(strays)
  }
}

function killAll(strays: readonly number[]): void {
  const refused = strays.filter((pid) => !kill(pid))
  // Behind sudo they are root's, or the throw-away user's.
  if (refused.length > 0)
    spawnSync(SUDO, ['-n', '--', KILL, '-KILL', ...refused.map(String)], { stdio: 'ignore', env: {}, timeout: KILL_MS })
}

/** Processes of the run's user, and those whose arguments name the run's directory. */
export function findStrays({ directory, user }: RunMarks): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => belongs(name, { directory, user }))
    .map(Number)
}

/** Dead already; only its parent can clear it away. */
const ZOMBIE = /^State:\s+Z/m

function belongs(pid: string, { directory, user }: RunMarks): boolean {
  const status = read(`/proc/${pid}/status`)
  if (ZOMBIE.test(status)) return false
  const uid = /^Uid:\s+(\d+)/m.exec(status)?.[1]
  if (user !== undefined && uid === String(user)) return true
  return read(`/proc/${pid}/cmdline`).includes(directory)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return '' // it ended meanwhile
  }
}

/** False where it is not ours to kill. */
function kill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM')
  }
}
