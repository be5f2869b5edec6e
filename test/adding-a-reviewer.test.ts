import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { startChatEndpoint } from '../src/demo/chat-endpoint.js'

const page = readFileSync('docs/adding-a-reviewer.md', 'utf8')
const answer = '{"findings":[],"filesReviewed":["src/a.ts"],"notVerified":[]}'
const key = 'sk-real-0123456789abcdefghijklmnop'

/** Reviews as the shell does: from policy text to the adapter, through the key proxy. Prints what came of it. */
const driver = `
import { startKeyProxy } from './src/host/key-proxy.js'
import { parseReviewers } from './src/policy/values.js'
import { readPrompt } from './src/prompts.js'
import { makeTokenBudget } from './src/review/budget.js'
import { parseReply, replySchema } from './src/review/parse-reply.js'
import { reviewerById, reviewers } from './src/reviewers/index.js'
import { reviewerIds } from './src/types/reviewer.js'

const [baseUrl, key, snapshot, scratch] = process.argv.slice(2)
const [seat] = parseReviewers('house', 'reviewers')
const reviewer = reviewerById(seat.id)
const signal = new AbortController().signal
const proxy = await startKeyProxy({
  wire: reviewer.wire,
  upstream: { baseUrl, key },
  model: reviewer.defaultModel,
  budget: makeTokenBudget(1_000_000),
  listen: { kind: 'tcp' },
  env: {},
  signal,
  log: { debug() {}, info() {}, warning() {}, group: (_title, body) => body() },
})
const base = { prompt: 'Review this.', outputSchema: replySchema(), snapshot, scratch, signal }
const request = { ...base, model: reviewer.defaultModel, effort: 'high', ownSandbox: 'off' }
const run = () => Promise.reject(new Error('no command may run'))
const io = { endpoint: proxy.endpointAt(proxy.origin), tool: undefined, run, onEvent() {} }
const reply = await reviewer.review(request, io)
await proxy.close()
const ids = reviewers.map(({ id }) => id)
const prompt = readPrompt('reviewers/house')
process.stdout.write(JSON.stringify({ ids, reviewerIds, prompt, reply, kind: parseReply(reply.text).kind }))
`

/** The block of the page in that language, without the line that names its file. */
function block(language: 'ts' | 'md' | 'diff'): {
  readonly first: string
  readonly rest: string
  readonly all: string
} {
  const all = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''
  const [first = ''] = all.split('\n')
  return { first, rest: all.slice(first.length + 1), all }
}

/** The sources as they are after the page was followed. */
function follow(directory: string): void {
  for (const name of ['src', 'prompts']) cpSync(name, join(directory, name), { recursive: true })
  for (const { first, rest } of [block('ts'), block('md')]) {
    const path = /[\w./-]+\/house\.(?:ts|md)/.exec(first)?.[0] ?? ''
    writeFileSync(join(directory, path), rest, { flag: 'wx' })
  }
  execFileSync('git', ['apply', '--whitespace=error'], { cwd: directory, input: block('diff').all })
}

async function bundle(directory: string): Promise<string> {
  const outfile = join(directory, 'dist', 'driver.mjs')
  await build({
    stdin: { contents: driver, resolveDir: directory, loader: 'js' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile, logLevel: 'silent' },
    nodePaths: [join(process.cwd(), 'node_modules')],
  })
  return outfile
}

describe('a reviewer that is added as docs/adding-a-reviewer.md says', () => {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'adding-')))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it('is on the lists, has its prompt and reviews through the key proxy', async () => {
    follow(directory)
    const snapshot = join(directory, 'snapshot')
    mkdirSync(join(snapshot, 'src'), { recursive: true })
    writeFileSync(join(snapshot, 'src', 'a.ts'), 'export const answer = 42\n')
    const calls = [{ name: 'read_file', input: { path: 'src/a.ts' } }]
    const endpoint = await startChatEndpoint([
      { kind: 'tools', calls },
      { kind: 'message', text: answer },
    ])
    try {
      const args = [await bundle(directory), endpoint.url, key, snapshot, directory]
      const { stdout } = await promisify(execFile)(process.execPath, args, { env: {}, timeout: 30_000 })
      const outcome = JSON.parse(stdout)
      expect(outcome.reply).toEqual({ text: answer, model: 'qwen3-coder', filesRead: ['src/a.ts'], turns: 2 })
      expect(outcome.ids).toEqual(outcome.reviewerIds)
      expect(outcome.ids).toContain('house')
      const [asked, last] = endpoint.requests.map(({ text }) => JSON.parse(text))
      expect(asked).toMatchObject({ model: 'qwen3-coder', messages: [{ content: outcome.prompt }, { role: 'user' }] })
      expect(outcome.prompt).toBe(block('md').rest)
      expect(JSON.stringify(last)).toContain('export const answer = 42')
    } finally {
      await endpoint.close()
    }
  }, 60_000)
})
