// npm run bench:reviewers: what each reviewer costs beside the model's own time, side by side in one run: installing its
// CLI (cold, and found in the cache), and a review whose scripted model reads one file and answers at once.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, loadProduct, median, silent, since } from './product.mjs'

const rounds = 7
const POLL_MS = 10
const never = new AbortController().signal
const files = ['app.js', 'other.js']
const answer = JSON.stringify({ findings: [], filesReviewed: ['app.js'], notVerified: [] })
const shell = { kind: 'command', command: 'cat app.js' }
const says = { kind: 'message', text: answer }
const calls = { kind: 'tools', calls: [{ name: 'read_file', input: { path: 'app.js' } }] }

const product = await loadProduct({
  all: 'reviewers/index',
  cell: 'host/cell',
  replay: 'demo/replay-endpoint',
  messages: 'demo/messages-endpoint',
  chat: 'demo/chat-endpoint',
  directory: 'host/run-directory',
  install: 'host/install',
  registry: 'host/npm-registry',
  budget: 'review/budget',
  reply: 'review/parse-reply',
  codexPin: 'reviewers/pins/codex',
})
const subjects = [
  { id: 'codex', start: () => product.replay.startReplayEndpoint([shell, says]) },
  { id: 'glm', start: () => product.messages.startMessagesEndpoint([shell, says]) },
  { id: 'openai-api', start: () => product.chat.startChatEndpoint([calls, says]) },
].map((subject) => ({ ...subject, reviewer: product.all.reviewerById(subject.id) }))

const cache = mkdtempSync(join(tmpdir(), 'bench-tools-'))
process.on('exit', () => rmSync(cache, { recursive: true, force: true }))
for (const subject of subjects) Object.assign(subject, await measureInstall(subject.reviewer))
const bubblewrap = (await install(product, product.codexPin.codexTool, cache)).bubblewrap
const samples = new Map(subjects.map(({ id }) => [id, []]))
for (let round = 0; round < rounds; round++)
  for (const subject of subjects) samples.get(subject.id).push(await review(subject))
print()

/** Seconds to install, seconds to find and verify it again, and what it takes of the disk. */
async function measureInstall({ tool }) {
  if (tool === undefined) return { tool: undefined, cold: 0, cached: 0, megabytes: 0 }
  const cold = performance.now()
  const installed = await install(product, tool, cache)
  const seconds = since(cold)
  const again = performance.now()
  await install(product, tool, cache)
  return { tool: installed, cold: seconds, cached: since(again), megabytes: sizeOf(installed.directory) / 1e6 }
}

function sizeOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** From the opening of the cell to its end, with the most memory that all processes of the sandbox held at once. */
async function review({ reviewer, tool, start }) {
  const directory = product.directory.makeRunDirectory([tmpdir()])
  const endpoint = await start()
  mkdirSync(directory.snapshot, { mode: 0o755 })
  for (const name of files) writeFileSync(join(directory.snapshot, name), 'const answer = 42\n', { mode: 0o444 })
  const memory = watchMemory(directory.sandboxUser)
  const begun = performance.now()
  try {
    const budget = product.budget.makeTokenBudget(10_000_000)
    const model = reviewer.defaultModel
    const cell = await product.cell.openCell(
      { reviewer, model, tool, isolation: 'required', budget, signal: never },
      toCellOptions(directory, endpoint.url),
    )
    const opened = since(begun)
    const io = { tool, endpoint: cell.endpoint, run: (command) => cell.run(command), onEvent() {} }
    const request = (ownSandbox) => ({
      prompt: 'Review the change to app.js.',
      outputSchema: product.reply.replySchema(),
      snapshot: directory.snapshot,
      scratch: cell.makeScratch(),
      ...{ model, effort: 'high', ownSandbox, signal: never },
    })
    const ownSandbox = await reviewer.tryOwnSandbox(request('off'), io)
    const ready = since(begun)
    await reviewer.review(request(ownSandbox), io)
    await cell.close()
    return { total: since(begun), opened, turn: since(begun) - ready, memory: memory.stop() }
  } finally {
    memory.stop()
    await endpoint.close()
    directory.dispose()
  }
}

function toCellOptions(directory, baseUrl) {
  return {
    ...{ directory, env: {}, log: silent, upstream: { baseUrl, key: 'sk-bench-0123456789abcdef' } },
    canaryFiles: directory.makeCanaries(),
    secretPlaces: [process.cwd()],
    bundledBubblewrap: async () => bubblewrap,
  }
}

/** Resident memory of a user's processes in MB; only root's sandboxes have a user of their own. */
function watchMemory(user) {
  let most = 0
  const timer = setInterval(() => {
    const held = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => residentOf(pid, user))
    most = Math.max(
      most,
      held.reduce((sum, kilobytes) => sum + kilobytes, 0),
    )
  }, POLL_MS)
  return {
    stop() {
      clearInterval(timer)
      return most / 1024
    },
  }
}

function residentOf(pid, user) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    if (Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]) !== user) return 0
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  } catch {
    return 0 // it ended meanwhile
  }
}

function print() {
  console.log(`${process.platform}-${process.arch}, node ${process.version}, medians of ${rounds} interleaved rounds\n`)
  console.log(
    '| reviewer | CLI on disk | install, cold | found in the cache | cell | two requests | in all | memory in the sandbox |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  for (const { id, megabytes, cold, cached } of subjects) {
    const middle = (name) => median(samples.get(id).map((sample) => sample[name]))
    const seconds = [cold, cached, middle('opened'), middle('turn'), middle('total')].map(
      (value) => `${value.toFixed(2)} s`,
    )
    console.log(
      `| ${[id, `${megabytes.toFixed(0)} MB`, ...seconds, `${middle('memory').toFixed(0)} MB`].join(' | ')} |`,
    )
  }
}
