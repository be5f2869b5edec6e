// npm run bench:events: 100 MB of a CLI's events from a child's pipe through the product's own runCommand and event logs,
// each in a fresh process of Node 24, against the drained pipe and against readline with JSON.parse.
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

const MB = 1_000_000
const size = 100 * MB
const rounds = 5
const limits = { speed: 400, memory: 128 }
const ways = ['drained', 'ours', 'readline']
const model = 'claude-opus-5-5'
const version = '2.1.0'

if (process.argv[2] === 'measure') await measureHere(JSON.parse(process.argv[3]))
else await main()

async function main() {
  const { node24 } = await import('./node24.mjs')
  const { median } = await import('./product.mjs')
  const root = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const snapshot = makeSnapshot(join(root, 'snapshot'))
    const product = await bundle(join(root, 'product.mjs'))
    const { reads } = await import(pathToFileURL(product).href)
    const clis = ['codex', 'claude'].filter((cli) => process.argv[2] === undefined || process.argv[2] === cli)
    const corpora = clis.flatMap((cli) =>
      [
        { name: 'ordinary', longEvery: 0, separatorEvery: 0, limited: true },
        { name: 'with 2 MB lines', longEvery: 700, separatorEvery: 0, limited: true },
        { name: 'U+2028 in every tenth line', longEvery: 0, separatorEvery: 10, limited: false },
      ].map((kind) => ({
        ...kind,
        ...writeCorpus({ ...kind, cli, root, snapshot, searched: reads.MAX_SEARCHED_OUTPUT }),
      })),
    )
    const node = node24()
    const samples = measure(corpora, { node, product, snapshot: snapshot.directory })
    print(corpora, samples, { median, version: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim() })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Every round runs everything once in shuffled order, so that a slow moment of the machine hits all alike. */
function measure(corpora, context) {
  const jobs = corpora.flatMap((corpus) => ways.map((way) => ({ corpus, way, samples: [] })))
  for (let round = 0; round < rounds; round++) {
    for (const job of shuffled(jobs)) {
      const { cli, file } = job.corpus
      const order = { way: job.way, cli, file, product: context.product, snapshot: context.snapshot }
      const args = [fileURLToPath(import.meta.url), 'measure', JSON.stringify(order)]
      // As the action starts: nothing of the caller's environment weighs on it.
      const env = { PATH: process.env.PATH, HOME: tmpdir() }
      job.samples.push(JSON.parse(execFileSync(context.node, args, { env, encoding: 'utf8', maxBuffer: 16 * MB })))
    }
  }
  return jobs
}

function print(corpora, jobs, { median, version: node }) {
  console.log(`Node ${node} on ${process.platform}-${process.arch}, medians of ${rounds} interleaved rounds\n`)
  console.log(
    '| events of | corpus | lines | way | MB/s | of drained | MB per CPU second | peak RSS in MB | lines right | within limits |',
  )
  console.log('|---|---|---:|---|---:|---:|---:|---:|---|---|')
  for (const corpus of corpora) {
    const own = jobs.filter((job) => job.corpus === corpus)
    const speed = (samples) => median(samples.map(({ seconds }) => corpus.bytes / MB / seconds))
    const drained = speed(own.find(({ way }) => way === 'drained').samples)
    for (const { way, samples } of own) {
      const perCpuSecond = median(samples.map(({ cpuSeconds }) => corpus.bytes / MB / cpuSeconds))
      const row = {
        speed: Math.max(speed(samples), perCpuSecond),
        memory: Math.max(...samples.map(({ rss }) => rss)) / MB,
      }
      const right = way === 'drained' || samples.every((sample) => isRight(sample, corpus))
      const cells = [
        corpus.cli,
        corpus.name,
        corpus.lines,
        way,
        speed(samples).toFixed(0),
        (speed(samples) / drained).toFixed(2),
      ]
      const verdict = way === 'ours' ? judge(corpus, row, right) : ''
      const rightness = way === 'drained' ? '' : right ? 'yes' : `NO, ${missing(samples[0], corpus)}`
      console.log(`| ${[...cells, perCpuSecond.toFixed(0), row.memory.toFixed(0), rightness, verdict].join(' | ')} |`)
    }
  }
  console.log(
    `\nLimits for ours: ${limits.speed} MB/s, by the clock or of our CPU time, without U+2028, ${limits.memory} MB, all lines right.`,
  )
}

function judge({ limited }, { speed, memory }, right) {
  const within = (!limited || speed >= limits.speed) && memory <= limits.memory && right
  if (!within) process.exitCode = 1
  return within ? 'yes' : 'NO'
}

function isRight({ seen }, { expected }) {
  return wrongKeys(seen, expected).length === 0
}

function wrongKeys(seen, expected) {
  return Object.keys(seen).filter((key) =>
    key === 'reads' ? !hasAll(seen[key], expected[key]) : JSON.stringify(seen[key]) !== JSON.stringify(expected[key]),
  )
}

/** A match that was drawn by chance may show a whole file too; none may be missed, and few be more. */
function hasAll(seen, expected) {
  const found = new Set(seen)
  return expected.every((path) => found.has(path)) && seen.length <= expected.length * 1.01
}

function missing({ seen }, { expected }) {
  return wrongKeys(seen, expected)
    .map((key) => `${key} ${describe(seen[key])} of ${describe(expected[key])}`)
    .join(', ')
}

function describe(value) {
  return Array.isArray(value) ? value.length : value
}

// One measurement, in its own process.

async function measureHere(order) {
  const result = await { drained, ours, readline }[order.way](order)
  const rss = process.resourceUsage().maxRSS * 1024
  console.log(JSON.stringify({ ...result, rss }))
}

async function drained({ file }) {
  const clock = startClock()
  const child = spawn('cat', [file], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdout.on('data', () => {})
  await new Promise((done) => child.once('close', done))
  return clock.stop()
}

async function ours({ file, cli, product, snapshot }) {
  const { run, codex, claude, files } = await import(pathToFileURL(product).href)
  const counter = makeCounter()
  const opened = files.openSnapshotFiles(snapshot)
  const onEvent = (event) => counter.event(event)
  const log =
    cli === 'codex'
      ? new codex.EventLog(opened, onEvent)
      : new claude.EventLog(opened, { snapshot, model, version }, onEvent)
  let lines = 0
  const clock = startClock()
  const output = await run.runCommand({
    ...{ file: 'cat', args: [file], cwd: '/', env: { PATH: process.env.PATH }, input: '', stallMs: 60_000 },
    signal: new AbortController().signal,
    onLine: (line) => {
      lines++
      log.add(line)
    },
  })
  const times = clock.stop()
  if (output.exitCode !== 0) throw new Error(`cat: ${output.stderr}`)
  const ended = cli === 'codex' ? log.turns : Number(log.result !== undefined)
  return { ...times, seen: { lines, ...counter.seen(), reads: [...log.filesRead].sort(), ended } }
}

/** What one would write: no evidence is looked for, only lines and events are counted. */
async function readline({ file, cli }) {
  const counter = makeCounter()
  let [lines, ended] = [0, 0]
  const clock = startClock()
  const child = spawn('cat', [file], { stdio: ['pipe', 'pipe', 'pipe'] })
  const reader = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })
  reader.on('line', (line) => {
    lines++
    try {
      const { events, ends } = told(cli, JSON.parse(line))
      for (const event of events) counter.event(event)
      if (ends) ended++
    } catch {
      // Half a line.
    }
  })
  await new Promise((done) => reader.once('close', done))
  const times = clock.stop()
  return { ...times, seen: { lines, ...counter.seen(), ended } }
}

/** Wall clock, and the time that our process was at work: all its threads, but not `cat`. */
function startClock() {
  const start = performance.now()
  const before = process.cpuUsage()
  return {
    stop() {
      const { user, system } = process.cpuUsage(before)
      return { seconds: (performance.now() - start) / 1_000, cpuSeconds: (user + system) / 1_000_000 }
    },
  }
}

function makeCounter() {
  const counts = { command: 0, message: 0, warning: 0 }
  let characters = 0
  return {
    event(event) {
      if (event.kind === 'read') return
      counts[event.kind]++
      characters += (event.kind === 'command' ? event.command : event.text).length
    },
    seen: () => ({ ...counts, characters }),
  }
}

/** What an event is to be told as, in the plainest words; files read aside. */
function told(cli, event) {
  return cli === 'codex' ? toldByCodex(event) : toldByClaude(event)
}

function toldByCodex({ type, item, message }) {
  if (type === 'turn.completed') return { events: [], ends: true }
  if (type === 'error') return { events: [{ kind: 'warning', text: message }] }
  const isCommand = item?.type === 'command_execution'
  if (type === 'item.started' && isCommand) return { events: [{ kind: 'command', command: item.command }] }
  if (type !== 'item.completed') return { events: [] }
  if (isCommand) return { events: item.exit_code === 0 ? [] : [{ kind: 'command', command: item.command }] }
  if (item.type === 'error') return { events: [{ kind: 'warning', text: item.message }] }
  const isText = item.type === 'agent_message' || item.type === 'reasoning'
  return { events: isText ? [{ kind: 'message', text: item.text }] : [] }
}

function toldByClaude({ type, message }) {
  if (type === 'result') return { events: [], ends: true }
  if (type !== 'assistant') return { events: [] }
  const texts = message.content.map(({ type: kind, text, thinking, name, input }) =>
    kind === 'tool_use' ? `${name} ${input.pattern ?? ''} ${input.path ?? ''}`.trimEnd() : (text ?? thinking),
  )
  return { events: texts.filter((text) => text !== 'Read').map((text) => ({ kind: 'message', text })) }
}

// What is measured.

async function bundle(outfile) {
  const { build } = await import('esbuild')
  const modules = {
    run: 'host/run-command',
    codex: 'reviewers/codex/events',
    claude: 'reviewers/claude/events',
    files: 'reviewers/cli/snapshot-files',
    reads: 'reviewers/cli/read-log',
  }
  const lines = Object.entries(modules).map(
    ([name, path]) => `export * as ${name} from ${JSON.stringify(resolve('src', `${path}.ts`))}`,
  )
  const stdin = { contents: lines.join('\n'), resolveDir: process.cwd(), loader: 'ts' }
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
  return outfile
}

/** The project's own sources: what a reviewer would print. */
function makeSnapshot(directory) {
  const paths = readdirSync('src', { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join('src', path))
    .sort()
  const files = paths.map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').slice(0, -1) }))
  for (const { path, lines } of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), `${lines.join('\n')}\n`)
  }
  return { directory, files }
}

/** Draws events until there are 100 MB of them; `expected` is what they are to be told as. */
function writeCorpus({ name, cli, root, snapshot, searched, longEvery, separatorEvery }) {
  const random = makeRandom(20261121)
  const make = cli === 'codex' ? codexRun(random, snapshot, searched) : claudeRun(random, snapshot)
  const counter = makeCounter()
  const file = join(root, `${cli} ${name}.jsonl`)
  const descriptor = openSync(file, 'w')
  let [bytes, lines, ended] = [0, 0, 0]
  const write = (event) => {
    lines++
    const isSeparated = separatorEvery > 0 && lines % separatorEvery === 0
    const text = `${JSON.stringify(isSeparated ? separated(event) : event)}\n`
    const written = JSON.parse(text)
    const { events, ends } = told(cli, written)
    for (const one of events) counter.event(one)
    make.note(written)
    if (ends) ended++
    bytes += Buffer.byteLength(text)
    writeFileSync(descriptor, text)
  }
  for (const event of make.start()) write(event)
  for (let step = 1; bytes < size; step++) for (const event of make.step(isLong(step, longEvery))) write(event)
  for (const event of make.end()) write(event)
  closeSync(descriptor)
  return { cli, file, bytes, lines, expected: { lines, ...counter.seen(), reads: make.reads(), ended } }
}

function isLong(step, longEvery) {
  return longEvery > 0 && step % longEvery === 0
}

/** The same event with U+2028 in a text of it. */
function separated(event) {
  const { item } = event
  if (item?.text !== undefined) return { ...event, item: { ...item, text: `${item.text}\u2028` } }
  if (item?.aggregated_output === undefined) return { ...event, note: 'a\u2028b' }
  return { ...event, item: { ...item, aggregated_output: `${item.aggregated_output}\u2028\n` } }
}

/** As `codex exec --json` prints a long review: thoughts, and commands with their whole output. */
function codexRun(random, { files }, searched) {
  const reads = new Set()
  const shown = new Set()
  const draw = makeDraw(random, files, shown)
  let id = 0
  let printed = 0
  const shownBy = new Map()
  let longs = 0
  const completed = (item) => ({ type: 'item.completed', item: { id: `item_${id++}`, ...item } })
  const command = ({ script, output, exit }) => {
    const item = { id: `item_${id++}`, type: 'command_execution', command: `/bin/bash -lc ${JSON.stringify(script)}` }
    const started = { ...item, aggregated_output: '', exit_code: null, status: 'in_progress' }
    const status = exit === 0 ? 'completed' : 'failed'
    shownBy.set(item.id, [...shown])
    shown.clear()
    const ended = { ...item, aggregated_output: output, exit_code: exit, status }
    return [
      { type: 'item.started', item: started },
      { type: 'item.completed', item: ended },
    ]
  }
  const long = () => {
    const kinds = [
      () => command({ script: "rg -n '' src", output: draw.matches(2 * MB), exit: 0 }),
      () => command({ script: 'npm test', output: draw.log(2 * MB), exit: 1 }),
      () => command({ script: 'find src -name "*.ts" | xargs cat', output: draw.source(2 * MB), exit: 0 }),
    ]
    return kinds[longs++ % kinds.length]()
  }
  const shortCommand = (share) => {
    if (share < 0.6) return command(draw.print())
    const length = draw.length()
    if (share < 0.8) return command({ script: `rg -n ${draw.word()} src`, output: draw.matches(length), exit: 0 })
    if (share < 0.9) return command({ script: `git log -p -5 -- ${draw.path()}`, output: draw.log(length), exit: 0 })
    return command({ script: `npm test -- ${draw.path()}`, output: draw.log(length), exit: 1 })
  }
  return {
    start: () => [{ type: 'thread.started', thread_id: '0199-bench' }, { type: 'turn.started' }],
    step: (isLongStep) => {
      const events = isLongStep ? long() : shortCommand(random())
      if (random() < 0.6)
        events.unshift(completed({ type: 'reasoning', text: `**${draw.words(6)}**\n\n${draw.words(40)}` }))
      if (random() < 0.1) events.push(completed({ type: 'agent_message', text: draw.words(30) }))
      if (random() < 0.02) events.push({ type: 'item.updated', item: { id: 'item_0', type: 'todo_list', items: [] } })
      if (random() < 0.002) events.push({ type: 'error', message: 'Reconnecting... 1/2' })
      return events
    },
    end: () => [{ type: 'turn.completed', usage: { input_tokens: 1, cached_input_tokens: 0, output_tokens: 1 } }],
    // Files count while so much output is searched, in bytes as they stand in the line.
    note({ type, item }) {
      if (type !== 'item.completed' || item.exit_code !== 0) return
      if (printed < searched) for (const path of shownBy.get(item.id)) reads.add(path)
      printed += Buffer.byteLength(JSON.stringify(item.aggregated_output)) - 2
    },
    reads: () => [...reads].sort(),
  }
}

/** As `claude --output-format stream-json` prints one: a result is in it twice, for the model and for the reader. */
function claudeRun(random, { directory, files }) {
  const reads = new Set()
  const draw = makeDraw(random, files, reads)
  const session = { session_id: 'b3a4', uuid: 'c5d6' }
  let id = 0
  const assistant = (content) => ({
    ...{
      type: 'assistant',
      message: { id: `msg_${id}`, type: 'message', role: 'assistant', model, content: [content] },
    },
    ...{ parent_tool_use_id: null, ...session },
  })
  const call = ({ name, input, shown, result }) => {
    const tool = `toolu_${id++}`
    const content = [{ tool_use_id: tool, type: 'tool_result', content: shown }]
    const user = { type: 'user', message: { role: 'user', content }, parent_tool_use_id: null, ...session }
    return [assistant({ type: 'tool_use', id: tool, name, input }), { ...user, tool_use_result: result }]
  }
  const read = (length) => {
    const { path, text } = length === undefined ? draw.file() : { path: draw.path(), text: draw.source(length) }
    reads.add(path)
    const filePath = join(directory, path)
    const file = { filePath, content: text, numLines: 1, startLine: 1, totalLines: 1 }
    return call({ name: 'Read', input: { file_path: filePath }, shown: text, result: { type: 'text', file } })
  }
  const grep = (length) => {
    const content = draw.matches(length)
    const input = { pattern: draw.word(), output_mode: 'content' }
    return call({
      name: 'Grep',
      input,
      shown: content,
      result: { mode: 'content', numFiles: 0, filenames: [], content },
    })
  }
  const init = {
    ...{
      type: 'system',
      subtype: 'init',
      cwd: directory,
      ...session,
      tools: ['Glob', 'Grep', 'Read', 'StructuredOutput'],
    },
    ...{ mcp_servers: [], model, permissionMode: 'dontAsk', slash_commands: [], claude_code_version: version },
    ...{ agents: [], skills: [], plugins: [] },
  }
  return {
    start: () => [init],
    step: (isLongStep) => {
      const events = isLongStep ? read(1 * MB) : random() < 0.75 ? read() : grep(draw.length())
      if (random() < 0.5)
        events.unshift(assistant({ type: 'thinking', thinking: draw.words(40), signature: 'x'.repeat(300) }))
      if (random() < 0.3) events.push({ type: 'system', subtype: 'thinking_tokens', tokens: 100, ...session })
      if (random() < 0.1) events.push(assistant({ type: 'text', text: draw.words(30) }))
      return events
    },
    end: () => [{ subtype: 'success', is_error: false, result: 'done', type: 'result', ...session }],
    // Each file is read so often that what is only searched for makes no difference.
    note() {},
    reads: () => [...reads].sort(),
  }
}

/** Texts as a review prints them; what they show of a file is noted in `reads`. */
function makeDraw(random, files, reads) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const all = files.flatMap(({ path, lines }) => lines.map((text, index) => ({ path, text, number: index + 1 })))
  const vocabulary = [...new Set(all.slice(0, 5_000).flatMap(({ text }) => text.match(/[a-z]{3,}/gi) ?? []))]
  const words = (count) => Array.from({ length: count }, () => pick(vocabulary)).join(' ')
  const path = () => pick(files).path
  const untilLong = (length, next) => {
    const list = []
    for (let total = 0; total < length; total += list.at(-1).length + 1) list.push(next())
    return `${list.join('\n')}\n`
  }
  const file = () => {
    const { path: name, lines } = pick(files)
    const count = 40 + Math.floor(random() * 250)
    reads.add(name)
    return { path: name, count, text: `${lines.slice(0, count).join('\n')}\n` }
  }
  /** 1 to 60 KB, short ones as frequent as long ones are rare. */
  const length = () => 1_000 * 60 ** random()
  return {
    ...{ words, path, file, length, word: () => pick(vocabulary) },
    print() {
      const parts = []
      const wanted = length()
      for (let total = 0; total < wanted; total += parts.at(-1).text.length) parts.push(file())
      const isPlain = random() < 0.7
      const texts = parts.map(({ text }) => (isPlain ? text : text.replaceAll(/^(?=.)/gm, '     1\t')))
      const scripts = parts.map(({ path: name, count }) =>
        isPlain ? `sed -n '1,${count}p' ${name}` : `nl -ba ${name} | sed -n '1,${count}p'`,
      )
      return { script: scripts.join(' && '), output: texts.join(''), exit: 0 }
    },
    // File by file and in order, as rg prints them.
    matches(length) {
      const list = []
      for (let total = 0; total < length; ) {
        const { path: name, lines } = pick(files)
        const first = Math.floor(random() * lines.length)
        for (let index = first; index < lines.length && index < first + 12; index += 1 + Math.floor(random() * 3)) {
          if (/\w\W*\w\W*\w/.test(lines[index].trim().slice(0, 200))) reads.add(name)
          list.push(`${name}:${index + 1}:${lines[index]}`)
          total += list.at(-1).length + 1
        }
      }
      return `${list.join('\n')}\n`
    },
    log: (length) =>
      untilLong(length, () => `    at ${words(1)} (node:internal/${words(1)}:${Math.floor(random() * 999)}:9)`),
    source: (length) => untilLong(length, () => pick(all).text),
  }
}

/** Mulberry32. */
function makeRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled(list) {
  return list
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
