import { isUtf8 } from 'node:buffer'
import type { Git } from '../host/host.js'
import { type DiffProblem, LINE_FEED } from './cursor.js'
import { changesContent, type RawEntry } from './parse.js'

/**
 * Why the content of files is not text where the diff does not show it: a quote from such a file could never be
 * verified, so it must not count as reviewed. Added and deleted files are shown whole and need no look. Rejects as soon
 * as `isWanted` says that nobody waits for the answer.
 */
export async function readContentProblems(
  git: Git,
  files: readonly RawEntry[],
  isWanted: () => boolean = () => true,
): Promise<Map<string, DiffProblem>> {
  const partly = files.filter((file) => ['modified', 'renamed'].includes(file.status) && changesContent(file))
  const regular = partly.filter((file) => file.newMode.startsWith('100'))
  // What the diff does not show is the same on both sides.
  const blobs = [...new Set(regular.map(({ newBlob }) => newBlob))]
  const byBlob = await readBlobProblems(git, blobs, isWanted)
  const problems = new Map<string, DiffProblem>()
  for (const file of regular) {
    const problem = byBlob.get(file.newBlob)
    if (problem !== undefined) problems.set(file.path, problem)
  }
  return problems
}

async function readBlobProblems(
  git: Git,
  blobs: readonly string[],
  isWanted: () => boolean,
): Promise<ReadonlyMap<string, DiffProblem>> {
  if (blobs.length === 0) return new Map()
  const batch = checkBatch(blobs)
  await git.read(['--no-replace-objects', 'cat-file', '--batch', '--buffer'], {
    input: `${blobs.join('\n')}\n`,
    // Nothing is kept.
    maxBytes: Number.POSITIVE_INFINITY,
    onOutput: (chunk) => {
      if (!isWanted()) throw new Error('the content of the changed files is not needed any more')
      batch.push(chunk)
    },
  })
  return batch.end()
}

/** No line that git prints before a blob is longer. */
const MAX_HEADER_BYTES = 200

/** Looks at the output of `git cat-file --batch` for these blobs as it comes. */
function checkBatch(blobs: readonly string[]) {
  const problems = new Map<string, DiffProblem>()
  let header = ''
  let index = 0
  let body: { readonly check: TextCheck; left: number } | undefined
  const takeHeader = (chunk: Buffer): Buffer => {
    const end = chunk.indexOf(LINE_FEED)
    header += chunk.toString('latin1', 0, end < 0 ? Math.min(chunk.length, MAX_HEADER_BYTES) : end)
    if (end < 0 && header.length < MAX_HEADER_BYTES) return chunk.subarray(chunk.length)
    body = { check: checkText(), left: sizeIn(header, blobs[index]) }
    header = ''
    return chunk.subarray(end + 1)
  }
  const takeBody = (chunk: Buffer, { check, left }: { readonly check: TextCheck; readonly left: number }): Buffer => {
    check.push(chunk.subarray(0, left))
    // A line feed follows the content.
    if (chunk.length <= left) {
      body = { check, left: left - chunk.length }
      return chunk.subarray(chunk.length)
    }
    const problem = check.end()
    const blob = blobs[index]
    if (problem !== undefined && blob !== undefined) problems.set(blob, problem)
    index += 1
    body = undefined
    return chunk.subarray(left + 1)
  }
  return {
    push(chunk: Buffer): void {
      let rest = chunk
      while (rest.length > 0) rest = body === undefined ? takeHeader(rest) : takeBody(rest, body)
    },
    end(): ReadonlyMap<string, DiffProblem> {
      if (index < blobs.length) throw noContent(blobs[index])
      return problems
    },
  }
}

function sizeIn(header: string, blob: string | undefined): number {
  const [, id, size] = /^([0-9a-f]+) blob (\d{1,15})$/.exec(header) ?? []
  if (size === undefined || id !== blob) throw noContent(blob)
  return Number(size)
}

function noContent(blob: string | undefined): Error {
  return new Error(`git has no content for blob ${blob ?? 'that nobody asked for'}`)
}

interface TextCheck {
  push(chunk: Buffer): void
  end(): DiffProblem | undefined
}

/** Whether a text that comes in pieces, which may cut characters, is text. */
export function checkText(): TextCheck {
  let problem: DiffProblem | undefined
  let cut = Buffer.alloc(0)
  return {
    push: (chunk) => {
      if (problem !== 'NUL byte' && chunk.includes(0)) problem = 'NUL byte'
      if (problem !== undefined) return
      const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk])
      const whole = bytes.length - cutLength(bytes)
      cut = Buffer.from(bytes.subarray(whole))
      if (!isUtf8(bytes.subarray(0, whole))) problem = 'not UTF-8'
    },
    end: () => problem ?? (cut.length === 0 ? undefined : 'not UTF-8'),
  }
}

/** Bytes at the end that begin a character and do not finish it. */
function cutLength(bytes: Buffer): number {
  for (let length = 1; length <= 3 && length <= bytes.length; length += 1) {
    const byte = bytes[bytes.length - length] ?? 0
    const isContinuation = byte >= 0x80 && byte < 0xc0
    if (!isContinuation) return characterLength(byte) > length ? length : 0
  }
  return 0
}

function characterLength(first: number): number {
  if (first < 0xc0) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}
