import { gzipSync } from 'node:zlib'
import { sarifText } from '../../src/report/sarif.js'
import { aReport, aResult } from '../support/builders.js'
import type { GitHubStandIn } from '../support/github/stand-in.js'
import { startGitHub } from '../support/github/start.js'
import { forkPermissions } from '../support/github/tokens.js'
import { base, type Client, clientOf, clientWith, head, later, patch } from './client.js'

let github: GitHubStandIn
let client: Client
const mergeRef = 'refs/pull/7/merge'
const main = 'refs/heads/main'

beforeEach(async () => {
  github = await startGitHub()
  github.setPendingPolls(0)
  client = clientOf(github)
  github.addPullRequest({ number: 7, head, base, files: [{ path: 'a.ts', status: 'modified', patch }] })
})

afterEach(() => github.close())

interface ResultOptions {
  readonly ruleId?: string
  readonly path?: string
  readonly line?: number
}

function result(fingerprint: string, { ruleId = 'correctness', path = 'a.ts', line = 2 }: ResultOptions = {}) {
  const region = { startLine: line, startColumn: 1, endLine: line, endColumn: 2 }
  return {
    ruleId,
    message: { text: `about ${fingerprint}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(path) }, region } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  }
}

type Result = ReturnType<typeof result>

function rule(id: string, properties: object = {}) {
  const text = { text: 'About it' }
  return { id, name: id, shortDescription: text, fullDescription: text, help: text, properties }
}

function run(results: readonly object[], category = 'review') {
  return {
    tool: { driver: { name: 'tool', semanticVersion: '1.0.0', rules: [rule('correctness'), rule('other')] } },
    automationDetails: { id: `${category}/` },
    results,
  }
}

function log(...runs: readonly object[]): object {
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }
}

function delivery(sarif: object | string, place: { ref?: string; sha?: string } = {}): object {
  const text = typeof sarif === 'string' ? sarif : JSON.stringify(sarif)
  const { ref = mergeRef, sha = github.pullRequest(7).mergeCommit ?? head } = place
  return { commit_sha: sha, ref, sarif: gzipSync(text).toString('base64') }
}

/** What became of an upload. */
async function upload(sarif: object | string, place: { ref?: string; sha?: string } = {}) {
  const { status, body } = await client.send('POST', '/code-scanning/sarifs', delivery(sarif, place))
  if (status !== 202) return { status, body }
  const { id } = JSON.parse(JSON.stringify(body))
  return (await client.get(`/code-scanning/sarifs/${id}`)).body
}

function analyse(results: readonly Result[], place: { ref?: string; sha?: string } = {}) {
  return upload(log(run(results)), place)
}

const states = (query: Parameters<GitHubStandIn['alerts']>[0] = {}) =>
  Object.fromEntries(github.alerts(query).map(({ fingerprint, state }) => [fingerprint, state]))

describe('an upload', () => {
  it('is accepted, pending for a while, and then complete', async () => {
    github.setPendingPolls(2)
    const { status, body } = await client.send('POST', '/code-scanning/sarifs', delivery(log(run([result('f1')]))))
    const { id, url } = JSON.parse(JSON.stringify(body))
    expect([status, url]).toEqual([202, `${github.apiUrl}/repos/o/r/code-scanning/sarifs/${id}`])
    const polls = []
    for (let count = 0; count < 3; count++) polls.push((await client.get(`/code-scanning/sarifs/${id}`)).body)
    expect(polls).toMatchObject([
      { processing_status: 'pending' },
      { processing_status: 'pending' },
      { processing_status: 'complete', errors: null },
    ])
    expect((await client.get('/code-scanning/sarifs/unknown')).status).toBe(404)
  })

  it('of our own SARIF is complete', async () => {
    const security = aResult({ ruleId: 'security', severity: 'critical', path: 'src/ü b.ts' })
    const text = sarifText(aReport({ results: [security, aResult({ fingerprint: 'f:2' })] }), {
      category: 'model-stack/review',
    })
    expect(await upload(text)).toMatchObject({ processing_status: 'complete' })
    expect(github.alerts()).toMatchObject([{ path: 'src/ü b.ts', state: 'open' }, { fingerprint: 'f:2' }])
    expect((await client.get(`/code-scanning/analyses?ref=${mergeRef}`)).body).toMatchObject([
      { category: 'model-stack/review', results_count: 2, tool: { name: 'model-stack-action' } },
    ])
  })

  it('fails in processing when that is planned, and opens nothing', async () => {
    github.failProcessing('the moon was in the way')
    expect(await analyse([result('f1')])).toMatchObject({
      processing_status: 'failed',
      errors: ['the moon was in the way'],
    })
    expect(github.alerts()).toEqual([])
    expect(await analyse([result('f1')])).toMatchObject({ processing_status: 'complete' })
  })

  it.each([
    [
      'a ref that is not there',
      { ref: 'refs/pull/9/merge' },
      404,
      /ref 'refs\/pull\/9\/merge' not found in this repository/,
    ],
    ['a commit that is not there', { commit_sha: 'd'.repeat(40) }, 404, /commit not found/],
    ['what is no gzip', { sarif: Buffer.from('{}').toString('base64') }, 400, /gzip/],
    ['more than 10 MB', { sarif: Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64') }, 413, /too large/],
  ])('of %s is refused', async (_, change, status, message) => {
    const refused = await client.send('POST', '/code-scanning/sarifs', { ...delivery(log(run([]))), ...change })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([status, expect.stringMatching(message)])
    expect(github.uploads).toEqual([])
  })

  it.each([
    ['a short commit', { commit_sha: 'abc' }, /commit_sha must NOT have fewer than 40 characters/],
    ['a branch without refs/', { ref: 'main' }, /ref must match pattern/],
    ['a property too many', { category: 'x' }, /additional properties \(category\)/],
  ])('with %s is not as described', async (_, change, violation) => {
    expect((await client.send('POST', '/code-scanning/sarifs', { ...delivery(log(run([]))), ...change })).status).toBe(
      422,
    )
    expect(github.forgiveViolations()[0]).toMatch(violation)
  })

  const good = result('f1')
  const withoutRegion = { ...good, locations: [{ physicalLocation: { artifactLocation: { uri: 'a.ts' } } }] }
  const driver = (rules: readonly object[]) => ({ ...run([]), tool: { driver: { name: 'tool', rules } } })
  it.each([
    ['no JSON', '{', /invalid JSON/],
    ['no SARIF', { version: '2.1.0' }, /must have required property 'runs'/],
    ['no runs', log(), /there is no run/],
    ['21 runs', log(...Array.from({ length: 21 }, (_, index) => run([], `c${index}`))), /too many runs: 21/],
    ['two runs of one category', log(run([]), run([])), /cannot contain multiple runs with the same category/],
    ['25,001 results', log(run(Array(25_001).fill(good))), /too many results: 25001/],
    ['a rule without help', log(driver([{ ...rule('a'), help: undefined }])), /help.text of rule a is missing/],
    [
      'an empty description',
      log(driver([{ ...rule('a'), shortDescription: { text: '' } }])),
      /shortDescription.text of rule a/,
    ],
    [
      'a severity that is a number',
      log(driver([rule('a', { 'security-severity': 7, tags: ['security'] })])),
      /invalid security severity value, is not a number/,
    ],
    [
      'a severity that is a word',
      log(driver([rule('a', { 'security-severity': 'high', tags: ['security'] })])),
      /is not a number/,
    ],
    [
      'a severity without the tag',
      log(driver([rule('a', { 'security-severity': '7.0' })])),
      /without the tag security/,
    ],
    [
      '21 tags',
      log(driver([rule('a', { tags: Array.from({ length: 21 }, (_, index) => `t${index}`) })])),
      /too many tags of rule a/,
    ],
    ['a result without a place', log(run([{ ...good, locations: [] }])), /expected at least one location/],
    ['a result without a region', log(run([withoutRegion])), /in the region of a result: startLine, startColumn/],
    [
      'a result without a fingerprint',
      log(run([{ ...good, partialFingerprints: undefined }])),
      /partialFingerprints of a result/,
    ],
    ['a result without a message', log(run([{ ...good, message: { text: '' } }])), /message.text of a result/],
    ['an absolute path', log(run([result('f1', { path: '/home/a.ts' })])), /is absolute/],
    ['a path with a scheme', log(run([result('f1', { path: 'file:///home/a.ts' })])), /relative path/],
  ])('of %s fails in processing', async (_, sarif, message) => {
    expect(await upload(sarif)).toMatchObject({ processing_status: 'failed', errors: [expect.stringMatching(message)] })
    expect(github.alerts()).toEqual([])
  })

  it('takes the 5,000 worst results and says how many it ignored', async () => {
    const results = Array.from({ length: 5_001 }, (_, index) => ({
      ...result(`f${index}`),
      level: index === 5_000 ? 'error' : 'note',
    }))
    expect(await upload(log(run(results)))).toMatchObject({ processing_status: 'complete' })
    expect((await client.get('/code-scanning/analyses')).body).toMatchObject([
      { results_count: 5_000, warning: '1 results were ignored' },
    ])
    expect(github.alerts().filter(({ fingerprint }) => fingerprint === 'f5000')).toHaveLength(1)
  })

  it('from a merge queue is lost with its ref', async () => {
    const branch = 'gh-readonly-queue/main/pr-7-abc'
    github.pushBranch(branch, later)
    const { body } = await client.send(
      'POST',
      '/code-scanning/sarifs',
      delivery(log(run([])), { ref: `refs/heads/${branch}`, sha: later }),
    )
    const { id } = JSON.parse(JSON.stringify(body))
    expect((await client.get(`/code-scanning/sarifs/${id}`)).status).toBe(200)
    github.deleteBranch(branch)
    expect((await client.get(`/code-scanning/sarifs/${id}`)).status).toBe(404)
  })

  it('is remembered with whether ref and commit belong together', async () => {
    await analyse([])
    await analyse([], { sha: head })
    await analyse([], { ref: 'refs/pull/7/head', sha: head })
    expect(github.uploads.map(({ annotated }) => annotated)).toEqual([true, false, true])
  })

  it('is not to be had where code scanning is off', async () => {
    github.settings.codeScanning = 'off'
    expect(await upload(log(run([])))).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/^Code scanning is not enabled/) },
    })
    github.settings.codeScanning = 'not-licensed'
    expect((await client.get('/code-scanning/alerts')).body).toMatchObject({
      message: expect.stringMatching(/^Code Security must be enabled/),
    })
  })

  it('is not for the token of a fork', async () => {
    const fork = clientOf(github, forkPermissions)
    const refused = await fork.send('POST', '/code-scanning/sarifs', delivery(log(run([]))))
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } })
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('security_events=write')
  })
})

describe('an alert', () => {
  it('is one over many analyses, whatever its line', async () => {
    await analyse([result('f1')])
    github.push(7, { head: later })
    await analyse([result('f1', { line: 3 })])
    expect(github.alerts()).toMatchObject([{ number: 1, state: 'open', line: 3 }])
  })

  it.each([
    ['fingerprint', result('f2')],
    ['rule', result('f1', { ruleId: 'other' })],
    ['path', result('f1', { path: 'b.ts' })],
  ])('of another %s is another alert, and the first one is fixed', async (_, other) => {
    await analyse([result('f1')])
    await analyse([other])
    expect(github.alerts().map(({ number, state }) => [number, state])).toEqual([
      [1, 'fixed'],
      [2, 'open'],
    ])
  })

  it('is one for two results that cannot be told apart', async () => {
    await analyse([result('f1'), result('f1', { line: 3 })])
    expect(github.alerts()).toMatchObject([{ number: 1, line: 2 }])
  })

  it('is fixed when the newest analysis lacks it, and open again when it is back', async () => {
    await analyse([result('f1'), result('f2')])
    await analyse([result('f2')])
    expect(states()).toEqual({ f1: 'fixed', f2: 'open' })
    await analyse([result('f1'), result('f2')])
    expect(states()).toEqual({ f1: 'open', f2: 'open' })
    expect(github.alerts()).toHaveLength(2)
  })

  it('is not fixed by an analysis of another category or another ref', async () => {
    await analyse([result('f1')])
    await upload(log(run([], 'other')))
    await analyse([], { ref: main, sha: base })
    expect(states()).toEqual({ f1: 'open' })
    expect(states({ ref: main })).toEqual({})
  })

  it('comes to main with the next analysis there, not by merging', async () => {
    await analyse([result('f1')])
    github.merge(7, later)
    expect(states({ ref: main })).toEqual({})
    await analyse([result('f1')], { ref: main, sha: later })
    expect(states({ ref: main })).toEqual({ f1: 'open' })
    expect(github.alerts()).toHaveLength(1)
  })

  it('that a person dismissed stays dismissed, on every branch and over every analysis', async () => {
    await analyse([result('f1')])
    github.addPerson('mona', { role: 'maintain' })
    github.dismissAlert(1, 'mona', "won't fix")
    await analyse([result('f1')])
    await analyse([result('f1')], { ref: main, sha: base })
    expect([states(), states({ ref: main })]).toEqual([{ f1: 'dismissed' }, { f1: 'dismissed' }])
    expect((await client.get('/code-scanning/alerts?state=dismissed')).body).toMatchObject([
      {
        dismissed_by: { login: 'mona', type: 'User' },
        dismissed_reason: "won't fix",
        dismissed_at: expect.any(String),
      },
    ])
    github.reopenAlert(1)
    expect(states()).toEqual({ f1: 'open' })
  })

  it('is dismissed through the API with a reason only, and by whose token it is', async () => {
    await analyse([result('f1')])
    expect((await client.send('PATCH', '/code-scanning/alerts/1', { state: 'dismissed' })).status).toBe(400)
    const dismissed = { state: 'dismissed', dismissed_reason: 'false positive', dismissed_comment: 'no' }
    expect((await client.send('PATCH', '/code-scanning/alerts/1', dismissed)).body).toMatchObject({
      state: 'dismissed',
      dismissed_by: { login: 'github-actions[bot]', type: 'Bot' },
    })
    expect((await client.send('PATCH', '/code-scanning/alerts/1', { state: 'open' })).body).toMatchObject({
      state: 'open',
      dismissed_by: null,
    })
    expect((await client.send('PATCH', '/code-scanning/alerts/9', { state: 'open' })).status).toBe(404)
  })

  it.each([
    ['ignored', 'open'],
    ['honoured', 'fixed'],
  ] as const)('that is suppressed in SARIF is as the setting says: %s', async (suppressions, state) => {
    github.settings.suppressions = suppressions
    await analyse([result('f1')])
    await upload(log(run([{ ...result('f1'), suppressions: [{ kind: 'external', status: 'accepted' }] }])))
    expect(states()).toEqual({ f1: state })
  })

  it('is listed by ref, state and tool; without a ref those of the default branch', async () => {
    expect(await client.get('/code-scanning/alerts')).toMatchObject({
      status: 404,
      body: { message: 'no analysis found' },
    })
    await analyse([result('f1'), result('f2')])
    await analyse([result('f3')], { ref: main, sha: base })
    const numbers = async (query: string) =>
      JSON.parse(JSON.stringify((await client.get(`/code-scanning/alerts?${query}`)).body)).map(
        (one: { number: number }) => one.number,
      )
    expect(await numbers('')).toEqual([3])
    expect(await numbers('ref=main')).toEqual([3])
    expect(await numbers(`ref=${mergeRef}`)).toEqual([2, 1])
    expect(await numbers(`ref=${mergeRef}&direction=asc&per_page=1`)).toEqual([1])
    expect(await numbers(`ref=${mergeRef}&tool_name=other`)).toEqual([])
    await analyse([result('f1')])
    expect(await numbers(`ref=${mergeRef}&state=fixed`)).toEqual([2])
  })

  it('tells where it is, and its rank', async () => {
    const security = rule('correctness', { 'security-severity': '8.0', tags: ['security'] })
    await upload(log({ ...run([result('f1')]), tool: { driver: { name: 'tool', rules: [security] } } }))
    expect((await client.get('/code-scanning/alerts/1')).body).toMatchObject({
      rule: { id: 'correctness', severity: 'warning', security_severity_level: 'high' },
      tool: { name: 'tool' },
      most_recent_instance: {
        ref: mergeRef,
        category: 'review',
        message: { text: 'about f1' },
        location: { path: 'a.ts', start_line: 2 },
      },
    })
    expect((await client.get('/code-scanning/alerts/1/instances')).body).toMatchObject([{ state: 'open' }])
    expect((await client.get('/code-scanning/alerts/2')).status).toBe(404)
  })

  it('shows in the pull request when all its lines are added there and main does not have it', async () => {
    await analyse([
      result('added'),
      result('context', { line: 1 }),
      result('elsewhere', { path: 'b.ts' }),
      result('known', { line: 3 }),
    ])
    await analyse([result('known')], { ref: main, sha: base })
    expect(github.alertsShownOn(7)).toMatchObject([{ fingerprint: 'added', line: 2 }])
  })
})

describe('the check of code scanning', () => {
  const checks = () => github.checkRuns(head).map(({ name, app, conclusion }) => [name, app.slug, conclusion])

  it.each([
    ['error', 'a.ts', 'failure'],
    ['warning', 'a.ts', 'success'],
    ['error', 'b.ts', 'success'],
  ] as const)('for a result of the level %s in %s is a %s', async (level, path, conclusion) => {
    await upload(log(run([{ ...result('f1', { path }), level }])))
    expect(checks()).toEqual([['Code scanning results / tool', 'github-advanced-security', conclusion]])
  })

  it('is not made for a branch', async () => {
    await analyse([result('f1')], { ref: main, sha: base })
    expect([...checks(), ...github.checkRuns(base)]).toEqual([])
  })
})

describe('an analysis', () => {
  it('gives its SARIF back with the numbers of the alerts', async () => {
    await analyse([result('f1'), result('f2')])
    const [analysis] = JSON.parse(JSON.stringify((await client.get(`/code-scanning/analyses?ref=${mergeRef}`)).body))
    expect((await client.get(`/code-scanning/analyses/${analysis.id}`)).body).toMatchObject({
      id: analysis.id,
      category: 'review',
    })
    const sarif = await client.get(`/code-scanning/analyses/${analysis.id}`, { accept: 'application/sarif+json' })
    expect(sarif.headers.get('content-type')).toContain('application/sarif+json')
    expect(sarif.body).toMatchObject({
      runs: [
        {
          results: [
            { partialFingerprints: { primaryLocationLineHash: 'f1' }, properties: { 'github/alertNumber': 1 } },
            { properties: { 'github/alertNumber': 2 } },
          ],
        },
      ],
    })
    expect((await client.get('/code-scanning/analyses/1')).status).toBe(404)
  })

  it('takes the place of an earlier one of the same commit and category; others stay, newest first', async () => {
    await analyse([result('f1')])
    await analyse([])
    await upload(log(run([], 'other')))
    const { body } = await client.get('/code-scanning/analyses?tool_name=tool')
    expect(body).toMatchObject([{ category: 'other' }, { category: 'review', results_count: 0 }])
    expect((await client.get('/code-scanning/analyses?tool_name=unknown')).body).toEqual([])
  })

  it('of an id without a slash has no category', async () => {
    await upload(log({ ...run([]), automationDetails: { id: 'review' } }))
    expect((await client.get('/code-scanning/analyses')).body).toMatchObject([{ category: '' }])
  })

  it('is not readable without the permission', async () => {
    await analyse([])
    expect((await clientWith(github, github.token({ contents: 'read' })).get('/code-scanning/analyses')).status).toBe(
      403,
    )
  })
})
