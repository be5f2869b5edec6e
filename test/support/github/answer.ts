import type { Token } from './tokens.js'
import type { World } from './world.js'

/** A request that the description accepts. */
export interface Call {
  /** What the braces of the path stand for. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly accept: string
  readonly token: Token
  /** Where the API is, without a slash at the end. */
  readonly apiUrl: string
  /** The path as it was asked for, without its query. */
  readonly path: string
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON unless it is a Buffer. */
  readonly body?: unknown
}

export interface Route {
  /** One of these permissions suffices; empty: every token may. As `issues: write`. */
  readonly needs: readonly string[]
  answer(call: Call, world: World): Answer
}

/** `get /repos/{owner}/{repo}` → what answers it. */
export type Routes = Readonly<Record<string, Route>>

const PER_PAGE = 30
const MAX_PER_PAGE = 100

export function ok(body: unknown): Answer {
  return { status: 200, body }
}

export function created(body: unknown): Answer {
  return { status: 201, body }
}

/** What GitHub says when it does not do it. */
export function problem(status: number, message: string, errors?: readonly unknown[]): Answer {
  const documentation = 'https://docs.github.com/rest'
  const rest = errors === undefined ? {} : { errors }
  return { status, body: { message, ...rest, documentation_url: documentation, status: String(status) } }
}

export const notFound = problem(404, 'Not Found')

/** 422 about one field. */
export function invalid(resource: string, field: string, message: string): Answer {
  return problem(422, 'Validation Failed', [{ resource, code: 'custom', field, message }])
}

/** One page of a list with the Link header; under `key` with the count of all when GitHub wraps the list. */
export function page(call: Call, items: readonly unknown[], key?: string): Answer {
  const size = Math.min(Math.max(1, Number(call.query.get('per_page') ?? PER_PAGE)), MAX_PER_PAGE)
  const number = Math.max(1, Number(call.query.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const shown = items.slice((number - 1) * size, number * size)
  const relations = {
    ...(number > 1 ? { prev: number - 1, first: 1 } : {}),
    ...(number < last ? { next: number + 1, last } : {}),
  }
  const links = Object.entries(relations).map(([relation, target]) => `<${pageUrl(call, target)}>; rel="${relation}"`)
  return {
    status: 200,
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    body: key === undefined ? shown : { total_count: items.length, [key]: shown },
  }
}

function pageUrl(call: Call, target: number): string {
  const query = new URLSearchParams(call.query)
  query.set('page', String(target))
  return `${call.apiUrl}${call.path}?${query}`
}

/** A number out of the path. */
export function numberParam(call: Call, name: string): number {
  return Number(call.params[name])
}
