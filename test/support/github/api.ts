import type { ServerResponse } from 'node:http'
import { type Answer, type Call, problem, type Routes } from './answer.js'
import type { Description, Match } from './description.js'
import { type Fault, type Plan, underFault } from './faults.js'
import { type Received, send } from './http.js'
import { acceptedPermissions, isAllowed, type Token } from './tokens.js'
import type { World } from './world.js'

/** One request, as it came. */
export interface ApiRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly authorization: string | undefined
  readonly headers: Received['headers']
  /** Read as JSON; undefined where there was none. */
  readonly body: unknown
  /** What was answered; 0 for no answer at all. */
  status: number
}

/** What the REST API of the stand-in works with. */
export interface Api {
  readonly world: World
  readonly routes: Routes
  readonly description: Description
  readonly tokens: ReadonlyMap<string, Token>
  readonly faults: Plan<Fault>
  /** What happens right after a request was done. */
  readonly hooks: Plan<() => void>
  readonly requests: ApiRequest[]
  readonly violations: string[]
  /** What stands before every path, as `/api/v3` on GHES. */
  readonly prefix: string
  readonly url: () => string
}

const versions = ['2022-11-28']
const LIMIT_PER_HOUR = 1_000

/** Answers one request to the REST API. */
export async function answerApi(api: Api, request: Received, response: ServerResponse): Promise<void> {
  const path = withoutPrefix(api, request.url)
  const entry = { ...toEntry(request, path), status: 0 }
  api.requests.push(entry)
  const act = () => {
    const answer = answerOf(api, request, path)
    api.hooks.take(request.method, path)?.()
    return answer
  }
  const answer = await underFault(api.faults.take(request.method, path), act)
  if (answer === 'reset') response.socket?.resetAndDestroy()
  else if (answer !== 'hang') reply(response, api, { entry, answer })
}

function withoutPrefix({ prefix }: Api, url: string): string {
  return url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : `(not below ${prefix})${url}`
}

function toEntry({ method, headers, body }: Received, path: string): Omit<ApiRequest, 'status'> {
  return { method, path, authorization: headers.authorization, headers, body: parseBody(body) }
}

/** Undefined: no body. A body that is no JSON stays a Buffer. */
function parseBody(body: Buffer): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString())
  } catch {
    return body
  }
}

function reply(
  response: ServerResponse,
  { world }: Api,
  { entry, answer }: { entry: ApiRequest; answer: Answer },
): void {
  entry.status = answer.status
  const limits = {
    'x-ratelimit-limit': String(LIMIT_PER_HOUR),
    'x-ratelimit-remaining': String(LIMIT_PER_HOUR - 1),
    'x-ratelimit-used': '1',
    'x-ratelimit-resource': 'core',
    'x-github-request-id': `STANDIN:${world.nextId()}`,
  }
  send(response, { ...answer, headers: { ...limits, ...answer.headers } })
}

function answerOf(api: Api, request: Received, path: string): Answer {
  const token = readToken(api, request)
  if (token === undefined)
    return problem(401, request.headers.authorization === undefined ? 'Requires authentication' : 'Bad credentials')
  const url = new URL(path, 'http://api')
  const match = api.description.find(request.method, url.pathname)
  if (match === undefined) {
    api.violations.push(`${request.method} ${path}: GitHub's description, or our cut of it, has no such path`)
    return problem(404, 'Not Found')
  }
  const body = parseBody(request.body)
  const wrong = [...headerProblems(request), ...api.description.checkRequest(match, { query: url.searchParams, body })]
  if (wrong.length > 0) {
    api.violations.push(...wrong.map((text) => `${request.method} ${path}: ${text}`))
    return problem(422, `Invalid request.\n\n${wrong.join('\n')}`)
  }
  const call = { params: match.params, query: url.searchParams, body, token, path: url.pathname, apiUrl: api.url() }
  return answerCall(api, match, { ...call, accept: request.headers.accept ?? '' })
}

function readToken({ tokens }: Api, { headers }: Received): Token | undefined {
  return tokens.get((headers.authorization ?? '').replace(/^(?:Bearer|token) /i, ''))
}

function headerProblems({ headers, body }: Received): readonly string[] {
  const version = headers['x-github-api-version']
  const type = headers['content-type'] ?? ''
  return [
    ...(headers['user-agent'] === undefined ? ['no User-Agent, without which GitHub refuses every request'] : []),
    ...(typeof version === 'string' && !versions.includes(version) ? [`no API version ${version}`] : []),
    ...(body.length > 0 && !type.includes('json') ? [`a body of the type "${type}" instead of JSON`] : []),
  ]
}

function answerCall(api: Api, match: Match, call: Call): Answer {
  const { world, routes } = api
  const route = routes[match.operation]
  if (route === undefined) throw new Error(`the stand-in has no handler for ${match.operation}`)
  const { owner, repo } = match.params
  if (owner !== undefined && `${owner}/${repo}`.toLowerCase() !== world.settings.repository.toLowerCase())
    return problem(404, 'Not Found')
  if (!isAllowed(call.token, route.needs, world.settings.visibility)) {
    const headers = { 'x-accepted-github-permissions': acceptedPermissions(route.needs) }
    return { ...problem(403, 'Resource not accessible by integration'), headers }
  }
  if (world.settings.archived && !match.operation.startsWith('get '))
    return problem(403, 'Repository was archived so is read-only.')
  const answer = route.answer(call, world)
  const wrong = api.description.checkAnswer(match, { status: answer.status, body: answer.body })
  api.violations.push(...wrong.map((text) => `the stand-in's own answer to ${match.operation}: ${text}`))
  return answer
}
