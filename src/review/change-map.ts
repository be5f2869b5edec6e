import { showInvisible, showPath } from '../diff/invisible.js'
import { type ChangedSymbol, MAX_CHANGED_SYMBOLS } from '../diff/signatures.js'
import type { FileDiff } from '../types/diff.js'
import { groupBy } from '../types/group-by.js'
import { compareText } from '../types/text-order.js'
import type { Chunk } from './chunk.js'
import {
  type Directory,
  directoryOf,
  fits,
  foldDirectories,
  lineBytes,
  listFiles,
  NOTE_BYTES,
  showFile,
  toDirectories,
} from './directory-listing.js'

/** Bytes. */
export interface MapCaps {
  /** Of the files, in what a chunk is told. */
  readonly files: number
  /** Of the signatures, in what a chunk is told. */
  readonly signatures: number
  readonly whole: number
}

const CAPS: MapCaps = { files: 4_096, signatures: 4_096, whole: 100 * 1024 }
/** What the folded directories may take of the files; the rest is for files beside those of the chunk. */
const FOLDED_SHARE = 1 / 4

export interface ChangeMap {
  /** What a chunk is told of the whole change. Takes time for the chunk and the caps, not for the change. */
  forChunk(chunk: Chunk): string
  /** For a pass over the map alone: everything, up to the cap. */
  readonly whole: string
}

/** Which files changed by how much, and the declarations of changed symbols before and after, as text for a prompt. */
export function drawChangeMap(
  files: readonly FileDiff[],
  symbols: readonly ChangedSymbol[],
  caps: MapCaps = CAPS,
): ChangeMap {
  const directories = toDirectories(files)
  const listing = { directories, listed: listFiles(directories) }
  const filesFor = mapFiles(listing, caps.files)
  const index = indexSymbols(symbols)
  const hunksOf = new Map(files.map((file) => [file.path, file.hunks.length]))
  return {
    forChunk: (chunk) => {
      // What a chunk holds whole is in its diff.
      const shown = chunk.files.filter((file) => file.hunks.length === hunksOf.get(file.path)).map(({ path }) => path)
      return join(filesFor(chunk), signaturesFor(index, { chunk, shown, cap: caps.signatures }))
    },
    whole: drawWhole(listing, index, caps.whole),
  }
}

function join(files: string, signatures: string): string {
  return [files, signatures].filter((part) => part !== '').join('\n\n')
}

interface Listing {
  readonly directories: readonly Directory[]
  /** A line for every file. */
  readonly listed: readonly string[]
}

/** The signatures may take half of the room, and what the files leave. */
function drawWhole({ directories, listed }: Listing, index: SymbolIndex, cap: number): string {
  const filesCap = cap - Math.min(index.bytes, Math.floor(cap / 2))
  const drawn = fits(listed, filesCap) ? listed.join('\n') : foldDirectories(directories, filesCap)
  return join(drawn, drawSymbols(index.symbols, { cap: cap - lineBytes(drawn) - 1, of: index.symbols.length }))
}

/** All files of a small change; else the directories, and the files beside those of the chunk. */
function mapFiles({ directories, listed }: Listing, cap: number): (chunk: Chunk) => string {
  if (fits(listed, cap)) {
    const all = listed.join('\n')
    return () => all
  }
  const folded = foldDirectories(directories, Math.floor(cap * FOLDED_SHARE))
  const byPath = new Map(directories.map((directory) => [directory.path, toPlaces(directory)]))
  return (chunk) => join(folded, listSiblings(byPath, { chunk, cap: cap - lineBytes(folded) - 1 }))
}

interface Places extends Directory {
  /** Index of each file, by path. */
  readonly indexOf: ReadonlyMap<string, number>
}

function toPlaces(directory: Directory): Places {
  return { ...directory, indexOf: new Map(directory.files.map(({ path }, index) => [path, index])) }
}

/** The other files of the chunk's directories, in each from the chunk's first file on and round. */
function listSiblings(
  byPath: ReadonlyMap<string, Places>,
  { chunk, cap }: { readonly chunk: Chunk; readonly cap: number },
): string {
  const lines: string[] = []
  let room = cap - NOTE_BYTES
  let left = 0
  for (const [path, ownFiles] of groupBy(chunk.files, (file) => directoryOf(file.path))) {
    const places = byPath.get(path)
    if (places === undefined) continue
    const section = listOthers(places, ownFiles, room)
    lines.push(...section)
    for (const line of section) room -= lineBytes(line)
    left += places.files.length - ownFiles.length - Math.max(0, section.length - 1)
  }
  return [...lines, ...(left > 0 ? [`… ${left} more files beside these`] : [])].join('\n')
}

function listOthers({ path, files, indexOf }: Places, own: readonly FileDiff[], cap: number): readonly string[] {
  const isOwn = new Set(own.map((file) => indexOf.get(file.path)))
  const start = Math.min(...own.map((file) => indexOf.get(file.path) ?? 0))
  const lines = [path === '' ? './' : showPath(path)]
  let room = cap - lineBytes(lines[0] ?? '')
  for (let step = 0; step < files.length && room > 0; step++) {
    const index = (start + step) % files.length
    const file = files[index]
    if (file === undefined || isOwn.has(index)) continue
    const line = ` ${showFile(file, path)}`
    room -= lineBytes(line)
    if (room >= 0) lines.push(line)
  }
  return lines.length > 1 ? lines : []
}

interface SymbolIndex {
  /** In path order. */
  readonly symbols: readonly IndexedSymbol[]
  readonly bytes: number
  readonly byPath: ReadonlyMap<string, readonly IndexedSymbol[]>
  /** By the word that code elsewhere uses them with. */
  readonly byWord: ReadonlyMap<string, readonly IndexedSymbol[]>
}

interface IndexedSymbol {
  readonly order: number
  readonly path: string
  readonly lines: readonly string[]
  /** With its path, which is said once for several. */
  readonly bytes: number
}

function indexSymbols(symbols: readonly ChangedSymbol[]): SymbolIndex {
  const sorted = symbols.toSorted((a, b) => compareText(a.path, b.path))
  const indexed = sorted.map((symbol, order) => {
    const { path, before, after } = symbol
    const lines = [
      ...(before === undefined ? [] : [`- ${showInvisible(before)}`]),
      ...(after === undefined ? [] : [`+ ${showInvisible(after)}`]),
    ]
    return { order, path, lines, bytes: sumBytes([showPath(path), ...lines]), word: wordOf(symbol) }
  })
  return {
    symbols: indexed,
    bytes: indexed.reduce((sum, { bytes }) => sum + bytes, 0),
    byPath: groupBy(indexed, ({ path }) => path),
    byWord: groupBy(indexed, ({ word }) => word),
  }
}

function sumBytes(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + lineBytes(line), 0)
}

/** `Server.Serve` is called as `Serve`, and what has no name of its own by that of its file. */
function wordOf({ name, path }: ChangedSymbol): string {
  const word = name === 'default' ? path.slice(directoryOf(path).length).replace(/\..*$/, '') : name
  return word.slice(Math.max(word.lastIndexOf('.'), word.lastIndexOf(':')) + 1).replace(/[?!=]$/, '')
}

interface SignatureRequest {
  readonly chunk: Chunk
  /** Paths whose signatures are not needed. */
  readonly shown: readonly string[]
  readonly cap: number
}

/** All signatures from elsewhere where they fit, else those whose names occur in the chunk. */
function signaturesFor(index: SymbolIndex, { chunk, shown, cap }: SignatureRequest): string {
  const isShown = new Set(shown)
  const known = shown.flatMap((path) => index.byPath.get(path) ?? [])
  const of = index.symbols.length - known.length
  if (of === 0) return ''
  const bytes = index.bytes - known.reduce((sum, symbol) => sum + symbol.bytes, 0)
  const isElsewhere = ({ path }: IndexedSymbol) => !isShown.has(path)
  const chosen = bytes <= cap ? index.symbols : symbolsNamedIn(chunk, index, { isElsewhere, cap })
  return drawSymbols(chosen.filter(isElsewhere), { cap, of })
}

interface Choice {
  isElsewhere(symbol: IndexedSymbol): boolean
  /** More than this cannot be shown, so that nothing more is looked for. */
  readonly cap: number
}

function symbolsNamedIn(chunk: Chunk, { byWord }: SymbolIndex, choice: Choice): readonly IndexedSymbol[] {
  const chosen = new Set<IndexedSymbol>()
  let room = choice.cap
  for (const word of wordsOf(chunk)) {
    for (const symbol of byWord.get(word) ?? []) {
      if (room < 0) break
      if (chosen.has(symbol) || !choice.isElsewhere(symbol)) continue
      chosen.add(symbol)
      room -= sumBytes(symbol.lines)
    }
    if (room < 0) break
  }
  return [...chosen].sort((a, b) => a.order - b.order)
}

/** Each once, in order. */
function wordsOf(chunk: Chunk): ReadonlySet<string> {
  const words = new Set<string>()
  for (const file of chunk.files) {
    for (const hunk of file.hunks) {
      for (const { text } of hunk.lines) {
        for (const [word] of text.matchAll(/[\w$\u0080-\uffff]+/g)) words.add(word)
      }
    }
  }
  return words
}

/** The symbols under their paths, as many as fit, and how many more there are. */
function drawSymbols(
  symbols: readonly IndexedSymbol[],
  { cap, of }: { readonly cap: number; readonly of: number },
): string {
  const lines: string[] = []
  let path: string | undefined
  let shown = 0
  let room = cap - NOTE_BYTES
  for (const symbol of symbols) {
    const more = symbol.path === path ? symbol.lines : [showPath(symbol.path), ...symbol.lines]
    room -= sumBytes(more)
    if (room < 0) break
    lines.push(...more)
    path = symbol.path
    shown += 1
  }
  // What was not even collected cannot be counted.
  const orMore = of >= MAX_CHANGED_SYMBOLS ? ' or' : ''
  if (shown < of) lines.push(`… ${of - shown}${orMore} more changed declarations`)
  return lines.join('\n')
}
