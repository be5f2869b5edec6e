import { isUtf8 } from 'node:buffer'
import type { Change } from '../types/change.js'
import type { Diff } from '../types/diff.js'
import type { Files, Git } from './host.js'

/** A file that a quote can be looked for in; nothing larger was shown to a reviewer as text. */
const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Characters of the texts that are kept: what is asked for again is asked for soon. */
const MAX_KEPT = 8 * 1024 * 1024

/** Texts of both sides of a change, from git objects: the head for `new`, the merge base for `old`. */
export function makeBlobFiles(git: Git, change: Change, diff: Diff): Files {
  const blobs = new Map<string, string>()
  for (const file of diff.files) {
    blobs.set(`new\0${file.path}`, file.newBlob)
    blobs.set(`old\0${file.path}`, file.oldBlob)
    if (file.oldPath !== undefined) blobs.set(`old\0${file.oldPath}`, file.oldBlob)
  }
  const read = keepLast(inBatches(git))
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

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** Of the texts that are read at once. */
const MAX_BATCH_BYTES = 32 * 1024 * 1024

type Texts = ReadonlyMap<string, string | undefined>

/** What is asked for at once is read by one process: to start one takes the longer the more memory we hold. */
function inBatches(git: Git): Read {
  let asked: string[] = []
  let batch: Promise<Texts> | undefined
  const readAsked = () => {
    const objects = asked
    asked = []
    batch = undefined
    return readTexts(git, objects)
  }
  return async (object) => {
    if (!OBJECT_ID.test(object)) return readText(git, object)
    asked.push(object)
    batch ??= Promise.resolve().then(readAsked)
    return (await batch).get(object)
  }
}

async function readTexts(git: Git, objects: readonly string[]): Promise<Texts> {
  const present = objects.filter((object) => !ABSENT.test(object))
  const texts = new Map<string, string | undefined>()
  if (present.length > 1) {
    const input = present.map((object) => `${object}\n`).join('')
    const output = await git.read(['cat-file', '--batch'], { input, maxBytes: MAX_BATCH_BYTES }).catch(() => undefined)
    if (output !== undefined) return toTexts(output, present)
  }
  // One alone, or more than may be held at once.
  for (const object of present) texts.set(object, await readText(git, object))
  return texts
}

/** As git prints them: a line `id blob size`, the bytes and a line feed each; `id missing` for what there is not. */
function toTexts(output: Buffer, objects: readonly string[]): Texts {
  const texts = new Map<string, string | undefined>()
  let offset = 0
  for (const object of objects) {
    const newline = output.indexOf(10, offset)
    if (newline === -1) break
    const [, kind, size] = output.toString('latin1', offset, newline).split(' ')
    offset = newline + 1
    if (size === undefined) continue
    const bytes = output.subarray(offset, offset + Number(size))
    offset += bytes.length + 1
    if (kind === 'blob' && bytes.length <= MAX_FILE_BYTES) texts.set(object, toText(bytes))
  }
  return texts
}

function toText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined
}

const ABSENT = /^0+$/

async function readText(git: Git, object: string): Promise<string | undefined> {
  if (ABSENT.test(object)) return undefined
  try {
    const bytes = await git.read(['cat-file', 'blob', object], { maxBytes: MAX_FILE_BYTES })
    return toText(bytes)
  } catch {
    return undefined // no such file on this side, not a file, or too large: the quote stays unverified
  }
}
