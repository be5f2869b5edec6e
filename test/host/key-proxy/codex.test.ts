import { chmod, chown, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ScriptedTurn, startReplayEndpoint } from '../../../src/demo/replay-endpoint.js'
import { sentFiles } from '../../../src/host/key-proxy/sent-text.js'
import { runCommand } from '../../../src/host/run-command.js'
import { makeTokenBudget, type TokenBudget } from '../../../src/review/budget.js'
import { makeCodex } from '../../../src/reviewers/codex-cli.js'
import type { Command, CommandOutput, InstalledTool, Reply } from '../../../src/types/reviewer.js'
import { faults } from '../../support/faults.js'
import { installedCodex } from '../../support/installed-tool.js'
import { afterwards, cleanUp, KEY, type Running, startProxy } from './stand-ins.js'

const onLinux = process.platform === 'linux' ? describe : describe.skip
/** As on a runner: never as root. */
const identity = process.getuid?.() === 0 ? { uid: 61_999, gid: 61_999 } : undefined
const answer = '{"findings":[]}'
const done: ScriptedTurn = { kind: 'message', text: answer }
const files = {
  'read.ts': 'export const answer = 42\nexport const question = "six by nine"\n',
  'unread.ts': 'export const answer = 42\nexport const unread = "nobody looks here"\n',
}

let tool: InstalledTool

beforeAll(async () => {
  if (process.platform === 'linux') tool = await installedCodex()
}, 300_000)

afterEach(cleanUp)

interface Outcome {
  readonly running: Running
  readonly reply: Reply | undefined
  readonly requests: readonly { readonly text: string; readonly headers: object }[]
}

async function review(
  model: string,
  turns: readonly ScriptedTurn[],
  budget: TokenBudget = makeTokenBudget(10_000_000),
): Promise<Outcome> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'codex-proxy-test-')))
  afterwards(() => rm(root, { recursive: true, force: true }))
  await chmod(root, 0o711)
  const snapshot = join(root, 'snapshot')
  await mkdir(snapshot)
  for (const [path, text] of Object.entries(files)) await writeFile(join(snapshot, path), text)
  const scratch = await mkdtemp(join(root, 'scratch-'))
  if (identity !== undefined) await chown(scratch, identity.uid, identity.gid)
  const provider = await startReplayEndpoint(turns)
  afterwards(() => provider.close())
  const running = await startProxy({ baseUrl: provider.url, model, budget })
  const reply = await makeCodex({ stallMs: 60_000, streamIdleMs: 2_000 })
    .review(
      {
        prompt: `Review this.\nSnapshot: ${snapshot}\n`,
        outputSchema: { type: 'object', additionalProperties: false, required: [], properties: {} },
        snapshot,
        scratch,
        model,
        effort: 'high',
        ownSandbox: 'on',
        signal: new AbortController().signal,
      },
      { endpoint: running.endpoint, tool, run, onEvent: () => {} },
    )
    .catch(() => undefined)
  return { running, reply, requests: provider.requests }
}

/** Without our sandbox around it, which would make what the command needs. */
async function run(command: Command): Promise<CommandOutput> {
  for (const path of command.privateDirectories) await mkdir(path)
  for (const path of command.writableFiles) await writeFile(path, '')
  for (const path of [...command.privateDirectories, ...command.writableFiles]) {
    if (identity !== undefined) await chown(path, identity.uid, identity.gid)
  }
  return runCommand(command, { identity })
}

async function* snapshotFiles() {
  for (const [path, text] of Object.entries(files)) yield { path, lines: text.split('\n') }
}

onLinux('the real Codex CLI', () => {
  it.each(['gpt-5.5', 'gpt-5.6-sol'])('reviews with %s through the proxy', async (model) => {
    const { running, reply, requests } = await review(model, [{ kind: 'command', command: 'cat read.ts' }, done])
    expect(reply?.text).toBe(answer)
    expect(running.proxy.traffic()).toMatchObject({ requests: 2, refused: 0 })
    expect(running.proxy.failure()).toBeUndefined()
    expect(running.proxy.usage().inputTokens).toBe(
      requests.reduce((sum, { text }) => sum + Math.ceil(text.length / 4), 0),
    )
    expect(requests.map(({ headers }) => headers)).toEqual([
      expect.objectContaining({ authorization: `Bearer ${KEY}` }),
      expect.objectContaining({ authorization: `Bearer ${KEY}` }),
    ])
    expect(JSON.parse(requests[0]?.text ?? '')).toMatchObject({ model, store: false })
    expect(requests[1]?.text).toContain('six by nine')
    expect(await sentFiles(running.proxy.sent, snapshotFiles())).toEqual({ files: ['read.ts'], complete: true })
  })

  it('sends no more once the budget is used up, and the failure says so', async () => {
    const endless: ScriptedTurn = { kind: 'command', command: 'cat read.ts' }
    const budget = makeTokenBudget(20_000)
    const { running, reply, requests } = await review('gpt-5.5', [endless], budget)
    expect(reply).toBeUndefined()
    expect(running.proxy.failure()?.code).toBe('BUDGET')
    expect(requests.length).toBeGreaterThan(1)
    expect(requests.length).toBe(running.proxy.traffic().requests)
    // Codex gives up at once instead of trying again.
    expect(running.proxy.traffic().refused).toBe(1)
    expect(budget.spent()).toBeLessThanOrEqual(budget.max)
  })

  it.each([
    ['a refused key', faults.unauthenticated, 'UNAUTHENTICATED'],
    ['a forbidden project', faults.forbidden, 'UNAUTHENTICATED'],
    ['a missing model', faults.modelNotFound, 'MODEL_NOT_FOUND'],
    ['a context that is too long', faults.contextTooLong, 'CONTEXT_TOO_LONG'],
    ['a rate limit', faults.rateLimited, 'RATE_LIMITED'],
    ['a quota', faults.quota, 'QUOTA'],
    ['an overloaded provider', faults.overloaded, 'OVERLOADED'],
    ['a broken provider', faults.serverError, 'OVERLOADED'],
    ['a connection that breaks', faults.reset, 'CONNECTION'],
    ['an answer that breaks off', faults.resetMidStream, 'CONNECTION'],
    ['an answer without its end', faults.dropBeforeCompleted, 'CONNECTION'],
    ['a rate limit within the answer', faults.failedRate, 'RATE_LIMITED'],
    ['a quota within the answer', faults.failedQuota, 'QUOTA'],
    ['a long context within the answer', faults.failedContext, 'CONTEXT_TOO_LONG'],
    ['a flagged prompt', faults.failedInvalidPrompt, 'REFUSED'],
    ['an answer that is cut off', faults.incompleteTokens, 'NO_REPLY'],
    ['an answer that is filtered', faults.incompleteFilter, 'REFUSED'],
    ['a sign-in page', faults.html, 'CONNECTION'],
  ])('leaves %s to be told by the proxy', async (_what, fault, code) => {
    const { running, reply } = await review('gpt-5.5', [{ kind: 'fault', fault }])
    expect(reply).toBeUndefined()
    expect(running.proxy.failure()?.code).toBe(code)
  })
})
