// npm run bench:startup: the bundle up to its first line of output against bare `node -e 0`, on the action's own Node 24.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24 } from './node24.mjs'

const rounds = 25
const limits = { ratio: 3.2, bytes: 1_600_000 }
const dist = resolve('dist')
// Nothing of the caller's environment may weigh on one side: NODE_EXTRA_CA_CERTS alone costs Node 20 about 50 ms.
const bare = { PATH: process.env.PATH, HOME: tmpdir() }
const runs = {
  help: { args: [join(dist, 'index.js'), '--help'], env: bare },
  // No event to review: the action's first line says so.
  action: { args: [join(dist, 'index.js')], env: { ...bare, GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' } },
}

const node = node24()
const times = await measure({ bare: { args: ['-e', '0'], env: bare }, ...runs })
print(times, { help: bytesLoaded(runs.help), action: bytesLoaded(runs.action) })

/** Every round runs every command once in shuffled order, so that a slow moment of the machine hits all alike. */
async function measure(commands) {
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, command] of shuffled(Object.entries(commands))) {
      const elapsed = await firstLine(command)
      // The first round warms the file cache.
      if (round >= 0) samples[name].push(elapsed)
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, median(list)]))
}

/** Milliseconds until the first output, or until the end of a run that prints nothing. */
function firstLine({ args, env }) {
  const start = process.hrtime.bigint()
  const child = spawn(node, args, { env, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'ignore'] })
  let elapsed
  const stop = () => {
    elapsed ??= Number(process.hrtime.bigint() - start) / 1e6
  }
  child.stdout.on('data', stop)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', stop)
    child.on('close', () => done(elapsed))
  })
}

/** Bytes of the files of dist that V8 saw loaded. */
function bytesLoaded({ args, env }) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    spawnSync(node, args, { env: { ...env, NODE_V8_COVERAGE: directory }, cwd: tmpdir(), stdio: 'ignore' })
    const urls = readdirSync(directory)
      .filter((name) => name.startsWith('coverage-'))
      .flatMap((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')).result.map(({ url }) => url))
    const own = new Set(urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)))
    return [...own].filter((file) => file.startsWith(dist)).reduce((sum, file) => sum + readFileSync(file).length, 0)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function print(medians, bytes) {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`${process.platform}-${process.arch}, node ${version}, medians of ${rounds} interleaved runs\n`)
  console.log('| run | ms to first line | x bare | MB of JavaScript | within limits |')
  console.log('|---|---|---|---|---|')
  console.log(`| node -e 0 | ${medians.bare.toFixed(0)} | 1.00 | 0.00 | |`)
  for (const name of Object.keys(runs)) {
    const ratio = medians[name] / medians.bare
    const verdict = ratio <= limits.ratio && bytes[name] <= limits.bytes ? 'yes' : 'NO'
    const cells = [name, medians[name].toFixed(0), ratio.toFixed(2), (bytes[name] / 1e6).toFixed(2), verdict]
    console.log(`| ${cells.join(' | ')} |`)
  }
  console.log(`\nLimits: ${limits.ratio}x and ${limits.bytes / 1e6} MB.`)
}

function shuffled(list) {
  return list
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
