import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { ReviewerError } from '../../errors.js'
import type { Command, CommandOutput, InstalledTool, ReviewerIO } from '../../types/reviewer.js'

/** What node rejects with when a program cannot be started. */
const SpawnError = z.looseObject({ code: z.string(), syscall: z.string().startsWith('spawn') })

/** Longest text of a provider or CLI that an error message repeats. */
const MAX_QUOTE_LENGTH = 300

/** The installed CLI; without one no review can be asked for. `name` is the CLI's, for people. */
export function requireTool(io: ReviewerIO, name: string): InstalledTool {
  if (io.tool === undefined) throw new ReviewerError('INSTALL_FAILED', `${name} is not installed on this machine.`)
  return io.tool
}

/** Runs a CLI; one that the system cannot start is a failure of the reviewer and not ours. */
export async function runCli(io: ReviewerIO, name: string, command: Command): Promise<CommandOutput> {
  try {
    return await io.run(command)
  } catch (error) {
    const failed = SpawnError.safeParse(error)
    if (!failed.success) throw error
    const remedy = 'It must be executable for the user that it runs as; as root that is an unprivileged one.'
    throw new ReviewerError('EXITED', `${name} cannot be started (${failed.data.code}). ${remedy}`, { cause: error })
  }
}

/** Throws when the CLI was stopped because nothing was heard of it. */
export function requireHeard(output: CommandOutput, name: string, stallMs: number): void {
  if (!output.stalled) return
  const seconds = Math.round(stallMs / 1000)
  throw new ReviewerError('STALLED', `${name} said nothing for ${seconds} seconds and was stopped. Run again.`)
}

/** How the CLI ended, with the last line of its standard error. */
export function describeExit({ exitCode, signal, stderr }: CommandOutput): string {
  const exit = signal === null ? `exit code ${exitCode}` : `ended by ${signal}`
  const errors = toOneLine(stderr.trimEnd().split('\n').at(-1) ?? '')
  return `${exit}, ${errors === '' ? 'nothing on standard error' : errors}`
}

/** The answer; throws where there is none. */
export function requireText(text: string): string {
  if (text.trim() !== '') return text
  throw new ReviewerError(
    'NO_REPLY',
    'The model ended its turn without an answer. Run again; if it stays, try another model.',
  )
}

/** Throws when the run was called off: at the wall clock of the review, or by the runner. */
export function requireUninterrupted(signal: AbortSignal): void {
  if (!signal.aborted) return
  const reason: unknown = signal.reason
  if (reason instanceof ReviewerError) throw reason
  throw new ReviewerError(
    'TIMED_OUT',
    reason instanceof Error ? toOneLine(reason.message) : 'The review ran out of time.',
  )
}

/** Foreign text as a short piece of one line, without control characters. */
export function toOneLine(text: string): string {
  const line = stripVTControlCharacters(text.slice(0, 64 * 1024))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return line.length > MAX_QUOTE_LENGTH ? `${line.slice(0, MAX_QUOTE_LENGTH - 1)}…` : line
}
