import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { workflowBlocks } from './support/lint-markdown.js'
import { type KnownActions, type Linter, loadLinter } from './support/lint-workflow.js'

const ownName = 'org/model-stack-action'
// The inputs that our workflows and recipes use, as the pinned versions declare them.
const thirdParty: KnownActions = {
  'actions/checkout': ['persist-credentials', 'fetch-depth', 'ref'],
  'actions/setup-node': ['node-version', 'cache'],
  'actions/upload-artifact': ['name', 'path', 'if-no-files-found', 'retention-days'],
  'github/codeql-action/upload-sarif': ['sarif_file', 'ref', 'sha', 'category', 'wait-for-processing'],
}
const Workflow = z.looseObject({ permissions: z.unknown(), jobs: z.record(z.string(), z.unknown()) })
const Action = z.looseObject({ inputs: z.record(z.string(), z.unknown()) })

const files = readdirSync('.github/workflows').map((name) => ({
  name: `.github/workflows/${name}`,
  text: readFileSync(`.github/workflows/${name}`, 'utf8'),
}))
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

function knownActions(): KnownActions {
  const { inputs } = Action.parse(parse(readFileSync('action.yml', 'utf8')))
  return { ...thirdParty, [ownName]: Object.keys(inputs) }
}

// The linters do not look behind a local path, so that the local action is given the name it has elsewhere.
function withNamedAction(text: string): string {
  return text.replaceAll(/uses: \.\/$/gm, `uses: ${ownName}@main`)
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
    const foreign = uses.filter((line) => !line.includes('uses: ./') && !line.includes(`uses: ${ownName}@`))
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
      expect(text).not.toMatch(/^\s+ref:.*(?:head|merge)/m)
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
    ['an unknown input of this action', `uses: ${ownName}@main\n        with: { fail-on: high }`, 'languageservice'],
    ['an action that is not on the list', 'uses: someone/something@v1', 'languageservice'],
    ['untrusted text in a script', 'run: echo "$' + '{{ github.event.pull_request.title }}"', 'actionlint'],
  ])('find %s', async (_what, step, by) => {
    const problems = await linter.workflow(workflow(step), { [ownName]: ['reviewers'] })
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
