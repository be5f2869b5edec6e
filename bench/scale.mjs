// npm run bench:scale: changes of 1,000 to a million lines through the whole pipeline, with the real host and a scripted
// model that takes 2 ms a request, each in a process of its own. Time must grow with the lines, memory stay bounded, and
// every line be reviewed. One size alone: node bench/scale.mjs 100000
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { seeded } from './grounding-code.mjs'
import { node24 } from './node24.mjs'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000, 1_000_000]
/** From the second size on: time at ten times the lines, in tens. MB. */
const limits = { growth: 1.2, node: 500 }
const TURN_SECONDS = 0.002
/** By size. */
const ROUNDS = { 1000: 5, 10000: 5, 100000: 3 }
/** Lines of which one is a planted defect. The evidence stage looks at no more than 500 findings. */
const LINES_A_DEFECT = 2_100
const SAMPLE_MS = 20
const env = { PATH: process.env.PATH, HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }
const profile =
  process.env.PROFILE === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(process.env.PROFILE)}`]

const node = node24()
const root = mkdtempSync(join(tmpdir(), 'bench-scale-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))
const program = await buildProgram()
const rows = []
for (const size of sizes) rows.push(await measure(size))
print(rows)

async function buildProgram() {
  // The sources look for prompts/ and dist/launcher beside the directory that they are in.
  for (const name of ['dist', 'prompts']) symlinkSync(resolve(name), join(root, name))
  const directory = join(root, 'bundle')
  mkdirSync(directory)
  const outfile = join(directory, 'program.mjs')
  const banner = {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)",
  }
  await build({
    ...{ entryPoints: [resolve('bench/scale-run.mjs')], outfile, banner, bundle: true, platform: 'node' },
    ...{ format: 'esm', logLevel: 'error', splitting: false },
  })
  return outfile
}

/** The round of median time; memory is that of the worst. */
async function measure(size) {
  const repository = makeRepository(join(root, `lines-${size}`), size)
  const { directory, from, to, defects, changed } = repository
  const rounds = []
  for (let round = 0; round < (ROUNDS[size] ?? 1); round++) {
    const { output, peak } = await run([...profile, program, directory, from, to])
    rounds.push({ ...JSON.parse(output), peak })
  }
  rmSync(directory, { recursive: true })
  const said = rounds.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(rounds.length / 2)]
  const model = (said.requests * TURN_SECONDS) / said.lanes
  const rss = Math.max(...rounds.map((one) => one.rss))
  return { ...said, rss, counted: changed, files: repository.files, defects, own: said.seconds - model }
}

/** The program to its end, and the most memory that it and its git held at a time. */
function run(args) {
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const peak = { git: 0, together: 0 }
  const timer = setInterval(() => {
    const held = memoryOf(child.pid)
    peak.git = Math.max(peak.git, held.git)
    peak.together = Math.max(peak.together, held.node + held.git)
  }, SAMPLE_MS)
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) done({ output, peak })
      else fail(new Error(`the run ended with ${code}`))
    })
  })
}

/** MB; zero where the system has no /proc. */
function memoryOf(pid) {
  return { node: residentOf(pid), git: childrenOf(pid).reduce((sum, child) => sum + residentOf(child), 0) }
}

function childrenOf(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const lists = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'))
    return lists.join(' ').split(' ').filter(Boolean)
  } catch {
    return [] // it ended meanwhile
  }
}

function residentOf(pid) {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1024
  } catch {
    return 0
  }
}

/** A checkout with two commits between which about as many lines differ, with defects among them. */
function makeRepository(directory, wanted) {
  const random = seeded(wanted)
  git(['init', '--quiet', directory])
  const files = makeFiles(random, wanted)
  const defects = plantDefects(files, wanted)
  const inRepository = ['-C', directory]
  git([...inRepository, 'fast-import', '--quiet'], Buffer.concat([...commit(0, files), ...commit(1, files)]))
  const [from, to] = git([...inRepository, 'rev-parse', 'refs/heads/c0', 'refs/heads/c1']).split('\n')
  git([...inRepository, 'checkout', '--quiet', 'c1'])
  return { directory, from, to, files: files.length, defects, changed: countChanged(directory, { from, to }) }
}

function commit(side, files) {
  const head = `commit refs/heads/c${side}\ncommitter A <a@b> ${side} +0000\ndata 0\n${side === 0 ? '' : 'from refs/heads/c0\n'}deleteall\n`
  const entries = files.flatMap(({ paths, sides }) => {
    if (sides[side] === undefined) return []
    const content = Buffer.from(`${sides[side].join('\n')}\n`)
    return [Buffer.from(`M 100644 inline ${paths[side]}\ndata ${content.length}\n`), content, Buffer.from('\n')]
  })
  const readme = Buffer.from('M 100644 inline README.md\ndata 6\nhello\n')
  return [Buffer.from(head), readme, ...entries]
}

/** By git's own count. */
function countChanged(directory, { from, to }) {
  const stat = git(['-C', directory, 'diff', '-M50%', '-l1000', '--shortstat', from, to])
  return [...stat.matchAll(/(\d+) (?:insertion|deletion)/g)].reduce((sum, [, count]) => sum + Number(count), 0)
}

function git(args, input = '') {
  const { status, stdout, stderr } = spawnSync('git', args, { env, input, maxBuffer: 2 ** 31 })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout.toString()
}

/** Seven of ten files are edited, some under a new name; two are new, one is gone. Every 250th is twenty times as long. */
function makeFiles(random, wanted) {
  const files = []
  for (let changed = 0, index = 0; changed < wanted - 250; index++) {
    const length = (150 + Math.floor(random() * 400)) * (index % 250 === 249 ? 20 : 1)
    const file = makeFile(random, { index, length: Math.min(length, 2 * (wanted - changed)) })
    files.push(file)
    changed += file.changed
  }
  return [...files, lastFile(random)]
}

/** In the order of the paths its lines come last; they are all new. */
function lastFile(random) {
  const path = 'zzz/last.ts'
  return { paths: [path, path], sides: [undefined, linesOf(random, 250)], changed: 250 }
}

function makeFile(random, { index, length }) {
  const path = `src/part${Math.floor(index / 25)}/area${index % 5}/module${index}.ts`
  const old = linesOf(random, length)
  const kind = index % 10
  if (kind < 2) return { paths: [path, path], sides: [undefined, old], changed: old.length }
  if (kind === 2) return { paths: [path, path], sides: [old, undefined], changed: old.length }
  const { lines, changed } = edit(old, random)
  return { paths: [path, index % 40 === 3 ? path.replace('module', 'renamed') : path], sides: [old, lines], changed }
}

/** About a fifth of the lines is written anew, in runs of up to eight. */
function edit(old, random) {
  const lines = []
  let changed = 0
  for (let at = 0; at < old.length; ) {
    const keep = 1 + Math.floor(random() * 32)
    lines.push(...old.slice(at, at + keep))
    at += keep
    const gone = Math.min(Math.max(0, old.length - at), Math.floor(random() * 8))
    const come = linesOf(random, 1 + Math.floor(random() * 7))
    lines.push(...come)
    at += gone
    changed += gone + come.length
  }
  return { lines, changed }
}

/** One of some 2,000 changed lines of new files becomes a defect with a name, and the very last line of the change. */
function plantDefects(files, wanted) {
  const added = files.filter(({ sides: [before] }) => before === undefined)
  const many = Math.max(1, Math.floor(wanted / LINES_A_DEFECT))
  const names = Array.from({ length: many }, (_, index) => `defect-${index + 1}-of-${many}`)
  for (const [index, name] of names.entries()) {
    const isLast = index === many - 1
    const lines = isLast ? added.at(-1).sides[1] : added[Math.floor((index * (added.length - 1)) / many)].sides[1]
    const place = isLast ? lines.length - 1 : (7 + 13 * index) % lines.length
    lines[place] = `export const broken = take(items, items.length + 1) // ${name}`
  }
  return names
}

function linesOf(random, count) {
  return Array.from({ length: count }, () => codeLine(random))
}

/** 40 to 60 bytes that stand nowhere else, so that git can take no other line for it. */
function codeLine(random) {
  const word = () => Math.floor(random() * 36 ** 5).toString(36)
  const indent = ' '.repeat(2 * Math.floor(random() * 4))
  const kind = Math.floor(random() * 5)
  if (kind === 0) return `${indent}const ${word()}Of = readValue(item, '${word()}', ${word().length})`
  if (kind === 1) return `${indent}if (${word()}.length > limit_${word()}.size) return undefined`
  if (kind === 2) return `${indent}results.push({ name: await next(x${word()}), ${word()}: 1 })`
  if (kind === 3) return `export function run_${word()}(value: string): number { // ${word()}`
  return `${indent}// ${word()} is kept until ${word()} has seen ${word()}.`
}

function print(list) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  console.log(
    `${process.platform}-${process.arch}, node ${version}, ${git(['--version']).trim()}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}\n`,
  )
  const head = 'lines files requests|s in all|s without the model|per line, × the size before'.replaceAll(
    ' files ',
    '|files|',
  )
  console.log(
    `| ${head.split('|').join(' | ')} | diff | snapshot | review | rest | writing | MB node | MB git | MB together | coverage % | verified |`,
  )
  console.log(`|${'---|'.repeat(16)}`)
  for (const [index, row] of list.entries()) console.log(`| ${cellsOf(row, list[index - 1]).join(' | ')} |`)
  judge(list)
}

function cellsOf(row, before) {
  const { stages } = row
  const spent = [
    stages.diff,
    stages.snapshot - stages.diff,
    stages.review - stages.snapshot,
    row.seconds - stages.review,
  ]
  return [
    ...[row.counted, row.files, row.requests, row.seconds.toFixed(2), row.own.toFixed(2)],
    before === undefined ? '' : growthOf(row, before).toFixed(2),
    ...[...spent, row.output].map((seconds) => seconds.toFixed(2)),
    ...[row.rss, row.peak.git, row.peak.together].map((megabytes) => megabytes.toFixed(0)),
    ...[row.percent, `${row.verified} of ${row.defects.length}`],
  ]
}

function growthOf(row, before) {
  return row.own / row.counted / (before.own / before.counted)
}

function judge(list) {
  const problems = list.flatMap((row, index) => problemsOf(row, index > 1 ? list[index - 1] : undefined))
  for (const problem of problems) console.log(`\nMISSED: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}

function problemsOf(row, before) {
  const at = `at ${row.counted} lines`
  const missing = row.defects.filter((name) => !row.found.includes(name))
  const checks = [
    [before === undefined || growthOf(row, before) <= limits.growth, `time a line grows more than ${limits.growth}`],
    [row.rss <= limits.node, `node holds ${row.rss.toFixed(0)} MB of ${limits.node}`],
    [row.percent === 100, `coverage is ${row.percent} %: ${JSON.stringify(row.unreviewed)}`],
    [
      row.changed === row.counted && row.reviewed === row.counted,
      `git counts other lines than ${row.reviewed} of ${row.changed}`,
    ],
    [missing.length === 0, `${missing.length} defects not verified: ${missing.slice(0, 3).join(', ')}`],
    [!missing.includes(row.defects.at(-1)), 'the defect in the very last line was not found'],
    [row.conclusion === 'fail', `the conclusion is ${row.conclusion}`],
    [row.rejected === 0, `${row.rejected} findings were rejected`],
  ]
  return checks.filter(([kept]) => !kept).map(([, problem]) => `${at}: ${problem}`)
}
