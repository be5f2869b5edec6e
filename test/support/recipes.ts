import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const Step = z.looseObject({
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
export type RecipeStep = z.infer<typeof Step>

const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none']))
const Job = z.looseObject({
  if: z.string().optional(),
  environment: z.string().optional(),
  permissions: Permissions,
  'timeout-minutes': z.number(),
  steps: z.array(Step),
})
export type RecipeJob = z.infer<typeof Job>

const Recipe = z.looseObject({
  name: z.string(),
  on: z.record(z.string(), z.looseObject({ types: z.array(z.string()) })),
  permissions: Permissions,
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.string() }),
  jobs: z.strictObject({ review: Job, publish: Job.optional() }),
})
export type Recipe = z.infer<typeof Recipe>

export const recipeDirectory = 'docs/recipes'

/** The workflows of docs/recipes, each as text and as what the runner reads of it. */
export function readRecipes(): readonly { readonly name: string; readonly text: string; readonly recipe: Recipe }[] {
  return readdirSync(recipeDirectory)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => {
      const text = readFileSync(join(recipeDirectory, name), 'utf8')
      return { name, text, recipe: Recipe.parse(parse(text)) }
    })
}

/** The recipe of this file name. */
export function readRecipe(name: string): Recipe {
  return Recipe.parse(parse(readFileSync(join(recipeDirectory, name), 'utf8')))
}

export function jobsOf({ jobs }: Recipe): readonly RecipeJob[] {
  return jobs.publish === undefined ? [jobs.review] : [jobs.review, jobs.publish]
}

/** The steps that use an action, whatever its version. */
export function stepsThatUse(job: RecipeJob, action: string): readonly RecipeStep[] {
  return job.steps.filter(({ uses }) => uses?.startsWith(`${action}@`))
}
