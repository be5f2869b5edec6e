import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type RegistrySearch, readRegistry } from '../../src/host/npm-registry.js'

let root = ''

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'npm-registry-test-')))
  for (const name of ['workspace', 'home', 'bin', 'empty']) mkdirSync(join(root, name))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A machine whose home names a registry and whose running node has no npm beside it. */
function machine(
  changes: Partial<RegistrySearch> & { readonly variables?: Record<string, string> } = {},
): RegistrySearch {
  const { variables, ...rest } = changes
  return {
    input: undefined,
    untrusted: [join(root, 'workspace')],
    env: { HOME: join(root, 'home'), PATH: process.env.PATH, ...variables },
    nodePath: process.execPath,
    ...rest,
  }
}

/** A stand-in for npm that prints something and says where it ran. */
function writeNpm(directory: string, body: string): void {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'npm'), `#!/usr/bin/env node\n${body}\n`, { mode: 0o755 })
}

describe('the registry input', () => {
  it.each([
    ['https://example.com/npm/', 'https://example.com/npm'],
    ['https://example.com', 'https://example.com'],
    ['http://127.0.0.1:4873', 'http://127.0.0.1:4873'],
  ])('%s is taken without asking npm', async (input, expected) => {
    expect(await readRegistry(machine({ input, variables: { PATH: '' } }))).toBe(expected)
  })

  it.each([
    'example.com',
    '',
    'file:///etc',
    'ftp://example.com',
    'https://user:secret@example.com',
    'https://example.com/?a=b',
    '--registry=http://127.0.0.1',
  ])('%j is refused with an error that names it and shows no password', async (input) => {
    const failure = readRegistry(machine({ input }))
    await expect(failure).rejects.toMatchObject({ name: 'ConfigurationError' })
    await expect(failure).rejects.toThrow(/^registry: [^\n]*http or https URL[^\n]*$/)
    await expect(failure).rejects.not.toThrow(/secret/)
  })
})

describe("the machine's npm", () => {
  it("tells the registry of the user's own configuration", async () => {
    writeFileSync(join(root, 'home', '.npmrc'), 'registry=https://mirror.example.com/npm/\n')
    expect(await readRegistry(machine())).toBe('https://mirror.example.com/npm')
  })

  it('is not led astray by the .npmrc of the current directory, npm variables or NODE_OPTIONS', async () => {
    const marker = join(root, 'marker')
    const preload = join(root, 'workspace', 'm.cjs')
    writeFileSync(join(root, 'home', '.npmrc'), 'registry=https://mirror.example.com/\n')
    writeFileSync(
      join(root, 'workspace', '.npmrc'),
      `registry=http://127.0.0.1:9/\nnode-options=--require ${preload}\n`,
    )
    writeFileSync(join(root, 'workspace', 'package.json'), '{}')
    writeFileSync(preload, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`)
    const cwd = process.cwd()
    process.chdir(join(root, 'workspace'))
    try {
      const variables = {
        npm_config_registry: 'http://127.0.0.1:9/',
        NPM_CONFIG_REGISTRY: 'http://127.0.0.1:9/',
        npm_config_userconfig: join(root, 'workspace', '.npmrc'),
        NODE_OPTIONS: `--require ${preload}`,
        PWD: join(root, 'workspace'),
        INIT_CWD: join(root, 'workspace'),
        PREFIX: join(root, 'workspace'),
      }
      expect(await readRegistry(machine({ variables }))).toBe('https://mirror.example.com')
    } finally {
      process.chdir(cwd)
    }
    expect(existsSync(marker)).toBe(false)
  })

  it('does not take a home inside the workspace', async () => {
    writeNpm(join(root, 'bin'), 'console.log("https://example.com/" + (process.env.HOME ?? "homeless"))')
    const variables = { HOME: join(root, 'workspace', 'home'), PATH: `${join(root, 'bin')}:/usr/bin:/bin` }
    const nodePath = join(root, 'empty', 'node')
    symlinkSync(process.execPath, nodePath)
    mkdirSync(variables.HOME)
    expect(await readRegistry(machine({ variables, nodePath }))).toBe('https://example.com/homeless')
  })

  it('runs in the root directory with nothing but what it needs', async () => {
    writeNpm(
      join(root, 'bin'),
      'console.log("https://example.com/" + (process.cwd() === "/") + "/" + Object.keys(process.env).sort().join("+"))',
    )
    const nodePath = join(root, 'empty', 'node')
    symlinkSync(process.execPath, nodePath)
    const variables = { PATH: join(root, 'bin'), GITHUB_TOKEN: 'x', LD_PRELOAD: '/x.so', GIT_DIR: 'x' }
    expect(await readRegistry(machine({ variables, nodePath }))).toBe('https://example.com/true/HOME+PATH')
  })

  it('is found beside node before PATH', async () => {
    writeNpm(join(root, 'empty'), 'console.log("https://beside.example.com")')
    writeNpm(join(root, 'bin'), 'console.log("https://path.example.com")')
    const nodePath = join(root, 'empty', 'node')
    symlinkSync(process.execPath, nodePath)
    expect(await readRegistry(machine({ variables: { PATH: join(root, 'bin') }, nodePath }))).toBe(
      'https://beside.example.com',
    )
  })

  it('is not taken from the workspace, a link into it or a relative directory', async () => {
    const inside = join(root, 'workspace', 'node_modules', '.bin')
    writeNpm(inside, `require('node:fs').writeFileSync(${JSON.stringify(join(root, 'marker'))}, '')`)
    symlinkSync(join(inside, 'npm'), join(root, 'bin', 'npm'))
    symlinkSync(inside, join(root, 'linked'))
    const variables = {
      PATH: [inside, join(root, 'bin'), join(root, 'linked'), 'node_modules/.bin', '', '.'].join(':'),
    }
    const nodePath = join(root, 'empty', 'node')
    const failure = readRegistry(machine({ variables, nodePath }))
    await expect(failure).rejects.toMatchObject({ name: 'ReviewerError', code: 'INSTALL_FAILED' })
    await expect(failure).rejects.toThrow(/^no npm [^\n]*`registry`[^\n]*$/)
    expect(existsSync(join(root, 'marker'))).toBe(false)
  })

  it('may be a program that is no node script', async () => {
    writeFileSync(join(root, 'bin', 'npm'), '#!/bin/sh\necho https://shim.example.com/\n')
    chmodSync(join(root, 'bin', 'npm'), 0o755)
    const nodePath = join(root, 'empty', 'node')
    expect(await readRegistry(machine({ variables: { PATH: join(root, 'bin') }, nodePath }))).toBe(
      'https://shim.example.com',
    )
  })

  it.each([
    ['undefined', 'console.log("undefined")'],
    ['a URL with credentials', 'console.log("https://user:secret@example.com/")'],
    ['nothing', ''],
    ['an error', 'process.exit(1)'],
  ])('that answers with %s is an error that names the input', async (_what, body) => {
    writeNpm(join(root, 'bin'), body)
    const nodePath = join(root, 'empty', 'node')
    symlinkSync(process.execPath, nodePath)
    const failure = readRegistry(machine({ variables: { PATH: join(root, 'bin') }, nodePath }))
    await expect(failure).rejects.toMatchObject({ name: 'ReviewerError', code: 'INSTALL_FAILED' })
    await expect(failure).rejects.toThrow(/^[^\n]*`registry`[^\n]*$/)
    await expect(failure).rejects.not.toThrow(/secret/)
  })

  it('is the real one beside this node', async () => {
    expect(dirname(process.execPath)).not.toBe('')
    expect(await readRegistry(machine({ env: process.env }))).toMatch(/^https?:\/\//)
  })
})
