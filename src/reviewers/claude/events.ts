import { z } from 'zod'
import { ReviewerError } from '../../errors.js'
import type { ReviewEvent } from '../../types/reviewer.js'
import { type SnapshotFiles, toSnapshotPath } from '../cli/files-read.js'
import { type Outline, parseJson, parseOutline } from '../cli/outline.js'
import { ReadLog } from '../cli/read-log.js'
import { type ExpectedSetup, findMisfit, InitEvent } from './init.js'

const Typed = z.looseObject({ type: z.string() })
const Text = z.string().catch('')
const Block = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string() }),
  z.looseObject({ type: z.literal('thinking'), thinking: z.string() }),
  z.looseObject({
    type: z.literal('tool_use'),
    id: z.string(),
    name: z.string(),
    input: z.looseObject({ path: Text, pattern: Text }).catch({ path: '', pattern: '' }),
  }),
])
const AssistantEvent = z.looseObject({
  type: z.literal('assistant'),
  message: z.looseObject({ model: Text, content: z.array(z.unknown()) }),
  error: z.string().optional(),
})
const ToolResult = z.looseObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  is_error: z.boolean().nullish(),
})
const ReadResult = z.looseObject({ type: z.enum(['text', 'notebook']), file: z.looseObject({ filePath: z.string() }) })
const GrepResult = z.looseObject({ mode: z.literal('content'), content: z.string() })
const UserEvent = z.looseObject({
  type: z.literal('user'),
  message: z.looseObject({ content: z.array(z.unknown()) }),
  tool_use_result: z.unknown().optional(),
})
const SystemEvent = z.looseObject({
  type: z.literal('system'),
  subtype: z.string(),
  attempt: z.number().optional().catch(undefined),
  max_retries: z.number().optional().catch(undefined),
  error_status: z.number().nullish().catch(undefined),
  error: z.string().optional().catch(undefined),
  tool_name: z.string().optional().catch(undefined),
})
const ResultEvent = z.looseObject({
  type: z.literal('result'),
  subtype: z.string(),
  is_error: z.boolean(),
  api_error_status: z.number().nullish().catch(undefined),
  terminal_reason: z.string().optional().catch(undefined),
  stop_reason: z.string().nullish().catch(undefined),
  result: z.string().optional().catch(undefined),
  structured_output: z.unknown().optional(),
  errors: z.array(z.string()).optional().catch(undefined),
})
export type ResultEvent = z.infer<typeof ResultEvent>

const OPENING_BRACE = 0x7b
/** How a line begins, as the CLI mostly writes it. A model's text stands further behind, and never as the first key. */
const HEAD = /^\{"type":"(\w{1,40})"(?:,"subtype":"(\w{1,40})")?/
const HEAD_BYTES = 120
const EVENTS: readonly string[] = ['system', 'assistant', 'user', 'result']
const SUBTYPES: readonly string[] = ['init', 'api_retry', 'permission_denied']
/** What a model calls itself; anything longer or stranger is no name. */
const MODEL_NAME = /^[\w.:@/[\]-]{1,200}$/
/** The CLI's own name for messages that no model wrote. */
const SYNTHETIC = '<synthetic>'
/** Calls of tools whose result is still awaited; more are not remembered. */
const MAX_PENDING_CALLS = 10_000

/** A call of a search tool. */
interface Call {
  readonly name: string
  readonly path: string
}

/** What the event log of one run says. */
export class EventLog {
  readonly #files: SnapshotFiles
  readonly #expected: ExpectedSetup
  readonly #onEvent: (event: ReviewEvent) => void
  readonly #reads: ReadLog
  readonly #calls = new Map<string, Call>()
  #isSetUp = false
  /** The model that answered last, as it called itself. */
  model: string | undefined
  /** The CLI's word for why a request failed; foreign text never stands here. */
  errorKind: string | undefined
  /** The last result. */
  result: ResultEvent | undefined

  constructor(files: SnapshotFiles, expected: ExpectedSetup, onEvent: (event: ReviewEvent) => void) {
    this.#files = files
    this.#reads = new ReadLog(files)
    this.#expected = expected
    this.#onEvent = onEvent
  }

  get filesRead(): readonly string[] {
    return this.#reads.paths
  }

  /**
   * Takes up one line of standard output; a line that is no known event is passed over. Throws SANDBOX_UNAVAILABLE,
   * which ends the run, when the CLI is not set up as asked, or says anything of the model before it has said how it is.
   */
  add(line: Buffer): void {
    // Anything else is no event, and must cost nothing: a program can print millions of such lines.
    if (line[0] !== OPENING_BRACE) return
    const [, type, subtype] = HEAD.exec(line.toString('latin1', 0, HEAD_BYTES)) ?? []
    if (type !== undefined && !EVENTS.includes(type)) return
    if (type === 'system' && subtype !== undefined && !SUBTYPES.includes(subtype)) return
    if (type === 'user') this.#takeUser(parseOutline(line))
    else this.#addEvent(line)
  }

  #addEvent(line: Buffer): void {
    const value = parseJson(line.toString('utf8'))
    switch (Typed.safeParse(value).data?.type) {
      case 'system':
        this.#takeSystem(value)
        break
      case 'assistant':
        this.#takeAssistant(AssistantEvent.safeParse(value).data)
        break
      case 'user':
        // Its keys stand in another order.
        this.#takeUser(parseOutline(line))
        break
      case 'result':
        this.#takeResult(ResultEvent.safeParse(value).data)
        break
    }
  }

  #takeSystem(value: unknown): void {
    const event = SystemEvent.safeParse(value).data
    if (event === undefined) return
    if (event.subtype === 'init') this.#takeInit(value)
    if (event.subtype === 'api_retry') this.#onEvent({ kind: 'warning', text: describeRetry(event) })
    if (event.subtype === 'permission_denied')
      this.#onEvent({ kind: 'warning', text: `Denied: a call of the tool ${event.tool_name ?? 'without a name'}` })
  }

  #takeInit(value: unknown): void {
    const init = InitEvent.safeParse(value)
    const misfit = init.success
      ? findMisfit(init.data, this.#expected)
      : init.error.issues.map(({ path }) => path.join('.')).join(', ')
    if (misfit !== undefined) throw notAsAsked(`these are not as asked: ${misfit}`)
    if (init.data?.model !== this.#expected.model) throw otherModel(this.#expected.model)
    this.#isSetUp = true
  }

  #takeAssistant(event: z.infer<typeof AssistantEvent> | undefined): void {
    if (event === undefined) return
    const { model, content } = event.message
    if (model === SYNTHETIC) {
      this.errorKind = event.error ?? this.errorKind
      return
    }
    this.#requireSetUp()
    this.errorKind = event.error
    if (MODEL_NAME.test(model)) this.model = model
    for (const item of content) this.#takeBlock(Block.safeParse(item).data)
  }

  #takeBlock(block: z.infer<typeof Block> | undefined): void {
    if (block === undefined) return
    switch (block.type) {
      case 'text':
        this.#onEvent({ kind: 'message', text: block.text })
        break
      case 'thinking':
        this.#onEvent({ kind: 'message', text: block.thinking })
        break
      case 'tool_use':
        this.#takeCall(block)
        break
    }
  }

  #takeCall({ id, name, input }: Extract<z.infer<typeof Block>, { type: 'tool_use' }>): void {
    if (this.#calls.size < MAX_PENDING_CALLS) this.#calls.set(id, { name, path: input.path })
    // What is read is told when it has been read; the answer is no news.
    if (name === 'Read' || name === 'StructuredOutput') return
    this.#onEvent({ kind: 'message', text: `${name} ${input.pattern} ${input.path}`.trimEnd() })
  }

  #takeUser(outline: Outline | undefined): void {
    const event = UserEvent.safeParse(outline?.value).data
    if (event === undefined || outline === undefined) return
    this.#requireSetUp()
    const results = event.message.content.flatMap((item) => ToolResult.safeParse(item).data ?? [])
    for (const { tool_use_id, is_error } of results) {
      const id = outline.textOf(tool_use_id).decode()
      const call = this.#calls.get(id)
      this.#calls.delete(id)
      if (call === undefined || is_error === true) continue
      for (const path of this.#takeReads(call, event.tool_use_result, outline)) this.#onEvent({ kind: 'read', path })
    }
  }

  /** The new files whose content a call put before the model; their names alone are not enough. */
  #takeReads(call: Call, result: unknown, { textOf }: Outline): readonly string[] {
    if (call.name === 'Read') {
      const file = ReadResult.safeParse(result).data?.file.filePath
      const path = file === undefined ? undefined : toSnapshotPath(textOf(file).decode(), this.#files.directory)
      return path !== undefined && this.#reads.addFile(path) ? [path] : []
    }
    if (call.name !== 'Grep') return []
    const output = GrepResult.safeParse(result).data?.content
    return output === undefined ? [] : this.#reads.take(toWord(call.path), textOf(output))
  }

  #takeResult(result: ResultEvent | undefined): void {
    if (result === undefined) return
    if (!result.is_error) this.#requireSetUp()
    this.result = result
  }

  #requireSetUp(): void {
    if (!this.#isSetUp) throw notAsAsked('it did not say how')
  }
}

function notAsAsked(why: string): ReviewerError {
  return new ReviewerError(
    'SANDBOX_UNAVAILABLE',
    `Claude Code did not start as it was told to, so it was stopped before it counted: ${why}.`,
  )
}

/** The CLI has short names that it replaces; the key proxy serves the one model that was asked for. */
function otherModel(model: string): ReviewerError {
  return new ReviewerError(
    'MODEL_NOT_FOUND',
    `Claude Code would ask for another model than ${model}. Write the model's full name, without a suffix in brackets.`,
  )
}

/** As a word of a shell script, which is how the search output is looked at. */
function toWord(path: string): string {
  return `'${path.replaceAll("'", `'"'"'`)}'`
}

function describeRetry({ attempt, max_retries, error_status, error }: z.infer<typeof SystemEvent>): string {
  const status = error_status == null ? '' : `, HTTP status ${error_status}`
  return `Trying again (${attempt ?? '?'}/${max_retries ?? '?'}) after ${error ?? 'a failed request'}${status}`
}
