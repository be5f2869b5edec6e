import type { ServerResponse } from 'node:http'
import type { WireFormat } from '../../types/egress.js'

/** An answer that the proxy gives itself. */
export interface LocalAnswer {
  readonly status: number
  readonly message: string
}

/** Sends an error in the form of the provider, so that the client reports it as it would report the provider's. */
export function answerLocally(response: ServerResponse, wire: WireFormat, answer: LocalAnswer): void {
  if (response.headersSent || response.destroyed) return
  const body = JSON.stringify(toErrorBody(wire, answer))
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    // Whatever the proxy says holds for the whole run; asking again changes nothing.
    ...(answer.status === 502 ? {} : { 'x-should-retry': 'false' }),
    // The rest of a request that is too long is not waited for.
    ...(answer.status === 413 ? { connection: 'close' } : {}),
  })
  response.end(body)
}

function toErrorBody(wire: WireFormat, { status, message }: LocalAnswer): object {
  switch (wire) {
    case 'responses':
    case 'chat':
      return { error: { message, type: openAiType(status), param: null, code: openAiType(status) } }
    case 'messages':
      return { type: 'error', error: { type: anthropicType(status), message } }
    case 'gemini':
      return { error: { code: status, message, status: googleStatus(status) } }
  }
}

/** Codex gives up at once on a quota that is used up, and would try again after any other 429. */
function openAiType(status: number): string {
  if (status === 429) return 'insufficient_quota'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}

function anthropicType(status: number): string {
  const types: Readonly<Record<number, string>> = {
    401: 'authentication_error',
    403: 'permission_error',
    404: 'not_found_error',
    413: 'request_too_large',
    429: 'rate_limit_error',
  }
  return types[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error')
}

function googleStatus(status: number): string {
  const names: Readonly<Record<number, string>> = {
    401: 'UNAUTHENTICATED',
    403: 'PERMISSION_DENIED',
    404: 'NOT_FOUND',
    429: 'RESOURCE_EXHAUSTED',
  }
  return names[status] ?? (status >= 500 ? 'UNAVAILABLE' : 'INVALID_ARGUMENT')
}
