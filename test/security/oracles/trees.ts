import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Every entry below a directory, `.git` included: path → kind, mode, owner and content. Links are not followed. */
export function tree(directory: string, skip: (path: string) => boolean = () => false): ReadonlyMap<string, string> {
  const paths = walk(directory, '').filter((path) => !skip(path))
  return new Map(paths.map((path) => [path, entry(join(directory, path))]))
}

/** By lstat: node's own recursive listing goes through links. */
function walk(root: string, below: string): readonly string[] {
  return readdirSync(join(root, below))
    .toSorted()
    .flatMap((name) => {
      const path = join(below, name)
      return lstatSync(join(root, path)).isDirectory() ? [path, ...walk(root, path)] : [path]
    })
}

/** One hash of a tree. */
export function treeHash(directory: string, skip?: (path: string) => boolean): string {
  return createHash('sha256')
    .update(JSON.stringify([...tree(directory, skip)]))
    .digest('hex')
}

function entry(path: string): string {
  const stats = lstatSync(path)
  const about = `${stats.mode.toString(8)} ${stats.uid}:${stats.gid}`
  if (stats.isSymbolicLink()) return `${about} link ${readlinkSync(path)}`
  if (!stats.isFile()) return about
  return `${about} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
}
