import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Log } from '../../src/host/host.js'
import { DownloadError } from '../../src/host/http.js'
import { toInstallError } from '../../src/host/install/install-error.js'
import { findInstalled, type InstallOptions, installTool } from '../../src/host/install.js'
import {
  type Answer,
  documentPath,
  honestExecutable as executable,
  honestEntries,
  makeTarball,
  honestNote as note,
  pinOf,
  type RegistryStandIn,
  sends,
  startRegistry,
  type TarEntry,
  tarballPath,
} from '../support/registry-stand-in.js'

const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

function makeTemporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'install-test-'))
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

async function registryWith(answers: Readonly<Record<string, Answer>>): Promise<RegistryStandIn> {
  const registry = await startRegistry(answers)
  cleanups.push(() => registry.close())
  return registry
}

function recordingLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = []
  const write = (level: string) => (text: string) => void lines.push(`${level}: ${text}`)
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    warning: write('warning'),
    group: (_title, body) => body(),
  }
  return { log, lines }
}

function optionsFor(registry: { readonly url: string }, changes: Partial<InstallOptions> = {}): InstallOptions {
  return {
    platform: 'linux-x64',
    cacheRoot: makeTemporary(),
    registry: async () => registry.url,
    cliPath: undefined,
    log: recordingLog().log,
    download: { retryDelaysMs: [0, 0], idleTimeoutMs: 5_000 },
    ...changes,
  }
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** A registry and a pin that agree, as on a good day. */
async function honestRegistry() {
  const tarball = await makeTarball(honestEntries)
  return { tool: pinOf(tarball), registry: await registryWith({ [tarballPath]: sends(tarball) }) }
}

describe('installTool', () => {
  it('downloads the pinned tarball and keeps only the pinned files, executable for every user', async () => {
    const { tool, registry } = await honestRegistry()
    const { log, lines } = recordingLog()
    const options = optionsFor(registry, { log })
    const installed = await installTool(tool, options)
    expect(execFileSync(installed.executable, { encoding: 'utf8' })).toBe('fake-cli 1.2.3\n')
    expect(installed.version).toBe('1.2.3')
    expect(filesBelow(options.cacheRoot)).toEqual(['fake', 'package.json'])
    expect(statSync(installed.directory).mode & 0o777).toBe(0o755)
    expect(statSync(installed.executable).mode & 0o777).toBe(0o755)
    expect(statSync(join(installed.directory, 'package.json')).mode & 0o777).toBe(0o644)
    expect(lines).toHaveLength(2)
  })

  it('uses the cache the second time without asking for the registry', async () => {
    const { tool, registry } = await honestRegistry()
    const options = optionsFor(registry)
    const first = await installTool(tool, options)
    const second = await installTool(tool, {
      ...options,
      registry: () => Promise.reject(new Error('must not be asked')),
    })
    expect(second).toEqual(first)
    expect(registry.requests).toEqual([tarballPath])
  })

  it('lets concurrent installations end with the same verified files', async () => {
    const { tool, registry } = await honestRegistry()
    const options = optionsFor(registry)
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => installTool(tool, options)))
    for (const other of others) expect(other).toEqual(first)
    expect(filesBelow(options.cacheRoot)).toEqual(['fake', 'package.json'])
  })

  const tamperings: [string, (directory: string) => void][] = [
    ['other content', (directory) => writeFileSync(join(directory, 'bin/fake'), '#!/bin/sh\necho owned\n')],
    ['a missing file', (directory) => rmSync(join(directory, 'package.json'))],
    ['a missing directory', (directory) => rmSync(join(directory, 'bin'), { recursive: true })],
    ['an extra file', (directory) => writeFileSync(join(directory, 'bin/extra'), '')],
    ['an extra directory', (directory) => mkdirSync(join(directory, 'node_modules'))],
    ['a file that others may write', (directory) => chmodSync(join(directory, 'bin/fake'), 0o777)],
    ['an executable without its mode', (directory) => chmodSync(join(directory, 'bin/fake'), 0o644)],
    [
      'a link instead of a file',
      (directory) => {
        const outside = join(makeTemporary(), 'package.json')
        writeFileSync(outside, '{"name":"@acme/fake"}\n')
        rmSync(join(directory, 'package.json'))
        symlinkSync(outside, join(directory, 'package.json'))
      },
    ],
    [
      'a file instead of the directory',
      (directory) => {
        rmSync(directory, { recursive: true })
        writeFileSync(directory, '')
      },
    ],
  ]
  it.each(tamperings)('installs again when the cache holds %s', async (_what, tamper) => {
    const { tool, registry } = await honestRegistry()
    const { log, lines } = recordingLog()
    const options = optionsFor(registry, { log })
    tamper((await installTool(tool, options)).directory)
    const again = await installTool(tool, options)
    expect(execFileSync(again.executable, { encoding: 'utf8' })).toBe('fake-cli 1.2.3\n')
    expect(filesBelow(options.cacheRoot)).toEqual(['fake', 'package.json'])
    expect(registry.requests).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith('warning: '))).toHaveLength(1)
  })

  it('leaves nothing of a tampered cache behind when it cannot be downloaded again', async () => {
    const { tool, registry } = await honestRegistry()
    const options = optionsFor(registry)
    const { executable } = await installTool(tool, options)
    writeFileSync(executable, '#!/bin/sh\necho owned\n')
    await registry.close()
    await expect(installTool(tool, options)).rejects.toMatchObject({ code: 'INSTALL_FAILED' })
    expect(filesBelow(options.cacheRoot)).toEqual([])
  })

  it('keeps the bubblewrap that the package ships executable, like the CLI', async () => {
    const content = '#!/bin/sh\n'
    const tarball = await makeTarball([...honestEntries, { name: 'package/resources/bwrap', content, mode: 0o644 }])
    const tool = pinOf(tarball)
    const pin = tool.packages['linux-x64']
    if (pin === undefined) throw new Error('no pin')
    const bubblewrap = 'resources/bwrap'
    const files = { ...pin.files, [bubblewrap]: createHash('sha256').update(content).digest('hex') }
    const options = optionsFor(await registryWith({ [tarballPath]: sends(tarball) }))
    const withBubblewrap = { ...tool, packages: { 'linux-x64': { ...pin, bubblewrap, files } } }
    const { directory, ...installed } = await installTool(withBubblewrap, options)
    expect(installed.bubblewrap).toBe(join(directory, bubblewrap))
    expect(statSync(join(directory, bubblewrap)).mode & 0o777).toBe(0o755)
    chmodSync(join(directory, bubblewrap), 0o644)
    expect(await findInstalled(withBubblewrap, options)).toBeUndefined()
  })

  it('removes what a killed installation left long ago, and nothing younger', async () => {
    const { tool, registry } = await honestRegistry()
    const options = optionsFor(registry)
    const { directory } = await installTool(tool, options)
    const [old, young] = ['.unfinished-old', '.unfinished-young'].map((name) => join(dirname(directory), name))
    for (const path of [old, young]) mkdirSync(path ?? '')
    utimesSync(old ?? '', 0, 0)
    rmSync(directory, { recursive: true })
    await installTool(tool, options)
    expect([old, young].map((path) => existsSync(path ?? ''))).toEqual([false, true])
  })
})

describe('a tarball that is not the pinned one', () => {
  const evil: TarEntry = { name: 'package/bin/fake', content: '#!/bin/sh\necho owned\n' }
  const tarballs: [string, readonly TarEntry[]][] = [
    ['holds another executable', [evil, note]],
    [
      'has a postinstall script in its package.json',
      [executable, { ...note, content: '{"scripts":{"postinstall":"x"}}' }],
    ],
    ['differs only in a file that is not kept', [...honestEntries, { name: 'package/more', content: 'x' }]],
    ['lacks a file', [executable]],
    ['holds a file twice', [executable, executable, note]],
    ['brings the executable as a link', [{ name: 'package/bin/fake', type: 'symlink', linkname: '/bin/sh' }, note]],
    ['brings the executable as a hard link', [{ name: 'package/bin/fake', type: 'link', linkname: '/bin/sh' }, note]],
    ['makes a directory a link first', [{ name: 'package/bin', type: 'symlink', linkname: '/tmp' }, executable, note]],
    ['climbs out of its directory', [...honestEntries, { name: 'package/../../../../climbed', content: 'x' }]],
    ['names an absolute path', [...honestEntries, { name: '/tmp/install-test-absolute', content: 'x' }]],
  ]
  it.each(tarballs)('is refused and leaves nothing when it %s', async (_what, entries) => {
    const registry = await registryWith({ [tarballPath]: sends(await makeTarball(entries)) })
    const options = optionsFor(registry)
    const tool = pinOf(await makeTarball(honestEntries))
    await expect(installTool(tool, options)).rejects.toMatchObject({ name: 'ReviewerError', code: 'INTEGRITY' })
    expect(filesBelow(options.cacheRoot)).toEqual([])
    expect(existsSync('/tmp/install-test-absolute')).toBe(false)
    expect(registry.requests).toHaveLength(1)
  })

  it.each([
    ['is a web page', Buffer.from('<html>log in first</html>')],
    ['is empty', Buffer.alloc(0)],
    ['is gzipped noise', gzipSync(Buffer.alloc(2_000, 'noise'))],
  ])('is refused when it %s', async (_what, body) => {
    const registry = await registryWith({ [tarballPath]: sends(body) })
    const tool = pinOf(await makeTarball(honestEntries))
    await expect(installTool(tool, optionsFor(registry))).rejects.toMatchObject({ code: 'INTEGRITY' })
  })

  it('is refused when links and climbing paths stand beside the pinned files, even if the pin fits, by not writing them', async () => {
    const tarball = await makeTarball([
      { name: 'package/bin', type: 'symlink', linkname: '/tmp' },
      { name: 'package/../climbed', content: 'x' },
      { name: '../climbed', content: 'x' },
      ...honestEntries,
    ])
    const registry = await registryWith({ [tarballPath]: sends(tarball) })
    const options = optionsFor(registry)
    await installTool(pinOf(tarball), options)
    expect(filesBelow(options.cacheRoot)).toEqual(['fake', 'package.json'])
  })
})

describe('a disk in trouble', () => {
  it('is told from a tampered tarball', async () => {
    // The one error of a file system that needs neither a full disk nor another user: a name that is too long.
    const name = 'x'.repeat(300)
    const tarball = await makeTarball([...honestEntries, { name: `package/${name}`, content: '' }])
    const tool = pinOf(tarball)
    const pin = tool.packages['linux-x64']
    if (pin === undefined) throw new Error('no pin')
    const packages = { 'linux-x64': { ...pin, files: { ...pin.files, [name]: '' } } }
    const options = optionsFor(await registryWith({ [tarballPath]: sends(tarball) }))
    await expect(installTool({ ...tool, packages }, options)).rejects.toMatchObject({
      code: 'INSTALL_FAILED',
      message: expect.stringContaining('ENAMETOOLONG'),
    })
    expect(filesBelow(options.cacheRoot)).toEqual([])
  })
})

describe('a registry in trouble', () => {
  it('is asked for its version document when the tarball lies elsewhere', async () => {
    const tarball = await makeTarball(honestEntries)
    const answers: Record<string, Answer> = { '/elsewhere.tgz': sends(tarball) }
    const registry = await registryWith(answers)
    answers[documentPath] = sends(JSON.stringify({ dist: { tarball: `${registry.url}/elsewhere.tgz` } }))
    const options = optionsFor(registry)
    await installTool(pinOf(tarball), options)
    expect(registry.requests).toEqual([tarballPath, documentPath, '/elsewhere.tgz'])
  })

  it.each([
    ['no JSON', 'no'],
    ['no tarball', '{"dist":{}}'],
    ['a file', '{"dist":{"tarball":"file:///etc/passwd"}}'],
    ['too much', `"${'x'.repeat(1_100_000)}"`],
  ])('fails when that document names %s', async (_what, document) => {
    const registry = await registryWith({ [documentPath]: sends(document) })
    const tool = pinOf(await makeTarball(honestEntries))
    await expect(installTool(tool, optionsFor(registry))).rejects.toMatchObject({ code: 'INSTALL_FAILED' })
  })

  it('gets another chance after a body that broke off', async () => {
    const tarball = await makeTarball(honestEntries)
    let tries = 0
    const registry = await registryWith({
      [tarballPath]: (_request, response) => {
        tries += 1
        if (tries === 3) return void response.end(tarball)
        response.writeHead(200, { 'content-length': tarball.length })
        response.write(tarball.subarray(0, tarball.length - 20), () => response.destroy())
      },
    })
    const options = optionsFor(registry)
    await installTool(pinOf(tarball), options)
    expect(filesBelow(options.cacheRoot)).toEqual(['fake', 'package.json'])
    expect(tries).toBe(3)
  })

  it('gets another chance after a body that broke off in the middle of a file', async () => {
    const content = randomBytes(2_000_000).toString('base64')
    const tarball = await makeTarball([{ ...executable, content }, note])
    const tool = pinOf(tarball)
    const pin = tool.packages['linux-x64']
    if (pin === undefined) throw new Error('no pin')
    const files = { ...pin.files, 'bin/fake': createHash('sha256').update(content).digest('hex') }
    let tries = 0
    const registry = await registryWith({
      [tarballPath]: (_request, response) => {
        tries += 1
        if (tries === 2) return void response.end(tarball)
        response.writeHead(200, { 'content-length': tarball.length })
        response.write(tarball.subarray(0, tarball.length / 2), () => setTimeout(() => response.destroy(), 50))
      },
    })
    const options = optionsFor(registry)
    await installTool({ ...tool, packages: { 'linux-x64': { ...pin, files } } }, options)
    expect(filesBelow(options.cacheRoot)).toEqual(['fake', 'package.json'])
    expect(tries).toBe(2)
  })

  it('fails with the ways out in one line, and leaves nothing', async () => {
    const registry = await registryWith({ [tarballPath]: (_request, response) => response.writeHead(500).end() })
    const options = optionsFor(registry)
    const failure = installTool(pinOf(await makeTarball(honestEntries)), options)
    await expect(failure).rejects.toMatchObject({ name: 'ReviewerError', code: 'INSTALL_FAILED' })
    await expect(failure).rejects.toThrow(/^[^\n]*HTTP status 500[^\n]*`registry`[^\n]*`cli-path`[^\n]*$/)
    expect(registry.requests).toHaveLength(3)
    expect(filesBelow(options.cacheRoot)).toEqual([])
  })
})

describe('a platform without a pin', () => {
  it.each([['darwin-arm64'], ['win32-x64'], ['linux-riscv64'], ['__proto__']])(
    'fails and names %s and the way out',
    async (platform) => {
      const tool = pinOf(Buffer.alloc(0))
      const options = optionsFor({ url: '' }, { platform })
      const failure = {
        code: 'INSTALL_FAILED',
        message: expect.stringMatching(`pinned for ${platform}: .*\`cli-path\``),
      }
      await expect(installTool(tool, options)).rejects.toMatchObject(failure)
      await expect(findInstalled(tool, options)).rejects.toMatchObject(failure)
    },
  )
})

describe('cli-path', () => {
  async function install(cliPath: string) {
    return installTool(pinOf(Buffer.alloc(0)), optionsFor({ url: '' }, { cliPath }))
  }

  function writeCli(content: string, mode = 0o755): string {
    const file = join(makeTemporary(), 'cli')
    writeFileSync(file, content, { mode })
    return file
  }

  it('uses the named CLI, found through links, with the version that it prints', async () => {
    const file = writeCli('#!/bin/sh\necho "fake-cli 9.8.7-beta.1"\n')
    const link = join(makeTemporary(), 'link')
    symlinkSync(file, link)
    const { executable, directory, version } = await install(link)
    expect({ executable, directory, version }).toEqual({
      executable: file,
      directory: dirname(file),
      version: '9.8.7-beta.1',
    })
  })

  it('takes the whole package where the CLI lies in one', async () => {
    const root = makeTemporary()
    mkdirSync(join(root, 'bin'))
    writeFileSync(join(root, 'bin/fake'), '#!/bin/sh\n', { mode: 0o755 })
    expect((await install(join(root, 'bin/fake'))).directory).toBe(root)
  })

  it('hands no environment to the CLI', async () => {
    const file = writeCli('#!/bin/sh\necho 1.0-home$HOME\n')
    expect((await install(file)).version).toBe('1.0-home')
  })

  it.each([
    ['prints no version', 'echo hello'],
    ['fails', 'echo 1.2.3; exit 1'],
  ])('says unknown where the CLI %s', async (_what, body) => {
    expect((await install(writeCli(`#!/bin/sh\n${body}\n`))).version).toBe('unknown')
  })

  it.each([
    ['a relative path', () => 'bin/codex', 'is not an absolute path'],
    ['a missing file', () => '/nowhere/codex', 'does not exist'],
    ['a directory', () => makeTemporary(), 'is not a file'],
    ['a file without the executable mode', () => writeCli('x', 0o644), 'is not executable'],
  ])('refuses %s with an error that names the input', async (_what, path, why) => {
    const failure = install(path())
    await expect(failure).rejects.toMatchObject({ name: 'ConfigurationError' })
    await expect(failure).rejects.toThrow(/^cli-path: [^\n]+$/)
    await expect(failure).rejects.toThrow(why)
  })
})

describe('toInstallError', () => {
  const context = { tool: pinOf(Buffer.alloc(0)), directory: '/cache' }
  const systemError = (code: string) => Object.assign(new Error('x'), { code, syscall: 'write' })

  it.each([
    ['a full disk', systemError('ENOSPC'), /^No space left in \/cache [^\n]*free 600 MB/],
    ['a closed directory', systemError('EACCES'), /could not be installed in \/cache: EACCES/],
    [
      'a failed download',
      new DownloadError('it is down', { transient: true }),
      /could not be downloaded: it is down; /,
    ],
  ])('says in one line what to do about %s', (_what, error, message) => {
    expect(toInstallError(error, context)).toMatchObject({
      code: 'INSTALL_FAILED',
      cause: error,
      message: expect.stringMatching(message),
    })
  })

  it('leaves our own bugs as they are', () => {
    const bug = new TypeError('x')
    expect(toInstallError(bug, context)).toBe(bug)
  })
})
