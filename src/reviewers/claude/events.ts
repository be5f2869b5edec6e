import { z } from 'zod'
import { ReviewerError } from '../../errors.js'
import type { ReviewEvent } from '../../types/reviewer.js'
import { type Fields, fieldsOf, textField } from '../cli/fields.js'
import { type SnapshotFiles, toSnapshotPath } from '../cli/files-read.js'
import {
  MAX_TOLD,
  OPENING_BRACE,
  type Outline,
  parseJson,
  parseLine,
  parseOutline,
  type TextOf,
} from '../cli/outline.js'
import { ReadLog } from '../cli/read-log.js'
import { type ExpectedSetup, findMisfit, InitEvent } from './init.js'

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

/** How a line begins, as the CLI mostly writes it. A model's text stands further behind, and never as the first key. */
const HEAD = /^\{"type":"(\w{1,40})"(?:,"subtype":"(\w{1,40})")?/
const HEAD_BYTES = 120
/** How the line of a tool's result begins, as the CLI mostly writes it. */
const RESULT_HEAD =
  /^\{"type":"user","message":\{"role":"user","content":\[\{"tool_use_id":"([\w-]{1,100})","type":"tool_result"/
const RESULT_HEAD_BYTES = 300
const EVENTS: readonly string[] = ['system', 'assistant', 'user', 'result']
const SUBTYPES: readonly string[] = ['init', 'api_retry', 'permission_denied']
/** What a model calls itself; anything longer or stranger is no name. */
const MODEL_NAME = /^[\w.:@/[\]-]{1,200}$/
/** The CLI's own name for messages that no model wrote. */
const SYNTHETIC = '<synthetic>'
/** Calls of tools whose result is still awaited; more are not remembered. */
const MAX_PENDING_CALLS = 10_000

/** A call of a tool. */
interface Call {
  readonly name: string
  /** Where it searches. */
  readonly path: string
  /** What it reads. */
  readonly file: string
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
    if (type === 'user' && this.#reads.isSated && this.#isNoNews(line)) return
    this.#addEvent(line, type === 'user' ? parseOutline(line) : parseLine(line))
  }

  #addEvent(line: Buffer, outline: Outline | undefined): void {
    const event = fieldsOf(outline?.value)
    if (outline === undefined || event === undefined) return
    switch (event.type) {
      case 'system':
        this.#takeSystem(parseJson(line.toString('utf8')))
        break
      case 'assistant':
        this.#takeAssistant(event, outline.textOf)
        break
      case 'user':
        this.#takeUser(event, outline.textOf)
        break
      case 'result':
        this.#takeResult(ResultEvent.safeParse(parseJson(line.toString('utf8'))).data)
        break
    }
  }

  /** Once no output is searched any more: whether the line is the result of a call that can tell of no new file. */
  #isNoNews(line: Buffer): boolean {
    const [, id] = RESULT_HEAD.exec(line.toString('latin1', 0, RESULT_HEAD_BYTES)) ?? []
    if (id === undefined) return false
    const call = this.#calls.get(id)
    if (call?.name === 'Read' && !this.#reads.knows(call.file)) return false
    this.#calls.delete(id)
    return true
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

  #takeAssistant({ message, error }: Fields, textOf: TextOf): void {
    const { model: name, content } = fieldsOf(message) ?? {}
    if (!Array.isArray(content) || (error !== undefined && typeof error !== 'string')) return
    const model = typeof name === 'string' ? name : ''
    const errorKind = error === undefined ? undefined : textOf(error).decode()
    if (model === SYNTHETIC) {
      this.errorKind = errorKind ?? this.errorKind
      return
    }
    this.#requireSetUp()
    this.errorKind = errorKind
    if (MODEL_NAME.test(model)) this.model = model
    for (const block of content) this.#takeBlock(fieldsOf(block), textOf)
  }

  #takeBlock(block: Fields | undefined, textOf: TextOf): void {
    switch (block?.type) {
      case 'text':
        this.#tell(textField(block, 'text'), textOf)
        break
      case 'thinking':
        this.#tell(textField(block, 'thinking'), textOf)
        break
      case 'tool_use':
        this.#takeCall(block, textOf)
        break
    }
  }

  #tell(text: string | undefined, textOf: TextOf): void {
    if (text !== undefined) this.#onEvent({ kind: 'message', text: textOf(text).beginning(MAX_TOLD) })
  }

  #takeCall(block: Fields, textOf: TextOf): void {
    const [id, name] = [textField(block, 'id'), textField(block, 'name')]
    if (id === undefined || name === undefined) return
    const input = fieldsOf(block.input) ?? {}
    const text = (field: string) => textOf(textField(input, field) ?? '')
    const call = { name: textOf(name).decode(), path: text('path').decode(), file: text('file_path').decode() }
    if (this.#calls.size < MAX_PENDING_CALLS) this.#calls.set(textOf(id).decode(), call)
    // What is read is told when it has been read; the answer is no news.
    if (call.name === 'Read' || call.name === 'StructuredOutput') return
    const told = `${textOf(name).beginning(MAX_TOLD)} ${text('pattern').beginning(MAX_TOLD)} ${text('path').beginning(MAX_TOLD)}`
    this.#onEvent({ kind: 'message', text: told.trimEnd() })
  }

  #takeUser({ message, tool_use_result: result }: Fields, textOf: TextOf): void {
    const content = fieldsOf(message)?.content
    if (!Array.isArray(content)) return
    this.#requireSetUp()
    for (const item of content) {
      const call = this.#answered(fieldsOf(item), textOf)
      if (call === undefined) continue
      for (const path of this.#takeReads(call, fieldsOf(result), textOf)) this.#onEvent({ kind: 'read', path })
    }
  }

  /** The call whose result this is; undefined where there is none, or it failed. */
  #answered(item: Fields | undefined, textOf: TextOf): Call | undefined {
    const key = item?.type === 'tool_result' ? textField(item, 'tool_use_id') : undefined
    const failed = item?.is_error ?? false
    if (key === undefined || typeof failed !== 'boolean') return undefined
    const id = textOf(key).decode()
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    return failed ? undefined : call
  }

  /** The new files whose content a call put before the model; their names alone are not enough. */
  #takeReads(call: Call, result: Fields | undefined, textOf: TextOf): readonly string[] {
    if (result === undefined) return []
    if (call.name === 'Read') return this.#takeRead(result, textOf)
    const output = call.name === 'Grep' && result.mode === 'content' ? textField(result, 'content') : undefined
    return output === undefined ? [] : this.#reads.take(toWord(call.path), textOf(output))
  }

  #takeRead({ type, file }: Fields, textOf: TextOf): readonly string[] {
    if (type !== 'text' && type !== 'notebook') return []
    const { filePath: name, content } = fieldsOf(file) ?? {}
    if (typeof content === 'string') this.#reads.count(textOf(content))
    const path = typeof name !== 'string' ? undefined : toSnapshotPath(textOf(name).decode(), this.#files.directory)
    return path !== undefined && this.#reads.addFile(path) ? [path] : []
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
