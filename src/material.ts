import { detectAuthorship } from './authorship/detect.js'
import { readNotes } from './authorship/read-notes.js'
import { readGenerated } from './diff/generated.js'
import { omitFiles, touchedPaths } from './diff/omit.js'
import { readDiff } from './diff/read.js'
import type { Log } from './host/host.js'
import { inOrder } from './in-order.js'
import type { Host, RunRequest } from './pipeline.js'
import { mergePolicy } from './policy/load.js'
import { readPolicyFile } from './policy/read-file.js'
import type { Authorship } from './types/authorship.js'
import type { Change, Sha } from './types/change.js'
import { changedLines, type Diff, type FileDiff } from './types/diff.js'
import type { Policy } from './types/policy.js'

/** What there is to review, by which rules, and who wrote it. */
export interface Material {
  readonly change: Change
  readonly policy: Policy
  readonly diff: Diff
  /** All changed files, also those that nobody reviews. */
  readonly files: readonly FileDiff[]
  readonly authorship: Authorship
  /** The reviewable part of the change as it was at an earlier commit. */
  diffAt(head: Sha): Promise<Diff>
}

/** The first stages of a run: everything that is known before anybody is asked. */
export async function readMaterial(change: Change, request: RunRequest, host: Host): Promise<Material> {
  const shas = change.commits.map(({ sha }) => sha)
  const [policy, read, notes] = await inOrder([
    readPolicy(change, request, host),
    readFiles(change, host),
    readNotes(host.commits, shas),
  ])
  const diff = withoutOmitted(change, policy, read)
  const { authors, models } = policy
  const authorship = detectAuthorship(change, { notes, authors, models, authorModel: request.authorModel })
  logChange(change, diff, host.log)
  const diffAt = async (head: Sha) => {
    const then = { ...change, head }
    return withoutOmitted(then, policy, await readFiles(then, host))
  }
  return { change, policy, diff, files: read.files, authorship, diffAt }
}

async function readPolicy(change: Change, request: RunRequest, host: Host): Promise<Policy> {
  const file = await readPolicyFile(host.commits.git, change.base, request.configFile)
  return mergePolicy(request.inputs, file, change.baseBranch)
}

type ReadFiles = Awaited<ReturnType<typeof readDiff>> & { readonly generated: ReadonlySet<string> }

/** All files of the change, and which of them the base branch calls generated. */
async function readFiles(change: Change, { commits: { git }, scratchDirectory }: Host): Promise<ReadFiles> {
  const { files, problems } = await readDiff(git, { from: change.mergeBase, to: change.head })
  const generated = await readGenerated(git, change.base, { paths: touchedPaths(files), scratch: scratchDirectory })
  return { files, problems, generated }
}

/** The change without what the base branch's policy leaves out, each with its reason. */
function withoutOmitted(change: Change, policy: Policy, { files, problems, generated }: ReadFiles): Diff {
  const { paths, pathsIgnore, exempt } = policy
  const opener = change.pullRequest?.author
  return omitFiles(files, { paths, pathsIgnore, generated, problems, exempt, opener })
}

function logChange(change: Change, diff: Diff, log: Log): void {
  log.info(
    `Reviewing ${change.mergeBase.slice(0, 12)}..${change.head.slice(0, 12)}: ${diff.files.length} files, ${changedLines(diff.files)} changed lines; ${diff.omitted.length} files left out.`,
  )
}
