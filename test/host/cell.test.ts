import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type CellOptions, openCell } from '../../src/host/cell.js'
import { systemBubblewrap } from '../../src/host/isolation/ways.js'
import { makeRunDirectory, type RunDirectory } from '../../src/host/run-directory.js'
import { makeTokenBudget } from '../../src/review/budget.js'
import type { CellRequest } from '../../src/review/run.js'
import { codexTool } from '../../src/reviewers/pins/codex.js'
import type { Cell, Command } from '../../src/types/reviewer.js'
import { aReviewer } from '../review/world.js'
import { installedCodex } from '../support/installed-tool.js'
import { INSIDE_NODE, shell, workingWays } from './isolation/world.js'
import { asked, cleanUp, completedEvents, KEY, startProvider, streams } from './key-proxy/stand-ins.js'

const ways = await workingWays()
const onLinux = process.platform === 'linux' ? it : it.skip

let directory: RunDirectory
let warnings: string[]
beforeEach(() => {
  warnings = []
  directory = makeRunDirectory(['/tmp'])
  mkdirSync(directory.snapshot, { mode: 0o755 })
  writeFileSync(join(directory.snapshot, 'a.ts'), 'export const somethingLong = 1\n', { mode: 0o444 })
})
afterEach(async () => {
  directory.dispose()
  await cleanUp()
})

const request = (isolation: CellRequest['isolation']): CellRequest => ({
  reviewer: { ...aReviewer([]), tool: codexTool },
  model: asked.model,
  tool: undefined,
  isolation,
  budget: makeTokenBudget(1_000_000),
  signal: new AbortController().signal,
})

async function makeOptions(changes: Partial<CellOptions> = {}) {
  const provider = await startProvider(streams(completedEvents()))
  const options: CellOptions = {
    directory,
    env: {},
    log: { debug() {}, info() {}, warning: (text) => void warnings.push(text), group: (_title, body) => body() },
    upstream: { baseUrl: `http://127.0.0.1:${provider.port}/v1`, key: KEY },
    canaryFiles: directory.makeCanaries(),
    secretPlaces: [process.cwd()],
    bundledBubblewrap: async () => (systemBubblewrap() === undefined ? (await installedCodex()).bubblewrap : undefined),
    ...changes,
  }
  return { provider, options }
}

async function runIn(cell: Cell, command: Partial<Command>): Promise<readonly string[]> {
  const lines: string[] = []
  await cell.run({
    file: '/bin/true',
    args: [],
    cwd: directory.snapshot,
    env: { PATH: '/usr/bin:/bin', OPENAI_API_KEY: cell.endpoint.key },
    input: '',
    readOnly: [],
    writableFiles: [],
    privateDirectories: [],
    onLine: (line) => void lines.push(line.toString()),
    stallMs: 60_000,
    signal: new AbortController().signal,
    ...command,
  })
  return lines
}

/** Asks the model about a file of the snapshot, as a CLI does. */
function askProvider({ endpoint }: Cell, file: string): Partial<Command> {
  const body = { ...asked, input: [{ type: 'message', role: 'user', content: 'export const somethingLong = 1' }] }
  const code = `fetch(${JSON.stringify(`${endpoint.baseUrl}/responses`)}, {
    method: 'POST',
    headers: { authorization: 'Bearer ' + process.env.OPENAI_API_KEY, 'content-type': 'application/json' },
    body: ${JSON.stringify(JSON.stringify(body))},
  }).then((answer) => console.log(answer.status))`
  return { file, args: ['-e', code] }
}

const suite = ways.length === 0 ? describe.skip : describe

suite('a cell with a sandbox', () => {
  it('lets the reviewer ask its provider with a placeholder, and says what was sent', async () => {
    const { provider, options } = await makeOptions()
    const cell = await openCell(request('required'), options)
    expect(cell.level).toBe(ways[0]?.way.level)
    expect(cell.preflight.length).toBeGreaterThan(10)
    expect(cell.endpoint.key).not.toBe(KEY)
    expect(await runIn(cell, askProvider(cell, INSIDE_NODE))).toEqual(['200'])
    expect(provider.seen.map(({ headers }) => headers['authorization'])).toEqual([`Bearer ${KEY}`])
    expect(cell.usage().requests).toBe(1)
    expect(await cell.egress()).toMatchObject({ traffic: { requests: 1 }, files: ['a.ts'], filesComplete: true })
    await cell.close()
    expect(warnings).toEqual([])
  })

  it('keeps the key out of everything that can be read inside', async () => {
    const { options } = await makeOptions()
    const cell = await openCell(request('required'), options)
    // In brackets, so that the search does not find itself.
    const search = (text: string) => {
      const pattern = `[${text.slice(0, 1)}]${text.slice(1)}`
      return shell(
        `grep -rlsI -e '${pattern}' /run /etc /tmp /dev/shm ${directory.root}; grep -las -e '${pattern}' /proc/[0-9]*/environ /proc/[0-9]*/cmdline; env | grep -c -e '${pattern}'`,
      )
    }
    expect(await runIn(cell, search(KEY))).toEqual(['0'])
    // The control: the placeholder is found where it was put.
    const found = await runIn(cell, search(cell.endpoint.key))
    expect(found.filter((line) => line.endsWith('/environ')).length).toBeGreaterThan(0)
    expect(found.at(-1)).toBe('1')
    await cell.close()
  })

  it('removes the socket of the key proxy when it is closed', async () => {
    const paths: string[] = []
    const noting: RunDirectory = {
      ...directory,
      makeSocketPath: () => {
        const path = directory.makeSocketPath()
        paths.push(path)
        return path
      },
    }
    const { options } = await makeOptions({ directory: noting })
    const cell = await openCell(request('required'), options)
    expect(paths.filter((path) => existsSync(path))).toHaveLength(1)
    await cell.close()
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => existsSync(path))).toEqual([])
  })
})

/** Nothing that is tried holds: a file that must not be readable is one of the system's. */
const nothingHolds = { canaryFiles: ['/usr/bin/env'] }

describe('where no sandbox holds', () => {
  it('refuses, and leaves no key proxy behind', async () => {
    const paths: string[] = []
    const makeSocketPath = () => {
      const path = directory.makeSocketPath()
      paths.push(path)
      return path
    }
    const { options } = await makeOptions({ ...nothingHolds, directory: { ...directory, makeSocketPath } })
    await expect(openCell(request('required'), options)).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
    expect(paths.filter((path) => existsSync(path))).toEqual([])
    expect(warnings).toEqual([])
  })

  onLinux('goes on without one where that is allowed, and warns with the reason', async () => {
    const { options } = await makeOptions(nothingHolds)
    const cell = await openCell(request('optional'), options)
    expect(cell).toMatchObject({ level: 'none', preflight: [] })
    expect(warnings).toEqual([expect.stringMatching(/^isolation: none\. No sandbox holds on this machine: /)])
    await cell.close()
  })

  onLinux('lets any other failure through, also where going on is allowed', async () => {
    const bundledBubblewrap = () => Promise.reject(new TypeError('bug'))
    const { options } = await makeOptions({ ...nothingHolds, bundledBubblewrap })
    await expect(openCell(request('optional'), options)).rejects.toThrow(TypeError)
  })

  onLinux('refuses where the key proxy cannot be started', async () => {
    const taken = directory.makeSocketPath()
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen({ path: taken }, () => resolve()))
    const { options } = await makeOptions({ directory: { ...directory, makeSocketPath: () => taken } })
    await expect(openCell(request('optional'), options)).rejects.toThrow('EADDRINUSE')
    await new Promise((resolve) => holder.close(resolve))
    expect(existsSync(dirname(taken))).toBe(true)
  })
})

describe('a cell with isolation off', () => {
  it('runs the reviewer bare behind the same key proxy, without a warning', async () => {
    const { provider, options } = await makeOptions()
    const cell = await openCell(request('off'), options)
    expect(cell).toMatchObject({ level: 'none', preflight: [] })
    expect(cell.endpoint.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
    expect(cell.endpoint.key).not.toBe(KEY)
    expect(await runIn(cell, askProvider(cell, process.execPath))).toEqual(['200'])
    expect(provider.seen[0]?.headers['authorization']).toBe(`Bearer ${KEY}`)
    await cell.close()
    expect(await runIn(cell, askProvider(cell, process.execPath))).toEqual([])
    expect(warnings).toEqual([])
  })
})
