import type { IncomingHttpHeaders } from 'node:http'
import type { WireFormat } from '../../types/egress.js'

/** A value longer than this, or with anything but printable ASCII, is no setting of an API. */
const FIT_VALUE = /^[\x20-\x7e]{1,1024}$/

/** What a reviewer may say to its provider besides the body; without it the CLIs are answered in other forms. */
const REQUEST_HEADERS: Readonly<Record<WireFormat, readonly string[]>> = {
  responses: [
    'user-agent',
    'originator',
    'openai-beta',
    'x-codex-beta-features',
    // Codex sends it with gpt-5.6 and its additional_tools.
    'x-openai-internal-codex-responses-lite',
  ],
  chat: ['user-agent'],
  messages: ['user-agent', 'x-app', 'anthropic-version'],
  gemini: ['user-agent', 'x-goog-api-client'],
}

/** Betas of Anthropic's API that change the form of an answer and let the provider do nothing on its own. */
const ANTHROPIC_BETAS =
  /^(?:claude-code|interleaved-thinking|redact-thinking|effort|context-1m|context-management|mid-conversation-system|prompt-caching|prompt-caching-scope|extended-cache-ttl|fine-grained-tool-streaming|token-efficient-tools|structured-outputs|output-128k|token-counting|tool-examples|adaptive-thinking)-\d{4}-?\d{2}-?\d{2}$/

/** What a client may learn besides status and body: enough for its own retries. */
const RESPONSE_HEADERS =
  /^(?:content-type|retry-after|retry-after-ms|x-should-retry|request-id|x-request-id|x-ratelimit-[a-z-]{1,40}|anthropic-ratelimit-[a-z-]{1,60})$/

/** The headers that go to the provider, the credential aside. */
export function toRequestHeaders(wire: WireFormat, headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {
    'content-type': 'application/json',
    // Compressed bytes could neither be read nor searched for the key.
    'accept-encoding': 'identity',
    accept: headers.accept?.includes('text/event-stream') === true ? 'text/event-stream' : 'application/json',
  }
  for (const name of REQUEST_HEADERS[wire]) {
    const value = headers[name]
    if (typeof value === 'string' && FIT_VALUE.test(value)) kept[name] = value
  }
  if (wire !== 'messages') return kept
  const betas = toBetas(headers['anthropic-beta'])
  return {
    ...kept,
    'anthropic-version': kept['anthropic-version'] ?? '2023-06-01',
    ...(betas === '' ? {} : { 'anthropic-beta': betas }),
  }
}

/** The headers of an answer that the client gets; `redact` takes the key out of their values. */
export function toResponseHeaders(
  headers: IncomingHttpHeaders,
  redact: (text: string) => string,
): Record<string, string> {
  const kept = Object.entries(headers).filter(
    (entry): entry is [string, string] => RESPONSE_HEADERS.test(entry[0]) && typeof entry[1] === 'string',
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, redact(value)]))
}

function toBetas(value: string | string[] | undefined): string {
  const named = [value ?? []].flat().join(',').slice(0, 4096).split(',')
  return named
    .map((name) => name.trim())
    .filter((name) => ANTHROPIC_BETAS.test(name))
    .join(',')
}
