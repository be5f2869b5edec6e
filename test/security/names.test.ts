import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseOf } from './cases.js'
import { git } from './repository.js'
import { holdsAlways } from './universal.js'
import { runInCheckout, unprotected } from './unprotected.js'
import { attacked, makeWorld, type Outcome, type World } from './world.js'

/** Puts a git before the real one that writes down how it is called: NUL after each argument, SOH after each call. */
function recordGit(world: World): string {
  const bin = join(world.root, 'recording')
  mkdirSync(bin)
  const real = (process.env['PATH'] ?? '')
    .split(':')
    .map((directory) => join(directory, 'git'))
    .find((file) => existsSync(file))
  const calls = join(world.root, 'calls')
  writeFileSync(calls, '')
  writeFileSync(
    join(bin, 'git'),
    `#!/bin/sh\n{ printf '%s\\0' "$@"; printf '\\1'; } >> '${calls}'\nexec '${real}' "$@"\n`,
  )
  chmodSync(join(bin, 'git'), 0o755)
  return `${bin}:${process.env['PATH'] ?? ''}`
}

describe('D22 options and shell words in names', () => {
  const { pullRequest, head } = caseOf('D22')
  const refs = [pullRequest.headRef ?? '', pullRequest.baseRef ?? '', pullRequest.title ?? '']
  let run: Outcome
  let calls: readonly (readonly string[])[] = []
  beforeAll(async () => {
    let world: World | undefined
    const env: Record<string, string> = {}
    run = await attacked('D22', {
      env,
      prepare: (made) => {
        world = made
        env['PATH'] = recordGit(made)
      },
      atRequest: () => {
        const text = world === undefined ? '' : readFileSync(join(world.root, 'calls'), 'utf8')
        calls = text
          .split('\u0001')
          .slice(0, -1)
          .map((call) => call.split('\0').slice(0, -1))
        return ''
      },
    })
  })
  holdsAlways(() => run)

  it('are reviewed', () => {
    expect(run.report?.conclusion).toBe('fail')
    expect(run.report?.coverage.percent).toBe(100)
  })

  it('reach git as no argument at all, or after "--" as one', () => {
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) {
      const end = call.indexOf('--')
      const options = end === -1 ? call : call.slice(0, end)
      for (const word of [...refs, ...Object.keys(head).filter((path) => path !== 'src/app.js')]) {
        expect(options.filter((option) => option.includes(word))).toEqual([])
      }
    }
  })

  it('control: git diff with an unchecked ref writes a file', () =>
    unprotected(makeWorld('D22'), async (world) => {
      const ref = `--output=${world.places.mark}/x`
      await runInCheckout(world, `git diff ${ref}`)
      expect(world.places.marks()).toEqual(['x'])
      expect(git(world.workspace, ['ls-files', '-z']).split('\0')).toContain('--output=x.js')
    }))
})

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['model', 'gpt-5 --dangerously-bypass-approvals-and-sandbox', /unknown input "model"/],
  ['extra-args', '["--sandbox","danger-full-access","--add-dir","/"]', /unknown input "extra-args"/],
  ['reviewers', 'codex:gpt-5 --dangerously-bypass-approvals-and-sandbox', /reviewers/],
  ['reviewers', 'codex:--dangerously-bypass-approvals-and-sandbox', /reviewers/],
  ['reviewers', 'codex:gpt-5\u00a0--sandbox=danger-full-access', /reviewers/],
  ['reviewers', 'codex:gpt-5" -c sandbox_mode="danger-full-access', /reviewers/],
  ['effort', 'high -c sandbox_mode=danger-full-access', /effort/],
  ['base-ref', '--upload-pack=touch x', /base-ref/],
  ['head-ref', '--output=x', /head-ref/],
  ['base-ref', 'main^{/$(touch x)}', /base-ref/],
  ['isolation', 'none', /isolation/],
  ['config-file', '../../etc/passwd', /config-file/],
  ['cli-path', 'codex=./node_modules/.bin/codex', /cli-path/],
]

describe.each(refused)('D22 the input %s: %j', (name, value, pattern) => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D22', { inputs: { [name]: value } })
  })
  holdsAlways(() => run)

  it('is refused by name before anything is asked', () => {
    expect(run.exitCode).toBe(1)
    expect(run.report?.conclusion).toBe('not-evaluated')
    expect(run.outputs['reason']).toMatch(pattern)
    expect(run.requests).toEqual([])
  })
})
