import { join } from 'node:path'
import { readCheckedOut } from '../../src/host/checked-out.js'
import { openRepository } from '../../src/host/git.js'
import type { Change } from '../../src/types/change.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

const made: Checkout[] = []
afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
})

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('')

/** A topic that changes line 18 of a file, and a main branch that meanwhile put two lines on top of it. */
function diverged(): {
  readonly checkout: Checkout
  readonly base: string
  readonly head: string
  readonly main: string
} {
  const checkout = makeCheckout()
  made.push(checkout)
  const base = checkout.commit('base', { 'a.txt': lines(20), 'b.txt': 'b\n' })
  checkout.git('checkout', '-q', '-b', 'topic')
  const head = checkout.commit('change', { 'a.txt': lines(20).replace('line 17\n', 'changed\n') })
  checkout.git('checkout', '-q', 'main')
  const main = checkout.commit('meanwhile', { 'a.txt': `x\ny\n${lines(20)}` })
  return { checkout, base, head, main }
}

async function readAt(checkout: Checkout, head: string, event: 'pull request' | 'push' = 'pull request') {
  const commits = await openRepository({
    ...{ checkout: checkout.path, directory: join(checkout.root, `objects-${made.length}-${head.slice(0, 4)}`) },
    ...{ token: undefined, serverUrl: 'https://github.com' },
  })
  const change: Change = {
    mode: 'review',
    base: head,
    head,
    mergeBase: head,
    commits: [],
    pullRequest: event === 'push' ? undefined : pull,
  }
  return readCheckedOut(change, commits)
}

const author = { login: 'a', id: 1, type: 'User' }
const pull = { number: 7, title: '', body: '', headRef: 'topic', author, fork: false, draft: false }

describe('what is checked out', () => {
  it('is the merge commit of the head, with the lines that the head has there', async () => {
    const { checkout, head } = diverged()
    checkout.git('merge', '-q', '--no-ff', '-m', 'merge', head)
    const found = await readAt(checkout, head)
    expect(found?.sha).toBe(checkout.git('rev-parse', 'HEAD').trim())
    expect([1, 18, 20].map((line) => found?.lines('a.txt', line).line)).toEqual([3, 20, 22])
    expect(found?.lines('b.txt', 1)).toEqual({ path: 'b.txt', line: 1 })
  })

  it('is nothing to go by where it is the head, the base, or a merge of something else', async () => {
    const { checkout, head, main } = diverged()
    checkout.git('checkout', '-q', head)
    expect(await readAt(checkout, head)).toBeUndefined()
    checkout.git('checkout', '-q', main)
    expect(await readAt(checkout, head)).toBeUndefined()
    checkout.git('checkout', '-q', '-b', 'other', main)
    const other = checkout.commit('other', { 'c.txt': 'c\n' })
    checkout.git('checkout', '-q', 'main')
    checkout.git('merge', '-q', '--no-ff', '-m', 'merge', other)
    expect(await readAt(checkout, head)).toBeUndefined()
  })

  it('is nothing to go by without a pull request', async () => {
    const { checkout, head } = diverged()
    checkout.git('merge', '-q', '--no-ff', '-m', 'merge', head)
    expect(await readAt(checkout, head, 'push')).toBeUndefined()
  })
})
