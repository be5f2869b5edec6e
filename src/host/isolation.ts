import { ReviewerError } from '../errors.js'
import type { Command, CommandOutput, IsolationLevel } from '../types/reviewer.js'
import { type PreflightOptions, preflight } from './isolation/preflight.js'
import { INSIDE_ORIGIN, runInSandbox, type SandboxPlan } from './isolation/sandbox.js'
import { type Machine, systemBubblewrap, waysToTry } from './isolation/ways.js'

/** A sandbox that was tried from inside and held. */
export interface Sandbox {
  readonly level: IsolationLevel
  /** For people: 'bubblewrap through sudo'. */
  readonly name: string
  readonly preflight: readonly string[]
  /** Where a program inside finds the key proxy. */
  readonly origin: string
  run(command: Command): Promise<CommandOutput>
}

export interface SandboxOptions extends Omit<SandboxPlan, 'way' | 'bubblewrap'>, PreflightOptions, Machine {
  /** The bubblewrap of the pinned Codex package, verified; asked only where the system's does not do. */
  bundledBubblewrap(): Promise<string | undefined>
}

/**
 * The strongest sandbox of this machine, proved from inside. Throws ReviewerError SANDBOX_UNAVAILABLE, which says what
 * was tried and why it does not hold.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  requireSandboxPlatform(options.platform)
  const refusals: string[] = []
  for (const way of waysToTry(options)) {
    for (const find of [async () => systemBubblewrap(), options.bundledBubblewrap]) {
      const bubblewrap = await find().catch((error: unknown) => {
        // It could not be installed: the next way may do with the system's.
        if (!(error instanceof ReviewerError)) throw error
        refusals.push(`no pinned bubblewrap: ${error.message}`)
        return undefined
      })
      if (bubblewrap === undefined) continue
      const plan = { ...options, way, bubblewrap }
      const outcome = await preflight(plan, options)
      if (options.signal.aborted) throw options.signal.reason
      if (outcome.kind === 'proved') return toSandbox(plan, outcome.checks)
      refusals.push(`${way.name}, ${bubblewrap}: ${outcome.why}`)
    }
  }
  throw unavailable(refusals.length === 0 ? NO_BUBBLEWRAP : [...new Set(refusals)].join('. '))
}

/** Throws SANDBOX_UNAVAILABLE on a system for which there is none, before anything is started. */
export function requireSandboxPlatform(platform: string): void {
  if (platform !== 'linux') throw unavailable(`${platform} has no sandbox that confines a reviewer`)
}

function toSandbox(plan: SandboxPlan, checks: readonly string[]): Sandbox {
  const { level, name } = plan.way
  return { level, name, preflight: checks, origin: INSIDE_ORIGIN, run: (command) => runInSandbox(plan, command) }
}

const REMEDY =
  'Use a Linux machine where bubblewrap works (GitHub-hosted ubuntu runners do), or set isolation: none where you trust whoever opens pull requests'

const NO_BUBBLEWRAP = 'there is no bubblewrap, neither the system’s nor a pinned one for this machine'

function unavailable(why: string): ReviewerError {
  return new ReviewerError('SANDBOX_UNAVAILABLE', `No sandbox holds on this machine: ${why}. ${REMEDY}.`)
}
