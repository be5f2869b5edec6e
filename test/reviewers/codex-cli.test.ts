import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type RecordedRequest,
  type ReplayEndpoint,
  type ScriptedTurn,
  startReplayEndpoint,
  type Turn,
} from '../../src/demo/replay-endpoint.js'
import { runDirectly } from '../../src/host/run-directly.js'
import { makeCodex } from '../../src/reviewers/codex-cli.js'
import type { Command, InstalledTool, Reply, ReviewEvent, ReviewerIO, ReviewRequest } from '../../src/types/reviewer.js'
import { faults } from '../support/faults.js'
import { installedCodex } from '../support/installed-tool.js'

/** Only Linux has the CLI's sandbox so far. */
const onLinux = process.platform === 'linux' ? describe : describe.skip
/** As on a runner: never as root. */
const identity = process.getuid?.() === 0 ? { uid: 61_999, gid: 61_999 } : undefined
const key = 'sk-secret-key-of-this-test'
const answer = '{"findings":[],"filesReviewed":["src/a.ts"],"notVerified":[]}'
const done: ScriptedTurn = { kind: 'message', text: answer }

interface Setup {
  readonly turns?: readonly ScriptedTurn[]
  readonly baseUrl?: string
  readonly model?: string
  readonly prompt?: string
  readonly signal?: AbortSignal
  readonly files?: Readonly<Record<string, string>>
  readonly tool?: InstalledTool
  readonly stallMs?: number
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
  required: ['findings'],
  properties: { findings: { type: 'array', items: { type: 'string' } } },
}

let root = ''
let endpoint: ReplayEndpoint | undefined
let tool: InstalledTool

beforeAll(async () => {
  if (process.platform === 'linux') tool = await installedCodex()
}, 300_000)

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'codex-test-')))
  await chmod(root, 0o711)
})

afterEach(async () => {
  await endpoint?.close()
  endpoint = undefined
  await rm(root, { recursive: true, force: true })
})

async function prepare(
  setup: Setup,
): Promise<{ request: ReviewRequest; io: ReviewerIO; events: ReviewEvent[]; commands: Command[] }> {
  endpoint = await startReplayEndpoint(setup.turns ?? [done])
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
    tool: setup.tool ?? tool,
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
    model: setup.model ?? 'gpt-5.5',
    effort: 'high',
    ownSandbox: 'on',
    signal: setup.signal ?? new AbortController().signal,
  }
  return { request, io, events, commands }
}

async function review(setup: Setup): Promise<Outcome> {
  const { request, io, events, commands } = await prepare(setup)
  const codex = makeCodex({ stallMs: setup.stallMs ?? 60_000, streamIdleMs: 500 })
  const outcome = { requests: endpoint?.requests ?? [], events, commands }
  try {
    return { ...outcome, reply: await codex.review(request, io), error: undefined }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...outcome, reply: undefined, error }
  }
}

const codex = makeCodex({ stallMs: 60_000, streamIdleMs: 500 })

onLinux('codex', () => {
  describe('review', () => {
    it.each([
      ['classic', 'gpt-5.5'],
      ['code', 'gpt-5.6-sol'],
    ])('lets the model read the snapshot and hands back its last message, in %s mode', async (toolMode, model) => {
      const { reply, error, requests, events } = await review({
        model,
        turns: [{ kind: 'command', command: 'cat src/a.ts' }, { kind: 'command', command: 'cat nope.ts' }, done],
      })
      expect(error).toBeUndefined()
      expect(reply).toMatchObject({ text: answer, model, filesRead: ['src/a.ts'], turns: 1 })
      expect(requests.map((request) => request.toolMode)).toEqual([toolMode, toolMode, toolMode])
      expect(requests[1]?.input).toContain('export const answer = 42')
      expect(events).toContainEqual({ kind: 'read', path: 'src/a.ts' })
      expect(events).toContainEqual({
        kind: 'command',
        command: expect.stringContaining('cat src/a.ts'),
        exitCode: null,
      })
      expect(events).toContainEqual({ kind: 'command', command: expect.stringContaining('cat nope.ts'), exitCode: 1 })
      expect(events).toContainEqual({ kind: 'message', text: answer })
    })

    it('sends our instructions, the schema, the effort and the key, and offers no tool that reaches out', async () => {
      const { requests } = await review({})
      const body = JSON.parse(requests[0]?.text ?? '')
      expect(body.input[0]).toMatchObject({
        role: 'developer',
        content: [{ text: (await readFile('prompts/reviewers/codex.md', 'utf8')).trim() }],
      })
      expect(body.text.format).toMatchObject({ type: 'json_schema', strict: true, schema })
      expect(body.reasoning.effort).toBe('high')
      expect(requests[0]?.headers.authorization).toBe(`Bearer ${key}`)
      const tools = body.tools.map((offered: { name?: string; type: string }) => offered.name ?? offered.type)
      const harmless = ['exec_command', 'write_stdin', 'request_user_input', 'apply_patch', 'update_plan']
      expect(tools.filter((name: string) => !harmless.includes(name))).toEqual([])
    })

    it('shows the key to nobody: not in arguments, not in files, not to commands of the model', async () => {
      const probe = 'env; tr "\\0" "\\n" </proc/self/environ; cat /proc/*/environ /proc/*/cmdline'
      const { requests, commands, error } = await review({ turns: [{ kind: 'command', command: probe }, done] })
      expect(error).toBeUndefined()
      expect(requests[1]?.input).toContain('HOME=/nonexistent')
      expect(requests.map(({ text }) => text.includes(key))).toEqual([false, false])
      expect(commands.flatMap(({ args }) => args).filter((argument) => argument.includes(key))).toEqual([])
    })

    it('lets the model write nothing, reach nothing and read nothing outside', async () => {
      const canary = join(root, 'canary')
      await writeFile(canary, 'canary-content')
      // The endpoint itself listens; its port is known only when it is asked.
      const probe = ({ headers }: RecordedRequest): Turn => ({
        kind: 'command',
        command: [
          `cat ${canary}; ls ${root}; touch new src/new; echo x > src/a.ts`,
          `{ : < /dev/tcp/${(headers.host ?? '').replace(':', '/')}; } && echo connected`,
          'echo the-end',
        ].join('; '),
      })
      const { requests } = await review({ turns: [probe, done] })
      const output = requests[1]?.input ?? ''
      expect(output).toContain('\nthe-end')
      expect(output).not.toContain('canary-content')
      expect(output).not.toContain('connected')
      expect(await readFile(join(root, 'snapshot/src/a.ts'), 'utf8')).toBe('export const answer = 42\n')
      await expect(readFile(join(root, 'snapshot/src/new'))).rejects.toThrow()
    })

    it('loads nothing of a hostile snapshot into the prompt', async () => {
      const skill = '---\nname: ag\ndescription: MARK-description\n---\nMARK-body\n'
      const { requests, error } = await review({
        // As the snapshot stage leaves them: still there to be read, under names that no agent looks for.
        files: {
          'src/a.ts': 'x\n',
          'AGENTS.md.neutralised': 'MARK-agents',
          '.agents.neutralised/skills/ag/SKILL.md': skill,
          '.codex.neutralised/config.toml': 'developer_instructions = "MARK-config"',
        },
        prompt: 'Review: $ag and [$ag](skill://ag) please use $ag.\n',
      })
      expect(error).toBeUndefined()
      expect(requests[0]?.text).not.toContain('MARK')
    })

    it('loads no agent configuration from above the snapshot', async () => {
      await mkdir(join(root, '.git'))
      await mkdir(join(root, '.agents/skills/ag'), { recursive: true })
      await mkdir(join(root, '.codex'))
      await writeFile(join(root, 'AGENTS.md'), 'MARK-agents')
      await writeFile(join(root, '.codex/config.toml'), 'developer_instructions = "MARK-config"')
      await writeFile(join(root, '.agents/skills/ag/SKILL.md'), '---\nname: ag\ndescription: MARK-d\n---\nMARK-body\n')
      const { requests, error } = await review({ prompt: 'Review: use $ag.\n' })
      expect(error).toBeUndefined()
      expect(requests[0]?.text).not.toContain('MARK')
    })

    it.each([
      ['unauthenticated', 'UNAUTHENTICATED'],
      ['forbidden', 'UNAUTHENTICATED'],
      ['modelNotFound', 'MODEL_NOT_FOUND'],
      ['contextTooLong', 'CONTEXT_TOO_LONG'],
      ['badSchema', 'EXITED'],
      ['rateLimited', 'RATE_LIMITED'],
      ['quota', 'QUOTA'],
      ['serverError', 'OVERLOADED'],
      ['badGateway', 'OVERLOADED'],
      ['overloaded', 'OVERLOADED'],
      ['unavailable', 'OVERLOADED'],
      ['reset', 'CONNECTION'],
      ['resetMidStream', 'CONNECTION'],
      ['hangMidStream', 'CONNECTION'],
      ['dropBeforeCompleted', 'CONNECTION'],
      ['failedContext', 'CONTEXT_TOO_LONG'],
      ['failedRate', 'RATE_LIMITED'],
      ['failedQuota', 'QUOTA'],
      ['failedOverloaded', 'OVERLOADED'],
      ['failedOther', 'EXITED'],
      ['failedInvalidPrompt', 'REFUSED'],
      ['incompleteTokens', 'NO_REPLY'],
      ['incompleteFilter', 'REFUSED'],
      ['garbage', 'CONNECTION'],
      ['html', 'CONNECTION'],
      ['empty', 'CONNECTION'],
    ] as const)('names the failure %s %s', async (fault, code) => {
      const { error } = await review({ turns: [{ kind: 'fault', fault: faults[fault] }] })
      expect(error).toMatchObject({ code })
      expect(error?.message).not.toMatch(/[\p{Cc}]/u)
    })

    it.each([
      ['refuses connections', 'http://127.0.0.1:9/v1'],
      ['has a name that does not resolve', 'http://model.invalid/v1'],
    ])('names an endpoint that %s CONNECTION, and gives up', async (_, baseUrl) => {
      const { error } = await review({ baseUrl })
      expect(error).toMatchObject({ code: 'CONNECTION' })
    })

    it('names an empty last message NO_REPLY', async () => {
      const { error } = await review({ turns: [{ kind: 'message', text: '' }] })
      expect(error).toMatchObject({ code: 'NO_REPLY' })
    })

    it('passes on a last message that is no JSON as it is', async () => {
      const { reply } = await review({ turns: [{ kind: 'message', text: 'Looks good to me!' }] })
      expect(reply?.text).toBe('Looks good to me!')
    })

    it('recovers from a fault that passes', async () => {
      const { reply, events } = await review({ turns: [{ kind: 'fault', fault: faults.dropBeforeCompleted }, done] })
      expect(reply).toMatchObject({ text: answer, turns: 1 })
      expect(events).toContainEqual({ kind: 'warning', text: expect.stringContaining('Reconnecting') })
    })

    it('names a provider that never answers STALLED', async () => {
      const { error } = await review({ turns: [{ kind: 'fault', fault: faults.hangBeforeHeaders }], stallMs: 1_500 })
      expect(error).toMatchObject({ code: 'STALLED', message: expect.stringContaining('2 seconds') })
    })

    it('ends at the wall clock of the review, while the model works', async () => {
      const signal = AbortSignal.timeout(1_500)
      const { error } = await review({ turns: [{ kind: 'command', command: 'cat src/a.ts' }], signal })
      expect(error).toMatchObject({ code: 'TIMED_OUT' })
    })

    it('names a CLI that does not know our arguments EXITED, and repeats what it said', async () => {
      const { error } = await review({
        wrap: (command) => ({ ...command, args: [...command.args.slice(0, -1), '--no-such-flag'] }),
      })
      expect(error).toMatchObject({ code: 'EXITED', message: expect.stringMatching(/exit code 2/) })
    })

    it('names a CLI that cannot be started EXITED', async () => {
      const { error } = await review({ wrap: (command) => ({ ...command, file: join(root, 'snapshot/src/a.ts') }) })
      expect(error).toMatchObject({ code: 'EXITED', message: expect.stringContaining('cannot be started') })
    })

    it('takes no model name for an option', async () => {
      const { requests } = await review({ model: '--dangerously-bypass-approvals-and-sandbox' })
      expect(requests.map(({ model }) => model)).toEqual(['--dangerously-bypass-approvals-and-sandbox'])
    })

    it('needs the CLI', async () => {
      const { request, io } = await prepare({})
      await expect(codex.review(request, { ...io, tool: undefined })).rejects.toMatchObject({ code: 'INSTALL_FAILED' })
    })
  })

  describe('tryOwnSandbox', () => {
    it('is on where commands run in it, read the snapshot, and can neither write nor connect', async () => {
      const { request, io } = await prepare({})
      expect(await codex.tryOwnSandbox(request, io)).toBe('on')
    })

    it('is on for a snapshot without files', async () => {
      const { request, io } = await prepare({ files: {} })
      expect(await codex.tryOwnSandbox(request, io)).toBe('on')
    })

    it('is off when the trial runs without a sandbox, because the key proxy can be reached then', async () => {
      const wrap = (command: Command): Command => {
        const [file = '', ...args] = command.args.slice(command.args.indexOf('--') + 1)
        return { ...command, file, args }
      }
      const { request, io, events } = await prepare({ wrap })
      expect(await codex.tryOwnSandbox(request, io)).toBe('off')
      expect(events).toContainEqual({ kind: 'message', text: expect.stringContaining('does not work here') })
    })

    it('is off where the kernel gives no user namespaces', async () => {
      const script =
        'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"'
      const wrap = (command: Command): Command => ({
        ...command,
        file: '/usr/bin/unshare',
        // With our own user id: the CLI keeps a directory in /tmp that must belong to the user who runs it.
        args: ['-U', '--map-current-user', '--keep-caps', '/bin/sh', '-c', script, 'sh', command.file, ...command.args],
      })
      const { request, io } = await prepare({ wrap })
      expect(await codex.tryOwnSandbox(request, io)).toBe('off')
    })

    it('is off when the home of the CLI lies in its temporary directory, where every command of a review would fail', async () => {
      const wrap = (command: Command): Command => ({ ...command, env: { ...command.env, TMPDIR: root } })
      const { request, io } = await prepare({ wrap })
      expect(await codex.tryOwnSandbox(request, io)).toBe('off')
    })

    it('is off when the CLI does not start it', async () => {
      const { request, io } = await prepare({ wrap: (command) => ({ ...command, file: '/bin/true' }) })
      expect(await codex.tryOwnSandbox(request, io)).toBe('off')
    })
  })
})
