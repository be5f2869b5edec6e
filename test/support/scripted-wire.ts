import type { ServerResponse } from 'node:http'
import { type ScriptedCall, sendChatChunks, startChatEndpoint } from '../../src/demo/chat-endpoint.js'
import { type Fault, type StreamEvent, sendEvents, sendJson } from '../../src/demo/replay-endpoint.js'
import { type ScriptedServer, startScriptedServer } from '../../src/demo/scripted-server.js'

/** What a scripted model does with one request, whatever the wire format. */
export type WireTurn =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'tools'; readonly calls: readonly ScriptedCall[] }
  /** The word of the wire format for why the answer ended. */
  | { readonly kind: 'ended'; readonly reason: 'cut-off' | 'refused' | 'empty' }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** Errors that a server of the wire format answers with, by name. */
export type WireFaultName =
  | 'unauthenticated'
  | 'forbidden'
  | 'modelNotFound'
  | 'badRequest'
  | 'contextTooLong'
  | 'rateLimited'
  | 'quota'
  | 'serverError'
  | 'overloaded'
  | 'errorInStream'

/** A wire format as a script can play it. */
export interface ScriptedWire {
  /** The base URL ends in what the format wants. */
  start(turns: readonly WireTurn[]): Promise<ScriptedServer & { readonly baseUrl: string }>
  readonly faults: Readonly<Record<WireFaultName, Fault>>
  /** The beginning of an answer. */
  begin(response: ServerResponse): void
}

/** An error in the form of the wire format. */
export function httpError(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Fault {
  return (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    sendJson(response, status, body)
  }
}

const openAi = (type: string, message = 'Sorry.') => ({ error: { message, type, code: type, param: null } })
const soon = { 'retry-after': '0' }

export const chatWire: ScriptedWire = {
  start: async (turns) => {
    const server = await startChatEndpoint(
      turns.map((turn) => {
        if (turn.kind === 'answer') return { kind: 'message', text: turn.text }
        if (turn.kind !== 'ended') return turn
        const finish = { 'cut-off': 'length', refused: 'content_filter', empty: 'stop' }[turn.reason]
        return { kind: 'message', text: turn.reason === 'cut-off' ? '{"findings": [' : '', finish }
      }),
    )
    return { ...server, baseUrl: server.url }
  },
  faults: {
    unauthenticated: httpError(401, openAi('invalid_api_key')),
    forbidden: httpError(403, openAi('invalid_request_error')),
    modelNotFound: httpError(404, openAi('model_not_found')),
    badRequest: httpError(400, openAi('invalid_request_error', 'Something is wrong')),
    contextTooLong: httpError(400, openAi('context_length_exceeded')),
    rateLimited: httpError(429, openAi('rate_limit_exceeded'), soon),
    quota: httpError(429, openAi('insufficient_quota')),
    serverError: httpError(500, openAi('server_error')),
    overloaded: httpError(503, openAi('server_error')),
    errorInStream: (response) => {
      chatWire.begin(response)
      sendChatChunks(response, [{ ...openAi('server_error') }])
      response.end()
    },
  },
  begin: (response) => sendChatChunks(response, [{ model: 'm', choices: [{ index: 0, delta: { content: '{"fin' } }] }]),
}

const anthropic = (type: string, message = 'Sorry.') => ({ type: 'error', error: { type, message } })

export const messagesWire: ScriptedWire = {
  start: async (turns) => {
    const server = await startScriptedServer<WireTurn>({
      turns,
      isServed: (path) => path === '/v1/messages',
      play: (turn, { number }, response) => {
        if (turn.kind === 'fault') return turn.fault(response)
        sendEvents(response, messagesEvents(turn, number))
        response.end()
      },
    })
    return { ...server, baseUrl: server.origin }
  },
  faults: {
    unauthenticated: httpError(401, anthropic('authentication_error')),
    forbidden: httpError(403, anthropic('permission_error')),
    modelNotFound: httpError(404, anthropic('not_found_error')),
    badRequest: httpError(400, anthropic('invalid_request_error', 'Something is wrong')),
    contextTooLong: httpError(400, anthropic('invalid_request_error', 'prompt is too long: 9 tokens')),
    rateLimited: httpError(429, anthropic('rate_limit_error'), soon),
    quota: httpError(400, anthropic('invalid_request_error', 'Your credit balance is too low')),
    serverError: httpError(500, anthropic('api_error')),
    overloaded: httpError(529, anthropic('overloaded_error')),
    errorInStream: (response) => {
      messagesWire.begin(response)
      sendEvents(response, [anthropic('overloaded_error')])
      response.end()
    },
  },
  begin: (response) => sendEvents(response, messagesEvents({ kind: 'answer', text: '{"fin' }, 1).slice(0, 3)),
}

type Played = Exclude<WireTurn, { kind: 'fault' }>

function messagesEvents(turn: Played, number: number): readonly StreamEvent[] {
  const stops = { 'cut-off': 'max_tokens', refused: 'refusal', empty: 'end_turn' }
  const stop = turn.kind === 'tools' ? 'tool_use' : turn.kind === 'ended' ? stops[turn.reason] : 'end_turn'
  const blocks = turn.kind === 'tools' ? toolBlocks(turn.calls, number) : textBlocks(turn)
  const usage = { input_tokens: 100, output_tokens: 10 }
  return [
    { type: 'message_start', message: { id: 'msg', type: 'message', model: 'm-answered', content: [], usage } },
    ...blocks.flatMap(({ block, delta }, index) => [
      { type: 'content_block_start', index, content_block: block },
      ...delta.map((part) => ({ type: 'content_block_delta', index, delta: part })),
      { type: 'content_block_stop', index },
    ]),
    { type: 'message_delta', delta: { stop_reason: stop }, usage: { output_tokens: 20 } },
    { type: 'message_stop' },
  ]
}

interface ScriptedBlock {
  readonly block: object
  readonly delta: readonly object[]
}

function textBlocks(turn: Played): readonly ScriptedBlock[] {
  if (turn.kind !== 'answer') return []
  return [{ block: { type: 'text', text: '' }, delta: [{ type: 'text_delta', text: turn.text }] }]
}

function toolBlocks(calls: readonly ScriptedCall[], number: number): readonly ScriptedBlock[] {
  const thought = {
    block: { type: 'thinking', thinking: '', signature: '' },
    delta: [
      { type: 'thinking_delta', thinking: 'Hm.' },
      { type: 'signature_delta', signature: 'signed' },
    ],
  }
  const used = calls.map(({ name, input }, index) => ({
    block: { type: 'tool_use', id: `toolu_${number}_${index}`, name, input: {} },
    delta: [{ type: 'input_json_delta', partial_json: typeof input === 'string' ? input : JSON.stringify(input) }],
  }))
  return [thought, ...used]
}

const google = (code: number, status: string, message = 'Sorry.') => ({ error: { code, status, message } })

export const geminiWire: ScriptedWire = {
  start: async (turns) => {
    const server = await startScriptedServer<WireTurn>({
      turns,
      isServed: (path) => path === '/v1beta/models/m-asked:streamGenerateContent?alt=sse',
      play: (turn, _request, response) => {
        if (turn.kind === 'fault') return turn.fault(response)
        sendChatChunks(response, [geminiChunk(geminiParts(turn), geminiFinish(turn))])
        response.end()
      },
    })
    return { ...server, baseUrl: server.origin }
  },
  faults: {
    unauthenticated: httpError(400, google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid one.')),
    forbidden: httpError(403, google(403, 'PERMISSION_DENIED')),
    modelNotFound: httpError(404, google(404, 'NOT_FOUND')),
    badRequest: httpError(400, google(400, 'INVALID_ARGUMENT', 'Something is wrong')),
    contextTooLong: httpError(400, google(400, 'INVALID_ARGUMENT', 'The input token count (9) exceeds the maximum')),
    rateLimited: httpError(429, google(429, 'RESOURCE_EXHAUSTED'), soon),
    quota: httpError(402, google(402, 'FAILED_PRECONDITION')),
    serverError: httpError(500, google(500, 'INTERNAL')),
    overloaded: httpError(503, google(503, 'UNAVAILABLE')),
    errorInStream: (response) => {
      geminiWire.begin(response)
      sendChatChunks(response, [google(503, 'UNAVAILABLE')])
      response.end()
    },
  },
  begin: (response) => sendChatChunks(response, [geminiChunk([{ text: '{"fin' }], undefined)]),
}

function geminiChunk(parts: readonly object[], finishReason: string | undefined): object {
  const usageMetadata = { promptTokenCount: 100, candidatesTokenCount: 20 }
  return {
    modelVersion: 'm-answered',
    usageMetadata,
    candidates: [{ content: { role: 'model', parts }, finishReason }],
  }
}

function geminiParts(turn: Played): readonly object[] {
  if (turn.kind === 'ended') return []
  if (turn.kind === 'answer') return [{ text: 'Hm.', thought: true }, { text: turn.text }]
  return turn.calls.map(({ name, input }, index) => ({
    functionCall: { name, args: typeof input === 'string' ? undefined : input },
    ...(index === 0 ? { thoughtSignature: 'signed' } : {}),
  }))
}

function geminiFinish(turn: Played): string {
  if (turn.kind !== 'ended') return 'STOP'
  return { 'cut-off': 'MAX_TOKENS', refused: 'SAFETY', empty: 'STOP' }[turn.reason]
}
