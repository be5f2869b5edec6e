// npm run bench:install: the pinned Codex CLI into an empty cache, against `gzip -dc` of its tarball, and out of the
// cache, against one sha256 pass over its files; on the action's own Node 24.
import { execFileSync, fork, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rounds = 7
const limits = { cold: 1.15, megabytes: 128, cached: 1.3 }
const mebibyte = 1024 * 1024
// Nothing of the caller's environment may weigh on one side: NODE_EXTRA_CA_CERTS alone costs Node 20 about 50 ms.
const env = { PATH: process.env.PATH, HOME: tmpdir() }

if (process.argv[2] === 'serve') await serve(process.argv[3])
else await main()

async function main() {
  // The server is this file again, and needs none of it.
  const { node24 } = await import('./node24.mjs')
  const { loadProduct, median } = await import('./product.mjs')
  const product = await loadProduct({
    pins: 'reviewers/pins/codex',
    registry: 'host/npm-registry',
    http: 'host/http',
  })
  const tool = product.pins.codexTool
  const pin = tool.packages[`${process.platform}-${process.arch}`]
  const root = mkdtempSync(join(tmpdir(), 'bench-install-'))
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  const tarball = join(root, 'tarball.tgz')
  await fetchTarball(product, pin, tarball)
  const server = await startServer(tarball)
  try {
    const context = { node: node24(), root, tarball, server, pin, programs: await buildPrograms(root) }
    print(await measure(context), { ...context, median, tool })
  } finally {
    server.stop()
  }
}

/** The tarball as it is, from the registry that the product would ask. */
async function fetchTarball({ registry, http }, pin, file) {
  const asked = { input: undefined, untrusted: [process.cwd()], env: process.env, nodePath: process.execPath }
  const name = pin.package.slice(pin.package.lastIndexOf('/') + 1)
  const url = `${await registry.readRegistry(asked)}/${pin.package}/-/${name}-${pin.version}.tgz`
  const chunks = await http.download(url, async (body) => {
    const list = []
    for await (const chunk of body) list.push(chunk)
    return list
  })
  const bytes = Buffer.concat(chunks)
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (integrity !== pin.integrity) throw new Error('the registry has another tarball than the pinned one')
  writeFileSync(file, bytes)
}

/** What is measured inside a process of its own; each prints its seconds and its most memory. */
async function buildPrograms(directory) {
  const source = (path) => JSON.stringify(join(process.cwd(), 'src', `${path}.ts`))
  // Not maxRSS, which starts with what the process held that started this one.
  const report = `
    const peak = process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : NaN
    console.log(JSON.stringify({ seconds, kilobytes: Number(peak) }))`
  const install = `
    import { readFileSync } from 'node:fs'
    import { installTool } from ${source('host/install')}
    import { codexTool } from ${source('reviewers/pins/codex')}
    const [cacheRoot, url] = process.argv.slice(2)
    const log = { debug() {}, info() {}, warning() {}, group: (_title, body) => body() }
    const platform = process.platform + '-' + process.arch
    const start = performance.now()
    await installTool(codexTool, { platform, cacheRoot, registry: async () => url, cliPath: undefined, log })
    const seconds = (performance.now() - start) / 1000
    ${report}`
  const pass = `
    import { createHash } from 'node:crypto'
    import { readFileSync } from 'node:fs'
    import { open } from 'node:fs/promises'
    const buffer = Buffer.allocUnsafe(${mebibyte})
    const start = performance.now()
    const hash = createHash('sha256')
    for (const file of process.argv.slice(2)) {
      const handle = await open(file)
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, ${mebibyte})
        if (bytesRead === 0) break
        hash.update(buffer.subarray(0, bytesRead))
      }
      await handle.close()
    }
    hash.digest('hex')
    const seconds = (performance.now() - start) / 1000
    ${report}`
  return { install: await bundle(install, 'install'), pass: await bundle(pass, 'pass') }

  async function bundle(contents, name) {
    const { build } = await import('esbuild')
    const outfile = join(directory, `${name}.mjs`)
    const stdin = { contents, loader: 'ts', resolveDir: process.cwd() }
    // Some dependencies are CommonJS and require node's own modules.
    const banner = {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)",
    }
    await build({ stdin, outfile, banner, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
    return outfile
  }
}

/** Every round runs everything once in shuffled order, so that a slow moment of the machine hits all alike. */
async function measure({ node, root, tarball, server, pin, programs }) {
  const cache = join(root, 'cache')
  const parent = await firstInstall({ node, programs, cache, server })
  const kept = Object.keys(pin.files).map((file) => join(parent, file))
  const cold = async () => {
    const fresh = join(root, 'fresh')
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh)
    return clock(node, [programs.install, fresh, server.url])
  }
  const runs = {
    gzip: () => clock('gzip', ['-dc', tarball], '/dev/null'),
    gzipToDisk: () => clock('gzip', ['-dc', tarball], join(root, 'unpacked.tar')),
    cold,
    pass: () => clock(node, [programs.pass, ...kept]),
    // Nobody listens there: what is in the cache is not asked for.
    cached: () => clock(node, [programs.install, cache, 'http://127.0.0.1:1']),
  }
  const samples = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  const before = await server.requests()
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of shuffled(Object.entries(runs))) {
      const sample = await run()
      // The first round warms the file cache.
      if (round >= 0) samples[name].push(sample)
    }
  }
  const requests = (await server.requests()).slice(before.length)
  return { samples, requestsEach: requests.length / (rounds + 1), bytes: sizeOf(kept) }
}

async function firstInstall({ node, programs, cache, server }) {
  mkdirSync(cache)
  await clock(node, [programs.install, cache, server.url])
  const found = execFileSync('find', [cache, '-name', 'package.json'], { encoding: 'utf8' }).trim()
  return found.slice(0, -'/package.json'.length)
}

function sizeOf(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0)
}

/** Seconds of the whole process, with what it printed about itself unless its output went to `output`. */
function clock(command, args, output) {
  const target = output === undefined ? undefined : openSync(output, 'w')
  const start = process.hrtime.bigint()
  const child = spawn(command, args, { env, cwd: tmpdir(), stdio: ['ignore', target ?? 'pipe', 'inherit'] })
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      const whole = Number(process.hrtime.bigint() - start) / 1e9
      if (target !== undefined) closeSync(target)
      if (code === 0) done({ whole, ...(text === '' ? {} : JSON.parse(text)) })
      else fail(new Error(`${command} ended with ${code}`))
    })
  })
}

function print({ samples, requestsEach, bytes }, { node, median, tarball, tool }) {
  const whole = (name) => median(samples[name].map((sample) => sample.whole))
  const inside = (name) => median(samples[name].map((sample) => sample.seconds))
  const peak = (name) => median(samples[name].map((sample) => sample.kilobytes)) / 1024
  const ratio = (name, base, of) => median(samples[name].map((sample, index) => of(sample) / of(samples[base][index])))
  const cold = median(samples.cold.map((sample, index) => sample.whole / samples.gzip[index].whole))
  const cached = ratio('cached', 'pass', (sample) => sample.seconds)
  const verdict = (ok) => (ok ? 'yes' : 'NO')
  const withinCold = cold <= limits.cold && peak('cold') <= limits.megabytes && requestsEach === 1
  const withinCached = cached <= limits.cached
  const rows = [
    ['`gzip -dc` to /dev/null', '', whole('gzip'), 1, '', '', ''],
    ['`gzip -dc` to a file', '', whole('gzipToDisk'), whole('gzipToDisk') / whole('gzip'), '', '', ''],
    ['cold installation', inside('cold'), whole('cold'), cold, peak('cold'), requestsEach, verdict(withinCold)],
    ['sha256 pass', inside('pass'), whole('pass'), 1, peak('pass'), '', ''],
    ['cache hit', inside('cached'), whole('cached'), cached, peak('cached'), 0, verdict(withinCached)],
  ]
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  const sizes = `${(statSync(tarball).size / 1e6).toFixed(0)} MB of tarball, ${(bytes / 1e6).toFixed(0)} MB kept`
  console.log(`Codex ${tool.version}: ${sizes}. Node ${version} on ${process.platform}-${process.arch},`)
  console.log(`medians of ${rounds} interleaved runs; memory is the peak of the process.\n`)
  console.log('| run | s inside | s of the process | ratio | peak RSS MB | requests | within limits |')
  console.log('|---|---|---|---|---|---|---|')
  for (const [name, own, process, times, memory, ...rest] of rows)
    console.log(
      `| ${[name, shown(own, 2), shown(process, 2), shown(times, 2), shown(memory, 0), ...rest].join(' | ')} |`,
    )
  console.log('\nCold: process against process. Cache hit: inside against inside; its process against the pass of')
  console.log(`one is ${ratio('cached', 'pass', (sample) => sample.whole).toFixed(2)}.`)
  console.log(`Limits: ${limits.cold}x, ${limits.megabytes} MB and one request; ${limits.cached}x.`)
  if (!withinCold || !withinCached) process.exitCode = 1
}

function shown(value, digits) {
  return value === '' ? '' : value.toFixed(digits)
}

function shuffled(list) {
  return list
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** The registry in a process of its own. */
async function startServer(tarball) {
  const child = fork(fileURLToPath(import.meta.url), ['serve', tarball])
  const hear = () => new Promise((done) => child.once('message', done))
  const { port } = await hear()
  const requests = async () => {
    const answer = hear()
    child.send('requests')
    return answer
  }
  return { url: `http://127.0.0.1:${port}`, requests, stop: () => child.kill() }
}

async function serve(tarball) {
  const requests = []
  const { size } = statSync(tarball)
  const server = createServer((request, response) => {
    requests.push(request.url)
    response.writeHead(200, { 'content-length': size })
    createReadStream(tarball, { highWaterMark: mebibyte }).pipe(response)
  })
  process.on('message', () => process.send(requests))
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
}
