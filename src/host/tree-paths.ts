import type { TreePaths } from '../evidence/resolve-path.js'
import type { Change } from '../types/change.js'
import type { Git } from './host.js'

/** A tree of a million files has some 60 MB of names. */
const MAX_BYTES = 256 * 1024 * 1024

/** The files of both sides of a change, each side listed once. */
export function makeTreePaths(git: Git, { head, mergeBase }: Change): TreePaths {
  const listed = new Map<string, Promise<readonly string[]>>()
  return (side) => {
    const commit = side === 'new' ? head : mergeBase
    const known = listed.get(commit) ?? listPaths(git, commit)
    listed.set(commit, known)
    return known
  }
}

async function listPaths(git: Git, commit: string): Promise<readonly string[]> {
  const output = await git.read(['ls-tree', '-r', '--name-only', '-z', commit], { maxBytes: MAX_BYTES })
  return output
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '')
}
