import { z } from 'zod'
import { showInvisible, showPath } from '../../diff/invisible.js'
import { PATH_RULE, quote } from './read-file.js'
import { isBinary, linesOf, makeShownLines, numberedLine, type ShownLines } from './shown-lines.js'
import type { SnapshotIndex } from './snapshot-index.js'
import { failed, PathArgument, type ToolOutcome } from './tool.js'

/**
 * Literal text only: a regular expression of the model, run over text of the change, could take as long as it likes, and
 * nothing in this process could stop it.
 */
export const SearchArguments = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .max(500)
    .refine((text) => !/[\r\n]/.test(text), 'one line only')
    .describe('Literal text within one line, not a regular expression'),
  path: PathArgument.optional().describe('File or directory to search in; the whole snapshot if left out'),
  ignore_case: z.boolean().optional().describe('Whether case does not count; it does if left out'),
})

/** What one call reads at most, and of which files. */
export interface SearchLimits {
  readonly bytes: number
  readonly fileBytes: number
}
const LIMITS: SearchLimits = { bytes: 256 * 1024 * 1024, fileBytes: 4 * 1024 * 1024 }
/** Around a hit in a long line. */
const MARGIN_CHARACTERS = 200

/** The lines that hold a text, by file. Throws what `signal` aborts with. */
export async function search(
  asked: z.infer<typeof SearchArguments>,
  snapshot: SnapshotIndex,
  { signal, limits = LIMITS }: { readonly signal: AbortSignal; readonly limits?: SearchLimits },
): Promise<ToolOutcome> {
  const paths = select(asked.path ?? '', snapshot)
  if (paths === undefined) return failed(`There is no file or directory ${quote(asked.path ?? '')}. ${PATH_RULE}`)
  const find = makeFinder(asked)
  const output = makeShownLines()
  const hits = new Set<string>()
  let left = limits.bytes
  let skipped = 0
  for (const path of paths) {
    signal.throwIfAborted()
    const content = await snapshot.read(path)
    left -= content.length
    if (left < 0) return finish(output, hits, ['The search ended early: too much to read; name a directory'])
    if (content.length > limits.fileBytes) skipped += 1
    else if (!isBinary(content)) {
      const { shown, isFull } = addHits(output, { path, lines: linesOf(content.toString('utf8')), find })
      if (shown) hits.add(path)
      if (isFull) return finish(output, hits, ['There may be more; name a directory, a file or a longer text'])
    }
  }
  return finish(
    output,
    hits,
    skipped === 0 ? [] : [`${skipped} files over ${limits.fileBytes} bytes were not searched`],
  )
}

function select(asked: string, snapshot: SnapshotIndex): readonly string[] | undefined {
  const file = snapshot.file(asked)
  if (file !== undefined) return [file]
  const folder = snapshot.folder(asked)
  return folder === undefined ? undefined : snapshot.paths.filter((path) => path.startsWith(folder))
}

type Find = (line: string) => number

function makeFinder({ pattern, ignore_case }: z.infer<typeof SearchArguments>): Find {
  if (ignore_case !== true) return (line) => line.indexOf(pattern)
  const lower = pattern.toLowerCase()
  return (line) => line.toLowerCase().indexOf(lower)
}

interface Searched {
  readonly path: string
  readonly lines: readonly string[]
  readonly find: Find
}

/** The name of a file stands once, before its first hit. */
function addHits(output: ShownLines, { path, lines, find }: Searched): { shown: boolean; isFull: boolean } {
  const width = String(lines.length).length
  let shown = false
  for (const [index, line] of lines.entries()) {
    const at = find(line)
    if (at < 0) continue
    const head = shown ? '' : `${showPath(path)}\n`
    if (!output.add(`${head}${numberedLine(index + 1, width, windowOf(line, at))}`)) return { shown, isFull: true }
    shown = true
  }
  return { shown, isFull: false }
}

function windowOf(line: string, at: number): string {
  const from = Math.max(0, at - MARGIN_CHARACTERS)
  // The pattern is at most 500 characters long.
  const to = at + 500 + MARGIN_CHARACTERS
  return `${from > 0 ? '… ' : ''}${line.slice(from, to)}${to < line.length ? ' …' : ''}`
}

function finish(output: ShownLines, hits: ReadonlySet<string>, notes: readonly string[]): ToolOutcome {
  const found = output.count() === 0 ? 'No line found.' : output.text()
  return { text: [found, ...notes.map((note) => `[${showInvisible(note)}]`)].join('\n'), paths: [...hits] }
}
