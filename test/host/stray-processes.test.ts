import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { findStrays, killStrays } from '../../src/host/stray-processes.js'

const onLinux = process.platform === 'linux' ? describe : describe.skip
const asRoot = process.getuid?.() === 0 ? it : it.skip
const NOBODY_ELSE = 65_311
const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** A process with the argument, as soon as it runs. */
async function start(argument: string, uid?: number): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn('/bin/sh', ['-c', 'echo up; read -r line', 'sh', argument], {
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  started.push(child)
  await once(child.stdout, 'data')
  return Object.assign(child, { pid: child.pid ?? 0 })
}

onLinux('what a killed run left', () => {
  const directory = '/tmp/model-stack-run-straytest'

  it('is found by the directory in its arguments, and nothing else is', async () => {
    const ours = await start(`--cd=${directory}/snapshot`)
    const other = await start('/tmp/model-stack-run-another/snapshot')
    expect(findStrays({ directory, user: undefined })).toEqual([ours.pid])
    expect(other.exitCode).toBeNull()
  })

  asRoot('is found by its user', async () => {
    const ours = await start('nothing', NOBODY_ELSE)
    const other = await start('nothing', NOBODY_ELSE + 1)
    expect(findStrays({ directory, user: NOBODY_ELSE })).toEqual([ours.pid])
    expect(findStrays({ directory, user: NOBODY_ELSE + 1 })).toEqual([other.pid])
  })

  it('never is ourselves', () => {
    const uid = process.getuid?.()
    const strays = findStrays({ directory: process.execPath, user: uid })
    expect(strays.length).toBeGreaterThan(0)
    expect(strays).not.toContain(process.pid)
  })

  it('is killed, and nothing else is', async () => {
    const ours = await start(`${directory}/scratch`)
    const other = await start('/tmp/model-stack-run-another/snapshot')
    const ended = once(ours, 'exit')
    killStrays({ directory, user: undefined })
    expect(await ended).toEqual([null, 'SIGKILL'])
    expect(other.signalCode).toBeNull()
    expect(findStrays({ directory, user: undefined })).toEqual([])
  })

  asRoot('is killed by its user', async () => {
    const ours = await start('nothing', NOBODY_ELSE)
    const ended = once(ours, 'exit')
    killStrays({ directory, user: NOBODY_ELSE })
    expect(await ended).toEqual([null, 'SIGKILL'])
  })

  asRoot('is no process that is dead already', async () => {
    const parent = spawn('/bin/sh', ['-c', 'true & echo up; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      uid: NOBODY_ELSE,
      gid: NOBODY_ELSE,
    })
    started.push(parent)
    await once(parent.stdout, 'data')
    let found = findStrays({ directory, user: NOBODY_ELSE })
    for (let tries = 0; tries < 50 && found.length > 1; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      found = findStrays({ directory, user: NOBODY_ELSE })
    }
    expect(found).toEqual([parent.pid])
  })

  it('may be nothing', () => {
    expect(() => killStrays({ directory: `${directory}-none`, user: undefined })).not.toThrow()
  })
})
