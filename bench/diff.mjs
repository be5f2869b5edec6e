// npm run bench:diff: from git's objects to an index of the change, against `git diff` alone, on the action's own Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { node24 } from './node24.mjs'
import { loadProduct, median } from './product.mjs'

const sizes = [
  { name: '1k', lines: 1_000, rounds: 11 },
  { name: '10k', lines: 10_000, rounds: 11 },
  { name: '100k', lines: 100_000, rounds: 11 },
  { name: '1M', lines: 1_000_000, rounds: 7 },
]
// The best of the JavaScript parsers in use: 106 MB/s and 280 MB at 1M lines, of an output that it has whole.
const limits = { ratio: 1.6, megabytesPerSecond: 106, megabytes: 300, growth: 11 }
// Nothing of the caller's environment may weigh on one side: NODE_EXTRA_CA_CERTS alone costs Node 20 about 50 ms.
const env = { PATH: process.env.PATH, HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }

const node = node24()
const { read } = await loadProduct({ read: 'diff/read' })
const root = mkdtempSync(join(tmpdir(), 'bench-diff-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
const program = await buildProgram(root)
const rows = []
for (const size of sizes) rows.push(await measure(size))
print(rows)

/** What a run does between the commits and the index, as a program of its own; for a file, the parsing of it alone. */
async function buildProgram(directory) {
  const source = (path) => JSON.stringify(join(process.cwd(), 'src', `${path}.ts`))
  const contents = `
    import { readDiff } from ${source('diff/read')}
    import { parseDiffStream } from ${source('diff/parse')}
    import { gitInDirectory } from ${source('host/git')}
    import { readFileSync } from 'node:fs'
    const [directory, from, to] = process.argv.slice(2)
    const output = from === undefined ? readFileSync(directory) : undefined
    const start = performance.now()
    const { files, problems } =
      output === undefined ? await readDiff(gitInDirectory(directory), { from, to }) : parse(output)
    const ms = performance.now() - start
    function parse(output) {
      const stream = parseDiffStream(() => undefined)
      for (let at = 0; at < output.length; at += 65_536) stream.push(output.subarray(at, at + 65_536))
      return stream.end()
    }
    const lines = files.reduce((sum, { added, removed }) => sum + added + removed, 0)
    // Not maxRSS, which starts with what the process held that started this one.
    const rss = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
    console.log(JSON.stringify({ ms, files: files.length, problems: problems.size, lines, rss }))`
  const outfile = join(directory, 'program.mjs')
  const stdin = { contents, loader: 'ts', resolveDir: process.cwd() }
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
  return outfile
}

/** Every round runs all in random order, so that a slow moment of the machine hits all alike. */
async function measure({ name, lines, rounds }) {
  const repository = makeRepository(join(root, name), lines)
  const { directory, from, to } = repository
  const diff = ['--git-dir', directory, ...(await diffArguments(repository))]
  const patch = join(root, 'patch')
  writeFileSync(patch, spawnSync('git', diff, { env, maxBuffer: 2 ** 30 }).stdout)
  const runs = {
    git: () => clock('git', diff, 'ignore'),
    ours: () => clock(node, [program, directory, from, to], 'pipe'),
    parse: () => clock(node, [program, patch], 'pipe'),
  }
  const samples = { git: [], ours: [], parse: [] }
  for (let round = -1; round < rounds; round++) {
    for (const one of shuffled(Object.keys(runs))) {
      const sample = await runs[one]()
      // The first round warms the file cache.
      if (round >= 0) samples[one].push(sample)
    }
  }
  const said = samples.ours.map(({ output }) => JSON.parse(output))
  const parsed = samples.parse.map(({ output }) => JSON.parse(output))
  if ([...said, ...parsed].some(({ lines: counted, problems }) => counted !== repository.changed || problems > 0))
    throw new Error(`${name}: ${repository.changed} lines changed, read: ${JSON.stringify(said[0])}`)
  const megabytes = statSync(patch).size / 1e6
  rmSync(directory, { recursive: true })
  const ms = (list) => median(list.map((sample) => sample.ms))
  const [git, ours, inProcess, parse] = [samples.git, samples.ours, said, parsed].map(ms)
  const rss = Math.max(...said.map((one) => one.rss)) / 1e6
  const speed = { all: (megabytes * 1e3) / inProcess, parse: (megabytes * 1e3) / parse }
  return { name, lines: repository.changed, files: said[0].files, megabytes, git, ours, ratio: ours / git, speed, rss }
}

/** The product's own: taken from it where it would run git. */
async function diffArguments({ from, to }) {
  let taken
  const port = {
    read: (args) => {
      taken = args
      throw new Error('not run')
    },
  }
  await read.readDiff(port, { from, to }).catch(() => undefined)
  return taken
}

function clock(command, args, stdout) {
  const start = performance.now()
  const child = spawn(command, args, { env, cwd: tmpdir(), stdio: ['ignore', stdout, 'ignore'] })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done({ ms: performance.now() - start, output })
      else fail(new Error(`${command} ended with ${code}`))
    })
  })
}

function shuffled(list) {
  return list
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** A packed repository with two commits between which about as many lines differ. */
function makeRepository(directory, wanted) {
  const random = mulberry32(wanted)
  run(['init', '--quiet', '--bare', directory])
  const parts = [[], []]
  let changed = 0
  for (let index = 0; changed < wanted; index++) {
    const file = makeFile(random, index)
    for (const side of [0, 1]) {
      if (file.sides[side] === undefined) continue
      const bytes = Buffer.from(`${file.sides[side].join('\n')}\n`)
      parts[side].push(`M 100644 inline ${file.paths[side]}\ndata ${bytes.length}\n`, bytes, '\n')
    }
    changed += file.changed
  }
  const commit = (side) => [
    `commit refs/heads/c${side}\ncommitter A <a@b> 0 +0000\ndata 0\ndeleteall\n`,
    ...parts[side],
  ]
  const input = Buffer.concat([...commit(0), ...commit(1)].map((part) => Buffer.from(part)))
  run(['--git-dir', directory, 'fast-import', '--quiet'], input)
  run(['--git-dir', directory, 'repack', '-adfq'])
  const [from, to] = run(['--git-dir', directory, 'rev-parse', 'refs/heads/c0', 'refs/heads/c1']).split('\n')
  return { directory, from, to, changed: countChanged(directory, { from, to }) }
}

/** By git's own count. */
function countChanged(directory, { from, to }) {
  const stat = run(['--git-dir', directory, 'diff', '--text', '-M50%', '-l1000', '--shortstat', from, to])
  return [...stat.matchAll(/(\d+) (?:insertion|deletion)/g)].reduce((sum, [, count]) => sum + Number(count), 0)
}

function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync('git', args, { env, input, maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout.toString()
}

/** Seven of ten files are edited, one of them under a new name; two are new, one is gone. */
function makeFile(random, index) {
  const path = `src/part${index % 40}/module${index}.ts`
  const old = Array.from({ length: 150 + Math.floor(random() * 400) }, () => codeLine(random))
  const kind = index % 10
  if (kind < 2) return { paths: [path, path], sides: [undefined, old], changed: old.length }
  if (kind === 2) return { paths: [path, path], sides: [old, undefined], changed: old.length }
  const { lines, changed } = edit(old, random)
  return { paths: [path, kind === 3 ? path.replace('module', 'renamed') : path], sides: [old, lines], changed }
}

/** About a fifth of the lines is written anew, in runs of up to eight. */
function edit(old, random) {
  const lines = []
  let changed = 0
  for (let at = 0; at < old.length; ) {
    const keep = 1 + Math.floor(random() * 32)
    lines.push(...old.slice(at, at + keep))
    at += keep
    const gone = Math.min(old.length - at, Math.floor(random() * 8))
    const come = 1 + Math.floor(random() * 7)
    for (let count = 0; count < come; count++) lines.push(codeLine(random))
    at += gone
    changed += gone + come
  }
  return { lines, changed }
}

/** 40 to 60 bytes that stand nowhere else, so that git can take no other line for it. */
function codeLine(random) {
  const word = () => Math.floor(random() * 36 ** 5).toString(36)
  const indent = ' '.repeat(2 * Math.floor(random() * 4))
  const shapes = [
    () => `const ${word()} = readValue(${word()}, '${word()}')`,
    () => `if (${word()}.length > ${word()}.size) return ${word()}`,
    () => `${word()}.push({ ${word()}: await next(${word()}) })`,
    () => `// ${word()} is kept until ${word()} has seen ${word()}.`,
  ]
  const line = indent + shapes[Math.floor(random() * shapes.length)]()
  return line.padEnd(40, ' //').slice(0, 60)
}

function mulberry32(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function print(list) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  const load = loadavg()[0].toFixed(1)
  console.log(
    `${process.platform}-${process.arch}, node ${version}, ${run(['--version']).trim()}, ${cpus().length} cores, load ${load}\n`,
  )
  console.log('| lines | files | MB | git ms | ours ms | ratio | MB/s | MB/s parsing alone | max RSS MB |')
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const row of list) {
    const cells = [row.lines, row.files, row.megabytes.toFixed(1), row.git.toFixed(0), row.ours.toFixed(0)]
    const speeds = [row.speed.all.toFixed(0), row.speed.parse.toFixed(0)]
    console.log(`| ${[...cells, row.ratio.toFixed(2), ...speeds, row.rss.toFixed(0)].join(' | ')} |`)
  }
  judge(list)
}

function judge(list) {
  const [hundred, million] = list.slice(-2)
  const growth = (million.ours / hundred.ours) * ((10 * hundred.lines) / million.lines)
  const checks = [
    [`ratio at ${hundred.name}`, hundred.ratio, '<=', limits.ratio],
    [`ratio at ${million.name}`, million.ratio, '<=', limits.ratio],
    [`MB/s parsing alone at ${million.name}`, million.speed.parse, '>=', limits.megabytesPerSecond],
    [`MB at ${million.name}`, million.rss, '<=', limits.megabytes],
    [`t(1M) / t(100k) at ten times the lines`, growth, '<=', limits.growth],
  ]
  console.log('\n| limit | measured | asked | kept |')
  console.log('|---|---|---|---|')
  for (const [what, value, sign, limit] of checks) {
    const kept = sign === '<=' ? value <= limit : value >= limit
    console.log(`| ${what} | ${value.toFixed(2)} | ${sign} ${limit} | ${kept ? 'yes' : 'NO'} |`)
    if (!kept) process.exitCode = 1
  }
}
