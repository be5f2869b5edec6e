import { z } from 'zod'
import { PERMISSION_MODE, TOOLS } from './command-line.js'

const Names = z.array(z.unknown())

/** The CLI's own account of how it was set up, its first event. What is missing counts as wrong. */
export const InitEvent = z.looseObject({
  type: z.literal('system'),
  subtype: z.literal('init'),
  cwd: z.string(),
  model: z.string(),
  permissionMode: z.string(),
  claude_code_version: z.string(),
  tools: z.array(z.string()),
  mcp_servers: Names,
  slash_commands: Names,
  skills: Names,
  plugins: z.array(z.looseObject({ path: z.string(), source: z.string() })),
  agents: z.array(z.string()),
  additional_directories: Names.optional(),
})
export type InitEvent = z.infer<typeof InitEvent>

/** How a run was asked to be set up. */
export interface ExpectedSetup {
  readonly snapshot: string
  readonly model: string
  readonly version: string
}

/** With `--json-schema` the CLI offers one tool of its own, which hands in the answer. */
const ALLOWED_TOOLS: readonly string[] = [...TOOLS, 'StructuredOutput']

/** Named even though no tool starts them. */
const BUILT_IN_AGENTS: readonly string[] = ['claude', 'Explore', 'general-purpose', 'Plan']

/** What of the setup is not as asked; undefined where all is. */
export function findMisfit(init: InitEvent, expected: ExpectedSetup): string | undefined {
  const rows: readonly (readonly [what: string, isRight: boolean])[] = [
    ['tools', init.tools.every((name) => ALLOWED_TOOLS.includes(name))],
    ['tools', TOOLS.every((name) => init.tools.includes(name))],
    ['MCP servers', init.mcp_servers.length === 0],
    ['slash commands', init.slash_commands.length === 0],
    ['skills', init.skills.length === 0],
    ['plugins', init.plugins.every(({ path, source }) => path === 'builtin' && source.endsWith('@builtin'))],
    ['agents', init.agents.every((name) => BUILT_IN_AGENTS.includes(name))],
    ['additional directories', (init.additional_directories ?? []).length === 0],
    ['permission mode', init.permissionMode === PERMISSION_MODE],
    ['working directory', init.cwd === expected.snapshot],
    ['version', init.claude_code_version === expected.version],
  ]
  return rows.find(([, isRight]) => !isRight)?.[0]
}
