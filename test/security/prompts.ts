import { z } from 'zod'
import type { RecordedRequest } from '../../src/demo/replay-endpoint.js'

const Body = z.looseObject({
  instructions: z.string().default(''),
  system: z.array(z.looseObject({ text: z.string() })).default([]),
  messages: z
    .array(
      z.looseObject({
        role: z.string(),
        content: z.union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))]),
      }),
    )
    .default([]),
  input: z
    .array(
      z.looseObject({
        type: z.string().optional(),
        content: z.array(z.looseObject({ text: z.string().optional() })).default([]),
      }),
    )
    .default([]),
  text: z.unknown().optional(),
})

/** Everything that the model would take for instructions: all but tool results, its own words and what is fenced as data. */
export function instructionsOf(request: RecordedRequest): string {
  const { instructions, input, system, messages } = Body.parse(JSON.parse(request.text))
  const said = [
    ...system.map(({ text }) => text),
    ...input.flatMap(({ content }) => content.map(({ text = '' }) => text)),
    ...messages.filter(({ role }) => role !== 'assistant').flatMap(({ content }) => textsOf(content)),
  ].join('\n')
  return withoutFenced(`${instructions}\n${said}`)
}

/** Of the Messages API: everything but results of tools, which carry no text of their own. */
function textsOf(content: string | readonly { readonly text?: string | undefined }[]): readonly string[] {
  return typeof content === 'string' ? [content] : content.map(({ text = '' }) => text)
}

/** The random marks of the request's fences. */
export function noncesOf(request: RecordedRequest): readonly string[] {
  return [...new Set([...request.input.matchAll(/<<<([0-9a-f]+) /g)].map(([, nonce = '']) => nonce))]
}

/** The JSON Schema that the answer must fit. */
export function schemaOf(request: RecordedRequest): string {
  return JSON.stringify(Body.parse(JSON.parse(request.text)).text)
}

function withoutFenced(text: string): string {
  const nonce = /<<<([0-9a-f]{32,}) /.exec(text)?.[1]
  if (nonce === undefined) return text
  return text
    .split(`<<<${nonce} `)
    .map((part, index) => {
      const end = index === 0 ? 0 : part.indexOf(`${nonce}>>>`)
      return end === -1 ? part : part.slice(end)
    })
    .join('')
}
