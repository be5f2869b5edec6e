// npm run bench:isolation: what our sandbox and key proxy add to a one-turn review, against the same Codex CLI run bare.
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, loadProduct, median, silent, since } from './product.mjs'

const limits = { seconds: 0.5, share: 15 }
/** `answerMs`: how long the model takes for its answer; `judged`: whether the share of it counts. */
const turns = [
  { name: 'answers at once', answerMs: 0, pairs: 15 },
  { name: 'answers in 5 s', answerMs: 5_000, pairs: 5, judged: true },
]
const prompt = `Review the change to app.js.\n${'const answer = 42\n'.repeat(2_000)}`
const never = new AbortController().signal

const product = await loadProduct({
  cell: 'host/cell',
  codex: 'reviewers/codex-cli',
  pin: 'reviewers/pins/codex',
  endpoint: 'demo/replay-endpoint',
  directly: 'host/run-directly',
  directory: 'host/run-directory',
  proxy: 'host/key-proxy',
  install: 'host/install',
  registry: 'host/npm-registry',
  host: 'host/make-host',
  budget: 'review/budget',
  reply: 'review/parse-reply',
})
const tool = await install(product, product.pin.codexTool, product.host.cacheRoot(process.env))
const ownSandbox = (await confined({ answerMs: 0, ownSandbox: 'off' })).ownSandbox
const results = []
for (const turn of turns)
  results.push({ ...turn, ...(await measure({ answerMs: turn.answerMs, ownSandbox }, turn.pairs)) })
print(results)
const missed = results.some(({ added, share, judged }) => added > limits.seconds || (judged && share > limits.share))
if (missed) process.exitCode = 1

/** Pairs of a bare and a confined run, one right after the other, every second pair the other way round. */
async function measure(turn, pairs) {
  const samples = []
  for (let pair = 0; pair < pairs; pair++) {
    const runs = pair % 2 === 0 ? [bare, confined] : [confined, bare]
    const [first, second] = [await runs[0](turn), await runs[1](turn)]
    samples.push(pair % 2 === 0 ? { ...second, bare: first.total } : { ...first, bare: second.total })
  }
  const added = samples.map(({ total, bare }) => total - bare)
  const middle = (name) => median(samples.map((sample) => sample[name]))
  const parts = { proxy: middle('proxy'), preflight: middle('preflight'), trial: middle('trial'), end: middle('end') }
  const inTurn = median(samples.map(({ turn, bare }) => turn - bare))
  const share = (median(added) / middle('bare')) * 100
  return { added: median(added), share, bare: middle('bare'), total: middle('total'), parts: { ...parts, inTurn } }
}

/** The CLI as the adapter calls it, straight to the endpoint and without our sandbox. */
async function bare({ answerMs, ownSandbox }) {
  return inWorld(answerMs, async ({ directory, upstream }) => {
    const run = (command) => product.directly.runDirectly(command, undefined)
    const start = performance.now()
    await product.codex.codex.review(toRequest(directory, ownSandbox), { ...toIO(run), endpoint: upstream })
    return { total: since(start) }
  })
}

/** As review/run.ts does it, from the opening of the cell to its end. */
async function confined({ answerMs, ownSandbox }) {
  return inWorld(answerMs, async ({ directory, upstream }) => {
    const proxy = await proxyAlone(directory, upstream)
    const start = performance.now()
    const cell = await product.cell.openCell(toCellRequest(), toCellOptions(directory, upstream))
    const opened = since(start)
    const io = { ...toIO((command) => cell.run(command)), endpoint: cell.endpoint }
    const found = await product.codex.codex.tryOwnSandbox(toRequest(directory, 'off'), io)
    const tried = since(start)
    await product.codex.codex.review(toRequest(directory, ownSandbox), io)
    const reviewed = since(start)
    await cell.egress()
    await cell.close()
    const total = since(start)
    const parts = {
      proxy,
      preflight: opened - proxy,
      trial: tried - opened,
      turn: reviewed - tried,
      end: total - reviewed,
    }
    return { total, ownSandbox: found, ...parts }
  })
}

/** The seconds that the key proxy alone takes to start; the cell starts one of its own. */
async function proxyAlone(directory, upstream) {
  const start = performance.now()
  const options = { ...toCellRequest(), ...toCellOptions(directory, upstream), wire: 'responses' }
  const proxy = await product.proxy.startKeyProxy({
    ...options,
    listen: { kind: 'socket', path: directory.makeSocketPath() },
  })
  const elapsed = since(start)
  await proxy.close()
  return elapsed
}

/** A fresh run directory with a snapshot, and an endpoint whose model reads a file and then answers. */
async function inWorld(answerMs, body) {
  const directory = product.directory.makeRunDirectory([tmpdir()])
  const endpoint = await product.endpoint.startReplayEndpoint([
    { kind: 'command', command: 'cat app.js' },
    { kind: 'fault', fault: (response) => void setTimeout(answer, answerMs, response) },
  ])
  mkdirSync(directory.snapshot, { mode: 0o755 })
  for (const name of ['app.js', 'other.js']) writeFileSync(join(directory.snapshot, name), 'const answer = 42\n')
  try {
    return await body({ directory, upstream: { baseUrl: endpoint.url, key: 'sk-bench' } })
  } finally {
    await endpoint.close()
    directory.dispose()
  }
}

function answer(response) {
  const text = JSON.stringify({ findings: [], filesReviewed: ['app.js'], notVerified: [] })
  const usage = { input_tokens: 1_000, output_tokens: 100, total_tokens: 1_100 }
  const completed = { type: 'response.completed', response: { id: 'resp_2', status: 'completed', output: [], usage } }
  product.endpoint.sendEvents(response, [...product.endpoint.messageEvents('resp_2', text), completed])
  response.end()
}

function toRequest(directory, ownSandbox) {
  return {
    prompt,
    outputSchema: product.reply.replySchema(),
    snapshot: directory.snapshot,
    scratch: directory.makeScratch(),
    model: product.codex.codex.defaultModel,
    effort: 'high',
    ownSandbox,
    signal: never,
  }
}

function toIO(run) {
  return { tool, run, onEvent() {} }
}

function toCellRequest() {
  const reviewer = product.codex.codex
  const budget = product.budget.makeTokenBudget(1_000_000)
  return { reviewer, model: reviewer.defaultModel, tool, isolation: 'required', budget, signal: never }
}

function toCellOptions(directory, upstream) {
  return {
    directory,
    upstream,
    env: {},
    log: silent,
    canaryFiles: directory.makeCanaries(),
    secretPlaces: [process.cwd()],
    bundledBubblewrap: async () => tool.bubblewrap,
  }
}

function print(rows) {
  console.log(
    `${process.platform}-${process.arch}, node ${process.version}, Codex ${tool.version}, its own sandbox ${ownSandbox}, medians of interleaved pairs, seconds\n`,
  )
  console.log(
    '| model | bare | confined | added | share | proxy start | preflight | own-sandbox trial | within the turn | end | pairs |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  for (const { name, bare, total, added, share, parts, pairs } of rows) {
    const { proxy, preflight, trial, inTurn, end } = parts
    const seconds = [bare, total, added].map((value) => value.toFixed(2))
    const split = [proxy, preflight, trial, inTurn, end].map((value) => value.toFixed(3))
    console.log(`| ${[name, ...seconds, `${share.toFixed(0)} %`, ...split, pairs].join(' | ')} |`)
  }
  console.log(`\nLimits: ${limits.seconds} s added, and ${limits.share} % of the turn of 5 s.`)
}
