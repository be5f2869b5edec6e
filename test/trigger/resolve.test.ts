import { join } from 'node:path'
import { ConfigurationError, GitError } from '../../src/errors.js'
import { openRepository } from '../../src/host/git.js'
import { compareProofs, takeProof } from '../../src/host/tree-proof.js'
import { type Commits, type ResolveRequest, resolveChange } from '../../src/trigger/resolve.js'
import { type Checkout, makeCheckout } from './checkout.js'

const made: Checkout[] = []

afterEach(() => {
  for (const checkout of made.splice(0)) checkout.remove()
})

function aCheckout(): Checkout {
  const checkout = makeCheckout()
  made.push(checkout)
  return checkout
}

let opened = 0

function open(checkout: Checkout, path = checkout.path): Promise<Commits> {
  opened++
  const directory = join(checkout.root, `private-${opened}`)
  return openRepository({ checkout: path, directory, token: undefined, serverUrl: 'https://github.com' })
}

function byName(base: string, head: string): ResolveRequest {
  return {
    mode: 'review',
    base: { kind: 'ref', ref: base, input: 'base-ref' },
    head: { kind: 'ref', ref: head, input: 'head-ref' },
    pullRequest: undefined,
  }
}

function byCommit(base: string, head: string, fetchRef?: string): ResolveRequest {
  return {
    mode: 'review',
    base: { kind: 'commit', sha: base, fetchRef: undefined },
    head: { kind: 'commit', sha: head, fetchRef },
    pullRequest: undefined,
  }
}

/** main and topic, two commits apart on each side. */
function aFork(): { checkout: Checkout; root: string; base: string; head: string } {
  const checkout = aCheckout()
  const root = checkout.commit('root', { 'a.txt': 'a\n' })
  checkout.git('checkout', '-q', '-b', 'topic')
  checkout.commit('first of topic\n\nwith a body', { 'b.txt': 'b\n' })
  const head = checkout.commit('second of topic', { 'c.txt': 'c\n' })
  checkout.git('checkout', '-q', 'main')
  const base = checkout.commit('on main', { 'd.txt': 'd\n' })
  return { checkout, root, base, head }
}

/** A clone of the last commit alone, as actions/checkout makes it. */
function shallowClone(origin: Checkout, branch: string): string {
  origin.gitAt(origin.root, 'clone', '-q', '--depth=1', '--branch', branch, `file://${origin.path}`, 'shallow')
  return join(origin.root, 'shallow')
}

describe('resolveChange in a full clone', () => {
  it('finds base, head, merge base and the commits of the change alone, newest first', async () => {
    const { checkout, root, base, head } = aFork()
    const change = await resolveChange(byName('main', 'topic'), await open(checkout))
    expect(change).toMatchObject({ base, head, mergeBase: root })
    expect(change.commits.map(({ message }) => message.trim())).toEqual([
      'second of topic',
      'first of topic\n\nwith a body',
    ])
    expect(change.commits[0]).toMatchObject({ sha: head, authorName: 'Ada', authorEmail: 'ada@example.test' })
  })

  it('falls back to the branch of origin where no local one has the name', async () => {
    const { checkout, base, head } = aFork()
    checkout.git('update-ref', 'refs/remotes/origin/release', base)
    const change = await resolveChange(byName('release', 'topic'), await open(checkout))
    expect(change).toMatchObject({ base, head })
  })

  it('takes the default branch of origin where no base is named', async () => {
    const { checkout, base } = aFork()
    checkout.git('update-ref', 'refs/remotes/origin/main', base)
    const request = { ...byName('', 'topic'), base: { kind: 'origin-default' } } as const
    expect((await resolveChange(request, await open(checkout))).base).toBe(base)
  })

  it('asks for a base where origin has no known default branch', async () => {
    const { checkout } = aFork()
    const request = { ...byName('', 'topic'), base: { kind: 'origin-default' } } as const
    await expect(resolveChange(request, await open(checkout))).rejects.toThrow(/base-ref is not set.*--base-ref main/)
  })

  it('reviews local work on top of HEAD', async () => {
    const { checkout, base } = aFork()
    checkout.write('new.txt', 'new\n')
    const request = { ...byName('HEAD', ''), head: { kind: 'local', what: 'working-tree' } } as const
    const change = await resolveChange(request, await open(checkout))
    expect(change).toMatchObject({ base, mergeBase: base })
    expect(change.head).not.toBe(base)
  })

  it('brings a branch that only origin has', async () => {
    const { checkout, base } = aFork()
    checkout.gitAt(checkout.root, 'clone', '-q', checkout.path, 'clone')
    checkout.git('branch', 'later', 'topic')
    const change = await resolveChange(byName('main', 'later'), await open(checkout, join(checkout.root, 'clone')))
    expect(change.base).toBe(base)
    expect(change.head).toBe(checkout.git('rev-parse', 'later'))
  })

  it.each(['nope', '--upload-pack=x', 'a\nb', '+main:refs/heads/x', 'main:main'])(
    'refuses the ref %j on one line, naming the input',
    async (ref) => {
      const { checkout } = aFork()
      const commits = await open(checkout)
      const attempt = resolveChange(byName(ref, 'topic'), commits)
      await expect(attempt).rejects.toThrow(ConfigurationError)
      await expect(attempt).rejects.toThrow(/^base-ref: "[^\n]*" names no commit here or at origin\..*$/)
    },
  )

  it('says so where the two have no common ancestor', async () => {
    const { checkout } = aFork()
    checkout.git('checkout', '-q', '--orphan', 'alien')
    checkout.commit('alien')
    await expect(resolveChange(byName('main', 'alien'), await open(checkout))).rejects.toThrow(/no common ancestor/)
  })
})

describe('resolveChange in a shallow clone', () => {
  it('fetches the base and deepens in private up to the merge base', async () => {
    const { checkout, root, base, head } = aFork()
    const path = shallowClone(checkout, 'topic')
    const before = await takeProof(path)
    const change = await resolveChange(byCommit(base, head), await open(checkout, path))
    expect(change).toMatchObject({ base, head, mergeBase: root })
    expect(compareProofs(before, await takeProof(path))).toEqual([])
  })

  it('does not take a far merge base for certain while a nearer one hides behind the cut', async () => {
    const checkout = aCheckout()
    checkout.commit('root')
    // The nearer merge base lies 60 commits down a branch that both sides merged; the cut at depth 50 hides it.
    checkout.git('checkout', '-q', '-b', 'side')
    const nearer = checkout.commit('shared')
    for (const [branch, label] of [
      ['left', 'l'],
      ['right', 'r'],
    ] as const) {
      checkout.git('checkout', '-q', '-b', `${branch}-long`, 'side')
      for (let i = 0; i < 60; i++) checkout.git('commit', '-q', '--allow-empty', '-m', `${label}${i}`)
      checkout.git('checkout', '-q', '-b', branch, 'main')
      checkout.git('merge', '-q', '--no-ff', '-m', `merge ${label}`, `${branch}-long`)
    }
    const [base, head] = [checkout.git('rev-parse', 'left'), checkout.git('rev-parse', 'right')]
    const path = shallowClone(checkout, 'right')
    const change = await resolveChange(byCommit(base, head), await open(checkout, path))
    expect(change.mergeBase).toBe(nearer)
    expect(change.mergeBase).toBe(checkout.git('merge-base', base, head))
  })

  it('fetches a head by its ref where the server does not give it by id', async () => {
    const { base, head } = aFork()
    const asked: string[][] = []
    let present = false
    const commits = inMemory({
      hasCommit: async (sha) => sha === base || present,
      fetch: async (refspecs) => {
        asked.push([...refspecs])
        if (refspecs[0] === head) throw new GitError('not our ref')
        present = true
      },
    })
    expect((await resolveChange(byCommit(base, head, 'refs/pull/5/head'), commits)).head).toBe(head)
    expect(asked).toEqual([[head], ['refs/pull/5/head']])
  })

  it('tells what to change where the commit cannot be had', async () => {
    const commits = inMemory({
      hasCommit: async () => false,
      fetch: async () => {
        throw new GitError('could not read\u001b[31m Username')
      },
    })
    const attempt = resolveChange(byCommit('b'.repeat(40), 'a'.repeat(40)), commits)
    await expect(attempt).rejects.toThrow(ConfigurationError)
    await expect(attempt).rejects.toThrow(
      /could not be fetched from origin \(could not read \[31m Username\)\. Set fetch-depth: 0/,
    )
  })

  it('gives up on a history that cannot be deepened, having tried the whole of it', async () => {
    const steps: string[] = []
    const commits = inMemory({
      mergeBase: undefined,
      shallowBoundary: () => ['a'.repeat(40)],
      fetch: async (_, [step = '']) => {
        steps.push(step)
        throw new GitError('offline')
      },
    })
    const attempt = resolveChange(byCommit('b'.repeat(40), 'a'.repeat(40)), commits)
    await expect(attempt).rejects.toThrow(/history is shallow and could not be deepened.*\(offline\).*fetch-depth: 0/)
    expect(steps).toContain('--unshallow')
  })
})

describe('the name of the base branch', () => {
  it.each([
    ['main', 'main'],
    ['refs/heads/main', 'main'],
    ['release/1', 'release/1'],
    ['origin/release/1', 'release/1'],
    ['refs/remotes/origin/release/1', 'release/1'],
    ['v1', undefined],
    ['both', undefined],
    ['HEAD', undefined],
    ['main~0', undefined],
    ['main@{0}', undefined],
    ['origin/HEAD', undefined],
  ])('of base-ref %s is %s', async (ref, branch) => {
    const { checkout, base } = aFork()
    checkout.git('update-ref', 'refs/remotes/origin/release/1', base)
    checkout.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/1')
    checkout.git('tag', 'v1', base)
    checkout.git('tag', 'both', base)
    checkout.git('branch', 'both', base)
    expect((await resolveChange(byName(ref, 'topic'), await open(checkout))).baseBranch).toBe(branch)
  })

  it('is known of a branch that only origin has, and not of a tag', async () => {
    const { checkout } = aFork()
    checkout.gitAt(checkout.root, 'clone', '-q', checkout.path, 'clone')
    checkout.git('branch', 'later', 'main')
    checkout.git('tag', 'v2', 'main')
    const commits = await open(checkout, join(checkout.root, 'clone'))
    checkout.gitAt(join(checkout.root, 'clone'), 'fetch', '-q', 'origin', 'topic:topic')
    expect((await resolveChange(byName('later', 'topic'), commits)).baseBranch).toBe('later')
    expect((await resolveChange(byName('v2', 'topic'), commits)).baseBranch).toBeUndefined()
  })

  it('is what the event says where the base is a commit, and what base-ref names before that', async () => {
    const { checkout, base, head } = aFork()
    const commits = await open(checkout)
    const event = { baseBranch: 'release/2' }
    expect((await resolveChange({ ...byCommit(base, head), ...event }, commits)).baseBranch).toBe('release/2')
    expect((await resolveChange({ ...byName(base, 'topic'), ...event }, commits)).baseBranch).toBe('release/2')
    expect((await resolveChange({ ...byName('main', 'topic'), ...event }, commits)).baseBranch).toBe('main')
    expect((await resolveChange(byCommit(base, head), commits)).baseBranch).toBeUndefined()
  })

  it('is that of the default branch of origin where no base is named', async () => {
    const { checkout, base } = aFork()
    checkout.git('update-ref', 'refs/remotes/origin/main', base)
    const request = { ...byName('', 'topic'), base: { kind: 'origin-default' } } as const
    expect((await resolveChange(request, await open(checkout))).baseBranch).toBe('main')
  })
})

describe('a push', () => {
  it('is reviewed since where the branch stood, while policy is read from the base', async () => {
    const { checkout, base, head } = aFork()
    const since = checkout.git('rev-parse', 'topic~1')
    const change = await resolveChange({ ...byCommit(base, head), since }, await open(checkout))
    expect(change).toMatchObject({ base, head, mergeBase: since })
    expect(change.commits.map(({ message }) => message.trim())).toEqual(['second of topic'])
  })

  it('after a force-push is reviewed since it left what stood there before', async () => {
    const { checkout, base, head, root } = aFork()
    checkout.git('checkout', '-q', '-b', 'before', root)
    const since = checkout.commit('was pushed over', { 'z.txt': 'z\n' })
    const change = await resolveChange({ ...byCommit(base, head), since }, await open(checkout))
    expect(change).toMatchObject({ base, head, mergeBase: root })
    expect(change.commits).toHaveLength(2)
  })

  it('is reviewed as a whole where origin no longer has what stood there before', async () => {
    const { checkout, base, head, root } = aFork()
    const change = await resolveChange({ ...byCommit(base, head), since: 'd'.repeat(40) }, await open(checkout))
    expect(change).toMatchObject({ base, head, mergeBase: root })
  })
})

/** Commits of which a test overrides what it is about; the merge base is found at once and no commit is read. */
function inMemory(overrides: Partial<Commits> & { readonly mergeBase?: string | undefined }): Commits {
  const mergeBase = 'mergeBase' in overrides ? overrides.mergeBase : 'e'.repeat(40)
  return {
    git: {
      read: async ([command]) => {
        if (command === 'merge-base' && mergeBase === undefined) throw new GitError('exit code 1')
        return Buffer.from(command === 'merge-base' ? `${mergeBase}\n` : '')
      },
    },
    resolveRef: async () => undefined,
    hasCommit: async () => true,
    fetch: async () => {},
    shallowBoundary: () => [],
    commitOf: async () => 'd'.repeat(40),
    originDefault: async () => undefined,
    ...overrides,
  }
}
