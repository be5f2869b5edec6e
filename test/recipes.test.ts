import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { readTrigger } from '../src/trigger/github-event.js'
import { evaluateExpression, fillExpressions } from './support/evaluate-expression.js'
import { knownActions, ownAction } from './support/lint-workflow.js'
import {
  jobsOf,
  type Recipe,
  type RecipeJob,
  readRecipe,
  readRecipes,
  recipeDirectory,
  stepsThatUse,
} from './support/recipes.js'

// What holds for every workflow, linters and pins among it, stands in workflows.test.ts.
const introduction = readFileSync(`${recipeDirectory}/README.md`, 'utf8')
const recipes = readRecipes()
const forForks = recipes.filter(({ recipe }) => 'pull_request_target' in recipe.on)

const Action = z.looseObject({ inputs: z.record(z.string(), z.looseObject({ default: z.string().optional() })) })

function defaultOf(input: string): string | undefined {
  return Action.parse(parse(readFileSync('action.yml', 'utf8'))).inputs[input]?.default
}

function holdsKey(job: RecipeJob): boolean {
  return JSON.stringify(job).includes('secrets.')
}

describe('the recipes', () => {
  it('are introduced, all of them', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(6)
    expect(recipes.filter(({ name }) => !introduction.includes(`[${name}](${name})`))).toEqual([])
  })

  it.each(recipes)('$name says for whom it is, and names each permission that it gives', ({ text, recipe }) => {
    const head = text.slice(0, text.indexOf('\nname:'))
    expect(head).toMatch(/^# For: /m)
    for (const job of jobsOf(recipe)) {
      for (const [permission, level] of Object.entries(job.permissions))
        expect(head).toContain(`${permission}: ${level}`)
    }
  })

  it.each(recipes)('$name gives nothing by default, and writes to code scanning at most', ({ recipe }) => {
    expect(recipe.permissions).toEqual({})
    const allowed = {
      ...{ actions: ['read'], contents: ['read'], 'pull-requests': ['read'] },
      'security-events': ['read', 'write'],
    }
    for (const job of jobsOf(recipe)) {
      for (const [permission, level] of Object.entries(job.permissions))
        expect(allowed).toHaveProperty([permission], expect.arrayContaining([level]))
    }
  })

  it.each(recipes)(
    '$name has a required job that is never skipped and a workflow that always reports',
    ({ recipe }) => {
      expect(recipe.jobs.review.if).toBeUndefined()
      expect(JSON.stringify(recipe.on)).not.toContain('paths')
      expect(stepsThatUse(recipe.jobs.review, ownAction)).toHaveLength(1)
    },
  )

  it.each(recipes)('$name runs on what the action reviews, the merge queue included', ({ recipe }) => {
    expect(Object.keys(recipe.on)).toContain('merge_group')
    const pulls = Object.keys(recipe.on).filter((event) => event.startsWith('pull_request'))
    expect(pulls).toHaveLength(1)
    for (const event of pulls)
      expect(recipe.on[event]?.types).toEqual(['opened', 'synchronize', 'reopened', 'ready_for_review'])
    for (const type of recipe.on['merge_group']?.types ?? []) {
      const group = {
        head_sha: 'a'.repeat(40),
        base_sha: 'b'.repeat(40),
        head_ref: 'refs/heads/q',
        base_ref: 'refs/heads/m',
      }
      expect(readTrigger('merge_group', { action: type, merge_group: group }).kind).toBe('merge-group')
    }
  })

  it.each(recipes)('$name cancels what is outdated, but nothing in the merge queue', ({ recipe }) => {
    expect(recipe.concurrency).toEqual({
      group: 'review-${{ github.event.pull_request.number || github.ref }}',
      'cancel-in-progress': "${{ startsWith(github.event_name, 'pull_request') }}",
    })
  })

  it.each(recipes)('$name checks out no head, and leaves no credentials behind', ({ recipe }) => {
    const checkouts = jobsOf(recipe).flatMap((job) => stepsThatUse(job, 'actions/checkout'))
    expect(checkouts.map((step) => step.with)).toEqual(checkouts.map(() => ({ 'persist-credentials': false })))
    expect(stepsThatUse(recipe.jobs.review, 'actions/checkout')).toHaveLength(1)
  })

  it.each(recipes)('$name gives the job more time than the action takes', ({ recipe }) => {
    expect(recipe.jobs.review['timeout-minutes']).toBeGreaterThan(Number(defaultOf('timeout-minutes')))
  })

  it.each(recipes)('$name gives the action only inputs that it has', ({ recipe }) => {
    const inputs = knownActions()[ownAction] ?? []
    const given = stepsThatUse(recipe.jobs.review, ownAction).flatMap((step) => Object.keys(step.with ?? {}))
    expect(given.filter((input) => !inputs.includes(input))).toEqual([])
    expect(given).toContain('reviewers')
  })

  it.each(recipes)('$name has one uploader for each category', ({ recipe, text }) => {
    const uploads = jobsOf(recipe).flatMap((job) => stepsThatUse(job, 'github/codeql-action/upload-sarif'))
    const [step] = stepsThatUse(recipe.jobs.review, ownAction)
    if (uploads.length > 0 || recipe.jobs.review.permissions['security-events'] === 'read')
      expect(step?.with?.['upload-sarif']).toBe('never')
    expect(uploads.length).toBeLessThanOrEqual(1)
    for (const upload of uploads) {
      // What is checked out decides: the merge commit under pull_request, the base under pull_request_target.
      const headRef = 'refs/pull/${{ github.event.pull_request.number }}/head'
      const isTarget = text.includes('\n  pull_request_target:')
      expect(upload.with?.['ref']).toBe(isTarget ? headRef : undefined)
      expect(upload.with?.['sha']).toBe(isTarget ? '${{ github.event.pull_request.head.sha }}' : undefined)
      expect(upload.with).not.toHaveProperty('category')
    }
    expect(text).not.toContain('comment-summary-in-pr')
  })

  it.each(forForks)('$name keeps the key away from a token that writes', ({ recipe }) => {
    for (const job of jobsOf(recipe)) {
      const writes = Object.values(job.permissions).includes('write')
      expect([writes, holdsKey(job)]).not.toEqual([true, true])
    }
    expect(holdsKey(recipe.jobs.review)).toBe(true)
    expect(recipe.jobs.review.environment).toContain('review-fork')
  })

  it('serve forks in two ways', () => {
    expect(forForks.map(({ name }) => name).toSorted()).toEqual(['fork-two-jobs.yml', 'pull-request-target.yml'])
  })
})

const Examples = z.array(
  z.object({ name: z.string(), examples: z.array(z.looseObject({ action: z.string().optional() })) }),
)
const examples = Examples.parse(
  JSON.parse(readFileSync('node_modules/@octokit/webhooks-examples/api.github.com/index.json', 'utf8')),
)
const Payload = z.looseObject({ pull_request: z.looseObject({ number: z.number(), head: z.looseObject({}) }) })
const opened = Payload.parse(exampleOf('pull_request', 'opened'))
const ownRepository = { full_name: 'Codertocat/Hello-World' }

function exampleOf(event: string, action: string): unknown {
  return examples.find(({ name }) => name === event)?.examples.find((example) => example.action === action)
}

/** GitHub's example of a pull request, from this repository, a fork or a fork that is gone. */
function pullRequestFrom(repository: { readonly full_name: string } | null, state: 'ready' | 'draft' = 'ready') {
  const { pull_request } = opened
  const head = { ...pull_request.head, repo: repository }
  return { ...opened, pull_request: { ...pull_request, head, draft: state === 'draft' } }
}

/** What expressions see of a run. */
function contextsOf(eventName: string, event: unknown) {
  const queue = 'refs/heads/gh-readonly-queue/main/pr-2-ec26c3e57ca3a959ca5aad62de7213c562f8c821'
  const ref = eventName === 'merge_group' ? queue : 'refs/pull/2/merge'
  return { github: { event_name: eventName, event, repository: ownRepository.full_name, ref } }
}

describe('the recipes, given the events that start them', () => {
  const fork = { full_name: 'stranger/Hello-World' }
  const queueEntry = contextsOf('merge_group', exampleOf('merge_group', 'checks_requested'))

  it.each(recipes)('$name cancels the older run of the same pull request only', ({ recipe }) => {
    const { group, 'cancel-in-progress': cancel } = recipe.concurrency
    const pull = contextsOf(eventOf(recipe), pullRequestFrom(ownRepository))
    expect([fillExpressions(group, pull), evaluateExpression(cancel, pull)]).toEqual(['review-2', 'true'])
    expect([fillExpressions(group, queueEntry), evaluateExpression(cancel, queueEntry)]).toEqual([
      `review-${queueEntry.github.ref}`,
      'false',
    ])
  })

  it.each(forForks)('$name has a maintainer look at what comes from elsewhere', ({ recipe }) => {
    const environment = recipe.jobs.review.environment ?? ''
    const chosen = (contexts: ReturnType<typeof contextsOf>) => evaluateExpression(environment, contexts)
    expect(chosen(contextsOf('pull_request_target', pullRequestFrom(ownRepository)))).toBe('review')
    expect(chosen(contextsOf('pull_request_target', pullRequestFrom(fork)))).toBe('review-fork')
    expect(chosen(contextsOf('pull_request_target', pullRequestFrom(null)))).toBe('review-fork')
    expect(chosen(queueEntry)).toBe('review')
  })

  it('end at once for a draft, and red, where they are said to', () => {
    const { steps } = readRecipe('pull-request.yml').jobs.review
    const [first] = steps
    const runs = (contexts: ReturnType<typeof contextsOf>) => evaluateExpression(first?.if ?? '', contexts)
    expect(runs(contextsOf('pull_request', pullRequestFrom(ownRepository, 'draft')))).toBe('true')
    expect(runs(contextsOf('pull_request', pullRequestFrom(ownRepository)))).toBe('false')
    expect(runs(queueEntry)).toBe('')
    expect(first?.run).toMatch(/^exit 1$/m)
    expect(steps.slice(1).filter((step) => step.if !== undefined)).toEqual([])
  })

  it('publish a pull request, and nothing of the merge queue', () => {
    const { publish } = readRecipe('fork-two-jobs.yml').jobs
    expect(evaluateExpression(publish?.if ?? '', contextsOf('pull_request_target', pullRequestFrom(fork)))).toBe('true')
    expect(evaluateExpression(publish?.if ?? '', queueEntry)).toBe('false')
  })

  it.each([
    ['pass', 'pull_request', 'true'],
    ['fail', 'pull_request', 'true'],
    ['not-evaluated', 'pull_request', 'false'],
    ['nothing-to-review', 'pull_request', 'false'],
    ['pass', 'merge_group', 'false'],
  ])('upload after %s of a %s by the action of GitHub: %s', (conclusion, eventName, expected) => {
    const { review } = readRecipe('code-scanning-upload-action.yml').jobs
    const upload = review.steps.find(({ uses }) => uses?.includes('upload-sarif@'))
    const outputs = {
      conclusion,
      coverage: conclusion === 'not-evaluated' ? '0' : '100',
      'sarif-file': '/tmp/results.sarif',
    }
    const contexts = { ...contextsOf(eventName, {}), steps: { review: { outputs } } }
    expect(evaluateExpression(upload?.if ?? '', contexts)).toBe(expected)
  })
})

function eventOf({ on }: Recipe): string {
  return 'pull_request_target' in on ? 'pull_request_target' : 'pull_request'
}
