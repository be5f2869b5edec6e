import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ScriptedRequest } from '../../../src/demo/scripted-server.js'
import type { ProxyLimits } from '../../../src/host/key-proxy/exchange.js'
import { type KeyProxy, startKeyProxy } from '../../../src/host/key-proxy.js'
import { readPrompt } from '../../../src/prompts.js'
import { makeTokenBudget } from '../../../src/review/budget.js'
import { replySchema } from '../../../src/review/parse-reply.js'
import type { LoopLimits } from '../../../src/reviewers/agent/review-loop.js'
import type { ProviderFailure } from '../../../src/types/egress.js'
import {
  families,
  type Reply,
  type ReviewEvent,
  type Reviewer,
  type ReviewRequest,
  type Usage,
} from '../../../src/types/reviewer.js'
import type { ScriptedWire, WireTurn } from '../../support/scripted-wire.js'

export const KEY = 'sk-real-0123456789abcdefghijklmnop'
export const answerText = '{"findings":[],"filesReviewed":["src/a.ts"],"notVerified":[]}'
export const done: WireTurn = { kind: 'answer', text: answerText }
export const read: WireTurn = { kind: 'tools', calls: [{ name: 'read_file', input: { path: 'src/a.ts' } }] }

export interface Subject {
  readonly make: (limits?: LoopLimits) => Reviewer
  readonly wire: ScriptedWire
}

export interface Setup {
  readonly turns: readonly WireTurn[]
  readonly files?: Readonly<Record<string, string | Buffer>>
  readonly limits?: Partial<LoopLimits>
  readonly proxyLimits?: Partial<ProxyLimits>
  readonly budget?: number
  readonly signal?: AbortSignal
  readonly prompt?: string
}

export interface Outcome {
  readonly reply: Reply | undefined
  readonly error: { readonly code?: string; readonly message: string } | undefined
  /** What the key proxy saw, which counts before what the adapter says. */
  readonly failure: ProviderFailure | undefined
  readonly usage: Usage
  readonly requests: readonly ScriptedRequest[]
  readonly events: readonly ReviewEvent[]
  /** Files of the snapshot afterwards. */
  readonly after: readonly string[]
}

const FAST: LoopLimits = { turns: 8, pausesMs: [1, 1], longestPauseMs: 5_000 }

/** One review by the real adapter, through the real key proxy, of a snapshot made of `files`. */
export async function reviewWith({ make, wire }: Subject, setup: Setup): Promise<Outcome> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'api-reviewer-')))
  const server = await wire.start(setup.turns)
  const reviewer = make({ ...FAST, ...setup.limits })
  const signal = setup.signal ?? new AbortController().signal
  const proxy = await startKeyProxy({
    wire: reviewer.wire,
    upstream: { baseUrl: server.baseUrl, key: KEY },
    model: 'm-asked',
    budget: makeTokenBudget(setup.budget ?? 100_000_000),
    listen: { kind: 'tcp' },
    env: {},
    signal,
    log: { debug() {}, info() {}, warning() {}, group: (_title, body) => body() },
    ...(setup.proxyLimits === undefined ? {} : { limits: setup.proxyLimits }),
  })
  try {
    const snapshot = await makeSnapshot(root, setup.files ?? { 'src/a.ts': 'export const answer = 42\n' })
    const request = { ...toRequest(root, setup), snapshot, signal }
    const outcome = await attempt(reviewer, request, proxy)
    return { ...outcome, requests: server.requests, after: await listAll(snapshot) }
  } finally {
    await proxy.close()
    await server.close()
    await rm(root, { recursive: true, force: true })
  }
}

function toRequest(root: string, setup: Setup): Omit<ReviewRequest, 'snapshot' | 'signal'> {
  return {
    prompt: setup.prompt ?? 'Review this.',
    outputSchema: replySchema(),
    scratch: root,
    model: 'm-asked',
    effort: 'high',
    ownSandbox: 'off',
  }
}

async function attempt(
  reviewer: Reviewer,
  request: ReviewRequest,
  proxy: KeyProxy,
): Promise<Omit<Outcome, 'requests' | 'after'>> {
  const events: ReviewEvent[] = []
  const io = {
    endpoint: proxy.endpointAt(proxy.origin ?? ''),
    tool: undefined,
    run: () => Promise.reject(new Error('no command may run')),
    onEvent: (event: ReviewEvent) => void events.push(event),
  }
  try {
    const reply = await reviewer.review(request, io)
    return { reply, error: undefined, failure: proxy.failure(), usage: proxy.usage(), events }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { reply: undefined, error, failure: proxy.failure(), usage: proxy.usage(), events }
  }
}

async function makeSnapshot(root: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  await writeFile(join(root, 'canary'), 'CANARY-outside')
  const snapshot = join(root, 'snapshot')
  await mkdir(snapshot)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(snapshot, path)), { recursive: true })
    await writeFile(join(snapshot, path), content)
  }
  return snapshot
}

async function listAll(snapshot: string): Promise<readonly string[]> {
  const entries = await readdir(snapshot, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = files.map(async (file) => `${file.slice(snapshot.length + 1)}=${await readFile(file, 'utf8')}`)
  return (await Promise.all(texts)).sort()
}

/** The last request as the provider got it. */
export function lastText({ requests }: Outcome): string {
  return requests.at(-1)?.text ?? ''
}

/** What every reviewer on this loop does, whatever its wire format. */
export function describeApiReviewer(name: string, subject: Subject): void {
  const review = (setup: Setup) => reviewWith(subject, setup)
  const { faults, begin } = subject.wire

  describe(`${name}, like every reviewer without a CLI`, () => {
    it('reads the snapshot through tools and hands back the last message', async () => {
      const outcome = await review({ turns: [read, done] })
      expect(outcome.error).toBeUndefined()
      expect(outcome.reply).toMatchObject({ text: answerText, filesRead: ['src/a.ts'], turns: 2 })
      expect(lastText(outcome)).toContain('src/a.ts (1 lines)\\n1  export const answer = 42')
      expect(outcome.events).toContainEqual({ kind: 'read', path: 'src/a.ts' })
      expect(outcome.usage.inputTokens).toBeGreaterThan(0)
      expect(outcome.usage.requests).toBe(2)
    })

    it('answers several calls of one turn, each with its own result', async () => {
      const calls = [
        { name: 'list_files', input: {} },
        { name: 'read_file', input: { path: 'src/a.ts' } },
        { name: 'search', input: { pattern: 'answer' } },
      ]
      const outcome = await review({ turns: [{ kind: 'tools', calls }, done] })
      expect(outcome.reply?.text).toBe(answerText)
      expect(lastText(outcome)).toContain('src/')
      expect(lastText(outcome).split('1  export const answer = 42')).toHaveLength(3)
    })

    it('says what was wrong with a call, and goes on', async () => {
      const calls = [
        { name: 'run_shell', input: { command: 'id' } },
        { name: 'read_file', input: { path: 7 } },
        { name: 'read_file', input: { path: 'src/a.ts', mode: 'w' } },
      ]
      const outcome = await review({ turns: [{ kind: 'tools', calls }, read, done] })
      expect(outcome.reply?.text).toBe(answerText)
      expect(outcome.requests[1]?.text).toContain('There is no tool of that name')
      expect(outcome.requests[1]?.text.split('The arguments do not fit')).toHaveLength(3)
    })

    it('never lets the provider see a key that is not the real one, or the reviewer the real one', async () => {
      const { requests } = await review({ turns: [read, done] })
      expect(requests.every(({ headers }) => JSON.stringify(headers).includes(KEY))).toBe(true)
      expect(requests.every(({ text }) => !text.includes(KEY))).toBe(true)
    })

    it('lets nothing of a hostile snapshot take effect, and writes nothing', async () => {
      const files = {
        'src/a.ts': 'x\n',
        'AGENTS.md': 'MARK-agents',
        '.env': 'OPENAI_BASE_URL=http://127.0.0.1:9\nANTHROPIC_BASE_URL=http://127.0.0.1:9\nMARK-env=1\n',
        '.npmrc': 'registry=http://127.0.0.1:9\nMARK-npmrc=1\n',
        'package.json': '{"MARK-package": true}',
      }
      const outcome = await review({ turns: [read, done], files, prompt: 'Review @AGENTS.md and $(cat .env)' })
      expect(outcome.reply?.text).toBe(answerText)
      expect(outcome.requests.map(({ text }) => text).join()).not.toContain('MARK-')
      expect(outcome.after).toEqual(
        Object.entries(files)
          .map(([path, text]) => `${path}=${text}`)
          .sort(),
      )
    })

    it('takes nothing from the environment', async () => {
      const nonsense = [
        ...['API_KEY', 'BASE_URL', 'ORG_ID', 'PROJECT_ID', 'LOG', 'WEBHOOK_SECRET'].map((name) => `OPENAI_${name}`),
        ...['API_KEY', 'AUTH_TOKEN', 'BASE_URL', 'LOG', 'PROFILE'].map((name) => `ANTHROPIC_${name}`),
        ...['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GEMINI_BASE_URL', 'HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy'],
      ]
      const before = { ...process.env }
      for (const variable of nonsense) process.env[variable] = 'http://127.0.0.1:9/nonsense'
      process.env['ANTHROPIC_CUSTOM_HEADERS'] = 'X-Api-Key: nonsense\nx-nonsense: nonsense\nanthropic-version: nonsense'
      process.env['NODE_USE_ENV_PROXY'] = '1'
      try {
        const { reply, requests } = await review({ turns: [read, done] })
        expect(reply?.text).toBe(answerText)
        expect(JSON.stringify(requests)).not.toContain('nonsense')
      } finally {
        for (const variable of Object.keys(process.env)) if (!(variable in before)) delete process.env[variable]
        Object.assign(process.env, before)
      }
    })

    it.each([
      ['unauthenticated', 'UNAUTHENTICATED', 1],
      ['forbidden', 'UNAUTHENTICATED', 1],
      ['modelNotFound', 'MODEL_NOT_FOUND', 1],
      ['badRequest', 'EXITED', 1],
      ['contextTooLong', 'CONTEXT_TOO_LONG', 1],
      ['quota', 'QUOTA', 1],
      ['rateLimited', 'RATE_LIMITED', 3],
      ['serverError', 'OVERLOADED', 3],
      ['overloaded', 'OVERLOADED', 3],
      ['errorInStream', 'OVERLOADED', 3],
    ] as const)('names the failure %s %s, after %s requests', async (fault, code, count) => {
      const outcome = await review({ turns: [{ kind: 'fault', fault: faults[fault] }] })
      expect(outcome.error).toMatchObject({ name: 'ReviewerError', code })
      expect(outcome.error?.message).not.toMatch(/[\p{Cc}]/u)
      expect(outcome.failure).toMatchObject({ code })
      expect(outcome.requests).toHaveLength(count)
    })

    it.each([
      ['resets the connection', (response) => void response.socket?.resetAndDestroy()],
      [
        'breaks off in the middle',
        (response) => {
          begin(response)
          setImmediate(() => response.socket?.resetAndDestroy())
        },
      ],
      [
        'ends before the answer is complete',
        (response) => {
          begin(response)
          response.end()
        },
      ],
      [
        'answers garbage',
        (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {{{\n\n'),
      ],
      ['answers HTML', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi')],
      ['answers nothing', (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end()],
    ] as const satisfies readonly (readonly [string, WireFault])[])(
      'names a server that %s CONNECTION',
      async (_what, fault) => {
        const outcome = await review({ turns: [{ kind: 'fault', fault }] })
        expect(outcome.error).toMatchObject({ name: 'ReviewerError', code: 'CONNECTION' })
        expect(outcome.failure).toMatchObject({ code: 'CONNECTION' })
        expect(outcome.requests).toHaveLength(3)
      },
    )

    it('names a server that never answers STALLED, as the key proxy does', async () => {
      const turns = [{ kind: 'fault', fault: () => {} }] as const
      const outcome = await review({ turns, proxyLimits: { headersTimeoutMs: 200 } })
      expect(outcome.error).toMatchObject({ name: 'ReviewerError' })
      expect(outcome.failure).toMatchObject({ code: 'STALLED' })
      expect(outcome.requests).toHaveLength(1)
    })

    it('names a server that falls silent in the middle STALLED, as the key proxy does', async () => {
      const turns = [{ kind: 'fault', fault: begin }] as const
      const outcome = await review({ turns, proxyLimits: { idleTimeoutMs: 200 } })
      expect(outcome.error).toMatchObject({ name: 'ReviewerError' })
      expect(outcome.failure).toMatchObject({ code: 'STALLED' })
    })

    it.each([
      ['before the answer', () => {}],
      ['in the middle of it', begin],
    ])('ends at the wall clock of the review, %s', async (_when, fault) => {
      const outcome = await review({ turns: [{ kind: 'fault', fault }], signal: AbortSignal.timeout(500) })
      expect(outcome.error).toMatchObject({ name: 'ReviewerError', code: 'TIMED_OUT' })
    })

    it('ends at the wall clock while it waits to ask again', async () => {
      const fault = faults.overloaded
      const limits = { pausesMs: [60_000, 60_000] }
      const outcome = await review({ turns: [{ kind: 'fault', fault }], limits, signal: AbortSignal.timeout(500) })
      expect(outcome.error).toMatchObject({ code: 'TIMED_OUT' })
      expect(outcome.requests).toHaveLength(1)
    })

    it('recovers from a fault that passes, without a trace in the conversation', async () => {
      const turns: WireTurn[] = [{ kind: 'fault', fault: faults.rateLimited }, read, done]
      const outcome = await review({ turns })
      expect(outcome.reply).toMatchObject({ text: answerText, turns: 2 })
      expect(outcome.failure).toBeUndefined()
      expect(outcome.requests[1]?.text).toBe(outcome.requests[0]?.text)
    })

    it('does not wait for a server that wants to be left alone for long', async () => {
      const fault: WireFault = (response) => {
        response.setHeader('retry-after', '3600')
        faults.rateLimited(Object.assign(response, { setHeader: () => response }))
      }
      const outcome = await review({ turns: [{ kind: 'fault', fault }] })
      expect(outcome.error).toMatchObject({ code: 'RATE_LIMITED' })
      expect(outcome.requests).toHaveLength(1)
    })

    it.each([
      ['cut-off', 'NO_REPLY'],
      ['refused', 'REFUSED'],
      ['empty', 'NO_REPLY'],
    ] as const)('names an answer that is %s %s', async (reason, code) => {
      const outcome = await review({ turns: [read, { kind: 'ended', reason }] })
      expect(outcome.error).toMatchObject({ name: 'ReviewerError', code })
      expect(outcome.requests).toHaveLength(2)
    })

    it('passes on a last message that is no JSON as it is', async () => {
      const { reply } = await review({ turns: [read, { kind: 'answer', text: 'Looks good to me!' }] })
      expect(reply?.text).toBe('Looks good to me!')
    })

    it('ends a model that only calls tools, after it was told to answer', async () => {
      const outcome = await review({ turns: [read], limits: { turns: 4 } })
      expect(outcome.error).toMatchObject({ code: 'NO_REPLY', message: expect.stringContaining('4 turns') })
      expect(outcome.requests).toHaveLength(4)
      expect(lastText(outcome)).toContain('No further calls are possible')
      expect(outcome.requests[2]?.text).not.toContain('No further calls are possible')
    })

    it('ends with the budget, which the key proxy keeps', async () => {
      const outcome = await review({ turns: [read], budget: 9_000, limits: { turns: 60 } })
      expect(outcome.failure).toMatchObject({ code: 'BUDGET' })
      expect(outcome.error).toMatchObject({ name: 'ReviewerError' })
      expect(outcome.requests.length).toBeLessThan(60)
    })

    it('gives out no more than fits into the model, and then wants the answer', async () => {
      const line = `${'x'.repeat(99)}\n`
      const files = { 'src/a.ts': line.repeat(50_000) }
      const calls = Array.from({ length: 32 }, (_, index) => ({
        name: 'read_file',
        input: { path: 'src/a.ts', start_line: index * 400 + 1 },
      }))
      const outcome = await review({ turns: [{ kind: 'tools', calls }, done], files })
      expect(outcome.reply?.text).toBe(answerText)
      expect(lastText(outcome)).toContain('The limit of what may be read')
      expect(lastText(outcome).length).toBeLessThan(900_000)
      expect(lastText(outcome)).toContain('No further calls are possible')
    })

    it('is described so that it can be chosen', async () => {
      const reviewer = subject.make()
      expect(reviewer).toMatchObject({ id: name, tool: undefined, credential: expect.stringMatching(/-api-key$/) })
      expect(families).toContain(reviewer.family)
      expect(reviewer.defaultModel).not.toBe('')
      expect(new URL(reviewer.baseUrl.vendor).protocol).toBe('https:')
      expect(readPrompt(`reviewers/${name}`).trim()).not.toBe('')
    })
  })
}

type WireFault = Extract<WireTurn, { kind: 'fault' }>['fault']
