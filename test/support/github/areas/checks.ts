import { z } from 'zod'
import {
  type Answer,
  type Call,
  created,
  invalid,
  notFound,
  numberParam,
  ok,
  page,
  problem,
  type Routes,
} from '../answer.js'
import type { CheckRun, World } from '../world.js'
import { appOf } from './issues.js'
import { commitAt } from './repository.js'

const base = '/repos/{owner}/{repo}'
const read = ['checks: read']
const write = ['checks: write']

/** Check runs, and the older commit statuses. */
export const checkRoutes: Routes = {
  [`post ${base}/check-runs`]: { needs: write, answer: createRun },
  [`get ${base}/check-runs/{check_run_id}`]: { needs: read, answer: readRun },
  [`patch ${base}/check-runs/{check_run_id}`]: { needs: write, answer: updateRun },
  [`get ${base}/check-runs/{check_run_id}/annotations`]: { needs: read, answer: listAnnotations },
  [`get ${base}/commits/{ref}/check-runs`]: { needs: read, answer: listRuns },
  [`get ${base}/commits/{ref}/check-suites`]: { needs: read, answer: listSuites },
  [`post ${base}/statuses/{sha}`]: { needs: ['statuses: write'], answer: createStatus },
}

const Annotation = z.looseObject({
  start_line: z.int(),
  end_line: z.int(),
  start_column: z.int().optional(),
  end_column: z.int().optional(),
  message: z.string(),
  title: z.string().optional(),
})
const Output = z.object({
  title: z.string().optional(),
  summary: z.string().optional(),
  text: z.string().optional(),
  annotations: z.array(Annotation).default([]),
})
const Run = z.object({
  name: z.string().optional(),
  head_sha: z.string().optional(),
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z.string().optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  external_id: z.string().optional(),
  details_url: z.string().optional(),
  output: Output.optional(),
})
type Run = z.infer<typeof Run>

/** GitHub's limits on an annotation (docs: REST, checks). */
const TITLE_CHARACTERS = 255
const MESSAGE_BYTES = 64 * 1024
const STATUS_DESCRIPTION_CHARACTERS = 140

function createRun(call: Call, world: World): Answer {
  const { app } = call.token
  if (app === null) return problem(403, 'You must authenticate via a GitHub App.')
  const run = Run.parse(call.body)
  const wrong = runProblem(run)
  if (wrong !== undefined) return wrong
  const headSha = run.head_sha ?? ''
  if (!world.commits.has(headSha)) return problem(422, `No commit found for SHA: ${headSha}`)
  const made: CheckRun = {
    ...{ id: world.nextId(), app, headSha, name: run.name ?? '', status: 'queued', conclusion: null, annotations: [] },
    ...{ startedAt: run.started_at ?? world.clock.stamp(), completedAt: null, externalId: null, detailsUrl: null },
    ...{ title: null, summary: null, text: null },
  }
  world.checkRuns.set(made.id, made)
  change(world, made, run)
  return created(runOf(made))
}

function runProblem({ status, conclusion, output }: Run): Answer | undefined {
  if (status === 'completed' && conclusion === undefined)
    return problem(422, 'Invalid request.\n\nFor completed check runs "conclusion" is required.')
  const annotation = output?.annotations.map(annotationProblem).find((wrong) => wrong !== undefined)
  return annotation === undefined ? undefined : invalid('CheckRun', 'annotations', annotation)
}

function annotationProblem(annotation: z.infer<typeof Annotation>): string | undefined {
  const { start_line, end_line, start_column, end_column, message, title = '' } = annotation
  if (end_line < start_line) return 'end_line must not be before start_line'
  const columns = start_column !== undefined || end_column !== undefined
  if (columns && start_line !== end_line) return 'columns are only accepted when start_line and end_line are the same'
  if (Buffer.byteLength(message) > MESSAGE_BYTES) return 'message must not exceed 64 KB'
  return title.length > TITLE_CHARACTERS ? 'title must not exceed 255 characters' : undefined
}

/** Annotations are added to those that are there. */
function change(world: World, run: CheckRun, to: Run): void {
  const { output } = to
  run.name = to.name ?? run.name
  run.conclusion = to.conclusion ?? run.conclusion
  run.status = to.conclusion === undefined ? (to.status ?? run.status) : 'completed'
  run.startedAt = to.started_at ?? run.startedAt
  run.completedAt = run.status === 'completed' ? (to.completed_at ?? run.completedAt ?? world.clock.stamp()) : null
  run.externalId = to.external_id ?? run.externalId
  run.detailsUrl = to.details_url ?? run.detailsUrl
  run.title = output?.title ?? run.title
  run.summary = output?.summary ?? run.summary
  run.text = output?.text ?? run.text
  run.annotations = [...run.annotations, ...(output?.annotations ?? [])]
}

function updateRun(call: Call, world: World): Answer {
  const run = world.checkRuns.get(numberParam(call, 'check_run_id'))
  if (run === undefined) return notFound
  if (run.app.id !== call.token.app?.id)
    return problem(403, 'Invalid app_id - check run can only be modified by the GitHub App that created it.')
  const to = Run.parse(call.body)
  const wrong = runProblem(to)
  if (wrong !== undefined) return wrong
  change(world, run, to)
  return ok(runOf(run))
}

function readRun(call: Call, world: World): Answer {
  const run = world.checkRuns.get(numberParam(call, 'check_run_id'))
  return run === undefined ? notFound : ok(runOf(run))
}

function listAnnotations(call: Call, world: World): Answer {
  const run = world.checkRuns.get(numberParam(call, 'check_run_id'))
  return run === undefined ? notFound : page(call, run.annotations)
}

/** The newest of a name by default, as GitHub's `filter` does. */
function listRuns(call: Call, world: World): Answer {
  const commit = commitAt(world, call.params['ref'] ?? '')
  if (commit === undefined) return problem(422, `No commit found for SHA: ${call.params['ref']}`)
  const name = call.query.get('check_name')
  const app = call.query.get('app_id')
  const found = [...world.checkRuns.values()]
    .filter((run) => run.headSha === commit.sha && (name === null || run.name === name))
    .filter((run) => app === null || String(run.app.id) === app)
    .toReversed()
  const newest = found.filter((run) => run === found.find((one) => one.name === run.name && one.app.id === run.app.id))
  return page(call, (call.query.get('filter') === 'all' ? found : newest).map(runOf), 'check_runs')
}

function runOf(run: CheckRun): object {
  const { id, app, headSha, name, status, conclusion, startedAt, completedAt, externalId, detailsUrl } = run
  const output = {
    title: run.title,
    summary: run.summary,
    text: run.text,
    annotations_count: run.annotations.length,
    annotations_url: `/check-runs/${id}/annotations`,
  }
  return {
    ...{ id, name, head_sha: headSha, status, conclusion, app: appOf(app), output },
    ...{ started_at: startedAt, completed_at: completedAt, external_id: externalId, details_url: detailsUrl },
  }
}

/** One suite for each head that a workflow ran on. */
function listSuites(call: Call, world: World): Answer {
  const commit = commitAt(world, call.params['ref'] ?? '')
  if (commit === undefined) return problem(422, `No commit found for SHA: ${call.params['ref']}`)
  const suites = world.runs
    .filter((run) => run.headSha === commit.sha)
    .map((run) => ({
      id: run.id + 1_000_000,
      head_sha: run.headSha,
      head_branch: run.headBranch,
      created_at: run.createdAt,
    }))
  return page(call, suites, 'check_suites')
}

const Status = z.object({
  state: z.string(),
  context: z.string().default('default'),
  description: z.string().nullish(),
  target_url: z.string().nullish(),
})

function createStatus(call: Call, world: World): Answer {
  const sha = call.params['sha'] ?? ''
  if (!world.commits.has(sha)) return problem(422, `No commit found for SHA: ${sha}`)
  const status = Status.parse(call.body)
  if ((status.description ?? '').length > STATUS_DESCRIPTION_CHARACTERS)
    return invalid(
      'Status',
      'description',
      `description is too long (maximum is ${STATUS_DESCRIPTION_CHARACTERS} characters)`,
    )
  const made = { id: world.nextId(), ...status, created_at: world.clock.stamp() }
  world.statuses.set(sha, [...(world.statuses.get(sha) ?? []), made])
  return created(made)
}
