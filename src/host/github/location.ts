/** Where the API of one repository is: `origin` and `prefix` of the API, `root` of the repository below both. */
export interface ApiPlace {
  readonly origin: string
  /** Path before `/repos`, without a slash at its end: empty on github.com, `/api/v3` on GHES. */
  readonly prefix: string
  /** `/repos/owner/name`. */
  readonly root: string
}

const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/

/** The place that GITHUB_API_URL and GITHUB_REPOSITORY name; undefined when they name none. */
export function apiPlace(apiUrl: string, repository: string): ApiPlace | undefined {
  const url = URL.parse(apiUrl)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined
  if (!REPOSITORY.test(repository) || repository.split('/').some((part) => /^\.+$/.test(part))) return undefined
  return { origin: url.origin, prefix: url.pathname.replace(/\/$/, ''), root: `/repos/${repository}` }
}

/** The address of a path below `root`; undefined for a path that would lead anywhere else, or is not encoded. */
export function addressOf(place: ApiPlace, root: string, path: string): URL | undefined {
  const url = URL.parse(place.origin + place.prefix + root + path)
  const asked = place.prefix + root + (path.split('?', 1)[0] ?? '')
  return path.startsWith('/') && url?.origin === place.origin && url.pathname === asked && url.hash === ''
    ? url
    : undefined
}

/** Whether the token may go there: the same server, below its API. */
export function isInsideApi(place: ApiPlace, url: URL): boolean {
  return url.origin === place.origin && url.pathname.startsWith(`${place.prefix}/`) && url.username === ''
}

/**
 * The next page that a Link header names. GitHub writes the repository as `/repositories/<id>` there, so what has to
 * agree is the path below it. `elsewhere`: the header leads out of the list.
 */
export function nextPage(link: string | undefined, place: ApiPlace, path: string): URL | 'elsewhere' | undefined {
  const target = /<([^<>]{1,4000})>\s{0,10};\s{0,10}rel="?next"?/.exec(link ?? '')?.[1]
  if (target === undefined) return undefined
  const url = URL.parse(target)
  if (url === null || !isInsideApi(place, url)) return 'elsewhere'
  const tail = path.split('?', 1)[0] ?? ''
  const below = url.pathname.slice(place.prefix.length)
  const root = /^\/repositories\/\d{1,20}(?=\/)/.exec(below)?.[0] ?? place.root
  return below.toLowerCase() === (root + tail).toLowerCase() ? url : 'elsewhere'
}
