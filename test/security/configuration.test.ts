import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { installedCodex } from '../support/installed-tool.js'
import { caseOf } from './cases.js'
import { instructionsOf } from './prompts.js'
import { holdsAlways } from './universal.js'
import { runInCheckout, runPlainCodex, unprotected } from './unprotected.js'
import { attacked, makeWorld, type Outcome } from './world.js'

/** What our own rules say about the change, as text in which a path can be looked for. */
function ownResults(run: Outcome, ...ruleIds: readonly string[]): string {
  const results = run.report?.results ?? []
  return results
    .filter(({ ruleId }) => ruleIds.includes(ruleId))
    .map((result) => JSON.stringify(result))
    .join('\n')
}

const blocker = expect.objectContaining({
  path: 'src/app.js',
  region: expect.objectContaining({ startLine: 2 }),
  blocking: true,
})

describe('D03 Codex configuration of the project, .env, hooks, notify and MCP', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D03')
  })
  holdsAlways(() => run)

  it('is reviewed all the same', () => {
    expect(run.report?.conclusion).toBe('fail')
    expect(run.report?.results).toContainEqual(blocker)
  })

  it('changes neither model nor endpoint', () => {
    expect(run.requests.length).toBeGreaterThan(1)
    expect(run.requests.filter(({ model }) => model !== 'gpt-5.5')).toEqual([])
  })

  it('is named as a change of agent configuration', () => {
    const named = ownResults(run, 'agent-config')
    for (const path of ['.env', '.codex/config.toml', '.codex/rules/default.rules', '.CODEX/config.toml']) {
      expect(named).toContain(path)
    }
  })

  it('control: Codex in the trusted checkout starts the MCP server of the change', () =>
    unprotected(makeWorld('D03'), async (world) => {
      await runPlainCodex(world, { trust: 'trusted' })
      expect(world.places.marks()).toContain('codex_mcp')
    }))
})

describe('D04 instruction files at every depth, for Codex', () => {
  const canaries = Object.entries(caseOf('D04').head).filter(([, entry]) => JSON.stringify(entry).includes('CANARY-'))
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D04')
  })
  holdsAlways(() => run)

  it('reach the model only as data', () => {
    expect(run.requests.length).toBeGreaterThan(1)
    for (const request of run.requests) {
      expect(request.text).toContain('CANARY-AGENTS')
      expect(instructionsOf(request)).not.toContain('CANARY-')
    }
  })

  it('are each named as changed agent configuration', () => {
    // Invisible characters of a path are shown as what they are, or left out.
    const named = ownResults(run, 'agent-config', 'hidden-unicode')
    const isNamed = (path: string) =>
      ['\u200b', '', '⟨U+200B⟩'].some((text) => named.includes(path.replace('\u200b', text)))
    expect(canaries.map(([path]) => path).filter((path) => !isNamed(path))).toEqual([])
  })

  it('control: Codex in the plain checkout takes AGENTS.override.md for instructions', () =>
    unprotected(makeWorld('D04'), async (world) => {
      const [request] = await runPlainCodex(world)
      expect(request?.text).toMatch(/CANARY-(?:OVERRIDE|AGENTS)/)
    }))
})

describe('D18 package-manager configuration and binaries of the repository', () => {
  let run: Outcome
  beforeAll(async () => {
    // The checkout is the head, and the workspace comes first on the PATH, as after a step that added it.
    run = await attacked('D18', { checkout: 'head', env: { npm_config_registry: 'http://127.0.0.1:1/' } })
  })
  holdsAlways(() => run)

  it('run nothing of the change, and the review happens with the pinned CLI', async () => {
    expect(run.report?.conclusion).toBe('fail')
    const { version } = await installedCodex()
    expect(run.report?.reviewers).toMatchObject([{ status: 'completed', cliVersion: version }])
  })

  it('control: npx runs what the checkout calls codex', () =>
    unprotected(makeWorld('D18'), async (world) => {
      await runInCheckout(world, 'npx --offline codex --version')
      expect(world.places.marks()).not.toEqual([])
    }))
})

describe('D18 a PATH and a tool cache that lead into the workspace', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D18', { checkout: 'head', env: { PATH: pathThroughWorkspace() } })
  })
  holdsAlways(() => run)

  it('run no program of the change', () => expect(run.report?.conclusion).toBe('fail'))

  it('control: the shell takes the git of the change', () =>
    unprotected(makeWorld('D18'), async (world) => {
      await runInCheckout(world, 'PATH="$PWD/bin:$PATH" git status')
      expect(world.places.marks()).toContain('git')
    }))
})

/** Relative to the workspace, which is the action's working directory. */
function pathThroughWorkspace(): string {
  return `./bin:bin:./node_modules/.bin:.:${process.env['PATH'] ?? ''}`
}

const Policy = z.looseObject({ 'fail-on-severity': z.string(), 'paths-ignore': z.array(z.string()).default([]) })

describe('D23 policy, baseline and suppressions changed in the same pull request', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D23')
  })
  holdsAlways(() => run)

  it('are ignored: the policy of the base makes the check fail', () => {
    expect(run.exitCode).toBe(1)
    expect(run.report?.conclusion).toBe('fail')
    expect(run.report?.results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'src/app.js', severity: 'medium', blocking: true, suppression: null }),
      ]),
    )
    expect(run.report?.coverage.excluded).toEqual([])
  })

  it('put no instruction of theirs before the model', () => {
    for (const request of run.requests) expect(instructionsOf(request)).not.toContain('CANARY-PROMPT')
  })

  it.each(['.github/model-stack.yml', '.github/workflows/review.yml', '.github/CODEOWNERS'])(
    'are named as a change of policy: %s',
    (path) => expect(ownResults(run, 'policy')).toContain(path),
  )

  it('show the inline ignore that the change adds', () => {
    expect(ownResults(run, 'policy')).toMatch(/src\/app\.js/)
  })

  it('control: a gate that reads the policy of the head is green', () =>
    unprotected(makeWorld('D23'), (world) => {
      const policy = Policy.parse(parse(readFileSync(join(world.workspace, '.github/model-stack.yml'), 'utf8')))
      const ranks = ['low', 'medium', 'high', 'critical']
      expect(ranks.indexOf('medium')).toBeLessThan(ranks.indexOf(policy['fail-on-severity']))
      expect(policy['paths-ignore']).toContain('**')
    }))
})
