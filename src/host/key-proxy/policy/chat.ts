import { z } from 'zod'
import { type PolicyDecision, toRefusal } from './policy.js'

/** A JSON object that the provider reads as data and never acts on: a schema, arguments. */
const Data = z.looseObject({})
const Name = z.string().max(256)

/** Text only: images, audio and files would be fetched or looked up by the provider. */
const Text = z.union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))])
const ToolCall = z.object({
  id: Name,
  type: z.literal('function'),
  function: z.object({ name: Name, arguments: z.string() }),
})
const Message = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['system', 'developer', 'user']), content: Text }),
  z.object({
    role: z.literal('assistant'),
    content: Text.nullish(),
    refusal: z.string().nullish(),
    // Some servers want back what their model thought between two calls of tools.
    reasoning_content: z.string().nullish(),
    tool_calls: z.array(ToolCall).min(1).optional(),
  }),
  z.object({ role: z.literal('tool'), tool_call_id: Name, content: Text }),
])

/** Functions that the client runs; there is no other kind but custom ones, which nobody here uses. */
const Tool = z.object({
  type: z.literal('function'),
  function: z.object({
    name: Name,
    description: z.string().optional(),
    parameters: Data.optional(),
    strict: z.boolean().nullish(),
  }),
})
const ToolChoice = z.union([
  z.enum(['auto', 'none', 'required']),
  z.object({ type: z.literal('function'), function: z.object({ name: Name }) }),
])

/** Not on the list, among others: web_search_options, and the plugins, models and routes of OpenRouter. */
const ChatBody = z.strictObject({
  model: z.string(),
  messages: z.array(Message),
  stream: z.boolean().default(false),
  stream_options: z
    .object({ include_usage: z.boolean().optional(), include_obfuscation: z.boolean().optional() })
    .nullish(),
  tools: z.array(Tool).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: z
    .discriminatedUnion('type', [
      z.object({ type: z.enum(['text', 'json_object']) }),
      z.object({ type: z.literal('json_schema'), json_schema: Data }),
    ])
    .nullish(),
  reasoning_effort: Name.nullish(),
  verbosity: Name.nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  max_tokens: z.int().positive().nullish(),
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
  seed: z.int().nullish(),
  prompt_cache_key: Name.nullish(),
  // More would be paid for and not read.
  n: z.literal(1).nullish(),
  // Not 'priority', which costs a multiple.
  service_tier: z.enum(['auto', 'default', 'flex']).nullish(),
  store: z.literal(false).nullish(),
})

/** What may be asked through the Chat Completions API: text in, text and calls of the client's own functions out. */
export function checkChatBody(value: unknown, model: string): PolicyDecision {
  const parsed = ChatBody.safeParse(value)
  if (!parsed.success) return toRefusal(parsed.error)
  const body = parsed.data
  if (body.model !== model) return { kind: 'refused', why: `The key proxy serves no model but ${model}` }
  return {
    kind: 'allowed',
    checked: {
      body,
      stream: body.stream,
      outputLimit: body.max_completion_tokens ?? body.max_tokens ?? undefined,
      withOutputLimit: (tokens) => withLimit(body, tokens),
    },
  }
}

/** Older servers know only max_tokens, which models of OpenAI that reason refuse: who sent it knows that it is understood. */
function withLimit(body: z.infer<typeof ChatBody>, tokens: number): Readonly<Record<string, unknown>> {
  const { max_tokens, max_completion_tokens, ...rest } = body
  return max_tokens == null ? { ...rest, max_completion_tokens: tokens } : { ...rest, max_tokens: tokens }
}
