import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProcesses } from '../support/processes.js'
import { answers, type Reviewed, reads, reviewPullRequest } from '../support/review-pull-request.js'
import { isRoot } from './people.js'

const canMount = process.platform === 'linux' && isRoot && spawnSync('unshare', ['-m', 'true']).status === 0
if (!canMount) process.stderr.write('\nNOT TESTED: a full disk; only root can mount a small one\n\n')

interface Disk {
  readonly directory: string
  /** What is on it. */
  left(): readonly string[]
  remove(): void
}

/** A small disk in memory; `limit` is an option of tmpfs. */
function makeDisk(limit: string): Disk {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'ms-disk-')))
  mount(['-t', 'tmpfs', '-o', `${limit},mode=0711`, 'model-stack-test', directory])
  return {
    directory,
    left: () => readdirSync(directory),
    remove: () => {
      spawnSync('umount', ['--lazy', directory])
      rmSync(directory, { recursive: true, force: true })
    },
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

/** A review that finds nothing, whose temporary files all go to that disk. */
async function reviewOn(limit: string): Promise<Filled> {
  const disk = makeDisk(limit)
  try {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
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
  // Each fills up at another step: the run's directory, the repository, a fetch, the snapshot, the reviewer's home.
  it.each([
    'size=4k',
    'size=32k',
    'size=96k',
    'nr_inodes=1',
    'nr_inodes=3',
    'nr_inodes=16',
    'nr_inodes=24',
    'nr_inodes=32',
  ])('after %s makes the step red, in one line that says what to do', async (limit) => {
    const { run, left } = await reviewOn(limit)
    expect(run.exitCode).toBe(1)
    expect(['not-evaluated', undefined]).toContain(run.outputs['conclusion'])
    expect(run.log).toMatch(/free some space/i)
    expect(run.log).not.toMatch(/^\W*at /m)
    expect(left.filter((name) => name.startsWith('model-stack-run-'))).toEqual([])
  })

  it('after 64 megabytes is none', async () => {
    const { run, named } = await reviewOn('size=64m')
    expect(run.outputs).toMatchObject({ conclusion: 'pass', results: '0' })
    expect(named).toHaveLength(2)
  })
})
