/** A key shorter than this is a word such as `ollama` that local servers want; it opens nothing and occurs in texts. */
const MIN_KEY_LENGTH = 12
const MARK = '[redacted]'

/** Replaces a key in a stream of bytes by as many other bytes, so that lengths stay what headers say. */
export interface KeyRedactor {
  /** The bytes that can go on; the start of what may become the key is held back. */
  add(chunk: Buffer): Buffer
  /** What was held back. */
  end(): Buffer
  /** How often the key was found. */
  hits(): number
}

/** A redactor for one stream. */
export function makeKeyRedactor(key: string): KeyRedactor {
  const secret = Buffer.from(key)
  const mask = Buffer.from(maskOf(secret.length))
  let held = Buffer.alloc(0)
  let hits = 0
  if (key.length < MIN_KEY_LENGTH) {
    return { add: (chunk) => chunk, end: () => held, hits: () => 0 }
  }
  return {
    add(chunk) {
      const bytes = Buffer.concat([held, chunk])
      let from = 0
      for (let at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, from)) {
        mask.copy(bytes, at)
        hits += 1
        from = at + secret.length
      }
      const length = partialMatch(bytes.subarray(from), secret)
      held = bytes.subarray(bytes.length - length)
      return bytes.subarray(0, bytes.length - length)
    },
    end: () => held,
    hits: () => hits,
  }
}

/** The same for a text. */
export function redactKey(text: string, key: string): string {
  return key.length < MIN_KEY_LENGTH ? text : text.replaceAll(key, () => maskOf(key.length))
}

function maskOf(length: number): string {
  return MARK.padEnd(length, '*').slice(0, length)
}

/** Length of the longest end of `bytes` that the key starts with. */
function partialMatch(bytes: Buffer, secret: Buffer): number {
  for (let length = Math.min(bytes.length, secret.length - 1); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(secret.subarray(0, length))) return length
  }
  return 0
}
