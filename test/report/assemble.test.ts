import { emptyReport, type RunFacts, toReport } from '../../src/report/assemble.js'
import { Report } from '../../src/types/report.js'
import type { Egress } from '../../src/types/reviewer.js'
import type { NeutralisedFile, Snapshot } from '../../src/types/snapshot.js'
import { aReport } from '../support/builders.js'

const verdict = {
  conclusion: 'pass',
  reasons: [{ kind: 'no-blocking-results', message: 'No result blocks.' }],
} as const

function aSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  return { directory: '/tmp/snapshot', fileCount: 1, neutralised: [], skipped: [], ...overrides }
}

function facts(overrides: Partial<RunFacts> = {}): RunFacts {
  const sha = 'a'.repeat(40)
  return {
    toolVersion: '0.1.0',
    change: { mode: 'review', base: sha, head: sha, mergeBase: sha, commits: [], pullRequest: undefined },
    authorship: { families: [], signals: [] },
    waived: [],
    reviews: [],
    coverage: { changedLines: 1, reviewedLines: 1, percent: 100, unreviewed: [], excluded: [] },
    results: [],
    rejected: [],
    isolation: aReport().isolation,
    egress: [],
    snapshot: aSnapshot(),
    changedPaths: new Set(),
    verdict,
    replayed: false,
    override: null,
    reusedReview: null,
    increment: null,
    notes: [],
    ...overrides,
  }
}

function ledger(host: string, bytesSent: number, files: readonly string[]): Egress {
  return { traffic: { host, requests: 1, refused: 0, bytesSent, bytesReceived: 2 }, files, filesComplete: true }
}

function neutralised(path: string, target?: string): NeutralisedFile {
  return { path, snapshotPath: `other/${path}`, reason: target === undefined ? 'agent-config' : 'symlink', target }
}

describe('the egress of a report', () => {
  it('adds up what the proxies of all reviewers counted, by host and file', () => {
    const egress = [
      ledger('a.example', 10, ['b.ts', 'a.ts']),
      ledger('b.example', 50, ['a.ts']),
      ledger('a.example', 5, []),
    ]
    expect(toReport(facts({ egress })).egress).toEqual({
      hosts: [
        { host: 'b.example', requests: 1, refused: 0, bytesSent: 50, bytesReceived: 2 },
        { host: 'a.example', requests: 2, refused: 0, bytesSent: 15, bytesReceived: 4 },
      ],
      files: ['a.ts', 'b.ts'],
      filesComplete: true,
    })
  })

  it('is incomplete as soon as one reviewer cannot tell', () => {
    const egress = [ledger('a.example', 1, []), { ...ledger('a.example', 1, []), filesComplete: false }]
    expect(toReport(facts({ egress })).egress.filesComplete).toBe(false)
  })

  it('does not name a host that was never asked', () => {
    const traffic = { host: 'a.example', requests: 0, refused: 0, bytesSent: 0, bytesReceived: 0 }
    expect(toReport(facts({ egress: [{ traffic, files: [], filesComplete: true }] })).egress.hosts).toEqual([])
  })

  it('names a host whose every request was refused', () => {
    const traffic = { host: 'a.example', requests: 0, refused: 3, bytesSent: 0, bytesReceived: 0 }
    expect(toReport(facts({ egress: [{ traffic, files: [], filesComplete: true }] })).egress.hosts).toEqual([traffic])
  })

  it('caps the files and then calls the list incomplete', () => {
    const files = Array.from({ length: 20_001 }, (_, index) => `f${index}`)
    const { egress } = toReport(facts({ egress: [ledger('a.example', 1, files)] }))
    expect(egress.files).toHaveLength(20_000)
    expect(egress.filesComplete).toBe(false)
  })

  it('is empty where nothing was sent', () => {
    expect(emptyReport('0.1.0', verdict).egress).toEqual({ hosts: [], files: [], filesComplete: true })
    expect(toReport(facts()).egress).toEqual({ hosts: [], files: [], filesComplete: true })
  })
})

describe('what a report says of the snapshot', () => {
  it('names files under another name, links with their targets, and files that are missing', () => {
    const snapshot = aSnapshot({
      neutralised: [neutralised('CLAUDE.md'), neutralised('link', '../secret')],
      skipped: [{ path: 'vendor/lib', reason: 'submodule' }],
    })
    expect(toReport(facts({ snapshot })).coverage).toMatchObject({
      neutralised: [
        { path: 'CLAUDE.md', snapshotPath: 'other/CLAUDE.md', reason: 'agent-config', target: null },
        { path: 'link', snapshotPath: 'other/link', reason: 'symlink', target: '../secret' },
      ],
      notInSnapshot: [{ path: 'vendor/lib', reason: 'submodule' }],
      snapshotEntriesLeftOut: 0,
    })
  })

  it('names every path that the change touches and 200 others, and counts the rest', () => {
    const paths = Array.from({ length: 1_000 }, (_, index) => `p${index}`)
    const changedPaths = new Set(paths.slice(500, 900))
    const coverage = { ...facts().coverage, excluded: [{ path: 'p999', reason: 'lock file' }] }
    const snapshot = aSnapshot({ neutralised: paths.map((path) => neutralised(path)) })
    const report = toReport(facts({ snapshot, changedPaths, coverage }))
    const named = new Set(report.coverage.neutralised.map(({ path }) => path))
    expect(named.size).toBe(400 + 1 + 200)
    expect([...changedPaths, 'p999'].every((path) => named.has(path))).toBe(true)
    expect(report.coverage.snapshotEntriesLeftOut).toBe(1_000 - 601)
  })

  it('cuts a target that is no path any more', () => {
    const snapshot = aSnapshot({ neutralised: [neutralised('link', 'x'.repeat(1_000_000))] })
    expect(toReport(facts({ snapshot })).coverage.neutralised[0]?.target).toHaveLength(4_096)
  })

  it('says nothing where no snapshot was made', () => {
    expect(toReport(facts({ snapshot: undefined })).coverage).toMatchObject({ neutralised: [], notInSnapshot: [] })
  })

  it('fits the published shape', () => {
    const snapshot = aSnapshot({ neutralised: [neutralised('link', '../secret')] })
    const report = toReport(facts({ snapshot, egress: [ledger('a.example', 1, ['a'])] }))
    expect(Report.parse(report)).toEqual(report)
  })
})
