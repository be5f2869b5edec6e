import { type LineMap, lineMap } from '../diff/line-map.js'
import { readDiff } from '../diff/read.js'
import type { Commits } from '../trigger/resolve.js'
import type { Change, Sha } from '../types/change.js'

/** The merge commit of the reviewed head that is checked out, and where the head's lines stand in it. */
export interface CheckedOut {
  readonly sha: Sha
  readonly lines: LineMap
}

/** Undefined where the head itself or anything else is checked out, or no pull request is reviewed. */
export async function readCheckedOut(change: Change, commits: Commits): Promise<CheckedOut | undefined> {
  if (change.pullRequest === undefined) return undefined
  const sha = await commits.resolveRef('HEAD')
  if (sha === undefined || sha === change.head) return undefined
  // From the commit itself: where history is cut, git shows it without parents.
  const commit = (await commits.git.read(['cat-file', '-p', `${sha}^{commit}`])).toString()
  const parents = [...(commit.split('\n\n', 1)[0] ?? '').matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1])
  if (parents.length < 2 || !parents.includes(change.head)) return undefined
  const { files, problems } = await readDiff(commits.git, { from: change.head, to: sha })
  const readable = files.filter(({ path }) => !problems.has(path))
  return { sha, lines: lineMap(readable) }
}
