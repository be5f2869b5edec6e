import type { z } from 'zod'

/** A body that may be sent, rebuilt from what was checked, with the places where the answer's length is said. */
export interface CheckedBody {
  readonly body: Readonly<Record<string, unknown>>
  readonly stream: boolean
  /** What the client allows the answer; undefined where it leaves that to the provider. */
  readonly outputLimit: number | undefined
  /** The same body with another limit. */
  withOutputLimit(tokens: number): Readonly<Record<string, unknown>>
}

export type PolicyDecision =
  | { readonly kind: 'allowed'; readonly checked: CheckedBody }
  | { readonly kind: 'refused'; readonly why: string }

/** Names of fields are quoted from a hostile body. */
const MAX_NAME_LENGTH = 100

/** Where a body leaves the allow-list, in one line. */
export function toRefusal(error: z.ZodError): PolicyDecision {
  const { path, message } = deepest(error.issues)
  const place = path
    .map((part) => String(part).replaceAll(/[^\w$-]/g, '?'))
    .join('.')
    .slice(0, MAX_NAME_LENGTH)
  const what = message.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 2 * MAX_NAME_LENGTH)
  return { kind: 'refused', why: `The key proxy does not let this request pass: ${place || 'body'}: ${what}` }
}

interface Place {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** Of the alternatives of a union, the one that got furthest says most. */
function deepest(issues: readonly z.core.$ZodIssue[]): Place {
  const places = issues.slice(0, 1).flatMap(placesOf)
  return places.reduce((best, place) => (place.path.length > best.path.length ? place : best), {
    path: [],
    message: 'not accepted',
    ...places[0],
  })
}

function placesOf(issue: z.core.$ZodIssue): readonly Place[] {
  if (issue.code !== 'invalid_union') return [issue]
  const inner = issue.errors.flatMap((alternative) => alternative.slice(0, 1).flatMap(placesOf))
  return [issue, ...inner.map(({ path, message }) => ({ path: [...issue.path, ...path], message }))]
}
