// npm run bench:overhead: our time around a scripted model on a change of 10,000 lines, against node's start and the git
// commands that the task cannot do without. The built bundle, on Node 24, without a sandbox.
import { execFileSync, fork, spawn } from 'node:child_process'
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const rounds = 11
const limit = 2
const size = { files: 300, changed: 60, linesPerFile: 220, blocks: 6, linesPerBlock: 14 }

if (process.argv[2] === 'endpoint') await serveEndpoint()
else await main(resolve(process.argv[2] ?? 'dist'))

async function main(dist) {
  // The endpoint is this file again, and needs none of it.
  const { node24 } = await import('./node24.mjs')
  const { median } = await import('./product.mjs')
  const root = mkdtempSync(join(temporary(), 'bench-'))
  // Whoever reviews is another user, who must get through.
  chmodSync(root, 0o711)
  const endpoint = await startEndpoint()
  try {
    const context = { node: node24(), dist, root, meter: makeMeter(root), endpoint, repository: makeRepository(root) }
    const commands = await countGit(context)
    const samples = await measure({ ...context, diff: commands.find((args) => args.includes('--raw')) })
    print(samples, { median, commands, node: context.node })
  } finally {
    endpoint.stop()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Loaded into a run before anything else: notes at its end what it took of the processor, its children not counted. */
function makeMeter(root) {
  const meter = join(root, 'meter.cjs')
  const note = "require('node:fs').writeFileSync(process.env.BENCH_METER, JSON.stringify(process.cpuUsage()))"
  writeFileSync(meter, `process.on('exit', () => ${note})\n`)
  return meter
}

/** In memory where it can be: on a disk that others use too, 300 new files take between 7 and 250 ms. */
function temporary() {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}

/** Every round runs everything once in shuffled order, so that a slow moment of the machine hits all alike. */
async function measure(context) {
  const runs = { ours: () => runOurs(context), ...baseline(context) }
  const samples = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  const parts = { model: [], around: [], cpu: [] }
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of shuffled(Object.entries(runs))) {
      const { ms, modelMs, aroundMs, cpuMs } = await run()
      // The first round warms the file cache.
      if (round < 0) continue
      samples[name].push(ms)
      if (name !== 'ours') continue
      parts.model.push(modelMs)
      parts.around.push(aroundMs)
      parts.cpu.push(cpuMs)
    }
  }
  return { ...samples, ...parts }
}

async function runOurs({ node, dist, root, meter, repository, endpoint }, path = process.env.PATH) {
  // Nothing may be given back that an earlier round recorded.
  const home = mkdtempSync(join(root, 'home-'))
  const temp = join(home, 'tmp')
  mkdirSync(temp)
  for (const directory of [home, temp]) chmodSync(directory, 0o711)
  const credential = { OPENAI_API_KEY: 'sk-bench', OPENAI_BASE_URL: endpoint.url }
  const env = { PATH: path, HOME: home, TMPDIR: temp, BENCH_METER: join(home, 'meter.json'), ...credential }
  const refs = ['--base-ref', 'main', '--head-ref', 'change']
  const report = join(home, 'report.json')
  const args = ['review', ...refs, '--reviewers', 'openai-api', '--isolation', 'none', '--format', 'json']
  await endpoint.reset()
  const command = ['--require', meter, join(dist, 'index.js'), ...args, '--output', report]
  const startedAt = Date.now()
  const ms = await run(node, command, { env, cwd: repository })
  const endedAt = Date.now()
  const { busyMs, requests, firstAt, lastAt } = await endpoint.reset()
  const { conclusion, coverage } = JSON.parse(readFileSync(report, 'utf8'))
  if (conclusion !== 'pass' || coverage.percent !== 100 || requests < 2)
    throw new Error(`the run was ${conclusion}, ${coverage.percent} % covered, ${requests} requests`)
  const { user, system } = JSON.parse(readFileSync(env.BENCH_METER, 'utf8'))
  rmSync(home, { recursive: true, force: true })
  const aroundMs = firstAt - startedAt + endedAt - lastAt
  return { ms: ms - busyMs, modelMs: busyMs, aroundMs, cpuMs: (user + system) / 1000 }
}

/** Each by itself; their sum is what the run is compared with. */
function baseline({ node, repository, diff }) {
  const env = { PATH: process.env.PATH, HOME: tmpdir() }
  const plain = (command, args, input) => async () => ({
    ms: await run(command, args, { env, cwd: repository, input }),
  })
  const git = (...args) => execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 1e8 })
  const blobs = git('ls-tree', '-r', '--format=%(objectname)', 'change')
  return {
    node: plain(node, ['-e', '0']),
    diff: plain(
      'git',
      diff.filter((arg) => !arg.startsWith('--git-dir=')),
      undefined,
    ),
    revParse: plain('git', ['rev-parse', 'main', 'change']),
    lsTree: plain('git', ['ls-tree', '-r', '-z', '-l', 'change']),
    blobs: plain('git', ['cat-file', '--batch'], blobs),
  }
}

/** Milliseconds from the start of a process to its end, output to /dev/null. */
function run(command, args, { env, cwd, input }) {
  const start = process.hrtime.bigint()
  const child = spawn(command, args, { env, cwd, stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-2000)
  })
  child.stdin?.end(input)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      const ms = Number(process.hrtime.bigint() - start) / 1e6
      if (code === 0) done(ms)
      else fail(new Error(`${command} ended with ${code}: ${complaint}`))
    })
  })
}

/** One run with a git in PATH that notes its arguments; it is not measured. */
async function countGit(context) {
  const { root } = context
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const bin = join(root, 'bin')
  const log = join(root, 'git.log')
  mkdirSync(bin)
  const note = `printf '%s\\0' "$@" >> ${log}.$$; mv ${log}.$$ ${log}.$$.done`
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n${note}\nexec ${real} "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  await runOurs(context, `${bin}${delimiter}${process.env.PATH}`)
  const logs = execFileSync('sh', ['-c', `ls -tr ${log}.*.done`], { encoding: 'utf8' })
    .trim()
    .split('\n')
  return logs.map((file) => readFileSync(file, 'utf8').split('\0').slice(0, -1))
}

function print(samples, { median, commands, node }) {
  const at = Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, median(list)]))
  const gits = at.diff + at.revParse + at.lsTree + at.blobs
  const times = (ms) => (ms / (at.node + gits)).toFixed(2)
  const rows = [
    ['node -e 0', at.node, '', ''],
    ['git diff', at.diff, '', 1],
    ['git rev-parse, ls-tree -r, cat-file --batch', at.revParse + at.lsTree + at.blobs, '', 3],
    ['ours', at.ours, times(at.ours), commands.length],
    ['of it before the first and after the last request', at.around, times(at.around), ''],
    ['processor time of our process', at.cpu, times(at.cpu), ''],
  ]
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`${process.platform}-${process.arch}, node ${version}, medians of ${rounds} interleaved runs\n`)
  console.log('| run | ms | x (node + git) | git processes |')
  console.log('|---|---|---|---|')
  for (const [name, ms, ...rest] of rows) console.log(`| ${[name, ms.toFixed(0), ...rest].join(' | ')} |`)
  console.log(`\nThe model had a request open for ${at.model.toFixed(0)} ms, which are not ours.`)
  console.log(
    `Against node and the diff alone: ${(at.ours / (at.node + at.diff)).toFixed(2)}. Limit: ${limit}x (node + git).`,
  )
  if (at.ours <= limit * (at.node + gits)) return
  console.log('The limit is missed.')
  process.exitCode = 1
}

/** A base of a few hundred files and a change of about 10,000 lines in some of them, cloned from an origin. */
function makeRepository(root) {
  const random = makeRandom(7)
  const origin = join(root, 'origin')
  const git = (...args) => execFileSync('git', ['-C', origin, ...args], { stdio: 'ignore' })
  mkdirSync(origin)
  git('init', '--initial-branch=main')
  const files = Array.from({ length: size.files }, (_, index) => ({
    path: `src/part-${index % 17}/module-${index}.ts`,
    lines: Array.from({ length: size.linesPerFile }, (_, line) => codeLine(random, line)),
  }))
  const commit = (message) => {
    for (const { path, lines } of files) {
      mkdirSync(dirname(join(origin, path)), { recursive: true })
      writeFileSync(join(origin, path), `${lines.join('\n')}\n`)
    }
    git('add', '--all')
    git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '-m', message)
  }
  commit('base')
  git('switch', '--create', 'change')
  for (const { lines } of files.filter((_, index) => index % (size.files / size.changed) === 0)) {
    const apart = Math.floor(lines.length / size.blocks)
    for (let block = 0; block < size.blocks; block++)
      for (let line = block * apart; line < block * apart + size.linesPerBlock; line++)
        lines[line] = codeLine(random, line)
  }
  commit('change')
  git('repack', '-adq')
  const clone = join(root, 'clone')
  execFileSync('git', ['clone', '--quiet', `file://${origin}`, clone])
  execFileSync('git', ['-C', clone, 'branch', 'main', 'origin/main'], { stdio: 'ignore' })
  return clone
}

function codeLine(random, line) {
  const word = () => ['order', 'user', 'total', 'index', 'value', 'result', 'entry', 'state'][Math.floor(random() * 8)]
  return `  const ${word()}${line} = ${word()}(${Math.floor(random() * 1e6)})`
}

/** Mulberry32: the same repository in every run. */
function makeRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffled(list) {
  return list
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** The scripted model in a process of its own. */
async function startEndpoint() {
  const child = fork(fileURLToPath(import.meta.url), ['endpoint'])
  const hear = () => new Promise((done) => child.once('message', done))
  const { port } = await hear()
  const reset = async () => {
    const answer = hear()
    child.send('reset')
    return answer
  }
  return { url: `http://127.0.0.1:${port}/v1`, reset, stop: () => child.kill() }
}

/** Answers by content: first a file is read, then every file of the prompt is named. */
async function serveEndpoint() {
  let open = 0
  let since = 0
  let busyMs = 0
  let requests = 0
  let firstAt = 0
  let lastAt = 0
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    // From the last byte of the request to the last of the answer: what it takes to send is ours.
    requests += 1
    if (requests === 1) firstAt = Date.now()
    open += 1
    if (open === 1) since = performance.now()
    response.on('close', () => {
      open -= 1
      lastAt = Date.now()
      if (open === 0) busyMs += performance.now() - since
    })
    answer(JSON.parse(Buffer.concat(chunks).toString()), response)
  })
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit())
  process.on('message', () => {
    process.send({ busyMs, requests, firstAt, lastAt })
    busyMs = 0
    requests = 0
  })
}

function answer({ model, messages }, response) {
  const prompt = messages.find(({ role }) => role === 'user').content
  const paths = [...prompt.matchAll(/^=== (\S+)/gm)].map(([, path]) => path)
  const hasRead = messages.at(-1).role === 'tool'
  const message = hasRead
    ? { role: 'assistant', content: JSON.stringify({ findings: [], filesReviewed: paths, notVerified: [] }) }
    : { role: 'assistant', content: null, tool_calls: [toCall('read_file', { path: paths[0] ?? anyFile })] }
  const part = { id: 'chatcmpl_1', model, created: 0, object: 'chat.completion.chunk' }
  const usage = { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const chunk of [
    { ...part, choices: [{ index: 0, delta: message, finish_reason: null }] },
    { ...part, choices: [{ index: 0, delta: {}, finish_reason: hasRead ? 'stop' : 'tool_calls' }] },
    { ...part, choices: [], usage },
  ])
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  response.end('data: [DONE]\n\n')
}

/** For the pass over the map of the change, which shows no diff. */
const anyFile = 'src/part-0/module-0.ts'

function toCall(name, input) {
  return { index: 0, id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(input) } }
}
