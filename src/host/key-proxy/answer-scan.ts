import type { WireFormat } from '../../types/egress.js'
import { type AnswerFacts, NOTHING_KNOWN, partReader } from './answer-facts.js'
import { readEventStream } from './event-stream.js'
import { parseJsonBody } from './json-body.js'

/** Looks at the bytes of an answer while they pass. */
export interface AnswerScan {
  add(chunk: Buffer): void
  /** After the last byte. */
  finish(): AnswerFacts
  /** What is known so far. */
  facts(): AnswerFacts
}

/** An answer that is read as a whole is kept up to this; beyond it nothing is known of it. Bytes. */
const MAX_WHOLE_BYTES = 8 * 1024 * 1024

/** Events that may hold what is looked for. Most of a stream is text, which is not even parsed. */
const WANTED: Readonly<Record<WireFormat, RegExp>> = {
  responses: /"response\.(?:created|completed|done|failed|incomplete)"|"error"/,
  chat: /"finish_reason"\s*:\s*"|"usage"\s*:\s*\{|"error"/,
  messages: /"message_(?:start|delta|stop)"|"error"/,
  gemini: /\{/,
}

/** The scan for an answer of this content type. */
export function scanAnswer(wire: WireFormat, contentType: string | undefined): AnswerScan {
  return contentType?.toLowerCase().startsWith('text/event-stream') === true ? scanStream(wire) : scanWhole(wire)
}

function scanStream(wire: WireFormat): AnswerScan {
  const read = partReader(wire)
  let facts = NOTHING_KNOWN
  const stream = readEventStream({
    isWanted: (line) => WANTED[wire].test(line),
    onData: (value) => {
      facts = read(facts, value)
    },
  })
  return {
    add: (chunk) => stream.add(chunk),
    finish: () => {
      stream.end()
      return facts
    },
    facts: () => facts,
  }
}

function scanWhole(wire: WireFormat): AnswerScan {
  const chunks: Buffer[] = []
  let length = 0
  return {
    add: (chunk) => {
      length += chunk.length
      if (length <= MAX_WHOLE_BYTES) chunks.push(chunk)
    },
    finish: () => {
      if (length > MAX_WHOLE_BYTES) return NOTHING_KNOWN
      const parsed = parseJsonBody(Buffer.concat(chunks))
      return parsed.kind === 'json' ? partReader(wire)(NOTHING_KNOWN, parsed.value) : NOTHING_KNOWN
    },
    facts: () => NOTHING_KNOWN,
  }
}
