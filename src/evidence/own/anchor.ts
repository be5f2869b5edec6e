import type { FileDiff } from '../../types/diff.js'

/** A line of a changed file on which a result may stand. */
export interface Anchor {
  readonly path: string
  readonly side: 'new' | 'old'
  readonly line: number
  /** The file's own line, without its terminator. Empty where nothing but the name or the mode changed. */
  readonly text: string
}

/** The file's first added line, else its first removed one, else its first line. */
export function firstChangedLine(file: FileDiff): Anchor {
  const { path } = file
  let removed: Anchor | undefined
  for (const hunk of file.hunks) {
    for (const line of hunk.lines) {
      if (line.kind === 'added') return { path, side: 'new', line: line.newLine, text: withoutReturn(line.text) }
      if (line.kind === 'removed') removed ??= { path, side: 'old', line: line.oldLine, text: withoutReturn(line.text) }
    }
  }
  return removed ?? { path, side: file.status === 'deleted' ? 'old' : 'new', line: 1, text: '' }
}

/** A line without the CR of its terminator. */
export function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
