import { gunzipSync } from 'node:zlib'
import { encodeSarif } from '../../../src/host/encode-sarif.js'
import type { Encode } from '../../../src/host/github/fit-sarif.js'
import { type SarifUpload, type UploadOutcome, uploadSarif } from '../../../src/host/github/upload-sarif.js'
import { breaksOff, endSessions, ok, refusal, type SeenRequest, type Step, startSession } from './scripted-github.js'

afterEach(endSessions)

const sha = 'a'.repeat(40)
const accepted: Step = { status: 202, body: { id: 'abc-123', url: 'https://x.example' } }
const pending = ok({ processing_status: 'pending' })
const complete = ok({ processing_status: 'complete', analyses_url: 'https://x.example' })

const upload: SarifUpload = {
  source: { resultCount: 3, make: (count) => JSON.stringify({ results: Array(count).fill('r') }) },
  toolName: 'model-stack-action',
  place: { ref: 'refs/pull/7/head', sha, whenForbidden: 'Ask for it.' },
  startedAt: new Date('2026-11-21T11:59:00Z'),
}

/** As if each character of the file had so many bytes after gzip. */
const weighing =
  (bytes: number): Encode =>
  async (sarif) => ({ ...(await encodeSarif(sarif)), gzipBytes: [...sarif].join('').length * bytes })

interface Run {
  readonly outcome: UploadOutcome
  readonly requests: readonly SeenRequest[]
  readonly waits: readonly number[]
}

async function run(steps: readonly Step[], given: Partial<SarifUpload> = {}): Promise<Run> {
  const { api, server, waits } = await startSession(steps)
  const outcome = await uploadSarif(api, { ...upload, ...given }, { encode: encodeSarif, wait: api.wait })
  return { outcome, requests: server.requests, waits }
}

describe('uploadSarif', () => {
  it('sends the file under its ref and commit and waits until it was read', async () => {
    const { outcome, requests, waits } = await run([accepted, pending, pending, complete])
    expect(outcome).toEqual({ kind: 'uploaded', notes: [] })
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /repos/o/r/code-scanning/sarifs',
      ...Array(3).fill('GET /repos/o/r/code-scanning/sarifs/abc-123'),
    ])
    expect(waits).toEqual([1_000, 3_000, 8_000])
    const { sarif, ...rest } = JSON.parse(requests[0]?.body ?? '')
    expect(rest).toEqual({
      commit_sha: sha,
      ref: 'refs/pull/7/head',
      started_at: '2026-11-21T11:59:00.000Z',
      tool_name: 'model-stack-action',
    })
    expect(JSON.parse(gunzipSync(Buffer.from(sarif, 'base64')).toString())).toEqual({ results: ['r', 'r', 'r'] })
  })

  it('does not wait longer than two minutes, and does not fail then', async () => {
    const { outcome, waits } = await run([accepted, pending])
    expect(outcome).toEqual({ kind: 'processing', notes: [] })
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(120_000)
  })

  it('says what was cut off, the least severe first, to fit', async () => {
    const make = (count: number) => JSON.stringify({ results: Array(count).fill('r') })
    const { api, server } = await startSession([accepted, complete])
    const source = { resultCount: 4, make }
    const outcome = await uploadSarif(api, { ...upload, source }, { encode: weighing(1_000_000), wait: api.wait })
    expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringMatching(/still has 14000000 bytes/) })
    expect(server.requests).toEqual([])
    expect(await uploadSarif(api, { ...upload, source }, { encode: weighing(500_000), wait: api.wait })).toEqual({
      kind: 'uploaded',
      notes: [expect.stringMatching(/^Only the 1 worst of 4 results were uploaded, .* 10 MB/)],
    })
  })

  it.each([
    ['a refusal in words', ['invalid rule', 'no location'], /: invalid rule; no location\.$/],
    ['many of them', Array(100).fill('bad'), /(?:bad; ){5}and 95 more\.$/],
    ['none', undefined, /it does not say why\.$/],
  ])('fails when GitHub could not read the file, with %s', async (_what, errors, why) => {
    const { outcome } = await run([accepted, ok({ processing_status: 'failed', errors })])
    expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringMatching(why) })
  })

  it('shows errors of GitHub on one line of bounded length', async () => {
    const errors = [`a\n::error::\u001b[31m${'x'.repeat(10_000)}`]
    const { outcome } = await run([accepted, ok({ processing_status: 'failed', errors })])
    if (outcome.kind !== 'failed') throw new Error(outcome.kind)
    expect(outcome.why).toMatch(/: a ::error::x{200,400}/)
    expect(outcome.why.length).toBeLessThan(500)
  })

  it.each([
    ['cannot be asked', refusal(404, 'Not Found')],
    ['is not there', refusal(503, 'no')],
    ['says something else', ok({ processing_status: 'dreaming' })],
  ])('goes on looking when the state %s for a while', async (_what, step) => {
    const { outcome } = await run([accepted, step, step, step, step, complete])
    expect(outcome).toEqual({ kind: 'uploaded', notes: [] })
  })

  it.each([
    ['502', refusal(502, 'no')],
    ['a broken connection', breaksOff],
  ])('sends the file again after %s, because the second replaces the first', async (_what, step) => {
    const { outcome, requests } = await run([step, accepted, complete])
    expect(outcome.kind).toBe('uploaded')
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET'])
    expect(requests[0]?.body).toBe(requests[1]?.body)
  })

  it.each([
    ['skipped', 403, 'Resource not accessible by integration', /^Ask for it\.$/],
    ['skipped', 401, 'Bad credentials', /^Ask for it\.$/],
    ['skipped', 403, 'Code Security must be enabled for this repository', /Turn on code scanning/],
    ['skipped', 403, 'Advanced Security must be enabled for this repository', /Turn on code scanning/],
    ['skipped', 403, 'Code scanning is not enabled for this repository.', /Turn on code scanning/],
    ['skipped', 404, 'Not Found', /security-events: write/],
    ['skipped', 422, "ref 'refs/pull/7/head' not found in this repository", /re-run on the current one/],
    ['skipped', 422, 'commit not found', /re-run on the current one/],
    ['failed', 400, 'Invalid SARIF', /Report it/],
    ['failed', 413, 'Too large', /Report it/],
    ['failed', 503, 'Unavailable', /answers again/],
  ] as const)('is %s when GitHub answers %d "%s", with what to do', async (kind, status, message, fix) => {
    const { outcome } = await run([refusal(status, message)])
    expect(outcome).toMatchObject({
      kind,
      why: expect.stringContaining(message),
      fix: expect.stringMatching(fix),
    })
  })

  it('names the missing permission', async () => {
    const { outcome } = await run([refusal(403, 'Resource not accessible by integration')])
    expect(outcome).toMatchObject({ why: expect.stringMatching(/needs the permission security-events: write/) })
  })

  it('says when a rate limit ends', async () => {
    const { outcome } = await run([refusal(429, 'no', { 'retry-after': '600' })])
    expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringContaining('until 2026-11-21T12:10:00Z') })
  })

  it.each([
    ['no id', {}],
    ['an id that leads elsewhere', { id: '../../pulls/7' }],
  ])('does not ask further after an acceptance with %s', async (_what, body) => {
    const { outcome, requests } = await run([{ status: 202, body }])
    expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringMatching(/without saying under which id/) })
    expect(requests).toHaveLength(1)
  })
})
