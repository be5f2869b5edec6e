import type { Answer } from './exchange.js'

/** GitHub asks for a minute where a secondary limit comes without a time (docs: best practices for the REST API). */
const SECONDARY_PAUSE_MS = 60_000
/** GitHub's clock and ours need not agree to the second. */
const CLOCK_MARGIN_MS = 1_000
const SHORTEST_PAUSE_MS = 1_000
/** No limit of GitHub's lasts longer than an hour; a date beyond the calendar would not print. */
const LONGEST_PAUSE_MS = 30 * 24 * 3_600_000

/** How long GitHub wants us to stay away, from now; undefined when the answer is not about a rate limit. */
export function rateLimitPause(answer: Answer, text: string, now: number): number | undefined {
  if (answer.status !== 429 && !(answer.status === 403 && speaksOfRate(answer, text))) return undefined
  const asked = retryAfter(answer, now) ?? untilReset(answer, now) ?? SECONDARY_PAUSE_MS
  return Math.min(Math.max(asked, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS)
}

/** The pause that the header Retry-After asks for, as seconds or as a date. */
function retryAfter(answer: Answer, now: number): number | undefined {
  const value = headerOf(answer, 'retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  const date = value === '' ? Number.NaN : Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** The first value of a header. */
export function headerOf(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** The same status also says that a permission is missing, even with the last request of the hour. */
function speaksOfRate(answer: Answer, text: string): boolean {
  if (/rate limit|abuse detection/i.test(text)) return true
  if (headerOf(answer, 'retry-after') !== undefined) return true
  return headerOf(answer, 'x-ratelimit-remaining') === '0' && !/not accessible|must have/i.test(text)
}

function untilReset(answer: Answer, now: number): number | undefined {
  const reset = headerOf(answer, 'x-ratelimit-reset') ?? ''
  if (headerOf(answer, 'x-ratelimit-remaining') !== '0' || !/^\d{1,12}$/.test(reset)) return undefined
  return Math.max(0, Number(reset) * 1_000 - now) + CLOCK_MARGIN_MS
}
