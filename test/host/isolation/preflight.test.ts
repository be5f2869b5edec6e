import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { preflight } from '../../../src/host/isolation/preflight.js'
import { checkNames } from '../../../src/launcher/probe.js'
import { findProcesses, settle } from '../../support/processes.js'
import { describeWays, makeWorld, type World, workingWays } from './world.js'

const ways = await workingWays()

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.dispose())

/** How a bubblewrap that is not ours changes what it is told. */
interface Hole {
  /** Arguments that are left out wherever they stand. */
  readonly without?: readonly string[]
  /** Arguments that are added after ours, so that they win. */
  readonly added?: readonly string[]
  /** The program is not handed over to another user. */
  readonly sameUser?: boolean
  /** Another port inside than that of the host, where both are the same. */
  readonly forwardPort?: number
  /** No sandbox at all: the launcher is started on the host. */
  readonly bare?: boolean
}

interface Case {
  readonly check: string
  readonly hole: string
  /** Undefined: with every way. */
  readonly only?: 'root' | 'user-namespace'
  /** Whether this machine has what is to be let in. */
  readonly possible?: boolean
  open(world: World): Hole
}

const hasNetwork = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))
const SHARED_NETWORK: Hole = { without: ['--unshare-net'], forwardPort: 0 }

const CASES: readonly Case[] = [
  {
    check: 'the snapshot can be read',
    hole: 'a file that nobody may read',
    open: ({ snapshot }) => {
      chmodSync(join(snapshot, 'a.ts'), 0o000)
      return {}
    },
  },
  {
    check: 'the snapshot cannot be written',
    hole: 'a writable mount of files that everyone may write',
    open: ({ snapshot }) => {
      chmodSync(snapshot, 0o777)
      return { added: ['--bind', snapshot, snapshot] }
    },
  },
  {
    check: 'the snapshot cannot be written',
    hole: 'a writable mount of read-only files of ours',
    only: 'user-namespace',
    open: ({ snapshot }) => {
      chmodSync(snapshot, 0o555)
      return { added: ['--bind', snapshot, snapshot] }
    },
  },
  {
    check: 'the programs cannot be changed',
    hole: 'a writable mount of the CLI',
    open: ({ tool }) => {
      chmodSync(tool, 0o777)
      return { added: ['--bind', tool, tool] }
    },
  },
  {
    check: 'files of the host cannot be read',
    hole: 'the directory of the canary',
    open: ({ secret }) => ({ added: ['--ro-bind', join(secret, '..'), join(secret, '..')] }),
  },
  {
    check: 'environments of the host cannot be read',
    hole: 'the /proc of the host for root',
    only: 'root',
    open: () => ({
      without: ['--unshare-pid'],
      added: ['--bind', '/proc', '/proc', '--cap-add', 'ALL'],
      sameUser: true,
    }),
  },
  {
    check: 'processes of the host cannot be seen',
    hole: 'the /proc of the host',
    open: () => ({ without: ['--unshare-pid'], added: ['--bind', '/proc', '/proc'] }),
  },
  { check: 'loopback of the host cannot be reached', hole: 'the network of the host', open: () => SHARED_NETWORK },
  {
    check: 'sockets of the host cannot be reached',
    hole: 'the abstract sockets of the host',
    open: () => SHARED_NETWORK,
  },
  {
    check: 'sockets of the host cannot be reached',
    hole: 'the temporary folder of the host',
    open: () => ({ added: ['--ro-bind', tmpdir(), tmpdir()] }),
  },
  {
    check: 'there is no other network',
    hole: 'the network of the host',
    possible: hasNetwork,
    open: () => SHARED_NETWORK,
  },
  {
    check: 'sudo does not work',
    hole: 'a sudo that asks nothing',
    possible: existsSync('/usr/bin/sudo'),
    open: () => ({ added: ['--ro-bind', '/usr/bin/true', '/usr/bin/sudo'] }),
  },
  { check: 'the user is not root', hole: 'root', only: 'root', open: () => ({ sameUser: true }) },
  { check: 'the user is not root', hole: 'root', only: 'user-namespace', open: () => ({ added: ['--uid', '0'] }) },
  { check: 'no capabilities are held', hole: 'what setpriv drops', only: 'root', open: () => ({ sameUser: true }) },
  {
    check: 'no capabilities are held',
    hole: 'a capability',
    only: 'user-namespace',
    open: () => ({ added: ['--cap-add', 'CAP_SYS_CHROOT'] }),
  },
  { check: 'no privileges can be gained', hole: 'no sandbox at all', open: () => ({ bare: true }) },
  {
    check: 'settings of the kernel cannot be written',
    hole: 'a setting that everyone may write',
    open: ({ root }) => {
      const setting = join(root, 'setting')
      writeFileSync(setting, '')
      chmodSync(setting, 0o666)
      return { added: ['--bind', setting, '/proc/sys/kernel/core_pattern'] }
    },
  },
  {
    check: 'the environment is empty',
    hole: 'a variable of the job',
    open: () => ({ added: ['--setenv', 'ACTIONS_RUNTIME_TOKEN', 'x'] }),
  },
  {
    check: 'the way to the key proxy is open',
    hole: 'a file in place of the socket',
    open: ({ tool }) => ({ added: ['--ro-bind', tool, '/run/model-stack/proxy.sock'] }),
  },
]

describe('the holes that are tried here', () => {
  it('are at least one for every check', () => {
    expect([...new Set(CASES.map(({ check }) => check))].toSorted()).toEqual([...checkNames].toSorted())
  })
})

describeWays(ways, (way, bubblewrap) => {
  const cases = CASES.filter(({ only }) => only === undefined || only === way.privilege.kind)
  const refusal = async (hole: Hole) => {
    const open = writeBubblewrap(world, bubblewrap, hole)
    return preflight(world.plan(way, open), world.preflight)
  }

  it('proves every check', async () => {
    const outcome = await preflight(world.plan(way, bubblewrap), world.preflight)
    expect(outcome).toEqual({ kind: 'proved', checks: checkNames })
  })

  it('proves the same through a bubblewrap that opens no hole', async () => {
    expect(await refusal({})).toEqual({ kind: 'proved', checks: checkNames })
  })

  it.each(cases.filter(({ possible }) => possible !== false))(
    'finds that "$check" does not hold with $hole',
    async ({ check, open }) => {
      const outcome = await refusal(open(world))
      expect(outcome).toEqual({ kind: 'refused', why: expect.stringContaining(`not proved: ${check} (`) })
    },
  )

  it('refuses where nothing answers from inside', async () => {
    const silent = writeScript(world, 'exit 0')
    expect(await preflight(world.plan(way, silent), world.preflight)).toEqual({ kind: 'refused', why: 'exit 0' })
  })

  it('refuses an answer that was cut off', async () => {
    const cut = writeScript(
      world,
      `printf '%s [{"check' "$(sed 's/.*"nonce":"\\([0-9a-f]*\\).*/\\1/' ${world.root}/orders/*/order.json)"`,
    )
    expect(await preflight(world.plan(way, cut), world.preflight)).toMatchObject({ kind: 'refused' })
  })

  it('refuses an answer that somebody gave who does not know the nonce', async () => {
    const liar = writeScript(world, `echo '0123456789abcdef0123456789abcdef [{"check":"all"}]'`)
    expect(await preflight(world.plan(way, liar), world.preflight)).toMatchObject({ kind: 'refused' })
  })

  it.each([
    ['sudo: a password is required', 'sudo asks for a password'],
    ['bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted', 'unprivileged user namespaces are restricted'],
    ['bwrap: setting up uid map: Permission denied', 'unprivileged user namespaces are restricted'],
    ['bwrap: No permissions to create new namespace', '[a-z ]*namespaces are not allowed here'],
    ["bwrap: Can't mount proc on /newroot/proc: Operation not permitted", 'mounting is not allowed here'],
  ])('explains %s', async (said, meaning) => {
    const failing = writeScript(world, `echo ${JSON.stringify(said)} >&2; exit 1`)
    const outcome = await preflight(world.plan(way, failing), world.preflight)
    expect(outcome).toEqual({ kind: 'refused', why: expect.stringMatching(`^${meaning}`) })
    expect(outcome).toMatchObject({ why: expect.stringContaining(said) })
  })

  it('shows what a broken bubblewrap says as one short line', async () => {
    const rude = writeScript(world, `printf '::error::\\033[31mred\\n::warning::%0999d' 1 >&2; exit 1`)
    const outcome = await preflight(world.plan(way, rude), world.preflight)
    const why = outcome.kind === 'refused' ? outcome.why : ''
    expect(why).toMatch(/^::error:: \[31mred ::warning::0+$/)
    expect(why.length).toBeLessThanOrEqual(300)
  })

  it('leaves no canary behind', async () => {
    await preflight(world.plan(way, bubblewrap), world.preflight)
    const left = () => findProcesses(({ cmdline }) => cmdline.includes('read -r line model-stack-canary-'))
    await settle(() => left().length === 0)
    expect(left()).toEqual([])
  })

  it('leaves no canary behind where its own socket cannot be made', async () => {
    const options = { ...world.preflight, trialSocket: join(world.root, 'missing', 'socket') }
    await expect(preflight(world.plan(way, bubblewrap), options)).rejects.toThrow()
  })
})

function writeScript({ root }: World, body: string): string {
  mkdirSync(join(root, 'bin'), { recursive: true })
  const path = join(root, 'bin', 'bwrap')
  writeFileSync(path, body.startsWith('#!') ? body : `#!/bin/sh\n${body}\n`)
  chmodSync(path, 0o755)
  return path
}

/** A bubblewrap that opens the hole and then does what it is told. */
function writeBubblewrap(where: World, real: string, hole: Hole): string {
  return writeScript(
    where,
    `#!${process.execPath}
const { spawnSync } = require('node:child_process')
const { readFileSync, writeFileSync } = require('node:fs')
const hole = ${JSON.stringify(hole)}
const { without = [], added = [] } = hole
const given = process.argv.slice(2)
const end = given.indexOf('--')
const sourceOf = (path) => given[given.indexOf(path) - 1]
const orderFile = sourceOf('/run/model-stack/order.json')
const order = JSON.parse(readFileSync(orderFile, 'utf8'))
if (hole.forwardPort !== undefined || hole.bare) order.forward.port = 0
if (hole.bare) order.forward.socket = sourceOf('/run/model-stack/proxy.sock')
writeFileSync(orderFile, JSON.stringify(order))
const options = [...given.slice(0, end).filter((argument) => !without.includes(argument)), ...added]
const program = hole.sameUser ? given.slice(given.indexOf('/bin/sh')) : given.slice(end + 1)
const [file, args] = hole.bare
  ? [process.execPath, [sourceOf('/run/model-stack/launcher.mjs'), orderFile]]
  : [${JSON.stringify(real)}, [...options, '--', ...program]]
process.exit(spawnSync(file, args, { stdio: 'inherit' }).status ?? 1)
`,
  )
}
