import type {
  ContentBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
} from '@anthropic-ai/sdk/resources/messages'
import { z } from 'zod'
import { describeFailure } from '../../host/key-proxy/failure-table.js'
import { brokenConnection, CallFailure, failureInStream, failureOfSdk } from './call-failure.js'
import { withCallSignal } from './call-signal.js'
import type { Conversation, ModelTurn, Opening, Step, ToolCall } from './conversation.js'
import { makeLocalFetch, readAnswer } from './local-fetch.js'
import { makeOptionalSettings, type OptionalSettings } from './optional-settings.js'

/** Older models and gateways do not know these. Where only output_config is named, the one goes and then the other. */
const SETTINGS = [
  { name: 'effort', named: /effort|output_config(?!\.format)/i },
  { name: 'format', named: /output_format|json_schema|structured.output|output_config(?!\.effort)/i },
  { name: 'thinking', named: /thinking|adaptive/i },
] as const
type Setting = (typeof SETTINGS)[number]['name']

/** The API wants a limit; no model of the last years writes less. */
const MAX_OUTPUT_TOKENS = 32_000
/** The key proxy has its own limits; the SDK's must not come first. Milliseconds. */
const NEVER_MS = 2_000_000_000
const API_VERSION = '2023-06-01'
const CACHED = { cache_control: { type: 'ephemeral' } } as const

/** A conversation in the format of the Messages API, through the SDK of Anthropic. */
export async function openMessagesConversation(opening: Opening): Promise<Conversation> {
  const { Anthropic } = await import('@anthropic-ai/sdk')
  // Said in so many words: what is left out, the SDK takes from the environment or from files of the user.
  const client = new Anthropic({
    apiKey: opening.endpoint.key,
    authToken: null,
    webhookKey: null,
    baseURL: opening.endpoint.baseUrl,
    logLevel: 'off',
    openTelemetry: false,
    maxRetries: 0,
    timeout: NEVER_MS,
    fetch: makeLocalFetch({ 'x-api-key': opening.endpoint.key, 'anthropic-version': API_VERSION }),
  })
  const settings = makeOptionalSettings<Setting>(SETTINGS)
  let messages: readonly MessageParam[] = []
  let model: string | undefined

  const send = (body: MessageCreateParamsStreaming): Promise<MessagesAnswer> =>
    withCallSignal(opening.signal, async (signal) => {
      const sent = client.messages.create(body, { signal }).asResponse()
      const response = await sent.catch((error: unknown) => {
        throw error instanceof Anthropic.AnthropicError ? failureOfSdk(error) : error
      })
      return readMessagesAnswer(response)
    })
  return {
    ask: async (step) => {
      const asked = [...messages, toMessage(step)]
      const answer = await settings.send(() => send(toBody(opening, { messages: asked, step, settings })))
      messages = [...asked, { role: 'assistant', content: answer.blocks.flatMap(toParam) }]
      model = answer.model ?? model
      return toTurn(answer)
    },
    stopEnforcing: () => settings.drop('format'),
    model: () => model,
  }
}

interface Asked {
  readonly messages: readonly MessageParam[]
  readonly step: Step
  readonly settings: OptionalSettings<Setting>
}

function toBody(opening: Opening, { messages, step, settings }: Asked): MessageCreateParamsStreaming {
  const format = { type: 'json_schema', schema: { ...opening.outputSchema } } as const
  const output = {
    ...(settings.has('effort') ? { effort: opening.effort } : {}),
    ...(settings.has('format') ? { format } : {}),
  }
  return {
    model: opening.model,
    max_tokens: MAX_OUTPUT_TOKENS,
    system: [{ type: 'text', text: opening.instructions, ...CACHED }],
    messages: withCacheMark(messages),
    tools: opening.tools.map(({ name, description, parameters }) => ({
      name,
      description,
      input_schema: { ...parameters, type: 'object' },
    })),
    tool_choice: { type: step.tools === 'offered' ? 'auto' : 'none' },
    stream: true,
    ...(settings.has('thinking') ? { thinking: { type: 'adaptive' } } : {}),
    ...(Object.keys(output).length === 0 ? {} : { output_config: output }),
  }
}

function toMessage({ say }: Step): MessageParam {
  if (typeof say === 'string') return { role: 'user', content: [{ type: 'text', text: say }] }
  const content = say.map(
    ({ call, text, failed }) =>
      ({ type: 'tool_result', tool_use_id: call.id, content: text, is_error: failed }) as const,
  )
  return { role: 'user', content }
}

/** The whole conversation is sent again with each turn; up to the mark it is paid for once. */
function withCacheMark(messages: readonly MessageParam[]): MessageParam[] {
  return messages.map((message, index) => {
    if (index < messages.length - 1 || message.role !== 'user' || typeof message.content === 'string') return message
    const [last, ...before] = message.content.toReversed()
    if (last?.type !== 'text' && last?.type !== 'tool_result') return message
    return { ...message, content: [...before.reverse(), { ...last, ...CACHED }] }
  })
}

/** One block of an answer, put together from its parts. */
const Block = z.looseObject({
  type: z.string().max(100),
  id: z.string().max(256).catch(''),
  name: z.string().max(256).catch(''),
  text: z.string().catch(''),
  thinking: z.string().catch(''),
  signature: z.string().catch(''),
  data: z.string().catch(''),
})
type Block = Pick<z.infer<typeof Block>, 'type' | 'id' | 'name' | 'text' | 'thinking' | 'signature' | 'data'> & {
  /** JSON. */
  readonly input: string
}
const Delta = z.looseObject({
  text: z.string().catch(''),
  thinking: z.string().catch(''),
  signature: z.string().catch(''),
  partial_json: z.string().catch(''),
})
const Name = z.string().max(200).nullish().catch(undefined)
const Event = z.union([
  z.looseObject({ type: z.literal('message_start'), message: z.looseObject({ model: Name }) }),
  z.looseObject({ type: z.literal('content_block_start'), index: z.int(), content_block: Block }),
  z.looseObject({ type: z.literal('content_block_delta'), index: z.int(), delta: Delta }),
  z.looseObject({ type: z.literal('message_delta'), delta: z.looseObject({ stop_reason: Name }) }),
  z.looseObject({ type: z.literal('error') }),
])

interface MessagesAnswer {
  readonly model: string | undefined
  readonly stop: string
  readonly blocks: readonly Block[]
}

async function readMessagesAnswer(response: Response): Promise<MessagesAnswer> {
  const blocks = new Map<number, Block>()
  let model: string | undefined
  let stop = ''
  await readAnswer(response, (value) => {
    const parsed = Event.safeParse(value)
    // Pings, ends of blocks, and what is invented next.
    if (!parsed.success) return
    const event = parsed.data
    switch (event.type) {
      case 'error':
        throw failureInStream(value)
      case 'message_start':
        model = event.message.model ?? undefined
        return
      case 'content_block_start':
        blocks.set(event.index, { ...event.content_block, input: '' })
        return
      case 'content_block_delta':
        addDelta(blocks, event.index, event.delta)
        return
      case 'message_delta':
        stop = event.delta.stop_reason ?? stop
        return
    }
  })
  if (stop === '') throw brokenConnection('The answer ended before it was complete.')
  return { model, stop, blocks: [...blocks.values()] }
}

function addDelta(blocks: Map<number, Block>, index: number, delta: z.infer<typeof Delta>): void {
  const block = blocks.get(index)
  if (block === undefined) return
  blocks.set(index, {
    ...block,
    text: block.text + delta.text,
    thinking: block.thinking + delta.thinking,
    signature: block.signature + delta.signature,
    input: block.input + delta.partial_json,
  })
}

function toTurn({ stop, blocks }: MessagesAnswer): ModelTurn {
  if (stop === 'refusal' || stop === 'sensitive') return { kind: 'refused', why: stop }
  if (stop === 'max_tokens') return { kind: 'cut-off', why: stop }
  if (stop === 'model_context_window_exceeded') {
    const { code, message } = describeFailure('CONTEXT_TOO_LONG', { status: undefined, message: stop })
    throw new CallFailure({ code, status: undefined, message, said: stop, retry: { kind: 'never' } })
  }
  const calls = blocks.filter(({ type }) => type === 'tool_use').map(toCall)
  const text = blocks.map((block) => (block.type === 'text' ? block.text : '')).join('')
  return calls.length > 0 ? { kind: 'calls', calls } : { kind: 'answer', text }
}

function toCall({ id, name, input }: Block): ToolCall {
  return { id, name, arguments: input }
}

/** What the model said as it wants to see it again; without its signed thoughts it refuses to go on. */
function toParam(block: Block): readonly ContentBlockParam[] {
  const { id, name, text, thinking, signature, data } = block
  switch (block.type) {
    case 'text':
      return text === '' ? [] : [{ type: 'text', text }]
    case 'thinking':
      return [{ type: 'thinking', thinking, signature }]
    case 'redacted_thinking':
      return [{ type: 'redacted_thinking', data }]
    case 'tool_use':
      return [{ type: 'tool_use', id, name, input: toObject(block.input) }]
    default:
      return []
  }
}

const JsonObject = z.record(z.string(), z.unknown()).catch({})

/** The API takes objects only; what was none was answered with an error already. */
function toObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return JsonObject.parse(JSON.parse(text))
  } catch {
    return {}
  }
}
