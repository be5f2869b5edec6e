/** Only the start of a line can declare something; what stands behind it is never read. */
const HEAD_CHARACTERS = 300
const NAME_CHARACTERS = 80
/** Deeper declarations count to the one around them, so that no nesting makes names of any length. */
const MAX_DEPTH = 12
const TAB_WIDTH = 4

/** The declaration around each line, outermost first, joined by a dot; '' at top level. By indentation, for any language. */
export function enclosingSymbols(lines: readonly string[]): readonly string[] {
  const open: OpenSymbol[] = []
  return lines.map((line, index) => {
    const head = line.slice(0, HEAD_CHARACTERS)
    const code = head.trim()
    if (code === '') return symbolAt(open)
    const indent = indentOf(head)
    if (isAside(code)) return symbolAround(open, indent)
    closeSymbols(open, startsWithBracket(code) ? indent + 1 : indent)
    const name = declaredName(code, () => opensBlock(lines[index + 1]))
    if (name !== undefined && open.length < MAX_DEPTH) open.push({ indent, symbol: joined(symbolAt(open), name) })
    return symbolAt(open)
  })
}

interface OpenSymbol {
  readonly indent: number
  readonly symbol: string
}

function symbolAt(open: readonly OpenSymbol[]): string {
  return open.at(-1)?.symbol ?? ''
}

function symbolAround(open: readonly OpenSymbol[], indent: number): string {
  return open.findLast((symbol) => symbol.indent < indent)?.symbol ?? ''
}

function closeSymbols(open: OpenSymbol[], indent: number): void {
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
}

function joined(outer: string, name: string): string {
  const short = name.slice(0, NAME_CHARACTERS)
  return outer === '' ? short : `${outer}.${short}`
}

function indentOf(head: string): number {
  let width = 0
  for (const character of head) {
    if (character === '\t') width += TAB_WIDTH - (width % TAB_WIDTH)
    else if (character === ' ') width += 1
    else return width
  }
  return width
}

/** Comments, preprocessor lines, access labels and attributes stand at any indentation and end nothing. */
function isAside(code: string): boolean {
  return /^(?:\/\/|\/\*|\*|#|--|<!--|"""|'''|(?:public|private|protected|signals|default)\s*:$)/.test(code)
}

/** A line that ends, or opens, the block of a declaration at the same indentation. */
function startsWithBracket(code: string): boolean {
  return /^(?:[{})\]>]|end\b)/.test(code)
}

function opensBlock(next: string | undefined): boolean {
  return next !== undefined && next.length < HEAD_CHARACTERS && next.trim() === '{'
}

/** Words in front of a declaration that say nothing of its name. */
const modifiers =
  /^(?:(?:export|default|declare|pub(?:\([^)]{0,40}\))?|public|private|protected|internal|static|final|abstract|sealed|open|override|virtual|async|unsafe|extern(?: "[^"]{0,20}")?|inline|const(?= fn)|partial|readonly|suspend|data|local|create|or|replace)\s+)+/i

/** The name comes after the keyword. */
const keyworded =
  /^(?:function\*?|class|def|defp|defmodule|func|fun|fn|sub|proc|interface|trait|struct|enum|union|namespace|module|mod|object|record|protocol|extension|contract|macro_rules!|table|procedure|view|trigger|index)\s+(?:if not exists\s+)?(?:self\.)?["`]?([\p{L}_$][\p{L}\p{N}_$.:-]*[?!]?)/iu

/** Go: the receiver's type is part of the name. */
const goMethod = /^func\s*\(\s*(?:\w+\s+)?\*?(\w+)(?:\[[^\]]{0,60}\])?\s*\)\s*(\w+)/
const goType = /^type\s+(\w+)\s+(?:struct|interface|func)\b/
const rustImpl = /^impl\b(?:\s*<[^{]{0,80}?>)?\s+([^{]{1,120}?)\s*(?:\{|where\b|$)/
/** `const f = (a) =>`, `exports.f = function`, `f: async () => {`. */
const boundFunction =
  /^(?:(?:const|let|var|val)\s+)?([\p{L}_$][\p{L}\p{N}_$.]*)\s*(?::[^=]{0,120})?[=:]\s*(?:async\s+)?(?:function\b|\([^)]{0,200}\)\s*(?::[^=]{0,80})?=>|[\p{L}_$][\p{L}\p{N}_$]*\s*=>|\($|lambda\b|->)/u
/** A key or a variable that opens a block: `jobs:`, `"scripts": {`, `const table = {`. */
const keyed =
  /^(?:- )?(?:(?:const|let|var|val|static)\s+)?["']?([\p{L}_$][\p{L}\p{N}_$./-]*)["']?\s*(?::[^={]{0,120})?[:=]\s*[{[(]$|^(?:- )?["']?([\p{L}_$][\p{L}\p{N}_$./-]*)["']?\s*:$/u
/** `resource "aws_instance" "web" {`. */
const labelled = /^(\w+(?:\s+"[^"]{0,60}"){1,3})\s*\{$/

/** Words that open a block or a call and declare nothing. */
const statements = new Set(
  'if else elif elsif for foreach while until unless do switch case catch try finally except with using lock return throw raise await yield new match when where loop go defer select in not and or delete typeof sizeof assert print default synchronized super this import require'.split(
    ' ',
  ),
)

function declaredName(code: string, blockFollows: () => boolean): string | undefined {
  const bare = code.replace(modifiers, '')
  const method = goMethod.exec(bare)
  if (method !== null) return `${method[1] ?? ''}.${method[2] ?? ''}`
  const stated = keyworded.exec(bare)?.[1] ?? goType.exec(bare)?.[1] ?? rustImpl.exec(bare)?.[1]?.replace(/\s+/g, ' ')
  if (stated !== undefined) return stated
  const found = boundFunction.exec(bare)?.[1] ?? keyOf(bare) ?? labelled.exec(bare)?.[1]
  if (found !== undefined) return statements.has(found) ? undefined : found
  return methodName(bare, { modified: bare.length < code.length, blockFollows })
}

function keyOf(code: string): string | undefined {
  if (!/[:{[(]$/.test(code)) return undefined
  const match = keyed.exec(code)
  return match?.[1] ?? match?.[2]
}

interface MethodLine {
  /** It began with `public`, `static` or the like, which no call does. */
  readonly modified: boolean
  readonly blockFollows: () => boolean
}

/** `int Total(Order order) {`, `render() {`: a name, parentheses, and then a block. */
function methodName(code: string, { modified, blockFollows }: MethodLine): string | undefined {
  const parenthesis = code.indexOf('(')
  if (parenthesis < 1) return undefined
  const before = code.slice(0, parenthesis).trimEnd()
  const name = /([\p{L}_$#~][\p{L}\p{N}_$]*)(?:<[^<>]{0,60}>)?$/u.exec(before)?.[1]
  const first = /^[\p{L}_$]*/u.exec(before)?.[0] ?? ''
  if (name === undefined || statements.has(first) || statements.has(name) || /["'`=.!?+|]/.test(before))
    return undefined
  if (/=>|["'`]|\bfunction\b/.test(code.slice(parenthesis))) return undefined
  const ends = code.replace(/\s*\/\/.*$/, '')
  const opens = ends.endsWith('{') || (modified && /[(,]$/.test(ends)) || (ends.endsWith(')') && blockFollows())
  return opens ? name : undefined
}
