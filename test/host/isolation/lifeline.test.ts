import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { LIFELINE } from '../../../src/host/isolation/lifeline.js'
import { findProcesses, settle } from '../../support/processes.js'
import { describeWays, makeWorld, type World, workingWays } from './world.js'

const SUDO = '/usr/bin/sudo'
const proved = await workingWays()
/** Behind sudo our death reaches nobody but through the lifeline; root may use sudo too. */
const behindSudo =
  existsSync(SUDO) && spawnSync(SUDO, ['-n', 'true']).status === 0
    ? proved
        .filter(({ way }) => way.privilege.kind === 'root' && way.prefix.length === 0)
        .map(({ way, bubblewrap }) => ({
          way: { ...way, name: 'bubblewrap through sudo', prefix: [SUDO, '-n', '--'] },
          bubblewrap,
        }))
    : []
const ways = [...proved, ...behindSudo]

const unix = process.platform === 'win32' ? describe.skip : describe

unix('the lifeline', () => {
  const start = (script: string) =>
    spawn('/bin/sh', ['-c', LIFELINE, 'sh', '/bin/sh', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] })

  it.each([0, 3, 42])('ends with the program, and as it did: %d', async (status) => {
    const child = start(`exit ${status}`)
    expect(await once(child, 'exit')).toEqual([status, null])
  })

  it('gives the program no input', async () => {
    const child = start('cat; echo end')
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes
    })
    await once(child, 'close')
    expect(said).toBe('end\n')
  })

  it('kills the program when its input ends', async () => {
    const child = start('trap "" TERM HUP; echo up; while :; do sleep 1; done')
    await once(child.stdout, 'data')
    child.stdin.end()
    const [code] = await once(child, 'exit')
    expect(code).toBe(137)
  })

  it('leaves no watcher behind', async () => {
    const child = spawn('/bin/sh', ['-c', LIFELINE, 'lifeline-74747', '/bin/true'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    await once(child, 'exit')
    expect(findProcesses(({ cmdline }) => cmdline.includes('lifeline-74747'))).toEqual([])
  })
})

describeWays(ways, (way, bubblewrap) => {
  let world: World
  beforeEach(async () => {
    world = await makeWorld()
  })
  afterEach(() => world.dispose())

  it('dies with us when we are killed, with everything that it started', async () => {
    const helper = await bundleHelper(world)
    const plan = JSON.stringify(world.plan(way, bubblewrap))
    const child = spawn(process.execPath, [helper, plan], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [started] = await once(child.stdout, 'data')
    expect(String(started)).toBe('started\n')
    const left = () => findProcesses(({ cmdline }) => cmdline.includes(world.root) || cmdline.includes('sleep 73737'))
    expect(left().filter((process_) => process_.includes('sleep 73737')).length).toBeGreaterThanOrEqual(3)
    child.kill('SIGKILL')
    await settle(() => left().length === 0)
    expect(left()).toEqual([])
  })
})

/** A program that starts a sandbox as the action does, with children that do their best to survive. */
async function bundleHelper({ root }: World): Promise<string> {
  const file = join(root, 'bundle', 'helper.mjs')
  mkdirSync(join(root, 'bundle'))
  // Beside the bundle, where the program expects the launcher.
  symlinkSync(join(process.cwd(), 'dist'), join(root, 'dist'))
  await build({
    stdin: {
      contents: `import { runInSandbox } from './src/host/isolation/sandbox.ts'
        const plan = JSON.parse(process.argv[2])
        await runInSandbox(plan, {
          file: '/bin/sh',
          args: ['-c', 'trap "" TERM HUP INT; setsid sleep 73737 & nohup sleep 73737 & sleep 73737 & sleep 1; echo started; wait'],
          cwd: plan.readOnly[0], env: { PATH: '/usr/bin:/bin' }, input: '', readOnly: [], writableFiles: [], privateDirectories: [],
          onLine: (line) => console.log(line.toString()), stallMs: 600_000, signal: new AbortController().signal,
        })`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    outfile: file,
    format: 'esm',
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  })
  return file
}
