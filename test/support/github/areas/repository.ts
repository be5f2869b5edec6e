import { type Answer, type Call, notFound, numberParam, ok, page, problem, type Routes } from '../answer.js'
import type { Commit, Push, WorkflowRun, World } from '../world.js'
import { userOf } from './people.js'

const base = '/repos/{owner}/{repo}'

/** The repository itself: refs, commits, pushes and runs. */
export const repositoryRoutes: Routes = {
  [`get ${base}`]: { needs: [], answer: (call, world) => ok(repositoryOf(call, world)) },
  [`get ${base}/activity`]: { needs: ['contents: read'], answer: listActivity },
  [`get ${base}/branches/{branch}`]: { needs: ['contents: read'], answer: readBranch },
  [`get ${base}/git/ref/{ref}`]: { needs: ['contents: read'], answer: readRef },
  [`get ${base}/commits/{ref}`]: { needs: ['contents: read'], answer: readCommit },
  [`get ${base}/actions/runs`]: { needs: ['actions: read'], answer: listRuns },
  [`get ${base}/actions/runs/{run_id}`]: { needs: ['actions: read'], answer: readRun },
}

function repositoryOf(call: Call, world: World): object {
  const { settings } = world
  const [owner = '', name = ''] = settings.repository.split('/')
  return {
    id: 1,
    name,
    full_name: settings.repository,
    owner: { login: owner, id: 2, type: 'Organization' },
    private: settings.visibility === 'private',
    visibility: settings.visibility,
    fork: false,
    archived: settings.archived,
    default_branch: settings.defaultBranch,
    url: `${call.apiUrl}/repos/${settings.repository}`,
  }
}

/** Newest first. */
function listActivity(call: Call, world: World): Answer {
  const ref = call.query.get('ref')
  const kind = call.query.get('activity_type')
  const actor = call.query.get('actor')
  const full = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
  const found = world.pushes.filter(
    (push) =>
      (full === null || push.ref === full) &&
      (kind === null || push.kind === kind) &&
      (actor === null || push.actor.login === actor),
  )
  return page(call, found.toReversed().map(activityOf))
}

function activityOf(push: Push): object {
  const { id, before, after, ref, at, kind, actor } = push
  return { id, before, after, ref, timestamp: at, activity_type: kind, actor: userOf(actor) }
}

function readBranch(call: Call, world: World): Answer {
  const name = call.params['branch'] ?? ''
  const sha = world.refs.get(`refs/heads/${name}`)
  if (sha === undefined) return problem(404, 'Branch not found')
  return ok({ name, commit: { sha }, protected: name === world.settings.defaultBranch })
}

function readRef(call: Call, world: World): Answer {
  const ref = `refs/${call.params['ref']}`
  const sha = world.refs.get(ref)
  return sha === undefined ? notFound : ok({ ref, object: { type: 'commit', sha } })
}

/** The commit that a SHA, a branch or a full ref stands for. */
export function commitAt(world: World, ref: string): Commit | undefined {
  const sha = world.refs.get(ref) ?? world.refs.get(`refs/heads/${ref}`) ?? world.refs.get(`refs/${ref}`) ?? ref
  return world.commits.get(sha)
}

function readCommit(call: Call, world: World): Answer {
  const ref = call.params['ref'] ?? ''
  const commit = commitAt(world, ref)
  return commit === undefined ? problem(422, `No commit found for SHA: ${ref}`) : ok(commitOf(commit))
}

/** As the API tells a commit; its author is what git says and proves nothing. */
export function commitOf({ sha, message, author, parents }: Commit): object {
  return {
    sha,
    commit: { message, author, committer: author, tree: { sha } },
    author: null,
    committer: null,
    parents: parents.map((parent) => ({ sha: parent })),
  }
}

function listRuns(call: Call, world: World): Answer {
  const matches = (run: WorkflowRun) =>
    Object.entries({ head_sha: run.headSha, event: run.event, branch: run.headBranch }).every(
      ([name, value]) => (call.query.get(name) ?? value) === value,
    )
  return page(call, world.runs.filter(matches).toReversed().map(runOf), 'workflow_runs')
}

function readRun(call: Call, world: World): Answer {
  const run = world.runs.find(({ id }) => id === numberParam(call, 'run_id'))
  return run === undefined ? notFound : ok(runOf(run))
}

function runOf({ id, event, headBranch, headSha, createdAt }: WorkflowRun): object {
  return {
    id,
    event,
    head_branch: headBranch,
    head_sha: headSha,
    created_at: createdAt,
    run_started_at: createdAt,
    updated_at: createdAt,
    status: 'in_progress',
    conclusion: null,
    run_attempt: 1,
  }
}
