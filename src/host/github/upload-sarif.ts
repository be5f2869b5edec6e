import { z } from 'zod'
import { GitHubError, type GitHubFailure } from '../../errors.js'
import { singleLine } from '../../report/escape.js'
import type { GitHubApi } from '../host.js'
import { createOnce } from './create-once.js'
import { type Encode, type FittedSarif, fitSarif, type SarifSource } from './fit-sarif.js'
import { needing } from './needing.js'
import type { UploadPlace } from './upload-target.js'

const PERMISSION = 'security-events: write'
/** Two minutes in all. GitHub goes on without us after that, as it does for its own uploader. */
const POLL_DELAYS_MS: readonly number[] = [1_000, 3_000, 8_000, 18_000, 30_000, 30_000, 30_000]
const SHOWN_ERRORS = 5
const ERROR_CHARACTERS = 300

const Accepted = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) })
const Processing = z.object({
  processing_status: z.enum(['pending', 'complete', 'failed']),
  errors: z.array(z.string()).nullish(),
})

export interface SarifUpload {
  readonly source: SarifSource
  /** The driver's name in the file; GitHub files the analysis under it. */
  readonly toolName: string
  readonly place: UploadPlace
  readonly startedAt: Date
}

export interface UploadPorts {
  readonly encode: Encode
  readonly wait: (ms: number) => Promise<void>
}

/** What became of an upload. Only `uploaded` means that GitHub has taken the results over. */
export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly notes: readonly string[] }
  /** GitHub has the file and had not read it after two minutes. */
  | { readonly kind: 'processing'; readonly notes: readonly string[] }
  /** Not possible here; a failure only where the upload is required. */
  | { readonly kind: 'skipped'; readonly why: string; readonly fix: string }
  | { readonly kind: 'failed'; readonly why: string; readonly fix: string }

/**
 * Uploads a SARIF file to code scanning and waits until it was read. A repetition is harmless: the second file of the
 * same tool, category and commit replaces the first.
 */
export async function uploadSarif(api: GitHubApi, upload: SarifUpload, ports: UploadPorts): Promise<UploadOutcome> {
  const fitted = await fitSarif(upload.source, ports.encode)
  if (fitted.kind === 'too-large') return tooLarge(fitted.gzipBytes)
  const scanning = needing(PERMISSION, api)
  try {
    const id = await send(scanning, { ...upload, base64: fitted.base64 }, ports)
    return await waitUntilRead(scanning, { id, notes: cutNotes(fitted, upload.source) }, ports)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return toOutcome(error, upload.place)
  }
}

async function send(
  api: GitHubApi,
  upload: SarifUpload & { readonly base64: string },
  { wait }: UploadPorts,
): Promise<string> {
  const body = {
    commit_sha: upload.place.sha,
    ref: upload.place.ref,
    sarif: upload.base64,
    started_at: upload.startedAt.toISOString(),
    tool_name: upload.toolName,
  }
  const create = () => api.send('POST', '/code-scanning/sarifs', body)
  // Nothing to look for: what arrived twice counts once.
  const accepted = Accepted.safeParse(await createOnce({ create, find: async () => undefined, wait }))
  if (accepted.success) return accepted.data.id
  throw new GitHubError('unavailable', 'GitHub accepted the SARIF file without saying under which id it reads it.')
}

interface Sent {
  readonly id: string
  readonly notes: readonly string[]
}

async function waitUntilRead(api: GitHubApi, { id, notes }: Sent, { wait }: UploadPorts): Promise<UploadOutcome> {
  for (const delay of POLL_DELAYS_MS) {
    await wait(delay)
    const state = await readState(api, id)
    if (state.processing_status === 'complete') return { kind: 'uploaded', notes: [...notes, ...errorsOf(state)] }
    if (state.processing_status === 'failed') return refused(state)
  }
  return { kind: 'processing', notes }
}

/** A state that cannot be read now may be readable at the next look; the file itself is with GitHub already. */
async function readState(api: GitHubApi, id: string): Promise<z.infer<typeof Processing>> {
  try {
    const state = Processing.safeParse(await api.get(`/code-scanning/sarifs/${id}`))
    return state.success ? state.data : { processing_status: 'pending' }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return { processing_status: 'pending' }
  }
}

function errorsOf({ errors }: z.infer<typeof Processing>): readonly string[] {
  const all = errors ?? []
  const shown = all.slice(0, SHOWN_ERRORS).map((error) => singleLine(error, ERROR_CHARACTERS))
  return all.length > shown.length ? [...shown, `and ${all.length - shown.length} more`] : shown
}

function refused(state: z.infer<typeof Processing>): UploadOutcome {
  const errors = errorsOf(state)
  return {
    kind: 'failed',
    why: `Code scanning could not read the SARIF file: ${errors.length === 0 ? 'it does not say why' : errors.join('; ')}.`,
    fix: 'Re-run the job; if it stays, report it with the SARIF file.',
  }
}

function cutNotes(fitted: Extract<FittedSarif, { kind: 'fits' }>, { resultCount }: SarifSource): readonly string[] {
  if (fitted.kept === resultCount) return []
  return [
    `Only the ${fitted.kept} worst of ${resultCount} results were uploaded, because GitHub takes no file above 10 MB; all are in the report.`,
  ]
}

function tooLarge(gzipBytes: number): UploadOutcome {
  return {
    kind: 'failed',
    why: `Without any result the SARIF file still has ${gzipBytes} bytes after gzip, and GitHub takes 10 MB.`,
    fix: 'Report it with the SARIF file, or set upload-sarif: never.',
  }
}

/** Who must act, and how; for a forbidden upload that depends on where the change comes from. */
const fixes: Readonly<
  Record<Exclude<GitHubFailure, 'forbidden'>, { readonly kind: 'skipped' | 'failed'; fix: string }>
> = {
  disabled: {
    kind: 'skipped',
    fix: 'Turn on code scanning in the settings of the repository (a private one needs GitHub Code Security), or set upload-sarif: never; results then stay in the job summary and in sarif-file.',
  },
  'not-found': {
    kind: 'skipped',
    fix: `Give the job the permission ${PERMISSION}; where the branch or commit is gone from GitHub, re-run on the current one.`,
  },
  invalid: { kind: 'failed', fix: 'Report it with the SARIF file, or set upload-sarif: never.' },
  'rate-limited': { kind: 'failed', fix: 'Re-run the job later; another job may have used up the limit of the token.' },
  unavailable: { kind: 'failed', fix: 'Re-run the job when GitHub answers again.' },
}

function toOutcome(error: GitHubError, place: UploadPlace): UploadOutcome {
  const why = `Code scanning was not given the results: ${error.message}`
  if (error.kind === 'forbidden') return { kind: 'skipped', why, fix: place.whenForbidden }
  // A ref that was deleted, or a head that was overwritten, meanwhile: nothing is wrong with the file.
  if (/\b(?:ref|commit)\b.{0,200} not found/i.test(error.message))
    return { kind: 'skipped', why, fix: fixes['not-found'].fix }
  return { why, ...fixes[error.kind] }
}
