import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { z } from 'zod'
import type { Turn } from './replay-endpoint.js'
import { type RecordedRequest, type ReplayEndpoint, type StreamEvent, sendEvents, sendJson } from './replay-endpoint.js'

/** What the scripted model does with one request: besides the turns of the other endpoint, any call of a tool by name. */
export type MessagesTurn =
  | Turn
  | { readonly kind: 'tool'; readonly name: string; readonly input: Readonly<Record<string, unknown>> }

/** A turn, or a function that makes one of the request that it answers. */
export type ScriptedMessagesTurn = MessagesTurn | ((request: RecordedRequest) => MessagesTurn)

/** More than any prompt; a request over it is refused. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024

/**
 * Serves the Messages API on 127.0.0.1 with a script instead of a model. Each request consumes one turn; the last one
 * repeats. Its url is the base URL that clients append /v1/messages to.
 */
export async function startMessagesEndpoint(turns: readonly ScriptedMessagesTurn[]): Promise<ReplayEndpoint> {
  const requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request)
    const [path] = (request.url ?? '').split('?')
    if (request.method === 'HEAD') return void response.writeHead(200).end()
    if (request.method !== 'POST' || path === undefined) return sendJson(response, 404, NO_SUCH_PAGE)
    if (path.endsWith('/v1/messages/count_tokens')) return sendJson(response, 200, { input_tokens: toTokens(text) })
    if (!path.endsWith('/v1/messages')) return sendJson(response, 404, NO_SUCH_PAGE)
    const asked = readRequest(request.headers, text)
    const scripted = turns[Math.min(requests.length, turns.length - 1)]
    requests.push(asked.recorded)
    if (scripted === undefined) return sendJson(response, 500, NO_SCRIPT)
    play(typeof scripted === 'function' ? scripted(asked.recorded) : scripted, asked, {
      response,
      number: requests.length,
    })
  }

  await listen(server)
  return { url: `http://127.0.0.1:${portOf(server)}`, requests, close: () => close(server) }
}

const NO_SUCH_PAGE = {
  type: 'error',
  error: { type: 'not_found_error', message: 'Only POST /v1/messages is served here' },
}
const NO_SCRIPT = { type: 'error', error: { type: 'api_error', message: 'The script has no turns' } }

type Block =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'tool_use'
      readonly id: string
      readonly name: string
      readonly input: Readonly<Record<string, unknown>>
    }

/** The events of an answer up to the point where it would say why it stops. */
export function answerEvents(id: string, blocks: readonly Block[], facts: MessageFacts): readonly StreamEvent[] {
  const message = { id, type: 'message', role: 'assistant', model: facts.model, content: [], stop_reason: null }
  const usage = { input_tokens: facts.input, cache_read_input_tokens: 0, output_tokens: 1 }
  return [{ type: 'message_start', message: { ...message, usage } }, ...blocks.flatMap(blockEvents)]
}

function blockEvents(block: Block, index: number): readonly StreamEvent[] {
  const [content_block, delta] =
    block.type === 'text'
      ? [
          { type: 'text', text: '' },
          { type: 'text_delta', text: block.text },
        ]
      : [
          { ...block, input: {} },
          { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
        ]
  return [
    { type: 'content_block_start', index, content_block },
    { type: 'content_block_delta', index, delta },
    { type: 'content_block_stop', index },
  ]
}

/** The events that end an answer. */
export function stopEvents(reason: string, outputTokens: number): readonly StreamEvent[] {
  return [
    {
      type: 'message_delta',
      delta: { stop_reason: reason, stop_sequence: null },
      usage: { output_tokens: outputTokens },
    },
    { type: 'message_stop' },
  ]
}

/** What an answer says of itself. */
export interface MessageFacts {
  readonly model: string
  /** Tokens. */
  readonly input: number
}

interface Exchange {
  readonly response: ServerResponse
  readonly number: number
}

function play(turn: MessagesTurn, asked: Asked, { response, number }: Exchange): void {
  if (turn.kind === 'fault') {
    turn.fault(response)
    return
  }
  const id = `msg_${number}`
  const blocks = toBlocks(turn, asked, `toolu_${number}`)
  const reason = blocks[0]?.type === 'tool_use' ? 'tool_use' : 'end_turn'
  const facts = { model: asked.recorded.model, input: toTokens(asked.recorded.text) }
  const output = toTokens(JSON.stringify(turn))
  if (asked.stream) {
    sendEvents(response, [...answerEvents(id, blocks, facts), ...stopEvents(reason, output)])
    response.end()
    return
  }
  const usage = { input_tokens: facts.input, output_tokens: output }
  const message = { id, type: 'message', role: 'assistant', model: facts.model, stop_reason: reason, usage }
  sendJson(response, 200, { ...message, content: blocks })
}

/** Token counts follow the sizes, about four bytes each, so that a replayed run shows plausible figures. */
function toTokens(text: string): number {
  return Math.ceil(text.length / 4)
}

/** A JSON object is handed in through the tool for it, where one is offered. */
function toBlocks(turn: Exclude<MessagesTurn, { kind: 'fault' }>, asked: Asked, id: string): readonly Block[] {
  switch (turn.kind) {
    case 'tool':
      return [{ type: 'tool_use', id, name: turn.name, input: turn.input }]
    case 'command':
      return toToolCalls(turn.command).map((call, index) => ({ type: 'tool_use', id: `${id}_${index}`, ...call }))
    case 'message': {
      const input = asked.tools.includes(STRUCTURED_OUTPUT) ? toObject(turn.text) : undefined
      if (input === undefined) return [{ type: 'text', text: turn.text }]
      return [{ type: 'tool_use', id, name: STRUCTURED_OUTPUT, input }]
    }
  }
}

/** How Claude Code has an answer handed in that must fit a schema. */
const STRUCTURED_OUTPUT = 'StructuredOutput'

/** The calls of a model that has these tools instead of a shell; what is no plain `cat` stays a shell command. */
function toToolCalls(
  command: string,
): readonly { readonly name: string; readonly input: Readonly<Record<string, unknown>> }[] {
  const paths = /^cat((?: [^\s;|&<>()$`'"*?\\-][^\s;|&<>()$`'"*?\\]*)+)$/.exec(command)?.[1]?.trim().split(' ')
  if (paths === undefined) return [{ name: 'Bash', input: { command } }]
  return paths.map((path) => ({ name: 'Read', input: { file_path: path } }))
}

const JsonObject = z.record(z.string(), z.unknown())

function toObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JsonObject.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

interface Asked {
  readonly recorded: RecordedRequest
  readonly stream: boolean
  readonly tools: readonly string[]
}

const ContentBlock = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  content: z.unknown().optional(),
})
const RequestBody = z.looseObject({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(ContentBlock)]) })),
  tools: z.array(z.looseObject({ name: z.string().optional() })).default([]),
})

function readRequest(headers: IncomingHttpHeaders, text: string): Asked {
  const body = RequestBody.parse(JSON.parse(text))
  const input = body.messages.filter(({ role }) => role === 'user').map(({ content }) => contentText(content))
  return {
    recorded: { headers, text, model: body.model, input: input.join('\n'), toolMode: 'classic' },
    stream: body.stream,
    tools: body.tools.flatMap(({ name }) => name ?? []),
  }
}

function contentText(content: string | readonly z.infer<typeof ContentBlock>[]): string {
  if (typeof content === 'string') return content
  return content.map((block) => block.text ?? toolResultText(block.content)).join('\n')
}

function toolResultText(content: unknown): string {
  const blocks = z.array(ContentBlock).safeParse(content)
  if (blocks.success) return contentText(blocks.data)
  return typeof content === 'string' ? content : ''
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > MAX_REQUEST_BYTES) throw new Error(`The request is over ${MAX_REQUEST_BYTES} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The replay endpoint is not listening')
  return address.port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
