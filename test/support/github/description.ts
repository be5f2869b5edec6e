import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { z } from 'zod'

type Schema = Readonly<Record<string, unknown>>

const Operation = z.object({
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  body: z.object({ required: z.boolean(), schema: z.record(z.string(), z.unknown()) }).optional(),
  answers: z.record(z.string(), z.record(z.string(), z.unknown())),
})
type Operation = z.infer<typeof Operation>
const File = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

/** A path of the description that a request meets. */
export interface Match {
  /** As in `get /repos/{owner}/{repo}`. */
  readonly operation: string
  readonly params: Readonly<Record<string, string>>
}

/** GitHub's OpenAPI description, cut by scripts/cut-openapi.mjs. */
export interface Description {
  /** Every operation, as in `get /repos/{owner}/{repo}`. */
  readonly operations: readonly string[]
  find(method: string, path: string): Match | undefined
  /** What is wrong with a request, one sentence each. */
  checkRequest(match: Match, request: { readonly query: URLSearchParams; readonly body: unknown }): readonly string[]
  /** What is wrong with our own answer. */
  checkAnswer(match: Match, answer: { readonly status: number; readonly body: unknown }): readonly string[]
}

interface Pattern {
  readonly operation: string
  readonly expression: RegExp
  readonly names: readonly string[]
  readonly literals: number
}

interface Checks {
  readonly parameters: ValidateFunction
  readonly body: ValidateFunction | undefined
  readonly bodyRequired: boolean
  /** By status; undefined for one that is not described. */
  answer(status: string): ValidateFunction | undefined
}

/** These may hold slashes. */
const withSlashes = new Set(['ref', 'branch'])
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
/** A value and where it stands in the schema; 4 sentences of ajv are enough to find the mistake. */
const PROBLEMS = 4

let loaded: Description | undefined
/** Read once: every schema is compiled when it is first needed. */
export function loadDescription(): Description {
  loaded ??= readDescription()
  return loaded
}

function readDescription(): Description {
  const { paths } = File.parse(JSON.parse(readFileSync(resolve('test/fixtures/github-openapi.json'), 'utf8')))
  const operations = new Map<string, Operation>(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    ),
  )
  const patterns = [...operations.keys()].map(toPattern).sort((a, b) => b.literals - a.literals)
  const checksOf = remembered((name) => compile(operations.get(name)))
  return {
    operations: [...operations.keys()],
    find: (method, path) => find(patterns, method, path),
    checkRequest: (match, request) => checkRequest(checksOf(match.operation), match, request),
    checkAnswer: (match, answer) => checkAnswer(checksOf(match.operation), answer),
  }
}

function toPattern(operation: string): Pattern {
  const path = operation.slice(operation.indexOf(' ') + 1)
  const names: string[] = []
  const segments = path.split('/').map((segment) => {
    if (!segment.startsWith('{')) return segment
    const name = segment.slice(1, -1)
    names.push(name)
    return withSlashes.has(name) ? '(.+)' : '([^/]+)'
  })
  const literals = segments.filter((segment) => !segment.startsWith('(')).length
  return { operation, expression: new RegExp(`^${segments.join('/')}$`), names, literals }
}

function find(patterns: readonly Pattern[], method: string, path: string): Match | undefined {
  for (const { operation, expression, names } of patterns) {
    if (!operation.startsWith(`${method.toLowerCase()} `)) continue
    const found = expression.exec(path)
    if (found === null) continue
    const params = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])
    return { operation, params: Object.fromEntries(params) }
  }
  return undefined
}

function compile(operation: Operation | undefined): Checks {
  if (operation === undefined) throw new Error('no such operation')
  const ajv = (coerceTypes: boolean) =>
    new Ajv({ strict: false, allErrors: true, coerceTypes, logger: false })
      .addFormat('date-time', dateTime)
      .addFormat('uri', /^\w+:/)
  const exact = ajv(false)
  const properties = operation.parameters.filter((parameter) => parameter.in !== 'header')
  return {
    parameters: ajv(true).compile({
      type: 'object',
      properties: Object.fromEntries(properties.map(({ name, schema }) => [name, prepare(schema)])),
      required: properties.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    }),
    body: operation.body === undefined ? undefined : exact.compile(prepare(operation.body.schema)),
    bodyRequired: operation.body?.required ?? false,
    answer: remembered((status) => {
      const schema = operation.answers[status]
      return schema === undefined ? undefined : exact.compile(prepare(schema))
    }),
  }
}

const combinators = ['anyOf', 'oneOf', 'allOf']

/**
 * OpenAPI 3.0 as JSON Schema, and closed: GitHub ignores most properties that it does not know, but to us they are
 * spelling mistakes.
 */
function prepare(schema: Schema): Schema {
  const { nullable, properties, items, ...rest } = schema
  const open = combinators.some((name) => holdsProperties(schema[name]))
  const prepared = {
    ...rest,
    ...(isSchema(items) ? { items: prepare(items) } : {}),
    ...(isSchema(properties) ? { properties: prepareAll(properties) } : {}),
    ...(isSchema(properties) && !open && !('additionalProperties' in rest) ? { additionalProperties: false } : {}),
  }
  return nullable === true ? { anyOf: [{ type: 'null' }, prepared] } : prepared
}

/** Alternatives that only say what is required leave the properties to the schema around them. */
function holdsProperties(alternatives: unknown): boolean {
  return (
    Array.isArray(alternatives) && alternatives.some((one) => isSchema(one) && ('properties' in one || '$ref' in one))
  )
}

function prepareAll(properties: Schema): Schema {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isSchema(value) ? prepare(value) : value]),
  )
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkRequest(
  checks: Checks,
  match: Match,
  { query, body }: { readonly query: URLSearchParams; readonly body: unknown },
): readonly string[] {
  const parameters = { ...Object.fromEntries(query), ...match.params }
  const problems = [...failures('parameter', checks.parameters, parameters)]
  if (checks.body === undefined) return body === undefined ? problems : [...problems, 'a body that is not asked for']
  if (body === undefined) return checks.bodyRequired ? [...problems, 'no body'] : problems
  return [...problems, ...failures('body', checks.body, body)]
}

function checkAnswer(
  checks: Checks,
  { status, body }: { readonly status: number; readonly body: unknown },
): readonly string[] {
  if (status >= 400) return []
  const check = checks.answer(String(status))
  if (check === undefined) return [`status ${status} is not described`]
  return body === undefined || Buffer.isBuffer(body) ? [] : failures('answer', check, body)
}

function failures(what: string, check: ValidateFunction, value: unknown): readonly string[] {
  if (check(value)) return []
  return (check.errors ?? []).slice(0, PROBLEMS).map(({ instancePath, message, params }) => {
    const name: unknown = params['additionalProperty']
    return `${what}${instancePath} ${message}${typeof name === 'string' ? ` (${name})` : ''}`
  })
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
