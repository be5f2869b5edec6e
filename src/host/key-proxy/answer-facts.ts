import { z } from 'zod'
import type { ProviderFailure, WireFormat } from '../../types/egress.js'
import { describeFailure, readProviderError, toProviderFailure } from './failure-table.js'

/** Tokens of one answer as the provider counted them. */
export interface AnswerUsage {
  /** Cached ones included. */
  readonly input: number
  readonly cached: number
  readonly output: number
}

/** What an answer says of itself, put together from its parts. */
export interface AnswerFacts {
  readonly model: string | undefined
  readonly usage: AnswerUsage | undefined
  /** `open`: nothing yet said that the answer is over. */
  readonly outcome: 'open' | 'completed' | ProviderFailure
}

/** Reads one part: an event of a stream, or a whole answer. */
export type ReadPart = (facts: AnswerFacts, value: unknown) => AnswerFacts

export const NOTHING_KNOWN: AnswerFacts = { model: undefined, usage: undefined, outcome: 'open' }

/** The reader of a wire format. */
export function partReader(wire: WireFormat): ReadPart {
  switch (wire) {
    case 'responses':
      return readResponsesPart
    case 'chat':
      return readChatPart
    case 'messages':
      return readMessagesPart
    case 'gemini':
      return readGeminiPart
  }
}

/** More than any provider counts; anything else is no count. */
const Count = z.int().nonnegative().max(1_000_000_000).optional().catch(undefined)
const Name = z.string().max(200).optional().catch(undefined)

const ResponsesUsage = z.looseObject({
  input_tokens: Count,
  input_tokens_details: z.looseObject({ cached_tokens: Count }).nullish().catch(undefined),
  output_tokens: Count,
})
const ResponseObject = z.looseObject({
  model: Name,
  status: Name,
  usage: ResponsesUsage.nullish().catch(undefined),
  error: z.unknown().optional(),
  incomplete_details: z.looseObject({ reason: Name }).nullish().catch(undefined),
})
const ResponsesEvent = z.looseObject({ type: Name, response: ResponseObject.optional().catch(undefined) })

function readResponsesPart(facts: AnswerFacts, value: unknown): AnswerFacts {
  const event = ResponsesEvent.catch({}).parse(value)
  if (event.type === 'error') return { ...facts, outcome: inStream(value) }
  // A whole answer is the object that events carry.
  const response = event.type?.startsWith('response.') === true ? event.response : ResponseObject.catch({}).parse(value)
  if (response === undefined) return facts
  return {
    model: response.model ?? facts.model,
    usage: responsesUsage(response) ?? facts.usage,
    outcome: responsesOutcome(event.type?.slice('response.'.length) ?? response.status, response) ?? facts.outcome,
  }
}

function responsesUsage({ usage }: z.infer<typeof ResponseObject>): AnswerUsage | undefined {
  if (usage?.input_tokens === undefined) return undefined
  const cached = usage.input_tokens_details?.cached_tokens ?? 0
  return { input: usage.input_tokens, cached, output: usage.output_tokens ?? 0 }
}

function responsesOutcome(
  status: string | undefined,
  response: z.infer<typeof ResponseObject>,
): AnswerFacts['outcome'] | undefined {
  if (status === 'completed' || status === 'done') return 'completed'
  if (status === 'failed') return inStream(response.error)
  if (status === 'cancelled') return describeFailure('NO_REPLY', { status: undefined, message: 'cancelled' })
  if (status !== 'incomplete') return undefined
  const reason = response.incomplete_details?.reason ?? 'no reason given'
  return describeFailure(reason === 'content_filter' ? 'REFUSED' : 'NO_REPLY', { status: undefined, message: reason })
}

const ChatAnswer = z.looseObject({
  model: Name,
  usage: z
    .looseObject({
      prompt_tokens: Count,
      prompt_tokens_details: z.looseObject({ cached_tokens: Count }).nullish().catch(undefined),
      completion_tokens: Count,
    })
    .nullish()
    .catch(undefined),
  choices: z
    .array(z.looseObject({ finish_reason: Name.nullish() }))
    .nullish()
    .catch(undefined),
  error: z.unknown().optional(),
})

/** Part and whole have the same form here; the usage comes with a part of its own, after the last one. */
function readChatPart(facts: AnswerFacts, value: unknown): AnswerFacts {
  const answer = ChatAnswer.catch({}).parse(value)
  if (answer.error != null) return { ...facts, outcome: inStream(value) }
  const { usage } = answer
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? 0
  const counted =
    usage?.prompt_tokens === undefined
      ? facts.usage
      : { input: usage.prompt_tokens, cached, output: usage.completion_tokens ?? 0 }
  return {
    model: answer.model ?? facts.model,
    usage: counted,
    outcome: finishOutcome(answer.choices?.[0]?.finish_reason) ?? facts.outcome,
  }
}

function finishOutcome(reason: string | null | undefined): AnswerFacts['outcome'] | undefined {
  if (reason == null || reason === '') return undefined
  if (reason === 'length') return describeFailure('NO_REPLY', { status: undefined, message: reason })
  if (reason === 'content_filter') return describeFailure('REFUSED', { status: undefined, message: reason })
  // OpenRouter's word for a provider that broke off.
  if (reason === 'error') return describeFailure('OVERLOADED', { status: undefined, message: reason })
  return 'completed'
}

const MessagesUsage = z.looseObject({
  input_tokens: Count,
  cache_creation_input_tokens: Count,
  cache_read_input_tokens: Count,
  output_tokens: Count,
})
const MessageObject = z.looseObject({
  model: Name,
  usage: MessagesUsage.nullish().catch(undefined),
  stop_reason: Name.nullish(),
})
const MessagesEvent = z.looseObject({
  type: Name,
  message: MessageObject.optional().catch(undefined),
  delta: z.looseObject({ stop_reason: Name.nullish() }).optional().catch(undefined),
  usage: MessagesUsage.nullish().catch(undefined),
})

function readMessagesPart(facts: AnswerFacts, value: unknown): AnswerFacts {
  const event = MessagesEvent.catch({}).parse(value)
  switch (event.type) {
    case 'error':
      return { ...facts, outcome: inStream(value) }
    case 'message_start':
      return { ...facts, model: event.message?.model, usage: messagesUsage(undefined, event.message?.usage) }
    case 'message_delta':
      return {
        ...facts,
        usage: messagesUsage(facts.usage, event.usage),
        outcome: stopOutcome(event.delta?.stop_reason) ?? facts.outcome,
      }
    case 'message_stop':
      return { ...facts, outcome: facts.outcome === 'open' ? 'completed' : facts.outcome }
    case 'message': {
      const message = MessageObject.catch({}).parse(value)
      const outcome = stopOutcome(message.stop_reason) ?? 'completed'
      return { model: message.model, usage: messagesUsage(undefined, message.usage), outcome }
    }
    default:
      return facts
  }
}

/** Figures grow in the course of a stream, and Z.ai gives the input only at its end: the larger ones count. */
function messagesUsage(
  known: AnswerUsage | undefined,
  usage: z.infer<typeof MessagesUsage> | null | undefined,
): AnswerUsage | undefined {
  if (usage == null) return known
  const cached = usage.cache_read_input_tokens ?? 0
  const input = (usage.input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0) + cached
  return {
    input: Math.max(known?.input ?? 0, input),
    cached: Math.max(known?.cached ?? 0, cached),
    output: Math.max(known?.output ?? 0, usage.output_tokens ?? 0),
  }
}

function stopOutcome(reason: string | null | undefined): AnswerFacts['outcome'] | undefined {
  if (reason == null) return undefined
  if (reason === 'refusal' || reason === 'sensitive') {
    return describeFailure('REFUSED', { status: undefined, message: reason })
  }
  if (reason === 'max_tokens') return describeFailure('NO_REPLY', { status: undefined, message: reason })
  if (reason === 'model_context_window_exceeded') {
    return describeFailure('CONTEXT_TOO_LONG', { status: undefined, message: reason })
  }
  return 'completed'
}

const GeminiAnswer = z.looseObject({
  modelVersion: Name,
  usageMetadata: z
    .looseObject({
      promptTokenCount: Count,
      toolUsePromptTokenCount: Count,
      cachedContentTokenCount: Count,
      candidatesTokenCount: Count,
      thoughtsTokenCount: Count,
    })
    .nullish()
    .catch(undefined),
  promptFeedback: z.looseObject({ blockReason: Name }).nullish().catch(undefined),
  candidates: z
    .array(z.looseObject({ finishReason: Name }))
    .nullish()
    .catch(undefined),
  error: z.unknown().optional(),
})
const GEMINI_REFUSALS: readonly string[] = [
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
]

function readGeminiPart(facts: AnswerFacts, value: unknown): AnswerFacts {
  // A stream without alt=sse comes as one list.
  if (Array.isArray(value)) return value.reduce<AnswerFacts>(readGeminiPart, facts)
  const answer = GeminiAnswer.catch({}).parse(value)
  return {
    model: answer.modelVersion ?? facts.model,
    usage: geminiUsage(answer) ?? facts.usage,
    outcome: answer.error == null ? (geminiOutcome(answer) ?? facts.outcome) : inStream(value),
  }
}

function geminiUsage({ usageMetadata: usage }: z.infer<typeof GeminiAnswer>): AnswerUsage | undefined {
  if (usage?.promptTokenCount === undefined) return undefined
  return {
    input: usage.promptTokenCount + (usage.toolUsePromptTokenCount ?? 0),
    cached: usage.cachedContentTokenCount ?? 0,
    output: (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0),
  }
}

function geminiOutcome(answer: z.infer<typeof GeminiAnswer>): AnswerFacts['outcome'] | undefined {
  const blocked = answer.promptFeedback?.blockReason
  if (blocked !== undefined) return describeFailure('REFUSED', { status: undefined, message: blocked })
  const reason = answer.candidates?.[0]?.finishReason
  if (reason === undefined || reason === 'FINISH_REASON_UNSPECIFIED') return undefined
  if (GEMINI_REFUSALS.includes(reason)) return describeFailure('REFUSED', { status: undefined, message: reason })
  return reason === 'STOP' ? 'completed' : describeFailure('NO_REPLY', { status: undefined, message: reason })
}

function inStream(value: unknown): ProviderFailure {
  return toProviderFailure({ status: undefined, ...readProviderError(value) })
}
