import { statSync } from 'node:fs'
import type { IsolationLevel } from '../../types/reviewer.js'
import { type Privilege, SETPRIV } from './bubblewrap.js'

/** One way to make a sandbox on this machine. */
export interface Way {
  readonly level: Extract<IsolationLevel, 'root-sandbox' | 'user-sandbox'>
  /** For people: 'bubblewrap through sudo'. */
  readonly name: string
  readonly privilege: Privilege
  /** What stands before the command to get the privilege. */
  readonly prefix: readonly string[]
}

const SUDO = '/usr/bin/sudo'
export const SHELL = '/bin/sh'
/** The system's own, in the places where no ordinary user can put one. */
const SYSTEM_BUBBLEWRAP = ['/usr/bin/bwrap', '/bin/bwrap']

export interface Machine {
  /** As `process.platform`. */
  readonly platform: string
  readonly isRoot: boolean
  /** The throw-away user, where root can hand over to one. */
  readonly uid: number
}

/** What can be tried here, strongest first. Whether it works is seen by the preflight only. */
export function waysToTry(machine: Machine): readonly Way[] {
  const root = { level: 'root-sandbox', privilege: { kind: 'root', uid: machine.uid } } as const
  return [
    ...(machine.isRoot && isFile(SETPRIV) ? [{ ...root, name: 'bubblewrap as root', prefix: [] }] : []),
    ...(!machine.isRoot && isFile(SETPRIV) && isFile(SUDO)
      ? [{ ...root, name: 'bubblewrap through sudo', prefix: [SUDO, '-n', '--'] }]
      : []),
    {
      level: 'user-sandbox',
      name: 'bubblewrap in a user namespace',
      privilege: { kind: 'user-namespace' },
      prefix: [],
    },
  ]
}

/** The system's bubblewrap; undefined where there is none that only root can change. */
export function systemBubblewrap(): string | undefined {
  return SYSTEM_BUBBLEWRAP.find((path) => {
    try {
      const status = statSync(path)
      return status.isFile() && status.uid === 0 && (status.mode & 0o022) === 0
    } catch {
      return false
    }
  })
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
