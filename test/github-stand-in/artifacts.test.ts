import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'
import { base, type Client, clientOf, head } from './client.js'

let github: GitHubStandIn
let client: Client
const Answer = z.record(z.string(), z.union([z.string(), z.boolean()]).transform(String))
const content = Buffer.from('a zip, as far as anybody knows')
const hash = `sha256:${createHash('sha256').update(content).digest('hex')}`

beforeEach(async () => {
  github = await startGitHub()
  client = clientOf(github)
  github.addPullRequest({ number: 7, head, base })
})

afterEach(() => github.close())

/** The ids that the runtime token holds, as everybody finds them. */
function idsOf(token: string): { workflow_run_backend_id: string; workflow_job_run_backend_id: string } {
  const { scp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  const [, run = '', job = ''] = /Actions\.Results:([^:]+):(\S+)/.exec(scp) ?? []
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
}

async function call(
  method: string,
  body: object,
  token = runtimeToken(),
): Promise<{ status: number; body: Record<string, string> }> {
  const url = `${github.resultsUrl}twirp/github.actions.results.api.v1.ArtifactService/${method}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: Answer.parse(await response.json()) }
}

function runtimeToken(): string {
  return github.environment()['ACTIONS_RUNTIME_TOKEN'] ?? ''
}

const blockBlob = { 'x-ms-blob-type': 'BlockBlob' }

async function create(name: string): Promise<string> {
  const { body } = await call('CreateArtifact', { ...idsOf(runtimeToken()), name, version: 4 })
  return body['signed_upload_url'] ?? ''
}

function finalize(name: string, details: object = {}): ReturnType<typeof call> {
  return call('FinalizeArtifact', { ...idsOf(runtimeToken()), name, size: String(content.length), hash, ...details })
}

it('keeps an artifact that is created, written and finished, and gives it back by redirect', async () => {
  const url = await create('record')
  expect((await fetch(url, { method: 'PUT', headers: blockBlob, body: content })).status).toBe(201)
  const { body } = await finalize('record')
  expect(body).toEqual({ ok: 'true', artifact_id: expect.stringMatching(/^\d+$/) })
  const listed = await client.get('/actions/artifacts?name=record')
  expect(listed.body).toMatchObject({
    total_count: 1,
    artifacts: [
      { name: 'record', digest: hash, expired: false, workflow_run: { head_sha: head, head_repository_id: 1 } },
    ],
  })
  const redirect = await client.get(`/actions/artifacts/${body['artifact_id']}/zip`)
  expect(redirect.status).toBe(302)
  const location = redirect.headers.get('location') ?? ''
  expect(new URL(location).host).not.toBe(new URL(github.apiUrl).host)
  expect(Buffer.from(await (await fetch(location)).arrayBuffer())).toEqual(content)
})

it('takes blocks and then the list of them', async () => {
  const url = await create('record')
  await fetch(`${url}&comp=block&blockid=MQ%3D%3D`, { method: 'PUT', body: content.subarray(0, 5) })
  await fetch(`${url}&comp=block&blockid=Mg%3D%3D`, { method: 'PUT', body: content.subarray(5) })
  const list = '<BlockList><Latest>MQ==</Latest><Latest>Mg==</Latest></BlockList>'
  expect((await fetch(`${url}&comp=blocklist`, { method: 'PUT', body: list })).status).toBe(201)
  expect((await finalize('record')).status).toBe(200)
  expect(github.artifacts()).toMatchObject([{ name: 'record', content }])
})

it.each([
  ['of another size', { size: '1' }, 400],
  ['with another hash', { hash: `sha256:${'0'.repeat(64)}` }, 400],
  ['of another name', { name: 'other' }, 404],
])('refuses to finish an artifact %s', async (_, details, status) => {
  const url = await create('record')
  await fetch(url, { method: 'PUT', headers: blockBlob, body: content })
  expect((await finalize('record', details)).status).toBe(status)
  expect(github.artifacts()).toEqual([])
})

it('refuses a second artifact of one name in one run, but not in another run', async () => {
  const run = github.addRun({ event: 'pull_request', headBranch: 'pr', headSha: head })
  github.addArtifact({ name: 'record', run, content })
  expect((await call('CreateArtifact', { ...idsOf(runtimeToken()), name: 'record', version: 4 })).status).toBe(409)
  github.addRun({ event: 'push', headBranch: 'main', headSha: base })
  expect(await create('record')).toContain('/uploads/')
})

it.each([
  ['a bad name', { name: 'a/b' }],
  ['ids of another run', { workflow_run_backend_id: 'x' }],
])('refuses %s', async (_, details) => {
  const { status, body } = await call('CreateArtifact', {
    ...idsOf(runtimeToken()),
    name: 'record',
    version: 4,
    ...details,
  })
  expect([status, body['code']]).toEqual([400, 'invalid_argument'])
})

it('records a request that the service would not understand', async () => {
  expect((await call('CreateArtifact', { ...idsOf(runtimeToken()), name: 'record', version: 1 })).status).toBe(400)
  expect((await call('CreateArtifact', { ...idsOf(runtimeToken()), names: 'record', version: 4 })).status).toBe(400)
  expect((await call('DropArtifact', {})).status).toBe(404)
  expect(github.forgiveViolations()).toHaveLength(3)
})

it('takes no other runtime token than its own', async () => {
  const [header, payload] = runtimeToken().split('.')
  expect((await call('CreateArtifact', {}, `${header}.${payload}.forged`)).status).toBe(401)
  expect((await call('CreateArtifact', {}, 'not-a-token')).status).toBe(401)
})

it('refuses a blob without its signature, and records a token that comes along', async () => {
  const url = await create('record')
  const unsigned = url.replace(/sig=[^&]*/, 'sig=guessed')
  expect((await fetch(unsigned, { method: 'PUT', headers: blockBlob, body: content })).status).toBe(403)
  expect((await fetch(url, { method: 'PUT', body: content })).status).toBe(400)
  await fetch(url, { method: 'PUT', headers: { ...blockBlob, authorization: 'Bearer ghs_x' }, body: content })
  expect(github.forgiveViolations()).toEqual(['PUT of a blob carried a token'])
})

it('goes wrong on request, also after the artifact was made', async () => {
  github.fault({ path: /CreateArtifact/ }, { kind: 'done-but-502' })
  github.fault({ method: 'PUT', path: /^\/uploads\// }, { kind: 'reset' })
  expect((await call('CreateArtifact', { ...idsOf(runtimeToken()), name: 'record', version: 4 })).status).toBe(502)
  const url = await create('record')
  await expect(fetch(url, { method: 'PUT', headers: blockBlob, body: content })).rejects.toThrow()
  expect((await fetch(url, { method: 'PUT', headers: blockBlob, body: content })).status).toBe(201)
  expect((await finalize('record')).status).toBe(200)
})

it('lists the newest first, tells a fork’s as a fork’s, and has no expired one to give', async () => {
  github.addPullRequest({ number: 8, head: base, base, fork: 'mallory/r', headRef: 'evil' })
  const run = github.addRun({ event: 'pull_request', headBranch: 'evil', headSha: base, headRepository: 'mallory/r' })
  github.addArtifact({
    name: 'record',
    run: github.addRun({ event: 'push', headBranch: 'main', headSha: base }),
    content,
  })
  const forged = github.addArtifact({ name: 'record', run, content })
  forged.expired = true
  expect((await client.get('/actions/artifacts?name=record')).body).toMatchObject({
    artifacts: [{ id: forged.id, expired: true, workflow_run: { head_repository_id: 77 } }, { expired: false }],
  })
  expect((await client.get(`/actions/artifacts/${forged.id}/zip`)).status).toBe(410)
  expect((await client.get('/actions/artifacts/1')).status).toBe(404)
  expect((await client.get(`/actions/runs/${run.id}/artifacts`)).body).toMatchObject({ total_count: 1 })
})
