import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPrompt } from '../../prompts.js'
import type { Command, InstalledTool, ReviewRequest } from '../../types/reviewer.js'

/** The files and directories of one run of the CLI. */
export interface Workspace {
  readonly home: string
  readonly configuration: string
  readonly temporary: string
  readonly systemPrompt: string
}

/** Writes the input files of a run into `request.scratch` and names its directories. `id` names the prompt. */
export async function makeWorkspace(request: ReviewRequest, id: string): Promise<Workspace> {
  const inScratch = (name: string) => join(request.scratch, name)
  const workspace = {
    home: inScratch('home'),
    configuration: inScratch('claude-home'),
    temporary: inScratch('tmp'),
    systemPrompt: inScratch('system-prompt.md'),
  }
  await writeFile(workspace.systemPrompt, readPrompt(`reviewers/${id}`), { mode: 0o644 })
  return workspace
}

/** What the CLI may read and write. */
export function toFiles(
  tool: InstalledTool,
  workspace: Workspace,
): Pick<Command, 'readOnly' | 'writableFiles' | 'privateDirectories'> {
  return {
    readOnly: [tool.directory, workspace.systemPrompt],
    writableFiles: [],
    privateDirectories: [workspace.home, workspace.configuration, workspace.temporary],
  }
}
