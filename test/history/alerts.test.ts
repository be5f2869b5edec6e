import { GitHubError, type GitHubFailure } from '../../src/errors.js'
import { readAlerts, readDismissed } from '../../src/history/alerts.js'
import { readAnalysis } from '../../src/history/analysis.js'
import { toSarif } from '../../src/report/sarif.js'
import type { Result } from '../../src/types/result.js'
import { aReport, aResult } from '../support/builders.js'
import { type Answers, addresses, anAlert, anAnalysis, anApi, dismissedByAnna } from './builders.js'

const request = { toolName: 'model-stack-action', category: 'model-stack/review', ref: 'refs/heads/main' }

/** The SARIF of these results as code scanning gives it back, numbered from 1. */
function sarifOf(results: readonly Result[]): object {
  const log = toSarif(aReport({ results: [...results] }), { category: 'model-stack/review' })
  const numbered = log.runs[0]?.results?.map((result, index) => ({
    ...result,
    properties: { ...result.properties, 'github/alertNumber': index + 1 },
  }))
  return { ...log, runs: [{ ...log.runs[0], results: numbered }] }
}

function answers(overrides: Answers = {}): Answers {
  return {
    [addresses.analyses('refs/heads/main')]: [anAnalysis()],
    [addresses.sarif(11)]: sarifOf([aResult()]),
    [addresses.alerts('refs/heads/main', 'open')]: [anAlert({ number: 1 })],
    [addresses.alerts('refs/heads/main', 'dismissed')]: [],
    ...overrides,
  }
}

describe('results in code scanning', () => {
  it('come back as they were reported', async () => {
    const known = await readAlerts(anApi(answers()), request)
    expect(known).toMatchObject({ kind: 'known', analysed: { id: 11 } })
    expect(known.kind === 'known' && known.results).toEqual([
      {
        fingerprint: '8f2c1a9b7d3e5f60:1',
        sarifRuleId: 'correctness',
        ruleId: 'correctness',
        severity: 'high',
        title: 'The total ignores the last item',
        message: 'The loop stops one item early, so the last price is never added.',
        path: 'src/total.ts',
        side: 'new',
        region: { startLine: 12, endLine: 12 },
        quote: null,
        state: 'open',
        dismissal: null,
        alert: 1,
      },
    ])
  })

  it.each<[string, Partial<Result>, object]>([
    [
      'its severity',
      { ruleId: 'security', sarifRuleId: 'security/critical', severity: 'critical' },
      { ruleId: 'security', severity: 'critical' },
    ],
    ['a path that had to be encoded', { path: 'src/ä #1.ts' }, { path: 'src/ä #1.ts' }],
    ['the line of removed code', { side: 'old' }, { side: 'old', region: { startLine: 12, endLine: 12 } }],
    [
      'the line of code that was not found',
      { evidence: { status: 'unverified', detail: null } },
      { side: 'new', region: { startLine: 12, endLine: 12 } },
    ],
    ['a message of two paragraphs', { message: 'One.\n\nTwo.' }, { message: 'One.\n\nTwo.' }],
    ['a message without a recommendation', { recommendation: null }, { message: aResult().message }],
  ])('keep %s', (_what, overrides, expected) => {
    expect(readAnalysis(sarifOf([aResult(overrides)]))?.[0]?.result).toMatchObject(expected)
  })

  it('carry what a person decided', async () => {
    const dismissed = anAlert({ number: 1, ...dismissedByAnna })
    const api = anApi(
      answers({
        [addresses.alerts('refs/heads/main', 'open')]: [],
        [addresses.alerts('refs/heads/main', 'dismissed')]: [dismissed],
      }),
    )
    expect(await readAlerts(api, request)).toMatchObject({
      results: [
        {
          fingerprint: '8f2c1a9b7d3e5f60:1',
          state: 'dismissed',
          dismissal: {
            by: 'anna',
            byType: 'User',
            at: '2026-11-20T12:00:00Z',
            reason: "won't fix",
            comment: 'Padded by the caller.',
          },
        },
      ],
    })
  })

  it.each([
    [{ login: 'renovate[bot]', type: 'Bot' }, 'Bot'],
    [{ login: 'acme', type: 'Organization' }, 'other'],
    [{ login: 'ghost' }, 'other'],
    [null, 'other'],
  ])('tell a person from %j', async (by, byType) => {
    const api = anApi({ [addresses.dismissed]: [anAlert({ ...dismissedByAnna, dismissed_by: by })] })
    expect(await readDismissed(api, request)).toMatchObject({ results: [{ dismissal: { byType } }] })
  })

  it('find their alert by its text where the server does not number them', async () => {
    const log = toSarif(aReport({ results: [aResult()] }), { category: 'model-stack/review' })
    const text = log.runs[0]?.results?.[0]?.message.text
    const alert = anAlert({
      number: 9,
      ...dismissedByAnna,
      most_recent_instance: {
        category: 'model-stack/review',
        message: { text },
        location: { path: 'src/total.ts', start_line: 12, end_line: 12 },
      },
    })
    const api = anApi(
      answers({
        [addresses.sarif(11)]: log,
        [addresses.alerts('refs/heads/main', 'open')]: [],
        [addresses.alerts('refs/heads/main', 'dismissed')]: [alert],
      }),
    )
    const known = await readAlerts(api, request)
    expect(known).toMatchObject({ results: [{ alert: 9, state: 'dismissed', fingerprint: '8f2c1a9b7d3e5f60:1' }] })
  })

  it('are known by text and place alone where only the alert is left', async () => {
    const api = anApi(answers({ [addresses.alerts('refs/heads/main', 'open')]: [anAlert({ number: 5 })] }))
    expect(await readAlerts(api, request)).toMatchObject({
      results: [
        { alert: 1 },
        {
          alert: 5,
          fingerprint: null,
          title: 'The total ignores the last item',
          message: 'The loop stops early.',
          path: 'src/total.ts',
          region: { startLine: 12, endLine: 12 },
        },
      ],
    })
  })

  it('are those of the newest analysis of the category', async () => {
    const api = anApi(
      answers({
        [addresses.analyses('refs/heads/main')]: [
          anAnalysis({ id: 14, category: 'model-stack/audit', created_at: '2026-11-21T10:00:00Z' }),
          anAnalysis({ id: 10, created_at: '2026-11-19T10:00:00Z' }),
          anAnalysis({ id: 12, category: 'model-stack/review/', created_at: '2026-11-20T11:00:00Z' }),
          anAnalysis(),
          { id: 'odd' },
        ],
        [addresses.sarif(12)]: sarifOf([]),
        [addresses.sarif(11)]: sarifOf([]),
        [addresses.sarif(10)]: sarifOf([]),
        [addresses.alerts('refs/heads/main', 'open')]: [
          anAlert({ most_recent_instance: { category: 'codeql', message: { text: 'x' }, location: { path: 'a' } } }),
        ],
      }),
    )
    expect(await readAlerts(api, request)).toMatchObject({ kind: 'known', results: [], analysed: { id: 12 } })
    expect(api.asked).toContain('/code-scanning/analyses/12')
  })

  describe('that only the analyses before the newest one have', () => {
    const [old, older, oldest] = [12, 11, 10].map((id) => anAnalysis({ id, created_at: `2026-11-${id}T10:00:00Z` }))
    const named = (fingerprint: string) => sarifOf([aResult({ fingerprint })])
    const apiWith = (overrides: Answers = {}) =>
      anApi(
        answers({
          [addresses.analyses('refs/heads/main')]: [oldest, anAnalysis({ id: 13 }), older, old],
          [addresses.alerts('refs/heads/main', 'open')]: [],
          ...{ [addresses.sarif(13)]: sarifOf([]), [addresses.sarif(12)]: named('twelve') },
          ...{ [addresses.sarif(11)]: named('eleven'), [addresses.sarif(10)]: named('ten') },
          ...overrides,
        }),
      )
    const tell = async (api: ReturnType<typeof anApi>) => {
      const known = await readAlerts(api, request)
      return known.kind === 'known' && known.results.map(({ fingerprint, state }) => `${fingerprint} ${state}`)
    }

    it('are fixed, and only keep their names; the last two are read', async () => {
      expect(await tell(apiWith())).toEqual(['twelve fixed', 'eleven fixed'])
    })

    it('stand once, as the newest one has them', async () => {
      const same = { [addresses.sarif(13)]: named('eleven'), [addresses.sarif(12)]: named('eleven') }
      expect(await tell(apiWith(same))).toEqual(['eleven open'])
    })

    it('stay dismissed when a person dismissed them', async () => {
      const dismissed = anAlert({ number: 1, ...dismissedByAnna })
      const answered = { [addresses.alerts('refs/heads/main', 'dismissed')]: [dismissed] }
      expect(await tell(apiWith({ ...answered, [addresses.sarif(11)]: sarifOf([]) }))).toEqual(['twelve dismissed'])
    })

    it('are no loss when GitHub does not give them', async () => {
      const refused = new GitHubError('unavailable', 'HTTP status 502')
      expect(await tell(apiWith({ [addresses.sarif(12)]: refused }))).toEqual(['eleven fixed'])
    })
  })

  it('without an analysis are none, and no alert is asked for', async () => {
    const api = anApi({ [addresses.analyses('refs/heads/main')]: [] })
    expect(await readAlerts(api, request)).toEqual({ kind: 'known', results: [], analysed: undefined })
  })

  it('of a repository without any analysis are none', async () => {
    const error = new GitHubError('not-found', 'GitHub answered GET /x with HTTP status 404: no analysis found')
    const api = anApi({ [addresses.analyses('refs/heads/main')]: error })
    expect(await readAlerts(api, request)).toEqual({ kind: 'known', results: [], analysed: undefined })
  })
})

describe('code scanning that cannot be asked', () => {
  it.each<[GitHubFailure, string]>([
    ['forbidden', 'give the job the permission security-events: read (Resource not accessible)'],
    ['not-found', 'give the job the permission security-events: read (Resource not accessible)'],
    ['disabled', 'code scanning is off for this repository (Resource not accessible)'],
    ['rate-limited', 'Resource not accessible'],
    ['unavailable', 'Resource not accessible'],
    ['invalid', 'Resource not accessible'],
  ])('because it is %s is unknown, not empty', async (kind, why) => {
    const error = new GitHubError(kind, 'Resource not accessible')
    const api = anApi(answers({ [addresses.alerts('refs/heads/main', 'open')]: error }))
    expect(await readAlerts(api, request)).toEqual({ kind: 'unknown', why })
  })

  it.each<[string, Answers]>([
    ['no list of analyses', { [addresses.analyses('refs/heads/main')]: { message: 'hello' } }],
    ['no SARIF', { [addresses.sarif(11)]: { runs: 'none' } }],
  ])('in a form that we understand is unknown: %s', async (_what, overrides) => {
    const known = await readAlerts(anApi(answers(overrides)), request)
    expect(known).toMatchObject({ kind: 'unknown', why: expect.stringContaining('not understood') })
  })

  it('because of a bug of ours throws', async () => {
    await expect(readAlerts(anApi({}), request)).rejects.toThrow('nothing prepared')
  })
})

describe('hostile SARIF', () => {
  const valid = {
    ruleId: 'correctness',
    message: { text: 'T\n\nM' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' } } }],
  }
  const read = (results: readonly unknown[]) => readAnalysis({ runs: [{ results }] })

  it.each<[string, unknown]>([
    ['a rule of somebody else', { ...valid, ruleId: 'js/sql-injection' }],
    ['a rule named like a property of every object', { ...valid, ruleId: '__proto__' }],
    ['no place', { ...valid, locations: [] }],
    ['no message', { ...valid, message: {} }],
    ['nothing', null],
  ])('with %s is skipped, and the rest is read', (_what, odd) => {
    expect(read([odd, valid])).toHaveLength(1)
  })

  it.each<[string, object, object]>([
    ['lines that do not exist', { region: { startLine: -5, endLine: -9 } }, { region: { startLine: 1, endLine: 1 } }],
    ['an end before the start', { region: { startLine: 9, endLine: 2 } }, { region: { startLine: 9, endLine: 9 } }],
    ['a broken encoding', { artifactLocation: { uri: '%zz' } }, { path: '%zz' }],
  ])('with %s is made harmless', (_what, place, expected) => {
    const physicalLocation = { artifactLocation: { uri: 'a.ts' }, ...place }
    expect(read([{ ...valid, locations: [{ physicalLocation }] }])?.[0]?.result).toMatchObject(expected)
  })

  it.each<[string, number, number]>([
    ['5,000 results', 6_000, 5_000],
    ['10 MB of text', 200, 100],
  ])('of more than %s is cut', (_what, count, kept) => {
    const text = count === 200 ? 'x'.repeat(100_000) : 'x'
    expect(read(Array.from({ length: count }, () => ({ ...valid, message: { text } })))).toHaveLength(kept)
  })

  it('with a fingerprint of megabytes has none', () => {
    const odd = { ...valid, partialFingerprints: { primaryLocationLineHash: 'f'.repeat(1_000_000) } }
    expect(read([odd])?.[0]?.result.fingerprint).toBeNull()
  })
})
