import { z } from 'zod'
import { GitHubError, type GitHubFailure } from '../../errors.js'
import { singleLine } from '../../report/escape.js'
import type { Answer, NoAnswerError, Request } from './exchange.js'
import { headerOf } from './rate-limit.js'

const SHOWN_CHARACTERS = 400
/** Enough to find a token that stands across the place where the text is cut. */
const READ_CHARACTERS = 4_000
const SHOWN_DETAILS = 5
/** No refusal of GitHub's comes near; a larger one is not worth the time to read it. */
const REFUSAL_BYTES = 1024 * 1024

/** Texts with which GitHub says that a feature is not there, whatever the status (codeql-action: src/api-client.ts). */
const DISABLED = [
  /Code Security must be enabled/i,
  /Advanced Security must be enabled/i,
  /Code Scanning is not enabled/i,
  /(?:was|is|are) (?:archived|disabled)|GHAS not enabled/i,
]

const kinds: Readonly<Record<number, GitHubFailure>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  407: 'unavailable',
  408: 'unavailable',
  // What is gone was switched off: issues of a repository, for example.
  410: 'disabled',
  451: 'forbidden',
}

const Detail = z.union([
  z.string(),
  z
    .object({ field: z.string(), message: z.string(), code: z.string() })
    .partial()
    .transform(({ field = '', message, code = '' }) => message ?? `${field} ${code}`.trim()),
])
const Refusal = z.object({ message: z.string().catch(''), errors: z.array(Detail).catch([]) })

/** What a request is called in a message: without its query, which may hold a signature. */
export interface Asked {
  readonly request: Pick<Request, 'method'>
  readonly path: string
  readonly token: string | undefined
}

/** The answer as an error of the class that fits its status and text. */
export function toFailure(answer: Answer, asked: Asked): GitHubError {
  const said = messageOf(answer, asked.token)
  const needed = headerOf(answer, 'x-accepted-github-permissions')
  const kind = kindOf(answer.status, said)
  const text =
    kind === 'forbidden' && needed !== undefined
      ? `${said}${said === '' ? '' : '; '}accepted permissions: ${clean(needed, asked.token)}`
      : said
  const colon = text === '' ? '' : `: ${text}`
  return new GitHubError(kind, `GitHub answered ${shown(asked)} with HTTP status ${answer.status}${colon}`, {
    status: answer.status,
  })
}

/** No answer came, in the words of what happened. */
export function toUnavailable(error: NoAnswerError, asked: Asked): GitHubError {
  const text = clean(error.message, asked.token)
  return new GitHubError('unavailable', `GitHub did not answer ${shown(asked)}: ${text}`, { cause: error })
}

/** GitHub's own words in a refusal, and what it says of each field: one printable line without the token. */
export function messageOf(answer: Answer, token: string | undefined): string {
  const { message, errors } = Refusal.catch({ message: '', errors: [] }).parse(parsed(answer.body))
  const details = errors.slice(0, SHOWN_DETAILS).filter((detail) => detail !== '' && !message.includes(detail))
  return clean([message, ...details].filter((part) => part !== '').join('; '), token)
}

/** Method and path, for a message. */
export function shown({ request, path, token }: Asked): string {
  return `${request.method} ${clean(path.split('?', 1)[0] ?? '', token)}`
}

function kindOf(status: number, text: string): GitHubFailure {
  if (status >= 500) return 'unavailable'
  if (status >= 400 && DISABLED.some((pattern) => pattern.test(text))) return 'disabled'
  return kinds[status] ?? 'invalid'
}

/** Foreign text for a message. The token goes after the invisible characters, which could stand inside it. */
function clean(text: string, token: string | undefined): string {
  const line = singleLine(text, READ_CHARACTERS)
  return (token === undefined ? line : line.replaceAll(token, '***')).slice(0, SHOWN_CHARACTERS)
}

function parsed(body: Buffer): unknown {
  if (body.length > REFUSAL_BYTES) return undefined
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined // a page of a proxy, for example: the status has to do
  }
}
