import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProcesses } from '../support/processes.js'
import { answers, offByOne, type Reviewed, reads, reviewPullRequest } from '../support/review-pull-request.js'
import { isRoot } from './people.js'

const canMount = process.platform === 'linux' && isRoot && spawnSync('unshare', ['-m', 'true']).status === 0
if (!canMount) process.stderr.write('\nNOT TESTED: a full disk; only root can mount a small one\n\n')

/** A disk of so many bytes, in memory, with the temporary folder of the runner on it. */
class Disk {
  readonly directory: string

  constructor(size: string) {
    this.directory = realpathSync(mkdtempSync(join(tmpdir(), 'ms-disk-')))
    mount(['-t', 'tmpfs', '-o', `size=${size},mode=0711`, 'model-stack-test', this.directory])
  }

  left(): readonly string[] {
    return readdirSync(this.directory)
  }

  remove(): void {
    spawnSync('umount', ['--lazy', this.directory])
    rmSync(this.directory, { recursive: true, force: true })
  }
}

function mount(args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`)
}

interface Filled {
  readonly run: Reviewed
  readonly left: readonly string[]
  /** Outputs that name a file, with that file. */
  readonly named: readonly string[]
}

/** A review with a blocking finding, whose temporary files all go to that disk. */
async function reviewOn(size: string): Promise<Filled> {
  const disk = new Disk(size)
  try {
    const run = await reviewPullRequest({
      turns: [reads, answers([offByOne({ severity: 'high' })])],
      env: { RUNNER_TEMP: disk.directory, TMPDIR: disk.directory },
    })
    const named = ['report-file', 'sarif-file'].flatMap((name) => run.outputs[name] || [])
    expect(named.filter((file) => !existsSync(file))).toEqual([])
    if (run.sarif !== undefined) expect(JSON.parse(run.sarif)).toHaveProperty('runs')
    expect(findProcesses(({ cmdline }) => cmdline.includes(disk.directory))).toEqual([])
    return { run, named, left: disk.left() }
  } finally {
    disk.remove()
  }
}

const whereDisksCanBeMade = canMount ? describe : describe.skip

whereDisksCanBeMade('a disk that is full', () => {
  // Each fills up at another step: the repository, the snapshot, the reviewer's home, its answer, the report.
  it.each(['4k', '16k', '64k', '128k', '256k', '512k', '1m', '2m'])('of %s makes the step red and says so', async (size) => {
    const { run, left } = await reviewOn(size)
    process.stderr.write(`${size}: ${run.exitCode} ${JSON.stringify(run.outputs)} ${left}\n${run.log}\n`)
    expect(run.exitCode).toBe(1)
    expect(['not-evaluated', undefined]).toContain(run.outputs['conclusion'])
    expect(run.log).toMatch(/free (?:some )?space/i)
    expect(run.log).not.toMatch(/^\W*at /m)
    expect(left.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
  })

  it('of 64 megabytes is enough', async () => {
    const { run, named } = await reviewOn('64m')
    expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1' })
    expect(named).toHaveLength(2)
  })
})
