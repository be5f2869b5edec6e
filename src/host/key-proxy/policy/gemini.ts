import { z } from 'zod'
import { type PolicyDecision, toRefusal } from './policy.js'

/** A JSON object that the provider reads as data and never acts on. */
const Data = z.looseObject({})
const Name = z.string().max(256)

const Part = z.strictObject({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  thoughtSignature: z.string().optional(),
  functionCall: z.strictObject({ id: Name.optional(), name: Name, args: Data.optional() }).optional(),
  functionResponse: z.strictObject({ id: Name.optional(), name: Name, response: Data }).optional(),
})
const Content = z.strictObject({
  role: z.enum(['user', 'model', 'function', 'system']).optional(),
  parts: z.array(Part),
})

/** Functions that the client runs; googleSearch, codeExecution, urlContext and the like run at the provider. */
const Tool = z.strictObject({
  functionDeclarations: z.array(
    z.strictObject({
      name: Name,
      description: z.string().optional(),
      parameters: Data.optional(),
      parametersJsonSchema: Data.optional(),
      response: Data.optional(),
      responseJsonSchema: Data.optional(),
    }),
  ),
})

const GenerationConfig = z.strictObject({
  temperature: z.number().optional(),
  topP: z.number().optional(),
  topK: z.number().optional(),
  // More would be paid for and not read.
  candidateCount: z.literal(1).optional(),
  maxOutputTokens: z.int().positive().optional(),
  stopSequences: z.array(z.string()).optional(),
  seed: z.int().optional(),
  presencePenalty: z.number().optional(),
  frequencyPenalty: z.number().optional(),
  responseMimeType: z.enum(['text/plain', 'application/json']).optional(),
  responseSchema: Data.optional(),
  responseJsonSchema: Data.optional(),
  thinkingConfig: z
    .strictObject({
      includeThoughts: z.boolean().optional(),
      thinkingBudget: z.int().optional(),
      thinkingLevel: Name.optional(),
    })
    .optional(),
})

const GeminiBody = z.strictObject({
  contents: z.array(Content),
  systemInstruction: Content.optional(),
  tools: z.array(Tool).optional(),
  toolConfig: z
    .strictObject({
      functionCallingConfig: z
        .strictObject({ mode: Name.optional(), allowedFunctionNames: z.array(Name).optional() })
        .optional(),
    })
    .optional(),
  safetySettings: z.array(z.strictObject({ category: Name, threshold: Name })).optional(),
  generationConfig: GenerationConfig.optional(),
})
const GeminiCountBody = z.strictObject({ contents: z.array(Content) })

/** What may be asked through the Gemini API: text in, text and calls of the client's own functions out. */
export function checkGeminiBody(value: unknown): PolicyDecision {
  const parsed = GeminiBody.safeParse(value)
  if (!parsed.success) return toRefusal(parsed.error)
  const body = parsed.data
  return {
    kind: 'allowed',
    checked: {
      body,
      // Said by the path, not by the body.
      stream: false,
      outputLimit: body.generationConfig?.maxOutputTokens,
      withOutputLimit: (tokens) => ({
        ...body,
        generationConfig: { ...body.generationConfig, maxOutputTokens: tokens },
      }),
    },
  }
}

/** What may be counted: text. */
export function checkGeminiCountBody(value: unknown): PolicyDecision {
  const parsed = GeminiCountBody.safeParse(value)
  if (!parsed.success) return toRefusal(parsed.error)
  const body = parsed.data
  return {
    kind: 'allowed',
    checked: { body, stream: false, outputLimit: undefined, withOutputLimit: () => body },
  }
}
