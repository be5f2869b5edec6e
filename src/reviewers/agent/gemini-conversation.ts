import { z } from 'zod'
import { parseJsonBody } from '../../host/key-proxy/json-body.js'
import { brokenConnection, CallFailure, failureInStream, failureOfStatus } from './call-failure.js'
import type { Conversation, ModelTurn, Opening, Step } from './conversation.js'
import { makeLocalFetch, readAnswer } from './local-fetch.js'
import { makeOptionalSettings, type OptionalSettings } from './optional-settings.js'

/** Models before Gemini 3 know a budget instead of a level. */
const SETTINGS = [{ name: 'thinkingConfig', named: /thinking/i }] as const
type Setting = (typeof SETTINGS)[number]['name']

/** How the answer is given: models before Gemini 3 cannot be held to a schema where they may call functions. */
const SUBMIT = 'submit_review'

const FunctionCall = z.object({
  id: z.string().max(256).optional(),
  name: z.string().max(256),
  args: z.record(z.string(), z.unknown()).optional(),
})
/** What the model said, and what it wants to see again; without the signatures of its thoughts it refuses to go on. */
const Part = z.object({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  thoughtSignature: z.string().optional(),
  functionCall: FunctionCall.optional(),
})
type Part = z.infer<typeof Part>

/** What we say. */
type OwnPart =
  | { readonly text: string }
  | { readonly functionResponse: { readonly id?: string; readonly name: string; readonly response: object } }
type Content =
  | { readonly role: 'user'; readonly parts: readonly OwnPart[] }
  | { readonly role: 'model'; readonly parts: readonly Part[] }

/** A conversation in the format of Google's Gemini API. */
export async function openGeminiConversation(opening: Opening): Promise<Conversation> {
  const settings = makeOptionalSettings<Setting>(SETTINGS)
  let contents: readonly Content[] = []
  let model: string | undefined
  return {
    ask: async (step) => {
      const asked: readonly Content[] = [...contents, { role: 'user', parts: toParts(step) }]
      const answer = await settings.send(() => send(opening, toBody(opening, { contents: asked, step, settings })))
      contents = [...asked, { role: 'model', parts: answer.parts }]
      model = answer.model ?? model
      return toTurn(answer)
    },
    stopEnforcing: () => false,
    model: () => model,
  }
}

async function send({ endpoint, model, signal }: Opening, body: object): Promise<GeminiAnswer> {
  const url = `${endpoint.baseUrl}/v1beta/models/${model}:streamGenerateContent?alt=sse`
  const fetchLocally = makeLocalFetch({ 'x-goog-api-key': endpoint.key })
  const request = { body: JSON.stringify(body), signal }
  const response = await fetchLocally(url, request).catch((error: unknown) => {
    throw brokenConnection(error instanceof Error ? error.message : '', error)
  })
  if (response.ok) return readGeminiAnswer(response)
  const text = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)))
  const parsed = parseJsonBody(text)
  throw failureOfStatus(response.status, parsed.kind === 'json' ? parsed.value : {}, response.headers)
}

interface Asked {
  readonly contents: readonly Content[]
  readonly step: Step
  readonly settings: OptionalSettings<Setting>
}

function toBody(opening: Opening, { contents, step, settings }: Asked): object {
  const submit = {
    name: SUBMIT,
    description: 'Gives the answer of the task and ends it.',
    parameters: opening.outputSchema,
  }
  const functions = [...opening.tools, submit].map(({ name, description, parameters }) => ({
    name,
    description,
    parametersJsonSchema: parameters,
  }))
  const choice = step.tools === 'offered' ? { mode: 'AUTO' } : { mode: 'ANY', allowedFunctionNames: [SUBMIT] }
  const thinking = settings.has('thinkingConfig') ? { thinkingConfig: { thinkingLevel: opening.effort } } : {}
  return {
    systemInstruction: { parts: [{ text: opening.instructions }] },
    contents,
    tools: [{ functionDeclarations: functions }],
    toolConfig: { functionCallingConfig: choice },
    generationConfig: { candidateCount: 1, ...thinking },
  }
}

function toParts({ say }: Step): readonly OwnPart[] {
  if (typeof say === 'string') return [{ text: say }]
  return say.map(({ call, text, failed }) => ({
    functionResponse: {
      ...(call.id === '' ? {} : { id: call.id }),
      name: call.name,
      response: failed ? { error: text } : { output: text },
    },
  }))
}

const Chunk = z.looseObject({
  modelVersion: z.string().max(200).optional().catch(undefined),
  promptFeedback: z.looseObject({ blockReason: z.string().max(200).optional() }).nullish(),
  candidates: z
    .array(
      z.looseObject({
        content: z.looseObject({ parts: z.array(Part).nullish() }).nullish(),
        finishReason: z.string().max(200).optional(),
      }),
    )
    .nullish(),
  error: z.unknown().optional(),
})

interface GeminiAnswer {
  readonly model: string | undefined
  readonly parts: readonly Part[]
  readonly finish: string
}

async function readGeminiAnswer(response: Response): Promise<GeminiAnswer> {
  const parts: Part[] = []
  let model: string | undefined
  let finish = ''
  await readAnswer(response, (value) => {
    const chunk = Chunk.safeParse(value)
    if (!chunk.success) throw brokenConnection('A part of the answer is not in the format of the Gemini API.')
    if (chunk.data.error != null) throw failureInStream(value)
    const candidate = chunk.data.candidates?.[0]
    for (const part of candidate?.content?.parts ?? []) parts.push(part)
    model = chunk.data.modelVersion ?? model
    finish = chunk.data.promptFeedback?.blockReason ?? candidate?.finishReason ?? finish
  })
  if (finish === '') throw brokenConnection('The answer ended before it was complete.')
  if (finish === 'MALFORMED_FUNCTION_CALL' || finish === 'UNEXPECTED_TOOL_CALL') throw malformedCall(finish)
  return { model, parts, finish }
}

/** The model's own slip, which it seldom makes twice. */
function malformedCall(finish: string): CallFailure {
  const message = `The model called a function in a form that the API could not read (${finish}). Run again.`
  const retry = { kind: 'may', afterMs: undefined } as const
  return new CallFailure({ code: 'NO_REPLY', status: undefined, message, said: finish, retry })
}

function toTurn({ finish, parts }: GeminiAnswer): ModelTurn {
  if (finish === 'MAX_TOKENS') return { kind: 'cut-off', why: finish }
  if (finish !== 'STOP') return { kind: 'refused', why: finish }
  const called = parts.flatMap(({ functionCall }) => (functionCall === undefined ? [] : [functionCall]))
  const submitted = called.find(({ name }) => name === SUBMIT)
  if (submitted !== undefined) return { kind: 'answer', text: JSON.stringify(submitted.args ?? {}) }
  const calls = called.map(({ id = '', name, args = {} }) => ({ id, name, arguments: JSON.stringify(args) }))
  const text = parts.map((part) => (part.thought === true ? '' : (part.text ?? ''))).join('')
  return calls.length > 0 ? { kind: 'calls', calls } : { kind: 'answer', text }
}
