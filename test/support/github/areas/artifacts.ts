import { createHash } from 'node:crypto'
import { type Answer, type Call, notFound, numberParam, ok, page, problem, type Routes } from '../answer.js'
import { toStamp } from '../clock.js'
import { type Artifact, repositoryId, type World } from '../world.js'

const base = '/repos/{owner}/{repo}/actions'
const needs = ['actions: read']
const KEPT_MS = 90 * 24 * 60 * 60 * 1_000

/** What runs left behind; the content is had from elsewhere (see blob-storage). */
export function artifactRoutes(downloadUrl: (artifact: Artifact) => string): Routes {
  return {
    [`get ${base}/artifacts`]: { needs, answer: listArtifacts },
    [`get ${base}/artifacts/{artifact_id}`]: { needs, answer: readArtifact },
    [`get ${base}/artifacts/{artifact_id}/{archive_format}`]: {
      needs,
      answer: (call, world) => download(call, world, downloadUrl),
    },
    [`get ${base}/runs/{run_id}/artifacts`]: { needs, answer: listOfRun },
  }
}

function listArtifacts(call: Call, world: World): Answer {
  return listThose(call, world, () => true)
}

function listOfRun(call: Call, world: World): Answer {
  const run = numberParam(call, 'run_id')
  return world.runs.some(({ id }) => id === run)
    ? listThose(call, world, (artifact) => artifact.run.id === run)
    : notFound
}

/** Newest first. */
function listThose(call: Call, world: World, isMeant: (artifact: Artifact) => boolean): Answer {
  const name = call.query.get('name')
  const found = [...world.artifacts.values()].filter((one) => isMeant(one) && (name === null || one.name === name))
  return page(
    call,
    found.toReversed().map((artifact) => artifactOf(call, world, artifact)),
    'artifacts',
  )
}

function readArtifact(call: Call, world: World): Answer {
  const artifact = world.artifacts.get(numberParam(call, 'artifact_id'))
  return artifact === undefined ? notFound : ok(artifactOf(call, world, artifact))
}

function artifactOf(call: Call, world: World, { id, name, run, createdAt, expired, content }: Artifact): object {
  const url = `${call.apiUrl}/repos/${world.settings.repository}/actions/artifacts/${id}`
  return {
    ...{ id, name, url, archive_download_url: `${url}/zip`, size_in_bytes: content.length, expired },
    ...{ created_at: createdAt, updated_at: createdAt, expires_at: toStamp(Date.parse(createdAt) + KEPT_MS) },
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    workflow_run: {
      id: run.id,
      repository_id: 1,
      head_repository_id: repositoryId(world, run.headRepository),
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  }
}

function download(call: Call, world: World, downloadUrl: (artifact: Artifact) => string): Answer {
  const artifact = world.artifacts.get(numberParam(call, 'artifact_id'))
  if (artifact === undefined || call.params['archive_format'] !== 'zip') return notFound
  if (artifact.expired) return problem(410, 'Artifact has expired')
  return { status: 302, headers: { location: downloadUrl(artifact) } }
}
