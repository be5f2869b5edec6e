import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { z } from 'zod'

/** What the scripted model does with one request. */
export type Turn =
  | { readonly kind: 'command'; readonly command: string; readonly workdir?: string }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** Answers a request in a way that no healthy server does. */
export type Fault = (response: ServerResponse) => void

/** A turn, or a function that makes one of the request that it answers. */
export type ScriptedTurn = Turn | ((request: RecordedRequest) => Turn)

export interface RecordedRequest {
  readonly headers: IncomingHttpHeaders
  /** The request as sent, JSON. */
  readonly text: string
  readonly model: string
  /** Everything that the user's side said so far, the output of commands included. */
  readonly input: string
  /** 'code': commands are JavaScript handed to a tool called exec. */
  readonly toolMode: 'classic' | 'code'
}

export interface ReplayEndpoint {
  /** Ends in /v1. */
  readonly url: string
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

/** More than any prompt; a request over it is refused. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024

/**
 * Serves the Responses API on 127.0.0.1 with a script instead of a model. Each request consumes one turn; the last one
 * repeats.
 */
export async function startReplayEndpoint(turns: readonly ScriptedTurn[]): Promise<ReplayEndpoint> {
  const requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request)
    if (request.method !== 'POST' || request.url !== '/v1/responses') return sendJson(response, 404, NO_SUCH_PAGE)
    const recorded = record(request.headers, text)
    const scripted = turns[Math.min(requests.length, turns.length - 1)]
    requests.push(recorded)
    if (scripted === undefined) return sendJson(response, 500, NO_SCRIPT)
    play(typeof scripted === 'function' ? scripted(recorded) : scripted, recorded, {
      response,
      number: requests.length,
    })
  }

  await listen(server)
  return { url: `http://127.0.0.1:${portOf(server)}/v1`, requests, close: () => close(server) }
}

const NO_SUCH_PAGE = { error: { message: 'Only POST /v1/responses is served here', type: 'invalid_request_error' } }
const NO_SCRIPT = { error: { message: 'The script has no turns', type: 'server_error' } }

/** One server-sent event of the Responses API. */
export interface StreamEvent {
  readonly type: string
  readonly [key: string]: unknown
}

/** Starts a stream and sends events; the stream stays open. */
export function sendEvents(response: ServerResponse, events: readonly StreamEvent[]): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
}

/** Sends a whole JSON answer, as the API does for errors. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** The events of a message up to the point where the response would complete. */
export function messageEvents(id: string, text: string): readonly StreamEvent[] {
  return itemEvents(
    id,
    { type: 'message', id: `${id}_item`, role: 'assistant', content: [{ type: 'output_text', text }] },
    text,
  )
}

interface Exchange {
  readonly response: ServerResponse
  readonly number: number
}

function play(turn: Turn, request: RecordedRequest, { response, number }: Exchange): void {
  if (turn.kind === 'fault') {
    turn.fault(response)
    return
  }
  const id = `resp_${number}`
  const events =
    turn.kind === 'message' ? messageEvents(id, turn.text) : itemEvents(id, toToolCall(turn, request, id), '')
  sendEvents(response, [...events, toCompleted(id, request.text, JSON.stringify(turn))])
  response.end()
}

function itemEvents(id: string, item: Readonly<Record<string, unknown>>, delta: string): readonly StreamEvent[] {
  return [
    { type: 'response.created', response: { id } },
    { type: 'response.output_item.added', output_index: 0, item },
    ...(delta === ''
      ? []
      : [{ type: 'response.output_text.delta', output_index: 0, content_index: 0, item_id: `${id}_item`, delta }]),
    { type: 'response.output_item.done', output_index: 0, item },
  ]
}

function toToolCall(
  turn: Turn & { kind: 'command' },
  request: RecordedRequest,
  id: string,
): Readonly<Record<string, unknown>> {
  const call = JSON.stringify({ cmd: turn.command, ...(turn.workdir === undefined ? {} : { workdir: turn.workdir }) })
  if (request.toolMode === 'classic') {
    return { type: 'function_call', id: `${id}_item`, call_id: `${id}_call`, name: 'exec_command', arguments: call }
  }
  const input = `text(await tools.exec_command(${call}))`
  return {
    type: 'custom_tool_call',
    id: `${id}_item`,
    call_id: `${id}_call`,
    namespace: 'functions',
    name: 'exec',
    input,
  }
}

/** Token counts follow the sizes, about four bytes each, so that a replayed run shows plausible figures. */
function toCompleted(id: string, request: string, reply: string): StreamEvent {
  const input = Math.ceil(request.length / 4)
  const output = Math.ceil(reply.length / 4)
  const usage = {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + output,
  }
  return { type: 'response.completed', response: { id, status: 'completed', output: [], usage } }
}

const InputItem = z.looseObject({
  role: z.string().optional(),
  content: z.array(z.looseObject({ text: z.string().optional() })).optional(),
  output: z.unknown().optional(),
})
const RequestBody = z.looseObject({
  model: z.string(),
  input: z.array(InputItem).default([]),
  tools: z.array(z.looseObject({ name: z.string().optional() })).default([]),
})

function record(headers: IncomingHttpHeaders, text: string): RecordedRequest {
  const body = RequestBody.parse(JSON.parse(text))
  const isClassic = body.tools.some((tool) => tool.name === 'exec_command')
  return {
    headers,
    text,
    model: body.model,
    input: body.input.map(inputText).join('\n'),
    toolMode: isClassic ? 'classic' : 'code',
  }
}

function inputText({ role, content, output }: z.infer<typeof InputItem>): string {
  if (output !== undefined) return typeof output === 'string' ? output : JSON.stringify(output)
  return role === 'user' ? (content ?? []).map((part) => part.text ?? '').join('\n') : ''
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
