import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChatEndpoint } from '../../src/demo/chat-endpoint.js'
import { openCell } from '../../src/host/cell.js'
import { makeRunDirectory, type RunDirectory } from '../../src/host/run-directory.js'
import { makeTokenBudget } from '../../src/review/budget.js'
import type { IsolationDemand } from '../../src/review/isolation.js'
import { replySchema } from '../../src/review/parse-reply.js'
import { openaiApi } from '../../src/reviewers/openai-api.js'
import type { Command } from '../../src/types/reviewer.js'
import { makeLog } from './key-proxy/stand-ins.js'

const KEY = 'sk-real-0123456789abcdefghijklmnop'
const answer = '{"findings":[],"filesReviewed":[],"notVerified":[]}'
const command: Command = {
  file: '/bin/true',
  args: [],
  cwd: '/',
  env: {},
  input: '',
  readOnly: [],
  writableFiles: [],
  privateDirectories: [],
  onLine() {},
  stallMs: 1_000,
  signal: new AbortController().signal,
}

let directory: RunDirectory

beforeEach(() => {
  directory = makeRunDirectory([tmpdir()])
  mkdirSync(directory.snapshot)
  writeFileSync(join(directory.snapshot, 'a.ts'), 'export const theAnswer = 42\n')
  writeFileSync(join(directory.snapshot, 'b.ts'), 'export const nobodyAsks = 43\n')
})
afterEach(() => directory.dispose())

function open(isolation: IsolationDemand, baseUrl: string) {
  const signal = new AbortController().signal
  const budget = makeTokenBudget(1_000_000)
  return openCell(
    { reviewer: openaiApi, model: 'm', tool: undefined, isolation, budget, signal },
    {
      directory,
      env: {},
      log: makeLog().log,
      upstream: { baseUrl, key: KEY },
      canaryFiles: [],
      secretPlaces: [],
      bundledBubblewrap: () => Promise.reject(new Error('no sandbox is wanted')),
    },
  )
}

describe('the cell of a reviewer without a CLI', () => {
  it.each(['required', 'optional', 'off'] as const)(
    'is in-process where isolation is %s, and runs nothing',
    async (isolation) => {
      const cell = await open(isolation, 'http://127.0.0.1:9/v1')
      try {
        expect(cell).toMatchObject({ level: 'in-process', preflight: [] })
        expect(cell.endpoint.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
        expect(cell.endpoint.key).not.toBe(KEY)
        await expect(cell.run(command)).rejects.toThrow('openai-api has no CLI')
      } finally {
        await cell.close()
      }
    },
  )

  it('knows afterwards what was spent and which files were sent', async () => {
    const endpoint = await startChatEndpoint([
      { kind: 'tools', calls: [{ name: 'read_file', input: { path: 'a.ts' } }] },
      { kind: 'message', text: answer },
    ])
    const cell = await open('required', endpoint.url)
    try {
      const reply = await openaiApi.review(
        {
          prompt: 'Review this.',
          outputSchema: replySchema(),
          snapshot: directory.snapshot,
          scratch: cell.makeScratch(),
          model: 'm',
          effort: 'low',
          ownSandbox: 'off',
          signal: new AbortController().signal,
        },
        { endpoint: cell.endpoint, tool: undefined, run: cell.run, onEvent() {} },
      )
      expect(reply).toMatchObject({ text: answer, filesRead: ['a.ts'] })
      expect(await cell.egress()).toMatchObject({ files: ['a.ts'], filesComplete: true })
      expect(cell.usage().requests).toBe(2)
      expect(cell.failure()).toBeUndefined()
    } finally {
      await cell.close()
      await endpoint.close()
    }
  })
})
