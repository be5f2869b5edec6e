// One review of a change through the whole pipeline, with a scripted model in this process: what bench/scale.mjs bundles
// and starts. Arguments: checkout, base, head. Prints what it measured as JSON.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeHost } from '../src/host/make-host.ts'
import { makeRunDirectory } from '../src/host/run-directory.ts'
import { runPipeline } from '../src/pipeline.ts'
import { parseCommandLine } from '../src/policy/from-flags.ts'
import { toMarkdown } from '../src/report/markdown.ts'
import { sarifText } from '../src/report/sarif.ts'
import { toTerminal } from '../src/report/terminal.ts'
import { noEarlierRuns } from '../test/support/earlier-runs.ts'

/** The model's own time for a turn. */
const TURN_MS = 2
const TITLE = 'A planted defect'
const DEFECT = /^(\d+) \+(.*defect-\d+-of-\d+.*)$/

const [checkout, base, head] = process.argv.slice(2)
const asked = { requests: 0, lanes: 0, most: 0 }
const directory = makeRunDirectory([tmpdir()])
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  directory.dispose()
}

async function measure() {
  const { settings, inputs } = parseCommandLine(['review'], { OPENAI_API_KEY: 'sk-placeholder-0123456789' })
  const started = performance.now()
  const marks = {}
  const log = {
    ...{ debug() {}, warning: (text) => process.stderr.write(`${text}\n`), group: (_title, body) => body() },
    info: (text) => {
      if (text.startsWith('Reviewing ')) marks.diff = performance.now() - started
      if (text.startsWith('Snapshot of ')) marks.snapshot = performance.now() - started
      if (text.includes(' files read; ')) marks.review = performance.now() - started
    },
  }
  const host = await makeHost({
    ...{ settings, log, env: {}, checkout, directory, serverUrl: 'https://github.com', runUrl: null },
    signal: new AbortController().signal,
    readHead: async () => ({ kind: 'same' }),
    earlierRuns: () => noEarlierRuns,
  })
  const codex = host.reviewers.find(({ id }) => id === 'codex')
  const scripted = { ...codex, tool: undefined, tryOwnSandbox: async () => 'off', review }
  const outcome = await runPipeline(toRequest(inputs), { ...host, reviewers: [scripted] })
  const seconds = (performance.now() - started) / 1e3
  const written = performance.now()
  const { report, changedPaths: paths } = outcome
  const texts = [
    sarifText(report, { category: 'bench', paths }),
    toMarkdown(report),
    toTerminal(report, { color: 'off', width: 100 }),
    JSON.stringify(report, undefined, 2),
  ]
  const stages = Object.fromEntries(Object.entries(marks).map(([name, ms]) => [name, ms / 1e3]))
  return {
    ...{ seconds, stages, output: (performance.now() - written) / 1e3, bytes: texts.join('').length },
    ...{ requests: asked.requests, lanes: asked.most, rss: process.resourceUsage().maxRSS / 1024 },
    ...summaryOf(report),
  }
}

function toRequest(inputs) {
  const commit = (sha) => ({ kind: 'commit', sha, fetchRef: undefined })
  return {
    refs: { mode: 'review', base: commit(base), head: commit(head), pullRequest: undefined },
    ...{ pullRequestClosed: false, inputs, configFile: '.github/model-stack.yml', replayed: false },
    ...{ maxTokens: 'auto', authorModel: 'auto', toolVersion: '0.0.0-bench' },
  }
}

function summaryOf({ conclusion, coverage, results, rejected, change }) {
  const found = results.filter(({ title }) => title === TITLE)
  const verified = found.filter(({ evidence }) => evidence.status === 'verified')
  return {
    ...{ conclusion, percent: coverage.percent, reviewed: coverage.reviewedLines, changed: coverage.changedLines },
    ...{ rejected: rejected.length, verified: verified.length, found: verified.map(({ quote }) => nameOf(quote)) },
    ...{ unreviewed: coverage.unreviewed.slice(0, 3), others: results.length - found.length, files: change.files },
  }
}

function nameOf(quote) {
  return /defect-\d+-of-\d+/.exec(quote)?.[0]
}

/** Reads one file, names every file of the prompt, and reports what is planted in what the prompt shows. */
async function review({ prompt, snapshot, model }) {
  asked.requests += 1
  asked.lanes += 1
  asked.most = Math.max(asked.most, asked.lanes)
  const { paths, present, findings } = readPrompt(prompt)
  const first = present[0] ?? 'README.md'
  readFileSync(join(snapshot, first))
  await wait(TURN_MS)
  asked.lanes -= 1
  const text = JSON.stringify({ findings, filesReviewed: paths, notVerified: [] })
  // As from a log: a piece of the prompt would keep all of it in memory.
  return { text, model, filesRead: JSON.parse(JSON.stringify([first])), turns: 1 }
}

function readPrompt(prompt) {
  const [paths, present, findings] = [[], [], []]
  for (const line of prompt.slice(prompt.lastIndexOf('<<<')).split('\n')) {
    if (line.startsWith('=== ')) {
      const path = line.slice(4).replace(/ \(.*\)$/, '')
      paths.push(path)
      if (!line.includes('(deleted')) present.push(path)
    }
    const [, number, quote] = DEFECT.exec(line) ?? []
    if (number !== undefined) findings.push(toFinding(paths.at(-1), Number(number), quote))
  }
  return { paths, present, findings }
}

function toFinding(path, line, quote) {
  return {
    ...{ ruleId: 'correctness', severity: 'high', confidence: 'likely', basis: 'grounded', assumptions: [] },
    ...{ triage: 'real', title: TITLE, message: `Whoever calls ${nameOf(quote)} gets a wrong result.` },
    ...{ recommendation: null, path, side: 'new', startLine: line, endLine: line, quote, related: [], searches: [] },
  }
}
