import type { ServerResponse } from 'node:http'
import { type Fault, messageEvents, sendEvents, sendJson } from '../../src/demo/replay-endpoint.js'

function httpError(
  status: number,
  error: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    sendJson(response, status, { error })
  }
}

function failed(code: string, message: string): Fault {
  return (response) => {
    sendEvents(response, [
      { type: 'response.created', response: { id: 'resp_fault' } },
      { type: 'response.failed', response: { id: 'resp_fault', status: 'failed', error: { code, message } } },
    ])
    response.end()
  }
}

function incomplete(reason: string): Fault {
  return (response) => {
    sendEvents(response, [
      ...messageEvents('resp_fault', '{"findings": ['),
      {
        type: 'response.incomplete',
        response: { id: 'resp_fault', status: 'incomplete', incomplete_details: { reason } },
      },
    ])
    response.end()
  }
}

function wholeBody(type: string, body: string): Fault {
  return (response) => void response.writeHead(200, { 'content-type': type }).end(body)
}

function destroy(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

/** What a Responses server can do wrong, by name. */
export const faults = {
  unauthenticated: httpError(401, {
    message: 'Incorrect API key provided: sk-abc***',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  }),
  forbidden: httpError(403, { message: 'Your project has no access', type: 'invalid_request_error' }),
  modelNotFound: httpError(404, {
    message: 'The model `nope` does not exist',
    type: 'invalid_request_error',
    code: 'model_not_found',
  }),
  contextTooLong: httpError(400, {
    message: "This model's maximum context length is 8 tokens.",
    type: 'invalid_request_error',
    code: 'context_length_exceeded',
  }),
  badSchema: httpError(400, {
    message: 'Invalid schema for response_format',
    type: 'invalid_request_error',
    code: 'invalid_json_schema',
  }),
  rateLimited: httpError(
    429,
    { message: 'Rate limit reached', type: 'rate_limit_error', code: 'rate_limit_exceeded' },
    { 'retry-after': '0' },
  ),
  quota: httpError(429, {
    message: 'You exceeded your current quota',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  }),
  serverError: httpError(500, { message: 'The server had an error', type: 'server_error' }),
  badGateway: httpError(502, { message: 'Bad gateway', type: 'server_error' }),
  overloaded: httpError(503, { message: 'Overloaded', type: 'server_error', code: 'server_is_overloaded' }),
  unavailable: httpError(503, { message: 'Unavailable', type: 'server_error' }),
  reset: destroy,
  hangBeforeHeaders: () => {},
  hangMidStream: (response) => sendEvents(response, [{ type: 'response.created', response: { id: 'resp_fault' } }]),
  resetMidStream: (response) => {
    sendEvents(response, [{ type: 'response.created', response: { id: 'resp_fault' } }])
    setTimeout(() => destroy(response), 50)
  },
  dropBeforeCompleted: (response) => {
    sendEvents(response, messageEvents('resp_fault', '{"findings":[],"filesReviewed":[],"notVerified":[]}'))
    response.end()
  },
  failedContext: failed('context_length_exceeded', 'Your input exceeds the context window of this model.'),
  failedRate: failed('rate_limit_exceeded', 'Rate limit reached for gpt-5.5. Please try again in 1ms.'),
  failedQuota: failed('insufficient_quota', 'You exceeded your current quota.'),
  failedOverloaded: failed('server_is_overloaded', 'Overloaded'),
  failedOther: failed('server_error', 'Something broke'),
  failedInvalidPrompt: failed('invalid_prompt', 'This prompt was flagged as potentially violating our usage policy.'),
  incompleteTokens: incomplete('max_output_tokens'),
  incompleteFilter: incomplete('content_filter'),
  garbage: wholeBody('text/event-stream', 'data: {{{\n\nevent: \u0000\n\n'),
  html: wholeBody('text/html', '<html><body>Sign in</body></html>'),
  empty: wholeBody('text/event-stream', ''),
} satisfies Record<string, Fault>
