import { isAbsolute } from 'node:path'
import { ConfigurationError } from '../errors.js'
import type { AuthorModel } from '../types/authorship.js'
import type { Mode } from '../types/change.js'
import type { Seat } from '../types/policy.js'
import { type Family, families, reviewerIds } from '../types/reviewer.js'
import { checkGlobs, splitGlobs } from './globs.js'
import { hint, nearestValue } from './near-miss.js'
import { shown } from './shown.js'

/** Turns what the user wrote into a value, or throws a ConfigurationError that begins with the label. */
export type Parser<T> = (text: string, label: string) => T

/** The reviewers that run a CLI, so that `cli-path` can name another one. */
const cliReviewers = ['codex', 'glm', 'claude'] as const satisfies readonly (typeof reviewerIds)[number][]
const laterModes: readonly string[] = ['adversarial', 'plan', 'audit'] satisfies readonly Mode[]

/** More reviewers than this is a slip of the finger. */
export const maximumSeats = 10
const maximumRefLength = 255
const maximumPathLength = 4096
const maximumUrlLength = 2048
const maximumKeyLength = 4096
const maximumCategoryLength = 200
/** A job of GitHub's own runners ends after six hours. */
const maximumMinutes = 360
/** Fewer hold no review; more is a slip of the finger. */
const minimumTokens = 1_000
const maximumTokens = 1_000_000_000
const millisecondsPerMinute = 60_000

/** A parser for one of a closed list of words. */
export function choice<T extends string>(accepted: readonly T[]): Parser<T> {
  return (text, label) => {
    const found = accepted.find((word) => word === text)
    if (found !== undefined) return found
    throw refusal(label, text, { accepted: accepted.join(', '), meant: nearestValue(text, accepted) })
  }
}

/** `review`; the modes of later versions are known by name. */
export const parseMode: Parser<Mode> = (text, label) => {
  if (laterModes.includes(text)) {
    throw new ConfigurationError(`${label}: "${text}" is not available yet in this version; accepted: review`)
  }
  return choice(['review'])(text, label)
}

/** The booleans of YAML 1.2's core schema, as the runner's own toolkit reads them. */
export const parseBoolean: Parser<boolean> = (text, label) => {
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  throw refusal(label, text, { accepted: 'true, false', meant: nearestValue(text, ['true', 'false']) })
}

/** A whole number from 0 to 100. */
export const parsePercent: Parser<number> = (text, label) => {
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (percent <= 100) return percent
  const meant = /^\d{1,2}(?:\.0+)?\s?%?$|^100\s?%$/.test(text) ? String(Number.parseInt(text, 10)) : undefined
  throw refusal(label, text, { accepted: 'a whole number from 0 to 100', meant })
}

/** A whole number of reviewers, at least one. */
export const parseMinAgreement: Parser<number> = (text, label) => {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (number >= 1 && number <= maximumSeats) return number
  throw refusal(label, text, { accepted: `a whole number from 1 to ${maximumSeats}` })
}

/** Minutes, fractions allowed, as whole milliseconds. */
export const parseMinutes: Parser<number> = (text, label) => {
  const minutes = /^(?:\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})$/.test(text) ? Number(text) : Number.NaN
  if (minutes > 0 && minutes <= maximumMinutes) return Math.ceil(minutes * millisecondsPerMinute)
  throw refusal(label, text, { accepted: `a number of minutes above 0 and up to ${maximumMinutes}` })
}

/** `auto`, or a whole number of tokens in plain digits. */
export const parseMaxTokens: Parser<'auto' | number> = (text, label) => {
  if (text === 'auto') return text
  const tokens = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (tokens >= minimumTokens && tokens <= maximumTokens) return tokens
  const accepted = `auto, or a whole number from ${minimumTokens} to ${maximumTokens} in plain digits`
  throw refusal(label, text, { accepted, meant: digitsOf(text) ?? nearestValue(text, ['auto']) })
}

/** `auto`, or a comma or newline list of `id` and `id:model`. */
export const parseReviewers: Parser<'auto' | readonly Seat[]> = (text, label) => reviewersFrom(splitList(text), label)

/** The same for a list that is split already. */
export function reviewersFrom(items: readonly string[], label: string): 'auto' | readonly Seat[] {
  if (items.length === 1 && items[0] === 'auto') return 'auto'
  if (items.includes('auto')) {
    throw new ConfigurationError(
      `${label}: "auto" cannot be listed together with other reviewers; name it alone or not`,
    )
  }
  if (items.length === 0 || items.length > maximumSeats) {
    throw new ConfigurationError(
      `${label}: lists ${items.length} reviewers; accepted: auto, or 1 to ${maximumSeats} of ${acceptedSeats()}`,
    )
  }
  return seatsFrom(items, label)
}

/** A comma or newline list of `id` and `id:model`. */
export const parseFallbackReviewers: Parser<readonly Seat[]> = (text, label) =>
  fallbackReviewersFrom(splitList(text), label)

/** The same for a list that is split already; an empty one means that nobody may fill a seat. */
export function fallbackReviewersFrom(items: readonly string[], label: string): readonly Seat[] {
  if (items.includes('auto')) {
    throw new ConfigurationError(`${label}: "auto" is no reviewer; accepted: a list of ${acceptedSeats()}`)
  }
  if (items.length > maximumSeats) {
    throw new ConfigurationError(`${label}: lists ${items.length} reviewers; accepted: up to ${maximumSeats}`)
  }
  return seatsFrom(items, label)
}

function seatsFrom(items: readonly string[], label: string): readonly Seat[] {
  const twice = items.find((item, index) => items.indexOf(item) !== index)
  if (twice !== undefined)
    throw new ConfigurationError(`${label}: lists ${shown(twice)} twice; name each reviewer once`)
  return items.map((item) => parseSeat(item, label))
}

/** `auto`, `human`, or a comma or newline list of families. */
export const parseAuthorModel: Parser<AuthorModel> = (text, label) => {
  const items = splitList(text)
  const [first] = items
  if (items.length === 1 && (first === 'auto' || first === 'human')) return first
  if (items.some((item) => item === 'auto' || item === 'human')) {
    throw new ConfigurationError(`${label}: "auto" and "human" stand alone; accepted: auto, human, or families`)
  }
  const named = items.map((item) => choice([...families, 'auto', 'human'])(item, label))
  return families.filter((family) => named.includes(family))
}

/** A closed list. */
export const parseFamily: Parser<Family> = choice(families)

/** Globs, one a line or separated by commas. */
export const parseGlobs: Parser<readonly string[]> = (text, label) => checkGlobs(splitGlobs(text), label)

/** Prose of the user for the reviewers: line breaks and tabs, but no other control characters. */
export function prose(maximumLength: number): Parser<string> {
  return (text, label) => {
    if (text.length > maximumLength) {
      throw new ConfigurationError(
        `${label}: has ${text.length} characters; accepted: text of up to ${maximumLength} characters`,
      )
    }
    if (/[^\P{Cc}\t\n\r]/u.test(text)) throw refusal(label, text, { accepted: 'text without control characters' })
    return text
  }
}

/** One commit, by any name that git knows for it. It must never look like an option to git. */
export const parseRef: Parser<string> = (text, label) => {
  const plain = text.length <= maximumRefLength && /^[^\p{C}\p{Z}]+$/u.test(text)
  if (plain && !text.startsWith('-') && !text.startsWith(':') && !text.includes('..')) return text
  throw refusal(label, text, { accepted: 'one branch, tag or commit (no range, no spaces, no leading -)' })
}

/** A file of the base branch, relative to the root of the repository. */
export const parseRepositoryPath: Parser<string> = (text, label) => {
  const path = text.startsWith('./') ? text.slice(2) : text
  const plain = isPlainPath(path) && !path.includes('\\') && !/^[A-Za-z]:/.test(path)
  const inside = !path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')
  if (plain && inside) return path
  throw refusal(label, text, { accepted: 'a path inside the repository, such as .github/model-stack.yml' })
}

/** A file on this machine. */
export const parseFilePath: Parser<string> = (text, label) => {
  if (isPlainPath(text)) return text
  throw refusal(label, text, { accepted: 'the path of a file, without control characters' })
}

/** SARIF's automation id is this and a slash, so that it must not end in one. */
export const parseCategory: Parser<string> = (text, label) => {
  if (text.length <= maximumCategoryLength && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(text) && !text.endsWith('/')) {
    return text
  }
  throw refusal(label, text, {
    accepted: `up to ${maximumCategoryLength} printable characters that do not end in /`,
    meant:
      /^[\w/-]+\/$/.test(text) && text.length <= maximumCategoryLength ? text.replace(/\/{1,200}$/, '') : undefined,
  })
}

/** An http or https address, without its trailing slash. Never shown when refused: it could hold a password. */
export const parseUrl: Parser<string> = (text, label) => {
  const url = text.length <= maximumUrlLength && URL.canParse(text) ? new URL(text) : undefined
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (url === undefined || !isHttp || /[\p{C}\p{Z}\\]/u.test(text)) {
    throw new ConfigurationError(`${label}: is not an address; accepted: https://host/path, or http://`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new ConfigurationError(`${label}: holds a user name or password; accepted: an address without credentials`)
  }
  if (text.includes('?') || text.includes('#')) {
    throw new ConfigurationError(`${label}: has a query or a fragment; accepted: an address without ? and #`)
  }
  return url.href.endsWith('/') ? url.href.slice(0, -1) : url.href
}

/** `codex=/absolute/path` and the like, comma or newline list. */
export const parseCliPaths: Parser<Readonly<Record<string, string>>> = (text, label) => {
  const entries = splitList(text).map((item) => parseCliPath(item, label))
  const twice = entries.find(([id], index) => entries.findIndex(([other]) => other === id) !== index)
  if (twice !== undefined) throw new ConfigurationError(`${label}: names ${shown(twice[0])} twice; name each CLI once`)
  return Object.fromEntries(entries)
}

/** A secret: it goes into a header, and never into a message. */
export const parseSecret: Parser<string> = (text, label) => {
  if (text.length <= maximumKeyLength && /^[\x21-\x7e]+$/.test(text)) return text
  throw new ConfigurationError(
    `${label}: is not a key (its value is not shown); accepted: printable ASCII on one line, without spaces`,
  )
}

/** `200_000` and `200,000` without what groups their digits. */
function digitsOf(text: string): string | undefined {
  const digits = /^\d{1,3}(?:[_,. ']\d{3}){1,3}$/.test(text) ? text.replaceAll(/\D/g, '') : ''
  return Number(digits) >= minimumTokens && Number(digits) <= maximumTokens ? digits : undefined
}

interface Accepted {
  readonly accepted: string
  readonly meant?: string | undefined
}

function refusal(label: string, text: string, { accepted, meant }: Accepted): ConfigurationError {
  return new ConfigurationError(`${label}: ${shown(text)} is not accepted; accepted: ${accepted}.${hint(meant)}`)
}

/** The items of a comma or newline list. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[\n\r,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function acceptedSeats(): string {
  return `${reviewerIds.join(', ')} (each as id or id:model)`
}

function parseSeat(item: string, label: string): Seat {
  const colon = item.indexOf(':')
  const id = reviewerId(colon === -1 ? item : item.slice(0, colon), label)
  if (colon === -1) return { id, model: undefined }
  const model = item.slice(colon + 1)
  // It becomes an argument of a CLI: nothing that could be read as an option or as two arguments.
  if (!/^[A-Za-z0-9][A-Za-z0-9._/:[\]-]{0,127}$/.test(model)) {
    throw refusal(label, item, {
      accepted: `after "${id}:" a model name of letters, digits and . _ / : [ ] -, up to 128 characters`,
    })
  }
  return { id, model }
}

function reviewerId(id: string, label: string): string {
  const known = reviewerIds.find((available) => available === id)
  if (known !== undefined) return known
  const meant = nearestValue(id, [...reviewerIds, 'auto'])
  throw refusal(label, id, { accepted: `auto, ${acceptedSeats()}`, meant })
}

function parseCliPath(item: string, label: string): readonly [string, string] {
  const equals = item.indexOf('=')
  const path = item.slice(equals + 1)
  const accepted = cliReviewers.map((known) => `${known}=/absolute/path`).join(', ')
  if (equals < 1 || !isPlainPath(path) || !isAbsolute(path)) throw refusal(label, item, { accepted })
  const id = item.slice(0, equals)
  if (cliReviewers.some((known) => known === id)) return [id, path]
  throw refusal(label, id, { accepted, meant: nearestValue(id, cliReviewers) })
}

function isPlainPath(path: string): boolean {
  return path.length > 0 && path.length <= maximumPathLength && !/\p{Cc}/u.test(path)
}
