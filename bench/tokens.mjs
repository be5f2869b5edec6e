// npm run bench:tokens: what a review costs in tokens beside the code itself. Of the diff and all that we put around it, per
// changed line, over this project's own commits and generated changes; and of the request that a CLI sends anyway.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateFile, generateFiles, pick, seeded } from './grounding-code.mjs'
import { install, loadProduct, median, silent } from './product.mjs'

const SEED = 20_261_121
/** Tokens a changed line with all framing; bytes of a fixed request. */
const limits = { line: 22, codex: 27_000, claude: 4_300 }
// Only here: a tokenizer in the product would cost 170 ms and 165 MB.
const pinned = {
  name: 'gpt-tokenizer',
  version: '4.0.0',
  integrity: 'sha512-YAWIyzvuVUHEfW7tFfFAxH8qQb+Q3RU9nYOTy7skMNX5qzU6Q8jxTHZLyO56ug1vYvCR7wndzpd3jwD86/mhjQ==',
}
/** Changed lines → how many changes of that size are made. */
const sizes = { 1: 20, 3: 20, 10: 20, 30: 15, 100: 10, 300: 5, 1000: 3, 2000: 3 }
const nonce = createHash('sha256').update('bench').digest('hex').slice(0, 32)

const { encode } = await loadTokenizer()
const count = (text) => encode(text, { disallowedSpecial: new Set() }).length
const product = await loadProduct({
  ...{ read: 'diff/read', omit: 'diff/omit', render: 'diff/render', signatures: 'diff/signatures' },
  ...{ request: 'review/request', plan: 'review/plan-parts', map: 'review/change-map', prompts: 'prompts' },
  ...{ all: 'reviewers/index', cell: 'host/cell', directory: 'host/run-directory', host: 'host/make-host' },
  ...{ replay: 'demo/replay-endpoint', messages: 'demo/messages-endpoint', codexPin: 'reviewers/pins/codex' },
  ...{ install: 'host/install', registry: 'host/npm-registry', budget: 'review/budget', reply: 'review/parse-reply' },
})
const text = (name) => product.prompts.readPrompt(name)
const templates = { review: text('review'), part: text('part'), contracts: text('contracts') }
/** What stands in every request, whatever the change is. */
const prose = (template) => count(template.replaceAll(/\{\{[a-z_]+\}\}/g, ''))
const instructions = {
  review: prose(templates.review),
  part: prose(templates.part),
  contracts: prose(templates.contracts),
}

const own = await measureAll(ownCommits())
const generated = await measureAll(generatedCommits())
const requests = []
for (const subject of subjects()) requests.push(await measureRequest(subject))
print()

// Tokens a changed line.

async function measureAll({ directory, commits }) {
  const measured = []
  for (const commit of commits) {
    const one = await measureChange(directory, commit)
    if (one !== undefined) measured.push(one)
  }
  return measured
}

/** Tokens of one change in each form; undefined where nothing of it is reviewed. */
async function measureChange(directory, { from, to, message, size }) {
  const { files, problems } = await product.read.readDiff(gitIn(directory), { from, to })
  const rules = { paths: [], pathsIgnore: ['**/*.json'], problems, generated: generatedOf(files) }
  const kept = product.omit.omitFiles(files, rules).files.filter(({ added, removed }) => added + removed > 0)
  if (kept.length === 0) return undefined
  const parts = plan(kept, message)
  const prompts = parts.map((part) => part.prompt())
  const fixed = parts.reduce((sum, part) => sum + instructionsOf(part, parts.length), 0)
  const whole = prompts.reduce((sum, prompt) => sum + count(prompt), 0)
  return {
    size,
    lines: kept.reduce((sum, { added, removed }) => sum + added + removed, 0),
    parts: parts.length,
    git: count(rawDiff(directory, { from, to }, kept)),
    diff: count(product.render.renderDiff(kept)),
    framed: whole - fixed,
    whole,
  }
}

/** The requests of a review, as a run plans and writes them. */
function plan(files, message) {
  const common = {
    ...{ template: templates.review, nonce, omitted: [] },
    change: { commits: [{ message }], pullRequest: undefined },
    policy: { focus: undefined, instructions: undefined, suggestions: false },
    snapshot: { directory: '/tmp/model-stack-run-AbCdEf/snapshot', neutralised: [] },
  }
  const prompt = (some, share) => product.request.writeReviewPrompt({ ...common, files: some, share })
  const writer = { prompt, followUpPrompt: prompt, templates }
  const map = () => product.map.drawChangeMap(files, product.signatures.changedExports(files))
  const { parts, left } = product.plan.planParts({ files, subject: 'the change', writer, risk: () => 0, map })
  if (left.length > 0) throw new Error('A hunk of the benchmark fits into no request')
  return parts
}

function instructionsOf(part, of) {
  if (of === 1) return instructions.review
  return instructions.review + (part.files.length > 0 ? instructions.part : instructions.contracts)
}

/** As .gitattributes says. */
function generatedOf(files) {
  return new Set(product.omit.touchedPaths(files).filter((path) => path.startsWith('dist/')))
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
  return execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30, ...options })
}

function rawDiff(directory, { from, to }, files) {
  const paths = files.flatMap(({ path, oldPath }) => (oldPath === undefined ? [path] : [path, oldPath]))
  return git(directory, ['diff', '-M', '-U3', from, to, '--', ...paths])
}

/** Each commit of the first parents is a change; the first of all has nothing before it. */
function ownCommits() {
  const directory = process.cwd()
  const log = git(directory, ['log', '--first-parent', '-z', '--format=%H %P%n%B']).split('\0').filter(Boolean)
  const commits = log.map((entry) => {
    const [head, ...message] = entry.split('\n')
    const [to, from] = head.split(' ')
    return { to, from, message: message.join('\n').trim() }
  })
  return { directory, commits: commits.filter(({ from }) => from !== undefined && from !== '') }
}

/** Changes of each size to the same generated repository: edits, insertions and removals, and whole files in large ones. */
function generatedCommits() {
  const directory = mkdtempSync(join(tmpdir(), 'bench-tokens-'))
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
  const random = seeded(SEED)
  const files = generateFiles(SEED, { perLanguage: 12, lines: 400 })
  git(directory, ['init', '-q'])
  const from = commitFiles(directory, files, undefined)
  const commits = Object.entries(sizes).flatMap(([size, many]) =>
    Array.from({ length: many }, () => {
      const to = commitFiles(directory, changed(files, Number(size), random), from)
      return {
        from,
        to,
        size,
        message: 'fix: what was reported of the orders\n\nThey were counted twice where one was retried.',
      }
    }),
  )
  return { directory, commits }
}

function commitFiles(directory, files, parent) {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  git(directory, ['add', '-A'])
  const tree = git(directory, ['write-tree']).trim()
  const env = { ...process.env, ...identity() }
  const sha = git(directory, ['commit-tree', tree, ...(parent === undefined ? [] : ['-p', parent]), '-m', 'x'], { env })
  for (const path of parent === undefined ? [] : files.keys()) rmSync(join(directory, path))
  return sha.trim()
}

function identity() {
  const names = ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'bench'],
    [`GIT_${who}_EMAIL`, 'bench@example.com'],
    [`GIT_${who}_DATE`, '2026-11-21T00:00:00Z'],
  ])
  return Object.fromEntries(names)
}

/** The files after about so many changed lines, in bursts of up to twelve in a handful of files. */
function changed(files, size, random) {
  const after = new Map([...files].map(([path, content]) => [path, content.split('\n')]))
  const touched = Array.from({ length: 1 + Math.ceil(size / 60) }, () => pick(random, [...files.keys()]))
  let left = size
  while (left > 0) {
    const burst = Math.min(left, 1 + Math.floor(random() * 12))
    if (left >= 80 && random() < 0.08) {
      const [path, lines] = newFile(random)
      after.set(path, lines)
      left -= lines.length
    } else left -= edit(after.get(pick(random, touched)), burst, random)
  }
  return new Map([...after].map(([path, lines]) => [path, lines.join('\n')]))
}

function newFile(random) {
  const extension = pick(random, ['ts', 'py', 'go', 'java'])
  const content = generateFile(Math.floor(random() * 1e9), extension, 40 + Math.floor(random() * 40))
  const lines = (typeof content === 'string' ? content : content.join('\n')).split('\n')
  return [`services/added/file-${Math.floor(random() * 1e6)}.${extension}`, lines]
}

/** Takes lines out of a place and puts others from elsewhere in the file there; how many lines that changes. */
function edit(lines, burst, random) {
  const removed = random() < 0.3 ? 0 : Math.floor(random() * (burst + 1))
  const at = Math.floor(random() * Math.max(1, lines.length - 30))
  const source = Math.floor(random() * Math.max(1, lines.length - 30))
  const added = lines.slice(source, source + burst - removed).map((line) => line.replace(/\d+/, '7'))
  lines.splice(at, removed, ...added)
  return burst
}

// The request that a CLI sends whatever is asked.

function subjects() {
  const { startReplayEndpoint } = product.replay
  const { startMessagesEndpoint } = product.messages
  return [
    { id: 'codex', model: 'gpt-5.5', start: startReplayEndpoint, limit: limits.codex },
    { id: 'codex', model: 'gpt-5.6-sol', start: startReplayEndpoint, limit: limits.codex },
    { id: 'claude', start: startMessagesEndpoint, limit: limits.claude },
    { id: 'glm', start: startMessagesEndpoint, limit: limits.claude },
  ]
}

/** The first request of a review as it leaves the key proxy. */
async function measureRequest({ id, model, start, limit }) {
  const reviewer = product.all.reviewerById(id)
  const prompt = 'Review'
  const schema = product.reply.replySchema()
  const body = await firstRequest({ reviewer, model: model ?? reviewer.defaultModel, start, prompt, schema })
  const parts = { schema: JSON.stringify(schema), instructions: inJson(text(`reviewers/${id}`).trim()) }
  for (const [name, part] of Object.entries(parts)) {
    if (!body.includes(part)) throw new Error(`The request of ${id} does not hold our ${name}`)
  }
  const without = body.replace(parts.schema, '').replace(parts.instructions, '')
  const bytes = Buffer.byteLength(without) - prompt.length
  return {
    id,
    model: model ?? reviewer.defaultModel,
    limit,
    total: Buffer.byteLength(body),
    bytes,
    tokens: count(without),
    parts,
  }
}

function inJson(value) {
  return JSON.stringify(value).slice(1, -1)
}

async function firstRequest({ reviewer, model, start, prompt, schema }) {
  const cache = product.host.cacheRoot(process.env)
  const tool = await install(product, reviewer.tool, cache)
  const { bubblewrap } = await install(product, product.codexPin.codexTool, cache)
  const directory = product.directory.makeRunDirectory([tmpdir()])
  const answer = JSON.stringify({ findings: [], filesReviewed: [], notVerified: [] })
  const endpoint = await start([{ kind: 'message', text: answer }])
  mkdirSync(directory.snapshot, { mode: 0o755 })
  const signal = new AbortController().signal
  try {
    const budget = product.budget.makeTokenBudget(10_000_000)
    const cell = await product.cell.openCell(
      { reviewer, model, tool, isolation: 'required', budget, signal },
      {
        ...{ directory, env: {}, log: silent, upstream: { baseUrl: endpoint.url, key: 'sk-bench-0123456789abcdef' } },
        ...{ canaryFiles: directory.makeCanaries(), secretPlaces: [process.cwd()] },
        bundledBubblewrap: async () => bubblewrap,
      },
    )
    const io = { tool, endpoint: cell.endpoint, run: (command) => cell.run(command), onEvent() {} }
    const toRequest = (ownSandbox) => ({
      ...{ prompt, outputSchema: schema, snapshot: directory.snapshot, scratch: cell.makeScratch() },
      ...{ model, effort: 'high', ownSandbox, signal },
    })
    const ownSandbox = await reviewer.tryOwnSandbox(toRequest('off'), io)
    // Whether it takes the answer is not what this is about.
    await reviewer.review(toRequest(ownSandbox), io).catch(() => undefined)
    await cell.close()
    return endpoint.requests[0].text
  } finally {
    await endpoint.close()
    directory.dispose()
  }
}

async function loadTokenizer() {
  const { name, version, integrity } = pinned
  const root = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'model-stack-bench')
  const directory = join(root, `${name}-${version}`)
  if (!existsSync(directory)) {
    mkdirSync(root, { recursive: true })
    const staging = mkdtempSync(join(root, 'tokenizer-'))
    const options = { cwd: staging, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', `${name}@${version}`], options))
    const tarball = join(staging, packed.filename)
    const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
    if (found !== integrity) throw new Error(`${packed.filename} is not the pinned one`)
    execFileSync('tar', ['-xzf', tarball, 'package/esm', 'package/package.json'], options)
    rmSync(tarball)
    renameSync(staging, directory)
  }
  return import(pathToFileURL(join(directory, 'package', 'esm', 'encoding', 'o200k_base.js')).href)
}

// Compute, then print.

function print() {
  const both = [...own, ...generated]
  const groups = {
    "this project's commits": own,
    'generated changes': generated,
    'both, one request': both.filter(({ parts }) => parts === 1),
    'both, in parts': both.filter(({ parts }) => parts > 1),
    all: both,
  }
  console.log(`node ${process.version}, o200k_base of ${pinned.name} ${pinned.version}\n`)
  console.log(
    '| tokens a changed line | changes | lines | requests | git diff -U3 | our diff | with all framing | median change | with instructions |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const [name, changes] of Object.entries(groups)) console.log(`| ${[name, ...lineCells(changes)].join(' | ')} |`)
  const framed = perLine(both, 'framed')
  console.log(
    `\nLimit: ${limits.line} with all framing over all: ${verdict(framed <= limits.line)}. Instructions of a request: ${instructions.review} tokens, ${instructions.review + instructions.part} of a part.\n`,
  )
  printSizes()
  printRequests()
  if (framed > limits.line || requests.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1
}

function printSizes() {
  console.log('| generated, changed lines | our diff | with all framing | with instructions |')
  console.log('|---|---|---|---|')
  for (const size of Object.keys(sizes)) {
    const some = generated.filter((change) => change.size === size)
    const cells = ['diff', 'framed', 'whole'].map((form) => perLine(some, form).toFixed(1))
    console.log(`| ${[size, ...cells].join(' | ')} |`)
  }
}

function printRequests() {
  console.log(
    '\n| reviewer | model | whole request | our instructions | our schema | the rest | tokens of it | within limit |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  const kilobytes = (bytes) => `${(bytes / 1_000).toFixed(1)} KB`
  for (const { id, model, total, bytes, tokens, limit, parts } of requests) {
    const sizesOf = [total, parts.instructions.length, parts.schema.length, bytes].map(kilobytes)
    console.log(`| ${[id, model, ...sizesOf, tokens, `${kilobytes(limit)}: ${verdict(bytes <= limit)}`].join(' | ')} |`)
  }
}

function lineCells(changes) {
  const sum = (form) => changes.reduce((total, change) => total + change[form], 0)
  const forms = ['git', 'diff', 'framed'].map((form) => perLine(changes, form).toFixed(1))
  const middle = changes.length === 0 ? '' : median(changes.map(({ framed, lines }) => framed / lines)).toFixed(1)
  return [changes.length, sum('lines'), sum('parts'), ...forms, middle, perLine(changes, 'whole').toFixed(1)]
}

function perLine(changes, form) {
  const sum = (name) => changes.reduce((total, change) => total + change[name], 0)
  return sum(form) / sum('lines')
}

function verdict(held) {
  return held ? 'yes' : 'NO'
}
