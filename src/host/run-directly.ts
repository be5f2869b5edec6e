import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import type { Command, CommandOutput } from '../types/reviewer.js'
import { runCommand } from './run-command.js'
import type { Identity } from './run-directory.js'

/** Runs the command without a sandbox, as another user where we can. Only with isolation: none. */
export async function runDirectly(command: Command, identity: Identity | undefined): Promise<CommandOutput> {
  const handOver = (path: string) => {
    if (identity !== undefined) chownSync(path, identity.uid, identity.gid)
  }
  for (const directory of command.privateDirectories) {
    mkdirSync(directory, { recursive: true, mode: 0o755 })
    handOver(directory)
  }
  for (const file of command.writableFiles) {
    writeFileSync(file, '', { mode: 0o644 })
    handOver(file)
  }
  return runCommand(command, { identity })
}
