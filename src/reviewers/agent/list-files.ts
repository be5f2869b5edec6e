import { z } from 'zod'
import { showPath } from '../../diff/invisible.js'
import { PATH_RULE, quote } from './read-file.js'
import { makeShownLines } from './shown-lines.js'
import type { SnapshotIndex } from './snapshot-index.js'
import { failed, PathArgument, type ToolOutcome } from './tool.js'

export const ListFilesArguments = z.strictObject({
  path: PathArgument.optional().describe('Directory, relative to the root of the snapshot; the root if left out'),
  pattern: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Files at any depth whose path below the directory matches; * stands for any characters, also slashes'),
})

/** What lies directly in a directory, or everything below it that matches. */
export function listFiles(
  { path: asked = '', pattern }: z.infer<typeof ListFilesArguments>,
  snapshot: SnapshotIndex,
): ToolOutcome {
  const folder = snapshot.folder(asked)
  if (folder === undefined) return failed(`There is no directory ${quote(asked)}. ${PATH_RULE}`)
  const below = snapshot.paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))
  const names = pattern === undefined ? [...new Set(below.map(firstName))] : below.filter(makeMatcher(pattern))
  if (names.length === 0) return { text: '[No files]', paths: [] }
  const output = makeShownLines()
  for (const name of names) {
    if (!output.add(showPath(folder + name))) break
  }
  const rest = names.length - output.count()
  const note = rest === 0 ? '' : `\n[${rest} more; name a directory deeper down or a narrower pattern]`
  return { text: output.text() + note, paths: [] }
}

function firstName(path: string): string {
  const slash = path.indexOf('/')
  return slash < 0 ? path : path.slice(0, slash + 1)
}

/** The pieces between the stars, one after the other, the first at the start and the last at the end: no backtracking. */
function makeMatcher(pattern: string): (path: string) => boolean {
  const [head = '', ...others] = pattern.replace(/^\.\//, '').split(/\*+/)
  const tail = others.pop()
  return (path) => {
    if (tail === undefined) return path === head
    if (!path.startsWith(head) || !path.endsWith(tail)) return false
    let at = head.length
    for (const piece of others) {
      const found = path.indexOf(piece, at)
      if (found < 0) return false
      at = found + piece.length
    }
    return at + tail.length <= path.length
  }
}
