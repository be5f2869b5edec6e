import { MAX_HUNK_BYTES, type OmitRules, omitFiles, touchedPaths } from '../../src/diff/omit.js'
import type { FileDiff } from '../../src/types/diff.js'
import type { Exemption } from '../../src/types/policy.js'
import { aFileDiff, aHunk } from './builders.js'

const rules = (overrides: Partial<OmitRules> = {}): OmitRules => ({
  paths: [],
  pathsIgnore: [],
  generated: new Set(),
  problems: new Map(),
  ...overrides,
})

/** Why one file is left out; undefined when it is reviewed. */
function omission(overrides: Partial<FileDiff>, given: Partial<OmitRules> = {}): string | undefined {
  const { files, omitted } = omitFiles([aFileDiff(overrides)], rules(given))
  expect(files.length + omitted.length).toBe(1)
  const [only] = omitted
  return only === undefined ? undefined : `${only.kind}: ${only.reason}`
}

describe('omitFiles', () => {
  it.each([
    ['package-lock.json', 'excluded: lock file'],
    ['web/pnpm-lock.yaml', 'excluded: lock file'],
    ['go.sum', 'excluded: lock file'],
    ['ios/Package.resolved', 'excluded: lock file'],
    ['logo.PNG', 'excluded: media: .png'],
    ['fonts/a.woff2', 'excluded: media: .woff2'],
    ['gen/api.ts', 'excluded: generated file'],
    ['logo.svg', undefined],
    ['my-package-lock.json', undefined],
    ['package-lock.json/index.ts', undefined],
    ['png', undefined],
    ['a.png.ts', undefined],
    ['.github/workflows/ci.yml', undefined],
    ['package.json', undefined],
    ['go.mod', undefined],
  ])('judges %s by name: %s', (path, expected) => {
    expect(omission({ path }, { generated: new Set(['gen/api.ts']) })).toBe(expected)
  })

  it.each([
    [['**/*.snap'], 'test/a.snap', 'excluded: paths-ignore: **/*.snap'],
    [['**/*.snap'], 'a.snap', 'excluded: paths-ignore: **/*.snap'],
    [['**/*.snap'], '.hidden/.a.snap', 'excluded: paths-ignore: **/*.snap'],
    [['docs/**'], 'docs/a/b.md', 'excluded: paths-ignore: docs/**'],
    [['docs/**'], 'src/docs/a.md', undefined],
    [['*.md'], 'docs/a.md', undefined],
    [['!src/**'], 'docs/a.md', undefined],
    [['a\\\\xff.ts'], 'a\\xff.ts', 'excluded: paths-ignore: a\\\\xff.ts'],
  ])('matches paths-ignore %j against %s', (pathsIgnore, path, expected) => {
    expect(omission({ path }, { pathsIgnore })).toBe(expected)
  })

  it('leaves out what paths does not name', () => {
    expect(omission({ path: 'docs/a.md' }, { paths: ['src/**'] })).toBe('excluded: not matched by paths')
    expect(omission({ path: 'src/a.ts' }, { paths: ['lib/**', 'src/**'] })).toBeUndefined()
  })

  it.each(['NUL byte', 'not UTF-8'])('counts a file with %s as unreviewed', (problem) => {
    expect(omission({ path: 'a.bin' }, { problems: new Map([['a.bin', problem]]) })).toBe(`unreviewed: ${problem}`)
  })

  it('does not count a picture for being binary', () => {
    expect(omission({ path: 'a.png' }, { problems: new Map([['a.png', 'NUL byte']]) })).toBe('excluded: media: .png')
  })

  it('counts what no request holds as unreviewed, hunk by hunk, and measures bytes, not characters', () => {
    const hunks = [aHunk([`+${'ä'.repeat(10)}`])]
    expect(omission({ hunks }, { maxHunkBytes: 21 })).toBe('unreviewed: too large: 22 bytes from line 1 on')
    expect(omission({ hunks }, { maxHunkBytes: 22 })).toBeUndefined()
    const large = [aHunk([`+${'x'.repeat(MAX_HUNK_BYTES)}`])]
    expect(omission({ hunks: large })).toMatch(/^unreviewed: too large: \d+ bytes from line 1 on$/)
  })

  it('keeps the other hunks of a file of which one is too large', () => {
    const [small, large] = [aHunk(['+a']), aHunk([`+${'x'.repeat(30)}`, '-b'])]
    const file = aFileDiff({ path: 'a.ts', hunks: [small, large], added: 2, removed: 1 })
    const { files, omitted } = omitFiles([file], rules({ maxHunkBytes: 30 }))
    expect(files).toEqual([{ ...file, hunks: [small], added: 1, removed: 0 }])
    expect(omitted).toEqual([expect.objectContaining({ path: 'a.ts', kind: 'unreviewed', lines: 2 })])
  })

  it('reviews a submodule and a symlink whatever they are called', () => {
    expect(omission({ path: 'yarn.lock', oldMode: '160000', newMode: '160000' })).toBeUndefined()
    expect(omission({ path: 'logo.png', oldMode: '100644', newMode: '120000' })).toBeUndefined()
  })

  it.each([
    ['out of an ignored path', 'gen/a.ts', 'src/a.ts', undefined],
    ['into an ignored path', 'src/a.ts', 'gen/a.ts', undefined],
    ['within ignored paths', 'gen/a.ts', 'gen/b.ts', 'excluded: paths-ignore: gen/**'],
  ])('judges a rename %s', (_, oldPath, path, expected) => {
    expect(omission({ status: 'renamed', oldPath, path }, { pathsIgnore: ['gen/**'] })).toBe(expected)
  })

  it('judges a deleted file by its path', () => {
    const gone = { status: 'deleted', newMode: '000000' } as const
    expect(omission({ ...gone, path: 'yarn.lock' })).toBe('excluded: lock file')
    expect(omission({ ...gone, path: 'src/auth.ts' })).toBeUndefined()
  })

  it('keeps order, and says how many changed lines each left-out file has', () => {
    const files = ['b.ts', 'yarn.lock', 'a.ts'].map((path) => aFileDiff({ path }))
    const { files: kept, omitted } = omitFiles(files, rules())
    expect(kept.map(({ path }) => path)).toEqual(['b.ts', 'a.ts'])
    expect(omitted).toEqual([{ path: 'yarn.lock', kind: 'excluded', reason: 'lock file', lines: 2 }])
  })
})

describe('exempt', () => {
  const dependabot = { login: 'dependabot[bot]', id: 49_699_333, type: 'Bot' }
  const byLogin: Exemption = { author: { kind: 'login', login: 'Dependabot[bot]' }, paths: ['deps/**', '**/*.toml'] }
  const byId: Exemption = { author: { kind: 'id', id: 49_699_333 }, paths: ['deps/**'] }

  it.each([
    [byLogin, 'deps/a.txt', dependabot, 'excluded: exempt: Dependabot[bot]'],
    [byLogin, 'sub/b.toml', dependabot, 'excluded: exempt: Dependabot[bot]'],
    [byId, 'deps/a.txt', dependabot, 'excluded: exempt: 49699333'],
    [byId, 'deps/a.txt', { ...dependabot, login: 'renamed' }, 'excluded: exempt: 49699333'],
    [byLogin, 'src/a.ts', dependabot, undefined],
    [byLogin, 'deps/a.txt', { ...dependabot, login: 'dependabot' }, undefined],
    [byId, 'deps/a.txt', { ...dependabot, id: 7 }, undefined],
    // A login that looks like the number is nobody's number.
    [byId, 'deps/a.txt', { login: '49699333', id: 7, type: 'User' }, undefined],
    [byLogin, 'deps/a.txt', undefined, undefined],
    [byId, 'deps/a.txt', undefined, undefined],
  ] as const)('%j leaves out %s when %j opened the pull request: %s', (exemption, path, opener, expected) => {
    expect(omission({ path }, { exempt: [exemption], opener })).toBe(expected)
  })

  it('believes no account that is gone, whatever it was called', () => {
    const ghost: Exemption = { author: { kind: 'login', login: 'ghost' }, paths: ['**'] }
    expect(omission({ path: 'a.ts' }, { exempt: [ghost], opener: { login: 'ghost', id: 0, type: 'User' } })).toBe(
      undefined,
    )
  })

  it.each([
    ['out of', 'deps/a.txt', 'src/a.txt', undefined],
    ['into', 'src/a.txt', 'deps/a.txt', undefined],
    ['within', 'deps/a.txt', 'deps/b.txt', 'excluded: exempt: 49699333'],
  ])('judges a rename %s exempt paths by both names', (_, oldPath, path, expected) => {
    expect(omission({ status: 'renamed', oldPath, path }, { exempt: [byId], opener: dependabot })).toBe(expected)
  })

  it('lists what it leaves out', () => {
    const { files, omitted } = omitFiles([aFileDiff({ path: 'deps/a.txt' }), aFileDiff({ path: 'src/a.ts' })], {
      ...rules(),
      ...{ exempt: [byId], opener: dependabot },
    })
    expect(files.map(({ path }) => path)).toEqual(['src/a.ts'])
    expect(omitted).toEqual([{ path: 'deps/a.txt', kind: 'excluded', reason: 'exempt: 49699333', lines: 2 }])
  })
})

describe('touchedPaths', () => {
  it('names both ends of a rename, each path once', () => {
    const files = [aFileDiff({ path: 'b', oldPath: 'a', status: 'renamed' }), aFileDiff({ path: 'a' })]
    expect(touchedPaths(files)).toEqual(['b', 'a'])
  })
})
