import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type ReplayEndpoint, type ScriptedTurn, startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { installedCodex } from '../support/installed-tool.js'
import { findProcesses, settle } from '../support/processes.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'
import { type Ended, isRoot, type Kind, kindsHere, makePerson, type Person, type Program } from './people.js'

/** What must hold on whatever machine this runs on, whoever runs it; as root also for users made for it. */
const onLinux = process.platform === 'linux' ? describe : describe.skip
const elsewhere = process.platform === 'linux' ? describe.skip : describe

const bundle = join(process.cwd(), 'dist', 'index.js')
const system = '/usr/bin/bwrap'

beforeAll(() => installedCodex(), 300_000)

/** Runs one command of the built bundle to its end. The key is worthless. */
function run(person: Person, args: readonly string[], program: Partial<Program> = {}): Promise<Ended> {
  const env = { OPENAI_API_KEY: 'not-a-key', ...program.env }
  return person.start({ ...program, env, command: [process.execPath, bundle, ...args] }).ended
}

/** A commit of theirs that adds one file, and a model that is asked about it. */
async function withReview<T>(
  person: Person,
  turns: readonly ScriptedTurn[],
  body: (review: { readonly args: readonly string[]; readonly where: Partial<Program> }) => Promise<T>,
): Promise<T> {
  const checkout: Checkout = makeCheckout()
  checkout.commit('base', { 'kept.txt': 'kept\n' })
  checkout.commit('change', { 'added.js': 'eval(process.argv[2])\n' })
  person.own(checkout.root)
  const endpoint: ReplayEndpoint = await startReplayEndpoint(turns)
  try {
    return await body({
      args: ['review', '--reviewers', 'codex', '--base-ref', 'HEAD~1'],
      where: { cwd: checkout.path, env: { OPENAI_API_KEY: 'not-a-key', OPENAI_BASE_URL: endpoint.url } },
    })
  } finally {
    await endpoint.close()
    checkout.remove()
  }
}

const answer: ScriptedTurn = {
  kind: 'message',
  text: JSON.stringify({ findings: [], filesReviewed: ['added.js'], notVerified: [] }),
}
const turns: readonly ScriptedTurn[] = [{ kind: 'command', command: 'cat added.js' }, answer]

/** A user who may use sudo only where they were given it; where user namespaces are restricted, nothing is left. */
const unprivilegedNamespaces = onlyOnLinux(() => {
  const asNobody = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : []
  const [file = '', ...args] = [...asNobody, 'unshare', '-Urm', 'true']
  return spawnSync(file, args).status === 0
})

function onlyOnLinux(look: () => boolean): boolean {
  return process.platform === 'linux' && look()
}

const expected: Readonly<Record<Kind, RegExp>> = {
  self: isRoot ? /^isolation: root-sandbox, bubblewrap as root\./m : /^isolation: (?:root|user)-sandbox, bubblewrap /m,
  'user with sudo': /^isolation: root-sandbox, bubblewrap through sudo\./m,
  'user without sudo': unprivilegedNamespaces
    ? /^isolation: user-sandbox, bubblewrap in a user namespace\./m
    : /^isolation: (?:user-sandbox, |none$)/m,
}

onLinux.each(kindsHere())('the sandbox of the %s', (kind) => {
  let person: Person
  beforeAll(() => {
    person = makePerson(kind)
  })
  afterAll(() => person.remove())

  const holds = kind !== 'user without sudo' || unprivilegedNamespaces

  it('is named by the doctor with every check that was made from inside', async () => {
    const doctor = await run(person, ['doctor'])
    expect(doctor.stdout).toMatch(expected[kind])
    if (!holds) return
    expect(doctor.stdout).toMatch(/^ {2}the snapshot cannot be written$/m)
    expect(doctor.stdout).toMatch(/^ {2}the way to the key proxy is open$/m)
    expect(doctor.status).toBe(0)
  })

  it('holds the demo, whose gate blocks', async () => {
    const demo = await run(person, ['demo'])
    const level = /^isolation: (\S+),/m.exec((await run(person, ['doctor'])).stdout)?.[1] ?? 'none'
    expect(demo.stdout).toContain(`isolation ${level}`)
    expect(demo.status).toBe(1)
  })

  it('holds a review, which passes', async () => {
    if (!holds) return
    const review = await withReview(person, turns, ({ args, where }) => run(person, args, where))
    expect(review.stdout).toMatch(/isolation (?:root|user)-sandbox/)
    expect(review.status).toBe(0)
  })

  it('ends with a review that is killed, whatever its command does', async () => {
    if (!holds) return
    const seconds = String(97_000 + Math.floor(performance.now() % 1_000))
    const command = `(trap '' HUP INT TERM; setsid nohup sh -c 'sleep ${seconds}' >/dev/null 2>&1 &) ; sleep ${seconds}`
    const running = () => findProcesses(({ cmdline }) => cmdline.includes(`sleep ${seconds}`))
    await withReview(person, [{ kind: 'command', command }, answer], async ({ args, where }) => {
      const review = person.start({ ...where, command: [process.execPath, bundle, ...args] })
      await settle(() => running().length > 0, 30)
      expect(running().length).toBeGreaterThan(0)
      review.kill()
      expect((await review.ended).status).toBeNull()
      await settle(() => running().length === 0)
      expect(running()).toEqual([])
    })
  })

  const whereMountsCanBeMade = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0 ? it : it.skip

  whereMountsCanBeMade('is made with the bundled bubblewrap where the system has none', async () => {
    if (!holds) return
    const hide = `[ -e ${system} ] && { mount --bind /dev/null ${system} || exit 9; }; exec "$@"`
    const before = ['/usr/bin/unshare', '-m', '/bin/sh', '-c', hide, 'sh']
    expect((await run(person, ['doctor'], { before })).stdout).toMatch(expected[kind])
    const empty = join(person.directory, 'home')
    const without = await run(person, ['doctor'], { before, env: { RUNNER_TOOL_CACHE: empty } })
    // The control: with neither of the two there is no sandbox.
    expect(without.stdout).toContain('SANDBOX_UNAVAILABLE: No sandbox holds on this machine: there is no bubblewrap')
    expect(without.stdout).toContain('auto would choose: openai-api')
    expect(without.status).toBe(0)
  })
})

/** Nobody but the user exists in the namespace in which no further one can be made; so sudo is of no use either. */
const namespacesOff = unprivilegedNamespaces
  ? [
      ...['/usr/bin/unshare', '-U', '--map-current-user', '--keep-caps', '/bin/sh', '-c'],
      'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"',
      'sh',
    ]
  : []
const withoutRootAndNamespaces = isRoot || unprivilegedNamespaces ? onLinux : describe.skip

withoutRootAndNamespaces('a machine without user namespaces, for a user without sudo', () => {
  let person: Person
  beforeAll(() => {
    person = makePerson(kindsHere().includes('user without sudo') ? 'user without sudo' : 'self')
  })
  afterAll(() => person.remove())

  const start = (args: readonly string[], where: Partial<Program> = {}) =>
    person.start({
      ...where,
      env: { OPENAI_API_KEY: 'not-a-key', ...where.env },
      command: [...namespacesOff, process.execPath, bundle, ...args],
    }).ended

  it('has no sandbox, and the doctor says why', async () => {
    const doctor = await start(['doctor'])
    expect(doctor.stdout).toMatch(/^isolation: none\n {2}SANDBOX_UNAVAILABLE: No sandbox holds .*user namespace/m)
    // A reviewer through an API needs no sandbox.
    expect(doctor.stdout).toContain('auto would choose: openai-api')
    expect(doctor.status).toBe(0)
  })

  it('refuses a review before the model is asked anything', async () => {
    let asked = 0
    const counting: ScriptedTurn = () => {
      asked += 1
      return { kind: 'message', text: '{}' }
    }
    const review = await withReview(person, [counting], ({ args, where }) => start(args, where))
    expect(review.stdout).toContain('SANDBOX_UNAVAILABLE')
    expect(review.status).toBe(2)
    expect(asked).toBe(0)
  })

  it('goes on with isolation: none, and stamps it', async () => {
    const review = await withReview(person, turns, ({ args, where }) => start([...args, '--isolation', 'none'], where))
    expect(review.stdout).toContain('isolation none')
    expect(review.status).toBe(0)
  })

  it('shows the demo, stamped', async () => {
    const demo = await start(['demo'])
    expect(demo.stdout).toContain('isolation none')
    expect(demo.status).toBe(1)
  })
})

elsewhere('a system for which there is no sandbox', () => {
  let person: Person
  beforeAll(() => {
    person = makePerson('self')
  })
  afterAll(() => person.remove())

  it('is named by the doctor', async () => {
    const doctor = await run(person, ['doctor'])
    expect(doctor.stdout).toMatch(/^isolation: none\r?\n {2}SANDBOX_UNAVAILABLE: /m)
    expect(doctor.status).toBe(0)
  })

  it('refuses a review', async () => {
    const review = await withReview(person, turns, ({ args, where }) => run(person, args, where))
    expect(review.stdout).toContain('SANDBOX_UNAVAILABLE')
    expect(review.status).toBe(2)
  })

  it('shows the demo, stamped', async () => {
    const demo = await run(person, ['demo'])
    expect(demo.stdout).toContain('isolation none')
    expect(demo.status).toBe(1)
  })
})
