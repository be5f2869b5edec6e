import { type Answer, type Call, notFound, numberParam, ok, page, type Routes } from '../answer.js'
import type { ChangedFile, PullRequest, World } from '../world.js'
import { labelsOf } from './issues.js'
import { userOf } from './people.js'
import { commitAt, commitOf } from './repository.js'

const base = '/repos/{owner}/{repo}'
const needs = ['pull-requests: read']

/** Pull requests, their commits and their files. */
export const pullRoutes: Routes = {
  [`get ${base}/pulls`]: { needs, answer: listPulls },
  [`get ${base}/pulls/{pull_number}`]: { needs, answer: readPull },
  [`get ${base}/pulls/{pull_number}/commits`]: { needs, answer: listCommits },
  [`get ${base}/pulls/{pull_number}/files`]: { needs, answer: listFiles },
  [`get ${base}/commits/{commit_sha}/pulls`]: { needs, answer: listPullsOfCommit },
}

/** GitHub lists no more files than these (facts: limits). */
const MAX_FILES = 3_000
/** Nor more commits. */
const MAX_COMMITS = 250

function listPulls(call: Call, world: World): Answer {
  const state = call.query.get('state') ?? 'open'
  const head = call.query.get('head')
  const target = call.query.get('base')
  const found = [...world.pullRequests.values()].filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (head === null || head === `${ownerOf(pull.headRepository)}:${pull.headRef}`) &&
      (target === null || target === pull.baseRef),
  )
  return page(
    call,
    found.toReversed().map((pull) => pullOf(pull, world)),
  )
}

function readPull(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  if (pull === undefined) return notFound
  const counts = { commits: pull.commits.length, changed_files: pull.files.length }
  const mergeable = pull.mergedAt === null ? pull.mergeCommit !== null : null
  return ok({ ...pullOf(pull, world), ...counts, merged: pull.mergedAt !== null, mergeable })
}

/** The pull request that the path names. */
export function pullAt(call: Call, world: World): PullRequest | undefined {
  return world.pullRequests.get(numberParam(call, 'pull_number'))
}

function pullOf(pull: PullRequest, world: World): object {
  const { repository } = world.settings
  return {
    id: 10_000 + pull.number,
    number: pull.number,
    state: pull.state,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: userOf(pull.author),
    labels: labelsOf(pull),
    created_at: pull.createdAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    head: sideOf(pull.headRef, pull.head, { repository: pull.headRepository, own: repository }),
    base: sideOf(pull.baseRef, pull.base, { repository, own: repository }),
    html_url: `/${repository}/pull/${pull.number}`,
  }
}

function sideOf(ref: string, sha: string, where: { readonly repository: string; readonly own: string }): object {
  const owner = ownerOf(where.repository)
  const fork = where.repository !== where.own
  const repo = { id: fork ? 77 : 1, full_name: where.repository, name: where.repository.split('/')[1], fork }
  return { ref, sha, label: `${owner}:${ref}`, user: { login: owner }, repo }
}

function ownerOf(repository: string): string {
  return repository.split('/')[0] ?? ''
}

function listCommits(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  return pull === undefined ? notFound : page(call, pull.commits.slice(0, MAX_COMMITS).map(commitOf))
}

function listFiles(call: Call, world: World): Answer {
  const pull = pullAt(call, world)
  return pull === undefined ? notFound : page(call, pull.files.slice(0, MAX_FILES).map(fileOf))
}

function fileOf({ path, previousPath, status, patch }: ChangedFile): object {
  const lines = patch?.split('\n') ?? []
  const additions = lines.filter((line) => line.startsWith('+')).length
  const deletions = lines.filter((line) => line.startsWith('-')).length
  return {
    sha: '0'.repeat(40),
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    ...(previousPath === undefined ? {} : { previous_filename: previousPath }),
    ...(patch === undefined ? {} : { patch }),
  }
}

function listPullsOfCommit(call: Call, world: World): Answer {
  const commit = commitAt(world, call.params['commit_sha'] ?? '')
  if (commit === undefined) return notFound
  const found = [...world.pullRequests.values()].filter(
    (pull) => pull.mergeCommit === commit.sha || pull.commits.some(({ sha }) => sha === commit.sha),
  )
  return page(
    call,
    found.map((pull) => pullOf(pull, world)),
  )
}
