import { z } from 'zod'
import { type PolicyDecision, toRefusal } from './policy.js'

/** A JSON object that the provider reads as data and never acts on: a schema, a grammar, arguments. */
const Data = z.looseObject({})
const Name = z.string().max(256)

const FunctionTool = z.object({
  type: z.literal('function'),
  name: Name,
  description: z.string().nullish(),
  strict: z.boolean().nullish(),
  parameters: Data.nullish(),
})
const CustomTool = z.object({
  type: z.literal('custom'),
  name: Name,
  description: z.string().optional(),
  format: Data.optional(),
})
const ClientTool = z.discriminatedUnion('type', [FunctionTool, CustomTool])
const Namespace = z.object({
  type: z.literal('namespace'),
  name: Name,
  description: z.string().optional(),
  tools: z.array(ClientTool),
})
/** Tools that the client runs. All others run at the provider, out of reach of any firewall of ours. */
const Tool = z.discriminatedUnion('type', [
  FunctionTool,
  CustomTool,
  z.object({ type: z.literal('local_shell') }),
  Namespace,
])

const TextPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('input_text'), text: z.string() }),
  z.object({ type: z.literal('output_text'), text: z.string() }),
  z.object({ type: z.literal('refusal'), refusal: z.string() }),
])
const Text = z.union([z.string(), z.array(TextPart)])
const ReasoningText = z.array(z.object({ type: z.enum(['summary_text', 'reasoning_text', 'text']), text: z.string() }))

/** Names an item of the conversation; every item is sent whole, so that the provider has nothing to look up. */
const Id = z.string().max(256).nullish()
const Status = z.string().max(32).nullish()

const Message = z.object({
  type: z.literal('message'),
  id: Id,
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: Text,
  phase: z.string().max(32).nullish(),
  status: Status,
})
const Reasoning = z
  .object({
    type: z.literal('reasoning'),
    id: Id,
    summary: ReasoningText.optional(),
    content: ReasoningText.nullish(),
    encrypted_content: z.string().nullish(),
    status: Status,
  })
  // With an id alone the provider would look up what it stored for somebody.
  .transform(({ id, ...item }) => (typeof item.encrypted_content === 'string' ? { ...item, id } : item))
const Call = { id: Id, call_id: z.string().max(256), status: Status }
const InputItem = z.discriminatedUnion('type', [
  Message,
  Reasoning,
  z.object({
    type: z.literal('function_call'),
    ...Call,
    name: Name,
    namespace: Name.nullish(),
    arguments: z.string(),
  }),
  z.object({ type: z.literal('function_call_output'), ...Call, output: Text }),
  z.object({ type: z.literal('custom_tool_call'), ...Call, name: Name, namespace: Name.nullish(), input: z.string() }),
  z.object({ type: z.literal('custom_tool_call_output'), ...Call, name: Name.nullish(), output: Text }),
  z.object({ type: z.literal('local_shell_call'), ...Call, action: Data }),
  z.object({ type: z.literal('local_shell_call_output'), ...Call, output: Text }),
  // What the provider made of an earlier part of a long conversation, and the wish that it do so.
  z.object({ type: z.enum(['compaction', 'compaction_summary', 'context_compaction']), encrypted_content: z.string() }),
  z.object({ type: z.literal('compaction_trigger') }),
  // How Codex offers its tools to models that know code mode only.
  z.object({ type: z.literal('additional_tools'), id: Id, role: z.literal('developer'), tools: z.array(Tool) }),
])

/** A message may leave out its type. */
const Item = z.preprocess((item) => {
  const untyped = z.looseObject({ type: z.undefined().optional(), role: z.string() }).safeParse(item)
  return untyped.success ? { ...untyped.data, type: 'message' } : item
}, InputItem)

const ToolChoice = z.union([
  z.enum(['auto', 'none', 'required']),
  z.object({ type: z.enum(['function', 'custom']), name: Name }),
])

const ResponsesBody = z.strictObject({
  model: z.string(),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_obfuscation: z.boolean().optional() }).nullish(),
  input: z.union([z.string(), z.array(Item)]),
  instructions: z.string().nullish(),
  tools: z.array(Tool).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning: z
    .object({
      effort: Name.nullish(),
      summary: Name.nullish(),
      context: Name.nullish(),
    })
    .nullish(),
  text: z.object({ verbosity: Name.nullish(), format: Data.nullish() }).nullish(),
  include: z.array(z.literal('reasoning.encrypted_content')).nullish(),
  prompt_cache_key: Name.nullish(),
  max_output_tokens: z.int().positive().nullish(),
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
  truncation: z.enum(['auto', 'disabled']).nullish(),
  // Not 'priority', which costs a multiple.
  service_tier: z.enum(['auto', 'default', 'flex']).nullish(),
  store: z.literal(false).nullish(),
  background: z.literal(false).nullish(),
  previous_response_id: z.null().optional(),
  conversation: z.null().optional(),
  prompt: z.null().optional(),
  // Ids of installation, session and turn, which are nobody's business; accepted and not sent.
  client_metadata: z.unknown().optional(),
})

/** What may be asked through the Responses API: text in, text and calls of the client's own tools out. */
export function checkResponsesBody(value: unknown, model: string): PolicyDecision {
  const parsed = ResponsesBody.safeParse(value)
  if (!parsed.success) return toRefusal(parsed.error)
  const { client_metadata, previous_response_id, conversation, prompt, background, ...kept } = parsed.data
  if (kept.model !== model) return { kind: 'refused', why: `The key proxy serves no model but ${model}` }
  // Left out, store means true.
  const body = { ...kept, store: false }
  return {
    kind: 'allowed',
    checked: {
      body,
      stream: kept.stream,
      outputLimit: kept.max_output_tokens ?? undefined,
      withOutputLimit: (tokens) => ({ ...body, max_output_tokens: tokens }),
    },
  }
}
