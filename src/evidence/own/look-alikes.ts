/** Cyrillic and Greek letters that most fonts draw like a Latin one. Only certain ones: `κ`, `к` or `ν` differ. */
const groups = [
  ['Cyrillic', 'аеорсухіјѕһԁԛԝӏѵАВЕКМНОРСТХІЈЅԚԜҮӀѴ', 'aeopcyxijshdqwlvABEKMHOPCTXIJSQWYIV'],
  ['Greek', 'οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ocjABEZHIKMNOPTYXC'],
] as const

export interface LookAlike {
  readonly script: (typeof groups)[number][0]
  readonly latin: string
}

/** By the letter. */
export const lookAlikes: ReadonlyMap<string, LookAlike> = new Map(
  groups.flatMap(([script, letters, latin]) =>
    [...letters].map((letter, index) => [letter, { script, latin: latin[index] ?? '' }] as const),
  ),
)

const other = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const allOther = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu
const latin = /\p{Script=Latin}/u
/** An escape such as `\n` or `%s` ends before the letter that follows it: `"\nНо"` is one Cyrillic word. */
const words = /[\\%][A-Za-z]|[\p{L}\p{M}\p{N}_$]+/gu

export interface FoundLetter {
  readonly offset: number
  readonly code: number
}

/** Letters of another script in words that are Latin otherwise, where every such letter passes for a Latin one. */
export function mixedLetters(line: string): readonly FoundLetter[] {
  if (!other.test(line)) return []
  return [...line.matchAll(words)].flatMap((match) => lettersOf(match[0], match.index))
}

function lettersOf(word: string, start: number): readonly FoundLetter[] {
  if (!latin.test(word)) return []
  const foreign = [...word.matchAll(allOther)]
  if (!foreign.every(([letter]) => lookAlikes.has(letter))) return []
  return foreign.map((match) => ({ offset: start + match.index, code: match[0].codePointAt(0) ?? 0 }))
}
