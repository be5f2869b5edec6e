import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProcesses, settle } from '../support/processes.js'
import { answers, offByOne, reads, reviewPullRequest } from '../support/review-pull-request.js'

const onLinux = process.platform === 'linux' ? describe : describe.skip

/** A command that tries to outlive everything: in a session of its own, deaf to signals, twice forked. */
function outliving(seconds: number): string {
  return `(trap '' HUP INT TERM; setsid nohup sh -c 'trap "" HUP INT TERM; sleep ${seconds}' >/dev/null 2>&1 &) ; sleep ${seconds}`
}

const running = (text: string) => findProcesses(({ cmdline }) => cmdline.includes(text))

onLinux('a step that is ended from outside', () => {
  it('leaves nothing running when it is killed, and is not green', async () => {
    const run = await reviewPullRequest({
      turns: [{ kind: 'command', command: outliving(98_701) }, answers([])],
      killed: 'SIGKILL',
    })
    expect(run.exitCode).toBeNull()
    expect(run.outputs).toEqual({})
    await settle(() => running('98701').length === 0)
    expect(running('98701')).toEqual([])
    expect(running(run.state['run-directory'] ?? 'nothing was said')).toEqual([])
    expect(run.leftInTemp.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
    expect(run.checkoutDifferences).toEqual([])
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with a report that says not evaluated on %s', async (killed) => {
    const run = await reviewPullRequest({
      turns: [{ kind: 'command', command: outliving(98_702) }, answers([])],
      inputs: { 'on-not-evaluated': 'warn-on-outage' },
      killed,
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '' })
    expect(run.summary).toContain('NOT REVIEWED')
    expect(run.report?.reviewers).toMatchObject([{ status: 'failed', error: { code: 'TIMED_OUT' } }])
    await settle(() => running('98702').length === 0)
    expect(running('98702')).toEqual([])
    expect(run.leftInTemp.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
  })
})

/** A file where a directory should be: not even root can write into it. */
function unusable(): string {
  const file = join(tmpdir(), `no-directory-${process.pid}`)
  writeFileSync(file, '')
  return file
}

onLinux('a machine that misbehaves', () => {
  it('works elsewhere where the temporary folder of the runner cannot be used', async () => {
    const run = await reviewPullRequest({ env: { RUNNER_TEMP: unusable() } })
    expect(run.outputs['conclusion']).toBe('pass')
    expect(run.report?.isolation.level).toMatch(/sandbox/)
  })

  it('is red in one line where no temporary folder can be used', async () => {
    const nowhere = unusable()
    const run = await reviewPullRequest({ env: { RUNNER_TEMP: nowhere, TMPDIR: nowhere } })
    expect(run.exitCode).toBe(1)
    expect(run.outputs['conclusion']).not.toBe('pass')
    expect(run.log).toContain(`could be made`)
    expect(run.log).toContain(nowhere)
    expect(run.log).not.toMatch(/^\s+at /m)
  })

  it('reaches the same verdict when the clock jumps by days, back and forth', async () => {
    const jumps = `const now = Date.now; let count = 0
      Date.now = () => now() + (count++ % 2 === 0 ? -1 : 1) * 3 * 86_400_000`
    const run = await reviewPullRequest({
      turns: [reads, answers([offByOne({ severity: 'high' })])],
      env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(jumps)}` },
    })
    expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1' })
    expect(run.exitCode).toBe(1)
  })
})
