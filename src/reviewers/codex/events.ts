import type { ReviewEvent } from '../../types/reviewer.js'
import { type Fields, fieldsOf, textField } from '../cli/fields.js'
import type { SnapshotFiles } from '../cli/files-read.js'
import { MAX_TOLD, OPENING_BRACE, type Outline, parseLine, parseOutline, type TextOf } from '../cli/outline.js'
import { ReadLog } from '../cli/read-log.js'

/** How a line begins, as the CLI writes it. A model's text stands further behind, and in quotation marks of its own. */
const HEAD = /^\{"type":"([\w.]{1,40})"(?:,"item":\{"id":"[\w-]{0,40}","type":"(\w{1,40})")?/
const HEAD_BYTES = 200
/** How the line of a command that succeeded ends. Within a text each of these quotation marks would follow a backslash. */
const SUCCESS = Buffer.from(',"exit_code":0,"status":"completed"}}')
/** The events of `codex exec --json` that matter here; all others are passed over. */
const EVENTS: readonly string[] = ['item.started', 'item.completed', 'turn.completed', 'turn.failed', 'error']
const ITEMS: readonly string[] = ['command_execution', 'agent_message', 'reasoning', 'error']

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
    const isRun = type === 'item.completed' && item === 'command_execution'
    // It could only tell of a read.
    if (isRun && this.#reads.isSated && endsWith(line, SUCCESS)) return
    // The output is decoded only where it may tell something.
    this.#addEvent(isRun ? parseOutline(line) : parseLine(line))
  }

  #addEvent(outline: Outline | undefined): void {
    const event = fieldsOf(outline?.value)
    if (event === undefined || outline === undefined) return
    switch (event.type) {
      case 'item.started':
        this.#takeStart(fieldsOf(event.item), outline.textOf)
        break
      case 'item.completed':
        this.#takeItem(fieldsOf(event.item), outline.textOf)
        break
      case 'turn.completed':
        this.turns += 1
        break
      case 'turn.failed':
        this.#takeFailure(fieldsOf(event.error), outline.textOf)
        break
      case 'error':
        this.#takeProblem(event, outline.textOf)
        break
    }
  }

  #takeFailure(error: Fields | undefined, textOf: TextOf): void {
    const message = error && textField(error, 'message')
    if (message === undefined) return
    this.failure = textOf(message).decode()
    this.failed = true
  }

  #takeProblem(event: Fields, textOf: TextOf): void {
    const message = textField(event, 'message')
    if (message === undefined) return
    // 'Reconnecting… 1/2' is one of these: not fatal by itself.
    this.failure = textOf(message).decode()
    this.#onEvent({ kind: 'warning', text: this.failure })
  }

  #takeStart(item: Fields | undefined, textOf: TextOf): void {
    const command = item?.type === 'command_execution' ? textField(item, 'command') : undefined
    if (command === undefined) return
    this.#onEvent({ kind: 'command', command: textOf(command).beginning(MAX_TOLD), exitCode: null })
  }

  #takeItem(item: Fields | undefined, textOf: TextOf): void {
    switch (item?.type) {
      case 'command_execution':
        this.#takeCommand(item, textOf)
        break
      case 'agent_message':
      case 'reasoning':
        this.#tell('message', textField(item, 'text'), textOf)
        break
      case 'error':
        this.#tell('warning', textField(item, 'message'), textOf)
        break
    }
  }

  #tell(kind: 'message' | 'warning', text: string | undefined, textOf: TextOf): void {
    if (text !== undefined) this.#onEvent({ kind, text: textOf(text).beginning(MAX_TOLD) })
  }

  #takeCommand(item: Fields, textOf: TextOf): void {
    const command = textField(item, 'command')
    if (command === undefined) return
    const exitCode = Number.isFinite(item.exit_code) ? Number(item.exit_code) : null
    if (exitCode !== 0) {
      this.#onEvent({ kind: 'command', command: textOf(command).beginning(MAX_TOLD), exitCode })
      return
    }
    const output = textOf(textField(item, 'aggregated_output') ?? '')
    for (const path of this.#reads.take(textOf(command).decode(), output)) this.#onEvent({ kind: 'read', path })
  }
}

function endsWith(line: Buffer, ending: Buffer): boolean {
  return line.length >= ending.length && line.compare(ending, 0, ending.length, line.length - ending.length) === 0
}
