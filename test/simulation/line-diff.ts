import { createHash } from 'node:crypto'
import { type ParsedDiff, parseDiff } from '../../src/diff/parse.js'
import type { ChangedFile } from '../support/github/world.js'

/** One file on both sides; undefined where the side does not have it. */
export interface FilePair {
  readonly path: string
  /** Its path before, where that was another one. */
  readonly oldPath: string | undefined
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The change as the product reads it from git, and as GitHub tells it. */
export interface Written {
  readonly parsed: ParsedDiff
  readonly files: readonly ChangedFile[]
}

/** Writes the diff of a change in git's format and has the product parse it. */
export function writeDiff(pairs: readonly FilePair[]): Written {
  const written = pairs.map(writeFile)
  const raw = written.map(({ entry }) => entry).join('')
  const patches = written.map(({ patch }) => patch).join('')
  const parsed = parseDiff(Buffer.from(pairs.length === 0 ? '' : `${raw}\0${patches}`))
  return { parsed, files: written.map(({ file }) => file) }
}

const zeros = '0'.repeat(40)
const mode = '100644'

function writeFile({ path, oldPath, before, after }: FilePair): {
  readonly entry: string
  readonly patch: string
  readonly file: ChangedFile
} {
  const [oldBlob, newBlob] = [blobOf(before), blobOf(after)]
  const hunks = writeHunks(linesOf(before), linesOf(after))
  const modes = `:${before === undefined ? '000000' : mode} ${after === undefined ? '000000' : mode}`
  const [letter, status] = statusOf({ oldPath, before, after })
  const paths = oldPath === undefined ? `${path}\0` : `${oldPath}\0${path}\0`
  const head = `diff --git a/${oldPath ?? path} b/${path}\nindex ${oldBlob}..${newBlob} ${mode}\n`
  return {
    entry: `${modes} ${oldBlob} ${newBlob} ${letter}\0${paths}`,
    patch: `${head}${hunks}`,
    file: { path, previousPath: oldPath, status, patch: hunks === '' ? undefined : hunks },
  }
}

function statusOf({ oldPath, before, after }: Omit<FilePair, 'path'>): readonly [string, ChangedFile['status']] {
  if (oldPath !== undefined) return ['R090', 'renamed']
  if (before === undefined) return ['A', 'added']
  return after === undefined ? ['D', 'removed'] : ['M', 'modified']
}

function blobOf(text: string | undefined): string {
  return text === undefined ? zeros : createHash('sha1').update(text).digest('hex')
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split('\n').slice(0, -1)
}

interface Step {
  readonly sign: ' ' | '+' | '-'
  readonly text: string
  /** Lines before this one on each side. */
  readonly old: number
  readonly new: number
}

const CONTEXT = 3

function writeHunks(before: readonly string[], after: readonly string[]): string {
  const steps = stepsBetween(before, after)
  const near = new Set<number>()
  for (const [index, { sign }] of steps.entries()) {
    if (sign === ' ') continue
    for (let at = index - CONTEXT; at <= index + CONTEXT; at += 1) near.add(at)
  }
  const hunks: Step[][] = []
  for (const [index, step] of steps.entries()) {
    if (!near.has(index)) continue
    if (near.has(index - 1) && index > 0) hunks.at(-1)?.push(step)
    else hunks.push([step])
  }
  return hunks.map(writeHunk).join('')
}

function writeHunk(steps: readonly Step[]): string {
  const [first] = steps
  const [old, added] = [steps.filter(({ sign }) => sign !== '+'), steps.filter(({ sign }) => sign !== '-')]
  const range = (count: number, linesBefore: number) => `${count === 0 ? linesBefore : linesBefore + 1},${count}`
  const head = `@@ -${range(old.length, first?.old ?? 0)} +${range(added.length, first?.new ?? 0)} @@`
  return `${[head, ...steps.map(({ sign, text }) => `${sign}${text}`)].join('\n')}\n`
}

/** The longest common subsequence, after what both ends have in common. */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  const [n, m] = [before.length, after.length]
  const longest = lengths(before, after)
  const at = (i: number, j: number) => longest[i * (m + 1) + j] ?? 0
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    const place = { old: i, new: j }
    const [old = '', added = ''] = [before[i], after[j]]
    if (i < n && j < m && old === added) {
      steps.push({ sign: ' ', text: old, ...place })
      i += 1
      j += 1
    } else if (j >= m || (i < n && at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ sign: '-', text: old, ...place })
      i += 1
    } else {
      steps.push({ sign: '+', text: added, ...place })
      j += 1
    }
  }
  return steps
}

/** Of the common subsequence of the lines from i and from j on. */
function lengths(before: readonly string[], after: readonly string[]): Uint16Array {
  const [n, m] = [before.length, after.length]
  const longest = new Uint16Array((n + 1) * (m + 1))
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const same = before[i] === after[j]
      const [down, right] = [longest[(i + 1) * (m + 1) + j] ?? 0, longest[i * (m + 1) + j + 1] ?? 0]
      longest[i * (m + 1) + j] = same ? (longest[(i + 1) * (m + 1) + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  return longest
}
