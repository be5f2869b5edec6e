import { fillExpressions } from '../support/evaluate-expression.js'
import { installedCodex } from '../support/installed-tool.js'
import { ownAction } from '../support/lint-workflow.js'
import { readRecipe, readRecipes, stepsThatUse } from '../support/recipes.js'
import { answers, apiKey, offByOne, type Reviewed, reads, reviewPullRequest } from '../support/review-pull-request.js'

const secrets = { OPENAI_API_KEY: apiKey, ZAI_API_KEY: 'zai-key-of-the-end-to-end-tests' }

/** What stands under `with:` of the step of ours, filled in as the runner does it. */
function inputsOf(name: string): Record<string, string> {
  const [step] = stepsThatUse(readRecipe(name).jobs.review, ownAction)
  const written = Object.entries(step?.with ?? {})
  return Object.fromEntries(written.map(([input, value]) => [input, fillExpressions(String(value), { secrets })]))
}

/** Places that exist in the recipe only; the harness has its own. */
async function inPlace(name: string): Promise<Readonly<Record<string, string>>> {
  const { 'openai-base-url': _gateway, registry: _mirror, 'cli-path': program, ...inputs } = inputsOf(name)
  if (program === undefined) return inputs
  const { executable } = await installedCodex()
  return { ...inputs, reviewers: 'codex', 'cli-path': `codex=${executable}` }
}

async function runRecipe(name: string): Promise<Reviewed> {
  const recipe = readRecipe(name)
  const isTarget = Object.hasOwn(recipe.on, 'pull_request_target')
  return reviewPullRequest({
    eventName: isTarget ? 'pull_request_target' : 'pull_request',
    // No recipe says what to check out: the merge commit under pull_request, else the base.
    checkout: isTarget ? 'base' : 'merge',
    permissions: recipe.jobs.review.permissions,
    inputs: { 'upload-sarif': 'auto', ...(await inPlace(name)) },
    turns: [reads, answers([offByOne()])],
  })
}

describe.each(readRecipes().map(({ name, recipe }) => ({ name, recipe })))('the recipe $name', ({ name, recipe }) => {
  let run: Reviewed
  beforeAll(async () => {
    run = await runRecipe(name)
  })

  it('reviews the change and is red while it holds a defect', () => {
    expect(run.outputs['conclusion']).toBe('fail')
    expect(run.exitCode).toBe(1)
  })

  it('writes to GitHub what its permissions grant and it asks for, and nothing else', () => {
    const writes = run.api.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
    const uploads =
      recipe.jobs.review.permissions['security-events'] === 'write' && inputsOf(name)['upload-sarif'] !== 'never'
    const toGitHub = writes.filter((write) => write.includes('/repos/'))
    expect(toGitHub).toEqual(uploads ? ['POST /repos/o/r/code-scanning/sarifs'] : [])
  })

  it('leaves the files that its later steps take', () => {
    expect(run.report?.conclusion).toBe('fail')
    expect(run.sarif).toBeDefined()
  })
})
