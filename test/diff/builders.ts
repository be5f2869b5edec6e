import type { DiffLine, FileDiff, Hunk } from '../../src/types/diff.js'

/** A hunk from lines with their signs; counts and numbers follow from them. */
export function aHunk(signed: readonly string[], overrides: Partial<Hunk> = {}): Hunk {
  const oldStart = overrides.oldStart ?? 1
  const newStart = overrides.newStart ?? 1
  let oldLine = oldStart
  let newLine = newStart
  const lines = signed.map((line): DiffLine => {
    const text = line.slice(1)
    if (line.startsWith('+')) return { kind: 'added', newLine: newLine++, text }
    if (line.startsWith('-')) return { kind: 'removed', oldLine: oldLine++, text }
    return { kind: 'context', oldLine: oldLine++, newLine: newLine++, text }
  })
  return {
    oldStart,
    newStart,
    oldLines: oldLine - oldStart,
    newLines: newLine - newStart,
    section: '',
    ...countsOf(lines),
    lines,
    oldMissingNewline: false,
    newMissingNewline: false,
    ...overrides,
  }
}

/** What a hunk says of its lines. */
export function countsOf(lines: readonly DiffLine[]): Pick<Hunk, 'added' | 'removed' | 'bytes'> {
  return {
    added: lines.filter(({ kind }) => kind === 'added').length,
    removed: lines.filter(({ kind }) => kind === 'removed').length,
    bytes: lines.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 2, 0),
  }
}

/** A modified text file with these hunks; `added` and `removed` are counted. */
export function aFileDiff(overrides: Partial<FileDiff> = {}): FileDiff {
  const hunks = overrides.hunks ?? [aHunk(['-old', '+new'])]
  const { added, removed } = countsOf(hunks.flatMap((hunk) => hunk.lines))
  return {
    path: 'src/a.ts',
    oldPath: undefined,
    status: 'modified',
    oldMode: '100644',
    newMode: '100644',
    oldBlob: '1'.repeat(40),
    newBlob: '2'.repeat(40),
    added,
    removed,
    ...overrides,
    hunks,
  }
}
