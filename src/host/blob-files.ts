import { isUtf8 } from 'node:buffer'
import type { Change } from '../types/change.js'
import type { Diff } from '../types/diff.js'
import type { Files, Git } from './host.js'

/** A file that a quote can be looked for in; nothing larger was shown to a reviewer as text. */
const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Texts of both sides of a change, from git objects: the head for `new`, the merge base for `old`. */
export function makeBlobFiles(git: Git, change: Change, diff: Diff): Files {
  const blobs = new Map<string, string>()
  for (const file of diff.files) {
    blobs.set(`new\0${file.path}`, file.newBlob)
    blobs.set(`old\0${file.path}`, file.oldBlob)
    if (file.oldPath !== undefined) blobs.set(`old\0${file.oldPath}`, file.oldBlob)
  }
  const read = new Map<string, Promise<string | undefined>>()
  return {
    text: (side, path) => {
      const key = `${side}\0${path}`
      const known =
        read.get(key) ?? readText(git, blobs.get(key) ?? `${side === 'new' ? change.head : change.mergeBase}:${path}`)
      read.set(key, known)
      return known
    },
  }
}

const ABSENT = /^0+$/

async function readText(git: Git, object: string): Promise<string | undefined> {
  if (ABSENT.test(object)) return undefined
  try {
    const bytes = await git.read(['cat-file', 'blob', object], { maxBytes: MAX_FILE_BYTES })
    return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined
  } catch {
    return undefined // no such file on this side, not a file, or too large: the quote stays unverified
  }
}
