// npm run bench:incremental: what the review of a push to a pull request costs in tokens, against a review of all of it,
// over generated pull requests and this project's own commits. Another seed: node bench/incremental.mjs 7
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateFile, generateFiles, pick, seeded } from './grounding-code.mjs'
import { loadProduct, median } from './product.mjs'

const SEED = Number(process.argv[2] ?? 20_261_121)
const PULL_REQUESTS = 60
/** Of all tokens of full reviews of the same states. */
const LIMIT = 0.3
/** Of the hunks that a review looks at, so many have a finding; of those, so many rest on another place as well. */
const FINDING_SHARE = 1 / 12
const RELATED_SHARE = 0.3
const BYTES_PER_TOKEN = 3
const nonce = '0123456789abcdef0123456789abcdef'
const identity = { NAME: 'bench', EMAIL: 'bench@example.com', DATE: '2026-11-21T00:00:00Z' }
const env = {
  ...process.env,
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => Object.entries(identity).map(([of, is]) => [`GIT_${who}_${of}`, is])),
  ),
}

const product = await loadProduct({
  ...{ read: 'diff/read', omit: 'diff/omit', lines: 'diff/line-map', signatures: 'diff/signatures' },
  ...{ increment: 'history/increment', request: 'review/request', plan: 'review/plan-parts' },
  ...{ map: 'review/change-map', prompts: 'prompts' },
})
const templates = Object.fromEntries(
  ['review', 'part', 'contracts'].map((name) => [name, product.prompts.readPrompt(name)]),
)
/** Bytes that stand in every request of the kind, whatever the change is. */
const fixed = Object.fromEntries(
  Object.entries(templates).map(([name, text]) => [name, Buffer.byteLength(text.replaceAll(/\{\{[a-z_]+\}\}/g, ''))]),
)

const scratch = mkdtempSync(join(tmpdir(), 'bench-incremental-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const rows = [
  { name: 'generated', ...(await measureAll(generatedHistories())) },
  { name: 'this project', ...(await measureAll(ownHistories())) },
]
print(rows)

/** Of all pushes but the first of each pull request. */
async function measureAll({ directory, histories }) {
  const random = seeded(SEED)
  const pushes = []
  for (const history of histories) {
    let last
    for (const state of history) {
      const now = await readState(directory, state)
      const pushed = last === undefined || now.files.length === 0 ? undefined : await measurePush(directory, last, now)
      if (pushed !== undefined) pushes.push(pushed)
      // After a rebase the whole change is reviewed.
      const increment = last?.base === state.base ? pushed : undefined
      const fresh = findingsIn(increment?.send ?? now.files, now.files, random)
      now.findings = [...(increment?.carried ?? []), ...fresh]
      last = now
    }
  }
  return { pullRequests: histories.length, pushes }
}

async function readState(directory, { base, head, message }) {
  return { base, head, message, files: await readFiles(directory, { from: base, to: head }) }
}

async function readFiles(directory, range) {
  const { files, problems } = await product.read.readDiff(gitIn(directory), range)
  const generated = new Set(product.omit.touchedPaths(files).filter((path) => path.startsWith('dist/')))
  return product.omit.omitFiles(files, { paths: [], pathsIgnore: ['**/*.json'], problems, generated }).files
}

/** What the push costs in full, and what it costs when it builds on the review of the last one. */
async function measurePush(directory, last, now) {
  const full = costOf(plan(now, now.files, 'the change'))
  if (last.base !== now.base) return { kind: 'rebased', full, sent: full }
  const { files } = await product.read.readDiff(gitIn(directory), { from: last.head, to: now.head })
  const states = { before: last.files, now: now.files, moved: product.lines.lineMap(files) }
  const planned = (findings) => product.increment.planIncrement({ ...states, reviews: [{ findings, unreviewed: [] }] })
  const { send, carried } = planned(last.findings)
  return {
    kind: isSame(last.files, now.files) ? 'nothing changed' : 'changed',
    ...{ full, sent: costOf(plan(now, send, 'what changed since the last review')) },
    ...{ send, carried: carried[0].findings },
    hunks: hunksOf(now.files).length,
    reasons: reasonsOf({ last, now, send, withoutFindings: planned([]).send }),
  }
}

function isSame(before, now) {
  const texts = new Set(before.map(textOfFile))
  return before.length === now.length && now.every((file) => texts.has(textOfFile(file)))
}

function textOfFile({ path, oldPath, hunks }) {
  return JSON.stringify([path, oldPath, hunks.map(textOf)])
}

/** Hunks that are sent, by the first reason that holds. */
function reasonsOf({ last, now, send, withoutFindings }) {
  const before = new Set(last.files.flatMap((file) => file.hunks.map((hunk) => keyOf(file, hunk))))
  const same = new Set(now.files.flatMap((file) => file.hunks.filter((hunk) => before.has(keyOf(file, hunk)))))
  const forNames = new Set(hunksOf(withoutFindings))
  const counts = { text: 0, name: 0, finding: 0 }
  for (const hunk of hunksOf(send)) {
    if (!same.has(hunk)) counts.text += 1
    else if (forNames.has(hunk)) counts.name += 1
    else counts.finding += 1
  }
  return counts
}

function keyOf({ path, oldPath }, hunk) {
  return JSON.stringify([path, oldPath, textOf(hunk)])
}

function textOf({ oldStart, lines }) {
  return `${oldStart}\n${lines.map(({ kind, text }) => `${kind} ${text}`).join('\n')}`
}

function hunksOf(files) {
  return files.flatMap(({ hunks }) => hunks)
}

/** The requests, as a run plans and writes them. */
function plan(now, files, subject) {
  const common = {
    ...{ template: templates.review, nonce, omitted: [] },
    change: { commits: [{ message: now.message }], pullRequest: undefined },
    policy: { focus: undefined, instructions: undefined, suggestions: false },
    snapshot: { directory: '/tmp/model-stack-run-AbCdEf/snapshot', neutralised: [] },
  }
  const prompt = (some, share) => product.request.writeReviewPrompt({ ...common, files: some, share })
  const writer = { prompt, followUpPrompt: prompt, templates }
  const map = () => product.map.drawChangeMap(now.files, product.signatures.changedExports(now.files))
  return product.plan.planParts({ files, subject, writer, risk: () => 0, map }).parts
}

/** Tokens, as the product estimates them. */
function costOf(parts) {
  const costs = parts.map((part) => {
    const bytes = Buffer.byteLength(part.prompt())
    const share = part.name === 'the change' ? 0 : part.files.length === 0 ? fixed.contracts : fixed.part
    return { all: bytes / BYTES_PER_TOKEN, own: (bytes - fixed.review - share) / BYTES_PER_TOKEN }
  })
  return { all: sum(costs.map(({ all }) => all)), own: sum(costs.map(({ own }) => own)), requests: parts.length }
}

/** What a reviewer would report of the hunks that it sees. */
function findingsIn(seen, all, random) {
  return seen.flatMap((file) =>
    file.hunks.flatMap((hunk) => {
      if (random() >= FINDING_SHARE) return []
      const line = pick(random, quotable(hunk))
      return line === undefined ? [] : [toFinding(file.path, line, relatedIn(all, random))]
    }),
  )
}

function quotable({ lines }) {
  return lines.filter(({ kind, text }) => kind === 'added' && text.trim().length >= 12)
}

function relatedIn(files, random) {
  if (random() >= RELATED_SHARE) return []
  const file = pick(random, files)
  const line = file.hunks.length === 0 ? undefined : pick(random, quotable(pick(random, file.hunks)))
  return line === undefined ? [] : [{ path: file.path, startLine: line.newLine, quote: line.text }]
}

function toFinding(path, { newLine, text }, related) {
  return { path, side: 'new', startLine: newLine, endLine: newLine, quote: text, related }
}

// Pull requests.

/** Groups of three to eight commits in a row, each a push to one pull request. */
function ownHistories() {
  const directory = process.cwd()
  const random = seeded(SEED)
  const log = git(directory, ['log', '--first-parent', '--reverse', '-z', '--format=%H%n%B'])
    .split('\0')
    .filter(Boolean)
  const commits = log.map((entry) => {
    const [head, ...message] = entry.split('\n')
    return { head, message: message.join('\n').trim() }
  })
  const histories = []
  for (let at = 1; at + 3 <= commits.length; ) {
    const pushes = commits.slice(at, at + 3 + Math.floor(random() * 6))
    histories.push(pushes.map((one) => ({ ...one, base: commits[at - 1].head })))
    at += pushes.length
  }
  return { directory, histories }
}

function generatedHistories() {
  const directory = join(scratch, 'generated')
  git(scratch, ['init', '-q', '--bare', directory])
  const random = seeded(SEED)
  const repository = makeRepository(directory)
  const base = generateFiles(SEED, { perLanguage: 12, lines: 400 })
  const histories = Array.from({ length: PULL_REQUESTS }, () => makeHistory({ repository, base, random }))
  return { directory, histories }
}

/** Two to twelve pushes. */
function makeHistory({ repository, base, random }) {
  let from = { files: base, commit: repository.commit(base) }
  const pullRequest = firstPush(base, random)
  let { files } = pullRequest
  const message = 'feat: orders are retried once\n\nThey were counted twice where one was retried.'
  const states = [{ base: from.commit, head: repository.commit(files), message }]
  const pushes = 1 + Math.floor(random() * 11)
  for (let push = 0; push < pushes; push += 1) {
    const next = nextPush({ ...pullRequest, files, from, random })
    files = next.files
    if (next.base !== undefined) from = { files: next.base, commit: repository.commit(next.base) }
    states.push({ base: from.commit, head: repository.commit(files), message })
  }
  return states
}

/** One to 24 files with one to eight edits each, more often few than many, and up to two new ones. */
function firstPush(base, random) {
  const many = Math.floor(25 ** random())
  const touched = new Set(Array.from({ length: many }, () => pick(random, [...base.keys()])))
  let files = base
  for (const path of touched) files = edited(files, path, { edits: 1 + Math.floor(random() * 8), random })
  for (let count = Math.floor(random() * 3); count > 0; count -= 1) {
    const [path, text] = newFile(random)
    files = new Map([...files, [path, text]])
    touched.add(path)
  }
  return { files, touched }
}

/** What people push to an open pull request; half of it repairs or goes on with what is there. */
function nextPush({ files, touched, from, random }) {
  const roll = random()
  const path = pick(random, [...touched])
  if (roll < 0.6) return { files: editSome({ files, touched, random, most: 4 }) }
  if (roll < 0.72) {
    const [added, text] = newFile(random)
    touched.add(added)
    return { files: new Map([...files, [added, text]]) }
  }
  if (roll < 0.8) return { files: renamed(files, touched, path) }
  if (roll < 0.88) return { files: new Map([...files, ['package-lock.json', `{ "version": ${random()} }\n`]]) }
  if (roll < 0.94) return { files: editSome({ files, touched, random, most: 15 }) }
  return rebased({ files, touched, from, random })
}

function editSome({ files, touched, random, most }) {
  let after = files
  for (let count = 1 + Math.floor(random() * most); count > 0; count -= 1)
    after = edited(after, pick(random, [...touched]), { edits: 1, random })
  return after
}

function renamed(files, touched, path) {
  const moved = path.replace(/(\.\w+)$/, '-moved$1')
  const text = files.get(path)
  const others = [...files].filter(([other]) => other !== path)
  touched.delete(path)
  touched.add(moved)
  return new Map([...others, [moved, text]])
}

/** The base goes on in a file that the pull request leaves alone. */
function rebased({ files, touched, from, random }) {
  const path = [...from.files.keys()].find((one) => !touched.has(one))
  const base = edited(from.files, path, { edits: 1, random })
  return { files: new Map([...files, [path, base.get(path)]]), base }
}

function newFile(random) {
  const extension = pick(random, ['ts', 'py', 'go', 'java'])
  const text = generateFile(Math.floor(random() * 1e9), extension, 30 + Math.floor(random() * 90))
  return [`services/added/file-${Math.floor(random() * 1e6)}.${extension}`, text]
}

/** Takes up to eight lines out of places of the file and puts up to eight from elsewhere in it there. */
function edited(files, path, { edits, random }) {
  const lines = files.get(path).split('\n')
  for (let count = 0; count < edits; count += 1) {
    const size = 1 + Math.floor(random() * 8)
    const [at, source] = [0, 0].map(() => Math.floor(random() * Math.max(1, lines.length - 10)))
    const added = lines.slice(source, source + size).map((line) => line.replace(/\d+/, '7'))
    lines.splice(at, Math.floor(random() * (size + 1)), ...added)
  }
  return new Map([...files, [path, lines.join('\n')]])
}

/** Commits trees of whole files; what is committed again is written once. */
function makeRepository(directory) {
  let mark = 0
  return {
    commit(files) {
      mark += 1
      const entries = [...files].flatMap(([path, text]) => [
        `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
      ])
      const head = `commit refs/heads/c${mark}\ncommitter A <a@b> 0 +0000\ndata 0\ndeleteall\n`
      git(directory, ['fast-import', '--quiet'], { input: `${head}${entries.join('')}` })
      return git(directory, ['rev-parse', `refs/heads/c${mark}`]).trim()
    },
  }
}

function gitIn(directory) {
  return {
    async read(args, { input = '', onOutput } = {}) {
      const output = git(directory, args, { input: Buffer.from(input), encoding: 'buffer' })
      if (onOutput === undefined) return output
      onOutput(output)
      return Buffer.alloc(0)
    },
  }
}

function git(directory, args, options = {}) {
  return execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30, env, ...options })
}

// What is printed.

function print(list) {
  console.log(
    '| history | pull requests | pushes | tokens in full | sent | of it, % | without the instructions, % | median push, % | hunks sent, % | changed text | uses a changed name | supports a finding | nothing changed: pushes, tokens | rebased |',
  )
  console.log(`|${'---|'.repeat(14)}`)
  const problems = []
  for (const row of list) {
    const summary = summaryOf(row)
    console.log(`| ${cellsOf(row, summary).join(' | ')} |`)
    if (summary.ratio > LIMIT)
      problems.push(`${row.name}: ${percent(summary.ratio)} % are sent, at most ${percent(LIMIT)}`)
    if (summary.idleTokens > 0)
      problems.push(`${row.name}: ${summary.idleTokens} tokens are sent where nothing changed`)
  }
  for (const problem of problems) console.log(`\nMISSED: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}

/** A push after a rebase is reviewed in full by design, and not counted in the ratios. */
function summaryOf({ pushes }) {
  const built = pushes.filter(({ kind }) => kind !== 'rebased')
  const idle = pushes.filter(({ kind }) => kind === 'nothing changed')
  const total = (side, part) => sum(built.map((push) => push[side][part]))
  return {
    ...{ built, idle: idle.length, idleTokens: sum(idle.map(({ sent }) => sent.all)) },
    ...{ ratio: total('sent', 'all') / total('full', 'all'), own: total('sent', 'own') / total('full', 'own') },
    ...{ full: total('full', 'all'), sent: total('sent', 'all') },
    median: median(built.map(({ sent, full }) => sent.all / full.all)),
    hunks: sum(built.map(({ hunks }) => hunks)),
    rebased: pushes.length - built.length,
  }
}

function cellsOf({ name, pullRequests }, summary) {
  const { built, full, sent, ratio, own, hunks } = summary
  const share = (reason) => percent(sum(built.map(({ reasons }) => reasons[reason])) / hunks)
  const all = sum(built.flatMap(({ reasons }) => Object.values(reasons))) / hunks
  return [
    ...[name, pullRequests, built.length, Math.round(full), Math.round(sent), percent(ratio), percent(own)],
    ...[percent(summary.median), percent(all), share('text'), share('name'), share('finding')],
    ...[`${summary.idle}, ${summary.idleTokens}`, summary.rebased],
  ]
}

function percent(share) {
  return (share * 100).toFixed(1)
}

function sum(list) {
  return list.reduce((total, one) => total + one, 0)
}
