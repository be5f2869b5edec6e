import type { FileDiff } from '../../../src/types/diff.js'
import { countsOf } from '../../diff/builders.js'

/** An added file with these lines; a test overrides only what it is about. */
export function addedFile(path: string, lines: readonly string[], overrides: Partial<FileDiff> = {}): FileDiff {
  const added = lines.map((text, index) => ({ kind: 'added', newLine: index + 1, text }) as const)
  return {
    path,
    oldPath: undefined,
    status: 'added',
    oldMode: '000000',
    newMode: '100644',
    oldBlob: '0'.repeat(40),
    newBlob: '1'.repeat(40),
    hunks: added.length === 0 ? [] : [hunk({ newLines: added.length, lines: added })],
    added: added.length,
    removed: 0,
    ...overrides,
  }
}

/** A deleted file that had these lines. */
export function deletedFile(path: string, lines: readonly string[]): FileDiff {
  const removed = lines.map((text, index) => ({ kind: 'removed', oldLine: index + 1, text }) as const)
  return addedFile(path, [], {
    status: 'deleted',
    oldMode: '100644',
    newMode: '000000',
    hunks: [hunk({ oldStart: 1, oldLines: removed.length, newStart: 0, lines: removed })],
    added: 0,
    removed: removed.length,
  })
}

/** A hunk of whatever the test gives it. */
export function hunk(overrides: Partial<FileDiff['hunks'][number]>): FileDiff['hunks'][number] {
  return {
    oldStart: 0,
    oldLines: 0,
    newStart: 1,
    newLines: 0,
    section: '',
    ...countsOf(overrides.lines ?? []),
    lines: [],
    oldMissingNewline: false,
    newMissingNewline: false,
    ...overrides,
  }
}
