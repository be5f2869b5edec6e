/** Something that must be so inside the sandbox before a reviewer is started there. */
export interface Probe {
  readonly snapshot: string
  /** Files and directories that may be read and must not be changed. */
  readonly untouchable: readonly string[]
  /** Files outside that must not be readable. */
  readonly canaryFiles: readonly string[]
  /** Stands in the environment and in the arguments of a process outside. */
  readonly canaryToken: string
  /** Where somebody listens outside. */
  readonly loopbackPort: number
  readonly sockets: readonly string[]
  /** Names that the environment may hold. */
  readonly environment: readonly string[]
}

/** What the launcher inside the sandbox is told, in a file that only we write. */
export interface LaunchOrder {
  /** Connections to 127.0.0.1:`port` go to the UNIX socket. */
  readonly forward: { readonly port: number; readonly socket: string }
  readonly task: ProgramTask | ProbeTask
}

export interface ProgramTask {
  readonly kind: 'program'
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** The file with its standard input. */
  readonly input: string
}

export interface ProbeTask {
  readonly kind: 'probe'
  /** Begins the line with the answer. */
  readonly nonce: string
  readonly probe: Probe
}

/** What the probe found: why a check does not hold, or undefined where it does. */
export interface Finding {
  readonly check: string
  readonly problem: string | undefined
}
