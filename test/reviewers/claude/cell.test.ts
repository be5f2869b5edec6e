import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ScriptedMessagesTurn, startMessagesEndpoint } from '../../../src/demo/messages-endpoint.js'
import type { RecordedRequest, ReplayEndpoint } from '../../../src/demo/replay-endpoint.js'
import { openCell } from '../../../src/host/cell.js'
import { makeRunDirectory, type RunDirectory } from '../../../src/host/run-directory.js'
import { makeTokenBudget } from '../../../src/review/budget.js'
import { replySchema } from '../../../src/review/parse-reply.js'
import { anthropic, type ClaudeProvider, makeClaude, zai } from '../../../src/reviewers/claude-cli.js'
import type { Cell, InstalledTool, Reply, ReviewEvent } from '../../../src/types/reviewer.js'
import { installedClaude, installedCodex } from '../../support/installed-tool.js'
import { messagesFaults } from '../../support/messages-faults.js'

const onLinux = process.platform === 'linux' ? describe : describe.skip
const key = 'sk-ant-real-0123456789abcdefghijklmnop'
const answer = JSON.stringify({ findings: [], filesReviewed: ['src/a.ts'], notVerified: [] })
const done: ScriptedMessagesTurn = { kind: 'message', text: answer }
const read = (path: string): ScriptedMessagesTurn => ({ kind: 'tool', name: 'Read', input: { file_path: path } })
const large = Array.from({ length: 1_200 }, (_, line) => `export const number${line} = '${'x'.repeat(30)}'`).join('\n')
const log = { debug() {}, info() {}, warning() {}, group: <T>(_title: string, body: () => Promise<T>) => body() }

let tool: InstalledTool
let bubblewrap: string | undefined
let directory: RunDirectory
let endpoint: ReplayEndpoint | undefined
let cell: Cell | undefined

beforeAll(async () => {
  if (process.platform !== 'linux') return
  tool = await installedClaude()
  bubblewrap = (await installedCodex()).bubblewrap
}, 300_000)

beforeEach(() => {
  directory = makeRunDirectory([tmpdir()])
})

afterEach(async () => {
  await cell?.close()
  cell = undefined
  await endpoint?.close()
  endpoint = undefined
  directory.dispose()
})

interface Setup {
  readonly provider?: ClaudeProvider
  readonly turns: readonly ScriptedMessagesTurn[]
  readonly maxTokens?: number
  readonly files?: Readonly<Record<string, string>>
}

interface Outcome {
  readonly reply: Reply | undefined
  readonly error: unknown
  readonly cell: Cell
  readonly requests: readonly RecordedRequest[]
  readonly events: readonly ReviewEvent[]
}

async function review({ provider = anthropic, turns, maxTokens = 10_000_000, files = {} }: Setup): Promise<Outcome> {
  endpoint = await startMessagesEndpoint(turns)
  const { snapshot } = directory
  mkdirSync(join(snapshot, 'src'), { recursive: true })
  writeFileSync(join(snapshot, 'src/a.ts'), 'export const answer = 42\nexport const question = "six by nine"\n')
  writeFileSync(join(snapshot, 'large.ts'), large)
  for (const [path, text] of Object.entries(files)) writeFileSync(join(snapshot, path), text)
  chmodSync(snapshot, 0o755)
  const reviewer = makeClaude(provider, { stallMs: 60_000, answerMs: 20_000, streamIdleMs: 10_000 })
  const signal = new AbortController().signal
  const budget = makeTokenBudget(maxTokens)
  const model = provider.defaultModel
  const opened = await openCell(
    { reviewer, model, tool, isolation: 'required', budget, signal },
    {
      directory,
      env: {},
      log,
      upstream: { baseUrl: endpoint.url, key },
      canaryFiles: directory.makeCanaries(),
      secretPlaces: [process.cwd()],
      bundledBubblewrap: async () => bubblewrap,
    },
  )
  cell = opened
  const events: ReviewEvent[] = []
  const outcome = { cell: opened, requests: endpoint.requests, events }
  const request = {
    prompt: `Review this.\nSnapshot: ${snapshot}\n`,
    outputSchema: replySchema(),
    snapshot,
    scratch: opened.makeScratch(),
    model,
    effort: 'high',
    ownSandbox: 'off',
    signal,
  } as const
  const io = {
    endpoint: opened.endpoint,
    tool,
    run: opened.run,
    onEvent: (event: ReviewEvent) => void events.push(event),
  }
  try {
    return { ...outcome, reply: await reviewer.review(request, io), error: undefined }
  } catch (error) {
    return { ...outcome, reply: undefined, error }
  }
}

onLinux('Claude Code in a cell', () => {
  it.each([
    ['claude', anthropic],
    ['glm', zai],
  ] as const)('reviews as %s, and only the proxy knows the key', async (_id, provider) => {
    const search: ScriptedMessagesTurn = {
      kind: 'tool',
      name: 'Grep',
      input: { pattern: 'number1199', output_mode: 'content' },
    }
    const { reply, error, cell, requests } = await review({ provider, turns: [read('src/a.ts'), search, done] })
    expect(error).toBeUndefined()
    expect(reply).toEqual({
      text: answer,
      model: provider.defaultModel,
      filesRead: ['src/a.ts', 'large.ts'],
      turns: 1,
    })
    expect(cell.level).toMatch(/sandbox$/)
    expect(cell.failure()).toBeUndefined()
    expect(cell.usage()).toMatchObject({ requests: 3 })
    const { traffic, files } = await cell.egress()
    expect(traffic).toMatchObject({ requests: 3, refused: 0 })
    expect(files.toSorted()).toEqual(['large.ts', 'src/a.ts'])
    for (const { headers, text } of requests) {
      expect(headers).toMatchObject({ 'x-api-key': key, authorization: `Bearer ${key}` })
      expect(text).not.toContain(key)
      // Ids of device and session stay here.
      expect(JSON.parse(text).metadata).toBeUndefined()
    }
  })

  it('asks nothing that the key proxy refuses, also for a large file and many of them at once', async () => {
    const { reply, cell } = await review({
      turns: [read('large.ts'), { kind: 'command', command: 'cat src/a.ts large.ts' }, read('large.ts'), done],
    })
    expect(reply?.text).toBe(answer)
    expect(reply?.filesRead).toEqual(['large.ts', 'src/a.ts'])
    expect((await cell.egress()).traffic.refused).toBe(0)
  })

  it('does without messages of the system where the provider of GLM does not take them', async () => {
    const refusing: ScriptedMessagesTurn = { kind: 'fault', fault: messagesFaults.systemRole }
    const { reply, cell, requests } = await review({ provider: zai, turns: [refusing, read('src/a.ts'), done] })
    expect(reply).toMatchObject({ text: answer, filesRead: ['src/a.ts'] })
    expect(cell.failure()).toBeUndefined()
    const roles = requests.map(({ text }) => JSON.parse(text).messages.map(({ role }: { role: string }) => role))
    expect(roles[0]).toContain('system')
    expect(roles.slice(1).flat()).not.toContain('system')
  })

  it('reads a notebook without its pictures', async () => {
    const picture = { output_type: 'display_data', metadata: {}, data: { 'image/png': 'iVBORw0KGgo=' } }
    const cell = { cell_type: 'code', id: 'a', execution_count: 1, metadata: {}, source: ['x = 7'], outputs: [picture] }
    const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }
    const { reply, requests } = await review({
      files: { 'n.ipynb': JSON.stringify(notebook) },
      turns: [read('n.ipynb'), done],
    })
    expect(reply).toMatchObject({ text: answer, filesRead: ['n.ipynb'] })
    expect(requests[1]?.input).toContain('x = 7')
    expect(requests[1]?.input).toContain('[a picture, not sent]')
    expect(requests[1]?.text).not.toContain('iVBORw0KGgo')
  })

  it('leaves the model nothing that reaches out or writes', async () => {
    const { requests, reply } = await review({
      turns: [
        { kind: 'tool', name: 'Bash', input: { command: 'env' } },
        read('/proc/self/environ'),
        read('/etc/passwd'),
        { kind: 'tool', name: 'Write', input: { file_path: join(directory.snapshot, 'new'), content: 'x' } },
        done,
      ],
    })
    expect(reply?.text).toBe(answer)
    expect(reply?.filesRead).toEqual([])
    expect(requests.at(-1)?.input).not.toMatch(/ANTHROPIC|reviewer:x/)
  })

  it('ends when the budget is used up, and the proxy says so', async () => {
    const { error, cell } = await review({ turns: [read('large.ts')], maxTokens: 60_000 })
    expect(error).toBeDefined()
    expect(cell.failure()?.code).toBe('BUDGET')
  })

  it.each([
    ['unauthenticated', 'UNAUTHENTICATED'],
    ['forbidden', 'UNAUTHENTICATED'],
    ['modelNotFound', 'MODEL_NOT_FOUND'],
    ['contextTooLong', 'CONTEXT_TOO_LONG'],
    ['tooLarge', 'CONTEXT_TOO_LONG'],
    ['badRequest', 'EXITED'],
    ['rateLimited', 'RATE_LIMITED'],
    ['quota', 'QUOTA'],
    ['billing', 'QUOTA'],
    ['zaiBalance', 'QUOTA'],
    ['serverError', 'OVERLOADED'],
    ['overloaded', 'OVERLOADED'],
    ['reset', 'CONNECTION'],
    ['resetMidStream', 'CONNECTION'],
    ['dropBeforeStop', 'CONNECTION'],
    ['overloadedInStream', 'OVERLOADED'],
    ['cutOff', 'NO_REPLY'],
    ['refusal', 'REFUSED'],
    ['garbage', 'CONNECTION'],
    ['html', 'CONNECTION'],
    ['empty', 'CONNECTION'],
  ] as const)('leaves the failure %s to be told by the proxy: %s', async (fault, code) => {
    const { cell, reply } = await review({ turns: [{ kind: 'fault', fault: messagesFaults[fault] }] })
    expect(reply).toBeUndefined()
    expect(cell.failure()?.code).toBe(code)
  })
})
