/** An object of a JSON line. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * The value where it is an object and no list. What a CLI prints a thousand times is checked by hand, field by field:
 * zod takes several times as long as reading the line does.
 */
export function fieldsOf(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined
}

/** A field that is a text; undefined where it is none. */
export function textField(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
