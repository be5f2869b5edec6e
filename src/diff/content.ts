import type { Git } from '../host/host.js'
import type { FileDiff } from '../types/diff.js'
import { type DiffProblem, problemOf } from './parse.js'

/** Both sides of every changed file together; more is refused, as it could not be checked. */
const MAX_CONTENT_BYTES = 1024 * 1024 * 1024

/**
 * Why the content of files is not text where the diff does not show it: a quote from such a file could never be
 * verified, so it must not count as reviewed. Added and deleted files are shown whole and need no look.
 */
export async function readContentProblems(git: Git, files: readonly FileDiff[]): Promise<Map<string, DiffProblem>> {
  const partly = files.filter((file) => file.hunks.length > 0 && ['modified', 'renamed'].includes(file.status))
  const regular = partly.filter((file) => file.newMode.startsWith('100'))
  const blobs = [...new Set(regular.flatMap((file) => [file.newBlob, file.oldBlob]))]
  const byBlob = await readBlobProblems(git, blobs)
  const problems = new Map<string, DiffProblem>()
  for (const file of regular) {
    const problem = byBlob.get(file.newBlob) ?? byBlob.get(file.oldBlob)
    if (problem !== undefined) problems.set(file.path, problem)
  }
  return problems
}

async function readBlobProblems(git: Git, blobs: readonly string[]): Promise<Map<string, DiffProblem>> {
  const problems = new Map<string, DiffProblem>()
  if (blobs.length === 0) return problems
  const output = await git.read(['--no-replace-objects', 'cat-file', '--batch'], {
    input: `${blobs.join('\n')}\n`,
    maxBytes: MAX_CONTENT_BYTES,
  })
  let at = 0
  for (const blob of blobs) {
    const start = output.indexOf(10, at) + 1
    const [id, type, size] = output.toString('latin1', at, start - 1).split(' ')
    const end = start + Number(size)
    if (id !== blob || type !== 'blob' || !(end < output.length)) throw new Error(`git has no content for blob ${blob}`)
    const problem = problemOf(output.subarray(start, end))
    if (problem !== undefined) problems.set(blob, problem)
    at = end + 1
  }
  return problems
}
