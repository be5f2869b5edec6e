import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

const program = join(process.cwd(), 'dist', 'index.js')
let checkout: Checkout

/** main, and a branch that adds one small file. */
beforeEach(() => {
  checkout = makeCheckout()
  checkout.commit('base', { 'kept.txt': 'kept\n' })
  checkout.git('checkout', '-q', '-b', 'change')
  checkout.commit('add', { 'src/small.ts': 'export const small = 1\n' })
})

afterEach(() => checkout.remove())

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function estimate(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { OPENAI_API_KEY: _, OPENAI_BASE_URL: __, GITHUB_ACTIONS: ___, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'review', '--estimate', ...args], {
      cwd: checkout.path,
      env: { ...inherited, ...env },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** More than two requests hold, in three folders. */
function commitLarge(): void {
  const lines = Array.from({ length: 350 }, (_, line) => `export const value${line} = compute(${line})\n`).join('')
  checkout.commit('large', Object.fromEntries(['a', 'b', 'c'].map((folder) => [`${folder}/large.ts`, lines])))
}

describe('model-stack review --estimate', () => {
  it('needs no key', async () => {
    const run = await estimate(['--base-ref', 'main'])
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(
      /^Estimate for [0-9a-f]{12}\.\.[0-9a-f]{12}: 1 changed line to review\. Nothing was sent\./,
    )
    expect(run.stdout).toMatch(/^the change +1 +1 +\d+$/m)
    expect(run.stdout).toContain('No credential is set')
  })

  it('sends nothing to the model’s server, though it has a key and an address', async () => {
    const endpoint = await startReplayEndpoint([])
    try {
      const env = { OPENAI_API_KEY: 'placeholder', OPENAI_BASE_URL: endpoint.url }
      const run = await estimate(['--base-ref', 'main', '--format', 'json'], env)
      expect(run.status).toBe(0)
      expect(JSON.parse(run.stdout)).toMatchObject({
        ...{ changedLines: 1, credentials: 'present', unreviewed: [], excluded: 0, recorded: null, increment: null },
        requests: [{ name: 'the change', files: 1, changedLines: 1 }],
      })
      expect(endpoint.requests).toEqual([])
    } finally {
      await endpoint.close()
    }
  })

  it('shows the parts of a large change and the pass over callers and contracts', async () => {
    commitLarge()
    const run = await estimate(['--base-ref', 'main', '--format', 'json'])
    expect(run.status).toBe(0)
    const { requests, changedLines, perReviewer } = JSON.parse(run.stdout)
    const names = requests.map(({ name }: { name: string }) => name)
    expect(names.slice(0, -1)).toEqual(
      names.slice(0, -1).map((_: string, at: number) => `part ${at + 1} of ${names.length - 1}`),
    )
    expect(names.at(-1)).toBe('the pass over callers and contracts')
    expect(names.length).toBeGreaterThan(3)
    const sum = (key: string) =>
      requests.reduce((total: number, one: Record<string, number>) => total + (one[key] ?? 0), 0)
    expect([sum('changedLines'), sum('tokens')]).toEqual([changedLines, perReviewer.tokens])
    expect((await estimate(['--base-ref', 'main'])).stdout).toMatch(/^part 1 of 3 +\d+ +\d+ +\d+$/m)
  })

  it('lists what too small a budget would leave unreviewed', async () => {
    commitLarge()
    const run = await estimate(['--base-ref', 'main', '--max-tokens', '20000'])
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(/^Not reviewed would be part 3 of 3: max-tokens is 20000/m)
  })

  it.each([
    [['--base-ref', 'nope'], 'names no commit'],
    [['--base-ref', 'main', '--format', 'sarif'], 'Accepted: terminal, json.'],
  ])('exits 3 for %j and prints no estimate', async (args, message) => {
    const run = await estimate(args)
    expect([run.status, run.stdout]).toEqual([3, ''])
    expect(run.stderr).toContain(message)
  })
})
