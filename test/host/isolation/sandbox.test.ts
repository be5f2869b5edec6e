import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { findProcesses, settle } from '../../support/processes.js'
import { describeWays, inside, makeWorld, node, outside, shell, USER, type World, workingWays } from './world.js'

const ways = await workingWays()
const MEBIBYTE = 1024 * 1024

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.dispose())

describe('the sandboxes of this machine', () => {
  it('are there for root on Linux with bubblewrap', () => {
    if (process.platform === 'linux' && process.getuid?.() === 0)
      expect(ways.map(({ way }) => way.level)).toContain('root-sandbox')
    else expect(ways.every(({ way }) => way.prefix.length > 0 || way.level === 'user-sandbox')).toBe(true)
  })
})

describeWays(ways, (way, bubblewrap) => {
  const plan = () => world.plan(way, bubblewrap)
  const run = (script: string) => inside(plan(), shell(script))

  it('shows the snapshot, the input and exactly the environment that was given', async () => {
    const code = `console.log(JSON.stringify([process.env, require('fs').readFileSync('a.ts', 'utf8'), require('fs').readFileSync(0, 'utf8'), process.cwd()]))`
    const { lines, exitCode } = await inside(plan(), {
      ...node(code),
      env: { ONE: '1', TWO: 'a b\n"' },
      input: 'the prompt',
    })
    expect(exitCode).toBe(0)
    expect(JSON.parse(lines[0] ?? '')).toEqual([
      { ONE: '1', TWO: 'a b\n"' },
      'export const a = 1\n',
      'the prompt',
      world.snapshot,
    ])
  })

  it('hides the files of the host', async () => {
    const script = `cat ${world.secret} ${process.cwd()}/package.json; ls -A ${world.root} ${process.cwd()} /etc`
    const control = await outside(plan(), shell(script))
    expect(control.lines.join('\n')).toContain('the secret of the host')
    expect(control.lines.join('\n')).toContain('model-stack-action')
    const said = (await run(script)).lines.join('\n')
    expect(said).not.toContain('secret')
    expect(said).not.toContain('model-stack-action')
    expect(said.split('\n').filter((line) => /shadow|sudoers|ssh|hostname|environment/.test(line))).toEqual([])
  })

  it('shows users that name nobody of the host', async () => {
    const id = way.privilege.kind === 'root' ? way.privilege.uid : 65_534
    expect((await run('cat /etc/passwd /etc/group; id -u; id -g; id -G')).lines).toEqual([
      expect.stringMatching(`^reviewer:x:${id}:${id}::/nonexistent:/`),
      `reviewer:x:${id}:`,
      ...[`${id}`, `${id}`, `${id}`],
    ])
  })

  it.each([
    ['writing to a file', 'echo changed > a.ts'],
    ['giving it other permissions', 'chmod 0666 a.ts'],
    ['making a file', 'touch new.ts'],
    ['removing a file', 'rm -f a.ts'],
    ['moving it away', 'mv ../snapshot ../moved'],
    ['mounting it anew in a user namespace', 'unshare -Urm sh -c "mount -o remount,rw,bind . && echo changed > a.ts"'],
    ['covering it in a user namespace of the program', 'unshare -Urm sh -c "umount -l ."'],
  ])('keeps the snapshot from %s', async (_what, script) => {
    // So that it is not the permissions that refuse.
    chmodSync(world.snapshot, 0o777)
    chmodSync(join(world.snapshot, 'a.ts'), 0o666)
    const { exitCode } = await run(script)
    expect(exitCode).not.toBe(0)
    expect(readFileSync(join(world.snapshot, 'a.ts'), 'utf8')).toBe('export const a = 1\n')
  })

  it('hides the processes of the host', async () => {
    const script = 'cat /proc/[0-9]*/cmdline | tr "\\0" " "; echo; ls -d /proc/[0-9]*'
    expect((await outside(plan(), shell(script))).lines).toContain(`/proc/${process.pid}`)
    const { lines } = await run(script)
    expect(lines.join('\n')).not.toContain('jest')
    expect(lines.filter((line) => line.startsWith('/proc/')).length).toBeLessThan(10)
  })

  it('reaches no TCP, UDP, UNIX or abstract socket of the host', async () => {
    const listeners = await startListeners(world.root)
    try {
      const everything = ['tcp', 'udp', 'unix', 'abstract']
      expect((await outside(plan(), node(listeners.attack))).lines.toSorted()).toEqual(everything.toSorted())
      await settle(() => listeners.reached().length === everything.length)
      expect(listeners.reached()).toEqual(everything.toSorted())
      listeners.forget()
      expect((await inside(plan(), node(listeners.attack))).lines.filter((line) => line !== 'udp')).toEqual([])
      expect(listeners.reached()).toEqual([])
    } finally {
      listeners.close()
    }
  })

  it('holds no capability and cannot gain one, in namespaces and under a name of its own', async () => {
    const { lines } = await run(
      'grep -E "^(Cap|NoNewPrivs)" /proc/self/status; hostname; tail -n +3 /proc/net/dev | cut -d: -f1',
    )
    const none = ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].map((set) => `${set}:\t0000000000000000`)
    expect(lines.slice(0, 6)).toEqual([...none, 'NoNewPrivs:\t1'])
    expect(lines[6]).toBe('reviewer')
    expect(hostname()).not.toBe('reviewer')
    expect(lines.slice(7).map((line) => line.trim())).toContain('lo')
    expect(lines.join('\n')).not.toMatch(/eth|ens|enp|docker|wlan/)
  })

  it('lives in namespaces that are not those of the host', async () => {
    const script = 'for kind in pid ipc net uts mnt; do readlink /proc/self/ns/$kind; done'
    const host = (await outside(plan(), shell(script))).lines
    expect(host).toHaveLength(5)
    const { lines } = await run(script)
    expect(lines).toHaveLength(5)
    expect(lines.filter((line) => host.includes(line))).toEqual([])
  })

  it('lets nothing be written but its files, its directories and /tmp', async () => {
    const own = join(world.root, 'own')
    const answer = join(world.root, 'answer')
    const script = `echo answered > ${answer}; echo kept > ${own}/file && cat ${own}/file; find / -path /proc -prune -o -type d -writable -print 2>/dev/null`
    const command = { ...shell(script), writableFiles: [answer], privateDirectories: [own] }
    const { lines } = await inside(plan(), command)
    expect(lines[0]).toBe('kept')
    // In a user namespace the directories above the mounts in /tmp are ours too, and in memory as /tmp is.
    expect(
      lines
        .slice(1)
        // A file system for terminals, where nobody can make a file.
        .filter((path) => path !== '/dev/pts' && !`${world.root}/`.startsWith(`${path}/`))
        .toSorted(),
    ).toEqual([own])
    expect(readFileSync(answer, 'utf8')).toBe('answered\n')
    expect(() => readFileSync(join(own, 'file'))).toThrow()
    rmSync(answer)
  })

  it('empties a file to be written before the program starts', async () => {
    const answer = join(world.root, 'answer')
    await inside(plan(), { ...shell(`echo old old old > ${answer}`), writableFiles: [answer] })
    await inside(plan(), { ...shell('true'), writableFiles: [answer] })
    expect(readFileSync(answer, 'utf8')).toBe('')
  })

  it('bounds files, processes and memory on disk', async () => {
    const own = join(world.root, 'own')
    const script = `grep -E "^Max (core file size|file size|processes)" /proc/self/limits | tr -s " "; df -B1 --output=size /tmp ${own} | tail -n 2; truncate -s 513M ${own}/large; echo $?`
    const { lines } = await inside(plan(), { ...shell(script), privateDirectories: [own] })
    expect(lines.map((line) => line.trim())).toEqual([
      `Max file size ${512 * MEBIBYTE} ${512 * MEBIBYTE} bytes`,
      'Max core file size 0 0 bytes',
      'Max processes 4096 4096 processes',
      ...[String(512 * MEBIBYTE), String(512 * MEBIBYTE)],
      // 128 + SIGXFSZ
      '153',
    ])
  })

  it.each([
    ['exit 0', 0],
    ['exit 7', 7],
    ['kill -TERM $$', 143],
    ['kill -KILL $$', 137],
  ])('passes on how the program ended: %s', async (script, expected) => {
    expect(await run(script)).toMatchObject({ exitCode: expected, signal: null, stalled: false })
  })

  it('says which program cannot be started', async () => {
    const output = await inside(plan(), { file: '/nonexistent/program' })
    expect(output.exitCode).toBe(126)
    expect(output.stderr).toContain('cannot start /nonexistent/program')
  })

  it('passes on standard error', async () => {
    expect((await run('echo complaint >&2; exit 1')).stderr).toContain('complaint')
  })

  it('loses nothing of 5 MB printed at once, though the host reads slowly', async () => {
    let bytes = 0
    let last = ''
    const onLine = (line: Buffer) => {
      // The first line holds the host up for longer than the program runs.
      if (bytes === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500)
      bytes += line.length + 1
      last = line.toString()
    }
    const script = 'yes 0123456789012345678901234567890123456789 | head -c 4999999; echo; echo end'
    const output = await inside(plan(), { ...shell(script), onLine })
    expect(output).toMatchObject({ exitCode: 0, stalled: false })
    expect([bytes, last]).toEqual([5_000_004, 'end'])
  })

  it('gives the program an output that blocks, as programs expect', async () => {
    const { lines } = await run('grep flags /proc/self/fdinfo/1 /proc/self/fdinfo/2')
    const flags = lines.map((line) => Number.parseInt(line.split(/\s+/)[1] ?? '', 8))
    expect(flags).toHaveLength(2)
    expect(flags.map((flag) => flag & 0o4000)).toEqual([0, 0])
  })

  it('does not wait for a grandchild that keeps the output open, and ends it', async () => {
    const { lines, stalled } = await run('setsid nohup sleep 71717 & echo done')
    expect([lines, stalled]).toEqual([['done'], false])
    const left = () => findProcesses(({ cmdline }) => cmdline.includes('sleep 71717'))
    await settle(() => left().length === 0)
    expect(left()).toEqual([])
  })

  it('ends everything inside when it is aborted', async () => {
    const abort = new AbortController()
    const left = () => findProcesses(({ cmdline }) => cmdline.includes('sleep 72727'))
    const onLine = () => abort.abort()
    const script = 'trap "" TERM HUP INT; setsid sleep 72727 & nohup sleep 72727 & echo started; sleep 72727'
    const output = await inside(plan(), { ...shell(script), onLine, signal: abort.signal })
    expect(output.exitCode).not.toBe(0)
    await settle(() => left().length === 0)
    expect(left()).toEqual([])
  })

  it('opens the way to the key proxy, and to nothing else', async () => {
    const code = `fetch('http://127.0.0.1:8080/v1').then((answer) => answer.text()).then(console.log)`
    expect((await inside(plan(), node(code))).lines).toEqual(['from the proxy'])
    const other = `fetch('http://1.1.1.1/').then(() => console.log('reached'), (error) => console.log(error.cause.code))`
    expect((await inside(plan(), node(other))).lines).toEqual(['ENETUNREACH'])
  })

  it('hides the checkout where it lies in a directory of the system', async () => {
    const hidden = { ...plan(), secretPlaces: ['/usr/share'] }
    expect((await inside(hidden, shell('ls -A /usr/share; ls /usr/bin/env'))).lines).toEqual(['/usr/bin/env'])
  })
})

it('uses a user that is not root for what root starts', () => expect(USER).toBeGreaterThan(0))

/** Listeners of the host that everyone may reach, and a program that tries them all and prints which it reached. */
async function startListeners(directory: string) {
  const reached = new Set<string>()
  const servers: Server[] = []
  const listen = async (name: string, target: { path: string } | { host: string; port: number }) => {
    const server = createServer((socket) => {
      reached.add(name)
      socket.end()
    })
    server.listen(target)
    await once(server, 'listening')
    servers.push(server)
    return server.address()
  }
  const path = join(directory, 'host.sock')
  const abstract = `\0${path}`
  const tcp = await listen('tcp', { host: '127.0.0.1', port: 0 })
  await listen('unix', { path })
  chmodSync(path, 0o777)
  await listen('abstract', { path: abstract })
  const udp = createSocket('udp4', () => reached.add('udp'))
  udp.bind(0, '127.0.0.1')
  await once(udp, 'listening')
  const port = tcp !== null && typeof tcp === 'object' ? tcp.port : 0
  const attack = `
    const { connect } = require('net')
    const attempt = (name, target) => connect(target).once('connect', function () { console.log(name); this.destroy() }).once('error', () => {})
    attempt('tcp', { host: '127.0.0.1', port: ${port} })
    attempt('unix', { path: ${JSON.stringify(path)} })
    attempt('abstract', { path: ${JSON.stringify(abstract)} })
    const udp = require('dgram').createSocket('udp4')
    udp.on('error', () => udp.close())
    udp.send('hello', ${udp.address().port}, '127.0.0.1', (error) => { if (!error) console.log('udp'); udp.close() })`
  return {
    attack,
    reached: () => [...reached].toSorted(),
    forget: () => reached.clear(),
    close: () => {
      for (const server of servers) server.close()
      udp.close()
    },
  }
}
