import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type Answer, exchange } from '../github/exchange.js'
import { isSameOrSafer } from '../http.js'

/** The service of the runner that takes artifacts, and the token that it gave to this job. */
export interface ResultsService {
  /** ACTIONS_RESULTS_URL. */
  readonly url: string
  /** ACTIONS_RUNTIME_TOKEN. */
  readonly token: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export interface Artifact {
  readonly name: string
  /** A zip file. */
  readonly content: Buffer
  readonly expires: Date
}

/** The run and the job, as the service names them. */
interface Backend {
  readonly workflow_run_backend_id: string
  readonly workflow_job_run_backend_id: string
}

const SERVICE = 'github.actions.results.api.v1.ArtifactService'
/** Of zip files; as actions/upload-artifact v4 says it. */
const PROTOCOL_VERSION = 4
/** An artifact of that name is in this run already. */
const CONFLICT = 409
const MAX_ANSWER_BYTES = 1024 * 1024
const Claims = z.object({ scp: z.string().max(10_000) })
const Created = z.object({ ok: z.literal(true), signed_upload_url: z.string() })
const Finalized = z.object({ ok: z.literal(true) })

/** Adds an artifact to the run of this job, unless it has one of that name. Rejects where the service refuses. */
export async function uploadArtifact(artifact: Artifact, service: ResultsService): Promise<'uploaded' | 'exists'> {
  const backend = readBackend(service.token)
  const { name, content, expires } = artifact
  const request = { ...backend, name, expires_at: expires.toISOString(), version: PROTOCOL_VERSION }
  const answer = await call('CreateArtifact', request, service)
  if (answer.status === CONFLICT) return 'exists'
  const { signed_upload_url: url } = Created.parse(bodyOf(answer))
  if (!isSameOrSafer(service.url, url)) throw new Error('the upload address is not safe')
  await orOnceMore(() => putBlob(url, content, service), service.signal)
  const hash = `sha256:${createHash('sha256').update(content).digest('hex')}`
  const whole = { ...backend, name, size: String(content.length), hash }
  await orOnceMore(async () => Finalized.parse(bodyOf(await call('FinalizeArtifact', whole, service))), service.signal)
  return 'uploaded'
}

/** For steps that can be done twice. */
async function orOnceMore<T>(step: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (signal.aborted) throw error
    return step()
  }
}

/** They stand in the token's scopes: `Actions.Results:<run>:<job>`. Its signature is the service's business. */
function readBackend(token: string): Backend {
  const payload = Buffer.from(token.split('.', 2)[1] ?? '', 'base64url').toString('utf8')
  const { scp } = Claims.parse(JSON.parse(payload))
  const scope = scp.split(' ').find((one) => one.startsWith('Actions.Results:'))
  const [, run, job, ...more] = scope?.split(':') ?? []
  if (run === undefined || job === undefined || more.length > 0) throw new Error('ACTIONS_RUNTIME_TOKEN names no run')
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
}

function call(method: string, body: object, service: ResultsService): Promise<Answer> {
  return exchange(
    {
      method: 'POST',
      url: new URL(`/twirp/${SERVICE}/${method}`, new URL(service.url).origin),
      headers: { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    { timeoutMs: service.timeoutMs, maxBytes: MAX_ANSWER_BYTES },
    service.signal,
  )
}

function bodyOf({ status, body }: Answer): unknown {
  if (status !== 200) throw new Error(`the results service answered with HTTP status ${status}`)
  return JSON.parse(body.toString('utf8'))
}

/** The address itself is the permission: our token does not go there. */
async function putBlob(url: string, content: Buffer, { timeoutMs, signal }: ResultsService): Promise<void> {
  // Loaded late: it drags undici along, which costs more than the rest of a start.
  const { HttpClient } = await import('@actions/http-client')
  const client = new HttpClient('model-stack-action', [], { allowRedirects: false, socketTimeout: timeoutMs })
  const stop = () => client.dispose()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const { message } = await client.request('PUT', url, Readable.from([content]), {
      'content-type': 'application/zip',
      'content-length': content.length,
      'x-ms-blob-type': 'BlockBlob',
    })
    message.destroy()
    if (message.statusCode !== 201) throw new Error(`the upload was answered with HTTP status ${message.statusCode}`)
  } finally {
    signal.removeEventListener('abort', stop)
    client.dispose()
  }
}
