import { z } from 'zod'
import { toLean } from './lean-tools.js'
import { type PolicyDecision, toRefusal } from './policy.js'

/** A JSON object that the provider reads as data and never acts on. */
const Data = z.looseObject({})
const Name = z.string().max(256)
const CacheControl = z.object({ type: z.literal('ephemeral'), ttl: Name.optional(), scope: Name.optional() }).nullish()

const TextBlock = z.object({ type: z.literal('text'), text: z.string(), cache_control: CacheControl })
const ToolReference = z.object({ type: z.literal('tool_reference'), tool_name: Name })
/** Claude Code shows the pictures in a notebook; the text around them is what a review needs. */
const LeftOutPicture = z
  .object({ type: z.literal('image'), source: z.object({ type: z.literal('base64') }) })
  .transform(() => ({ type: 'text' as const, text: '[a picture, not sent]' }))
const Block = z.discriminatedUnion('type', [
  TextBlock,
  z.object({ type: z.literal('thinking'), thinking: z.string(), signature: z.string().optional() }),
  z.object({ type: z.literal('redacted_thinking'), data: z.string() }),
  z.object({ type: z.literal('tool_use'), id: Name, name: Name, input: Data, cache_control: CacheControl }),
  z.object({
    type: z.literal('tool_result'),
    tool_use_id: Name,
    content: z
      .union([z.string(), z.array(z.discriminatedUnion('type', [TextBlock, ToolReference, LeftOutPicture]))])
      .optional(),
    is_error: z.boolean().nullish(),
    cache_control: CacheControl,
  }),
])
const Message = z.object({
  role: z.enum(['user', 'assistant', 'system']),
  content: z.union([z.string(), z.array(Block)]),
})

const CustomTool = z
  .object({
    type: z.literal('custom').nullish(),
    name: Name,
    description: z.string().optional(),
    input_schema: Data,
    cache_control: CacheControl,
    strict: z.boolean().nullish(),
    defer_loading: z.boolean().nullish(),
    eager_input_streaming: z.boolean().nullish(),
  })
  .transform(toLean)
/** Anthropic's own tools that the client runs; all its others, with their types, run at the provider. */
const TypedTool = z.object({
  type: z.string().regex(/^(?:bash|text_editor)_\d{8}$/, 'a tool that the provider runs'),
  name: Name,
  max_characters: z.int().nullish(),
  cache_control: CacheControl,
})

const ASKED = {
  model: z.string(),
  messages: z.array(Message),
  system: z.union([z.string(), z.array(TextBlock)]).nullish(),
  tools: z.array(z.union([TypedTool, CustomTool])).nullish(),
  tool_choice: z
    .object({
      type: z.enum(['auto', 'any', 'tool', 'none']),
      name: Name.optional(),
      disable_parallel_tool_use: z.boolean().optional(),
    })
    .nullish(),
  thinking: z
    .object({
      type: z.enum(['enabled', 'disabled', 'adaptive']),
      budget_tokens: z.int().nonnegative().optional(),
      display: Name.nullish(),
    })
    .nullish(),
  output_config: z.object({ effort: Name.nullish(), format: Data.nullish() }).nullish(),
  output_format: Data.nullish(),
  context_management: z
    .object({
      edits: z.array(z.looseObject({ type: z.string().regex(/^clear_(?:tool_uses|thinking)_\d{8}$/) })),
    })
    .nullish(),
  // Ids of device, account and session; accepted and not sent.
  metadata: z.unknown().optional(),
}

const MessagesBody = z.strictObject({
  ...ASKED,
  max_tokens: z.int().positive(),
  stream: z.boolean().default(false),
  temperature: z.number().nullish(),
  top_k: z.int().nullish(),
  top_p: z.number().nullish(),
  stop_sequences: z.array(z.string()).nullish(),
  service_tier: z.enum(['auto', 'standard_only']).nullish(),
})
const CountBody = z.strictObject(ASKED)

/** What may be asked through the Messages API: text in, text and calls of the client's own tools out. */
export function checkMessagesBody(value: unknown, model: string): PolicyDecision {
  const parsed = MessagesBody.safeParse(value)
  if (!parsed.success) return toRefusal(parsed.error)
  const { metadata, ...body } = parsed.data
  if (body.model !== model) return { kind: 'refused', why: `The key proxy serves no model but ${model}` }
  return {
    kind: 'allowed',
    checked: {
      body,
      stream: body.stream,
      outputLimit: body.max_tokens,
      withOutputLimit: (tokens) => ({ ...body, max_tokens: tokens, ...fittingThinking(body.thinking, tokens) }),
    },
  }
}

/** What may be counted: the same, without an answer. */
export function checkCountBody(value: unknown, model: string): PolicyDecision {
  const parsed = CountBody.safeParse(value)
  if (!parsed.success) return toRefusal(parsed.error)
  const { metadata, ...body } = parsed.data
  if (body.model !== model) return { kind: 'refused', why: `The key proxy serves no model but ${model}` }
  return {
    kind: 'allowed',
    checked: { body, stream: false, outputLimit: undefined, withOutputLimit: () => body },
  }
}

/** The provider refuses a thinking budget that is not below the limit of the answer, and one under 1,024. */
function fittingThinking(
  thinking: z.infer<typeof ASKED.thinking>,
  limit: number,
): { readonly thinking?: z.infer<typeof ASKED.thinking> } {
  if (thinking?.budget_tokens === undefined || thinking.budget_tokens < limit) return {}
  const budget = Math.floor(limit / 2)
  return { thinking: budget < 1024 ? { type: 'disabled' } : { ...thinking, budget_tokens: budget } }
}
