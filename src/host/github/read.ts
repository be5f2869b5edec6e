import { isSameOrSafer } from '../http.js'
import { address, askedFor, type Connection, headersOf, JSON_TYPE, odd, parseJson } from './connection.js'
import type { Answer } from './exchange.js'
import { type Asked, shown, toFailure } from './failure.js'
import { isInsideApi, nextPage } from './location.js'
import { headerOf } from './rate-limit.js'

const PAGE_SIZE = 100
const MAX_PAGES = 10
/** All pages of one list. */
const LIST_BYTES = 64 * 1024 * 1024
const MAX_REDIRECTS = 3
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

export interface Read {
  /** What `path` is below of: `/repos/owner/name`, or nothing. */
  readonly root: string
  readonly path: string
  readonly accept: string | undefined
}

/** One document: parsed, unless `accept` asks for something that is no JSON. */
export async function get(to: Connection, { root, path, accept = JSON_TYPE }: Read): Promise<unknown> {
  const asked = askedFor(to, 'GET', path)
  const answer = await read(to, { url: address(to, root, asked), accept, asked })
  return accept.includes('json') ? parseJson(answer, asked) : answer.body.toString('utf8')
}

export interface List {
  readonly path: string
  readonly key: string | undefined
  readonly maxPages: number | undefined
}

/** The entries of all pages of a list. */
export async function list(to: Connection, { path, key, maxPages }: List): Promise<readonly unknown[]> {
  const sized = /[?&]per_page=/.test(path) ? path : `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE_SIZE}`
  const asked = askedFor(to, 'GET', sized)
  const items: unknown[] = []
  let bytes = 0
  let url: URL | undefined = address(to, to.place.root, asked)
  for (let page = 0; page < (maxPages ?? MAX_PAGES) && url !== undefined; page += 1) {
    const answer = await read(to, { url, accept: JSON_TYPE, asked })
    bytes += answer.body.length
    if (bytes > LIST_BYTES) throw odd(asked, `a list of more than ${LIST_BYTES} bytes`)
    for (const item of itemsOf(parseJson(answer, asked), key, asked)) items.push(item)
    url = following(to, answer, asked)
  }
  if (url !== undefined && maxPages === undefined) {
    to.log?.warning(`${shown(asked)}: only the first ${items.length} entries are read.`)
  }
  return items
}

/** The bytes behind a path; a storage on another host that it redirects to does not get the token. */
export async function download(to: Connection, path: string, maxBytes: number): Promise<Buffer> {
  const asked = askedFor(to, 'GET', path)
  const request = { method: 'GET', url: address(to, to.place.root, asked), body: undefined, maxBytes } as const
  const { answer } = await to.send({ ...request, headers: headersOf(to, JSON_TYPE) }, asked)
  if (!REDIRECTS.includes(answer.status)) return bodyOf(answer, asked)
  const target = redirectTarget(answer, request.url)
  if (target === null || !isSameOrSafer(request.url.href, target.href)) throw odd(asked, 'a redirect that is refused')
  const stored = await to.send({ ...request, url: target, headers: { accept: '*/*' } }, asked)
  return bodyOf(stored.answer, asked)
}

interface Visit {
  readonly url: URL
  readonly accept: string
  readonly asked: Asked
}

/** Reads one page, also of a repository that was renamed: GitHub redirects to its id then. */
async function read(to: Connection, { url, accept, asked }: Visit): Promise<Answer> {
  let current = url
  for (let redirects = 0; ; redirects += 1) {
    const request = { method: 'GET', url: current, headers: headersOf(to, accept), body: undefined } as const
    const { answer } = await to.send(request, asked)
    if (!REDIRECTS.includes(answer.status)) {
      if (answer.status >= 300) throw toFailure(answer, asked)
      return answer
    }
    const target = redirectTarget(answer, current)
    if (target === null || !isInsideApi(to.place, target)) throw odd(asked, 'a redirect that leads out of its API')
    if (redirects >= MAX_REDIRECTS) throw odd(asked, `more than ${MAX_REDIRECTS} redirects`)
    current = target
  }
}

function redirectTarget(answer: Answer, from: URL): URL | null {
  const location = headerOf(answer, 'location')
  return location === undefined ? null : URL.parse(location, from.href)
}

function following({ place }: Connection, answer: Answer, asked: Asked): URL | undefined {
  const next = nextPage(headerOf(answer, 'link'), place, asked.path)
  if (next === 'elsewhere') throw odd(asked, 'a next page that is not of the same list')
  return next
}

function bodyOf(answer: Answer, asked: Asked): Buffer {
  if (answer.status >= 300) throw toFailure(answer, asked)
  return answer.body
}

function itemsOf(page: unknown, key: string | undefined, asked: Asked): readonly unknown[] {
  const items: unknown =
    key === undefined || typeof page !== 'object' || page === null
      ? page
      : Object.entries(page).find(([name]) => name === key)?.[1]
  if (Array.isArray(items)) return items
  throw odd(asked, 'something that is not a list')
}
