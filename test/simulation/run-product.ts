import { codeAgeIn } from '../../src/baseline/new-code.js'
import { alertKey, toResults } from '../../src/baseline/track.js'
import { mergeSame } from '../../src/consensus/agree.js'
import { omitFiles, touchedPaths } from '../../src/diff/omit.js'
import { type CheckContext, type CheckedFinding, checkFindings } from '../../src/evidence/check.js'
import { ownFindings } from '../../src/evidence/own-findings.js'
import { markBlocking } from '../../src/gate/blocks.js'
import { makeEarlierRuns } from '../../src/host/earlier-runs.js'
import { encodeSarif } from '../../src/host/encode-sarif.js'
import type { GitHubClient } from '../../src/host/github/client.js'
import { uploadSarif } from '../../src/host/github/upload-sarif.js'
import type { Files } from '../../src/host/host.js'
import { publishToGitHub } from '../../src/host/publish-to-github.js'
import { emptyReport, toReport } from '../../src/report/assemble.js'
import { sarifText } from '../../src/report/sarif.js'
import { worstFirst } from '../../src/report/wording.js'
import type { Change } from '../../src/types/change.js'
import type { FileDiff } from '../../src/types/diff.js'
import type { Report } from '../../src/types/report.js'
import type { Result } from '../../src/types/result.js'
import { type SourceFile, type Tree, textOf } from './code.js'
import type { FilePair, Written } from './line-diff.js'
import type { Claim } from './reviewer.js'

/** One run of the product. */
export interface Run {
  readonly change: Change
  readonly before: Tree
  readonly after: Tree
  /** What lies between them. */
  readonly written: Written
  /** What each reviewer says. */
  readonly said: ReadonlyMap<string, readonly Claim[]>
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** What a run leaves. */
export interface Ran {
  readonly results: readonly Result[]
  readonly notes: readonly string[]
  readonly withheld: ReadonlySet<string>
}

const category = 'model-stack/review'
const toolVersion = '0.1.0'

/** The stages of the product in the order of its pipeline, up to the upload. */
export async function runProduct(run: Run, github: GitHubClient): Promise<Ran> {
  const { change } = run
  const { files } = run.written.parsed
  const results = await findResults(run, { github, files })
  const changedPaths = new Set(touchedPaths(files))
  const report = toReport({
    ...{ change, toolVersion, changedPaths, results: results.results, notes: results.notes },
    ...{ authorship: { families: [], signals: [] }, waived: [], reviews: [], rejected: [], egress: [] },
    ...{ snapshot: undefined, override: null, reusedReview: null, increment: null, replayed: false },
    coverage: { changedLines: 1, reviewedLines: 1, percent: 100, unreviewed: [], excluded: [] },
    isolation: emptyReport(toolVersion, { conclusion: 'pass', reasons: [] }).isolation,
    verdict: { conclusion: results.results.some(({ blocking }) => blocking) ? 'fail' : 'pass', reasons: [] },
  })
  const notes =
    change.pullRequest === undefined
      ? await uploadWhole(report, github, results.withheld)
      : await publish(report, {
          ...{ github, files, changedPaths, withheld: results.withheld },
          pullRequest: change.pullRequest.number,
        })
  return { results: results.results, notes, withheld: results.withheld }
}

/** Both sides of each file that differs. */
export function pairsOf({ before, after }: Pick<Run, 'before' | 'after'>): readonly FilePair[] {
  const numbers = [...new Set([...before.keys(), ...after.keys()])]
  return numbers.flatMap((number) => {
    const [old, now] = [before.get(number), after.get(number)]
    if (old === now) return []
    const texts = { before: old && textOf(old), after: now && textOf(now) }
    const path = (now ?? old)?.path ?? ''
    const oldPath = old !== undefined && now !== undefined && old.path !== now.path ? old.path : undefined
    return texts.before === texts.after && oldPath === undefined ? [] : [{ path, oldPath, ...texts }]
  })
}

interface Found {
  readonly github: GitHubClient
  readonly files: readonly FileDiff[]
}

async function findResults(run: Run, { github, files }: Found): Promise<Ran> {
  const { change, today } = run
  const history = await earlierRuns(github).history(change)
  const author = change.pullRequest?.author.login
  const renames = renamesOf(files)
  const own = ownFindings({ files, change, configFile: '.github/model-stack.yml', ownResults: {} })
  const tracked = toResults(mergeSame([...(await check(run, files)), ...own]), {
    ...{ history, renames, suppressions: [], today, touched: new Set(touchedPaths(files)) },
    // An audit looks at what is there, and no change wrote it.
    codeAge: change.mode === 'audit' ? () => 'old' : codeAgeIn(files),
    // As the pipeline does where override.allow-author is not set.
    dismissalProblem: ({ by }) => (by === author ? 'by the author of the pull request' : undefined),
  })
  const results = markBlocking(tracked.results, { failOnSeverity: 'high' })
  return { results, notes: tracked.notes, withheld: tracked.withheld }
}

/** New path → path before the change. */
function renamesOf(files: readonly FileDiff[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [] : [[path, oldPath] as const])))
}

function filesOf({ before, after }: Run): Files {
  const sides = { old: byPath(before), new: byPath(after) }
  return {
    text: async (side, path) => {
      const file = sides[side].get(path)
      return file === undefined ? undefined : textOf(file)
    },
  }
}

async function check(run: Run, files: readonly FileDiff[]): Promise<readonly CheckedFinding[]> {
  const trees = { old: run.before, new: run.after }
  const context = {
    diff: omitFiles(files, { paths: [], pathsIgnore: [], generated: new Set(), problems: new Map() }),
    files: filesOf(run),
    search: { find: async () => ({ kind: 'nothing' }) },
    treePaths: async (side) => [...byPath(trees[side]).keys()],
  } as const satisfies Omit<CheckContext, 'reviewer'>
  const checked = []
  for (const [reviewer, claims] of run.said) {
    const findings = claims.map(({ finding }) => finding)
    checked.push(...(await checkFindings(findings, { ...context, reviewer })).checked)
  }
  return checked
}

function byPath(tree: Tree): ReadonlyMap<string, SourceFile> {
  return new Map([...tree.values()].map((file) => [file.path, file]))
}

function earlierRuns(github: GitHubClient): ReturnType<typeof makeEarlierRuns> {
  const log = {
    debug: () => {},
    info: () => {},
    warning: () => {},
    group: <T>(_: string, body: () => Promise<T>) => body(),
  }
  return makeEarlierRuns({
    ...{
      github,
      category,
      log,
      secrets: {},
      place: '1',
      need: 'same-tree',
      baseline: undefined,
      redact: (text) => text,
    },
    store: { find: async () => [], keep: async () => {} },
    ...{ checkout: '/nowhere', surface: 'action', queued: undefined, now: () => 0 },
    git: { read: async () => Buffer.alloc(0) },
  })
}

interface Publishing extends Found {
  readonly withheld: ReadonlySet<string>
  readonly changedPaths: ReadonlySet<string>
  readonly pullRequest: number
}

async function publish(
  report: Report,
  { github, files, changedPaths, withheld, pullRequest }: Publishing,
): Promise<readonly string[]> {
  const head = report.change?.head ?? ''
  const { notes } = await publishToGitHub(report, {
    ...{
      github,
      files,
      changedPaths,
      withheld,
      category,
      upload: 'required',
      comment: 'never',
      reviewComments: 'never',
    },
    ...{ suggestions: 'off', startedAt: new Date(0), serverUrl: 'https://github.com', repository: 'o/r', runId: '1' },
    filed: { sha: head, report },
    situation: {
      ...{ eventName: 'pull_request', ref: `refs/pull/${pullRequest}/merge`, sha: head, defaultBranch: 'main' },
      pullRequest: { number: pullRequest, head, fork: false },
    },
  })
  return notes
}

/** A whole branch, which `mode: audit` looks at. */
async function uploadWhole(
  report: Report,
  github: GitHubClient,
  withheld: ReadonlySet<string>,
): Promise<readonly string[]> {
  const ordered = worstFirst(
    report.results.filter((result) => result.baselineState !== 'absent' && !withheld.has(alertKey(result))),
  )
  const make = (count: number) => sarifText({ ...report, results: ordered.slice(0, count) }, { category })
  const outcome = await uploadSarif(
    github,
    {
      ...{ source: { resultCount: ordered.length, make }, toolName: report.tool.name, startedAt: new Date(0) },
      place: { ref: 'refs/heads/main', sha: report.change?.head ?? '', whenForbidden: '' },
    },
    { encode: encodeSarif, wait: async () => {} },
  )
  return outcome.kind === 'uploaded' ? ['Uploaded to code scanning.'] : [JSON.stringify(outcome)]
}
