import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Git } from '../../src/host/host.js'
import { isAgentConfig } from '../../src/snapshot/agent-config.js'
import { materialize } from '../../src/snapshot/materialize.js'
import { parseTreeEntries } from '../../src/snapshot/tree-entries.js'

type Entry = string | { readonly symlink: string } | { readonly gitlink: string }
type Row = readonly [path: string | Buffer, entry: Entry]

const root = mkdtempSync(join(tmpdir(), 'materialize-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
const fresh = () => {
  count += 1
  return join(root, `${count}`)
}

const env = { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }

function gitAt(repository: string): Git {
  return {
    read: async (args, { input = '', maxBytes = 1 << 28 } = {}) =>
      execFileSync('git', [`--git-dir=${repository}`, ...args], {
        input,
        env,
        maxBuffer: maxBytes,
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
  }
}

async function emptyRepository(): Promise<Git> {
  const repository = fresh()
  execFileSync('git', ['init', '--quiet', '--bare', repository], { env })
  return gitAt(repository)
}

async function blob(git: Git, text: string): Promise<string> {
  return (await git.read(['hash-object', '-w', '--stdin'], { input: text })).toString().trim()
}

async function tree(
  git: Git,
  rows: readonly { mode: string; type: string; id: string; name: Buffer }[],
): Promise<string> {
  const lines = rows.map(({ mode, type, id, name }) =>
    Buffer.concat([Buffer.from(`${mode} ${type} ${id}\t`), name, Buffer.from([0])]),
  )
  return (await git.read(['mktree', '-z', '--missing'], { input: Buffer.concat(lines) })).toString().trim()
}

/** Builds nested trees by hand, since no index accepts the paths that matter here. */
async function treeOf(git: Git, rows: readonly Row[]): Promise<string> {
  const below = new Map<string, Row[]>()
  const own: { mode: string; type: string; id: string; name: Buffer }[] = []
  for (const [path, entry] of rows) {
    const bytes = Buffer.from(path)
    const slash = bytes.indexOf(47)
    if (slash !== -1) {
      const name = bytes.toString('latin1', 0, slash)
      below.set(name, [...(below.get(name) ?? []), [bytes.subarray(slash + 1), entry]])
    } else if (typeof entry === 'string') {
      own.push({ mode: '100644', type: 'blob', id: await blob(git, entry), name: bytes })
    } else if ('symlink' in entry) {
      own.push({ mode: '120000', type: 'blob', id: await blob(git, entry.symlink), name: bytes })
    } else {
      own.push({ mode: '160000', type: 'commit', id: entry.gitlink, name: bytes })
    }
  }
  for (const [name, inner] of below) {
    own.push({ mode: '040000', type: 'tree', id: await treeOf(git, inner), name: Buffer.from(name, 'latin1') })
  }
  return tree(git, own)
}

async function commitOf(git: Git, rows: readonly Row[]): Promise<string> {
  const id = await treeOf(git, rows)
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
  return (await git.read([...who, 'commit-tree', id, '-m', 'head'])).toString().trim()
}

async function snapshotOf(rows: readonly Row[], options = {}) {
  const git = await emptyRepository()
  const directory = fresh()
  const snapshot = await materialize(git, await commitOf(git, rows), directory, options)
  return { snapshot, directory, files: listFiles(directory) }
}

/** Every path below the directory; fails on anything that is neither a file nor a directory. */
function listFiles(directory: string, prefix = ''): readonly string[] {
  return readdirSync(directory)
    .toSorted()
    .flatMap((name) => {
      const stat = lstatSync(join(directory, name))
      if (stat.isDirectory()) return listFiles(join(directory, name), `${prefix}${name}/`)
      expect(stat.isFile()).toBe(true)
      return [`${prefix}${name}`]
    })
}

const plain: readonly Row[] = [
  ['README.md', '# demo\n'],
  ['src/app.js', 'export function add(a, b) {\n  return a + b;\n}\n'],
]

describe('materialize', () => {
  it('writes the blobs of the commit byte for byte, read-only, for every user', async () => {
    const bytes = 'crlf\r\nno newline, NUL \u0000 and ü'
    const { snapshot, directory, files } = await snapshotOf([...plain, ['data/odd.bin', bytes]])
    expect(files).toEqual(['README.md', 'data/odd.bin', 'src/app.js'])
    expect(readFileSync(join(directory, 'data/odd.bin'), 'utf8')).toBe(bytes)
    expect(lstatSync(join(directory, 'src/app.js')).mode & 0o777).toBe(0o444)
    expect(lstatSync(join(directory, 'src')).mode & 0o777).toBe(0o755)
    expect(lstatSync(directory).mode & 0o777).toBe(0o755)
    expect(snapshot).toEqual({ directory, fileCount: 3, neutralised: [], skipped: [] })
  })

  it('gives the same modes under a strict umask', async () => {
    const before = process.umask(0o077)
    const { directory } = await snapshotOf(plain).finally(() => process.umask(before))
    expect(lstatSync(join(directory, 'src/app.js')).mode & 0o777).toBe(0o444)
    expect(lstatSync(join(directory, 'src')).mode & 0o777).toBe(0o755)
  })

  it('makes an empty directory of an empty tree', async () => {
    const { snapshot, files } = await snapshotOf([])
    expect(files).toEqual([])
    expect(snapshot.fileCount).toBe(0)
  })

  it('refuses a directory that exists', async () => {
    const git = await emptyRepository()
    const directory = fresh()
    mkdirSync(directory)
    writeFileSync(join(directory, 'mine'), 'x')
    await expect(materialize(git, await commitOf(git, plain), directory)).rejects.toThrow(/exists already/)
    expect(listFiles(directory)).toEqual(['mine'])
  })

  it('D03: renames the configuration of Codex away and keeps it readable', async () => {
    const { snapshot, directory, files } = await snapshotOf([
      ...plain,
      ['.env', 'CODEX_HOME=./.codex\n'],
      ['.codex/config.toml', 'model_provider = "evil"\n'],
      ['.codex/rules/default.rules', 'prefix_rule()\n'],
    ])
    expect(files).toEqual([
      'README.md',
      '__untrusted_config__/_.codex/config.toml.txt',
      '__untrusted_config__/_.codex/rules/default.rules.txt',
      '__untrusted_config__/_.env.txt',
      'src/app.js',
    ])
    expect(readFileSync(join(directory, '__untrusted_config__/_.env.txt'), 'utf8')).toBe('CODEX_HOME=./.codex\n')
    expect(snapshot.neutralised).toContainEqual({
      path: '.codex/config.toml',
      snapshotPath: '__untrusted_config__/_.codex/config.toml.txt',
      reason: 'agent-config',
      target: undefined,
    })
  })

  it('D04: leaves no instruction file live at any depth', async () => {
    const hostile = [
      'AGENTS.md',
      'AGENTS.override.md',
      'src/CLAUDE.md',
      'src/AGENTS.md',
      'CLAUDE.local.md',
      'GEMINI.md',
      '.github/copilot-instructions.md',
      '.claude/rules/r.md',
      '.claude/skills/x/SKILL.md',
      '.claude/agents/e.md',
    ]
    const { snapshot, files } = await snapshotOf([...plain, ...hostile.map((path): Row => [path, `CANARY ${path}\n`])])
    expect(files.filter(isAgentConfig)).toEqual([])
    expect(snapshot.neutralised.map(({ path }) => path).toSorted()).toEqual(hostile.toSorted())
    expect(snapshot.neutralised.every(({ reason }) => reason === 'agent-config')).toBe(true)
  })

  it('D05: turns links into text and names their targets', async () => {
    const links = {
      'docs/notes.md': '/proc/self/environ',
      cfg: '/',
      up: '../../../../../../etc/passwd',
      'src/dir': '/ms-outside',
      'CLAUDE.md': '/ms-outside/canary.txt',
    }
    const rows = Object.entries(links).map(([path, symlink]): Row => [path, { symlink }])
    const { snapshot, directory, files } = await snapshotOf([...plain, ...rows])
    expect(files).toContain('__untrusted_config__/CLAUDE.md.txt')
    expect(readFileSync(join(directory, 'cfg'), 'utf8')).toBe('/')
    expect(Object.fromEntries(snapshot.neutralised.map(({ path, target }) => [path, target]))).toEqual(links)
    expect(snapshot.neutralised.every(({ reason }) => reason === 'symlink')).toBe(true)
  })

  it('D06: leaves no embedded repository that git takes for one', async () => {
    const { directory, files } = await snapshotOf([
      ...plain,
      ['vendor/r/HEAD', 'ref: refs/heads/main\n'],
      ['vendor/r/config', '[core]\n\tfsmonitor = "touch /ms-mark/fsmonitor; false"\n'],
      ['vendor/r/objects/.keep', ''],
      ['vendor/r/refs/.keep', ''],
      ['vendor/r/hooks/post-index-change', '#!/bin/sh\n'],
      ['vendor/w/HEAD', 'ref: refs/heads/main\n'],
      ['vendor/w/commondir', '../r\n'],
      ['app/head/config', 'not a repository\n'],
    ])
    expect(files).not.toContain('vendor/r/HEAD')
    expect(files).not.toContain('vendor/w/HEAD')
    expect(files).toContain('__untrusted_config__/vendor/r/config.txt')
    expect(files).toContain('app/head/config')
    const inside = () =>
      execFileSync('git', ['rev-parse', '--git-dir'], { cwd: join(directory, 'vendor/r'), env, stdio: 'pipe' })
    expect(inside).toThrow(/not a git repository/)
  })

  it('writes odd and hostile paths under numbered names, inside the snapshot only', async () => {
    const rows: readonly Row[] = [
      ['.GIT/config', '1'],
      ['.git\u200b/hooks/x', '2'],
      ['git~1/config', '3'],
      ['a\\b', '4'],
      ['tab\there', '5'],
      [Buffer.from([0x6e, 0xff, 0x6f]), '6'],
      ['ends.', '7'],
      ['__untrusted_paths__/1.txt', '8'],
      ['__untrusted_config__', '9'],
    ]
    const { snapshot, directory, files } = await snapshotOf([['ok.txt', 'ok'], ...rows])
    expect(files).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `__untrusted_paths__/${index + 1}.txt`),
      'ok.txt',
    ])
    expect(snapshot.neutralised.every(({ reason }) => reason === 'unsafe-path')).toBe(true)
    const bytes = snapshot.neutralised.find(({ path }) => path === 'n\\xffo')
    expect(readFileSync(join(directory, bytes?.snapshotPath ?? ''), 'utf8')).toBe('6')
  })

  it('stays inside when a tree holds dot-dot as a name', async () => {
    const git = await emptyRepository()
    const file = await blob(git, 'escaped')
    const dots = await rawTree(git, [{ mode: '100644', id: file, name: 'evil' }])
    const outer = await rawTree(git, [{ mode: '40000', id: dots, name: '..' }])
    const directory = fresh()
    const snapshot = await materialize(git, outer, directory)
    expect(snapshot.neutralised).toEqual([
      { path: '../evil', snapshotPath: '__untrusted_paths__/1.txt', reason: 'unsafe-path', target: undefined },
    ])
    expect(existsSync(join(root, 'evil'))).toBe(false)
  })

  it('keeps paths apart that differ only in case, and a file from a directory of its name', async () => {
    const { snapshot, directory, files } = await snapshotOf([
      ['Makefile', 'upper'],
      ['makefile', 'lower'],
      ['MAKEFILE', 'all'],
      ['Straße', 'a'],
      ['strasse', 'b'],
      ['lib', 'a file'],
      ['LIB/inner.txt', 'below a directory'],
    ])
    expect(new Set(files.map((path) => path.toLowerCase())).size).toBe(7)
    const contents = files.map((path) => readFileSync(join(directory, path), 'utf8')).toSorted()
    expect(contents).toEqual(['a', 'a file', 'all', 'b', 'below a directory', 'lower', 'upper'])
    expect(snapshot.neutralised).toHaveLength(4)
    expect(snapshot.neutralised.every(({ reason }) => reason === 'case-collision')).toBe(true)
  })

  it('keeps both entries of a tree that names one path twice', async () => {
    const git = await emptyRepository()
    const [a, b] = [await blob(git, 'first'), await blob(git, 'second')]
    const twice = await rawTree(git, [
      { mode: '100644', id: a, name: 'same' },
      { mode: '100644', id: b, name: 'same' },
    ])
    const directory = fresh()
    await materialize(git, twice, directory)
    const contents = listFiles(directory).map((path) => readFileSync(join(directory, path), 'utf8'))
    expect(contents.toSorted()).toEqual(['first', 'second'])
  })

  it('finds a place for a neutralised name that is too long with its new ending', async () => {
    const long = `${'x'.repeat(252)}/.env`
    const { files } = await snapshotOf([
      [long, '1'],
      [`.claude/${'y'.repeat(255)}`, '2'],
    ])
    expect(files).toContain('__untrusted_paths__/1.txt')
    expect(files).toHaveLength(2)
  })

  it('skips submodules, large files and what is over the cap, each with its reason', async () => {
    const { snapshot, files } = await snapshotOf(
      [
        ['a.txt', '12345'],
        ['b-large.txt', 'x'.repeat(50)],
        ['c.txt', '12345'],
        ['d-no-room.txt', '12345'],
        ['mod', { gitlink: '1'.repeat(40) }],
      ],
      { maxFileBytes: 40, maxTotalBytes: 12 },
    )
    expect(files).toEqual(['a.txt', 'c.txt'])
    expect(snapshot.skipped).toEqual([
      { path: 'b-large.txt', reason: 'too large (50 bytes, at most 40)' },
      { path: 'd-no-room.txt', reason: 'no space left of the cap for the whole snapshot' },
      { path: 'mod', reason: `submodule at ${'1'.repeat(40)}` },
    ])
  })

  it('reads in several batches without mixing contents up', async () => {
    const rows = Array.from({ length: 25 }, (_, index): Row => [`f${index}.txt`, `${index}`.repeat(index)])
    const { directory } = await snapshotOf(rows, { maxBatchBytes: 30 })
    for (const [path, content] of rows) expect(readFileSync(join(directory, `${path}`), 'utf8')).toBe(content)
  })

  it('fails when git returns another object than it listed', async () => {
    const git = await emptyRepository()
    const commit = await commitOf(git, plain)
    const lying: Git = {
      read: async (args, options) => (args[0] === 'cat-file' ? Buffer.from('x missing\n') : git.read(args, options)),
    }
    await expect(materialize(lying, commit, fresh())).rejects.toThrow(/did not return the blob .* of "README.md"/)
  })
})

describe('parseTreeEntries', () => {
  it('refuses a line it does not understand', () => {
    expect(() => parseTreeEntries(Buffer.from('nonsense\0'))).toThrow(/cannot be read/)
  })
})

/** A tree object written by hand: mktree refuses these names. */
async function rawTree(git: Git, rows: readonly { mode: string; id: string; name: string }[]): Promise<string> {
  const body = rows.map(({ mode, id, name }) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
  )
  const output = await git.read(['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], {
    input: Buffer.concat(body),
  })
  return output.toString().trim()
}
