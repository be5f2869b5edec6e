import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { join } from 'node:path'
import { ConfigurationError, GitError } from '../../src/errors.js'
import { openRepository } from '../../src/host/git.js'
import { compareProofs, takeProof } from '../../src/host/tree-proof.js'
import type { Commits } from '../../src/trigger/resolve.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

const made: Checkout[] = []
const servers: Server[] = []

afterEach(async () => {
  for (const checkout of made.splice(0)) checkout.remove()
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

function aCheckout(format: 'sha1' | 'sha256' = 'sha1'): Checkout {
  const checkout = makeCheckout(format)
  made.push(checkout)
  return checkout
}

let opened = 0

function open(checkout: Checkout, path = checkout.path): Promise<Commits> {
  opened++
  const directory = join(checkout.root, `private-${opened}`)
  return openRepository({ checkout: path, directory, token: undefined, serverUrl: 'https://github.com' })
}

async function treeOf(repository: Commits, commit: string): Promise<readonly string[]> {
  const listing = await repository.git.read(['ls-tree', '-r', '-z', commit])
  return listing
    .toString()
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.replace(/ (blob|commit) [0-9a-f]+\t/, ' '))
}

async function contentOf(repository: Commits, object: string): Promise<string> {
  return (await repository.git.read(['cat-file', 'blob', object])).toString()
}

describe('the private repository', () => {
  it.each(['sha1', 'sha256'] as const)('reads the objects of a %s checkout without copying them', async (format) => {
    const checkout = aCheckout(format)
    const head = checkout.commit('one', { 'a.txt': 'hello\n' })
    const repository = await open(checkout)
    expect(await repository.hasCommit(head)).toBe(true)
    expect(await contentOf(repository, `${head}:a.txt`)).toBe('hello\n')
    expect((await repository.git.read(['count-objects'])).toString()).toMatch(/^0 objects/)
  })

  it('knows which commits it lacks', async () => {
    const checkout = aCheckout()
    checkout.commit('one')
    const repository = await open(checkout)
    expect(await repository.hasCommit('1'.repeat(40))).toBe(false)
  })

  it('does not take a blob for a commit', async () => {
    const checkout = aCheckout()
    const head = checkout.commit('one', { 'a.txt': 'hello\n' })
    const repository = await open(checkout)
    expect(await repository.hasCommit(checkout.git('rev-parse', `${head}:a.txt`))).toBe(false)
  })

  it('opens from a sub-directory and from a linked worktree', async () => {
    const checkout = aCheckout()
    const head = checkout.commit('one', { 'deep/down/a.txt': 'hello\n' })
    const worktree = join(checkout.root, 'worktree')
    checkout.git('worktree', 'add', '-q', worktree)
    const linked = checkout.commit('on main')
    checkout.gitAt(worktree, 'commit', '-q', '--allow-empty', '-m', 'in the worktree')
    const inWorktree = checkout.gitAt(worktree, 'rev-parse', 'HEAD')
    const fromBelow = await open(checkout, join(checkout.path, 'deep/down'))
    const fromWorktree = await open(checkout, worktree)
    expect(await fromBelow.hasCommit(head)).toBe(true)
    expect(await fromBelow.resolveRef('HEAD')).toBe(linked)
    expect(await fromWorktree.resolveRef('HEAD')).toBe(inWorktree)
    expect(await fromWorktree.hasCommit(inWorktree)).toBe(true)
  })

  it('says what to do where there is no checkout', async () => {
    const checkout = aCheckout()
    const empty = join(checkout.root, 'empty')
    mkdirSync(empty)
    await expect(open(checkout, empty)).rejects.toThrow(ConfigurationError)
    await expect(open(checkout, empty)).rejects.toThrow(/is not a git checkout\. Run inside one/)
  })

  it('ends a read that prints more than it may, by name', async () => {
    const checkout = aCheckout()
    const head = checkout.commit('one', { 'big.txt': 'x'.repeat(100_000) })
    const repository = await open(checkout)
    const read = repository.git.read(['cat-file', 'blob', `${head}:big.txt`], { maxBytes: 1000 })
    await expect(read).rejects.toThrow(GitError)
    await expect(read).rejects.toThrow('more than 1000 bytes')
  })

  it('ignores replace refs, which would show another commit than the one under review', async () => {
    const checkout = aCheckout()
    const honest = checkout.commit('honest', { 'a.txt': 'honest\n' })
    const other = checkout.commit('other', { 'a.txt': 'other\n' })
    checkout.git('replace', honest, other)
    expect(checkout.git('cat-file', 'blob', `${honest}:a.txt`)).toBe('other')
    const repository = await open(checkout)
    expect(await contentOf(repository, `${honest}:a.txt`)).toBe('honest\n')
  })
})

describe('refs', () => {
  it('names commits by branch, annotated tag, remote branch, full and short id', async () => {
    const checkout = aCheckout()
    const head = checkout.commit('one')
    checkout.git('tag', '-a', 'v1', '-m', 'first')
    checkout.git('update-ref', 'refs/remotes/origin/topic', head)
    const repository = await open(checkout)
    for (const ref of ['main', 'v1', 'origin/topic', head, head.slice(0, 10), 'HEAD'])
      expect(await repository.resolveRef(ref)).toBe(head)
  })

  it.each(['nope', '--all', '-h', '', 'main..main', 'main:a.txt', ':/one'])('gives undefined for %j', async (ref) => {
    const checkout = aCheckout()
    checkout.commit('start', { 'a.txt': 'hello\n' })
    const repository = await open(checkout)
    expect(await repository.resolveRef(ref)).toBeUndefined()
  })

  it.each([
    ['refs/remotes/origin/main', ['refs/remotes/origin/main']],
    ['refs/remotes/origin/master', ['refs/remotes/origin/master']],
    ['refs/remotes/origin/main', ['refs/remotes/origin/master', 'refs/remotes/origin/main']],
    [undefined, []],
  ])('finds %s as the default branch of origin among %j', async (expected, refs) => {
    const checkout = aCheckout()
    const head = checkout.commit('one')
    for (const ref of refs) checkout.git('update-ref', ref, head)
    expect(await (await open(checkout)).originDefault()).toBe(expected)
  })
})

describe('fetching', () => {
  /** An origin with a commit that its clone does not have. */
  function behindItsOrigin(): { checkout: Checkout; url: string; missing: string } {
    const origin = aCheckout()
    origin.commit('one', { 'kept/same.txt': 'same\n', 'empty.txt': '' })
    origin.gitAt(origin.root, 'clone', '-q', origin.path, 'clone')
    const missing = origin.commit('two', { 'new.txt': 'new\n' })
    const checkout = { ...origin, path: join(origin.root, 'clone') }
    return { checkout, url: origin.path, missing }
  }

  it.each([
    ['an absolute path', (url: string) => url],
    ['a relative path', () => '../checkout'],
    ['a file URL', (url: string) => `file://${url}`],
  ])('brings a missing commit by its id from %s, and leaves the checkout as it was', async (_, toUrl) => {
    const { checkout, url, missing } = behindItsOrigin()
    checkout.gitAt(checkout.path, 'config', 'remote.origin.url', toUrl(url))
    const before = await takeProof(checkout.path)
    const repository = await open(checkout)
    expect(await repository.hasCommit(missing)).toBe(false)
    await repository.fetch([missing], ['--depth=1'])
    expect(await repository.hasCommit(missing)).toBe(true)
    expect(await contentOf(repository, `${missing}:new.txt`)).toBe('new\n')
    expect(compareProofs(before, await takeProof(checkout.path))).toEqual([])
  })

  it('fails with a GitError on one line where there is no origin', async () => {
    const checkout = aCheckout()
    checkout.commit('one')
    const repository = await open(checkout)
    await expect(repository.fetch(['main'], [])).rejects.toThrow(GitError)
    await expect(repository.fetch(['main'], [])).rejects.toThrow('no remote "origin"')
  })

  it.each([['ext::sh -c "touch MARKER"'], ['--upload-pack=touch MARKER'], ['fd::0']])(
    'runs nothing for an origin of %j',
    async (url) => {
      const checkout = aCheckout()
      checkout.commit('one')
      const marker = join(checkout.root, 'marker')
      checkout.git('config', 'remote.origin.url', url.replace('MARKER', marker))
      const repository = await open(checkout)
      await expect(repository.fetch(['main'], [])).rejects.toThrow(GitError)
      expect(existsSync(marker)).toBe(false)
    },
  )

  it('does not run the upload-pack command or follow the rewrite rules of the checkout', async () => {
    const { checkout, url, missing } = behindItsOrigin()
    const marker = join(checkout.root, 'marker')
    checkout.gitAt(checkout.path, 'config', 'remote.origin.uploadpack', `touch ${marker}; git-upload-pack`)
    checkout.gitAt(checkout.path, 'config', 'url./nowhere/.insteadOf', url)
    const repository = await open(checkout)
    await repository.fetch([missing], ['--depth=1'])
    expect(await repository.hasCommit(missing)).toBe(true)
    expect(existsSync(marker)).toBe(false)
  })
})

describe('the token', () => {
  interface Listener {
    readonly url: string
    readonly seen: readonly IncomingHttpHeaders[]
  }

  async function listen(redirectTo?: string): Promise<Listener> {
    const seen: IncomingHttpHeaders[] = []
    const server = createServer((request, response) => {
      seen.push(request.headers)
      if (redirectTo === undefined) response.writeHead(404).end()
      else response.writeHead(302, { location: `${redirectTo}${request.url}` }).end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('not listening')
    return { url: `http://127.0.0.1:${address.port}`, seen }
  }

  async function fetchWith(origin: string, serverUrl: string): Promise<void> {
    const checkout = aCheckout()
    checkout.commit('one')
    checkout.git('config', 'remote.origin.url', `${origin}/owner/name`)
    const directory = join(checkout.root, 'private')
    const repository = await openRepository({ checkout: checkout.path, directory, token: 'ghs_secret', serverUrl })
    await expect(repository.fetch(['1'.repeat(40)], ['--depth=1'])).rejects.toThrow(GitError)
  }

  const expected = `basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`

  it('goes to the server that it belongs to, as a basic authorization header', async () => {
    const server = await listen()
    await fetchWith(server.url, `${server.url}/`)
    expect(server.seen[0]?.authorization).toBe(expected)
  })

  it('goes to no other server', async () => {
    const server = await listen()
    await fetchWith(server.url, 'https://github.com')
    await fetchWith(server.url, server.url.slice(0, -1))
    expect(server.seen.length).toBeGreaterThanOrEqual(2)
    expect(server.seen.filter((headers) => headers.authorization !== undefined)).toEqual([])
  })

  it('does not follow a redirect to another server', async () => {
    const thief = await listen()
    const server = await listen(thief.url.replace('127.0.0.1', 'localhost'))
    await fetchWith(server.url, server.url)
    expect(server.seen[0]?.authorization).toBe(expected)
    expect(thief.seen.filter((headers) => headers.authorization !== undefined)).toEqual([])
  })
})

describe('local work as a commit', () => {
  /** Staged, unstaged, untracked, ignored, deleted, renamed, executable and linked files. */
  function aBusyCheckout(): Checkout {
    const checkout = aCheckout()
    checkout.commit('base', {
      'deep/kept.txt': 'kept below\n',
      '.gitignore': 'ignored.txt\n',
      'kept.txt': 'kept\n',
      'gone.txt': 'gone\n',
      'old-name.txt': 'renamed\n',
      'both.txt': 'base\n',
    })
    checkout.git('mv', 'old-name.txt', 'new-name.txt')
    checkout.write('both.txt', 'staged\n')
    checkout.git('add', 'both.txt')
    checkout.write('both.txt', 'working\n')
    rmSync(join(checkout.path, 'gone.txt'))
    checkout.write('untracked.txt', 'untracked\n')
    checkout.write('ignored.txt', 'ignored\n')
    checkout.write('run.sh', '#!/bin/sh\n')
    chmodSync(join(checkout.path, 'run.sh'), 0o755)
    symlinkSync('kept.txt', join(checkout.path, 'link'))
    return checkout
  }

  it('takes the index as it is for staged work', async () => {
    const checkout = aBusyCheckout()
    const repository = await open(checkout)
    const commit = await repository.commitOf('index')
    expect(await treeOf(repository, commit)).toEqual([
      '100644 .gitignore',
      '100644 both.txt',
      '100644 deep/kept.txt',
      '100644 gone.txt',
      '100644 kept.txt',
      '100644 new-name.txt',
    ])
    expect(await contentOf(repository, `${commit}:both.txt`)).toBe('staged\n')
  })

  it('takes untracked files, modes, links, deletions and renames of the working tree, and leaves out what is ignored', async () => {
    const checkout = aBusyCheckout()
    const repository = await open(checkout)
    const commit = await repository.commitOf('working-tree')
    expect(await treeOf(repository, commit)).toEqual([
      '100644 .gitignore',
      '100644 both.txt',
      '100644 deep/kept.txt',
      '100644 kept.txt',
      '120000 link',
      '100644 new-name.txt',
      '100755 run.sh',
      '100644 untracked.txt',
    ])
    expect(await contentOf(repository, `${commit}:both.txt`)).toBe('working\n')
    expect(await contentOf(repository, `${commit}:link`)).toBe('kept.txt')
  })

  it('takes the whole working tree when asked from a sub-directory', async () => {
    const checkout = aCheckout()
    checkout.commit('base', { 'a.txt': 'a\n', 'deep/b.txt': 'b\n' })
    checkout.write('c.txt', 'c\n')
    const repository = await open(checkout, join(checkout.path, 'deep'))
    const commit = await repository.commitOf('working-tree')
    expect(await treeOf(repository, commit)).toEqual(['100644 a.txt', '100644 c.txt', '100644 deep/b.txt'])
    const index = await repository.commitOf('index')
    expect(await treeOf(repository, index)).toEqual(['100644 a.txt', '100644 deep/b.txt'])
  })

  it('leaves out what info/exclude and core.excludesFile of the user name', async () => {
    const checkout = aCheckout()
    checkout.commit('base', { 'a.txt': 'a\n' })
    checkout.write('.git/info/exclude', 'by-exclude.txt')
    writeFileSync(join(checkout.root, 'excludes'), 'by-config.txt\n')
    checkout.git('config', 'core.excludesFile', join(checkout.root, 'excludes'))
    for (const name of ['by-exclude.txt', 'by-config.txt', 'seen.txt']) checkout.write(name, 'text\n')
    const repository = await open(checkout)
    const tree = await treeOf(repository, await repository.commitOf('working-tree'))
    expect(tree).toEqual(['100644 a.txt', '100644 seen.txt'])
  })

  it.each(['index', 'working-tree'] as const)(
    'stands on HEAD, is repeatable, and leaves the checkout as it was (%s)',
    async (what) => {
      const checkout = aBusyCheckout()
      const before = await takeProof(checkout.path)
      const repository = await open(checkout)
      const commit = await repository.commitOf(what)
      expect((await repository.git.read(['rev-parse', `${commit}^`])).toString().trim()).toBe(
        checkout.git('rev-parse', 'HEAD'),
      )
      expect(await (await open(checkout)).commitOf(what)).toBe(commit)
      expect(compareProofs(before, await takeProof(checkout.path))).toEqual([])
    },
  )

  it.each(['index', 'working-tree'] as const)('refuses an index with unmerged paths (%s)', async (what) => {
    const checkout = aCheckout()
    checkout.commit('base', { 'a.txt': 'base\n' })
    checkout.git('checkout', '-q', '-b', 'side')
    checkout.commit('side', { 'a.txt': 'side\n' })
    checkout.git('checkout', '-q', 'main')
    checkout.commit('main', { 'a.txt': 'main\n' })
    expect(() => checkout.git('merge', 'side')).toThrow()
    const repository = await open(checkout)
    await expect(repository.commitOf(what)).rejects.toThrow(ConfigurationError)
    await expect(repository.commitOf(what)).rejects.toThrow(/unmerged paths/)
  })

  it('refuses a checkout without a commit', async () => {
    const checkout = aCheckout()
    checkout.write('a.txt', 'a\n')
    const repository = await open(checkout)
    await expect(repository.commitOf('index')).rejects.toThrow(/no commit yet/)
  })

  it('works in a sha256 checkout and in a linked worktree', async () => {
    const checkout = aCheckout('sha256')
    checkout.commit('base', { 'a.txt': 'a\n' })
    const worktree = join(checkout.root, 'worktree')
    checkout.git('worktree', 'add', '-q', worktree)
    writeFileSync(join(worktree, 'b.txt'), 'b\n')
    const repository = await open(checkout, worktree)
    const commit = await repository.commitOf('working-tree')
    expect(commit).toMatch(/^[0-9a-f]{64}$/)
    expect(await treeOf(repository, commit)).toEqual(['100644 a.txt', '100644 b.txt'])
  })
})

describe('a hostile checkout', () => {
  /** Every setting that makes git run a program, each of which would leave a marker. */
  function trap(checkout: Checkout): string {
    const marker = join(checkout.root, 'marker')
    const script = join(checkout.root, 'trap.sh')
    writeFileSync(script, `#!/bin/sh\ntouch ${marker}\ncat\n`)
    chmodSync(script, 0o755)
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'core.sshCommand',
      'core.askPass',
      'core.gitProxy',
    ])
      checkout.git('config', name, script)
    for (const name of [
      'pager.log',
      'pager.diff',
      'diff.external',
      'gpg.program',
      'credential.helper',
      'core.alternateRefsCommand',
    ])
      checkout.git('config', name, script)
    checkout.git('config', 'filter.trap.clean', script)
    checkout.git('config', 'filter.trap.smudge', script)
    checkout.git('config', 'filter.trap.process', script)
    checkout.git('config', 'diff.trap.textconv', script)
    checkout.git('config', 'diff.trap.command', script)
    checkout.git('config', 'merge.trap.driver', script)
    checkout.git('config', 'log.showSignature', 'true')
    const hooks = join(checkout.root, 'hooks')
    mkdirSync(hooks)
    for (const hook of [
      'post-index-change',
      'pre-commit',
      'post-checkout',
      'reference-transaction',
      'fsmonitor-watchman',
    ])
      writeFileSync(join(hooks, hook), readFileSync(script), { mode: 0o755 })
    checkout.git('config', 'core.hooksPath', hooks)
    rmSync(marker, { force: true })
    return marker
  }

  it('gets none of its programs run', async () => {
    const checkout = aCheckout()
    const base = checkout.commit('base', { 'a.txt': 'a\n' })
    const head = checkout.commit('head', { '.gitattributes': '* filter=trap diff=trap merge=trap\n', 'a.txt': 'b\n' })
    checkout.git('config', 'remote.origin.url', checkout.path)
    const marker = trap(checkout)
    checkout.write('a.txt', 'working\n')
    checkout.write('untracked.txt', 'untracked\n')
    const repository = await open(checkout)
    await repository.resolveRef('main')
    await repository.originDefault()
    const commit = await repository.commitOf('working-tree')
    await repository.commitOf('index')
    await repository.fetch([head], ['--depth=1'])
    await repository.git.read(['diff', '-p', base, commit])
    await repository.git.read(['log', '-p', head])
    expect(existsSync(marker)).toBe(false)
    expect(await contentOf(repository, `${commit}:a.txt`)).toBe('working\n')
  })
})
