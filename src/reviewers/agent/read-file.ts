import { z } from 'zod'
import { showPath } from '../../diff/invisible.js'
import { isBinary, linesOf, MAX_LINES, makeShownLines, numberedLine } from './shown-lines.js'
import type { SnapshotIndex } from './snapshot-index.js'
import { failed, LineNumber, PathArgument, type ToolOutcome } from './tool.js'

export const ReadFileArguments = z.strictObject({
  path: PathArgument.describe('File, relative to the root of the snapshot'),
  start_line: LineNumber.optional().describe('First line, from 1; the first of the file if left out'),
  end_line: LineNumber.optional().describe(`Last line; ${MAX_LINES} lines at most are shown`),
})

/** The asked lines of a file, numbered. */
export async function readFile(
  { path: asked, start_line: first = 1, end_line: last }: z.infer<typeof ReadFileArguments>,
  snapshot: SnapshotIndex,
): Promise<ToolOutcome> {
  const path = snapshot.file(asked)
  if (path === undefined) return failed(`There is no file ${quote(asked)}. ${PATH_RULE}`)
  const content = await snapshot.read(path)
  if (isBinary(content)) return failed(`${quote(path)} is binary (${content.length} bytes) and not shown.`)
  const lines = linesOf(content.toString('utf8'))
  if (first > Math.max(1, lines.length)) return failed(`${quote(path)} has ${lines.length} lines.`)
  return { text: render(path, lines, { first, last: Math.min(last ?? lines.length, lines.length) }), paths: [path] }
}

export const PATH_RULE = 'Paths are relative to the root of the snapshot, exactly as list_files prints them.'

/** A name from the model or the repository as a visible word. */
export function quote(path: string): string {
  return `"${showPath(path.slice(0, 300))}"`
}

function render(
  path: string,
  lines: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const isCrlf = lines.length > 0 && lines.every((line) => line.endsWith('\r'))
  const output = makeShownLines()
  const width = String(last).length
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? ''
    if (!output.add(numberedLine(number, width, isCrlf ? line.slice(0, -1) : line))) break
  }
  const end = first + output.count() - 1
  const header = `${showPath(path)} (${lines.length} lines${isCrlf ? ', CRLF line ends' : ''})`
  const rest = end < last ? `\n[Cut after line ${end}; the rest from start_line ${end + 1}]` : ''
  return `${header}\n${output.text()}${rest}`
}
