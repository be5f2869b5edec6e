import { changedExports, MAX_CHANGED_SYMBOLS } from '../diff/signatures.js'
import type { FileDiff, Hunk } from '../types/diff.js'

/** Whether a hunk of the file uses a name that the changed hunks declare. */
export type UsesChanged = (path: string, hunk: Hunk) => boolean

const HEAD_CHARACTERS = 300
const DECLARATION =
  /\b(?:function\*?|class|def|fn|func|fun|sub|interface|type|struct|enum|trait|protocol|record|object|module|macro_rules!)\s+([\p{L}_$][\p{L}\p{N}_$]{2,79})/u
/** A function or a constant at the top level of its file. */
const TOP_LEVEL = /^(?:export\s+)?(?:const|let|var|val|static)\s+([\p{L}_$][\p{L}\p{N}_$]{2,79})/u
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu

/** A change of a name concerns whoever uses it: in all files where it is exported, else in its own. */
export function usesOf(changed: readonly FileDiff[]): UsesChanged {
  const symbols = changedExports(changed)
  // With more of them nobody knows all names.
  if (symbols.length >= MAX_CHANGED_SYMBOLS) return () => true
  const everywhere = new Set(symbols.flatMap(({ name }) => name.match(WORD)?.at(-1) ?? []))
  const within = declaredByPath(changed)
  return (path, hunk) => {
    const own = within.get(path)
    if (everywhere.size === 0 && own === undefined) return false
    return hasWord(hunk, (word) => everywhere.has(word) || own?.has(word) === true)
  }
}

function declaredByPath(changed: readonly FileDiff[]): ReadonlyMap<string, ReadonlySet<string>> {
  const within = new Map<string, Set<string>>()
  for (const { path, hunks } of changed) {
    const names = hunks.flatMap(declaredIn)
    if (names.length === 0) continue
    const known = within.get(path) ?? new Set()
    for (const name of names) known.add(name)
    within.set(path, known)
  }
  return within
}

/** Names that changed lines of the hunk declare. */
function declaredIn({ lines }: Hunk): readonly string[] {
  return lines.flatMap(({ kind, text }) => {
    if (kind === 'context') return []
    const head = text.slice(0, HEAD_CHARACTERS)
    return DECLARATION.exec(head)?.[1] ?? TOP_LEVEL.exec(head)?.[1] ?? []
  })
}

/** Only changed lines count: who uses the name beside them did so before, and nobody was asked about it. */
function hasWord({ lines }: Hunk, isWanted: (word: string) => boolean): boolean {
  return lines.some(({ kind, text }) => {
    if (kind === 'context') return false
    for (const [word] of text.matchAll(WORD)) if (isWanted(word)) return true
    return false
  })
}
