import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { Report } from '../../src/types/report.js'
import { aFinding } from '../support/builders.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

const program = join(process.cwd(), 'dist', 'index.js')
const made: Checkout[] = []

afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
})

const bug = 'for (let i = 0; i <= items.length; i++) {\n'
const finding = aFinding({ path: 'bug.js', startLine: 1, endLine: 1, quote: bug.trim() })

/** main, and a branch `change` that adds bug.js. */
function aCheckout(): Checkout {
  const checkout = makeCheckout()
  made.push(checkout)
  checkout.commit('base', { 'deep/kept.txt': 'kept\n' })
  checkout.git('checkout', '-q', '-b', 'change')
  return checkout
}

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function start(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { OPENAI_API_KEY: _, OPENAI_BASE_URL: __, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...inherited, ...env } })
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

/** A review whose model reads the file and answers with the findings. */
async function review(
  checkout: Checkout,
  args: readonly string[],
  findings: readonly object[] = [finding],
): Promise<Run> {
  const text = JSON.stringify({ findings, filesReviewed: ['bug.js'], notVerified: [] })
  const endpoint = await startReplayEndpoint([
    { kind: 'command', command: 'cat bug.js' },
    { kind: 'message', text },
  ])
  try {
    return await start(checkout.path, ['review', ...args], {
      OPENAI_API_KEY: 'placeholder',
      OPENAI_BASE_URL: endpoint.url,
    })
  } finally {
    await endpoint.close()
  }
}

describe('model-stack review', () => {
  it('compares two refs, fails on a blocking result, and prints nothing but the report on standard output', async () => {
    const checkout = aCheckout()
    checkout.commit('add', { 'bug.js': bug })
    const run = await review(checkout, ['--base-ref', 'main', '--format', 'json'])
    expect(run.status).toBe(1)
    const report = Report.parse(JSON.parse(run.stdout))
    expect(report).toMatchObject({ conclusion: 'fail', results: [{ path: 'bug.js', blocking: true }] })
  })

  it('passes where nothing was found', async () => {
    const checkout = aCheckout()
    checkout.commit('add', { 'bug.js': bug })
    expect(await review(checkout, ['--base-ref', 'main'], [])).toMatchObject({ status: 0 })
  })

  it.each([
    ['--staged', 'markdown'],
    ['--working-tree', 'agent'],
    ['--working-tree', 'sarif'],
  ])('finds the defect with %s and writes %s to the file, without touching the checkout', async (subject, format) => {
    const checkout = aCheckout()
    checkout.write('bug.js', bug)
    if (subject === '--staged') checkout.git('add', 'bug.js')
    const output = join(checkout.root, 'report.out')
    const run = await review(checkout, [subject, '--format', format, '--output', output])
    expect(run.stderr).not.toContain('The checkout changed')
    expect([run.status, run.stdout]).toEqual([1, ''])
    expect(readFileSync(output, 'utf8')).toContain('bug.js')
  })

  it('exits 2 without a key and names the variable', async () => {
    const checkout = aCheckout()
    checkout.commit('add', { 'bug.js': bug })
    const run = await start(checkout.path, ['review', '--base-ref', 'main'])
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('OPENAI_API_KEY')
  })

  it.each([
    [['review', '--base-reff', 'main'], 'Did you mean'],
    [['review', '--base-ref', 'nope'], 'names no commit'],
    [['revieww'], 'Did you mean'],
  ])('exits 3 for %j', async (args, message) => {
    const checkout = aCheckout()
    const run = await start(checkout.path, args, { OPENAI_API_KEY: 'placeholder' })
    expect(run.status).toBe(3)
    expect(run.stderr).toContain(message)
  })

  it('exits 3 outside a checkout', async () => {
    const checkout = aCheckout()
    expect(existsSync(join(checkout.root, '.git'))).toBe(false)
    const run = await start(checkout.root, ['review', '--base-ref', 'main'], { OPENAI_API_KEY: 'placeholder' })
    expect(run.status).toBe(3)
    expect(run.stderr).toContain('not inside a git checkout')
  })
})

describe('the other commands', () => {
  it('print help without arguments', async () => {
    const run = await start('/', [])
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(run.stdout).toContain('--base-ref')
  })

  it('let doctor exit 2 without a key and 0 with one', async () => {
    expect((await start('/', ['doctor'])).status).toBe(2)
    expect(await start('/', ['doctor'], { OPENAI_API_KEY: 'placeholder' })).toMatchObject({ status: 0 })
  })
})
