import { ConfigurationError, GitHubError } from '../../src/errors.js'
import { type HistoryRequest, readHistory } from '../../src/history/read-history.js'
import { toSarif } from '../../src/report/sarif.js'
import type { Report } from '../../src/types/report.js'
import { aReport, aResult } from '../support/builders.js'
import { type Answers, addresses, anAlert, anAnalysis, anApi, dismissedByAnna } from './builders.js'

const request: HistoryRequest = {
  toolName: 'model-stack-action',
  category: 'model-stack/review',
  baseBranch: 'main',
  pullRequest: 7,
  commits: ['a'.repeat(40), 'f'.repeat(40)],
}

function sarif(fingerprint: string): unknown {
  return toSarif(aReport({ results: [aResult({ fingerprint })] }), { category: 'model-stack/review' })
}

const silent: Answers = {
  [addresses.dismissed]: [],
  [addresses.analyses('refs/heads/main')]: [],
  [addresses.analyses('refs/pull/7/head')]: [],
  [addresses.analyses('refs/pull/7/merge')]: [],
}

/** A ref with one analysis of one result. */
function uploaded(ref: string, analysis: { readonly id: number; readonly at?: string }): Answers {
  const { id, at = '2026-11-20T10:00:00Z' } = analysis
  return {
    [addresses.analyses(ref)]: [anAnalysis({ id, created_at: at })],
    [addresses.sarif(id)]: sarif(`analysis-${id}`),
    [addresses.alerts(ref, 'open')]: [],
    [addresses.alerts(ref, 'dismissed')]: [],
  }
}

function file(overrides: Partial<Report> = {}): { text: string; label: string } {
  const change = { mode: 'review', base: 'b'.repeat(40), head: 'c'.repeat(40), mergeBase: 'b'.repeat(40) } as const
  const results = [aResult({ fingerprint: 'file' })]
  return {
    label: 'last.json',
    text: JSON.stringify(aReport({ change: { ...change, pullRequest: null }, results, ...overrides })),
  }
}

const reportOf = (change: Partial<NonNullable<Report['change']>>) =>
  file({ change: { mode: 'review', base: 'b', head: 'c', mergeBase: 'b', pullRequest: null, ...change } })

async function read(answers: Answers | undefined, baseline = undefinedFile, overrides: Partial<HistoryRequest> = {}) {
  const api = answers === undefined ? undefined : anApi(answers)
  const history = await readHistory({ api, baseline }, { ...request, ...overrides })
  const names = (side: typeof history.base) => side?.map(({ fingerprint, alert }) => fingerprint ?? `alert ${alert}`)
  const [base, previous, dismissed] = [names(history.base), names(history.previous), names(history.dismissed)]
  return { base, previous, notes: history.notes.join('\n'), dismissed, baseFrom: history.baseFrom }
}

const undefinedFile: { text: string; label: string } | undefined = undefined
const forbidden = new GitHubError('forbidden', 'Resource not accessible by integration')

describe('the history of a change', () => {
  it('is unknown where nobody can be asked', async () => {
    expect(await read(undefined)).toEqual({
      ...{ base: undefined, baseFrom: 'nowhere', previous: undefined, dismissed: [], notes: '' },
    })
  })

  it('comes from code scanning: the base branch and the newer upload of the pull request', async () => {
    const answers = {
      ...silent,
      ...uploaded('refs/heads/main', { id: 1 }),
      ...uploaded('refs/pull/7/head', { id: 2, at: '2026-11-20T10:00:00Z' }),
      ...uploaded('refs/pull/7/merge', { id: 3, at: '2026-11-20T11:00:00Z' }),
    }
    expect(await read(answers)).toMatchObject({
      ...{ baseFrom: 'code-scanning', dismissed: [] },
      base: ['analysis-1'],
      previous: ['analysis-3'],
      notes: 'Known at the base: 1 result in code scanning.\nThe previous run reported 1 result to code scanning.',
    })
  })

  it('prefers code scanning to the file, and says so', async () => {
    const history = await read({ ...silent, ...uploaded('refs/heads/main', { id: 1 }) }, file())
    expect(history).toMatchObject({ base: ['analysis-1'], notes: expect.stringContaining('baseline is not used') })
  })

  it.each<[string, Answers | undefined]>([
    ['there is no GitHub', undefined],
    ['code scanning cannot be read', { ...silent, [addresses.dismissed]: forbidden }],
    ['alerts of the base cannot be read', { ...silent, [addresses.analyses('refs/heads/main')]: forbidden }],
    ['nothing was ever uploaded for the base', silent],
  ])('takes the base from the file where %s', async (_what, answers) => {
    expect(await read(answers, file())).toMatchObject({ base: ['file'], baseFrom: 'file', previous: undefined })
  })

  it('holds an empty base where code scanning has no analysis of it', async () => {
    expect(await read(silent)).toMatchObject({
      base: [],
      previous: undefined,
      notes: 'Code scanning holds no analysis of the base branch: every result is new.',
    })
  })

  it('names the missing permission once', async () => {
    const { base, previous, notes } = await read({ [addresses.dismissed]: forbidden })
    expect([base, previous]).toEqual([undefined, undefined])
    expect(notes.split('security-events: read')).toHaveLength(2)
  })

  it.each([
    ['of this pull request', reportOf({ pullRequest: { number: 7 } })],
    ['of a commit under review', reportOf({ head: 'f'.repeat(40) })],
  ])('never takes a report %s for the base', async (_what, baseline) => {
    expect(await read(silent, baseline)).toMatchObject({
      base: [],
      previous: ['file'],
      notes: expect.stringContaining('do not stop blocking by being known'),
    })
    expect(await read(undefined, baseline)).toMatchObject({ base: undefined, previous: ['file'] })
  })

  it('takes a report of another pull request for the base', async () => {
    expect(await read(undefined, reportOf({ pullRequest: { number: 8 } }))).toMatchObject({ base: ['file'] })
  })

  it('does not take two changes without a pull request for one', async () => {
    const history = await read(undefined, reportOf({ pullRequest: null }), { pullRequest: undefined })
    expect(history).toMatchObject({ base: ['file'], previous: undefined })
  })

  it('says when the earlier run did not review everything', async () => {
    const { notes } = await read(undefined, file({ conclusion: 'not-evaluated' }))
    expect(notes).toContain('did not review everything')
  })

  it('keeps dismissals on other branches out of the base, where they would make a result known', async () => {
    const dismissed = anAlert({ number: 31, ...dismissedByAnna })
    const history = await read({ ...silent, [addresses.dismissed]: [dismissed] })
    expect(history).toMatchObject({ base: [], previous: undefined, dismissed: ['alert 31'] })
    expect(history.notes).toContain('Dismissed in code scanning on another branch: 1 result.')
  })

  it('names a dismissed alert once', async () => {
    const dismissed = anAlert({ number: 31, ...dismissedByAnna })
    const answers = {
      ...silent,
      ...uploaded('refs/pull/7/head', { id: 2 }),
      [addresses.alerts('refs/pull/7/head', 'dismissed')]: [dismissed],
      [addresses.dismissed]: [dismissed],
    }
    expect(await read(answers)).toMatchObject({ previous: ['analysis-2', 'alert 31'] })
  })

  it('knows what was dismissed under the older one of the uploads of the pull request', async () => {
    const answers = {
      ...silent,
      ...uploaded('refs/pull/7/head', { id: 2, at: '2026-11-20T10:00:00Z' }),
      ...uploaded('refs/pull/7/merge', { id: 3, at: '2026-11-20T11:00:00Z' }),
      [addresses.alerts('refs/pull/7/head', 'dismissed')]: [anAlert({ number: 31, ...dismissedByAnna })],
    }
    expect(await read(answers)).toMatchObject({ previous: ['analysis-3', 'alert 31'], dismissed: [] })
  })

  it('asks for no pull request where there is none', async () => {
    const {
      [addresses.analyses('refs/pull/7/head')]: _,
      [addresses.analyses('refs/pull/7/merge')]: __,
      ...rest
    } = silent
    expect(await read(rest, undefinedFile, { pullRequest: undefined })).toMatchObject({ previous: undefined })
  })

  it('refuses a file that is no report', async () => {
    await expect(read(undefined, { text: '{}', label: 'x' })).rejects.toThrow(ConfigurationError)
  })
})
