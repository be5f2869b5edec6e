import type { Region } from '../types/result.js'
import type { IndexedText } from './locate.js'
import { enclosingSymbols } from './symbols.js'

/** What a place in a file is known by, whatever its line number. */
export interface Anchor {
  /** Enclosing symbols, outermost first, joined by a dot; '' at top level. */
  readonly symbol: string
  /** The line that identifies the place, without its whitespace. */
  readonly line: string
  /** 1 for the first such line within the same symbol. */
  readonly occurrence: number
}

/** Lines of a region that are looked at: quotes are short, and a longer region is known by its beginning. */
const MAX_REGION_LINES = 30
const MAX_LINE_CHARACTERS = 2_000

/** The anchor of a region: its most telling line, so that a longer and a shorter quote of one defect agree. */
export function anchorOf(text: IndexedText, region: Region): Anchor {
  const index = indexOf(text)
  const first = region.startLine - 1
  const last = Math.min(region.endLine, text.lines.length, first + MAX_REGION_LINES)
  let best = first
  for (let line = first; line < last; line += 1) {
    if (rankAt(index, line) > rankAt(index, best)) best = line
  }
  return {
    symbol: index.symbols[best] ?? '',
    line: index.lines[best] ?? '',
    occurrence: index.occurrences[best] ?? 1,
  }
}

/** The anchor of a quote that stands in no file that could be read. */
export function anchorOfQuote(quote: string): Anchor {
  const lines = quote.split('\n', MAX_REGION_LINES)
  const ranks = lines.map(rankOf)
  const best = ranks.indexOf(Math.max(...ranks))
  return { symbol: '', line: normalizeLine(lines[best] ?? ''), occurrence: 1 }
}

/** What anchors need of a text, one entry for each line. */
interface AnchorIndex {
  readonly symbols: readonly string[]
  readonly lines: readonly string[]
  readonly ranks: Uint8Array
  readonly occurrences: Uint32Array
  /** 1 where the line stands more than once in its symbol. */
  readonly repeated: Uint8Array
}

/** Only a memory: a text is indexed once, however many results stand in it. */
const indexes = new WeakMap<IndexedText, AnchorIndex>()

function indexOf(text: IndexedText): AnchorIndex {
  const known = indexes.get(text)
  if (known !== undefined) return known
  const symbols = enclosingSymbols(text.lines)
  const lines = text.lines.map(normalizeLine)
  const index = { symbols, lines, ranks: Uint8Array.from(text.lines, rankOf), ...countLines(symbols, lines) }
  indexes.set(text, index)
  return index
}

function countLines(
  symbols: readonly string[],
  lines: readonly string[],
): Pick<AnchorIndex, 'occurrences' | 'repeated'> {
  const occurrences = new Uint32Array(lines.length)
  const repeated = new Uint8Array(lines.length)
  const bySymbol = new Map<string, Map<string, { count: number; readonly first: number }>>()
  for (const [index, line] of lines.entries()) {
    const symbol = symbols[index] ?? ''
    const seen = bySymbol.get(symbol) ?? new Map<string, { count: number; readonly first: number }>()
    bySymbol.set(symbol, seen)
    const earlier = seen.get(line)
    if (earlier === undefined) seen.set(line, { count: 1, first: index })
    else {
      earlier.count += 1
      repeated[earlier.first] = 1
      repeated[index] = 1
    }
    occurrences[index] = earlier?.count ?? 1
  }
  return { occurrences, repeated }
}

/** A line that stands once in its symbol is told from the others whatever is added there. */
function rankAt({ ranks, repeated }: AnchorIndex, line: number): number {
  const rank = ranks[line] ?? 0
  return repeated[line] === 1 ? rank / 2 : rank
}

/** The same line after a formatter: other whitespace, other quotes, another comma at its end. */
function normalizeLine(line: string): string {
  return line.slice(0, MAX_LINE_CHARACTERS).replace(/\s+/g, '').replaceAll(/['`]/g, '"').replace(/[;,]$/, '')
}

/** Longer lines tell no more. */
const ENOUGH = 60

/** How telling a line is, 0 to 120: its letters and digits, those within strings a quarter; calls and comparisons more. */
function rankOf(line: string): number {
  const code = line.slice(0, MAX_LINE_CHARACTERS).trim()
  if (/^(?:\/\/|\/\*|\*|#|--)/.test(code)) return 1
  const { plain, quoted } = lettersOf(code)
  const letters = Math.min(ENOUGH, plain + quoted / 4)
  const acts = /[(<>!?&|]|[^=]=/.test(code) ? 2 : 1
  return Math.floor(isDeclaration(code) ? letters / 2 : letters * acts)
}

function isDeclaration(code: string): boolean {
  return /^(?:import|from|package|use|using|#include|export|(?:public |private |protected |static |async )*(?:function|class|def|func|fn|fun|interface|struct|enum|namespace|module))\s/.test(
    code,
  )
}

function lettersOf(code: string): { readonly plain: number; readonly quoted: number } {
  let plain = 0
  let quoted = 0
  let quote = 0
  for (let index = 0; index < code.length; index += 1) {
    const unit = code.charCodeAt(index)
    if (quote === 0 ? isQuote(unit) : unit === quote) quote = quote === 0 ? unit : 0
    else if (!isLetterOrDigit(unit)) continue
    else if (quote === 0) plain += 1
    else quoted += 1
  }
  return { plain, quoted }
}

function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x60
}

/** By code unit, because this looks at every character of a file; what is not ASCII counts as a letter. */
function isLetterOrDigit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit > 0x7f
  )
}
