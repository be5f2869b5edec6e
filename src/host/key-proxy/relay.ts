import type { IncomingMessage, ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { WireFormat } from '../../types/egress.js'
import { type AnswerFacts, NOTHING_KNOWN } from './answer-facts.js'
import { scanAnswer } from './answer-scan.js'
import { readProviderError, toProviderFailure } from './failure-table.js'
import { toResponseHeaders } from './headers.js'
import { parseJsonBody } from './json-body.js'
import { makeKeyRedactor, redactKey } from './redact-key.js'

/** How an answer is passed on. */
export interface RelaySettings {
  readonly wire: WireFormat
  readonly key: string
  /** Milliseconds without a byte. */
  readonly idleTimeoutMs: number
  readonly maxBytes: number
  onBytes(count: number): void
}

export interface Relayed {
  readonly facts: AnswerFacts
  /** What broke the answer off; undefined when all of it went through. */
  readonly broken:
    | { readonly kind: 'silent' | 'too-long' | 'client' | 'provider'; readonly message: string }
    | undefined
  readonly bytes: number
  readonly keyEchoes: number
}

/** Of an error's body, enough to know its kind. Bytes. */
const MAX_ERROR_BYTES = 64 * 1024

class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  readonly kind: 'silent' | 'too-long'

  constructor(kind: 'silent' | 'too-long', message: string) {
    super(message)
    this.kind = kind
  }
}

/** Passes status and bytes on as they come, no faster than the client reads, and looks at them on the way. */
export async function relay(
  message: IncomingMessage,
  response: ServerResponse,
  settings: RelaySettings,
): Promise<Relayed> {
  const scan = isGood(message) ? scanAnswer(settings.wire, message.headers['content-type']) : scanError(message)
  const redactor = makeKeyRedactor(settings.key)
  const watch = watchSilence(message, response, settings.idleTimeoutMs)
  let bytes = 0
  const pass = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      watch.touch()
      bytes += chunk.length
      settings.onBytes(chunk.length)
      if (bytes > settings.maxBytes) {
        callback(new BrokenOff('too-long', `the answer is over ${settings.maxBytes} bytes`))
        return
      }
      scan.add(chunk)
      callback(null, redactor.add(chunk))
    },
    flush: (callback) => callback(null, redactor.end()),
  })
  const cause = watchCause(message, response)
  const headers = toResponseHeaders(message.headers, (text) => redactKey(text, settings.key))
  response.writeHead(message.statusCode ?? 502, headers)
  response.flushHeaders()
  try {
    await pipeline(message, pass, response)
    return { facts: scan.finish(), broken: undefined, bytes, keyEchoes: redactor.hits() }
  } catch (error) {
    return { facts: scan.facts(), broken: describeBreak(error, cause()), bytes, keyEchoes: redactor.hits() }
  } finally {
    watch.stop()
  }
}

/** Whether the provider accepted the request. */
export function isGood(message: IncomingMessage): boolean {
  const status = message.statusCode ?? 0
  return status >= 200 && status < 300
}

function describeBreak(error: unknown, cause: 'client' | 'provider'): Relayed['broken'] {
  const message = error instanceof Error ? error.message : ''
  return { kind: error instanceof BrokenOff ? error.kind : cause, message }
}

/** Each side's end ends the other's: the first to end is the cause. */
function watchCause(message: IncomingMessage, response: ServerResponse): () => 'client' | 'provider' {
  let first: 'client' | 'provider' | undefined
  message.once('error', () => {
    first ??= 'provider'
  })
  response.once('close', () => {
    first ??= 'client'
  })
  return () => first ?? 'provider'
}

/** A client that does not read must not be taken for a provider that does not write. */
function watchSilence(
  message: IncomingMessage,
  response: ServerResponse,
  idleMs: number,
): { touch(): void; stop(): void } {
  const expire = (): void => {
    if (response.writableNeedDrain) timer.refresh()
    else message.destroy(new BrokenOff('silent', `no byte for ${Math.round(idleMs / 1000)} s`))
  }
  const timer = setTimeout(expire, idleMs)
  return { touch: () => timer.refresh(), stop: () => clearTimeout(timer) }
}

function scanError(message: IncomingMessage): ReturnType<typeof scanAnswer> {
  const chunks: Buffer[] = []
  let length = 0
  const facts = (): AnswerFacts => {
    const parsed = parseJsonBody(Buffer.concat(chunks))
    const said =
      parsed.kind === 'json'
        ? readProviderError(parsed.value)
        : { kinds: [], message: Buffer.concat(chunks).toString('utf8').slice(0, 1000) }
    const retryAfter = message.headers['retry-after']
    return { ...NOTHING_KNOWN, outcome: toProviderFailure({ status: message.statusCode, ...said, retryAfter }) }
  }
  return {
    add: (chunk) => {
      if (length < MAX_ERROR_BYTES) chunks.push(chunk)
      length += chunk.length
    },
    finish: facts,
    facts,
  }
}
