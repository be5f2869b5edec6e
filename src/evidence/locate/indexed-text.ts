import { indexSolidLines, type SolidLines } from './solid-lines.js'
import { indexTokens, type TokenIndex } from './token-index.js'

/** A text cut into lines once, for many claims. */
export interface IndexedText {
  /** Without line terminators. */
  readonly lines: readonly string[]
  readonly text: string
  /** Made when first asked for. */
  readonly solid: () => SolidLines
  /** Made when first asked for; undefined where the text is too large to be searched by its words. */
  readonly tokens: () => TokenIndex | undefined
}

/** Lines end at LF alone: U+2028 and a lone CR are part of a line, as they are for git. */
export function indexText(text: string): IndexedText {
  const lines = toLines(text)
  const solid = once(() => indexSolidLines(lines))
  return { lines, text, solid, tokens: once(() => indexTokens(lines, solid().numbers)) }
}

/** The lines of a text without their terminators, LF or CR LF. */
export function toLines(text: string): readonly string[] {
  const lines = text.split('\n')
  return text.includes('\r') ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : lines
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
