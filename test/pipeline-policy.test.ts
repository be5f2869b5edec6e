import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeBlobFiles } from '../src/host/blob-files.js'
import type { EarlierRuns } from '../src/host/earlier-runs.js'
import { openRepository } from '../src/host/git.js'
import { takeProof } from '../src/host/tree-proof.js'
import { type Outcome, runPipeline } from '../src/pipeline.js'
import { nothingSet } from '../src/policy/load.js'
import { readPrompt } from '../src/prompts.js'
import type { PullRequest } from '../src/types/change.js'
import type { Finding } from '../src/types/finding.js'
import type { PolicyInputs } from '../src/types/policy.js'
import { answer, aReviewer, ports, type ScriptedReviewer } from './review/world.js'
import { aFinding } from './support/builders.js'
import { firstRun } from './support/earlier-runs.js'
import { type Checkout, makeCheckout } from './trigger/checkout.js'

const made: Checkout[] = []

afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
})

const LINE = 'export const open = true'

interface World {
  readonly config?: string
  /** Path → content, in the base and in the change. */
  readonly base?: Readonly<Record<string, string>>
  readonly head: Readonly<Record<string, string>>
  /** What the change removes. */
  readonly gone?: string
  readonly baseBranch?: string
  readonly opener?: PullRequest['author']
  /** Who the commit says that it is from. */
  readonly gitAuthor?: string
  readonly findings?: readonly Finding[]
  readonly inputs?: Partial<PolicyInputs>
  readonly history?: EarlierRuns['history']
}

interface Run extends Outcome {
  readonly reviewers: readonly ScriptedReviewer[]
}

const CONFIG = '.github/model-stack.yml'

async function run(world: World): Promise<Run> {
  const checkout = makeCheckout()
  made.push(checkout)
  const base = checkout.commit('base', { [CONFIG]: world.config ?? '{}', 'kept.ts': 'kept\n', ...world.base })
  checkout.git('checkout', '-q', '-b', 'topic')
  if (world.gone !== undefined) checkout.git('rm', '-q', world.gone)
  for (const [path, content] of Object.entries(world.head)) checkout.write(path, content)
  checkout.git('add', '-A')
  const author = world.gitAuthor === undefined ? [] : [`--author=${world.gitAuthor}`]
  checkout.git('commit', '-q', '-m', 'change', ...author)
  const head = checkout.git('rev-parse', 'HEAD')
  const paths = Object.keys(world.head)
  const reply = [answer([...paths, ...(world.gone === undefined ? [] : [world.gone])], world.findings ?? [])]
  const reviewers = [
    aReviewer(reply, paths),
    { ...aReviewer(reply, paths), id: 'glm', family: 'zhipu', defaultModel: 'glm-1', credential: 'zai-api-key' },
  ] as const satisfies readonly ScriptedReviewer[]
  const scratchDirectory = join(checkout.root, 'scratch')
  mkdirSync(scratchDirectory)
  const commits = await openRepository({
    checkout: checkout.path,
    directory: join(checkout.root, 'objects'),
    token: undefined,
    serverUrl: 'https://github.com',
  })
  const outcome = await runPipeline(
    {
      refs: {
        mode: 'review',
        base: { kind: 'commit', sha: base, fetchRef: undefined },
        head: { kind: 'commit', sha: head, fetchRef: undefined },
        baseBranch: world.baseBranch,
        pullRequest: world.opener && { ...pullRequest, author: world.opener },
      },
      pullRequestClosed: false,
      inputs: { ...nothingSet, ...world.inputs },
      configFile: CONFIG,
      replayed: false,
      maxTokens: 'auto',
      authorModel: 'auto',
      toolVersion: '0.0.0-test',
    },
    {
      log: ports.log,
      commits,
      files: (change, diff) => makeBlobFiles(commits.git, change, diff),
      review: ports,
      reviewers,
      snapshotDirectory: join(checkout.root, 'snapshot'),
      scratchDirectory,
      signal: new AbortController().signal,
      hasCredential: () => true,
      canIsolate: () => ({ kind: 'possible' }),
      prompt: readPrompt,
      nonce: () => '0123456789abcdef0123456789abcdef',
      takeProof: () => takeProof(checkout.path),
      readHead: async () => ({ kind: 'same' }),
      ...firstRun,
      earlier: { ...firstRun.earlier, ...(world.history && { history: world.history }) },
    },
  )
  return { ...outcome, reviewers }
}

const pullRequest = { number: 5, title: 'T', body: '', headRef: 'topic', fork: false, draft: false }
const dependabot = { login: 'dependabot[bot]', id: 49_699_333, type: 'Bot' }
const mallory = { login: 'mallory', id: 666, type: 'User' }

function found(path: string, overrides: Partial<Finding> = {}): Finding {
  return aFinding({ path, startLine: 1, endLine: 1, quote: LINE, severity: 'medium', ...overrides })
}

function asked({ reviewers }: Run): readonly string[] {
  return reviewers.filter(({ requests }) => requests.length > 0).map(({ id }) => id)
}

describe('rules in a run', () => {
  const config = `
rules:
  - { paths: "src/auth/**", branches: "release/**", fail-on-severity: medium, instructions: Tenants are sacred. }
  - { paths: "docs/**", fail-on-severity: never, instructions: Docs may lie. }
`
  const path = 'src/auth/door.ts'

  it.each([
    ['release/1', path, 'fail'],
    ['main', path, 'pass'],
    [undefined, path, 'pass'],
    ['release/1', 'src/other.ts', 'pass'],
  ])('on the base branch %s judge a finding in %s: %s', async (baseBranch, place, conclusion) => {
    const world = { config, head: { [place]: `${LINE}\n` }, findings: [found(place)] }
    const { report } = await run(baseBranch === undefined ? world : { ...world, baseBranch })
    expect(report.conclusion).toBe(conclusion)
    expect(report.results).toMatchObject([{ path: place, blocking: conclusion === 'fail' }])
  })

  it('may be milder than the config file, and not than an input', async () => {
    const head = { 'docs/a.ts': `${LINE}\n` }
    const findings = [found('docs/a.ts', { severity: 'critical' })]
    expect((await run({ config, head, findings })).report.conclusion).toBe('pass')
    const strict = await run({ config, head, findings, inputs: { failOnSeverity: 'high' } })
    expect(strict.report.conclusion).toBe('fail')
  })

  it('still judge a file that was moved away from them', async () => {
    const content = `${LINE}\n${'// one line of many\n'.repeat(20)}`
    const world = { config, base: { [path]: content }, gone: path, baseBranch: 'release/1' }
    const head = { 'docs/door.ts': content.replace('true', 'false') }
    const findings = [found('docs/door.ts', { quote: LINE.replace('true', 'false') })]
    const { report } = await run({ ...world, head, findings })
    expect(report.results).toMatchObject([{ path: 'docs/door.ts', blocking: true }])
  })

  it('instruct the reviewer about the paths that changed only', async () => {
    const { reviewers } = await run({ config, head: { 'docs/a.ts': `${LINE}\n` }, baseBranch: 'release/1' })
    const prompt = reviewers[0]?.requests[0]?.prompt ?? ''
    expect(prompt).toContain('For docs/**:\nDocs may lie.')
    expect(prompt).not.toContain('Tenants are sacred.')
  })

  it('add reviewers where their paths changed, beside the one of auto or of the list', async () => {
    const adding = 'rules: [{ paths: "src/**", reviewers: [codex, glm] }]'
    expect(asked(await run({ config: adding, head: { 'src/a.ts': `${LINE}\n` } }))).toEqual(['codex', 'glm'])
    expect(asked(await run({ config: adding, head: { 'b.ts': `${LINE}\n` } }))).toEqual(['codex'])
    const listed = await run({ config: `${adding}\nreviewers: [glm]`, head: { 'src/a.ts': `${LINE}\n` } })
    expect(asked(listed)).toEqual(['codex', 'glm'])
  })

  it('are an error where fewer review than must agree', async () => {
    const agreeing = 'rules: [{ paths: "src/**", min-agreement: 2 }]'
    const head = { 'src/a.ts': `${LINE}\n` }
    await expect(run({ config: agreeing, head })).rejects.toThrow(/^min-agreement: 2 reviewers .* there is 1 seat/)
    const both = await run({ config: `${agreeing}\nreviewers: [codex, glm]`, head, findings: [found('src/a.ts')] })
    expect(both.report.conclusion).toBe('pass')
  })
})

describe('what goes wrong while several things are read', () => {
  const head = { 'a.ts': `${LINE}\n` }
  const history = () => Promise.reject(new Error('GitHub cannot be reached'))

  it('is the config file where that is wrong, though the network failed before', async () => {
    await expect(run({ config: 'reviewer: [codex]', head, history })).rejects.toThrow(/reviewer/)
  })

  it('is the network where nothing else is', async () => {
    await expect(run({ head, history })).rejects.toThrow('GitHub cannot be reached')
  })
})

describe('exempt in a run', () => {
  const config = 'exempt: [{ author: "dependabot[bot]", paths: "deps/**" }, { author: 49699333, paths: "more/**" }]'
  const head = { 'deps/a.ts': `${LINE}\n`, 'more/b.ts': `${LINE}\n` }

  it('leaves out what the event says this user opened, and says so', async () => {
    const { report, reviewers } = await run({ config, head, opener: dependabot })
    expect(report.conclusion).toBe('nothing-to-review')
    expect(report.coverage.excluded).toEqual([
      { path: 'deps/a.ts', reason: 'exempt: dependabot[bot]' },
      { path: 'more/b.ts', reason: 'exempt: 49699333' },
    ])
    expect(reviewers.flatMap(({ requests }) => requests)).toEqual([])
  })

  it.each([
    ['a commit that says it is from that user', { opener: mallory }],
    ['such a commit without an event', {}],
    ['a user whose login looks like the number', { opener: { ...mallory, login: '49699333' } }],
  ])('does not believe %s', async (_, who) => {
    const gitAuthor = 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>'
    const { report } = await run({ config, head, gitAuthor, ...who })
    expect(report.coverage).toMatchObject({ excluded: [], percent: 100, changedLines: 2 })
  })

  it('is not what the change itself says', async () => {
    const { report } = await run({ head: { ...head, [CONFIG]: config }, opener: dependabot })
    expect(report.coverage.excluded).toEqual([])
  })
})
