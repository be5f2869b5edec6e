import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReviewerError } from '../../src/errors.js'
import { systemBubblewrap } from '../../src/host/isolation/ways.js'
import { openSandbox, requireSandboxPlatform, type SandboxOptions } from '../../src/host/isolation.js'
import { checkNames } from '../../src/launcher/probe.js'
import { makeWorld, USER, type World, workingWays } from './isolation/world.js'

const ways = await workingWays()
const isRoot = process.getuid?.() === 0

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.dispose())

function options(changes: Partial<SandboxOptions> = {}): SandboxOptions {
  const { root, snapshot } = world
  return {
    ...world.preflight,
    platform: 'linux',
    isRoot,
    uid: USER,
    socket: join(root, 'proxy.sock'),
    readOnly: [snapshot, join(root, 'tool')],
    secretPlaces: [],
    orders: join(root, 'orders'),
    bundledBubblewrap: async () => undefined,
    ...changes,
  }
}

const refusalOf = (changes: Partial<SandboxOptions>) =>
  openSandbox(options(changes)).then(
    () => undefined,
    (error: unknown) => error,
  )

/** A bubblewrap that says something and does nothing. */
function writeBroken(said: string): string {
  return writeScript(`echo '${said}' >&2\nexit 1`)
}

function writeScript(body: string): string {
  mkdirSync(join(world.root, 'bin'))
  const path = join(world.root, 'bin', 'bwrap')
  writeFileSync(path, `#!/bin/sh\n${body}\n`)
  chmodSync(path, 0o755)
  return path
}

/** Nothing holds with it, whoever we are: the host can read what the sandbox must not, its own file system. */
const canaryThatIsSeen = { canaryFiles: ['/usr/bin/env'] }

describe.each(['darwin', 'win32', 'freebsd'])('on %s', (platform) => {
  it('refuses at once, saying what to do, without starting anything', async () => {
    let asked = 0
    const bundledBubblewrap = async () => {
      asked += 1
      return undefined
    }
    const error = await refusalOf({ platform, bundledBubblewrap })
    expect(error).toBeInstanceOf(ReviewerError)
    expect(error).toMatchObject({
      code: 'SANDBOX_UNAVAILABLE',
      message: expect.stringContaining(`${platform} has no sandbox`),
    })
    expect(error).toMatchObject({ message: expect.stringContaining('isolation: none') })
    expect(asked).toBe(0)
    expect(() => requireSandboxPlatform(platform)).toThrow('has no sandbox')
  })
})

const suite = ways.length === 0 ? describe.skip : describe
const withSystem = systemBubblewrap() === undefined ? it.skip : it

suite('openSandbox', () => {
  it('opens the strongest that holds, with every check proved', async () => {
    const bundledBubblewrap = async () => ways[0]?.bubblewrap
    const sandbox = await openSandbox(options({ bundledBubblewrap }))
    expect(sandbox).toMatchObject({ level: ways[0]?.way.level, name: ways[0]?.way.name, preflight: checkNames })
    expect(sandbox.origin).toBe('http://127.0.0.1:8080')
  })

  withSystem('does not ask for the pinned bubblewrap where the system’s does', async () => {
    const bundledBubblewrap = () => Promise.reject(new Error('asked'))
    // Only where the strongest way holds; else it is asked before the next.
    const strongest = ways[0]?.way.name === 'bubblewrap as root' || ways[0]?.way.name === 'bubblewrap through sudo'
    if (strongest) expect((await openSandbox(options({ bundledBubblewrap }))).level).toBe('root-sandbox')
  })

  withSystem('falls from what does not hold to the next', async () => {
    if (!isRoot) {
      const sandbox = await openSandbox(options())
      expect(sandbox.level).toBe(ways[0]?.way.level)
      return
    }
    // Handed over to root itself nothing holds; this bubblewrap hands over to somebody else.
    const handsOver = writeScript(`for argument; do
  shift
  case "$argument" in --reuid=0 | --regid=0) argument="\${argument%0}${USER}" ;; esac
  set -- "$@" "$argument"
done
exec ${systemBubblewrap()} "$@"`)
    expect(await refusalOf({ uid: 0 })).toMatchObject({ message: expect.stringContaining('the user is not root') })
    const sandbox = await openSandbox(options({ uid: 0, bundledBubblewrap: async () => handsOver }))
    expect(sandbox).toMatchObject({ name: 'bubblewrap as root', preflight: checkNames })
  })

  it('names each way with its bubblewrap and why it does not hold', async () => {
    const broken = writeBroken('bwrap: broken on purpose')
    const error = await refusalOf({ ...canaryThatIsSeen, bundledBubblewrap: async () => broken })
    expect(error).toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
    const message = error instanceof Error ? error.message : ''
    for (const { way } of ways) expect(message).toContain(`${way.name}, ${broken}: `)
    expect(message).toContain('bubblewrap in a user namespace, ')
    expect(message).toContain('broken on purpose')
    if (systemBubblewrap() !== undefined) {
      expect(message).toContain(
        `${ways[0]?.way.name}, ${systemBubblewrap()}: not proved: files of the host cannot be read`,
      )
    }
    expect(message).not.toContain('\n')
  })

  it('says that the pinned bubblewrap could not be installed, and goes on', async () => {
    const bundledBubblewrap = () => Promise.reject(new ReviewerError('INSTALL_FAILED', 'the registry is away'))
    const error = await refusalOf({ ...canaryThatIsSeen, bundledBubblewrap })
    expect(error).toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
    expect(error).toMatchObject({ message: expect.stringContaining('no pinned bubblewrap: the registry is away') })
  })

  it('lets a bug through', async () => {
    const bundledBubblewrap = () => Promise.reject(new TypeError('bug'))
    await expect(openSandbox(options({ ...canaryThatIsSeen, bundledBubblewrap }))).rejects.toThrow(TypeError)
  })

  it('ends with the run', async () => {
    const reason = new Error('cancelled')
    await expect(openSandbox(options({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason)
  })
})
