import type { ChatCompletionCreateParamsStreaming, ChatCompletionMessageParam } from 'openai/resources'
import { z } from 'zod'
import { brokenConnection, type CallFailure, failureInStream, failureOfSdk } from './call-failure.js'
import { withCallSignal } from './call-signal.js'
import type { Conversation, ModelTurn, Opening, Step, ToolCall } from './conversation.js'
import { makeLocalFetch, readAnswer } from './local-fetch.js'
import { makeOptionalSettings, type OptionalSettings } from './optional-settings.js'

/** Not every server of this format knows these. */
const SETTINGS = [
  { name: 'response_format', named: /response_format|json_schema|structured.output/i },
  { name: 'reasoning_effort', named: /reasoning|effort/i },
  { name: 'stream_options', named: /stream_options|include_usage/i },
  { name: 'store', named: /\bstore\b/i },
] as const
type Setting = (typeof SETTINGS)[number]['name']

/** The key proxy has its own limits; the SDK's must not come first. Milliseconds. */
const NEVER_MS = 2_000_000_000

/** A conversation in the format of Chat Completions, through the SDK of OpenAI. */
export async function openChatConversation(opening: Opening): Promise<Conversation> {
  const { OpenAI } = await import('openai')
  // Said in so many words: what is left out, the SDK takes from the environment.
  const client = new OpenAI({
    apiKey: opening.endpoint.key,
    baseURL: opening.endpoint.baseUrl,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NEVER_MS,
    fetch: makeLocalFetch({ authorization: `Bearer ${opening.endpoint.key}` }),
  })
  const settings = makeOptionalSettings<Setting>(SETTINGS)
  let messages: readonly ChatCompletionMessageParam[] = [{ role: 'system', content: opening.instructions }]
  let model: string | undefined

  const send = (body: ChatCompletionCreateParamsStreaming): Promise<ChatAnswer> =>
    withCallSignal(opening.signal, async (signal) => {
      // The SDK would print what it cannot parse.
      const sent = client.chat.completions.create(body, { signal }).asResponse()
      const response = await sent.catch((error: unknown) => {
        throw error instanceof OpenAI.OpenAIError ? failureOfSdk(error) : error
      })
      return readChatAnswer(response)
    })
  return {
    ask: async (step) => {
      const asked = [...messages, ...toMessages(step)]
      const answer = await settings.send(() => send(toBody(opening, { messages: asked, step, settings })))
      messages = [...asked, toAssistantMessage(answer)]
      model = answer.model ?? model
      return toTurn(answer)
    },
    stopEnforcing: () => settings.drop('response_format'),
    model: () => model,
  }
}

interface Asked {
  readonly messages: readonly ChatCompletionMessageParam[]
  readonly step: Step
  readonly settings: OptionalSettings<Setting>
}

function toBody(opening: Opening, { messages, step, settings }: Asked): ChatCompletionCreateParamsStreaming {
  const schema = { name: 'review', strict: true, schema: { ...opening.outputSchema } }
  return {
    model: opening.model,
    messages: [...messages],
    tools: opening.tools.map((tool) => ({ type: 'function', function: { ...tool } })),
    tool_choice: step.tools === 'offered' ? 'auto' : 'none',
    stream: true,
    ...(settings.has('response_format') ? { response_format: { type: 'json_schema', json_schema: schema } } : {}),
    ...(settings.has('reasoning_effort') ? { reasoning_effort: opening.effort } : {}),
    ...(settings.has('stream_options') ? { stream_options: { include_usage: true } } : {}),
    ...(settings.has('store') ? { store: false } : {}),
  }
}

function toMessages({ say }: Step): readonly ChatCompletionMessageParam[] {
  if (typeof say === 'string') return [{ role: 'user', content: say }]
  return say.map(({ call, text }) => ({ role: 'tool', tool_call_id: call.id, content: text }))
}

const Delta = z.looseObject({
  content: z.string().nullish(),
  refusal: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  tool_calls: z
    .array(
      z.looseObject({
        index: z.int().nonnegative().optional(),
        id: z.string().max(256).nullish(),
        function: z.looseObject({ name: z.string().max(256).nullish(), arguments: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
})
type Delta = z.infer<typeof Delta>
/** A part of a stream holds `delta`, a whole answer `message`. */
const Choice = z.looseObject({
  delta: Delta.nullish(),
  message: Delta.nullish(),
  finish_reason: z.string().max(200).nullish(),
})
const Chunk = z.looseObject({
  model: z.string().max(200).nullish().catch(undefined),
  choices: z.array(Choice).nullish(),
  error: z.unknown().optional(),
})

interface ChatAnswer {
  readonly model: string | undefined
  readonly content: string
  readonly refusal: string
  readonly reasoning: string
  readonly calls: readonly ToolCall[]
  readonly finish: string
}

async function readChatAnswer(response: Response): Promise<ChatAnswer> {
  const calls = new Map<number, ToolCall>()
  let answer: ChatAnswer = { model: undefined, content: '', refusal: '', reasoning: '', calls: [], finish: '' }
  await readAnswer(response, (value) => {
    const chunk = Chunk.safeParse(value)
    if (!chunk.success) throw brokenConnection('A part of the answer is not in the format of Chat Completions.')
    if (chunk.data.error != null) throw failureInStream(value)
    const choice = chunk.data.choices?.[0]
    const delta = choice?.delta ?? choice?.message
    for (const part of delta?.tool_calls ?? []) addCallPart(calls, part)
    answer = {
      ...answer,
      model: chunk.data.model || answer.model,
      content: answer.content + (delta?.content ?? ''),
      refusal: answer.refusal + (delta?.refusal ?? ''),
      reasoning: answer.reasoning + (delta?.reasoning_content ?? ''),
      finish: choice?.finish_reason || answer.finish,
    }
  })
  if (answer.finish === '') throw brokenConnection('The answer ended before it was complete.')
  if (answer.finish === 'error') throw brokenProvider()
  return { ...answer, calls: [...calls.values()] }
}

/** OpenRouter's word for a provider behind it that broke off. */
function brokenProvider(): CallFailure {
  return failureInStream({ error: { type: 'server_error', message: 'finish_reason error' } })
}

/** Some servers number the parts of a call, others send calls as a whole and without a number. */
function addCallPart(calls: Map<number, ToolCall>, part: NonNullable<Delta['tool_calls']>[number]): void {
  const index = part.index ?? (part.id == null ? Math.max(0, calls.size - 1) : calls.size)
  const known = calls.get(index) ?? { id: `call_${index}`, name: '', arguments: '' }
  calls.set(index, {
    id: part.id || known.id,
    name: part.function?.name || known.name,
    arguments: known.arguments + (part.function?.arguments ?? ''),
  })
}

function toTurn({ finish, refusal, calls, content }: ChatAnswer): ModelTurn {
  if (finish === 'content_filter' || refusal !== '') return { kind: 'refused', why: refusal || finish }
  if (finish === 'length') return { kind: 'cut-off', why: finish }
  return calls.length > 0 ? { kind: 'calls', calls } : { kind: 'answer', text: content }
}

function toAssistantMessage({ content, reasoning, calls }: ChatAnswer): ChatCompletionMessageParam {
  const message = {
    role: 'assistant' as const,
    content,
    // DeepSeek and others want to see what they thought; OpenAI never shows it.
    ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
  }
  if (calls.length === 0) return message
  return {
    ...message,
    tool_calls: calls.map(({ id, name, arguments: text }) => ({
      id,
      type: 'function',
      function: { name, arguments: text },
    })),
  }
}
