import type { FileDiff, Hunk } from '../types/diff.js'

/** A declaration that other files can use and whose line the change touched. */
export interface ChangedSymbol {
  /** As declared; a method of Go comes with its type: `Server.Serve`. */
  readonly name: string
  readonly path: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The declaration's line, before and after, without indentation; undefined where it was not there. */
  readonly before?: string
  readonly after?: string
}

/** A change with more has been generated, or is too large for anybody to follow each of them. */
export const MAX_CHANGED_SYMBOLS = 2_000
/** Only the start of a line can declare something; what stands behind it is never read. */
const HEAD_CHARACTERS = 300
const LINE_CHARACTERS = 200

/**
 * The exported declarations that were added, removed or changed, by file in the order of `files`, at most
 * MAX_CHANGED_SYMBOLS. Found line by line: a declaration whose line is the same on both sides was moved, not changed,
 * and is left out.
 */
export function changedExports(files: readonly FileDiff[]): readonly ChangedSymbol[] {
  const symbols: ChangedSymbol[] = []
  for (const file of files) {
    const nameIn = declarationsOf(file.path)
    if (nameIn !== undefined) for (const symbol of symbolsIn(file, nameIn)) symbols.push(symbol)
    if (symbols.length >= MAX_CHANGED_SYMBOLS) return symbols.slice(0, MAX_CHANGED_SYMBOLS)
  }
  return symbols
}

/** The name that a line of one language exports. The line is a head of at most HEAD_CHARACTERS. */
type Declarations = (line: string) => string | undefined

interface Declared {
  readonly removed: string[]
  readonly added: string[]
}

function symbolsIn(file: FileDiff, nameIn: Declarations): readonly ChangedSymbol[] {
  const byName = new Map<string, Declared>()
  for (const hunk of file.hunks) {
    collect(hunk, nameIn, byName)
    if (byName.size >= MAX_CHANGED_SYMBOLS) break
  }
  return [...byName].flatMap(([name, declared]) =>
    pair(declared).map((change) => ({ name, path: file.path, ...change })),
  )
}

function collect(hunk: Hunk, nameIn: Declarations, byName: Map<string, Declared>): void {
  for (const { kind, text } of hunk.lines) {
    if (kind === 'context') continue
    const head = text.slice(0, HEAD_CHARACTERS)
    const name = nameIn(head)
    if (name === undefined) continue
    const declared = byName.get(name) ?? { removed: [], added: [] }
    byName.set(name, declared)
    declared[kind].push(head.trim())
  }
}

/** What is on both sides cancels out; of an overloaded name the rest is paired in order. */
function pair({ removed, added }: Declared): readonly Omit<ChangedSymbol, 'name' | 'path'>[] {
  const before = without(removed, added)
  const after = without(added, removed)
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [old, now] = [before[index], after[index]]
    if (old === undefined) return { change: 'added', after: clip(now ?? '') } as const
    if (now === undefined) return { change: 'removed', before: clip(old) } as const
    return { change: 'changed', before: clip(old), after: clip(now) } as const
  })
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const same = new Set(others)
  return lines.filter((line) => !same.has(line))
}

function clip(line: string): string {
  // A pair of surrogates is not cut.
  return line.length <= LINE_CHARACTERS
    ? line
    : `${line.slice(0, LINE_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

const name = String.raw`([\p{L}_$][\p{L}\p{N}_$]*)`

/** The first pattern that matches gives the name: its first group, with a second one after a dot. */
function firstOf(patterns: readonly RegExp[]): Declarations {
  return (line) => {
    for (const pattern of patterns) {
      const match = pattern.exec(line)
      if (match !== null) return match.slice(1).filter(Boolean).join('.') || 'default'
    }
    return undefined
  }
}

const script = firstOf([
  new RegExp(
    String.raw`^\s*export\s+(?:(?:default|declare|abstract|async)\s+)*(?:function\b\s*\*?|class\b|interface\b|type\b|(?:const\s+)?enum\b|const\b|let\b|var\b|namespace\b)\s*(?!extends\b)${name}`,
    'u',
  ),
  /^\s*export\s+default\b/,
  new RegExp(String.raw`^\s*(?:module\.)?exports\.${name}\s*=(?![=>])`, 'u'),
  /^\s*module\.exports\s*=(?![=>])/,
])

const python = firstOf([/^(?:async\s+)?def\s+((?!_)[\p{L}\p{N}_]+)/u, /^class\s+((?!_)[\p{L}\p{N}_]+)/u])

const go = firstOf([
  /^func\s*\(\s*(?:\w+\s+)?\*?([\p{L}_][\p{L}\p{N}_]*)(?:\[[^\]]*\])?\s*\)\s*(\p{Lu}[\p{L}\p{N}_]*)/u,
  /^(?:func|type|const|var)\s+(\p{Lu}[\p{L}\p{N}_]*)/u,
])

const rust = firstOf([
  new RegExp(
    String.raw`^\s*pub(?:\([^)]*\))?\s+(?:(?:default|async|unsafe|const(?=\s+(?:async|unsafe|extern|fn)\b)|extern(?:\s+"[^"]*")?)\s+)*(?:fn|struct|enum|union|trait|const|static(?:\s+mut)?|type|mod)\s+${name}`,
    'u',
  ),
])

const swift = firstOf([
  new RegExp(
    String.raw`^\s*(?:@\w+\s+)*(?:public|open)\s+(?:(?:static|class|final|override|mutating|convenience|required|indirect|lazy|weak|nonisolated)\s+)*(?:func|class|struct|enum|protocol|actor|extension|typealias|var|let)\s+${name}`,
    'u',
  ),
  /^\s*(?:@\w+\s+)*(?:public|open)\s+(?:(?:convenience|required|override)\s+)*(init|subscript)\b/,
])

/** Public unless it says otherwise; deeper than a member only local names follow. */
const kotlin = firstOf([
  new RegExp(
    String.raw`^(?:\s{0,4}|\t)(?:@\w+\s+)*(?:(?:public|open|abstract|sealed|final|data|value|inner|enum|annotation|override|suspend|inline|infix|operator|tailrec|external|expect|actual|companion)\s+)*(?:fun|class|interface|object|typealias)\s+(?:<[^>]*>\s*)?(?:[\p{L}_][\p{L}\p{N}_<>?]*\.)?${name}`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:\s*public\s+)?(?:(?:const|open|abstract|override|lateinit|final)\s+)*(?:val|var)\s+${name}`,
    'u',
  ),
])

const ruby = firstOf([
  /^\s*def\s+(?:self\.)?([\p{L}_][\p{L}\p{N}_]*[?!=]?)/u,
  /^\s*(?:class|module)\s+((?:\p{Lu}[\p{L}\p{N}_]*::)*\p{Lu}[\p{L}\p{N}_]*)/u,
])

const php = firstOf([
  new RegExp(
    String.raw`^\s*(?:(?:public|abstract|final|static|readonly)\s+)*(?:function\s+&?|class\s|interface\s|trait\s|enum\s|const\s)\s*${name}`,
    'u',
  ),
])

const publicType = new RegExp(
  String.raw`\b(?:class|interface|enum|record(?:\s+(?:class|struct))?|struct|delegate\s+\S+)\s+${name}`,
  'u',
)
const publicPrefix = /^\s*(?:@[\w.]+(?:\([^)]*\))?\s+|\[[^\]]*\]\s*)*public\s+/
const lastName = new RegExp(String.raw`${name}\s*(?:<[^<>]*>)?\s*$`, 'u')

/** Java and C#: the keyword's name, else the last one before a parameter list, a value, a body or the end. */
function publicMember(line: string): string | undefined {
  const prefix = publicPrefix.exec(line)
  if (prefix === null) return undefined
  const rest = line.slice(prefix[0].length)
  const end = rest.search(/[(={;]/)
  const head = end < 0 ? rest : rest.slice(0, end)
  return publicType.exec(head)?.[1] ?? lastName.exec(head)?.[1]
}

const headerTypes = firstOf([
  new RegExp(
    String.raw`^\s*(?:typedef\s+)?(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+${name}\s*(?:final\s*)?(?:[:{]|$)`,
    'u',
  ),
  /^\s*#\s*define\s+([A-Za-z_]\w*)/,
  new RegExp(String.raw`^\s*using\s+${name}\s*=`, 'u'),
  new RegExp(String.raw`^\s*typedef\s.*\b${name}\s*;`, 'u'),
])

/** A type and a name before the parenthesis; nothing that computes. */
const prototype = new RegExp(String.raw`^\s*[\p{L}_][\p{L}\p{N}_\s*&:<>,]*[\s*&]~?${name}\s*$`, 'u')
const notPrototype = /^\s*(?:return|if|else|while|for|switch|case|throw|new|delete|do|goto|co_\w+|using|typedef)\b/

/** C and C++ headers: lines that look like a prototype. */
function headerMember(line: string): string | undefined {
  const type = headerTypes(line)
  if (type !== undefined || notPrototype.test(line)) return type
  const parenthesis = line.indexOf('(')
  return parenthesis < 0 ? undefined : prototype.exec(line.slice(0, parenthesis))?.[1]
}

const byExtension: ReadonlyMap<string, Declarations> = new Map([
  ...each(['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts', 'vue', 'svelte', 'astro'], script),
  ...each(['py', 'pyi'], python),
  ...each(['go'], go),
  ...each(['rs'], rust),
  ...each(['java', 'cs'], publicMember),
  ...each(['kt', 'kts'], kotlin),
  ...each(['swift'], swift),
  ...each(['rb'], ruby),
  ...each(['php'], php),
  ...each(['h', 'hh', 'hpp', 'hxx'], headerMember),
])

function each(extensions: readonly string[], declarations: Declarations): readonly (readonly [string, Declarations])[] {
  return extensions.map((extension) => [extension, declarations])
}

function declarationsOf(path: string): Declarations | undefined {
  return byExtension.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase())
}
