import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from './answer.js'
import type { Received } from './http.js'
import type { Artifact, WorkflowRun, World } from './world.js'

/** Where artifacts are written and read: the runner's results service, and the blob storage that it hands out URLs of. */
export interface ResultsService {
  /** Requests to the results service itself. */
  answer(request: Received): Answer
  /** Requests to the blob storage, which is another host. */
  answerBlob(request: Received): Answer
  /** A token as ACTIONS_RUNTIME_TOKEN holds one. */
  runtimeToken(run: WorkflowRun): string
  downloadUrl(artifact: Artifact): string
}

interface Blob {
  readonly signature: string
  readonly name: string
  readonly run: WorkflowRun
  readonly blocks: Map<string, Buffer>
  content: Buffer | undefined
}

const service = '/twirp/github.actions.results.api.v1.ArtifactService/'
const Ids = { workflowRunBackendId: z.string(), workflowJobRunBackendId: z.string(), name: z.string().min(1) }
const Create = z.strictObject({
  ...Ids,
  version: z.union([z.literal(4), z.literal(7)]),
  expiresAt: z.iso.datetime().optional(),
  mimeType: z.string().optional(),
})
const Finalize = z.strictObject({
  ...Ids,
  size: z.union([z.int(), z.string().regex(/^\d+$/)]),
  hash: z.string().optional(),
})
/** What GitHub refuses in the name of an artifact. */
const forbidden = /[":<>|*?\r\n\\/]/
const JOB = '00000000-0000-4000-8000-000000000001'

type TwirpCode = 'unauthenticated' | 'malformed' | 'invalid_argument' | 'already_exists' | 'not_found' | 'bad_route'
const statuses: Readonly<Record<TwirpCode, number>> = {
  unauthenticated: 401,
  malformed: 400,
  invalid_argument: 400,
  already_exists: 409,
  not_found: 404,
  bad_route: 404,
}

/** `blobUrl` tells where the storage is once it listens. */
export function makeResultsService(
  world: World,
  { blobUrl, violations }: { readonly blobUrl: () => string; readonly violations: string[] },
): ResultsService {
  const blobs = new Map<string, Blob>()
  const runOf = (token: string) => readRuntimeToken(world, token)
  return {
    answer: (request) => {
      const run = runOf(request.headers.authorization ?? '')
      if (run === undefined) return fail('unauthenticated', 'the runtime token is not valid')
      if (request.method !== 'POST' || !request.url.startsWith(service)) return fail('bad_route', request.url)
      const body = readFields(request.body)
      if (body === undefined) return fail('malformed', 'the body is no JSON object')
      switch (request.url.slice(service.length)) {
        case 'CreateArtifact':
          return create(body, { world, blobs, run, blobUrl, violations })
        case 'FinalizeArtifact':
          return finalize(body, { world, blobs, run, violations })
        default:
          violations.push(`${request.url}: the stand-in has no such method`)
          return fail('bad_route', request.url)
      }
    },
    answerBlob: (request) => answerBlob(request, { world, blobs, violations }),
    runtimeToken: (run) => makeRuntimeToken(run),
    downloadUrl: (artifact) =>
      `${blobUrl()}/artifacts/${artifact.id}.zip?sig=${signatureOf(artifact.id)}&se=2099-01-01`,
  }
}

function makeRuntimeToken(run: WorkflowRun): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const scope = `Actions.ExampleScope Actions.Results:${backendId(run)}:${JOB}`
  return `${encode({ alg: 'none' })}.${encode({ scp: scope })}.${signatureOf(run.id)}`
}

function backendId(run: WorkflowRun): string {
  return `00000000-0000-4000-8000-${String(run.id).padStart(12, '0')}`
}

const Claims = z.object({ scp: z.string() })

function readRuntimeToken(world: World, authorization: string): WorkflowRun | undefined {
  const [, payload = '', signature] = authorization.replace(/^Bearer /, '').split('.')
  const claims = Claims.safeParse(readJson(Buffer.from(payload, 'base64url')))
  if (!claims.success) return undefined
  const id = Number(/Actions\.Results:[-0]*4000-8000-0*(\d+):/.exec(claims.data.scp)?.[1])
  return signature === signatureOf(id) ? world.runs.find((run) => run.id === id) : undefined
}

/** Nobody attacks the stand-in: this only tells a URL that we gave from one that was made up. */
function signatureOf(id: number): string {
  return createHash('sha256').update(`stand-in ${id}`).digest('hex').slice(0, 32)
}

/** Field names in either spelling that protobuf's JSON allows. */
function readFields(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  const fields = z.record(z.string(), z.unknown()).safeParse(readJson(body))
  if (!fields.success) return undefined
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return Object.fromEntries(Object.entries(fields.data).map(([name, value]) => [camel(name), value]))
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

interface Place {
  readonly world: World
  readonly blobs: Map<string, Blob>
  readonly run: WorkflowRun
  readonly violations: string[]
}

function create(body: unknown, place: Place & { readonly blobUrl: () => string }): Answer {
  const { world, blobs, run, blobUrl } = place
  const asked = Create.safeParse(body)
  if (!asked.success) return malformed(asked.error, place)
  const { name } = asked.data
  if (!isOfRun(asked.data, run)) return fail('invalid_argument', 'the ids are not those of the runtime token')
  if (forbidden.test(name)) return fail('invalid_argument', `the artifact name ${name} is not valid`)
  if ([...world.artifacts.values()].some((one) => one.name === name && one.run.id === run.id))
    return fail('already_exists', 'an artifact with this name already exists on the workflow run')
  const key = randomUUID()
  blobs.set(key, { signature: randomUUID(), name, run, blocks: new Map(), content: undefined })
  const url = `${blobUrl()}/uploads/${key}.zip?sig=${blobs.get(key)?.signature}&se=2099-01-01`
  return { status: 200, body: { ok: true, signed_upload_url: url } }
}

function finalize(body: unknown, place: Place): Answer {
  const { world, blobs, run } = place
  const asked = Finalize.safeParse(body)
  if (!asked.success) return malformed(asked.error, place)
  const { name, size, hash } = asked.data
  if (!isOfRun(asked.data, run)) return fail('invalid_argument', 'the ids are not those of the runtime token')
  const found = [...blobs].find(
    ([, blob]) => blob.name === name && blob.run.id === run.id && blob.content !== undefined,
  )
  const content = found?.[1].content
  if (found === undefined || content === undefined) return fail('not_found', `no artifact ${name} was uploaded`)
  if (Number(size) !== content.length)
    return fail('invalid_argument', `size is ${size}, but ${content.length} bytes came`)
  if (hash !== undefined && hash !== `sha256:${createHash('sha256').update(content).digest('hex')}`)
    return fail('invalid_argument', 'the hash is not that of the content')
  blobs.delete(found[0])
  const artifact = addArtifact(world, { name, run, content })
  return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } }
}

/** Keeps an artifact as a finished upload would. */
export function addArtifact(world: World, artifact: Pick<Artifact, 'name' | 'run' | 'content'>): Artifact {
  const made = { ...artifact, id: world.nextId(), createdAt: world.clock.stamp(), expired: false }
  world.artifacts.set(made.id, made)
  return made
}

function isOfRun(
  ids: { readonly workflowRunBackendId: string; readonly workflowJobRunBackendId: string },
  run: WorkflowRun,
): boolean {
  return ids.workflowRunBackendId === backendId(run) && ids.workflowJobRunBackendId === JOB
}

function malformed(error: z.ZodError, { violations }: Place): Answer {
  const text = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  violations.push(`results service: ${text}`)
  return fail('malformed', text)
}

function fail(code: TwirpCode, msg: string): Answer {
  return { status: statuses[code], body: { code, msg } }
}

function answerBlob(
  request: Received,
  { world, blobs, violations }: Pick<Place, 'world' | 'blobs' | 'violations'>,
): Answer {
  // Whoever holds the URL may: a token that comes along is a token that was given away.
  if (request.headers.authorization !== undefined) violations.push(`${request.method} of a blob carried a token`)
  const { pathname, searchParams } = new URL(request.url, 'http://blob')
  const [, kind, file = ''] = pathname.split('/')
  const key = file.replace(/\.zip$/, '')
  const signature = searchParams.get('sig')
  const artifact = world.artifacts.get(Number(key))
  const blob = blobs.get(key)
  if (kind === 'artifacts' && artifact !== undefined && signature === signatureOf(artifact.id)) {
    if (request.method === 'GET')
      return { status: 200, headers: { 'content-type': 'application/zip' }, body: artifact.content }
  } else if (kind === 'uploads' && blob !== undefined && signature === blob.signature) {
    if (request.method === 'PUT') return write(request, { blob, searchParams })
  }
  const body = Buffer.from('<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code></Error>')
  return { status: 403, headers: { 'content-type': 'application/xml' }, body }
}

/** One request with everything, or blocks and then the list of them. */
function write(
  { headers, body }: Received,
  { blob, searchParams }: { readonly blob: Blob; readonly searchParams: URLSearchParams },
): Answer {
  if (headers['content-length'] === undefined) return { status: 411 }
  switch (searchParams.get('comp')) {
    case null:
      if (headers['x-ms-blob-type'] !== 'BlockBlob') return { status: 400 }
      blob.content = body
      return { status: 201 }
    case 'block':
      blob.blocks.set(searchParams.get('blockid') ?? '', body)
      return { status: 201 }
    case 'blocklist': {
      const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map((match) => match[1] ?? '')
      if (ids.some((id) => !blob.blocks.has(id))) return { status: 400 }
      blob.content = Buffer.concat(ids.map((id) => blob.blocks.get(id) ?? Buffer.alloc(0)))
      return { status: 201 }
    }
    default:
      return { status: 400 }
  }
}
