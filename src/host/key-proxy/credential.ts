import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { WireFormat } from '../../types/egress.js'

/** Hosts where a key of OpenAI's formats goes into a header of its own. */
const AZURE_HOST = /\.(?:openai|cognitiveservices|services\.ai)\.azure\.com$/
const ANTHROPIC_HOST = /(?:^|\.)anthropic\.com$/

/** A key that opens nothing but this run's proxy. It starts like the provider's own, because CLIs look at that. */
export function makePlaceholder(wire: WireFormat): string {
  const random = randomBytes(24).toString('hex')
  switch (wire) {
    case 'responses':
    case 'chat':
      return `sk-proj-${random}`
    case 'messages':
      return `sk-ant-api03-${random}`
    case 'gemini':
      // 39 characters, as Google's have.
      return `AIzaSy${random.slice(0, 33)}`
  }
}

/** Whether a request carries the placeholder in one of the headers where a client puts its key, and no other key. */
export function presentsPlaceholder(headers: IncomingHttpHeaders, placeholder: string): boolean {
  const bearer = headers.authorization
  const presented = [
    ...(bearer === undefined ? [] : [/^bearer (.{1,512})$/i.exec(bearer)?.[1] ?? '']),
    ...[headers['x-api-key'], headers['x-goog-api-key']].filter((value) => value !== undefined),
  ]
  return presented.length > 0 && presented.every((value) => typeof value === 'string' && isSame(value, placeholder))
}

/** The real credential in the form that the provider wants. */
export function credentialHeaders(
  wire: WireFormat,
  upstream: { readonly host: string; readonly key: string },
): Readonly<Record<string, string>> {
  const { host, key } = upstream
  switch (wire) {
    case 'responses':
    case 'chat':
      return AZURE_HOST.test(host) ? { 'api-key': key } : { authorization: `Bearer ${key}` }
    case 'messages':
      // Gateways that speak this format read the one or the other; Anthropic itself wants exactly one.
      return { 'x-api-key': key, ...(ANTHROPIC_HOST.test(host) ? {} : { authorization: `Bearer ${key}` }) }
    case 'gemini':
      return { 'x-goog-api-key': key }
  }
}

/** Hashed first: the comparison wants equal lengths, and must not tell them. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
