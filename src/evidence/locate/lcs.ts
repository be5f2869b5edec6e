const WORD = 32
const FULL = 0xffffffff

/** A sequence of tokens, ready to be compared with many others. */
export interface Pattern<Token> {
  readonly length: number
  /** Token → the positions at which it stands, one bit each. */
  readonly masks: ReadonlyMap<Token, Uint32Array>
}

/** Reads where each token stands. */
export function toPattern<Token>(tokens: readonly Token[]): Pattern<Token> {
  const masks = new Map<Token, Uint32Array>()
  const words = Math.ceil(tokens.length / WORD)
  for (const [position, token] of tokens.entries()) {
    const mask = masks.get(token) ?? new Uint32Array(words)
    masks.set(token, mask)
    const word = Math.floor(position / WORD)
    mask[word] = ((mask[word] ?? 0) | (1 << (position % WORD))) >>> 0
  }
  return { length: tokens.length, masks }
}

/** Length of the longest common subsequence, 32 positions at a time (Hyyrö 2004). */
export function commonLength<Token>(pattern: Pattern<Token>, tokens: Iterable<Token>): number {
  const words = Math.ceil(pattern.length / WORD)
  // A zero is a position of the pattern that is matched.
  const unmatched = new Uint32Array(words).fill(FULL)
  for (const token of tokens) {
    const mask = pattern.masks.get(token)
    if (mask === undefined) continue
    let carry = 0
    for (let word = 0; word < words; word += 1) {
      const before = unmatched[word] ?? 0
      const here = mask[word] ?? 0
      const sum = before + ((before & here) >>> 0) + carry
      carry = sum > FULL ? 1 : 0
      unmatched[word] = (sum | (before & ~here)) >>> 0
    }
  }
  return countZeros(unmatched, pattern.length)
}

function countZeros(unmatched: Uint32Array, length: number): number {
  let zeros = 0
  for (let position = 0; position < length; position += 1) {
    const word = unmatched[Math.floor(position / WORD)] ?? 0
    if (((word >>> (position % WORD)) & 1) === 0) zeros += 1
  }
  return zeros
}
