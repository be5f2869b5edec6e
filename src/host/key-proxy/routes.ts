import type { WireFormat } from '../../types/egress.js'

/** What may be asked of a provider in this run. */
export interface Route {
  readonly kind: 'generate' | 'count'
  /** Follows the base URL of the provider. */
  readonly path: string
  readonly stream: 'in-body' | 'always' | 'never'
}

/** The route of a request line, compared as raw text: no decoding, no normalising, so that nothing can be disguised. */
export function findRoute(
  wire: WireFormat,
  request: { readonly method: string | undefined; readonly target: string | undefined },
  model: string,
): Route | undefined {
  if (request.method !== 'POST' || request.target === undefined) return undefined
  return routesOf(wire, model).get(request.target)
}

/** Where the provider serves a route. */
export function upstreamUrl(baseUrl: string, route: Route): URL {
  const url = new URL(baseUrl)
  const [path, query] = route.path.split('?')
  url.pathname = url.pathname.replace(/\/+$/, '') + path
  // Azure keeps its api-version in the base URL.
  if (query !== undefined) url.search = url.search === '' ? query : `${url.search}&${query}`
  url.hash = ''
  url.username = ''
  url.password = ''
  return url
}

function routesOf(wire: WireFormat, model: string): ReadonlyMap<string, Route> {
  switch (wire) {
    case 'responses':
      // A base URL of the Responses API ends in /v1 itself.
      return new Map([['/v1/responses', { kind: 'generate', path: '/responses', stream: 'in-body' }]])
    case 'chat':
      // The same, also for Azure (/openai/v1), Ollama, vLLM (/v1) and OpenRouter (/api/v1).
      return new Map([['/v1/chat/completions', { kind: 'generate', path: '/chat/completions', stream: 'in-body' }]])
    case 'messages':
      return new Map(['', '?beta=true'].flatMap(messagesRoutes))
    case 'gemini':
      return new Map(geminiRoutes(`/v1beta/models/${model}`))
  }
}

function messagesRoutes(query: string): readonly (readonly [string, Route])[] {
  const generate = `/v1/messages${query}`
  const count = `/v1/messages/count_tokens${query}`
  return [
    [generate, { kind: 'generate', path: generate, stream: 'in-body' }],
    [count, { kind: 'count', path: count, stream: 'never' }],
  ]
}

function geminiRoutes(model: string): readonly (readonly [string, Route])[] {
  const once = `${model}:generateContent`
  const stream = `${model}:streamGenerateContent?alt=sse`
  const list = `${model}:streamGenerateContent`
  const count = `${model}:countTokens`
  return [
    [once, { kind: 'generate', path: once, stream: 'never' }],
    [stream, { kind: 'generate', path: stream, stream: 'always' }],
    // Without alt=sse the answer is one JSON list, so it is read as a whole.
    [list, { kind: 'generate', path: list, stream: 'never' }],
    [count, { kind: 'count', path: count, stream: 'never' }],
  ]
}
