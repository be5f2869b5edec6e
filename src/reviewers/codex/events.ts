import { z } from 'zod'
import type { ReviewEvent } from '../../types/reviewer.js'
import { filesRead, type SnapshotFiles } from '../cli/files-read.js'

const CommandExecution = z.looseObject({
  type: z.literal('command_execution'),
  command: z.string(),
  aggregated_output: z.string().catch(''),
  exit_code: z.number().nullable().catch(null),
})
const TextItem = z.looseObject({ type: z.enum(['agent_message', 'reasoning']), text: z.string() })
const ErrorItem = z.looseObject({ type: z.literal('error'), message: z.string() })

/** The events of `codex exec --json` that matter here; all others are passed over. */
const CodexEvent = z.union([
  z.looseObject({ type: z.literal('item.started'), item: CommandExecution }),
  z.looseObject({ type: z.literal('item.completed'), item: z.union([CommandExecution, TextItem, ErrorItem]) }),
  z.looseObject({ type: z.literal('turn.completed') }),
  z.looseObject({ type: z.literal('turn.failed'), error: z.looseObject({ message: z.string() }) }),
  z.looseObject({ type: z.literal('error'), message: z.string() }),
])
type CodexEvent = z.infer<typeof CodexEvent>

const OPENING_BRACE = 0x7b

/** What the event log of one run says. */
export class EventLog {
  readonly #files: SnapshotFiles
  readonly #onEvent: (event: ReviewEvent) => void
  readonly #read = new Set<string>()
  turns = 0
  /** Why the turn failed; before that, the last problem that the CLI reported. */
  failure: string | undefined
  /** Whether a turn was reported as failed, and not only a passing problem. */
  failed = false

  constructor(files: SnapshotFiles, onEvent: (event: ReviewEvent) => void) {
    this.#files = files
    this.#onEvent = onEvent
  }

  get filesRead(): readonly string[] {
    return [...this.#read]
  }

  /** Takes up one line of standard output; a line that is no known event is passed over. */
  add(line: Buffer): void {
    // Anything else is no event, and must cost nothing: a program can print millions of such lines.
    if (line[0] !== OPENING_BRACE) return
    const event = CodexEvent.safeParse(toJson(line))
    if (!event.success) return
    for (const reviewEvent of this.#take(event.data)) this.#onEvent(reviewEvent)
  }

  #take(event: CodexEvent): readonly ReviewEvent[] {
    switch (event.type) {
      case 'item.started':
        return [{ kind: 'command', command: event.item.command, exitCode: null }]
      case 'item.completed':
        return this.#takeItem(event.item)
      case 'turn.completed':
        this.turns += 1
        return []
      case 'turn.failed':
        this.failure = event.error.message
        this.failed = true
        return []
      case 'error':
        // 'Reconnecting… 1/2' is one of these: not fatal by itself.
        this.failure = event.message
        return [{ kind: 'warning', text: event.message }]
    }
  }

  #takeItem(item: Extract<CodexEvent, { type: 'item.completed' }>['item']): readonly ReviewEvent[] {
    switch (item.type) {
      case 'command_execution':
        return item.exit_code === 0
          ? this.#takeReads(item)
          : [{ kind: 'command', command: item.command, exitCode: item.exit_code }]
      case 'agent_message':
      case 'reasoning':
        return [{ kind: 'message', text: item.text }]
      case 'error':
        return [{ kind: 'warning', text: item.message }]
    }
  }

  #takeReads(item: z.infer<typeof CommandExecution>): readonly ReviewEvent[] {
    const paths = filesRead({ command: item.command, output: item.aggregated_output }, this.#files)
    const fresh = paths.filter((path) => !this.#read.has(path))
    for (const path of fresh) this.#read.add(path)
    return fresh.map((path) => ({ kind: 'read', path }))
  }
}

function toJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}
