import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { alertKey } from '../../src/baseline/track.js'
import type { GitHubClient } from '../../src/host/github/client.js'
import { type GitHubPublishing, publishToGitHub } from '../../src/host/publish-to-github.js'
import { aReport, aResult } from '../support/builders.js'

const Upload = z.object({ sarif: z.string() })
const Sarif = z.object({
  runs: z.array(z.object({ results: z.array(z.object({ message: z.object({ text: z.string() }) })) })),
})

/** GitHub as far as an upload goes: keeps what was sent and has read it at once. */
function fakeGitHub() {
  const sent: { method: string; path: string; body: unknown }[] = []
  const github: GitHubClient = {
    get: async () => ({ processing_status: 'complete', errors: null }),
    list: async () => [],
    send: async (method, path, body) => {
      sent.push({ method, path, body })
      return { id: '1', url: 'https://api.github.com/x' }
    },
    download: async () => Buffer.alloc(0),
    wait: async () => {},
  }
  return { github, sent }
}

const head = 'a'.repeat(40)

function publishing(github: GitHubClient | undefined, overrides: Partial<GitHubPublishing> = {}): GitHubPublishing {
  return {
    ...{ github, upload: 'auto', comment: 'never', reviewComments: 'never', suggestions: 'off' },
    situation: {
      ...{ eventName: 'pull_request', ref: 'refs/pull/7/merge', sha: 'b'.repeat(40), defaultBranch: 'main' },
      pullRequest: { number: 7, head, fork: false },
    },
    ...{ category: 'model-stack/review', changedPaths: new Set(['src/total.ts']), files: [], startedAt: new Date(0) },
    filed: { sha: head, report: aReport() },
    ...{ serverUrl: 'https://github.com', repository: 'o/r', runId: '1' },
    ...overrides,
  }
}

/** Titles of the results that were uploaded. */
function titlesOf(sent: readonly { body: unknown }[]): readonly string[] {
  const { sarif } = Upload.parse(sent[0]?.body)
  const { runs } = Sarif.parse(JSON.parse(gunzipSync(Buffer.from(sarif, 'base64')).toString()))
  return (runs[0]?.results ?? []).map(({ message }) => message.text.split('\n')[0] ?? '')
}

describe('what goes to code scanning', () => {
  const suppression = { reason: 'r', owner: 'o', expires: null } as const
  const open = aResult({ title: 'Open', fingerprint: `${'1'.repeat(32)}:1` })
  const accepted = aResult({ title: 'Accepted', suppression: { ...suppression, kind: 'config' } })
  const dismissed = aResult({ title: 'Dismissed', suppression: { ...suppression, kind: 'dismissed-alert' } })
  const elsewhere = aResult({ ...dismissed, title: 'Elsewhere', fingerprint: `${'2'.repeat(32)}:1` })
  const gone = aResult({ title: 'Gone', baselineState: 'absent' })
  const report = aReport({ results: [open, accepted, dismissed, elsewhere, gone] })

  it('is what is open or dismissed there; not what the config accepts, what is gone, or what was dismissed under another name', async () => {
    const { github, sent } = fakeGitHub()
    const withheld = new Set([alertKey(elsewhere)])
    const published = await publishToGitHub(report, publishing(github, { withheld, filed: { sha: head, report } }))
    expect(titlesOf(sent)).toEqual(['Open', 'Dismissed'])
    expect(published).toEqual({ notes: expect.arrayContaining(['Uploaded to code scanning.']), missing: 'nothing' })
  })

  it.each([
    ['the head moved', { reasons: [{ kind: 'head-moved', message: 'm' } as const] }],
    ['the pull request is closed', { reasons: [{ kind: 'closed', message: 'm' } as const] }],
  ])('is nothing when %s, and an upload that is required is then missing', async (_, changed) => {
    const { github, sent } = fakeGitHub()
    const moved = aReport({ conclusion: 'not-evaluated', ...changed })
    const published = await publishToGitHub(moved, publishing(github, { upload: 'required' }))
    expect(sent).toEqual([])
    expect(published.missing).toBe('required upload')
  })

  it('is nothing without a token, which is said once where anything was wanted', async () => {
    expect(await publishToGitHub(report, publishing(undefined))).toEqual({
      notes: ['Nothing was written to GitHub: github-token is empty.'],
      missing: 'nothing',
    })
    expect(await publishToGitHub(report, publishing(undefined, { upload: 'never' }))).toEqual({
      notes: [],
      missing: 'nothing',
    })
    expect((await publishToGitHub(report, publishing(undefined, { upload: 'required' }))).missing).toBe(
      'required upload',
    )
  })

  it('is nothing of a change that was left out in part: its alerts would count as fixed', async () => {
    const { github, sent } = fakeGitHub()
    const coverage = { ...report.coverage, unreviewed: [{ path: 'b', lines: 1, reason: 'r' }] }
    const published = await publishToGitHub({ ...report, coverage }, publishing(github))
    expect(sent).toEqual([])
    expect(published.notes[0]).toMatch(/^Not uploaded to code scanning: .*not fully reviewed/)
  })
})
