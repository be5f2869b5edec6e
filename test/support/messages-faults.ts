import type { ServerResponse } from 'node:http'
import { answerEvents, stopEvents } from '../../src/demo/messages-endpoint.js'
import { type Fault, sendEvents, sendJson } from '../../src/demo/replay-endpoint.js'

const facts = { model: 'scripted', input: 10 }

function httpError(
  status: number,
  error: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    sendJson(response, status, { type: 'error', error })
  }
}

function begin(response: ServerResponse): void {
  sendEvents(response, answerEvents('msg_fault', [{ type: 'text', text: '{"findings": [' }], facts))
}

function stopped(reason: string): Fault {
  return (response) => {
    begin(response)
    sendEvents(response, stopEvents(reason, 4))
    response.end()
  }
}

function wholeBody(type: string, body: string): Fault {
  return (response) => void response.writeHead(200, { 'content-type': type }).end(body)
}

function destroy(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

/** What a Messages server can do wrong, by name. */
export const messagesFaults = {
  unauthenticated: httpError(401, { type: 'authentication_error', message: 'invalid x-api-key' }),
  forbidden: httpError(403, { type: 'permission_error', message: 'Your key has no access' }),
  modelNotFound: httpError(404, { type: 'not_found_error', message: 'model: nope' }),
  contextTooLong: httpError(400, {
    type: 'invalid_request_error',
    message: 'prompt is too long: 210000 tokens > 200000 maximum',
  }),
  tooLarge: httpError(413, { type: 'request_too_large', message: 'Request exceeds the maximum size' }),
  badRequest: httpError(400, { type: 'invalid_request_error', message: 'max_tokens: not like this' }),
  systemRole: httpError(422, {
    type: 'invalid_request_error',
    message: "messages.1.role: role 'system' is not supported",
  }),
  rateLimited: httpError(429, { type: 'rate_limit_error', message: 'Number of requests' }, { 'retry-after': '1' }),
  quota: httpError(400, {
    type: 'invalid_request_error',
    message: 'Your credit balance is too low to access the Anthropic API.',
  }),
  billing: httpError(402, { type: 'billing_error', message: 'Payment required' }),
  zaiBalance: httpError(429, { code: '1113', message: 'Insufficient balance or no resource package.' }),
  serverError: httpError(500, { type: 'api_error', message: 'Internal server error' }),
  badGateway: httpError(502, { type: 'api_error', message: 'Bad gateway' }),
  unavailable: httpError(503, { type: 'api_error', message: 'Unavailable' }),
  overloaded: httpError(529, { type: 'overloaded_error', message: 'Overloaded' }),
  reset: destroy,
  hangBeforeHeaders: () => {},
  resetMidStream: (response) => {
    begin(response)
    setTimeout(() => destroy(response), 50)
  },
  dropBeforeStop: (response) => {
    begin(response)
    response.end()
  },
  hangMidStream: begin,
  overloadedInStream: (response) => {
    begin(response)
    sendEvents(response, [{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }])
    response.end()
  },
  cutOff: stopped('max_tokens'),
  refusal: stopped('refusal'),
  garbage: wholeBody('text/event-stream', 'data: {{{\n\nevent: \u0000\n\n'),
  html: wholeBody('text/html', '<html><body>Sign in</body></html>'),
  empty: wholeBody('text/event-stream', ''),
} satisfies Record<string, Fault>
