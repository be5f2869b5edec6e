import type { Git } from '../../src/host/host.js'
import type { DiffLine, FileDiff } from '../../src/types/diff.js'

/** The content of one side of a changed file, as git compares it. */
export async function contentOf(git: Git, blob: string, mode: string): Promise<string> {
  if (mode === '000000') return ''
  if (mode === '160000') return `Subproject commit ${blob}\n`
  return (await git.read(['cat-file', 'blob', blob])).toString('utf8')
}

/** What the hunks make of the old content; throws where a hunk does not fit. */
export function applyHunks(oldText: string, file: FileDiff): string {
  const oldLines = splitLines(oldText)
  const result: string[] = []
  let position = 0
  for (const hunk of file.hunks) {
    const start = hunk.oldLines === 0 ? hunk.oldStart : hunk.oldStart - 1
    result.push(...oldLines.slice(position, start))
    position = Math.max(position, start)
    for (const line of hunk.lines) {
      if (line.kind !== 'added' && withoutNewline(oldLines[position++]) !== line.text) throw new Error('does not fit')
      if (line.kind !== 'removed') result.push(`${line.text}\n`)
    }
    if (hunk.newMissingNewline) result.push(withoutNewline(result.pop()))
  }
  return [...result, ...oldLines.slice(position)].join('')
}

/** Diff lines whose text does not stand at their number in the content of their side; empty when all is right. */
export function misplacedLines(file: FileDiff, oldText: string, newText: string): readonly DiffLine[] {
  const oldLines = splitLines(oldText).map(withoutNewline)
  const newLines = splitLines(newText).map(withoutNewline)
  return file.hunks
    .flatMap((hunk) => hunk.lines)
    .filter(
      (line) =>
        (line.kind !== 'added' && oldLines[line.oldLine - 1] !== line.text) ||
        (line.kind !== 'removed' && newLines[line.newLine - 1] !== line.text),
    )
}

function splitLines(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== '')
}

function withoutNewline(line: string | undefined): string {
  return (line ?? '').replace(/\n$/, '')
}
