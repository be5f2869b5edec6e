import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPrompt } from '../../prompts.js'
import type { Command, InstalledTool, ReviewRequest } from '../../types/reviewer.js'

/**
 * The directories of one run of the CLI. CODEX_HOME must not lie below TMPDIR, else the CLI puts no sandbox helper there
 * and every command fails without an event; hence siblings.
 */
export interface Workspace {
  readonly snapshot: string
  readonly home: string
  readonly codexHome: string
  readonly temporary: string
  readonly instructions: string
  readonly schema: string
  readonly lastMessage: string
}

/** Writes the input files of a run into `request.scratch` and names its directories. */
export async function makeWorkspace(request: ReviewRequest): Promise<Workspace> {
  const inScratch = (name: string) => join(request.scratch, name)
  const workspace = {
    snapshot: request.snapshot,
    home: inScratch('home'),
    codexHome: inScratch('codex-home'),
    temporary: inScratch('tmp'),
    instructions: inScratch('instructions.md'),
    schema: inScratch('schema.json'),
    lastMessage: inScratch('last-message.txt'),
  }
  await writeFile(workspace.instructions, readPrompt('reviewers/codex'), { mode: 0o644 })
  await writeFile(workspace.schema, JSON.stringify(request.outputSchema), { mode: 0o644 })
  return workspace
}

/** What the CLI may read and write. */
export function toFiles(
  tool: InstalledTool,
  workspace: Workspace,
): Pick<Command, 'readOnly' | 'writableFiles' | 'privateDirectories'> {
  return {
    readOnly: [tool.directory, workspace.instructions, workspace.schema],
    writableFiles: [workspace.lastMessage],
    privateDirectories: [workspace.home, workspace.codexHome, workspace.temporary],
  }
}

/** The environment of the CLI, made from nothing. */
export function toEnvironment(workspace: Workspace): Readonly<Record<string, string>> {
  return {
    PATH: '/usr/bin:/bin',
    HOME: workspace.home,
    TMPDIR: workspace.temporary,
    CODEX_HOME: workspace.codexHome,
    LANG: 'C.UTF-8',
    // Without it Debian's bash takes the tool's socket for a remote login and reads ~/.bashrc.
    SHLVL: '1',
  }
}
