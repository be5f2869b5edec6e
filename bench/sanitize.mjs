// npm run bench:sanitize: what the functions that take up hostile text cost as the text grows, from the TypeScript sources.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const MB = 1024 * 1024
const sizes = [1, 4, 16, 64]
/** Time may grow this much faster than the size from 1 MB to the largest one. */
const limit = 1.3
/** A shorter measurement is repeated until it is this long. */
const minimumMs = 60
const rounds = 2
const maximumRounds = 6
const [only = '', onlyInput = ''] = process.argv.slice(2)

const product = await loadProduct()
const functions = subjects(product)
const rows = []
printHead()
for (const subject of functions) {
  if (!subject.name.includes(only)) continue
  for (const [shape, make] of Object.entries(subject.shapes)) {
    if (!shape.includes(onlyInput)) continue
    rows.push(measure(subject, shape, make))
    printRow(rows.at(-1))
  }
}
console.log(`\nLimit: a megabyte costs at most ${limit} times what it costs at the smallest size.`)
if (rows.some((row) => row.worst > limit)) process.exitCode = 1

function subjects({ log, markdown, redact, reply, events, splitter, diff, invisible, sarif }) {
  const secrets = ['sk-FAKE-model-7Qm2Zx9LrT4vB8nKc1Wd', '4fAKE00glm1122334455667788990011.FAKEglmSECRETpart01']
  const redactor = redact.makeRedactor(secrets)
  const text = {
    'one letter': fill('a'),
    brackets: fill('['),
    'line ends and ::': fill('\r::x::\u2028##['),
    'backticks and tildes': fill('`a``~'),
    comments: fill('<!--'),
    spaces: fill(' '),
    'dots and www': fill('www.'),
    'backslashes and entities': fill('\\&#x'),
    'ESC [ and digits': (size) => `\u001b[${'0'.repeat(size / 2)}${fill('\u001b[0')(size / 2 - 2)}`,
    'half characters': fill('\udb40\u200b\udc41'),
  }
  const jsonl = (line) => (size) => Buffer.from(fill(`${line}\n`)(size))
  const message = (fillText) =>
    JSON.stringify({ type: 'item.completed', item: { type: 'agent_message', text: fillText } })
  const reading = JSON.stringify({
    type: 'item.completed',
    item: {
      type: 'command_execution',
      command: "bash -lc 'cat a.ts'",
      aggregated_output: 'a.ts:1: - \n',
      exit_code: 0,
    },
  })
  return [
    { name: 'log sanitizer', run: log.inertLogText, shapes: text },
    // The sinks cut to 4,000 characters first, so no size matters; V8 cannot replace more than some forty million matches.
    {
      name: 'Markdown prose',
      sizes: [1, 4, 16],
      run: (value) => markdown.proseText(value, value.length),
      shapes: text,
    },
    {
      name: 'Markdown code block',
      sizes: [1, 4, 16],
      run: (value) => markdown.codeBlock(value, value.length),
      shapes: pick(text, 3),
    },
    {
      name: 'redaction',
      run: redactor,
      shapes: {
        ...text,
        'the secret': fill(`${secrets[0]} `),
        'almost the secret': fill(secrets[0].slice(0, 11)),
        'key prefixes': fill('sk-ghs_AIza'),
        percent: fill('%41%'),
      },
    },
    {
      name: 'reply parser',
      run: reply.parseReply,
      // A longer reply is refused unread.
      sizes: [0.25, 1, 4],
      shapes: {
        brackets: fill('['),
        'one string': (size) => `{"findings":[],"filesReviewed":["${'a'.repeat(size - 60)}"],"notVerified":[]}`,
        backslashes: (size) => `{"findings":[],"filesReviewed":["${'\\\\'.repeat(size / 2 - 30)}"],"notVerified":[]}`,
        'a long key': (size) => `{"${'k'.repeat(size - 8)}":1}`,
        'unfinished fence': (size) => `\`\`\`${'`\n'.repeat(size / 2 - 3)}\`\`\``,
      },
    },
    {
      name: 'event parser',
      // 64 MB are all that a CLI may write in one turn.
      run: (bytes) => takeEvents(bytes, { events, splitter }),
      shapes: {
        'short lines': jsonl(message('a')),
        'file reads': jsonl(reading),
        'one line, dropped': fillBytes('a'),
        'lines of 900 kB': jsonl(message('[\u2028'.repeat(150_000))),
        'empty lines': fillBytes('\n'),
        brackets: jsonl('['.repeat(100_000)),
      },
    },
    {
      name: 'diff parser',
      // A change of more than 5 million lines, 10 MB of the shortest ones, is listed and not parsed.
      sizes: [1, 4, 16],
      run: diff.parseDiff,
      shapes: {
        'short lines': aDiff((count) => '+\n'.repeat(count), 2),
        'lines that look like headers': aDiff((count) => '+@@ -1 +1 @@\n'.repeat(count), 13),
        hunks: manyHunks,
      },
    },
    {
      name: 'diff parser, long lines',
      run: diff.parseDiff,
      shapes: {
        'one line': (size) => diffOf(`+${'a'.repeat(size)}\n`, 1),
        'lines of 1 kB': aDiff((count) => `+${'a'.repeat(1022)}\n`.repeat(count), 1024),
      },
    },
    {
      name: 'invisible escape',
      // A file with more than 1 MB of changed text is never shown; 64 MB of CRs would make a longer text than V8 can hold.
      sizes: [1, 4, 16, 32],
      run: invisible.showInvisible,
      shapes: {
        ...pick(text, 2),
        'bidi controls': fill('\u202ea'),
        CR: fill('\r'),
        'half characters': text['half characters'],
      },
    },
    {
      name: 'SARIF file',
      sizes: [1, 4, 16],
      run: (value) => sarif.sarifText(reportOf(value), { category: 'c' }),
      shapes: { brackets: text.brackets, 'one letter': text['one letter'], 'half characters': text['half characters'] },
    },
  ]
}

function fill(piece) {
  return (size) => flat(piece.repeat(Math.ceil(size / piece.length)).slice(0, size))
}

function fillBytes(piece) {
  return (size) => Buffer.alloc(size, piece)
}

/** repeat and slice make ropes; a measured function must not pay for putting them together. */
function flat(text) {
  Number(text)
  return text
}

function pick(shapes, count) {
  return Object.fromEntries(Object.entries(shapes).slice(0, count + 1))
}

function aDiff(lines, width) {
  return (size) => diffOf(lines(Math.floor(size / width)), Math.floor(size / width))
}

function diffOf(body, count) {
  return Buffer.from(`${diffHead()}@@ -0,0 +1,${count} @@\n${body}`)
}

function manyHunks(size) {
  const count = Math.floor(size / 24)
  const hunks = Array.from({ length: count }, (_, index) => `@@ -${index},0 +${index + 1} @@ x\n+\n`)
  return Buffer.from(`${diffHead()}${hunks.join('')}`)
}

function diffHead() {
  const [before, after] = ['0'.repeat(40), '1'.repeat(40)]
  const raw = `:000000 100644 ${before} ${after} A\0a.ts\0\0`
  return `${raw}diff --git a/a.ts b/a.ts\nnew file mode 100644\nindex ${before}..${after}\n--- /dev/null\n+++ b/a.ts\n`
}

function takeEvents(bytes, { events, splitter }) {
  const log = new events.EventLog({ directory: '/s', text: (path) => (path === 'a.ts' ? 'x\n' : undefined) }, () => {})
  const lines = new splitter.LineSplitter(
    MB,
    (line) => log.add(line),
    () => {},
  )
  // As a pipe delivers it.
  for (let at = 0; at < bytes.length; at += 65_536) lines.write(bytes.subarray(at, at + 65_536))
  lines.end()
}

/** The text spread over results of 100 kB each. */
function reportOf(text) {
  const count = Math.ceil(text.length / 100_000)
  const results = Array.from({ length: count }, (_, index) => {
    const part = text.slice(index * 100_000, (index + 1) * 100_000)
    return {
      ...{ fingerprint: `${index}`, ruleId: 'correctness', severity: 'high', confidence: 'likely', basis: 'grounded' },
      ...{
        triage: 'real',
        title: part,
        message: part,
        recommendation: null,
        assumptions: [],
        path: 'a.ts',
        side: 'new',
      },
      ...{
        region: { startLine: 1, endLine: 1 },
        quote: part,
        evidence: { status: 'verified', detail: null },
        related: [],
      },
      ...{ reviewers: ['codex'], agreement: { found: 1, confirmed: 0, refuted: 0 }, baselineState: 'new' },
      ...{ suppression: null, blocking: false },
    }
  })
  return {
    ...{ tool: { name: 'model-stack-action', version: '0' }, conclusion: 'fail', reasons: [], change: null, results },
    ...{ authorship: { families: [], signals: [] }, reviewers: [], dismissed: [], rejected: [], override: null },
    ...{ coverage: { changedLines: 0, reviewedLines: 0, percent: 0, unreviewed: [], excluded: [] }, replayed: false },
    ...{ isolation: { level: 'root-sandbox', preflight: [], proof: { before: '', after: '', unchanged: true } } },
  }
}

/**
 * The best time a megabyte of every size, measured in turns. `worst` is how much dearer than at the smallest size a
 * megabyte is at any other; a size that is quicker than the clock is repeated.
 */
function measure(subject, shape, make) {
  const list = subject.sizes ?? sizes
  const samples = list.map(() => [])
  for (const size of [list[0], list[1]]) timeOf(subject.run, [make(size * MB)])
  let result
  // Noise only ever adds; a ratio over the limit has to show in every further round as well.
  for (let round = 0; round < rounds || (result.worst > limit && round < maximumRounds); round++) {
    for (const [index, size] of list.entries()) {
      // Small inputs in as many copies as make up a quarter of the largest one, so that memory weighs on all alike.
      const copies = Math.max(1, Math.round(list.at(-1) / 4 / size))
      const inputs = Array.from({ length: copies }, () => make(size * MB))
      global.gc?.()
      samples[index].push(timeOf(subject.run, inputs) / copies / size)
    }
    const perMegabyte = samples.map((values) => Math.min(...values))
    const worst = Math.max(...perMegabyte.slice(1).map((value) => value / perMegabyte[0]))
    result = { name: subject.name, shape, list, perMegabyte, worst }
  }
  return result
}

function timeOf(run, inputs) {
  let times = 0
  // Processor time: what other processes of the machine do does not count.
  const start = process.cpuUsage()
  let elapsed = 0
  do {
    // Kept until all are done: what costs a large input its memory costs many small ones theirs.
    inputs.map((input) => run(input))
    times += 1
    const { user, system } = process.cpuUsage(start)
    elapsed = (user + system) / 1_000
  } while (elapsed < minimumMs)
  return elapsed / times
}

function printHead() {
  console.log(
    `${process.platform}-${process.arch}, node ${process.version}, best of ${rounds} to ${maximumRounds} interleaved rounds\n`,
  )
  console.log('| function | input | sizes in MB | ms a MB | worst ratio | linear |')
  console.log('|---|---|---|---|---|---|')
}

function printRow({ name, shape, list, perMegabyte, worst }) {
  const cells = [name, shape, list.join(' '), perMegabyte.map((value) => value.toPrecision(2)).join(' ')]
  console.log(`| ${[...cells, worst.toFixed(2), worst <= limit ? 'yes' : 'NO'].join(' | ')} |`)
}

async function loadProduct() {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  const entry = join(directory, 'entry.ts')
  const modules = {
    log: 'report/log-text',
    markdown: 'report/escape',
    redact: 'report/redact',
    reply: 'review/parse-reply',
    events: 'reviewers/codex/events',
    splitter: 'host/line-splitter',
    diff: 'diff/parse',
    invisible: 'diff/invisible',
    sarif: 'report/sarif',
  }
  const source = (path) => JSON.stringify(join(process.cwd(), 'src', `${path}.ts`))
  const lines = Object.entries(modules).map(([name, path]) => `export * as ${name} from ${source(path)}`)
  writeFileSync(entry, lines.join('\n'))
  const outfile = join(directory, 'product.mjs')
  try {
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(directory, { recursive: true })
  }
}
