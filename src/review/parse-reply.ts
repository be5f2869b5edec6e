import { z } from 'zod'
import { Finding, ReviewReply } from '../types/finding.js'

/** A finding that does not fit the schema: kept as text with the reason, never guessed into shape. */
export interface UnreadableFinding {
  readonly reason: string
  readonly raw: string
}

export type ParsedReply =
  | { readonly kind: 'reply'; readonly reply: ReviewReply; readonly unreadable: readonly UnreadableFinding[] }
  | { readonly kind: 'unreadable'; readonly code: 'REPLY_NOT_JSON' | 'REPLY_NOT_FINDINGS'; readonly problem: string }

/** A reply bigger than this is no review. */
const MAX_REPLY_CHARACTERS = 4 * 1024 * 1024
const MAX_DEPTH = 64
/** Values in the whole reply. Far more than 500 findings need; each wrong one costs a schema problem of some 500 bytes. */
const MAX_VALUES = 100_000
const PROBLEMS_NAMED = 5
/** A problem may name the model's own keys. */
const PROBLEM_CHARACTERS = 300
const MAX_FINDINGS = 500
const RAW_KEPT = 2_000

export function parseReply(text: string): ParsedReply {
  if (text.length > MAX_REPLY_CHARACTERS)
    return unreadable('REPLY_NOT_JSON', `it is longer than ${MAX_REPLY_CHARACTERS} characters`)
  const trimmed = withoutFence(text.trim())
  const bomb = bombProblem(trimmed)
  if (bomb !== undefined) return unreadable('REPLY_NOT_JSON', bomb)
  let value: unknown
  try {
    value = JSON.parse(trimmed)
  } catch {
    return unreadable('REPLY_NOT_JSON', 'it is not one JSON object')
  }
  const envelope = Envelope.safeParse(value)
  return envelope.success ? sortFindings(envelope.data) : unreadable('REPLY_NOT_FINDINGS', describe(envelope.error))
}

/** The reply with findings not yet looked at, so that one bad finding does not lose the others. */
const Envelope = z.strictObject({ ...ReviewReply.shape, findings: z.array(z.unknown()).max(MAX_FINDINGS) })

function sortFindings(envelope: z.infer<typeof Envelope>): ParsedReply {
  const findings: Finding[] = []
  const rejected: UnreadableFinding[] = []
  for (const item of envelope.findings) {
    const checked = Finding.safeParse(item)
    if (checked.success) findings.push(checked.data)
    else
      rejected.push({
        reason: `The finding could not be read: ${describe(checked.error)}`,
        raw: JSON.stringify(item).slice(0, RAW_KEPT),
      })
  }
  return { kind: 'reply', reply: { ...envelope, findings }, unreadable: rejected }
}

/** The JSON Schema sent to the model: draft-07, strict subset (every property required, nothing else allowed). */
export function replySchema(): object {
  const { $schema: _, ...schema } = z.toJSONSchema(ReviewReply, {
    target: 'draft-7',
    override: ({ jsonSchema }) => dropRefused(jsonSchema),
  })
  return schema
}

/** zod writes the range of safe integers and what stands for a missing list; strict modes of providers refuse both. */
function dropRefused(schema: { minimum?: unknown; maximum?: unknown; default?: unknown }): void {
  delete schema.minimum
  delete schema.maximum
  delete schema.default
}

/** Models wrap JSON in one Markdown fence often enough; that changes no content. */
function withoutFence(text: string): string {
  if (!text.startsWith('```') || !text.endsWith('```')) return text
  const firstLine = text.indexOf('\n')
  return firstLine === -1 ? text : text.slice(firstLine + 1, -3).trim()
}

/** Counts brackets and commas outside strings, so that a bomb is refused before it is unpacked. */
function bombProblem(text: string): string | undefined {
  let depth = 0
  let values = 1
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === ',') {
      if (++values > MAX_VALUES) return `it holds more than ${MAX_VALUES} values`
    } else if (char === '{' || char === '[') {
      if (++depth > MAX_DEPTH) return `it nests deeper than ${MAX_DEPTH} levels`
    } else if (char === '}' || char === ']') depth--
  }
  return undefined
}

function describe(error: z.ZodError): string {
  const named = error.issues
    .slice(0, PROBLEMS_NAMED)
    .map((issue) => oneLine(`${issue.path.join('.') || 'the answer'}: ${issue.message}`))
  const more = error.issues.length - named.length
  return `it does not fit the schema (${named.join('; ')}${more > 0 ? `; and ${more} more` : ''})`
}

function oneLine(text: string): string {
  const start = text.slice(0, PROBLEM_CHARACTERS).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
  return text.length > PROBLEM_CHARACTERS ? `${start}…` : start
}

function unreadable(code: 'REPLY_NOT_JSON' | 'REPLY_NOT_FINDINGS', problem: string): ParsedReply {
  return { kind: 'unreadable', code, problem }
}
