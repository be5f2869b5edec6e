import { z } from 'zod'
import type { ReviewEvent } from '../../types/reviewer.js'
import type { SnapshotFiles } from '../cli/files-read.js'
import { type LazyText, parseJson, parseOutline, shortText } from '../cli/outline.js'
import { ReadLog } from '../cli/read-log.js'

const CommandExecution = z.looseObject({
  type: z.literal('command_execution'),
  command: z.string(),
  aggregated_output: z.string().catch(''),
  exit_code: z.number().nullable().catch(null),
})
const TextItem = z.looseObject({ type: z.enum(['agent_message', 'reasoning']), text: z.string() })
const ErrorItem = z.looseObject({ type: z.literal('error'), message: z.string() })

/** The events of `codex exec --json` that matter here; all others are passed over. */
const CodexEvent = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('item.started'), item: CommandExecution }),
  z.looseObject({
    type: z.literal('item.completed'),
    item: z.discriminatedUnion('type', [CommandExecution, TextItem, ErrorItem]),
  }),
  z.looseObject({ type: z.literal('turn.completed') }),
  z.looseObject({ type: z.literal('turn.failed'), error: z.looseObject({ message: z.string() }) }),
  z.looseObject({ type: z.literal('error'), message: z.string() }),
])
type CodexEvent = z.infer<typeof CodexEvent>

const OPENING_BRACE = 0x7b
/** How a line begins, as the CLI writes it. A model's text stands further behind, and in quotation marks of its own. */
const HEAD = /^\{"type":"([\w.]{1,40})"(?:,"item":\{"id":"[\w-]{0,40}","type":"(\w{1,40})")?/
const HEAD_BYTES = 200
const EVENTS: readonly string[] = CodexEvent.options.map(({ shape }) => shape.type.value)
const ITEMS: readonly string[] = ['command_execution', 'agent_message', 'reasoning', 'error']

type TextOf = (text: string) => LazyText

/** What the event log of one run says. */
export class EventLog {
  readonly #onEvent: (event: ReviewEvent) => void
  readonly #reads: ReadLog
  turns = 0
  /** Why the turn failed; before that, the last problem that the CLI reported. */
  failure: string | undefined
  /** Whether a turn was reported as failed, and not only a passing problem. */
  failed = false

  constructor(files: SnapshotFiles, onEvent: (event: ReviewEvent) => void) {
    this.#reads = new ReadLog(files)
    this.#onEvent = onEvent
  }

  get filesRead(): readonly string[] {
    return this.#reads.paths
  }

  /** Takes up one line of standard output; a line that is no known event is passed over. */
  add(line: Buffer): void {
    // Anything else is no event, and must cost nothing: a program can print millions of such lines.
    if (line[0] !== OPENING_BRACE) return
    const [, type, item] = HEAD.exec(line.toString('latin1', 0, HEAD_BYTES)) ?? []
    if (type !== undefined && !EVENTS.includes(type)) return
    if (item !== undefined && !ITEMS.includes(item)) return
    if (type === 'item.completed' && item === 'command_execution') this.#addCommand(line)
    else this.#addEvent(parseJson(line.toString('utf8')), shortText)
  }

  /** All of the event but the output, which is decoded only where it may tell something. */
  #addCommand(line: Buffer): void {
    const outline = parseOutline(line)
    if (outline !== undefined) this.#addEvent(outline.value, outline.textOf)
  }

  #addEvent(value: unknown, textOf: TextOf): void {
    const event = CodexEvent.safeParse(value)
    if (!event.success) return
    for (const reviewEvent of this.#take(event.data, textOf)) this.#onEvent(reviewEvent)
  }

  #take(event: CodexEvent, textOf: TextOf): readonly ReviewEvent[] {
    switch (event.type) {
      case 'item.started':
        return [{ kind: 'command', command: event.item.command, exitCode: null }]
      case 'item.completed':
        return this.#takeItem(event.item, textOf)
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

  #takeItem(item: Extract<CodexEvent, { type: 'item.completed' }>['item'], textOf: TextOf): readonly ReviewEvent[] {
    switch (item.type) {
      case 'command_execution':
        return this.#takeCommand(item, textOf)
      case 'agent_message':
      case 'reasoning':
        return [{ kind: 'message', text: item.text }]
      case 'error':
        return [{ kind: 'warning', text: item.message }]
    }
  }

  #takeCommand(item: z.infer<typeof CommandExecution>, textOf: TextOf): readonly ReviewEvent[] {
    const command = textOf(item.command).decode()
    if (item.exit_code !== 0) return [{ kind: 'command', command, exitCode: item.exit_code }]
    return this.#reads.take(command, textOf(item.aggregated_output)).map((path) => ({ kind: 'read', path }))
  }
}
