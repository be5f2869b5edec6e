import { type ProcessCommand, runCommand } from '../../src/host/run-command.js'

interface Started {
  readonly command: ProcessCommand
  readonly lines: string[]
}

function aCommand(script: string, overrides: Partial<ProcessCommand> = {}): Started {
  const lines: string[] = []
  const command: ProcessCommand = {
    file: process.execPath,
    args: ['-e', script],
    cwd: process.cwd(),
    env: {},
    input: '',
    onLine: (line) => lines.push(line.toString('utf8')),
    stallMs: 20_000,
    signal: new AbortController().signal,
    ...overrides,
  }
  return { command, lines }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A process that ignores SIGTERM and says when it does. */
const stubborn = `process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)`
const onPosix = process.platform === 'win32' ? it.skip : it

describe('runCommand', () => {
  it('hands over the input and the lines of standard output', async () => {
    const { command, lines } = aCommand('process.stdin.pipe(process.stdout)', { input: 'one\ntwo\nthree' })
    const output = await runCommand(command)
    expect(lines).toEqual(['one', 'two', 'three'])
    expect(output).toEqual({ exitCode: 0, signal: null, stderr: '', stalled: false })
  })

  it('ends a line at LF only', async () => {
    const { command, lines } = aCommand('process.stdin.pipe(process.stdout)', { input: 'a\u2028b\u0085c\rd\r\n\ne\n' })
    await runCommand(command)
    expect(lines).toEqual(['a\u2028b\u0085c\rd\r', '', 'e'])
  })

  it('gives the child no other environment than the one it was given', async () => {
    const { command, lines } = aCommand('console.log(JSON.stringify(process.env))', { env: { ONLY: 'this' } })
    await runCommand(command)
    // macOS adds a variable of its own to every process.
    const { __CF_USER_TEXT_ENCODING: _, ...environment } = JSON.parse(lines.join(''))
    expect(environment).toEqual({ ONLY: 'this' })
  })

  it('drops a line over 8 MiB, says so and keeps those around it', async () => {
    const { command, lines } = aCommand(
      `console.log('before'); console.log('x'.repeat(9 * 1024 * 1024)); console.log('after')`,
    )
    const output = await runCommand(command)
    expect(lines).toEqual(['before', 'after'])
    expect(output.stderr).toContain('was dropped')
  })

  it('passes a line of several megabytes whole', async () => {
    const { command, lines } = aCommand(`console.log('x'.repeat(4 * 1024 * 1024))`)
    await runCommand(command)
    expect(lines.map((line) => line.length)).toEqual([4 * 1024 * 1024])
  })

  it('keeps the last 64 KiB of standard error', async () => {
    const { command } = aCommand(`console.error('start' + 'x'.repeat(300_000) + 'end')`)
    const { stderr } = await runCommand(command)
    expect(stderr.length).toBe(64 * 1024)
    expect(stderr.trimEnd().endsWith('xend')).toBe(true)
  })

  it('reports the exit code, and does not mind a child that leaves its input unread', async () => {
    const { command } = aCommand('process.exit(3)', { input: 'x'.repeat(1_000_000) })
    expect(await runCommand(command)).toMatchObject({ exitCode: 3, signal: null, stalled: false })
  })

  it('rejects when the program does not exist', async () => {
    const { command } = aCommand('', { file: '/nonexistent/program' })
    await expect(runCommand(command)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('passes on what the line handler throws, once the child is gone', async () => {
    const { command } = aCommand(`console.log(1); setInterval(() => {}, 1000)`, {
      onLine: () => {
        throw new Error('ours')
      },
    })
    await expect(runCommand(command)).rejects.toThrow('ours')
  })

  it('stops a child that prints nothing', async () => {
    const { command } = aCommand('setInterval(() => {}, 1000)', { stallMs: 200 })
    expect(await runCommand(command)).toMatchObject({ exitCode: null, stalled: true })
  })

  it('does not take standard error for progress', async () => {
    const { command } = aCommand(`setInterval(() => console.error('busy'), 50)`, { stallMs: 1_000 })
    expect(await runCommand(command)).toMatchObject({ stalled: true })
  })

  it('stops the child when the signal is aborted', async () => {
    const controller = new AbortController()
    const { command } = aCommand(`console.log('up'); setInterval(() => {}, 1000)`, {
      signal: controller.signal,
      onLine: () => controller.abort(),
    })
    expect(await runCommand(command)).toMatchObject({ exitCode: null, stalled: false })
  })

  it('does not leave a child running when the signal was aborted before', async () => {
    const { command } = aCommand('setInterval(() => {}, 1000)', { signal: AbortSignal.abort() })
    expect(await runCommand(command)).toMatchObject({ exitCode: null })
  })

  onPosix('kills a child that ignores SIGTERM, and settles when it is gone', async () => {
    const controller = new AbortController()
    const { command, lines } = aCommand(stubborn, { signal: controller.signal })
    const output = await runCommand({
      ...command,
      onLine: (line) => {
        command.onLine(line)
        controller.abort()
      },
    })
    expect(output.signal).toBe('SIGKILL')
    expect(isAlive(Number(lines[0]))).toBe(false)
  })

  onPosix('kills what a child that exits normally leaves behind', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout.once('data', (data) => process.stdout.write(data, () => process.exit(0)))`
    const { command, lines } = aCommand(script)
    expect(await runCommand(command)).toMatchObject({ exitCode: 0 })
    const pid = Number(lines[0])
    expect(pid).toBeGreaterThan(0)
    expect(isAlive(pid)).toBe(false)
  })

  it('keeps standard input open as a lifeline, and closes it to end the program', async () => {
    const stop = new AbortController()
    const { command, lines } = aCommand(
      `process.on('SIGTERM', () => {}); process.stdin.on('end', () => process.exit(7)).resume(); console.log('up')`,
      { signal: stop.signal, input: 'never sent' },
    )
    const running = runCommand(
      {
        ...command,
        onLine: (line) => {
          command.onLine(line)
          if (line.toString() === 'up') stop.abort()
        },
      },
      { stdin: 'lifeline' },
    )
    expect(await running).toMatchObject({ exitCode: 7 })
    expect(lines).toEqual(['up'])
  })

  const asRoot = process.getuid?.() === 0 && process.platform === 'linux' ? it : it.skip
  asRoot('drops to the given user and keeps none of our groups', async () => {
    const { command, lines } = aCommand('', {
      file: '/bin/sh',
      args: ['-c', 'id -u; id -g; id -G'],
      env: { PATH: '/usr/bin:/bin' },
    })
    await runCommand(command, { identity: { uid: 65_434, gid: 65_435 } })
    expect(lines).toEqual(['65434', '65435', '65435'])
  })
})
