import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const script = resolve('scripts/release-notes.mjs')
const changelog = `# Changelog

Words.

## [Unreleased]

## [1.2.3] - 2026-11-21

### Added
- A [thing](docs/thing.md).

### Fixed
- Another.

## [1.2.2] - 2026-10-01
- Old.

[1.2.3]: https://example.com/compare/v1.2.2...v1.2.3
`

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

interface Project {
  readonly version?: string
  readonly locked?: string
  readonly changelog?: string
}

function run(tag: readonly string[], project: Project = {}) {
  const { version = '1.2.3', locked = version } = project
  const write = (name: string, text: string) => writeFileSync(join(directory, name), text)
  write('package.json', JSON.stringify({ version }))
  write('package-lock.json', JSON.stringify({ version, packages: { '': { version: locked } } }))
  write('CHANGELOG.md', project.changelog ?? changelog)
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...tag], { cwd: directory, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('the notes of a release', () => {
  it('are the section of its version and nothing else', () => {
    expect(run(['v1.2.3'])).toEqual({
      status: 0,
      stdout: '### Added\n- A [thing](docs/thing.md).\n\n### Fixed\n- Another.\n',
      stderr: '',
    })
  })

  it('are the same where lines end in CRLF', () => {
    expect(run(['v1.2.3'], { changelog: changelog.replaceAll('\n', '\r\n') }).stdout).toBe(run(['v1.2.3']).stdout)
  })

  it('are the last section where nothing follows', () => {
    const only = '## [Unreleased]\n\n## [1.2.3] - 2026-11-21\n- First.\n\n[1.2.3]: https://example.com/v1.2.3\n'
    expect(run(['v1.2.3'], { changelog: only }).stdout).toBe('- First.\n')
  })

  it.each<[string, string[], Project, string]>([
    ['no tag', [], {}, 'usage'],
    ['two tags', ['v1.2.3', 'v1.2.4'], {}, 'usage'],
    ['a tag without v', ['1.2.3'], {}, 'usage'],
    ['a moving tag', ['v1'], {}, 'usage'],
    ['a pre-release', ['v1.2.3-rc.1'], {}, 'usage'],
    ['a tag with a command in it', ['v1.2.3;id'], {}, 'usage'],
    ['another version in package.json', ['v1.2.3'], { version: '1.2.2' }, 'package.json says "1.2.2"'],
    ['another version in the lock file', ['v1.2.3'], { locked: '1.2.2' }, 'package-lock.json says "1.2.2"'],
    ['a changelog without that version', ['v1.2.4'], { version: '1.2.4' }, 'has [1.2.3] - 2026-11-21 below'],
    ['a version that is not the newest', ['v1.2.2'], { version: '1.2.2' }, 'has [1.2.3] - 2026-11-21 below'],
    [
      'a longer version that begins the same',
      ['v1.2.3'],
      { changelog: changed('[1.2.3] -', '[1.2.30] -') },
      '[1.2.30]',
    ],
    [
      'changes that are not released',
      ['v1.2.3'],
      { changelog: changed('sed]\n', 'sed]\n- New.\n') },
      'under [Unreleased]',
    ],
    ['no section for what comes next', ['v1.2.3'], { changelog: changed('## [Unreleased]\n', '') }, 'does not begin'],
    ['a version without a date', ['v1.2.3'], { changelog: changed('2026-11-21', 'soon') }, 'no date'],
    ['a date that there is not', ['v1.2.3'], { changelog: changed('2026-11-21', '2026-13-41') }, 'no date'],
    ['an empty section', ['v1.2.3'], { changelog: '## [Unreleased]\n\n## [1.2.3] - 2026-11-21\n' }, 'says nothing'],
    ['an empty changelog', ['v1.2.3'], { changelog: '' }, 'does not begin'],
  ])('are refused for %s', (_what, tag, project, because) => {
    const { status, stdout, stderr } = run(tag, project)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(because)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('are refused for this project until its next version has a section', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, `v${version}`], { encoding: 'utf8' })
    const unreleased = readFileSync('CHANGELOG.md', 'utf8').split('\n## ')[1]?.split('\n').slice(1).join('').trim()
    expect(status).toBe(unreleased === '' ? 0 : 1)
    expect(unreleased === '' ? stdout : stderr).not.toBe('')
  })
})

function changed(from: string, to: string): string {
  return changelog.replace(from, to)
}

const Step = z.looseObject({ run: z.string().optional() })
const Workflow = z.looseObject({ jobs: z.record(z.string(), z.looseObject({ steps: z.array(Step) })) })

// The step is written for the bash of a Linux runner.
const onPosix = process.platform === 'win32' ? describe.skip : describe

onPosix('the tag of the major version', () => {
  const { jobs } = Workflow.parse(parse(readFileSync('.github/workflows/release.yml', 'utf8')))
  const step = jobs['move-major-tag']?.steps[0]?.run ?? ''

  /** Runs the step with a stand-in for gh that answers with these releases and writes down what it was told to write. */
  function move(tag: string, answers: { readonly published: readonly string[]; readonly major: 'there' | 'missing' }) {
    const gh = join(directory, 'gh')
    const writes = join(directory, 'writes')
    writeFileSync(join(directory, 'releases'), answers.published.map((name) => `${name}\n`).join(''))
    writeFileSync(
      gh,
      [
        '#!/bin/sh',
        'case "$*" in',
        `*--method*) echo "$*" >> '${writes}' ;;`,
        `*releases*) cat '${join(directory, 'releases')}' ;;`,
        `*git/ref/tags/*) exit ${answers.major === 'there' ? 0 : 1} ;;`,
        `*/commits/${tag}*) echo ${'c'.repeat(40)} ;;`,
        '*) exit 9 ;;',
        'esac',
      ].join('\n'),
    )
    chmodSync(gh, 0o755)
    const env = { PATH: `${directory}${delimiter}${process.env['PATH']}`, GITHUB_REPOSITORY: 'org/action', TAG: tag }
    const { status } = spawnSync('bash', ['-e', '-c', step], { env, encoding: 'utf8' })
    return { status, writes: existsSync(writes) ? readFileSync(writes, 'utf8').trim().split('\n') : [] }
  }

  const commit = `sha=${'c'.repeat(40)}`

  it('moves to a release that is the newest of its major version', () => {
    const published = ['v2.0.0', 'v1.10.0', 'v1.9.9', 'v1.2.0-rc.1', 'v1']
    expect(move('v1.10.0', { published, major: 'there' })).toEqual({
      status: 0,
      writes: [`api --method PATCH repos/org/action/git/refs/tags/v1 -f ${commit} -F force=true`],
    })
  })

  it('is made by the first release of its major version', () => {
    expect(move('v2.0.0', { published: ['v2.0.0', 'v1.9.9'], major: 'missing' })).toEqual({
      status: 0,
      writes: [`api --method POST repos/org/action/git/refs -f ref=refs/tags/v2 -f ${commit}`],
    })
  })

  it('stays where a fix of an older minor version is released', () => {
    const published = ['v1.9.10', 'v1.10.0', 'v11.0.0']
    expect(move('v1.9.10', { published, major: 'there' })).toEqual({ status: 0, writes: [] })
  })

  it.each([
    ['of a release of another tag', 'nightly', ['nightly']],
    ['of a tag with a command in it', 'v1.2.3;id', ['v1.2.3;id']],
    ['where no release can be found', 'v1.2.3', []],
  ])('is not touched %s', (_what, tag, published) => {
    expect(move(tag, { published, major: 'there' })).toEqual({ status: 1, writes: [] })
  })
})
