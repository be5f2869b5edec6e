import { z } from 'zod'

/** An agent that a git note names; `model` as it was written, also where it says nothing, such as `unknown`. */
export interface NotedAgent {
  readonly tool: string
  readonly model: string
}

const MAX_NOTE_CHARACTERS = 256 * 1024
const MAX_AGENTS = 50

const Agents = z.record(
  z.string(),
  z.object({ agent_id: z.object({ tool: z.string().max(100), model: z.string().max(200).default('') }) }),
)
/** The metadata of git-ai's authorship log 3.0.0: newer ones hold sessions, older ones prompts. */
const Metadata = z.object({ sessions: Agents.default({}), prompts: Agents.default({}) })

/** The agents of a note in `refs/notes/ai`: attestations, a line `---`, then JSON; or the JSON alone. Anything else names nobody. */
export function readNote(note: string): readonly NotedAgent[] {
  if (note.length > MAX_NOTE_CHARACTERS) return []
  const parsed = Metadata.safeParse(parseJson(metadataOf(note)))
  if (!parsed.success) return []
  const { sessions, prompts } = parsed.data
  const agents = [...Object.values(sessions), ...Object.values(prompts)].map(({ agent_id }) => agent_id)
  const distinct = new Map(agents.map((agent) => [`${agent.tool}\n${agent.model}`, agent]))
  return [...distinct.values()].slice(0, MAX_AGENTS)
}

function metadataOf(note: string): string {
  const lines = note.split(/\r\n|\n/)
  return lines.slice(lines.indexOf('---') + 1).join('\n')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // a note of another program
  }
}
