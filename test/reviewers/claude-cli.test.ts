import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ScriptedMessagesTurn, startMessagesEndpoint } from '../../src/demo/messages-endpoint.js'
import type { RecordedRequest, ReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { runDirectly } from '../../src/host/run-directly.js'
import { anthropic, type ClaudeProvider, makeClaude, zai } from '../../src/reviewers/claude-cli.js'
import type { Command, InstalledTool, Reply, ReviewEvent, ReviewerIO, ReviewRequest } from '../../src/types/reviewer.js'
import { installedClaude } from '../support/installed-tool.js'
import { messagesFaults } from '../support/messages-faults.js'

/** As on a runner: never as root. */
const identity = process.getuid?.() === 0 ? { uid: 61_999, gid: 61_999 } : undefined
const onLinux = process.platform === 'linux' ? describe : describe.skip
const key = 'sk-secret-key-of-this-test'
const answer = '{"findings":[],"filesReviewed":["src/a.ts"]}'
const done: ScriptedMessagesTurn = { kind: 'message', text: answer }
const read = (path: string): ScriptedMessagesTurn => ({ kind: 'tool', name: 'Read', input: { file_path: path } })

interface Setup {
  readonly provider?: ClaudeProvider
  readonly turns?: readonly ScriptedMessagesTurn[]
  readonly baseUrl?: string
  readonly model?: string
  readonly prompt?: string
  readonly signal?: AbortSignal
  readonly files?: Readonly<Record<string, string | Buffer>>
  readonly stallMs?: number
  readonly effort?: ReviewRequest['effort']
  readonly wrap?: (command: Command) => Command
}

interface Outcome {
  readonly reply: Reply | undefined
  readonly error: { readonly code?: string; readonly message: string } | undefined
  readonly requests: readonly RecordedRequest[]
  readonly events: readonly ReviewEvent[]
  readonly commands: readonly Command[]
}

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['findings', 'filesReviewed'],
  properties: {
    findings: { type: 'array', items: { type: 'string' } },
    filesReviewed: { type: 'array', items: { type: 'string' } },
  },
}

let root = ''
let endpoint: ReplayEndpoint | undefined
let tool: InstalledTool

beforeAll(async () => {
  if (process.platform === 'linux') tool = await installedClaude()
}, 300_000)

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'claude-test-')))
  await chmod(root, 0o711)
})

afterEach(async () => {
  await endpoint?.close()
  endpoint = undefined
  await rm(root, { recursive: true, force: true })
})

interface Prepared {
  readonly request: ReviewRequest
  readonly io: ReviewerIO
  readonly events: ReviewEvent[]
  readonly commands: Command[]
}

async function prepare(setup: Setup): Promise<Prepared> {
  endpoint = await startMessagesEndpoint(setup.turns ?? [done])
  const snapshot = join(root, 'snapshot')
  const files = setup.files ?? { 'src/a.ts': 'export const answer = 42\n' }
  await mkdir(snapshot, { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(snapshot, path)), { recursive: true })
    await writeFile(join(snapshot, path), text)
  }
  const scratch = await mkdtemp(join(root, 'scratch-'))
  await chmod(scratch, 0o711)
  const events: ReviewEvent[] = []
  const commands: Command[] = []
  const io: ReviewerIO = {
    endpoint: { baseUrl: setup.baseUrl ?? endpoint.url, key },
    tool,
    run: (command) => {
      commands.push(command)
      return runDirectly(setup.wrap?.(command) ?? command, identity)
    },
    onEvent: (event) => events.push(event),
  }
  const request: ReviewRequest = {
    prompt: setup.prompt ?? `Review this.\nSnapshot: ${snapshot}\n`,
    outputSchema: schema,
    snapshot,
    scratch,
    model: setup.model ?? (setup.provider ?? anthropic).defaultModel,
    effort: setup.effort ?? 'high',
    ownSandbox: 'off',
    signal: setup.signal ?? new AbortController().signal,
  }
  return { request, io, events, commands }
}

function reviewer(setup: Setup) {
  const limits = { stallMs: setup.stallMs ?? 60_000, answerMs: 20_000, streamIdleMs: 1_000 }
  return makeClaude(setup.provider ?? anthropic, limits)
}

async function review(setup: Setup): Promise<Outcome> {
  const { request, io, events, commands } = await prepare(setup)
  const outcome = { requests: endpoint?.requests ?? [], events, commands }
  try {
    return { ...outcome, reply: await reviewer(setup).review(request, io), error: undefined }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...outcome, reply: undefined, error }
  }
}

onLinux.each([
  ['claude', anthropic],
  ['glm', zai],
] as const)('%s', (id, provider) => {
  it('lets the model read the snapshot and hands back what it handed in', async () => {
    const { reply, error, requests, events } = await review({
      provider,
      turns: [read('src/a.ts'), read('src/nope.ts'), done],
    })
    expect(error).toBeUndefined()
    expect(reply).toEqual({ text: answer, model: provider.defaultModel, filesRead: ['src/a.ts'], turns: 1 })
    expect(requests).toHaveLength(3)
    expect(requests[1]?.input).toContain('export const answer = 42')
    expect(events).toEqual([{ kind: 'read', path: 'src/a.ts' }])
  })

  it('asks for its own model only, with its own prompt, and offers tools that read', async () => {
    const { requests } = await review({ provider, turns: [read('src/a.ts'), done] })
    const bodies = requests.map(({ text }) => JSON.parse(text))
    expect(bodies.map(({ model }) => model)).toEqual([provider.defaultModel, provider.defaultModel])
    expect(bodies[0].system.at(-1).text).toBe(await readFile(`prompts/reviewers/${id}.md`, 'utf8'))
    expect(bodies[0].tools.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Glob',
      'Grep',
      'Read',
      'StructuredOutput',
    ])
    expect(
      bodies[0].tools.find(({ name }: { name: string }) => name === 'StructuredOutput').input_schema,
    ).toMatchObject(schema)
  })
})

onLinux('the header with the key', () => {
  it('is x-api-key for Anthropic', async () => {
    const { requests } = await review({})
    expect(requests[0]?.headers).toMatchObject({ 'x-api-key': key })
    expect(requests[0]?.headers.authorization).toBeUndefined()
  })

  it('is a bearer for Z.ai', async () => {
    const { requests } = await review({ provider: zai })
    expect(requests[0]?.headers).toMatchObject({ authorization: `Bearer ${key}` })
    expect(requests[0]?.headers['x-api-key']).toBeUndefined()
  })
})

onLinux('Claude Code', () => {
  it.each([
    ['claude', anthropic, 'medium', 'medium'],
    ['glm', zai, 'medium', 'high'],
    ['glm', zai, 'high', 'max'],
  ] as const)('is asked by %s for the effort in the words of its provider', async (_id, provider, effort, said) => {
    const { requests } = await review({ provider, effort })
    expect(JSON.parse(requests[0]?.text ?? '').output_config).toEqual({ effort: said })
  })

  it('shows the key to nobody: not in arguments, not to the model', async () => {
    const { requests, commands } = await review({
      turns: [read('/proc/self/environ'), { kind: 'tool', name: 'Bash', input: { command: 'env' } }, done],
    })
    expect(requests).toHaveLength(3)
    expect(requests.filter(({ text }) => text.includes(key))).toEqual([])
    expect(commands.flatMap(({ args }) => args).filter((argument) => argument.includes(key))).toEqual([])
  })

  it.each([
    ['Bash', { command: 'touch new; env' }],
    ['Write', { file_path: 'new', content: 'x' }],
    ['Edit', { file_path: 'src/a.ts', old_string: '42', new_string: '43' }],
    ['WebFetch', { url: 'http://127.0.0.1:1/', prompt: 'x' }],
    ['Task', { description: 'x', prompt: 'x', subagent_type: 'general-purpose' }],
    ['Agent', { description: 'x', prompt: 'x', subagent_type: 'general-purpose' }],
    ['Skill', { skill: 'x' }],
  ])('refuses the model the tool %s', async (name, input) => {
    const { requests, reply } = await review({ turns: [{ kind: 'tool', name, input }, done] })
    expect(reply?.text).toBe(answer)
    expect(requests[1]?.input).toMatch(/No such tool available/)
    expect(await readFile(join(root, 'snapshot/src/a.ts'), 'utf8')).toBe('export const answer = 42\n')
    await expect(readFile(join(root, 'snapshot/new'))).rejects.toThrow()
  })

  it('reads nothing outside the snapshot', async () => {
    await writeFile(join(root, 'canary'), 'canary-content')
    const outside = [join(root, 'canary'), '../canary', '/proc/self/environ', '/etc/passwd']
    const search = (path: string): ScriptedMessagesTurn => ({
      kind: 'tool',
      name: 'Grep',
      input: { pattern: 'canary-c|root:', path, output_mode: 'content' },
    })
    const { requests, reply } = await review({
      turns: [...outside.map(read), search(root), search('/etc/passwd'), done],
    })
    expect(reply?.filesRead).toEqual([])
    expect(requests).toHaveLength(outside.length + 3)
    expect(requests.at(-1)?.text).not.toMatch(/canary-content|root:x:0/)
  })

  it('expands no @path of the prompt, no slash command and no shell escape', async () => {
    const prompt = 'Review:\n/help\n!`touch new`\n+ see @src/a.ts @/etc/passwd @"src/a.ts" @~/x /init\n'
    const { requests, error } = await review({ prompt })
    expect(error).toBeUndefined()
    expect(requests[0]?.input).toContain('@/etc/passwd')
    expect(requests[0]?.text).not.toMatch(/root:x:0|answer = 42/)
  })

  it('counts a search as reading where it shows lines, and not where it only names files', async () => {
    const files = { 'a.ts': 'const first = 1\n', 'b.ts': 'const second = 2\n', 'c.ts': 'const third = 3\n' }
    const search = (input: object): ScriptedMessagesTurn => ({ kind: 'tool', name: 'Grep', input: { ...input } })
    const { reply } = await review({
      files,
      turns: [
        search({ pattern: 'first' }),
        search({ pattern: 'second', output_mode: 'content', '-n': true }),
        search({ pattern: 'third', path: 'c.ts', output_mode: 'content' }),
        { kind: 'tool', name: 'Glob', input: { pattern: '**/*' } },
        done,
      ],
    })
    expect(reply?.filesRead).toEqual(['b.ts', 'c.ts'])
  })

  it('is not offered pictures and documents, which the key proxy would refuse', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const files = { 'a.PnG': png, 'b.pdf': '%PDF-1.4\n', 'src/c.jpeg': png, 'd.gif': png, 'e.webp': png }
    const { requests, reply } = await review({ files, turns: [...Object.keys(files).map(read), done] })
    expect(reply?.filesRead).toEqual([])
    expect(requests.at(-1)?.text).not.toMatch(/"type":"(?:image|document)"/)
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
    ['serverError', 'OVERLOADED'],
    ['badGateway', 'OVERLOADED'],
    ['unavailable', 'OVERLOADED'],
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
  ] as const)('names the failure %s %s', async (fault, code) => {
    const { error, requests } = await review({ turns: [{ kind: 'fault', fault: messagesFaults[fault] }] })
    expect(error).toMatchObject({ code })
    expect(error?.message).not.toMatch(/[\p{Cc}]/u)
    expect(requests.length).toBeLessThan(8)
  })

  it.each([
    ['refuses connections', 'http://127.0.0.1:9'],
    ['has a name that does not resolve', 'http://model.invalid'],
  ])('names an endpoint that %s CONNECTION, and gives up', async (_, baseUrl) => {
    const { error } = await review({ baseUrl })
    expect(error).toMatchObject({ code: 'CONNECTION' })
  })

  it('names a provider that never answers STALLED', async () => {
    const { error } = await review({
      turns: [{ kind: 'fault', fault: messagesFaults.hangBeforeHeaders }],
      stallMs: 1_500,
    })
    expect(error).toMatchObject({ code: 'STALLED', message: expect.stringContaining('2 seconds') })
  })

  it('recovers from a fault that passes', async () => {
    const { reply, events } = await review({ turns: [{ kind: 'fault', fault: messagesFaults.overloaded }, done] })
    expect(reply).toMatchObject({ text: answer, turns: 1 })
    expect(events).toContainEqual({ kind: 'warning', text: expect.stringContaining('HTTP status 529') })
  })

  it('passes on an answer that is no JSON as it is, after the CLI asked once more', async () => {
    const { reply, requests } = await review({ turns: [{ kind: 'message', text: 'Looks good to me!' }] })
    expect(reply?.text).toBe('Looks good to me!')
    expect(requests.length).toBeGreaterThan(1)
  })

  it('names an answer without text NO_REPLY', async () => {
    const { error } = await review({ turns: [{ kind: 'message', text: '' }] })
    expect(error).toMatchObject({ code: expect.stringMatching(/^(?:NO_REPLY|CONNECTION)$/) })
  })

  it('names an answer that never fits the schema REPLY_NOT_FINDINGS', async () => {
    const { error } = await review({ turns: [{ kind: 'message', text: '{"findings":7}' }] })
    expect(error).toMatchObject({ code: 'REPLY_NOT_FINDINGS' })
  })

  it('ends at the wall clock of the review, while the model works', async () => {
    const { error } = await review({ turns: [read('src/a.ts')], signal: AbortSignal.timeout(2_500) })
    expect(error).toMatchObject({ code: 'TIMED_OUT' })
  })

  it('names a CLI that does not know our arguments EXITED, and repeats what it said', async () => {
    const { error } = await review({
      wrap: (command) => ({ ...command, args: [...command.args, '--no-such-flag'] }),
    })
    expect(error).toMatchObject({ code: 'EXITED', message: expect.stringMatching(/exit code 1.*no-such-flag/) })
  })

  it('names a CLI that cannot be started EXITED', async () => {
    const { error } = await review({ wrap: (command) => ({ ...command, file: join(root, 'snapshot/src/a.ts') }) })
    expect(error).toMatchObject({ code: 'EXITED', message: expect.stringContaining('cannot be started') })
  })

  it.each([
    [
      'another tool',
      (args: readonly string[]) =>
        args
          .filter((argument) => !/^--(?:settings=|restricted)/.test(argument))
          .map((argument) => argument.replace('Read,Grep', 'Bash,Read,Grep')),
    ],
    ['a tool less', (args: readonly string[]) => args.map((argument) => argument.replace('Read,Grep', 'Read'))],
    ['another mode', (args: readonly string[]) => args.map((argument) => argument.replace('dontAsk', 'plan'))],
  ])('is stopped when it starts with %s', async (_what, change) => {
    const { error, reply } = await review({ wrap: (command) => ({ ...command, args: change(command.args) }) })
    expect(reply).toBeUndefined()
    expect(error).toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
  })

  it('asks for no model that it thinks was meant', async () => {
    const { error } = await review({ model: 'sonnet' })
    expect(error).toMatchObject({ code: 'MODEL_NOT_FOUND', message: expect.stringContaining('full name') })
  })

  it('takes no model name for an option', async () => {
    const { requests } = await review({ model: '--dangerously-skip-permissions' })
    expect(requests.map(({ model }) => model)).toEqual(['--dangerously-skip-permissions'])
  })

  it('must be installed', async () => {
    const { request, io } = await prepare({})
    await expect(reviewer({}).review(request, { ...io, tool: undefined })).rejects.toMatchObject({
      code: 'INSTALL_FAILED',
    })
  })

  it('has no sandbox of its own that would confine anything', async () => {
    const { request, io } = await prepare({})
    expect(await reviewer({}).tryOwnSandbox(request, io)).toBe('off')
  })
})
