import { type ChangedSymbol, changedExports, MAX_CHANGED_SYMBOLS } from '../diff/signatures.js'
import type { FileDiff, Hunk } from '../types/diff.js'

/** Whether a hunk of the file uses a name that the changed hunks declare. */
export type UsesChanged = (path: string, hunk: Hunk) => boolean

const HEAD_CHARACTERS = 300
const DECLARATION =
  /\b(?:function\*?|class|def|fn|func|fun|sub|interface|type|struct|enum|trait|protocol|record|object|module|macro_rules!)\s+([\p{L}_$][\p{L}\p{N}_$]{2,79})/u
/** A function or a constant at the top level of its file. */
const TOP_LEVEL = /^(?:export\s+)?(?:const|let|var|val|static)\s+([\p{L}_$][\p{L}\p{N}_$]{2,79})/u
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu

/**
 * A change of a name concerns whoever uses it: in all files where it is exported, else in its own. A name whose
 * declaration reads the same in the hunks of then and of now has not changed, though its hunk has.
 */
export function usesOf(changed: Changed): UsesChanged {
  const both = [...changed.before, ...changed.now]
  const all = changedExports(both)
  // With more of them nobody knows all names.
  if (all.length >= MAX_CHANGED_SYMBOLS) return () => true
  const isSame = sameDeclarations(changed)
  const gone = new Set(changedExports(changed.before).map(({ name }) => name))
  // What stays as it was in another file cannot have meant a name that was not there.
  const isNew = ({ name, change }: ChangedSymbol) => change === 'added' && !gone.has(name)
  const symbols = all.filter((one) => !isSame(one.path, lastWord(one.name)) && !isNew(one))
  const everywhere = new Set(symbols.flatMap(({ name }) => lastWord(name) ?? []))
  const within = declaredByPath(both, isSame)
  return (path, hunk) => {
    const own = within.get(path)
    if (everywhere.size === 0 && own === undefined) return false
    return hasWord(hunk, (word) => everywhere.has(word) || own?.has(word) === true)
  }
}

/** The hunks whose text is gone, and those whose text is new. */
export interface Changed {
  readonly before: readonly FileDiff[]
  readonly now: readonly FileDiff[]
}

function lastWord(name: string): string | undefined {
  return name.match(WORD)?.at(-1)
}

type IsSame = (path: string, name: string | undefined) => boolean

/** By path, the names whose declarations read the same then and now. */
function sameDeclarations({ before, now }: Changed): IsSame {
  const then = new Map(before.map((file) => [file.path, file]))
  const same = new Map<string, ReadonlySet<string>>()
  for (const file of now) {
    const other = then.get(file.path)
    if (other !== undefined) same.set(file.path, namesDeclaredAlike(other, file))
  }
  return (path, name) => name !== undefined && same.get(path)?.has(name) === true
}

function namesDeclaredAlike(one: FileDiff, other: FileDiff): ReadonlySet<string> {
  const [before, now] = [declarationsIn(one), declarationsIn(other)]
  return new Set([...before].flatMap(([name, text]) => (now.get(name) === text ? [name] : [])))
}

/** Declarations inside of one another that are told apart; what is deeper counts as changed. */
const MAX_DEPTH = 6

interface Declaration {
  readonly indent: number
  readonly lines: string[]
}

/** Each declared name → its changed lines, up to the next declaration that is not inside of it. */
function declarationsIn({ hunks }: FileDiff): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>()
  const tooDeep = new Set<string>()
  for (const { lines } of hunks) {
    let open: readonly Declaration[] = []
    for (const { kind, text } of lines) {
      if (kind === 'context') continue
      const name = nameIn(text)
      if (name !== undefined) {
        const indent = text.length - text.trimStart().length
        const around = open.filter((one) => one.indent < indent)
        const own = texts.get(name) ?? []
        texts.set(name, own)
        if (around.length >= MAX_DEPTH) tooDeep.add(name)
        open = [...around, { indent, lines: own }].slice(0, MAX_DEPTH)
      }
      for (const one of open) one.lines.push(`${kind} ${text}`)
    }
  }
  return new Map([...texts].flatMap(([name, lines]) => (tooDeep.has(name) ? [] : [[name, lines.join('\n')] as const])))
}

function nameIn(text: string): string | undefined {
  const head = text.slice(0, HEAD_CHARACTERS)
  return DECLARATION.exec(head)?.[1] ?? TOP_LEVEL.exec(head)?.[1]
}

function declaredByPath(changed: readonly FileDiff[], isSame: IsSame): ReadonlyMap<string, ReadonlySet<string>> {
  const within = new Map<string, Set<string>>()
  for (const { path, hunks } of changed) {
    const names = hunks.flatMap(declaredIn).filter((name) => !isSame(path, name))
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
    return nameIn(text) ?? []
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
