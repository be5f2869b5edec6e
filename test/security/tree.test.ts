import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, caseOf, secrets } from './cases.js'
import { leaks } from './oracles/leaks.js'
import { tree } from './oracles/trees.js'
import { outsideCanary } from './places.js'
import { git } from './repository.js'
import { holdsAlways } from './universal.js'
import { runInCheckout, unprotected } from './unprotected.js'
import { attacked, makeWorld, type Outcome } from './world.js'

/** A path of a hunk is accounted for when the model saw the hunk, or when the report says that nobody did and is not green. */
function isAccountedFor(run: Outcome, path: string, hunk: string): boolean {
  if (run.requests.some(({ text }) => text.includes(hunk))) return true
  const listed = run.report?.coverage.unreviewed.some((entry) => entry.path === path && entry.reason !== '')
  return listed === true && run.report?.conclusion !== 'pass'
}

describe('D05 symbolic links out of the tree', () => {
  const links = Object.entries(caseOf('D05').head).flatMap(([path, entry]) =>
    typeof entry === 'object' && 'symlink' in entry ? [{ path, target: entry.symlink }] : [],
  )
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D05', {
      atRequest: ({ snapshot }) => [...tree(snapshot)].filter(([, entry]) => entry.includes(' link ')).join(),
    })
  })
  holdsAlways(() => run)

  it('are no links in the snapshot, neither from outside nor from inside', () => {
    expect(run.notes).toEqual(run.requests.map(() => ''))
  })

  it('show the model nothing from outside', () => {
    expect(run.requests.length).toBeGreaterThanOrEqual(3)
    for (const { text } of run.requests) {
      expect(text).not.toContain(outsideCanary)
      expect(text).not.toContain('root:x:')
    }
  })

  it('do not keep the change from being reviewed', () => expect(run.report?.conclusion).toBe('fail'))

  it.each(links)('lists $path with its target', ({ path, target }) => {
    const stem = target.replace('@OUTSIDE@', '')
    const neutralised = JSON.stringify(run.report?.coverage)
    expect(neutralised).toContain(`"path":${JSON.stringify(path)}`)
    expect(neutralised).toContain(stem)
  })

  it('control: cat in the plain checkout shows the canary', () =>
    unprotected(makeWorld('D05'), async (world) => {
      expect((await runInCheckout(world, 'cat src/dir/canary.txt CLAUDE.md up')).output).toMatch(outsideCanary)
    }))
})

describe('D06 an embedded bare repository with fsmonitor, hooks and gitfile', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D06')
  })
  holdsAlways(() => run)

  it('starts nothing, although the model has git run in it', () => {
    expect(run.requests).toHaveLength(3)
    expect(run.marks).toEqual([])
  })

  it('control: git status in the plain checkout starts the fsmonitor', () =>
    unprotected(makeWorld(withoutGitDirectories(caseOf('D06'))), async (world) => {
      await runInCheckout(world, 'cd vendor/r && git status')
      expect(world.places.marks()).toContain('fsmonitor')
    }))
})

/** git itself refuses to check out a `.GIT`. */
function withoutGitDirectories(attack: Case): Case {
  return {
    ...attack,
    head: Object.fromEntries(Object.entries(attack.head).filter(([path]) => !path.startsWith('third/'))),
  }
}

const evasions = [
  { path: 'src/app.js', hunk: 'BAD-HUNK' },
  { path: 'src/nul.js', hunk: 'NUL-HUNK' },
  { path: 'src/attr.ts', hunk: 'ATTR-HUNK' },
  { path: 'src/filter.py', hunk: 'FILTER-HUNK' },
  { path: 'deep/x.js', hunk: 'DEEP-HUNK' },
]

describe('D07 attributes and bytes that blank the diff', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D07')
  })
  holdsAlways(() => run)

  it.each(evasions)('hide no hunk: $hunk', ({ path, hunk }) => expect(isAccountedFor(run, path, hunk)).toBe(true))

  it('never pass', () => expect(['fail', 'not-evaluated']).toContain(run.report?.conclusion))

  it('are named themselves', () => {
    const own = run.report?.results.filter(({ ruleId }) => ['agent-config', 'policy'].includes(ruleId))
    expect(JSON.stringify(own)).toContain('"path":".gitattributes"')
  })

  it('control: plain git diff shows none of the hunks, and with --text both', () =>
    unprotected(makeWorld('D07'), (world) => {
      const range = [world.origin.base, world.origin.head, '--', 'src/app.js', 'src/nul.js']
      const hunks = (text: string) => (text.match(/(?:BAD|NUL)-HUNK/g) ?? []).length
      expect(hunks(git(world.workspace, ['fetch', '-q', 'origin', 'main']))).toBe(0)
      expect(hunks(git(world.workspace, ['diff', ...range]))).toBe(0)
      expect(hunks(git(world.workspace, ['diff', '--text', ...range]))).toBe(2)
    }))
})

describe('D08 files that call themselves generated, vendored or ignored', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D08')
  })
  holdsAlways(() => run)

  it.each(['GEN-HUNK', 'VENDORED-HUNK', 'VENDOR-HUNK'])('are reviewed: %s', (hunk) => {
    expect(run.requests[0]?.text).toContain(hunk)
  })

  it.each([
    { path: 'package-lock.json', hunk: 'postinstall' },
    { path: 'dist/bundle.min.js', hunk: 'LOCK-HUNK' },
  ])('or are listed with a reason: $path', ({ path, hunk }) => {
    const { excluded = [], unreviewed = [] } = run.report?.coverage ?? {}
    const listed = [...excluded, ...unreviewed].some((entry) => entry.path === path && entry.reason !== '')
    expect(listed || run.requests[0]?.text.includes(hunk)).toBe(true)
  })

  it('control: the attributes of the head call the file generated, and a filter on the header drops it', () =>
    unprotected(makeWorld('D08'), (world) => {
      expect(git(world.workspace, ['check-attr', 'linguist-generated', 'src/pay.js'])).toMatch(/: true$/)
      const text = readFileSync(join(world.workspace, 'src/pay.js'), 'utf8')
      expect([text].filter((section) => !section.includes('@generated'))).toEqual([])
    }))
})

it('control: an oracle that walks links would not see them, and leaks() sees what they show', () =>
  unprotected(makeWorld('D05'), (world) => {
    expect(existsSync(join(world.workspace, 'src/dir/canary.txt'))).toBe(true)
    expect([...tree(world.workspace)].filter(([, entry]) => entry.includes(' link ')).length).toBeGreaterThan(4)
    expect(leaks(`x${secrets['MODEL_KEY']}y`, secrets)).toContain('MODEL_KEY (plain)')
  }))
