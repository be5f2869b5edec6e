import { isUtf8 } from 'node:buffer'

const LONGEST_CHARACTER = 4

/** A path as git stores it, as text: UTF-8, with `\xNN` for every byte that is not part of a valid character. */
export function decodePath(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at)
    text += length > 0 ? bytes.toString('utf8', at, at + length) : `\\x${bytes.toString('hex', at, at + 1)}`
    at += Math.max(1, length)
  }
  return text
}

/** Bytes of the character that starts at `at`; 0 where none does. */
function characterLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= LONGEST_CHARACTER; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return Math.min(length, bytes.length - at)
  }
  return 0
}
