import { gzipSync } from 'node:zlib'
import { readHistory } from '../../src/history/read-history.js'
import { type GitHubClient, makeGitHubApi } from '../../src/host/github/client.js'
import { makeArtifactRecords } from '../../src/host/records/artifact-records.js'
import { sarifText } from '../../src/report/sarif.js'
import type { Result } from '../../src/types/result.js'
import { aReport, aResult } from '../support/builders.js'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'

const head = 'a'.repeat(40)
const name = `model-stack-${'0'.repeat(24)}`
const category = 'model-stack/review'
const inOrders = aResult({ fingerprint: `${'1'.repeat(32)}:1`, path: 'src/orders.ts', title: 'Orders are lost' })
const inTotal = aResult({ fingerprint: `${'2'.repeat(32)}:1`, title: 'The total is wrong', severity: 'medium' })

let github: GitHubStandIn

beforeEach(async () => {
  github = await startGitHub({ start: Date.parse('2026-11-20T10:00:00Z') })
  github.addPerson('anna', { role: 'maintain' })
  github.addPullRequest({ number: 7, head, base: 'b'.repeat(40) })
})

afterEach(() => github.close())

function client(permissions: Parameters<GitHubStandIn['token']>[0]): GitHubClient {
  return makeGitHubApi({
    apiUrl: github.apiUrl,
    repository: 'o/r',
    token: github.token(permissions),
    signal: new AbortController().signal,
    wait: async () => {},
  })
}

async function upload(results: readonly Result[]): Promise<void> {
  const sarif = gzipSync(sarifText(aReport({ results: [...results] }), { category })).toString('base64')
  const api = client({ 'security-events': 'write' })
  const answer = await api.send('POST', '/code-scanning/sarifs', { commit_sha: head, ref: 'refs/pull/7/head', sarif })
  const { id } = JSON.parse(JSON.stringify(answer))
  await api.get(`/code-scanning/sarifs/${id}`)
  await api.get(`/code-scanning/sarifs/${id}`)
  github.advance(60_000)
}

async function history(permissions: Parameters<GitHubStandIn['token']>[0] = { 'security-events': 'read' }) {
  const request = { toolName: 'model-stack-action', category, baseBranch: 'main', pullRequest: 7, commits: [head] }
  return readHistory({ api: client(permissions), baseline: undefined }, request)
}

describe('history on GitHub', () => {
  it('is empty before the first upload', async () => {
    expect(await history()).toMatchObject({ base: [], previous: undefined })
  })

  it('is what the last upload reported, with what a person dismissed', async () => {
    await upload([inOrders, inTotal])
    github.dismissAlert(1, 'anna', "won't fix")
    const { previous } = await history()
    expect(
      previous?.map(({ fingerprint, title, state, dismissal }) => [fingerprint, title, state, dismissal?.by]),
    ).toEqual([
      [inOrders.fingerprint, 'Orders are lost', 'dismissed', 'anna'],
      [inTotal.fingerprint, 'The total is wrong', 'open', undefined],
    ])
  })

  it('does not hold what was fixed', async () => {
    await upload([inOrders, inTotal])
    await upload([inTotal])
    const { previous } = await history()
    expect(previous?.map(({ title }) => title)).toEqual(['The total is wrong'])
  })

  it('is unknown without the permission, which is named', async () => {
    await upload([inOrders])
    const { base, previous, notes } = await history({ contents: 'read' })
    expect([base, previous]).toEqual([undefined, undefined])
    expect(notes).toEqual([expect.stringContaining('security-events: read')])
  })
})

describe('records on GitHub', () => {
  it('are found by a later run', async () => {
    const { ACTIONS_RESULTS_URL: url = '', ACTIONS_RUNTIME_TOKEN: token = '' } = github.environment()
    const said: string[] = []
    const write = (text: string) => said.push(text)
    const records = makeArtifactRecords({
      github: client({ actions: 'read' }),
      serverUrl: github.serverUrl,
      results: { url, token },
      retentionDays: 90,
      log: { debug: write, info: write, warning: write, group: (_title, body) => body() },
      signal: new AbortController().signal,
      now: () => Date.parse('2026-11-20T10:00:00Z'),
    })
    expect(await records.find(name)).toEqual([])
    await records.keep(name, 'a sealed record')
    await records.keep(name, 'another')
    expect(await records.find(name)).toEqual(['a sealed record'])
    expect(said).toEqual([expect.stringContaining('is kept as'), expect.stringContaining('already')])
  })
})
