import { linkSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Fault, type ScriptedTurn, sendEvents } from '../../src/demo/replay-endpoint.js'
import { codexTool } from '../../src/reviewers/pins/codex.js'
import { faults } from '../support/faults.js'
import { installedCodex } from '../support/installed-tool.js'
import { holdsAlways, sinks } from './universal.js'
import { attacked, type Outcome, type World } from './world.js'

const pin = codexTool.packages[process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64']

/** Words that could be read as a clean review. */
const cleanWords = /no (?:issues|findings|results|problems|blocking)|0 (?:issues|findings|results)|looks good|LGTM|✅/i

function expectNotReviewed(run: Outcome): void {
  expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', results: '', blocking: '', 'highest-severity': '' })
  expect(run.summary.trimStart().split('\n')[0]).toContain('NOT REVIEWED')
  for (const [name, text] of Object.entries(sinks(run))) {
    if (name !== 'REPORT') expect(text).not.toMatch(cleanWords)
  }
}

const says = (text: string): ScriptedTurn => ({ kind: 'message', text })
const breaks = (fault: Fault): ScriptedTurn => ({ kind: 'fault', fault })
const reads: ScriptedTurn = { kind: 'command', command: 'cat src/app.js' }

/** An overloaded provider that, asked again, breaks off in the middle. */
function overloadedThenDropped(): readonly ScriptedTurn[] {
  const status: Fault = (response) => {
    response
      .writeHead(529, { 'content-type': 'application/json' })
      .end('{"error":{"type":"overloaded_error","message":"Overloaded"}}')
  }
  return [breaks(status), breaks(faults.resetMidStream)]
}

const halfAnAnswer: Fault = (response) => {
  sendEvents(response, [{ type: 'response.completed', response: { id: 'resp_half', status: 'completed', output: [] } }])
  response.end()
}

const variants: Readonly<Record<string, readonly ScriptedTurn[]>> = {
  'an opening brace': [reads, says('{')],
  'JSON of another schema': [reads, says('{"verdict":"approve","issues":[],"score":10}')],
  'JSON with findings of the wrong kind': [
    reads,
    says('{"findings":"none","filesReviewed":["src/app.js"],"notVerified":[]}'),
  ],
  'an empty list instead of an object': [reads, says('[]')],
  null: [reads, says('null')],
  'the word LGTM': [reads, says('LGTM')],
  'an empty text': [reads, says('')],
  'findings cut off': [reads, says('{"findings":[],"filesReviewed":["src/app.js"],"notVer')],
  'an answer twice': [reads, says('{"findings":[],"filesReviewed":["src/app.js"],"notVerified":[]}{"findings":[]}')],
  'an answer without having read': [says('{"findings":[],"filesReviewed":["src/app.js"],"notVerified":[]}')],
  'an answer that names no file': [reads, says('{"findings":[],"filesReviewed":[],"notVerified":[]}')],
  'a turn without an answer': [reads, breaks(halfAnAnswer)],
  'status 401': [breaks(faults.unauthenticated)],
  'status 429, every time': [breaks(faults.rateLimited)],
  'status 500': [breaks(faults.serverError)],
  'a refusal': [reads, breaks(faults.incompleteFilter)],
  'the output limit': [reads, breaks(faults.incompleteTokens)],
  'status 529, then a broken stream': overloadedThenDropped(),
  'a broken stream after a read': [reads, breaks(faults.resetMidStream)],
}

describe.each(Object.entries(variants))('D20 a model that answers with %s', (_name, turns) => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D20', { turns: () => turns })
  })
  holdsAlways(() => run)

  it('is no review, and red', () => {
    expectNotReviewed(run)
    expect(run.exitCode).toBe(1)
  })
})

const crashes = {
  'exits with 1': 'exit 1',
  'exits with 0 and says nothing': 'exit 0',
  'exits with 0 and prints LGTM': 'echo LGTM; exit 0',
  'exits with 0 after an empty event stream': `echo '{"type":"turn.completed","usage":{}}'; exit 0`,
  'is killed': 'kill -KILL $$',
  'prints 300,000 lines of no sense': 'yes | head -c 600000; exit 1',
} as const

describe.each(Object.entries(crashes))('D20 a CLI that %s', (_name, then) => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D20', {
      prepare: (world) => breakCodex(world, then),
      inputs: (world) => ({ 'cli-path': `codex=${brokenProgram(world)}`, 'timeout-minutes': '0.3' }),
    })
  })
  holdsAlways(() => run)

  it('has not reviewed, and the check is red', () => {
    expectNotReviewed(run)
    expect(run.exitCode).toBe(1)
    // Else the sandbox was what failed, not the CLI.
    expect(run.report?.reviewers[0]?.error?.code).not.toBe('SANDBOX_UNAVAILABLE')
  })
})

describe('D20 a model that never answers', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D20', {
      turns: () => [reads, breaks(faults.hangMidStream)],
      inputs: { 'timeout-minutes': '0.1' },
    })
  })
  holdsAlways(() => run)

  it('is stopped in time, and the check is red', () => {
    expectNotReviewed(run)
    expect(run.exitCode).toBe(1)
    expect(run.report?.reviewers).toMatchObject([{ error: { code: 'TIMED_OUT' } }])
  })
})

describe('D20 with on-not-evaluated: warn', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D20', { turns: () => [reads, says('LGTM')], inputs: { 'on-not-evaluated': 'warn' } })
  })
  holdsAlways(() => run)

  it('exits 0, and still says NOT REVIEWED and counts nothing', () => {
    expect(run.exitCode).toBe(0)
    expectNotReviewed(run)
  })
})

it('D20 control: a wrapper that counts what it can read counts no findings in any crash', () => {
  const count = (stdout: string): number => {
    try {
      const { findings } = z.object({ findings: z.array(z.unknown()) }).parse(JSON.parse(stdout))
      return findings.length
    } catch {
      return 0
    }
  }
  expect(['', '{', '{"verdict":"approve"}', 'LGTM', '[]'].map(count)).toEqual([0, 0, 0, 0, 0])
})

function brokenProgram({ root }: World): string {
  return join(root, 'package', pin.executable)
}

/** A package of the CLI whose program does `then` where a review is asked for, and the real thing otherwise. */
async function breakCodex(world: World, then: string): Promise<void> {
  const { directory, executable } = await installedCodex()
  const program = brokenProgram(world)
  linkFiles(directory, join(world.root, 'package'))
  linkSync(executable, `${program}-real`)
  const script = `#!/bin/sh\nfor word; do [ "$word" = exec ] && { ${then}; }; done\nexec "$0-real" "$@"\n`
  writeFileSync(`${program}-broken`, script, { mode: 0o755 })
  // Renamed, never written: the file itself is shared with the installed package.
  renameSync(`${program}-broken`, program)
}

/** Linked, because the real ones have 360 MB. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkFiles(source, target)
    else linkSync(source, target)
  }
}
