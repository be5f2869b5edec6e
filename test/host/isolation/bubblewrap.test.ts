import { isWithin, type Layout, toBubblewrapArguments } from '../../../src/host/isolation/bubblewrap.js'

const layout: Layout = {
  system: ['/usr'],
  links: [{ path: '/bin', target: 'usr/bin' }],
  hidden: [],
  readOnly: [],
  writableFiles: [],
  privateDirectories: [],
  cwd: '/',
}
const program = { command: ['/run/node', 'launcher'], env: { PATH: '/usr/bin', LANG: 'C' } }
const ROOT = { kind: 'root', uid: 65_000 } as const
const USER = { kind: 'user-namespace' } as const

const argumentsFor = (changes: Partial<Layout>, privilege: typeof ROOT | typeof USER = USER) =>
  toBubblewrapArguments({ ...layout, ...changes }, privilege, program)

/** What is mounted or made, one line each, in order; without the permissions and sizes before it. */
function mounts(changes: Partial<Layout>): string[] {
  const given = argumentsFor(changes)
  const taken: Readonly<Record<string, number>> = {
    '--ro-bind': 2,
    '--bind': 2,
    '--symlink': 2,
    '--tmpfs': 1,
    '--dir': 1,
    '--proc': 1,
    '--dev': 1,
    '--remount-ro': 1,
  }
  return given.flatMap((argument, index) => {
    const count = taken[argument]
    return count === undefined ? [] : [given.slice(index, index + 1 + count).join(' ')]
  })
}

const FIRST = ['--ro-bind /usr /usr', '--symlink usr/bin /bin', '--proc /proc', '--dev /dev', '--remount-ro /dev']
const LAST = '--remount-ro /'

describe('the arguments of bubblewrap', () => {
  it.each<[string, Partial<Layout>, readonly string[]]>([
    ['nothing but the system', {}, ['--tmpfs /tmp']],
    [
      'a file whose directories are made from the top',
      { readOnly: [{ path: '/run/model-stack/node', from: '/opt/node' }] },
      ['--tmpfs /tmp', '--dir /run', '--dir /run/model-stack', '--ro-bind /opt/node /run/model-stack/node'],
    ],
    [
      'directories that are made once',
      { readOnly: [{ path: '/a/b/c' }, { path: '/a/b/d' }, { path: '/a/e' }] },
      [
        '--tmpfs /tmp',
        '--dir /a',
        '--dir /a/b',
        '--ro-bind /a/b/c /a/b/c',
        '--ro-bind /a/b/d /a/b/d',
        '--ro-bind /a/e /a/e',
      ],
    ],
    [
      '/tmp before what lies in /tmp',
      { readOnly: [{ path: '/tmp/run/snapshot' }], writableFiles: ['/tmp/run/answer'] },
      [
        '--tmpfs /tmp',
        '--dir /tmp/run',
        '--ro-bind /tmp/run/snapshot /tmp/run/snapshot',
        '--bind /tmp/run/answer /tmp/run/answer',
      ],
    ],
    [
      'a checkout below /usr hidden, and what is needed of it seen',
      {
        hidden: ['/usr/src/project'],
        readOnly: [{ path: '/usr/src/project/.cache/tool/cli' }, { path: '/usr/lib/other' }],
      },
      [
        ...[
          '--tmpfs /tmp',
          '--tmpfs /usr/src/project',
          '--dir /usr/src/project/.cache',
          '--dir /usr/src/project/.cache/tool',
        ],
        ...[
          '--ro-bind /usr/src/project/.cache/tool/cli /usr/src/project/.cache/tool/cli',
          '--ro-bind /usr/lib/other /usr/lib/other',
        ],
      ],
    ],
    [
      'private directories before the files in them',
      {
        privateDirectories: ['/tmp/home'],
        readOnly: [{ path: '/tmp/home/config' }],
        writableFiles: ['/tmp/home/answer'],
      },
      [
        '--tmpfs /tmp',
        '--tmpfs /tmp/home',
        '--ro-bind /tmp/home/config /tmp/home/config',
        '--bind /tmp/home/answer /tmp/home/answer',
      ],
    ],
  ])('mount %s', (_what, changes, expected) => {
    expect(mounts(changes)).toEqual([...FIRST, ...expected, LAST])
  })

  it('let other users pass through the directories that are made', () => {
    const given = argumentsFor({ readOnly: [{ path: '/a/b/c' }] })
    const made = given.flatMap((argument, index) =>
      argument === '--dir' ? [given.slice(index - 2, index).join(' ')] : [],
    )
    expect(made).toEqual(['--perms 0755', '--perms 0755'])
  })

  it('bound every writable directory', () => {
    const given = argumentsFor({ privateDirectories: ['/tmp/home'], hidden: ['/usr/src'] })
    const leading = (path: string) => given.slice(given.indexOf(path) - 5, given.indexOf(path))
    const bounded = ['--perms', '1777', '--size', String(512 * 1024 * 1024), '--tmpfs']
    expect([leading('/tmp'), leading('/tmp/home')]).toEqual([bounded, bounded])
    expect(leading('/usr/src').slice(2)).toEqual(['--perms', '0755', '--tmpfs'])
  })

  it.each([
    ['root', ROOT],
    ['a user namespace', USER],
  ])('share nothing and hand on nothing, for %s', (_name, privilege) => {
    const given = argumentsFor({}, privilege)
    for (const kind of ['pid', 'ipc', 'net', 'uts']) expect(given).toContain(`--unshare-${kind}`)
    for (const needed of ['--die-with-parent', '--new-session', '--clearenv']) expect(given).toContain(needed)
    expect(given.filter((argument) => /share-net$|try$/.test(argument))).toEqual([
      '--unshare-net',
      '--unshare-cgroup-try',
    ])
    expect(given.join(' ')).not.toContain('bind / /')
    expect(given.join(' ')).toContain('--cap-drop ALL')
    expect(given.indexOf('--clearenv')).toBeLessThan(given.indexOf('--setenv'))
    expect(given.join(' ')).toContain('--setenv PATH /usr/bin --setenv LANG C')
    expect(given.slice(-2)).toEqual(program.command)
  })

  it('hand root over to the throw-away user before anything of ours starts', () => {
    const given = argumentsFor({}, ROOT)
    const started = given.slice(given.indexOf('--') + 1)
    expect(started.slice(0, 4)).toEqual(['/usr/bin/setpriv', '--reuid=65000', '--regid=65000', '--clear-groups'])
    expect(started.indexOf('--bounding-set=-all')).toBeLessThan(started.indexOf('/bin/sh'))
    expect(started.indexOf('--no-new-privs')).toBeLessThan(started.indexOf('/bin/sh'))
    expect(given.join(' ')).not.toContain('--unshare-user')
    expect(given.filter((argument) => argument.startsWith('CAP_'))).toEqual(['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'])
  })

  it('make a user namespace without a capability where we are not root', () => {
    const given = argumentsFor({})
    expect(given.join(' ')).toContain('--unshare-user --uid 65534 --gid 65534')
    expect(given).not.toContain('--cap-add')
    expect(given).not.toContain('/usr/bin/setpriv')
  })

  it('start a program whose name looks like an option as a program', () => {
    const given = toBubblewrapArguments(layout, USER, { command: ['--share-net'], env: {} })
    expect(given.indexOf('--')).toBeLessThan(given.indexOf('--share-net'))
  })
})

describe('isWithin', () => {
  it.each([
    ['/usr', '/usr', true],
    ['/usr', '/usr/lib', true],
    ['/usr', '/usrlocal', false],
    ['/', '/anything', true],
    ['/usr/lib', '/usr', false],
  ])('%s, %s: %s', (directory, path, expected) => {
    expect(isWithin(directory, path)).toBe(expected)
  })
})
