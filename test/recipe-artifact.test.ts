import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from 'sarif'
import { toSarif } from '../src/report/sarif.js'
import type { Report } from '../src/types/report.js'
import { aReport, aResult } from './support/builders.js'
import { readRecipe } from './support/recipes.js'

interface Good {
  readonly report: Report
  readonly sarif: Log
}
/** Files that replace those of a good artifact, or join them. */
type Change = (good: Good) => Readonly<Record<string, unknown>>
type Run = Log['runs'][number]

function withReport(change: Readonly<Record<string, unknown>>): Change {
  return ({ report }) => ({ 'report.json': { ...report, ...change } })
}

function withSarif(change: (sarif: Log) => unknown): Change {
  return ({ sarif }) => ({ 'results.sarif': change(sarif) })
}

function withRun(change: (run: Run) => Readonly<Record<string, unknown>>): Change {
  return withSarif((sarif) => ({ ...sarif, runs: sarif.runs.map((run) => ({ ...run, ...change(run) })) }))
}

function withDriver(change: Readonly<Record<string, unknown>>): Change {
  return withRun(({ tool }) => ({ tool: { driver: { ...tool.driver, ...change } } }))
}

/** Changes the last result, so that the first ones have been accepted before. */
function withResult(change: Readonly<Record<string, unknown>>): Change {
  return withRun(({ results = [] }) => ({ results: [...results.slice(0, -1), { ...results.at(-1), ...change }] }))
}

function placeAt(uri: string) {
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }
}

/** What it is, what the refusal names, and how it differs from a good artifact. */
const hostileArtifacts: readonly (readonly [string, string, Change])[] = [
  ['a third file', 'exactly', () => ({ 'evil.sh': 'evil' })],
  ['a report that is not JSON', 'not JSON', () => ({ 'report.json': '{evil' })],
  ['a report that is null', 'schemaVersion', () => ({ 'report.json': 'null' })],
  ['a report of another schemaVersion', 'schemaVersion', withReport({ schemaVersion: 2 })],
  ['a report of another tool', 'another tool', withReport({ tool: { name: 'evil', version: '0.1.0' } })],
  ['a report with an unknown conclusion', 'conclusion', withReport({ conclusion: 'evil' })],
  ['a report that contradicts the SARIF', 'conclusion', withReport({ conclusion: 'pass' })],
  ['a report that knows no change', 'another commit', withReport({ change: null })],
  ['SARIF that is not JSON', 'not JSON', () => ({ 'results.sarif': '::error::evil' })],
  ['SARIF that is nested too deeply', 'not', () => ({ 'results.sarif': '['.repeat(200_000) })],
  ['SARIF that is a list', 'not SARIF', withSarif(() => [])],
  ['SARIF that is null', 'not SARIF', withSarif(() => 'null')],
  ['a file that is too large', 'bytes', withSarif((sarif) => JSON.stringify(sarif) + ' '.repeat(20_000_001))],
  ['no run', 'one run', withSarif((sarif) => ({ ...sarif, runs: [] }))],
  ['two runs', 'one run', withSarif((sarif) => ({ ...sarif, runs: [...sarif.runs, ...sarif.runs] }))],
  [
    'a second run of another category',
    'one run',
    withSarif(({ runs, ...sarif }) => ({
      ...sarif,
      runs: [...runs, ...runs.map((run) => ({ ...run, automationDetails: { id: 'evil/' } }))],
    })),
  ],
  ['a run that is null', 'another tool', withSarif((sarif) => ({ ...sarif, runs: [null] }))],
  ['SARIF of another tool', 'another tool', withDriver({ name: 'evil' })],
  ['SARIF of another version than the report', 'another tool', withDriver({ semanticVersion: '9.9.9' })],
  ['another category', 'category', withRun(() => ({ automationDetails: { id: 'evil/' } }))],
  ['a category that goes on', 'category', withRun(() => ({ automationDetails: { id: 'model-stack/review/evil/' } }))],
  ['no category', 'category', withRun(() => ({ automationDetails: undefined }))],
  ['a run that did not end well', 'end well', withRun(() => ({ invocations: [{ executionSuccessful: false }] }))],
  [
    'places relative to another',
    'originalUriBaseIds',
    withRun(() => ({ originalUriBaseIds: { A: { uri: 'evil/' } } })),
  ],
  [
    'results in another file',
    'externalPropertyFileReferences',
    withRun(() => ({ externalPropertyFileReferences: {} })),
  ],
  ['extensions of the tool', 'extensions', withRun(({ tool }) => ({ tool: { ...tool, extensions: [] } }))],
  ['too many results', 'results', withRun(({ results }) => ({ results: Array(5_001).fill(results?.[0]) }))],
  ['too many rules', 'rules', withDriver({ rules: Array(101).fill({ id: 'evil' }) })],
  [
    'a rule with a link',
    'link',
    withDriver({ rules: [{ id: 'correctness', help: { text: 'https://evil.example' } }] }),
  ],
  [
    'a rule with a page of its own',
    'link',
    withDriver({ rules: [{ id: 'security', helpUri: 'https://evil.example' }] }),
  ],
  ['a result of a rule that is not declared', 'unknown rule', withResult({ ruleId: 'evil' })],
  ['a result that is null', 'unknown rule', withRun(() => ({ results: [null] }))],
  ['a result of an unknown level', 'level', withResult({ level: 'evil' })],
  ['a message in Markdown', 'plain text', withResult({ message: { text: 'a', markdown: 'evil' } })],
  ['a message with a link', 'link', withResult({ message: { text: '[evil](https://evil.example)' } })],
  ['a result without a place', 'place', withResult({ locations: [] })],
  ['a result in two places', 'place', withResult({ locations: [placeAt('a.ts'), placeAt('b.ts')] })],
  ['a result without a fingerprint', 'fingerprint', withResult({ partialFingerprints: {} })],
  ['a related place elsewhere', 'not a path', withResult({ relatedLocations: [placeAt('../evil')] })],
]

const hostileUris = [
  '/etc/evil',
  '//evil.example/a',
  'https://evil.example/a',
  'file:///etc/evil',
  'C:/evil',
  'C:\\evil',
  '../evil',
  'src/../../evil',
  'src/%2e%2e/%2e%2e/evil',
  'src/%2E./evil',
  'src%2f..%2f..%2fevil',
  'src\\..\\evil',
  'src/%5c..%5cevil',
  '.git/evil',
  'a/.GIT/evil',
  './evil',
  'a//evil',
  'evil/',
  'evil%00.ts',
  'evil%0A::error::evil',
  'evil%zz',
  '',
]

describe('the check of the artifact in fork-two-jobs.yml', () => {
  const head = 'a'.repeat(40)
  const category = 'model-stack/review'
  const report = aReport({
    conclusion: 'fail',
    results: [
      aResult({ blocking: true }),
      aResult({
        fingerprint: '1:1',
        path: 'docs/ä b#c.md',
        message: 'See [this](https://example.com).',
        severity: 'low',
      }),
      aResult({ fingerprint: '2:1', ruleId: 'security', severity: 'critical', related: [aRelatedPlace()] }),
    ],
  })
  const sarif = toSarif(report, { category })

  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'recipe-'))
  })
  afterAll(() => rmSync(root, { recursive: true }))

  const { env: declared, run: script } = stepOfRecipe()
  const body = /^node --input-type=module - <<'SCRIPT'\n([\s\S]*)\nSCRIPT\n$/.exec(script)?.[1] ?? ''

  /** Runs the step as the runner would, but for the shell that hands node its script. */
  function validate(files: Readonly<Record<string, unknown>>, event: Readonly<Record<string, string>> = {}) {
    const artifact = mkdtempSync(join(root, 'artifact-'))
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(artifact, name), typeof content === 'string' ? content : JSON.stringify(content))
    return runScript(artifact, event)
  }

  function runScript(artifact: string, event: Readonly<Record<string, string>> = {}) {
    const output = join(mkdtempSync(join(root, 'output-')), 'output')
    writeFileSync(output, '')
    const env = { ARTIFACT: artifact, CATEGORY: category, HEAD_SHA: head, PULL_REQUEST: '7', ...event }
    const ended = spawnSync(process.execPath, ['--input-type=module', '-'], {
      input: body,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, ...env },
    })
    return { code: ended.status, said: ended.stdout + ended.stderr, outputs: readFileSync(output, 'utf8') }
  }

  it('is run with what it reads and nothing else', () => {
    expect(body).not.toBe('')
    expect(Object.keys(declared).toSorted()).toEqual(['ARTIFACT', 'CATEGORY', 'HEAD_SHA', 'PULL_REQUEST'])
    expect(declared['CATEGORY']).toBe(category)
    expect(declared['HEAD_SHA']).toBe('${{ github.event.pull_request.head.sha }}')
  })

  it('accepts what the action wrote', () => {
    const ended = validate({ 'report.json': report, 'results.sarif': sarif })
    expect(ended).toEqual({ code: 0, said: 'The artifact is what it should be.\n', outputs: 'upload=true\n' })
  })

  it.each(['not-evaluated', 'nothing-to-review'] as const)(
    'uploads nothing of a run that ended as %s',
    (conclusion) => {
      const other = { ...report, conclusion, results: [] }
      const { code, outputs } = validate({ 'report.json': other, 'results.sarif': toSarif(other, { category }) })
      expect({ code, outputs }).toEqual({ code: 0, outputs: 'upload=false\n' })
    },
  )

  it('uploads nothing of a run that ended before it knew the commit', () => {
    const other = aReport({ conclusion: 'not-evaluated', change: null })
    const { code, outputs } = validate({ 'report.json': other, 'results.sarif': toSarif(other, { category }) })
    expect({ code, outputs }).toEqual({ code: 0, outputs: 'upload=false\n' })
  })

  it.each([
    ['another commit', { HEAD_SHA: 'c'.repeat(40) }],
    ['another pull request', { PULL_REQUEST: '8' }],
    ['another category', { CATEGORY: 'model-stack/audit' }],
  ] as const)('refuses an artifact of %s than that of the event', (because, event) => {
    const ended = validate({ 'report.json': report, 'results.sarif': sarif }, event)
    expect(ended).toMatchObject({ code: 1, outputs: '', said: expect.stringContaining(because) })
  })

  it.each(hostileArtifacts)('refuses %s', (_what, because, change) => {
    const ended = validate({ 'report.json': report, 'results.sarif': sarif, ...change({ report, sarif }) })
    expect(ended.code).toBe(1)
    expect(ended.outputs).toBe('')
    expect(ended.said).toMatch(/^::error title=Artifact refused::[^\n]+\n$/)
    expect(ended.said).toContain(because)
    expect(ended.said).not.toContain('evil')
  })

  it.each(hostileUris.map((uri) => [JSON.stringify(uri), uri]))('refuses a result at %s', (_shown, uri) => {
    const change = withResult({ locations: [placeAt(uri)] })
    const ended = validate({ 'report.json': report, 'results.sarif': sarif, ...change({ report, sarif }) })
    expect(ended).toMatchObject({ code: 1, outputs: '', said: expect.stringContaining('place') })
  })

  it('refuses an artifact without the report', () => {
    expect(validate({ 'results.sarif': sarif })).toMatchObject({ code: 1, said: expect.stringContaining('exactly') })
  })

  it('refuses a link to a file elsewhere', () => {
    const artifact = join(root, 'linked')
    mkdirSync(artifact)
    writeFileSync(join(root, 'elsewhere.json'), JSON.stringify(report))
    symlinkSync(join(root, 'elsewhere.json'), join(artifact, 'report.json'))
    writeFileSync(join(artifact, 'results.sarif'), JSON.stringify(sarif))
    expect(runScript(artifact)).toMatchObject({ code: 1, outputs: '' })
  })
})

function aRelatedPlace(): Report['results'][number]['related'][number] {
  return { path: 'src/other.ts', region: { startLine: 3, endLine: 3 }, quote: 'export const other = 1' }
}

function stepOfRecipe() {
  const step = readRecipe('fork-two-jobs.yml').jobs.publish?.steps.find(({ id }) => id === 'validate')
  return { env: step?.env ?? {}, run: step?.run ?? '' }
}
