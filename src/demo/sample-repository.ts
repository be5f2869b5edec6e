import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gitInDirectory } from '../host/git.js'
import type { Finding } from '../types/finding.js'

const BASE_FILES: Readonly<Record<string, string>> = {
  'README.md': '# Corner shop\n\nA small order service.\n',
  'src/cart.js': `export function total(items) {
  let sum = 0
  for (let i = 0; i < items.length; i++) {
    sum += items[i].price * items[i].quantity
  }
  return sum
}
`,
  'src/orders.js': `export async function findOrder(db, id) {
  const rows = await db.query('SELECT * FROM orders WHERE id = $1', [id])
  return rows[0]
}
`,
  'src/payment.js': `export async function pay(gateway, order) {
  const receipt = await gateway.charge(order.card, order.total)
  return { ...order, status: 'paid', receipt }
}
`,
}

/** The last commit of the sample: three planted defects under a plausible message. */
const HEAD_FILES: Readonly<Record<string, string>> = {
  'src/cart.js': `export function total(items, discount = 0) {
  let sum = 0
  for (let i = 0; i <= items.length; i++) {
    sum += items[i].price * items[i].quantity
  }
  return sum * (1 - discount)
}
`,
  'src/orders.js': `export async function findOrder(db, id) {
  const rows = await db.query(\`SELECT * FROM orders WHERE id = '\${id}'\`)
  return rows[0]
}
`,
  'src/payment.js': `export async function pay(gateway, order) {
  let receipt
  try {
    receipt = await gateway.charge(order.card, order.total)
  } catch {
    // the gateway is flaky
  }
  return { ...order, status: 'paid', receipt }
}
`,
}

const HEAD_MESSAGE = `feat: discounts, simpler order lookup, tolerant payment

Adds a discount to the cart total, shortens the order query and
keeps checkout working when the gateway hiccups.

Co-Authored-By: Claude <noreply@anthropic.com>
`

/** Makes a repository with a base commit on `main` and one commit on `change`; returns nothing but the two branches. */
export async function makeSampleRepository(directory: string): Promise<void> {
  const git = gitInDirectory(directory)
  const env = {
    GIT_AUTHOR_NAME: 'Sam Shopkeeper',
    GIT_AUTHOR_EMAIL: 'sam@example.invalid',
    GIT_COMMITTER_NAME: 'Sam Shopkeeper',
    GIT_COMMITTER_EMAIL: 'sam@example.invalid',
    GIT_AUTHOR_DATE: '1767225600 +0000',
    GIT_COMMITTER_DATE: '1767225600 +0000',
  }
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  await git.read(['init', '--quiet', '--template=', '--initial-branch=main'])
  writeFiles(directory, BASE_FILES)
  await git.read(['add', '--all'])
  await git.read(['commit', '--quiet', '-m', 'feat: order service'], { env })
  await git.read(['switch', '--quiet', '--create', 'change'])
  writeFiles(directory, HEAD_FILES)
  await git.read(['add', '--all'])
  await git.read(['commit', '--quiet', '-F', '-'], { env, input: HEAD_MESSAGE })
}

function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

/** Files that the replayed reviewer reads before it answers. */
export const SAMPLE_CHANGED_FILES = Object.keys(HEAD_FILES)

/** What the replayed model finds: recorded answers, so that the demo needs no key. */
export const SAMPLE_FINDINGS: readonly Finding[] = [
  {
    ruleId: 'security',
    severity: 'critical',
    confidence: 'certain',
    basis: 'grounded',
    assumptions: [],
    triage: 'real',
    title: 'SQL injection in the order lookup',
    message:
      "The order id is pasted into the SQL text. An id such as ' OR '1'='1 returns somebody else's order, and a crafted one can change data. The base version passed it as a parameter.",
    recommendation: "Pass the id as a parameter again: db.query('SELECT * FROM orders WHERE id = $1', [id]).",
    path: 'src/orders.js',
    side: 'new',
    startLine: 2,
    endLine: 2,
    quote: "  const rows = await db.query(`SELECT * FROM orders WHERE id = '${id}'`)",
    related: [],
    searches: [],
  },
  {
    ruleId: 'correctness',
    severity: 'high',
    confidence: 'certain',
    basis: 'grounded',
    assumptions: [],
    triage: 'real',
    title: 'The cart total reads past the last item',
    message:
      'The bound became inclusive, so the last round reads items[items.length], which is undefined, and .price throws a TypeError for every cart.',
    recommendation: 'Use i < items.length.',
    path: 'src/cart.js',
    side: 'new',
    startLine: 3,
    endLine: 3,
    quote: '  for (let i = 0; i <= items.length; i++) {',
    related: [],
    searches: [],
  },
  {
    ruleId: 'error-handling',
    severity: 'high',
    confidence: 'likely',
    basis: 'grounded',
    assumptions: [],
    triage: 'real',
    title: 'A failed charge is recorded as paid',
    message:
      "When gateway.charge rejects, the error is swallowed and the order is returned with status 'paid' and no receipt: goods leave without payment.",
    recommendation: 'Let the error through, or return the order with a status that says that the charge failed.',
    path: 'src/payment.js',
    side: 'new',
    startLine: 5,
    endLine: 7,
    quote: '  } catch {\n    // the gateway is flaky\n  }',
    related: [{ path: 'src/payment.js', startLine: 8, quote: "  return { ...order, status: 'paid', receipt }" }],
    searches: [],
  },
]
