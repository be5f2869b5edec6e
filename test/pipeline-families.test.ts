import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { ReviewerError, type ReviewerErrorCode, reviewerErrorCodes } from '../src/errors.js'
import { exitCode } from '../src/gate/decide.js'
import { makeBlobFiles } from '../src/host/blob-files.js'
import { openRepository } from '../src/host/git.js'
import { takeProof } from '../src/host/tree-proof.js'
import { type Host, type Outcome, type RunRequest, runPipeline } from '../src/pipeline.js'
import { nothingSet } from '../src/policy/load.js'
import { readPrompt } from '../src/prompts.js'
import type { Commits } from '../src/trigger/resolve.js'
import type { AuthorModel } from '../src/types/authorship.js'
import type { PullRequest } from '../src/types/change.js'
import type { ProviderFailure } from '../src/types/egress.js'
import { familyPolicies, type Seat } from '../src/types/policy.js'
import { Report } from '../src/types/report.js'
import type { CredentialName, Family, Reply, Reviewer } from '../src/types/reviewer.js'
import { aCell, answer, aReviewer, ports } from './review/world.js'
import { aFinding } from './support/builders.js'
import { firstRun } from './support/earlier-runs.js'
import { type Checkout, makeCheckout } from './trigger/checkout.js'

/*
 * One run of the whole pipeline a row, over a real repository, with reviewers that follow the row.
 *
 * by      who wrote the commits, one word each, as their trailers say: O openai, A anthropic, Z zhipu, G google,
 *         C Copilot (a program that drives many), ? nothing; `=` author-model says it, `@` the pull request's opener
 * keys    credentials that are there: o openai, z zai, a anthropic, g gemini; `!` no CLI can be isolated here
 * policy  family-policy
 * asked   reviewers; `>` fallback-reviewers; in brackets allowed-families of the base's config file
 * does    what reviewers do besides a review without results: an error code (`~` the key proxy saw nothing of it),
 *         `finds` a blocking result, or the model that answers instead
 * seats   who is in the report, in order: `!` failed, `*` stamped as a waiver
 * author  families of the report
 * why     kinds of the reasons
 * ends    conclusion, then the action's exit code under on-not-evaluated fail and warn-on-outage
 */
const table = `
by     | keys | policy  | asked                     | does                        | seats                   | author        | why                                  | ends

A      | ozag | require | auto                      |                             | codex                   | A             | no-blocking-results                  | pass 0 0
O      | ozag | require | auto                      |                             | glm                     | O             | no-blocking-results                  | pass 0 0
Z      | ozag | require | auto                      |                             | codex                   | Z             | no-blocking-results                  | pass 0 0
G      | ozag | require | auto                      |                             | codex                   | G             | no-blocking-results                  | pass 0 0
?      | ozag | require | auto                      |                             | codex                   |               | no-blocking-results                  | pass 0 0
C      | ozag | require | auto                      |                             | codex                   |               | no-blocking-results                  | pass 0 0
O      | oa   | require | auto                      |                             | claude                  | O             | no-blocking-results                  | pass 0 0
O      | og   | require | auto                      |                             | gemini                  | O             | no-blocking-results                  | pass 0 0
A      | za   | require | auto                      |                             | glm                     | A             | no-blocking-results                  | pass 0 0
Z      | a    | require | auto                      |                             | claude                  | Z             | no-blocking-results                  | pass 0 0
A      | ozag | require | auto                      | codex:finds                 | codex                   | A             | blocking-results                     | fail 1 1

O      | o    | require | auto                      |                             |                         | O             | family-policy empty-seat coverage    | not-evaluated 1 1
A      | a    | require | auto                      |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1
A      |      | require | auto                      |                             | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 1
?      |      | require | auto                      |                             | codex!                  |               | reviewer-failed coverage             | not-evaluated 1 1

A O    | ozag | require | auto                      |                             | glm                     | O A           | no-blocking-results                  | pass 0 0
A O    | oa   | require | auto                      |                             | codex claude            | O A           | no-blocking-results                  | pass 0 0
AO     | oa   | require | auto                      |                             |                         | O A           | family-policy empty-seat coverage    | not-evaluated 1 1
AO     | oag  | require | auto                      |                             | gemini                  | O A           | no-blocking-results                  | pass 0 0
A O    | oa   | require | auto                      | codex:finds                 | codex claude            | O A           | blocking-results                     | fail 1 1
A O    | oa   | require | codex claude              | codex:QUOTA                 | codex! claude           | O A           | reviewer-failed                      | not-evaluated 1 0
A O    | oa   | require | auto                      | claude:EXITED               | codex claude! anthropic-api | O A       | no-blocking-results                  | pass 0 0

A      | ozag | require | auto                      | codex:QUOTA                 | codex! glm              | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | auto                      | codex:QUOTA glm:OVERLOADED  | codex! glm! gemini      | A             | no-blocking-results                  | pass 0 0
A      | oa   | require | auto                      | codex:EXITED                | codex! openai-api       | A             | no-blocking-results                  | pass 0 0
A      | oa   | require | auto                      | codex:QUOTA openai-api:QUOTA | codex! openai-api!     | A             | reviewer-failed coverage             | not-evaluated 1 0
O      | oz   | require | auto                      | glm:RATE_LIMITED            | glm!                    | O             | reviewer-failed coverage             | not-evaluated 1 0
O      | oz   | require | auto                      | glm:EXITED                  | glm!                    | O             | reviewer-failed coverage             | not-evaluated 1 1
O      | oz   | require | auto                      | glm:~OVERLOADED             | glm!                    | O             | reviewer-failed coverage             | not-evaluated 1 1
A      | ozag | require | auto                      | codex:~CONNECTION           | codex! glm              | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | auto                      | codex:TIMED_OUT             | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 1
A      | ozag | require | auto                      | codex:BUDGET                | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 1
A      | ozag | require | auto                      | codex:UNAUTHENTICATED       | codex! glm              | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | auto                      | codex:QUOTA glm:finds       | codex! glm              | A             | blocking-results                     | fail 1 1

A      | ozag | require | codex glm                 |                             | codex glm               | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | codex claude              |                             | codex claude            | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | codex claude              | codex:QUOTA                 | codex! claude           | A             | reviewer-failed                      | not-evaluated 1 0
A      | ozag | require | codex claude              | codex:QUOTA claude:finds    | codex! claude           | A             | blocking-results reviewer-failed     | fail 1 1
A      | ozag | require | codex claude > gemini     | codex:QUOTA                 | codex! gemini claude    | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | claude                    |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1
A      | ozag | require | claude > anthropic-api glm |                            | glm                     | A             | no-blocking-results                  | pass 0 0
A      | ozag | require | codex                     | codex:QUOTA                 | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 0
A      | ozag | require | codex > claude            | codex:CONNECTION            | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 0
A      | z    | require | codex                     |                             | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 1
A      | z    | require | codex > glm               |                             | glm                     | A             | no-blocking-results                  | pass 0 0

A      | ozag | strict  | auto                      |                             | codex glm               | A             | no-blocking-results                  | pass 0 0
O      | ozag | strict  | auto                      |                             | glm claude              | O             | no-blocking-results                  | pass 0 0
?      | ozag | strict  | auto                      |                             | codex glm               |               | no-blocking-results                  | pass 0 0
A      | oa   | strict  | auto                      |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1
A      | ozag | strict  | codex                     |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1
?      | ozag | strict  | codex openai-api          |                             |                         |               | family-policy empty-seat coverage    | not-evaluated 1 1
?      | ozag | strict  | codex claude              | claude:QUOTA                | codex claude!           |               | reviewer-failed                      | not-evaluated 1 0
?      | ozag | strict  | auto                      | glm:QUOTA                   | codex glm! claude       |               | no-blocking-results                  | pass 0 0
A      | ozag | strict  | auto                      | glm:QUOTA                   | codex glm! gemini       | A             | no-blocking-results                  | pass 0 0
A      | oza  | strict  | auto                      | glm:QUOTA                   | codex glm!              | A             | reviewer-failed                      | not-evaluated 1 0
=A     | ozag | strict  | auto                      |                             | codex                   | A             | no-blocking-results                  | pass 0 0
=A     | a    | strict  | auto                      |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1
=human | o    | strict  | auto                      |                             | codex                   |               | no-blocking-results                  | pass 0 0
@A     | ozag | strict  | auto                      |                             | codex                   | A             | no-blocking-results                  | pass 0 0
@A O   | ozag | strict  | auto                      |                             | glm gemini              | O A           | no-blocking-results                  | pass 0 0

O      | o    | prefer  | auto                      |                             | codex*                  | O             | no-blocking-results family-policy    | pass 0 0
O      | oz   | prefer  | auto                      |                             | glm                     | O             | no-blocking-results                  | pass 0 0
O      | oz   | prefer  | auto                      | glm:QUOTA                   | glm! codex*             | O             | no-blocking-results family-policy    | pass 0 0
O      | ozag | prefer  | auto                      | glm:QUOTA                   | glm! claude             | O             | no-blocking-results                  | pass 0 0
O      | o    | prefer  | auto                      | codex:finds                 | codex*                  | O             | blocking-results family-policy       | fail 1 1
O      | o    | prefer  | codex                     | codex:QUOTA                 | codex!                  | O             | reviewer-failed coverage             | not-evaluated 1 0
O      | ozag | prefer  | codex > claude            |                             | claude                  | O             | no-blocking-results                  | pass 0 0
A O    | o    | prefer  | auto                      |                             | codex*                  | O A           | no-blocking-results family-policy    | pass 0 0

O      | ozag | off     | auto                      |                             | codex*                  | O             | no-blocking-results family-policy    | pass 0 0
A      | ozag | off     | auto                      |                             | codex                   | A             | no-blocking-results                  | pass 0 0
A      | ozag | off     | auto                      | codex:QUOTA glm:QUOTA       | codex! glm! claude*     | A             | no-blocking-results family-policy    | pass 0 0

A      | z    | require | glm                       | glm:claude-sonnet-5         | glm                     | A             | family-policy                        | not-evaluated 1 1
A      | z    | prefer  | glm                       | glm:claude-sonnet-5         | glm*                    | A             | no-blocking-results family-policy    | pass 0 0
A      | o    | require | openai-api                | openai-api:prod             | openai-api              | A             | family-policy                        | not-evaluated 1 1
Z      | o    | require | openai-api:glm-5.3        |                             |                         | Z             | family-policy empty-seat coverage    | not-evaluated 1 1
O      | o    | require | openai-api:glm-5.3        |                             | openai-api              | O             | no-blocking-results                  | pass 0 0
A      | o    | require | openai-api:house          |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1

A      | oag! | require | auto                      |                             | gemini                  | A             | no-blocking-results                  | pass 0 0
O      | oa!  | require | auto                      |                             | anthropic-api           | O             | no-blocking-results                  | pass 0 0
?      | z!   | require | auto                      |                             |                         |               | family-policy empty-seat coverage    | not-evaluated 1 1
A      | ozag | require | auto [zhipu]              |                             | glm                     | A             | no-blocking-results                  | pass 0 0
Z      | ozag | require | auto [zhipu]              |                             |                         | Z             | family-policy empty-seat coverage    | not-evaluated 1 1
A      | ozag | require | auto [openai, zhipu]      | codex:QUOTA glm:QUOTA       | codex! glm! openai-api  | A             | no-blocking-results                  | pass 0 0
A      | ozag | prefer  | codex > gemini [openai]   | codex:QUOTA                 | codex!                  | A             | reviewer-failed coverage             | not-evaluated 1 0
A      | ozag | off     | codex [zhipu]             |                             |                         | A             | family-policy empty-seat coverage    | not-evaluated 1 1
`

const columns = ['by', 'keys', 'policy', 'asked', 'does', 'seats', 'author', 'why', 'ends'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

function toRow(line: string): Row {
  const [by = '', keys = '', policy = '', asked = '', does = '', seats = '', author = '', why = '', ends = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  return { by, keys, policy, asked, does, seats, author, why, ends }
}

const rows = table
  .split('\n')
  .filter((line) => line.trim() !== '')
  .slice(1)
  .map(toRow)

const letters: Readonly<Record<string, Family>> = { O: 'openai', A: 'anthropic', Z: 'zhipu', G: 'google' }

const trailers: Readonly<Record<string, string>> = {
  O: 'Co-authored-by: Codex <noreply@openai.com>',
  A: 'Co-Authored-By: Claude <noreply@anthropic.com>',
  Z: 'Co-Authored-By: GLM-5.2 <noreply@anthropic.com>',
  G: 'Generated-by: gemini-3-pro',
  C: 'Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>',
}

const PATH = 'src/total.ts'
const CONFIG = '.github/model-stack.yml'
const BUGGY = 'for (let index = 0; index < items.length - 1; index++) {'

interface History {
  readonly checkout: Checkout
  readonly base: string
  readonly head: string
}

/** One checkout for all rows with the same commits; the pipeline proves that it leaves it alone. */
const histories = new Map<string, History>()

afterAll(() => {
  for (const { checkout } of histories.values()) checkout.remove()
})

function historyOf(row: Row): History {
  const { words } = toAuthors(row)
  const { allowed } = toAsked(row)
  const key = `${words} ${allowed}`
  const known = histories.get(key)
  if (known !== undefined) return known
  const checkout = makeCheckout()
  const config = allowed === undefined ? {} : { [CONFIG]: `allowed-families: [${allowed}]\n` }
  const base = checkout.commit('base', { [PATH]: 'export const total = 0\n', ...config })
  checkout.git('checkout', '-q', '-b', 'topic')
  for (const [index, word] of words.split(' ').entries()) {
    const written = [...word].flatMap((letter) => trailers[letter] ?? [])
    checkout.commit(`Step ${index}\n\n${written.join('\n')}`, { [PATH]: `// ${index}\n${BUGGY}\n}\n` })
  }
  const history = { checkout, base, head: checkout.git('rev-parse', 'HEAD') }
  histories.set(key, history)
  return history
}

/** What the row says of authors, apart: commits, author-model, opener. */
function toAuthors({ by }: Row): {
  readonly words: string
  readonly authorModel: AuthorModel
  readonly opener: string
} {
  const parts = by.split(' ')
  const declared = parts.find((part) => part.startsWith('='))?.slice(1)
  const words = parts.filter((part) => !/^[=@]/.test(part)).join(' ')
  return {
    words: words === '' ? '?' : words,
    authorModel: declared === undefined ? 'auto' : declared === 'human' ? 'human' : familiesOf(declared),
    opener: parts.includes('@A') ? 'claude[bot]' : 'ada',
  }
}

function familiesOf(word: string): readonly Family[] {
  return [...word].flatMap((letter) => letters[letter] ?? [])
}

function pullRequestOf(login: string): PullRequest {
  const author = { login, id: 1, type: 'User' }
  return { number: 7, title: 'Totals', body: '', headRef: 'topic', author, fork: false, draft: false }
}

/** The column `asked`, apart. */
function toAsked({ asked }: Row): {
  readonly reviewers: string
  readonly fallback: string
  readonly allowed: string | undefined
} {
  const [, reviewers = '', fallback = '', allowed] = /^([^>[]*)(?:>([^[]*))?(?:\[(.*)\])?$/.exec(asked) ?? []
  return { reviewers, fallback, allowed }
}

function toRequest(row: Row, { base, head }: History): RunRequest {
  const { authorModel, opener } = toAuthors(row)
  const { reviewers, fallback } = toAsked(row)
  return {
    refs: {
      mode: 'review',
      base: { kind: 'commit', sha: base, fetchRef: undefined },
      head: { kind: 'commit', sha: head, fetchRef: undefined },
      pullRequest: pullRequestOf(opener),
    },
    pullRequestClosed: false,
    inputs: {
      ...nothingSet,
      familyPolicy: familyPolicies.find((policy) => policy === row.policy),
      reviewers: reviewers.trim() === 'auto' ? 'auto' : toSeats(reviewers),
      fallbackReviewers: toSeats(fallback),
    },
    configFile: CONFIG,
    replayed: false,
    maxTokens: 'auto',
    authorModel,
    toolVersion: '0.0.0-test',
  }
}

function toSeats(words: string): readonly Seat[] {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [id = '', model] = word.split(':')
      return { id, model }
    })
}

const kinds = [
  ['codex', 'openai', 'gpt-5.5', 'openai-api-key'],
  ['glm', 'zhipu', 'glm-5.3', 'zai-api-key'],
  ['claude', 'anthropic', 'claude-opus-4-8', 'anthropic-api-key'],
  ['gemini', 'google', 'gemini-3-pro', 'gemini-api-key'],
  ['openai-api', 'openai', 'gpt-5.5', 'openai-api-key'],
  ['anthropic-api', 'anthropic', 'claude-opus-4-8', 'anthropic-api-key'],
] as const
const clis: readonly string[] = ['codex', 'glm', 'claude']

/** What each reviewer is to do. */
function toScripts({ does }: Row): ReadonlyMap<string, string | undefined> {
  return new Map(does.split(' ').map((word) => [word.split(':')[0] ?? '', word.split(':')[1]]))
}

function errorIn(script: string | undefined): ReviewerErrorCode | undefined {
  return reviewerErrorCodes.find((one) => one === script?.replace('~', ''))
}

/** What the key proxy saw go wrong. */
function failureIn(script: string | undefined): ProviderFailure | undefined {
  const code = errorIn(script)
  return code === undefined || script?.startsWith('~') === true
    ? undefined
    : { code, status: undefined, message: 'As the row wants it.' }
}

/** Reviewers that do what the row says; `asked` grows with every question to one of them. */
function toReviewers(row: Row, asked: string[]): readonly Reviewer[] {
  const scripts = toScripts(row)
  return kinds.map(([id, family, defaultModel, credential]) => ({
    ...aReviewer([]),
    ...{ id, family, defaultModel, credential },
    review: async ({ model }) => {
      asked.push(id)
      return perform(scripts.get(id), model)
    },
  }))
}

function perform(script: string | undefined, model: string): Reply {
  const code = errorIn(script)
  if (code !== undefined) throw new ReviewerError(code, 'As the row wants it.')
  const finding = aFinding({ path: PATH, startLine: 2, endLine: 2, quote: BUGGY, severity: 'high' })
  const finds = script === 'finds'
  return {
    text: answer([PATH], finds ? [finding] : []),
    model: script === undefined || finds ? model : script,
    filesRead: [PATH],
    turns: 1,
  }
}

function hasKey({ keys }: Row, credential: CredentialName): boolean {
  return keys.includes(credential.charAt(0))
}

async function makeHost(row: Row, { checkout }: History, asked: string[]): Promise<Host> {
  const directory = mkdtempSync(join(checkout.root, 'run-'))
  mkdirSync(join(directory, 'scratch'))
  const commits = await openRepository({
    checkout: checkout.path,
    directory: join(directory, 'objects'),
    token: undefined,
    serverUrl: 'https://github.com',
  })
  const requireCredential = ({ credential }: Reviewer) => {
    if (!hasKey(row, credential)) throw new ReviewerError('NO_CREDENTIAL', `Set the input ${credential}.`)
  }
  return {
    log: ports.log,
    commits,
    files: (change, diff) => makeBlobFiles(commits.git, change, diff),
    review: {
      ...ports,
      requireCredential,
      openCell: async ({ reviewer }) => aCell(reviewer, { failure: () => failureIn(toScripts(row).get(reviewer.id)) }),
    },
    reviewers: toReviewers(row, asked),
    snapshotDirectory: join(directory, 'snapshot'),
    scratchDirectory: join(directory, 'scratch'),
    signal: new AbortController().signal,
    hasCredential: (name) => hasKey(row, name),
    canIsolate: ({ id }) =>
      row.keys.includes('!') && clis.includes(id) ? { kind: 'impossible', why: 'no bubblewrap' } : { kind: 'possible' },
    prompt: readPrompt,
    nonce: () => '0123456789abcdef0123456789abcdef',
    takeProof: () => takeProof(checkout.path),
    readHead: async () => ({ kind: 'same' }),
    ...firstRun,
  }
}

interface Run {
  readonly outcome: Outcome
  /** Ids of the reviewers whose model was asked. */
  readonly asked: readonly string[]
}

async function run(row: Row, change: (host: Host) => Host = (host) => host): Promise<Run> {
  const history = historyOf(row)
  const asked: string[] = []
  const host = await makeHost(row, history, asked)
  return { outcome: await runPipeline(toRequest(row, history), change(host)), asked }
}

/** The outcome in the words of the table. */
function describeOutcome({ report, causes }: Outcome): Pick<Row, 'seats' | 'author' | 'why' | 'ends'> {
  const exit = (onNotEvaluated: 'fail' | 'warn-on-outage') =>
    exitCode(report, { onNotEvaluated, causes, surface: 'action', configurationError: false })
  const seats = report.reviewers.map(
    ({ id, status, waiver }) => `${id}${status === 'failed' ? '!' : ''}${waiver ? '*' : ''}`,
  )
  const letterOf = (family: string) => Object.keys(letters).find((letter) => letters[letter] === family) ?? family
  return {
    seats: seats.join(' '),
    author: report.authorship.families.map(letterOf).join(' '),
    why: report.reasons.map(({ kind }) => kind).join(' '),
    ends: `${report.conclusion} ${exit('fail')} ${exit('warn-on-outage')}`,
  }
}

describe('families in a run', () => {
  it.each(rows)('$by, keys $keys, $policy, $asked; $does: $seats, $ends', async (row) => {
    const { outcome, asked } = await run(row)
    const { seats, author, why, ends } = row
    expect(describeOutcome(outcome)).toEqual({ seats, author, why, ends })
    expect(Report.parse(outcome.report)).toEqual(outcome.report)
    // No code goes to anybody whom the report does not name, and nobody is asked without a key.
    const named = outcome.report.reviewers.map(({ id }) => id)
    const withKey = kinds.filter(([id, , , credential]) => named.includes(id) && hasKey(row, credential))
    expect(asked.toSorted()).toEqual(withKey.map(([id]) => id).toSorted())
  })

  it('are settled by at least sixty rows that differ', () => {
    const questions = rows.map(({ by, keys, policy, asked, does }) => [by, keys, policy, asked, does].join('|'))
    expect(new Set(questions).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(60)
    expect(rows.filter(({ ends }) => !/^[a-z-]+ [01] [01]$/.test(ends))).toEqual([])
  })
})

describe('a reviewer that this version does not have', () => {
  it('ends the run by name', async () => {
    const row = toRow('A | ozag | require | codex glm')
    const without = (host: Host) => ({ ...host, reviewers: host.reviewers.filter(({ id }) => id !== 'glm') })
    await expect(run(row, without)).rejects.toThrow('reviewers: this version has no reviewer "glm"')
  })
})

describe('a change of more commits than are read', () => {
  /** The history's log, repeated: each commit under another id. */
  function withCommits(count: number): (host: Host) => Host {
    const record = (index: number) => `${index.toString(16).padStart(40, '0')}\nAda\nada@example.test\nStep\n`
    const log = Buffer.from(Array.from({ length: count }, (_, index) => record(index)).join('\0'))
    const wrap = (commits: Commits): Commits => {
      const read: Commits['git']['read'] = (args, ...rest) =>
        args[0] === 'log' ? Promise.resolve(log) : commits.git.read(args, ...rest)
      return { ...commits, git: { ...commits.git, read } }
    }
    return (host) => ({ ...host, commits: wrap(host.commits) })
  }

  it.each([
    [500, '@A', 'codex'],
    [501, '@A', 'codex glm'],
    [501, '=A', 'codex'],
  ] as const)('counts what was not read as unknown: %s commits by %s under strict', async (count, by, seats) => {
    const { outcome } = await run(toRow(`${by} | ozag | strict | auto`), withCommits(count))
    expect(describeOutcome(outcome)).toMatchObject({ seats, author: 'A' })
  })
})
