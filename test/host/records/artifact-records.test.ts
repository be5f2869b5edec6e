import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { makeGitHubApi } from '../../../src/host/github/client.js'
import type { Log } from '../../../src/host/host.js'
import { type ArtifactRecordsOptions, makeArtifactRecords } from '../../../src/host/records/artifact-records.js'
import { unzipOne, zipOne } from '../../../src/host/records/zip.js'
import { close, listen } from '../../support/registry-stand-in.js'

const name = `model-stack-${'a'.repeat(24)}`
const now = Date.parse('2026-11-21T12:00:00Z')
const runtimeToken = tokenWith('Actions.Example Actions.Results:run-1:job-2 Actions.Other:x')

interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

type Reply = (response: ServerResponse, asked: Asked) => void

let url: string
let asked: Asked[]
let replies: Record<string, Reply>
let said: string[]
let stop: () => Promise<void>

const log: Log = {
  debug: (text) => said.push(`debug: ${text}`),
  info: (text) => said.push(text),
  warning: (text) => said.push(`warning: ${text}`),
  group: (_title, body) => body(),
}

beforeEach(async () => {
  asked = []
  said = []
  replies = {}
  const server = createServer((request, response) => void answer(request, response))
  url = `http://127.0.0.1:${await listen(server)}`
  stop = () => close(server)
})

afterEach(() => stop())

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url: path = '', headers } = request
  const one = { method, path, headers, body: await buffer(request) }
  asked.push(one)
  const reply = replies[`${method} ${path}`]
  if (reply === undefined) response.writeHead(404).end('{}')
  else reply(response, one)
}

function tokenWith(scp: string): string {
  return ['{}', JSON.stringify({ scp }), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.')
}

const list = `/api/v3/repos/o/r/actions/artifacts?name=${name}&per_page=100`
const github = {
  repository: 'o/r',
  token: 'ghs_token',
  signal: new AbortController().signal,
  wait: async () => {},
}

const json =
  (value: unknown, status = 200): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

const redirect =
  (path: string): Reply =>
  (response) =>
    response.writeHead(302, { location: path.startsWith('/') ? url + path : path }).end()

const sends =
  (body: Buffer): Reply =>
  (response) =>
    response.end(body)

/** GitHub with these artifacts: lists them, or refuses, and redirects to where each one lies. */
function serveList(artifacts: readonly unknown[]): void {
  replies[`GET ${list}`] = json({ total_count: artifacts.length, artifacts })
}

function records(overrides: Partial<ArtifactRecordsOptions> = {}) {
  return makeArtifactRecords({
    github: makeGitHubApi({ ...github, apiUrl: `${url}/api/v3` }),
    serverUrl: 'https://github.com',
    results: { url: `${url}/some/path`, token: runtimeToken },
    retentionDays: undefined,
    log,
    signal: new AbortController().signal,
    now: () => now,
    timeoutMs: 5_000,
    ...overrides,
  })
}

function anArtifact(id: number, overrides: Readonly<Record<string, unknown>> = {}): unknown {
  return { id, name, size_in_bytes: 500, expired: false, created_at: '2026-11-20T10:00:00Z', ...overrides }
}

/** Serves artifact `id` the way GitHub does: a redirect to a place that knows no token. */
function serve(id: number, zip: Buffer): void {
  replies[`GET /api/v3/repos/o/r/actions/artifacts/${id}/zip`] = redirect(`/blob/${id}?sig=1`)
  replies[`GET /blob/${id}?sig=1`] = sends(zip)
}

const sealed = (text: string) => zipOne('review.record', Buffer.from(text))
const create = 'POST /twirp/github.actions.results.api.v1.ArtifactService/CreateArtifact'
const finalize = 'POST /twirp/github.actions.results.api.v1.ArtifactService/FinalizeArtifact'

function acceptUploads(): void {
  replies[create] = (response) => json({ ok: true, signed_upload_url: `${url}/upload?sig=2` })(response, noRequest)
  replies['PUT /upload?sig=2'] = (response) => response.writeHead(201).end()
  replies[finalize] = json({ ok: true, artifact_id: '77' })
}

const noRequest: Asked = { method: '', path: '', headers: {}, body: Buffer.alloc(0) }

describe('records among the artifacts of a repository', () => {
  it('come newest first, and the token goes to the API only', async () => {
    serve(5, sealed('newer'))
    serve(4, sealed('older'))
    serveList([anArtifact(4), anArtifact(5)])
    expect(await records().find(name)).toEqual(['newer', 'older'])
    const [listed, ...fetched] = asked
    expect(listed?.headers.authorization).toBe('Bearer ghs_token')
    expect(fetched.map(({ path, headers }) => [path.split('?')[0], headers.authorization])).toEqual([
      ['/api/v3/repos/o/r/actions/artifacts/5/zip', 'Bearer ghs_token'],
      ['/blob/5', undefined],
      ['/api/v3/repos/o/r/actions/artifacts/4/zip', 'Bearer ghs_token'],
      ['/blob/4', undefined],
    ])
  })

  it('are five at most, of this name, neither expired nor too large', async () => {
    for (let id = 1; id <= 9; id += 1) serve(id, sealed(`text ${id}`))
    const artifacts = [
      ...Array.from({ length: 6 }, (_, index) => anArtifact(index + 1)),
      anArtifact(7, { expired: true }),
      anArtifact(8, { name: 'coverage' }),
      anArtifact(9, { size_in_bytes: 20_000_000 }),
      { id: 'odd' },
    ]
    serveList(artifacts)
    const found = await records().find(name)
    expect(found).toEqual([6, 5, 4, 3, 2].map((id) => `text ${id}`))
  })

  it.each<[string, () => void]>([
    ['is no zip file', () => serve(5, Buffer.from('nonsense'))],
    ['is larger than it says', () => serve(5, Buffer.alloc(9 * 1024 * 1024))],
    ['holds more than a record can', () => serve(5, zipOne('review.record', Buffer.alloc(20_000_000)))],
    ['is gone', () => {}],
    [
      'lies behind an address that is none of ours',
      () => {
        replies['GET /api/v3/repos/o/r/actions/artifacts/5/zip'] = redirect('file:///etc/passwd')
      },
    ],
  ])('one that %s does not hide the others', async (_what, prepare) => {
    prepare()
    serve(4, sealed('older'))
    serveList([anArtifact(5), anArtifact(4)])
    expect(await records().find(name)).toEqual(['older'])
  })

  it('are asked for again when the server failed', async () => {
    serve(5, sealed('text'))
    let tries = 0
    replies['GET /blob/5?sig=1'] = (response) => {
      tries += 1
      if (tries === 1) response.writeHead(503).end()
      else response.end(sealed('text'))
    }
    serveList([anArtifact(5)])
    expect(await records().find(name)).toEqual(['text'])
  })

  it('that may not be listed are none, and the permission is named', async () => {
    replies[`GET ${list}`] = json({ message: 'Resource not accessible by integration' }, 403)
    expect(await records().find(name)).toEqual([])
    expect(said).toEqual([expect.stringMatching(/Resource not accessible.*actions: read/)])
  })

  it('have no odd names', async () => {
    expect(await records().find('model-stack-x&name=y')).toEqual([])
    await records().keep('../x', 'text')
    expect(asked).toEqual([])
  })
})

describe('keeping a record', () => {
  it('uploads a zip file through the results service', async () => {
    acceptUploads()
    await records().keep(name, 'a sealed record')
    const [created, put, finalized] = asked
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'PUT', 'POST'])
    const ids = { workflow_run_backend_id: 'run-1', workflow_job_run_backend_id: 'job-2' }
    expect(JSON.parse(created?.body.toString() ?? '')).toEqual({
      ...ids,
      name,
      version: 4,
      expires_at: '2026-12-21T12:00:00.000Z',
    })
    const zip = put?.body ?? Buffer.alloc(0)
    expect(unzipOne(zip, 1_000)?.toString()).toBe('a sealed record')
    expect(put?.headers).toMatchObject({ 'x-ms-blob-type': 'BlockBlob', 'content-length': String(zip.length) })
    const hash = `sha256:${createHash('sha256').update(zip).digest('hex')}`
    expect(JSON.parse(finalized?.body.toString() ?? '')).toEqual({ ...ids, name, size: String(zip.length), hash })
    expect(said).toEqual([expect.stringContaining(name)])
  })

  it("sends the job's token to the results service and not to the store", async () => {
    acceptUploads()
    await records().keep(name, 'text')
    const bearer = `Bearer ${runtimeToken}`
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([bearer, undefined, bearer])
  })

  it('asks for no longer than the repository keeps artifacts', async () => {
    acceptUploads()
    await records({ retentionDays: 5 }).keep(name, 'text')
    expect(JSON.parse(asked[0]?.body.toString() ?? '')).toMatchObject({ expires_at: '2026-11-26T12:00:00.000Z' })
  })

  it.each<[string, string, Reply]>([
    ['the service is down', create, json({ msg: 'later' }, 503)],
    ['the service says no', create, json({ ok: false })],
    ['its answer is no JSON', create, sends(Buffer.from('<html>'))],
    ['the address is not safe', create, json({ ok: true, signed_upload_url: 'ftp://example.com/x' })],
    ['the store refuses', 'PUT /upload?sig=2', (response) => response.writeHead(403).end()],
    ['it cannot be finished', finalize, json({ ok: false })],
  ])('that fails because %s is one line of the log', async (_what, address, reply) => {
    acceptUploads()
    replies[address] = reply
    await records().keep(name, 'text')
    expect(said).toEqual([expect.stringMatching(/^The review cannot be kept[^\n]+$/)])
  })

  it.each(['', 'a.b.c', tokenWith('Actions.Example'), tokenWith('Actions.Results:a:b:c')])(
    'needs a token that names the run: %s',
    async (token) => {
      await records({ results: { url, token } }).keep(name, 'text')
      expect(asked).toEqual([])
      expect(said).toEqual([expect.stringContaining('cannot be kept')])
      expect(said.join('')).not.toContain(runtimeToken)
    },
  )

  it('leaves what this run has kept under that name already', async () => {
    replies[create] = json({ code: 'already_exists' }, 409)
    await records().keep(name, 'text')
    expect(asked).toHaveLength(1)
    expect(said).toEqual([expect.stringMatching(/^debug: /)])
  })

  it.each(['PUT /upload?sig=2', finalize])('does %s once more when the other side failed', async (address) => {
    acceptUploads()
    const accept = replies[address]
    let tries = 0
    replies[address] = (response, one) => {
      tries += 1
      if (tries === 1) response.writeHead(503).end()
      else accept?.(response, one)
    }
    await records().keep(name, 'text')
    expect(said).toEqual([expect.stringContaining('is kept as the artifact')])
  })

  it('is left out where this job has no results service', async () => {
    await records({ results: undefined }).keep(name, 'text')
    expect(asked).toEqual([])
    expect(said).toEqual([expect.stringMatching(/^debug: /)])
  })

  it('ends with the run', async () => {
    replies[create] = () => {}
    const controller = new AbortController()
    const keeping = records({ signal: controller.signal }).keep(name, 'text')
    controller.abort(new Error('cancelled'))
    await keeping
    expect(said).toEqual([expect.stringContaining('cancelled')])
  })
})

describe('GitHub Enterprise Server', () => {
  it('is asked for nothing, and that is said once', async () => {
    const store = records({ serverUrl: 'https://ghes.example.com' })
    expect(await store.find(name)).toEqual([])
    await store.keep(name, 'text')
    expect(asked).toEqual([])
    expect(said).toEqual([expect.stringContaining('Enterprise Server')])
  })

  it.each(['https://github.com', 'https://acme.ghe.com'])('is not %s', async (serverUrl) => {
    acceptUploads()
    await records({ serverUrl }).keep(name, 'text')
    expect(asked).toHaveLength(3)
  })
})
