/** The lines of one file's diff that a review comment may stand at. */
export interface Hunks {
  /** Line number → what stands there and in which hunk. */
  readonly left: ReadonlyMap<number, DiffLine>
  readonly right: ReadonlyMap<number, DiffLine>
}

export interface DiffLine {
  readonly text: string
  readonly hunk: number
  readonly changed: boolean
}

const HEADER = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/** Reads the hunks of a patch as the API sends it: without the file's own header. */
export function parseHunks(patch: string): Hunks {
  const left = new Map<number, DiffLine>()
  const right = new Map<number, DiffLine>()
  let hunk = 0
  let oldLine = 0
  let newLine = 0
  for (const line of patch.split('\n')) {
    const header = HEADER.exec(line)
    if (header !== null) {
      hunk += 1
      oldLine = Number(header[1])
      newLine = Number(header[2])
      continue
    }
    const sign = line[0]
    if (hunk === 0 || sign === '\\') continue
    const entry = { text: line.slice(1), hunk, changed: sign === '+' || sign === '-' }
    if (sign === '-' || sign === ' ') left.set(oldLine++, entry)
    if (sign === '+' || sign === ' ') right.set(newLine++, entry)
  }
  return { left, right }
}
