import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { secret, secrets } from './cases.js'
import { leaks } from './oracles/leaks.js'
import { runnerCommands } from './oracles/runner-commands.js'
import { survivors } from './oracles/survivors.js'
import { treeHash } from './oracles/trees.js'
import { git } from './repository.js'
import { holdsAlways } from './universal.js'
import { runInCheckout, runPlain, runPlainCodex, unprotected } from './unprotected.js'
import { attacked, makeWorld, type Outcome, type World } from './world.js'

/** The output of the nth command, as the model got it. */
function toolOutput(run: Outcome, command: number): string {
  return run.requests[command]?.input ?? ''
}

/** What a reviewer's tools may know of the machine. */
const allowedVariables =
  /^(?:PATH|HOME|TMPDIR|TMP|TEMP|LANG|LC_[A-Z]+|TERM|SHLVL|PWD|OLDPWD|_|NO_COLOR|PAGER|GIT_PAGER|GH_PAGER|GIT_CONFIG_[A-Z0-9_]+|COLORTERM|CODEX_[A-Z_]+|MSA_MODEL_KEY|SHELL|USER|LOGNAME)$/

/** As actions/checkout leaves it where its token is persisted. */
function persistCredentials({ workspace }: World): void {
  const basic = Buffer.from(`x-access-token:${secret('GITHUB_TOKEN')}`).toString('base64')
  git(workspace, ['config', '--local', 'http.https://github.com/.extraheader', `AUTHORIZATION: basic ${basic}`])
}

describe('D13 a tool that looks for secrets', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D13', {
      prepare: (world) => {
        persistCredentials(world)
        writeFileSync(join(world.root, 'home', '.git-credentials'), `https://x:${secret('OLD_TOKEN')}@github.com\n`)
      },
    })
  })
  holdsAlways(() => run)

  it('gets none, in no output', () => {
    expect(run.requests.length).toBeGreaterThanOrEqual(3)
    for (const index of run.requests.keys()) expect(leaks(toolOutput(run, index), secrets)).toEqual([])
  })

  it('sees no variable of the job', () => {
    const names = [...toolOutput(run, 1).matchAll(/(?:^|\\n|\n)([A-Z][A-Z0-9_]*)=/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !allowedVariables.test(name))).toEqual([])
  })

  it('sees no process of the machine', () => {
    expect(run.requests.some(({ text }) => /jest|dist\/index\.js/.test(text))).toBe(false)
  })

  it('does not keep the change from being reviewed', () => expect(run.report?.conclusion).toBe('fail'))

  it('control: Codex with --sandbox read-only hands every token of the job to the tool', () =>
    unprotected(makeWorld('D13'), async (world) => {
      const requests = await runPlainCodex(world, {
        turns: [
          { kind: 'command', command: 'env' },
          { kind: 'message', text: 'ok' },
        ],
      })
      const found = leaks(requests[1]?.text ?? '', secrets)
      expect(found).toEqual(
        expect.arrayContaining(['GITHUB_TOKEN (plain)', 'RUNTIME_TOKEN (plain)', 'MODEL_KEY (plain)']),
      )
    }))
})

describe('D15 a tool that writes', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D15', { atRequest: ({ snapshot }) => treeHash(snapshot) })
  })
  holdsAlways(() => run)

  it('changes nothing of the snapshot', () => {
    expect(run.notes.length).toBeGreaterThanOrEqual(3)
    expect(new Set(run.notes).size).toBe(1)
  })

  it('leaves a proof that is published', () => {
    expect(run.report?.isolation.proof).toMatchObject({ unchanged: true, after: run.report?.isolation.proof.before })
    expect(run.report?.isolation.proof.before).toMatch(/^[0-9a-f]{64}$/)
  })

  it('does not keep the change from being reviewed', () => expect(run.report?.conclusion).toBe('fail'))

  it('control: git status does not see a write to a file that is assumed unchanged, the tree hash does', () =>
    unprotected(makeWorld('D15'), async (world) => {
      const before = treeHash(world.workspace)
      await runInCheckout(world, 'git update-index --assume-unchanged src/app.js; echo pwn >> src/app.js')
      expect(git(world.workspace, ['status', '--porcelain'])).toBe('')
      expect(treeHash(world.workspace)).not.toBe(before)
    }))
})

describe('D16 a tool that looks for a way out', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D16')
  })
  holdsAlways(() => run)

  it('reaches no listener, or the review does not start', () => {
    expect(run.contacts).toEqual({})
    const codes = run.report?.reviewers.map(({ error }) => error?.code ?? null)
    expect([[null], ['SANDBOX_UNAVAILABLE']]).toContainEqual(codes)
  })

  it('control: a plain child reaches every listener', () =>
    unprotected(makeWorld('D16'), async (world) => {
      const [turn] = world.attack.turns
      await runInCheckout(world, turn !== undefined && 'shell' in turn ? turn.shell : '')
      expect(Object.keys(world.places.contacts()).toSorted()).toEqual(['abstract', 'tcp', 'tcp second', 'udp', 'unix'])
    }))
})

describe('D17 a process that wants to outlive the step', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D17', { settleMs: 10_000 })
  })
  holdsAlways(() => run)

  it('is gone ten seconds later, and so is what it wanted to do', () => {
    expect(run.marks).toEqual([])
    expect(run.survivors).toEqual([])
    expect(runnerCommands(run.log).filter(({ data }) => data === 'late')).toEqual([])
    expect(toolOutput(run, 1)).toContain('started')
  })

  it('control: killing a plain child leaves what it started with setsid', () =>
    unprotected(makeWorld('D17'), async (world) => {
      const { mark } = world.places
      const script = `setsid nohup sh -c "sleep 1; touch ${mark}/late" >/dev/null 2>&1 & sleep 60`
      const parent = spawn('/bin/bash', ['-c', script], { stdio: 'ignore' })
      await wait(300)
      parent.kill('SIGKILL')
      expect(survivors([mark]).length).toBeGreaterThan(0)
      await wait(1_500)
      expect(world.places.marks()).toEqual(['late'])
    }))
})

it('control: a plain program sees a process of this machine, so the oracle has something to find', () =>
  unprotected(makeWorld('D13'), async (world) => {
    const { output } = await runPlain({
      file: '/bin/cat',
      args: ['/proc/self/environ'],
      cwd: world.workspace,
      env: secrets,
    })
    expect(leaks(output, secrets).length).toBeGreaterThanOrEqual(Object.keys(secrets).length)
  }))
