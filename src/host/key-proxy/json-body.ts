/** Deeper than any request of a reviewer; a parser that recurses must not be handed more. */
const MAX_DEPTH = 64

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const QUOTE = 0x22
const BACKSLASH = 0x5c

export type ParsedJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'invalid'; readonly why: string }

/** Parses a request body: UTF-8, nested at most 64 deep. */
export function parseJsonBody(bytes: Buffer): ParsedJson {
  if (!isShallow(bytes)) return { kind: 'invalid', why: `The body is nested more than ${MAX_DEPTH} deep` }
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { kind: 'invalid', why: 'The body is not JSON in UTF-8' }
  }
}

/** One pass over the bytes, before anything recurses. */
function isShallow(bytes: Buffer): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (inString) {
      if (byte === BACKSLASH) index += 1
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1
      if (depth > MAX_DEPTH) return false
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1
  }
  return true
}
