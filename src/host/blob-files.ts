import { isUtf8 } from 'node:buffer'
import type { Change } from '../types/change.js'
import type { Diff } from '../types/diff.js'
import type { Files, Git } from './host.js'

/** A file that a quote can be looked for in; nothing larger was shown to a reviewer as text. */
const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Characters of the texts that are kept: what is asked for again is asked for soon. */
const MAX_KEPT = 32 * 1024 * 1024

/** Texts of both sides of a change, from git objects: the head for `new`, the merge base for `old`. */
export function makeBlobFiles(git: Git, change: Change, diff: Diff): Files {
  const blobs = new Map<string, string>()
  for (const file of diff.files) {
    blobs.set(`new\0${file.path}`, file.newBlob)
    blobs.set(`old\0${file.path}`, file.oldBlob)
    if (file.oldPath !== undefined) blobs.set(`old\0${file.oldPath}`, file.oldBlob)
  }
  const read = keepLast((object: string) => readText(git, object))
  return {
    text: (side, path) =>
      read(blobs.get(`${side}\0${path}`) ?? `${side === 'new' ? change.head : change.mergeBase}:${path}`),
  }
}

type Read = (object: string) => Promise<string | undefined>

/** Answers again from memory what was read last; that something is no text is remembered for good. */
function keepLast(read: Read): Read {
  const known = new Map<string, Promise<string | undefined>>()
  // In the order of their reading.
  const sizes = new Map<string, number>()
  let kept = 0
  const keep = (object: string, size: number) => {
    sizes.set(object, size)
    kept += size
    for (const [oldest, length] of sizes) {
      if (kept <= MAX_KEPT || oldest === object) break
      sizes.delete(oldest)
      known.delete(oldest)
      kept -= length
    }
  }
  return (object) => {
    const answer = known.get(object)
    if (answer !== undefined) return answer
    const asked = read(object)
    known.set(object, asked)
    return asked.then((text) => {
      if (text !== undefined) keep(object, text.length)
      return text
    })
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
