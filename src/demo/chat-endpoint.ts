import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { type Fault, sendJson } from './replay-endpoint.js'
import { type ScriptedRequest, type ScriptedServer, startScriptedServer } from './scripted-server.js'

/** What the scripted model does with one request. */
export type ChatTurn =
  | { readonly kind: 'message'; readonly text: string; readonly finish?: string }
  | { readonly kind: 'tools'; readonly calls: readonly ScriptedCall[] }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** A call of a tool; arguments that are a text are sent as they are. */
export interface ScriptedCall {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>> | string
}

/** A turn, or a function that makes one of the request that it answers. */
export type ScriptedChatTurn = ChatTurn | ((request: ScriptedRequest) => ChatTurn)

export interface ChatEndpoint extends ScriptedServer {
  /** Ends in /v1. */
  readonly url: string
}

/** Serves the Chat Completions API on 127.0.0.1 with a script instead of a model. */
export async function startChatEndpoint(turns: readonly ScriptedChatTurn[]): Promise<ChatEndpoint> {
  const server = await startScriptedServer<ScriptedChatTurn>({
    turns,
    isServed: (path) => path === '/v1/chat/completions',
    play: (turn, request, response) => play(typeof turn === 'function' ? turn(request) : turn, request, response),
  })
  return { ...server, url: `${server.origin}/v1` }
}

/** Sends parts of a stream; the stream stays open. */
export function sendChatChunks(response: ServerResponse, chunks: readonly object[]): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}

const Request = z.looseObject({ model: z.string(), stream: z.boolean().default(false) })

function play(turn: ChatTurn, request: ScriptedRequest, response: ServerResponse): void {
  if (turn.kind === 'fault') {
    turn.fault(response)
    return
  }
  const { model, stream } = Request.parse(JSON.parse(request.text))
  const base = { id: `chatcmpl_${request.number}`, model, created: 0 }
  const message = toMessage(turn, request.number)
  const finish = turn.kind === 'tools' ? 'tool_calls' : (turn.finish ?? 'stop')
  const usage = countTokens(request.text, JSON.stringify(message))
  if (!stream) {
    const choice = { index: 0, message, finish_reason: finish }
    sendJson(response, 200, { ...base, object: 'chat.completion', choices: [choice], usage })
    return
  }
  const part = { ...base, object: 'chat.completion.chunk' }
  sendChatChunks(response, [
    { ...part, choices: [{ index: 0, delta: message, finish_reason: null }] },
    { ...part, choices: [{ index: 0, delta: {}, finish_reason: finish }] },
    { ...part, choices: [], usage },
  ])
  response.end('data: [DONE]\n\n')
}

function toMessage(turn: Exclude<ChatTurn, { kind: 'fault' }>, number: number): object {
  if (turn.kind === 'message') return { role: 'assistant', content: turn.text }
  const calls = turn.calls.map(({ name, input }, index) => ({
    index,
    id: `call_${number}_${index}`,
    type: 'function',
    function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
  }))
  return { role: 'assistant', content: null, tool_calls: calls }
}

/** Token counts follow the sizes, about four bytes each, so that a replayed run shows plausible figures. */
function countTokens(request: string, reply: string): object {
  const input = Math.ceil(request.length / 4)
  const output = Math.ceil(reply.length / 4)
  return {
    prompt_tokens: input,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens: output,
    total_tokens: input + output,
  }
}
