import { ConfigurationError } from '../../errors.js'

/** Proxy variables of the job; other variables are not looked at. */
export type ProxyVariables = Readonly<Record<string, string | undefined>>

/** The proxy through which the job reaches `url`: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, the lower case first. */
export function findJobProxy(url: URL, env: ProxyVariables): URL | undefined {
  const named = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY']
  const value = named.map((name) => env[name]).find((text) => text !== undefined && text.trim() !== '')
  if (value === undefined || isLoopback(url.hostname) || isExcepted(url, env)) return undefined
  const text = value.trim()
  const proxy = URL.parse(/^https?:\/\//i.test(text) ? text : `http://${text}`)
  if (proxy !== null && proxy.hostname !== '') return proxy
  throw new ConfigurationError(
    `${named[1]} of the job is not the address of a proxy; http://host:port, with or without user:password@, is accepted.`,
  )
}

/** Credentials of a proxy address as the header that proxies want. */
export function proxyAuthorization(proxy: URL): Readonly<Record<string, string>> {
  if (proxy.username === '') return {}
  const pair = `${decode(proxy.username)}:${decode(proxy.password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** A percent sign that starts no escape is one of the password. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As the runner's own client decides it: what runs on this machine is never behind a proxy. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** `*`, a name with all its subdomains, with or without a leading dot, or either with a port. */
function isExcepted(url: URL, env: ProxyVariables): boolean {
  const list = [env['no_proxy'], env['NO_PROXY']].find((text) => text !== undefined && text !== '') ?? ''
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  return list
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, name = entry, entryPort = port] = /^(.{1,255}):(\d{1,5})$/.exec(entry) ?? []
      const suffix = name.replace(/^\*?\./, '')
      return entryPort === port && (url.hostname === suffix || url.hostname.endsWith(`.${suffix}`))
    })
}
